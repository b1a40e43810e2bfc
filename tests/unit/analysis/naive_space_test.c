/* A hundred random small scenarios, explored by trying every package with the naive evaluator, and
 * held against what the analysis says: weighing everything, it must say the same; going by what
 * scores are made of, nothing it proves may be wrong. What differs is told with its seed. */
#include "kit.h"

#include "checked.h"
#include "diagram.h"
#include "random_state.h"

#include <stdio.h>
#include <string.h>

enum { SCENARIOS = 100, POINTS_MAX = 120, NARROW = 3, SIDES_MAX = 8 };

/* What is known of a scenario by trying everything. */
struct tried {
    uint64_t seed;
    const struct scenario *scenario;
    size_t parties, legal, failed, agreed;
    int64_t gains[POINTS_MAX][SIDES_MAX]; /* of the legal ones */
    int64_t reservations[SIDES_MAX], ideals[SIDES_MAX];
};

static size_t domain_values(const struct scenario *scenario, const struct domain *domain,
                            int64_t *values)
{
    size_t count = 0;
    int64_t end = domain->hold == HOLD_INT      ? domain->max
                  : domain->hold == HOLD_BOOL   ? 1
                  : domain->hold == HOLD_OPTION ? (int64_t)domain->option_count - 1
                  : domain->hold == HOLD_PARTY  ? (int64_t)scenario->party_count - 1
                  : domain->hold == HOLD_REGION ? (int64_t)scenario->region_count - 1
                                                : (INT64_C(1) << scenario->party_count) - 1;
    for (int64_t at = domain->hold == HOLD_INT ? domain->min : 0; at <= end; at++) {
        if ((domain->hold == HOLD_INT && (at - domain->min) % domain->step) ||
            (domain->hold == HOLD_PARTY && !(domain->of_parties >> at & 1)) ||
            (domain->hold == HOLD_REGION && !domain->of_regions[at]) ||
            (domain->hold == HOLD_PARTIES && ((party_set)at & ~domain->of_parties)))
            continue;
        if (count == POINTS_MAX)
            return POINTS_MAX + 1;
        values[count++] = domain->hold == HOLD_OPTION ? (int64_t)domain->options[at].string : at;
    }
    return count;
}

/* All packages of some keys: what is there so far, with everything that comes behind. */
struct trying {
    struct tried *tried;
    const struct state *state;
    const uint32_t *keys;
    size_t key_count, points;
    struct clause_terms clauses[CLAUSE_KEYS_MAX];
    size_t clause_count;
};

/* False where it cannot be computed. */
static bool naive_score(struct naive_world *naive, size_t party, int64_t *sum)
{
    const struct score *score = &naive->scenario->scores[party];
    *sum = 0;
    for (size_t item = 0; item < score->item_count; item++) {
        struct naive_value value =
            naive_run_for(naive, score->items[item].expected, PER_PARTY, (int64_t)party);
        if (value.failed || !checked_add(*sum, value.number, sum))
            return false;
    }
    return true;
}

static bool naive_reservation(struct naive_world *naive, size_t party, int64_t *value)
{
    const struct expression *fixed = naive->scenario->scores[party].no_deal;
    if (!fixed)
        return naive_score(naive, party, value);
    struct naive_value result = naive_run_for(naive, fixed, PER_PARTY, (int64_t)party);
    *value = result.number;
    return !result.failed;
}

static void try_package(struct trying *trying)
{
    struct tried *tried = trying->tried;
    struct arena *arena = arena_open();
    struct naive_world naive = naive_copy(&trying->state->naive, arena);
    const struct package package = {trying->clauses, trying->clause_count};
    int64_t *gains = tried->gains[tried->legal];
    bool agreed = true, good = true;
    naive_apply(&naive, &package);
    trying->points++;
    if (naive_requirements(&naive, &package)) {
        for (size_t party = 0; party < tried->parties && good; party++) {
            good = naive_score(&naive, party, &gains[party]) &&
                   checked_subtract(gains[party], tried->reservations[party], &gains[party]);
            agreed = agreed && gains[party] >= 0;
        }
        tried->legal += good;
        tried->failed += !good;
        tried->agreed += good && agreed;
        for (size_t party = 0; good && agreed && party < tried->parties; party++)
            if (gains[party] > tried->ideals[party])
                tried->ideals[party] = gains[party];
    }
    arena_close(arena);
}

static void try_terms(struct trying *trying, size_t at, int64_t *terms, size_t term);

