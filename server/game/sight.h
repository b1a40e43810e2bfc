/* Which of the world's slots somebody may read, so that nothing computed for them tells more. */
#ifndef SIGHT_H
#define SIGHT_H

#include "state.h"

/* [world_count]: true for what a party (NONE: the public) may not see. In the final phase all
 * choices are open. */
const bool *sight_unseen(const struct scenario *scenario, int party, bool final,
                         struct arena *arena);

/* Whether anything of the state is unseen: a figure, or what was chosen. */
bool sight_hides(const struct scenario *scenario, const bool *unseen);

/* What stands in for a bounded number that is unseen; other things are nothing, or the last of
 * what they can be. */
enum fill { FILL_MIDDLE, FILL_LEAST, FILL_MOST };
/* Puts it into the state's slots. Formulas are not computed anew. */
void sight_fill(const struct scenario *scenario, const bool *unseen, int64_t *slots,
                enum fill fill);

/* The first slot that an expression reads and that is unseen, or NONE. NULL reads nothing, and to
 * `unseen` NULL (control) nothing is hidden. */
int64_t sight_blocked(const bool *unseen, const struct expression *expression);

/* Whom a clause with these terms binds, as far as may be known: nobody, where its rule reads what
 * is unseen. */
party_set sight_binds(const struct scenario *scenario, const bool *unseen, struct world *world,
                      uint32_t key, const int64_t *terms);
/* Puts a clause into a world as settled, and whom it binds as far as may be known. Formulas are not
 * computed anew. */
void sight_settle(const struct scenario *scenario, const bool *unseen, struct world *world,
                  uint32_t key, const int64_t *terms);
/* Whether it may be judged if what the clause requires holds. */
bool sight_requires(const struct scenario *scenario, const bool *unseen, uint32_t key);

/* What a secret slot is called: the variable, the formula or the decision. */
struct text sight_name(const struct scenario *scenario, uint32_t slot);

#endif
