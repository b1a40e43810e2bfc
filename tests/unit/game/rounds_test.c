#include "kit.h"

enum { MINUTE = 60000 };

static void nothing_is_done_before_the_start(void **state)
{
    (void)state;
    struct play *play = play_open_with((struct game_options){.seed = {1, 2}});
    everybody_sits(play);
    refused(play, drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}})),
            "game.not_started");
    refused(play, by(NULL, COMMAND_ADVANCE), "game.not_started");
    refused(play, saying("nor", TO_PLENARY, "", "Hello?"), "game.not_started");
    ok(play, saying("nor", TO_CONTROL, "", "Hello?"));
    refused(play, by("nor", COMMAND_START), "control.only");
    assert_int_equal(due(play->game), INT64_MAX);
    ok(play, by(NULL, COMMAND_START));
    assert_phase(play, "briefing", 1);
    assert_int_equal(due(play->game), play->now + 5 * MINUTE);
    ok(play, by(NULL, COMMAND_START));
    assert_int_equal(events_of(play, EVENT_STARTED), 1);
    refused(play, drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}})),
            "phase.not_allowed");
    play_close(play);
}

static void time_passes_a_round_at_its_deadline(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct command passed = by(NULL, COMMAND_TIME_PASSED);
    passed.actor.kind = ACTOR_CLOCK;
    int64_t deadline = due(play->game);
    assert_int_equal(deadline, play->now + 8 * MINUTE);
    play->now = deadline - 1;
    ok(play, passed);
    assert_phase(play, "talks", 1);
    play->now = deadline + 100 * MINUTE; /* However late: one round, and the next opens now. */
    ok(play, passed);
    assert_phase(play, "talks", 2);
    assert_int_equal(due(play->game), play->now + 8 * MINUTE);
    refused(play, by("nor", COMMAND_TIME_PASSED), "control.only");
    play_close(play);
}

static void phases_and_rounds_follow_and_some_are_skipped(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, by(NULL, COMMAND_ADVANCE));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "talks", 3);
    assert_int_equal(value(play, "round"), 3);
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "vote", 1);
    assert_int_equal(value(play, "escalation"), 49);
    ok(play, by(NULL, COMMAND_ADVANCE));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "debrief", 1);
    assert_int_equal(due(play->game), INT64_MAX);
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(play->game->position.clock, CLOCK_CLOSED);
    refused(play, by(NULL, COMMAND_ADVANCE), "game.closed");
    refused(play, saying("nor", TO_CONTROL, "", "Hello?"), "game.closed");
    struct command debrief = by(NULL, COMMAND_DEBRIEF_OPEN); /* It may be talked over later. */
    debrief.flag = true;
    ok(play, debrief);
    play_close(play);
}

static void an_edition_and_options_change_rounds_and_minutes(void **state)
{
    (void)state;
    struct play *play = play_open_at("talks", (struct game_options){.edition = 1});
    assert_int_equal(due(play->game), play->now + 20 * MINUTE);
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "vote", 1);
    play_close(play);
    play = play_open_at("talks", (struct game_options){.untimed = true});
    assert_int_equal(due(play->game), INT64_MAX);
    struct command extending = by(NULL, COMMAND_EXTEND);
    extending.value = MINUTE;
    refused(play, extending, "phase.not_allowed");
    play_close(play);
}

static void decisions_close_then_resolve_then_the_round_then_injects(void **state)
{
    (void)state;
    struct play *play = play_open("vote");
    ok(play, by(NULL, COMMAND_ADVANCE));
    /* ratify, conduct, each_round, storm */
    assert_int_equal(value(play, "order"), 1234);
    assert_phase(play, "vote", 2);
    play_close(play);
}

static void choices_may_change_until_they_close(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    refused(play, choosing("nor", "conduct", 1), "phase.not_allowed");
    play_close(play);
    play = play_open("vote");
    ok(play, choosing("nor", "conduct", 1));
    ok(play, choosing("nor", "conduct", 0));
    ok(play, choosing("sou", "conduct", 1));
    assert_true_of(play, "sou.conduct == '' && conduct.count('attack') == 0");
    refused(play, choosing("wes", "conduct", 1), "decision.not_asked");
    refused(play, choosing("sou+", "conduct", 1), "seat.not_head");
    refused(play, choosing("sou", "conduct", 2), "option.unknown");
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_true_of(play, "sou.conduct == 'attack' && nor.conduct == 'comply'");
    assert_true_of(play, "conduct.count('attack') == 1 && conduct.count('comply') == 1");
    assert_true_of(play, "nor.ratify == 'no' && attacked && escalation == 100");
    assert_int_equal(events_of(play, EVENT_SAID), 1);
    /* Asked anew: Southland says nothing, which is the default. */
    ok(play, choosing("nor", "ratify", 0));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_true_of(play, "nor.ratify == 'yes' && ratify.count('no') == 1");
    play_close(play);
}

