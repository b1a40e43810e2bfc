/* What people are told who ask what to propose. */
#include "river.h"

static struct tree *advised(struct play *play, const char *who, struct text instrument)
{
    struct tree *answer = bot_advises(play->game, party(who), instrument, play->arena);
    return answer ? tree_get(answer, TEXT("advice")) : NULL;
}

static struct tree *first(struct tree *list)
{
    assert_true(list && list->count > 0);
    return list->members[0].value;
}

static int64_t number(const struct tree *tree, const char *name)
{
    int64_t value = 0;
    assert_true(tree_get_int(tree, text_of(name), &value));
    return value;
}

static struct text offered(struct play *play)
{
    return drafted(play, "nor", "treaty", "nor sou",
                   WISHES({"water", {35}}, {"port", {string_of("free")}}));
}

static struct text stands(const struct tree *advice, const char *who)
{
    struct text how = TEXT("");
    assert_true(tree_get_text(tree_get(advice, TEXT("others")), text_of(who), &how));
    return how;
}

static void changes_are_worth_more_than_the_text(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct text text = offered(play);
    struct tree *list = advised(play, "sou", text);
    assert_in_range(list->count, 1, 3);
    bool gains = false;
    for (size_t index = 0; index < list->count; index++) {
        struct tree *advice = list->members[index].value;
        struct text named;
        assert_true(tree_get_text(advice, TEXT("instrument"), &named));
        assert_true(text_equal(named, text));
        assert_int_equal(number(advice, "version"), 1);
        assert_true(tree_get(advice, TEXT("changes"))->count > 0);
        assert_true(number(advice, "gain") >= 0);
        gains |= number(advice, "gain") > 0;
    }
    assert_true(gains);
    play_close(play);
}

static void what_the_others_wrote_is_not_welcome_to_be_undone(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct text text = offered(play);
    struct tree *list = advised(play, "sou", text);
    assert_text(stands(list->members[list->count - 1].value, "nor"), "unwelcome");
    play_close(play);
}

static void what_costs_nothing_and_they_asked_for_comes_first(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct text text = offered(play);
    /* Southland strikes what Northland wished: giving part of it back would be welcome. */
    struct command struck = amending(play, "sou", text, 1, WISHES({"water", {35}}));
    ok(play, struck);
    struct command more =
        amending(play, "nor", text, 2, WISHES({"water", {35}}, {"gauge", {string_of("free")}}));
    ok(play, more);
    more = amending(play, "sou", text, 3, WISHES({"water", {35}}));
    ok(play, more);
    struct tree *advice = first(advised(play, "sou", text));
    assert_true(number(advice, "gain") >= 0);
    assert_text(stands(advice, "nor"), "welcome");
    play_close(play);
}

static void a_new_text_is_advised_where_there_is_none(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct tree *advice = first(advised(play, "nor", TEXT("")));
    struct text kind;
    assert_true(tree_get_text(advice, TEXT("kind"), &kind));
    assert_text(kind, "treaty");
    assert_int_equal(tree_get(advice, TEXT("invite"))->count, 2);
    assert_true(number(advice, "gain") > 0);
    play_close(play);
}

static void nothing_is_advised_on_what_cannot_be_changed_or_is_not_known(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct text text = offered(play);
    assert_null(advised(play, "sou", TEXT("nothing")));
    struct command open = on_text("nor", COMMAND_OPEN, text);
    open.flag = true;
    ok(play, open);
    assert_int_equal(advised(play, "sou", text)->count, 0);
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_worth_more_than_the_text),
        cmocka_unit_test(what_the_others_wrote_is_not_welcome_to_be_undone),
        cmocka_unit_test(what_costs_nothing_and_they_asked_for_comes_first),
        cmocka_unit_test(a_new_text_is_advised_where_there_is_none),
        cmocka_unit_test(nothing_is_advised_on_what_cannot_be_changed_or_is_not_known),
    };
    return cmocka_run_group_tests(tests, river_open, rules_close);
}
