#include "kit.h"

enum { MINUTE = 60000 };

static int64_t length(const struct play *play, const char *phase)
{
    return play->game->position.schedule->minutes[scenario_phase(rules, text_of(phase))];
}

static struct command scheduling(struct schedule_wish wish)
{
    struct command command = by(NULL, COMMAND_SCHEDULE);
    command.schedule = wish;
    return command;
}

static struct command bell_in(const struct play *play, int64_t minutes)
{
    return scheduling((struct schedule_wish){
        .bell_given = true, .bell_ms = play->now + minutes * MINUTE, .debrief_minutes = -1});
}

static int64_t view_number(struct play *play, const char *name)
{
    struct audience control = {.kind = AUDIENCE_CONTROL};
    int64_t number = -1;
    (void)tree_get_int(tree_get(view(play->game, control, play->arena), TEXT("clock")),
                       text_of(name), &number);
    return number;
}

static struct play *lobby(struct game_options options)
{
    struct play *play = play_open_with(options);
    everybody_sits(play);
    return play;
}

/* briefing 5, talks 3 times 8, skipped 1, vote 2 times 3: what a lesson would take. */
static void a_bell_makes_rounds_fit_before_the_debrief(void **state)
{
    (void)state;
    struct play *play = lobby((struct game_options){0});
    int64_t usual = view_number(play, "rest") / MINUTE;
    assert_true(usual >= 35);
    ok(play, bell_in(play, DEBRIEF_MINUTES + usual / 2));
    assert_true(length(play, "briefing") < 5 && length(play, "talks") < 8);
    assert_true(view_number(play, "rest") <= usual / 2 * MINUTE);
    assert_true(view_number(play, "rest") > (usual / 2 - 3) * MINUTE); /* No time is wasted. */
    assert_int_equal(view_number(play, "debrief_minutes"), DEBRIEF_MINUTES);
    assert_int_equal(view_number(play, "bell"), play->now + (DEBRIEF_MINUTES + usual / 2) * MINUTE);
    ok(play, bell_in(play, 300)); /* Twice as long is long enough. */
    assert_int_equal(length(play, "talks"), 16);
    ok(play, bell_in(play, 1)); /* It can't fit: a minute each, and the rest says so. */
    assert_int_equal(length(play, "talks"), 1);
    assert_true(view_number(play, "rest") >= 6 * MINUTE);
    play_close(play);
}

/* Whatever the bell, it fits, unless a minute a round is too much. */
static void every_bell_that_leaves_a_minute_a_round_is_kept(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    play->now += 30000;
    int64_t least = 0;
    for (int64_t minutes = DEBRIEF_MINUTES + 1; minutes < DEBRIEF_MINUTES + 60; minutes++) {
        ok(play, bell_in(play, minutes));
        int64_t ends = due(play->game) + view_number(play, "rest");
        int64_t latest = play->now + (minutes - DEBRIEF_MINUTES) * MINUTE;
        if (least == 0)
            least = view_number(play, "rest") + MINUTE;
        assert_true(ends <= latest || latest - play->now < least);
    }
    play_close(play);
}

static void who_begins_late_plays_shorter_rounds(void **state)
{
    (void)state;
    struct play *play = lobby((struct game_options){0});
    int64_t usual = view_number(play, "rest") / MINUTE;
    ok(play, bell_in(play, DEBRIEF_MINUTES + usual));
    assert_int_equal(length(play, "talks"), 8);
    play->now += usual / 2 * MINUTE;
    ok(play, by(NULL, COMMAND_START));
    assert_true(length(play, "talks") < 6);
    assert_true(due(play->game) + view_number(play, "rest") <=
                view_number(play, "bell") - DEBRIEF_MINUTES * MINUTE);
    play_close(play);
}

static void rounds_of_a_chosen_length_are_not_fitted(void **state)
{
    (void)state;
    struct play *play = lobby((struct game_options){0});
    ok(play, bell_in(play, 200));
    int64_t *minutes = ARENA_ARRAY(play->arena, int64_t, rules->phase_count);
    for (size_t phase = 0; phase < rules->phase_count; phase++)
        minutes[phase] = -1;
    minutes[scenario_phase(rules, TEXT("briefing"))] = 7;
    minutes[scenario_phase(rules, TEXT("talks"))] = 0;
    ok(play, scheduling((struct schedule_wish){.minutes = minutes, .debrief_minutes = 10}));
    play->now += MINUTE;
    ok(play, by(NULL, COMMAND_START));
    assert_int_equal(due(play->game), play->now + 7 * MINUTE);
    assert_int_equal(view_number(play, "debrief_minutes"), 10);
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "talks", 1);
    assert_int_equal(due(play->game), INT64_MAX); /* 0: no limit */
    play_close(play);
}

