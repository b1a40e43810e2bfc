#include "checker.h"

/* Makes a node's place depend on a party or region. */
static void set_key(const struct checker *checker, struct node *node, const struct node *key,
                    uint32_t stride)
{
    node->place.key = key;
    node->place.stride = stride;
    node->place.count =
        (uint32_t)(key->type.value == VALUE_PARTY ? checker->scenario->party_count
                                                  : checker->scenario->region_count);
}

static bool check_clause_member(struct checker *checker, struct node *node)
{
    const struct node *clause = node->children[0];
    const struct clause_type *type = &checker->scenario->clause_types[clause->number];
    if (type->per != PER_NONE && !clause->place.key)
        return complain(checker->complaint, clause->offset,
                        "\"%.*s\" is a clause for each %s: write it after one, as in %.*s.%.*s.",
                        TEXT_ARGUMENTS(type->id), type->per == PER_PARTY ? "party" : "region",
                        TEXT_ARGUMENTS(type->per == PER_PARTY ? checker->scenario->parties[0].id
                                                              : checker->scenario->regions[0].id),
                        TEXT_ARGUMENTS(type->id));
    struct candidates candidates = {.arena = checker->arena};
    candidates_add(&candidates, TEXT("in_force"));
    bool found = text_equal(node->name, TEXT("in_force"));
    if (found)
        set_place(node, (struct type){.value = VALUE_BOOL}, type->slot);
    for (size_t index = 0; index < type->term_count && !found; index++) {
        const struct term *term = &type->terms[index];
        candidates_add(&candidates, term->id);
        if (!text_equal(term->id, node->name))
            continue;
        found = true;
        set_place(node, type_of_hold(term->domain.hold), type->slot + 1 + (uint32_t)index);
        set_options(checker, node, &term->domain);
    }
    if (found && clause->place.key)
        set_key(checker, node, clause->place.key, type->stride);
    if (found)
        return true;
    return complain(checker->complaint, node->offset, "The clause \"%.*s\" has no term \"%.*s\"%s",
                    TEXT_ARGUMENTS(type->id), TEXT_ARGUMENTS(node->name),
                    candidates_hint(&candidates, node->name));
}

static bool check_instrument_member(struct checker *checker, struct node *node)
{
    const struct instrument_type *type = &checker->scenario->instruments[node->children[0]->number];
    if (text_equal(node->name, TEXT("in_force")))
        return set_place(node, (struct type){.value = VALUE_BOOL}, type->slot);
    if (text_equal(node->name, TEXT("signatures")))
        return set_place(node, (struct type){.value = VALUE_INT}, type->slot + 1);
    return complain(checker->complaint, node->offset,
                    "Of the instrument \"%.*s\" there are .in_force and .signatures, no \"%.*s\".",
                    TEXT_ARGUMENTS(type->id), TEXT_ARGUMENTS(node->name));
}

static bool set_field(struct checker *checker, struct node *node, const struct field *field)
{
    set_place(node, (struct type){.value = VALUE_INT}, 0);
    node->place.table = field->values;
    set_key(checker, node, node->children[0], 1);
    return true;
}

static bool set_keyed_clause(const struct checker *checker, struct node *node, size_t index)
{
    node->meaning = MEANING_CLAUSE;
    node->number = (int64_t)index;
    set_key(checker, node, node->children[0], checker->scenario->clause_types[index].stride);
    return true;
}

static bool set_choice(struct checker *checker, struct node *node, const struct decision *decision)
{
    set_place(node, (struct type){.value = VALUE_STRING}, decision->choice_slot);
    set_key(checker, node, node->children[0], 1);
    node->possible = possible_of_options(checker, decision->options, decision->option_count, true);
    return true;
}

/* Sets the member of that name, if a party or region (`per`) has one; adds the names it passes by
 * to the candidates. */
