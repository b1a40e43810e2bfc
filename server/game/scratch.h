/* The work of one command: a copy of the position that rules may change, the events that changed
 * it, and what is said to the caller. Everything lives in the command's arena. */
#ifndef SCRATCH_H
#define SCRATCH_H

#include "position.h"

/* What suspensions depend on, as it was when they were last at rest. */
struct rest {
    struct world world; /* as if no text were suspended, formulas computed; no slots: as in the
                           game, before the command */
    const struct instrument *instruments;
    size_t count;
    const int32_t *holders;
};

struct scratch {
    const struct game *game;
    const struct scenario *scenario;
    const struct command *command;
    int64_t now;
    struct arena *arena;
    struct position position; /* its state is the world's */
    struct world world;       /* formulas computed only by scratch_world */
    bool stale;               /* the state has changed since formulas were computed */
    const struct seat *seat;  /* the actor's (in the game, not in the copy), or NULL */
    int party;                /* the actor's, or NONE */
    struct event *events;
    size_t event_count, event_capacity;
    struct rest rest; /* at the end of this command's last re-examination */
    bool ending;      /* an effect said: go to the final phase */
    bool refused;
    struct refusal refusal;
    struct tree *answer;
};

struct scratch scratch_open(const struct game *game, const struct command *command, int64_t now,
                            struct arena *arena);

/* Adds an event and makes it true in the copy. What it points to must live in the arena or in the
 * game. */
void scratch_emit(struct scratch *scratch, struct event event);

/* The world with formulas computed. */
struct world *scratch_world(struct scratch *scratch);

/* What the actor's party may not see: sight_unseen. What it is told, refusals too, goes by this. */
const bool *scratch_unseen(struct scratch *scratch);

/* A copy of the world's state to go back to after supposing something. */
int64_t *scratch_suppose(struct scratch *scratch);
void scratch_return(struct scratch *scratch, const int64_t *state);

/* Runs a bool; where it cannot be computed it is false, and control is told. NULL is true. */
bool scratch_true(struct scratch *scratch, const struct expression *expression,
                  const struct draw_place *draw, struct text path);

/* Tells control, once a round for each path. */
void scratch_trouble(struct scratch *scratch, struct text path, struct text what);

/* Refuses; the first refusal stands. Returns false, so that checks read `return refuse(…)`. */
bool refuse(struct scratch *scratch, const char *type, struct text path, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* In a sentence of the scenario, in all its languages. */
bool refuse_said(struct scratch *scratch, const char *type, struct text path, struct text sentence);
void refuse_more(struct scratch *scratch, struct text key, struct tree *value);

/* An id of the author and of what is made, so that it tells nothing of what else was made; `taken`
 * says whether one is in use already. */
struct text scratch_id(struct scratch *scratch, const char *kind, struct text content,
                       bool (*taken)(const struct scratch *scratch, struct text id));

/* An answer to the caller. */
struct tree *scratch_answer(struct scratch *scratch);

/* Parties as a list of their ids, and as words: "France, Germany". */
struct tree *parties_tree(struct scratch *scratch, party_set parties);
struct text parties_words(struct scratch *scratch, party_set parties);

/* What commands set going. */
void examine(struct scratch *scratch);     /* re-examination (examine.c) */
void round_close(struct scratch *scratch); /* rounds.c */
/* Its work alone: no news, and the round goes on. For who supposes. */
void round_rehearse(struct scratch *scratch);
void game_start(struct scratch *scratch);
void phase_final_open(struct scratch *scratch);
void instrument_denounce(struct scratch *scratch, const struct instrument *instrument,
                         int party); /* its clauses that bind the party end (examine.c) */

/* Runs effects in order; `place` tells this run from others of the same rule (effects.c). */
void effects_run(struct scratch *scratch, const struct effects *effects, struct text place);
/* Whether an inject comes about of itself now: its `when`, then its chance. */
bool inject_drawn(struct scratch *scratch, const struct inject *rule);
/* An inject comes about: told, then its effects. */
void inject_happen(struct scratch *scratch, uint32_t inject, struct text reason);

/* Effects as control wrote them: [{set, to}]. False where refused; nothing is emitted by the check.
 */
bool effects_check(struct scratch *scratch, const struct tree *effects);
void effects_write(struct scratch *scratch, const struct tree *effects, struct text reason);

#endif
