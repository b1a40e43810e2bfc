#include "replay.h"

struct reading {
    struct store *store;
    struct arena *arena;
    struct replay replay;
    uint64_t last;
    size_t capacity;
    struct text *entries;
    struct pin pin;
    struct text edition;
    struct scenario *scenario;
    struct record record;
    struct game *game;
    replay_done done;
    void *context;
};

/* Fills in the pin's edition; false where it is about another scenario. */
static bool pin_fits(const struct scenario *scenario, struct pin *pin, struct text edition)
{
    int found = scenario_edition(scenario, edition);
    if (found < 0 || !text_equal(pin->scenario_hash, scenario->hash))
        return false;
    pin->options.edition = (uint32_t)found;
    return true;
}

static void reading_end(struct reading *reading)
{
    reading->replay.game = reading->game;
    reading->done(reading->context, &reading->replay);
    if (reading->game)
        game_close(reading->game);
    scenario_close(reading->scenario);
    arena_close(reading->arena);
}

static struct text entry_fault(struct arena *arena, uint64_t entry, struct text why)
{
    return arena_print(arena, "entry %llu cannot be read: %.*s", (unsigned long long)entry,
                       TEXT_ARGUMENTS(why));
}

static bool record_add(struct record *record, struct record_entry *entries,
                       const struct entry *entry, struct arena *arena, struct text fault,
                       struct text *why)
{
    uint64_t number = record->count + 2;
    if (fault.length == 0 && entry->sequence != number)
        fault = TEXT("it is the entry of another place.");
    if (fault.length > 0) {
        *why = entry_fault(arena, number, fault);
        return false;
    }
    entries[record->count++] = (struct record_entry){entry->sequence, entry->at, entry->by,
                                                     entry->events, entry->event_count};
    return true;
}

bool record_read(const struct scenario *scenario, struct pin *pin, struct text edition,
                 const struct stored *stored, struct arena *arena, struct record *record,
                 struct text *why)
{
    if (!pin_fits(scenario, pin, edition)) {
        *why = TEXT("the store does not have its scenario, whole");
        return false;
    }
    size_t past = pin->past ? pin->past->count : 0;
    struct record_entry *read = ARENA_ARRAY(arena, struct record_entry, past + stored->count);
    *record = (struct record){
        .scenario = scenario, .options = pin->options, .at = pin->at, .entries = read};
    for (size_t at = 0; at < past + stored->count - 1 && record->count + 1 < stored->last; at++) {
        struct entry entry = {0};
        struct text fault = TEXT("");
        if (at < past)
            (void)entry_of_tree(scenario, pin->past->members[at].value, arena, &entry, &fault);
        else
            (void)entry_read(scenario, stored->entries[at - past + 1], arena, &entry, &fault);
        if (!record_add(record, read, &entry, arena, fault, why))
            return false;
    }
    return true;
}

static void reading_fold(struct reading *reading)
{
    struct replay *replay = &reading->replay;
    const struct stored stored = {reading->entries, replay->stored, reading->last};
    if (!record_read(reading->scenario, &reading->pin, reading->edition, &stored, reading->arena,
                     &reading->record, &replay->why))
        return;
    replay->count = reading->record.count + 1;
    replay->record = &reading->record;
    reading->game = record_game(&reading->record, reading->record.count);
    if (reading->record.count > 0)
        replay->at = reading->record.entries[reading->record.count - 1].at;
}

/* --- the scenario, kept in the store by its hash --- */

static void bundle_entry(void *context, uint64_t sequence, struct text bytes,
                         enum journal_outcome outcome)
{
    struct reading *reading = context;
    if (sequence > 0) {
        struct diagnostics diagnostics = {.arena = reading->arena};
        reading->scenario = scenario_load_bundle(bytes, &diagnostics);
        return;
    }
    if (reading->scenario)
        reading_fold(reading);
    else
        reading->replay.why = outcome == JOURNAL_DONE
                                  ? TEXT("the store does not have its scenario, whole")
                                  : arena_copy(reading->arena, bytes);
    reading_end(reading);
}

/* --- the journal --- */

static void entry_keep(struct reading *reading, uint64_t sequence, struct text bytes)
{
    uint64_t count = reading->replay.stored;
    if (sequence > reading->last || reading->replay.why.length > 0)
        return;
    if (sequence != count + 1) {
        reading->replay.why =
            arena_print(reading->arena, "entry %llu is missing", (unsigned long long)count + 1);
        return;
    }
    if (count == reading->capacity) {
        reading->capacity = count ? 2 * count : 64;
        reading->entries = arena_grow(reading->arena, reading->entries, count, reading->capacity,
                                      sizeof(struct text));
    }
    reading->entries[count] = arena_copy(reading->arena, bytes);
    reading->replay.entries = reading->entries;
    reading->replay.stored = count + 1;
}

static void journal_entry_came(void *context, uint64_t sequence, struct text bytes,
                               enum journal_outcome outcome)
{
    struct reading *reading = context;
    struct text why = TEXT("");
    if (sequence > 0) {
        entry_keep(reading, sequence, bytes);
        return;
    }
    if (outcome != JOURNAL_DONE)
        reading->replay.why = arena_copy(reading->arena, bytes);
    else if (reading->replay.why.length == 0 && reading->replay.stored == 0)
        reading->replay.why = TEXT("there is no such table");
    else if (reading->replay.why.length == 0 &&
             !pin_read(reading->entries[0], reading->arena, &reading->pin, &reading->edition, &why))
        reading->replay.why = entry_fault(reading->arena, 1, why);
    if (reading->replay.why.length > 0) {
        reading_end(reading);
        return;
    }
    reading->replay.at = reading->pin.at;
    reading->store->methods->blob_get(reading->store, reading->pin.scenario_hash, bundle_entry,
                                      reading);
}

void replay_read(struct store *store, const struct replay_wish *wish, replay_done done,
                 void *context)
{
    struct arena *arena = arena_open();
    struct reading *reading = ARENA_NEW(arena, struct reading);
    *reading = (struct reading){.store = store,
                                .arena = arena,
                                .last = wish->last,
                                .replay = {.table = arena_copy(arena, wish->table)},
                                .done = done,
                                .context = context};
    store->methods->read(store, arena_print(arena, "table/%.*s", TEXT_ARGUMENTS(wish->table)), 1,
                         journal_entry_came, reading);
}
