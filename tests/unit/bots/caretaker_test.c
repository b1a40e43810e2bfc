/* Who stands in for a head that is away: says so once a text, and binds the delegation to nothing.
 */
#include "river.h"

static bool stands_in(struct play *play, struct command *command)
{
    *command = by("sou", COMMAND_READY);
    command->actor.automatic = true;
    return bot_stands_in(NULL, play->game, party("sou"), TEXT("sou"), play->now, play->arena,
                         command);
}

static struct text offered(struct play *play)
{
    return drafted(play, "nor", "treaty", "nor sou", WISHES({"water", {50}}));
}

static void it_is_quiet_where_nobody_asks(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct command command;
    assert_false(stands_in(play, &command));
    play_close(play);
}

static void it_answers_each_text_once_and_signs_nothing(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct command command;
    struct text first = offered(play);
    ok(play, signing(play, "nor", first));
    assert_true(stands_in(play, &command));
    assert_int_equal(command.type, COMMAND_MESSAGE);
    assert_int_equal(command.to, TO_PARTIES);
    assert_true(text_equal(command.quote, first));
    assert_true(text_equal(command.sentence, TEXT("away")));
    ok(play, command);
    assert_false(stands_in(play, &command));
    assert_false(text_equal(offered(play), first));
    assert_true(stands_in(play, &command));
    ok(play, command);
    assert_false(stands_in(play, &command));
    play_close(play);
}

static void it_says_nothing_while_the_game_is_paused(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct command command;
    (void)offered(play);
    ok(play, by(NULL, COMMAND_PAUSE));
    assert_false(stands_in(play, &command));
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_quiet_where_nobody_asks),
        cmocka_unit_test(it_answers_each_text_once_and_signs_nothing),
        cmocka_unit_test(it_says_nothing_while_the_game_is_paused),
    };
    return cmocka_run_group_tests(tests, river_open, rules_close);
}
