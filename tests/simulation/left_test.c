/* The deal that was left, where one text alone is never enough for both: shown by its words, and
 * played from them. */
#include "left_again.h"

#include "debrief.h"

/* A game of the wharf in which nothing is signed, in that edition, and what was left in it. */
static const struct tree *left_in(const char *edition, struct played **table, void **state)
{
    struct diagnostics diagnostics = {.arena = *state};
    const struct scenario *scenario =
        scenario_load(SOURCE_DIR "/tests/scenarios/good/wharf", &diagnostics);
    assert_non_null(scenario);
    int found = scenario_edition(scenario, text_of(edition));
    assert_true(found >= 0);
    *table = played_open(scenario, (uint32_t)found, 1, false);
    struct command end = played_wish(COMMAND_END, ACTOR_CONTROL);
    assert_true(played_does(*table, &end));
    const struct watch watch = {.stopped = watch_never, .told = watch_untold, .threads = 1};
    const struct tree *left = debrief_left(&(*table)->record, &watch, *state);
    const struct tree *moments = tree_get(left, TEXT("moments"));
    for (size_t at = 0; at < moments->count; at++)
        again_plays(*table, moments->members[at].value);
    return moments;
}

static void leave(struct played *table)
{
    struct scenario *scenario = (struct scenario *)(uintptr_t)table->scenario;
    played_close(table);
    scenario_close(scenario);
}

static void assert_text_told(const struct tree *moment, size_t at, const char *kind, size_t clauses,
                             const char *condition)
{
    const struct tree *text = tree_get(moment, TEXT("texts"))->members[at].value;
    const struct tree *conditions = tree_get(text, TEXT("takes_effect_if"));
    struct text id;
    assert_true(tree_get_text(text, TEXT("kind"), &id));
    assert_true(text_equal(id, text_of(kind)));
    assert_int_equal(tree_get(text, TEXT("clauses"))->count, clauses);
    assert_int_equal(conditions != NULL, condition != NULL);
    if (condition) {
        assert_int_equal(conditions->count, 1);
        assert_true(text_equal(conditions->members[0].value->text, text_of(condition)));
    }
}

static void assert_gain(const struct tree *moment, const char *party, int64_t expected)
{
    int64_t deal;
    assert_true(tree_get_int(tree_get(tree_get(moment, TEXT("gains")), text_of(party)),
                             TEXT("deal"), &deal));
    assert_int_equal(deal, expected);
}

/* A charter of one article and a pact of `clauses`. */
static void assert_two_texts(const struct tree *moments, bool together, size_t clauses,
                             const char *condition)
{
    assert_int_equal(moments->count, 1);
    const struct tree *moment = moments->members[0].value;
    assert_int_equal(tree_get(moment, TEXT("texts"))->count, 2);
    assert_int_equal(tree_get(moment, TEXT("together")) != NULL, together);
    assert_text_told(moment, 0, "charter", 1, NULL);
    assert_text_told(moment, 1, "pact", clauses, condition);
}

static void two_texts_are_linked_and_carry_the_condition_that_one_asks_for(void **state)
{
    struct played *table;
    const struct tree *moments = left_in("linked", &table, state);
    assert_two_texts(moments, true, 2, "quiet");
    assert_gain(moments->members[0].value, "ald", 9);
    assert_gain(moments->members[0].value, "bor", 9);
    leave(table);
}

static void what_needs_the_other_in_force_is_signed_after_it(void **state)
{
    struct played *table;
    const struct tree *moments = left_in("turns", &table, state);
    assert_two_texts(moments, false, 1, NULL);
    assert_gain(moments->members[0].value, "ald", 6);
    assert_gain(moments->members[0].value, "bor", 7);
    leave(table);
}

static void one_text_is_one_text(void **state)
{
    struct played *table;
    const struct tree *moments = left_in("single", &table, state);
    assert_int_equal(moments->count, 1);
    const struct tree *moment = moments->members[0].value;
    assert_int_equal(tree_get(moment, TEXT("texts"))->count, 1);
    assert_text_told(moment, 0, "pact", 1, "quiet");
    assert_gain(moment, "ald", 3);
    leave(table);
}

static void what_is_not_better_for_both_is_not_shown(void **state)
{
    struct played *table;
    assert_int_equal(left_in("none", &table, state)->count, 0);
    leave(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(two_texts_are_linked_and_carry_the_condition_that_one_asks_for),
        ARENA_TEST(what_needs_the_other_in_force_is_signed_after_it),
        ARENA_TEST(one_text_is_one_text),
        ARENA_TEST(what_is_not_better_for_both_is_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
