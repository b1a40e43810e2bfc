/* Coming back after a stop: every exercise and table is folded from its journal; what an exercise
 * asked of its tables and they have not done is asked again; live games go on where they stood. */
#include "state.h"

#include "must.h"

static void restore_finish(struct host *host);

static void restore_wait(struct host *host)
{
    host->restore_waits++;
}

static void restore_came(struct host *host)
{
    must(host->restore_waits > 0);
    if (--host->restore_waits == 0)
        restore_finish(host);
}

/* --- tables --- */

static void table_entry(void *subject, uint64_t sequence, struct text bytes)
{
    struct table *table = subject;
    if (!table->frozen && !table_fold(table, sequence, bytes)) {
        table->frozen = true;
        host_log(table->exercise->host, "table %.*s is frozen: entry %llu cannot be read",
                 TEXT_ARGUMENTS(table->id), (unsigned long long)sequence);
    }
}

static void table_pinned_again(void *context, struct table *table, const struct refusal *refusal,
                               struct text json)
{
    (void)context;
    (void)refusal;
    (void)json;
    restore_came(table->exercise->host);
}

static void table_read(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct table *table = subject;
    struct host *host = table->exercise->host;
    table->frozen |= outcome != JOURNAL_DONE;
    table->hash_told = table->sequence;
    if (!table->game && !table->frozen) {
        /* Stopped between the exercise's first entry and the table's. */
        restore_wait(host);
        table_pin(table, table_pinned_again, NULL);
    }
    restore_came(host);
}

static void tables_read(struct exercise *exercise)
{
    struct host *host = exercise->host;
    for (size_t index = 0; index < exercise->table_count; index++) {
        restore_wait(host);
        host_read(host, exercise->tables[index]->journal, 1, table_entry, table_read,
                  exercise->tables[index]);
    }
}

/* --- scenarios that are no longer on the shelf --- */

static void bundle_found(void *subject, uint64_t sequence, struct text bytes)
{
    (void)sequence;
    struct exercise *exercise = subject;
    struct host *host = exercise->host;
    if (scenario_by_hash(host, exercise->scenario_hash))
        return;
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load_bundle(bytes, &diagnostics);
    arena_close(diagnostics.arena);
    if (scenario)
        scenario_pin(host, scenario);
}

static void bundle_read(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)outcome;
    (void)words;
    struct exercise *exercise = subject;
    exercise_use_scenario(exercise);
    if (exercise->scenario) {
        index_put(&exercise->host->blobs, exercise->scenario->hash, exercise->scenario);
        tables_read(exercise);
    } else {
        exercise->frozen = true;
        host_log(exercise->host, "exercise %.*s: its scenario is not in the store",
                 TEXT_ARGUMENTS(exercise->id));
    }
    restore_came(exercise->host);
}

/* --- exercises --- */

static void exercise_entry(void *subject, uint64_t sequence, struct text bytes)
{
    struct exercise *exercise = subject;
    struct arena *arena = arena_open();
    struct text why;
    uint32_t line, column;
    const struct tree *entry = json_read(arena, bytes, &why, &line, &column);
    if (!exercise->frozen && (!entry || !exercise_fold(exercise, sequence, entry))) {
        exercise->frozen = true;
        host_log(exercise->host, "exercise %.*s is frozen: entry %llu cannot be read",
                 TEXT_ARGUMENTS(exercise->id), (unsigned long long)sequence);
    }
    arena_close(arena);
}

static void exercise_read(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct exercise *exercise = subject;
    exercise->frozen |= outcome != JOURNAL_DONE;
    if (exercise->deleted) {
        exercise_deleted_before(exercise);
    } else if (exercise->scenario) {
        tables_read(exercise);
    } else if (exercise->made) {
        restore_wait(exercise->host);
        host_blob_get(exercise->host, exercise->scenario_hash, bundle_found, bundle_read, exercise);
    }
    restore_came(exercise->host);
}

static void exercise_found(void *subject, struct text journal)
{
    struct host *host = subject;
    const size_t prefix = sizeof("exercise/") - 1;
    struct exercise *exercise =
        exercise_open(host, (struct text){journal.at + prefix, journal.length - prefix});
    restore_wait(host);
    host_read(host, journal, 1, exercise_entry, exercise_read, exercise);
}

