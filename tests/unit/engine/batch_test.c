#include "batch.h"
#include "paris.h"

#include <inttypes.h>

/* A scenario in C: one clause, `deal`, with the ints a and b, whose domain each test chooses, and
 * the set of parties s. */
enum { SLOT_A = 5, SLOT_B, SLOT_S, SLOT_COUNT = 12, PARTY_COUNT = 3 };

struct deal {
    struct scenario scenario;
    struct party parties[PARTY_COUNT];
    struct term terms[3];
    struct clause_type type;
    struct clause_key key;
    struct world world;
};

struct ends {
    int64_t low, high;
};

static struct term number_term(struct text id, struct ends ends, int64_t start)
{
    return (struct term){
        .id = id,
        .domain = {.hold = HOLD_INT, .bounded = true, .min = ends.low, .max = ends.high, .step = 1},
        .start = start};
}

/* Without the clause a is the least it can be, b the most. */
static struct deal *deal_open(struct arena *arena, struct ends a, struct ends b)
{
    struct deal *deal = ARENA_NEW(arena, struct deal);
    deal->parties[0].id = TEXT("nor");
    deal->parties[1].id = TEXT("sou");
    deal->parties[2].id = TEXT("med");
    deal->terms[0] = number_term(TEXT("a"), a, a.low);
    deal->terms[1] = number_term(TEXT("b"), b, b.high);
    deal->terms[2] =
        (struct term){.id = TEXT("s"), .domain = {.hold = HOLD_PARTIES, .of_parties = 7}};
    deal->type = (struct clause_type){.id = TEXT("deal"),
                                      .terms = deal->terms,
                                      .term_count = 3,
                                      .key_count = 1,
                                      .slot = SLOT_A - 1,
                                      .stride = 4,
                                      .bound_slot = SLOT_S + 1,
                                      .drafted_slot = SLOT_S + 1 + PARTY_COUNT};
    deal->key = (struct clause_key){.key = -1, .slot = SLOT_A - 1};
    struct scenario *scenario = &deal->scenario;
    scenario->strings = ARENA_NEW(arena, struct text);
    scenario->string_count = 1;
    scenario->parties = deal->parties;
    scenario->party_count = PARTY_COUNT;
    scenario->clause_types = &deal->type;
    scenario->clause_type_count = 1;
    scenario->keys = &deal->key;
    scenario->key_count = 1;
    scenario->slot_phase = 1;
    scenario->slot_signatories = 2;
    scenario->slot_invited = 3;
    scenario->state_count = scenario->world_count = SLOT_COUNT;
    deal->world = (struct world){ARENA_ARRAY(arena, int64_t, SLOT_COUNT),
                                 ARENA_ARRAY(arena, uint8_t, SLOT_COUNT), SLOT_COUNT};
    deal->world.slots[SLOT_A] = a.low;
    deal->world.slots[SLOT_B] = b.high;
    return deal;
}

static const struct expression *compile(const struct scenario *scenario, struct arena *arena,
                                        const char *source)
{
    struct expression_request request = {.source = text_of(source), .any_type = true};
    struct expression_fault fault;
    const struct expression *expression = expression_compile(scenario, arena, &request, &fault);
    if (!expression)
        print_error("%s: %.*s\n", source, TEXT_ARGUMENTS(fault.message));
    assert_non_null(expression);
    return expression;
}

static struct batch_plan *plan_one(const struct scenario *scenario, const struct world *world,
                                   const uint32_t *keys, size_t key_count,
                                   const struct expression *expression)
{
    const struct batch_sum sum = {&expression, 1};
    return batch_plan_open(&(struct batch_request){.scenario = scenario,
                                                   .world = world,
                                                   .keys = keys,
                                                   .key_count = key_count,
                                                   .sums = &sum,
                                                   .sum_count = 1});
}

