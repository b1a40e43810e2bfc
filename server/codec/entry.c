#include "journal_form.h"

static struct tree *actor_write(const struct actor *actor, struct arena *arena)
{
    if (actor->kind == ACTOR_CONTROL)
        return tree_text(arena, TEXT("control"));
    if (actor->kind == ACTOR_CLOCK)
        return tree_text(arena, TEXT("clock"));
    struct tree *by = tree_object(arena);
    tree_set_text(arena, by, TEXT("seat"), actor->seat);
    if (actor->automatic)
        tree_set_bool(arena, by, TEXT("automatic"), true);
    return by;
}

static struct actor actor_read(struct form *form, const struct tree *tree)
{
    struct actor actor = {.kind = ACTOR_SEAT};
    if (tree && tree->kind == TREE_TEXT) {
        actor.kind = text_equal(tree->text, TEXT("clock")) ? ACTOR_CLOCK : ACTOR_CONTROL;
        if (actor.kind == ACTOR_CONTROL && !text_equal(tree->text, TEXT("control")))
            form_fail(form, "\"by\" should be \"control\", \"clock\" or a seat.");
        return actor;
    }
    actor.seat = form_text(form, tree, TEXT("seat"), true);
    actor.automatic = form_flag(form, tree, TEXT("automatic"));
    return actor;
}

struct tree *entry_tree(const struct scenario *scenario, const struct entry *entry,
                        struct arena *arena)
{
    struct tree *tree = tree_object(arena);
    tree_set_int(arena, tree, TEXT("seq"), (int64_t)entry->sequence);
    tree_set_int(arena, tree, TEXT("at"), entry->at);
    if (entry->key.length > 0)
        tree_set_text(arena, tree, TEXT("key"), entry->key);
    tree_set(arena, tree, TEXT("by"), actor_write(&entry->by, arena));
    struct tree *events = tree_list(arena);
    for (size_t index = 0; index < entry->event_count; index++)
        tree_append(arena, events, event_write(scenario, &entry->events[index], arena));
    tree_set(arena, tree, TEXT("events"), events);
    if (entry->answer)
        tree_set(arena, tree, TEXT("answer"), (struct tree *)(uintptr_t)entry->answer);
    return tree;
}

struct text entry_write(const struct scenario *scenario, const struct entry *entry,
                        struct arena *arena)
{
    return json_write(arena, entry_tree(scenario, entry, arena));
}

bool entry_read(const struct scenario *scenario, struct text bytes, struct arena *arena,
                struct entry *entry, struct text *why)
{
    uint32_t line, column;
    const struct tree *tree = json_read(arena, bytes, why, &line, &column);
    return tree && entry_of_tree(scenario, tree, arena, entry, why);
}

bool entry_of_tree(const struct scenario *scenario, const struct tree *tree, struct arena *arena,
                   struct entry *entry, struct text *why)
{
    struct form form = {scenario, arena, why, false};
    *entry = (struct entry){.answer = tree_get(tree, TEXT("answer"))};
    entry->sequence = (uint64_t)form_int(&form, tree, TEXT("seq"), 0, INT64_MAX);
    entry->at = form_int(&form, tree, TEXT("at"), INT64_MIN, INT64_MAX);
    entry->key = form_text(&form, tree, TEXT("key"), false);
    entry->by = actor_read(&form, tree_get(tree, TEXT("by")));
    const struct tree *list = form_list(&form, tree, TEXT("events"));
    struct event *events = ARENA_ARRAY(arena, struct event, list->count);
    for (size_t index = 0; index < list->count && !form.failed; index++)
        events[index] = event_read(&form, list->members[index].value);
    entry->events = events;
    entry->event_count = list->count;
    return !form.failed;
}
