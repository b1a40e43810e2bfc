#include "compiler.h"

#include "must.h"

/* Lists have no memory at run time: every item that could be in one has a place in the code, and a
 * guard that says whether it is. */

struct list list_new(struct compiler *compiler, uint32_t count)
{
    bool stopped = compile_stopped(compiler, count);
    if (!stopped && count > LIST_LENGTH_MAX) {
        complain(compiler->complaint, compiler->builder.offset,
                 "This list could have %u items; a list has at most %d.", count, LIST_LENGTH_MAX);
        stopped = true;
    }
    if (stopped)
        count = 0;
    operand yes = builder_constant(&compiler->builder, 1);
    struct list list = {.items = ARENA_ARRAY(compiler->arena, operand, count),
                        .guards = ARENA_ARRAY(compiler->arena, operand, count),
                        .count = count,
                        .witness = yes};
    for (uint32_t index = 0; index < count; index++)
        list.guards[index] = yes;
    return list;
}

/* True where every item is surely there. */
static bool list_is_whole(const struct compiler *compiler, const struct list *list)
{
    int64_t value;
    for (uint32_t index = 0; index < list->count; index++)
        if (!builder_is_constant(&compiler->builder, list->guards[index], &value) || !value)
            return false;
    return true;
}

operand list_in(struct compiler *compiler, operand item, const struct list *list)
{
    struct builder *builder = &compiler->builder;
    if (list->is_set)
        return builder_two(builder, OPERATION_BIT, list->set, item);
    operand found = builder_constant(builder, 0);
    for (uint32_t index = 0; index < list->count; index++) {
        operand same = builder_two(builder, OPERATION_EQUAL, item, list->items[index]);
        same = builder_two(builder, OPERATION_AND, list->guards[index], same);
        found = builder_two(builder, OPERATION_OR, found, same);
    }
    return builder_with(builder, found, builder_witness(builder, list->witness, item));
}

operand list_size(struct compiler *compiler, const struct list *list)
{
    struct builder *builder = &compiler->builder;
    if (list->is_set)
        return builder_one(builder, OPERATION_MEMBERS, list->set);
    operand size = builder_constant(builder, 0);
    for (uint32_t index = 0; index < list->count; index++)
        size = builder_two(builder, OPERATION_ADD, size, list->guards[index]);
    return builder_with(builder, size, list->witness);
}

operand list_sum(struct compiler *compiler, const struct list *list)
{
    struct builder *builder = &compiler->builder;
    operand sum = builder_constant(builder, 0);
    operand nothing = sum;
    for (uint32_t index = 0; index < list->count; index++)
        sum =
            builder_two(builder, OPERATION_ADD, sum,
                        builder_select(builder, list->guards[index], list->items[index], nothing));
    return builder_with(builder, sum, list->witness);
}

operand list_extreme(struct compiler *compiler, const struct list *list, enum operation operation)
{
    struct builder *builder = &compiler->builder;
    /* What is not there must not win. */
    operand neutral =
        builder_constant(builder, operation == OPERATION_LEAST ? INT64_MAX : INT64_MIN);
    operand extreme = neutral;
    operand any = builder_constant(builder, 0);
    for (uint32_t index = 0; index < list->count; index++) {
        operand item = builder_select(builder, list->guards[index], list->items[index], neutral);
        extreme = index == 0 ? item : builder_two(builder, operation, extreme, item);
        any = builder_two(builder, OPERATION_OR, any, list->guards[index]);
    }
    extreme = builder_with(builder, extreme, list->witness);
    return builder_require(builder, extreme, any, REASON_EMPTY);
}

/* For each item, how many are there before it. */
static operand *list_ranks(struct compiler *compiler, const struct list *list)
{
    operand *ranks = ARENA_ARRAY(compiler->arena, operand, list->count);
    operand rank = builder_constant(&compiler->builder, 0);
    for (uint32_t index = 0; index < list->count; index++) {
        ranks[index] = rank;
        rank = builder_two(&compiler->builder, OPERATION_ADD, rank, list->guards[index]);
    }
    return ranks;
}

operand list_at(struct compiler *compiler, const struct list *list, operand index)
{
    struct builder *builder = &compiler->builder;
    operand *ranks = list_ranks(compiler, list);
    operand value = builder_constant(builder, 0);
    operand found = value;
    for (uint32_t at = 0; at < list->count; at++) {
        operand here = builder_two(builder, OPERATION_EQUAL, index, ranks[at]);
        here = builder_two(builder, OPERATION_AND, list->guards[at], here);
        value = builder_select(builder, here, list->items[at], value);
        found = builder_two(builder, OPERATION_OR, found, here);
    }
    value = builder_with(builder, value, builder_witness(builder, list->witness, index));
    return builder_require(builder, value, found, REASON_INDEX);
}

