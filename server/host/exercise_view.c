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

/* What delegations wrote to control: by message. */
static struct tree *summary_requests(const struct tree *circles, struct arena *arena)
{
    struct tree *requests = tree_object(arena);
    const struct text prefix = TEXT("control:");
    for (size_t index = 0; circles && index < circles->count; index++) {
        struct text key = circles->members[index].key;
        if (key.length <= prefix.length ||
            !text_equal((struct text){key.at, prefix.length}, prefix))
            continue;
        const struct tree *messages = tree_get(circles->members[index].value, TEXT("messages"));
        for (size_t at = 0; messages && at < messages->count; at++) {
            struct text from;
            struct tree *message = messages->members[at].value;
            if (tree_get_text(message, TEXT("from"), &from) && !text_equal(from, TEXT("control")))
                tree_set(arena, requests, messages->members[at].key, message);
        }
    }
    return requests;
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
    tree_set(arena, summary, TEXT("requests"),
             summary_requests(tree_get(seen, TEXT("circles")), arena));
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

/* The object but for one member; the others are shared. */
static struct tree *without(const struct tree *object, struct text key, struct arena *arena)
{
    struct tree *rest = tree_object(arena);
    for (size_t index = 0; index < object->count; index++)
        if (!text_equal(object->members[index].key, key))
            tree_set(arena, rest, object->members[index].key, object->members[index].value);
    return rest;
}

/* --- those who control it --- */

enum { ACTS_SHOWN = 50 };

struct text controller_key(const struct controller *controller)
{
    return controller->id.length > 0 ? controller->id : TEXT("first");
}

static struct tree *controllers_view(const struct exercise *exercise, struct arena *arena)
{
    struct tree *controllers = tree_object(arena);
    for (const struct controller *one = exercise->controllers; one; one = one->next) {
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("name"), one->name);
        tree_set_bool(arena, item, TEXT("online"), one->holder.online > 0);
        if (one->gone)
            tree_set_bool(arena, item, TEXT("gone"), true);
        tree_set(arena, controllers, controller_key(one), item);
    }
    return controllers;
}

static struct tree *act_view(const struct act *act, struct arena *arena)
{
    static const char *const untold[] = {"token", "places", "before"};
    struct tree *item = tree_copy(arena, act->event);
    for (size_t index = 0; index < sizeof(untold) / sizeof(*untold); index++)
        item = without(item, text_of(untold[index]), arena);
    tree_set_int(arena, item, TEXT("at"), act->at);
    if (act->by)
        tree_set_text(arena, item, TEXT("by"), controller_key(act->by));
    return item;
}

/* What control did, the last of it: by its place in the record. */
static struct tree *acts_view(const struct exercise *exercise, struct arena *arena)
{
    struct tree *acts = tree_object(arena);
    const struct act *act = exercise->acts_done;
    for (size_t shown = 0; act && shown < ACTS_SHOWN; act = act->older, shown++)
        tree_set(arena, acts,
                 arena_print(arena, "%llu.%u", (unsigned long long)act->sequence, act->index),
                 act_view(act, arena));
    return acts;
}

/* The requests of a table that are not settled, and who has taken them. */
static void requests_view(const struct table *table, const struct tree *found,
                          struct tree *requests, struct arena *arena)
{
    for (size_t index = 0; found && index < found->count; index++) {
        const struct request *known =
            exercise_request(table->exercise, table->id, found->members[index].key);
        if (known && known->settled)
            continue;
        struct tree *item = tree_copy(arena, found->members[index].value);
        tree_set_text(arena, item, TEXT("table"), table->id);
        if (known && known->claimed)
            tree_set_text(arena, item, TEXT("claimed"), controller_key(known->claimed));
        tree_set_text(arena, item, TEXT("message"), found->members[index].key);
        tree_set(arena, requests,
                 arena_print(arena, "%.*s.%.*s", TEXT_ARGUMENTS(table->id),
                             TEXT_ARGUMENTS(found->members[index].key)),
                 item);
    }
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
    listing_view(exercise, brief, arena);
    if (exercise_keep_until(exercise) != INT64_MAX)
        tree_set_int(arena, brief, TEXT("keep_until"), exercise_keep_until(exercise));
    tree_set_text(arena, brief, TEXT("grouping"), text_of(grouping_names[exercise->grouping]));
    if (exercise->anonymous)
        tree_set_bool(arena, brief, TEXT("anonymous"), true);
    if (exercise->notice.length > 0)
        tree_set_text(arena, brief, TEXT("notice"), exercise->notice);
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
    if (exercise->grouping == GROUPING_CHOICE)
        tree_set(arena, hall, TEXT("places"), places_view(exercise, arena));
    return hall;
}

struct tree *exercise_view(const struct exercise *exercise, struct arena *arena)
{
    struct tree *whole = exercise_hall(exercise, arena);
    struct tree *people = tree_object(arena);
    for (const struct person *person = exercise->people; person; person = person->next)
        tree_set(arena, people, person->id, person_view(person, arena));
    struct tree *tables = tree_object(arena), *requests = tree_object(arena);
    asks_view(exercise, requests, arena);
    for (size_t index = 0; index < exercise->table_count; index++) {
        struct table *table = exercise->tables[index];
        const struct tree *summary = table_summary(table);
        if (!summary)
            continue;
        requests_view(table, tree_get(summary, TEXT("requests")), requests, arena);
        struct tree *item = tree_copy(arena, without(summary, TEXT("requests"), arena));
        tree_set_int(arena, item, TEXT("refusals"), (int64_t)table->refusals);
        tree_set(arena, item, TEXT("seats"), delegations_view(table, arena));
        tree_set(arena, tables, table->id, item);
    }
    tree_set(arena, whole, TEXT("people"), people);
    tree_set(arena, whole, TEXT("expected"), expected_view(exercise, arena));
    if (exercise->regrouping.before)
        tree_set_bool(arena, whole, TEXT("undoable"), true);
    tree_set(arena, whole, TEXT("tables"), tables);
    tree_set(arena, whole, TEXT("requests"), requests);
    tree_set(arena, whole, TEXT("controllers"), controllers_view(exercise, arena));
    tree_set(arena, whole, TEXT("acts"), acts_view(exercise, arena));
    return whole;
}
