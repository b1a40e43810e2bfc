/* What bound somebody, how long it did, and what those who were bound chose to do. */
#include "story.h"

static void promise_over(struct story *story, struct told_promise *promise, const char *how)
{
    promise->over = true;
    tree_set_text(story->arena, promise->tree, TEXT("state"), text_of(how));
    tree_set_int(story->arena, promise->tree, TEXT("until"), (int64_t)story->entry->sequence);
    if (story->event->party >= 0 && story->event->type == EVENT_DENOUNCED)
        tree_set_text(story->arena, promise->tree, TEXT("ended_by"),
                      story->scenario->parties[story->event->party].id);
}

static void promise_made(struct story *story)
{
    const struct event *event = story->event;
    struct arena *arena = story->arena;
    for (size_t at = 0; at < story->promise_count; at++)
        if (!story->promises[at].over && story->promises[at].key == event->key)
            promise_over(story, &story->promises[at], "replaced");
    struct tree *promise = story_moment(story);
    tree_set_text(arena, promise, TEXT("clause"), story->scenario->keys[event->key].id);
    tree_set_text(arena, promise, TEXT("instrument"), event->instrument);
    tree_set(arena, promise, TEXT("terms"),
             terms_to_tree(story->scenario, event->key, event->values, arena));
    tree_set(arena, promise, TEXT("binds"), tree_parties(story->scenario, event->parties, arena));
    tree_set_text(arena, promise, TEXT("state"), TEXT("kept"));
    tree_append(arena, story->promise_trees, promise);
    story->promises = story_grow(story, story->promises, story->promise_count,
                                 &story->promise_capacity, sizeof(*story->promises));
    story->promises[story->promise_count++] =
        (struct told_promise){event->key, event->instrument, promise, false};
}

/* Those of a text: they end with it, or sleep while it does. */
static void promises_of(struct story *story, struct text instrument, const char *state, bool over)
{
    for (size_t at = 0; at < story->promise_count; at++) {
        struct told_promise *promise = &story->promises[at];
        if (promise->over || !text_equal(promise->instrument, instrument))
            continue;
        if (over)
            promise_over(story, promise, state);
        else
            tree_set_text(story->arena, promise->tree, TEXT("state"), text_of(state));
    }
}

/* One clause no longer counts: because somebody left, where the same entry says so. */
static void promise_ended(struct story *story)
{
    const struct event *ended = story->event;
    const struct event *left = NULL;
    for (size_t at = 0; at < story->entry->event_count; at++) {
        const struct event *event = &story->entry->events[at];
        if (event->type == EVENT_DENOUNCED && text_equal(event->instrument, ended->instrument))
            left = event;
    }
    for (size_t at = 0; at < story->promise_count; at++) {
        struct told_promise *promise = &story->promises[at];
        if (promise->over || promise->key != ended->key)
            continue;
        story->event = left ? left : ended;
        promise_over(story, promise, left ? "denounced" : "ended");
        story->event = ended;
    }
}

/* --- conduct --- */

/* The clauses that bind a party now. */
static struct tree *bound_by(struct story *story, int party)
{
    struct tree *clauses = tree_list(story->arena);
    for (size_t at = 0; at < story->promise_count; at++) {
        const struct told_promise *promise = &story->promises[at];
        struct text state = TEXT("");
        (void)tree_get_text(promise->tree, TEXT("state"), &state);
        const struct tree *binds = tree_get(promise->tree, TEXT("binds"));
        for (size_t one = 0; text_equal(state, TEXT("kept")) && one < binds->count; one++)
            if (text_equal(binds->members[one].value->text, story->scenario->parties[party].id))
                tree_append(story->arena, clauses,
                            tree_text(story->arena, story->scenario->keys[promise->key].id));
    }
    return clauses;
}

/* Texts that the choices of this entry put to sleep, and those they ended. */
static struct tree *texts_hit(struct story *story, enum event_type type)
{
    struct tree *texts = tree_list(story->arena);
    for (size_t at = 0; at < story->entry->event_count; at++) {
        const struct event *event = &story->entry->events[at];
        if (event->type == type && (type == EVENT_ENDED || event->flag))
            tree_append(story->arena, texts, tree_text(story->arena, event->instrument));
    }
    return texts;
}

static void choices_told(struct story *story)
{
    const struct event *event = story->event;
    const struct decision *decision = &story->scenario->decisions[event->decision];
    struct arena *arena = story->arena;
    struct tree *closing = story_moment(story);
    struct tree *choices = tree_object(arena);
    size_t at = 0;
    for (size_t party = 0; party < story->scenario->party_count; party++) {
        if (!(event->parties & party_bit((int)party)))
            continue;
        int64_t option = event->values[at++];
        struct tree *choice = tree_object(arena);
        tree_set_text(arena, choice, TEXT("option"), decision->options[option].id);
        tree_set_true(choice, TEXT("default"), option == (int64_t)decision->start, arena);
        tree_set_some(choice, TEXT("bound"), bound_by(story, (int)party), arena);
        tree_set(arena, choices, story->scenario->parties[party].id, choice);
    }
    tree_set_text(arena, closing, TEXT("decision"), decision->id);
    tree_set(arena, closing, TEXT("choices"), choices);
    tree_set_some(closing, TEXT("suspended"), texts_hit(story, EVENT_SUSPENDED), arena);
    tree_set_some(closing, TEXT("ended"), texts_hit(story, EVENT_ENDED), arena);
    tree_append(arena, story->choices, closing);
}

void story_promise(struct story *story)
{
    const struct event *event = story->event;
    if (event->type == EVENT_SETTLED)
        promise_made(story);
    else if (event->type == EVENT_UNSETTLED)
        promise_ended(story);
    else if (event->type == EVENT_ENDED)
        promises_of(story, event->instrument, "ended", true);
    else if (event->type == EVENT_SUSPENDED)
        promises_of(story, event->instrument, event->flag ? "suspended" : "kept", false);
    else if (event->type == EVENT_DECISION_CLOSED)
        choices_told(story);
}
