#include "test.h"

#include "statistics.h"

#include <math.h>

static void near(double value, double expected, double off)
{
    if (!(fabs(value - expected) <= off))
        fail_msg("%.9g is not %.9g", value, expected);
}

static void a_quantile_is_the_least_value_that_so_many_do_not_exceed(void **state)
{
    (void)state;
    const int64_t four[] = {10, 20, 30, 40};
    assert_int_equal(quantile(four, 4, 0), 10);
    assert_int_equal(quantile(four, 4, 50), 10);
    assert_int_equal(quantile(four, 4, 250), 10);
    assert_int_equal(quantile(four, 4, 251), 20);
    assert_int_equal(quantile(four, 4, 500), 20);
    assert_int_equal(quantile(four, 4, 750), 30);
    assert_int_equal(quantile(four, 4, 950), 40);
    assert_int_equal(quantile(four, 4, 1000), 40);
    const int64_t five[] = {-3, -1, 0, 7, 7};
    assert_int_equal(quantile(five, 5, 500), 0);
    assert_int_equal(quantile(five, 5, 600), 0);
    assert_int_equal(quantile(five, 5, 601), 7);
    assert_int_equal(quantile(four, 1, 500), 10);
}

static void values_are_sorted_by_their_size(void **state)
{
    (void)state;
    int64_t values[] = {3, INT64_MAX, -2, INT64_MIN, 3};
    const int64_t sorted[] = {INT64_MIN, -2, 3, 3, INT64_MAX};
    values_sort(values, 5);
    assert_memory_equal(values, sorted, sizeof(sorted));
}

/* Newcombe, Statistics in Medicine 17, 1998, table I, method 3. */
static void intervals_of_shares_are_those_of_the_literature(void **state)
{
    (void)state;
    struct share share = share_of(81, 263);
    near(share.share, 0.3080, 0.0001);
    near(share.low, 0.2553, 0.0001);
    near(share.high, 0.3662, 0.0001);
    share = share_of(15, 148);
    near(share.low, 0.0624, 0.0001);
    near(share.high, 0.1605, 0.0001);
    share = share_of(0, 20);
    assert_true(share.low == 0);
    near(share.high, 0.1611, 0.0001);
    share = share_of(1, 29);
    near(share.low, 0.0061, 0.0001);
    near(share.high, 0.1718, 0.0001);
    share = share_of(29, 29);
    assert_true(share.high == 1);
    share = share_of(0, 0);
    assert_true(share.low == 0 && share.high == 1);
}

static void a_mean_comes_with_its_margin(void **state)
{
    (void)state;
    struct gathering gathering = {0};
    assert_true(mean_of(&gathering).count == 0);
    const int values[] = {2, 4, 4, 4, 5, 5, 7, 9};
    gather(&gathering, values[0]);
    assert_true(mean_of(&gathering).mean == 2 && mean_of(&gathering).margin == 0);
    for (size_t at = 1; at < 8; at++)
        gather(&gathering, values[at]);
    struct mean mean = mean_of(&gathering);
    assert_int_equal(mean.count, 8);
    near(mean.mean, 5, 1e-12);
    near(mean.margin, 1.959964 * sqrt(32.0 / 7 / 8), 1e-6); /* squares of 32 about the mean */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quantile_is_the_least_value_that_so_many_do_not_exceed),
        cmocka_unit_test(values_are_sorted_by_their_size),
        cmocka_unit_test(intervals_of_shares_are_those_of_the_literature),
        cmocka_unit_test(a_mean_comes_with_its_margin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
