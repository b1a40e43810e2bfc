/* Instruments and their templates. */
#include "loader.h"

static const struct datum *instrument_datum(const struct loader *loader, size_t index)
{
    const struct datum *instruments = datum_get(loader->root, TEXT("instruments"));
    return &instruments->members[index];
}

/* Names from a list, each at most once, as indices. */
static const uint32_t *read_list_of(struct loader *loader, const struct datum *object,
                                    const char *key, const char *what, const void *items,
                                    size_t item_count, size_t size, size_t *count)
{
    const struct datum *list = read_list(loader, object, key);
    *count = 0;
    if (!list)
        return NULL;
    bool *seen = ARENA_ARRAY(loader->arena, bool, item_count);
    uint32_t *found = ARENA_ARRAY(loader->arena, uint32_t, item_count);
    for (size_t index = 0; index < list->count; index++) {
        const struct datum *datum = &list->members[index];
        if (!expect_text(loader, datum))
            continue;
        int item = find_id(loader, datum, datum->text, what, items, item_count, size);
        if (item < 0)
            continue;
        if (seen[item])
            fault(loader, datum, "'%.*s' is named twice.", TEXT_ARGUMENTS(datum->text));
        else
            found[(*count)++] = (uint32_t)item;
        seen[item] = true;
    }
    return found;
}

static bool carries(const uint32_t *list, size_t count, uint32_t wanted)
{
    for (size_t index = 0; index < count; index++)
        if (list[index] == wanted)
            return true;
    return false;
}

static void read_severable(struct loader *loader, const struct datum *datum,
                           struct instrument_type *type)
{
    const struct scenario *scenario = loader->scenario;
    bool *severable = ARENA_ARRAY(loader->arena, bool, scenario->clause_type_count);
    size_t count;
    const uint32_t *list =
        read_list_of(loader, datum, "severable", "clause", scenario->clause_types,
                     scenario->clause_type_count, sizeof(*scenario->clause_types), &count);
    for (size_t index = 0; index < count; index++) {
        severable[list[index]] = true;
        if (!carries(type->clause_types, type->clause_type_count, list[index]))
            fault(loader, datum_get(datum, TEXT("severable")),
                  "'%.*s' is not among the clauses of this instrument.",
                  TEXT_ARGUMENTS(scenario->clause_types[list[index]].id));
    }
    type->severable = severable;
}

static void read_instrument(struct loader *loader, const struct datum *datum,
                            struct instrument_type *type)
{
    static const char *const known[] = {
        "title",         "text",      "clauses",    "open_to",  "min_parties", "in_force_when",
        "ratified_when", "severable", "conditions", "denounce", "templates",   NULL};
    static const char *const denounce[] = {"none", "notice", "free", NULL};
    const struct scenario *scenario = loader->scenario;
    type->id = datum->key;
    type->min_parties = 1;
    claim_name(loader, NAMES_GLOBAL, datum, "an instrument");
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    type->title = need_text(loader, datum, "title");
    type->text = read_text(loader, datum, "text", TEXT(""));
    if (!datum_get(datum, TEXT("clauses")))
        fault_missing(loader, datum, "clauses", "the clause types that it may carry");
    type->clause_types = read_list_of(loader, datum, "clauses", "clause", scenario->clause_types,
                                      scenario->clause_type_count, sizeof(*scenario->clause_types),
                                      &type->clause_type_count);
    read_severable(loader, datum, type);
    type->conditions = read_list_of(loader, datum, "conditions", "condition", scenario->conditions,
                                    scenario->condition_count, sizeof(*scenario->conditions),
                                    &type->condition_count);
    int64_t parties = (int64_t)scenario->party_count;
    type->min_parties = (uint32_t)read_int(loader, datum, "min_parties", 1, parties, 1);
    type->denounce = (enum denounce)read_word(loader, datum, "denounce", denounce, 0);
}

