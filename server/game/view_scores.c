#include "view_parts.h"

/* `labelled`: the viewer has not been told what the items are called. */
static struct tree *items_to_tree(const struct viewer *viewer, const struct score *score,
                                  const struct frozen_score *values, bool labelled)
{
    struct arena *arena = viewer->arena;
    struct tree *items = tree_object(arena);
    for (size_t index = 0; index < score->item_count; index++) {
        if (values->items[index].failed)
            continue;
        struct tree *item = tree_object(arena);
        if (labelled)
            tree_set_said(viewer->scenario, item, TEXT("label"), score->items[index].label, arena);
        tree_set_int(arena, item, TEXT("points"), values->items[index].points);
        tree_set_int(arena, item, TEXT("expected"), values->items[index].expected);
        tree_set(arena, items, score->items[index].id, item);
    }
    return items;
}

static struct tree *score_to_tree(const struct viewer *viewer, int party)
{
    const struct game *game = viewer->game;
    struct arena *arena = viewer->arena;
    struct world world = viewer->world;
    struct frozen_score score =
        game->frozen ? game->frozen[party] : score_compute(viewer->scenario, &world, party, arena);
    struct tree *tree = tree_object(arena);
    if (score.failed) {
        tree_set_bool(arena, tree, TEXT("failed"), true);
    } else {
        tree_set_int(arena, tree, TEXT("total"), score.total);
        tree_set_int(arena, tree, TEXT("expected"), score.expected);
        tree_set_int(arena, tree, TEXT("no_deal"), score.no_deal);
    }
    if (game->recorded && game->recorded[party] != INT64_MIN)
        tree_set_int(arena, tree, TEXT("at_opening"), game->recorded[party]);
    bool labelled = !viewer->control && party != viewer->party;
    tree_set(arena, tree, TEXT("items"),
             items_to_tree(viewer, &viewer->scenario->scores[party], &score, labelled));
    return tree;
}

struct tree *view_scores(const struct viewer *viewer)
{
    struct tree *scores = tree_object(viewer->arena);
    bool open = game_standing(viewer->game).told;
    for (int party = 0; party < (int)viewer->scenario->party_count; party++)
        if (open || viewer->control || party == viewer->party)
            tree_set(viewer->arena, scores, viewer->scenario->parties[party].id,
                     score_to_tree(viewer, party));
    return scores;
}