static void gone_found(void *subject, struct text journal)
{
    const size_t prefix = sizeof("gone/") - 1;
    gone_note(subject, (struct text){journal.at + prefix, journal.length - prefix});
}

static void exercises_listed(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)outcome;
    (void)words;
    restore_came(subject);
}

/* --- what is still to be told --- */

static bool table_knows(const struct table *table, const struct drive *drive)
{
    return drive->sequence < table->drive_sequence ||
           (drive->sequence == table->drive_sequence && drive->index <= table->drive_index);
}

static void redriven(struct op *op)
{
    op_end(op);
}

/* Letters that a table knows already are answered without being done, so only their order matters.
 * An act whose answer was stored is done with, whatever the tables said. */
static void exercise_redrive(struct exercise *exercise)
{
    for (struct drive *drive = exercise->drives; drive; drive = drive->next) {
        bool told = true;
        for (size_t index = 0; index < exercise->table_count; index++)
            told = told && table_knows(exercise->tables[index], drive);
        if (told || drive->acknowledged)
            continue;
        struct op *op = op_open(exercise, NULL, NULL);
        op->finish = redriven;
        op->sequence = drive->sequence;
        op->waits++;
        op_drive_event(op, drive->index, drive->event);
        op_release_wait(op);
    }
    exercise->drives = exercise->last_drive = NULL;
}

/* --- live games stood still while the server did --- */

static void clock_moved(void *context, struct table *table, const struct refusal *refusal,
                        struct text json)
{
    (void)json;
    struct arena *arena = context;
    if (refusal)
        host_log(table->exercise->host, "table %.*s: its clock could not be moved: %.*s",
                 TEXT_ARGUMENTS(table->id), TEXT_ARGUMENTS(refusal->message));
    arena_close(arena);
}

static void table_move_clock(struct table *table)
{
    struct host *host = table->exercise->host;
    if (!table->game || table->frozen || !game_options(table->game)->live ||
        due(table->game) == INT64_MAX)
        return;
    int64_t alive = host->stopped_at > table->last_at ? host->stopped_at : table->last_at;
    int64_t away = host_now(host) - alive;
    if (away <= 0)
        return;
    struct arena *arena = arena_open();
    struct letter *letter = ARENA_NEW(arena, struct letter);
    letter->arena = arena;
    letter->command = (struct command){.type = COMMAND_EXTEND,
                                       .actor = {.kind = ACTOR_CLOCK},
                                       .value = away,
                                       .key = -1,
                                       .party = -1,
                                       .quote_key = -1};
    letter->before_clock = true;
    letter->done = clock_moved;
    letter->context = arena;
    table_submit(table, letter);
}

static void mark_found(void *subject, uint64_t sequence, struct text bytes)
{
    (void)sequence;
    struct host *host = subject;
    (void)text_to_int(bytes, &host->stopped_at);
}

static void mark_read(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)outcome;
    (void)words;
    restore_came(subject);
}

static void restore_finish(struct host *host)
{
    host->restoring = false;
    host->marked_at = host_now(host);
    for (struct exercise *exercise = host->exercises; exercise; exercise = exercise->next) {
        for (size_t index = 0; index < exercise->table_count; index++)
            table_move_clock(exercise->tables[index]);
        if (exercise->made && !exercise->frozen && !exercise->deleted)
            exercise_redrive(exercise);
        for (size_t index = 0; index < exercise->table_count; index++)
            table_rotate(exercise->tables[index]);
        people_restored(exercise);
        exercise_check_end(exercise);
    }
    /* A code is free again once its exercise has ended: the living have it. */
    for (struct exercise *exercise = host->exercises; exercise; exercise = exercise->next)
        if (exercise->made && !exercise->ended && !exercise->deleted)
            index_put(&host->codes, exercise->code, exercise);
    if (host->ready)
        host->ready(host->ready_context);
}

void host_restore(struct host *host, void (*ready)(void *context), void *context)
{
    host->restoring = true;
    host->ready = ready;
    host->ready_context = context;
    (void)host_now(host);
    restore_wait(host);
    host_blob_get(host, TEXT("mark/alive"), mark_found, mark_read, host);
    restore_wait(host);
    host_list(host, TEXT("exercise/"), exercise_found, exercises_listed, host);
    restore_wait(host);
    host_list(host, TEXT("gone/"), gone_found, exercises_listed, host);
}
