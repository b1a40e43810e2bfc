/* Whole games of bots, and what is told of them afterwards. Each deal that they are said to have
 * left is played at its moment, from the words that are shown: drafted, signed by all who would
 * sign, in force at once, and more for each of them than what came in the end.
 *
 * ENTENTE_GAMES: how many games of each scenario. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots.h"
#include "codec.h"
#include "debrief.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRIES_MAX = 4096, STEPS_MAX = 3000, IDLE_MAX = 200 };

/* --- a game of bots --- */

struct bots_game {
    const struct scenario *scenario;
    struct arena *arena; /* holds every event of the record */
    struct game *game;
    struct record_entry entries[ENTRIES_MAX];
    struct record record;
    int64_t now;
};

static bool does(struct bots_game *table, struct command *command)
{
    struct decision_result result = decide(table->game, command, table->now, table->arena);
    if (result.refused || result.event_count == 0)
        return false;
    struct record_entry *entry = &table->entries[table->record.count];
    assert_true(table->record.count < ENTRIES_MAX);
    *entry = (struct record_entry){game_sequence(table->game) + 1, table->now, command->actor,
                                   result.events, result.event_count};
    if (table->record.count == 0)
        entry->sequence = 2; /* the pin is the first */
    record_apply(table->game, entry);
    table->record.count++;
    table->now += 1000;
    return true;
}

static struct command wish(enum command_type type, enum actor_kind kind)
{
    return (struct command){
        .type = type, .actor = {.kind = kind}, .key = -1, .party = -1, .quote_key = -1};
}

static struct text seat_of(struct bots_game *table, int party)
{
    return arena_print(table->arena, "seat-%d", party);
}

/* Whether any bot did anything. */
static bool bots_act(struct bots_game *table)
{
    bool acted = false;
    for (int party = 0; party < (int)table->scenario->party_count; party++) {
        struct command command = wish(COMMAND_TYPES, ACTOR_SEAT);
        struct text seat = seat_of(table, party);
        if (!bot_wants(NULL, table->game, party, seat, table->now, table->arena, &command))
            continue;
        command.actor = (struct actor){ACTOR_SEAT, seat, true};
        acted |= does(table, &command);
    }
    return acted;
}

static struct bots_game *bots_play(const struct scenario *scenario, uint64_t seed)
{
    struct arena *arena = arena_open();
    struct bots_game *table = ARENA_NEW(arena, struct bots_game);
    const struct game_options options = {.id = TEXT("table"),
                                         .name = TEXT("Room"),
                                         .edition = scenario->edition_start,
                                         .seed = {seed, seed * 7 + 1},
                                         .untimed = true};
    *table = (struct bots_game){.scenario = scenario, .arena = arena, .now = 1000000};
    table->record = (struct record){
        .scenario = scenario, .options = options, .at = 1000000, .entries = table->entries};
    table->game = game_open(scenario, &options);
    for (int party = 0; party < (int)scenario->party_count; party++) {
        struct command sit = wish(COMMAND_SEAT, ACTOR_CONTROL);
        sit.party = party;
        sit.seat = seat_of(table, party);
        sit.role = ROLE_HEAD;
        sit.flag = true;
        assert_true(does(table, &sit));
    }
    struct command begin = wish(COMMAND_START, ACTOR_CONTROL);
    assert_true(does(table, &begin));
    for (int step = 0; step < STEPS_MAX && !game_standing(table->game).final; step++) {
        int idle = 0;
        while (idle++ < IDLE_MAX && !game_standing(table->game).final && bots_act(table))
            ;
        struct command next = wish(COMMAND_ADVANCE, ACTOR_CONTROL);
        (void)does(table, &next);
    }
    assert_true(game_standing(table->game).final);
    return table;
}

static void bots_leave(struct bots_game *table)
{
    game_close(table->game);
    arena_close(table->arena);
}

/* --- playing what is shown --- */

/* The moment again, and a game that stands there. */
struct again {
    struct bots_game *table;
    struct game *game;
    int64_t at;
    struct text instrument;
    bool entered;
    size_t settled;
};

static void say(struct again *again, const char *method, const struct tree *parameters, int party)
{
    struct arena *arena = again->table->arena;
    struct command command;
    struct refusal refusal;
    assert_true(command_read(again->table->scenario, text_of(method), parameters, arena, &command,
                             &refusal));
    command.actor = (struct actor){ACTOR_SEAT, seat_of(again->table, party), false};
    struct decision_result result = decide(again->game, &command, again->at, arena);
    assert_false(result.refused);
    (void)tree_get_text(result.answer, TEXT("instrument"), &again->instrument);
    apply(again->game, game_sequence(again->game) + 1, again->at, &command.actor, result.events,
          result.event_count);
    for (size_t at = 0; at < result.event_count; at++) {
        if (!text_equal(result.events[at].instrument, again->instrument))
            continue;
        again->entered |= result.events[at].type == EVENT_ENTERED;
        again->settled += result.events[at].type == EVENT_SETTLED;
    }
}

