/* Three ways to compute the same rules must agree, failures included: naive.h, which walks the
 * syntax tree; compiled, one package at a time; and compiled, in a batch. Random seeds are fixed,
 * and what differs is told with its seed. */
#include "test.h"

#include "batch.h"
#include "checked.h"
#include "engine/show.h"
#include "random_state.h"

enum { PACKAGES = 200, STATES = 4, ROWS = PACKAGES / STATES };

static struct text show_number(struct arena *arena, bool failed, int64_t value)
{
    return failed ? TEXT("failure") : arena_print(arena, "%" PRId64, value);
}

/* A batch plan for every expression by itself, and the batch. */
struct batches {
    struct batch_plan *plan, *expected;
    struct batch *batch, *scores;
};

/* What is compared, in the order of the sums. */
struct items {
    const struct expression **expressions;
    enum per *pers;
    int64_t *keys;
    size_t count, capacity;
};

static void items_add(struct items *items, struct arena *arena, const struct expression *expression,
                      enum per per, int64_t key)
{
    if (items->count == items->capacity) {
        size_t count = items->count, more = count ? count * 2 : 16;
        items->expressions =
            arena_grow(arena, items->expressions, count, more, sizeof(*items->expressions));
        items->pers = arena_grow(arena, items->pers, count, more, sizeof(*items->pers));
        items->keys = arena_grow(arena, items->keys, count, more, sizeof(*items->keys));
        items->capacity = more;
    }
    items->expressions[items->count] = expression;
    items->pers[items->count] = per;
    items->keys[items->count++] = key;
}

static struct items items_of_scores(const struct scenario *scenario, struct arena *arena)
{
    struct items items = {0};
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct score *score = &scenario->scores[party];
        for (size_t item = 0; item < score->item_count; item++) {
            items_add(&items, arena, score->items[item].points, PER_PARTY, (int64_t)party);
            items_add(&items, arena, score->items[item].expected, PER_PARTY, (int64_t)party);
        }
        if (score->no_deal)
            items_add(&items, arena, score->no_deal, PER_PARTY, (int64_t)party);
    }
    for (size_t key = 0; key < scenario->key_count; key++)
        for (size_t at = 0; at < scenario->keys[key].requirement_count; at++)
            items_add(&items, arena, scenario->keys[key].requirements[at].that,
                      scenario->clause_types[scenario->keys[key].type].per,
                      scenario->keys[key].key);
    return items;
}

static struct batches batches_open(const struct state *state, const struct items *items)
{
    const struct scenario *scenario = state->scenario;
    uint32_t *keys = ARENA_ARRAY(state->arena, uint32_t, scenario->key_count);
    for (uint32_t key = 0; key < scenario->key_count; key++)
        keys[key] = key;
    struct batch_sum *sums = ARENA_ARRAY(state->arena, struct batch_sum, items->count);
    for (size_t index = 0; index < items->count; index++)
        sums[index] = (struct batch_sum){&items->expressions[index], 1};
    struct batches batches = {
        .plan = batch_plan_open(&(struct batch_request){.scenario = scenario,
                                                        .world = &state->world,
                                                        .keys = keys,
                                                        .key_count = scenario->key_count,
                                                        .sums = sums,
                                                        .sum_count = items->count}),
        .expected = batch_plan_expected(scenario, &state->world, keys, scenario->key_count)};
    batches.batch = batch_open(batches.plan);
    batches.scores = batch_open(batches.expected);
    return batches;
}

static void batches_close(struct batches *batches)
{
    batch_close(batches->batch);
    batch_close(batches->scores);
    batch_plan_close(batches->plan);
    batch_plan_close(batches->expected);
}

/* How much a test tried, so that one that tries nothing is seen. */
struct tally {
    size_t values, failures, met, unmet, different;
};

static void compare_text(struct tally *tally, uint64_t seed, size_t row, struct text source,
                         const char *how, struct text naive, struct text got)
{
    if (text_equal(naive, got))
        return;
    tally->different++;
    print_error("seed %" PRIu64 ", package %zu: %.*s: naive %.*s, %s %.*s\n", seed, row,
                TEXT_ARGUMENTS(source), TEXT_ARGUMENTS(naive), how, TEXT_ARGUMENTS(got));
}

static void compare_items(struct tally *tally, uint64_t seed, size_t row, struct naive_world *naive,
                          const struct world *world, const struct items *items,
                          const struct batches *batches)
{
    for (size_t index = 0; index < items->count; index++) {
        const struct expression *expression = items->expressions[index];
        struct text source = expression_source(expression);
        struct naive_value value =
            naive_run_for(naive, expression, items->pers[index], items->keys[index]);
        struct text shown = show_number(naive->arena, value.failed, value.number);
        struct result one = expression_run(expression, world, NULL);
        compare_text(tally, seed, row, source, "compiled", shown,
                     show_number(naive->arena, one.failed, one.value));
        compare_text(tally, seed, row, source, "batch", shown,
                     show_number(naive->arena, batch_failed(batches->batch, index)[row],
                                 batch_values(batches->batch, index)[row]));
        tally->values += !value.failed;
        tally->failures += value.failed;
    }
}