static void who_decides_is_read_when_the_round_opens(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, setting(play, "sou", "support", 5));
    while (play->game->position.phase < scenario_phase(rules, TEXT("vote")))
        ok(play, by(NULL, COMMAND_ADVANCE));
    ok(play, setting(play, "sou", "support", 50));
    refused(play, choosing("sou", "ratify", 0), "decision.not_asked");
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_true_of(play, "sou.ratify == '' && ratify.count('no') == 1");
    ok(play, choosing("sou", "ratify", 0));
    play_close(play);
}

static void people_who_are_ready_end_the_round(void **state)
{
    (void)state;
    struct play *play = play_open_with((struct game_options){.seed = {1, 2}});
    ok(play, seating("n", "nor", ROLE_HEAD));
    ok(play, seating("s", "sou", ROLE_HEAD));
    struct command bot = seating("w", "wes", ROLE_HEAD);
    bot.flag = true;
    ok(play, bot);
    ok(play, seating("n+", "nor", ROLE_ADVISER));
    ok(play, by(NULL, COMMAND_START));
    struct command ready = by("n+", COMMAND_READY);
    ready.flag = true;
    refused(play, ready, "seat.not_head");
    ready.actor.seat = TEXT("n");
    ok(play, ready);
    assert_phase(play, "briefing", 1);
    ready.flag = false;
    ok(play, ready);
    ready.actor.seat = TEXT("s");
    ready.flag = true;
    ok(play, ready);
    ready.actor.seat = TEXT("n");
    ok(play, ready);
    assert_phase(play, "talks", 1);
    for (size_t index = 0; index < play->game->position.seat_count; index++)
        assert_false(play->game->position.seats[index].ready);
    /* The last who was not ready leaves. */
    ok(play, ready);
    struct command leaving = by(NULL, COMMAND_UNSEAT);
    leaving.seat = TEXT("s");
    ok(play, leaving);
    assert_phase(play, "talks", 2);
    play_close(play);
}

static void a_pause_stops_all_but_words_to_the_facilitator(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    int64_t deadline = due(play->game);
    play->now += MINUTE;
    ok(play, by(NULL, COMMAND_PAUSE));
    assert_int_equal(due(play->game), INT64_MAX);
    refused(play, drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}})),
            "game.paused");
    refused(play, saying("nor", TO_PARTIES, "nor", "What now?"), "game.paused");
    struct command ready = by("nor", COMMAND_READY);
    ready.flag = true;
    refused(play, ready, "game.paused");
    ok(play, saying("nor", TO_CONTROL, "", "What now?"));
    ok(play, saying(NULL, TO_PLENARY, "", "We wait."));
    ok(play, setting(play, NULL, "escalation", 12));
    ok(play, by(NULL, COMMAND_PAUSE));
    struct command extending = by(NULL, COMMAND_EXTEND);
    extending.value = 2 * MINUTE;
    ok(play, extending);
    play->now += 30 * MINUTE;
    ok(play, by(NULL, COMMAND_RESUME));
    assert_int_equal(due(play->game), deadline + 32 * MINUTE);
    ok(play, by(NULL, COMMAND_RESUME));
    extending.value = -MINUTE;
    ok(play, extending);
    assert_int_equal(due(play->game), deadline + 31 * MINUTE);
    extending.value = -300 * MINUTE;
    ok(play, extending);
    assert_int_equal(due(play->game), play->now);
    extending.actor.kind = ACTOR_CLOCK; /* A server that stood still gives the time back. */
    extending.value = MINUTE;
    ok(play, extending);
    extending.actor = (struct actor){.kind = ACTOR_SEAT, .seat = TEXT("nor")};
    refused(play, extending, "control.only");
    play_close(play);
}

