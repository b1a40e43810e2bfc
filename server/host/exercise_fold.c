/* An exercise's state as the fold of its journal. */
#include "state.h"

#include "must.h"

#include <stdio.h>

struct text event_text(const struct exercise *exercise, const struct tree *event, const char *name)
{
    struct text text;
    if (!tree_get_text(event, text_of(name), &text))
        return TEXT("");
    return arena_copy(exercise->arena, text);
}

bool event_flag(const struct tree *event, const char *name)
{
    bool flag = false;
    (void)tree_get_bool(event, text_of(name), &flag);
    return flag;
}

void holder_take(struct holder *holder, struct text hash)
{
    struct index *tokens = &holder->exercise->host->tokens;
    if (holder->hash.length > 0 && index_find(tokens, holder->hash) == holder)
        index_remove(tokens, holder->hash);
    holder->hash = hash;
    if (hash.length > 0)
        index_put(tokens, hash, holder);
}

static struct seed seed_read(struct text hex)
{
    unsigned long long high = 0, low = 0;
    char digits[33] = "";
    if (hex.length == 32) {
        snprintf(digits, sizeof(digits), "%.*s", TEXT_ARGUMENTS(hex));
        (void)sscanf(digits, "%16llx%16llx", &high, &low);
    }
    return (struct seed){.low = low, .high = high};
}

static void fold_tables(struct exercise *exercise, const struct tree *tables)
{
    if (!tables || tables->kind != TREE_LIST)
        return;
    exercise->tables = ARENA_ARRAY(exercise->arena, struct table *, tables->count);
    for (size_t index = 0; index < tables->count; index++) {
        const struct tree *item = tables->members[index].value;
        struct table *table = table_open(exercise, event_text(exercise, item, "id"),
                                         event_text(exercise, item, "name"),
                                         seed_read(event_text(exercise, item, "seed")));
        table->order = index + 1;
        const struct tree *fork = tree_get(item, TEXT("fork"));
        table->fork = fork ? tree_copy(exercise->arena, fork) : NULL;
        exercise->tables[exercise->table_count++] = table;
        index_put(&exercise->host->tables, table->id, table);
    }
}

static void fold_created(struct exercise *exercise, const struct tree *event)
{
    exercise->scenario_hash = event_text(exercise, event, "scenario");
    exercise->edition_id = event_text(exercise, event, "edition");
    exercise->name = event_text(exercise, event, "name");
    exercise->mode = event_text(exercise, event, "mode");
    exercise->code = event_text(exercise, event, "code");
    exercise->timezone = event_text(exercise, event, "timezone");
    exercise->async = text_equal(event_text(exercise, event, "pace"), TEXT("async"));
    exercise->calculator = event_flag(event, "calculator");
    exercise->advice = event_flag(event, "advice");
    exercise->untimed = event_flag(event, "untimed");
    exercise->bots = event_flag(event, "bots");
    exercise->kept = event_flag(event, "keep");
    exercise->anonymous = event_flag(event, "anonymous");
    exercise->rotate_heads = event_flag(event, "rotate_heads");
    exercise->grouping = grouping_read(event_text(exercise, event, "grouping"));
    exercise->notice = event_text(exercise, event, "notice");
    listing_fold(exercise, event);
    exercise->alone = event_text(exercise, event, "control").length == 0;
    holder_take(&exercise->controllers->holder, event_text(exercise, event, "control"));
    holder_take(&exercise->spectator, event_text(exercise, event, "spectator"));
    if (exercise->code.length > 0)
        index_put(&exercise->host->codes, exercise->code, exercise);
    fold_tables(exercise, tree_get(event, TEXT("tables")));
    exercise_use_scenario(exercise);
    exercise->made = true;
}

/* The scenario may not be known yet, in a restore; then this is called again. */
void exercise_use_scenario(struct exercise *exercise)
{
    exercise->scenario = scenario_by_hash(exercise->host, exercise->scenario_hash);
    if (!exercise->scenario)
        return;
    int edition = scenario_edition(exercise->scenario, exercise->edition_id);
    exercise->edition = edition >= 0 ? (uint32_t)edition : exercise->scenario->edition_start;
    for (struct person *person = exercise->people; person; person = person->next)
        if (person->table) {
            person->party = scenario_party(exercise->scenario, person->party_id);
            if (person->party < 0)
                person->table = NULL;
        }
}

static void drives_acknowledge(struct exercise *exercise, int64_t sequence)
{
    for (struct drive *drive = exercise->drives; drive; drive = drive->next)
        if (drive->sequence == (uint64_t)sequence)
            drive->acknowledged = true;
}

/* `named` is an entry, or the event that closes one: by, key, answer. */
static void answer_keep(struct exercise *exercise, const struct tree *named)
{
    int64_t key = 0;
    const struct tree *answer = tree_get(named, TEXT("answer"));
    if (!tree_get_int(named, TEXT("key"), &key) || !answer)
        return;
    struct controller *by = exercise_controller(exercise, event_text(exercise, named, "by"));
    if (!by)
        return;
    struct arena *scratch = arena_open();
    key_keep(&by->keys, key, json_write(scratch, answer));
    arena_close(scratch);
}

static void fold_done(struct exercise *exercise, const struct tree *event)
{
    int64_t of = 0;
    (void)tree_get_int(event, TEXT("of"), &of);
    drives_acknowledge(exercise, of);
    answer_keep(exercise, event);
}

