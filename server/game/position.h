/* The position as decide and apply change it: by events alone, and always by the same function. */
#ifndef POSITION_H
#define POSITION_H

#include "state.h"

/* Who did something, and when. */
struct stamp {
    int64_t at;
    const struct actor *by;
};

void position_open(const struct scenario *scenario, struct position *position, struct arena *arena);

/* A copy that may be changed freely; its state is `state` ([state_count], filled here). What is
 * immutable stays shared. */
struct position position_copy(const struct scenario *scenario, const struct position *position,
                              int64_t *state, struct arena *arena);

/* Makes one event true. Keeps what the event points to: it must live as long as the position. */
void position_apply(const struct scenario *scenario, struct position *position,
                    const struct event *event, struct stamp stamp, struct arena *arena);

/* Computes the state slots that follow from texts and settled clauses: in force, terms, bound,
 * signatures. */
void position_derive(const struct scenario *scenario, struct position *position);

/* The text, which must be there. */
struct instrument *position_instrument(struct position *position, struct text id);

/* The text's suspension without an event, while its fixed point is sought. */
void position_suspend(const struct scenario *scenario, struct position *position, size_t index,
                      bool suspended);

#endif
