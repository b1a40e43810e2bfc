/* An exercise, and the operations on it. */
#include "looking.h"
#include "stream.h"

#include "must.h"

struct exercise *exercise_open(struct host *host, struct text id)
{
    struct arena *arena = arena_open();
    struct exercise *exercise = ARENA_NEW(arena, struct exercise);
    exercise->arena = arena;
    exercise->host = host;
    exercise->id = arena_copy(arena, id);
    (void)controller_open(exercise);
    exercise->spectator = (struct holder){.kind = HOLDER_SPECTATOR, .exercise = exercise};
    exercise->control_stream = stream_open(host, TEXT("exercise"), exercise, NULL,
                                           (struct audience){AUDIENCE_CONTROL, -1});
    exercise->hall_stream =
        stream_open(host, TEXT("exercise"), exercise, NULL, (struct audience){AUDIENCE_PUBLIC, -1});
    if (host->last_exercise)
        host->last_exercise->next = exercise;
    else
        host->exercises = exercise;
    host->last_exercise = exercise;
    index_put(&host->exercise_ids, exercise->id, exercise);
    return exercise;
}

void exercise_close(struct exercise *exercise)
{
    for (size_t index = 0; index < exercise->table_count; index++)
        table_close(exercise->tables[index]);
    finding_close(&exercise->space);
    stream_close(exercise->control_stream);
    stream_close(exercise->hall_stream);
    for (struct controller *one = exercise->controllers; one; one = one->next)
        key_ring_close(&one->keys);
    arena_close(exercise->arena);
}

struct controller *controller_open(struct exercise *exercise)
{
    struct controller *controller = ARENA_NEW(exercise->arena, struct controller);
    controller->holder =
        (struct holder){.kind = HOLDER_CONTROL, .exercise = exercise, .controller = controller};
    if (exercise->last_controller)
        exercise->last_controller->next = controller;
    else
        exercise->controllers = controller;
    exercise->last_controller = controller;
    return controller;
}

struct controller *exercise_controller(const struct exercise *exercise, struct text id)
{
    for (struct controller *one = exercise->controllers; one; one = one->next)
        if (text_equal(one->id, id))
            return one;
    return NULL;
}

struct request *exercise_request(const struct exercise *exercise, struct text table,
                                 struct text message)
{
    for (struct request *request = exercise->requests; request; request = request->next)
        if (text_equal(request->message, message) && text_equal(request->table, table))
            return request;
    return NULL;
}

struct table *exercise_table(const struct exercise *exercise, struct text id)
{
    for (size_t index = 0; index < exercise->table_count; index++)
        if (text_equal(exercise->tables[index]->id, id))
            return exercise->tables[index];
    return NULL;
}

const char *exercise_state(const struct exercise *exercise)
{
    if (exercise->ended)
        return "ended";
    for (size_t index = 0; index < exercise->table_count; index++)
        if (exercise->tables[index]->started)
            return "running";
    return "lobby";
}

/* A code admits until the last table has closed. */
bool exercise_check_end(struct exercise *exercise)
{
    if (exercise->ended || exercise->table_count == 0)
        return false;
    for (size_t index = 0; index < exercise->table_count; index++)
        if (!exercise->tables[index]->closed)
            return false;
    exercise->ended = true;
    /* The code may have become another exercise's since. */
    if (index_find(&exercise->host->codes, exercise->code) == exercise)
        index_remove(&exercise->host->codes, exercise->code);
    return true;
}

void exercise_changed(struct exercise *exercise)
{
    stream_update(exercise->hall_stream);
    exercise_table_changed(exercise);
}

/* The hall is not asked: what a table does in secret must not decide when others are told. */
void exercise_table_changed(struct exercise *exercise)
{
    if (!stream_hot(exercise->control_stream))
        return;
    exercise->stale = true;
    if (exercise_due(exercise) <= host_now(exercise->host))
        exercise_show(exercise);
}

int64_t exercise_due(const struct exercise *exercise)
{
    return exercise->stale ? exercise->shown_at + EXERCISE_SHOW_MS : INT64_MAX;
}

void exercise_show(struct exercise *exercise)
{
    if (!exercise->stale)
        return;
    exercise->stale = false;
    exercise->shown_at = host_now(exercise->host);
    stream_update(exercise->control_stream);
}

/* --- operations --- */

struct op *op_open(struct exercise *exercise, struct asked *asked, void (*turn)(struct op *op))
{
    struct arena *arena = asked ? asked->arena : arena_open();
    struct op *op = ARENA_NEW(arena, struct op);
    op->arena = arena;
    op->asked = asked;
    op->exercise = exercise;
    op->by = asked && asked->holder ? asked->holder->controller : NULL;
    op->key = op->by ? parameter_int(asked, "key", 1, INT64_MAX, 0) : 0;
    op->decide = turn;
    op->events = tree_list(arena);
    op->tables = tree_list(arena);
    op->refusals = tree_object(arena);
    return op;
}

