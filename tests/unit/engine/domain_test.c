#include "scenario.h"
#include "test.h"

#include <stdlib.h>

struct fixture {
    struct arena *arena;
    struct scenario *scenario;
};

static int open_brook(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    assert_non_null(fixture);
    fixture->arena = arena_open();
    struct diagnostics diagnostics = {.arena = fixture->arena};
    fixture->scenario = scenario_load(SOURCE_DIR "/tests/scenarios/good/brook", &diagnostics);
    assert_non_null(fixture->scenario);
    *state = fixture;
    return 0;
}

static int close_brook(void **state)
{
    struct fixture *fixture = *state;
    scenario_close(fixture->scenario);
    arena_close(fixture->arena);
    free(fixture);
    return 0;
}

static const struct domain *term(const struct fixture *fixture, const char *type, size_t index)
{
    int found = scenario_clause_type(fixture->scenario, text_of(type));
    return &fixture->scenario->clause_types[found].terms[index].domain;
}

/* Reads a value, writes it, and compares. */
static void assert_round(const struct fixture *fixture, const struct domain *domain,
                         const struct tree *tree)
{
    int64_t value;
    assert_null(domain_from_tree(fixture->scenario, domain, tree, &value, fixture->arena));
    assert_true(tree_equal(domain_to_tree(fixture->scenario, domain, value, fixture->arena), tree));
}

static void assert_refused(const struct fixture *fixture, const struct domain *domain,
                           const struct tree *tree, const char *expected)
{
    int64_t value;
    const char *why = domain_from_tree(fixture->scenario, domain, tree, &value, fixture->arena);
    assert_non_null(why);
    assert_string_equal(why, expected);
}

static void a_number_has_bounds_and_steps(void **state)
{
    const struct fixture *fixture = *state;
    const struct domain *size = term(fixture, "troops", 0), *days = term(fixture, "ceasefire", 0);
    assert_round(fixture, size, tree_int(fixture->arena, 500));
    assert_round(fixture, size, tree_int(fixture->arena, 5000));
    static const char steps[] = "This goes from 500 to 5000 in steps of 500; ";
    assert_refused(fixture, size, tree_int(fixture->arena, 0),
                   arena_print(fixture->arena, "%s0 is not one of them.", steps).at);
    assert_refused(fixture, size, tree_int(fixture->arena, 5500),
                   arena_print(fixture->arena, "%s5500 is not one of them.", steps).at);
    assert_refused(fixture, size, tree_int(fixture->arena, 501),
                   arena_print(fixture->arena, "%s501 is not one of them.", steps).at);
    assert_refused(fixture, days, tree_int(fixture->arena, 31),
                   "This goes from 1 to 30; it is 31.");
    assert_refused(fixture, days, tree_int(fixture->arena, INT64_MIN),
                   "This goes from 1 to 30; it is -9223372036854775808.");
    assert_refused(fixture, days, tree_text(fixture->arena, TEXT("3")),
                   "This must be of type int: a whole number.");
}

static void a_choice_is_one_of_those_there_are(void **state)
{
    const struct fixture *fixture = *state;
    const struct domain *regime = term(fixture, "status", 0), *guard = term(fixture, "status", 1);
    const struct domain *open = term(fixture, "status", 2), *base = term(fixture, "status", 3);
    assert_round(fixture, regime, tree_text(fixture->arena, TEXT("ceded")));
    assert_round(fixture, guard, tree_text(fixture->arena, TEXT("sou")));
    assert_round(fixture, open, tree_bool(fixture->arena, true));
    assert_round(fixture, base, tree_text(fixture->arena, TEXT("hills")));
    assert_refused(fixture, regime, tree_text(fixture->arena, TEXT("cedet")),
                   "'cedet' is none of disputed, ceded; perhaps you mean 'ceded'.");
    assert_refused(fixture, regime, tree_int(fixture->arena, 1),
                   "This must be of type option: the id of one.");
    assert_refused(fixture, guard, tree_text(fixture->arena, TEXT("med")),
                   "'med' is none of nor, sou.");
    assert_refused(fixture, open, tree_int(fixture->arena, 1),
                   "This must be of type bool: true or false.");
}

static void a_set_of_parties_names_each_once(void **state)
{
    const struct fixture *fixture = *state;
    const struct domain *watchers = term(fixture, "ceasefire", 1);
    struct tree *list = tree_list(fixture->arena);
    assert_round(fixture, watchers, list);
    tree_append(fixture->arena, list, tree_text(fixture->arena, TEXT("nor")));
    tree_append(fixture->arena, list, tree_text(fixture->arena, TEXT("sou")));
    assert_round(fixture, watchers, list);
    tree_append(fixture->arena, list, tree_text(fixture->arena, TEXT("nor")));
    assert_refused(fixture, watchers, list, "'nor' is named twice.");
    assert_refused(fixture, watchers, tree_text(fixture->arena, TEXT("nor")),
                   "This must be of type parties: a list of their ids.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_number_has_bounds_and_steps, open_brook, close_brook),
        cmocka_unit_test_setup_teardown(a_choice_is_one_of_those_there_are, open_brook,
                                        close_brook),
        cmocka_unit_test_setup_teardown(a_set_of_parties_names_each_once, open_brook, close_brook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
