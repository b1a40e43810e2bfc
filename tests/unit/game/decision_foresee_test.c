#include "kit.h"

static int gamble_open(void **state)
{
    (void)state;
    return rules_open(SOURCE_DIR "/tests/scenarios/good/gamble");
}

static uint32_t decision_of(const char *id)
{
    int index = scenario_decision(rules, text_of(id));
    assert_true(index >= 0);
    return (uint32_t)index;
}

static struct tree *foreseen(struct play *play, const char *who, const char *decision)
{
    return decision_foresee(play->game, party(who), decision_of(decision), play->arena);
}

static const struct tree *option_of(const struct tree *answer, const char *option)
{
    const struct tree *found = tree_get(tree_get(answer, TEXT("options")), text_of(option));
    assert_non_null(found);
    return found;
}

static int64_t number(const struct tree *tree, const char *name)
{
    const struct tree *found = tree_get(tree, text_of(name));
    assert_non_null(found);
    return found->number;
}

#define assert_range(answer, option, expected, low, high)                                          \
    do {                                                                                           \
        assert_int_equal(number(option_of((answer), (option)), "then"), (expected));               \
        assert_int_equal(number(option_of((answer), (option)), "least"), (low));                   \
        assert_int_equal(number(option_of((answer), (option)), "most"), (high));                   \
    } while (0)

/* What an answer hangs on, with spaces between. */
static void assert_hangs_on(struct play *play, const struct tree *answer, const char *option,
                            const char *expected)
{
    const struct tree *causes = tree_get(option_of(answer, option), TEXT("hangs_on"));
    struct text said = TEXT("");
    for (size_t index = 0; causes && index < causes->count; index++)
        said = arena_print(play->arena, "%.*s%s%.*s", TEXT_ARGUMENTS(said), index ? " " : "",
                           TEXT_ARGUMENTS(causes->members[index].value->text));
    assert_string_equal(said.length > 0 ? said.at : "", expected);
}

static void each_option_says_what_it_brings_and_what_that_hangs_on(void **state)
{
    (void)state;
    struct play *play = play_open("play");
    struct tree *answer = foreseen(play, "ash", "bet");
    assert_int_equal(number(answer, "today"), 10);
    assert_int_equal(number(answer, "no_deal"), 10);
    assert_range(answer, "hold", 11, 11, 11);
    assert_hangs_on(play, answer, "hold", "");
    /* Peril is taken to be 5, and then 0 and 10. */
    assert_range(answer, "press", 3, 3, 17);
    assert_hangs_on(play, answer, "press", "hidden");
    /* Nobody else, one of them, both. */
    assert_range(answer, "join", 14, 14, 22);
    assert_hangs_on(play, answer, "join", "others");
    assert_hangs_on(play, answer, "risk", "chance");
    const struct tree *risk = option_of(answer, "risk");
    assert_true(number(risk, "least") >= 10 && number(risk, "most") <= 30);
    assert_true(number(risk, "least") < number(risk, "most"));
    const struct tree *item = tree_get(tree_get(risk, TEXT("items")), TEXT("gold"));
    assert_int_equal(number(item, "now"), 10);
    assert_int_equal(number(item, "then"), number(risk, "then"));
    play_close(play);
}

static void what_hangs_on_nothing_comes_true(void **state)
{
    (void)state;
    struct play *play = play_open("play");
    int64_t then = number(option_of(foreseen(play, "ash", "bet"), "hold"), "then");
    ok(play, choosing("ash", "bet", 0));
    ok(play, choosing("elm", "bet", 3));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(value(play, "ash.gold"), then);
    play_close(play);
}

static void only_who_is_asked_now_is_told(void **state)
{
    (void)state;
    struct play *play = play_open("play");
    assert_null(foreseen(play, "ash", "vow"));
    assert_non_null(foreseen(play, "oak", "vow"));
    ok(play, by(NULL, COMMAND_ADVANCE));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_null(foreseen(play, "ash", "bet"));
    play_close(play);
}

static void what_cannot_be_computed_is_left_out(void **state)
{
    (void)state;
    struct play *play = play_open("play");
    struct tree *answer = foreseen(play, "oak", "vow"); /* By then oak has 11: 60 / (10 - 11). */
    assert_null(tree_get(answer, TEXT("today")));
    assert_null(tree_get(answer, TEXT("no_deal")));
    assert_range(answer, "yes", -60, -60, -60);
    ok(play, setting(play, "oak", "gold", 9));
    answer = foreseen(play, "oak", "vow");
    assert_int_equal(number(answer, "today"), 60);
    assert_null(tree_get(option_of(answer, "yes"), TEXT("then")));
    assert_null(tree_get(option_of(answer, "yes"), TEXT("most")));
    play_close(play);
}

/* Two games that differ in what others keep from ash alone: what they chose, what they signed, what
 * control alone knows, and the dice. */
static void it_tells_nothing_of_what_is_secret(void **state)
{
    (void)state;
    struct play *quiet = play_open("play");
    struct play *busy = play_open_at("play", (struct game_options){.seed = {8, 9}});
    ok(busy, setting(busy, NULL, "peril", 9));
    ok(busy, choosing("elm", "bet", 3));
    ok(busy, choosing("oak", "bet", 1));
    /* It enters when somebody joins, and costs ash. */
    uint32_t bold = condition("bold");
    struct command note = drafting(busy, "elm", "note", "oak", WISHES({"pact", {0}}));
    note.takes_effect_if = &bold;
    note.takes_effect_count = 1;
    ok(busy, note);
    struct text text = answered(busy);
    sign(busy, "elm", text);
    sign(busy, "oak", text);
    assert_true(tree_equal(foreseen(quiet, "ash", "bet"), foreseen(busy, "ash", "bet")));
    /* It would have mattered. */
    ok(quiet, choosing("ash", "bet", 3));
    ok(busy, choosing("ash", "bet", 3));
    ok(quiet, by(NULL, COMMAND_ADVANCE));
    ok(busy, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(value(quiet, "ash.gold"), 14);
    assert_int_equal(value(busy, "ash.gold"), 18 - 5);
    play_close(quiet);
    play_close(busy);
}

/* Asking leaves the game as it was, and what one chose so far does not matter to it. */
static void asking_changes_nothing(void **state)
{
    (void)state;
    struct play *play = play_open("play");
    struct tree *before = foreseen(play, "ash", "bet");
    ok(play, choosing("ash", "bet", 2));
    struct text hash = game_hash(play->game, play->arena);
    assert_true(tree_equal(before, foreseen(play, "ash", "bet")));
    assert_string_equal(hash.at, game_hash(play->game, play->arena).at);
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_option_says_what_it_brings_and_what_that_hangs_on),
        cmocka_unit_test(what_hangs_on_nothing_comes_true),
        cmocka_unit_test(only_who_is_asked_now_is_told),
        cmocka_unit_test(what_cannot_be_computed_is_left_out),
        cmocka_unit_test(it_tells_nothing_of_what_is_secret),
        cmocka_unit_test(asking_changes_nothing),
    };
    return cmocka_run_group_tests(tests, gamble_open, rules_close);
}
