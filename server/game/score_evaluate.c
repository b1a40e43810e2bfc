#include "package.h"
#include "view_parts.h"

#include <string.h>

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

/* Whom an assumed clause would bind tells nothing where its rule reads what is hidden from the
 * viewer: there it stays as it is today. */
static void bound_restore(const struct viewer *viewer, const struct assumed *assumed,
                          struct world *world)
{
    const struct scenario *scenario = viewer->scenario;
    for (size_t index = 0; index < assumed->count; index++) {
        const struct clause_key *key = &scenario->keys[assumed->clauses[index].key];
        uint32_t slot = scenario->clause_types[key->type].bound_slot;
        if (!viewer_reads(viewer, key->binds))
            memcpy(world->slots + slot, viewer->world.slots + slot,
                   scenario->party_count * sizeof *world->slots);
    }
    world_refresh(scenario, world);
}

static struct world world_assume(const struct viewer *viewer, const struct assumed *assumed)
{
    struct world world = game_world(viewer->game, viewer->arena);
    for (size_t index = 0; index < viewer->scenario->condition_count; index++)
        if (assumed->conditional[index])
            world.slots[viewer->scenario->conditions[index].conditional_slot] = 1;
    struct package package = {assumed->clauses, assumed->count};
    package_apply(viewer->scenario, &world, &package);
    bound_restore(viewer, assumed, &world);
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

/* What an item is expected to be worth, or its points; NULL where that can't be computed. */
static struct tree *item_to_tree(const struct frozen_item *item, bool points, struct arena *arena)
{
    return item->failed ? NULL : tree_int(arena, points ? item->points : item->expected);
}

struct tree *items_compare(const struct viewer *viewer, const struct score *score,
                           const struct frozen_score *now, const struct frozen_score *then,
                           bool points)
{
    struct arena *arena = viewer->arena;
    struct tree *items = tree_object(arena);
    for (size_t index = 0; index < score->item_count; index++)
        tree_set(arena, items, score->items[index].id,
                 now_and_then(viewer, item_to_tree(&now->items[index], points, arena),
                              item_to_tree(&then->items[index], points, arena)));
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

static struct tree *clauses_judge(const struct viewer *viewer, const struct package *package,
                                  struct world *then)
{
    struct arena *arena = viewer->arena;
    struct tree *clauses = tree_object(arena);
    for (size_t index = 0; index < package->count; index++) {
        const struct clause_terms *clause = &package->clauses[index];
        party_set binds =
            sight_binds(viewer->scenario, viewer->unseen, then, clause->key, clause->terms);
        const struct text *broken = sight_requires(viewer->scenario, viewer->unseen, clause->key)
                                        ? package_requirement(viewer->scenario, then, clause->key)
                                        : NULL;
        struct tree *tree = tree_object(arena);
        tree_set(arena, tree, TEXT("binds"), tree_parties(viewer->scenario, binds, arena));
        if (broken)
            tree_set_said(viewer->scenario, tree, TEXT("requires"), *broken, arena);
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
    struct package package = {assumed.clauses, assumed.count};
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
    tree_set(arena, tree, TEXT("items"),
             items_compare(&viewer, &viewer.scenario->scores[party], &now, &then, false));
    tree_set(arena, tree, TEXT("formulas"), formulas_compare(&viewer, &then_world));
    tree_set(arena, tree, TEXT("clauses"), clauses_judge(&viewer, &package, &then_world));
    return tree;
}

/* --- for the author: every party at once, as the game begins --- */

static struct viewer author(const struct scenario *scenario, const struct supposition *supposition,
                            struct arena *arena)
{
    struct viewer viewer = {.scenario = scenario,
                            .audience = {AUDIENCE_CONTROL, NONE},
                            .party = NONE,
                            .control = true,
                            .arena = arena,
                            .world = world_open(scenario, arena)};
    for (size_t index = 0; index < supposition->value_count; index++) {
        const struct supposed_value *value = &supposition->values[index];
        uint32_t key = value->key < 0 ? 0 : (uint32_t)value->key;
        viewer.world.slots[scenario->variables[value->variable].slot + key] = value->value;
    }
    world_refresh(scenario, &viewer.world);
    return viewer;
}

static struct world world_suppose(const struct viewer *viewer,
                                  const struct supposition *supposition)
{
    const struct scenario *scenario = viewer->scenario;
    struct world then = world_open(scenario, viewer->arena);
    memcpy(then.slots, viewer->world.slots, scenario->world_count * sizeof(*then.slots));
    for (size_t index = 0; index < supposition->condition_count; index++)
        then.slots[scenario->conditions[supposition->conditions[index]].conditional_slot] = 1;
    package_apply(scenario, &then, &supposition->package);
    return then;
}

static struct tree *total_compare(const struct viewer *viewer, const struct score *score,
                                  const struct frozen_score *now, const struct frozen_score *then,
                                  bool points)
{
    struct arena *arena = viewer->arena;
    struct tree *tree = now_and_then(
        viewer, now->failed ? NULL : tree_int(arena, points ? now->total : now->expected),
        then->failed ? NULL : tree_int(arena, points ? then->total : then->expected));
    tree_set(arena, tree, TEXT("items"), items_compare(viewer, score, now, then, points));
    return tree;
}

static void add_trouble(const struct viewer *viewer, struct tree *troubles, struct text path,
                        const struct expression *expression, const struct world *world)
{
    struct arena *arena = viewer->arena;
    struct tree *trouble = tree_object(arena);
    tree_set_text(arena, trouble, TEXT("path"), path);
    tree_set_text(arena, trouble, TEXT("text"),
                  expression_explain(expression, viewer->scenario, world, NULL, arena).message);
    tree_append(arena, troubles, trouble);
}

static void explain_items(const struct viewer *viewer, int party, const struct world *world,
                          struct tree *troubles)
{
    struct text id = viewer->scenario->parties[party].id;
    const struct score *score = &viewer->scenario->scores[party];
    for (size_t index = 0; index < score->item_count; index++) {
        const struct score_item *item = &score->items[index];
        const struct expression *both[] = {item->points, item->expected};
        static const char *const names[] = {"points", "expected"};
        for (size_t which = 0; which < (item->points == item->expected ? 1 : 2); which++)
            if (expression_run(both[which], world, NULL).failed)
                add_trouble(viewer, troubles,
                            arena_print(viewer->arena, "scores.%.*s.items.%.*s.%s",
                                        TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(item->id), names[which]),
                            both[which], world);
    }
    if (score->no_deal && expression_run(score->no_deal, world, NULL).failed)
        add_trouble(viewer, troubles,
                    arena_print(viewer->arena, "scores.%.*s.no_deal", TEXT_ARGUMENTS(id)),
                    score->no_deal, world);
}

/* The instructions of the scenario that the package would break. */
static struct tree *mandate_broken(const struct viewer *viewer, int party,
                                   const struct world *world)
{
    const struct scenario *scenario = viewer->scenario;
    struct tree *broken = tree_list(viewer->arena);
    for (size_t index = 0; index < scenario->instruction_counts[party]; index++) {
        const struct requirement *instruction = &scenario->instructions[party][index];
        struct result result = expression_run(instruction->that, world, NULL);
        if (result.failed || !result.value)
            tree_append(viewer->arena, broken, tree_text(viewer->arena, instruction->otherwise));
    }
    return broken;
}

static struct tree *party_evaluate(struct viewer *viewer, int party, struct world *then,
                                   struct tree *troubles)
{
    struct arena *arena = viewer->arena;
    const struct score *score = &viewer->scenario->scores[party];
    struct frozen_score now = score_compute(viewer->scenario, &viewer->world, party, arena);
    struct frozen_score after = score_compute(viewer->scenario, then, party, arena);
    struct tree *tree = tree_object(arena);
    tree_set(arena, tree, TEXT("expected"), total_compare(viewer, score, &now, &after, false));
    tree_set(arena, tree, TEXT("points"), total_compare(viewer, score, &now, &after, true));
    if (!now.failed)
        tree_set_int(arena, tree, TEXT("no_deal"), now.no_deal);
    tree_set_some(tree, TEXT("mandate"), mandate_broken(viewer, party, then), arena);
    if (after.failed)
        explain_items(viewer, party, then, troubles);
    return tree;
}

static struct tree *conditions_judge(const struct viewer *viewer, const struct world *then)
{
    struct tree *conditions = tree_object(viewer->arena);
    for (size_t index = 0; index < viewer->scenario->condition_count; index++) {
        const struct condition *condition = &viewer->scenario->conditions[index];
        struct result result = expression_run(condition->when, then, NULL);
        tree_set_bool(viewer->arena, conditions, condition->id, !result.failed && result.value);
    }
    return conditions;
}

struct tree *package_evaluate(const struct scenario *scenario,
                              const struct supposition *supposition, struct arena *arena)
{
    struct viewer viewer = author(scenario, supposition, arena);
    struct world then = world_suppose(&viewer, supposition);
    struct tree *tree = tree_object(arena), *parties = tree_object(arena);
    struct tree *troubles = tree_list(arena);
    for (int party = 0; party < (int)scenario->party_count; party++)
        tree_set(arena, parties, scenario->parties[party].id,
                 party_evaluate(&viewer, party, &then, troubles));
    tree_set(arena, tree, TEXT("parties"), parties);
    tree_set(arena, tree, TEXT("changed"), formulas_compare(&viewer, &then));
    tree_set(arena, tree, TEXT("clauses"), clauses_judge(&viewer, &supposition->package, &then));
    tree_set(arena, tree, TEXT("conditions"), conditions_judge(&viewer, &then));
    int outcome = outcome_compute(scenario, &then);
    if (outcome != NONE)
        tree_set_text(arena, tree, TEXT("outcome"), scenario->outcomes[outcome].id);
    tree_set(arena, tree, TEXT("troubles"), troubles);
    viewer.world = then;
    tree_set(arena, tree, TEXT("variables"), view_variables(&viewer));
    tree_set(arena, tree, TEXT("formulas"), view_formulas(&viewer));
    return tree;
}
