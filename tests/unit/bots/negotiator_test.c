#include "river.h"

/* Lets the bot do one thing; false where it waits. */
static bool bot_moves(struct play *play, struct command *command)
{
    *command = by("sou", COMMAND_READY);
    command->actor.automatic = true;
    play->now += 1000;
    if (!bot_wants_as(TEMPERAMENT_LINEAR, play->game, party("sou"), TEXT("sou"), play->now,
                      play->arena, command))
        return false;
    ok(play, *command);
    return true;
}

static void bot_rests(struct play *play)
{
    struct command command;
    for (int move = 0; move < 10; move++)
        if (!bot_moves(play, &command))
            return;
    fail_msg("the bot never waits");
}

static struct text the_text(struct play *play)
{
    assert_int_equal(play->game->position.instrument_count, 1);
    return play->game->position.instruments[0].id;
}

static struct command amended(struct play *play, int64_t share, const char *fee, const char *access,
                              const char *regime)
{
    return amending(play, "nor", the_text(play), the(play, the_text(play))->version,
                    WISHES({"water", {share}}, {"port", {string_of(fee)}},
                           {"gauge", {string_of(access)}}, {"island.status", {string_of(regime)}}));
}

static bool bot_signed(struct play *play)
{
    return (the(play, the_text(play))->signed_by & party_bit(party("sou"))) != 0;
}

static const struct message *last_message(const struct play *play)
{
    assert_true(play->game->message_count > 0);
    return &play->game->messages[play->game->message_count - 1];
}

static void it_opens_with_a_text_and_says_so(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct command command;
    assert_true(bot_moves(play, &command));
    assert_int_equal(command.type, COMMAND_DRAFT);
    assert_true(bot_moves(play, &command));
    assert_int_equal(command.type, COMMAND_MESSAGE);
    bot_rests(play);
    assert_true(bot_signed(play));
    play_close(play);
}

static void it_signs_what_gives_it_enough(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    ok(play, amended(play, 60, "full", "free", "shared"));
    bot_rests(play);
    assert_true(bot_signed(play));
    assert_int_equal(the(play, the_text(play))->version, 2);
    play_close(play);
}

static void it_answers_too_little_with_the_change_that_would_do(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    ok(play, amended(play, 35, "free", "free", "shared"));
    bot_rests(play);
    assert_int_equal(the(play, the_text(play))->version, 3);
    assert_true(bot_signed(play));
    assert_true(play->game->messages[play->game->message_count - 1].party == party("sou"));
    play_close(play);
}

static void it_comes_down_as_it_makes_offers(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    int offers = 0;
    for (; offers < 8; offers++) {
        ok(play, amended(play, 60, "free", "free", "shared"));
        bot_rests(play);
        if (the(play, the_text(play))->draft->clauses[1].terms[0] == string_of("free") &&
            bot_signed(play))
            break;
    }
    assert_in_range(offers, 1, 7); /* not at once, but before it gives up */
    ok(play, signing(play, "nor", the_text(play)));
    assert_true_of(play, "deal");
    play_close(play);
}

static void it_never_signs_below_walking_away(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    for (int offers = 0; offers < 12; offers++) {
        struct command wish = amended(play, 30, "free", "free", "north");
        play_do(play, wish);
        bot_rests(play);
        const struct instrument *text = the(play, the_text(play));
        if (text->draft->clauses[0].terms[0] == 30 &&
            text->draft->clauses[1].terms[0] == string_of("free"))
            assert_false(bot_signed(play));
    }
    assert_true((the(play, the_text(play))->declined & party_bit(party("sou"))) != 0);
    assert_true(text_equal(last_message(play)->sentence, TEXT("decline")));
    play_close(play);
}

static void it_follows_the_people_when_they_are_ready(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    struct command ready = by("nor", COMMAND_READY);
    ready.flag = true;
    ok(play, ready);
    bot_rests(play);
    assert_phase(play, "talks", 2);
    play_close(play);
}

static void it_answers_a_person_with_what_would_earn_its_signature(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    ok(play, amended(play, 35, "free", "free", "shared"));
    bot_rests(play);
    const struct message *message = last_message(play);
    const struct draft *now = the(play, the_text(play))->draft;
    assert_true(text_equal(message->sentence, TEXT("take_if")) ||
                text_equal(message->sentence, TEXT("sign_if")));
    assert_true(message->wanted_count > 0);
    for (size_t index = 0; index < message->said->clause_count; index++) {
        const struct draft_clause *said = &message->said->clauses[index];
        int at = draft_clause_index(now, said->key);
        assert_true(at != NONE && now->clauses[at].terms[0] == said->terms[0]);
    }
    play_close(play);
}

/* Or it would say nothing, do nothing, and say nothing again. */
static void articles_too_long_for_a_message_do_not_silence_it(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct clause_type *types = (struct clause_type *)(uintptr_t)rules->clause_types;
    struct text before[16];
    char *words = arena_take(play->arena, 3000);
    memset(words, 'x', 3000);
    for (size_t type = 0; type < rules->clause_type_count; type++) {
        before[type] = types[type].text;
        types[type].text = (struct text){words, 3000};
    }
    bot_rests(play);
    ok(play, amended(play, 35, "free", "free", "shared"));
    bot_rests(play);
    for (size_t type = 0; type < rules->clause_type_count; type++)
        types[type].text = before[type];
    assert_true(last_message(play)->wanted_count > 0);
    assert_true(bot_signed(play));
    play_close(play);
}

static void its_sentences_reach_people_as_what_they_are_made_of(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    const struct tree *seen =
        view(play->game, (struct audience){AUDIENCE_PARTY, party("nor")}, play->arena);
    const struct tree *circle = tree_get(tree_get(seen, TEXT("circles")), TEXT("nor+sou"));
    const struct tree *messages = tree_get(circle, TEXT("messages"));
    assert_int_equal(messages->count, 1);
    struct text sentence;
    assert_true(tree_get_text(tree_get(messages->members[0].value, TEXT("says")), TEXT("sentence"),
                              &sentence));
    assert_text(sentence, "opening");
    play_close(play);
}

static void it_says_that_it_signs_before_it_does(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct command command;
    bot_rests(play);
    ok(play, amended(play, 60, "full", "free", "south"));
    assert_true(bot_moves(play, &command));
    assert_text(command.sentence, "sign");
    assert_true(bot_moves(play, &command));
    assert_int_equal(command.type, COMMAND_SIGN);
    play_close(play);
}

static void its_acts_are_marked(void **state)
{
    (void)state;
    struct play *play = table_open();
    bot_rests(play);
    assert_true(the(play, the_text(play))->versions->automatic);
    assert_true(instrument_signature(the(play, the_text(play)), party("sou"))->automatic);
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_opens_with_a_text_and_says_so),
        cmocka_unit_test(it_signs_what_gives_it_enough),
        cmocka_unit_test(it_answers_too_little_with_the_change_that_would_do),
        cmocka_unit_test(it_comes_down_as_it_makes_offers),
        cmocka_unit_test(it_never_signs_below_walking_away),
        cmocka_unit_test(it_follows_the_people_when_they_are_ready),
        cmocka_unit_test(it_answers_a_person_with_what_would_earn_its_signature),
        cmocka_unit_test(articles_too_long_for_a_message_do_not_silence_it),
        cmocka_unit_test(its_sentences_reach_people_as_what_they_are_made_of),
        cmocka_unit_test(it_says_that_it_signs_before_it_does),
        cmocka_unit_test(its_acts_are_marked),
    };
    return cmocka_run_group_tests(tests, river_open, rules_close);
}
