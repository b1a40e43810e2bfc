/* The game: a plain value, and four pure functions.
 *
 *     decide(game, command, now) -> events | refusal     changes nothing
 *     apply (game, entry)                                cannot fail; asserts
 *     view  (game, audience)     -> what it may see      built up from nothing          (view.h)
 *     due   (game)               -> the next deadline
 *
 * A game knows no socket, file, clock, thread or random source. All times are milliseconds since
 * 1970 (UTC). The same entries give the same state, byte for byte, on every machine. A game belongs
 * to one thread at a time. */
#ifndef GAME_H
#define GAME_H

#include "arena.h"
#include "command.h"
#include "event.h"
#include "random.h"
#include "scenario.h"

struct game;

struct game_options {
    struct text id;   /* the table's id */
    struct text name; /* what people call it: "Room 2" */
    uint32_t edition;
    struct seed seed;
    bool live;        /* minutes that stop with the server; else async: deadlines in real time */
    bool calculator;  /* players may see their score calculator */
    bool advice;      /* players may ask what to propose */
    bool open_scores; /* others' scores are shown in the final phase without control opening the
                         debrief */
    bool untimed;     /* no deadlines: a newcomer's table, and the plays */
};

/* A new game before its first entry. The scenario must outlive it. The caller closes it. */
struct game *game_open(const struct scenario *scenario, const struct game_options *options);
void game_close(struct game *game);

const struct scenario *game_scenario(const struct game *game);
const struct game_options *game_options(const struct game *game);

/* The sequence number of the last applied entry; 0 before the first. */
uint64_t game_sequence(const struct game *game);

/* The outcome of one command. */
struct decision_result {
    bool refused;
    struct refusal refusal; /* where refused */
    struct event *events;   /* else: at least none; a command that changes nothing has none */
    size_t event_count;
    struct tree
        *answer; /* what the caller is told: {instrument: id, version: n, missing: […]}, or NULL */
};

/* What would happen, in `scratch`; the game is not changed. `now` is not before the last entry's
 * time. */
struct decision_result decide(const struct game *game, const struct command *command, int64_t now,
                              struct arena *scratch);

/* Makes the events true. `at` is the entry's time, `by` who did it. Copies what it keeps. */
void apply(struct game *game, uint64_t sequence, int64_t at, const struct actor *by,
           const struct event *events, size_t count);

/* The next deadline in milliseconds since 1970, or INT64_MAX where nothing is due. At or after it,
 * a command of type COMMAND_TIME_PASSED must be decided before anything else. */
int64_t due(const struct game *game);

/* For live games whose server stood still: the host says how long, and the deadline moves as far.
 * (An entry like any other: decide COMMAND_EXTEND by the clock.) */

/* SHA-256 (hex) of the whole state in a canonical form; equal games have equal hashes. */
struct text game_hash(const struct game *game, struct arena *scratch);

/* How far a game is, for who may read what of it. */
struct standing {
    bool started, final, closed;
    bool told; /* final, and everybody may see everybody's scores: its debrief is open */
};
struct standing game_standing(const struct game *game);

/* How often an inject has come about. */
uint32_t game_fired(const struct game *game, size_t inject);

/* The state as expressions see it, formulas computed, in `scratch`. */
struct world game_world(const struct game *game, struct arena *scratch);

/* Whom a clause with these terms binds; where it cannot be computed nobody, and *failed. The
 * world, formulas computed, is left as it was. */
party_set clause_binds(const struct scenario *scenario, struct world *world, uint32_t key,
                       const int64_t *terms, bool *failed);

#endif
