#include "explore.h"

#include "pool.h"

#include <math.h>
#include <string.h>

enum { RANDOM_STARTS = 12, IDEAL_STARTS = 2 };

/* Exact where every package was weighed; nothing is claimed where those weighed were not drawn. */
static struct share share_known(uint64_t hits, uint64_t all, bool exact, bool drawn)
{
    struct share share = share_of(hits, all);
    if (exact)
        share.low = share.high = share.share;
    else if (!drawn)
        share = (struct share){share.share, 0, 1};
    return share;
}

static double value_of(const struct exploration *exploration, enum solution solution,
                       const int64_t *gains)
{
    size_t parties = exploration->stakes.parties;
    double logarithm = 0, least = INFINITY;
    switch (solution) {
    case UTILITARIAN:
        return (double)gains_sum(gains, parties);
    case EGALITARIAN:
        return (double)gains_least(gains, parties);
    case NASH:
        for (size_t party = 0; party < parties; party++)
            logarithm += log((double)gains[party]); /* of 0: -infinity, and the mean is 0 */
        return exp(logarithm / (double)parties);
    case KALAI_SMORODINSKY:
        for (size_t party = 0; party < parties; party++)
            if (exploration->prospects[party].ideal > 0)
                least =
                    fmin(least, (double)gains[party] / (double)exploration->prospects[party].ideal);
        return isinf(least) ? 1 : least;
    case SOLUTIONS:
        break;
    }
    return 0;
}

static void fill_values(struct exploration *exploration)
{
    for (int solution = 0; solution < SOLUTIONS; solution++) {
        struct solved *solved = &exploration->solved[solution];
        if (!solved->found)
            continue;
        solved->value = value_of(exploration, (enum solution)solution, solved->deal.gains);
        /* A bound may be a little too high by rounding, never too low: what reaches it is proved.
         */
        if (solved->known == KNOWN_BOUNDED &&
            solved->most <= solved->value + fabs(solved->value) * 1e-11)
            solved->known = KNOWN_PROVED;
        if (solved->known == KNOWN_PROVED)
            solved->most = solved->value;
    }
}

static struct deal deal_copy(struct arena *arena, const struct exploration *exploration,
                             const uint64_t *options, const int64_t *gains)
{
    size_t axes = exploration->space.axis_count, parties = exploration->stakes.parties;
    return (struct deal){arena_grow(arena, options, axes, axes, sizeof(*options)),
                         arena_grow(arena, gains, parties, parties, sizeof(*gains))};
}

/* Lists what is efficient; `pool` is NULL where all was weighed. */
static void fill_frontier(struct exploration *exploration, const struct explore_request *request,
                          const struct survey_request *sample, const struct survey *survey,
                          const struct pool *pool, struct arena *arena)
{
    const struct member *members = frontier_members(survey->frontier, &exploration->efficient);
    size_t count =
        exploration->efficient < request->frontier ? exploration->efficient : request->frontier;
    uint64_t options[CLAUSE_KEYS_MAX];
    exploration->efficient_more = frontier_cut(survey->frontier);
    exploration->frontier = ARENA_ARRAY(arena, struct deal, count);
    exploration->frontier_count = count;
    for (size_t at = 0; at < count; at++) {
        if (pool)
            pool_point(pool, members[at].id, options);
        else
            survey_point(sample, members[at].id, options);
        exploration->frontier[at] = deal_copy(arena, exploration, options, members[at].gains);
    }
}

static void fill_counts(struct exploration *exploration, const struct survey *survey,
                        struct arena *arena)
{
    bool exact = exploration->exact;
    exploration->weighed = survey->seen;
    uint64_t legal = survey->legal + survey->failed;
    exploration->legal_weighed = legal;
    exploration->failed_weighed = survey->failed;
    exploration->agreed_weighed = survey->agreed;
    exploration->legal_share = share_known(legal, survey->seen, exact, exploration->drawn);
    exploration->agreed_share =
        share_known(survey->agreed, survey->legal, exact, exploration->drawn);
    if (exact)
        exploration->legal = arena_print(arena, "%llu", (unsigned long long)legal);
}

static void take_find(struct exploration *exploration, const struct survey_request *request,
                      const struct survey *survey, enum solution solution, struct arena *arena)
{
    const struct find *find = &survey->best[solution];
    struct solved *solved = &exploration->solved[solution];
    uint64_t options[CLAUSE_KEYS_MAX];
    solved->found = find->found;
    solved->known = survey->seen == survey->all ? KNOWN_PROVED : KNOWN_SEARCHED;
    if (!find->found)
        return;
    survey_point(request, find->id, options);
    solved->deal = deal_copy(arena, exploration, options, find->gains);
}