/* What the tables may have to be told once more, after a restart. */
static void drive_note(struct exercise *exercise, uint64_t sequence, uint32_t index,
                       const struct tree *event)
{
    if (!exercise->host->restoring)
        return;
    struct drive *drive = ARENA_NEW(exercise->arena, struct drive);
    drive->sequence = sequence;
    drive->index = index;
    drive->event = tree_copy(exercise->arena, event);
    if (exercise->last_drive)
        exercise->last_drive->next = drive;
    else
        exercise->drives = drive;
    exercise->last_drive = drive;
}

static void fold_controller(struct exercise *exercise, const struct tree *event)
{
    struct controller *controller = controller_open(exercise);
    controller->id = event_text(exercise, event, "controller");
    controller->name = event_text(exercise, event, "name");
    holder_take(&controller->holder, event_text(exercise, event, "token"));
}

static struct request *request_of(struct exercise *exercise, const struct tree *event)
{
    struct text table = event_text(exercise, event, "table");
    struct text message = event_text(exercise, event, "message");
    struct request *request = exercise_request(exercise, table, message);
    if (request)
        return request;
    request = ARENA_NEW(exercise->arena, struct request);
    *request = (struct request){exercise->requests, table, message, NULL, false};
    exercise->requests = request;
    return request;
}

static void fold_spectator(struct exercise *exercise, const struct tree *event)
{
    struct spectator *one = ARENA_NEW(exercise->arena, struct spectator);
    one->older = exercise->spectators;
    one->holder = (struct holder){.kind = HOLDER_SPECTATOR, .exercise = exercise};
    exercise->spectators = one;
    holder_take(&one->holder, event_text(exercise, event, "token"));
}

/* What concerns those who control alone. */
static bool fold_control_event(struct exercise *exercise, struct text type,
                               const struct tree *event, struct controller *by)
{
    if (text_equal(type, TEXT("controller"))) {
        fold_controller(exercise, event);
        return true;
    }
    if (text_equal(type, TEXT("controller_gone"))) {
        struct controller *gone =
            exercise_controller(exercise, event_text(exercise, event, "controller"));
        if (!gone)
            return false;
        gone->gone = true;
        holder_take(&gone->holder, TEXT(""));
        return true;
    }
    if (text_equal(type, TEXT("kept"))) {
        exercise->kept = event_flag(event, "on");
        exercise->host->keep_look_at = 0; /* Its time may have come. */
        return true;
    }
    if (text_equal(type, TEXT("claimed"))) {
        request_of(exercise, event)->claimed = event_flag(event, "on") ? by : NULL;
        return true;
    }
    if (!text_equal(type, TEXT("settled")))
        return false;
    request_of(exercise, event)->settled = event_flag(event, "on");
    return true;
}

/* What control did, for its log. What follows from grouping people anew is one act. */
static void act_note(struct exercise *exercise, uint64_t sequence, uint32_t index,
                     const struct tree *entry)
{
    struct text by;
    struct text first = TEXT("");
    const struct tree *events = tree_get(entry, TEXT("events"));
    (void)tree_get_text(events->members[0].value, TEXT("type"), &first);
    bool whole = text_equal(first, TEXT("grouped")) || text_equal(first, TEXT("planned")) ||
                 text_equal(first, TEXT("ungrouped"));
    if (!tree_get_text(entry, TEXT("by"), &by) || (whole && index > 0))
        return;
    struct act *act = ARENA_NEW(exercise->arena, struct act);
    *act = (struct act){exercise->acts_done,
                        sequence,
                        index,
                        0,
                        exercise_controller(exercise, by),
                        tree_copy(exercise->arena, events->members[index].value)};
    (void)tree_get_int(entry, TEXT("at"), &act->at);
    exercise->acts_done = act;
}

static bool event_fold(struct exercise *exercise, uint64_t sequence, uint32_t index,
                       const struct tree *entry)
{
    const struct tree *event = tree_get(entry, TEXT("events"))->members[index].value;
    struct text type, by = TEXT("");
    int64_t at = 0;
    (void)tree_get_int(entry, TEXT("at"), &at);
    if (!tree_get_text(event, TEXT("type"), &type))
        return false;
    (void)tree_get_text(entry, TEXT("by"), &by);
    drive_note(exercise, sequence, index, event);
    act_note(exercise, sequence, index, entry);
    if (removal_fold(exercise, type, event))
        return true;
    if (fold_control_event(exercise, type, event, exercise_controller(exercise, by)))
        return true;
    if (text_equal(type, TEXT("created")))
        fold_created(exercise, event);
    else if (text_equal(type, TEXT("deleted")))
        exercise->deleted = true;
    else if (text_equal(type, TEXT("called_off")))
        exercise->listing.called_off = true;
    else if (text_equal(type, TEXT("done")))
        fold_done(exercise, event);
    else if (text_equal(type, TEXT("spectator")))
        fold_spectator(exercise, event);
    else if (!text_equal(type, TEXT("command")))
        return people_fold(exercise, type, event, at);
    return true;
}

bool exercise_fold(struct exercise *exercise, uint64_t sequence, const struct tree *entry)
{
    const struct tree *events = tree_get(entry, TEXT("events"));
    if (sequence != exercise->sequence + 1 || !events || events->kind != TREE_LIST)
        return false;
    bool folded = true;
    for (size_t index = 0; index < events->count; index++)
        folded &= event_fold(exercise, sequence, (uint32_t)index, entry);
    exercise->sequence = sequence;
    (void)tree_get_int(entry, TEXT("at"), &exercise->last_at);
    answer_keep(exercise, entry);
    return folded;
}
