/* The clock: started, stopped, moved on. */
#include "decide.h"

void decide_start(struct scratch *scratch)
{
    if (scratch->position.clock != CLOCK_LOBBY)
        return;                 /* It runs: nothing to do. */
    schedule_fit_anew(scratch); /* Who began late plays shorter rounds. */
    game_start(scratch);
}

void decide_advance(struct scratch *scratch)
{
    round_close(scratch);
}

void decide_time_passed(struct scratch *scratch)
{
    const struct position *position = &scratch->position;
    if (position->clock == CLOCK_RUNNING && position->deadline != NONE &&
        scratch->now >= position->deadline)
        round_close(scratch);
}

void decide_pause(struct scratch *scratch)
{
    const struct position *position = &scratch->position;
    if (position->clock != CLOCK_RUNNING)
        return;
    int64_t left = NONE;
    if (position->deadline != NONE)
        left = position->deadline > scratch->now ? position->deadline - scratch->now : 0;
    scratch_emit(scratch, (struct event){.type = EVENT_PAUSED, .left = left});
}

void decide_resume(struct scratch *scratch)
{
    const struct position *position = &scratch->position;
    if (position->clock != CLOCK_PAUSED)
        return;
    scratch_emit(
        scratch,
        (struct event){.type = EVENT_RESUMED,
                       .deadline = position->left == NONE ? NONE : scratch->now + position->left});
}

void decide_extend(struct scratch *scratch)
{
    enum { YEAR_MS_BITS = 36 }; /* about two years: further is a mistake */
    const struct position *position = &scratch->position;
    int64_t by = scratch->command->value;
    int64_t limit = (int64_t)1 << YEAR_MS_BITS;
    if (by < -limit || by > limit) {
        refuse(scratch, "parameter.invalid", TEXT("minutes"),
               "A deadline can be moved by two years at most.");
        return;
    }
    struct event moved = {.type = EVENT_DEADLINE, .deadline = NONE, .left = NONE};
    if (position->clock == CLOCK_PAUSED && position->left != NONE)
        moved.left = position->left + by > 0 ? position->left + by : 0;
    else if (position->clock == CLOCK_RUNNING && position->deadline != NONE)
        moved.deadline =
            position->deadline + by > scratch->now ? position->deadline + by : scratch->now;
    else {
        refuse(scratch, "phase.not_allowed", TEXT("minutes"),
               "This round has no deadline that could be moved.");
        return;
    }
    scratch_emit(scratch, moved);
}

/* Ends the game where it stands: what was agreed is frozen and counted first. */
void decide_end(struct scratch *scratch)
{
    if (scratch->position.clock != CLOCK_LOBBY && !scratch->position.frozen)
        phase_final_open(scratch);
    scratch_emit(scratch, (struct event){.type = EVENT_CLOSED});
}
