#include "test.h"

#include "random.h"
#include "tree.h"

static int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static struct tree *pair(struct arena *arena, struct text key, struct tree *value)
{
    struct tree *object = tree_object(arena);
    tree_set(arena, object, key, value);
    return object;
}

static void equality_ignores_the_order_of_keys_alone(void **state)
{
    struct arena *arena = *state;
    struct tree *left = tree_object(arena);
    struct tree *right = tree_object(arena);
    tree_set_int(arena, left, TEXT("a"), 1);
    tree_set_int(arena, left, TEXT("b"), 2);
    tree_set_int(arena, right, TEXT("b"), 2);
    tree_set_int(arena, right, TEXT("a"), 1);
    assert_true(tree_equal(left, right));
    tree_set_int(arena, right, TEXT("a"), 3);
    assert_false(tree_equal(left, right));
    assert_false(tree_equal(tree_int(arena, 1), tree_bool(arena, true)));
}

static void patch_says_only_what_differs(void **state)
{
    struct arena *arena = *state;
    struct tree *before = tree_object(arena);
    struct tree *after = tree_object(arena);
    tree_set_int(arena, before, TEXT("same"), 1);
    tree_set_int(arena, after, TEXT("same"), 1);
    tree_set_int(arena, before, TEXT("gone"), 1);
    tree_set(arena, before, TEXT("deep"), pair(arena, TEXT("x"), tree_int(arena, 1)));
    tree_set(arena, after, TEXT("deep"), pair(arena, TEXT("x"), tree_int(arena, 2)));
    struct tree *patch = tree_diff(arena, before, after);
    assert_int_equal(patch->count, 2);
    assert_int_equal(tree_get(patch, TEXT("gone"))->kind, TREE_NULL);
    assert_int_equal(tree_get(tree_get(patch, TEXT("deep")), TEXT("x"))->number, 2);
    assert_null(tree_diff(arena, after, after));
}

static void merge_of_the_difference_is_the_new_tree(void **state)
{
    struct arena *arena = *state;
    struct tree *before =
        pair(arena, TEXT("a"), pair(arena, TEXT("b"), tree_text(arena, TEXT("x"))));
    struct tree *after = pair(arena, TEXT("a"), tree_list(arena));
    tree_append(arena, tree_get(after, TEXT("a")), tree_int(arena, 1));
    tree_set(arena, after, TEXT("c"), pair(arena, TEXT("d"), tree_bool(arena, false)));
    assert_true(tree_equal(tree_merge(arena, before, tree_diff(arena, before, after)), after));
    assert_true(tree_equal(tree_merge(arena, after, tree_diff(arena, after, before)), before));
}

enum { PAIRS = 2000, KEYS = 8 };

/* Some of eight keys, in an order by chance, with one of three values each. */
static struct tree *random_object(struct arena *arena, uint64_t number)
{
    struct tree *object = tree_object(arena);
    for (uint64_t at = 0; at < KEYS; at++) {
        struct seed seed = {number, at};
        struct text key =
            arena_print(arena, "k%d", (int)random_between(seed, TEXT("key"), 1, KEYS));
        int value = (int)random_between(seed, TEXT("value"), 0, 2);
        tree_set(arena, object, key,
                 value ? tree_int(arena, value)
                       : pair(arena, TEXT("n"), tree_int(arena, random_between(seed, key, 0, 1))));
    }
    return object;
}

static void differences_do_not_hang_on_the_order_of_keys(void **state)
{
    struct arena *arena = *state;
    for (uint64_t number = 0; number < PAIRS; number++, arena_reset(arena)) {
        const struct tree *before = random_object(arena, number);
        const struct tree *after = random_object(arena, number + 1);
        struct tree *patch = tree_diff(arena, before, after);
        if ((patch == NULL) != tree_equal(before, after) ||
            (patch && !tree_equal(tree_merge(arena, before, patch), after)))
            fail_msg("the difference of objects %d and %d", (int)number, (int)number + 1);
    }
}

/* Cases of RFC 7396's appendix A. */
static void merge_follows_the_rfc(void **state)
{
    struct arena *arena = *state;
    struct tree *target = pair(arena, TEXT("a"), tree_text(arena, TEXT("b")));
    assert_int_equal(tree_merge(arena, target, pair(arena, TEXT("a"), tree_null(arena)))->count, 0);
    struct tree *list = tree_list(arena);
    assert_int_equal(tree_merge(arena, target, list)->kind, TREE_LIST);
    struct tree *nested =
        pair(arena, TEXT("a"), pair(arena, TEXT("bb"), pair(arena, TEXT("ccc"), tree_null(arena))));
    struct tree *merged = tree_merge(arena, tree_object(arena), nested);
    assert_int_equal(tree_get(tree_get(merged, TEXT("a")), TEXT("bb"))->count, 0);
}

static void copies_outlive_what_they_were_made_from(void **state)
{
    struct arena *arena = *state;
    struct arena *other = arena_open();
    struct tree *copy = tree_copy(arena, pair(other, arena_print(other, "key"),
                                              tree_text(other, arena_print(other, "value"))));
    arena_close(other);
    struct text value;
    assert_true(tree_get_text(copy, TEXT("key"), &value));
    assert_text(value, "value");
}

static void reads_are_typed(void **state)
{
    struct arena *arena = *state;
    struct tree *object = pair(arena, TEXT("n"), tree_int(arena, 4));
    int64_t number = 0;
    bool flag = true;
    assert_true(tree_get_int(object, TEXT("n"), &number));
    assert_false(tree_get_bool(object, TEXT("n"), &flag));
    assert_false(tree_get_int(object, TEXT("missing"), &number));
    assert_null(tree_get(NULL, TEXT("n")));
}

static void what_is_added_is_there_in_its_order(void **state)
{
    struct arena *arena = *state;
    struct tree *tree = tree_object(arena);
    const uint64_t numbers[] = {0, 9, 10, 1234567890, UINT64_MAX};
    for (size_t index = 0; index < 5; index++)
        tree_add(arena, tree, arena_number(arena, numbers[index]), tree_int(arena, (int64_t)index));
    assert_int_equal(tree->count, 5);
    assert_text(tree->members[0].key, "0");
    assert_text(tree->members[1].key, "9");
    assert_text(tree->members[2].key, "10");
    assert_text(tree->members[3].key, "1234567890");
    assert_text(tree->members[4].key, "18446744073709551615");
    int64_t number = 0;
    assert_true(tree_get_int(tree, TEXT("10"), &number));
    assert_int_equal(number, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(equality_ignores_the_order_of_keys_alone, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(patch_says_only_what_differs, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(merge_of_the_difference_is_the_new_tree, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(differences_do_not_hang_on_the_order_of_keys, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(merge_follows_the_rfc, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(copies_outlive_what_they_were_made_from, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(reads_are_typed, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_is_added_is_there_in_its_order, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
