/* What news is to be expected of itself, were all to stay as it is: each inject's `when` and
 * chance, read at the end of this round and of each that follows. */
#include "view_parts.h"

static struct result supposed(const struct viewer *viewer, const struct expression *expression)
{
    /* What it draws, the game will draw at another place, so this foretells nothing. */
    struct draw_place draw = {.seed = viewer->game->options.seed, .place = TEXT("foresight")};
    return expression_run(expression, &viewer->world, &draw);
}

static int64_t chance_of(const struct viewer *viewer, const struct inject *inject)
{
    struct result when = supposed(viewer, inject->when);
    if (when.failed || !when.value)
        return 0;
    if (!inject->chance)
        return 100;
    struct result percent = supposed(viewer, inject->chance);
    return percent.failed || percent.value < 0 ? 0 : percent.value > 100 ? 100 : percent.value;
}

static void round_suppose(struct viewer *viewer, uint32_t phase, uint32_t round)
{
    viewer->world.slots[viewer->scenario->slot_round] = round;
    viewer->world.slots[viewer->scenario->slot_phase] = viewer->scenario->phases[phase].string;
    world_refresh(viewer->scenario, &viewer->world);
}

static void round_foresee(const struct viewer *viewer, uint32_t phase, uint32_t round,
                          struct tree *injects)
{
    struct arena *arena = viewer->arena;
    for (size_t index = 0; index < viewer->scenario->inject_count; index++) {
        const struct inject *inject = &viewer->scenario->injects[index];
        const struct inject_state *state = &viewer->position->injects[index];
        if (!inject->when || (inject->once && state->fired > 0))
            continue;
        int64_t chance = chance_of(viewer, inject);
        if (chance == 0)
            continue;
        struct tree *end = tree_object(arena);
        tree_set_text(arena, end, TEXT("phase"), viewer->scenario->phases[phase].id);
        tree_set_int(arena, end, TEXT("round"), round);
        tree_set_int(arena, end, TEXT("chance"), chance);
        tree_append(arena, tree_get(tree_get(injects, inject->id), TEXT("at")), end);
    }
}

/* Every inject, and nothing yet of when. */
static struct tree *injects_list(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct tree *injects = tree_object(arena);
    for (size_t index = 0; index < viewer->scenario->inject_count; index++) {
        const struct inject_state *state = &viewer->position->injects[index];
        struct tree *item = tree_object(arena);
        tree_set_int(arena, item, TEXT("fired"), state->fired);
        tree_set_true(item, TEXT("held"), state->held, arena);
        tree_set(arena, item, TEXT("at"), tree_list(arena));
        tree_set(arena, injects, viewer->scenario->injects[index].id, item);
    }
    return injects;
}

struct tree *foresee(const struct game *game, struct arena *arena)
{
    struct viewer viewer = viewer_open(game, (struct audience){AUDIENCE_CONTROL, -1}, arena);
    const struct scenario *scenario = game->scenario;
    const struct position *position = &game->position;
    struct tree *injects = injects_list(&viewer);
    bool begun = position->phase != NONE;
    uint32_t phase = begun ? (uint32_t)position->phase : 0;
    for (; position->clock != CLOCK_CLOSED && !scenario->phases[phase].final; phase++) {
        bool present = begun && phase == (uint32_t)position->phase;
        round_suppose(&viewer, phase, present ? position->round : 1);
        struct result open = {.value = 1};
        if (!present && scenario->phases[phase].when)
            open = supposed(&viewer, scenario->phases[phase].when);
        if (open.failed || !open.value)
            continue;
        uint32_t rounds = scenario->editions[game->options.edition].rounds[phase];
        for (uint32_t round = present ? position->round : 1; round <= rounds; round++) {
            round_suppose(&viewer, phase, round);
            round_foresee(&viewer, phase, round, injects);
        }
    }
    return injects;
}