static void try_keys(struct trying *trying, size_t at)
{
    if (at == trying->key_count) {
        try_package(trying);
        return;
    }
    try_keys(trying, at + 1);
    int64_t terms[16];
    trying->clauses[trying->clause_count++] = (struct clause_terms){trying->keys[at], terms};
    try_terms(trying, at, terms, 0);
    trying->clause_count--;
}

static void try_terms(struct trying *trying, size_t at, int64_t *terms, size_t term)
{
    const struct scenario *scenario = trying->tried->scenario;
    const struct clause_type *type = &scenario->clause_types[scenario->keys[trying->keys[at]].type];
    int64_t values[POINTS_MAX];
    if (term == type->term_count) {
        try_keys(trying, at + 1);
        return;
    }
    size_t count = domain_values(scenario, &type->terms[term].domain, values);
    for (size_t index = 0; index < count; index++) {
        terms[term] = values[index];
        try_terms(trying, at, terms, term + 1);
    }
}

/* The keys, in file order, that together have few enough packages. */
static size_t small_keys(const struct scenario *scenario, uint32_t *keys, size_t *points)
{
    size_t count = 0;
    *points = 1;
    for (uint32_t key = 0; key < scenario->key_count; key++) {
        const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
        size_t options = 1;
        for (size_t term = 0; term < type->term_count && options <= POINTS_MAX; term++) {
            int64_t values[POINTS_MAX];
            const struct domain *domain = &type->terms[term].domain;
            bool vast = domain->hold == HOLD_INT && domain->max > POINTS_MAX;
            options *= vast ? POINTS_MAX + 1 : domain_values(scenario, domain, values);
        }
        if (*points * (options + 1) > POINTS_MAX)
            continue;
        *points *= options + 1;
        keys[count++] = key;
    }
    return count;
}

static int by_rule(const struct tried *tried, enum solution solution, size_t left, size_t right)
{
    return solution_compare(solution, tried->gains[left], tried->gains[right], tried->parties,
                            tried->ideals);
}

/* The gains of the best, or NULL. */
static const int64_t *best_of(const struct tried *tried, enum solution solution)
{
    size_t best = SIZE_MAX;
    for (size_t at = 0; at < tried->legal; at++)
        if (solution_admits(solution, tried->gains[at], tried->parties) &&
            (best == SIZE_MAX || by_rule(tried, solution, at, best) > 0))
            best = at;
    return best == SIZE_MAX ? NULL : tried->gains[best];
}

static void check(bool good, const struct tried *tried, const char *what)
{
    if (!good)
        fail_msg("seed %llu: %s", (unsigned long long)tried->seed, what);
}

/* What a deal says of itself is so. */
static void check_deal(const struct tried *tried, const struct state *state,
                       const struct exploration *exploration, const struct deal *deal)
{
    struct arena *arena = arena_open();
    struct naive_world naive = naive_copy(&state->naive, arena);
    struct package package = space_package(&exploration->space, deal->options, arena);
    naive_apply(&naive, &package);
    check(naive_requirements(&naive, &package), tried, "a deal is not legal");
    for (size_t party = 0; party < tried->parties; party++) {
        int64_t score;
        check(naive_score(&naive, party, &score), tried, "a deal cannot be scored");
        check(score - tried->reservations[party] == deal->gains[party], tried, "a deal's gains");
    }
    arena_close(arena);
}

static bool dominated(const struct tried *tried, const int64_t *gains)
{
    for (size_t at = 0; at < tried->legal; at++) {
        bool least = true, better = false;
        for (size_t party = 0; party < tried->parties; party++) {
            least = least && tried->gains[at][party] >= gains[party];
            better = better || tried->gains[at][party] > gains[party];
        }
        if (least && better)
            return true;
    }
    return false;
}

static bool listed(const struct exploration *exploration, const int64_t *gains)
{
    for (size_t at = 0; at < exploration->frontier_count; at++)
        if (!memcmp(exploration->frontier[at].gains, gains,
                    exploration->stakes.parties * sizeof(*gains)))
            return true;
    return false;
}

