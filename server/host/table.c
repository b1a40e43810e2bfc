/* One table: its mailbox, its journal, its fold. */
#include "looking.h"
#include "stream.h"

#include "must.h"
#include "replay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table *table_open(struct exercise *exercise, struct text id, struct text name,
                         struct seed seed)
{
    struct arena *arena = arena_open();
    struct table *table = ARENA_NEW(arena, struct table);
    table->arena = arena;
    table->exercise = exercise;
    table->id = arena_copy(arena, id);
    table->name = arena_copy(arena, name);
    table->journal = arena_print(arena, "table/%.*s", TEXT_ARGUMENTS(id));
    table->seed = seed;
    table->stuck_due = INT64_MIN;
    table->bots_at = INT64_MAX;
    return table;
}

void table_close(struct table *table)
{
    for (size_t index = 0; table->streams && index < table->exercise->scenario->party_count + 2;
         index++)
        stream_close(table->streams[index]);
    for (struct seat_keys *seat = table->seats; seat; seat = seat->next)
        key_ring_close(&seat->ring);
    game_close(table->game);
    archive_forget(table);
    finding_close(&table->left);
    arena_close(table->summary_arena);
    arena_close(table->arena);
}

/* --- keys --- */

struct key_ring *table_keys(struct table *table, struct text seat)
{
    for (struct seat_keys *keys = table->seats; keys; keys = keys->next)
        if (text_equal(keys->seat, seat))
            return &keys->ring;
    struct seat_keys *keys = ARENA_NEW(table->arena, struct seat_keys);
    keys->seat = arena_copy(table->arena, seat);
    keys->next = table->seats;
    table->seats = keys;
    return &keys->ring;
}

/* "<seat>:17", or "x<exercise's sequence>.<index>", or nothing. */
static struct text letter_key(const struct letter *letter)
{
    if (letter->drive_sequence > 0)
        return arena_print(letter->arena, "x%llu.%u", (unsigned long long)letter->drive_sequence,
                           letter->drive_index);
    if (letter->key > 0)
        return arena_print(letter->arena, "%.*s:%lld", TEXT_ARGUMENTS(letter->seat),
                           (long long)letter->key);
    return TEXT("");
}

static void key_remember(struct table *table, const struct entry *entry, struct arena *scratch)
{
    struct text key = entry->key;
    unsigned long long sequence;
    unsigned int index;
    char end;
    if (key.length > 0 && key.at[0] == 'x' &&
        sscanf(arena_copy(scratch, key).at, "x%llu.%u%c", &sequence, &index, &end) == 2) {
        table->drive_sequence = sequence;
        table->drive_index = index;
        return;
    }
    const char *colon = key.length > 0 ? memrchr(key.at, ':', key.length) : NULL;
    if (!colon)
        return;
    struct text seat = {key.at, (size_t)(colon - key.at)};
    struct text digits = {colon + 1, key.length - seat.length - 1};
    int64_t number;
    if (text_to_int(digits, &number))
        key_keep(table_keys(table, seat), number,
                 entry->answer ? json_write(scratch, entry->answer) : TEXT("{}"));
}

static bool drive_known(const struct table *table, const struct letter *letter)
{
    return letter->drive_sequence > 0 && (letter->drive_sequence < table->drive_sequence ||
                                          (letter->drive_sequence == table->drive_sequence &&
                                           letter->drive_index <= table->drive_index));
}

/* --- the fold --- */

static void clock_note(struct table *table, const struct event *events, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        table->started |= events[index].type == EVENT_STARTED;
        table->closed |= events[index].type == EVENT_CLOSED;
    }
}

/* Makes the entry true, and sends patches to everybody who looks on. */
static void entry_fold(struct table *table, const struct entry *entry, struct arena *scratch)
{
    struct step *step = table_step(table, scratch);
    apply(table->game, entry->sequence, entry->at, &entry->by, entry->events, entry->event_count);
    table->sequence = entry->sequence;
    table->last_at = entry->at;
    clock_note(table, entry->events, entry->event_count);
    key_remember(table, entry, scratch);
    rotation_note(table, entry);
    arena_close(table->summary_arena);
    table->summary_arena = NULL;
    table->summary = NULL;
    table_show_step(table, step, scratch);
}

