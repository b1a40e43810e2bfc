/* Proven bounds by weighted sums.
 *
 * The diagram finds the most that a weighted sum of gains can be, U. Then, for weights w that are
 * not negative (Lagrangian bounds; Everett, Operations Research 11, 1963):
 *
 *   the least gain of any package is at most U / sum(w);
 *   its least share of the ideals a at most U / sum(w a);
 *   the geometric mean of its n gains, where none is negative, at most
 *   U / n / (geometric mean of w), as arithmetic means are not below geometric ones.
 *
 * Good weights are found by repetition: who got much in the last answer weighs less in the next
 * one (multiplicative weights; Freund and Schapire, Games and Economic Behavior 29, 1999). */
#include "diagram.h"
#include "pool.h"

#include <math.h>
#include <string.h>

enum { ROUNDS = 8, WEIGHT_ONE = 10000, COUNTED_DIGITS_MAX = 36 };

struct proof {
    struct pool *pool;
    const struct diagram *diagram;
    size_t width;
};

/* Asks for the most of a weighted sum of gains; the package goes into the pool. False where there
 * is no answer. `enough`, a deal known already, may be NULL. */
static bool ask(const struct proof *proof, const int64_t *weights, const struct deal *enough,
                const char *name, wide *most, const int64_t **gains)
{
    struct pool *pool = proof->pool;
    const struct stakes *stakes = &pool->exploration->stakes;
    wide worth = 0, reserved = 0;
    for (size_t party = 0; party < stakes->parties; party++) {
        reserved += (wide)weights[party] * stakes->reservations[party];
        worth += enough ? (wide)weights[party] * enough->gains[party] : 0;
    }
    const struct diagram_question question = {.weights = weights,
                                              .bounded = enough != NULL,
                                              .enough = worth + reserved,
                                              .width = proof->width,
                                              .watch = pool->request->watch,
                                              .name = name};
    struct diagram_answer answer = diagram_ask(proof->diagram, &question, pool->arena);
    if (!answer.told || (!answer.found && !enough))
        return false;
    *gains = enough ? enough->gains : NULL;
    if (answer.found && pool_add(pool, answer.options))
        *gains = pool->deals[pool->count - 1].gains;
    *most = answer.most - reserved;
    return *gains != NULL;
}

/* The deal of the pool with the most of a weighted sum. */
static const struct deal *best_known(const struct pool *pool, const int64_t *weights)
{
    const struct deal *best = NULL;
    wide most = 0;
    for (size_t at = 0; at < pool->count; at++) {
        wide sum = 0;
        for (size_t party = 0; party < pool->exploration->stakes.parties; party++)
            sum += (wide)weights[party] * pool->deals[at].gains[party];
        if (!best || sum > most) {
            most = sum;
            best = &pool->deals[at];
        }
    }
    return best;
}

static bool fits(wide value)
{
    return value >= INT64_MIN && value <= INT64_MAX;
}

static void prove_extreme(const struct proof *proof, size_t party, int64_t sign)
{
    struct pool *pool = proof->pool;
    int64_t weights[PARTIES_MAX] = {0};
    const int64_t *gains;
    wide most;
    struct prospects *prospects = &pool->exploration->prospects[party];
    struct extreme *extreme = sign > 0 ? &prospects->most : &prospects->least;
    weights[party] = sign;
    if (extreme->known == KNOWN_PROVED ||
        !ask(proof, weights, best_known(pool, weights), "what each party can have", &most,
             &gains) ||
        !fits(most * sign))
        return;
    int64_t beyond = (int64_t)(most * sign);
    bool nearer = sign > 0 ? beyond < extreme->beyond : beyond > extreme->beyond;
    if (extreme->known == KNOWN_SEARCHED || nearer)
        extreme->beyond = beyond;
    extreme->known = extreme->beyond == extreme->gain ? KNOWN_PROVED : KNOWN_BOUNDED;
}

static void prove_sum(const struct proof *proof)
{
    struct pool *pool = proof->pool;
    struct solved *solved = &pool->exploration->solved[UTILITARIAN];
    int64_t weights[PARTIES_MAX];
    const int64_t *gains;
    wide most;
    for (size_t party = 0; party < pool->exploration->stakes.parties; party++)
        weights[party] = 1;
    if (solved->known == KNOWN_PROVED ||
        !ask(proof, weights, best_known(pool, weights), "the largest sum", &most, &gains))
        return;
    pool_solve(pool, UTILITARIAN);
    wide sum = gains_sum(solved->deal.gains, pool->exploration->stakes.parties);
    if (solved->known == KNOWN_SEARCHED || (double)most < solved->most)
        solved->most = (double)most;
    solved->known = most == sum ? KNOWN_PROVED : KNOWN_BOUNDED;
}

/* Weights as whole numbers, the largest WEIGHT_ONE. */
static void whole_weights(const double *logarithms, size_t count, int64_t *weights)
{
    double most = logarithms[0];
    for (size_t party = 1; party < count; party++)
        most = fmax(most, logarithms[party]);
    for (size_t party = 0; party < count; party++)
        weights[party] = (int64_t)(exp(logarithms[party] - most) * WEIGHT_ONE) + 1;
}

