#include "scenario.h"
#include "test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BROOK SOURCE_DIR "/tests/scenarios/good/brook"

struct fixture {
    struct arena *arena;
    struct diagnostics diagnostics;
    struct scenario *scenario;
};

static int open_brook(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    assert_non_null(fixture);
    fixture->arena = arena_open();
    fixture->diagnostics.arena = fixture->arena;
    fixture->scenario = scenario_load(BROOK, &fixture->diagnostics);
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

static void every_shipped_scenario_loads_without_a_word(void **state)
{
    struct fixture *fixture = *state;
    static const char *const folders[] = {SOURCE_DIR "/rules/scenarios/paris",
                                          SOURCE_DIR "/rules/scenarios/river", BROOK};
    for (size_t index = 0; index < sizeof(folders) / sizeof(*folders); index++) {
        struct diagnostics diagnostics = {.arena = fixture->arena};
        struct scenario *scenario = scenario_load(folders[index], &diagnostics);
        assert_non_null(scenario);
        assert_int_equal(diagnostics.count, 0);
        scenario_close(scenario);
    }
}

/* Those that try what is rare may be warned of; none has an error. */
static void every_good_scenario_loads(void **state)
{
    struct fixture *fixture = *state;
    DIR *folder = opendir(SOURCE_DIR "/tests/scenarios/good");
    assert_non_null(folder);
    size_t count = 0;
    const struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        struct diagnostics diagnostics = {.arena = fixture->arena};
        struct text path =
            arena_print(fixture->arena, SOURCE_DIR "/tests/scenarios/good/%s", entry->d_name);
        struct scenario *scenario = scenario_load(path.at, &diagnostics);
        if (!scenario)
            fail_msg("%s: %.*s", entry->d_name, TEXT_ARGUMENTS(diagnostics.items[0].message));
        scenario_close(scenario);
        count++;
    }
    (void)closedir(folder);
    assert_true(count > 0);
}

static void a_folder_gives_every_part(void **state)
{
    const struct scenario *scenario = ((struct fixture *)*state)->scenario;
    assert_text(scenario->id, "brook");
    assert_text(scenario->common_briefing, "# The brook, for common\n");
    assert_text(scenario->teaching, "Ask what changed.\n");
    assert_true(scenario->map_svg.length > 0);
    assert_int_equal(scenario->party_count, 3);
    assert_text(scenario->parties[0].short_name, "North");
    assert_text(scenario->parties[1].short_name, "Southland");
    assert_text(scenario->parties[1].briefing, "# The brook, for sou\n");
    assert_int_equal(scenario->parties[0].observers, 1);
    assert_true(scenario->parties[2].mediator);
    assert_text(scenario->party_fields[0].id, "weight");
    assert_int_equal(scenario->party_fields[0].values[0], 3);
    assert_int_equal(scenario->party_fields[0].values[1], 0);
    assert_int_equal(scenario->party_fields[0].values[2], -1);
    assert_int_equal(scenario->essential, 3);
    assert_int_equal(scenario->spare[0], 2);
    assert_int_equal(scenario->first_move_counts[0], 1);
    assert_int_equal(scenario->first_moves[0][0].to, 2);
    assert_int_equal(scenario->first_moves[0][0].template, 0);
    assert_int_equal(scenario->instruction_counts[1], 1);
}

static void keys_are_listed_in_file_order_and_found_by_id(void **state)
{
    const struct scenario *scenario = ((struct fixture *)*state)->scenario;
    static const char *const ids[] = {"ceasefire", "nor.troops", "sou.troops", "delta.status",
                                      "hills.status"};
    assert_int_equal(scenario->key_count, 5);
    for (int index = 0; index < 5; index++)
        assert_int_equal(scenario_key(scenario, text_of(ids[index])), index);
    assert_int_equal(scenario_key(scenario, TEXT("med.troops")), -1);
    uint32_t troops = (uint32_t)scenario_clause_type(scenario, TEXT("troops"));
    assert_int_equal(scenario_key_of(scenario, troops, 1), 2);
    assert_int_equal(scenario_key_of(scenario, troops, 2), -1);
    assert_int_equal(scenario_key_of(scenario, 0, -1), 0);
    assert_int_equal(scenario->vary_count, 4);
    assert_int_equal(scenario->vary[1], 1);
}

