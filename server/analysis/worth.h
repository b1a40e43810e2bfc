/* What a world is worth to a party, and what a package would make of it. */
#ifndef WORTH_H
#define WORTH_H

#include "package.h"

/* The sum of a party's expected items; false where one cannot be computed or the sum is too large.
 */
bool worth_expected(const struct scenario *scenario, const struct world *world, int party,
                    int64_t *worth);

/* Its `no_deal`, or where it has none its expected score. */
bool worth_walking(const struct scenario *scenario, const struct world *world, int party,
                   int64_t *worth);

/* A world like this one with a package in it, in `arena`. */
struct world world_with(const struct scenario *scenario, const struct world *world,
                        const struct package *package, struct arena *arena);

#endif