static const char *const sources[] = {
    "deal.a + deal.b",
    "deal.a - deal.b",
    "deal.a * deal.b",
    "deal.a / deal.b",
    "deal.a % deal.b",
    "deal.a / 7",
    "deal.a / -7",
    "deal.a / 1000000007",
    "deal.a % 7",
    "deal.a % -7",
    "deal.a / -1",
    "deal.a % -1",
    "deal.a / 2147483647",
    "1000 / deal.b",
    "1000 % deal.b",
    "-deal.a",
    "math.abs(deal.a)",
    "math.least(deal.a, deal.b)",
    "math.greatest(deal.a, 3, deal.b)",
    "deal.a == deal.b",
    "deal.a != 3",
    "deal.a < deal.b",
    "3 <= deal.b",
    "deal.a > deal.b && deal.in_force",
    "deal.a / deal.b > 0 || deal.a < 0",
    "deal.a / deal.b > 0 && deal.a < 0",
    "!(deal.a / deal.b > 0)",
    "deal.b == 0 ? deal.a : deal.a / deal.b",
    "deal.b != 0 ? 1 : 2",
    "deal.a > 0 ? deal.b : 2",
    "deal.a > 0 ? 1 : deal.b",
    "deal.a > 0 ? deal.a : deal.b",
    "parties[deal.a]",
    "[deal.a, deal.b, 3][deal.b]",
    "sou in deal.s",
    "deal.s.size()",
    "deal.s.map(p, deal.a).sum()",
    "deal.s.filter(p, p != sou).map(p, deal.b).max()",
    "deal.s == [nor, med]",
    "[deal.a, deal.b].map(x, 100 / x).min()",
    "[deal.a, deal.b].exists(x, 100 / x > 3)",
    "deal.a / (deal.in_force ? 15 : -6)",
    "deal.a % (deal.b > 3 ? 4 : 7)",
    "100 / (deal.a > 3 ? 0 : 7)",
    "deal.a * 3 / 2 - deal.b * 5 / 3 + deal.a % 4",
};

enum { VALUES = 13, SETS = 8 };

/* Numbers near which something could go wrong, as far as the domain has them. */
static size_t edge_values(struct ends ends, int64_t values[VALUES])
{
    const int64_t edges[VALUES] = {ends.low, ends.low + 1,  -8,       -7, -1, 0, 1, 2, 6, 7,
                                   46341,    ends.high - 1, ends.high};
    size_t count = 0;
    for (size_t index = 0; index < VALUES; index++)
        if (edges[index] >= ends.low && edges[index] <= ends.high)
            values[count++] = edges[index];
    return count;
}

struct row {
    bool present;
    int64_t terms[3];
};

static void check_source(const struct deal *deal, struct arena *arena, const struct row *rows,
                         size_t row_count, const char *source)
{
    static const uint32_t key = 0;
    const struct expression *expression = compile(&deal->scenario, arena, source);
    struct batch_plan *plan = plan_one(&deal->scenario, &deal->world, &key, 1, expression);
    struct batch *batch = batch_open(plan);
    for (size_t row = 0; row < row_count; row++) {
        const struct clause_terms clause = {0, rows[row].terms};
        batch_put(batch, row, &(struct package){&clause, rows[row].present});
    }
    batch_run(batch, row_count);
    for (size_t row = 0; row < row_count; row++) {
        struct world world = world_open(&deal->scenario, arena);
        world.slots[SLOT_A - 1] = rows[row].present;
        for (size_t term = 0; term < 3; term++)
            world.slots[SLOT_A + term] =
                rows[row].present ? rows[row].terms[term] : deal->world.slots[SLOT_A + term];
        struct result result = expression_run(expression, &world, NULL);
        if (result.failed != batch_failed(batch, 0)[row] ||
            result.value != batch_values(batch, 0)[row])
            fail_msg("%s with a %" PRId64 ", b %" PRId64 ": %" PRId64 "%s, not %" PRId64 "%s",
                     source, world.slots[SLOT_A], world.slots[SLOT_B], batch_values(batch, 0)[row],
                     batch_failed(batch, 0)[row] ? " failed" : "", result.value,
                     result.failed ? " failed" : "");
    }
    batch_close(batch);
    batch_plan_close(plan);
}

/* Every expression, with every pair of edge values. */
static void check_domains(struct arena *arena, struct ends a, struct ends b)
{
    struct deal *deal = deal_open(arena, a, b);
    int64_t start[SLOT_COUNT] = {0};
    deal->scenario.world_start = start;
    int64_t lefts[VALUES], rights[VALUES];
    struct row rows[VALUES * VALUES + 1] = {{.present = false}};
    size_t left_count = edge_values(a, lefts), right_count = edge_values(b, rights), row_count = 1;
    for (size_t left = 0; left < left_count; left++)
        for (size_t right = 0; right < right_count; right++, row_count++)
            rows[row_count] =
                (struct row){true, {lefts[left], rights[right], (int64_t)(row_count % SETS)}};
    for (size_t index = 0; index < sizeof(sources) / sizeof(sources[0]); index++)
        check_source(deal, arena, rows, row_count, sources[index]);
}

static void check_domain(struct arena *arena, int64_t low, int64_t high)
{
    check_domains(arena, (struct ends){low, high}, (struct ends){low, high});
}