static bool pin_fold(struct table *table, struct text bytes, struct arena *arena)
{
    struct exercise *exercise = table->exercise;
    struct pin pin;
    struct text edition, why;
    struct record record;
    if (!pin_read(bytes, arena, &pin, &edition, &why) ||
        !record_read(exercise->scenario, &pin, edition, &(struct stored){NULL, 1, UINT64_MAX},
                     arena, &record, &why))
        return false;
    table->game = record_game(&record, record.count);
    table->past = record.count;
    table->sequence = 1 + record.count;
    table->last_at = pin.at;
    for (size_t at = 0; at < record.count; at++)
        clock_note(table, record.entries[at].events, record.entries[at].event_count);
    table->phase_seen = table->started;
    return true;
}

bool table_fold(struct table *table, uint64_t sequence, struct text bytes)
{
    struct arena *arena = arena_open();
    bool folded = false;
    if (sequence == 1 && !table->game) {
        folded = pin_fold(table, bytes, arena);
    } else if (table->game && sequence + table->past == table->sequence + 1) {
        struct entry entry;
        struct text why;
        folded = entry_read(table->exercise->scenario, bytes, arena, &entry, &why);
        entry.sequence = sequence + table->past;
        if (folded)
            entry_fold(table, &entry, arena);
        else
            host_log(table->exercise->host, "table %.*s, entry %llu: %.*s",
                     TEXT_ARGUMENTS(table->id), (unsigned long long)sequence, TEXT_ARGUMENTS(why));
    }
    arena_close(arena);
    return folded;
}

void table_log_hash(struct table *table)
{
    struct host *host = table->exercise->host;
    if (!host->ports.log || !table->game || table->hash_told == table->sequence)
        return;
    table->hash_told = table->sequence;
    struct arena *arena = arena_open();
    struct text hash = game_hash(table->game, arena);
    host_log(host, "table %.*s stands at entry %llu, its state is %.*s", TEXT_ARGUMENTS(table->id),
             (unsigned long long)table->sequence, TEXT_ARGUMENTS(hash));
    arena_close(arena);
}

/* The exercise's page shows its tables, too. */
static void table_tell_exercise(struct table *table)
{
    if (exercise_check_end(table->exercise))
        exercise_changed(table->exercise);
    else
        exercise_table_changed(table->exercise);
}

/* --- the mailbox --- */

/* A delegation that is refused again and again may need help. */
static void refusal_count(struct table *table, struct text seat, bool refused)
{
    int party = table->game ? game_seat(table->game, seat, NULL, NULL) : -1;
    if (!table->refused)
        table->refused =
            ARENA_ARRAY(table->arena, uint32_t, table->exercise->scenario->party_count);
    table->refusals += refused;
    if (party >= 0)
        table->refused[party] = refused ? table->refused[party] + 1 : 0;
    if (refused)
        exercise_table_changed(table->exercise);
}

static void letter_end(struct table *table, struct letter *letter, const struct refusal *refusal,
                       struct text json)
{
    if (letter->command.actor.kind == ACTOR_SEAT)
        refusal_count(table, letter->command.actor.seat, refusal != NULL);
    letter->done(letter->context, table, refusal, json);
}

static void letter_refuse(struct table *table, struct letter *letter, const char *type,
                          const char *message)
{
    struct refusal refusal = {.type = type, .path = TEXT(""), .message = text_of(message)};
    letter_end(table, letter, &refusal, TEXT(""));
}

static void table_freeze(struct table *table)
{
    table->frozen = true;
    host_log(table->exercise->host, "table %.*s is frozen: it is not known what was stored",
             TEXT_ARGUMENTS(table->id));
    while (table->letters) {
        struct letter *letter = table->letters;
        table->letters = letter->next;
        letter_refuse(table, letter, "store.failed", "The table stands still; nothing was done.");
    }
    table->last_letter = NULL;
}

