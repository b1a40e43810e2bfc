#include "naive.h"

#include "checked.h"
#include "lexer.h"
#include "must.h"
#include "syntax.h"

/* A parsed source, found again by where its text is. */
struct naive_tree {
    const char *at;
    const struct node *root;
    struct naive_tree *next;
};

static struct naive_value evaluate(struct naive_world *world, const struct node *node,
                                   const struct naive_scope *scope);

static const struct naive_value failure = {.failed = true};

static struct naive_value of_kind(enum naive_kind kind, int64_t number)
{
    return (struct naive_value){.kind = kind, .number = number};
}

static struct naive_value of_string(struct text string)
{
    return (struct naive_value){.kind = NAIVE_STRING, .string = string};
}

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

static bool same(struct naive_value left, struct naive_value right)
{
    if (left.kind == NAIVE_STRING)
        return text_equal(left.string, right.string);
    if (left.kind != NAIVE_LIST)
        return left.number == right.number;
    bool equal = left.count == right.count;
    for (size_t index = 0; equal && index < left.count; index++)
        equal = same(left.items[index], right.items[index]);
    return equal;
}

/* Names. Every struct of the scenario begins with its id. */

static int64_t find(const void *items, size_t count, size_t size, struct text id)
{
    for (size_t index = 0; index < count; index++)
        if (text_equal(*(const struct text *)((const char *)items + index * size), id))
            return (int64_t)index;
    return -1;
}
#define FIND(items, count, id) find((items), (count), sizeof(*(items)), (id))

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