/* The sum of a party's expected points, one after the other. */
static struct text naive_expected(struct naive_world *naive, size_t party)
{
    const struct score *score = &naive->scenario->scores[party];
    int64_t sum = 0;
    for (size_t item = 0; item < score->item_count; item++) {
        struct naive_value value =
            naive_run_for(naive, score->items[item].expected, PER_PARTY, (int64_t)party);
        if (value.failed || !checked_add(sum, value.number, &sum))
            return TEXT("failure");
    }
    return show_number(naive->arena, false, sum);
}

static void compare_package(struct tally *tally, uint64_t seed, size_t row,
                            const struct state *state, const struct package *package,
                            const struct items *items, const struct batches *batches)
{
    const struct scenario *scenario = state->scenario;
    struct arena *arena = arena_open();
    struct naive_world naive = naive_copy(&state->naive, arena);
    struct world world = world_of(&naive, arena);
    naive_apply(&naive, package);
    package_apply(scenario, &world, package);
    compare_items(tally, seed, row, &naive, &world, items, batches);
    for (size_t party = 0; party < scenario->party_count; party++)
        compare_text(tally, seed, row, scenario->parties[party].id, "batch",
                     naive_expected(&naive, party),
                     show_number(arena, batch_failed(batches->scores, party)[row],
                                 batch_values(batches->scores, party)[row]));
    bool met = naive_requirements(&naive, package);
    struct sentences errors = {0};
    bool one = package_check(scenario, &world, package, arena, &errors);
    bool many = batch_values(batches->scores, scenario->party_count)[row] != 0;
    if (one != met || many != met)
        compare_text(tally, seed, row, TEXT("requires"), one != met ? "compiled" : "batch",
                     met ? TEXT("true") : TEXT("false"), met ? TEXT("false") : TEXT("true"));
    tally->met += met;
    tally->unmet += !met;
    arena_close(arena);
}

/* PACKAGES random packages, in the state in which a game begins and in others. */
static void compare_packages(struct tally *tally, const struct scenario *scenario, uint64_t seed)
{
    struct chooser chooser = {seed};
    for (int number = 0; number < STATES; number++) {
        struct arena *arena = arena_open();
        struct state state = state_open(scenario, arena, number > 0 ? &chooser : NULL);
        struct items items = items_of_scores(scenario, arena);
        struct batches batches = batches_open(&state, &items);
        struct package packages[ROWS] = {{NULL, 0}};
        for (size_t row = 1; row < ROWS; row++)
            packages[row] = random_package(&chooser, scenario, arena);
        for (size_t row = 0; row < ROWS; row++) {
            batch_put(batches.batch, row, &packages[row]);
            batch_put(batches.scores, row, &packages[row]);
        }
        batch_run(batches.batch, ROWS);
        batch_run(batches.scores, ROWS);
        for (size_t row = 0; row < ROWS; row++)
            compare_package(tally, seed, row, &state, &packages[row], &items, &batches);
        batches_close(&batches);
        arena_close(arena);
    }
}

static struct scenario *load(const char *folder)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    arena_close(diagnostics.arena);
    assert_non_null(scenario);
    return scenario;
}

static void check_folder(const char *folder)
{
    struct scenario *scenario = load(folder);
    struct tally tally = {0};
    compare_packages(&tally, scenario, 1);
    scenario_close(scenario);
    assert_int_equal(tally.different, 0);
    assert_true(tally.values > 0 && tally.met > 0 && tally.unmet > 0);
}

static void packages_of_paris(void **state)
{
    (void)state;
    check_folder(SOURCE_DIR "/rules/scenarios/paris");
}

static void packages_of_river(void **state)
{
    (void)state;
    check_folder(SOURCE_DIR "/rules/scenarios/river");
}

static void packages_of_the_scenario_with_every_key(void **state)
{
    (void)state;
    check_folder(SOURCE_DIR "/tests/scenarios/good/brook");
}

enum { SCENARIOS = 60 };

static void packages_of_random_scenarios(void **state)
{
    (void)state;
    struct tally tally = {0};
    for (uint64_t seed = 1; seed <= SCENARIOS; seed++) {
        struct scenario *scenario = random_scenario(seed);
        assert_non_null(scenario);
        compare_packages(&tally, scenario, seed);
        scenario_close(scenario);
    }
    print_message("%zu values, %zu failures, %zu met, %zu unmet\n", tally.values, tally.failures,
                  tally.met, tally.unmet);
    assert_int_equal(tally.different, 0);
    assert_true(tally.values > tally.failures && tally.failures > tally.values / 20);
    assert_true(tally.met > 0 && tally.unmet > 0);
}

enum { EXPRESSIONS = 4000, WORLDS = 4, EXPRESSION_ROWS = 8 };

