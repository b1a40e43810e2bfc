#include "batch_plan.h"
#include "loader.h"
#include "must.h"
#include "plan_code.h"

static struct range range_of_domain(const struct scenario *scenario, const struct domain *domain)
{
    struct range range = {INT64_MIN, INT64_MAX, false};
    switch (domain->hold) {
    case HOLD_INT:
        if (domain->bounded)
            range = (struct range){domain->min, domain->max, false};
        break;
    case HOLD_BOOL:
        range = (struct range){0, 1, false};
        break;
    case HOLD_OPTION:
        range = (struct range){INT64_MAX, INT64_MIN, false};
        for (size_t index = 0; index < domain->option_count; index++) {
            int64_t string = domain->options[index].string;
            range.low = string < range.low ? string : range.low;
            range.high = string > range.high ? string : range.high;
        }
        break;
    case HOLD_PARTY:
        range = (struct range){0, (int64_t)scenario->party_count - 1, false};
        break;
    case HOLD_REGION:
        range = (struct range){0, (int64_t)scenario->region_count - 1, false};
        break;
    case HOLD_PARTIES:
        if (domain->of_parties <= INT64_MAX)
            range = (struct range){0, (int64_t)domain->of_parties, false};
        break;
    }
    return range;
}

static struct range range_with(struct range range, int64_t value)
{
    range.low = value < range.low ? value : range.low;
    range.high = value > range.high ? value : range.high;
    return range;
}

static void add_input(struct batch_plan *plan, struct range range, int64_t absent)
{
    range = range_with(range, absent);
    plan->inputs[plan->input_count++] =
        (struct input){.range = range, .absent = absent, .narrow = range_is_narrow(range)};
}

static void list_inputs(struct batch_plan *plan, const struct batch_request *request)
{
    const struct scenario *scenario = request->scenario;
    size_t most = 0;
    for (size_t index = 0; index < request->key_count; index++)
        most += scenario->clause_types[scenario->keys[request->keys[index]].type].stride;
    struct plan_key *keys = ARENA_ARRAY(plan->arena, struct plan_key, request->key_count);
    int32_t *key_index = ARENA_ARRAY(plan->arena, int32_t, scenario->key_count);
    plan->inputs = ARENA_ARRAY(plan->arena, struct input, most);
    for (size_t key = 0; key < scenario->key_count; key++)
        key_index[key] = -1;
    for (size_t index = 0; index < request->key_count; index++) {
        uint32_t key = request->keys[index];
        const struct clause_key *clause = &scenario->keys[key];
        const struct clause_type *type = &scenario->clause_types[clause->type];
        must(key_index[key] < 0);
        key_index[key] = (int32_t)index;
        keys[index] =
            (struct plan_key){key, (uint32_t)plan->input_count, (uint32_t)type->term_count};
        add_input(plan, (struct range){0, 1, false}, 0);
        for (size_t term = 0; term < type->term_count; term++)
            add_input(plan, range_of_domain(scenario, &type->terms[term].domain),
                      request->world->slots[clause->slot + 1 + term]);
    }
    plan->keys = keys;
    plan->key_count = request->key_count;
    plan->key_index = key_index;
}

static operand input_operand(struct planner *planner, uint32_t input)
{
    struct range range = planner->inputs[input].range;
    return range.low == range.high ? planner_constant(planner, range.low)
                                   : operand_of(SPACE_WORLD, input);
}

static void give_slot(struct planner *planner, uint32_t slot, operand value)
{
    for (int stage = 0; stage < STAGES; stage++)
        planner->slots[stage][slot] = value + 1;
}

/* The slots that packages write. */
static void give_inputs(struct planner *planner, const struct batch_plan *plan)
{
    const struct scenario *scenario = planner->scenario;
    for (size_t index = 0; index < plan->key_count; index++) {
        const struct plan_key *key = &plan->keys[index];
        const struct clause_key *clause = &scenario->keys[key->key];
        const struct clause_type *type = &scenario->clause_types[clause->type];
        operand present = input_operand(planner, key->first_input);
        uint32_t drafted = type->drafted_slot + (clause->key < 0 ? 0 : (uint32_t)clause->key);
        planner->type_varies[clause->type] = true;
        planner->present[key->key] = present;
        if (!planner->world->slots[clause->slot])
            give_slot(planner, clause->slot, present);
        if (!planner->world->slots[drafted])
            give_slot(planner, drafted, present);
        for (uint32_t term = 0; term < key->term_count; term++)
            give_slot(planner, clause->slot + 1 + term,
                      input_operand(planner, key->first_input + 1 + term));
    }
}

