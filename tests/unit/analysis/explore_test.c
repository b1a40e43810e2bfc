/* Small cases worked out by hand, and one from the literature. */
#include "kit.h"

enum { FEW = 100000 };

static void check_deal(const struct exploration *exploration, enum solution solution, int64_t first,
                       int64_t second)
{
    const struct solved *solved = &exploration->solved[solution];
    assert_true(solved->found);
    assert_int_equal(solved->deal.gains[0], first);
    assert_int_equal(solved->deal.gains[1], second);
}

static bool has_clause(const struct exploration *exploration, const struct deal *deal,
                       const char *id)
{
    for (size_t axis = 0; axis < exploration->space.axis_count; axis++)
        if (text_equal(exploration->stakes.scenario->keys[exploration->space.keys[axis]].id,
                       text_of(id)))
            return deal->options[axis] > 0;
    fail();
    return false;
}

/* Nash, "The Bargaining Problem", Econometrica 18 (1950): Bill gives book, whip, ball and bat, Jack
 * gives pen, toy and knife. */
static void check_barter(const struct exploration *exploration)
{
    const struct deal *deal = &exploration->solved[NASH].deal;
    check_deal(exploration, NASH, 12, 5);
    for (size_t at = 0; at < 7; at++) {
        static const char *const given[] = {"book", "whip", "ball", "bat", "pen", "toy", "knife"};
        assert_true(has_clause(exploration, deal, given[at]));
    }
    assert_false(has_clause(exploration, deal, "box"));
    assert_false(has_clause(exploration, deal, "hat"));
}

static void bill_and_jack(void **state)
{
    (void)state;
    struct scenario *scenario = load(SOURCE_DIR "/tests/scenarios/good/barter");
    for (uint64_t exact_most = 0; exact_most <= FEW; exact_most += FEW) {
        struct arena *arena = arena_open();
        struct exploration *exploration = explore(scenario, exact_most, 1, arena);
        assert_int_equal(exploration->exact, exact_most > 0);
        assert_text(exploration->space.size, "512");
        assert_text(exploration->legal, "512");
        check_barter(exploration);
        /* Every good that the other one likes better: pen, toy, knife; book; and one tie. */
        assert_int_equal((int64_t)exploration->solved[UTILITARIAN].value, 18);
        assert_int_equal(exploration->solved[UTILITARIAN].known, KNOWN_PROVED);
        explore_close(exploration);
        arena_close(arena);
    }
    scenario_close(scenario);
}

/* Ann has min(12, 2s) of s slices, Bob 10 - s. Sum: s = 6, 12 + 4. Least: 6 at s = 3 and 4, of
 * which 4 has more. Product: 10 * 5 at 5, more than 8 * 6 and 12 * 4. Shares of 12 and 10: at 4,
 * 8/12 and 6/10; at 5, 5/10. */
static void a_pie(void **state)
{
    (void)state;
    struct scenario *scenario = load(SOURCE_DIR "/tests/scenarios/good/pie");
    for (uint64_t exact_most = 0; exact_most <= FEW; exact_most += FEW) {
        struct arena *arena = arena_open();
        struct exploration *exploration = explore(scenario, exact_most, 1, arena);
        check_deal(exploration, UTILITARIAN, 12, 4);
        check_deal(exploration, EGALITARIAN, 8, 6);
        check_deal(exploration, NASH, 10, 5);
        check_deal(exploration, KALAI_SMORODINSKY, 8, 6);
        assert_float_equal(exploration->solved[KALAI_SMORODINSKY].value, 0.6, 1e-9);
        assert_int_equal(exploration->prospects[0].ideal, 12);
        assert_int_equal(exploration->prospects[1].ideal, 10);
        /* 0 to 6 slices; more than 6 are wasted, and nothing at all is worse than 0 for Bob. */
        assert_int_equal(exploration->efficient, 7);
        assert_int_equal(exploration->efficient_more, exact_most == 0);
        explore_close(exploration);
        arena_close(arena);
    }
    scenario_close(scenario);
}

