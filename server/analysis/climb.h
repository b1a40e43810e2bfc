/* Local search with restarts: where nothing is proved, something good is found.
 *
 * From a start, the best change of one axis is made as long as one betters the package, then the
 * best of two axes at once; at the top a few axes are shaken and it goes on from there (iterated
 * local search: Lourenço, Martin and Stützle, 2003). The starts are those given, then random ones.
 * The same seed finds the same, whatever the number of threads, unless it was stopped. */
#ifndef CLIMB_H
#define CLIMB_H

#include "stakes.h"

struct climb_request {
    const struct stakes *stakes;
    const struct watch *watch;
    const char *name;
    enum solution solution;
    const int64_t *ideals; /* of KALAI_SMORODINSKY */
    int favoured;          /* -1; or a party whose gain is to be the most where nobody loses,
                              whatever the solution says */
    const uint64_t *const *starts;
    size_t start_count;
    size_t random_starts;
    unsigned shakes; /* of each start */
    uint64_t seed;
    bool quick; /* changes of one axis alone */
    /* NULL: every option; else whether an axis may have this one. It may always be left out. With
       several threads it is called by each. */
    bool (*allows)(void *allowing, size_t axis, uint64_t option);
    void *allowing;
};

/* A package that was looked at. */
struct spot {
    uint64_t *options;
    int64_t *gains;
};

/* Where each start led to, in their order; those that led to nothing legal are left out. In
 * `arena`. */
struct spot *climb_run(const struct climb_request *request, struct arena *arena, size_t *count);

/* What climbing holds to be better: what the solution admits, by it; before that, by the least
 * gain. Positive where `left` is. */
int climb_compare(const struct climb_request *request, const int64_t *left, const int64_t *right);

#endif
