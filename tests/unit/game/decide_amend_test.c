#include "kit.h"

static struct text three(struct play *play)
{
    return drafted(
        play, "nor", "accord", "sou wes",
        WISHES({"ceasefire", {3}}, {"delta.status", {string_of("ceded")}}, {"watch", {2}}));
}

static int64_t term_of(struct play *play, struct text text, const char *key)
{
    const struct draft *draft = the(play, text)->draft;
    int index = draft_clause_index(draft, key_of(key));
    assert_true(index >= 0);
    return draft->clauses[index].terms[0];
}

static void amending_clears_signatures_and_declines(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = three(play);
    sign(play, "nor", text);
    ok(play, on_text("wes", COMMAND_DECLINE, text));
    struct command command = amending(play, "sou+", text, 1, WISHES({"ceasefire", {5}}));
    command.invite = parties("eas");
    command.witnesses = parties("med sou");
    ok(play, command);
    assert_int_equal(the(play, text)->version, 2);
    assert_int_equal(the(play, text)->signed_by, 0);
    assert_int_equal(the(play, text)->declined, 0);
    assert_int_equal(the(play, text)->draft->invited, parties("nor sou wes eas"));
    assert_int_equal(the(play, text)->draft->witnesses, parties("med"));
    assert_int_equal(the(play, text)->draft->clause_count, 1);
    play_close(play);
}

static void an_amendment_of_other_clauses_is_carried_over(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = three(play);
    int64_t ceded = string_of("ceded");
    ok(play, amending(play, "sou", text, 1,
                      WISHES({"ceasefire", {9}}, {"delta.status", {ceded}}, {"watch", {2}})));
    ok(play, amending(play, "wes", text, 1,
                      WISHES({"ceasefire", {3}}, {"delta.status", {ceded}}, {"watch", {3}},
                             {"nor.troops", {500}})));
    assert_int_equal(the(play, text)->version, 3);
    assert_int_equal(term_of(play, text, "ceasefire"), 9);
    assert_int_equal(term_of(play, text, "watch"), 3);
    assert_int_equal(term_of(play, text, "nor.troops"), 500);
    int64_t version = 0;
    assert_true(tree_get_int(play->last.answer, TEXT("version"), &version));
    assert_int_equal(version, 3);
    /* Struck by one, untouched by the other. */
    ok(play, amending(play, "nor", text, 1, WISHES({"ceasefire", {3}}, {"watch", {2}})));
    assert_int_equal(draft_clause_index(the(play, text)->draft, key_of("delta.status")), NONE);
    assert_int_equal(term_of(play, text, "ceasefire"), 9);
    play_close(play);
}

static void an_amendment_of_the_same_clause_is_stale_and_shows_both(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = three(play);
    ok(play, amending(play, "sou", text, 1, WISHES({"ceasefire", {9}}, {"watch", {2}})));
    refused(play, amending(play, "wes", text, 1, WISHES({"ceasefire", {7}}, {"watch", {2}})),
            "version.stale");
    assert_string_equal(play->last.refusal.path.at, "clauses");
    const struct tree *clashes = tree_get(play->last.refusal.more, TEXT("clauses"));
    assert_non_null(clashes);
    assert_int_equal(clashes->count, 1);
    const struct tree *clash = clashes->members[0].value;
    int64_t days;
    assert_true(tree_get_int(tree_get(clash, TEXT("yours")), TEXT("days"), &days));
    assert_int_equal(days, 7);
    assert_true(tree_get_int(tree_get(clash, TEXT("theirs")), TEXT("days"), &days));
    assert_int_equal(days, 9);
    /* One strikes what the other changed. */
    refused(play, amending(play, "wes", text, 1, WISHES({"watch", {2}})), "version.stale");
    /* Both did the same: no quarrel. */
    ok(play, amending(play, "wes", text, 1, WISHES({"ceasefire", {9}}, {"watch", {3}})));
    refused(play, amending(play, "wes", text, 9, WISHES({"watch", {2}})), "version.stale");
    play_close(play);
}

static void conditions_stay_unless_they_are_given(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    uint32_t quiet = condition("quiet"), truce = condition("truce");
    struct command command = drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    command.takes_effect_if = &quiet;
    command.takes_effect_count = 1;
    ok(play, command);
    struct text text = answered(play);
    ok(play, amending(play, "sou", text, 1, WISHES({"ceasefire", {4}})));
    assert_int_equal(the(play, text)->draft->takes_effect_count, 1);
    command = amending(play, "sou", text, 2, WISHES({"ceasefire", {4}}));
    command.conditions_given = true;
    command.suspended_while = &truce;
    command.suspended_count = 1;
    ok(play, command);
    assert_int_equal(the(play, text)->draft->takes_effect_count, 0);
    assert_int_equal(the(play, text)->draft->suspended_count, 1);
    command.version = 1;
    command.suspended_while = &quiet;
    refused(play, command, "version.stale");
    assert_string_equal(play->last.refusal.path.at, "takes_effect_if");
    play_close(play);
}

