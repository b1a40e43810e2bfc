/* What the facilitator does, at one table or at all of them. */
#include "method.h"

/* --- the answer, kept before it is given --- */

static void done_decide(struct op *op)
{
    struct tree *event = op_event(op, "done");
    tree_set_int(op->arena, event, TEXT("of"), (int64_t)op->of);
    if (op->key > 0)
        tree_set_int(op->arena, event, TEXT("key"), op->key);
    tree_set_text(op->arena, event, TEXT("by"), op->act->by->id);
    tree_set(op->arena, event, TEXT("answer"), op->answer);
}

bool act_under_way(const struct op *op)
{
    for (const struct op *act = op->exercise->acts; act; act = act->next_act)
        if (act == op)
            return true;
    return false;
}

/* Answers an act and whoever asked the same, and ends it. */
void act_end(struct op *act, const struct refusal *refusal, struct text json)
{
    for (struct op **place = &act->exercise->acts; *place; place = &(*place)->next_act)
        if (*place == act) {
            *place = act->next_act;
            break;
        }
    for (struct asked *asked = act->also, *next; asked; asked = next) {
        next = asked->also;
        if (refusal)
            asked_refuse_with(asked, refusal);
        else
            asked_answer_json(asked, json);
    }
    /* Last, for the act itself lives in its asker's arena. */
    if (refusal)
        asked_refuse_with(act->asked, refusal);
    else
        asked_answer_json(act->asked, json);
}

static void done_finish(struct op *op)
{
    act_end(op->act, NULL, json_write(op->arena, op->answer));
    op_end(op);
}

static bool names_one_table(struct text method)
{
    return text_equal(method, TEXT("signature.void")) || text_equal(method, TEXT("instrument.end"));
}

static struct tree *act_answer(struct op *op)
{
    struct tree *answer = tree_object(op->arena);
    tree_set(op->arena, answer, TEXT("tables"), op->tables);
    if (op->refusals->count > 0)
        tree_set(op->arena, answer, TEXT("refused"), op->refusals);
    return answer;
}

/* Every table it was meant for has answered. */
static void act_finish(struct op *op)
{
    struct exercise *exercise = op->exercise;
    exercise_changed(exercise);
    exercise_show(exercise);
    if (op->known.length > 0) { /* asked again: answered long ago */
        asked_answer_json(op->asked, op->known);
        return;
    }
    struct op *done = op_open(exercise, NULL, done_decide);
    done->finish = done_finish;
    done->act = op;
    done->of = op->sequence;
    done->key = op->key;
    done->answer = tree_copy(done->arena, act_answer(op));
    op_submit(done);
}

/* --- at its turn --- */

/* The parameters that every table is given: without those that say which tables, and `key`. */
static struct tree *act_parameters(const struct asked *asked)
{
    struct tree *parameters = tree_object(asked->arena);
    const struct tree *given = asked->parameters;
    for (size_t index = 0; index < given->count; index++) {
        struct text key = given->members[index].key;
        bool ours = text_equal(key, TEXT("table")) || text_equal(key, TEXT("key")) ||
                    (text_equal(key, TEXT("tables")) && !names_one_table(asked->method));
        if (!ours)
            tree_set(asked->arena, parameters, key, given->members[index].value);
    }
    return parameters;
}

/* `table` is the one; or it is among `tables`; or neither is given, which means all. */
bool table_meant(const struct asked *asked, const struct table *table)
{
    struct text one;
    if (tree_get_text(asked->parameters, TEXT("table"), &one))
        return text_equal(table->id, one);
    const struct tree *some = tree_get(asked->parameters, TEXT("tables"));
    for (size_t index = 0; some && index < some->count; index++)
        if (text_equal(some->members[index].value->text, table->id))
            return true;
    return !some;
}

/* True where the table would refuse, as far as can be told before its mailbox is empty. */
static bool table_refuses(struct op *op, const struct table *table)
{
    if (!table->game || table->busy || table->letters)
        return false;
    struct command command = op->command;
    command.actor = (struct actor){.kind = ACTOR_CONTROL};
    int64_t now = host_now(op->exercise->host);
    if (now < table->last_at)
        now = table->last_at;
    if (due(table->game) <= now)
        return false;
    struct decision_result result = decide(table->game, &command, now, op->arena);
    if (result.refused && !op->refusal.type)
        op->refusal = result.refusal;
    return result.refused;
}

