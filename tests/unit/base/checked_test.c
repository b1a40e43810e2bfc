#include "test.h"

#include "checked.h"

static void sums_beyond_64_bits_are_refused(void **state)
{
    (void)state;
    int64_t result = 7;
    assert_false(checked_add(INT64_MAX, 1, &result));
    assert_false(checked_subtract(INT64_MIN, 1, &result));
    assert_false(checked_multiply(INT64_MIN, -1, &result));
    assert_int_equal(result, 7);
    assert_true(checked_add(INT64_MAX, INT64_MIN, &result));
    assert_int_equal(result, -1);
}

static void division_truncates_toward_zero(void **state)
{
    (void)state;
    int64_t result = 0;
    assert_true(checked_divide(-7, 2, &result));
    assert_int_equal(result, -3);
    assert_true(checked_remainder(-7, 2, &result));
    assert_int_equal(result, -1);
}

static void division_without_a_result_is_refused(void **state)
{
    (void)state;
    int64_t result = 7;
    assert_false(checked_divide(1, 0, &result));
    assert_false(checked_divide(INT64_MIN, -1, &result));
    assert_false(checked_remainder(1, 0, &result));
    assert_false(checked_remainder(INT64_MIN, -1, &result));
    assert_int_equal(result, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_beyond_64_bits_are_refused),
        cmocka_unit_test(division_truncates_toward_zero),
        cmocka_unit_test(division_without_a_result_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
