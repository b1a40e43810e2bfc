/* What a step of the game makes dirty in views, and the patches that come of it.
 *
 * Nobody has to say what an event makes dirty: a view is a function of the game, so what the step
 * changed of the game is looked up, and each part of a view is built anew where something that it
 * is made of has changed. A part that came to read something else must be named here; where tests
 * are built, every patch is held against the whole views (STEPS_CHECKED), so that none is
 * forgotten. */
#include "position.h"
#include "view_parts.h"

#include "must.h"

#include <string.h>

/* A game before the step or after it, and what its views are read from. */
struct side {
    const struct game *game;
    struct world world;
};

struct step {
    struct arena *arena;
    struct game before; /* shares what never changes with the game after it */
    const struct game *after;
    bool looked; /* what follows is known */
    unsigned dirty;
    bool *texts; /* [instrument]: dirty; NULL: all */
    struct side sides[2];
#ifdef STEPS_CHECKED
    struct tree **views; /* [audience]: before the step */
#endif
};

#ifdef STEPS_CHECKED
static void views_keep(struct step *step, const struct game *game)
{
    size_t count = game->scenario->party_count + 2;
    step->views = ARENA_ARRAY(step->arena, struct tree *, count);
    for (size_t place = 0; place < count; place++)
        step->views[place] = view(game, audience_at(place), step->arena);
}

static void patch_check(const struct step *step, struct audience audience, const struct tree *patch)
{
    const struct tree *before = step->views[audience_place(audience)];
    const struct tree *whole =
        tree_diff(step->arena, before, view(step->after, audience, step->arena));
    must(patch && whole ? tree_equal(patch, whole) : patch == whole);
}
#endif

struct step *step_open(const struct game *game, struct arena *arena)
{
    const struct scenario *scenario = game->scenario;
    struct step *step = ARENA_NEW(arena, struct step);
    *step = (struct step){.arena = arena, .before = *game, .after = game};
    step->before.position = position_copy(
        scenario, &game->position, ARENA_ARRAY(arena, int64_t, scenario->state_count), arena);
    step->before.plans = arena_grow(arena, game->plans, scenario->party_count,
                                    scenario->party_count, sizeof *game->plans);
    step->before.minutes_told = arena_grow(arena, game->minutes_told, scenario->party_count + 2,
                                           scenario->party_count + 2, sizeof *game->minutes_told);
#ifdef STEPS_CHECKED
    views_keep(step, game);
#endif
    return step;
}

/* --- what has changed --- */

static party_set guests(const struct instrument *text)
{
    return text->draft ? text->draft->invited | text->draft->witnesses : 0;
}

/* Who sees it, and what they call it and its parts. */
static bool seen_alike(const struct instrument *was, const struct instrument *is)
{
    return guests(was) == guests(is) && was->open_to_all == is->open_to_all &&
           was->public_version == is->public_version && was->published_at == is->published_at &&
           (was->versions == NULL) == (is->versions == NULL);
}

/* What nearly everything goes by. */
static bool all_changes(const struct step *step)
{
    const struct game *before = &step->before, *after = step->after;
    const struct position *was = &before->position, *is = &after->position;
    if (was->phase != is->phase || was->final != is->final || was->debrief != is->debrief ||
        was->frozen != is->frozen || before->frozen != after->frozen ||
        before->recorded != after->recorded || was->instrument_count != is->instrument_count)
        return true;
    for (size_t index = 0; index < is->instrument_count; index++)
        if (!seen_alike(&was->instruments[index], &is->instruments[index]))
            return true;
    return false;
}

static bool clock_changes(const struct position *was, const struct position *is)
{
    return was->clock != is->clock || was->round != is->round || was->deadline != is->deadline ||
           was->left != is->left || was->schedule != is->schedule;
}

static bool seats_change(const struct position *was, const struct position *is)
{
    return was->seat_count != is->seat_count ||
           (is->seat_count > 0 &&
            memcmp(was->seats, is->seats, is->seat_count * sizeof *is->seats) != 0);
}

static bool decisions_change(const struct scenario *scenario, const struct position *was,
                             const struct position *is)
{
    size_t bytes = scenario->party_count * sizeof(uint16_t);
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision_state *then = &was->decisions[index], *now = &is->decisions[index];
        if (then->open != now->open || then->closed_once != now->closed_once ||
            then->by != now->by || then->last_by != now->last_by ||
            memcmp(then->choice, now->choice, bytes) != 0 ||
            memcmp(then->last, now->last, bytes) != 0)
            return true;
    }
    return false;
}

static bool settled_changes(const struct scenario *scenario, const struct position *was,
                            const struct position *is)
{
    size_t count = scenario->key_count;
    return count > 0 && (memcmp(was->holders, is->holders, count * sizeof *is->holders) != 0 ||
                         memcmp(was->terms, is->terms, count * sizeof *is->terms) != 0 ||
                         memcmp(was->bound, is->bound, count * sizeof *is->bound) != 0);
}

static bool injects_change(const struct scenario *scenario, const struct position *was,
                           const struct position *is)
{
    size_t count = scenario->inject_count;
    return count > 0 && memcmp(was->injects, is->injects, count * sizeof *is->injects) != 0;
}

static bool plans_change(const struct step *step)
{
    return memcmp(step->before.plans, step->after->plans,
                  step->after->scenario->party_count * sizeof *step->after->plans) != 0;
}

