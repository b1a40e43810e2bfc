/* Which of the world's slots somebody may read, so that nothing computed for them tells more. */
#ifndef SIGHT_H
#define SIGHT_H

#include "state.h"

/* [world_count]: true for what a party (NONE: the public) may not see. In the final phase all
 * choices are open. */
const bool *sight_unseen(const struct scenario *scenario, int party, bool final,
                         struct arena *arena);

/* The first slot that an expression reads and that is unseen, or NONE. NULL reads nothing, and to
 * `unseen` NULL (control) nothing is hidden. */
int64_t sight_blocked(const bool *unseen, const struct expression *expression);

/* What a secret slot is called: the variable, the formula or the decision. */
struct text sight_name(const struct scenario *scenario, uint32_t slot);

#endif