static void small_numbers(void **state)
{
    check_domain(*state, -60, 60);
    check_domain(*state, 1, 60);
    check_domain(*state, 0, 0);
}

static void numbers_of_32_bits(void **state)
{
    check_domain(*state, -30000, 50000);
    check_domain(*state, -INT32_MAX, INT32_MAX);
    check_domain(*state, INT32_MIN, INT32_MAX);
}

static void numbers_of_64_bits(void **state)
{
    check_domain(*state, INT32_MIN - INT64_C(1), INT32_MAX);
    check_domain(*state, INT64_MIN, INT64_MAX);
    check_domain(*state, 0, INT64_MAX);
}

/* Divisors that are never 0, so that nothing fails, but the least number by -1 is not as large. */
static void divisors_without_0(void **state)
{
    static const struct ends lefts[] = {
        {-9, 9}, {INT32_MIN, 9}, {INT32_MIN, INT32_MAX}, {INT64_MIN, 9}, {INT64_MIN, INT64_MAX}};
    static const struct ends rights[] = {{-3, -1},        {1, 8},          {-9, -2},
                                         {INT32_MIN, -1}, {INT64_MIN, -1}, {1, INT64_MAX}};
    for (size_t left = 0; left < sizeof(lefts) / sizeof(lefts[0]); left++)
        for (size_t right = 0; right < sizeof(rights) / sizeof(rights[0]); right++)
            check_domains(*state, lefts[left], rights[right]);
}

static void what_does_not_vary_costs_nothing(void **state)
{
    struct deal *deal = deal_open(*state, (struct ends){0, 9}, (struct ends){0, 9});
    const struct expression *expression =
        compile(&deal->scenario, *state, "round + parties.map(p, round * 2).sum()");
    deal->world.slots[0] = 5;
    struct batch_plan *plan = plan_one(&deal->scenario, &deal->world, NULL, 0, expression);
    struct batch *batch = batch_open(plan);
    assert_int_equal(batch_plan_size(plan).steps, 0);
    batch_run(batch, BATCH_ROWS);
    assert_int_equal(batch_values(batch, 0)[0], 35);
    assert_int_equal(batch_values(batch, 0)[BATCH_ROWS - 1], 35);
    batch_close(batch);
    batch_plan_close(plan);
}

static void columns_are_there_where_they_are_needed(void **state)
{
    static const uint32_t key = 0;
    struct deal *deal = deal_open(*state, (struct ends){INT64_MIN, 9}, (struct ends){0, 9});
    const struct expression *expression =
        compile(&deal->scenario, *state, "deal.a < 0 ? deal.b : 100");
    struct batch_plan *plan = plan_one(&deal->scenario, &deal->world, &key, 1, expression);
    struct batch *batch = batch_open(plan);
    struct batch_column presence = batch_presence(batch, 0), unused = batch_term(batch, 0, 2);
    struct batch_column a = batch_term(batch, 0, 0), b = batch_term(batch, 0, 1);
    assert_true(!presence.narrow && !presence.wide && !unused.narrow && !unused.wide);
    assert_true(a.wide && !a.narrow && b.narrow && !b.wide);
    assert_true(batch_absent(plan, 0, 0) == INT64_MIN);
    assert_int_equal(batch_absent(plan, 0, 1), 9);
    batch_set(presence, 3, 1);
    for (int64_t row = 0; row < 4; row++) {
        batch_set(a, (size_t)row, row - 2);
        batch_set(b, (size_t)row, row);
    }
    batch_run(batch, 5);
    const int64_t *values = batch_values(batch, 0);
    assert_true(values[0] == 0 && values[1] == 1 && values[2] == 100 && values[3] == 100);
    assert_int_equal(values[4], 9); /* It is empty yet. */
    batch_close(batch);
    batch_plan_close(plan);
}

