#include "batch_plan.h"

#include "checked.h"

static int64_t row_value(const struct batch *batch, const struct input *input, size_t row)
{
    size_t at = (size_t)input->column * BATCH_ROWS + row;
    return input->narrow ? batch->narrow[at] : batch->wide[at];
}

/* The package that a row says. */
static struct package row_package(const struct batch *batch, size_t row, struct arena *arena)
{
    const struct batch_plan *plan = batch->plan;
    struct clause_terms *clauses = ARENA_ARRAY(arena, struct clause_terms, plan->key_count);
    struct package package = {clauses, 0};
    for (size_t index = 0; index < plan->key_count; index++) {
        const struct plan_key *key = &plan->keys[index];
        const struct input *input = &plan->inputs[key->first_input];
        if (!row_value(batch, input, row))
            continue;
        int64_t *terms = ARENA_ARRAY(arena, int64_t, key->term_count);
        for (uint32_t term = 0; term < key->term_count; term++)
            terms[term] = row_value(batch, &input[1 + term], row);
        clauses[package.count++] = (struct clause_terms){key->key, terms};
    }
    return package;
}

static struct result sum_alone(const struct batch_sum *sum, const struct world *world)
{
    struct result total = {0, false};
    for (size_t index = 0; index < sum->count; index++) {
        struct result item = expression_run(sum->items[index], world, NULL);
        if (item.failed || !checked_add(total.value, item.value, &total.value))
            return (struct result){0, true};
    }
    return total;
}

static void row_run(const struct batch *batch, size_t row, struct arena *arena)
{
    const struct alone *alone = batch->plan->alone;
    struct package package = row_package(batch, row, arena);
    uint32_t count = alone->world.count;
    struct world world = {arena_grow(arena, alone->world.slots, count, count, sizeof(int64_t)),
                          arena_grow(arena, alone->world.failed, count, count, sizeof(uint8_t)),
                          count};
    package_apply(alone->scenario, &world, &package);
    for (size_t sum = 0; sum < alone->sum_count; sum++) {
        size_t at = (size_t)batch->plan->results[sum] * BATCH_ROWS + row;
        struct result result = sum_alone(&alone->sums[sum], &world);
        batch->wide[at] = result.value;
        batch->failed[at] = result.failed;
    }
    if (!alone->requirements)
        return;
    bool good = true;
    for (size_t index = 0; index < package.count && good; index++)
        good = !package_requirement(alone->scenario, &world, package.clauses[index].key);
    batch->wide[(size_t)batch->plan->results[alone->sum_count] * BATCH_ROWS + row] = good;
}

void alone_run(const struct batch *batch, size_t rows)
{
    struct arena *arena = arena_open();
    for (size_t row = 0; row < rows; row++) {
        row_run(batch, row, arena);
        arena_reset(arena);
    }
    arena_close(arena);
}
