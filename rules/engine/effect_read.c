/* Effects: {set, to}, {each, in, do}, {say, to}, {end}, each with an optional `when`. */
#include "loader.h"

/* The names that stand for a value where an effect is: `it`, and the variables of every `each`
 * around it. */
struct scope {
    struct binding bindings[EACH_NESTING_MAX + 1];
    size_t count;
    size_t depth; /* of `each` */
};

static const struct expression *compile_in(struct loader *loader, const struct scope *scope,
                                           const struct datum *source,
                                           struct expression_request request)
{
    request.context |= CONTEXT_CHANCE;
    request.bindings = scope->bindings;
    request.binding_count = scope->count;
    return compile(loader, source, request);
}

/* What is called so in expressions ("a party"), or NULL. */
static const char *name_in(const struct loader *loader, enum name_space space, struct text id)
{
    for (size_t index = 0; index < loader->name_counts[space]; index++)
        if (text_equal(loader->names[space][index].id, id))
            return loader->names[space][index].what;
    return NULL;
}

static const char *name_is(const struct loader *loader, struct text id)
{
    return name_in(loader, NAMES_GLOBAL, id);
}

static const char *member_is(const struct loader *loader, struct text id)
{
    const char *what = name_in(loader, NAMES_PARTY, id);
    return what ? what : name_in(loader, NAMES_REGION, id);
}

/* `sou.support`: what stands before the last dot is any expression of a party or a region. */
static const struct expression *compile_key(struct loader *loader, const struct scope *scope,
                                            const struct datum *target, size_t length, enum per per)
{
    struct datum before = *target;
    before.text = (struct text){target->text.at, length};
    return compile_in(
        loader, scope, &before,
        (struct expression_request){.type = per == PER_PARTY ? VALUE_PARTY : VALUE_REGION});
}

static bool read_target(struct loader *loader, const struct scope *scope,
                        const struct datum *target, struct effect *effect)
{
    const struct scenario *scenario = loader->scenario;
    if (!expect_text(loader, target))
        return false;
    struct text text = target->text;
    size_t dot = text.length;
    while (dot > 0 && text.at[dot - 1] != '.')
        dot--;
    struct text id = {text.at + dot, text.length - dot};
    const char *what = scenario_variable(scenario, id) >= 0 ? NULL
                       : dot == 0                           ? name_is(loader, id)
                                                            : member_is(loader, id);
    if (what) {
        fault(loader, target, "'%.*s' is %s; only a variable can be set.", TEXT_ARGUMENTS(id),
              what);
        return false;
    }
    int found = find_id(loader, target, id, "variable", scenario->variables,
                        scenario->variable_count, sizeof(*scenario->variables));
    if (found < 0 || name_is_broken(loader, id))
        return false;
    const struct variable *variable = &scenario->variables[found];
    effect->variable = (uint32_t)found;
    if (variable->per == PER_NONE) {
        if (dot > 0)
            fault(loader, target, "'%.*s' belongs to the whole world: write it alone.",
                  TEXT_ARGUMENTS(id));
        return dot == 0;
    }
    const char *owner = variable->per == PER_PARTY ? "party" : "region";
    if (dot == 0) {
        fault(loader, target, "Every %s has its own '%.*s': say whose, as in %s.%.*s.", owner,
              TEXT_ARGUMENTS(id), owner, TEXT_ARGUMENTS(id));
        return false;
    }
    effect->key = compile_key(loader, scope, target, dot - 1, variable->per);
    return effect->key != NULL;
}

static void read_set(struct loader *loader, const struct scope *scope, const struct datum *datum,
                     struct effect *effect)
{
    const struct datum *to = datum_get(datum, TEXT("to"));
    effect->kind = EFFECT_SET;
    bool good = read_target(loader, scope, datum_get(datum, TEXT("set")), effect);
    if (!to)
        fault_missing(loader, datum, "to", "it is the new value");
    if (!good)
        return;
    const struct domain *domain = &loader->scenario->variables[effect->variable].domain;
    struct expression_request request = {.type = hold_type(domain->hold)};
    if (domain->hold == HOLD_OPTION) {
        uint32_t *options = ARENA_ARRAY(loader->arena, uint32_t, domain->option_count);
        for (size_t index = 0; index < domain->option_count; index++)
            options[index] = domain->options[index].string;
        request.options = options;
        request.option_count = domain->option_count;
    }
    effect->to = compile_in(loader, scope, to, request);
}

static struct effects read_list_in(struct loader *loader, const struct datum *list,
                                   struct scope *scope);

/* The variable of an `each` may hide nothing. */
static bool check_local(struct loader *loader, const struct scope *scope, const struct datum *datum)
{
    if (!expect_text(loader, datum) || !check_id(loader, datum, datum->text))
        return false;
    const char *what = expression_reserves(datum->text) ? "a word of the expression language"
                                                        : name_is(loader, datum->text);
    for (size_t index = 0; index < scope->count && !what; index++)
        if (text_equal(scope->bindings[index].name, datum->text))
            what = "what an each around it is called";
    if (what)
        fault(loader, datum, "'%.*s' is %s: choose another name.", TEXT_ARGUMENTS(datum->text),
              what);
    return !what;
}