/* What a weighted sum of at most `most` says about a solution's value. */
static double bound_of(enum solution solution, wide most, const int64_t *weights,
                       const int64_t *ideals, size_t parties)
{
    double weight = 0, logarithm = 0;
    for (size_t party = 0; party < parties; party++) {
        weight +=
            (double)weights[party] * (solution == KALAI_SMORODINSKY ? (double)ideals[party] : 1);
        logarithm += log((double)weights[party]);
    }
    /* A little more, so that rounding makes no bound too low. */
    double bound = solution == NASH
                       ? fmax((double)most, 0) / (double)parties / exp(logarithm / (double)parties)
                       : (double)most / weight;
    return bound + fabs(bound) * 1e-12;
}

/* How much more a party weighs after a package that gives it `gain`. */
static double change_of(enum solution solution, const int64_t *gains, const int64_t *weights,
                        const int64_t *ideals, size_t party, size_t parties, double step)
{
    double spread = 1e-9, all = 0;
    for (size_t other = 0; other < parties; other++) {
        double share = solution == KALAI_SMORODINSKY && ideals[other] > 0
                           ? (double)gains[other] / (double)ideals[other]
                           : (double)gains[other];
        spread = fmax(spread, fabs(share));
        all += (double)weights[other] * (double)gains[other];
    }
    if (solution == NASH)
        return all > 0 ? step * (1 - (double)parties * (double)weights[party] *
                                         (double)gains[party] / all)
                       : 0;
    double own = solution == KALAI_SMORODINSKY && ideals[party] > 0
                     ? (double)gains[party] / (double)ideals[party]
                     : (double)gains[party];
    return -step * own / spread;
}

static void first_weights(const struct solved *solved, enum solution solution,
                          const int64_t *ideals, size_t parties, double *logarithms)
{
    for (size_t party = 0; party < parties; party++) {
        double unit = 1;
        if (solution == NASH)
            unit = fmax((double)solved->deal.gains[party], 0.5);
        else if (solution == KALAI_SMORODINSKY)
            unit = fmax((double)ideals[party], 0.5);
        logarithms[party] = -log(unit);
    }
}

static void prove_solution(const struct proof *proof, enum solution solution, const char *name)
{
    struct pool *pool = proof->pool;
    struct solved *solved = &pool->exploration->solved[solution];
    size_t parties = pool->exploration->stakes.parties;
    double logarithms[PARTIES_MAX] = {0};
    int64_t ideals[PARTIES_MAX];
    if (!solved->found)
        return;
    memcpy(ideals, pool->ideals, sizeof(ideals));
    first_weights(solved, solution, ideals, parties, logarithms);
    for (int number = 0; number < ROUNDS; number++) {
        int64_t weights[PARTIES_MAX];
        const int64_t *gains;
        wide most;
        whole_weights(logarithms, parties, weights);
        for (size_t party = 0; party < parties; party++)
            if (solution == KALAI_SMORODINSKY && ideals[party] == 0)
                weights[party] = 0;
        if (!ask(proof, weights, best_known(pool, weights), name, &most, &gains))
            return;
        double bound = bound_of(solution, most, weights, ideals, parties);
        if (solution == EGALITARIAN)
            bound = floor(bound);
        if (solved->known != KNOWN_BOUNDED || bound < solved->most)
            solved->most = bound;
        solved->known = KNOWN_BOUNDED;
        for (size_t party = 0; party < parties; party++)
            logarithms[party] +=
                change_of(solution, gains, weights, ideals, party, parties, 1.5 / (number + 1));
    }
}

static void count_legal(const struct proof *proof)
{
    struct pool *pool = proof->pool;
    if (pool->exploration->space.size.length > COUNTED_DIGITS_MAX)
        return;
    const struct diagram_question question = {.count = true,
                                              .width = pool->request->width,
                                              .watch = pool->request->watch,
                                              .name = "counting legal packages"};
    struct diagram_answer answer = diagram_ask(proof->diagram, &question, pool->arena);
    if (!answer.told)
        return;
    char digits[40], *at = &digits[sizeof(digits) - 1];
    *at = 0;
    do
        *--at = (char)('0' + (int)(answer.count % 10));
    while ((answer.count /= 10) > 0);
    pool->exploration->legal = arena_copy(pool->arena, text_of(at));
}

void prove_all(struct pool *pool)
{
    struct proof proof = {pool, diagram_open(&pool->exploration->stakes, pool->arena), 0};
    if (!proof.diagram || pool->count == 0)
        return;
    count_legal(&proof);
    /* With little room first, so that where time is short there is some bound for everything. */
    for (size_t narrowing = 256; narrowing > 0; narrowing /= 16) {
        proof.width = pool->request->width / narrowing;
        if (proof.width == 0)
            continue;
        prove_sum(&proof);
        for (size_t party = 0; party < pool->exploration->stakes.parties; party++) {
            prove_extreme(&proof, party, 1);
            prove_extreme(&proof, party, -1);
        }
        prove_solution(&proof, EGALITARIAN, "a bound for the least gain");
        prove_solution(&proof, NASH, "a bound for the product");
        prove_solution(&proof, KALAI_SMORODINSKY, "a bound for the shares of ideals");
    }
}
