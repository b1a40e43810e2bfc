#include "view_parts.h"

#include <string.h>

/* Everything that is assumed, as one draft: what `requires` reads. A later clause takes the place
 * of an earlier one for the same key. */
static void clause_assume(struct draft *draft, struct draft_clause *clauses, uint32_t key,
                          const int64_t *terms)
{
    int at = draft_clause_index(draft, key);
    size_t index = at == NONE ? draft->clause_count++ : (size_t)at;
    clauses[index] = (struct draft_clause){.key = key, .terms = terms};
}

/* False where a text is not known to the viewer. */
static bool draft_assume(const struct viewer *viewer, const struct assumption *assumptions,
                         size_t count, struct draft *draft)
{
    struct draft_clause *clauses =
        ARENA_ARRAY(viewer->arena, struct draft_clause, viewer->scenario->key_count);
    *draft = (struct draft){.clauses = clauses};
    for (size_t index = 0; index < count; index++) {
        const struct assumption *assumption = &assumptions[index];
        for (size_t clause = 0; clause < assumption->clause_count; clause++)
            clause_assume(draft, clauses, assumption->clauses[clause].key,
                          assumption->clauses[clause].terms);
        if (assumption->instrument.length == 0)
            continue;
        const struct instrument *text = instrument_find(viewer->position, assumption->instrument);
        if (!text || !viewer_sees_text(viewer, text))
            return false;
        for (size_t clause = 0; clause < text->draft->clause_count; clause++)
            clause_assume(draft, clauses, text->draft->clauses[clause].key,
                          text->draft->clauses[clause].terms);
    }
    return true;
}

/* The present with all of it settled. Whom a clause binds may depend on other clauses, so it is
 * asked again when all are there. */
static struct world world_assume(const struct viewer *viewer, const struct draft *draft,
                                 party_set *binds)
{
    struct world world = game_world(viewer->game, viewer->arena);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t index = 0; index < draft->clause_count; index++) {
            bool failed;
            binds[index] = clause_binds(viewer->scenario, &world, draft->clauses[index].key,
                                        draft->clauses[index].terms, &failed);
        }
        for (size_t index = 0; index < draft->clause_count; index++)
            world_settle(viewer->scenario, &world, draft->clauses[index].key,
                         draft->clauses[index].terms, binds[index]);
        world_refresh(viewer->scenario, &world);
    }
    return world;
}

static struct tree *now_and_then(const struct viewer *viewer, struct tree *now, struct tree *then)
{
    struct tree *tree = tree_object(viewer->arena);
    if (now)
        tree_set(viewer->arena, tree, TEXT("now"), now);
    if (then)
        tree_set(viewer->arena, tree, TEXT("then"), then);
    return tree;
}

static struct tree *items_compare(const struct viewer *viewer, const struct frozen_score *now,
                                  const struct frozen_score *then)
{
    const struct score *score = &viewer->scenario->scores[viewer->party];
    struct arena *arena = viewer->arena;
    struct tree *items = tree_object(arena);
    for (size_t index = 0; index < score->item_count; index++)
        tree_set(
            arena, items, score->items[index].id,
            now_and_then(
                viewer,
                now->items[index].failed ? NULL : tree_int(arena, now->items[index].expected),
                then->items[index].failed ? NULL : tree_int(arena, then->items[index].expected)));
    return items;
}

/* What formulas that the party may see would change to; of those per party or region each key
 * alone, named as in expressions. */
static struct tree *formulas_compare(const struct viewer *viewer, const struct world *then)
{
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    struct tree *changed = tree_object(arena);
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        for (uint32_t key = 0; key < key_count_of(scenario, formula->per); key++) {
            int32_t holder = formula->per == PER_NONE ? NONE : (int32_t)key;
            if (!viewer_sees(viewer, formula->seen_by, formula->per, holder))
                continue;
            struct tree *before = formula_to_tree(scenario, formula, &viewer->world, key, arena);
            struct tree *after = formula_to_tree(scenario, formula, then, key, arena);
            bool same = before && after ? tree_equal(before, after) : before == after;
            if (same)
                continue;
            struct text name = formula->id;
            if (formula->per != PER_NONE) {
                struct text owner = key_name(scenario, formula->per, holder);
                name = arena_print(arena, "%.*s.%.*s", TEXT_ARGUMENTS(owner),
                                   TEXT_ARGUMENTS(formula->id));
            }
            tree_set(arena, changed, name, now_and_then(viewer, before, after));
        }
    }
    return changed;
}

static struct tree *clauses_judge(const struct viewer *viewer, const struct draft *draft,
                                  const party_set *binds, struct world *then)
{
    struct arena *arena = viewer->arena;
    struct tree *clauses = tree_object(arena);
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        struct tree *tree = tree_object(arena);
        tree_set(arena, tree, TEXT("binds"), tree_parties(viewer->scenario, binds[index], arena));
        const struct requirement *broken =
            clause_requirement_failed(viewer->scenario, then, draft, clause->key, clause->terms);
        if (broken)
            tree_set_text(arena, tree, TEXT("requires"), broken->otherwise);
        tree_set(arena, clauses, viewer->scenario->keys[clause->key].id, tree);
    }
    return clauses;
}

struct tree *score_evaluate(const struct game *game, int party,
                            const struct assumption *assumptions, size_t count, struct arena *arena)
{
    struct viewer viewer = viewer_open(game, (struct audience){AUDIENCE_PARTY, party}, arena);
    struct draft draft;
    if (!draft_assume(&viewer, assumptions, count, &draft))
        return NULL;
    party_set *binds = ARENA_ARRAY(arena, party_set, draft.clause_count);
    struct world then = world_assume(&viewer, &draft, binds);
    struct frozen_score today = score_compute(viewer.scenario, &viewer.world, party, arena);
    struct frozen_score assumed = score_compute(viewer.scenario, &then, party, arena);
    struct tree *tree = tree_object(arena);
    if (!assumed.failed)
        tree_set_int(arena, tree, TEXT("total"), assumed.expected);
    if (!today.failed) {
        tree_set_int(arena, tree, TEXT("today"), today.expected);
        tree_set_int(arena, tree, TEXT("no_deal"), today.no_deal);
    }
    tree_set(arena, tree, TEXT("items"), items_compare(&viewer, &today, &assumed));
    tree_set(arena, tree, TEXT("formulas"), formulas_compare(&viewer, &then));
    tree_set(arena, tree, TEXT("clauses"), clauses_judge(&viewer, &draft, binds, &then));
    return tree;
}
