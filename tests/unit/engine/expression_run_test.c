#include "test.h"

#include "engine/table.h"

#include <stdio.h>

struct fixture {
    struct arena *arena;
    struct scenario *scenario;
    struct world world;
};

static int open_fixture(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){.arena = arena_open()};
    fixture.scenario = table_scenario(fixture.arena);
    fixture.world = table_world(fixture.scenario, fixture.arena);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    arena_close(fixture->arena);
    return 0;
}

static const struct expression *compile(struct fixture *fixture, const char *source)
{
    struct expression_fault fault;
    const struct expression *expression =
        table_compile_as(fixture->scenario, fixture->arena, source, CONTEXT_EVERY, NULL, 0, &fault);
    if (!expression)
        fail_msg("%s: %s", source, fault.message.at);
    return expression;
}

static void world_changes_are_seen(void **state)
{
    struct fixture *fixture = *state;
    const struct expression *expression = compile(fixture, "escalation * 2 + nor.support");
    assert_int_equal(expression_run(expression, &fixture->world, NULL).value, 140);
    fixture->world.slots[SLOT_ESCALATION] = -3;
    assert_int_equal(expression_run(expression, &fixture->world, NULL).value, 54);
    expression = compile(fixture, "signatories.filter(p, p.support > 55).size()");
    assert_int_equal(expression_run(expression, &fixture->world, NULL).value, 1);
    fixture->world.slots[SLOT_SIGNATORIES] = 6;
    assert_int_equal(expression_run(expression, &fixture->world, NULL).value, 0);
}

/* A failed slot's value must not leak into what is computed of it. */
static void failed_slots_fail_what_reads_them(void **state)
{
    struct fixture *fixture = *state;
    fixture->world.slots[SLOT_OPEN] = 1;
    fixture->world.failed[SLOT_OPEN] = 1;
    static const struct {
        const char *source;
        bool failed;
        int64_t value;
    } cases[] = {{"open", true, 0},
                 {"!open", true, 0},
                 {"open || true", false, 1},
                 {"open && round == 0", false, 0},
                 {"open || round == 2", false, 1},
                 {"round == 0 && open", false, 0},
                 {"open && round == 2", true, 0},
                 {"open || round == 0", true, 0},
                 {"open ? 1 : 1", true, 0},
                 {"round == 2 ? 1 : (open ? 1 : 2)", false, 1},
                 {"parties.exists(p, open || p == sou)", false, 1},
                 {"parties.all(p, open && p != sou)", false, 0},
                 {"parties.exists_one(p, open)", true, 0}};
    for (size_t index = 0; index < sizeof(cases) / sizeof(cases[0]); index++) {
        struct result result =
            expression_run(compile(fixture, cases[index].source), &fixture->world, NULL);
        if (result.failed != cases[index].failed || result.value != cases[index].value)
            fail_msg("%s: failed %d, value %d", cases[index].source, result.failed,
                     (int)result.value);
    }
}

static void lists_keep_to_the_capacity(void **state)
{
    struct fixture *fixture = *state;
    int64_t values[3] = {-7, -7, -7};
    size_t count;
    const struct expression *expression = compile(fixture, "parties.map(p, p.support)");
    assert_true(expression_run_list(expression, &fixture->world, NULL, values, 2, &count));
    assert_int_equal(count, 3);
    assert_int_equal(values[0], 60);
    assert_int_equal(values[1], 50);
    assert_int_equal(values[2], -7);
    expression = compile(fixture, "parties.map(p, 1 / (p.support - 50))");
    assert_false(expression_run_list(expression, &fixture->world, NULL, values, 3, &count));
    assert_int_equal(count, 0);
}

static void own_strings_have_texts(void **state)
{
    struct fixture *fixture = *state;
    const struct expression *expression =
        compile(fixture, "escalation > 50 ? 'comply' : escalation > 30 ? 'something' : 'else'");
    struct result result = expression_run(expression, &fixture->world, NULL);
    assert_true(result.value < 0);
    assert_text(expression_string(expression, fixture->scenario, result.value), "something");
    fixture->world.slots[SLOT_ESCALATION] = 60;
    result = expression_run(expression, &fixture->world, NULL);
    assert_int_equal(result.value, STRING_COMPLY);
    assert_text(expression_string(expression, fixture->scenario, result.value), "comply");
}

static int64_t draw(struct fixture *fixture, const struct expression *expression, uint64_t seed,
                    const char *place)
{
    const struct draw_place where = {{seed, 99}, text_of(place)};
    struct result result = expression_run(expression, &fixture->world, &where);
    assert_false(result.failed);
    return result.value;
}

static void who_throws_dice_is_known(void **state)
{
    struct fixture *fixture = *state;
    assert_true(expression_draws(compile(fixture, "dice(-1, 2)")));
    assert_true(expression_draws(compile(fixture, "open && chance(1) ? 1 : 2")));
    assert_false(expression_draws(compile(fixture, "open ? 1 : escalation")));
}

