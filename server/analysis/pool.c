#include "pool.h"

#include "must.h"

#include <string.h>

enum { SHAKES = 6 };

/* Somebody can have this much. */
static void extend(struct prospects *prospects, int64_t gain)
{
    struct extreme *least = &prospects->least, *most = &prospects->most;
    if (!least->found || gain < least->gain)
        least->gain = gain;
    if (!most->found || gain > most->gain)
        most->gain = gain;
    least->found = most->found = true;
}

void pool_open(struct pool *pool, const struct explore_request *request,
               const struct survey_request *sample_request, struct exploration *exploration,
               struct arena *arena)
{
    *pool = (struct pool){.request = request,
                          .exploration = exploration,
                          .arena = arena,
                          .sample_request = sample_request};
    pool->scale = scale_open(&exploration->stakes, arena);
    pool->sample = survey_run(sample_request);
    for (size_t party = 0; party < exploration->stakes.parties; party++) {
        struct prospects *prospects = &exploration->prospects[party];
        prospects->least.known = prospects->most.known = KNOWN_SEARCHED;
        pool->ideals[party] = pool->sample.ideals[party];
        if (pool->sample.legal == 0)
            continue;
        extend(prospects, pool->sample.least[party]);
        extend(prospects, pool->sample.most[party]);
    }
    const uint64_t *nothing = ARENA_ARRAY(arena, uint64_t, exploration->space.axis_count);
    (void)pool_add(pool, nothing);
    for (int solution = 0; solution < SOLUTIONS; solution++) {
        uint64_t options[CLAUSE_KEYS_MAX];
        if (!pool->sample.best[solution].found)
            continue;
        survey_point(sample_request, pool->sample.best[solution].id, options);
        (void)pool_add(pool, options);
    }
}

void pool_close(struct pool *pool)
{
    survey_close(&pool->sample);
    scale_close(&pool->scale);
}

bool pool_add(struct pool *pool, const uint64_t *options)
{
    size_t axes = pool->exploration->space.axis_count, parties = pool->exploration->stakes.parties;
    int64_t gains[PARTIES_MAX];
    if (scale_weigh(&pool->scale, options, gains) != WEIGHED)
        return false;
    if (pool->count == pool->capacity) {
        pool->deals = arena_grow(pool->arena, pool->deals, pool->count, pool->count * 2 + 64,
                                 sizeof(*pool->deals));
        pool->capacity = pool->count * 2 + 64;
    }
    struct deal *deal = &pool->deals[pool->count];
    deal->options = ARENA_ARRAY(pool->arena, uint64_t, axes);
    deal->gains = ARENA_ARRAY(pool->arena, int64_t, parties);
    memcpy(deal->options, options, axes * sizeof(*options));
    memcpy(deal->gains, gains, parties * sizeof(*gains));
    (void)frontier_add(pool->sample.frontier, pool->sample_request->draws + pool->count, gains);
    pool->count++;
    bool agreed = gains_least(gains, parties) >= 0;
    for (size_t party = 0; party < parties; party++) {
        struct prospects *prospects = &pool->exploration->prospects[party];
        extend(prospects, gains[party]);
        if (agreed && gains[party] > pool->ideals[party])
            pool->ideals[party] = gains[party];
    }
    return true;
}

void pool_point(const struct pool *pool, uint64_t id, uint64_t *options)
{
    if (id < pool->sample_request->draws)
        survey_point(pool->sample_request, id, options);
    else
        memcpy(options, pool->deals[id - pool->sample_request->draws].options,
               pool->exploration->space.axis_count * sizeof(*options));
}

void pool_solve(struct pool *pool, enum solution solution)
{
    struct solved *solved = &pool->exploration->solved[solution];
    size_t parties = pool->exploration->stakes.parties;
    for (size_t at = 0; at < pool->count; at++) {
        const struct deal *deal = &pool->deals[at];
        if (!solution_admits(solution, deal->gains, parties) ||
            (solved->found && solution_compare(solution, deal->gains, solved->deal.gains, parties,
                                               pool->ideals) <= 0))
            continue;
        solved->found = true;
        solved->deal = *deal;
    }
}

void pool_climb(struct pool *pool, enum solution solution, int favoured, size_t random_starts,
                const char *name)
{
    const uint64_t *starts[SOLUTIONS];
    size_t start_count = 0, count;
    for (int from = 0; from < SOLUTIONS; from++) {
        pool_solve(pool, (enum solution)from);
        if (pool->exploration->solved[from].found)
            starts[start_count++] = pool->exploration->solved[from].deal.options;
    }
    const struct climb_request request = {.stakes = &pool->exploration->stakes,
                                          .watch = pool->request->watch,
                                          .name = name,
                                          .solution = solution,
                                          .ideals = pool->ideals,
                                          .favoured = favoured,
                                          .starts = starts,
                                          .start_count = start_count,
                                          .random_starts = random_starts,
                                          .shakes = SHAKES,
                                          .seed = pool->request->seed};
    const struct spot *spots = climb_run(&request, pool->arena, &count);
    for (size_t at = 0; at < count; at++)
        (void)pool_add(pool, spots[at].options);
    pool_solve(pool, solution);
}
