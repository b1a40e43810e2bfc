/* What was possible from the start: the frontier on which every table of an exercise has its place.
 */
#include "debrief.h"
#include "explore.h"
#include "view_trees.h"

enum { EXACT_MAX = 1000000, DRAWS = 20000, WIDTH = 256, FRONTIER_SHOWN = 100 };

struct telling {
    const struct exploration *exploration;
    const struct scenario *scenario;
    struct arena *arena;
};

static struct tree *gains_told(const struct telling *telling, const int64_t *gains)
{
    struct tree *told = tree_object(telling->arena);
    for (size_t party = 0; party < telling->scenario->party_count; party++)
        tree_set_int(telling->arena, told, telling->scenario->parties[party].id, gains[party]);
    return told;
}

static struct tree *package_told(const struct telling *telling, const struct deal *deal)
{
    struct arena *arena = telling->arena;
    struct package package = space_package(&telling->exploration->space, deal->options, arena);
    struct tree *clauses = tree_list(arena), *told = tree_object(arena);
    for (size_t at = 0; at < package.count; at++) {
        const struct clause_terms *clause = &package.clauses[at];
        struct tree *one = clause_to_tree(telling->scenario, clause->key, arena);
        tree_set(arena, one, TEXT("terms"),
                 terms_to_tree(telling->scenario, clause->key, clause->terms, arena));
        tree_append(arena, clauses, one);
    }
    tree_set(arena, told, TEXT("gains"), gains_told(telling, deal->gains));
    tree_set(arena, told, TEXT("clauses"), clauses);
    return told;
}

static struct tree *solutions_told(const struct telling *telling)
{
    static const char *const names[SOLUTIONS] = {[UTILITARIAN] = "utilitarian",
                                                 [EGALITARIAN] = "egalitarian",
                                                 [NASH] = "nash",
                                                 [KALAI_SMORODINSKY] = "kalai_smorodinsky"};
    struct tree *told = tree_object(telling->arena);
    for (int solution = 0; solution < SOLUTIONS; solution++) {
        const struct solved *solved = &telling->exploration->solved[solution];
        if (!solved->found)
            continue;
        struct tree *one = package_told(telling, &solved->deal);
        tree_set_true(one, TEXT("proved"), solved->known == KNOWN_PROVED, telling->arena);
        tree_set(telling->arena, told, text_of(names[solution]), one);
    }
    return told;
}

static void exploration_told(const struct telling *telling, struct tree *told)
{
    const struct exploration *exploration = telling->exploration;
    struct arena *arena = telling->arena;
    struct tree *ideals = tree_object(arena), *frontier = tree_list(arena);
    tree_set_bool(arena, told, TEXT("exact"), exploration->exact);
    tree_set(arena, told, TEXT("walking"), gains_told(telling, exploration->stakes.reservations));
    for (size_t party = 0; party < telling->scenario->party_count; party++)
        if (exploration->prospects[party].ideal_found)
            tree_set_int(arena, ideals, telling->scenario->parties[party].id,
                         exploration->prospects[party].ideal);
    tree_set(arena, told, TEXT("ideals"), ideals);
    tree_set(arena, told, TEXT("solutions"), solutions_told(telling));
    for (size_t at = 0; at < exploration->frontier_count; at++)
        tree_append(arena, frontier, package_told(telling, &exploration->frontier[at]));
    tree_set(arena, told, TEXT("frontier"), frontier);
}

struct tree *debrief_space(const struct scenario *scenario, uint32_t edition,
                           const struct watch *watch, struct arena *arena)
{
    struct tree *told = tree_object(arena);
    struct world world = world_open(scenario, arena);
    world_refresh(scenario, &world);
    struct explore_request request = {.scenario = scenario,
                                      .world = &world,
                                      .exact_most = EXACT_MAX,
                                      .seed = 1,
                                      .draws = DRAWS,
                                      .width = WIDTH,
                                      .frontier = FRONTIER_SHOWN,
                                      .watch = watch};
    request.keys = space_keys(scenario, (int)edition, arena, &request.key_count);
    struct exploration exploration;
    uint32_t which;
    if (explore_run(&request, arena, &exploration, &which) != EXPLORE_DONE)
        return told;
    exploration_told(&(struct telling){&exploration, scenario, arena}, told);
    explore_close(&exploration);
    return told;
}
