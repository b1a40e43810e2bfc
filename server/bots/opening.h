/* Putting a first text on the table. */
#ifndef OPENING_H
#define OPENING_H

#include "mind.h"

/* A text of the bot's own, where it takes part in none that could still be agreed. */
bool opening_wanted(struct mind *mind, int64_t asks, struct command *command);

/* A further text, which takes effect only once one that the bot has signed does: worth it then, and
 * not before. */
bool opening_further(struct mind *mind, int64_t asks, struct command *command);

/* The text that it would draft if there were none yet. */
bool opening_new(struct mind *mind, int64_t asks, struct command *command);

#endif