void declare_instruments(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_object(loader, loader->root, "instruments");
    size_t count = count_within(loader, members, INSTRUMENTS_MAX, "instruments");
    struct instrument_type *types = ARENA_ARRAY(loader->arena, struct instrument_type, count);
    for (size_t index = 0; index < count; index++) {
        types[index].severable = ARENA_ARRAY(loader->arena, bool, scenario->clause_type_count);
        read_instrument(loader, &members->members[index], &types[index]);
    }
    scenario->instruments = types;
    scenario->instrument_count = count;
}

/* Every term of a clause, each in its range. */
static const int64_t *read_clause_terms(struct loader *loader, const struct datum *datum,
                                        const struct clause_type *type)
{
    int64_t *terms = ARENA_ARRAY(loader->arena, int64_t, type->term_count);
    if (!expect_object(loader, datum))
        return terms;
    for (size_t index = 0; index < datum->count; index++) {
        const struct datum *member = &datum->members[index];
        (void)find_id(loader, member, member->key, "term", type->terms, type->term_count,
                      sizeof(*type->terms));
    }
    for (size_t index = 0; index < type->term_count; index++) {
        const struct term *term = &type->terms[index];
        const struct datum *value = datum_get(datum, term->id);
        if (value)
            terms[index] = read_value(loader, value, &term->domain);
        else
            fault(loader, datum, "The term '%.*s' is missing: a clause in a draft has every term.",
                  TEXT_ARGUMENTS(term->id));
    }
    return terms;
}

static int find_key(struct loader *loader, const struct datum *datum, struct text id)
{
    const struct scenario *scenario = loader->scenario;
    if (scenario->key_count == 0)
        return find_id(loader, datum, id, "clause", NULL, 0, sizeof(struct clause_key));
    return find_id(loader, datum, id, "clause", &scenario->keys[0].id, scenario->key_count,
                   sizeof(*scenario->keys));
}

static void read_template_clauses(struct loader *loader, const struct datum *object,
                                  const struct instrument_type *type, struct template *draft)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *members = read_object(loader, object, "clauses");
    size_t count = count_within(loader, members, CLAUSE_KEYS_MAX, "clauses");
    struct clause_terms *clauses = ARENA_ARRAY(loader->arena, struct clause_terms, count);
    if (!datum_get(object, TEXT("clauses")))
        fault_missing(loader, object, "clauses", "what the draft begins with");
    for (size_t index = 0; index < count; index++) {
        const struct datum *datum = &members->members[index];
        int key = find_key(loader, datum, datum->key);
        if (key < 0)
            continue;
        uint32_t clause = scenario->keys[key].type;
        if (!carries(type->clause_types, type->clause_type_count, clause))
            fault_key(loader, datum, "'%.*s' is not among the clauses of this instrument.",
                      TEXT_ARGUMENTS(scenario->clause_types[clause].id));
        clauses[draft->clause_count++] = (struct clause_terms){
            (uint32_t)key, read_clause_terms(loader, datum, &scenario->clause_types[clause])};
    }
    draft->clauses = clauses;
}

static const uint32_t *read_attached(struct loader *loader, const struct datum *object,
                                     const char *key, const struct instrument_type *type,
                                     size_t *count)
{
    const struct scenario *scenario = loader->scenario;
    const uint32_t *list =
        read_list_of(loader, object, key, "condition", scenario->conditions,
                     scenario->condition_count, sizeof(*scenario->conditions), count);
    for (size_t index = 0; index < *count; index++)
        if (!carries(type->conditions, type->condition_count, list[index]))
            fault(loader, datum_get(object, text_of(key)),
                  "'%.*s' is not among the conditions of this instrument.",
                  TEXT_ARGUMENTS(scenario->conditions[list[index]].id));
    return list;
}

