#include "test.h"

#include "random.h"

/* The reference vectors of SipHash-2-4: key 00..0f, input 00..(n-1); for n = 0 and n = 15. */
static void hash_is_siphash(void **state)
{
    (void)state;
    struct seed seed = {0x0706050403020100, 0x0f0e0d0c0b0a0908};
    char bytes[15];
    for (int index = 0; index < 15; index++)
        bytes[index] = (char)index;
    assert_true(random_hash(seed, (struct text){bytes, 0}) == 0x726fdb47dd0e0e31);
    assert_true(random_hash(seed, (struct text){bytes, 15}) == 0xa129ca6149be45e5);
}

static void draws_stay_within_and_reach_both_ends(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    int seen[3] = {0};
    for (int index = 0; index < 200; index++) {
        int64_t value =
            random_between((struct seed){1, 2}, arena_print(arena, "draw %d", index), -1, 1);
        assert_in_range(value + 1, 0, 2);
        seen[value + 1]++;
    }
    assert_true(seen[0] > 30 && seen[1] > 30 && seen[2] > 30);
    assert_int_equal(random_between((struct seed){1, 2}, TEXT("one"), 5, 5), 5);
    arena_close(arena);
}

static void the_place_alone_decides(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct seed seed = {3, 4};
    struct text first = random_id(seed, TEXT("fra.1"), arena);
    (void)random_id(seed, TEXT("rus.1"), arena);
    assert_true(text_equal(first, random_id(seed, TEXT("fra.1"), arena)));
    assert_false(text_equal(first, random_id(seed, TEXT("fra.2"), arena)));
    assert_false(text_equal(first, random_id((struct seed){3, 5}, TEXT("fra.1"), arena)));
    assert_int_equal(first.length, 10);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash_is_siphash),
        cmocka_unit_test(draws_stay_within_and_reach_both_ends),
        cmocka_unit_test(the_place_alone_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
