#include "test.h"

#include "frontier.h"
#include "space.h"

#include <stdlib.h>
#include <string.h>

enum { PARTIES = 4, POINTS = 3000 };

static bool dominates(const int64_t *left, const int64_t *right)
{
    bool better = false;
    for (size_t party = 0; party < PARTIES; party++) {
        if (left[party] < right[party])
            return false;
        better |= left[party] > right[party];
    }
    return better;
}

static bool holds(const struct frontier *frontier, const int64_t *gains)
{
    size_t count;
    const struct member *members = frontier_members(frontier, &count);
    for (size_t at = 0; at < count; at++)
        if (!memcmp(members[at].gains, gains, PARTIES * sizeof(*gains)))
            return true;
    return false;
}

static bool is_efficient(int64_t (*points)[PARTIES], size_t count, const int64_t *gains)
{
    for (size_t other = 0; other < count; other++)
        if (dominates(points[other], gains))
            return false;
    return true;
}

static void random_points(int64_t (*points)[PARTIES], size_t count, uint64_t seed)
{
    struct dice dice = dice_of(seed, 0);
    for (size_t at = 0; at < count; at++)
        for (size_t party = 0; party < PARTIES; party++)
            points[at][party] = (int64_t)dice_below(&dice, 41) - 15;
}

/* In whatever parts it is gathered, the archive is what comparing all with all leaves. */
static void efficient_by_definition(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        static int64_t points[POINTS][PARTIES];
        random_points(points, POINTS, seed);
        struct frontier *whole = frontier_open(PARTIES), *first = frontier_open(PARTIES);
        struct frontier *second = frontier_open(PARTIES);
        for (size_t at = 0; at < POINTS; at++) {
            (void)frontier_add(whole, at, points[at]);
            (void)frontier_add(at % 2 ? first : second, at, points[at]);
        }
        frontier_merge(first, second);
        size_t count, merged, efficient = 0;
        const struct member *members = frontier_members(whole, &count);
        (void)frontier_members(first, &merged);
        assert_false(frontier_cut(whole));
        assert_int_equal(count, merged);
        for (size_t at = 1; at < count; at++)
            assert_true(members[at - 1].agreed > members[at].agreed ||
                        (members[at - 1].agreed == members[at].agreed &&
                         members[at - 1].sum >= members[at].sum));
        for (size_t at = 0; at < POINTS; at++) {
            bool wanted = is_efficient(points, POINTS, points[at]);
            if (holds(whole, points[at]) != wanted || holds(first, points[at]) != wanted)
                fail_msg("seed %llu, point %zu", (unsigned long long)seed, at);
            efficient += wanted;
        }
        assert_true(efficient >= count && count > 10);
        frontier_close(whole);
        frontier_close(first);
        frontier_close(second);
    }
}

/* Of equals the first stays. */
static void the_first_of_equals(void **state)
{
    (void)state;
    struct frontier *frontier = frontier_open(2);
    size_t count;
    assert_true(frontier_add(frontier, 5, (int64_t[]){1, 2}));
    assert_false(frontier_add(frontier, 3, (int64_t[]){1, 2}));
    assert_int_equal(frontier_members(frontier, &count)->id, 5);
    assert_int_equal(count, 1);
    frontier_close(frontier);
}

/* Too many efficient points: what it holds is exactly those above a floor, and it says so. */
static void more_than_fit(void **state)
{
    (void)state;
    enum { MANY = 3 * MEMBERS_MAX };
    static int64_t points[MANY][2];
    struct frontier *frontier = frontier_open(2);
    struct dice dice = dice_of(9, 0);
    for (int64_t at = 0; at < MANY; at++) {
        /* More for one is always less for the other, and no two sums are the same. */
        points[at][0] = 1 + 3 * at;
        points[at][1] = 4 * MANY - 2 * at;
    }
    for (size_t left = MANY; left > 1; left--) {
        size_t other = (size_t)dice_below(&dice, left);
        int64_t kept[2];
        memcpy(kept, points[other], sizeof(kept));
        memcpy(points[other], points[left - 1], sizeof(kept));
        memcpy(points[left - 1], kept, sizeof(kept));
    }
    for (size_t at = 0; at < MANY; at++)
        (void)frontier_add(frontier, at, points[at]);
    size_t count;
    const struct member *members = frontier_members(frontier, &count);
    assert_true(frontier_cut(frontier));
    assert_true(count >= MEMBERS_MAX / 2 && count <= MEMBERS_MAX);
    size_t above = 0;
    for (size_t at = 0; at < MANY; at++)
        above += points[at][0] + points[at][1] >= (int64_t)members[count - 1].sum;
    assert_int_equal(above, count);
    frontier_close(frontier);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(efficient_by_definition),
        cmocka_unit_test(the_first_of_equals),
        cmocka_unit_test(more_than_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
