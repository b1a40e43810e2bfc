#include "schedule.h"

#include "arena.h"

const int64_t *schedule_minutes_of(const struct scenario *scenario, uint32_t edition,
                                   struct arena *arena)
{
    int64_t *minutes = ARENA_ARRAY(arena, int64_t, scenario->phase_count);
    for (size_t phase = 0; phase < scenario->phase_count; phase++)
        minutes[phase] = scenario->editions[edition].minutes[phase];
    return minutes;
}

enum { BELL_AHEAD_MINUTES_MAX = BELL_DAYS_MAX * DAY_MINUTES };

const char *schedule_bell_fault(int64_t bell_ms, int64_t now_ms)
{
    if (bell_ms == 0)
        return NULL;
    if (bell_ms <= now_ms)
        return "This bell has rung already.";
    return bell_ms > now_ms + (int64_t)BELL_AHEAD_MINUTES_MAX * MINUTE_MS
               ? "A bell rings within two years."
               : NULL;
}

static int64_t offset_at(const struct quiet_hours *quiet, int64_t at_ms)
{
    int64_t minutes = quiet->offset_count > 0 ? quiet->offsets[0].minutes : 0;
    for (size_t index = 0; index < quiet->offset_count; index++)
        if (quiet->offsets[index].from_ms <= at_ms)
            minutes = quiet->offsets[index].minutes;
    return minutes;
}

/* How many minutes until the quiet hours at this moment are over; 0 where it is none of theirs. */
static int64_t quiet_left(const struct quiet_hours *quiet, int64_t at_ms)
{
    int64_t local = (at_ms / MINUTE_MS + offset_at(quiet, at_ms)) % DAY_MINUTES;
    int64_t since = (local - quiet->from + DAY_MINUTES) % DAY_MINUTES;
    int64_t length = (quiet->to - quiet->from + DAY_MINUTES) % DAY_MINUTES;
    return since < length ? length - since : 0;
}

int64_t schedule_deadline(const struct quiet_hours *quiet, int64_t now_ms, int64_t minutes)
{
    int64_t at = now_ms + minutes * MINUTE_MS;
    int64_t left = quiet_left(quiet, at);
    if (left == 0)
        return at;
    /* On the minute; and where the clocks change within the quiet hours, by the clock after it. */
    int64_t end = (at / MINUTE_MS + left) * MINUTE_MS;
    return end + (offset_at(quiet, at) - offset_at(quiet, end)) * MINUTE_MS;
}

/* Rounds of a phase that have not begun. */
static int64_t rounds_left(const struct scenario *scenario, uint32_t edition,
                           const struct schedule_place *place, size_t phase)
{
    int64_t rounds = scenario->editions[edition].rounds[phase];
    if (scenario->phases[phase].final || (int)phase < place->phase)
        return 0;
    return (int)phase == place->phase ? rounds - (int64_t)place->round : rounds;
}

int64_t schedule_rest_ms(const struct scenario *scenario, uint32_t edition, const int64_t *minutes,
                         const struct schedule_place *place)
{
    int64_t rest = 0;
    for (size_t phase = 0; phase < scenario->phase_count; phase++)
        rest += rounds_left(scenario, edition, place, phase) * minutes[phase] * MINUTE_MS;
    return rest;
}

/* The whole minutes that rounding down has left over go to the phases that lost most by it. */
static void spare_give(const struct scenario *scenario, uint32_t edition,
                       const struct schedule_place *place, const int64_t *lost, int64_t *fit,
                       int64_t spare_ms, struct arena *arena)
{
    bool *given = ARENA_ARRAY(arena, bool, scenario->phase_count);
    for (;;) {
        size_t best = scenario->phase_count;
        for (size_t phase = 0; phase < scenario->phase_count; phase++) {
            int64_t costs = rounds_left(scenario, edition, place, phase) * MINUTE_MS;
            if (!given[phase] && lost[phase] > 0 && costs > 0 && costs <= spare_ms &&
                (best == scenario->phase_count || lost[phase] > lost[best]))
                best = phase;
        }
        if (best == scenario->phase_count)
            return;
        given[best] = true;
        fit[best]++;
        spare_ms -= rounds_left(scenario, edition, place, best) * MINUTE_MS;
    }
}

/* A minute for each round may be more than its part: the longest rounds give that back. */
static void lack_take(const struct scenario *scenario, uint32_t edition,
                      const struct schedule_place *place, int64_t *fit, int64_t lack_ms)
{
    while (lack_ms > 0) {
        size_t longest = scenario->phase_count;
        for (size_t phase = 0; phase < scenario->phase_count; phase++)
            if (fit[phase] > 1 && rounds_left(scenario, edition, place, phase) > 0 &&
                (longest == scenario->phase_count || fit[phase] > fit[longest]))
                longest = phase;
        if (longest == scenario->phase_count)
            return;
        fit[longest]--;
        lack_ms -= rounds_left(scenario, edition, place, longest) * MINUTE_MS;
    }
}

const int64_t *schedule_fit(const struct scenario *scenario, uint32_t edition,
                            const int64_t *minutes, const struct schedule_place *place,
                            int64_t available_ms, int64_t *left_ms, struct arena *arena)
{
    const int64_t *usual = schedule_minutes_of(scenario, edition, arena);
    int64_t whole = place->left_ms + schedule_rest_ms(scenario, edition, usual, place);
    int64_t *fit = ARENA_ARRAY(arena, int64_t, scenario->phase_count);
    int64_t *lost = ARENA_ARRAY(arena, int64_t, scenario->phase_count);
    *left_ms = place->left_ms;
    for (size_t phase = 0; phase < scenario->phase_count; phase++)
        fit[phase] = minutes[phase];
    if (whole == 0)
        return fit;
    int64_t most = (int64_t)BELL_AHEAD_MINUTES_MAX * MINUTE_MS;
    most = 2 * whole < most ? 2 * whole : most;
    int64_t wanted = available_ms < 0 ? 0 : available_ms > most ? most : available_ms;
    /* In minutes, and at most two years above, so that products fit. */
    int64_t above = wanted / MINUTE_MS, below = whole / MINUTE_MS > 0 ? whole / MINUTE_MS : 1;
    int64_t least = place->left_ms < MINUTE_MS ? place->left_ms : MINUTE_MS;
    *left_ms = place->left_ms / below * above + place->left_ms % below * above / below;
    if (*left_ms < least)
        *left_ms = least;
    for (size_t phase = 0; phase < scenario->phase_count; phase++) {
        if (usual[phase] == 0 || rounds_left(scenario, edition, place, phase) == 0)
            continue;
        fit[phase] = usual[phase] * above / below;
        lost[phase] = usual[phase] * above % below;
        if (fit[phase] < 1) {
            fit[phase] = 1;
            lost[phase] = 0;
        }
    }
    int64_t spare = wanted - *left_ms - schedule_rest_ms(scenario, edition, fit, place);
    if (spare < 0) {
        int64_t cut = -spare < *left_ms - least ? -spare : *left_ms - least;
        *left_ms -= cut;
        lack_take(scenario, edition, place, fit, -spare - cut);
        return fit;
    }
    spare_give(scenario, edition, place, lost, fit, spare, arena);
    return fit;
}
