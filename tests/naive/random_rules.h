/* Random rules, well formed and well typed: expressions over a scenario, and whole scenarios.
 *
 * The same seed gives the same rules. They reach for what goes wrong: numbers at the edge of 64
 * bits, division by what may be zero, lists that may be empty, failures under && and ||. */
#ifndef RANDOM_RULES_H
#define RANDOM_RULES_H

#include "scenario.h"

struct chooser {
    uint64_t state;
};

/* A number in [0, count); count > 0. */
size_t choose(struct chooser *chooser, size_t count);
/* True in `percent` of 100. */
bool choose_if(struct chooser *chooser, unsigned percent);

/* What a random expression may speak of. */
struct random_wish {
    const struct scenario *scenario;
    struct arena *arena;
    unsigned context;     /* CONTEXT_DRAFT, CONTEXT_INSTRUMENT */
    enum per it;          /* what `it` is */
    size_t formula_count; /* the first so many formulas, in file order */
    unsigned depth;       /* at most so many expressions within one another */
};

struct text random_expression(struct chooser *chooser, const struct random_wish *wish,
                              enum value_type type, bool list);

/* A value of a domain. */
int64_t random_value(struct chooser *chooser, const struct scenario *scenario,
                     const struct domain *domain);

/* A scenario that loads, in its own arena. */
struct scenario *random_scenario(uint64_t seed);

#endif