/* The clauses without what instrument.draft does not take. */
static struct tree *clauses_of(const struct tree *text, struct arena *arena)
{
    const struct tree *shown = tree_get(text, TEXT("clauses"));
    struct tree *clauses = tree_list(arena);
    for (size_t at = 0; at < shown->count; at++) {
        struct tree *clause = tree_copy(arena, shown->members[at].value);
        struct tree *wished = tree_object(arena);
        for (size_t member = 0; member < clause->count; member++)
            if (!text_equal(clause->members[member].key, TEXT("id")))
                tree_set(arena, wished, clause->members[member].key, clause->members[member].value);
        tree_append(arena, clauses, wished);
    }
    return clauses;
}

/* The rules, but a signature counts at once: as if all had ratified. */
static const struct scenario *all_ratify(struct scenario *scenario, struct arena *arena)
{
    size_t count = scenario->instrument_count;
    struct instrument_type *types =
        arena_grow(arena, scenario->instruments, count, count, sizeof(*types));
    for (size_t kind = 0; kind < count; kind++)
        types[kind].ratified_when = NULL;
    scenario->instruments = types;
    return scenario;
}

static void moment_is_true(struct bots_game *table, const struct tree *moment)
{
    struct arena *arena = table->arena;
    const struct tree *text = tree_get(moment, TEXT("text"));
    const struct tree *gains = tree_get(moment, TEXT("gains"));
    struct tree *kind = tree_get(text, TEXT("kind"));
    struct tree *invited = tree_get(text, TEXT("invited"));
    int64_t n = 0;
    assert_true(tree_get_int(moment, TEXT("n"), &n));
    assert_in_range(n, 2, table->record.count + 1);
    struct record record = table->record;
    struct scenario without = *table->scenario;
    if (tree_get(moment, TEXT("ratification")))
        record.scenario = all_ratify(&without, arena);
    struct again again = {.table = table,
                          .game = record_game(&record, (size_t)n - 1),
                          .at = table->entries[n - 2].at};
    struct tree *draft = tree_object(arena);
    tree_set(arena, draft, TEXT("kind"), kind);
    tree_set(arena, draft, TEXT("invite"), invited);
    tree_set(arena, draft, TEXT("clauses"), clauses_of(text, arena));
    int author = scenario_party(table->scenario, invited->members[0].value->text);
    say(&again, "instrument.draft", draft, author);
    assert_int_equal(gains->count, invited->count);
    for (size_t at = 0; at < invited->count; at++) {
        struct tree *sign = tree_object(arena);
        tree_set_text(arena, sign, TEXT("instrument"), again.instrument);
        tree_set_int(arena, sign, TEXT("version"), 1);
        say(&again, "instrument.sign", sign,
            scenario_party(table->scenario, invited->members[at].value->text));
    }
    assert_true(again.entered);
    assert_int_equal(again.settled, tree_get(text, TEXT("clauses"))->count);
    for (size_t at = 0; at < invited->count; at++) {
        struct text id = invited->members[at].value->text;
        int party = scenario_party(table->scenario, id);
        struct party_score then = game_score(again.game, party, arena);
        struct party_score end = game_score(table->game, party, arena);
        int64_t deal, got, walking;
        const struct tree *gain = tree_get(gains, id);
        assert_true(tree_get_int(gain, TEXT("deal"), &deal));
        assert_true(tree_get_int(gain, TEXT("got"), &got));
        assert_true(tree_get_int(gain, TEXT("walking"), &walking));
        assert_int_equal(deal, then.expected);
        assert_int_equal(got, end.total);
        assert_true(deal > got && deal > walking);
    }
    game_close(again.game);
}

static const struct watch watch = {.stopped = watch_never, .told = watch_untold, .threads = 1};

/* How many games were shown a deal that they left. */
static size_t games_told(const char *id, uint64_t games)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct text folder = arena_print(arena, SOURCE_DIR "/rules/scenarios/%s", id);
    struct scenario *scenario = scenario_load(folder.at, &diagnostics);
    size_t shown = 0;
    assert_non_null(scenario);
    for (uint64_t seed = 1; seed <= games; seed++) {
        print_message("%s, seed %llu\n", id, (unsigned long long)seed);
        struct bots_game *table = bots_play(scenario, seed);
        const struct tree *left = debrief_left(&table->record, &watch, table->arena);
        const struct tree *moments = tree_get(left, TEXT("moments"));
        shown += moments->count > 0;
        for (size_t at = 0; at < moments->count; at++)
            moment_is_true(table, moments->members[at].value);
        assert_true(tree_equal(left, debrief_left(&table->record, &watch, table->arena)));
        bots_leave(table);
    }
    print_message("%s: %zu of %llu games left a deal\n", id, shown, (unsigned long long)games);
    scenario_close(scenario);
    arena_close(arena);
    return shown;
}

static uint64_t games_wanted(uint64_t otherwise)
{
    const char *games = getenv("ENTENTE_GAMES");
    return games ? strtoull(games, NULL, 10) : otherwise;
}

static void deals_left_in_the_river_can_be_played(void **state)
{
    (void)state;
    assert_true(games_told("river", games_wanted(12)) > 0);
}

static void deals_left_in_paris_can_be_played(void **state)
{
    (void)state;
    assert_true(games_told("paris", games_wanted(2)) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deals_left_in_the_river_can_be_played),
        cmocka_unit_test(deals_left_in_paris_can_be_played),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