static void check_exact(const struct tried *tried, const struct state *state, size_t points,
                        const struct exploration *exploration)
{
    check(exploration->exact && exploration->weighed == points, tried, "how many were weighed");
    check(exploration->legal_weighed == tried->legal + tried->failed, tried, "how many are legal");
    check(exploration->failed_weighed == tried->failed, tried, "how many fail");
    check(exploration->agreed_weighed == tried->agreed, tried, "how many all would sign");
    for (int solution = 0; solution < SOLUTIONS; solution++) {
        const int64_t *best = best_of(tried, (enum solution)solution);
        const struct solved *solved = &exploration->solved[solution];
        check(solved->found == (best != NULL), tried, "whether there is a solution");
        if (!best)
            continue;
        check(solved->known == KNOWN_PROVED, tried, "a solution is not proved");
        check(solution_compare((enum solution)solution, best, solved->deal.gains, tried->parties,
                               tried->ideals) == 0,
              tried, "a solution is not the best");
        check_deal(tried, state, exploration, &solved->deal);
        check(!dominated(tried, solved->deal.gains), tried, "a solution is not efficient");
    }
    for (size_t at = 0; at < exploration->frontier_count; at++) {
        check_deal(tried, state, exploration, &exploration->frontier[at]);
        check(!dominated(tried, exploration->frontier[at].gains), tried, "not efficient");
    }
    for (size_t at = 0; at < tried->legal; at++)
        check(dominated(tried, tried->gains[at]) || listed(exploration, tried->gains[at]), tried,
              "an efficient package is not listed");
}

static double measure(const struct tried *tried, enum solution solution, const int64_t *gains)
{
    if (solution == UTILITARIAN)
        return (double)gains_sum(gains, tried->parties);
    return (double)gains_least(gains, tried->parties);
}

/* How much was proved, so that proving nothing is noticed. */
struct proofs {
    size_t legal, sums, extremes, solutions;
};

static void check_extreme(const struct tried *tried, size_t party, struct extreme extreme, int sign,
                          struct proofs *proofs)
{
    int64_t end = 0;
    for (size_t at = 0; at < tried->legal; at++)
        if (at == 0 || (tried->gains[at][party] > end) == (sign > 0))
            end = tried->gains[at][party];
    check(!extreme.found || sign > 0 ? extreme.gain <= end : extreme.gain >= end, tried,
          "an extreme beyond all");
    if (extreme.known == KNOWN_PROVED)
        check(extreme.gain == end, tried, "an extreme is not one");
    if (extreme.known == KNOWN_BOUNDED)
        check(sign > 0 ? extreme.beyond >= end : extreme.beyond <= end, tried,
              "an extreme's bound");
    proofs->extremes += extreme.known == KNOWN_PROVED;
}

/* What is proved without weighing everything is so. */
static void check_proofs(const struct tried *tried, const struct state *state,
                         const struct exploration *exploration, struct proofs *proofs)
{
    char legal[32];
    snprintf(legal, sizeof(legal), "%zu", tried->legal + tried->failed);
    check(exploration->legal.length == 0 || text_equal(exploration->legal, text_of(legal)), tried,
          "how many are legal");
    proofs->legal += exploration->legal.length > 0;
    for (size_t party = 0; tried->legal > 0 && party < tried->parties; party++) {
        check_extreme(tried, party, exploration->prospects[party].least, -1, proofs);
        check_extreme(tried, party, exploration->prospects[party].most, 1, proofs);
    }
    for (int solution = 0; solution < SOLUTIONS; solution++) {
        const struct solved *solved = &exploration->solved[solution];
        const int64_t *best = best_of(tried, (enum solution)solution);
        if (!solved->found)
            continue;
        check(best != NULL, tried, "a solution where there is none");
        check_deal(tried, state, exploration, &solved->deal);
        if (solution == KALAI_SMORODINSKY || solved->known == KNOWN_SEARCHED)
            continue; /* The first goes by the ideals that were found. */
        int order = solution_compare((enum solution)solution, solved->deal.gains, best,
                                     tried->parties, tried->ideals);
        check(order <= 0, tried, "better than the best");
        if (solution == NASH) {
            check(solved->known != KNOWN_PROVED || order == 0 || solved->value == 0 ||
                      gains_least(best, tried->parties) > 0,
                  tried, "a product is not the largest");
        } else {
            check(measure(tried, (enum solution)solution, best) <= solved->most, tried,
                  "more than what is proved to be the most");
        }
        proofs->sums += solution == UTILITARIAN && solved->known == KNOWN_PROVED;
        proofs->solutions += solved->known == KNOWN_PROVED;
    }
}

/* A diagram by itself, with much room and with hardly any: what it finds is there, and what it says
 * is the most is no less than that. False where the scores are too much code for one. */
