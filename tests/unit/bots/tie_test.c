/* A bridge that is worth its price only where a road leads to it: what a convener does about it.
 * People lead the Dale and the Isle, a bot the Hill. */
#include "../game/kit.h"

#include "bots.h"

static int quay_open(void **state)
{
    (void)state;
    return rules_open(SOURCE_DIR "/tests/scenarios/good/quay");
}

static struct play *quay_play(void)
{
    struct play *play = play_open_with((struct game_options){.seed = {1, 2}, .untimed = true});
    struct command bot = seating("hil", "hil", ROLE_HEAD);
    bot.flag = true;
    ok(play, bot);
    ok(play, seating("dal", "dal", ROLE_HEAD));
    ok(play, seating("isl", "isl", ROLE_HEAD));
    ok(play, by(NULL, COMMAND_START));
    return play;
}

static bool wants(struct play *play, enum temperament temperament, struct command *command)
{
    *command = by("hil", COMMAND_READY);
    command->actor.automatic = true;
    play->now += 1000;
    return bot_wants_as(temperament, play->game, party("hil"), TEXT("hil"), play->now, play->arena,
                        command);
}

/* The first act of this kind, within ten; what comes before it is done. */
static bool comes_to(struct play *play, enum temperament temperament, enum command_type type,
                     struct command *command)
{
    for (int act = 0; act < 10 && wants(play, temperament, command); act++) {
        bool found = command->type == type;
        ok(play, *command);
        if (found)
            return true;
    }
    return false;
}

static struct text road_of(struct play *play)
{
    return drafted(play, "dal", "plan", "hil dal isl", WISHES({"road", {0}}));
}

static struct text bridge_of(struct play *play, const char *kind)
{
    return drafted(play, "dal", kind, "hil dal", WISHES({"bridge", {0}}));
}

static void others_sign(struct play *play, struct text road)
{
    sign(play, "dal", road);
    sign(play, "isl", road);
}

static void it_attaches_the_condition_that_a_signed_text_fulfils(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text bridge = bridge_of(play, "pact");
    others_sign(play, road_of(play));
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_AMEND, &command));
    assert_true(text_equal(command.instrument, bridge));
    const struct draft *now = the(play, bridge)->draft;
    assert_int_equal(now->takes_effect_count, 1);
    assert_int_equal(now->takes_effect_if[0], condition("built"));
    assert_int_equal(now->clause_count, 1);
    play_close(play);
}

static void it_links_where_no_condition_fits_and_signs_both(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text bridge = bridge_of(play, "deed"), road = road_of(play);
    others_sign(play, road);
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_LINK, &command));
    assert_int_equal(the(play, bridge)->draft->linked_count, 1);
    assert_true(text_equal(the(play, bridge)->draft->linked[0], road));
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_SIGN, &command));
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_SIGN, &command));
    others_sign(play, road);
    sign(play, "dal", bridge);
    assert_int_equal(the(play, road)->status, INSTRUMENT_IN_FORCE);
    assert_int_equal(the(play, bridge)->status, INSTRUMENT_IN_FORCE);
    play_close(play);
}

static void it_waits_for_nothing_that_may_never_come(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text bridge = bridge_of(play, "deed");
    sign(play, "dal", road_of(play)); /* the Isle has not */
    assert_false(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_LINK, &command));
    assert_int_equal(the(play, bridge)->draft->linked_count, 0);
    assert_true(the(play, bridge)->declined & party_bit(party("hil")));
    play_close(play);
}

static void it_ties_nothing_that_is_worth_signing_as_it_stands(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text road = road_of(play);
    others_sign(play, road);
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_SIGN, &command));
    assert_int_equal(the(play, road)->status, INSTRUMENT_IN_FORCE);
    struct text bridge = bridge_of(play, "pact");
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_SIGN, &command));
    assert_true(text_equal(command.instrument, bridge));
    assert_int_equal(the(play, bridge)->draft->takes_effect_count, 0);
    play_close(play);
}

static void others_than_conveners_tie_nothing(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text bridge = bridge_of(play, "deed");
    others_sign(play, road_of(play));
    assert_false(comes_to(play, TEMPERAMENT_LINEAR, COMMAND_LINK, &command));
    assert_int_equal(the(play, bridge)->draft->linked_count, 0);
    play_close(play);
}

static void it_opens_what_waits_for_a_text_it_has_signed(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text road = road_of(play);
    sign(play, "isl", road);
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_SIGN, &command));
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_DRAFT, &command));
    assert_text(rules->instruments[command.kind].id, "pact");
    assert_int_equal(command.takes_effect_count, 1);
    assert_int_equal(command.takes_effect_if[0], condition("built"));
    assert_false(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_DRAFT, &command)); /* once */
    play_close(play);
}

static const struct message *message_about(const struct play *play, const char *sentence)
{
    for (size_t index = 0; index < play->game->message_count; index++)
        if (text_equal(play->game->messages[index].sentence, text_of(sentence)))
            return &play->game->messages[index];
    fail_msg("nobody says %s", sentence);
    return NULL;
}

static void it_says_on_which_condition(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text bridge = bridge_of(play, "pact");
    others_sign(play, road_of(play));
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_AMEND, &command));
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_MESSAGE, &command));
    const struct message *message = message_about(play, "condition");
    assert_true(text_equal(message->quote, bridge));
    const struct tree *seen =
        view(play->game, (struct audience){AUDIENCE_PARTY, party("dal")}, play->arena);
    const struct tree *circle = tree_get(tree_get(seen, TEXT("circles")), TEXT("hil+dal"));
    const struct tree *says =
        tree_get(tree_get(tree_get(circle, TEXT("messages")), message->id), TEXT("says"));
    const struct tree *conditions = tree_get(says, TEXT("conditions"));
    assert_non_null(conditions);
    assert_int_equal(conditions->count, 1);
    play_close(play);
}

static void it_says_that_it_linked(void **state)
{
    (void)state;
    struct play *play = quay_play();
    struct command command;
    struct text bridge = bridge_of(play, "deed");
    others_sign(play, road_of(play));
    assert_true(comes_to(play, TEMPERAMENT_CONVENER, COMMAND_LINK, &command));
    while (wants(play, TEMPERAMENT_CONVENER, &command))
        ok(play, command);
    assert_true(text_equal(message_about(play, "link")->quote, bridge));
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_attaches_the_condition_that_a_signed_text_fulfils),
        cmocka_unit_test(it_links_where_no_condition_fits_and_signs_both),
        cmocka_unit_test(it_waits_for_nothing_that_may_never_come),
        cmocka_unit_test(it_ties_nothing_that_is_worth_signing_as_it_stands),
        cmocka_unit_test(others_than_conveners_tie_nothing),
        cmocka_unit_test(it_opens_what_waits_for_a_text_it_has_signed),
        cmocka_unit_test(it_says_on_which_condition),
        cmocka_unit_test(it_says_that_it_linked),
    };
    return cmocka_run_group_tests(tests, quay_open, rules_close);
}