/* Those it is meant for. Where all would refuse, that is the answer, and nothing is stored. */
static void act_tables(struct op *op, struct tree *tables)
{
    struct exercise *exercise = op->exercise;
    bool all_refuse = true;
    for (size_t index = 0; index < exercise->table_count; index++) {
        const struct table *table = exercise->tables[index];
        if (!table_meant(op->asked, table))
            continue;
        tree_append(op->arena, tables, tree_text(op->arena, table->id));
        all_refuse = all_refuse && table_refuses(op, table);
    }
    op->refused = all_refuse;
}

/* The same command, sent again while the first is under way: both get its answer. */
static bool act_joined(struct op *op)
{
    for (struct op *act = op->exercise->acts; act && op->key > 0; act = act->next_act)
        if (act->key == op->key && act->by == op->by) {
            op->asked->also = act->also;
            act->also = op->asked;
            return true;
        }
    return false;
}

static void act_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    op->joined = act_joined(op);
    if (op->joined)
        return;
    switch (op->key > 0 ? key_find(&op->by->keys, op->key, &op->known) : KEY_NEW) {
    case KEY_KNOWN:
        return;
    case KEY_EXPIRED:
        op_refuse_expired(op);
        return;
    case KEY_NEW:
        break;
    }
    struct tree *tables = tree_list(op->arena);
    act_tables(op, tables);
    if (op->refused)
        return;
    if (op->command.type == COMMAND_START && exercise->bots)
        for (size_t index = 0; index < tables->count; index++) {
            struct table *table = exercise_table(exercise, tables->members[index].value->text);
            if (!table->started)
                bots_fill(op, table, -1);
        }
    struct tree *event = op_event(op, "command");
    tree_set_text(op->arena, event, TEXT("method"), op->asked->method);
    tree_set(op->arena, event, TEXT("params"), act_parameters(op->asked));
    tree_set(op->arena, event, TEXT("tables"), tables);
    op->next_act = exercise->acts;
    exercise->acts = op;
}

/* --- asking --- */

void tables_check(struct asked *asked)
{
    const struct exercise *exercise = asked->holder->exercise;
    struct text one = parameter_text(asked, "table", names_one_table(asked->method));
    const struct tree *some = tree_get(asked->parameters, TEXT("tables"));
    if (tree_get(asked->parameters, TEXT("table")) && !exercise_table(exercise, one))
        parameter_refuse(asked, "table.unknown", "table", "There is no such table.");
    if (!some || names_one_table(asked->method))
        return;
    if (one.length > 0 || some->kind != TREE_LIST || some->count == 0)
        parameter_refuse(asked, "parameter.invalid", "tables",
                         "One table belongs into \"table\", or a list of some into \"tables\".");
    for (size_t index = 0; some->kind == TREE_LIST && index < some->count; index++) {
        const struct tree *id = some->members[index].value;
        if (id->kind != TREE_TEXT)
            parameter_refuse(asked, "parameter.invalid", "tables", "A table's id is a text.");
        else if (!exercise_table(exercise, id->text))
            parameter_refuse(asked, "table.unknown", "tables", "One of them is no table.");
    }
}

void control_command(struct asked *asked)
{
    struct exercise *exercise = asked->holder->exercise;
    struct command command;
    if (!command_read(exercise->scenario, asked->method, act_parameters(asked), asked->arena,
                      &command, &asked->refusal)) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    tables_check(asked);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(exercise, asked, act_decide);
    op->command = command;
    op->later = true;
    op->finish = act_finish;
    op_submit(op);
}

/* --- a delegate's command --- */

static void seat_answered(void *context, struct table *table, const struct refusal *refusal,
                          struct text json)
{
    (void)table;
    struct asked *asked = context;
    if (refusal)
        asked_refuse_with(asked, refusal);
    else
        asked_answer_json(asked, json);
}

void seat_command(struct asked *asked)
{
    const struct person *person = asked->holder->person;
    int64_t key = parameter_int(asked, "key", 1, INT64_MAX, 0);
    struct text table = parameter_text(asked, "table", false);
    if (!asked->refused && table.length > 0 && !text_equal(table, person->table->id))
        parameter_refuse(asked, "table.unknown", "table", "That is not your table.");
    struct letter *letter = ARENA_NEW(asked->arena, struct letter);
    if (asked->refused ||
        !command_read(asked->holder->exercise->scenario, asked->method, asked->parameters,
                      asked->arena, &letter->command, &asked->refusal)) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    letter->arena = asked->arena;
    letter->seat = person->seat;
    letter->command.actor = (struct actor){.kind = ACTOR_SEAT, .seat = person->seat};
    letter->key = key;
    letter->done = seat_answered;
    letter->context = asked;
    table_submit(person->table, letter);
}
