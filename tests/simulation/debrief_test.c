/* Whole games of bots, and what is told of them afterwards. Each deal that they are said to have
 * left is played at its moment, from the words that are shown: drafted, signed by all who would
 * sign, in force at once, and more for each of them than what came in the end.
 *
 * ENTENTE_GAMES: how many games of each scenario. */
#include "left_again.h"

#include "bots.h"
#include "debrief.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS_MAX = 3000, IDLE_MAX = 200 };

/* --- a game of bots --- */

/* Whether any bot did anything. */
static bool bots_act(struct played *table)
{
    bool acted = false;
    for (int party = 0; party < (int)table->scenario->party_count; party++) {
        struct command command = played_wish(COMMAND_TYPES, ACTOR_SEAT);
        struct text seat = played_seat(table, party);
        if (!bot_wants(NULL, table->game, party, seat, table->now, table->arena, &command))
            continue;
        command.actor = (struct actor){ACTOR_SEAT, seat, true};
        acted |= played_does(table, &command);
    }
    return acted;
}

static struct played *bots_play(const struct scenario *scenario, uint64_t seed)
{
    struct played *table = played_open(scenario, scenario->edition_start, seed, true);
    for (int step = 0; step < STEPS_MAX && !game_standing(table->game).final; step++) {
        int idle = 0;
        while (idle++ < IDLE_MAX && !game_standing(table->game).final && bots_act(table))
            ;
        struct command next = played_wish(COMMAND_ADVANCE, ACTOR_CONTROL);
        (void)played_does(table, &next);
    }
    assert_true(game_standing(table->game).final);
    return table;
}

/* --- what they left --- */

static const struct watch watch = {.stopped = watch_never, .told = watch_untold, .threads = 1};

/* How many games were shown a deal that they left. */
static size_t games_told(const char *id, uint64_t games)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct text folder = arena_print(arena, SOURCE_DIR "/rules/scenarios/%s", id);
    struct scenario *scenario = scenario_load(folder.at, &diagnostics);
    size_t shown = 0, several = 0;
    assert_non_null(scenario);
    for (uint64_t seed = 1; seed <= games; seed++) {
        print_message("%s, seed %llu\n", id, (unsigned long long)seed);
        struct played *table = bots_play(scenario, seed);
        const struct tree *left = debrief_left(&table->record, &watch, table->arena);
        const struct tree *moments = tree_get(left, TEXT("moments"));
        shown += moments->count > 0;
        for (size_t at = 0; at < moments->count; at++) {
            again_plays(table, moments->members[at].value);
            several += tree_get(moments->members[at].value, TEXT("texts"))->count > 1;
        }
        assert_true(tree_equal(left, debrief_left(&table->record, &watch, table->arena)));
        played_close(table);
    }
    print_message("%s: %zu of %llu games left a deal; %zu deals of several texts\n", id, shown,
                  (unsigned long long)games, several);
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
