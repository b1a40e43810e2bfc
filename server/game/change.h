/* One event being made true in a position: a function for each type. They assert what decide has
 * promised and evaluate nothing. */
#ifndef CHANGE_H
#define CHANGE_H

#include "position.h"

struct change {
    const struct scenario *scenario;
    struct position *position;
    const struct event *event;
    struct stamp stamp;
    struct arena *arena;
};

void apply_drafted(struct change *change);
void apply_version(struct change *change);
void apply_opened(struct change *change);
void apply_tabled(struct change *change);
void apply_leaked(struct change *change);
void apply_signed(struct change *change);
void apply_unsigned(struct change *change);
void apply_declined(struct change *change);
void apply_withdrawn(struct change *change);
void apply_entered(struct change *change);
void apply_settled(struct change *change);
void apply_unsettled(struct change *change);
void apply_dormant(struct change *change);
void apply_suspended(struct change *change);
void apply_denounced(struct change *change);
void apply_ended(struct change *change);
void apply_ratified(struct change *change);

#endif