struct tree *op_event(struct op *op, const char *type)
{
    struct tree *event = tree_object(op->arena);
    tree_set_text(op->arena, event, TEXT("type"), text_of(type));
    tree_append(op->arena, op->events, event);
    return event;
}

void op_refuse(struct op *op, const char *type, const char *path, const char *message)
{
    op->refused = true;
    op->refusal =
        (struct refusal){.type = type, .path = text_of(path), .message = text_of(message)};
}

void op_refuse_expired(struct op *op)
{
    op_refuse(op, "command.expired", "key",
              "That was asked too long ago to know whether it was done.");
}

void op_end(struct op *op)
{
    if (!op->asked)
        arena_close(op->arena);
}

static void op_answer(struct op *op)
{
    if (act_under_way(op)) {
        act_end(op, &op->refusal, TEXT(""));
        return;
    }
    if (op->act)
        act_end(op->act, &op->refusal, TEXT(""));
    if (!op->asked)
        arena_close(op->arena);
    else if (op->refused)
        asked_refuse_with(op->asked, &op->refusal);
    else
        asked_answer(op->asked, op->answer ? op->answer : tree_object(op->arena));
}

static void op_finish(struct op *op)
{
    if (op->by)
        exercise_show(op->exercise); /* Who did it sees it done. */
    if (op->finish && !op->refused)
        op->finish(op);
    else
        op_answer(op);
}

void op_release_wait(struct op *op)
{
    must(op->waits > 0);
    if (--op->waits == 0)
        op_finish(op);
}

/* --- what an event asks of a table --- */

void op_letter_done(void *context, struct table *table, const struct refusal *refusal,
                    struct text json)
{
    (void)json;
    struct op *op = context;
    if (!refusal) {
        tree_append(op->arena, op->tables, tree_text(op->arena, table->id));
    } else {
        tree_set_text(op->arena, op->refusals, table->id, arena_copy(op->arena, refusal->message));
        if (!op->table_refused)
            op->table_refusal = (struct refusal){
                .type = refusal->type,
                .path = arena_copy(op->arena, refusal->path),
                .message = arena_copy(op->arena, refusal->message),
                .more = refusal->more ? tree_copy(op->arena, refusal->more) : NULL};
        op->table_refused = true;
    }
    op_release_wait(op);
}

static void drive_letter(struct op *op, struct table *table, uint32_t index,
                         const struct command *command)
{
    if (!table)
        return;
    struct letter *letter = ARENA_NEW(op->arena, struct letter);
    letter->arena = op->arena;
    letter->command = *command;
    letter->drive_sequence = op->sequence;
    letter->drive_index = index;
    letter->done = op_letter_done;
    letter->context = op;
    op->waits++;
    table_submit(table, letter);
}

static void drive_seat(struct op *op, uint32_t index, const struct tree *event,
                       enum command_type type)
{
    struct text table = TEXT(""), seat = TEXT(""), party = TEXT(""), role = TEXT("head"),
                kind = TEXT("");
    (void)tree_get_text(event, TEXT("table"), &table);
    (void)tree_get_text(event, TEXT("seat"), &seat);
    (void)tree_get_text(event, TEXT("party"), &party);
    (void)tree_get_text(event, TEXT("role"), &role);
    (void)tree_get_text(event, TEXT("type"), &kind);
    bool bot = text_equal(kind, TEXT("bot")) ||
               (text_equal(kind, TEXT("stand_in")) && event_flag(event, "on"));
    enum seat_role seat_role = ROLE_ADVISER;
    (void)role_read(role, &seat_role);
    struct command command = {
        .type = type,
        .actor = {.kind = ACTOR_CONTROL},
        .seat = arena_copy(op->arena, seat),
        .party = party.length > 0 ? scenario_party(op->exercise->scenario, party) : -1,
        .role = seat_role,
        .flag = bot,
        .key = -1,
        .quote_key = -1,
    };
    drive_letter(op, exercise_table(op->exercise, table), index, &command);
}

static void drive_command(struct op *op, uint32_t index, const struct tree *event)
{
    struct text method = TEXT("");
    struct command command;
    struct refusal refusal;
    const struct tree *parameters = tree_get(event, TEXT("params"));
    const struct tree *tables = tree_get(event, TEXT("tables"));
    (void)tree_get_text(event, TEXT("method"), &method);
    if (!command_read(op->exercise->scenario, method,
                      parameters ? tree_copy(op->arena, parameters) : NULL, op->arena, &command,
                      &refusal)) {
        host_log(op->exercise->host, "exercise %.*s: a stored command cannot be read",
                 TEXT_ARGUMENTS(op->exercise->id));
        return;
    }
    command.actor = (struct actor){.kind = ACTOR_CONTROL};
    for (size_t at = 0; tables && at < tables->count; at++)
        drive_letter(op, exercise_table(op->exercise, tables->members[at].value->text), index,
                     &command);
}

