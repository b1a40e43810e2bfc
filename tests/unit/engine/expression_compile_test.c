#include "test.h"

#include "engine/show.h"
#include "engine/table.h"

#include <stdio.h>

struct fixture {
    struct arena *arena;
    struct scenario *scenario;
    struct expression_fault fault;
};

static int open_fixture(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){.arena = arena_open()};
    fixture.scenario = table_scenario(fixture.arena);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    arena_close(fixture->arena);
    return 0;
}

static const struct expression *compile(struct fixture *fixture, struct expression_request request)
{
    fixture->fault = (struct expression_fault){0};
    return expression_compile(fixture->scenario, fixture->arena, &request, &fixture->fault);
}

static const struct expression *compile_any(struct fixture *fixture, const char *source)
{
    return compile(fixture,
                   (struct expression_request){.source = text_of(source), .any_type = true});
}

static void assert_refused(struct fixture *fixture, struct expression_request request,
                           const char *words)
{
    assert_null(compile(fixture, request));
    if (!strstr(fixture->fault.message.at, words))
        fail_msg("wanted \"%s\", got \"%s\"", words, fixture->fault.message.at);
}

static void type_and_source_are_kept(void **state)
{
    struct fixture *fixture = *state;
    const struct expression *expression = compile_any(fixture, "parties.map(p, p.support > 50)");
    assert_non_null(expression);
    assert_int_equal(expression_type(expression), VALUE_BOOL);
    assert_true(expression_is_list(expression));
    assert_text(expression_source(expression), "parties.map(p, p.support > 50)");
    assert_true(expression_bytes(expression) > 0);
    expression = compile_any(fixture, "delta.held_by");
    assert_int_equal(expression_type(expression), VALUE_PARTY);
    assert_false(expression_is_list(expression));
}

static void type_asked_for_is_required(void **state)
{
    struct fixture *fixture = *state;
    struct expression_request request = {.source = TEXT("escalation"), .type = VALUE_BOOL};
    assert_refused(fixture, request, "Here should stand a bool, and this is an int.");
    request.type = VALUE_INT;
    assert_non_null(compile(fixture, request));
    request.list = true;
    assert_refused(fixture, request, "Here should stand a list of ints");
    request =
        (struct expression_request){.source = TEXT("[nor]"), .type = VALUE_PARTY, .list = true};
    assert_non_null(compile(fixture, request));
    request.source = TEXT("[]");
    assert_non_null(compile(fixture, request));
}

static void contexts_open_their_names(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *source;
        unsigned context;
        const char *words;
    } cases[] = {
        {"chance(10)", CONTEXT_CHANCE, "chance() is known only in effects and injects."},
        {"dice(1, 6)", CONTEXT_CHANCE, "dice() is known only in effects and injects."},
        {"drafted(ceasefire)", CONTEXT_DRAFT, "drafted() is known only in the requires"},
        {"conditional(quiet)", CONTEXT_DRAFT, "conditional() is known only in the requires"},
        {"size(signatories)", CONTEXT_INSTRUMENT, "\"signatories\" is known only in an instrum"},
        {"size(invited)", CONTEXT_INSTRUMENT, "\"invited\" is known only in an instrument's"},
    };
    for (size_t index = 0; index < sizeof(cases) / sizeof(cases[0]); index++) {
        struct expression_request request = {.source = text_of(cases[index].source),
                                             .any_type = true,
                                             .context = CONTEXT_EVERY & ~cases[index].context};
        assert_refused(fixture, request, cases[index].words);
        request.context = cases[index].context;
        assert_non_null(compile(fixture, request));
    }
}

static void assert_value(struct fixture *fixture, struct expression_request request,
                         const struct world *world, const char *expected)
{
    const struct expression *expression = compile(fixture, request);
    if (!expression)
        fail_msg("%s: %s", request.source.at, fixture->fault.message.at);
    struct text shown = show_run(expression, fixture->scenario, world, fixture->arena);
    assert_string_equal(arena_copy(fixture->arena, shown).at, expected);
}

