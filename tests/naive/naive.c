#include "naive_value.h"

#include "checked.h"
#include "lexer.h"
#include "must.h"

/* A parsed source, found again by where its text is. */
struct naive_tree {
    const char *at;
    const struct node *root;
    struct naive_tree *next;
};

/* Functions. */

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
        return evaluate_drafted(world, node->children[0], scope);
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

static struct naive_value compute(enum operator which, int64_t left, int64_t right)
{
    int64_t result = 0;
    bool good = false;
    if (which == OPERATOR_ADD)
        good = checked_add(left, right, &result);
    else if (which == OPERATOR_SUBTRACT)
        good = checked_subtract(left, right, &result);
    else if (which == OPERATOR_MULTIPLY)
        good = checked_multiply(left, right, &result);
    else if (right == 0 || (left == INT64_MIN && right == -1))
        return failure;
    else if (which == OPERATOR_DIVIDE)
        return of_kind(NAIVE_INT, left / right);
    else
        return of_kind(NAIVE_INT, left % right);
    return good ? of_kind(NAIVE_INT, result) : failure;
}

static bool compare(enum operator which, int64_t left, int64_t right)
{
    if (which == OPERATOR_LESS)
        return left < right;
    if (which == OPERATOR_LESS_EQUAL)
        return left <= right;
    if (which == OPERATOR_GREATER)
        return left > right;
    must(which == OPERATOR_GREATER_EQUAL);
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
    enum operator which = node->operator;
    if (which == OPERATOR_AND || which == OPERATOR_OR)
        return logic(left, right, which == OPERATOR_OR);
    if (left.failed || right.failed)
        return failure;
    if (which <= OPERATOR_REMAINDER)
        return compute(which, left.number, right.number);
    if (which == OPERATOR_EQUAL)
        return of_kind(NAIVE_BOOL, same(left, right));
    if (which == OPERATOR_UNEQUAL)
        return of_kind(NAIVE_BOOL, !same(left, right));
    if (which == OPERATOR_IN)
        return of_kind(NAIVE_BOOL, is_among(left, right));
    return of_kind(NAIVE_BOOL, compare(which, left.number, right.number));
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

struct naive_value evaluate(struct naive_world *world, const struct node *node,
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
