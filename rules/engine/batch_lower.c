#include "batch_plan.h"
#include "must.h"

/* From instructions to steps over columns. A column is used again once its value is needed no more,
 * so that what is computed on the way stays in the nearest cache. */

enum { NOWHERE = -1 };

/* Where a value stands: it may have both columns for a time. */
struct home {
    int32_t narrow, wide;
    uint32_t last_use; /* the last instruction that reads it */
    bool needed, is_narrow;
    int32_t first_result; /* whose root it is; more in `next_result` */
};

struct columns {
    int32_t *free;
    uint32_t free_count, count;
};

struct lowering {
    struct arena *arena;
    const struct planner *planner;
    struct batch_plan *plan;
    struct home *homes; /* of instructions */
    struct home *inputs;
    int32_t *constants; /* wide columns of the planner's constants */
    int32_t *next_result;
    struct columns narrow, wide;
    struct step *steps;
    size_t step_count, step_capacity;
    struct fixed_column *fixed;
    size_t fixed_count;
};

static struct home *home_of(struct lowering *lowering, operand which)
{
    must(operand_space(which) != SPACE_CONSTANT);
    return operand_space(which) == SPACE_RUN ? &lowering->homes[operand_index(which)]
                                             : &lowering->inputs[operand_index(which)];
}

static int32_t column_take(struct columns *columns)
{
    if (columns->free_count > 0)
        return columns->free[--columns->free_count];
    return (int32_t)columns->count++;
}

static void column_give(struct columns *columns, int32_t column)
{
    if (column != NOWHERE)
        columns->free[columns->free_count++] = column;
}

static struct step *add_step(struct lowering *lowering, enum step_kind kind, int32_t to)
{
    if (lowering->step_count == lowering->step_capacity) {
        lowering->step_capacity = lowering->step_capacity * 2 + 64;
        lowering->steps = arena_grow(lowering->arena, lowering->steps, lowering->step_count,
                                     lowering->step_capacity, sizeof(struct step));
    }
    struct step *step = &lowering->steps[lowering->step_count++];
    *step = (struct step){.kind = (uint8_t)kind, .to = (uint32_t)to};
    return step;
}

/* The operands of an instruction; how many. */
static int operands_of(const struct instruction *in, operand operands[3])
{
    operands[0] = in->left;
    operands[1] = in->right;
    operands[2] = in->third;
    return in->operation == OPERATION_SELECT ? 3 : 2;
}

/* int32 arithmetic gives the same as int64 where all that goes in and comes out fits. */
static bool instruction_is_narrow(const struct planner *planner, uint32_t index)
{
    const struct instruction *in = &planner->builder.instructions[index];
    operand operands[3];
    int count = operands_of(in, operands);
    bool narrow = range_is_narrow(planner->ranges[index]);
    for (int at = 0; at < count && narrow; at++)
        narrow = range_is_narrow(planner_range(planner, operands[at]));
    struct range left = planner_range(planner, in->left);
    struct range right = planner_range(planner, in->right);
    if (in->operation == OPERATION_BIT)
        narrow = narrow && right.low >= 0 && right.high < 32;
    if (in->operation == OPERATION_MEMBERS)
        narrow = narrow && left.low >= 0;
    /* Its remainder by -1 is 0, but computing it there would overflow on the way. */
    if (in->operation == OPERATION_REMAINDER)
        narrow = narrow && left.low > INT32_MIN;
    return narrow;
}

static void fix(struct lowering *lowering, uint32_t column, int64_t value)
{
    lowering->fixed[lowering->fixed_count++] = (struct fixed_column){column, value};
}

static void mark_needed(struct lowering *lowering, uint32_t index)
{
    struct home *home = &lowering->homes[index];
    const struct builder *builder = &lowering->planner->builder;
    operand operands[3];
    int count = operands_of(&builder->instructions[index], operands);
    home->is_narrow = instruction_is_narrow(lowering->planner, index);
    for (int at = 0; at < count; at++) {
        uint32_t constant = operand_index(operands[at]);
        if (operand_space(operands[at]) != SPACE_CONSTANT) {
            struct home *from = home_of(lowering, operands[at]);
            from->needed = true;
            if (from->last_use < index)
                from->last_use = index;
        } else if (!home->is_narrow && lowering->constants[constant] == NOWHERE) {
            lowering->constants[constant] = (int32_t)lowering->wide.count++;
            fix(lowering, (uint32_t)lowering->constants[constant], builder->constants[constant]);
        }
    }
}

