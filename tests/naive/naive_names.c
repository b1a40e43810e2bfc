/* What names mean: those of the rules, and those of what stands around. */
#include "naive_value.h"

#include "must.h"

static struct naive_value of_set(struct naive_world *world, party_set set)
{
    struct naive_value *items =
        ARENA_ARRAY(world->arena, struct naive_value, world->scenario->party_count);
    size_t count = 0;
    for (size_t party = 0; party < world->scenario->party_count; party++)
        if (set >> party & 1)
            items[count++] = of_kind(NAIVE_PARTY, (int64_t)party);
    return (struct naive_value){.kind = NAIVE_LIST, .items = items, .count = count};
}

static struct naive_value of_domain(struct naive_world *world, const struct domain *domain,
                                    int64_t value)
{
    switch (domain->hold) {
    case HOLD_INT:
        return of_kind(NAIVE_INT, value);
    case HOLD_BOOL:
        return of_kind(NAIVE_BOOL, value);
    case HOLD_OPTION:
        return of_string(world->scenario->strings[value]);
    case HOLD_PARTY:
        return of_kind(NAIVE_PARTY, value);
    case HOLD_REGION:
        return of_kind(NAIVE_REGION, value);
    case HOLD_PARTIES:
        break;
    }
    return of_set(world, (party_set)value);
}

static struct naive_value every(struct naive_world *world, enum naive_kind kind, size_t count)
{
    struct naive_value *items = ARENA_ARRAY(world->arena, struct naive_value, count);
    for (size_t index = 0; index < count; index++)
        items[index] = of_kind(kind, (int64_t)index);
    return (struct naive_value){.kind = NAIVE_LIST, .items = items, .count = count};
}

static const struct naive_scope *find_local(const struct naive_scope *scope, struct text name)
{
    while (scope && !text_equal(scope->name, name))
        scope = scope->outer;
    return scope;
}

static enum per per_of(struct naive_value value)
{
    return value.kind == NAIVE_PARTY ? PER_PARTY : PER_REGION;
}

static struct naive_value run_formula(struct naive_world *world, const struct formula *formula,
                                      int64_t key)
{
    return naive_run_for(world, formula->values[key], formula->per, key);
}

struct naive_value evaluate_name(struct naive_world *world, struct text name,
                                 const struct naive_scope *scope)
{
    const struct scenario *scenario = world->scenario;
    const struct naive_scope *local = find_local(scope, name);
    if (local)
        return local->value;
    if (text_equal(name, TEXT("round")))
        return of_kind(NAIVE_INT, world->round);
    if (text_equal(name, TEXT("phase")))
        return of_string(world->phase);
    if (text_equal(name, TEXT("parties")))
        return every(world, NAIVE_PARTY, scenario->party_count);
    if (text_equal(name, TEXT("regions")))
        return every(world, NAIVE_REGION, scenario->region_count);
    if (text_equal(name, TEXT("signatories")))
        return of_set(world, world->signatories);
    if (text_equal(name, TEXT("invited")))
        return of_set(world, world->invited);
    int64_t at = FIND(scenario->parties, scenario->party_count, name);
    if (at >= 0)
        return of_kind(NAIVE_PARTY, at);
    at = FIND(scenario->regions, scenario->region_count, name);
    if (at >= 0)
        return of_kind(NAIVE_REGION, at);
    at = FIND(scenario->variables, scenario->variable_count, name);
    if (at >= 0)
        return of_domain(world, &scenario->variables[at].domain, world->variables[at][0]);
    at = FIND(scenario->formulas, scenario->formula_count, name);
    must(at >= 0);
    return run_formula(world, &scenario->formulas[at], 0);
}

/* A clause, as `ceasefire` or as `p.troops`; its key is failed where p is. */
struct naive_clause_name {
    int64_t type; /* -1: it is none */
    struct naive_value key;
};

static struct naive_clause_name clause_named(struct naive_world *world, const struct node *node,
                                             const struct naive_scope *scope)
{
    const struct scenario *scenario = world->scenario;
    struct naive_clause_name clause = {.type = -1};
    if (node->kind == NODE_NAME && !find_local(scope, node->name))
        clause.type = FIND(scenario->clause_types, scenario->clause_type_count, node->name);
    if (node->kind != NODE_MEMBER)
        return clause;
    int64_t type = FIND(scenario->clause_types, scenario->clause_type_count, node->name);
    if (type < 0 || scenario->clause_types[type].per == PER_NONE)
        return clause;
    clause.key = evaluate(world, node->children[0], scope);
    if (clause.key.failed || per_of(clause.key) == scenario->clause_types[type].per)
        clause.type = type;
    return clause;
}

