/* What a bot says in words: articles with their terms filled in, in a message that can be sent. */
#include "../game/kit.h"

#include "state.h"
#include "words.h"

static int harbour_open(void **state)
{
    (void)state;
    return rules_open(SOURCE_DIR "/tests/scenarios/good/harbour");
}

static struct mind speaker(struct arena *arena)
{
    return (struct mind){.arena = arena, .scenario = rules};
}

static struct text dues(struct arena *arena, const char *payers)
{
    struct mind mind = speaker(arena);
    int64_t *terms = ARENA_ARRAY(arena, int64_t, 2);
    terms[0] = 15;
    terms[1] = (int64_t)parties(payers);
    struct clause_wish clause = {key_of("dues"), terms};
    return words_of(&mind, &clause, 1);
}

static void a_set_of_parties_is_named(void **state)
{
    const char *ald = rules->parties[party("ald")].short_name.at;
    const char *bor = rules->parties[party("bor")].short_name.at;
    const char *cor = rules->parties[party("cor")].short_name.at;
    struct arena *arena = *state;
    assert_string_equal(dues(arena, "bor").at, arena_print(arena, "%s pay 15 a ship.", bor).at);
    assert_string_equal(dues(arena, "ald cor").at,
                        arena_print(arena, "%s and %s pay 15 a ship.", ald, cor).at);
    assert_string_equal(dues(arena, "ald bor cor").at,
                        arena_print(arena, "%s, %s and %s pay 15 a ship.", ald, bor, cor).at);
    assert_string_equal(dues(arena, "").at, "nobody pay 15 a ship.");
}

static void what_is_too_long_for_a_message_is_cut_where_a_character_ends(void **state)
{
    struct arena *arena = *state;
    struct text words = TEXT("\xc3\xa9");
    while (words.length < 3 * MESSAGE_CHARACTERS_MAX)
        words = arena_print(arena, "%.*s%.*s", TEXT_ARGUMENTS(words), TEXT_ARGUMENTS(words));
    struct text fits = words_fit(arena, words);
    assert_int_equal(text_count_characters(fits), MESSAGE_CHARACTERS_MAX);
    assert_true(text_is_utf8(fits));
    assert_memory_equal(fits.at + fits.length - 3, "\xe2\x80\xa6", 3);
    struct text whole = {words.at, 2 * MESSAGE_CHARACTERS_MAX};
    assert_true(text_equal(words_fit(arena, whole), whole));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_set_of_parties_is_named),
        ARENA_TEST(what_is_too_long_for_a_message_is_cut_where_a_character_ends),
    };
    return cmocka_run_group_tests(tests, harbour_open, rules_close);
}
