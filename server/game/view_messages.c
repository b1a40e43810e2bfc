#include "view_parts.h"

#include <string.h>

/* A circle as this viewer meets it: its key, and its parties where it is private. */
struct circle {
    struct text key;
    enum message_to to;
    party_set parties; /* of a private circle, or the one that control speaks with */
    uint64_t total;
    uint64_t other_total;            /* in the other view */
    const struct message **messages; /* all that the viewer sees, oldest first */
    size_t capacity;
};

struct circles {
    struct circle *items;
    size_t count, capacity;
};

/* Every message of both views: those of the earlier one are the first of the later one's. */
struct messages {
    const struct message *items;
    size_t count;
    size_t own, other; /* so many of them are in either view */
};

static struct messages messages_of(const struct viewer *viewer)
{
    const struct game *game = viewer->game, *other = viewer->parts.other;
    struct messages messages = {game->messages, game->message_count, game->message_count, 0};
    if (!other)
        return messages;
    messages.other = other->message_count;
    if (other->message_count > game->message_count) {
        messages.items = other->messages;
        messages.count = other->message_count;
    }
    return messages;
}

static struct text joined_ids(const struct viewer *viewer, party_set parties)
{
    struct text key = TEXT("");
    for (size_t party = 0; party < viewer->scenario->party_count; party++) {
        struct text id = viewer->scenario->parties[party].id;
        if (!(parties & party_bit((int)party)))
            continue;
        key = key.length == 0 ? id
                              : arena_print(viewer->arena, "%.*s+%.*s", TEXT_ARGUMENTS(key),
                                            TEXT_ARGUMENTS(id));
    }
    return key;
}

static struct text key_of(const struct viewer *viewer, enum message_to to, party_set parties)
{
    switch (to) {
    case TO_PLENARY:
        return TEXT("plenary");
    case TO_PRESS:
        return TEXT("press");
    case TO_CONTROL:
        return arena_print(viewer->arena, "control:%.*s",
                           TEXT_ARGUMENTS(joined_ids(viewer, parties)));
    case TO_PARTIES:
        break;
    }
    return joined_ids(viewer, parties);
}

static struct circle *circle_of(const struct viewer *viewer, struct circles *circles,
                                enum message_to to, party_set parties)
{
    for (size_t index = 0; index < circles->count; index++)
        if (circles->items[index].to == to && circles->items[index].parties == parties)
            return &circles->items[index];
    if (circles->count == circles->capacity) {
        size_t capacity = circles->capacity ? circles->capacity * 2 : 8;
        circles->items = arena_grow(viewer->arena, circles->items, circles->count, capacity,
                                    sizeof(*circles->items));
        circles->capacity = capacity;
    }
    struct circle *circle = &circles->items[circles->count++];
    *circle = (struct circle){key_of(viewer, to, parties), .to = to, .parties = parties};
    return circle;
}

static void circle_add(const struct viewer *viewer, struct circle *circle,
                       const struct message *message)
{
    if (circle->total == circle->capacity) {
        size_t capacity = circle->capacity ? circle->capacity * 2 : 16;
        circle->messages = arena_grow(viewer->arena, circle->messages, circle->total, capacity,
                                      sizeof(struct message *));
        circle->capacity = capacity;
    }
    circle->messages[circle->total++] = message;
}

static bool in_private_circle(const struct viewer *viewer, party_set parties)
{
    return viewer->control || (viewer->party != NONE && (parties & party_bit(viewer->party)));
}

/* The circle's kind: what control says to delegations, it says to each alone. */
static enum message_to place_of(const struct message *message)
{
    return message->to == TO_PARTIES && message->party == NONE ? TO_CONTROL : message->to;
}

/* Somebody spoke there in the step. Without one every circle is wanted. */
static bool spoken_in(const struct viewer *viewer, const struct messages *messages,
                      enum message_to to, party_set parties)
{
    size_t from = messages->own < messages->other ? messages->own : messages->other;
    for (size_t index = from; viewer->parts.other && index < messages->count; index++) {
        const struct message *message = &messages->items[index];
        bool same = to == TO_CONTROL   ? (message->parties & parties) != 0
                    : to == TO_PARTIES ? message->parties == parties
                                       : true;
        if (place_of(message) == to && same)
            return true;
    }
    return !viewer->parts.other;
}

