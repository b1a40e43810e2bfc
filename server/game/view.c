#include "scenario_parts.h"

struct viewer viewer_of(const struct game *game, struct audience audience, struct world world,
                        const bool *unseen, struct arena *arena)
{
    return (struct viewer){
        .game = game,
        .scenario = game->scenario,
        .position = &game->position,
        .audience = audience,
        .party = audience.kind == AUDIENCE_PARTY ? audience.party : NONE,
        .control = audience.kind == AUDIENCE_CONTROL,
        .arena = arena,
        .namer = {&game->position, game->options.seed, audience, arena},
        .world = world,
        .unseen = unseen,
        .parts = {.wanted = PARTS_ALL},
    };
}

const bool *audience_unseen(const struct game *game, struct audience audience, struct arena *arena)
{
    if (audience.kind == AUDIENCE_CONTROL)
        return NULL;
    int party = audience.kind == AUDIENCE_PARTY ? audience.party : NONE;
    return sight_unseen(game->scenario, party, game->position.final, arena);
}

/* `aside`: for what the viewer reads, and nobody keeps. */
static struct viewer viewer_look(const struct game *game, struct audience audience,
                                 struct arena *arena, struct arena *aside)
{
    return viewer_of(game, audience, game_world(game, aside),
                     audience_unseen(game, audience, aside), arena);
}

struct viewer viewer_open(const struct game *game, struct audience audience, struct arena *arena)
{
    return viewer_look(game, audience, arena, arena);
}

struct listed listed_of(const struct viewer *viewer, uint64_t total, uint64_t other_total,
                        uint64_t most)
{
    struct listed listed = {.first = total > most ? total - most : 0, .end = total};
    if (!viewer->parts.other)
        return listed;
    uint64_t kept = other_total > most ? other_total - most : 0;
    listed.gone_first = listed.first;
    listed.gone_end = kept < total ? kept : total;
    if (listed.first < other_total)
        listed.first = other_total < total ? other_total : total;
    return listed;
}

struct tree *view_stub(const struct viewer *viewer)
{
    return tree_bool(viewer->arena, true);
}

bool viewer_reads(const struct viewer *viewer, const struct expression *expression)
{
    return sight_blocked(viewer->unseen, expression) == NONE;
}

bool viewer_sees(const struct viewer *viewer, struct visibility visibility, enum per per,
                 int32_t key)
{
    return audience_sees(viewer->audience, visibility, per, key);
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

/* The parts in their order. Those of `some` stand only where there is something in them. */
static const struct {
    enum part part;
    bool some;
    struct text name;
    struct tree *(*build)(const struct viewer *viewer);
} builders[] = {
    {PART_FIXED, false, {"table", 5}, view_table},
    {PART_FIXED, false, {"audience", 8}, view_audience},
    {PART_CLOCK, false, {"clock", 5}, view_clock},
    {PART_PARTIES, false, {"parties", 7}, view_parties},
    {PART_VALUES, false, {"variables", 9}, view_variables},
    {PART_VALUES, false, {"formulas", 8}, view_formulas},
    {PART_HISTORY, true, {"history", 7}, view_history},
    {PART_SETTLED, false, {"settled", 7}, view_settled},
    {PART_TEXTS, false, {"instruments", 11}, view_instruments},
    {PART_DECISIONS, false, {"decisions", 9}, view_decisions},
    {PART_NEWS, false, {"news", 4}, view_news},
    {PART_CIRCLES, false, {"circles", 7}, view_circles},
    {PART_MINUTES, false, {"minutes", 7}, view_minutes},
    {PART_MINUTES, false, {"minutes_total", 13}, view_minutes_total},
    {PART_INSTRUCTIONS, true, {"instructions", 12}, view_instructions},
    {PART_PLANS, true, {"plans", 5}, view_plans},
    {PART_SCORES, true, {"scores", 6}, view_scores},
};

struct tree *view_build(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct tree *tree = tree_object(arena);
    for (size_t index = 0; index < sizeof(builders) / sizeof(*builders); index++) {
        if (!(viewer->parts.wanted & builders[index].part))
            continue;
        struct tree *part = builders[index].build(viewer);
        if (builders[index].some)
            tree_set_some(tree, builders[index].name, part, arena);
        else
            tree_set(arena, tree, builders[index].name, part);
    }
    if (viewer->parts.wanted & PART_SCORES)
        viewer_set_outcome(viewer, tree);
    if (viewer->control && (viewer->parts.wanted & PART_CONTROL))
        tree_set(arena, tree, TEXT("control"), view_control(viewer));
    return tree;
}

struct tree *view(const struct game *game, struct audience audience, struct arena *arena)
{
    /* Views are kept for long, and the world that they are read from is larger than they are. */
    struct arena *aside = arena_open();
    struct viewer viewer = viewer_look(game, audience, arena, aside);
    struct tree *tree = view_build(&viewer);
    arena_close(aside);
    return tree;
}

size_t audience_place(struct audience audience)
{
    return audience.kind == AUDIENCE_PUBLIC    ? 0
           : audience.kind == AUDIENCE_CONTROL ? 1
                                               : 2 + (size_t)audience.party;
}

struct audience audience_at(size_t place)
{
    return place == 0   ? (struct audience){AUDIENCE_PUBLIC, NONE}
           : place == 1 ? (struct audience){AUDIENCE_CONTROL, NONE}
                        : (struct audience){AUDIENCE_PARTY, (int)place - 2};
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
