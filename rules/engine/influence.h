/* What depends on what, for the warnings of a scenario without errors.
 *
 * Internal to the engine. The answers are in the loader's arena, one for each slot of the world. */
#ifndef INFLUENCE_H
#define INFLUENCE_H

#include "loader.h"

/* What a score depends on, however far around. */
const bool *slots_that_matter(const struct loader *loader);

/* What can differ from how it begins: all but variables that no effect sets, and formulas that read
 * nothing else. */
const bool *slots_that_change(const struct loader *loader);

/* Whether an expression reads a slot that is marked. */
bool reads_any(const struct expression *expression, const bool *slots);

#endif
