#include "package.h"
#include "view_parts.h"

/* What is assumed: one package, and the conditions that its texts take effect by, which `requires`
 * may ask for. */
struct assumed {
    struct clause_terms *clauses;
    size_t count;
    bool *conditional; /* [condition_count] */
};

/* A later clause takes the place of an earlier one for the same key. */
static void clause_assume(struct assumed *assumed, uint32_t key, const int64_t *terms)
{
    size_t index = 0;
    while (index < assumed->count && assumed->clauses[index].key != key)
        index++;
    assumed->clauses[index] = (struct clause_terms){key, terms};
    if (index == assumed->count)
        assumed->count++;
}

static void text_assume(struct assumed *assumed, const struct draft *draft)
{
    for (size_t index = 0; index < draft->clause_count; index++)
        clause_assume(assumed, draft->clauses[index].key, draft->clauses[index].terms);
    for (size_t index = 0; index < draft->takes_effect_count; index++)
        assumed->conditional[draft->takes_effect_if[index]] = true;
}

/* False where a text is not known to the viewer. */
static bool assume(const struct viewer *viewer, const struct assumption *assumptions, size_t count,
                   struct assumed *assumed)
{
    const struct scenario *scenario = viewer->scenario;
    assumed->clauses = ARENA_ARRAY(viewer->arena, struct clause_terms, scenario->key_count);
    assumed->conditional = ARENA_ARRAY(viewer->arena, bool, scenario->condition_count);
    assumed->count = 0;
    for (size_t index = 0; index < count; index++) {
        const struct assumption *assumption = &assumptions[index];
        for (size_t clause = 0; clause < assumption->clause_count; clause++)
            clause_assume(assumed, assumption->clauses[clause].key,
                          assumption->clauses[clause].terms);
        if (assumption->instrument.length == 0)
            continue;
        const struct instrument *text =
            text_named(&viewer->namer, scenario, assumption->instrument);
        if (!text)
            return false;
        text_assume(assumed, text->draft);
    }
    return true;
}

static struct world world_assume(const struct viewer *viewer, const struct assumed *assumed)
{
    struct world world = game_world(viewer->game, viewer->arena);
    for (size_t index = 0; index < viewer->scenario->condition_count; index++)
        if (assumed->conditional[index])
            world.slots[viewer->scenario->conditions[index].conditional_slot] = 1;
    struct package package = {assumed->clauses, assumed->count};
    package_apply(viewer->scenario, &world, &package);
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

static struct tree *clauses_judge(const struct viewer *viewer, const struct assumed *assumed,
                                  struct world *then)
{
    struct arena *arena = viewer->arena;
    struct tree *clauses = tree_object(arena);
    for (size_t index = 0; index < assumed->count; index++) {
        const struct clause_terms *clause = &assumed->clauses[index];
        const struct clause_key *key = &viewer->scenario->keys[clause->key];
        bool failed;
        party_set binds = 0;
        if (viewer_reads(viewer, key->binds))
            binds = clause_binds(viewer->scenario, then, clause->key, clause->terms, &failed);
        bool judged = true;
        for (size_t at = 0; at < key->requirement_count; at++)
            judged &= viewer_reads(viewer, key->requirements[at].that);
        const struct text *broken =
            judged ? package_requirement(viewer->scenario, then, clause->key) : NULL;
        struct tree *tree = tree_object(arena);
        tree_set(arena, tree, TEXT("binds"), tree_parties(viewer->scenario, binds, arena));
        if (broken)
            tree_set_text(arena, tree, TEXT("requires"), *broken);
        tree_set(arena, clauses, viewer->scenario->keys[clause->key].id, tree);
    }
    return clauses;
}

struct tree *score_evaluate(const struct game *game, int party,
                            const struct assumption *assumptions, size_t count, struct arena *arena)
{
    struct viewer viewer = viewer_open(game, (struct audience){AUDIENCE_PARTY, party}, arena);
    struct assumed assumed;
    if (!assume(&viewer, assumptions, count, &assumed))
        return NULL;
    struct world then_world = world_assume(&viewer, &assumed);
    struct frozen_score now = score_compute(viewer.scenario, &viewer.world, party, arena);
    struct frozen_score then = score_compute(viewer.scenario, &then_world, party, arena);
    struct tree *tree = tree_object(arena);
    if (!then.failed)
        tree_set_int(arena, tree, TEXT("total"), then.expected);
    if (!now.failed) {
        tree_set_int(arena, tree, TEXT("today"), now.expected);
        tree_set_int(arena, tree, TEXT("no_deal"), now.no_deal);
    }
    tree_set(arena, tree, TEXT("items"), items_compare(&viewer, &now, &then));
    tree_set(arena, tree, TEXT("formulas"), formulas_compare(&viewer, &then_world));
    tree_set(arena, tree, TEXT("clauses"), clauses_judge(&viewer, &assumed, &then_world));
    return tree;
}
