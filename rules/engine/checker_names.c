#include "checker.h"

#include "must.h"

void candidates_add(struct candidates *candidates, struct text name)
{
    if (candidates->count == candidates->capacity) {
        candidates->capacity = candidates->capacity ? candidates->capacity * 2 : 32;
        candidates->items = arena_grow(candidates->arena, candidates->items, candidates->count,
                                       candidates->capacity, sizeof(name));
    }
    candidates->items[candidates->count++] = name;
}

const char *candidates_hint(const struct candidates *candidates, struct text wanted)
{
    int nearest = text_nearest(wanted, candidates->items, candidates->count);
    if (nearest < 0)
        return ".";
    return arena_print(candidates->arena, "; did you mean \"%.*s\"?",
                       TEXT_ARGUMENTS(candidates->items[nearest]))
        .at;
}

enum builtin {
    BUILTIN_NONE,
    BUILTIN_ROUND,
    BUILTIN_PHASE,
    BUILTIN_PARTIES,
    BUILTIN_REGIONS,
    BUILTIN_SIGNATORIES,
    BUILTIN_INVITED,
    BUILTIN_IT,
    BUILTIN_MATH,
    BUILTIN_FUNCTION,
};

static const struct {
    struct text name;
    enum builtin builtin;
} builtins[] = {
    {{"round", 5}, BUILTIN_ROUND},
    {{"phase", 5}, BUILTIN_PHASE},
    {{"parties", 7}, BUILTIN_PARTIES},
    {{"regions", 7}, BUILTIN_REGIONS},
    {{"signatories", 11}, BUILTIN_SIGNATORIES},
    {{"invited", 7}, BUILTIN_INVITED},
    {{"it", 2}, BUILTIN_IT},
    {{"math", 4}, BUILTIN_MATH},
    {{"size", 4}, BUILTIN_FUNCTION},
    {{"drafted", 7}, BUILTIN_FUNCTION},
    {{"conditional", 11}, BUILTIN_FUNCTION},
    {{"chance", 6}, BUILTIN_FUNCTION},
    {{"dice", 4}, BUILTIN_FUNCTION},
};

enum { BUILTIN_COUNT = sizeof(builtins) / sizeof(builtins[0]) };

static enum builtin builtin_of(struct text name)
{
    for (size_t index = 0; index < BUILTIN_COUNT; index++)
        if (text_equal(builtins[index].name, name))
            return builtins[index].builtin;
    return BUILTIN_NONE;
}

bool expression_reserves(struct text name)
{
    return builtin_of(name) != BUILTIN_NONE || lexer_is_keyword(name) || lexer_is_reserved(name);
}

bool expression_reserves_member(struct text name)
{
    return text_equal(name, TEXT("signed")) || text_equal(name, TEXT("bound_by")) ||
           lexer_is_keyword(name);
}

struct type type_of_hold(enum hold hold)
{
    static const struct type types[] = {
        [HOLD_INT] = {.value = VALUE_INT},
        [HOLD_BOOL] = {.value = VALUE_BOOL},
        [HOLD_OPTION] = {.value = VALUE_STRING},
        [HOLD_PARTY] = {.value = VALUE_PARTY},
        [HOLD_REGION] = {.value = VALUE_REGION},
        [HOLD_PARTIES] = {.value = VALUE_PARTY, .list = true},
    };
    return types[hold];
}

static bool set_constant(struct node *node, enum value_type value, int64_t number)
{
    node->meaning = MEANING_CONSTANT;
    node->type = (struct type){.value = value};
    node->number = number;
    return true;
}

bool set_place(struct node *node, struct type type, uint32_t slot)
{
    node->meaning = MEANING_PLACE;
    node->type = type;
    node->place = (struct place){.slot = slot, .stride = 1, .count = 1};
    return true;
}

void set_options(struct checker *checker, struct node *node, const struct domain *domain)
{
    if (domain->hold == HOLD_OPTION)
        node->possible = possible_of_options(checker, domain->options, domain->option_count, false);
}

bool set_formula(struct node *node, const struct formula *formula)
{
    set_place(node, (struct type){.value = formula->type}, formula->slot);
    if (formula->type == VALUE_STRING && formula->values && formula->values[0])
        node->possible = expression_possible(formula->values[0]);
    return true;
}

static bool set_list(struct node *node, enum meaning meaning, enum value_type value)
{
    node->meaning = meaning;
    node->type = (struct type){.value = value, .list = true};
    return true;
}

static bool check_phase(struct checker *checker, struct node *node)
{
    const struct scenario *scenario = checker->scenario;
    struct option *ids = ARENA_ARRAY(checker->arena, struct option, scenario->phase_count);
    for (size_t index = 0; index < scenario->phase_count; index++)
        ids[index].id = scenario->phases[index].id;
    node->possible = possible_of_options(checker, ids, scenario->phase_count, false);
    return set_place(node, (struct type){.value = VALUE_STRING}, scenario->slot_phase);
}

