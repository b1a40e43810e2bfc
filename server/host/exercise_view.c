/* What control sees of the whole exercise, and what people see who have no seat yet. */
#include "state.h"

/* --- a table at a glance --- */

struct tree *table_summary(struct table *table)
{
    if (!table->summary && table->game) {
        struct arena *arena = table->summary_arena = arena_open();
        table->summary = glance(table->game, arena);
        tree_set_text(arena, table->summary, TEXT("name"), table->name);
        tree_set_int(arena, table->summary, TEXT("order"), (int64_t)table->order);
        tree_set_int(arena, table->summary, TEXT("silent_ms_since"), table->last_at);
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
