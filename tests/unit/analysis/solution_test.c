#include "test.h"

#include "solution.h"

static int compare(enum solution solution, const int64_t *left, const int64_t *right)
{
    static const int64_t ideals[] = {100, 10};
    int first = solution_compare(solution, left, right, 2, ideals);
    assert_int_equal(solution_compare(solution, right, left, 2, ideals), -first);
    return first;
}

static void each_by_its_rule(void **state)
{
    (void)state;
    assert_true(compare(UTILITARIAN, (int64_t[]){20, 0}, (int64_t[]){9, 9}) > 0);
    assert_true(compare(EGALITARIAN, (int64_t[]){20, 0}, (int64_t[]){9, 9}) < 0);
    assert_true(compare(NASH, (int64_t[]){20, 4}, (int64_t[]){8, 9}) > 0);
    assert_true(compare(KALAI_SMORODINSKY, (int64_t[]){50, 4}, (int64_t[]){30, 9}) > 0);
}

static void ties_fall_to_the_larger_sum(void **state)
{
    (void)state;
    assert_true(compare(UTILITARIAN, (int64_t[]){8, 10}, (int64_t[]){9, 9}) < 0);
    assert_true(compare(EGALITARIAN, (int64_t[]){9, 12}, (int64_t[]){11, 9}) > 0);
    assert_true(compare(NASH, (int64_t[]){2, 12}, (int64_t[]){4, 6}) > 0);
    assert_true(compare(NASH, (int64_t[]){0, 12}, (int64_t[]){4, 0}) > 0);
    assert_true(compare(KALAI_SMORODINSKY, (int64_t[]){50, 6}, (int64_t[]){50, 5}) > 0);
    assert_int_equal(compare(NASH, (int64_t[]){4, 6}, (int64_t[]){6, 4}), 0);
}

/* Products that no double tells apart, and that no 64 bits hold. */
static void products_are_exact(void **state)
{
    (void)state;
    const int64_t half = INT64_MAX / 2;
    assert_true(compare(NASH, (int64_t[]){half, half}, (int64_t[]){half - 1, half + 1}) > 0);
    int64_t left[PARTIES_MAX], right[PARTIES_MAX];
    for (size_t party = 0; party < PARTIES_MAX; party++)
        left[party] = right[party] = INT64_MAX - 2;
    right[0]++;
    right[1]--;
    assert_true(solution_compare(NASH, left, right, PARTIES_MAX, NULL) > 0);
    left[63]--;
    assert_true(solution_compare(NASH, left, right, PARTIES_MAX, NULL) < 0);
}

static void who_cannot_gain_is_not_asked(void **state)
{
    (void)state;
    static const int64_t ideals[] = {0, 10};
    assert_true(
        solution_compare(KALAI_SMORODINSKY, (int64_t[]){0, 6}, (int64_t[]){0, 5}, 2, ideals) > 0);
}

static void nobody_may_lose(void **state)
{
    (void)state;
    const int64_t gains[] = {5, -1};
    assert_true(solution_admits(UTILITARIAN, gains, 2) && solution_admits(EGALITARIAN, gains, 2));
    assert_false(solution_admits(NASH, gains, 2) || solution_admits(KALAI_SMORODINSKY, gains, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_by_its_rule),   cmocka_unit_test(ties_fall_to_the_larger_sum),
        cmocka_unit_test(products_are_exact), cmocka_unit_test(who_cannot_gain_is_not_asked),
        cmocka_unit_test(nobody_may_lose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
