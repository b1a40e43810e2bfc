#include "stakes.h"

#include "checked.h"
#include "worth.h"

bool stakes_open(struct stakes *stakes, const struct world *world,
                 const struct package_space *space, struct arena *arena, int *party)
{
    const struct scenario *scenario = space->scenario;
    int64_t *reservations = ARENA_ARRAY(arena, int64_t, scenario->party_count);
    *stakes = (struct stakes){.scenario = scenario,
                              .world = world,
                              .space = space,
                              .reservations = reservations,
                              .parties = scenario->party_count};
    for (size_t index = 0; index < scenario->party_count; index++) {
        *party = (int)index;
        if (!worth_walking(scenario, world, (int)index, &reservations[index]))
            return false;
    }
    stakes->plan = batch_plan_expected(scenario, world, space->keys, space->axis_count);
    return true;
}

void stakes_close(struct stakes *stakes)
{
    batch_plan_close(stakes->plan);
}

struct scale scale_open(const struct stakes *stakes, struct arena *arena)
{
    struct scale scale = {stakes, batch_open(stakes->plan), NULL};
    scale.writer = writer_open(stakes->space, stakes->plan, scale.batch, arena);
    return scale;
}

void scale_close(struct scale *scale)
{
    batch_close(scale->batch);
}

void scale_run(struct scale *scale, size_t rows)
{
    batch_run(scale->batch, rows);
}

enum weighed scale_read(const struct scale *scale, size_t row, int64_t *gains)
{
    const struct stakes *stakes = scale->stakes;
    if (!batch_values(scale->batch, stakes->parties)[row])
        return WEIGHED_FORBIDDEN;
    for (size_t party = 0; party < stakes->parties; party++)
        if (batch_failed(scale->batch, party)[row] ||
            !checked_subtract(batch_values(scale->batch, party)[row], stakes->reservations[party],
                              &gains[party]))
            return WEIGHED_FAILED;
    return WEIGHED;
}

enum weighed scale_weigh(struct scale *scale, const uint64_t *options, int64_t *gains)
{
    writer_put(scale->writer, 0, options);
    scale_run(scale, 1);
    return scale_read(scale, 0, gains);
}