party_set open_parties(const struct loader *loader, const struct instrument_type *type)
{
    const struct scenario *scenario = loader->scenario;
    party_set all = 0, open = 0;
    for (size_t party = 0; party < scenario->party_count; party++)
        all |= party_bit((int)party);
    int64_t *values = ARENA_ARRAY(loader->arena, int64_t, LIST_LENGTH_MAX);
    size_t count;
    if (!type->open_to || !expression_is_constant(type->open_to) ||
        !expression_run_list(type->open_to, &loader->blank, NULL, values, LIST_LENGTH_MAX, &count))
        return all;
    for (size_t index = 0; index < count; index++)
        open |= party_bit((int)values[index]);
    return open;
}

static void read_invite(struct loader *loader, const struct datum *datum,
                        const struct instrument_type *type, struct template *draft)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *invite = datum_get(datum, TEXT("invite"));
    party_set open = open_parties(loader, type);
    draft->invite = invite ? read_parties(loader, datum, "invite", NULL, NULL) : open;
    for (size_t party = 0; party < scenario->party_count; party++)
        if (draft->invite & ~open & party_bit((int)party))
            fault(loader, invite, "'%.*s' cannot be invited: the instrument is not open to it.",
                  TEXT_ARGUMENTS(scenario->parties[party].id));
    int invited = __builtin_popcountll(draft->invite);
    if (invite && invite->kind == DATUM_LIST && invited < (int)type->min_parties)
        fault(loader, invite, "%d of at least %u parties are invited.", invited, type->min_parties);
}

static void read_template(struct loader *loader, const struct datum *datum,
                          const struct instrument_type *type, struct template *draft)
{
    static const char *const known[] = {"title",           "invite",          "clauses",
                                        "takes_effect_if", "suspended_while", NULL};
    draft->id = datum->key;
    (void)check_id(loader, datum, datum->key);
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    draft->title = need_text(loader, datum, "title");
    read_invite(loader, datum, type, draft);
    read_template_clauses(loader, datum, type, draft);
    draft->takes_effect_if =
        read_attached(loader, datum, "takes_effect_if", type, &draft->takes_effect_count);
    draft->suspended_while =
        read_attached(loader, datum, "suspended_while", type, &draft->suspended_count);
}

static void compile_ratification(struct loader *loader, const struct datum *datum,
                                 struct instrument_type *type)
{
    const struct datum *source = datum_get(datum, TEXT("ratified_when"));
    size_t count = loader->scenario->party_count;
    if (!source)
        return;
    const struct expression **when = ARENA_ARRAY(loader->arena, const struct expression *, count);
    for (size_t party = 0; party < count; party++) {
        struct binding it = binding_of(PER_PARTY, party);
        when[party] = compile_bool(loader, source, CONTEXT_INSTRUMENT, &it);
        if (!when[party])
            return;
    }
    type->ratified_when = when;
}

static void compile_instrument(struct loader *loader, const struct datum *datum,
                               struct instrument_type *type)
{
    const struct datum *open_to = datum_get(datum, TEXT("open_to"));
    type->open_to = open_to ? compile_parties(loader, open_to, CONTEXT_INSTRUMENT, NULL)
                            : compile_everyone(loader);
    type->in_force_when =
        compile_bool(loader, datum_get(datum, TEXT("in_force_when")), CONTEXT_INSTRUMENT, NULL);
    compile_ratification(loader, datum, type);
    const struct datum *members = read_object(loader, datum, "templates");
    size_t count = count_within(loader, members, TEMPLATES_MAX, "templates");
    struct template *templates = ARENA_ARRAY(loader->arena, struct template, count);
    for (size_t index = 0; index < count; index++)
        read_template(loader, &members->members[index], type, &templates[index]);
    type->templates = templates;
    type->template_count = count;
}

void compile_instruments(struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    for (size_t index = 0; index < scenario->instrument_count; index++)
        compile_instrument(loader, instrument_datum(loader, index),
                           (struct instrument_type *)(uintptr_t)&scenario->instruments[index]);
}
