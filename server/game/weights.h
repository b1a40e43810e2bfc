/* How much each interest of a party weighs: how far what can be agreed moves it.
 *
 * It is a look at many packages, not a proof over all: each clause alone, each among all the
 * others, and the drafts that a scenario has ready. */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include "scenario.h"

/* [item_count of the party's score]: between what each item is expected to be worth at worst and at
 * best, as the game begins, over what the edition leaves open. What hangs on something that the
 * party may not see is left aside. An item that cannot be computed weighs 0. */
const int64_t *score_weights(const struct scenario *scenario, uint32_t edition, int party,
                             struct arena *arena);

#endif