static void planner_open(struct planner *planner, const struct batch_plan *plan,
                         const struct batch_request *request)
{
    const struct scenario *scenario = request->scenario;
    struct arena *arena = arena_open();
    *planner =
        (struct planner){.arena = arena,
                         .scenario = scenario,
                         .world = request->world,
                         .inputs = plan->inputs,
                         .type_varies = ARENA_ARRAY(arena, bool, scenario->clause_type_count),
                         .present = ARENA_ARRAY(arena, operand, scenario->key_count),
                         .binds = ARENA_ARRAY(arena, const operand *, scenario->key_count)};
    builder_open(&planner->builder, arena);
    for (int stage = 0; stage < STAGES; stage++)
        planner->slots[stage] = ARENA_ARRAY(arena, operand, scenario->world_count);
    uint32_t *formula_of = ARENA_ARRAY(arena, uint32_t, scenario->world_count);
    for (uint32_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        for (size_t key = 0; key < per_count(scenario, formula->per); key++)
            formula_of[formula->slot + key] = index + 1;
    }
    planner->formula_of = formula_of;
    for (size_t key = 0; key < scenario->key_count; key++)
        planner->present[key] = planner_constant(planner, 0);
    give_inputs(planner, plan);
}

static operand plan_sum(struct planner *planner, const struct batch_sum *sum)
{
    if (sum->count == 0)
        return planner_constant(planner, 0);
    operand total = planner_value(planner, STAGE_BOUND, sum->items[0]);
    for (size_t index = 1; index < sum->count; index++)
        total = planner_two(planner, OPERATION_ADD, total,
                            planner_value(planner, STAGE_BOUND, sum->items[index]));
    return total;
}

/* 1 where every clause that is there has what it requires. */
static operand plan_requirements(struct planner *planner, const struct batch_plan *plan)
{
    operand all = planner_constant(planner, 1);
    for (size_t index = 0; index < plan->key_count; index++) {
        uint32_t key = plan->keys[index].key;
        const struct clause_key *clause = &planner->scenario->keys[key];
        operand absent = planner_one(planner, OPERATION_NOT, planner->present[key]);
        for (size_t at = 0; at < clause->requirement_count; at++) {
            operand that = planner_value(planner, STAGE_BOUND, clause->requirements[at].that);
            operand good = planner_one(planner, OPERATION_HOLDS, that);
            good = planner_two(planner, OPERATION_OR, absent, good);
            all = planner_two(planner, OPERATION_AND, all, good);
        }
    }
    return all;
}

static void plan_alone(struct batch_plan *plan, const struct batch_request *request)
{
    struct alone *alone = ARENA_NEW(plan->arena, struct alone);
    struct batch_sum *sums = ARENA_ARRAY(plan->arena, struct batch_sum, request->sum_count);
    for (size_t index = 0; index < request->sum_count; index++) {
        const struct batch_sum *sum = &request->sums[index];
        sums[index] = (struct batch_sum){
            arena_grow(plan->arena, sum->items, sum->count, sum->count, sizeof(*sum->items)),
            sum->count};
    }
    size_t count = request->world->count;
    struct world world = {
        arena_grow(plan->arena, request->world->slots, count, count, sizeof(int64_t)),
        arena_grow(plan->arena, request->world->failed, count, count, sizeof(uint8_t)),
        request->world->count};
    *alone =
        (struct alone){request->scenario, world, sums, request->sum_count, request->requirements};
    plan->alone = alone;
    uint32_t *results = ARENA_ARRAY(plan->arena, uint32_t, plan->result_count);
    for (size_t index = 0; index < plan->result_count; index++)
        results[index] = plan->wide_columns++;
    for (size_t index = 0; index < plan->input_count; index++) {
        struct input *input = &plan->inputs[index];
        input->needed = true;
        input->column = input->narrow ? plan->narrow_columns++ : plan->wide_columns++;
    }
    plan->results = results;
}

