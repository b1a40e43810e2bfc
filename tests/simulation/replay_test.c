/* Replay draws nothing and reads no clock: random games are folded, entry by entry, from what their
 * journal would hold, into a game that has another seed, and are the same after every one.
 *
 * It prints a SHA-256 of every entry, state and view on the way. Builds by different compilers and
 * with different optimisations must print the same: tests/simulation/builds compares them. (The sum
 * is not written down here: it changes whenever a rule or a scenario does.) */
#include "../unit/test.h"

#include "codec.h"
#include "sha256.h"
#include "wishes.h"

enum { GAMES = 30, STEPS = 120 };

static struct sha256 played;

struct pair {
    const struct scenario *scenario;
    struct game *live, *folded;
    struct dice dice;
    uint64_t sequence;
    int64_t now;
    uint64_t stored[EVENT_TYPES]; /* how often what was */
};

static void played_add(struct text bytes)
{
    sha256_add(&played, bytes.at, bytes.length);
}

/* The state, and one audience's view of it. */
static void played_look(struct pair *pair, struct arena *arena)
{
    int who = (int)(pair->sequence % (pair->scenario->party_count + 2));
    struct audience audience = {AUDIENCE_PARTY, who};
    if (who >= (int)pair->scenario->party_count)
        audience = (struct audience){
            who == (int)pair->scenario->party_count ? AUDIENCE_PUBLIC : AUDIENCE_CONTROL, NONE};
    played_add(game_hash(pair->live, arena));
    played_add(json_write(arena, view(pair->live, audience, arena)));
}

static void pair_do(struct pair *pair, const struct command *command)
{
    struct arena *arena = arena_open();
    struct decision_result result = decide(pair->live, command, pair->now, arena);
    if (result.refused || result.event_count == 0) {
        arena_close(arena);
        return;
    }
    struct entry entry = {.sequence = ++pair->sequence,
                          .at = pair->now,
                          .by = command->actor,
                          .events = result.events,
                          .event_count = result.event_count,
                          .answer = result.answer};
    struct text bytes = entry_write(pair->scenario, &entry, arena);
    struct entry again;
    struct text why = TEXT("");
    if (!entry_read(pair->scenario, bytes, arena, &again, &why))
        fail_msg("seed %llu: %.*s: %.*s", (unsigned long long)pair->dice.seed.low,
                 TEXT_ARGUMENTS(why), TEXT_ARGUMENTS(bytes));
    for (size_t index = 0; index < result.event_count; index++)
        pair->stored[result.events[index].type]++;
    apply(pair->live, entry.sequence, entry.at, &entry.by, entry.events, entry.event_count);
    apply(pair->folded, again.sequence, again.at, &again.by, again.events, again.event_count);
    played_add(bytes);
    played_look(pair, arena);
    if (!text_equal(game_hash(pair->live, arena), game_hash(pair->folded, arena)))
        fail_msg("seed %llu: the fold differs after %.*s", (unsigned long long)pair->dice.seed.low,
                 TEXT_ARGUMENTS(bytes));
    arena_close(arena);
}

static const struct instrument *some_text(struct pair *pair)
{
    const struct position *position = &pair->live->position;
    int64_t count = (int64_t)position->instrument_count;
    return count ? &position->instruments[dice_throw(&pair->dice, 0, count - 1)] : NULL;
}

static struct command control_wish(struct pair *pair)
{
    static const enum command_type acts[] = {
        COMMAND_ADVANCE,     COMMAND_ADVANCE,        COMMAND_INJECT_FIRE,
        COMMAND_INJECT_HOLD, COMMAND_VARIABLE_SET,   COMMAND_PAUSE,
        COMMAND_RESUME,      COMMAND_SIGNATURE_VOID, COMMAND_INSTRUMENT_END};
    struct dice *dice = &pair->dice;
    const struct scenario *scenario = pair->scenario;
    struct command command =
        wish_of_control(acts[dice_throw(dice, 0, (int64_t)(sizeof(acts) / sizeof(*acts)) - 1)]);
    const struct instrument *text = some_text(pair);
    if (command.type == COMMAND_INJECT_FIRE || command.type == COMMAND_INJECT_HOLD) {
        if (scenario->inject_count == 0)
            return wish_of_control(COMMAND_ADVANCE);
        command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->inject_count - 1);
    } else if (command.type == COMMAND_VARIABLE_SET) {
        command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->variable_count - 1);
        const struct variable *variable = &scenario->variables[command.subject];
        command.key = variable->per == PER_NONE ? NONE : 0;
        command.value = dice_value(dice, scenario, &variable->domain);
    } else if (command.type == COMMAND_SIGNATURE_VOID || command.type == COMMAND_INSTRUMENT_END) {
        command.instrument = text ? text->id : TEXT("none");
        command.party = (int32_t)dice_throw(dice, 0, (int64_t)scenario->party_count - 1);
    }
    command.flag = dice_say(dice, 40);
    return command;
}

