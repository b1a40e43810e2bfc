/* Secrecy is non-interference: two random games that differ only in what some do in secret show
 * everybody else the same bytes, after every step, and answer whatever else is asked or tried with
 * the same bytes. ENTENTE_TWINS is how many times as many games are played as by default. */
#include "../unit/test.h"

#include "random_rules.h"
#include "twins_common.h"

enum { STEPS = 80 };

static struct tally tally;

/* Something that is done in both games, and comes out alike. */
static void both_do(struct twins *twins, const struct command *command)
{
    common_do(twins, command);
    assert_false(twins->out);
}

static void everybody_sits(struct twins *twins)
{
    struct arena *arena = arena_open();
    for (int party = 0; party < (int)twins->scenario->party_count; party++)
        for (int role = 0; role < 2; role++) {
            struct command command = wish_of_control(COMMAND_SEAT);
            command.seat =
                wish_of(twins->scenario, party, role == 0, COMMAND_SEAT, arena).actor.seat;
            command.party = party;
            command.role = role ? ROLE_ADVISER : ROLE_HEAD;
            both_do(twins, &command);
        }
    arena_close(arena);
}

static void time_passes(struct twins *twins)
{
    twins->now += dice_throw(&twins->dice, 0, 20000);
    struct command passed = {.type = COMMAND_TIME_PASSED,
                             .actor = {.kind = ACTOR_CLOCK},
                             .key = NONE,
                             .party = NONE,
                             .quote_key = NONE};
    while (!twins->out && due(twins->plain) <= twins->now)
        common_do(twins, &passed);
}

static void twins_begin(struct twins *twins)
{
    twins_secretive(twins);
    everybody_sits(twins);
    struct command start = wish_of_control(COMMAND_START);
    both_do(twins, &start);
    struct command next = wish_of_control(COMMAND_ADVANCE);
    while (!(twins->scenario->phases[twins->plain->position.phase].allows & ALLOW_DRAFT))
        both_do(twins, &next);
}

static void twins_step(struct twins *twins)
{
    struct arena *arena = arena_open();
    for (int64_t count = dice_throw(&twins->dice, 0, 3); count > 0; count--)
        secret_do(twins);
    assert_same_for_others(twins);
    time_passes(twins);
    if (!twins->out) {
        struct command command = common_wish(twins, arena);
        common_do(twins, &command);
    }
    if (!twins->out)
        assert_same_for_others(twins);
    arena_close(arena);
}

static void twins_play(const struct scenario *scenario, uint64_t seed)
{
    struct game_options options = {.id = TEXT("t1"),
                                   .name = TEXT("Room 1"),
                                   .edition = (uint32_t)scenario->edition_count - 1,
                                   .seed = {seed, 7},
                                   .live = true,
                                   .untimed = seed % 4 != 0};
    struct twins twins = {.scenario = scenario,
                          .secretive = game_open(scenario, &options),
                          .plain = game_open(scenario, &options),
                          .dice = {.seed = {seed, 3}},
                          .asked = {.seed = {seed, 4}},
                          .brisk = seed % 5 < 2,
                          .loose = seed % 3 == 0,
                          .now = 1769000000000,
                          .arena = arena_open(),
                          .tally = &tally};
    twins_begin(&twins);
    for (; twins.step < STEPS && !twins.out && !twins.plain->position.final; twins.step++)
        twins_step(&twins);
    tally.games++;
    tally.steps += (uint64_t)twins.step;
    tally.out += twins.out;
    game_close((struct game *)twins.secretive);
    game_close((struct game *)twins.plain);
    arena_close(twins.arena);
}

static void twins_of(const char *folder, uint64_t games)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    assert_non_null(scenario);
    for (uint64_t seed = 1; seed <= games * tally_times(); seed++)
        twins_play(scenario, seed);
    scenario_close(scenario);
    arena_close(diagnostics.arena);
}

static void secrets_of_delta(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/tests/scenarios/good/delta", 40);
}

static void secrets_of_harbour(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/tests/scenarios/good/harbour", 20);
}

static void secrets_of_ridge(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/tests/scenarios/good/ridge", 20);
}

static void secrets_of_strait(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/tests/scenarios/good/strait", 20);
}

static void secrets_of_river(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/rules/scenarios/river", 20);
}

static void secrets_of_paris(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/rules/scenarios/paris", 4);
}

static void secrets_of_random_scenarios(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20 * tally_times(); seed++) {
        struct scenario *scenario = random_scenario(seed);
        twins_play(scenario, seed);
        scenario_close(scenario);
    }
}

/* The dice are worth something only where much is done in secret, of every kind. */
static void much_was_secret(void **state)
{
    (void)state;
    static const enum command_type wanted[] = {COMMAND_MESSAGE,
                                               COMMAND_DRAFT,
                                               COMMAND_AMEND,
                                               COMMAND_BRACKET,
                                               COMMAND_OPEN,
                                               COMMAND_LINK,
                                               COMMAND_SIGN,
                                               COMMAND_UNSIGN,
                                               COMMAND_DECLINE,
                                               COMMAND_WITHDRAW,
                                               COMMAND_CHOOSE,
                                               COMMAND_POWERS,
                                               COMMAND_INSTRUCTION_ADD,
                                               COMMAND_INSTRUCTION_REMOVE,
                                               COMMAND_PLAN,
                                               COMMAND_SUGGEST,
                                               COMMAND_SUGGESTION_ANSWER,
                                               COMMAND_RULING,
                                               COMMAND_INJECT_FIRE,
                                               COMMAND_INJECT_HOLD,
                                               COMMAND_MARK,
                                               COMMAND_INJECT_COMPOSE,
                                               COMMAND_VARIABLE_SET};
    for (size_t index = 0; index < sizeof(wanted) / sizeof(*wanted); index++)
        if (tally.by_type[wanted[index]] == 0)
            fail_msg("nothing of kind %d was done in secret", (int)wanted[index]);
    assert_true(tally.published > 0);
    tally_print(&tally);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(secrets_of_delta),
        cmocka_unit_test(secrets_of_harbour),
        cmocka_unit_test(secrets_of_ridge),
        cmocka_unit_test(secrets_of_strait),
        cmocka_unit_test(secrets_of_river),
        cmocka_unit_test(secrets_of_paris),
        cmocka_unit_test(secrets_of_random_scenarios),
        cmocka_unit_test(much_was_secret),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
