#include "play.h"

#include "must.h"

#include <string.h>

static bool among(struct text name, const struct items *items)
{
    for (size_t index = 0; index < items->count; index++)
        if (text_equal(name, items->names[index]))
            return true;
    return false;
}

static void item_add(struct arena *arena, struct items *items, struct text name)
{
    if (among(name, items))
        return;
    if (items->count == items->capacity) {
        size_t capacity = items->capacity ? items->capacity * 2 : 64;
        items->names =
            arena_grow(arena, items->names, items->count, capacity, sizeof(*items->names));
        items->capacity = capacity;
    }
    items->names[items->count++] = name;
}

static void items_of_instruments(struct arena *arena, struct items *items, const struct tree *view)
{
    const struct tree *instruments = tree_get(view, TEXT("instruments"));
    for (size_t index = 0; instruments && index < instruments->count; index++) {
        struct text id = instruments->members[index].key;
        item_add(arena, items, arena_print(arena, "draft:%.*s", TEXT_ARGUMENTS(id)));
        if (tree_get(instruments->members[index].value, TEXT("signatures")))
            item_add(arena, items, arena_print(arena, "signatures:%.*s", TEXT_ARGUMENTS(id)));
    }
}

static void items_of_values(struct arena *arena, struct items *items, const struct tree *values)
{
    for (size_t index = 0; values && index < values->count; index++) {
        struct text name = values->members[index].key;
        const struct tree *value = values->members[index].value;
        if (value->kind != TREE_OBJECT)
            item_add(arena, items, arena_print(arena, "var:%.*s", TEXT_ARGUMENTS(name)));
        for (size_t key = 0; value->kind == TREE_OBJECT && key < value->count; key++)
            item_add(arena, items,
                     arena_print(arena, "var:%.*s.%.*s", TEXT_ARGUMENTS(value->members[key].key),
                                 TEXT_ARGUMENTS(name)));
    }
}

static void items_of_choices(struct arena *arena, struct items *items, struct text decision,
                             const struct tree *choices)
{
    for (size_t index = 0; choices && index < choices->count; index++)
        item_add(arena, items,
                 arena_print(arena, "choice:%.*s.%.*s", TEXT_ARGUMENTS(decision),
                             TEXT_ARGUMENTS(choices->members[index].key)));
}

static bool is_open(const struct tree *decision)
{
    bool open = false;
    return tree_get_bool(decision, TEXT("open"), &open) && open;
}

static void items_of_decisions(struct items *items, const struct player *player, bool last)
{
    struct arena *arena = player->stage->arena;
    const struct tree *decisions = tree_get(player->view, TEXT("decisions"));
    for (size_t index = 0; decisions && index < decisions->count; index++) {
        struct text id = decisions->members[index].key;
        const struct tree *decision = decisions->members[index].value;
        int rule = scenario_decision(player->stage->scenario, id);
        if (last || !is_open(decision) ||
            (rule >= 0 && !player->stage->scenario->decisions[rule].secret))
            items_of_choices(arena, items, id, tree_get(decision, TEXT("choices")));
        if (player->party >= 0 && tree_get(decision, TEXT("mine")))
            item_add(
                arena, items,
                arena_print(arena, "choice:%.*s.%.*s", TEXT_ARGUMENTS(id),
                            TEXT_ARGUMENTS(player->stage->scenario->parties[player->party].id)));
    }
    const struct tree *secret = tree_get(tree_get(player->view, TEXT("control")), TEXT("choices"));
    for (size_t index = 0; secret && index < secret->count; index++)
        items_of_choices(arena, items, secret->members[index].key, secret->members[index].value);
}

/* What was closed in secret, and opened at once anew, is told in the minutes alone. */
static void items_of_minutes(struct arena *arena, struct items *items, const struct tree *view)
{
    const struct tree *minutes = tree_get(view, TEXT("minutes"));
    for (size_t index = 0; minutes && index < minutes->count; index++) {
        const struct tree *minute = minutes->members[index].value;
        struct text decision;
        if (tree_get_text(minute, TEXT("decision"), &decision))
            items_of_choices(arena, items, decision, tree_get(minute, TEXT("choices")));
    }
}

