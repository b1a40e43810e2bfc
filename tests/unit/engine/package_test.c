#include "package.h"
#include "test.h"

#include <stdlib.h>

struct fixture {
    struct arena *arena;
    struct scenario *scenario;
    struct world world;
    struct sentences errors;
};

static int open_brook(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    assert_non_null(fixture);
    fixture->arena = arena_open();
    struct diagnostics diagnostics = {.arena = fixture->arena};
    fixture->scenario = scenario_load(SOURCE_DIR "/tests/scenarios/good/brook", &diagnostics);
    assert_non_null(fixture->scenario);
    fixture->world = world_open(fixture->scenario, fixture->arena);
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

/* {key: {term: number}} added to a package. */
static void add(struct fixture *fixture, struct tree *package, struct text key, struct text term,
                int64_t number)
{
    struct tree *terms = tree_get(package, key);
    if (!terms) {
        terms = tree_object(fixture->arena);
        tree_set(fixture->arena, package, key, terms);
    }
    if (term.length > 0)
        tree_set_int(fixture->arena, terms, term, number);
}

static struct package read_good(struct fixture *fixture, const struct tree *tree)
{
    struct package package;
    assert_true(package_read(fixture->scenario, tree, fixture->arena, &package, &fixture->errors));
    return package;
}

static bool truth(const struct fixture *fixture, struct text source)
{
    struct expression_request request = {.source = source, .type = VALUE_BOOL};
    struct expression_fault fault;
    const struct expression *expression =
        expression_compile(fixture->scenario, fixture->arena, &request, &fault);
    assert_non_null(expression);
    struct result result = expression_run(expression, &fixture->world, NULL);
    assert_false(result.failed);
    return result.value != 0;
}

static void the_empty_package_changes_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct package package = read_good(fixture, tree_object(fixture->arena));
    package_apply(fixture->scenario, &fixture->world, &package);
    assert_true(package_check(fixture->scenario, &fixture->world, &package, fixture->arena,
                              &fixture->errors));
    assert_true(truth(fixture, TEXT("!ceasefire.in_force && calm == 60")));
}

static void its_clauses_count_as_settled(void **state)
{
    struct fixture *fixture = *state;
    struct tree *tree = tree_object(fixture->arena);
    add(fixture, tree, TEXT("ceasefire"), TEXT("days"), 3);
    tree_set(fixture->arena, tree_get(tree, TEXT("ceasefire")), TEXT("watchers"),
             tree_list(fixture->arena));
    add(fixture, tree, TEXT("sou.troops"), TEXT("size"), 1500);
    struct package package = read_good(fixture, tree);
    package_apply(fixture->scenario, &fixture->world, &package);
    assert_true(package_check(fixture->scenario, &fixture->world, &package, fixture->arena,
                              &fixture->errors));
    assert_true(truth(fixture, TEXT("ceasefire.in_force && ceasefire.days == 3")));
    assert_true(truth(fixture, TEXT("sou.troops.size == 1500 && nor.troops.size == 0")));
    assert_true(truth(fixture, TEXT("sou.steps == 3 && !nor.troops.in_force")));
    assert_true(truth(fixture, TEXT("sou.bound_by(troops) && !nor.bound_by(troops)")));
    assert_true(truth(fixture, TEXT("nor.bound_by(ceasefire) && !med.bound_by(ceasefire)")));
    assert_true(truth(fixture, TEXT("!accord.in_force")));
}

static void requires_apply_within_it(void **state)
{
    struct fixture *fixture = *state;
    struct tree *tree = tree_object(fixture->arena);
    add(fixture, tree, TEXT("sou.troops"), TEXT("size"), 1500);
    struct package package = read_good(fixture, tree);
    package_apply(fixture->scenario, &fixture->world, &package);
    assert_false(package_check(fixture->scenario, &fixture->world, &package, fixture->arena,
                               &fixture->errors));
    assert_int_equal(fixture->errors.count, 1);
    assert_text(fixture->errors.items[0], "sou.troops: Troops need a ceasefire.");
}

