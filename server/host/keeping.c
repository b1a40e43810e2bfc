/* How long an exercise is kept, and how it goes.
 *
 * That it is deleted is an entry of its own journal: from then on nobody is let in. Then its
 * tables' journals are dropped, then its scenario where no other game is pinned to it, and its own
 * journal last: a restart in the middle finds the entry and goes on. All that stays is the
 * exercise's id, so that who comes back can be told. */
#include "method.h"

#include "must.h"

enum { DAY_MS = 24 * 60 * 60 * 1000, RETRY_MS = 60 * 1000 };

/* --- until when --- */

/* A deadline to come is an act: a game that waits for it is under way. */
static int64_t table_last(const struct table *table)
{
    int64_t deadline = table->game ? due(table->game) : INT64_MAX;
    return deadline != INT64_MAX && deadline > table->last_at ? deadline : table->last_at;
}

int64_t exercise_keep_until(const struct exercise *exercise)
{
    if (exercise->host->keep_ms == 0 || exercise->kept)
        return INT64_MAX;
    int64_t last = exercise->listing.starts_at > exercise->last_at ? exercise->listing.starts_at
                                                                   : exercise->last_at;
    for (size_t index = 0; index < exercise->table_count; index++) {
        int64_t at = table_last(exercise->tables[index]);
        if (at > last)
            last = at;
    }
    /* To the end of the day, so that not every act changes what people are told. */
    return (last / DAY_MS + 1) * DAY_MS + exercise->host->keep_ms;
}

/* --- nobody is let in any more --- */

static void holder_forget(struct holder *holder)
{
    struct index *tokens = &holder->exercise->host->tokens;
    if (holder->hash.length > 0 && index_find(tokens, holder->hash) == holder)
        index_remove(tokens, holder->hash);
}

static void exercise_shut(struct exercise *exercise)
{
    struct host *host = exercise->host;
    for (struct person *person = exercise->people; person; person = person->next)
        holder_forget(&person->holder);
    for (struct controller *one = exercise->controllers; one; one = one->next)
        holder_forget(&one->holder);
    holder_forget(&exercise->spectator);
    for (struct spectator *one = exercise->spectators; one; one = one->older)
        holder_forget(&one->holder);
    if (index_find(&host->codes, exercise->code) == exercise)
        index_remove(&host->codes, exercise->code);
    exercise_cut(exercise, NULL, "deleted", "this exercise was deleted");
    host->dying++;
}

void exercise_deleted_before(struct exercise *exercise)
{
    for (size_t index = 0; index < exercise->table_count; index++)
        exercise->tables[index]->frozen = true; /* They are not read. */
    exercise_shut(exercise);
}

/* --- its journals go --- */

/* Nothing that was asked of it is still under way. What only reads was asked of the store before,
 * and is answered before. */
static bool exercise_is_quiet(const struct exercise *exercise)
{
    if (exercise->busy || exercise->ops || exercise->flying || exercise->acts)
        return false;
    for (size_t index = 0; index < exercise->table_count; index++) {
        const struct table *table = exercise->tables[index];
        if (table->busy || table->letters || (!table->game && !table->frozen))
            return false;
    }
    return true;
}

static bool scenario_is_used(const struct exercise *exercise)
{
    const struct exercise *other = exercise->host->exercises;
    while (other &&
           (other == exercise || !text_equal(other->scenario_hash, exercise->scenario_hash)))
        other = other->next;
    return other != NULL;
}

static void exercise_forget(struct exercise *exercise)
{
    struct host *host = exercise->host;
    struct exercise *before = NULL;
    for (struct exercise *one = host->exercises; one != exercise; one = one->next)
        before = one;
    if (before)
        before->next = exercise->next;
    else
        host->exercises = exercise->next;
    if (host->last_exercise == exercise)
        host->last_exercise = before;
    index_remove(&host->exercise_ids, exercise->id);
    for (size_t index = 0; index < exercise->table_count; index++)
        index_remove(&host->tables, exercise->tables[index]->id);
    host_log(host, "exercise %.*s is deleted", TEXT_ARGUMENTS(exercise->id));
    exercise_close(exercise);
    scenarios_unpin(host);
}

static void bury_next(struct exercise *exercise);

static void bury_done(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct exercise *exercise = subject;
    struct host *host = exercise->host;
    /* Its id may have been noted before a stop. */
    bool done = outcome == JOURNAL_DONE ||
                (outcome == JOURNAL_CONFLICT && exercise->buried == exercise->table_count);
    if (!done) {
        host->burying = NULL;
        host->bury_at = host_now(host) + RETRY_MS;
        exercise->buried = 0;
        return;
    }
    exercise->buried++;
    bury_next(exercise);
}

void gone_note(struct host *host, struct text id)
{
    index_put(&host->gone, arena_copy(host->arena, id), host);
}

