/* Bots: somebody to negotiate with where nobody sits.
 *
 * View in, command out: a bot reads exactly the view that its seat would be sent, and wishes for
 * the same commands. It keeps nothing between two calls; what it did before it reads in its own
 * minutes and messages. The host marks whatever it does.
 *
 * The one temperament so far is *linear* (Faratin, Sierra and Jennings, 1998: time-dependent
 * concession with an exponent of 1): it asks for all it can get at first, and for less with each
 * offer it makes. */
#ifndef BOTS_H
#define BOTS_H

#include "view.h"

/* What the bot in `seat`, head of `party`, would do now: at most one thing. The command's texts and
 * arrays live in `arena`; the actor is the caller's to fill in. False: it waits. The signature is
 * host_bots' `wants`; `context` is not used. */
bool bot_wants(void *context, const struct game *game, int party, struct text seat, int64_t now,
               struct arena *arena, struct command *command);

/* The same for a bot in the place of a head who is away: it tells, once for each version that waits
 * for an answer, that nobody is there to sign, binds the delegation to nothing, and lets the clock
 * run. The signature is host_bots' `stands_in`. */
bool bot_stands_in(void *context, const struct game *game, int party, struct text seat, int64_t now,
                   struct arena *arena, struct command *command);

#endif
