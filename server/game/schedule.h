/* A table's schedule: how long each round lasts, the bell before which all must be over, and the
 * hours in which nothing ends.
 *
 * A class has a bell: the rounds to come are made longer or shorter until they fit before it, with
 * time kept for the debrief. A game over days has quiet hours: a deadline that would fall into them
 * waits for their end. Who lives where is said by whoever makes the exercise, as offsets from UTC
 * and from when each counts, so that the core knows no time zones and a replay needs none.
 *
 * Times are milliseconds since 1970 (UTC), lengths are minutes. Pure values and functions. */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include "scenario.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    MINUTE_MS = 60000,
    DAY_MINUTES = 1440,
    ROUND_MINUTES_MAX = 43200, /* thirty days */
    OFFSETS_MAX = 64,
    OFFSET_MINUTES_MAX = 1080, /* further from UTC no clock is */
    DEBRIEF_MINUTES = 25,      /* kept before the bell where nothing else is said */
    BELL_DAYS_MAX = 730,
};

struct utc_offset {
    int64_t from_ms;
    int64_t minutes; /* east of UTC */
};

/* Nothing ends from `from` to before `to`, minutes of the local day; equal: no such hours. */
struct quiet_hours {
    int64_t from, to;
    const struct utc_offset *offsets; /* ascending; before the first one its own counts */
    size_t offset_count;
};

struct schedule {
    const int64_t *minutes;  /* [phase_count]: of a round; 0: no limit */
    bool fitted;             /* made to fit before the bell, and so again at the start */
    int64_t bell_ms;         /* 0: none */
    int64_t debrief_minutes; /* kept before the bell */
    struct quiet_hours quiet;
};

/* What control changes of it; the rest stays. */
struct schedule_wish {
    const int64_t *minutes; /* [phase_count], -1: as it was; NULL: all as they were */
    bool bell_given, quiet_given;
    int64_t bell_ms;         /* 0: no bell any more */
    int64_t debrief_minutes; /* -1: as it was */
    struct quiet_hours quiet;
};

/* Where a game stands. */
struct schedule_place {
    int phase;       /* -1: before the first */
    uint32_t round;  /* from 1 */
    int64_t left_ms; /* of this round; 0 where it has no deadline */
};

/* The minutes of a scenario's edition, [phase_count]. In `arena`. */
const int64_t *schedule_minutes_of(const struct scenario *scenario, uint32_t edition,
                                   struct arena *arena);

/* Why no bell can ring then, in a sentence, or NULL. 0, no bell, is right. */
const char *schedule_bell_fault(int64_t bell_ms, int64_t now_ms);

/* `minutes` after `now_ms`, or when the quiet hours that this falls into end. */
int64_t schedule_deadline(const struct quiet_hours *quiet, int64_t now_ms, int64_t minutes);

/* What the rounds after this one last, the final phase aside; a phase that may be skipped counts.
 */
int64_t schedule_rest_ms(const struct scenario *scenario, uint32_t edition, const int64_t *minutes,
                         const struct schedule_place *place);

/* Lengths of the rounds to come such that they and what is left of this one fill `available_ms`:
 * in proportion to the edition's own, whole minutes, none below one, and at most twice as long.
 * [phase_count] in `arena`; what is past stays as it is in `minutes`. *left_ms: what is left of
 * this round then. Where even a minute a round is too much, it does not fit: see schedule_rest_ms.
 */
const int64_t *schedule_fit(const struct scenario *scenario, uint32_t edition,
                            const int64_t *minutes, const struct schedule_place *place,
                            int64_t available_ms, int64_t *left_ms, struct arena *arena);

#endif
