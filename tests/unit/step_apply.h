/* apply, and whether a patch is what changed: for every audience step_patch must be the difference
 * between its whole views before and after. A part that a step ought to have made dirty and did not
 * fails here. After cmocka's header. */
#ifndef STEP_APPLY_H
#define STEP_APPLY_H

#include "view.h"

static inline void step_hold(struct step *step, const struct game *game, size_t place,
                             const struct tree *before, struct arena *arena)
{
    struct tree *after = view(game, audience_at(place), arena);
    struct tree *wanted = tree_diff(arena, before, after);
    struct tree *patch = step_patch(step, audience_at(place));
    if (patch && wanted ? !tree_equal(patch, wanted) : patch != wanted)
        fail_msg("%.*s, entry %llu: audience %zu is not told what changed",
                 TEXT_ARGUMENTS(game_scenario(game)->id), (unsigned long long)game_sequence(game),
                 place);
    assert_true(tree_equal(patch ? tree_merge(arena, before, patch) : before, after));
}

static inline void step_apply(struct game *game, uint64_t sequence, int64_t at,
                              const struct actor *by, const struct event *events, size_t count)
{
    struct arena *arena = arena_open();
    size_t audiences = game_scenario(game)->party_count + 2;
    struct tree **before = ARENA_ARRAY(arena, struct tree *, audiences);
    for (size_t place = 0; place < audiences; place++)
        before[place] = view(game, audience_at(place), arena);
    struct step *step = step_open(game, arena);
    apply(game, sequence, at, by, events, count);
    for (size_t place = 0; place < audiences; place++)
        step_hold(step, game, place, before[place], arena);
    arena_close(arena);
}

#endif