static void it_is_a_constant_or_a_slot(void **state)
{
    struct fixture *fixture = *state;
    struct world world = table_world(fixture->scenario, fixture->arena);
    struct binding it = {TEXT("it"), VALUE_PARTY, true, 1, 0};
    struct expression_request request = {.source = TEXT("it.support + it.punch"),
                                         .bindings = &it,
                                         .binding_count = 1,
                                         .any_type = true};
    assert_value(fixture, request, &world, "50");
    it.constant = false;
    it.slot = SLOT_LOCAL;
    world.slots[SLOT_LOCAL] = 2;
    assert_value(fixture, request, &world, "47");
    world.slots[SLOT_LOCAL] = 0;
    assert_value(fixture, request, &world, "65");
    request.source = TEXT("[it, sou].filter(p, p.signed(accord) && p.conduct == 'attack')");
    assert_value(fixture, request, &world, "[sou]");
    request.source = TEXT("parties.map(it, true)");
    assert_refused(fixture, request, "\"it\" is a name that is bound here already");
    const struct binding each = {TEXT("r"), VALUE_REGION, true, 1, 0};
    request = (struct expression_request){.source = TEXT("r.held_by.support"),
                                          .bindings = &each,
                                          .binding_count = 1,
                                          .any_type = true};
    assert_value(fixture, request, &world, "60");
}

/* drafted(c) is about the same key where both are per the same kind, else about any. */
static void drafted_means_the_own_key(void **state)
{
    struct fixture *fixture = *state;
    const struct world world = table_world(fixture->scenario, fixture->arena);
    struct binding it = {TEXT("it"), VALUE_PARTY, true, 0, 0};
    struct expression_request request = {
        .context = CONTEXT_DRAFT, .bindings = &it, .binding_count = 1, .any_type = true};
    request.source = TEXT("drafted(troops)");
    assert_value(fixture, request, &world, "false");
    it.value = 1;
    assert_value(fixture, request, &world, "true");
    request.source = TEXT("drafted(status)");
    assert_value(fixture, request, &world, "true");
    it = (struct binding){TEXT("it"), VALUE_REGION, true, 1, 0};
    assert_value(fixture, request, &world, "false");
    request.source = TEXT("drafted(troops)");
    assert_value(fixture, request, &world, "true");
}

static void options_are_checked(void **state)
{
    struct fixture *fixture = *state;
    struct world world = table_world(fixture->scenario, fixture->arena);
    static const uint32_t allowed[] = {STRING_COMPLY, STRING_CALM};
    struct expression_request request = {.type = VALUE_STRING,
                                         .options = allowed,
                                         .option_count = sizeof(allowed) / sizeof(allowed[0])};
    request.source = TEXT("open ? 'calm' : 'clm'");
    assert_refused(fixture, request, "(comply, calm); did you mean \"calm\"?");
    assert_int_equal(fixture->fault.column, 17);
    request.source = TEXT("monitor.powers");
    assert_refused(fixture, request, "never one of the options");
    request.source = TEXT("open ? 'calm' : 'comply'");
    assert_value(fixture, request, &world, "'calm'");
    /* What may be none of them only now and then is found out when it is run. */
    request.source = TEXT("sou.conduct");
    assert_value(fixture, request, &world, "failure");
    request.source = TEXT("nor.conduct");
    assert_value(fixture, request, &world, "'comply'");
    request.source = TEXT("posture");
    assert_value(fixture, request, &world, "'calm'");
    world.slots[SLOT_POSTURE] = STRING_TENSE;
    assert_value(fixture, request, &world, "failure");
}

static void reads_are_the_slots_ascending(void **state)
{
    struct fixture *fixture = *state;
    size_t count;
    const struct expression *expression =
        compile_any(fixture, "open && nor.support > escalation || nor.support > calm");
    const uint32_t *reads = expression_reads(expression, &count);
    const uint32_t expected[] = {SLOT_ESCALATION, SLOT_SUPPORT, SLOT_OPEN, SLOT_CALM};
    assert_int_equal(count, 4);
    assert_memory_equal(reads, expected, sizeof(expected));
    /* A place chosen when run reads all it could choose. */
    reads = expression_reads(compile_any(fixture, "delta.held_by.troops.size"), &count);
    const uint32_t keyed[] = {SLOT_HELD_BY, SLOT_TROOPS + 1, SLOT_TROOPS + 4, SLOT_TROOPS + 7};
    assert_int_equal(count, 4);
    assert_memory_equal(reads, keyed, sizeof(keyed));
    expression_reads(compile_any(fixture, "nor == sou || false && escalation > 1"), &count);
    assert_int_equal(count, 0);
}

static void common_values_are_computed_once(void **state)
{
    struct fixture *fixture = *state;
    const struct expression *once = compile_any(fixture, "escalation * 7");
    const struct expression *twice = compile_any(fixture, "(escalation * 7) * (escalation * 7)");
    const struct expression *constant = compile_any(fixture, "(3 * 7) * (3 * 7) + nor.punch");
    assert_true(expression_bytes(twice) < 2 * expression_bytes(once) + 16);
    assert_true(expression_bytes(constant) < expression_bytes(twice));
}

