/* How a matter could be changed: for the bot, at the least cost to the others as far as it knows
 * them. What others are worth it never sees: it goes by what they wrote and struck. */
#ifndef BARGAIN_H
#define BARGAIN_H

#include "mind.h"

/* What the change of a clause from one set of terms to another (NULL: not in the text) may cost the
 * others, in a measure of its own; at least 1. */
int64_t bargain_cost(struct mind *mind, uint32_t key, const int64_t *from, const int64_t *to);
/* What it may cost one of them: below 0 it would like it. */
int64_t bargain_cost_to(struct mind *mind, int party, uint32_t key, const int64_t *from,
                        const int64_t *to);

/* About the best that the bot could make of the matter by itself. */
int64_t bargain_best(struct mind *mind, const struct matter *matter);

/* Changes the matter's offer step by step until it brings `enough`; each step is the one that gives
 * the bot most for what it may cost the others; what turns out not to be needed is taken back.
 * Returns what it brings then. */
int64_t bargain_towards(struct mind *mind, struct matter *matter, int64_t enough);

/* The one change that the others would like most, of those that do not hurt the bot; false where
 * there is none. */
bool bargain_gift(struct mind *mind, struct matter *matter);

#endif