/* The numbers of rules/scenarios/river/README.md, from a program that shares no code with this. */
static void the_river(void **state)
{
    (void)state;
    struct scenario *scenario = load(SOURCE_DIR "/rules/scenarios/river");
    for (uint64_t exact_most = 0; exact_most <= FEW; exact_most += FEW) {
        struct arena *arena = arena_open();
        struct exploration *exploration = explore(scenario, exact_most, 2, arena);
        assert_text(exploration->space.size, "480");
        assert_text(exploration->legal, "438");
        check_deal(exploration, NASH, 24, 30);
        check_deal(exploration, UTILITARIAN, 24, 30);
        explore_close(exploration);
        arena_close(arena);
    }
    scenario_close(scenario);
}

static void the_middle_of_the_river(void **state)
{
    (void)state;
    struct scenario *scenario = load(SOURCE_DIR "/rules/scenarios/river");
    struct arena *arena = arena_open();
    struct exploration *exploration = explore(scenario, FEW, 1, arena);
    const struct stakes *stakes = &exploration->stakes;
    struct scale scale = scale_open(stakes, arena);
    /* 45 % of the water, half the fee, announced days, the island left in dispute. */
    uint64_t options[4] = {4, 2, 1, 1};
    int64_t gains[PARTIES_MAX], share;
    space_values(&exploration->space, 0, options[0], &share);
    assert_int_equal(share, 45);
    assert_int_equal(scale_weigh(&scale, options, gains), WEIGHED);
    assert_int_equal(gains[0], 9);
    assert_int_equal(gains[1], 13);
    scale_close(&scale);
    explore_close(exploration);
    arena_close(arena);
    scenario_close(scenario);
}

static void compare_deals(const struct exploration *first, const struct exploration *second,
                          const struct deal *left, const struct deal *right)
{
    assert_int_equal(first->space.axis_count, second->space.axis_count);
    assert_memory_equal(left->options, right->options,
                        first->space.axis_count * sizeof(*left->options));
    assert_memory_equal(left->gains, right->gains, first->stakes.parties * sizeof(*left->gains));
}

/* Threads change nothing, whether all is weighed or not. */
static void threads_change_nothing(void **state)
{
    (void)state;
    static const char *const folders[] = {SOURCE_DIR "/rules/scenarios/river",
                                          SOURCE_DIR "/tests/scenarios/good/barter"};
    for (size_t folder = 0; folder < 2; folder++) {
        struct scenario *scenario = load(folders[folder]);
        for (uint64_t exact_most = 0; exact_most <= FEW; exact_most += FEW) {
            struct arena *arena = arena_open();
            struct exploration *one = explore(scenario, exact_most, 1, arena);
            struct exploration *many = explore(scenario, exact_most, 5, arena);
            for (int solution = 0; solution < SOLUTIONS; solution++) {
                assert_int_equal(one->solved[solution].known, many->solved[solution].known);
                assert_true(one->solved[solution].most == many->solved[solution].most);
                compare_deals(one, many, &one->solved[solution].deal, &many->solved[solution].deal);
            }
            assert_int_equal(one->agreed_weighed, many->agreed_weighed);
            assert_int_equal(one->frontier_count, many->frontier_count);
            for (size_t at = 0; at < one->frontier_count; at++)
                compare_deals(one, many, &one->frontier[at], &many->frontier[at]);
            explore_close(one);
            explore_close(many);
            arena_close(arena);
        }
        scenario_close(scenario);
    }
}

static bool at_once(void *context)
{
    return context == NULL;
}

