#include "batch_plan.h"
#include "must.h"

/* Code with what is known of ranges: a value that can be one thing only is a constant, a test that
 * can have one answer only is not made. */

struct range planner_range(const struct planner *planner, operand which)
{
    uint32_t index = operand_index(which);
    if (operand_space(which) == SPACE_RUN)
        return planner->ranges[index];
    if (operand_space(which) == SPACE_WORLD)
        return planner->inputs[index].range;
    int64_t value = planner->builder.constants[index];
    return (struct range){value, value, false};
}

operand planner_constant(struct planner *planner, int64_t value)
{
    return builder_constant(&planner->builder, value);
}

static struct range range_of_instruction(const struct planner *planner,
                                         const struct instruction *in)
{
    struct range third = {0, 0, false};
    if (in->operation == OPERATION_SELECT)
        third = planner_range(planner, in->third);
    return range_of((enum operation)in->operation, planner_range(planner, in->left),
                    planner_range(planner, in->right), third);
}

/* Notes the range of an instruction that is new. */
static operand known(struct planner *planner, operand which)
{
    if (operand_space(which) != SPACE_RUN)
        return which;
    if (planner->range_count < planner->builder.count) {
        must(operand_index(which) == planner->range_count);
        if (planner->range_count == planner->range_capacity) {
            planner->range_capacity = planner->range_capacity * 2 + 64;
            planner->ranges = arena_grow(planner->arena, planner->ranges, planner->range_count,
                                         planner->range_capacity, sizeof(struct range));
        }
        const struct instruction *in = &planner->builder.instructions[planner->range_count];
        planner->ranges[planner->range_count] = range_of_instruction(planner, in);
        planner->range_count++;
    }
    struct range range = planner_range(planner, which);
    return !range.fails && range.low == range.high ? planner_constant(planner, range.low) : which;
}

static bool is_constant(const struct planner *planner, operand which, int64_t wanted)
{
    int64_t value;
    return builder_is_constant(&planner->builder, which, &value) && value == wanted;
}

/* 0 or 1, or failed. */
static bool is_truth(const struct planner *planner, operand which)
{
    struct range range = planner_range(planner, which);
    return range.low >= 0 && range.high <= 1;
}

/* Of `!x`, x. */
static bool is_not(const struct planner *planner, operand which, operand *inner)
{
    if (operand_space(which) != SPACE_RUN)
        return false;
    const struct instruction *in = &planner->builder.instructions[operand_index(which)];
    *inner = in->left;
    return in->operation == OPERATION_NOT;
}

operand planner_one(struct planner *planner, enum operation operation, operand value)
{
    operand inner;
    if (operation == OPERATION_NOT && is_not(planner, value, &inner) && is_truth(planner, inner))
        return inner;
    if (operation == OPERATION_HOLDS && is_truth(planner, value) &&
        !planner_range(planner, value).fails)
        return value;
    return known(planner, builder_one(&planner->builder, operation, value));
}

/* What a comparison of a truth with a constant, or a choice by ranges alone, comes to. */
static bool simpler(struct planner *planner, enum operation operation, operand left, operand right,
                    operand *result)
{
    struct range first = planner_range(planner, left), second = planner_range(planner, right);
    if (operation == OPERATION_EQUAL || operation == OPERATION_UNEQUAL) {
        bool same = operation == OPERATION_EQUAL;
        if (!is_truth(planner, left) || second.low != second.high || second.fails ||
            !is_truth(planner, right))
            return false;
        *result = same == (second.low == 1) ? left : planner_one(planner, OPERATION_NOT, left);
        return true;
    }
    if ((operation != OPERATION_LEAST && operation != OPERATION_GREATEST) || first.fails ||
        second.fails)
        return false;
    bool first_is_least = first.high <= second.low;
    if (!first_is_least && second.high > first.low)
        return false;
    *result = first_is_least == (operation == OPERATION_LEAST) ? left : right;
    return true;
}

/* `x / (c ? 15 : 6)` is `c ? x / 15 : x / 6`: dividing by what is known is many times faster. */
static bool divides_by_choice(struct planner *planner, enum operation operation, operand left,
                              operand right, operand *result)
{
    if ((operation != OPERATION_DIVIDE && operation != OPERATION_REMAINDER) ||
        operand_space(right) != SPACE_RUN)
        return false;
    /* A copy: instructions may move as they become more. */
    const struct instruction in = planner->builder.instructions[operand_index(right)];
    if (in.operation != OPERATION_SELECT || operand_space(in.right) != SPACE_CONSTANT ||
        operand_space(in.third) != SPACE_CONSTANT)
        return false;
    operand yes = planner_two(planner, operation, left, in.right);
    operand no = planner_two(planner, operation, left, in.third);
    *result = planner_select(planner, in.left, yes, no);
    return true;
}

operand planner_two(struct planner *planner, enum operation operation, operand left, operand right)
{
    operand result;
    if (simpler(planner, operation, left, right, &result) ||
        divides_by_choice(planner, operation, left, right, &result))
        return result;
    return known(planner, builder_two(&planner->builder, operation, left, right));
}

operand planner_select(struct planner *planner, operand condition, operand yes, operand no)
{
    struct range range = planner_range(planner, condition);
    operand inner;
    if (range_is_true(range))
        return yes;
    if (range_is_false(range))
        return no;
    if (yes == no)
        return planner_with(planner, yes, condition);
    if (is_not(planner, condition, &inner))
        return planner_select(planner, inner, no, yes);
    if (is_truth(planner, condition) && is_constant(planner, yes, 1) && is_constant(planner, no, 0))
        return condition;
    if (is_constant(planner, yes, 0) && is_constant(planner, no, 1))
        return planner_one(planner, OPERATION_NOT, condition);
    return known(planner, builder_select(&planner->builder, condition, yes, no));
}

operand planner_require(struct planner *planner, operand value, operand condition,
                        enum reason reason)
{
    if (range_is_true(planner_range(planner, condition)))
        return value;
    return known(planner, builder_require(&planner->builder, value, condition, reason));
}

operand planner_with(struct planner *planner, operand value, operand witness)
{
    if (!planner_range(planner, witness).fails)
        return value;
    return known(planner, builder_with(&planner->builder, value, witness));
}