struct sorting {
    const struct viewer *viewer;
    struct messages messages;
    struct circles circles;
};

static void sort_into(struct sorting *sorting, size_t index, enum message_to to, party_set parties)
{
    if (!spoken_in(sorting->viewer, &sorting->messages, to, parties))
        return;
    struct circle *circle = circle_of(sorting->viewer, &sorting->circles, to, parties);
    if (index < sorting->messages.own)
        circle_add(sorting->viewer, circle, &sorting->messages.items[index]);
    circle->other_total += index < sorting->messages.other;
}

static void sort_message(struct sorting *sorting, size_t index)
{
    const struct viewer *viewer = sorting->viewer;
    const struct message *message = &sorting->messages.items[index];
    enum message_to to = place_of(message);
    if (to == TO_PLENARY || to == TO_PRESS)
        sort_into(sorting, index, to, 0);
    else if (to == TO_PARTIES && in_private_circle(viewer, message->parties))
        sort_into(sorting, index, to, message->parties);
    /* Each delegation has its own circle with control, and learns of no other. */
    for (int party = 0; to == TO_CONTROL && party < (int)viewer->scenario->party_count; party++)
        if ((message->parties & party_bit(party)) && in_private_circle(viewer, party_bit(party)))
            sort_into(sorting, index, to, party_bit(party));
}

static struct circles circles_open(const struct viewer *viewer)
{
    static const enum message_to open_to_all[] = {TO_PLENARY, TO_PRESS};
    struct sorting sorting = {viewer, messages_of(viewer), {NULL, 0, 0}};
    for (size_t index = 0; index < sizeof(open_to_all) / sizeof(*open_to_all); index++)
        if (spoken_in(viewer, &sorting.messages, open_to_all[index], 0))
            (void)circle_of(viewer, &sorting.circles, open_to_all[index], 0);
    for (size_t index = 0; index < sorting.messages.count; index++)
        sort_message(&sorting, index);
    return sorting.circles;
}

/* A quoted text is named only to those who see it: its id would tell the others that it exists. */
static void set_quote(const struct viewer *viewer, const struct message *message, struct tree *tree)
{
    const struct instrument *quoted =
        message->quote.length > 0 ? instrument_find(viewer->position, message->quote) : NULL;
    if (!quoted || !viewer_sees_text(viewer, quoted))
        return;
    struct tree *quote = tree_object(viewer->arena);
    tree_set_text(viewer->arena, quote, TEXT("instrument"), viewer_text_name(viewer, quoted));
    if (message->quote_key != NONE)
        tree_set_text(viewer->arena, quote, TEXT("clause"),
                      viewer->scenario->keys[message->quote_key].id);
    if (message->quote_article.length > 0)
        tree_set_text(
            viewer->arena, quote, TEXT("article"),
            article_name(&viewer->namer, viewer->scenario, quoted, message->quote_article));
    tree_set(viewer->arena, tree, TEXT("quote"), quote);
}

/* A sentence that a program composed, as what it is made of: each reader has it in their language.
 */
static void set_said(const struct viewer *viewer, const struct message *message, struct tree *tree)
{
    if (message->sentence.length == 0)
        return;
    struct arena *arena = viewer->arena;
    struct tree *said = tree_object(arena), *clauses = tree_list(arena), *wanted = tree_list(arena);
    tree_set_text(arena, said, TEXT("sentence"), message->sentence);
    for (size_t index = 0; message->said && index < message->said->clause_count; index++) {
        const struct draft_clause *clause = &message->said->clauses[index];
        struct tree *item = clause_to_tree(viewer->scenario, clause->key, arena);
        tree_set(arena, item, TEXT("terms"),
                 terms_to_tree(viewer->scenario, clause->key, clause->terms, arena));
        tree_append(arena, clauses, item);
    }
    for (size_t index = 0; index < message->wanted_count; index++)
        tree_append(arena, wanted,
                    tree_text(arena, viewer->scenario->keys[message->wanted[index]].id));
    struct tree *conditions = tree_list(arena);
    for (size_t index = 0; message->said && index < message->said->takes_effect_count; index++)
        tree_append(
            arena, conditions,
            tree_text(arena,
                      viewer->scenario->conditions[message->said->takes_effect_if[index]].id));
    tree_set_some(said, TEXT("clauses"), clauses, arena);
    tree_set_some(said, TEXT("wanted"), wanted, arena);
    tree_set_some(said, TEXT("conditions"), conditions, arena);
    tree_set(arena, tree, TEXT("says"), said);
}