static void sums_fail_where_an_item_does_or_overflow(void **state)
{
    static const uint32_t key = 0;
    struct deal *deal = deal_open(*state, (struct ends){0, 2}, (struct ends){0, 2});
    const struct expression *items[] = {
        compile(&deal->scenario, *state, "4611686018427387904 * deal.a"),
        compile(&deal->scenario, *state, "2 / deal.b"),
        compile(&deal->scenario, *state, "4611686018427387904 - deal.b")};
    const struct batch_sum sums[] = {{items, 3}, {NULL, 0}};
    struct batch_plan *plan = batch_plan_open(&(struct batch_request){.scenario = &deal->scenario,
                                                                      .world = &deal->world,
                                                                      .keys = &key,
                                                                      .key_count = 1,
                                                                      .sums = sums,
                                                                      .sum_count = 2});
    struct batch *batch = batch_open(plan);
    static const int64_t rows[][3] = {{0, 1, 0}, {0, 0, 0}, {1, 1, 0}, {2, 1, 0}, {1, 2, 0}};
    for (size_t row = 0; row < 5; row++)
        batch_put(batch, row, &(struct package){&(struct clause_terms){0, rows[row]}, 1});
    batch_run(batch, 5);
    static const uint8_t failed[] = {0, 1, 1, 1, 0};
    assert_memory_equal(batch_failed(batch, 0), failed, sizeof(failed));
    assert_true(batch_values(batch, 0)[0] == INT64_C(4611686018427387905));
    assert_true(batch_values(batch, 0)[4] == INT64_MAX);
    assert_true(batch_values(batch, 1)[4] == 0 && !batch_failed(batch, 1)[4]);
    batch_close(batch);
    batch_plan_close(plan);
}

/* The requirements of Paris: access needs a monitoring mechanism. */
static void expected_scores_and_requirements(void **state)
{
    struct world world = world_open(paris, *state);
    world_refresh(paris, &world);
    struct batch_plan *plan = batch_plan_expected(paris, &world, paris->vary, paris->vary_count);
    struct batch *batch = batch_open(plan);
    struct clause_terms access = {(uint32_t)scenario_key(paris, TEXT("access")), NULL};
    batch_put(batch, 1, &(struct package){&access, 1});
    batch_run(batch, 2);
    assert_int_equal(batch_values(batch, paris->party_count)[0], 1);
    assert_int_equal(batch_values(batch, paris->party_count)[1], 0);
    for (size_t party = 0; party < paris->party_count; party++) {
        int64_t total = 0;
        const struct score *score = &paris->scores[party];
        for (size_t item = 0; item < score->item_count; item++)
            total += expression_run(score->items[item].expected, &world, NULL).value;
        assert_int_equal(batch_values(batch, party)[0], total);
    }
    batch_put(batch, 1, &(struct package){NULL, 0});
    batch_run(batch, 2);
    assert_int_equal(batch_values(batch, paris->party_count)[1], 1);
    batch_close(batch);
    batch_plan_close(plan);
}

enum { LARGE = 80 };

/* Too much code for one plan, though each expression is small enough. */
static void what_is_too_large_runs_one_by_one(void **state)
{
    const struct expression *items[LARGE];
    for (int index = 0; index < LARGE; index++) {
        struct text source = arena_print(
            *state,
            "parties.map(p, parties.map(q, regions.map(r, parties.map(s, (p.aid.amount + "
            "q.pledge.amount) * (r.for_ukr + s.troops.size + %d)).sum()).sum()).sum()).sum()",
            index);
        items[index] = compile(paris, *state, source.at);
    }
    struct world world = world_open(paris, *state);
    const struct batch_sum sum = {items, LARGE};
    struct batch_plan *plan =
        batch_plan_open(&(struct batch_request){.scenario = paris,
                                                .world = &world,
                                                .keys = paris->vary,
                                                .key_count = paris->vary_count,
                                                .sums = &sum,
                                                .sum_count = 1,
                                                .requirements = true});
    assert_true(batch_plan_size(plan).alone);
    struct batch *batch = batch_open(plan);
    static const int64_t amount[] = {15};
    const struct clause_terms aid = {(uint32_t)scenario_key(paris, TEXT("fra.aid")), amount};
    const struct package package = {&aid, 1};
    batch_put(batch, 1, &package);
    batch_run(batch, 2);
    package_apply(paris, &world, &package);
    int64_t total = 0;
    for (int index = 0; index < LARGE; index++)
        total += expression_run(items[index], &world, NULL).value;
    assert_true(total > 0);
    assert_int_equal(batch_values(batch, 0)[1], total);
    assert_int_equal(batch_values(batch, 0)[0], 0);
    assert_int_equal(batch_values(batch, 1)[1], 1);
    batch_close(batch);
    batch_plan_close(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(small_numbers),
        PARIS_TEST(numbers_of_32_bits),
        PARIS_TEST(numbers_of_64_bits),
        PARIS_TEST(divisors_without_0),
        PARIS_TEST(what_does_not_vary_costs_nothing),
        PARIS_TEST(columns_are_there_where_they_are_needed),
        PARIS_TEST(sums_fail_where_an_item_does_or_overflow),
        PARIS_TEST(expected_scores_and_requirements),
        PARIS_TEST(what_is_too_large_runs_one_by_one),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
