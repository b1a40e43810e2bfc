#include "view_parts.h"

#include <string.h>

struct tree *view_variables(const struct viewer *viewer)
{
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    struct tree *tree = tree_object(arena);
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        const int64_t *values = viewer->world.slots + variable->slot;
        if (variable->per == PER_NONE) {
            if (viewer_sees(viewer, variable->seen_by, PER_NONE, NONE))
                tree_set(arena, tree, variable->id,
                         domain_to_tree(scenario, &variable->domain, *values, arena));
            continue;
        }
        struct tree *keys = tree_object(arena);
        for (uint32_t key = 0; key < key_count_of(scenario, variable->per); key++)
            if (viewer_sees(viewer, variable->seen_by, variable->per, (int32_t)key))
                tree_set(arena, keys, key_name(scenario, variable->per, (int32_t)key),
                         domain_to_tree(scenario, &variable->domain, values[key], arena));
        tree_set_some(tree, variable->id, keys, arena);
    }
    return tree;
}

struct tree *view_formulas(const struct viewer *viewer)
{
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    struct tree *tree = tree_object(arena);
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        struct tree *keys = tree_object(arena);
        for (uint32_t key = 0; key < key_count_of(scenario, formula->per); key++) {
            int32_t holder = formula->per == PER_NONE ? NONE : (int32_t)key;
            struct tree *value =
                viewer_sees(viewer, formula->seen_by, formula->per, holder)
                    ? formula_to_tree(scenario, formula, &viewer->world, key, arena)
                    : NULL;
            if (value && formula->per == PER_NONE)
                tree_set(arena, tree, formula->id, value);
            else if (value)
                tree_set(arena, keys, key_name(scenario, formula->per, holder), value);
        }
        tree_set_some(tree, formula->id, keys, arena);
    }
    return tree;
}

/* One value at one round's end, added to the list of its name. */
static void history_add(const struct viewer *viewer, struct tree *history, struct text id,
                        const struct snapshot *snapshot, struct tree *value)
{
    struct arena *arena = viewer->arena;
    struct tree *list = tree_get(history, id);
    if (!list) {
        list = tree_list(arena);
        tree_set(arena, history, id, list);
    }
    struct tree *point = tree_object(arena);
    tree_set_text(arena, point, TEXT("phase"), viewer->scenario->phases[snapshot->phase].id);
    tree_set_int(arena, point, TEXT("round"), snapshot->round);
    tree_set(arena, point, TEXT("value"), value);
    tree_append(arena, list, point);
}

static void history_add_round(const struct viewer *viewer, struct tree *history,
                              const struct snapshot *snapshot, struct world *world)
{
    const struct scenario *scenario = viewer->scenario;
    memcpy(world->slots, snapshot->state, scenario->state_count * sizeof(*world->slots));
    world_refresh(scenario, world);
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        if (variable->per == PER_NONE && viewer_sees(viewer, variable->seen_by, PER_NONE, NONE))
            history_add(viewer, history, variable->id, snapshot,
                        domain_to_tree(scenario, &variable->domain, world->slots[variable->slot],
                                       viewer->arena));
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        if (formula->per != PER_NONE || !viewer_sees(viewer, formula->seen_by, PER_NONE, NONE))
            continue;
        struct tree *value = formula_to_tree(scenario, formula, world, 0, viewer->arena);
        if (value)
            history_add(viewer, history, formula->id, snapshot, value);
    }
}

struct tree *view_history(const struct viewer *viewer)
{
    struct tree *history = tree_object(viewer->arena);
    if (viewer->game->snapshot_count == 0)
        return history;
    struct world world = world_open(viewer->scenario, viewer->arena);
    for (size_t index = 0; index < viewer->game->snapshot_count; index++)
        history_add_round(viewer, history, &viewer->game->snapshots[index], &world);
    return history;
}

struct tree *view_settled(const struct viewer *viewer)
{
    const struct position *position = viewer->position;
    struct arena *arena = viewer->arena;
    struct tree *settled = tree_object(arena);
    for (uint32_t key = 0; key < viewer->scenario->key_count; key++) {
        if (position->holders[key] == NONE ||
            !instrument_active(&position->instruments[position->holders[key]]))
            continue;
        struct tree *clause = tree_object(arena);
        tree_set_text(arena, clause, TEXT("instrument"),
                      viewer_text_name(viewer, &position->instruments[position->holders[key]]));
        tree_set(arena, clause, TEXT("terms"),
                 terms_to_tree(viewer->scenario, key, position->terms[key], arena));
        tree_set(arena, settled, viewer->scenario->keys[key].id, clause);
    }
    return settled;
}