/* What is needed, from the roots back; and columns for all that lasts. */
static void mark_all(struct lowering *lowering, const operand *roots, size_t root_count,
                     uint32_t *results)
{
    struct batch_plan *plan = lowering->plan;
    for (size_t root = 0; root < root_count; root++) {
        results[root] = lowering->wide.count++;
        int64_t value;
        if (builder_is_constant(&lowering->planner->builder, roots[root], &value)) {
            fix(lowering, results[root], value);
            continue;
        }
        struct home *home = home_of(lowering, roots[root]);
        home->needed = true;
        lowering->next_result[root] = home->first_result;
        home->first_result = (int32_t)root;
    }
    for (uint32_t index = lowering->planner->builder.count; index-- > 0;)
        if (lowering->homes[index].needed)
            mark_needed(lowering, index);
    for (size_t index = 0; index < plan->input_count; index++) {
        struct input *input = &plan->inputs[index];
        struct home *home = &lowering->inputs[index];
        input->needed = home->needed;
        home->is_narrow = input->narrow;
        if (!home->needed)
            continue;
        input->column = input->narrow ? lowering->narrow.count++ : lowering->wide.count++;
        home->narrow = input->narrow ? (int32_t)input->column : NOWHERE;
        home->wide = input->narrow ? NOWHERE : (int32_t)input->column;
    }
}

static int32_t narrow_operand(struct lowering *lowering, operand which, uint8_t *form, uint8_t bit)
{
    int64_t value;
    if (builder_is_constant(&lowering->planner->builder, which, &value)) {
        *form |= bit;
        return (int32_t)value;
    }
    struct home *home = home_of(lowering, which);
    if (home->narrow == NOWHERE) {
        home->narrow = column_take(&lowering->narrow);
        add_step(lowering, STEP_SHRINK, home->narrow)->left = home->wide;
    }
    return home->narrow;
}

static int32_t wide_operand(struct lowering *lowering, operand which)
{
    if (operand_space(which) == SPACE_CONSTANT)
        return lowering->constants[operand_index(which)];
    struct home *home = home_of(lowering, which);
    if (home->wide == NOWHERE) {
        home->wide = column_take(&lowering->wide);
        add_step(lowering, STEP_WIDEN, home->wide)->left = home->narrow;
    }
    return home->wide;
}

/* a / d is a * ceil(2^s / d) / 2^s, rounded toward 0, where 2^s is more than any |a| times d: the
 * quotient is too large by less than any fraction of d that it can have. */
static void find_inverse(struct step *step, struct range left, int64_t divisor)
{
    int64_t most = left.high > -left.low ? left.high : -left.low;
    uint8_t shift = 1;
    while (((int64_t)1 << shift) <= most * divisor)
        shift++;
    step->kind = STEP_NARROW_DIVIDE;
    step->shift = shift;
    step->inverse = ((int64_t)1 << shift) / divisor + 1;
    step->small = shift < 32 && step->inverse <= INT32_MAX && most * step->inverse <= INT32_MAX;
}

static void lower_narrow(struct lowering *lowering, uint32_t index)
{
    const struct planner *planner = lowering->planner;
    const struct instruction *in = &planner->builder.instructions[index];
    struct step step = {.kind = STEP_NARROW, .operation = (uint8_t)in->operation};
    step.left = narrow_operand(lowering, in->left, &step.form, FORM_LEFT);
    step.right = narrow_operand(lowering, in->right, &step.form, FORM_RIGHT);
    if (in->operation == OPERATION_SELECT)
        step.third = narrow_operand(lowering, in->third, &step.form, FORM_THIRD);
    struct range left = planner_range(planner, in->left);
    bool divides = in->operation == OPERATION_DIVIDE || in->operation == OPERATION_REMAINDER;
    if (divides && step.form == FORM_RIGHT && step.right > 0 && left.low > INT32_MIN)
        find_inverse(&step, left, step.right);
    int32_t to = column_take(&lowering->narrow);
    lowering->homes[index].narrow = to;
    step.to = (uint32_t)to;
    *add_step(lowering, STEP_NARROW, to) = step;
}

