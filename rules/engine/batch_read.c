#include "batch_plan.h"
#include "must.h"

/* Reading expressions into a plan: each world slot that they read is an input, a constant, or what
 * computes a formula or whom clauses bind. */

static operand read_operand(struct planner *planner, enum stage stage,
                            const struct expression *expression, const operand *code, operand which)
{
    uint32_t index = operand_index(which);
    if (operand_space(which) == SPACE_RUN)
        return code[index];
    if (operand_space(which) == SPACE_CONSTANT)
        return planner_constant(planner, expression->constants[index]);
    return planner_slot(planner, stage, index);
}

/* A choice by index, written out; no column can be the index of a column. */
static operand read_index(struct planner *planner, enum stage stage,
                          const struct expression *expression, const operand *code,
                          const struct instruction *in)
{
    operand key = read_operand(planner, stage, expression, code, in->right);
    struct range range = planner_range(planner, key);
    int64_t first = range.low < 0 ? 0 : range.low;
    int64_t last = range.high >= in->count ? in->count - 1 : range.high;
    operand value = planner_constant(planner, 0);
    for (int64_t at = last; at >= first; at--) {
        operand from = in->left + ((uint32_t)at * in->third << 2);
        operand item = read_operand(planner, stage, expression, code, from);
        operand here = planner_two(planner, OPERATION_EQUAL, key, planner_constant(planner, at));
        value = at == last ? item : planner_select(planner, here, item, value);
    }
    operand above = planner_two(planner, OPERATION_LESS_EQUAL, planner_constant(planner, 0), key);
    operand below = planner_two(planner, OPERATION_LESS, key, planner_constant(planner, in->count));
    operand inside = planner_two(planner, OPERATION_AND, above, below);
    return planner_require(planner, value, inside, REASON_INDEX);
}

static operand read_instruction(struct planner *planner, enum stage stage,
                                const struct expression *expression, const operand *code,
                                const struct instruction *in)
{
    enum operation operation = (enum operation)in->operation;
    if (operation == OPERATION_INDEX)
        return read_index(planner, stage, expression, code, in);
    must(operation != OPERATION_CHANCE && operation != OPERATION_DICE);
    operand left = read_operand(planner, stage, expression, code, in->left);
    if (operation == OPERATION_NOT || operation == OPERATION_NEGATE ||
        operation == OPERATION_ABSOLUTE || operation == OPERATION_MEMBERS)
        return planner_one(planner, operation, left);
    operand right = read_operand(planner, stage, expression, code, in->right);
    if (operation == OPERATION_SELECT)
        return planner_select(planner, left, right,
                              read_operand(planner, stage, expression, code, in->third));
    if (operation == OPERATION_REQUIRE)
        return planner_require(planner, left, right, (enum reason)in->count);
    if (operation == OPERATION_WITH)
        return planner_with(planner, left, right);
    return planner_two(planner, operation, left, right);
}

/* Every instruction of an expression as an operand of the planner's. */
static const operand *read_code(struct planner *planner, enum stage stage,
                                const struct expression *expression)
{
    operand *code = ARENA_ARRAY(planner->arena, operand, expression->instruction_count);
    for (uint32_t index = 0; index < expression->instruction_count; index++)
        code[index] =
            read_instruction(planner, stage, expression, code, &expression->instructions[index]);
    return code;
}

operand planner_value(struct planner *planner, enum stage stage,
                      const struct expression *expression)
{
    must(!expression->type.list);
    const operand *code = read_code(planner, stage, expression);
    return read_operand(planner, stage, expression, code, expression->root);
}

static operand holds(struct planner *planner, operand value)
{
    return planner_one(planner, OPERATION_HOLDS, value);
}

/* Whether a settled clause of this key binds a party: not where that cannot be computed. */
static operand read_binds(struct planner *planner, uint32_t key, uint32_t party)
{
    const struct expression *expression = planner->scenario->keys[key].binds;
    const struct code_list *list = &expression->list;
    if (!planner->binds[key])
        planner->binds[key] = read_code(planner, STAGE_BEFORE, expression);
    const operand *code = planner->binds[key];
    operand bound = planner_constant(planner, 0), yes = planner_constant(planner, 1);
    for (uint32_t index = 0; index < list->count; index++) {
        operand item = read_operand(planner, STAGE_BEFORE, expression, code, list->items[index]);
        operand guard = read_operand(planner, STAGE_BEFORE, expression, code, list->guards[index]);
        operand here =
            planner_two(planner, OPERATION_EQUAL, item, planner_constant(planner, party));
        here = planner_two(planner, OPERATION_AND, holds(planner, guard), holds(planner, here));
        bound = planner_two(planner, OPERATION_OR, bound, here);
    }
    operand witness = read_operand(planner, STAGE_BEFORE, expression, code, list->witness);
    operand good = holds(planner, planner_with(planner, yes, witness));
    return planner_two(planner, OPERATION_AND, good, bound);
}

/* A type of which a package has a clause binds anew; another one as it does in the world. */
static operand read_bound(struct planner *planner, const struct clause_type *type, uint32_t party)
{
    operand any = planner_constant(planner, 0), bound = any;
    for (uint32_t key = type->first_key; key < type->first_key + type->key_count; key++) {
        any = planner_two(planner, OPERATION_OR, any, planner->present[key]);
        operand in_force = planner_slot(planner, STAGE_BEFORE, planner->scenario->keys[key].slot);
        if (range_is_false(planner_range(planner, in_force)) || planner->builder.full)
            continue;
        operand binds = read_binds(planner, key, party);
        bound = planner_two(planner, OPERATION_OR, bound,
                            planner_two(planner, OPERATION_AND, in_force, binds));
    }
    int64_t before = planner->world->slots[type->bound_slot + party];
    return planner_select(planner, any, bound, planner_constant(planner, before));
}

static operand read_slot(struct planner *planner, enum stage stage, uint32_t slot)
{
    const struct scenario *scenario = planner->scenario;
    uint32_t formula_index = planner->formula_of[slot];
    if (formula_index > 0) {
        const struct formula *formula = &scenario->formulas[formula_index - 1];
        return planner_value(planner, stage, formula->values[slot - formula->slot]);
    }
    for (size_t index = 0; stage == STAGE_BOUND && index < scenario->clause_type_count; index++) {
        const struct clause_type *type = &scenario->clause_types[index];
        if (planner->type_varies[index] && slot >= type->bound_slot &&
            slot - type->bound_slot < scenario->party_count)
            return read_bound(planner, type, slot - type->bound_slot);
    }
    must(!planner->world->failed[slot]); /* Only formulas fail. */
    return planner_constant(planner, planner->world->slots[slot]);
}

operand planner_slot(struct planner *planner, enum stage stage, uint32_t slot)
{
    operand *at = &planner->slots[stage][slot];
    if (*at == 0)
        *at = (planner->builder.full ? planner_constant(planner, 0)
                                     : read_slot(planner, stage, slot)) +
              1;
    return *at - 1;
}
