#include "test.h"

static void utf8_takes_only_well_formed_text(void **state)
{
    (void)state;
    static const struct text good[] = {TEXT(""),
                                       TEXT("abc"),
                                       TEXT("\xc3\xa9"),
                                       TEXT("\xe2\x82\xac"),
                                       TEXT("\xf0\x9f\x95\x8a"),
                                       TEXT("\xf4\x8f\xbf\xbf")};
    static const struct text bad[] = {TEXT("\x80"),         TEXT("\xc3"),
                                      TEXT("\xc0\xaf"),     TEXT("\xe0\x80\xaf"),
                                      TEXT("\xed\xa0\x80"), TEXT("\xf5\x80\x80\x80"),
                                      TEXT("\xff"),         TEXT("\xf4\x90\x80\x80"),
                                      TEXT("a\0b"),         TEXT("\xe2\x82")};
    for (size_t index = 0; index < sizeof(good) / sizeof(good[0]); index++)
        assert_true(text_is_utf8(good[index]));
    for (size_t index = 0; index < sizeof(bad) / sizeof(bad[0]); index++)
        assert_false(text_is_utf8(bad[index]));
}

static void characters_are_counted_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(text_count_characters(TEXT("T\xc3\xbcrkiye")), 7);
}

static void order_is_bytewise_and_shorter_first(void **state)
{
    (void)state;
    assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
    assert_true(text_compare(TEXT("ab"), TEXT("a")) > 0);
    assert_int_equal(text_compare(TEXT("ab"), TEXT("ab")), 0);
    assert_true(text_compare(TEXT("Z"), TEXT("a")) < 0);
}

static void integers_are_whole_and_within_64_bits(void **state)
{
    (void)state;
    int64_t value = 0;
    assert_true(text_to_int(TEXT("-9223372036854775808"), &value));
    assert_int_equal(value, INT64_MIN);
    assert_true(text_to_int(TEXT("9223372036854775807"), &value));
    assert_int_equal(value, INT64_MAX);
    static const struct text bad[] = {TEXT(""),   TEXT("-"),  TEXT("1.0"),
                                      TEXT("+1"), TEXT(" 1"), TEXT("9223372036854775808"),
                                      TEXT("1e3")};
    for (size_t index = 0; index < sizeof(bad) / sizeof(bad[0]); index++)
        assert_false(text_to_int(bad[index], &value));
}

static void nearest_is_found_only_where_it_may_be_meant(void **state)
{
    (void)state;
    static const struct text names[] = {TEXT("ceasefire"), TEXT("troops"), TEXT("status")};
    assert_int_equal(text_nearest(TEXT("ceasfire"), names, 3), 0);
    assert_int_equal(text_nearest(TEXT("troop"), names, 3), 1);
    assert_int_equal(text_nearest(TEXT("zzzz"), names, 3), -1);
    assert_int_equal(text_nearest(TEXT("statsu"), names, 3), 2);
    static const struct text parties[] = {TEXT("ukr"), TEXT("rus")};
    assert_int_equal(text_nearest(TEXT("rsu"), parties, 2),
                     1); /* two neighbours swapped: one slip */
    assert_int_equal(text_nearest(TEXT("rus"), parties, 2), 1);
    assert_int_equal(text_nearest(TEXT("RUS"), parties, 2), 1);
    /* Half a word is meant, where no other is nearer. */
    static const struct text keys[] = {TEXT("seen_by"), TEXT("seed"), TEXT("revealed")};
    assert_int_equal(text_nearest(TEXT("seen"), keys, 1), 0);
    assert_int_equal(text_nearest(TEXT("seen"), keys, 3), 1);
    assert_int_equal(text_nearest(TEXT("reveal"), keys, 3), 2);
    assert_int_equal(text_nearest(TEXT("se"), keys, 1), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_takes_only_well_formed_text),
        cmocka_unit_test(characters_are_counted_not_bytes),
        cmocka_unit_test(order_is_bytewise_and_shorter_first),
        cmocka_unit_test(integers_are_whole_and_within_64_bits),
        cmocka_unit_test(nearest_is_found_only_where_it_may_be_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