/* A constant alone is eight bytes: no instruction is left to run. */
static void what_never_changes_is_folded(void **state)
{
    struct fixture *fixture = *state;
    static const char *const constants[] = {
        "1 + 2 * 3 - 4 / 2 % 5",
        "-(math.abs(-3)) < 4 && 'a' != 'b'",
        "[1, 2, 3].map(x, x * x).filter(y, y > 1).sum()",
        "[4, 5, 6][[0, 1, 2].filter(x, x > 1)[0]]",
        "[1, 2].all(x, [2, 1].exists(y, x == y)) ? 3 : 4",
        "parties.map(p, p.punch).max() + regions.map(r, r.value).sum()",
        "parties.filter(p, p != nor).size()",
        "false && escalation / 0 > 1 || true",
        "(nor == sou ? escalation : 7) * 1 + 0",
        "parties.exists(p, p == sou || p.support > 50)",
    };
    for (size_t index = 0; index < sizeof(constants) / sizeof(constants[0]); index++)
        if (expression_bytes(compile_any(fixture, constants[index])) != sizeof(int64_t))
            fail_msg("%s is not folded", constants[index]);
    /* A slot alone needs nothing either; nor does what a macro never asks. */
    assert_int_equal(expression_bytes(compile_any(fixture, "escalation + 0")), 0);
    assert_int_equal(expression_bytes(compile_any(fixture, "[1].map(x, escalation).sum()")), 0);
    size_t once = expression_bytes(compile_any(fixture, "nor.support / 7"));
    assert_int_equal(expression_bytes(compile_any(
                         fixture, "parties.filter(p, p == nor).map(p, p.support / 7).sum()")),
                     once);
}

static void places_of_faults(void **state)
{
    struct fixture *fixture = *state;
    assert_null(compile_any(fixture, "1 +\n  2 + // é\n    tru"));
    assert_int_equal(fixture->fault.line, 3);
    assert_int_equal(fixture->fault.column, 5);
    assert_null(compile_any(fixture, "'éé' == nope"));
    assert_int_equal(fixture->fault.line, 1);
    assert_int_equal(fixture->fault.column, 9);
    assert_int_equal(fixture->fault.offset, 10);
    assert_null(compile_any(fixture, ""));
    assert_int_equal(fixture->fault.column, 1);
    struct expression_request request = {.source = TEXT("'\xff'"), .any_type = true};
    assert_refused(fixture, request, "not well-formed UTF-8");
    request.source = TEXT("1\0002");
    assert_refused(fixture, request, "not well-formed UTF-8");
}

static char *repeat(struct fixture *fixture, const char *before, size_t count, const char *middle,
                    const char *after)
{
    size_t size = count * (strlen(before) + strlen(after)) + strlen(middle) + 1;
    char *text = arena_take(fixture->arena, size);
    char *at = text;
    for (size_t index = 0; index < count; index++)
        at = stpcpy(at, before);
    at = stpcpy(at, middle);
    for (size_t index = 0; index < count; index++)
        at = stpcpy(at, after);
    return text;
}

static void nesting_has_a_limit(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *before, *middle, *after;
    } cases[] = {{"(", "1", ")"},  {"math.abs(", "1", ")"}, {"1 + (", "1", ")"},
                 {"-(", "1", ")"}, {"[", "0", "][0]"},      {"true ? (", "1", ") : 2"}};
    for (size_t index = 0; index < sizeof(cases) / sizeof(cases[0]); index++) {
        const char *before = cases[index].before, *after = cases[index].after;
        const char *deep = repeat(fixture, before, 64, cases[index].middle, after);
        if (!compile_any(fixture, deep))
            fail_msg("%s: %s", deep, fixture->fault.message.at);
        deep = repeat(fixture, before, 65, cases[index].middle, after);
        assert_null(compile_any(fixture, deep));
        assert_non_null(strstr(fixture->fault.message.at, "at most 64 deep"));
        deep = repeat(fixture, before, 5000, cases[index].middle, after);
        assert_null(compile_any(fixture, deep));
        assert_non_null(strstr(fixture->fault.message.at, "at most 64 deep"));
    }
}