static void all_freezes_when_the_final_phase_opens(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    sign(play, "nor", text);
    sign(play, "sou", text);
    assert_int_equal(game_score(play->game, party("nor"), play->arena).total, 40);
    assert_int_equal(game_score(play->game, party("nor"), play->arena).expected, 35);
    assert_int_equal(game_score(play->game, party("nor"), play->arena).no_deal, 35);
    assert_int_equal(game_score(play->game, party("sou"), play->arena).no_deal, 20);
    assert_int_equal(play->game->recorded[party("nor")], 15);
    assert_int_equal(play->game->recorded[party("sou")], 20);
    struct text open = drafted(play, "nor", "memo", "wes", WISHES({"watch", {2}}));
    struct command debrief = by(NULL, COMMAND_DEBRIEF_OPEN);
    debrief.flag = true;
    refused(play, debrief, "phase.not_allowed");
    while (!play->game->position.final)
        ok(play, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(game_outcome(play->game, play->arena), 0);
    ok(play, setting(play, NULL, "divisor", 0));
    ok(play, setting(play, NULL, "attacked", 1));
    assert_int_equal(game_score(play->game, party("nor"), play->arena).total, 40);
    assert_int_equal(game_score(play->game, party("wes"), play->arena).total, 12);
    assert_false(game_score(play->game, party("wes"), play->arena).failed);
    refused(play, on_text(NULL, COMMAND_INSTRUMENT_END, text), "phase.not_allowed");
    refused(play, signing(play, "wes", open), "phase.not_allowed");
    refused(play, on_text("wes", COMMAND_DECLINE, open), "phase.not_allowed");
    refused(play, on_text("wes", COMMAND_LEAK, open), "phase.not_allowed");
    refused(play, on_text("nor", COMMAND_WITHDRAW, open), "phase.not_allowed");
    refused(play, saying("nor", TO_PRESS, "", "We won."), "phase.not_allowed");
    ok(play, saying("nor", TO_PLENARY, "", "Well played."));
    ok(play, debrief);
    assert_true(play->game->position.debrief);
    play_close(play);
}

static void a_score_that_fails_says_so(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, setting(play, NULL, "divisor", 0));
    assert_true(game_score(play->game, party("wes"), play->arena).failed);
    while (!play->game->position.final)
        ok(play, by(NULL, COMMAND_ADVANCE));
    assert_true(game_score(play->game, party("wes"), play->arena).failed);
    assert_true(play->game->trouble_count > 0);
    play_close(play);
}

static void an_effect_may_end_the_game(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, setting(play, NULL, "stop", 1));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "debrief", 1);
    assert_true(play->game->position.frozen);
    play_close(play);
    play = play_open("vote");
    ok(play, firing("verdict"));
    assert_phase(play, "debrief", 1);
    for (size_t index = 0; index < rules->decision_count; index++)
        assert_false(play->game->position.decisions[index].open);
    play_close(play);
    play = play_open("talks");
    ok(play, by(NULL, COMMAND_END));
    assert_true(play->game->position.frozen);
    assert_int_equal(play->game->position.clock, CLOCK_CLOSED);
    play_close(play);
}

/* The inject comes about and tells whom it should: a set of parties for each sentence, in order. */
static void assert_grumbles(struct play *play, size_t count, const char *const *whom)
{
    size_t said = 0, before = play->game->minute_count;
    ok(play, firing("grumble"));
    for (size_t index = before; index < play->game->minute_count; index++) {
        const struct event *event = play->game->minutes[index].event;
        if (event->type != EVENT_SAID)
            continue;
        assert_true(said < count);
        assert_int_equal(event->parties, parties(whom[said]));
        assert_int_equal(event->flag, whom[said][0] == '\0'); /* To control alone. */
        said++;
    }
    assert_int_equal(said, count);
}

static void whom_something_is_told_is_read_as_it_is_said(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    assert_grumbles(play, 1, (const char *const[]){"nor"});
    ok(play, setting(play, "sou", "support", 5));
    ok(play, setting(play, "wes", "support", 90));
    assert_grumbles(play, 2, (const char *const[]){"sou", "nor wes"});
    ok(play, setting(play, NULL, "divisor", 2));
    ok(play, setting(play, "nor", "support", 9));
    assert_grumbles(play, 3, (const char *const[]){"nor", "sou", ""});
    ok(play, setting(play, NULL, "divisor", 0));
    assert_grumbles(play, 2, (const char *const[]){"nor", "sou"});
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_done_before_the_start),
        cmocka_unit_test(time_passes_a_round_at_its_deadline),
        cmocka_unit_test(phases_and_rounds_follow_and_some_are_skipped),
        cmocka_unit_test(an_edition_and_options_change_rounds_and_minutes),
        cmocka_unit_test(decisions_close_then_resolve_then_the_round_then_injects),
        cmocka_unit_test(choices_may_change_until_they_close),
        cmocka_unit_test(who_decides_is_read_when_the_round_opens),
        cmocka_unit_test(people_who_are_ready_end_the_round),
        cmocka_unit_test(a_pause_stops_all_but_words_to_the_facilitator),
        cmocka_unit_test(all_freezes_when_the_final_phase_opens),
        cmocka_unit_test(a_score_that_fails_says_so),
        cmocka_unit_test(an_effect_may_end_the_game),
        cmocka_unit_test(whom_something_is_told_is_read_as_it_is_said),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
