/* Bots: somebody to negotiate with where nobody sits.
 *
 * View in, command out: a bot reads exactly the view that its seat would be sent, and wishes for
 * the same commands. It keeps nothing between two calls; what it did before it reads in its own
 * minutes and messages. The host marks whatever it does. */
#ifndef BOTS_H
#define BOTS_H

#include "view.h"

/* How a bot bargains, by the field's names: each is a file of its own, which names its source. */
enum temperament {
    TEMPERAMENT_BOULWARE,    /* holds on, and concedes at the end */
    TEMPERAMENT_LINEAR,      /* concedes evenly */
    TEMPERAMENT_CONCEDER,    /* concedes at once */
    TEMPERAMENT_MICRO,       /* concedes a step when the others made as many offers */
    TEMPERAMENT_TIT_FOR_TAT, /* concedes as the others did */
    TEMPERAMENT_CONVENER,    /* seeks one text that is good for all at a table of many */
    TEMPERAMENTS
};

/* "boulware" …; and back, or -1. */
struct text temperament_name(enum temperament temperament);
int temperament_find(struct text name);

/* Whom a delegation's bot takes after where nobody says: drawn by the table's seed, so that a table
 * is mixed; half of the time the one that the scenario names for the delegation. */
enum temperament temperament_of(const struct game *game, int party);

/* What a bot of this temperament in `seat`, head of `party`, would do now: at most one thing. The
 * command's texts and arrays live in `arena`; the actor is the caller's to fill in, and so is what
 * else an empty command holds: key, party and quote_key -1. False: it waits, until something
 * changes at the table. At a table without people nobody asks to go on: whoever drives such a game
 * lets the round end where no bot wants anything. */
bool bot_wants_as(enum temperament temperament, const struct game *game, int party,
                  struct text seat, int64_t now, struct arena *arena, struct command *command);

/* The same with the temperament of temperament_of. The signature is host_bots' `wants`; `context`
 * is not used. */
bool bot_wants(void *context, const struct game *game, int party, struct text seat, int64_t now,
               struct arena *arena, struct command *command);

/* The same for a bot in the place of a head who is away: it tells, once for each version that waits
 * for an answer, that nobody is there to sign, binds the delegation to nothing, and lets the clock
 * run. The signature is host_bots' `stands_in`. */
bool bot_stands_in(void *context, const struct game *game, int party, struct text seat, int64_t now,
                   struct arena *arena, struct command *command);

/* For people who ask: what would help the party and not hurt the others, from what its seats see.
 * One to three changes to a draft that it may amend, or where `instrument` is empty a new text:
 * {advice: [{instrument, version | kind, invite, clauses: [{type, key?, terms}], changes: [{clause,
 * from?, to?}], total?, gain?, others: {party: "welcome" | "unwelcome" | "binds" | "unknown"}}]}.
 * `total` is the party's expected score then, `gain` what the change adds to it. NULL where it
 * knows of no such draft. */
struct tree *bot_advises(const struct game *game, int party, struct text instrument,
                         struct arena *arena);

#endif
