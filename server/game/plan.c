#include "plan.h"

#include "must.h"

#include <string.h>

const struct text job_names[JOBS] = {{"", 0}, {"numbers", 7}, {"contacts", 8}, {"drafting", 8}};
const struct text suggestion_names[SUGGESTIONS] = {
    {"clause", 6}, {"sign", 4}, {"decline", 7}, {"choose", 6}};

bool plan_keeps(enum event_type type)
{
    return type == EVENT_AIMS || type == EVENT_TERMS || type == EVENT_WALK_AWAY ||
           type == EVENT_NOTES || type == EVENT_NOTES_FORGOTTEN || type == EVENT_JOB ||
           type == EVENT_SUGGESTED || type == EVENT_ADVISED || type == EVENT_SUGGESTION_ANSWERED;
}

int plan_party(const struct game *game, const struct event *event)
{
    if (event_shapes[event->type].fields & FIELD_PARTY)
        return event->party;
    const struct seat *seat = seat_find(&game->position, event->seat);
    must(seat);
    return seat->party;
}

static void kept_drop(struct plan *plan, size_t index)
{
    memmove(&plan->kept[index], &plan->kept[index + 1],
            (plan->kept_count - index - 1) * sizeof *plan->kept);
    plan->kept_count--;
}

static void notes_write(struct plan *plan, const struct event *event, int64_t at)
{
    if (event->flag) {
        if (plan->kept_count == NOTES_KEPT_MAX)
            kept_drop(plan, 0);
        plan->kept[plan->kept_count++] = plan->notes;
    }
    plan->notes = (struct notes){
        .number = ++plan->notes_written, .seat = event->seat, .text = event->text, .at = at};
}

static void notes_forget(struct plan *plan, uint32_t number)
{
    for (size_t index = 0; index < plan->kept_count; index++)
        if (plan->kept[index].number == number) {
            kept_drop(plan, index);
            return;
        }
}

static void suggestion_add(struct game *game, struct plan *plan, const struct event *event,
                           int64_t at)
{
    plan->suggestions = with_room(game, plan->suggestions, plan->suggestion_count,
                                  &plan->suggestion_capacity, sizeof *plan->suggestions);
    plan->suggestions[plan->suggestion_count++] = (struct suggestion){.event = event, .at = at};
}

const struct suggestion *plan_suggestion(const struct plan *plan, struct text id)
{
    for (size_t index = 0; index < plan->suggestion_count; index++)
        if (text_equal(plan->suggestions[index].event->id, id))
            return &plan->suggestions[index];
    return NULL;
}

/* A game as it was before a step goes on with the old list. */
static void suggestion_answer(struct game *game, struct plan *plan, const struct event *event)
{
    plan->suggestion_capacity = plan->suggestion_count;
    plan->suggestions = arena_grow(game->arena, plan->suggestions, plan->suggestion_count,
                                   plan->suggestion_capacity, sizeof *plan->suggestions);
    for (size_t index = 0; index < plan->suggestion_count; index++)
        if (text_equal(plan->suggestions[index].event->id, event->id))
            plan->suggestions[index].answer = event->flag ? ANSWER_ACCEPTED : ANSWER_SET_ASIDE;
}

void plan_record(struct game *game, const struct event *event, const struct stamp *stamp)
{
    struct plan *plan = &game->plans[plan_party(game, event)];
    if (event->type == EVENT_AIMS) {
        plan->aims = event->values;
        plan->aim_count = event->value_count;
    } else if (event->type == EVENT_TERMS) {
        plan->terms = event->draft;
    } else if (event->type == EVENT_WALK_AWAY) {
        plan->walk_away_given = true;
        plan->walk_away = event->value;
    } else if (event->type == EVENT_NOTES) {
        notes_write(plan, event, stamp->at);
    } else if (event->type == EVENT_NOTES_FORGOTTEN) {
        notes_forget(plan, event->version);
    } else if (event->type == EVENT_SUGGESTED || event->type == EVENT_ADVISED) {
        suggestion_add(game, plan, event, stamp->at);
    } else if (event->type == EVENT_SUGGESTION_ANSWERED) {
        suggestion_answer(game, plan, event);
    } /* A job is its seat's. */
}
