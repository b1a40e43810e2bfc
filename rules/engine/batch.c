#include "batch_plan.h"
#include "must.h"

#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 64 };

static void *columns_open(size_t count, size_t size)
{
    size_t bytes = (count * BATCH_ROWS * size + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    void *columns = aligned_alloc(ALIGNMENT, bytes);
    must(columns);
    memset(columns, 0, bytes);
    return columns;
}

static struct batch_column column_of(struct batch *batch, const struct input *input)
{
    struct batch_column column = {NULL, NULL};
    if (input->needed && input->narrow)
        column.narrow = &batch->narrow[(size_t)input->column * BATCH_ROWS];
    else if (input->needed)
        column.wide = &batch->wide[(size_t)input->column * BATCH_ROWS];
    return column;
}

struct batch *batch_open(const struct batch_plan *plan)
{
    struct batch *batch = malloc(sizeof(*batch));
    must(batch);
    *batch = (struct batch){.plan = plan,
                            .narrow = columns_open(plan->narrow_columns, sizeof(int32_t)),
                            .wide = columns_open(plan->wide_columns, sizeof(int64_t)),
                            .failed = columns_open(plan->wide_columns, sizeof(uint8_t))};
    for (size_t index = 0; index < plan->fixed_count; index++)
        for (size_t row = 0; row < BATCH_ROWS; row++)
            batch->wide[(size_t)plan->fixed[index].column * BATCH_ROWS + row] =
                plan->fixed[index].value;
    for (size_t index = 0; index < plan->input_count; index++)
        for (size_t row = 0; row < BATCH_ROWS; row++)
            batch_set(column_of(batch, &plan->inputs[index]), row, plan->inputs[index].absent);
    return batch;
}

void batch_close(struct batch *batch)
{
    if (!batch)
        return;
    free(batch->narrow);
    free(batch->wide);
    free(batch->failed);
    free(batch);
}

struct batch_column batch_presence(struct batch *batch, size_t index)
{
    must(index < batch->plan->key_count);
    return column_of(batch, &batch->plan->inputs[batch->plan->keys[index].first_input]);
}

static const struct input *term_input(const struct batch_plan *plan, size_t index, size_t term)
{
    must(index < plan->key_count && term < plan->keys[index].term_count);
    return &plan->inputs[plan->keys[index].first_input + 1 + term];
}

struct batch_column batch_term(struct batch *batch, size_t index, size_t term)
{
    return column_of(batch, term_input(batch->plan, index, term));
}

int64_t batch_absent(const struct batch_plan *plan, size_t index, size_t term)
{
    return term_input(plan, index, term)->absent;
}

void batch_put(struct batch *batch, size_t row, const struct package *package)
{
    const struct batch_plan *plan = batch->plan;
    must(row < BATCH_ROWS);
    for (size_t index = 0; index < plan->input_count; index++)
        batch_set(column_of(batch, &plan->inputs[index]), row, plan->inputs[index].absent);
    for (size_t index = 0; index < package->count; index++) {
        const struct clause_terms *clause = &package->clauses[index];
        must(plan->key_index[clause->key] >= 0);
        const struct plan_key *key = &plan->keys[plan->key_index[clause->key]];
        const struct input *input = &plan->inputs[key->first_input];
        batch_set(column_of(batch, input++), row, 1);
        for (size_t term = 0; term < key->term_count; term++, input++) {
            int64_t value = clause->terms[term];
            must(value >= input->range.low && value <= input->range.high);
            batch_set(column_of(batch, input), row, value);
        }
    }
}

void batch_run(struct batch *batch, size_t rows)
{
    must(rows <= BATCH_ROWS);
    if (batch->plan->alone)
        alone_run(batch, rows);
    else
        steps_run(batch, (rows + ROWS_TOGETHER - 1) / ROWS_TOGETHER * ROWS_TOGETHER);
}

static size_t result_at(const struct batch *batch, size_t sum)
{
    must(sum < batch->plan->result_count);
    return (size_t)batch->plan->results[sum] * BATCH_ROWS;
}

const int64_t *batch_values(const struct batch *batch, size_t sum)
{
    return &batch->wide[result_at(batch, sum)];
}

const uint8_t *batch_failed(const struct batch *batch, size_t sum)
{
    return &batch->failed[result_at(batch, sum)];
}

struct batch_size batch_plan_size(const struct batch_plan *plan)
{
    struct batch_size size = {.steps = plan->step_count, .alone = plan->alone != NULL};
    for (size_t index = 0; index < plan->step_count; index++)
        size.steps_wide += plan->steps[index].kind == STEP_WIDE;
    size.bytes = BATCH_ROWS * (plan->narrow_columns * sizeof(int32_t) +
                               plan->wide_columns * (sizeof(int64_t) + sizeof(uint8_t)));
    return size;
}