/* Equal sizes, and equal items wherever two stand equally far from the beginning. */
static operand list_equal_guarded(struct compiler *compiler, const struct list *left,
                                  const struct list *right)
{
    struct builder *builder = &compiler->builder;
    operand *left_ranks = list_ranks(compiler, left);
    operand *right_ranks = list_ranks(compiler, right);
    operand equal = builder_two(builder, OPERATION_EQUAL, list_size(compiler, left),
                                list_size(compiler, right));
    for (uint32_t at = 0; at < left->count; at++) {
        if (compile_stopped(compiler, right->count))
            break;
        for (uint32_t to = 0; to < right->count; to++) {
            operand both = builder_two(builder, OPERATION_AND, left->guards[at], right->guards[to]);
            operand level =
                builder_two(builder, OPERATION_UNEQUAL, left_ranks[at], right_ranks[to]);
            operand apart = builder_two(builder, OPERATION_OR,
                                        builder_one(builder, OPERATION_NOT, both), level);
            operand same = builder_two(builder, OPERATION_EQUAL, left->items[at], right->items[to]);
            equal = builder_two(builder, OPERATION_AND, equal,
                                builder_two(builder, OPERATION_OR, apart, same));
        }
    }
    return equal;
}

operand list_equal(struct compiler *compiler, const struct list *left, const struct list *right)
{
    struct builder *builder = &compiler->builder;
    if (left->is_set && right->is_set)
        return builder_two(builder, OPERATION_EQUAL, left->set, right->set);
    operand witness = builder_witness(builder, left->witness, right->witness);
    operand equal;
    if (!list_is_whole(compiler, left) || !list_is_whole(compiler, right)) {
        equal = list_equal_guarded(compiler, left, right);
    } else {
        equal = builder_constant(builder, left->count == right->count);
        for (uint32_t at = 0; left->count == right->count && at < left->count; at++)
            equal = builder_two(
                builder, OPERATION_AND, equal,
                builder_two(builder, OPERATION_EQUAL, left->items[at], right->items[at]));
    }
    return builder_with(builder, equal, witness);
}

/* What a macro says of one item of its range. */
static operand compile_body(struct compiler *compiler, const struct node *body,
                            const struct list *range, uint32_t index)
{
    must(compiler->local_count < EXPRESSION_NESTING_MAX);
    compiler->locals[compiler->local_count] = range->items[index];
    compiler->local_items[compiler->local_count] = index;
    compiler->local_count++;
    operand value = compile_value(compiler, body);
    compiler->local_count--;
    return value;
}

/* False where the item is surely not in the range, so that nothing need be said of it. */
static bool may_be_there(const struct compiler *compiler, const struct list *range, uint32_t index)
{
    int64_t value;
    return !builder_is_constant(&compiler->builder, range->guards[index], &value) || value;
}

operand compile_macro_value(struct compiler *compiler, const struct node *node)
{
    struct builder *builder = &compiler->builder;
    struct list range = compile_list(compiler, node->children[0]);
    operand no = builder_constant(builder, 0), yes = builder_constant(builder, 1);
    operand result = node->macro == MACRO_ALL ? yes : no;
    for (uint32_t index = 0; index < range.count; index++) {
        if (!may_be_there(compiler, &range, index))
            continue;
        operand body = compile_body(compiler, node->children[1], &range, index);
        if (compile_stopped(compiler, 0))
            break;
        operand guard = range.guards[index];
        if (node->macro == MACRO_ALL)
            result = builder_two(builder, OPERATION_AND, result,
                                 builder_select(builder, guard, body, yes));
        else if (node->macro == MACRO_EXISTS)
            result = builder_two(builder, OPERATION_OR, result,
                                 builder_select(builder, guard, body, no));
        else
            result = builder_two(builder, OPERATION_ADD, result,
                                 builder_select(builder, guard, body, no));
    }
    if (node->macro == MACRO_EXISTS_ONE)
        result = builder_two(builder, OPERATION_EQUAL, result, yes);
    return builder_with(builder, result, range.witness);
}

/* filter, map, and map with a condition. */
struct list compile_macro_list(struct compiler *compiler, const struct node *node)
{
    struct builder *builder = &compiler->builder;
    must(node->kind == NODE_MACRO);
    const struct node *condition =
        node->macro == MACRO_FILTER || node->child_count == 3 ? node->children[1] : NULL;
    const struct node *value =
        node->macro == MACRO_MAP ? node->children[node->child_count - 1] : NULL;
    struct list range = compile_list(compiler, node->children[0]);
    struct list list = list_new(compiler, range.count);
    operand no = builder_constant(builder, 0);
    uint32_t count = 0;
    list.witness = range.witness;
    for (uint32_t index = 0; index < list.count; index++) {
        if (!may_be_there(compiler, &range, index))
            continue;
        operand guard = range.guards[index];
        if (condition) {
            operand wanted = compile_body(compiler, condition, &range, index);
            list.witness =
                builder_witness(builder, list.witness, builder_select(builder, guard, wanted, no));
            guard = builder_two(builder, OPERATION_AND, guard, wanted);
        }
        operand item = value ? compile_body(compiler, value, &range, index) : range.items[index];
        if (compile_stopped(compiler, 0))
            break;
        if (value)
            list.witness =
                builder_witness(builder, list.witness, builder_select(builder, guard, item, no));
        list.items[count] = item;
        list.guards[count++] = guard;
    }
    list.count = count;
    return list;
}