static void letter_stored(struct table *table, struct letter *letter)
{
    struct entry entry = {
        .sequence = table->sequence + 1,
        .at = letter->at,
        .key = letter_key(letter),
        .by = letter->command.actor,
        .events = letter->events,
        .event_count = letter->event_count,
        .answer = letter->answer,
    };
    bool closed = table->closed;
    entry_fold(table, &entry, letter->arena);
    if (table->closed && !closed) {
        table_log_hash(table);
        exercise_changed(table->exercise); /* The hall offers no seat here any more. */
    }
    if (table->exercise->host->has_bots) {
        table->bots_at = letter->at + table->exercise->host->bots.pause_ms;
        table_note_pen(table, letter);
    }
    table_tell_exercise(table);
    letter_end(table, letter, NULL,
               letter->answer ? json_write(letter->arena, letter->answer) : TEXT("{}"));
    table_rotate(table);
}

static void conflict_entry(void *subject, uint64_t sequence, struct text bytes)
{
    struct table *table = subject;
    (void)table_fold(table, sequence, bytes);
}

enum { CONFLICTS_MAX = 100 };

/* Somebody else wrote that place: what they wrote is true, and our command is decided again. */
static void conflict_read(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct table *table = subject;
    struct letter *letter = table->flying;
    table->flying = NULL;
    table->busy = false;
    if (outcome != JOURNAL_DONE) {
        letter_refuse(table, letter, "store.failed", "The store failed; nothing was done.");
    } else if (++letter->conflicts > CONFLICTS_MAX) {
        letter_refuse(table, letter, "store.failed", "The store contradicts itself.");
        table_freeze(table);
    } else {
        table_tell_exercise(table);
        letter->next = table->letters;
        table->letters = letter;
        if (!table->last_letter)
            table->last_letter = letter;
    }
    table_pump(table);
}

static void letter_appended(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct table *table = subject;
    struct letter *letter = table->flying;
    if (outcome == JOURNAL_CONFLICT) {
        host_read(table->exercise->host, table->journal, table->sequence + 1 - table->past,
                  conflict_entry, conflict_read, table);
        return;
    }
    table->flying = NULL;
    table->busy = false;
    switch (outcome) {
    case JOURNAL_DONE:
        letter_stored(table, letter);
        break;
    case JOURNAL_FAILED:
        letter_refuse(table, letter, "store.failed",
                      "The store failed; nothing was done. Tell whoever runs the server.");
        break;
    case JOURNAL_UNKNOWN:
    case JOURNAL_CONFLICT:
        letter_refuse(table, letter, "store.failed",
                      "The store did not answer; it is not known whether it was done.");
        table_freeze(table);
        break;
    }
    table_pump(table);
}

/* True where the letter's answer is known already, and given. */
static bool letter_known(struct table *table, struct letter *letter)
{
    if (drive_known(table, letter)) {
        letter_end(table, letter, NULL, TEXT("{}"));
        return true;
    }
    struct text json;
    if (letter->key <= 0)
        return false;
    switch (key_find(table_keys(table, letter->seat), letter->key, &json)) {
    case KEY_NEW:
        return false;
    case KEY_KNOWN:
        letter_end(table, letter, NULL, json);
        return true;
    case KEY_EXPIRED:
        letter_refuse(table, letter, "command.expired",
                      "That was asked too long ago to know whether it was done.");
        return true;
    }
    return false;
}

static void letter_run(struct table *table, struct letter *letter, int64_t now)
{
    if (letter_known(table, letter))
        return;
    struct decision_result result = decide(table->game, &letter->command, now, letter->arena);
    if (result.refused) {
        letter_end(table, letter, &result.refusal, TEXT(""));
        return;
    }
    letter->at = now;
    letter->events = result.events;
    letter->event_count = result.event_count;
    letter->answer = result.answer;
    if (result.event_count == 0) {
        struct text json = result.answer ? json_write(letter->arena, result.answer) : TEXT("{}");
        if (letter->key > 0)
            key_keep(table_keys(table, letter->seat), letter->key, json);
        letter_end(table, letter, NULL, json);
        return;
    }
    struct entry entry = {
        .sequence = table->sequence + 1,
        .at = now,
        .key = letter_key(letter),
        .by = letter->command.actor,
        .events = letter->events,
        .event_count = letter->event_count,
        .answer = letter->answer,
    };
    table->busy = true;
    table->flying = letter;
    host_append(table->exercise->host, table->journal, entry.sequence - table->past,
                entry_write(table->exercise->scenario, &entry, letter->arena), letter_appended,
                table);
}

