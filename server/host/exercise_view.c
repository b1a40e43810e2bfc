/* What control sees of the whole exercise, and what people see who have no seat yet. */
#include "state.h"

/* --- a table at a glance --- */

static int64_t count_texts(const struct tree *instruments, const char *status)
{
    int64_t count = 0;
    struct text found;
    for (size_t index = 0; instruments && index < instruments->count; index++)
        count += tree_get_text(instruments->members[index].value, TEXT("status"), &found) &&
                 text_equal(found, text_of(status));
    return count;
}

static int64_t count_signatures(const struct tree *instruments)
{
    int64_t count = 0;
    for (size_t index = 0; instruments && index < instruments->count; index++) {
        const struct tree *signatures =
            tree_get(instruments->members[index].value, TEXT("signatures"));
        count += signatures ? (int64_t)signatures->count : 0;
    }
    return count;
}

static int64_t count_messages(const struct tree *circles)
{
    int64_t count = 0;
    for (size_t index = 0; circles && index < circles->count; index++) {
        int64_t total = 0;
        (void)tree_get_int(circles->members[index].value, TEXT("total"), &total);
        count += total;
    }
    return count;
}

static struct tree *summary_scores(const struct tree *scores, struct arena *arena)
{
    struct tree *summary = tree_object(arena);
    for (size_t index = 0; scores && index < scores->count; index++) {
        const struct tree *score = scores->members[index].value;
        struct tree *item = tree_object(arena);
        int64_t number;
        if (tree_get_int(score, TEXT("expected"), &number))
            tree_set_int(arena, item, TEXT("expected"), number);
        if (tree_get_int(score, TEXT("no_deal"), &number))
            tree_set_int(arena, item, TEXT("no_deal"), number);
        tree_set(arena, summary, scores->members[index].key, item);
    }
    return summary;
}

static struct tree *summary_make(const struct table *table, struct arena *arena)
{
    const struct tree *seen = view(table->game, (struct audience){AUDIENCE_CONTROL, -1}, arena);
    const struct tree *instruments = tree_get(seen, TEXT("instruments"));
    struct tree *summary = tree_object(arena);
    tree_set_text(arena, summary, TEXT("name"), table->name);
    tree_set_int(arena, summary, TEXT("order"), (int64_t)table->order);
    struct tree *clock = tree_get(seen, TEXT("clock"));
    if (clock)
        tree_set(arena, summary, TEXT("clock"), clock);
    tree_set_int(arena, summary, TEXT("silent_ms_since"), table->last_at);
    struct tree *texts = tree_object(arena);
    tree_set_int(arena, texts, TEXT("draft"), count_texts(instruments, "draft"));
    tree_set_int(arena, texts, TEXT("in_force"), count_texts(instruments, "in_force"));
    tree_set(arena, summary, TEXT("texts"), texts);
    tree_set_int(arena, summary, TEXT("signatures"), count_signatures(instruments));
    tree_set_int(arena, summary, TEXT("messages"), count_messages(tree_get(seen, TEXT("circles"))));
    tree_set(arena, summary, TEXT("scores"), summary_scores(tree_get(seen, TEXT("scores")), arena));
    struct text outcome;
    if (tree_get_text(seen, TEXT("outcome"), &outcome))
        tree_set_text(arena, summary, TEXT("outcome"), outcome);
    const struct tree *troubles = tree_get(tree_get(seen, TEXT("control")), TEXT("troubles"));
    tree_set_int(arena, summary, TEXT("troubles"), troubles ? (int64_t)troubles->count : 0);
    return summary;
}

struct tree *table_summary(struct table *table)
{
    if (!table->summary && table->game) {
        table->summary_arena = arena_open();
        table->summary = summary_make(table, table->summary_arena);
    }
    return table->summary;
}

/* --- people --- */

static struct tree *person_view(const struct person *person, struct arena *arena)
{
    struct tree *item = tree_object(arena);
    tree_set_text(arena, item, TEXT("name"), person->name);
    tree_set_bool(arena, item, TEXT("online"), person->holder.online > 0);
    if (person->table) {
        tree_set_text(arena, item, TEXT("table"), person->table->id);
        tree_set_text(arena, item, TEXT("party"),
                      person->table->exercise->scenario->parties[person->party].id);
        tree_set_text(arena, item, TEXT("seat"), person->seat);
        tree_set_text(arena, item, TEXT("role"), text_of(role_name(person_role(person))));
    }
    if (person->bot)
        tree_set_bool(arena, item, TEXT("bot"), true);
    return item;
}