static void read_each(struct loader *loader, struct scope *scope, const struct datum *datum,
                      struct effect *effect)
{
    effect->kind = EFFECT_EACH;
    const struct datum *name = datum_get(datum, TEXT("each")), *in = datum_get(datum, TEXT("in"));
    const struct datum *body = datum_get(datum, TEXT("do"));
    bool named = check_local(loader, scope, name);
    if (!in)
        fault_missing(loader, datum, "in", "it is the list to go through");
    if (!body)
        fault_missing(loader, datum, "do", "it is the list of effects");
    effect->in = compile_in(loader, scope, in, (struct expression_request){.any_type = true});
    if (effect->in && !expression_is_list(effect->in)) {
        fault(loader, in, "This must be a list, such as parties or [nor, sou].");
        effect->in = NULL;
    }
    if (!named || !body || !effect->in)
        return;
    if (scope->depth == EACH_NESTING_MAX) {
        fault(loader, datum, "An each stands in more than %d others, which is the limit.",
              EACH_NESTING_MAX - 1);
        return;
    }
    effect->local_slot = loader->next_local++;
    scope->bindings[scope->count++] = (struct binding){
        .name = name->text, .type = expression_type(effect->in), .slot = effect->local_slot};
    scope->depth++;
    effect->body = read_list_in(loader, body, scope);
    scope->depth--;
    scope->count--;
}

/* One word, which stands for itself; all else is an expression. */
static bool is_word(struct text text)
{
    for (size_t index = 0; index < text.length; index++) {
        char letter = text.at[index];
        if (letter != '_' && !(letter >= '0' && letter <= '9') &&
            !(letter >= 'a' && letter <= 'z') && !(letter >= 'A' && letter <= 'Z'))
            return false;
    }
    return true;
}

/* A list that is the same in every world is known here, so that only those it tells are looked at
 * where secrets are. */
static void read_listeners(struct loader *loader, const struct scope *scope,
                           const struct datum *source, struct effect *effect)
{
    effect->to_whom.all = true;
    const struct expression *list = compile_in(
        loader, scope, source, (struct expression_request){.type = VALUE_PARTY, .list = true});
    int64_t values[LIST_LENGTH_MAX];
    size_t count = 0;
    if (!list || !expression_is_constant(list) || expression_draws(list) ||
        !expression_run_list(list, &loader->blank, NULL, values, LIST_LENGTH_MAX, &count)) {
        effect->listeners = list;
        return;
    }
    effect->to_whom.all = false;
    for (size_t index = 0; index < count; index++)
        effect->to_whom.parties |= party_bit((int)values[index]);
}

static void read_say(struct loader *loader, const struct scope *scope, const struct datum *datum,
                     struct effect *effect)
{
    static const char *const words[] = {"all", "control", "parties", NULL};
    effect->kind = EFFECT_SAY;
    effect->say = need_text(loader, datum, "say");
    const struct datum *to = datum_get(datum, TEXT("to"));
    if (!to) {
        fault_missing(loader, datum, "to", "all, control, or a list of parties");
    } else if (to->kind == DATUM_LIST) {
        effect->to_whom.parties = read_parties(loader, datum, "to", NULL, NULL);
    } else if (to->kind == DATUM_TEXT &&
               (!is_word(to->text) || text_equal(to->text, TEXT("parties")))) {
        read_listeners(loader, scope, to, effect);
    } else if (!is_single_party(loader, to)) {
        effect->to_whom.all = read_word(loader, datum, "to", words, 0) == 0;
    }
}

static void read_effect(struct loader *loader, struct scope *scope, const struct datum *datum,
                        struct effect *effect)
{
    static const char *const set_keys[] = {"set", "to", "when", NULL};
    static const char *const each_keys[] = {"each", "in", "do", "when", NULL};
    static const char *const say_keys[] = {"say", "to", "when", NULL};
    static const char *const end_keys[] = {"end", "when", NULL};
    static const char *const all_keys[] = {"set", "each", "say",  "end", "to",
                                           "in",  "do",   "when", NULL};
    if (!expect_object(loader, datum))
        return;
    const struct datum *end = datum_get(datum, TEXT("end"));
    if (datum_get(datum, TEXT("set"))) {
        check_keys(loader, datum, set_keys);
        read_set(loader, scope, datum, effect);
    } else if (datum_get(datum, TEXT("each"))) {
        check_keys(loader, datum, each_keys);
        read_each(loader, scope, datum, effect);
    } else if (datum_get(datum, TEXT("say"))) {
        check_keys(loader, datum, say_keys);
        read_say(loader, scope, datum, effect);
    } else if (end) {
        check_keys(loader, datum, end_keys);
        effect->kind = EFFECT_END;
        if (end->kind != DATUM_BOOL || !end->flag)
            fault(loader, end, "This must be true.");
    } else {
        check_keys(loader, datum, all_keys);
        fault(loader, datum,
              "An effect is { set, to }, { each, in, do }, { say, to } or { end }, each with an "
              "optional when.");
    }
    const struct datum *when = datum_get(datum, TEXT("when"));
    effect->when = compile_in(loader, scope, when, (struct expression_request){.type = VALUE_BOOL});
    effect->path = datum_path(datum, loader->arena);
}

static struct effects read_list_in(struct loader *loader, const struct datum *list,
                                   struct scope *scope)
{
    if (!list || !expect_list(loader, list))
        return (struct effects){NULL, 0};
    struct effect *items = ARENA_ARRAY(loader->arena, struct effect, list->count);
    for (size_t index = 0; index < list->count; index++)
        read_effect(loader, scope, &list->members[index], &items[index]);
    return (struct effects){items, list->count};
}

struct effects read_effects(struct loader *loader, const struct datum *list,
                            const struct binding *it)
{
    struct scope scope = {.count = 0};
    if (it)
        scope.bindings[scope.count++] = *it;
    return read_list_in(loader, list, &scope);
}
