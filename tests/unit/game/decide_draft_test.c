#include "kit.h"

static void a_draft_is_for_its_author_and_those_invited(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor+", "accord", "sou", WISHES({"ceasefire", {3}}));
    assert_int_equal(the(play, text)->draft->invited, parties("nor sou"));
    assert_int_equal(the(play, text)->version, 1);
    assert_int_equal(text.length, 10);
    refused(play, amending(play, "wes", text, 1, WISHES({"ceasefire", {3}})), "instrument.unknown");
    ok(play, on_text("sou+", COMMAND_TABLE, text));
    refused(play, amending(play, "wes", text, 1, WISHES({"ceasefire", {3}})), "party.not_invited");
    refused(play, on_text("sou", COMMAND_TABLE, text), "table.already");
    refused(play, on_text("sou", COMMAND_LEAK, text), "leak.already");
    play_close(play);
}

static void what_a_draft_may_not_be(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    const struct wish *truce = WISHES({"ceasefire", {3}});
    refused(play, drafting(play, "nor", "accord", "sou med", truce), "party.not_open");
    assert_string_equal(play->last.refusal.path.at, "invite");
    refused(play, drafting(play, "nor", "accord", "", truce), "party.too_few");
    refused(play, drafting(play, "nor", "treaty", "sou", truce), "clause.not_carried");
    refused(play,
            drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}, {"ceasefire", {4}})),
            "clause.duplicate");
    assert_string_equal(play->last.refusal.path.at, "clauses.1");
    refused(play, drafting(play, "nor", "accord", "sou", WISHES({"nor.troops", {500}})),
            "clause.requires");
    assert_string_equal(play->last.refusal.message.at, "Troops need a ceasefire.");
    refused(play, drafting(play, "nor?", "accord", "sou", truce), "seat.observer");
    refused(play, drafting(play, "none", "accord", "sou", truce), "seat.unknown");
    struct command command = drafting(play, NULL, "accord", "sou", truce);
    refused(play, command, "seat.only");
    uint32_t odd = condition("odd");
    command = drafting(play, "nor", "memo", "sou", truce);
    command.takes_effect_if = &odd;
    command.takes_effect_count = 1;
    refused(play, command, "condition.not_allowed");
    assert_string_equal(play->last.refusal.path.at, "takes_effect_if.0");
    play_close(play);
}

static void requirements_see_clauses_and_conditions_of_the_draft(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    drafted(play, "nor", "accord", "sou", WISHES({"nor.troops", {500}}, {"ceasefire", {3}}));
    refused(play, drafting(play, "nor", "accord", "sou", WISHES({"aid", {0}})), "clause.requires");
    uint32_t quiet = condition("quiet");
    struct command command = drafting(play, "nor", "accord", "sou", WISHES({"aid", {0}}));
    command.suspended_while = &quiet;
    command.suspended_count = 1;
    refused(play, command, "clause.requires");
    command.takes_effect_if = &quiet;
    command.takes_effect_count = 1;
    ok(play, command);
    play_close(play);
}

static void an_edition_closes_clauses(void **state)
{
    (void)state;
    struct play *play = play_open_at("talks", (struct game_options){.edition = 1});
    refused(play, drafting(play, "nor", "accord", "sou", WISHES({"watch", {2}})), "clause.closed");
    refused(play, drafting(play, "nor", "accord", "sou", WISHES({"hills.status", {0}})),
            "clause.closed");
    struct text text =
        drafted(play, "nor", "accord", "sou", WISHES({"delta.status", {string_of("ceded")}}));
    refused(play, amending(play, "sou", text, 1, WISHES({"watch", {2}})), "clause.closed");
    play_close(play);
}

static void the_same_words_make_the_same_id_whatever_else_was_done(void **state)
{
    (void)state;
    struct play *left = play_open("talks"), *right = play_open("talks");
    drafted(left, "nor", "accord", "wes", WISHES({"ceasefire", {9}}));
    struct text one = drafted(left, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    struct text other = drafted(right, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    assert_true(text_equal(one, other));
    assert_false(
        text_equal(drafted(right, "nor", "accord", "sou", WISHES({"ceasefire", {3}})), other));
    play_close(left);
    play_close(right);
}

static void a_mediator_and_a_witness_write_for_others(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "med", "accord", "nor sou", WISHES({"ceasefire", {3}}));
    assert_int_equal(the(play, text)->draft->invited, parties("nor sou"));
    assert_int_equal(the(play, text)->draft->witnesses, parties("med"));
    ok(play, amending(play, "med", text, 1, WISHES({"ceasefire", {4}})));
    struct command command = drafting(play, "wes", "accord", "nor sou", WISHES({"watch", {2}}));
    command.witnesses = parties("wes");
    refused(play, command, "party.not_invited");
    command = drafting(play, "wes", "accord", "nor sou", WISHES({"ceasefire", {3}}));
    command.witnesses = parties("wes");
    ok(play, command);
    text = answered(play);
    ok(play, on_text("wes", COMMAND_TABLE, text));
    sign(play, "wes", text);
    assert_int_equal(value(play, "accord.signatures"), 0);
    assert_false_of(play, "wes.signed(accord)");
    sign(play, "nor", text);
    assert_int_equal(value(play, "accord.signatures"), 1);
    assert_true_of(play, "nor.signed(accord)");
    play_close(play);
}

static void articles_have_a_length_and_a_number(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct article_wish wishes[ARTICLES_MAX + 1];
    for (size_t index = 0; index < ARTICLES_MAX + 1; index++)
        wishes[index] = (struct article_wish){.text = TEXT("In friendship.")};
    struct command command = drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    command.articles = wishes;
    command.article_count = ARTICLES_MAX + 1;
    refused(play, command, "limit.articles");
    command.article_count = ARTICLES_MAX;
    ok(play, command);
    static char longer[ARTICLE_CHARACTERS_MAX + 2];
    memset(longer, 'a', sizeof longer - 1);
    wishes[1].text = text_of(longer);
    refused(play, command, "message.too_long");
    assert_string_equal(play->last.refusal.path.at, "articles.1.text");
    wishes[1].text.length--;
    ok(play, command);
    wishes[1].text = TEXT(" ");
    refused(play, command, "message.empty");
    play_close(play);
}

static void more_than_a_hundred_clauses_are_refused(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct command command = drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    struct clause_wish wishes[CLAUSES_MAX + 1];
    for (size_t index = 0; index < CLAUSES_MAX + 1; index++)
        wishes[index] = command.clauses[0];
    command.clauses = wishes;
    command.clause_count = CLAUSES_MAX + 1;
    refused(play, command, "limit.clauses");
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draft_is_for_its_author_and_those_invited),
        cmocka_unit_test(what_a_draft_may_not_be),
        cmocka_unit_test(requirements_see_clauses_and_conditions_of_the_draft),
        cmocka_unit_test(an_edition_closes_clauses),
        cmocka_unit_test(the_same_words_make_the_same_id_whatever_else_was_done),
        cmocka_unit_test(a_mediator_and_a_witness_write_for_others),
        cmocka_unit_test(articles_have_a_length_and_a_number),
        cmocka_unit_test(more_than_a_hundred_clauses_are_refused),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