void op_drive_event(struct op *op, uint32_t index, const struct tree *event)
{
    struct text type = TEXT("");
    (void)tree_get_text(event, TEXT("type"), &type);
    if (text_equal(type, TEXT("assigned")) || text_equal(type, TEXT("bot")) ||
        text_equal(type, TEXT("stand_in")))
        drive_seat(op, index, event, COMMAND_SEAT);
    else if (text_equal(type, TEXT("released")) || text_equal(type, TEXT("bot_gone")))
        drive_seat(op, index, event, COMMAND_UNSEAT);
    else if (text_equal(type, TEXT("command")))
        drive_command(op, index, event);
}

static void op_drive(struct op *op)
{
    op->waits++; /* or a quick answer would finish it before all were asked */
    if (op->drive)
        op->drive(op);
    for (size_t index = 0; index < op->events->count; index++)
        op_drive_event(op, (uint32_t)index, op->events->members[index].value);
    op_release_wait(op);
}

/* --- an operation's way through the journal --- */

static void op_failed(struct op *op, enum journal_outcome outcome)
{
    struct exercise *exercise = op->exercise;
    /* One host writes an exercise: where the store does not know, or somebody else wrote, nothing
     * more is safe before a restart has read it back. */
    exercise->frozen |= outcome != JOURNAL_FAILED || !exercise->made;
    if (!exercise->made)
        index_remove(&exercise->host->tokens, exercise->controllers->holder.hash);
    op_refuse(op, "store.failed", "",
              outcome == JOURNAL_FAILED ? "The store failed; nothing was done."
                                        : "The store did not answer; it is not known whether it "
                                          "was done.");
    op_answer(op);
}

/* Its answer is stored with what it does, for the same key asked again. */
static bool op_keeps_answer(const struct op *op)
{
    return op->by && op->key > 0 && !op->later;
}

/* Whether this key was answered before: then it is answered the same, or as one too old to know. */
static bool op_answered_before(struct op *op)
{
    if (!op_keeps_answer(op))
        return false;
    switch (key_find(&op->by->keys, op->key, &op->known)) {
    case KEY_KNOWN:
        asked_answer_json(op->asked, op->known);
        return true;
    case KEY_EXPIRED:
        op_refuse_expired(op);
        op_answer(op);
        return true;
    case KEY_NEW:
        break;
    }
    return false;
}

static struct tree *op_entry(struct op *op)
{
    struct tree *entry = tree_object(op->arena);
    tree_set_int(op->arena, entry, TEXT("at"), op->at);
    if (op->key > 0)
        tree_set_int(op->arena, entry, TEXT("key"), op->key);
    if (op->by)
        tree_set_text(op->arena, entry, TEXT("by"), op->by->id);
    if (op_keeps_answer(op))
        tree_set(op->arena, entry, TEXT("answer"),
                 op->answer ? op->answer : tree_object(op->arena));
    tree_set(op->arena, entry, TEXT("events"), op->events);
    return entry;
}

static void op_appended(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct exercise *exercise = subject;
    struct op *op = exercise->flying;
    exercise->flying = NULL;
    exercise->busy = false;
    if (outcome != JOURNAL_DONE) {
        op_failed(op, outcome);
    } else {
        op->sequence = exercise->sequence + 1;
        must(exercise_fold(exercise, op->sequence, op_entry(op)));
        exercise_changed(exercise);
        op_drive(op);
    }
    exercise_pump(exercise);
}

static void op_run(struct op *op)
{
    struct exercise *exercise = op->exercise;
    if (op_answered_before(op))
        return;
    if (exercise->frozen)
        op_refuse(op, "store.failed", "",
                  exercise->made ? "The exercise stands still until the server restarts."
                                 : "The store failed; nothing was done.");
    else if (exercise->deleted)
        op_refuse(op, "exercise.deleted", "", "This exercise was deleted.");
    else
        op->decide(op);
    if (op->joined)
        return;
    if (op->refused) {
        op_answer(op);
        return;
    }
    if (op->events->count == 0) {
        op_finish(op);
        return;
    }
    op->at = host_now(exercise->host);
    struct arena *scratch = arena_open();
    struct text journal = arena_print(scratch, "exercise/%.*s", TEXT_ARGUMENTS(exercise->id));
    exercise->busy = true;
    exercise->flying = op;
    host_append(exercise->host, journal, exercise->sequence + 1, json_write(scratch, op_entry(op)),
                op_appended, exercise);
    arena_close(scratch);
}

void exercise_pump(struct exercise *exercise)
{
    while (!exercise->busy && exercise->ops) {
        struct op *op = exercise->ops;
        exercise->ops = op->next;
        if (!exercise->ops)
            exercise->last_op = NULL;
        op->next = NULL;
        op_run(op);
    }
}

void op_submit(struct op *op)
{
    struct exercise *exercise = op->exercise;
    if (exercise->last_op)
        exercise->last_op->next = op;
    else
        exercise->ops = op;
    exercise->last_op = op;
    exercise_pump(exercise);
}