static void a_bell_shortens_the_round_under_way(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    int64_t before = due(play->game) - play->now;
    int64_t whole = before + view_number(play, "rest");
    ok(play, bell_in(play, DEBRIEF_MINUTES + whole / 2 / MINUTE));
    assert_true(due(play->game) - play->now <= before / 2);
    assert_true(due(play->game) - play->now >= MINUTE);
    assert_true(due(play->game) + view_number(play, "rest") <= play->now + whole / 2);
    ok(play, by(NULL, COMMAND_PAUSE));
    int64_t left = play->game->position.left;
    ok(play, bell_in(play, DEBRIEF_MINUTES + 300));
    assert_true(play->game->position.left > left);
    assert_int_equal(play->game->position.clock, CLOCK_PAUSED);
    /* Without a bell rounds stay as they are. */
    left = play->game->position.left;
    int64_t talks = length(play, "talks");
    ok(play, scheduling((struct schedule_wish){.bell_given = true, .debrief_minutes = -1}));
    assert_int_equal(play->game->position.left, left);
    assert_int_equal(length(play, "talks"), talks);
    assert_int_equal(view_number(play, "bell"), -1);
    play_close(play);
}

static void a_deadline_waits_for_the_end_of_quiet_hours(void **state)
{
    (void)state;
    /* 25 March 2026 in Kyiv: UTC+2, from the 29th at 01:00 UTC on UTC+3. */
    const struct utc_offset offsets[] = {{0, 120}, {1774746000000, 180}};
    const struct quiet_hours quiet = {22 * 60, 7 * 60, offsets, 2};
    const int64_t noon = 1774432800000; /* 12:00 in Kyiv */
    assert_int_equal(schedule_deadline(&quiet, noon, 9 * 60), noon + 9 * 60 * MINUTE); /* 21:00 */
    assert_int_equal(schedule_deadline(&quiet, noon, 600), noon + 19 * 60 * MINUTE);   /* 22:00 */
    assert_int_equal(schedule_deadline(&quiet, noon, 18 * 60), noon + 19 * 60 * MINUTE);
    assert_int_equal(schedule_deadline(&quiet, noon, 19 * 60), noon + 19 * 60 * MINUTE);
    assert_int_equal(schedule_deadline(&quiet, noon + 30000, 600), noon + 19 * 60 * MINUTE);
    /* In the night of the 29th the clock jumps: 07:00 is an hour earlier. */
    const int64_t saturday = noon + 3 * (int64_t)DAY_MINUTES * MINUTE;
    assert_int_equal(schedule_deadline(&quiet, saturday, 11 * 60), saturday + 18 * 60 * MINUTE);
    assert_int_equal(schedule_deadline(&quiet, saturday, 17 * 60), saturday + 18 * 60 * MINUTE);
    /* In the day, and none at all. */
    const struct quiet_hours siesta = {13 * 60, 15 * 60, offsets, 2}, none = {0, 0, offsets, 2};
    assert_int_equal(schedule_deadline(&siesta, noon, 90), noon + 180 * MINUTE);
    assert_int_equal(schedule_deadline(&siesta, noon, 180), noon + 180 * MINUTE);
    assert_int_equal(schedule_deadline(&none, noon, 90), noon + 90 * MINUTE);
}

static void quiet_hours_hold_in_a_game(void **state)
{
    (void)state;
    static const struct utc_offset greenwich[] = {{0, 0}};
    struct play *play = lobby((struct game_options){0});
    int64_t of_day = play->now / MINUTE % DAY_MINUTES;
    struct schedule_wish wish = {.debrief_minutes = -1, .quiet_given = true};
    wish.quiet = (struct quiet_hours){of_day + 1, of_day + 31, greenwich, 1};
    ok(play, scheduling(wish));
    ok(play, by(NULL, COMMAND_START));
    assert_int_equal(due(play->game), (play->now / MINUTE + 31) * MINUTE);
    play_close(play);
}

static void what_makes_no_schedule_is_refused(void **state)
{
    (void)state;
    struct play *play = lobby((struct game_options){0});
    refused(play, scheduling((struct schedule_wish){.debrief_minutes = -1}), "parameter.missing");
    refused(play, bell_in(play, 0), "parameter.invalid");
    refused(play, bell_in(play, 3 * 365 * DAY_MINUTES), "parameter.invalid");
    struct command command = bell_in(play, 60);
    command.actor = by("nor", COMMAND_SCHEDULE).actor;
    refused(play, command, "control.only");
    play_close(play);
    play = lobby((struct game_options){.untimed = true});
    refused(play, bell_in(play, 60), "phase.not_allowed");
    assert_int_equal(view_number(play, "rest"), -1);
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bell_makes_rounds_fit_before_the_debrief),
        cmocka_unit_test(every_bell_that_leaves_a_minute_a_round_is_kept),
        cmocka_unit_test(who_begins_late_plays_shorter_rounds),
        cmocka_unit_test(rounds_of_a_chosen_length_are_not_fitted),
        cmocka_unit_test(a_bell_shortens_the_round_under_way),
        cmocka_unit_test(a_deadline_waits_for_the_end_of_quiet_hours),
        cmocka_unit_test(quiet_hours_hold_in_a_game),
        cmocka_unit_test(what_makes_no_schedule_is_refused),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