static void articles_are_amended_by_id(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct article_wish wishes[] = {{.text = TEXT("In friendship.")}, {.text = TEXT("For ever.")}};
    struct command command = drafting(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    command.articles = wishes;
    command.article_count = 2;
    ok(play, command);
    struct text text = answered(play);
    struct text first = the(play, text)->draft->articles[0].id;
    struct text second = the(play, text)->draft->articles[1].id;
    struct article_wish changed[] = {{first, TEXT("In good faith.")},
                                     {second, TEXT("For ever.")},
                                     {.text = TEXT("In friendship.")}};
    command = amending(play, "sou", text, 1, WISHES({"ceasefire", {3}}));
    ok(play, command); /* Says nothing of articles: they stay. */
    assert_int_equal(the(play, text)->draft->article_count, 2);
    command.articles_given = true;
    command.articles = changed;
    command.article_count = 3;
    ok(play, command);
    assert_int_equal(the(play, text)->draft->article_count, 3);
    assert_false(text_equal(the(play, text)->draft->articles[2].id, first));
    /* From the first version: the other article struck, carried over. */
    struct article_wish kept[] = {{first, TEXT("In friendship.")}};
    command.articles = kept;
    command.article_count = 1;
    ok(play, command);
    assert_int_equal(the(play, text)->draft->article_count, 2);
    assert_text(the(play, text)->draft->articles[0].text, "In good faith.");
    struct article_wish clash[] = {{first, TEXT("In hope.")}, {second, TEXT("For ever.")}};
    command.articles = clash;
    command.article_count = 2;
    refused(play, command, "version.stale");
    struct article_wish unknown[] = {{TEXT("nosuch"), TEXT("In hope.")}};
    command.articles = unknown;
    command.article_count = 1;
    refused(play, command, "parameter.invalid");
    command.version = the(play, text)->version;
    command.article_count = 0;
    ok(play, command);
    assert_int_equal(the(play, text)->draft->article_count, 0);
    play_close(play);
}

static struct command bracketing(const char *seat, struct text text, uint32_t version,
                                 const uint32_t *keys, bool on)
{
    struct command command = on_text(seat, COMMAND_BRACKET, text);
    command.version = version;
    command.keys = keys;
    command.key_count = 1;
    command.flag = on;
    return command;
}

static void brackets_are_lifted_by_their_holders_alone(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = three(play);
    uint32_t truce = key_of("ceasefire"), watch = key_of("watch"), hills = key_of("hills.status");
    sign(play, "wes", text);
    ok(play, bracketing("sou+", text, 1, &truce, true));
    assert_int_equal(the(play, text)->version, 2);
    assert_int_equal(the(play, text)->signed_by, 0);
    refused(play, signing(play, "nor", text), "clause.bracketed");
    refused(play, bracketing("nor", text, 2, &truce, false), "clause.not_held");
    refused(play, bracketing("nor", text, 2, &hills, true), "clause.unknown");
    ok(play, bracketing("wes", text, 1, &truce, true));
    assert_int_equal(the(play, text)->draft->clauses[0].brackets, parties("sou wes"));
    /* New words in brackets stay in brackets. */
    ok(play, amending(play, "nor", text, 3, WISHES({"ceasefire", {8}}, {"watch", {2}})));
    assert_int_equal(the(play, text)->draft->clauses[0].brackets, parties("sou wes"));
    refused(play, bracketing("sou", text, 3, &truce, false), "version.stale");
    ok(play, bracketing("sou", text, 4, &truce, false));
    struct command command = on_text("nor", COMMAND_OPEN, text);
    command.flag = true;
    refused(play, command, "clause.bracketed");
    ok(play, bracketing("wes", text, 5, &truce, false));
    sign(play, "nor", text);
    ok(play, bracketing("wes", text, 6, &watch, true));
    command = bracketing("wes", text, 7, &watch, true);
    command.key_count = 0;
    refused(play, command, "parameter.missing");
    play_close(play);
}

static void a_text_open_for_signature_is_not_amended(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = three(play);
    struct command opening = on_text("sou", COMMAND_OPEN, text);
    opening.flag = true;
    refused(play, opening, "instrument.not_author");
    opening.actor.seat = TEXT("nor");
    ok(play, opening);
    uint32_t truce = key_of("ceasefire");
    refused(play, amending(play, "sou", text, 1, WISHES({"ceasefire", {8}})), "instrument.opened");
    refused(play, bracketing("sou", text, 1, &truce, true), "instrument.opened");
    sign(play, "wes", text);
    opening.flag = false;
    ok(play, opening);
    assert_int_equal(the(play, text)->signed_by, parties("wes"));
    ok(play, amending(play, "sou", text, 1, WISHES({"ceasefire", {8}})));
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amending_clears_signatures_and_declines),
        cmocka_unit_test(an_amendment_of_other_clauses_is_carried_over),
        cmocka_unit_test(an_amendment_of_the_same_clause_is_stale_and_shows_both),
        cmocka_unit_test(conditions_stay_unless_they_are_given),
        cmocka_unit_test(articles_are_amended_by_id),
        cmocka_unit_test(brackets_are_lifted_by_their_holders_alone),
        cmocka_unit_test(a_text_open_for_signature_is_not_amended),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