static void slots_follow_one_another(void **state)
{
    const struct scenario *scenario = ((struct fixture *)*state)->scenario;
    assert_int_equal(scenario->slot_round, 0);
    assert_int_equal(scenario->slot_invited, 3);
    assert_int_equal(scenario->variables[0].slot, 4);
    assert_int_equal(scenario->variables[1].slot, 5);
    assert_int_equal(scenario->variables[2].slot, 8);
    const struct clause_type *ceasefire = &scenario->clause_types[0];
    const struct clause_type *troops = &scenario->clause_types[1];
    assert_int_equal(ceasefire->stride, 3);
    assert_int_equal(ceasefire->bound_slot, ceasefire->slot + 3);
    assert_int_equal(ceasefire->drafted_slot, ceasefire->bound_slot + 3);
    assert_int_equal(troops->slot, ceasefire->drafted_slot + 1);
    assert_int_equal(scenario->keys[2].slot, troops->slot + 2);
    assert_int_equal(scenario->formulas[0].slot, scenario->state_count);
    assert_true(scenario->world_count > scenario->state_count);
}

static void a_world_begins_with_starts_and_defaults(void **state)
{
    struct fixture *fixture = *state;
    const struct scenario *scenario = fixture->scenario;
    struct world world = world_open(scenario, fixture->arena);
    world_refresh(scenario, &world);
    assert_int_equal(world.slots[scenario->slot_round], 1);
    assert_int_equal(world.slots[scenario->slot_phase], scenario->phases[0].string);
    assert_int_equal(world.slots[scenario->variables[1].slot], 60);
    assert_int_equal(world.slots[scenario->variables[1].slot + 1], 50);
    assert_int_equal(world.slots[scenario->variables[2].slot], 1); /* delta is held by sou */
    assert_int_equal(world.slots[scenario->clause_types[0].slot], 0);
    assert_int_equal(world.slots[scenario->clause_types[0].slot + 1], 30);
    assert_int_equal(world.slots[scenario->formulas[0].slot], 60); /* calm */
    assert_int_equal(world.slots[scenario->formulas[2].slot], 30); /* pride, of calm */
    assert_int_equal(world.slots[scenario->formulas[3].slot], 1);
}

static void an_edition_opens_what_it_names_and_the_last_one_all(void **state)
{
    const struct scenario *scenario = ((struct fixture *)*state)->scenario;
    assert_int_equal(scenario->edition_count, 3);
    assert_int_equal(scenario->edition_start, 0);
    static const bool first[] = {true, false, false, true, false};
    for (size_t key = 0; key < 5; key++) {
        assert_int_equal(scenario->editions[0].open[key], first[key]);
        assert_true(scenario->editions[2].open[key]);
    }
    assert_int_equal(scenario->editions[0].rounds[1], 2);
    assert_int_equal(scenario->editions[0].minutes[1], 10);
    assert_int_equal(scenario->editions[0].minutes[0], 5);
    assert_int_equal(scenario->editions[2].rounds[1], 3);
    assert_int_equal(scenario->editions[2].id.length, 0);
    assert_int_equal(scenario_edition(scenario, TEXT("full")), 1);
}

