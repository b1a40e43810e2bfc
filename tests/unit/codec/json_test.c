#include "test.h"

#include "codec.h"

#include <string.h>

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

/* What was read is written the same; so the reader and the writer hold each other. */
static void assert_same(struct arena *arena, const char *json)
{
    struct text why;
    uint32_t line, column;
    struct tree *tree = json_read(arena, text_of(json), &why, &line, &column);
    assert_non_null(tree);
    struct text written = json_write(arena, tree);
    assert_string_equal(written.at, json);
    assert_int_equal(written.length, strlen(json));
}

static void assert_refused(struct arena *arena, struct text json, uint32_t line, uint32_t column,
                           const char *word)
{
    struct text why = TEXT("");
    uint32_t at_line = 0, at_column = 0;
    assert_null(json_read(arena, json, &why, &at_line, &at_column));
    if (line > 0)
        assert_int_equal(at_line, line);
    if (column > 0)
        assert_int_equal(at_column, column);
    assert_non_null(strstr(arena_copy(arena, why).at, word));
}

static void plain_data_comes_back_as_it_was(void **state)
{
    assert_same(*state, "{}");
    assert_same(*state, "[]");
    assert_same(*state, "null");
    assert_same(*state, "{\"b\":[1,-2,true,false,null,\"x\"],\"a\":{\"c\":{}}}");
    assert_same(*state, "[9223372036854775807,-9223372036854775808]");
    assert_same(*state, "\"e and . and { stay 1.5 text\"");
    assert_same(*state, "[true,false]");
}

static void text_is_escaped_as_little_as_may_be(void **state)
{
    assert_same(*state, "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\"");
    assert_same(*state, "\"Türkiye – мир – 🕊/\"");
    struct text why;
    uint32_t line, column;
    struct tree *tree =
        json_read(*state, TEXT("\"\\u00e9\\ud83d\\udd4a\\/\""), &why, &line, &column);
    assert_text(tree->text, "é🕊/");
}

static void keys_keep_their_order(void **state)
{
    struct text why;
    uint32_t line, column;
    struct tree *tree =
        json_read(*state, TEXT("{\"z\":1,\"a\":2,\"m\":3,\"b\":4}"), &why, &line, &column);
    assert_text(tree->members[0].key, "z");
    assert_text(tree->members[3].key, "b");
}

static void what_is_not_strict_is_refused_with_its_place(void **state)
{
    assert_refused(*state, TEXT(""), 1, 0, "JSON");
    assert_refused(*state, TEXT("{\"a\":1,\"a\":2}"), 1, 0, "duplicate");
    assert_refused(*state, TEXT("[1,\n 2.5]"), 2, 3, "whole numbers");
    assert_refused(*state, TEXT("[1e3]"), 1, 3, "whole numbers");
    assert_refused(*state, TEXT("[9223372036854775808]"), 1, 0, "integer");
    assert_refused(*state, TEXT("[1] x"), 1, 0, "JSON");
    assert_refused(*state, TEXT("[1,]"), 1, 0, "JSON");
    assert_refused(*state, TEXT("// no\n[]"), 1, 0, "JSON");
    assert_refused(*state, TEXT("\xef\xbb\xbf[]"), 1, 0, "JSON");
    assert_refused(*state, TEXT("\"\xff\""), 1, 0, "decode");
    assert_refused(*state, TEXT("\"\\ud800\""), 1, 0, "Unicode");
    assert_refused(*state, TEXT("\"\\u0000\""), 1, 0, "u0000");
    assert_refused(*state, TEXT("[\"a\nb\"]"), 1, 0, "JSON");
    assert_refused(*state, ((struct text){"[1,\0]", 5}), 1, 0, "JSON");
}

/* A client's message with such a number is read, so that its parameter can be named. */
static void a_number_that_cannot_be_held_stands_in_a_call(void **state)
{
    struct text why;
    uint32_t line, column;
    struct tree *tree = json_read_call(
        *state,
        TEXT("[2.5, -0.5e-3,1E3,9223372036854775808,-9223372036854775808,9223372036854775807,"
             "-9223372036854775809, \"2.5\", 0]"),
        &why, &line, &column);
    assert_non_null(tree);
    static const enum tree_kind kinds[] = {TREE_UNHELD, TREE_UNHELD, TREE_UNHELD,
                                           TREE_UNHELD, TREE_INT,    TREE_INT,
                                           TREE_UNHELD, TREE_TEXT,   TREE_INT};
    assert_int_equal(tree->count, 9);
    for (size_t index = 0; index < tree->count; index++)
        assert_int_equal(tree->members[index].value->kind, kinds[index]);
    assert_true(tree->members[4].value->number == INT64_MIN);
    assert_true(tree->members[5].value->number == INT64_MAX);
    static const char *const bad[] = {"[2.]",    "[.5]", "[1e]",    "[01]",
                                      "[1.5.5]", "[-]",  "[1 2.5]", "[2.5x]"};
    for (size_t index = 0; index < sizeof bad / sizeof *bad; index++)
        assert_null(json_read_call(*state, text_of(bad[index]), &why, &line, &column));
}

static struct text nested(struct arena *arena, size_t depth)
{
    char *json = arena_take(arena, 2 * depth + 1);
    memset(json, '[', depth);
    memset(json + depth, ']', depth);
    return (struct text){json, 2 * depth};
}

static void depth_has_a_limit(void **state)
{
    struct text why;
    uint32_t line, column;
    assert_non_null(json_read(*state, nested(*state, 64), &why, &line, &column));
    assert_refused(*state, nested(*state, 65), 1, 65, "nested");
    assert_refused(*state, nested(*state, 100000), 1, 65, "nested");
}

static void words_are_utf8_whatever_they_quote(void **state)
{
    struct text why = TEXT("");
    uint32_t line, column;
    assert_null(json_read(*state, TEXT("\n\"\\\xd9\xac"), &why, &line, &column));
    assert_true(why.length > 0 && text_is_utf8(why));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plain_data_comes_back_as_it_was, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(text_is_escaped_as_little_as_may_be, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(keys_keep_their_order, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_is_not_strict_is_refused_with_its_place, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(a_number_that_cannot_be_held_stands_in_a_call, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(words_are_utf8_whatever_they_quote, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(depth_has_a_limit, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