static void weigh_all(struct exploration *exploration, const struct explore_request *request,
                      struct arena *arena)
{
    struct survey_request all = {
        .stakes = &exploration->stakes, .watch = request->watch, .name = "weighing every package"};
    struct survey survey = survey_run(&all);
    exploration->exact = survey.seen == survey.all;
    fill_counts(exploration, &survey, arena);
    for (size_t party = 0; party < exploration->stakes.parties; party++) {
        enum known known = exploration->exact ? KNOWN_PROVED : KNOWN_SEARCHED;
        bool found = survey.legal > 0;
        exploration->prospects[party] = (struct prospects){{found, survey.least[party], known, 0},
                                                           {found, survey.most[party], known, 0},
                                                           survey.agreed > 0,
                                                           survey.ideals[party]};
    }
    for (int solution = UTILITARIAN; solution <= NASH; solution++)
        take_find(exploration, &all, &survey, (enum solution)solution, arena);
    fill_frontier(exploration, request, &all, &survey, NULL, arena);
    all.ideals = survey.ideals;
    all.name = "weighing every package by its shares of ideals";
    struct survey second = survey_run(&all);
    take_find(exploration, &all, &second, KALAI_SMORODINSKY, arena);
    survey_close(&second);
    survey_close(&survey);
}

static void search(struct exploration *exploration, const struct explore_request *request,
                   struct arena *arena)
{
    const struct survey_request sample = {.stakes = &exploration->stakes,
                                          .watch = request->watch,
                                          .name = "drawing packages",
                                          .draws = request->draws,
                                          .seed = request->seed};
    struct pool pool;
    for (int solution = 0; solution < SOLUTIONS; solution++)
        exploration->solved[solution].known = KNOWN_SEARCHED;
    exploration->drawn = true;
    pool_open(&pool, request, &sample, exploration, arena);
    fill_counts(exploration, &pool.sample, arena);
    pool_climb(&pool, UTILITARIAN, -1, RANDOM_STARTS, "climbing to the largest sum");
    pool_climb(&pool, EGALITARIAN, -1, RANDOM_STARTS, "climbing to the largest least gain");
    pool_climb(&pool, NASH, -1, RANDOM_STARTS, "climbing to the largest product");
    for (size_t party = 0; party < exploration->stakes.parties; party++)
        pool_climb(&pool, NASH, (int)party, IDEAL_STARTS, "climbing to what is ideal for each");
    pool_climb(&pool, KALAI_SMORODINSKY, -1, RANDOM_STARTS, "climbing to equal shares of ideals");
    prove_all(&pool);
    bool agreed = false;
    for (int solution = 0; solution < SOLUTIONS; solution++)
        pool_solve(&pool, (enum solution)solution);
    agreed = exploration->solved[NASH].found;
    for (size_t party = 0; party < exploration->stakes.parties; party++) {
        exploration->prospects[party].ideal_found = agreed;
        exploration->prospects[party].ideal = pool.ideals[party];
    }
    fill_frontier(exploration, request, &sample, &pool.sample, &pool, arena);
    exploration->efficient_more = true;
    pool_close(&pool);
}

enum explore_fault explore_run(const struct explore_request *request, struct arena *arena,
                               struct exploration *exploration, uint32_t *which)
{
    int party = 0;
    *exploration = (struct exploration){
        .prospects = ARENA_ARRAY(arena, struct prospects, request->scenario->party_count)};
    if (!space_open(&exploration->space, request->scenario, request->keys, request->key_count,
                    arena, which))
        return EXPLORE_CLAUSE_TOO_LARGE;
    if (!stakes_open(&exploration->stakes, request->world, &exploration->space, arena, &party)) {
        *which = (uint32_t)party;
        return EXPLORE_NO_RESERVATION;
    }
    if (exploration->space.count > 0 && exploration->space.count <= request->exact_most)
        weigh_all(exploration, request, arena);
    else
        search(exploration, request, arena);
    exploration->stopped = watch_stopped(request->watch);
    fill_values(exploration);
    return EXPLORE_DONE;
}

void explore_close(struct exploration *exploration)
{
    stakes_close(&exploration->stakes);
}
