/* A package: clauses taken together as if they were settled, to see what they are worth.
 *
 * A package assigns terms to some clause keys. Absent differs from present with its defaults, and
 * the empty package counts. Variables, signatures and decisions stay as they are, and so does what
 * is settled for other keys. */
#ifndef PACKAGE_H
#define PACKAGE_H

#include "scenario.h"

struct package {
    const struct clause_terms *clauses; /* each key at most once */
    size_t count;
};

/* Sentences about what is wrong, each of which begins with the clause or term it is about. */
struct sentences {
    struct text *items;
    size_t count, capacity;
};

/* Reads {clause key: {term: value}} into `arena`. Every term must be there and in its range. False
 * where anything is wrong: all of it is added to `errors`. */
bool package_read(const struct scenario *scenario, const struct tree *tree, struct arena *arena,
                  struct package *package, struct sentences *errors);

/* Makes the clauses of a package count as settled, in place of what is settled for their keys, and
 * as drafted; whom they bind is bound; formulas are computed. */
void package_apply(const struct scenario *scenario, struct world *world,
                   const struct package *package);

/* The sentence of the first of a clause's `requires` that does not hold, or NULL. In a world to
 * which the package was applied. */
const struct text *package_requirement(const struct scenario *scenario, const struct world *world,
                                       uint32_t key);

/* Whether every `requires` holds within an applied package; what does not is added to `errors`. */
bool package_check(const struct scenario *scenario, const struct world *world,
                   const struct package *package, struct arena *arena, struct sentences *errors);

#endif