static void items_of_news(struct arena *arena, struct items *items, const struct tree *view)
{
    const struct tree *news = tree_get(view, TEXT("news"));
    for (size_t index = 0; news && index < news->count; index++) {
        struct text inject;
        if (tree_get_text(news->members[index].value, TEXT("inject"), &inject))
            item_add(arena, items, arena_print(arena, "inject:%.*s", TEXT_ARGUMENTS(inject)));
    }
}

static void items_of_messages(struct arena *arena, struct items *items, const struct tree *view)
{
    const struct tree *circles = tree_get(view, TEXT("circles"));
    for (size_t circle = 0; circles && circle < circles->count; circle++) {
        const struct tree *messages = tree_get(circles->members[circle].value, TEXT("messages"));
        for (size_t index = 0; messages && index < messages->count; index++)
            item_add(
                arena, items,
                arena_print(arena, "message:%.*s", TEXT_ARGUMENTS(messages->members[index].key)));
    }
}

/* Adds what the player's view shows now. `last`: with the choices of the last closing, also of a
 * decision that is open again. */
static void items_of(const struct player *player, struct items *items, bool last)
{
    struct arena *arena = player->stage->arena;
    const struct tree *view = player->view;
    items_of_instruments(arena, items, view);
    items_of_values(arena, items, tree_get(view, TEXT("variables")));
    items_of_values(arena, items, tree_get(view, TEXT("formulas")));
    items_of_decisions(items, player, last);
    if (last)
        items_of_minutes(arena, items, view);
    items_of_news(arena, items, view);
    items_of_messages(arena, items, view);
    const struct tree *scores = tree_get(view, TEXT("scores"));
    for (size_t index = 0; scores && index < scores->count; index++)
        item_add(arena, items,
                 arena_print(arena, "score:%.*s", TEXT_ARGUMENTS(scores->members[index].key)));
}

/* A decision that opens anew has new secrets: what was revealed of the last one does not count. */
static void choices_forget(struct player *player)
{
    const struct tree *decisions = tree_get(player->view, TEXT("decisions"));
    for (size_t index = 0; decisions && index < decisions->count; index++) {
        if (!is_open(decisions->members[index].value))
            continue;
        struct text start = arena_print(player->stage->arena, "choice:%.*s.",
                                        TEXT_ARGUMENTS(decisions->members[index].key));
        size_t kept = 0;
        for (size_t item = 0; item < player->told.count; item++)
            if (!text_starts_with(player->told.names[item], start))
                player->told.names[kept++] = player->told.names[item];
        player->told.count = kept;
    }
}

void player_look(struct player *player)
{
    if (!player->view || !player->stage->scenario)
        return;
    choices_forget(player);
    items_of(player, &player->told, false);
    items_of(player, &player->seen, true);
}

/* Whether it is one of the kinds of items there are, so that a misspelt one hides nothing. */
static bool is_item(struct text item)
{
    static const char *const kinds[] = {
        "draft:", "signatures:", "var:", "inject:", "choice:", "message:", "score:"};
    for (size_t index = 0; index < sizeof(kinds) / sizeof(kinds[0]); index++)
        if (text_starts_with(item, text_of(kinds[index])))
            return true;
    return false;
}

/* A variable or formula, of the world or `per` something. */
static bool is_value(const struct scenario *scenario, struct text id)
{
    for (size_t index = 0; index < scenario->formula_count; index++)
        if (text_equal(scenario->formulas[index].id, id))
            return true;
    return scenario_variable(scenario, id) >= 0;
}

/* Whether the rules have what an item names; which texts and messages there are, a play decides. */
static bool is_known(const struct scenario *scenario, struct text item)
{
    const char *colon = memchr(item.at, ':', item.length);
    size_t start = (size_t)(colon - item.at) + 1;
    struct text first = {item.at + start, item.length - start};
    struct text last = first;
    const char *dot = memchr(first.at, '.', first.length);
    if (dot) {
        size_t length = (size_t)(dot - first.at);
        last = (struct text){dot + 1, first.length - length - 1};
        first.length = length;
    }
    if (text_starts_with(item, TEXT("var:")))
        return is_value(scenario, last);
    if (text_starts_with(item, TEXT("choice:")))
        return scenario_decision(scenario, first) >= 0 && scenario_party(scenario, last) >= 0;
    return !text_starts_with(item, TEXT("score:")) || scenario_party(scenario, first) >= 0;
}

