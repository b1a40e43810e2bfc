/* The deal that was left, on the page to be printed. */
#include "test.h"

#include "codec.h"
#include "export.h"

#include <string.h>

static struct scenario *quay;

static int quay_open(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {.arena = arena_open()};
    quay = scenario_load(SOURCE_DIR "/tests/scenarios/good/quay", &diagnostics);
    arena_close(diagnostics.arena);
    return quay ? 0 : -1;
}

static int quay_close(void **state)
{
    (void)state;
    scenario_close(quay);
    return 0;
}

static const struct tree *read(struct arena *arena, const char *json)
{
    struct text why;
    uint32_t line, column;
    const struct tree *tree = json_read(arena, text_of(json), &why, &line, &column);
    assert_non_null(tree);
    return tree;
}

static const char *page_of(struct arena *arena, const char *texts)
{
    const char *left =
        arena_print(arena, "{\"moments\":[{\"phase\":\"talks\",\"round\":1,%s,\"gains\":{}}]}",
                    texts)
            .at;
    struct exported table = {.scenario = quay,
                             .table = TEXT("t"),
                             .name = TEXT("Room 1"),
                             .story = read(arena, "{}"),
                             .left = read(arena, left)};
    return export_page(TEXT("A game"), &table, 1, arena).at;
}

#define PACT "{\"kind\":\"pact\",\"invited\":[\"hil\",\"dal\"],\"clauses\":[]"
#define DEED "{\"kind\":\"deed\",\"invited\":[\"hil\"],\"clauses\":[]}"

static void it_says_on_what_a_text_would_have_hung(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    const char *page =
        page_of(arena, "\"texts\":[" PACT ",\"takes_effect_if\":[\"built\",\"unbuilt\"]}]");
    assert_non_null(
        strstr(page, "<p>It takes effect only if: there is a road; there is no road.</p>"));
    assert_null(strstr(page, "linked"));
    assert_null(strstr(page_of(arena, "\"texts\":[" DEED "]"), "only if"));
    arena_close(arena);
}

static void several_are_linked_or_come_one_after_the_other(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    const char *linked = page_of(arena, "\"texts\":[" PACT "}," DEED "],\"together\":true");
    assert_non_null(strstr(linked, "They are linked: all enter into force together."));
    const char *in_turn = page_of(arena, "\"texts\":[" PACT "}," DEED "]");
    assert_non_null(strstr(in_turn, "Each is in force before the next is drafted."));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_on_what_a_text_would_have_hung),
        cmocka_unit_test(several_are_linked_or_come_one_after_the_other),
    };
    return cmocka_run_group_tests(tests, quay_open, quay_close);
}