static struct tree *delegations_view(const struct table *table, struct arena *arena)
{
    const struct exercise *exercise = table->exercise;
    struct tree *seats = tree_object(arena);
    for (int party = 0; party < (int)exercise->scenario->party_count; party++) {
        int64_t people = 0, online = 0;
        for (const struct person *person = exercise->people; person; person = person->next)
            if (person->table == table && person->party == party && !person->bot) {
                people++;
                online += person->holder.online > 0;
            }
        struct tree *item = tree_object(arena);
        tree_set_int(arena, item, TEXT("people"), people);
        tree_set_int(arena, item, TEXT("online"), online);
        tree_set_bool(arena, item, TEXT("head"), party_head(exercise, table, party, false) != NULL);
        tree_set(arena, seats, exercise->scenario->parties[party].id, item);
    }
    return seats;
}

struct tree *table_presence(const struct table *table, struct arena *arena)
{
    struct tree *people = tree_object(arena);
    for (const struct person *person = table->exercise->people; person; person = person->next)
        if (person->table == table) {
            struct tree *item = tree_object(arena);
            tree_set_text(arena, item, TEXT("name"), person->name);
            tree_set_bool(arena, item, TEXT("online"), person->bot || person->holder.online > 0);
            if (person->bot)
                tree_set_bool(arena, item, TEXT("bot"), true);
            tree_set(arena, people, person->seat, item);
        }
    return people;
}

/* To those at the table and to control; the public learns no names. */
void table_presence_changed(struct table *table)
{
    if (!table->streams)
        return;
    struct arena *arena = arena_open();
    struct tree *parameters = tree_object(arena);
    tree_set_text(arena, parameters, TEXT("of"), table->id);
    tree_set(arena, parameters, TEXT("people"), table_presence(table, arena));
    struct text frame = frame_notify(arena, "presence", parameters);
    for (size_t index = 1; index < table->exercise->scenario->party_count + 2; index++)
        if (table->streams[index])
            stream_send(table->streams[index], frame);
    arena_close(arena);
}

/* --- the exercise --- */

struct tree *exercise_brief(const struct exercise *exercise, struct arena *arena)
{
    struct tree *brief = tree_object(arena);
    tree_set_text(arena, brief, TEXT("id"), exercise->id);
    tree_set_text(arena, brief, TEXT("name"), exercise->name);
    tree_set_text(arena, brief, TEXT("code"), exercise->code);
    tree_set_text(arena, brief, TEXT("mode"), exercise->mode);
    if (exercise->async)
        tree_set_text(arena, brief, TEXT("pace"), TEXT("async"));
    if (exercise->timezone.length > 0)
        tree_set_text(arena, brief, TEXT("timezone"), exercise->timezone);
    tree_set_text(arena, brief, TEXT("scenario"), exercise->scenario->id);
    return brief;
}

static struct tree *exercise_part(const struct exercise *exercise, struct arena *arena)
{
    struct tree *part = exercise_brief(exercise, arena);
    tree_set_text(arena, part, TEXT("edition"), exercise->edition_id);
    tree_set_text(arena, part, TEXT("state"), text_of(exercise_state(exercise)));
    return part;
}

static struct tree *hall_part(const struct exercise *exercise, struct arena *arena)
{
    int64_t seated = 0;
    for (const struct person *person = exercise->people; person; person = person->next)
        seated += !person->bot && person->table;
    struct tree *hall = tree_object(arena);
    tree_set_int(arena, hall, TEXT("people"), (int64_t)exercise->person_count);
    tree_set_int(arena, hall, TEXT("seated"), seated);
    return hall;
}

struct tree *exercise_hall(const struct exercise *exercise, struct arena *arena)
{
    struct tree *hall = tree_object(arena);
    tree_set(arena, hall, TEXT("exercise"), exercise_part(exercise, arena));
    tree_set(arena, hall, TEXT("hall"), hall_part(exercise, arena));
    return hall;
}

struct tree *exercise_view(const struct exercise *exercise, struct arena *arena)
{
    struct tree *whole = exercise_hall(exercise, arena);
    struct tree *people = tree_object(arena);
    for (const struct person *person = exercise->people; person; person = person->next)
        tree_set(arena, people, person->id, person_view(person, arena));
    struct tree *tables = tree_object(arena);
    for (size_t index = 0; index < exercise->table_count; index++) {
        struct table *table = exercise->tables[index];
        const struct tree *summary = table_summary(table);
        if (!summary)
            continue;
        struct tree *item = tree_copy(arena, summary);
        tree_set_int(arena, item, TEXT("refusals"), (int64_t)table->refusals);
        tree_set(arena, item, TEXT("seats"), delegations_view(table, arena));
        tree_set(arena, tables, table->id, item);
    }
    tree_set(arena, whole, TEXT("people"), people);
    tree_set(arena, whole, TEXT("tables"), tables);
    return whole;
}