static bool check_diagram(const struct tried *tried, const struct explore_request *request,
                          struct arena *arena)
{
    struct dice dice = dice_of(tried->seed, 1);
    struct package_space space;
    struct stakes stakes;
    uint32_t which;
    int party;
    int64_t weights[PARTIES_MAX];
    wide most = 0, sum;
    assert_true(
        space_open(&space, tried->scenario, request->keys, request->key_count, arena, &which));
    assert_true(stakes_open(&stakes, request->world, &space, arena, &party));
    const struct diagram *diagram = diagram_open(&stakes, arena);
    /* Never 0: then nobody would ask whether that score can be computed. */
    for (size_t side = 0; side < tried->parties; side++)
        weights[side] = (int64_t)(1 + dice_below(&dice, 8)) * (dice_below(&dice, 3) ? 1 : -1);
    for (size_t at = 0; at < tried->legal; at++) {
        sum = 0;
        for (size_t side = 0; side < tried->parties; side++)
            sum += (wide)weights[side] * ((wide)tried->gains[at][side] + tried->reservations[side]);
        most = at == 0 || sum > most ? sum : most;
    }
    for (size_t width = 1; diagram && width <= POINTS_MAX; width *= 17) {
        const struct diagram_question question = {
            .weights = weights, .width = width, .watch = request->watch, .name = "a test"};
        struct diagram_answer answer = diagram_ask(diagram, &question, arena);
        check(answer.told, tried, "no answer");
        check(!answer.found || answer.best <= most, tried, "a sum beyond all");
        check(tried->legal == 0 || width < POINTS_MAX / 2 || (answer.found && answer.best == most),
              tried, "not the largest sum");
        check(tried->legal == 0 || answer.most >= most, tried, "more than the most");
        check(tried->legal > 0 || tried->failed > 0 || !answer.found, tried, "found what is not");
    }
    stakes_close(&stakes);
    return diagram != NULL;
}

/* A state in which all reservation values can be computed: how the game begins, or some other. */
static bool find_state(struct tried *tried, struct state *state, struct arena *arena)
{
    struct chooser chooser = {tried->seed};
    for (int attempt = 0; attempt < 20; attempt++) {
        bool good = true;
        *state = state_open(tried->scenario, arena, attempt > 0 ? &chooser : NULL);
        for (size_t party = 0; good && party < tried->parties; party++)
            good = naive_reservation(&state->naive, party, &tried->reservations[party]);
        if (good)
            return true;
    }
    return false;
}

/* False where the scenario does not lend itself to it. */
static bool explore_random(uint64_t seed, struct proofs *proofs)
{
    static struct tried tried;
    struct scenario *scenario = random_scenario(seed);
    struct arena *arena = arena_open();
    struct state state;
    uint32_t keys[CLAUSE_KEYS_MAX], which;
    size_t points;
    static struct trying trying;
    tried = (struct tried){.seed = seed, .scenario = scenario, .parties = scenario->party_count};
    trying = (struct trying){.tried = &tried, .state = &state, .keys = keys};
    trying.key_count = small_keys(scenario, keys, &points);
    bool good = points > 3 && scenario->party_count <= SIDES_MAX;
    good = good && find_state(&tried, &state, arena);
    if (good) {
        try_keys(&trying, 0);
        assert_int_equal(trying.points, points);
    }
    const struct watch watch = patient(2);
    bool usable = good;
    for (int way = 0; good && way < 3; way++) {
        struct exploration exploration;
        struct explore_request request =
            wish(scenario, &state.world, &watch, way == 0 ? POINTS_MAX : 0);
        request.keys = keys;
        request.key_count = trying.key_count;
        request.width = way == 2 ? NARROW : request.width;
        assert_int_equal(explore_run(&request, arena, &exploration, &which), EXPLORE_DONE);
        if (way == 0)
            good = check_diagram(&tried, &request, arena);
        if (way == 0)
            check_exact(&tried, &state, points, &exploration);
        else
            check_proofs(&tried, &state, &exploration, &proofs[way - 1]);
        explore_close(&exploration);
    }
    arena_close(arena);
    scenario_close(scenario);
    return usable;
}

static void random_scenarios(void **state)
{
    (void)state;
    struct proofs proofs[2] = {{0}, {0}};
    size_t explored = 0;
    uint64_t seed = 1;
    for (; explored < SCENARIOS; seed++)
        explored += explore_random(seed, proofs);
    for (int way = 0; way < 2; way++)
        print_message("proved: %zu counts, %zu sums, %zu extremes, %zu solutions\n",
                      proofs[way].legal, proofs[way].sums, proofs[way].extremes,
                      proofs[way].solutions);
    print_message("%zu scenarios of %llu seeds\n", explored, (unsigned long long)seed - 1);
    assert_true(proofs[0].legal > SCENARIOS / 2 && proofs[0].sums == proofs[0].legal);
    assert_true(proofs[0].extremes > SCENARIOS && proofs[1].extremes > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_scenarios)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
