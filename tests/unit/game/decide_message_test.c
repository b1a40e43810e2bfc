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

/* What a seat reads of the quote in the only message of a circle: its text and its article. */
static struct text article_read(struct play *play, const char *id, const char *circle)
{
    struct tree *shown =
        view(play->game, (struct audience){AUDIENCE_PARTY, party(id)}, play->arena);
    const struct tree *messages =
        tree_get(tree_get(tree_get(shown, TEXT("circles")), text_of(circle)), TEXT("messages"));
    assert_int_equal(messages->count, 1);
    struct text article = TEXT("");
    assert_true(tree_get_text(tree_get(messages->members[0].value, TEXT("quote")), TEXT("article"),
                              &article));
    return article;
}

static struct command with_words(struct command command, const struct article_wish *words,
                                 size_t count)
{
    command.articles = words;
    command.article_count = count;
    command.articles_given = true;
    return command;
}

static void an_article_in_own_words_is_quoted_as_who_reads_it_knows_it(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    const struct article_wish one[] = {{.text = TEXT("In friendship.")}};
    ok(play,
       with_words(drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}})), one, 1));
    struct text text = answered(play), first = the(play, text)->draft->articles[0].id;
    struct command command = saying("nor", TO_PARTIES, "sou", "See this.");
    command.quote = text;
    command.quote_article = TEXT("nosuch");
    refused(play, command, "clause.unknown");
    assert_string_equal(play->last.refusal.path.at, "quote.article");
    command.quote_article = first;
    ok(play, command);
    assert_true(text_equal(article_read(play, "sou", "nor+sou"), first));
    command.to_parties = parties("wes");
    refused(play, command, "party.not_invited");
    command.actor.seat = TEXT("wes");
    refused(play, command, "instrument.unknown");

    /* A second article, and the text public: to others it begins there, with names of its own. */
    const struct article_wish two[] = {{first, TEXT("In friendship.")},
                                       {.text = TEXT("For ever.")}};
    ok(play, with_words(amending(play, "sou", text, 1, WISHES({"ceasefire", {3}})), two, 2));
    struct text second = the(play, text)->draft->articles[1].id;
    ok(play, on_text("nor", COMMAND_LEAK, text));
    command = saying("nor", TO_PLENARY, "", "See this.");
    command.quote = text;
    command.quote_article = second;
    ok(play, command);
    struct text others = article_read(play, "wes", "plenary");
    assert_false(text_equal(others, second));
    assert_true(text_equal(article_read(play, "sou", "plenary"), second));
    command.actor.seat = TEXT("wes");
    refused(play, command, "clause.unknown");
    command.quote_article = others;
    ok(play, command);
    assert_true(text_equal(play->game->messages[2].quote_article, second));

    /* An article that was struck is not quoted any more; who quoted it still did. */
    ok(play, with_words(amending(play, "sou", text, 2, WISHES({"ceasefire", {3}})), two, 1));
    refused(play, command, "clause.unknown");
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
        cmocka_unit_test(an_article_in_own_words_is_quoted_as_who_reads_it_knows_it),
        cmocka_unit_test(ids_tell_nothing_of_other_circles),
        cmocka_unit_test(the_lead_and_full_powers_are_given),
        cmocka_unit_test(seats_are_given_and_taken),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
