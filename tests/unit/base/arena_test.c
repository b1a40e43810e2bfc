#include "test.h"

#include "arena.h"

static void texts_are_put_one_behind_the_other(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct text joined =
        ARENA_JOIN(arena, TEXT("phases."), TEXT(""), (struct text){NULL, 0}, TEXT("talks.when"));
    assert_text(joined, "phases.talks.when");
    assert_int_equal(joined.at[joined.length], '\0');
    assert_text(arena_join(arena, NULL, 0), "");
    arena_close(arena);
}

static void numbers_have_their_digits(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    assert_text(arena_number(arena, 0), "0");
    assert_text(arena_number(arena, UINT64_MAX), "18446744073709551615");
    assert_text(arena_integer(arena, 90), "90");
    assert_text(arena_integer(arena, -7), "-7");
    assert_text(arena_integer(arena, INT64_MIN), "-9223372036854775808");
    arena_close(arena);
}

static void what_an_array_grows_by_is_zero(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    /* Memory that was used before. */
    memset(arena_take(arena, 256), 0xff, 256);
    arena_reset(arena);
    const int64_t two[] = {3, 4};
    const int64_t *four = arena_grow(arena, two, 2, 4, sizeof(*two));
    assert_int_equal(four[0], 3);
    assert_int_equal(four[1], 4);
    assert_int_equal(four[2], 0);
    assert_int_equal(four[3], 0);
    const int64_t *none = arena_grow(arena, NULL, 0, 1, sizeof(*none));
    assert_int_equal(*none, 0);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_put_one_behind_the_other),
        cmocka_unit_test(numbers_have_their_digits),
        cmocka_unit_test(what_an_array_grows_by_is_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
