#include "view_parts.h"

#include <string.h>

/* A circle as this viewer meets it: its key, and its parties where it is private. */
struct circle {
    struct text key;
    party_set parties; /* of a private circle */
    bool private;
    uint64_t total;
    const struct message **messages; /* all that the viewer sees, oldest first */
    size_t capacity;
};

struct circles {
    struct circle *items;
    size_t count, capacity;
};

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

static struct text control_key(const struct viewer *viewer, int party)
{
    return arena_print(viewer->arena, "control:%.*s",
                       TEXT_ARGUMENTS(viewer->scenario->parties[party].id));
}

static struct circle *circle_of(const struct viewer *viewer, struct circles *circles,
                                struct text key)
{
    for (size_t index = 0; index < circles->count; index++)
        if (text_equal(circles->items[index].key, key))
            return &circles->items[index];
    if (circles->count == circles->capacity) {
        size_t capacity = circles->capacity ? circles->capacity * 2 : 8;
        circles->items = arena_grow(viewer->arena, circles->items, circles->count, capacity,
                                    sizeof(*circles->items));
        circles->capacity = capacity;
    }
    struct circle *circle = &circles->items[circles->count++];
    *circle = (struct circle){.key = key};
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

/* To and from control: each delegation has its own circle with it, and learns of no other. */
static void sort_control(const struct viewer *viewer, struct circles *circles,
                         const struct message *message)
{
    for (int party = 0; party < (int)viewer->scenario->party_count; party++)
        if ((message->parties & party_bit(party)) && in_private_circle(viewer, party_bit(party)))
            circle_add(viewer, circle_of(viewer, circles, control_key(viewer, party)), message);
}

static void sort_message(const struct viewer *viewer, struct circles *circles,
                         const struct message *message)
{
    switch (message->to) {
    case TO_PLENARY:
        circle_add(viewer, circle_of(viewer, circles, TEXT("plenary")), message);
        return;
    case TO_PRESS:
        circle_add(viewer, circle_of(viewer, circles, TEXT("press")), message);
        return;
    case TO_CONTROL:
        sort_control(viewer, circles, message);
        return;
    case TO_PARTIES:
        break;
    }
    if (message->party == NONE) {
        sort_control(viewer, circles, message);
        return;
    }
    if (!in_private_circle(viewer, message->parties))
        return;
    struct circle *circle = circle_of(viewer, circles, joined_ids(viewer, message->parties));
    circle->private = true;
    circle->parties = message->parties;
    circle_add(viewer, circle, message);
}

static struct circles circles_open(const struct viewer *viewer)
{
    struct circles circles = {NULL, 0, 0};
    circle_of(viewer, &circles, TEXT("plenary"));
    circle_of(viewer, &circles, TEXT("press"));
    for (size_t index = 0; index < viewer->game->message_count; index++)
        sort_message(viewer, &circles, &viewer->game->messages[index]);
    return circles;
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
    tree_set_some(said, TEXT("clauses"), clauses, arena);
    tree_set_some(said, TEXT("wanted"), wanted, arena);
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

struct tree *view_circles(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct circles circles = circles_open(viewer);
    struct tree *tree = tree_object(arena);
    for (size_t index = 0; index < circles.count; index++) {
        const struct circle *circle = &circles.items[index];
        struct tree *item = tree_object(arena), *messages = tree_object(arena);
        if (circle->private)
            tree_set(arena, item, TEXT("parties"),
                     tree_parties(viewer->scenario, circle->parties, arena));
        struct text call = call_of(circle);
        if (call.length > 0)
            tree_set_text(arena, item, TEXT("call"), call);
        tree_set_int(arena, item, TEXT("total"), (int64_t)circle->total);
        uint64_t first = circle->total > VIEW_MESSAGES ? circle->total - VIEW_MESSAGES : 0;
        for (uint64_t at = first; at < circle->total; at++)
            tree_set(arena, messages, circle->messages[at]->id,
                     message_to_tree(viewer, circle->messages[at], at + 1));
        tree_set(arena, item, TEXT("messages"), messages);
        tree_set(arena, tree, circle->key, item);
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