static bool world_changes(const struct step *step)
{
    size_t count = step->after->scenario->state_count;
    return memcmp(step->before.position.state, step->after->position.state,
                  count * sizeof(int64_t)) != 0;
}

static bool is_linked(const struct position *position, struct text id)
{
    for (size_t index = 0; index < position->instrument_count; index++) {
        const struct draft *draft = position->instruments[index].draft;
        for (size_t at = 0; draft && at < draft->linked_count; at++)
            if (text_equal(draft->linked[at], id))
                return true;
    }
    return false;
}

/* A draft that is linked with none: no other text is told by it. */
static bool stands_alone(const struct position *position, const struct instrument *text)
{
    return text->status == INSTRUMENT_DRAFT && text->draft && text->draft->linked_count == 0 &&
           !is_linked(position, text->id);
}

/* Which texts changed; *alone: nothing else is told by them. */
static bool texts_change(struct step *step, bool *alone)
{
    const struct position *was = &step->before.position, *is = &step->after->position;
    bool any = false;
    *alone = true;
    step->texts = ARENA_ARRAY(step->arena, bool, is->instrument_count);
    for (size_t index = 0; index < is->instrument_count; index++) {
        const struct instrument *then = &was->instruments[index], *now = &is->instruments[index];
        if (memcmp(then, now, sizeof *now) == 0)
            continue;
        any = step->texts[index] = true;
        *alone = *alone && stands_alone(was, then) && stands_alone(is, now);
    }
    return any;
}

static unsigned record_changes(const struct step *step)
{
    const struct game *was = &step->before, *is = step->after;
    unsigned dirty = 0;
    if (was->minute_count != is->minute_count)
        dirty |= PART_MINUTES;
    if (was->message_count != is->message_count)
        dirty |= PART_CIRCLES;
    if (was->news_count != is->news_count)
        dirty |= PART_NEWS;
    if (was->snapshot_count != is->snapshot_count)
        dirty |= PART_HISTORY;
    if (was->trouble_count != is->trouble_count || was->mark_count != is->mark_count)
        dirty |= PART_CONTROL;
    if (was->instructions != is->instructions || was->instruction_count != is->instruction_count)
        dirty |= PART_INSTRUCTIONS;
    if (plans_change(step))
        dirty |= PART_PLANS;
    return dirty;
}

static unsigned position_changes(const struct step *step)
{
    const struct scenario *scenario = step->after->scenario;
    const struct position *was = &step->before.position, *is = &step->after->position;
    unsigned dirty = 0;
    if (clock_changes(was, is))
        dirty |= PART_CLOCK;
    if (seats_change(was, is))
        dirty |= PART_PARTIES | PART_PLANS;
    if (decisions_change(scenario, was, is))
        dirty |= PART_DECISIONS | PART_CONTROL;
    if (injects_change(scenario, was, is))
        dirty |= PART_CONTROL;
    if (world_changes(step))
        dirty |= PART_VALUES | PART_TEXTS | PART_INSTRUCTIONS | PART_SCORES | PART_CONTROL;
    if (settled_changes(scenario, was, is))
        dirty |= PART_SETTLED | PART_TEXTS;
    return dirty;
}

static void sides_set(struct step *step)
{
    const struct scenario *scenario = step->after->scenario;
    struct side after = {step->after, game_world(step->after, step->arena)}, before = after;
    before.game = &step->before;
    if (world_changes(step)) {
        before.world = world_copy(scenario, &after.world, step->arena);
        memcpy(before.world.slots, step->before.position.state,
               scenario->state_count * sizeof *before.world.slots);
        world_refresh(scenario, &before.world);
        step->before.world = before.world;
    }
    step->sides[0] = before;
    step->sides[1] = after;
}

/* Once a step: what is dirty. */
static void step_look(struct step *step)
{
    if (step->looked)
        return;
    step->looked = true;
    sides_set(step);
    step->dirty = PARTS_ALL;
    if (all_changes(step))
        return;
    step->dirty = record_changes(step) | position_changes(step);
    bool alone, changed = texts_change(step, &alone);
    if (!alone || (step->dirty & PART_TEXTS))
        step->texts = NULL;
    if (changed)
        step->dirty |= PART_TEXTS;
    if (!alone)
        step->dirty |= PART_SETTLED;
}

/* --- patches --- */

static struct tree *side_build(const struct step *step, size_t index, struct audience audience,
                               const bool *unseen)
{
    const struct side *side = &step->sides[index];
    struct viewer viewer = viewer_of(side->game, audience, side->world, unseen, step->arena);
    if (step->dirty != PARTS_ALL)
        viewer.parts = (struct parts){step->dirty, step->texts, step->sides[1 - index].game};
    return view_build(&viewer);
}

struct tree *step_patch(struct step *step, struct audience audience)
{
    step_look(step);
    const bool *unseen = audience_unseen(step->after, audience, step->arena), *unseen_then = unseen;
    if (step->before.position.final != step->after->position.final)
        unseen_then = audience_unseen(&step->before, audience, step->arena);
    struct tree *before = side_build(step, 0, audience, unseen_then);
    struct tree *after = side_build(step, 1, audience, unseen);
    struct tree *patch = tree_diff(step->arena, before, after);
#ifdef STEPS_CHECKED
    patch_check(step, audience, patch);
#endif
    return patch;
}