/* Who stops it at once learns that nothing is proved. */
static void stopped_at_once(void **state)
{
    (void)state;
    struct scenario *scenario = load(SOURCE_DIR "/rules/scenarios/river");
    struct arena *arena = arena_open();
    struct world world = world_open(scenario, arena);
    const struct watch watch = {at_once, told, NULL, 2};
    struct exploration exploration;
    uint32_t which;
    world_refresh(scenario, &world);
    for (uint64_t exact_most = 0; exact_most <= FEW; exact_most += FEW) {
        struct explore_request request = wish(scenario, &world, &watch, exact_most);
        request.keys = space_keys(scenario, -1, arena, &request.key_count);
        assert_int_equal(explore_run(&request, arena, &exploration, &which), EXPLORE_DONE);
        assert_true(exploration.stopped && !exploration.exact);
        assert_int_equal(exploration.weighed, 0);
        /* Nothing is known of what was not weighed. */
        assert_true(exploration.agreed_share.low == 0 && exploration.agreed_share.high == 1);
        assert_int_equal(exploration.drawn, exact_most == 0);
        assert_int_equal(exploration.legal.length, 0);
        for (int solution = 0; solution < SOLUTIONS; solution++)
            assert_int_equal(exploration.solved[solution].known, KNOWN_SEARCHED);
        explore_close(&exploration);
    }
    arena_close(arena);
    scenario_close(scenario);
}

/* 10^34 and some are counted to the last one. */
static void paris_is_counted(void **state)
{
    (void)state;
    struct scenario *scenario = load(SOURCE_DIR "/rules/scenarios/paris");
    struct arena *arena = arena_open();
    struct package_space space;
    size_t count;
    uint32_t which;
    int first = scenario_edition(scenario, TEXT("first"));
    const uint32_t *keys = space_keys(scenario, first, arena, &count);
    assert_int_equal(count, 16);
    assert_true(space_open(&space, scenario, keys, count, arena, &which));
    /* 5 * 37 * 2 * 6 * 13 * 9 * 7 * 7 * 13 * 13 * 13 * 5 * 4 * 5 * 5 * 3 */
    uint64_t product = UINT64_C(5) * 37 * 2 * 6 * 13 * 9 * 7 * 7 * 13 * 13 * 13 * 5 * 5 * 5 * 5 * 3;
    assert_int_equal(space.count, product);
    keys = space_keys(scenario, -1, arena, &count);
    assert_true(space_open(&space, scenario, keys, count, arena, &which));
    assert_int_equal(space.count, 0);
    assert_true(space.size.length > 30);
    uint64_t remainder = 0; /* by the largest prime that a clause brings in: it must divide */
    for (size_t at = 0; at < space.size.length; at++)
        remainder = (remainder * 10 + (uint64_t)(space.size.at[at] - '0')) % 37;
    assert_int_equal(remainder, 0);
    arena_close(arena);
    scenario_close(scenario);
}

/* From an option to its terms and back, on every axis of Paris. */
static void terms_have_their_option(void **state)
{
    (void)state;
    struct scenario *scenario = load(SOURCE_DIR "/rules/scenarios/paris");
    struct arena *arena = arena_open();
    struct package_space space;
    size_t count;
    uint32_t which;
    const uint32_t *keys = space_keys(scenario, -1, arena, &count);
    struct dice dice = dice_of(1, 2);
    assert_true(space_open(&space, scenario, keys, count, arena, &which));
    for (size_t axis = 0; axis < space.axis_count; axis++) {
        int64_t *terms = ARENA_ARRAY(arena, int64_t, space_terms(&space, axis));
        for (int draw = 0; draw < 100; draw++) {
            uint64_t option = 1 + dice_below(&dice, space.axes[axis].options - 1);
            space_values(&space, axis, option, terms);
            assert_int_equal(space_option(&space, axis, terms), option);
        }
    }
    arena_close(arena);
    scenario_close(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bill_and_jack),
        cmocka_unit_test(a_pie),
        cmocka_unit_test(the_river),
        cmocka_unit_test(the_middle_of_the_river),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(stopped_at_once),
        cmocka_unit_test(paris_is_counted),
        cmocka_unit_test(terms_have_their_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