static bool check_builtin(struct checker *checker, struct node *node, enum builtin builtin)
{
    const struct scenario *scenario = checker->scenario;
    if (builtin == BUILTIN_MATH) {
        node->meaning = MEANING_MATH;
        return true;
    }
    if (builtin == BUILTIN_FUNCTION)
        return complain(checker->complaint, node->offset,
                        "\"%.*s\" is a function: its arguments stand in brackets.",
                        TEXT_ARGUMENTS(node->name));
    if (builtin == BUILTIN_IT)
        return complain(checker->complaint, node->offset,
                        "There is no \"it\" here: it is the key of a clause, variable or formula "
                        "that is per party or region, or the party that signs or is scored.");
    if (checker->bare)
        return complain(checker->complaint, node->offset,
                        "\"%.*s\" means nothing without a scenario.", TEXT_ARGUMENTS(node->name));
    if (builtin == BUILTIN_ROUND)
        return set_place(node, (struct type){.value = VALUE_INT}, scenario->slot_round);
    if (builtin == BUILTIN_PHASE)
        return check_phase(checker, node);
    if (builtin == BUILTIN_PARTIES)
        return set_list(node, MEANING_EVERY, VALUE_PARTY);
    if (builtin == BUILTIN_REGIONS)
        return set_list(node, MEANING_EVERY, VALUE_REGION);
    if (!(checker->request->context & CONTEXT_INSTRUMENT))
        return complain(checker->complaint, node->offset,
                        "\"%.*s\" is known only in an instrument's own expressions.",
                        TEXT_ARGUMENTS(node->name));
    return set_place(node, (struct type){.value = VALUE_PARTY, .list = true},
                     builtin == BUILTIN_INVITED ? scenario->slot_invited
                                                : scenario->slot_signatories);
}

/* A macro's variable, `it`, or the variable of an `each`. */
static bool check_bound_name(struct checker *checker, struct node *node)
{
    for (size_t index = checker->local_count; index-- > 0;) {
        const struct local *local = &checker->locals[index];
        if (!text_equal(local->name, node->name))
            continue;
        node->meaning = MEANING_LOCAL;
        node->number = (int64_t)index;
        node->type = local->type;
        node->local_range = local->range;
        return true;
    }
    for (size_t index = 0; index < checker->request->binding_count; index++) {
        const struct binding *binding = &checker->request->bindings[index];
        if (!text_equal(binding->name, node->name))
            continue;
        return binding->constant
                   ? set_constant(node, binding->type, binding->value)
                   : set_place(node, (struct type){.value = binding->type}, binding->slot);
    }
    return false;
}

/* The things of a scenario that have names, in the order in which they are looked for. */
enum thing {
    THING_PARTY,
    THING_REGION,
    THING_VARIABLE,
    THING_FORMULA,
    THING_CLAUSE,
    THING_INSTRUMENT,
    THING_DECISION,
    THING_COUNT
};

static const char *const thing_words[] = {"a party",  "a region",      "a variable", "a formula",
                                          "a clause", "an instrument", "a decision"};

static size_t thing_count(const struct scenario *scenario, enum thing thing)
{
    const size_t counts[] = {scenario->party_count,       scenario->region_count,
                             scenario->variable_count,    scenario->formula_count,
                             scenario->clause_type_count, scenario->instrument_count,
                             scenario->decision_count};
    return counts[thing];
}

static struct text thing_id(const struct scenario *scenario, enum thing thing, size_t index)
{
    switch (thing) {
    case THING_PARTY:
        return scenario->parties[index].id;
    case THING_REGION:
        return scenario->regions[index].id;
    case THING_VARIABLE:
        return scenario->variables[index].id;
    case THING_FORMULA:
        return scenario->formulas[index].id;
    case THING_CLAUSE:
        return scenario->clause_types[index].id;
    case THING_INSTRUMENT:
        return scenario->instruments[index].id;
    case THING_DECISION:
        return scenario->decisions[index].id;
    case THING_COUNT:
        break;
    }
    must(false);
}

static enum per thing_per(const struct scenario *scenario, enum thing thing, size_t index)
{
    if (thing == THING_VARIABLE)
        return scenario->variables[index].per;
    if (thing == THING_FORMULA)
        return scenario->formulas[index].per;
    return thing == THING_CLAUSE ? scenario->clause_types[index].per : PER_NONE;
}

bool slots_hidden(const struct checker *checker, uint32_t slot, enum per per)
{
    const struct scenario *scenario = checker->scenario;
    const bool *unseen = checker->request->unseen;
    size_t count = per == PER_PARTY    ? scenario->party_count
                   : per == PER_REGION ? scenario->region_count
                                       : 1;
    for (size_t key = 0; unseen && key < count; key++)
        if (!unseen[slot + key])
            return false;
    return unseen != NULL;
}

static bool thing_hidden(const struct checker *checker, enum thing thing, size_t index)
{
    const struct scenario *scenario = checker->scenario;
    if (thing == THING_VARIABLE)
        return slots_hidden(checker, scenario->variables[index].slot,
                            scenario->variables[index].per);
    return thing == THING_FORMULA &&
           slots_hidden(checker, scenario->formulas[index].slot, scenario->formulas[index].per);
}

