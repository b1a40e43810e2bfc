/* What makes one package better than another: the solutions of bargaining theory, over whole
 * numbers and exactly.
 *
 * A gain is an expected score less the reservation value. Utilitarian: the largest sum of gains
 * (Harsanyi 1955). Egalitarian: the largest least gain (Kalai 1977). Nash: the largest product
 * where nobody loses (Nash 1950). Kalai-Smorodinsky: the largest least share of one's ideal, which
 * is the most that one can gain where nobody loses (Kalai and Smorodinsky 1975); of a finite set,
 * the package that is best by the rule. Ties fall to the larger sum (of utilitarians: the larger
 * least gain), so what is chosen is Pareto-efficient; then to who keeps the earlier point. */
#ifndef SOLUTION_H
#define SOLUTION_H

#include "scenario.h"
#include "wide.h"

enum solution { UTILITARIAN, EGALITARIAN, NASH, KALAI_SMORODINSKY, SOLUTIONS };

wide gains_sum(const int64_t *gains, size_t count);
int64_t gains_least(const int64_t *gains, size_t count);

/* Whether a solution may choose it: Nash and Kalai-Smorodinsky only where nobody loses. */
bool solution_admits(enum solution solution, const int64_t *gains, size_t count);

/* Positive where `left` is better, negative where `right` is, 0 where they tie in everything.
 * Both are admitted. `ideals` are read by KALAI_SMORODINSKY alone; who has the ideal 0 can gain
 * nothing, and is not asked. */
int solution_compare(enum solution solution, const int64_t *left, const int64_t *right,
                     size_t count, const int64_t *ideals);

#endif