static bool find_keyed_member(struct checker *checker, struct node *node, enum per per,
                              struct candidates *candidates)
{
    const struct scenario *scenario = checker->scenario;
    const struct node *key = node->children[0];
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        if (variable->per != per || slots_hidden(checker, variable->slot, per))
            continue;
        candidates_add(candidates, variable->id);
        if (!text_equal(variable->id, node->name))
            continue;
        set_place(node, type_of_hold(variable->domain.hold), variable->slot);
        set_options(checker, node, &variable->domain);
        set_key(checker, node, key, 1);
        return true;
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        if (formula->per != per || slots_hidden(checker, formula->slot, per))
            continue;
        candidates_add(candidates, formula->id);
        if (!text_equal(formula->id, node->name))
            continue;
        set_formula(node, formula);
        set_key(checker, node, key, 1);
        return true;
    }
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        if (scenario->clause_types[index].per != per)
            continue;
        candidates_add(candidates, scenario->clause_types[index].id);
        if (text_equal(scenario->clause_types[index].id, node->name))
            return set_keyed_clause(checker, node, index);
    }
    return false;
}

static bool find_own_member(struct checker *checker, struct node *node, enum per per,
                            struct candidates *candidates)
{
    const struct scenario *scenario = checker->scenario;
    for (size_t index = 0; per == PER_PARTY && index < scenario->decision_count; index++) {
        candidates_add(candidates, scenario->decisions[index].id);
        if (text_equal(scenario->decisions[index].id, node->name))
            return set_choice(checker, node, &scenario->decisions[index]);
    }
    const struct field *fields =
        per == PER_PARTY ? scenario->party_fields : scenario->region_fields;
    size_t count = per == PER_PARTY ? scenario->party_field_count : scenario->region_field_count;
    for (size_t index = 0; index < count; index++) {
        candidates_add(candidates, fields[index].id);
        if (text_equal(fields[index].id, node->name))
            return set_field(checker, node, &fields[index]);
    }
    return false;
}

static bool check_keyed_member(struct checker *checker, struct node *node)
{
    enum per per = node->children[0]->type.value == VALUE_PARTY ? PER_PARTY : PER_REGION;
    struct candidates candidates = {.arena = checker->arena};
    if (find_keyed_member(checker, node, per, &candidates) ||
        find_own_member(checker, node, per, &candidates))
        return true;
    const char *whole = per == PER_PARTY ? "parties" : "regions";
    if (expression_reserves_member(node->name))
        return complain(checker->complaint, node->offset, "%.*s() takes the id of %s in brackets.",
                        TEXT_ARGUMENTS(node->name),
                        text_equal(node->name, TEXT("signed")) ? "an instrument" : "a clause type");
    struct candidates others = {.arena = checker->arena};
    struct node elsewhere = *node;
    enum per other = per == PER_PARTY ? PER_REGION : PER_PARTY;
    if (find_keyed_member(checker, &elsewhere, other, &others) ||
        find_own_member(checker, &elsewhere, other, &others))
        return complain(checker->complaint, node->offset, "\"%.*s\" is a member of %s, not of %s.",
                        TEXT_ARGUMENTS(node->name), per == PER_PARTY ? "regions" : "parties",
                        whole);
    return complain(checker->complaint, node->offset, "No member of %s is called \"%.*s\"%s", whole,
                    TEXT_ARGUMENTS(node->name), candidates_hint(&candidates, node->name));
}

bool check_member(struct checker *checker, struct node *node)
{
    struct node *target = node->children[0];
    if (!check_node(checker, target))
        return false;
    if (target->meaning == MEANING_CLAUSE)
        return check_clause_member(checker, node);
    if (target->meaning == MEANING_INSTRUMENT)
        return check_instrument_member(checker, node);
    if (target->meaning == MEANING_DECISION)
        return complain(checker->complaint, node->offset,
                        "A decision has .count('option') alone; what a party chose in it is "
                        "p.%.*s.",
                        TEXT_ARGUMENTS(target->name));
    if (target->meaning == MEANING_MATH)
        return complain(checker->complaint, node->offset,
                        "math has the functions least, greatest and abs, with arguments in "
                        "brackets.");
    bool keyed = target->type.value == VALUE_PARTY || target->type.value == VALUE_REGION;
    if (keyed && !target->type.list && !target->type.unknown)
        return check_keyed_member(checker, node);
    return complain(checker->complaint, node->offset,
                    "\"%.*s\" is asked of %s, which has no members%s", TEXT_ARGUMENTS(node->name),
                    type_words(target->type),
                    target->type.list ? "; functions of lists have brackets, as in .size()." : ".");
}