static struct naive_value clause_member(struct naive_world *world, struct naive_clause_name clause,
                                        struct text name)
{
    const struct clause_type *type = &world->scenario->clause_types[clause.type];
    if (clause.key.failed)
        return failure;
    int32_t party_or_region = type->per == PER_NONE ? -1 : (int32_t)clause.key.number;
    int key = scenario_key_of(world->scenario, (uint32_t)clause.type, party_or_region);
    if (text_equal(name, TEXT("in_force")))
        return of_kind(NAIVE_BOOL, key >= 0 && world->clauses[key].settled);
    int64_t term = FIND(type->terms, type->term_count, name);
    must(term >= 0);
    bool settled = key >= 0 && world->clauses[key].settled;
    return of_domain(world, &type->terms[term].domain,
                     settled ? world->clauses[key].terms[term] : type->terms[term].start);
}

/* What can be asked of a party or a region. */
static struct naive_value member_of_key(struct naive_world *world, struct naive_value key,
                                        struct text name)
{
    const struct scenario *scenario = world->scenario;
    enum per per = per_of(key);
    for (size_t index = 0; index < scenario->variable_count; index++)
        if (scenario->variables[index].per == per &&
            text_equal(scenario->variables[index].id, name))
            return of_domain(world, &scenario->variables[index].domain,
                             world->variables[index][key.number]);
    for (size_t index = 0; index < scenario->formula_count; index++)
        if (scenario->formulas[index].per == per && text_equal(scenario->formulas[index].id, name))
            return run_formula(world, &scenario->formulas[index], key.number);
    int64_t at = FIND(scenario->decisions, scenario->decision_count, name);
    if (per == PER_PARTY && at >= 0)
        return of_string(world->decisions[at].choices[key.number]);
    const struct field *fields =
        per == PER_PARTY ? scenario->party_fields : scenario->region_fields;
    at = FIND(fields, per == PER_PARTY ? scenario->party_field_count : scenario->region_field_count,
              name);
    must(at >= 0);
    return of_kind(NAIVE_INT, fields[at].values[key.number]);
}

struct naive_value evaluate_member(struct naive_world *world, const struct node *node,
                                   const struct naive_scope *scope)
{
    const struct scenario *scenario = world->scenario;
    const struct node *whole = node->children[0];
    struct naive_clause_name clause = clause_named(world, whole, scope);
    if (clause.type >= 0)
        return clause_member(world, clause, node->name);
    if (whole->kind == NODE_NAME && !find_local(scope, whole->name)) {
        int64_t text = FIND(scenario->instruments, scenario->instrument_count, whole->name);
        if (text >= 0)
            return text_equal(node->name, TEXT("in_force"))
                       ? of_kind(NAIVE_BOOL, world->texts[text].in_force)
                       : of_kind(NAIVE_INT, world->texts[text].signatures);
    }
    struct naive_value key = evaluate(world, whole, scope);
    return key.failed ? failure : member_of_key(world, key, node->name);
}

struct naive_value evaluate_drafted(struct naive_world *world, const struct node *node,
                                    const struct naive_scope *scope)
{
    const struct scenario *scenario = world->scenario;
    struct naive_clause_name clause = clause_named(world, node, scope);
    const struct clause_type *type = &scenario->clause_types[clause.type];
    const struct naive_scope *it = find_local(scope, TEXT("it"));
    bool one = node->kind == NODE_MEMBER;
    if (clause.key.failed)
        return failure;
    if (!one && type->per != PER_NONE && it && per_of(it->value) == type->per) {
        clause.key = it->value;
        one = true;
    }
    bool any = false;
    for (uint32_t index = 0; index < type->key_count; index++) {
        uint32_t key = type->first_key + index;
        if (!one || scenario->keys[key].key == clause.key.number)
            any = any || world->clauses[key].drafted;
    }
    return of_kind(NAIVE_BOOL, any);
}