static struct tree *message_to_tree(const struct viewer *viewer, const struct message *message,
                                    uint64_t number)
{
    struct arena *arena = viewer->arena;
    struct tree *tree = tree_object(arena);
    tree_set_int(arena, tree, TEXT("at"), message->at);
    tree_set_int(arena, tree, TEXT("n"), (int64_t)number);
    tree_set_text(arena, tree, TEXT("from"),
                  message->party == NONE ? TEXT("control")
                                         : viewer->scenario->parties[message->party].id);
    if (message->seat.length > 0)
        tree_set_text(arena, tree, TEXT("seat"), message->seat);
    tree_set_true(tree, TEXT("automatic"), message->automatic, arena);
    tree_set_text(arena, tree, TEXT("text"), message->text);
    set_said(viewer, message, tree);
    set_quote(viewer, message, tree);
    return tree;
}

/* Where a circle calls: the last thing said in it that is an address and nothing else. */
static struct text call_of(const struct circle *circle)
{
    static const char start[] = "https://";
    for (uint64_t at = circle->total; at > 0; at--) {
        struct text said = circle->messages[at - 1]->text;
        if (said.length >= sizeof(start) && memcmp(said.at, start, sizeof(start) - 1) == 0 &&
            !memchr(said.at, ' ', said.length) && !memchr(said.at, '\n', said.length))
            return said;
    }
    return TEXT("");
}

static struct tree *circle_to_tree(const struct viewer *viewer, const struct circle *circle)
{
    struct arena *arena = viewer->arena;
    struct tree *item = tree_object(arena), *messages = tree_object(arena);
    if (circle->to == TO_PARTIES)
        tree_set(arena, item, TEXT("parties"),
                 tree_parties(viewer->scenario, circle->parties, arena));
    struct text call = call_of(circle);
    if (call.length > 0)
        tree_set_text(arena, item, TEXT("call"), call);
    tree_set_int(arena, item, TEXT("total"), (int64_t)circle->total);
    struct listed listed = listed_of(viewer, circle->total, circle->other_total, VIEW_MESSAGES);
    for (uint64_t at = listed.gone_first; at < listed.gone_end; at++)
        tree_add(arena, messages, circle->messages[at]->id, view_stub(viewer));
    for (uint64_t at = listed.first; at < listed.end; at++)
        tree_add(arena, messages, circle->messages[at]->id,
                 message_to_tree(viewer, circle->messages[at], at + 1));
    tree_set(arena, item, TEXT("messages"), messages);
    return item;
}

/* A circle in which nobody has spoken stands only where it is open to all. */
struct tree *view_circles(const struct viewer *viewer)
{
    struct circles circles = circles_open(viewer);
    struct tree *tree = tree_object(viewer->arena);
    for (size_t index = 0; index < circles.count; index++) {
        const struct circle *circle = &circles.items[index];
        if (circle->total > 0 || circle->to == TO_PLENARY || circle->to == TO_PRESS)
            tree_set(viewer->arena, tree, circle->key, circle_to_tree(viewer, circle));
    }
    return tree;
}

struct tree *history_messages(const struct viewer *viewer, struct text circle, uint64_t before,
                              uint32_t limit)
{
    struct circles circles = circles_open(viewer);
    for (size_t index = 0; index < circles.count; index++) {
        const struct circle *found = &circles.items[index];
        if (!text_equal(found->key, circle))
            continue;
        uint64_t end = before > 0 && before - 1 < found->total ? before - 1 : found->total;
        uint64_t first = end > limit ? end - limit : 0;
        struct tree *items = tree_list(viewer->arena);
        for (uint64_t at = first; at < end; at++) {
            struct tree *item = message_to_tree(viewer, found->messages[at], at + 1);
            tree_set_text(viewer->arena, item, TEXT("id"), found->messages[at]->id);
            tree_append(viewer->arena, items, item);
        }
        return page_of(items, first > 0, viewer->arena);
    }
    return NULL;
}