/* An expression in a few states, and as part of a batch where it is no list. */
static void compare_expression(struct tally *tally, uint64_t seed, const struct state *states,
                               const struct expression *expression, enum per it)
{
    const struct scenario *scenario = states[0].scenario;
    struct text source = expression_source(expression);
    for (size_t at = 0; at < WORLDS; at++) {
        struct arena *arena = arena_open();
        struct naive_world naive = naive_copy(&states[at].naive, arena);
        struct naive_value value = naive_run_for(&naive, expression, it, 0);
        compare_text(tally, seed, at, source, "compiled", naive_show(&naive, value),
                     show_run(expression, scenario, &states[at].world, arena));
        tally->values += !value.failed;
        tally->failures += value.failed;
        arena_close(arena);
    }
    if (expression_is_list(expression) || expression_type(expression) == VALUE_STRING)
        return;
    struct chooser chooser = {seed};
    struct items items = {0};
    const struct state *state = &states[seed % WORLDS];
    items_add(&items, state->arena, expression, it, 0);
    struct batches batches = batches_open(state, &items);
    struct package packages[EXPRESSION_ROWS];
    for (size_t row = 0; row < EXPRESSION_ROWS; row++) {
        packages[row] = random_package(&chooser, scenario, state->arena);
        batch_put(batches.batch, row, &packages[row]);
    }
    batch_run(batches.batch, EXPRESSION_ROWS);
    for (size_t row = 0; row < EXPRESSION_ROWS; row++) {
        struct arena *arena = arena_open();
        struct naive_world naive = naive_copy(&state->naive, arena);
        struct world world = world_of(&naive, arena);
        naive_apply(&naive, &packages[row]);
        package_apply(scenario, &world, &packages[row]);
        compare_items(tally, seed, row, &naive, &world, &items, &batches);
        arena_close(arena);
    }
    batches_close(&batches);
}

/* One random expression; false where its macros, written out, are too long. */
static bool try_expression(struct tally *tally, uint64_t seed, const struct scenario *scenario,
                           const struct state *states, struct arena *arena)
{
    static const enum value_type types[] = {VALUE_INT, VALUE_BOOL, VALUE_STRING, VALUE_PARTY,
                                            VALUE_REGION};
    struct chooser chooser = {seed};
    enum value_type type = types[choose(&chooser, scenario->region_count > 0 ? 5 : 4)];
    bool list = choose_if(&chooser, 25);
    struct random_wish wish = {.scenario = scenario,
                               .arena = arena,
                               .context = CONTEXT_DRAFT | CONTEXT_INSTRUMENT,
                               .it = choose_if(&chooser, 50) ? PER_PARTY : PER_NONE,
                               .formula_count = scenario->formula_count,
                               .depth = 3 + (unsigned)choose(&chooser, 3)};
    const struct binding it = {.name = TEXT("it"), .type = VALUE_PARTY, .constant = true};
    const struct expression_request request = {.source =
                                                   random_expression(&chooser, &wish, type, list),
                                               .context = wish.context,
                                               .bindings = &it,
                                               .binding_count = wish.it == PER_PARTY,
                                               .type = type,
                                               .list = list};
    struct expression_fault fault;
    const struct expression *expression = expression_compile(scenario, arena, &request, &fault);
    if (!expression && (fault.too_long || request.source.length > 1 << 16))
        return false;
    if (!expression)
        fail_msg("seed %" PRIu64 ": %.*s: %.*s", seed, TEXT_ARGUMENTS(request.source),
                 TEXT_ARGUMENTS(fault.message));
    compare_expression(tally, seed, states, expression, wish.it);
    return true;
}

static void random_expressions_of(const struct scenario *scenario, uint64_t first, uint64_t count)
{
    struct tally tally = {0};
    struct chooser chooser = {first};
    struct arena *arena = arena_open();
    struct state states[WORLDS];
    for (size_t at = 0; at < WORLDS; at++)
        states[at] = state_open(scenario, arena, &chooser);
    uint64_t tried = 0;
    for (uint64_t seed = first; seed < first + count; seed++)
        tried += try_expression(&tally, seed, scenario, states, arena);
    arena_close(arena);
    print_message("%zu values, %zu failures of %zu\n", tally.values, tally.failures, (size_t)tried);
    assert_int_equal(tally.different, 0);
    assert_true(tried > count / 2);
    assert_true(tally.values > tally.failures && tally.failures > tally.values / 20);
}

static void random_expressions(void **state)
{
    (void)state;
    static const char *const folders[] = {SOURCE_DIR "/tests/scenarios/good/brook",
                                          SOURCE_DIR "/rules/scenarios/paris"};
    for (size_t index = 0; index < 2; index++) {
        struct scenario *scenario = load(folders[index]);
        random_expressions_of(scenario, 1 + index * EXPRESSIONS, EXPRESSIONS / 4);
        scenario_close(scenario);
    }
    struct scenario *scenario = random_scenario(7);
    random_expressions_of(scenario, 1 + 2 * EXPRESSIONS, EXPRESSIONS);
    scenario_close(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packages_of_paris),
        cmocka_unit_test(packages_of_river),
        cmocka_unit_test(packages_of_the_scenario_with_every_key),
        cmocka_unit_test(packages_of_random_scenarios),
        cmocka_unit_test(random_expressions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