static bool thing_find(const struct checker *checker, struct text name, bool per, enum thing *thing,
                       size_t *index)
{
    const struct scenario *scenario = checker->scenario;
    for (*thing = THING_PARTY; *thing < THING_COUNT; (*thing)++)
        for (*index = 0; *index < thing_count(scenario, *thing); (*index)++)
            if ((thing_per(scenario, *thing, *index) != PER_NONE) == per &&
                text_equal(thing_id(scenario, *thing, *index), name) &&
                !thing_hidden(checker, *thing, *index))
                return true;
    return false;
}

/* A member of parties or regions that stands alone. */
static bool complain_of_per(struct checker *checker, const struct node *node, enum thing thing,
                            enum per per)
{
    const struct scenario *scenario = checker->scenario;
    struct text example = per == PER_PARTY         ? scenario->parties[0].id
                          : scenario->region_count ? scenario->regions[0].id
                                                   : TEXT("r");
    return complain(checker->complaint, node->offset,
                    "\"%.*s\" is %s for each %s: write it after one, as in %.*s.%.*s.",
                    TEXT_ARGUMENTS(node->name), thing_words[thing],
                    per == PER_PARTY ? "party" : "region", TEXT_ARGUMENTS(example),
                    TEXT_ARGUMENTS(node->name));
}

static bool check_thing(struct checker *checker, struct node *node, enum thing thing, size_t index)
{
    const struct scenario *scenario = checker->scenario;
    enum per per = thing_per(scenario, thing, index);
    if (per != PER_NONE && thing != THING_CLAUSE)
        return complain_of_per(checker, node, thing, per);
    switch (thing) {
    case THING_PARTY:
        return set_constant(node, VALUE_PARTY, (int64_t)index);
    case THING_REGION:
        return set_constant(node, VALUE_REGION, (int64_t)index);
    case THING_VARIABLE:
        set_options(checker, node, &scenario->variables[index].domain);
        return set_place(node, type_of_hold(scenario->variables[index].domain.hold),
                         scenario->variables[index].slot);
    case THING_FORMULA:
        return set_formula(node, &scenario->formulas[index]);
    case THING_CLAUSE:
        node->meaning = MEANING_CLAUSE;
        break;
    case THING_INSTRUMENT:
        node->meaning = MEANING_INSTRUMENT;
        break;
    case THING_DECISION:
        node->meaning = MEANING_DECISION;
        break;
    case THING_COUNT:
        must(false);
    }
    node->number = (int64_t)index;
    return true;
}

/* What stands by itself, or what is per party or region: that one is named after the others, in
 * p.bound_by(troops) too. */
static void add_things(const struct checker *checker, struct candidates *candidates, bool keyed)
{
    const struct scenario *scenario = checker->scenario;
    for (enum thing thing = THING_PARTY; thing < THING_COUNT; thing++)
        for (size_t index = 0; index < thing_count(scenario, thing); index++)
            if ((thing_per(scenario, thing, index) != PER_NONE) == keyed &&
                !thing_hidden(checker, thing, index))
                candidates_add(candidates, thing_id(scenario, thing, index));
}

static bool complain_of_unknown(struct checker *checker, const struct node *node)
{
    struct candidates candidates = {.arena = checker->arena};
    for (size_t index = 0; index < checker->local_count; index++)
        candidates_add(&candidates, checker->locals[index].name);
    for (size_t index = 0; index < checker->request->binding_count; index++)
        candidates_add(&candidates, checker->request->bindings[index].name);
    add_things(checker, &candidates, false);
    for (size_t index = 0; index < BUILTIN_COUNT; index++)
        if (builtins[index].builtin != BUILTIN_IT)
            candidates_add(&candidates, builtins[index].name);
    add_things(checker, &candidates, true);
    return complain(checker->complaint, node->offset, "Nothing is called \"%.*s\"%s",
                    TEXT_ARGUMENTS(node->name), candidates_hint(&candidates, node->name));
}

bool check_name(struct checker *checker, struct node *node)
{
    if (check_bound_name(checker, node))
        return true;
    enum builtin builtin = builtin_of(node->name);
    if (builtin != BUILTIN_NONE)
        return check_builtin(checker, node, builtin);
    enum thing thing;
    size_t index;
    /* What is per party or region is named with the other members, so it gives way here. */
    if (thing_find(checker, node->name, false, &thing, &index) ||
        thing_find(checker, node->name, true, &thing, &index))
        return check_thing(checker, node, thing, index);
    return complain_of_unknown(checker, node);
}

const char *name_taken(const struct checker *checker, struct text name)
{
    for (size_t index = 0; index < checker->local_count; index++)
        if (text_equal(checker->locals[index].name, name))
            return "the variable of a macro around it";
    for (size_t index = 0; index < checker->request->binding_count; index++)
        if (text_equal(checker->request->bindings[index].name, name))
            return "a name that is bound here";
    if (builtin_of(name) != BUILTIN_NONE)
        return "a built-in name";
    enum thing thing;
    size_t index;
    if (thing_find(checker, name, false, &thing, &index) ||
        (thing_find(checker, name, true, &thing, &index) && thing == THING_CLAUSE))
        return thing_words[thing];
    return NULL;
}
