/* A game of heads without clock, one a delegation, kept as a record: as its journal would have it.
 */
#ifndef PLAYED_H
#define PLAYED_H

#include "test.h"

#include "codec.h"
#include "record.h"

enum { ENTRIES_MAX = 4096 };

struct played {
    const struct scenario *scenario;
    struct arena *arena; /* holds every event of the record */
    struct game *game;
    struct record_entry entries[ENTRIES_MAX];
    struct record record;
    int64_t now;
};

/* False where it is refused, or changes nothing. */
static inline bool played_does(struct played *table, struct command *command)
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

static inline struct command played_wish(enum command_type type, enum actor_kind kind)
{
    return (struct command){
        .type = type, .actor = {.kind = kind}, .key = -1, .party = -1, .quote_key = -1};
}

static inline struct text played_seat(struct played *table, int party)
{
    return arena_print(table->arena, "seat-%d", party);
}

/* It has begun. */
static inline struct played *played_open(const struct scenario *scenario, uint32_t edition,
                                         uint64_t seed, bool automatic)
{
    struct arena *arena = arena_open();
    struct played *table = ARENA_NEW(arena, struct played);
    const struct game_options options = {.id = TEXT("table"),
                                         .name = TEXT("Room"),
                                         .edition = edition,
                                         .seed = {seed, seed * 7 + 1},
                                         .untimed = true};
    *table = (struct played){.scenario = scenario, .arena = arena, .now = 1000000};
    table->record = (struct record){
        .scenario = scenario, .options = options, .at = 1000000, .entries = table->entries};
    table->game = game_open(scenario, &options);
    for (int party = 0; party < (int)scenario->party_count; party++) {
        struct command sit = played_wish(COMMAND_SEAT, ACTOR_CONTROL);
        sit.party = party;
        sit.seat = played_seat(table, party);
        sit.role = ROLE_HEAD;
        sit.flag = automatic;
        assert_true(played_does(table, &sit));
    }
    struct command begin = played_wish(COMMAND_START, ACTOR_CONTROL);
    assert_true(played_does(table, &begin));
    return table;
}

static inline void played_close(struct played *table)
{
    game_close(table->game);
    arena_close(table->arena);
}

#endif
