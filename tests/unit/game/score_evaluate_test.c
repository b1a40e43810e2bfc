#include "table.h"

static const int64_t days[] = {3};

static struct tree *evaluated(struct table *table, const char *by, struct text text,
                              const char *loose)
{
    struct clause_wish wish = {.key = clause(loose ? loose : "ceasefire"), .terms = days};
    struct assumption assumptions[2] = {{.instrument = text},
                                        {.clauses = &wish, .clause_count = 1}};
    size_t first = text.length > 0 ? 0 : 1;
    return score_evaluate(table->game, party(by), assumptions + first, (loose ? 2 : 1) - first,
                          table->arena);
}

static void nothing_assumed_changes_nothing(void **state)
{
    struct table table = table_open(*state);
    struct tree *answer = score_evaluate(table.game, party("ukr"), NULL, 0, *state);
    assert_int_equal(at(answer, "total")->number, at(answer, "today")->number);
    assert_int_equal(at(answer, "total")->number,
                     game_score(table.game, party("ukr"), *state).expected);
    assert_int_equal(at(answer, "formulas")->count, 0);
    assert_int_equal(at(answer, "clauses")->count, 0);
    game_close(table.game);
}

static void loose_clauses_count_as_settled(void **state)
{
    struct table table = table_open(*state);
    struct tree *answer = evaluated(&table, "ukr", TEXT(""), "ceasefire");
    int64_t sum = 0;
    const struct tree *items = at(answer, "items");
    for (size_t index = 0; index < items->count; index++)
        sum += at(items->members[index].value, "then")->number;
    assert_int_equal(at(answer, "total")->number, sum);
    assert_true(at(answer, "total")->number != at(answer, "today")->number);
    assert_string_equal(shown(*state, at(answer, "clauses/ceasefire")).at, "{binds:[ukr rus]}");
    assert_non_null(at(answer, "formulas/risk/then"));
    /* The question leaves no trace. */
    assert_shown(&table, "ukr", "settled", "{}");
    game_close(table.game);
}

static void a_clause_without_what_it_requires_is_named(void **state)
{
    struct table table = table_open(*state);
    struct tree *answer = evaluated(&table, "ukr", TEXT(""), "access");
    assert_string_equal(arena_copy(*state, at(answer, "clauses/access/requires")->text).at,
                        "Access needs a monitoring mechanism.");
    game_close(table.game);
}

static void a_text_is_assumed_by_those_who_see_it_alone(void **state)
{
    struct table table = table_open(*state);
    struct draft_clause drafted = {.key = clause("ceasefire"), .terms = days};
    struct draft draft = {.invited = set_of("ukr", "rus"), .clauses = &drafted, .clause_count = 1};
    drafts(&table, "ukr", "truce", "armistice", &draft);
    struct tree *text = evaluated(&table, "rus", TEXT("truce"), NULL);
    struct tree *loose = evaluated(&table, "rus", TEXT(""), "ceasefire");
    assert_int_equal(at(text, "total")->number, at(loose, "total")->number);
    assert_null(evaluated(&table, "fra", TEXT("truce"), NULL));
    assert_null(evaluated(&table, "rus", TEXT("no such text"), NULL));
    game_close(table.game);
}

static void formulas_of_others_are_not_compared(void **state)
{
    struct table table = table_open(*state);
    struct tree *answer = evaluated(&table, "fra", TEXT(""), "ceasefire");
    assert_null(at(answer, "formulas/war_ukr"));
    assert_null(at(answer, "formulas/seen_rus"));
    game_close(table.game);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(nothing_assumed_changes_nothing),
        PARIS_TEST(loose_clauses_count_as_settled),
        PARIS_TEST(a_clause_without_what_it_requires_is_named),
        PARIS_TEST(a_text_is_assumed_by_those_who_see_it_alone),
        PARIS_TEST(formulas_of_others_are_not_compared),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
