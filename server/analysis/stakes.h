/* What is at stake: what each party has in a package, and without any.
 *
 * Made once, for a state of the game; several threads may read it. */
#ifndef STAKES_H
#define STAKES_H

#include "solution.h"
#include "space.h"
#include "work.h"

struct stakes {
    const struct scenario *scenario;
    const struct world *world; /* all but the packages: borrowed */
    const struct package_space *space;
    struct batch_plan *plan;     /* batch_plan_expected of the space's keys */
    const int64_t *reservations; /* one a party */
    size_t parties;
};

/* False where a reservation value cannot be computed: *party is whose. A party's is its `no_deal`,
 * else its expected score under what is in force in the world. */
bool stakes_open(struct stakes *stakes, const struct world *world,
                 const struct package_space *space, struct arena *arena, int *party);
void stakes_close(struct stakes *stakes);

/* A batch that weighs points, of one thread. */
struct scale {
    const struct stakes *stakes;
    struct batch *batch;
    struct writer *writer;
};

struct scale scale_open(const struct stakes *stakes, struct arena *arena);
void scale_close(struct scale *scale);
void scale_run(struct scale *scale, size_t rows);

enum weighed { WEIGHED, WEIGHED_FORBIDDEN, WEIGHED_FAILED };

/* What everybody gains by a row of the last run. FORBIDDEN: a `requires` does not hold; FAILED: a
 * score, or a gain, cannot be computed. */
enum weighed scale_read(const struct scale *scale, size_t row, int64_t *gains);

/* One point by itself. */
enum weighed scale_weigh(struct scale *scale, const uint64_t *options, int64_t *gains);

#endif
