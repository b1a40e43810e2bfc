#include "kit.h"

static void words_go_to_their_circle(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, saying("nor+", TO_PARTIES, "sou", "Between us."));
    ok(play, saying("nor+", TO_PARTIES, "", "Among us."));
    ok(play, saying("nor", TO_CONTROL, "", "A question."));
    ok(play, saying("nor", TO_PRESS, "", "We want peace."));
    struct command answer = saying(NULL, TO_PARTIES, "nor", "An answer.");
    ok(play, answer);
    answer.to_parties = 0;
    refused(play, answer, "message.to");
    const struct message *messages = play->game->messages;
    assert_int_equal(messages[0].parties, parties("nor sou"));
    assert_int_equal(messages[1].parties, parties("nor"));
    assert_int_equal(messages[2].parties, parties("nor"));
    assert_int_equal(messages[3].parties, 0);
    assert_int_equal(messages[4].party, NONE);
    assert_int_equal(messages[4].parties, parties("nor"));
    refused(play, saying("nor?", TO_PLENARY, "", "I say!"), "seat.observer");
    play_close(play);
}

static void words_have_a_length(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    static char words[2 * MESSAGE_CHARACTERS_MAX + 3];
    for (size_t index = 0; index <= MESSAGE_CHARACTERS_MAX; index++)
        memcpy(words + 2 * index, "é", 2);
    refused(play, saying("nor", TO_PLENARY, "", words), "message.too_long");
    words[2 * MESSAGE_CHARACTERS_MAX] = '\0';
    ok(play, saying("nor", TO_PLENARY, "", words));
    refused(play, saying("nor", TO_PLENARY, "", " \n\t"), "message.empty");
    play_close(play);
}

static void a_phase_allows_words(void **state)
{
    (void)state;
    struct play *play = play_open("briefing");
    refused(play, saying("nor", TO_PRESS, "", "We want peace."), "phase.not_allowed");
    ok(play, saying("nor", TO_PLENARY, "", "Good morning."));
    play_close(play);
}

static void what_is_quoted_is_known_to_all_who_read_it(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    struct command command = saying("nor", TO_PARTIES, "sou", "See this.");
    command.quote = text;
    command.quote_key = (int32_t)key_of("ceasefire");
    ok(play, command);
    command.quote_key = (int32_t)key_of("watch");
    refused(play, command, "clause.unknown");
    command.quote_key = NONE;
    command.to_parties = parties("wes");
    refused(play, command, "party.not_invited");
    command.to = TO_PLENARY;
    refused(play, command, "party.not_invited");
    command.actor.seat = TEXT("wes");
    refused(play, command, "instrument.unknown");
    ok(play, on_text("nor", COMMAND_LEAK, text));
    ok(play, command);
    play_close(play);
}

/* The id of what is said in plenary tells nothing of what was said elsewhere. */
static void ids_tell_nothing_of_other_circles(void **state)
{
    (void)state;
    struct play *left = play_open("talks"), *right = play_open("talks");
    ok(left, saying("nor", TO_PARTIES, "sou", "A secret."));
    ok(left, saying("nor", TO_PLENARY, "", "Good morning."));
    ok(right, saying("nor", TO_PLENARY, "", "Good morning."));
    assert_true(text_equal(left->game->messages[1].id, right->game->messages[0].id));
    ok(right, saying("nor", TO_PLENARY, "", "Good morning."));
    assert_false(text_equal(right->game->messages[0].id, right->game->messages[1].id));
    play_close(left);
    play_close(right);
}

static void the_lead_and_full_powers_are_given(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct command command = by("nor", COMMAND_HEAD);
    command.seat = TEXT("sou+");
    refused(play, command, "seat.unknown");
    command.seat = TEXT("nor+");
    ok(play, command);
    enum seat_role role;
    bool powers;
    assert_int_equal(game_seat(play->game, TEXT("nor"), &role, &powers), party("nor"));
    assert_int_equal(role, ROLE_ADVISER);
    refused(play, command, "seat.not_head");
    command = by("nor+", COMMAND_POWERS);
    command.flag = true;
    command.seat = TEXT("nor?");
    refused(play, command, "powers.invalid");
    command.seat = TEXT("nor+");
    refused(play, command, "powers.invalid");
    command.seat = TEXT("nor");
    ok(play, command);
    assert_int_equal(game_seat(play->game, TEXT("nor"), &role, &powers), party("nor"));
    assert_true(powers);
    assert_int_equal(game_seat(play->game, TEXT("nobody"), NULL, NULL), NONE);
    play_close(play);
}

static void seats_are_given_and_taken(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    refused(play, seating("new", "nor", ROLE_HEAD), "seat.taken");
    ok(play, seating("new", "nor", ROLE_ADVISER));
    ok(play, seating("new", "sou", ROLE_OBSERVER));
    assert_int_equal(game_seat(play->game, TEXT("new"), NULL, NULL), party("sou"));
    struct command command = by(NULL, COMMAND_UNSEAT);
    command.seat = TEXT("new");
    ok(play, command);
    refused(play, command, "seat.unknown");
    refused(play, seating("", "nor", ROLE_ADVISER), "parameter.missing");
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_go_to_their_circle),
        cmocka_unit_test(words_have_a_length),
        cmocka_unit_test(a_phase_allows_words),
        cmocka_unit_test(what_is_quoted_is_known_to_all_who_read_it),
        cmocka_unit_test(ids_tell_nothing_of_other_circles),
        cmocka_unit_test(the_lead_and_full_powers_are_given),
        cmocka_unit_test(seats_are_given_and_taken),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