/* The item with the id that its name stands for, as the player's view has it. */
static struct text item_resolved(const struct player *player, struct text item)
{
    struct stage *stage = player->stage;
    const char *colon = memchr(item.at, ':', item.length);
    if (!colon)
        return item;
    size_t start = (size_t)(colon - item.at) + 1;
    struct text name = {item.at + start, item.length - start};
    struct text id = game_text_name(stage_game(stage), player_audience(player),
                                    stage_id(stage, name), stage->arena);
    return arena_print(stage->arena, "%.*s%.*s", (int)start, item.at, TEXT_ARGUMENTS(id));
}

static bool viewer_is(const struct player *player, struct text viewer)
{
    if (text_equal(player->name, viewer))
        return true;
    return player->party >= 0 &&
           text_equal(player->stage->scenario->parties[player->party].id, viewer);
}

/* Ids of drafts and messages are random, so that finding one in the bytes means that it was told.
 */
static bool item_told(const struct player *player, struct text item, struct text name)
{
    struct text bytes = {player->stream, player->stream_length};
    bool random =
        text_starts_with(item, TEXT("draft:")) || text_starts_with(item, TEXT("message:"));
    if (among(item, &player->told))
        return true;
    if (!random || text_equal(item, name))
        return false; /* Whatever the name was kept for never came about. */
    const char *id = (const char *)memchr(item.at, ':', item.length) + 1;
    size_t length = item.length - (size_t)(id - item.at);
    return bytes.length > 0 && length > 0 && memmem(bytes.at, bytes.length, id, length) != NULL;
}

/* Of a text that nobody has signed, who sees the text sees that. */
static bool unsigned_shown(const struct player *player, struct text item)
{
    struct arena *arena = player->stage->arena;
    struct text start = TEXT("signatures:");
    if (!text_starts_with(item, start))
        return false;
    struct text id = {item.at + start.length, item.length - start.length};
    const struct player *control = stage_player(player->stage, TEXT("control"));
    const struct tree *text = tree_get(tree_get(control->view, TEXT("instruments")), id);
    return text && !tree_get(text, TEXT("signatures")) &&
           among(arena_print(arena, "draft:%.*s", TEXT_ARGUMENTS(id)), &player->seen);
}

/* Others' scores wait in the final phase for control to open the debrief. */
static bool score_shown(const struct player *player, struct text item)
{
    if (!text_starts_with(item, TEXT("score:")))
        return false;
    stage_debrief(player->stage);
    return among(item, &player->seen);
}

static bool item_shown(const struct player *player, struct text item, struct text name)
{
    return among(item, &player->seen) || item_told(player, item, name) ||
           unsigned_shown(player, item) || score_shown(player, item);
}

static bool viewer_expected(struct stage *stage, struct text viewer, struct text name, bool visible,
                            struct text *why)
{
    bool known = false;
    if (!is_item(name) || !is_known(stage->scenario, name)) {
        *why = arena_print(stage->arena, "'%.*s' is nothing that can be seen or hidden",
                           TEXT_ARGUMENTS(name));
        return false;
    }
    for (size_t index = 0; index < stage->player_count; index++) {
        struct player *player = &stage->players[index];
        if (!viewer_is(player, viewer))
            continue;
        known = true;
        struct text item = item_resolved(player, name);
        if (visible ? item_shown(player, item, name) : !item_told(player, item, name))
            continue;
        *why = arena_print(stage->arena, "%.*s %s %.*s", TEXT_ARGUMENTS(viewer),
                           visible ? "does not see" : "was shown", TEXT_ARGUMENTS(name));
        return false;
    }
    if (!known)
        *why = arena_print(stage->arena, "'%.*s' is no viewer", TEXT_ARGUMENTS(viewer));
    return known;
}

bool expect_seen(struct stage *stage, const struct tree *viewers, bool visible, struct text *why)
{
    for (size_t index = 0; index < viewers->count; index++) {
        struct text viewer = viewers->members[index].key;
        const struct tree *items = viewers->members[index].value;
        for (size_t item = 0; item < items->count; item++)
            if (!viewer_expected(stage, viewer, items->members[item].value->text, visible, why))
                return false;
    }
    return true;
}