static void rows_of_operators_have_a_limit(void **state)
{
    struct fixture *fixture = *state;
    static const char *const rows[] = {"1 + ", "!false && ", "false ? 1 : ", "!", "- "};
    static const char *const ends[] = {"1", "true", "1", "true", "(1)"};
    static const size_t most[] = {1000, 999, 1000, 64, 64}; /* the ! stands above the last && */
    static const char *const why[] = {"At most 1000 operators", "At most 1000 operators",
                                      "At most 1000 operators", "At most 64 signs",
                                      "At most 64 signs"};
    for (size_t index = 0; index < sizeof(rows) / sizeof(rows[0]); index++) {
        const char *row = repeat(fixture, rows[index], most[index], ends[index], "");
        if (!compile_any(fixture, row))
            fail_msg("%s: %s", rows[index], fixture->fault.message.at);
        assert_null(
            compile_any(fixture, repeat(fixture, rows[index], most[index] + 1, ends[index], "")));
        row = repeat(fixture, rows[index], 5000, ends[index], "");
        assert_null(compile_any(fixture, row));
        assert_non_null(strstr(fixture->fault.message.at, why[index]));
    }
}

static void code_has_a_limit(void **state)
{
    struct fixture *fixture = *state;
    /* 3^11 times the body: each level alone is harmless. */
    char source[1024] = "";
    char *at = source;
    for (int level = 0; level < 11; level++)
        at += sprintf(at, "parties.all(a%d, ", level);
    at = stpcpy(at, "a0.support + a1.support + a2.support + a3.support + a4.support > "
                    "a5.support + a6.support + a7.support + a8.support + a9.support");
    for (int level = 0; level < 11; level++)
        at = stpcpy(at, ")");
    assert_null(compile_any(fixture, source));
    assert_non_null(strstr(fixture->fault.message.at, "at most 1 MiB"));
    const char *huge = repeat(fixture, "1, ", 4097, "1", "");
    assert_null(compile_any(fixture, arena_print(fixture->arena, "[%s]", huge).at));
    assert_non_null(strstr(fixture->fault.message.at, "at most 4096 items"));
    const char *list = repeat(fixture, "1, ", 4095, "1", "");
    assert_non_null(compile_any(fixture, arena_print(fixture->arena, "[%s].size()", list).at));
    assert_null(
        compile_any(fixture, arena_print(fixture->arena, "(open ? [%s] : [2]).size()", list).at));
    assert_non_null(strstr(fixture->fault.message.at, "could have 4097 items"));
    assert_null(compile_any(fixture, repeat(fixture, " ", 1 << 16, "1", "")));
    assert_non_null(strstr(fixture->fault.message.at, "at most 65536 bytes"));
}

static void mentions_are_names_and_strings(void **state)
{
    struct fixture *fixture = *state;
    struct expression_mentions mentions = expression_mentions(
        TEXT("parties.map(p, p.promised) == x // y\n ? 'a' : r'a' + \"b\" in [true, x]"),
        fixture->arena);
    static const char *const names[] = {"parties", "map", "p", "promised", "x"};
    assert_int_equal(mentions.name_count, 5);
    for (size_t index = 0; index < 5; index++)
        assert_true(text_equal(mentions.names[index], text_of(names[index])));
    assert_int_equal(mentions.string_count, 2);
    assert_text(mentions.strings[0], "a");
    assert_text(mentions.strings[1], "b");
    mentions = expression_mentions(TEXT("one + 1.5 + two"), fixture->arena);
    assert_int_equal(mentions.name_count, 1);
    mentions = expression_mentions(TEXT("\xff"), fixture->arena);
    assert_int_equal(mentions.name_count, 0);
}

static void reserved_names(void **state)
{
    (void)state;
    static const char *const reserved[] = {"round", "it",     "math", "dice",
                                           "in",    "return", "true", "signatories"};
    for (size_t index = 0; index < sizeof(reserved) / sizeof(reserved[0]); index++)
        assert_true(expression_reserves(text_of(reserved[index])));
    assert_false(expression_reserves(TEXT("support")));
    assert_false(expression_reserves(TEXT("signed")));
    assert_true(expression_reserves_member(TEXT("signed")));
    assert_true(expression_reserves_member(TEXT("bound_by")));
    assert_false(expression_reserves_member(TEXT("round")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(type_and_source_are_kept, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(type_asked_for_is_required, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(contexts_open_their_names, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(it_is_a_constant_or_a_slot, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(drafted_means_the_own_key, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(options_are_checked, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(reads_are_the_slots_ascending, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(what_never_changes_is_folded, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(common_values_are_computed_once, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(places_of_faults, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(nesting_has_a_limit, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(rows_of_operators_have_a_limit, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(code_has_a_limit, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(mentions_are_names_and_strings, open_fixture,
                                        close_fixture),
        cmocka_unit_test(reserved_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
