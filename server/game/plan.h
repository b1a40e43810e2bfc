/* What delegations keep for themselves: their plans, and what advisers suggest to their heads. */
#ifndef PLAN_H
#define PLAN_H

#include "position.h"

/* Whether the event belongs to a delegation's plan; and to whose. */
bool plan_keeps(enum event_type type);
int plan_party(const struct game *game, const struct event *event);

/* Makes such an event part of the plan. The event must live as long as the game. */
void plan_record(struct game *game, const struct event *event, const struct stamp *stamp);

/* The delegation's suggestion of this name, or NULL. */
const struct suggestion *plan_suggestion(const struct plan *plan, struct text id);

/* A list of the record with room for one more. */
void *with_room(struct game *game, void *items, size_t count, size_t *capacity, size_t size);

#endif
