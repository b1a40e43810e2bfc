#include "loader.h"

#include <inttypes.h>

static bool within_code_limit(struct loader *loader, const struct datum *source,
                              const struct expression *expression)
{
    loader->code_bytes += expression_bytes(expression);
    if (loader->code_bytes <= CODE_BYTES_MAX)
        return true;
    if (!loader->code_full)
        fault(loader, source,
              "With this expression the compiled code of the scenario is larger than 1 MiB, which "
              "is the limit.");
    loader->code_full = true;
    return false;
}

enum { MISSPELT_MAX = 4 };

static bool name_is_known(const struct loader *loader, struct text name)
{
    for (int space = 0; space < NAME_SPACES; space++)
        for (size_t index = 0; index < loader->name_counts[space]; index++)
            if (text_equal(loader->names[space][index].id, name))
                return true;
    return expression_reserves(name) || expression_reserves_member(name);
}

/* Whether a name is most likely a known one misspelt: then it does not mean what was lost. */
static bool name_is_misspelt(const struct loader *loader, struct text name)
{
    for (int space = 0; space < NAME_SPACES; space++)
        for (size_t index = 0; index < loader->name_counts[space]; index++)
            if (text_nearest(name, &loader->names[space][index].id, 1) == 0)
                return true;
    return false;
}

/* Whether a source speaks of what is wrong in itself, or of what may be: it may well be right. */
static bool mentions_broken(const struct loader *loader, struct text source)
{
    if (loader->broken_count == 0 && loader->lost_count == 0)
        return false;
    struct expression_mentions mentions = expression_mentions(source, loader->arena);
    size_t misspelt = 0;
    for (size_t index = 0; index < mentions.name_count; index++) {
        struct text name = mentions.names[index];
        if (name_is_broken(loader, name))
            return true;
        if (loader->lost_count == 0 || name_is_known(loader, name))
            continue;
        if (!name_is_misspelt(loader, name))
            return true;
        /* To look for the nearest of a thousand names costs time. */
        if (++misspelt == MISSPELT_MAX)
            return false;
    }
    return false;
}

/* What reads nothing and fails will always fail. */
static void warn_of_failure(struct loader *loader, const struct datum *source,
                            const struct expression_request *request,
                            const struct expression *expression)
{
    if (expression_is_list(expression) || !expression_is_constant(expression) ||
        (request->context & CONTEXT_CHANCE) ||
        !expression_run(expression, &loader->blank, NULL).failed)
        return;
    struct expression_fault why =
        expression_explain(expression, loader->scenario, &loader->blank, NULL, loader->arena);
    warn_within(loader, source, why.offset,
                arena_print(loader->arena, "This always fails: %.*s", TEXT_ARGUMENTS(why.message)));
}

const struct expression *compile(struct loader *loader, const struct datum *source,
                                 struct expression_request request)
{
    if (!source || loader->code_full)
        return NULL;
    if (source->kind == DATUM_INT) {
        fault(loader, source, "An expression is a text in double quotes: \"%" PRId64 "\".",
              source->number);
        return NULL;
    }
    if (!expect_text(loader, source))
        return NULL;
    request.source = source->text;
    struct expression_fault why;
    const struct expression *expression =
        expression_compile(loader->scenario, loader->arena, &request, &why);
    if (!expression) {
        if (!mentions_broken(loader, source->text))
            fault_within(loader, source, why.offset, why.message);
        spoil(source);
        /* Past the limit one error names it; to compile on would only cost time. */
        loader->code_full = loader->code_full || why.too_long;
        return NULL;
    }
    warn_of_failure(loader, source, &request, expression);
    return within_code_limit(loader, source, expression) ? expression : NULL;
}

static const struct expression *compile_typed(struct loader *loader, const struct datum *source,
                                              enum value_type type, bool list, unsigned context,
                                              const struct binding *it)
{
    return compile(loader, source,
                   (struct expression_request){.context = context,
                                               .bindings = it,
                                               .binding_count = it ? 1 : 0,
                                               .type = type,
                                               .list = list});
}

const struct expression *compile_bool(struct loader *loader, const struct datum *source,
                                      unsigned context, const struct binding *it)
{
    return compile_typed(loader, source, VALUE_BOOL, false, context, it);
}

const struct expression *compile_int(struct loader *loader, const struct datum *source,
                                     unsigned context, const struct binding *it)
{
    return compile_typed(loader, source, VALUE_INT, false, context, it);
}

const struct expression *compile_parties(struct loader *loader, const struct datum *source,
                                         unsigned context, const struct binding *it)
{
    return compile_typed(loader, source, VALUE_PARTY, true, context, it);
}

const struct expression *compile_everyone(struct loader *loader)
{
    struct expression_request request = {
        .source = TEXT("parties"), .type = VALUE_PARTY, .list = true};
    struct expression_fault why;
    return expression_compile(loader->scenario, loader->arena, &request, &why);
}

struct binding binding_of(enum per per, size_t key)
{
    return (struct binding){.name = TEXT("it"),
                            .type = per == PER_REGION ? VALUE_REGION : VALUE_PARTY,
                            .constant = true,
                            .value = (int64_t)key};
}

bool expression_is_constant(const struct expression *expression)
{
    size_t count;
    (void)expression_reads(expression, &count);
    return count == 0;
}

bool constant_list(struct loader *loader, const struct datum *source, enum value_type type,
                   int64_t *values, size_t *count)
{
    const struct expression *expression =
        compile_typed(loader, source, type, true, CONTEXT_PLAIN, NULL);
    if (!expression)
        return false;
    if (!expression_is_constant(expression)) {
        fault(loader, source,
              "This list must be the same throughout the game; it may speak only of parties and "
              "regions and their own fields.");
        return false;
    }
    if (!expression_run_list(expression, &loader->blank, NULL, values, LIST_LENGTH_MAX, count)) {
        fault(loader, source, "This list cannot be computed.");
        return false;
    }
    return true;
}

static struct requirement read_requirement(struct loader *loader, const struct datum *datum,
                                           unsigned context, const struct binding *it)
{
    static const char *const known[] = {"that", "else", NULL};
    struct requirement requirement = {NULL, TEXT("")};
    if (!expect_object(loader, datum))
        return requirement;
    check_keys(loader, datum, known);
    const struct datum *that = datum_get(datum, TEXT("that"));
    if (!that)
        fault_missing(loader, datum, "that", "it is the expression that must hold");
    requirement.that = compile_bool(loader, that, context, it);
    requirement.otherwise = need_text(loader, datum, "else");
    return requirement;
}

const struct requirement *read_requirements(struct loader *loader, const struct datum *list,
                                            unsigned context, const struct binding *it,
                                            size_t *count)
{
    *count = 0;
    if (!list || !expect_list(loader, list))
        return NULL;
    struct requirement *items = ARENA_ARRAY(loader->arena, struct requirement, list->count);
    for (size_t index = 0; index < list->count; index++)
        items[index] = read_requirement(loader, &list->members[index], context, it);
    *count = list->count;
    return items;
}