static void dice_are_within_and_reach_both_ends(void **state)
{
    struct fixture *fixture = *state;
    const struct expression *expression = compile(fixture, "dice(-1, 2)");
    unsigned seen = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        int64_t value = draw(fixture, expression, seed, "here");
        assert_in_range(value + 1, 0, 3);
        seen |= 1U << (value + 1);
    }
    assert_int_equal(seen, 15);
}

static void chance_is_as_often_as_said(void **state)
{
    struct fixture *fixture = *state;
    const struct expression *expression = compile(fixture, "chance(30)");
    int hits = 0;
    for (uint64_t seed = 0; seed < 10000; seed++)
        hits += (int)draw(fixture, expression, seed, "here");
    assert_in_range(hits, 2800, 3200);
    expression = compile(fixture, "chance(escalation - 41) || chance(0)");
    for (uint64_t seed = 0; seed < 300; seed++)
        assert_int_equal(draw(fixture, expression, seed, "here"), 0);
    expression = compile(fixture, "chance(100) && chance(escalation + 100)");
    for (uint64_t seed = 0; seed < 300; seed++)
        assert_int_equal(draw(fixture, expression, seed, "here"), 1);
}

/* The same place draws the same, other places and other items of a macro do not follow from it. */
static void draws_depend_on_their_place_alone(void **state)
{
    struct fixture *fixture = *state;
    const struct expression *big = compile(fixture, "dice(0, 1000000000)");
    const struct expression *other = compile(fixture, "0 + dice(0, 1000000000)");
    assert_int_equal(draw(fixture, big, 5, "a"), draw(fixture, big, 5, "a"));
    assert_int_not_equal(draw(fixture, big, 5, "a"), draw(fixture, big, 5, "b"));
    assert_int_not_equal(draw(fixture, big, 5, "a"), draw(fixture, big, 6, "a"));
    assert_int_not_equal(draw(fixture, big, 5, "a"), draw(fixture, other, 5, "a"));
    /* Whether another draw is taken first changes nothing. */
    const struct expression *first = compile(fixture, "open && chance(1)   ? 1 : dice(0, 99999)");
    const struct expression *later = compile(fixture, "round == 7 && true  ? 1 : dice(0, 99999)");
    assert_int_equal(draw(fixture, first, 3, "a"), draw(fixture, later, 3, "a"));
    const struct expression *each = compile(fixture, "parties.map(p, dice(0, 1000000000))");
    const struct draw_place where = {{5, 99}, TEXT("a")};
    int64_t values[3];
    size_t count;
    assert_true(expression_run_list(each, &fixture->world, &where, values, 3, &count));
    assert_int_not_equal(values[0], values[1]);
    assert_int_not_equal(values[1], values[2]);
    assert_int_not_equal(values[0], values[2]);
}

static void explanations_name_place_and_cause(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *source;
        uint32_t column;
        const char *words;
    } cases[] = {
        {"1 + 100 / (escalation - 40)", 9, "Division by zero."},
        {"open ? 7 % (round - 2) : 1 / 0", 10, "Division by zero."},
        {"escalation * 9223372036854775807", 12, "does not fit into 64 bits"},
        {"parties[escalation] == nor", 8, "no item of that index"},
        {"parties.filter(p, p.support > 99).map(p, p.support).max()", 53, "no least and no"},
        {"ratio + 1", 7, "The formula \"ratio\" cannot be computed now."},
        {"ratio", 1, "The formula \"ratio\" cannot be computed now."},
        {"parties.all(p, 1 / (p.support - 60) < 5)", 18, "Division by zero."},
    };
    for (size_t index = 0; index < sizeof(cases) / sizeof(cases[0]); index++) {
        const struct expression *expression = compile(fixture, cases[index].source);
        assert_true(expression_run(expression, &fixture->world, NULL).failed);
        struct expression_fault why = expression_explain(expression, fixture->scenario,
                                                         &fixture->world, NULL, fixture->arena);
        if (why.column != cases[index].column || !strstr(why.message.at, cases[index].words))
            fail_msg("%s: column %u: %s", cases[index].source, why.column, why.message.at);
    }
}

/* Longer than what a run keeps on the stack. */
static void long_expressions_run_too(void **state)
{
    struct fixture *fixture = *state;
    char source[8192] = "escalation";
    char *at = source + strlen(source);
    for (int index = 0; index < 400; index++)
        at += sprintf(at, " + round * %d", index);
    const struct expression *expression = compile(fixture, source);
    assert_true(expression_bytes(expression) > 400 * 16);
    struct result result = expression_run(expression, &fixture->world, NULL);
    assert_false(result.failed);
    assert_int_equal(result.value, 40 + 2 * (399 * 400 / 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(world_changes_are_seen, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(failed_slots_fail_what_reads_them, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(lists_keep_to_the_capacity, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(own_strings_have_texts, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(dice_are_within_and_reach_both_ends, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(who_throws_dice_is_known, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(chance_is_as_often_as_said, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(draws_depend_on_their_place_alone, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(explanations_name_place_and_cause, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(long_expressions_run_too, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
