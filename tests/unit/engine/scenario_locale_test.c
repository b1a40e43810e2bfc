#include "scenario.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
    struct diagnostics diagnostics;
    struct scenario *scenario;
};

static int open_river(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    assert_non_null(fixture);
    fixture->diagnostics.arena = arena_open();
    fixture->scenario = scenario_load(SOURCE_DIR "/rules/scenarios/river", &fixture->diagnostics);
    assert_non_null(fixture->scenario);
    *state = fixture;
    return 0;
}

static int close_river(void **state)
{
    struct fixture *fixture = *state;
    scenario_close(fixture->scenario);
    arena_close(fixture->diagnostics.arena);
    free(fixture);
    return 0;
}

static void each_locale_gives_the_scenario_in_its_language(void **state)
{
    const struct scenario *own = ((struct fixture *)*state)->scenario;
    const struct scenario *french = scenario_in(own, TEXT("fr"));
    const struct scenario *ukrainian = scenario_in(own, TEXT("uk"));
    assert_text(own->title, "The River");
    assert_text(french->title, "Le fleuve");
    assert_text(french->language, "fr");
    assert_text(ukrainian->parties[0].name, "Північщина");
    assert_text(ukrainian->phases[2].title, "Літо");
    assert_text(ukrainian->clause_types[1].terms[0].domain.options[2].label, "безоплатно");
    assert_true(text_starts_with(ukrainian->parties[1].briefing, TEXT("# Південщина")));
    assert_true(text_starts_with(french->common_briefing, TEXT("# Le fleuve")));
    assert_true(text_starts_with(french->teaching, TEXT("# Le fleuve")));
    assert_non_null(memmem(french->map_svg.at, french->map_svg.length, ">barrage<", 9));
}

static void the_rules_are_the_same_in_every_language(void **state)
{
    const struct scenario *own = ((struct fixture *)*state)->scenario;
    const struct scenario *french = scenario_in(own, TEXT("fr"));
    assert_true(text_equal(own->hash, french->hash));
    assert_true(text_equal(own->id, french->id));
    assert_int_equal(own->world_count, french->world_count);
    assert_memory_equal(own->world_start, french->world_start,
                        own->world_count * sizeof(*own->world_start));
    assert_int_equal(own->key_count, french->key_count);
    for (size_t key = 0; key < own->key_count; key++)
        assert_true(text_equal(own->keys[key].id, french->keys[key].id));
    assert_int_equal(french->translation_count, 0);
}

static void a_language_that_is_not_there_is_the_scenarios_own(void **state)
{
    const struct scenario *own = ((struct fixture *)*state)->scenario;
    assert_ptr_equal(scenario_in(own, TEXT("de")), own);
    assert_ptr_equal(scenario_in(own, TEXT("")), own);
    assert_ptr_equal(scenario_in(own, TEXT("en-GB")), own);
    assert_ptr_equal(scenario_in(own, TEXT("fr-CA")), scenario_in(own, TEXT("fr")));
    assert_ptr_equal(scenario_in(own, TEXT("fra")), own);
    assert_ptr_equal(scenario_in(own, TEXT("-")), own);
}

static void a_sentence_is_found_by_what_it_says(void **state)
{
    const struct scenario *own = ((struct fixture *)*state)->scenario;
    assert_int_equal(own->translation_count, 2);
    const struct translation *ukrainian = &own->translations[1];
    assert_text(ukrainian->language, "uk");
    assert_text(phrase_in(ukrainian, TEXT("A dry spring")), "Суха весна");
    assert_int_equal(phrase_in(ukrainian, TEXT("A wet spring")).length, 0);
}

static void a_bundle_keeps_its_languages(void **state)
{
    struct fixture *fixture = *state;
    struct scenario *again =
        scenario_load_bundle(scenario_bundle(fixture->scenario), &fixture->diagnostics);
    assert_non_null(again);
    assert_text(scenario_in(again, TEXT("fr"))->title, "Le fleuve");
    assert_true(text_equal(again->hash, fixture->scenario->hash));
    scenario_close(again);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_river, close_river)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_locale_gives_the_scenario_in_its_language),
        TEST(the_rules_are_the_same_in_every_language),
        TEST(a_language_that_is_not_there_is_the_scenarios_own),
        TEST(a_sentence_is_found_by_what_it_says),
        TEST(a_bundle_keeps_its_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