static void it_replaces_what_is_settled_for_its_keys(void **state)
{
    struct fixture *fixture = *state;
    struct tree *tree = tree_object(fixture->arena);
    add(fixture, tree, TEXT("nor.troops"), TEXT("size"), 500);
    struct package first = read_good(fixture, tree);
    package_apply(fixture->scenario, &fixture->world, &first);
    tree = tree_object(fixture->arena);
    add(fixture, tree, TEXT("nor.troops"), TEXT("size"), 5000);
    struct package second = read_good(fixture, tree);
    package_apply(fixture->scenario, &fixture->world, &second);
    assert_true(truth(fixture, TEXT("nor.steps == 10")));
}

/* Whom a clause binds may hang on a formula of the same package. */
static void bindings_read_formulas(void **state)
{
    struct fixture *fixture = *state;
    struct expression_request request = {
        .source = TEXT("sou.steps > 2 ? [sou, med] : [sou]"), .type = VALUE_PARTY, .list = true};
    struct expression_fault fault;
    int key = scenario_key(fixture->scenario, TEXT("sou.troops"));
    struct clause_key *troops = (struct clause_key *)(uintptr_t)&fixture->scenario->keys[key];
    troops->binds = expression_compile(fixture->scenario, fixture->arena, &request, &fault);
    assert_non_null(troops->binds);
    struct tree *tree = tree_object(fixture->arena);
    add(fixture, tree, TEXT("sou.troops"), TEXT("size"), 1000);
    struct package package = read_good(fixture, tree);
    package_apply(fixture->scenario, &fixture->world, &package);
    assert_true(truth(fixture, TEXT("sou.bound_by(troops) && !med.bound_by(troops)")));
    add(fixture, tree, TEXT("sou.troops"), TEXT("size"), 1500);
    package = read_good(fixture, tree);
    package_apply(fixture->scenario, &fixture->world, &package);
    assert_true(truth(fixture, TEXT("sou.bound_by(troops) && med.bound_by(troops)")));
}

static void all_that_is_wrong_is_told(void **state)
{
    struct fixture *fixture = *state;
    struct tree *tree = tree_object(fixture->arena);
    add(fixture, tree, TEXT("peace"), TEXT(""), 0);
    add(fixture, tree, TEXT("nor.trops"), TEXT("size"), 500);
    add(fixture, tree, TEXT("sou.troops"), TEXT("size"), 700);
    add(fixture, tree, TEXT("ceasefire"), TEXT("day"), 3);
    tree_set_int(fixture->arena, tree, TEXT("delta.status"), 1);
    struct package package;
    assert_false(package_read(fixture->scenario, tree, fixture->arena, &package, &fixture->errors));
    static const char *const expected[] = {
        "peace: There is no such clause.",
        "nor.trops: There is no such clause; perhaps you mean 'nor.troops'.",
        "sou.troops.size: This goes from 500 to 5000 in steps of 500; 700 is not one of them.",
        "ceasefire.day: There is no such term; perhaps you mean 'days'.",
        "ceasefire.days: This term is missing: a clause has every term.",
        "ceasefire.watchers: This term is missing: a clause has every term.",
        "delta.status: The terms must be an object, { … }.",
    };
    assert_int_equal(fixture->errors.count, sizeof(expected) / sizeof(*expected));
    for (size_t index = 0; index < fixture->errors.count; index++)
        assert_string_equal(fixture->errors.items[index].at, expected[index]);
    assert_false(package_read(fixture->scenario, tree_list(fixture->arena), fixture->arena,
                              &package, &fixture->errors));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_brook, close_brook)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_empty_package_changes_nothing),
        TEST(its_clauses_count_as_settled),
        TEST(requires_apply_within_it),
        TEST(it_replaces_what_is_settled_for_its_keys),
        TEST(bindings_read_formulas),
        TEST(all_that_is_wrong_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
