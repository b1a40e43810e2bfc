#include "view_parts.h"

/* `aside`: for what the viewer reads, and nobody keeps. */
static struct viewer viewer_look(const struct game *game, struct audience audience,
                                 struct arena *arena, struct arena *aside)
{
    struct viewer viewer = {
        .game = game,
        .scenario = game->scenario,
        .position = &game->position,
        .audience = audience,
        .party = audience.kind == AUDIENCE_PARTY ? audience.party : NONE,
        .control = audience.kind == AUDIENCE_CONTROL,
        .arena = arena,
        .namer = {&game->position, game->options.seed, audience, arena},
        .world = game_world(game, aside),
    };
    if (!viewer.control)
        viewer.unseen = sight_unseen(game->scenario, viewer.party, game->position.final, aside);
    return viewer;
}

struct viewer viewer_open(const struct game *game, struct audience audience, struct arena *arena)
{
    return viewer_look(game, audience, arena, arena);
}

bool viewer_reads(const struct viewer *viewer, const struct expression *expression)
{
    return sight_blocked(viewer->unseen, expression) == NONE;
}

bool viewer_sees(const struct viewer *viewer, struct visibility visibility, enum per per,
                 int32_t key)
{
    if (visibility.all || viewer->control)
        return true;
    if (viewer->party == NONE)
        return false;
    if (visibility.own)
        return per == PER_PARTY && key == viewer->party;
    return (visibility.parties & party_bit(viewer->party)) != 0;
}

bool viewer_sees_record(const struct viewer *viewer, struct seen_by seen_by)
{
    if (seen_by.all || viewer->control)
        return true;
    return viewer->party != NONE && (seen_by.parties & party_bit(viewer->party));
}

bool viewer_sees_text(const struct viewer *viewer, const struct instrument *instrument)
{
    return viewer->control || instrument_seen_by(instrument, viewer->party);
}

struct text viewer_text_name(const struct viewer *viewer, const struct instrument *instrument)
{
    return text_name(&viewer->namer, viewer->scenario, instrument);
}

bool viewer_sees_choices(const struct viewer *viewer, uint32_t decision)
{
    const struct decision *asked = &viewer->scenario->decisions[decision];
    return viewer->control || !asked->secret || !asked->revealed_final || viewer->position->final;
}

void viewer_set_outcome(const struct viewer *viewer, struct tree *tree)
{
    if (!viewer->position->final)
        return;
    int outcome = game_outcome(viewer->game, viewer->arena);
    if (outcome != NONE)
        tree_set_text(viewer->arena, tree, TEXT("outcome"), viewer->scenario->outcomes[outcome].id);
}

struct tree *view(const struct game *game, struct audience audience, struct arena *arena)
{
    /* Views are kept for long, and the world that they are read from is larger than they are. */
    struct arena *aside = arena_open();
    struct viewer viewer = viewer_look(game, audience, arena, aside);
    struct tree *tree = tree_object(arena);
    tree_set(arena, tree, TEXT("table"), view_table(&viewer));
    tree_set(arena, tree, TEXT("audience"), view_audience(&viewer));
    tree_set(arena, tree, TEXT("clock"), view_clock(&viewer));
    tree_set(arena, tree, TEXT("parties"), view_parties(&viewer));
    tree_set(arena, tree, TEXT("variables"), view_variables(&viewer));
    tree_set(arena, tree, TEXT("formulas"), view_formulas(&viewer));
    tree_set_some(tree, TEXT("history"), view_history(&viewer), arena);
    tree_set(arena, tree, TEXT("settled"), view_settled(&viewer));
    tree_set(arena, tree, TEXT("instruments"), view_instruments(&viewer));
    tree_set(arena, tree, TEXT("decisions"), view_decisions(&viewer));
    tree_set(arena, tree, TEXT("news"), view_news(&viewer));
    tree_set(arena, tree, TEXT("circles"), view_circles(&viewer));
    uint64_t total = 0;
    tree_set(arena, tree, TEXT("minutes"), view_minutes(&viewer, &total));
    tree_set_int(arena, tree, TEXT("minutes_total"), (int64_t)total);
    tree_set_some(tree, TEXT("instructions"), view_instructions(&viewer), arena);
    tree_set_some(tree, TEXT("plans"), view_plans(&viewer), arena);
    tree_set_some(tree, TEXT("scores"), view_scores(&viewer), arena);
    viewer_set_outcome(&viewer, tree);
    if (viewer.control)
        tree_set(arena, tree, TEXT("control"), view_control(&viewer));
    arena_close(aside);
    return tree;
}

struct tree *page_of(struct tree *items, bool more, struct arena *arena)
{
    struct tree *page = tree_object(arena);
    tree_set(arena, page, TEXT("items"), items);
    tree_set_bool(arena, page, TEXT("more"), more);
    return page;
}

struct tree *history_read(const struct game *game, struct audience audience, struct text what,
                          struct text of, uint64_t before, uint32_t limit, struct arena *arena)
{
    struct viewer viewer = viewer_open(game, audience, arena);
    limit = limit < 1 ? 1 : limit > 200 ? 200 : limit;
    if (text_equal(what, TEXT("messages")))
        return history_messages(&viewer, of, before, limit);
    if (text_equal(what, TEXT("versions")))
        return history_versions(&viewer, of, before, limit);
    if (text_equal(what, TEXT("minutes")))
        return history_minutes(&viewer, before, limit);
    if (text_equal(what, TEXT("changes")))
        return history_changes(&viewer, of, before, limit);
    return NULL;
}

struct text game_text_name(const struct game *game, struct audience audience, struct text id,
                           struct arena *arena)
{
    struct namer namer = {&game->position, game->options.seed, audience, arena};
    const struct instrument *text = instrument_find(&game->position, id);
    bool seen = text && (text->open_to_all || text_shared_with(text, audience));
    return seen ? text_name(&namer, game->scenario, text) : id;
}
