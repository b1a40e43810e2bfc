/* What control is told of a table at a glance, and of news to come. */
#include "kit.h"

static struct tree *glanced(struct play *play, const char *part)
{
    return tree_get(glance(play->game, play->arena), text_of(part));
}

static int64_t number_at(const struct tree *tree, const char *name)
{
    int64_t number = INT64_MIN;
    assert_true(tree_get_int(tree, text_of(name), &number));
    return number;
}

static void who_has_not_chosen_is_named_until_it_closes(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    assert_null(glanced(play, "undecided"));
    play_close(play);
    play = play_open("vote");
    assert_int_equal(tree_get(glanced(play, "undecided"), TEXT("ratify"))->count, 2);
    assert_int_equal(tree_get(glanced(play, "undecided"), TEXT("conduct"))->count, 2);
    struct command choose = by("nor", COMMAND_CHOOSE);
    choose.subject = (uint32_t)scenario_decision(rules, TEXT("conduct"));
    choose.option = 1;
    ok(play, choose);
    const struct tree *left = tree_get(glanced(play, "undecided"), TEXT("conduct"));
    assert_int_equal(left->count, 1);
    assert_true(text_equal(left->members[0].value->text, TEXT("sou")));
    choose.actor.seat = TEXT("sou");
    ok(play, choose);
    assert_null(tree_get(glanced(play, "undecided"), TEXT("conduct")));
    play_close(play);
}

static void only_what_people_do_counts_as_done(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    assert_int_equal(glanced(play, "did")->count, 0);
    int64_t opened = play->now;
    play->now += 60000;
    ok(play, by(NULL, COMMAND_ADVANCE)); /* another round of the same phase */
    assert_int_equal(number_at(glance(play->game, play->arena), "phase_opened"), opened);
    ok(play, saying("nor+", TO_PLENARY, "", "Good morning"));
    int64_t spoke = play->now;
    play->now += 60000;
    ok(play, saying(NULL, TO_PLENARY, "", "Good morning to you"));
    struct command ready = by("nor", COMMAND_READY);
    ready.flag = true;
    ok(play, ready);
    struct command bot = saying("sou", TO_PLENARY, "", "I am a machine");
    bot.actor.automatic = true;
    ok(play, bot);
    assert_int_equal(glanced(play, "did")->count, 1);
    assert_int_equal(number_at(glanced(play, "did"), "nor"), spoke);
    assert_int_equal(number_at(glance(play->game, play->arena), "messages"), 3);
    play_close(play);
}

static void texts_and_results_are_counted(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, drafting(play, "nor", "accord", "nor sou", WISHES({"ceasefire", {3}})));
    struct text id = answered(play);
    struct command sign = on_text("nor", COMMAND_SIGN, id);
    sign.version = 1;
    ok(play, sign);
    assert_int_equal(number_at(glanced(play, "texts"), "draft"), 1);
    assert_int_equal(number_at(glance(play->game, play->arena), "signatures"), 1);
    assert_null(glanced(play, "settled"));
    const struct tree *view_scores = tree_get(
        view(play->game, (struct audience){AUDIENCE_CONTROL, -1}, play->arena), TEXT("scores"));
    const struct tree *scores = glanced(play, "scores");
    for (size_t index = 0; index < scores->count; index++)
        assert_int_equal(number_at(scores->members[index].value, "expected"),
                         number_at(tree_get(view_scores, scores->members[index].key), "expected"));
    ok(play, by(NULL, COMMAND_END));
    assert_non_null(glanced(play, "outcome"));
    view_scores = tree_get(view(play->game, (struct audience){AUDIENCE_CONTROL, -1}, play->arena),
                           TEXT("scores"));
    const struct tree *final = tree_get(glanced(play, "scores"), TEXT("nor"));
    assert_int_equal(number_at(final, "total"),
                     number_at(tree_get(view_scores, TEXT("nor")), "total"));
    assert_int_equal(number_at(final, "at_opening"),
                     number_at(tree_get(view_scores, TEXT("nor")), "at_opening"));
    play_close(play);
}

/* "talks 1 100, vote 1 100": when an inject may come about. */
static struct text foreseen(struct play *play, const char *inject)
{
    struct tree *tree = foresee(play->game, play->arena);
    const struct tree *at = tree_get(tree_get(tree, text_of(inject)), TEXT("at"));
    struct text words = TEXT("");
    for (size_t index = 0; index < at->count; index++) {
        const struct tree *end = at->members[index].value;
        struct text phase = TEXT("");
        assert_true(tree_get_text(end, TEXT("phase"), &phase));
        words =
            arena_print(play->arena, "%.*s%s%.*s %lld %lld", TEXT_ARGUMENTS(words),
                        index > 0 ? ", " : "", TEXT_ARGUMENTS(phase),
                        (long long)number_at(end, "round"), (long long)number_at(end, "chance"));
    }
    return words;
}

#define assert_foreseen(play, inject, words)                                                       \
    assert_string_equal(arena_copy((play)->arena, foreseen((play), (inject))).at, (words))

static void news_is_foreseen_round_by_round(void **state)
{
    (void)state;
    struct play *play = play_open_with((struct game_options){.seed = {1, 2}});
    everybody_sits(play);
    assert_foreseen(play, "flood", "talks 1 100"); /* before the start, too */
    assert_foreseen(play, "storm", "vote 1 100, vote 2 100");
    ok(play, by(NULL, COMMAND_START));
    assert_foreseen(play, "flood", "talks 1 100");
    assert_foreseen(play, "never", "");  /* no chance */
    assert_foreseen(play, "rumour", ""); /* by hand alone */
    ok(play, by(NULL, COMMAND_ADVANCE));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_foreseen(play, "flood", ""); /* it has come, and once is all */
    struct tree *now = foresee(play->game, play->arena);
    assert_int_equal(number_at(tree_get(now, TEXT("flood")), "fired"), 1);
    assert_null(tree_get(tree_get(now, TEXT("storm")), TEXT("held")));
    struct command hold = by(NULL, COMMAND_INJECT_HOLD);
    hold.subject = (uint32_t)scenario_inject(rules, TEXT("storm"));
    hold.flag = true;
    ok(play, hold);
    assert_non_null(
        tree_get(tree_get(foresee(play->game, play->arena), TEXT("storm")), TEXT("held")));
    assert_foreseen(play, "storm", "vote 1 100, vote 2 100"); /* when it would come */
    for (int rounds = 0; rounds < 3; rounds++)
        ok(play, by(NULL, COMMAND_ADVANCE));
    assert_foreseen(play, "storm", "vote 2 100");
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_foreseen(play, "storm", ""); /* the final phase has no end */
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_not_chosen_is_named_until_it_closes),
        cmocka_unit_test(only_what_people_do_counts_as_done),
        cmocka_unit_test(texts_and_results_are_counted),
        cmocka_unit_test(news_is_foreseen_round_by_round),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