static void an_effect_knows_its_target_and_its_place(void **state)
{
    const struct scenario *scenario = ((struct fixture *)*state)->scenario;
    const struct effects *resolve = &scenario->decisions[1].resolve;
    assert_int_equal(resolve->count, 6);
    assert_int_equal(resolve->items[0].kind, EFFECT_SET);
    assert_null(resolve->items[0].key);
    assert_text(resolve->items[0].path, "decisions.conduct.resolve.0");
    const struct effect *each = &resolve->items[1];
    assert_int_equal(each->kind, EFFECT_EACH);
    assert_true(each->local_slot >= scenario->state_count);
    assert_true(each->local_slot < scenario->world_count);
    assert_text(each->body.items[0].path, "decisions.conduct.resolve.1.do.0");
    assert_non_null(each->body.items[0].key);
    assert_non_null(each->body.items[0].when);
    assert_int_equal(resolve->items[4].kind, EFFECT_SAY);
    assert_true(resolve->items[4].to_whom.all);
    assert_int_equal(resolve->items[5].kind, EFFECT_END);
}

static void a_bundle_gives_the_same_scenario(void **state)
{
    struct fixture *fixture = *state;
    struct text bundle = scenario_bundle(fixture->scenario);
    struct diagnostics diagnostics = {.arena = fixture->arena};
    struct scenario *again = scenario_load_bundle(bundle, &diagnostics);
    assert_non_null(again);
    assert_true(text_equal(again->hash, fixture->scenario->hash));
    assert_int_equal(again->hash.length, 64);
    assert_true(text_equal(scenario_bundle(again), bundle));
    assert_true(text_equal(again->parties[2].briefing, fixture->scenario->parties[2].briefing));
    assert_int_equal(again->world_count, fixture->scenario->world_count);
    scenario_close(again);
}

static void a_torn_bundle_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct text bundle = scenario_bundle(fixture->scenario);
    for (size_t length = 0; length < bundle.length; length += 97) {
        struct diagnostics diagnostics = {.arena = fixture->arena};
        assert_null(scenario_load_bundle((struct text){bundle.at, length}, &diagnostics));
        assert_true(diagnostics.count > 0);
    }
    struct diagnostics diagnostics = {.arena = fixture->arena};
    assert_null(scenario_load_bundle(TEXT("scenario.json 99999999999999999999\n"), &diagnostics));
}

static void a_folder_that_is_not_there_is_told(void **state)
{
    struct fixture *fixture = *state;
    struct diagnostics diagnostics = {.arena = fixture->arena};
    assert_null(scenario_load(SOURCE_DIR "/tests/scenarios/nowhere", &diagnostics));
    assert_int_equal(diagnostics.count, 1);
    assert_text(diagnostics.items[0].message, "There is no such folder.");
    assert_null(scenario_load(BROOK "/scenario.json", &diagnostics));
    assert_int_equal(diagnostics.count, 2);
    assert_text(diagnostics.items[1].message, "This is a file: name the folder that it lies in.");
}

static void the_folders_name_is_the_id(void **state)
{
    struct fixture *fixture = *state;
    char folder[] = "/tmp/entente-scenario-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct text link = arena_print(fixture->arena, "%s/scenario.json", folder);
    assert_int_equal(symlink(BROOK "/scenario.json", link.at), 0);
    struct diagnostics diagnostics = {.arena = fixture->arena};
    assert_null(scenario_load(folder, &diagnostics));
    bool told = false;
    for (size_t index = 0; index < diagnostics.count; index++)
        told = told || (text_equal(diagnostics.items[index].path, TEXT("id")) &&
                        text_starts_with(diagnostics.items[index].message,
                                         TEXT("The folder's name is the id:")));
    assert_true(told);
    assert_int_equal(unlink(link.at), 0);
    assert_int_equal(rmdir(folder), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_brook, close_brook)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_shipped_scenario_loads_without_a_word),
        TEST(every_good_scenario_loads),
        TEST(a_folder_gives_every_part),
        TEST(keys_are_listed_in_file_order_and_found_by_id),
        TEST(slots_follow_one_another),
        TEST(a_world_begins_with_starts_and_defaults),
        TEST(an_edition_opens_what_it_names_and_the_last_one_all),
        TEST(an_effect_knows_its_target_and_its_place),
        TEST(a_bundle_gives_the_same_scenario),
        TEST(a_torn_bundle_is_refused),
        TEST(a_folder_that_is_not_there_is_told),
        TEST(the_folders_name_is_the_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