static void time_passed(void *context, struct table *table, const struct refusal *refusal,
                        struct text json)
{
    (void)json;
    struct letter *letter = context;
    /* A deadline that stays where it is would be passed for ever. */
    if (refusal || letter->event_count == 0) {
        table->stuck_due = due(table->game);
        host_log(table->exercise->host, "table %.*s: its deadline cannot be passed",
                 TEXT_ARGUMENTS(table->id));
    }
    arena_close(letter->arena);
}

static void table_pass_time(struct table *table, int64_t now)
{
    struct arena *arena = arena_open();
    struct letter *letter = ARENA_NEW(arena, struct letter);
    letter->arena = arena;
    letter->command = (struct command){.type = COMMAND_TIME_PASSED,
                                       .actor = {.kind = ACTOR_CLOCK},
                                       .key = -1,
                                       .party = -1,
                                       .quote_key = -1};
    letter->done = time_passed;
    letter->context = letter;
    letter_run(table, letter, now);
}

static bool time_is_up(const struct table *table, int64_t now)
{
    int64_t deadline = due(table->game);
    return deadline <= now && deadline != table->stuck_due;
}

void table_pump(struct table *table)
{
    if (table->pumping)
        return;
    table->pumping = true;
    while (table->game && !table->busy && !table->frozen) {
        int64_t now = host_now(table->exercise->host);
        if (now < table->last_at)
            now = table->last_at;
        struct letter *letter = table->letters;
        if (time_is_up(table, now) && !(letter && letter->before_clock)) {
            table_pass_time(table, now);
            continue;
        }
        if (!letter)
            break;
        table->letters = letter->next;
        if (!table->letters)
            table->last_letter = NULL;
        letter->next = NULL;
        letter_run(table, letter, now);
    }
    table->pumping = false;
}

void table_submit(struct table *table, struct letter *letter)
{
    if (table->frozen) {
        letter_refuse(table, letter, "store.failed", "The table stands still; nothing was done.");
        return;
    }
    letter->next = NULL;
    if (table->last_letter)
        table->last_letter->next = letter;
    else
        table->letters = letter;
    table->last_letter = letter;
    table_pump(table);
}

int64_t table_due(const struct table *table)
{
    if (!table->game || table->busy || table->frozen)
        return INT64_MAX;
    int64_t deadline = due(table->game);
    if (deadline == table->stuck_due)
        deadline = INT64_MAX;
    return table->bots_at < deadline ? table->bots_at : deadline;
}

void table_tick(struct table *table)
{
    table_pump(table);
    if (table->bots_at <= host_now(table->exercise->host))
        table_ask_bots(table);
}

/* --- the beginning --- */

struct pinning {
    struct table *table;
    letter_done done;
    void *context;
    struct arena *arena;
    struct text bytes;
};

static void table_pinned(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct pinning pinning = *(struct pinning *)subject;
    struct refusal refusal = {.type = "store.failed",
                              .path = TEXT(""),
                              .message = TEXT("The store failed; the table was not made.")};
    struct table *table = pinning.table;
    bool done = outcome == JOURNAL_DONE && table_fold(table, 1, pinning.bytes);
    table->frozen = !done;
    pinning.done(pinning.context, table, done ? NULL : &refusal, TEXT("{}"));
    arena_close(pinning.arena);
    if (done)
        table_pump(table);
    else
        table_freeze(table);
}

void table_pin(struct table *table, letter_done done, void *context)
{
    struct exercise *exercise = table->exercise;
    struct arena *arena = arena_open();
    struct pinning *pinning = ARENA_NEW(arena, struct pinning);
    struct pin pin = {
        .scenario_hash = exercise->scenario->hash,
        .at = host_now(exercise->host),
        .past = tree_get(table->fork, TEXT("past")),
        .parent = tree_get(table->fork, TEXT("parent")),
        .options = {.id = table->id,
                    .name = table->name,
                    .edition = exercise->edition,
                    .seed = table->seed,
                    .live = !exercise->async,
                    .calculator = exercise->calculator,
                    .advice = exercise->advice,
                    .open_scores = exercise->alone,
                    .untimed = exercise->untimed},
    };
    *pinning =
        (struct pinning){table, done, context, arena, pin_write(&pin, exercise->scenario, arena)};
    host_append(exercise->host, table->journal, 1, pinning->bytes, table_pinned, pinning);
}