static struct command some_wish(struct pair *pair, struct arena *arena)
{
    static const enum message_to places[] = {TO_PLENARY, TO_PRESS, TO_CONTROL, TO_PARTIES};
    struct dice *dice = &pair->dice;
    const struct scenario *scenario = pair->scenario;
    party_set everyone = party_bit((int)scenario->party_count) - 1;
    int party = dice_party(dice, everyone);
    const struct instrument *text = some_text(pair);
    int64_t kind = dice_throw(dice, 0, 19);
    if (text && text->signed_by && text->status == INSTRUMENT_IN_FORCE && kind < 4) {
        struct command command =
            wish_of(scenario, dice_party(dice, text->signed_by), true, COMMAND_DENOUNCE, arena);
        command.instrument = text->id;
        return command;
    }
    if (text && kind < 11)
        return wish_act(dice, scenario, party, text, some_text(pair)->id, arena);
    if (kind < 14)
        return wish_draft(dice, scenario, party, everyone,
                          dice_say(dice, 20) ? TEXT("In our own words.") : TEXT(""), arena);
    if (kind < 16)
        return wish_words(dice, scenario, party, places[dice_throw(dice, 0, 3)], everyone, arena);
    if (kind < 18 && scenario->decision_count > 0)
        return wish_choice(dice, scenario, party, arena);
    return control_wish(pair);
}

static void pair_begin(struct pair *pair)
{
    struct arena *arena = arena_open();
    for (int party = 0; party < (int)pair->scenario->party_count; party++) {
        struct command command = wish_of_control(COMMAND_SEAT);
        command.seat = wish_of(pair->scenario, party, true, COMMAND_SEAT, arena).actor.seat;
        command.party = party;
        command.role = ROLE_HEAD;
        command.flag = party == 0; /* a bot's */
        pair_do(pair, &command);
    }
    struct command start = wish_of_control(COMMAND_START);
    pair_do(pair, &start);
    arena_close(arena);
}

static void pair_play(struct pair *pair, uint64_t seed)
{
    struct game_options options = {.id = TEXT("t1"),
                                   .name = TEXT("Room 1"),
                                   .edition = (uint32_t)pair->scenario->edition_count - 1,
                                   .seed = {seed, 7},
                                   .live = true};
    struct game_options other = options;
    other.seed = (struct seed){~seed, 8};
    pair->live = game_open(pair->scenario, &options);
    pair->folded = game_open(pair->scenario, &other);
    pair->dice = (struct dice){.seed = {seed, 3}};
    pair->sequence = 1;
    pair->now = 1769000000000;
    pair_begin(pair);
    for (int step = 0; step < STEPS && !pair->live->position.final; step++) {
        struct arena *arena = arena_open();
        struct command command = some_wish(pair, arena);
        pair->now += dice_throw(&pair->dice, 0, 20000);
        if (due(pair->live) <= pair->now) {
            struct command passed = {.type = COMMAND_TIME_PASSED,
                                     .actor = {.kind = ACTOR_CLOCK},
                                     .key = NONE,
                                     .party = NONE,
                                     .quote_key = NONE};
            pair_do(pair, &passed);
        }
        pair_do(pair, &command);
        arena_close(arena);
    }
    game_close(pair->live);
    game_close(pair->folded);
}

static struct pair pairs_of(const char *folder, uint64_t games)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    assert_non_null(scenario);
    struct pair pair = {.scenario = scenario};
    for (uint64_t seed = 1; seed <= games; seed++)
        pair_play(&pair, seed);
    scenario_close(scenario);
    arena_close(diagnostics.arena);
    return pair;
}

/* The dice are worth something only where much comes about. */
static void random_games_fold(void **state)
{
    (void)state;
    played = sha256_start();
    struct pair delta = pairs_of(SOURCE_DIR "/tests/scenarios/good/delta", GAMES);
    struct pair harbour = pairs_of(SOURCE_DIR "/tests/scenarios/good/harbour", GAMES);
    struct pair ridge = pairs_of(SOURCE_DIR "/tests/scenarios/good/ridge", GAMES);
    struct pair paris = pairs_of(SOURCE_DIR "/rules/scenarios/paris", GAMES / 6);
    static const enum event_type wanted[] = {
        EVENT_VERSION,         EVENT_ENTERED, EVENT_SETTLED, EVENT_SUSPENDED,
        EVENT_DENOUNCED,       EVENT_SET,     EVENT_INJECT,  EVENT_CHOSEN,
        EVENT_DECISION_CLOSED, EVENT_SAID,    EVENT_PAUSED,  EVENT_DECLINED,
        EVENT_LEAKED,          EVENT_ENDED};
    for (size_t index = 0; index < sizeof(wanted) / sizeof(*wanted); index++)
        if (delta.stored[wanted[index]] + harbour.stored[wanted[index]] +
                ridge.stored[wanted[index]] + paris.stored[wanted[index]] ==
            0)
            fail_msg("%s never came about", event_shapes[wanted[index]].name);
    unsigned char digest[SHA256_BYTES];
    sha256_finish(&played, digest);
    print_message("played: ");
    for (size_t index = 0; index < SHA256_BYTES; index++)
        print_message("%02x", digest[index]);
    print_message("\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_games_fold)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
