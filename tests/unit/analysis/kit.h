/* What the tests of the analysis share. */
#ifndef ANALYSIS_KIT_H
#define ANALYSIS_KIT_H

#include "test.h"

#include "explore.h"

static bool never(void *context)
{
    (void)context;
    return false;
}

static void told(void *context, const char *what, uint64_t done, uint64_t all)
{
    (void)context;
    (void)what;
    assert_true(done <= all);
}

static inline struct watch patient(unsigned threads)
{
    return (struct watch){never, told, NULL, threads};
}

static inline struct scenario *load(const char *folder)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    arena_close(diagnostics.arena);
    assert_non_null(scenario);
    return scenario;
}

/* Everything is weighed where there are `exact_most` or fewer. */
static inline struct explore_request wish(const struct scenario *scenario,
                                          const struct world *world, const struct watch *watch,
                                          uint64_t exact_most)
{
    return (struct explore_request){.scenario = scenario,
                                    .world = world,
                                    .exact_most = exact_most,
                                    .seed = 7,
                                    .draws = 300,
                                    .width = 1 << 14,
                                    .frontier = MEMBERS_MAX,
                                    .watch = watch};
}

/* All keys that analysis.vary names, as the game begins; in the arena. */
static inline struct exploration *explore(const struct scenario *scenario, uint64_t exact_most,
                                          unsigned threads, struct arena *arena)
{
    struct world *world = ARENA_NEW(arena, struct world);
    struct exploration *exploration = ARENA_NEW(arena, struct exploration);
    struct watch watch = patient(threads);
    uint32_t which;
    *world = world_open(scenario, arena);
    world_refresh(scenario, world);
    struct explore_request request = wish(scenario, world, &watch, exact_most);
    request.keys = space_keys(scenario, -1, arena, &request.key_count);
    assert_int_equal(explore_run(&request, arena, exploration, &which), EXPLORE_DONE);
    return exploration;
}

#endif