/* One question to the store at a time. */
static void bury_next(struct exercise *exercise)
{
    struct host *host = exercise->host;
    size_t step = exercise->buried, tables = exercise->table_count;
    struct arena *scratch = arena_open();
    if (step < tables) {
        host_drop(host, exercise->tables[step]->journal, bury_done, exercise);
    } else if (step == tables) {
        host_append(host, arena_print(scratch, "gone/%.*s", TEXT_ARGUMENTS(exercise->id)), 1,
                    TEXT("{}"), bury_done, exercise);
    } else if (step == tables + 1) {
        if (scenario_is_used(exercise)) {
            exercise->buried++;
            bury_next(exercise);
        } else {
            index_remove(&host->blobs, exercise->scenario_hash);
            host_blob_drop(host, exercise->scenario_hash, bury_done, exercise);
        }
    } else if (step == tables + 2) {
        host_drop(host, arena_print(scratch, "exercise/%.*s", TEXT_ARGUMENTS(exercise->id)),
                  bury_done, exercise);
    } else {
        gone_note(host, exercise->id);
        host->burying = NULL;
        host->dying--;
        exercise_forget(exercise);
        keeping_tick(host);
    }
    arena_close(scratch);
}

/* --- it is to be deleted --- */

static void deleted_decide(struct op *op)
{
    if (op->asked || exercise_keep_until(op->exercise) <= host_now(op->exercise->host))
        (void)op_event(op, "deleted");
}

static void deleted_finish(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct host *host = exercise->host;
    host->bury_at = 0;
    /* Answered first, for the asker is shut out too. */
    if (op->asked)
        asked_answer(op->asked, tree_object(op->arena));
    else
        op_end(op);
    if (exercise->deleted) {
        exercise_shut(exercise);
        keeping_tick(host);
    }
}

static void exercise_expire(struct exercise *exercise)
{
    struct op *op = op_open(exercise, NULL, deleted_decide);
    op->finish = deleted_finish;
    op_submit(op);
}

void exercise_delete(struct asked *asked)
{
    struct exercise *exercise = asked->holder->exercise;
    if (!text_equal(parameter_text(asked, "name", true), exercise->name))
        parameter_refuse(asked, "exercise.name", "name",
                         "To delete an exercise, send its name exactly as it is written.");
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(exercise, asked, deleted_decide);
    op->finish = deleted_finish;
    op_submit(op);
}

/* --- kept on purpose --- */

static void keep_decide(struct op *op)
{
    bool on = parameter_flag(op->asked, "on", true);
    if (on != op->exercise->kept)
        tree_set_bool(op->arena, op_event(op, "kept"), TEXT("on"), on);
}

void exercise_keep(struct asked *asked)
{
    (void)parameter_flag(asked, "on", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    op_submit(op_open(asked->holder->exercise, asked, keep_decide));
}

void exercise_fate(struct asked *asked)
{
    struct text id = parameter_text(asked, "exercise", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    const struct exercise *exercise = index_find(&asked->host->exercise_ids, id);
    struct tree *answer = tree_object(asked->arena);
    tree_set_bool(asked->arena, answer, TEXT("deleted"),
                  index_find(&asked->host->gone, id) || (exercise && exercise->deleted));
    asked_answer(asked, answer);
}

/* --- its time has come --- */

int64_t keeping_due(const struct host *host)
{
    if (host->burying)
        return INT64_MAX;
    if (host->dying > 0)
        for (const struct exercise *exercise = host->exercises; exercise; exercise = exercise->next)
            if (exercise->deleted && exercise_is_quiet(exercise))
                return host->bury_at;
    if (host->keep_ms == 0)
        return INT64_MAX;
    return host->keep_look_at > host->bury_at ? host->keep_look_at : host->bury_at;
}

static struct exercise *to_be_buried(const struct host *host)
{
    for (struct exercise *exercise = host->exercises; exercise; exercise = exercise->next)
        if (exercise->deleted && exercise_is_quiet(exercise))
            return exercise;
    return NULL;
}

/* The one whose time is up, or NULL; notes when to look again. What is new is kept for a day at
 * least, so that it need not be asked sooner. */
static struct exercise *to_be_deleted(struct host *host, int64_t now)
{
    struct exercise *first = NULL;
    host->keep_look_at = now + DAY_MS;
    for (struct exercise *exercise = host->exercises; exercise; exercise = exercise->next) {
        if (!exercise->made || exercise->frozen || exercise->deleted)
            continue;
        int64_t until = exercise_keep_until(exercise);
        if (until <= now && !first)
            first = exercise;
        if (until < host->keep_look_at)
            host->keep_look_at = until;
    }
    return first;
}

void keeping_tick(struct host *host)
{
    int64_t now = host_now(host);
    if (host->draining || host->restoring || keeping_due(host) > now)
        return;
    struct exercise *exercise = host->dying > 0 ? to_be_buried(host) : NULL;
    if (exercise) {
        host->burying = exercise;
        bury_next(exercise);
        return;
    }
    exercise = host->keep_ms > 0 && host->keep_look_at <= now ? to_be_deleted(host, now) : NULL;
    if (!exercise)
        return;
    host->bury_at = now + RETRY_MS; /* where the store fails */
    exercise_expire(exercise);
}