static void lower_wide(struct lowering *lowering, uint32_t index)
{
    const struct instruction *in = &lowering->planner->builder.instructions[index];
    struct step step = {.kind = STEP_WIDE, .operation = (uint8_t)in->operation};
    step.left = wide_operand(lowering, in->left);
    step.right = wide_operand(lowering, in->right);
    if (in->operation == OPERATION_SELECT)
        step.third = wide_operand(lowering, in->third);
    int32_t to = column_take(&lowering->wide);
    lowering->homes[index].wide = to;
    step.to = (uint32_t)to;
    *add_step(lowering, STEP_WIDE, to) = step;
}

static void lower_results(struct lowering *lowering, const struct home *home,
                          const uint32_t *results)
{
    for (int32_t root = home->first_result; root != NOWHERE; root = lowering->next_result[root]) {
        bool narrow = home->narrow != NOWHERE;
        struct step *step =
            add_step(lowering, narrow ? STEP_WIDEN : STEP_COPY, (int32_t)results[root]);
        step->left = narrow ? home->narrow : home->wide;
    }
}

static void give_columns(struct lowering *lowering, struct home *home)
{
    column_give(&lowering->narrow, home->narrow);
    column_give(&lowering->wide, home->wide);
    home->narrow = home->wide = NOWHERE;
}

static void lower_instruction(struct lowering *lowering, uint32_t index, const uint32_t *results)
{
    struct home *home = &lowering->homes[index];
    if (home->is_narrow)
        lower_narrow(lowering, index);
    else
        lower_wide(lowering, index);
    lower_results(lowering, home, results);
    if (home->last_use == 0)
        give_columns(lowering, home);
    operand operands[3];
    int count = operands_of(&lowering->planner->builder.instructions[index], operands);
    for (int at = 0; at < count; at++) {
        if (operand_space(operands[at]) != SPACE_RUN)
            continue; /* Inputs stay; only their copies could go. */
        struct home *from = home_of(lowering, operands[at]);
        if (from->last_use == index)
            give_columns(lowering, from);
    }
}

static struct home *homes_open(struct arena *arena, size_t count)
{
    struct home *homes = ARENA_ARRAY(arena, struct home, count);
    for (size_t index = 0; index < count; index++)
        homes[index] = (struct home){.narrow = NOWHERE, .wide = NOWHERE, .first_result = NOWHERE};
    return homes;
}

static void plan_keep(struct batch_plan *plan, const struct lowering *lowering)
{
    plan->steps = arena_grow(plan->arena, lowering->steps, lowering->step_count,
                             lowering->step_count, sizeof(struct step));
    plan->step_count = lowering->step_count;
    plan->fixed = arena_grow(plan->arena, lowering->fixed, lowering->fixed_count,
                             lowering->fixed_count, sizeof(struct fixed_column));
    plan->fixed_count = lowering->fixed_count;
    plan->narrow_columns = lowering->narrow.count;
    plan->wide_columns = lowering->wide.count;
}

void plan_lower(struct batch_plan *plan, const struct planner *planner, const operand *roots,
                size_t root_count)
{
    struct arena *arena = planner->arena;
    const struct builder *builder = &planner->builder;
    size_t most = builder->count + plan->input_count;
    struct lowering lowering = {
        .arena = arena,
        .planner = planner,
        .plan = plan,
        .homes = homes_open(arena, builder->count),
        .inputs = homes_open(arena, plan->input_count),
        .constants = ARENA_ARRAY(arena, int32_t, builder->constant_count),
        .next_result = ARENA_ARRAY(arena, int32_t, root_count),
        .narrow = {.free = ARENA_ARRAY(arena, int32_t, most)},
        .wide = {.free = ARENA_ARRAY(arena, int32_t, most)},
        .fixed = ARENA_ARRAY(arena, struct fixed_column, builder->constant_count + root_count)};
    for (uint32_t index = 0; index < builder->constant_count; index++)
        lowering.constants[index] = NOWHERE;
    uint32_t *results = ARENA_ARRAY(plan->arena, uint32_t, root_count);
    mark_all(&lowering, roots, root_count, results);
    plan->results = results;
    for (uint32_t index = 0; index < builder->count; index++)
        if (lowering.homes[index].needed)
            lower_instruction(&lowering, index, results);
    for (size_t index = 0; index < plan->input_count; index++)
        lower_results(&lowering, &lowering.inputs[index], results);
    plan_keep(plan, &lowering);
}