static struct naive_value evaluate_name(struct naive_world *world, struct text name,
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

static struct naive_value evaluate_member(struct naive_world *world, const struct node *node,
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

/* Functions. */

static struct naive_value drafted(struct naive_world *world, const struct node *node,
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

static struct naive_value add_up(struct naive_value list)
{
    int64_t sum = 0;
    for (size_t index = 0; index < list.count; index++)
        if (!checked_add(sum, list.items[index].number, &sum))
            return failure;
    return of_kind(NAIVE_INT, sum);
}

static struct naive_value extreme(struct naive_value list, bool least)
{
    if (list.count == 0)
        return failure;
    int64_t best = list.items[0].number;
    for (size_t index = 1; index < list.count; index++)
        if (least ? list.items[index].number < best : list.items[index].number > best)
            best = list.items[index].number;
    return of_kind(NAIVE_INT, best);
}

/* The values of nodes as a list; failed where one of them is. */
static struct naive_value evaluate_all(struct naive_world *world, struct node *const *nodes,
                                       size_t count, const struct naive_scope *scope)
{
    struct naive_value *items = ARENA_ARRAY(world->arena, struct naive_value, count);
    for (size_t index = 0; index < count; index++) {
        items[index] = evaluate(world, nodes[index], scope);
        if (items[index].failed)
            return failure;
    }
    return (struct naive_value){.kind = NAIVE_LIST, .items = items, .count = count};
}

static struct naive_value evaluate_math(struct naive_world *world, const struct node *node,
                                        const struct naive_scope *scope)
{
    struct naive_value list = evaluate_all(world, node->children + 1, node->child_count - 1, scope);
    if (list.failed)
        return failure;
    if (list.items[0].kind == NAIVE_LIST)
        list = list.items[0];
    int64_t number;
    if (!text_equal(node->name, TEXT("abs")))
        return extreme(list, text_equal(node->name, TEXT("least")));
    number = list.items[0].number;
    if (number < 0 && !checked_subtract(0, number, &number))
        return failure;
    return of_kind(NAIVE_INT, number);
}

static struct naive_value evaluate_count(struct naive_world *world, const struct node *node,
                                         const struct naive_scope *scope)
{
    const struct scenario *scenario = world->scenario;
    int64_t at = FIND(scenario->decisions, scenario->decision_count, node->children[0]->name);
    struct naive_value option = evaluate(world, node->children[1], scope);
    if (option.failed)
        return failure;
    int64_t chosen =
        FIND(scenario->decisions[at].options, scenario->decisions[at].option_count, option.string);
    return of_kind(NAIVE_INT, chosen < 0 ? 0 : world->decisions[at].counts[chosen]);
}

static struct naive_value evaluate_function(struct naive_world *world, const struct node *node,
                                            const struct naive_scope *scope)
{
    if (text_equal(node->name, TEXT("drafted")))
        return drafted(world, node->children[0], scope);
    if (text_equal(node->name, TEXT("conditional")))
        return of_kind(
            NAIVE_BOOL,
            world->conditional[FIND(world->scenario->conditions, world->scenario->condition_count,
                                    node->children[0]->name)]);
    must(text_equal(node->name, TEXT("size")));
    struct naive_value list = evaluate(world, node->children[0], scope);
    return list.failed ? failure : of_kind(NAIVE_INT, (int64_t)list.count);
}

static struct naive_value evaluate_method(struct naive_world *world, const struct node *node,
                                          const struct naive_scope *scope)
{
    const struct scenario *scenario = world->scenario;
    const struct node *whole = node->children[0];
    if (whole->kind == NODE_NAME && text_equal(whole->name, TEXT("math")))
        return evaluate_math(world, node, scope);
    if (text_equal(node->name, TEXT("count")))
        return evaluate_count(world, node, scope);
    struct naive_value self = evaluate(world, whole, scope);
    if (self.failed)
        return failure;
    if (text_equal(node->name, TEXT("size")))
        return of_kind(NAIVE_INT, (int64_t)self.count);
    if (text_equal(node->name, TEXT("sum")))
        return add_up(self);
    if (text_equal(node->name, TEXT("min")))
        return extreme(self, true);
    if (text_equal(node->name, TEXT("max")))
        return extreme(self, false);
    struct text name = node->children[1]->name;
    if (text_equal(node->name, TEXT("signed"))) {
        int64_t at = FIND(scenario->instruments, scenario->instrument_count, name);
        return of_kind(NAIVE_BOOL, world->texts[at].signed_by >> self.number & 1);
    }
    must(text_equal(node->name, TEXT("bound_by")));
    int64_t at = FIND(scenario->clause_types, scenario->clause_type_count, name);
    return of_kind(NAIVE_BOOL, world->bound[at] >> self.number & 1);
}

/* Operators. */

static struct naive_value compute(enum operator operator, int64_t left, int64_t right)
{
    int64_t result = 0;
    bool good = false;
    if (operator== OPERATOR_ADD)
        good = checked_add(left, right, &result);
    else if (operator== OPERATOR_SUBTRACT)
        good = checked_subtract(left, right, &result);
    else if (operator== OPERATOR_MULTIPLY)
        good = checked_multiply(left, right, &result);
    else if (right == 0 || (left == INT64_MIN && right == -1))
        return failure;
    else if (operator== OPERATOR_DIVIDE)
        return of_kind(NAIVE_INT, left / right);
    else
        return of_kind(NAIVE_INT, left % right);
    return good ? of_kind(NAIVE_INT, result) : failure;
}

static bool compare(enum operator operator, int64_t left, int64_t right)
{
    if (operator== OPERATOR_LESS)
        return left < right;
    if (operator== OPERATOR_LESS_EQUAL)
        return left <= right;
    if (operator== OPERATOR_GREATER)
        return left > right;
    must(operator== OPERATOR_GREATER_EQUAL);
    return left >= right;
}

static bool is_among(struct naive_value item, struct naive_value list)
{
    for (size_t index = 0; index < list.count; index++)
        if (same(item, list.items[index]))
            return true;
    return false;
}

/* The side that decides does so whatever the other one is. */
static struct naive_value logic(struct naive_value left, struct naive_value right, bool decides)
{
    if ((!left.failed && left.number == decides) || (!right.failed && right.number == decides))
        return of_kind(NAIVE_BOOL, decides);
    return left.failed || right.failed ? failure : of_kind(NAIVE_BOOL, !decides);
}

static struct naive_value evaluate_binary(struct naive_world *world, const struct node *node,
                                          const struct naive_scope *scope)
{
    struct naive_value left = evaluate(world, node->children[0], scope);
    struct naive_value right = evaluate(world, node->children[1], scope);
    if (node->operator== OPERATOR_AND || node->operator== OPERATOR_OR)
        return logic(left, right, node->operator== OPERATOR_OR);
    if (left.failed || right.failed)
        return failure;
    if (node->operator<= OPERATOR_REMAINDER)
        return compute(node->operator, left.number, right.number);
    if (node->operator== OPERATOR_EQUAL)
        return of_kind(NAIVE_BOOL, same(left, right));
    if (node->operator== OPERATOR_UNEQUAL)
        return of_kind(NAIVE_BOOL, !same(left, right));
    if (node->operator== OPERATOR_IN)
        return of_kind(NAIVE_BOOL, is_among(left, right));
    return of_kind(NAIVE_BOOL, compare(node->operator, left.number, right.number));
}

/* Macros. */

static struct naive_value body_of(struct naive_world *world, const struct node *node, size_t child,
                                  struct naive_value item, const struct naive_scope *scope)
{
    const struct naive_scope inner = {.name = node->local, .value = item, .outer = scope};
    return evaluate(world, node->children[child], &inner);
}

static struct naive_value ask_each(struct naive_world *world, const struct node *node,
                                   struct naive_value range, const struct naive_scope *scope)
{
    bool exists = node->macro == MACRO_EXISTS;
    struct naive_value answer = of_kind(NAIVE_BOOL, !exists);
    for (size_t index = 0; index < range.count; index++)
        answer = logic(answer, body_of(world, node, 1, range.items[index], scope), exists);
    return answer;
}

static struct naive_value make_list(struct naive_world *world, const struct node *node,
                                    struct naive_value range, const struct naive_scope *scope)
{
    struct naive_value *items = ARENA_ARRAY(world->arena, struct naive_value, range.count);
    struct naive_value list = {.kind = NAIVE_LIST, .items = items};
    bool maps = node->macro == MACRO_MAP, asks = !maps || node->child_count == 3;
    for (size_t index = 0; index < range.count; index++) {
        struct naive_value item = range.items[index];
        if (asks) {
            struct naive_value there = body_of(world, node, 1, item, scope);
            if (there.failed)
                return failure;
            if (!there.number)
                continue;
        }
        if (maps)
            item = body_of(world, node, node->child_count - 1, item, scope);
        if (item.failed)
            return failure;
        items[list.count++] = item;
    }
    return list;
}

static struct naive_value evaluate_macro(struct naive_world *world, const struct node *node,
                                         const struct naive_scope *scope)
{
    struct naive_value range = evaluate(world, node->children[0], scope);
    if (range.failed)
        return failure;
    if (node->macro == MACRO_ALL || node->macro == MACRO_EXISTS)
        return ask_each(world, node, range, scope);
    struct naive_value list = make_list(world, node, range, scope);
    if (node->macro == MACRO_EXISTS_ONE && !list.failed)
        return of_kind(NAIVE_BOOL, list.count == 1);
    return list;
}

static struct naive_value evaluate_sign(struct naive_world *world, const struct node *node,
                                        const struct naive_scope *scope)
{
    struct naive_value value = evaluate(world, node->children[0], scope);
    if (value.failed)
        return failure;
    if (node->kind == NODE_NOT)
        return of_kind(NAIVE_BOOL, !value.number);
    return compute(OPERATOR_SUBTRACT, 0, value.number);
}

static struct naive_value evaluate_index(struct naive_world *world, const struct node *node,
                                         const struct naive_scope *scope)
{
    struct naive_value list = evaluate(world, node->children[0], scope);
    struct naive_value index = evaluate(world, node->children[1], scope);
    if (list.failed || index.failed || index.number < 0 || index.number >= (int64_t)list.count)
        return failure;
    return list.items[index.number];
}

static struct naive_value evaluate(struct naive_world *world, const struct node *node,
                                   const struct naive_scope *scope)
{
    switch (node->kind) {
    case NODE_INT:
        return of_kind(NAIVE_INT, node->number);
    case NODE_BOOL:
        return of_kind(NAIVE_BOOL, node->number);
    case NODE_STRING:
        return of_string(node->name);
    case NODE_LIST:
        return evaluate_all(world, node->children, node->child_count, scope);
    case NODE_NAME:
        return evaluate_name(world, node->name, scope);
    case NODE_MEMBER:
        return evaluate_member(world, node, scope);
    case NODE_INDEX:
        return evaluate_index(world, node, scope);
    case NODE_CALL:
        return node->method ? evaluate_method(world, node, scope)
                            : evaluate_function(world, node, scope);
    case NODE_MACRO:
        return evaluate_macro(world, node, scope);
    case NODE_NOT:
    case NODE_NEGATE:
        return evaluate_sign(world, node, scope);
    case NODE_BINARY:
        return evaluate_binary(world, node, scope);
    case NODE_CHOOSE: {
        struct naive_value condition = evaluate(world, node->children[0], scope);
        return condition.failed ? failure
                                : evaluate(world, node->children[condition.number ? 1 : 2], scope);
    }
    }
    must(false);
}

struct naive_value naive_run(struct naive_world *world, struct text source,
                             const struct naive_scope *scope)
{
    struct naive_tree *tree = world->trees->first;
    while (tree && tree->at != source.at)
        tree = tree->next;
    if (!tree) {
        struct arena *arena = world->trees->arena;
        struct complaint complaint = {.arena = arena};
        tree = ARENA_NEW(arena, struct naive_tree);
        *tree = (struct naive_tree){source.at, parse_expression(source, arena, &complaint),
                                    world->trees->first};
        must(tree->root);
        world->trees->first = tree;
    }
    return evaluate(world, tree->root, scope);
}

struct naive_value naive_run_for(struct naive_world *world, const struct expression *expression,
                                 enum per per, int64_t key)
{
    const struct naive_scope it = {
        .name = TEXT("it"), .value = of_kind(per == PER_PARTY ? NAIVE_PARTY : NAIVE_REGION, key)};
    return naive_run(world, expression_source(expression), per == PER_NONE ? NULL : &it);
}
