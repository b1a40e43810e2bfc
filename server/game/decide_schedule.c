/* The schedule: what control changes of it, and rounds fitted before the bell. */
#include "decide.h"

static struct schedule_place place_now(const struct scratch *scratch)
{
    const struct position *position = &scratch->position;
    int64_t left = 0;
    if (position->clock == CLOCK_PAUSED && position->left != NONE)
        left = position->left;
    if (position->clock == CLOCK_RUNNING && position->deadline > scratch->now)
        left = position->deadline - scratch->now;
    return (struct schedule_place){position->phase, position->round, left};
}

static struct schedule *schedule_open(const struct scratch *scratch)
{
    struct schedule *schedule = ARENA_NEW(scratch->arena, struct schedule);
    if (scratch->position.schedule)
        *schedule = *scratch->position.schedule;
    else
        *schedule = (struct schedule){.minutes = schedule_minutes_of(scratch->scenario,
                                                                     scratch->game->options.edition,
                                                                     scratch->arena),
                                      .debrief_minutes = DEBRIEF_MINUTES};
    return schedule;
}

/* Fits the rounds to come, and what is left of this one. */
static void schedule_fit_now(struct scratch *scratch, struct schedule *schedule)
{
    const struct position *position = &scratch->position;
    struct schedule_place place = place_now(scratch);
    int64_t left = 0;
    schedule->fitted = true;
    schedule->minutes =
        schedule_fit(scratch->scenario, scratch->game->options.edition, schedule->minutes, &place,
                     schedule->bell_ms - schedule->debrief_minutes * MINUTE_MS - scratch->now,
                     &left, scratch->arena);
    scratch_emit(scratch, (struct event){.type = EVENT_SCHEDULED, .schedule = schedule});
    if (left == place.left_ms || position->final)
        return;
    struct event moved = {.type = EVENT_DEADLINE, .deadline = NONE, .left = NONE};
    if (position->clock == CLOCK_PAUSED)
        moved.left = left;
    else
        moved.deadline = scratch->now + left;
    scratch_emit(scratch, moved);
}

void schedule_fit_anew(struct scratch *scratch)
{
    const struct schedule *schedule = scratch->position.schedule;
    if (schedule && schedule->fitted && schedule->bell_ms > 0)
        schedule_fit_now(scratch, schedule_open(scratch));
}

static bool check_wish(struct scratch *scratch, const struct schedule_wish *wish)
{
    if (scratch->game->options.untimed)
        return refuse(scratch, "phase.not_allowed", TEXT(""),
                      "This game is played without a clock.");
    if (!wish->minutes && !wish->bell_given && !wish->quiet_given && wish->debrief_minutes < 0)
        return refuse(scratch, "parameter.missing", TEXT("minutes"),
                      "Say the minutes of a round, the bell, the debrief or the quiet hours.");
    const char *fault = schedule_bell_fault(wish->bell_ms, scratch->now);
    if (fault)
        return refuse(scratch, "parameter.invalid", TEXT("bell"), "%s", fault);
    return true;
}

void decide_schedule(struct scratch *scratch)
{
    const struct schedule_wish *wish = &scratch->command->schedule;
    if (!check_wish(scratch, wish))
        return;
    struct schedule *schedule = schedule_open(scratch);
    if (wish->bell_given)
        schedule->bell_ms = wish->bell_ms;
    if (wish->debrief_minutes >= 0)
        schedule->debrief_minutes = wish->debrief_minutes;
    if (wish->quiet_given)
        schedule->quiet = wish->quiet;
    if (wish->minutes) {
        int64_t *minutes = ARENA_ARRAY(scratch->arena, int64_t, scratch->scenario->phase_count);
        for (size_t phase = 0; phase < scratch->scenario->phase_count; phase++)
            minutes[phase] =
                wish->minutes[phase] >= 0 ? wish->minutes[phase] : schedule->minutes[phase];
        schedule->minutes = minutes;
    }
    /* Who says how long rounds are does not want them fitted. */
    schedule->fitted =
        !wish->minutes && schedule->bell_ms > 0 && (wish->bell_given || schedule->fitted);
    if (schedule->fitted)
        schedule_fit_now(scratch, schedule);
    else
        scratch_emit(scratch, (struct event){.type = EVENT_SCHEDULED, .schedule = schedule});
}