/* The operands of all sums; those after a full builder mean nothing. */
static operand *plan_roots(struct planner *planner, struct batch_plan *plan,
                           const struct batch_request *request)
{
    plan->result_count = request->sum_count + (request->requirements ? 1 : 0);
    list_inputs(plan, request);
    planner_open(planner, plan, request);
    operand *roots = ARENA_ARRAY(planner->arena, operand, plan->result_count);
    for (size_t index = 0; index < request->sum_count && !planner->builder.full; index++)
        roots[index] = plan_sum(planner, &request->sums[index]);
    if (request->requirements && !planner->builder.full)
        roots[request->sum_count] = plan_requirements(planner, plan);
    return roots;
}

struct batch_plan *batch_plan_open(const struct batch_request *request)
{
    struct arena *arena = arena_open();
    struct batch_plan *plan = ARENA_NEW(arena, struct batch_plan);
    plan->arena = arena;
    struct planner planner;
    operand *roots = plan_roots(&planner, plan, request);
    if (planner.builder.full)
        plan_alone(plan, request);
    else
        plan_lower(plan, &planner, roots, plan->result_count);
    arena_close(planner.arena);
    return plan;
}

static const struct plan_code *plan_code_open(const struct batch_request *request,
                                              struct arena *arena)
{
    struct batch_plan plan = {.arena = arena};
    struct planner planner;
    operand *roots = plan_roots(&planner, &plan, request);
    struct plan_code *code = NULL;
    if (!planner.builder.full) {
        const struct builder *builder = &planner.builder;
        code = ARENA_NEW(arena, struct plan_code);
#define KEPT(items, count) arena_grow(arena, (items), (count), (count), sizeof(*(items)))
        *code = (struct plan_code){
            .instructions = KEPT(builder->instructions, builder->count),
            .ranges = KEPT(planner.ranges, builder->count),
            .count = builder->count,
            .constants = KEPT(builder->constants, builder->constant_count),
            .roots = KEPT(roots, plan.result_count),
            .root_count = plan.result_count,
            .inputs = plan.inputs,
            .input_count = plan.input_count,
            .keys = plan.keys,
        };
#undef KEPT
    }
    arena_close(planner.arena);
    return code;
}

/* Asks for the expected score of each party, and the requirements; the sums are in `arena`. */
static struct batch_request request_expected(const struct scenario *scenario,
                                             const struct world *world, const uint32_t *keys,
                                             size_t key_count, struct arena *arena)
{
    struct batch_sum *sums = ARENA_ARRAY(arena, struct batch_sum, scenario->party_count);
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct score *score = &scenario->scores[party];
        const struct expression **items =
            ARENA_ARRAY(arena, const struct expression *, score->item_count);
        for (size_t item = 0; item < score->item_count; item++)
            items[item] = score->items[item].expected;
        sums[party] = (struct batch_sum){items, score->item_count};
    }
    return (struct batch_request){.scenario = scenario,
                                  .world = world,
                                  .keys = keys,
                                  .key_count = key_count,
                                  .sums = sums,
                                  .sum_count = scenario->party_count,
                                  .requirements = true};
}

struct batch_plan *batch_plan_expected(const struct scenario *scenario, const struct world *world,
                                       const uint32_t *keys, size_t key_count)
{
    struct arena *scratch = arena_open();
    struct batch_request request = request_expected(scenario, world, keys, key_count, scratch);
    struct batch_plan *plan = batch_plan_open(&request);
    arena_close(scratch);
    return plan;
}

const struct plan_code *plan_code_expected(const struct scenario *scenario,
                                           const struct world *world, const uint32_t *keys,
                                           size_t key_count, struct arena *arena)
{
    struct batch_request request = request_expected(scenario, world, keys, key_count, arena);
    return plan_code_open(&request, arena);
}

void batch_plan_close(struct batch_plan *plan)
{
    if (plan)
        arena_close(plan->arena);
}
