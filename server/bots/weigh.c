/* What packages are worth to the bot: what package_apply and all formulas would give, but of all
 * that is computed only what packages can change and its own score goes by. */
#include "mind.h"
#include "package.h"

#include <string.h>

/* Which slots of the world packages can change, and which are asked for. */
struct marking {
    bool *varies, *needed;
};

static size_t keys_of(const struct scenario *scenario, enum per per)
{
    return per == PER_PARTY    ? scenario->party_count
           : per == PER_REGION ? scenario->region_count
                               : 1;
}

static bool reads_marked(const struct expression *expression, const bool *marked)
{
    size_t count;
    const uint32_t *reads = expression_reads(expression, &count);
    for (size_t index = 0; index < count; index++)
        if (marked[reads[index]])
            return true;
    return false;
}

static void reads_mark(const struct expression *expression, bool *marked)
{
    size_t count;
    const uint32_t *reads = expression_reads(expression, &count);
    for (size_t index = 0; index < count; index++)
        marked[reads[index]] = true;
}

static uint32_t drafted_slot(const struct scenario *scenario, uint32_t key)
{
    const struct clause_key *clause = &scenario->keys[key];
    return scenario->clause_types[clause->type].drafted_slot +
           (clause->key < 0 ? 0 : (uint32_t)clause->key);
}

static void varies_mark(const struct mind *mind, struct marking *marking)
{
    const struct scenario *scenario = mind->scenario;
    for (uint32_t key = 0; key < scenario->key_count; key++) {
        const struct clause_type *type = mind_type(mind, key);
        if (!mind->outlook.edition->open[key])
            continue;
        memset(marking->varies + scenario->keys[key].slot, true, 1 + type->term_count);
        memset(marking->varies + type->bound_slot, true, scenario->party_count);
        marking->varies[drafted_slot(scenario, key)] = true;
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[scenario->formula_order[index]];
        for (size_t key = 0; key < keys_of(scenario, formula->per); key++)
            marking->varies[formula->slot + key] =
                reads_marked(formula->values[key], marking->varies);
    }
}

static void needed_mark(const struct mind *mind, struct marking *marking)
{
    const struct scenario *scenario = mind->scenario;
    const struct score *score = &scenario->scores[mind->party];
    for (size_t index = 0; index < score->item_count; index++)
        reads_mark(score->items[index].expected, marking->needed);
    for (uint32_t key = 0; key < scenario->key_count; key++)
        for (size_t index = 0;
             mind->outlook.edition->open[key] && index < scenario->keys[key].requirement_count;
             index++)
            reads_mark(scenario->keys[key].requirements[index].that, marking->needed);
    for (size_t index = scenario->formula_count; index-- > 0;) {
        const struct formula *formula = &scenario->formulas[scenario->formula_order[index]];
        for (size_t key = 0; key < keys_of(scenario, formula->per); key++)
            if (marking->needed[formula->slot + key])
                reads_mark(formula->values[key], marking->needed);
    }
}

static void formulas_keep(struct mind *mind, const struct marking *marking)
{
    const struct scenario *scenario = mind->scenario;
    struct scales *scales = &mind->scales;
    size_t most = 0;
    for (size_t index = 0; index < scenario->formula_count; index++)
        most += keys_of(scenario, scenario->formulas[index].per);
    scales->formulas = ARENA_ARRAY(mind->arena, const struct expression *, most);
    scales->slots = ARENA_ARRAY(mind->arena, uint32_t, most);
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[scenario->formula_order[index]];
        for (size_t key = 0; key < keys_of(scenario, formula->per); key++) {
            uint32_t slot = formula->slot + (uint32_t)key;
            if (!marking->needed[slot] || !marking->varies[slot])
                continue;
            scales->formulas[scales->formula_count] = formula->values[key];
            scales->slots[scales->formula_count++] = slot;
        }
    }
}

static void items_keep(struct mind *mind, const struct marking *marking)
{
    const struct score *score = &mind->scenario->scores[mind->party];
    struct scales *scales = &mind->scales;
    scales->items = ARENA_ARRAY(mind->arena, const struct expression *, score->item_count);
    for (size_t index = 0; index < score->item_count; index++) {
        const struct expression *expected = score->items[index].expected;
        if (reads_marked(expected, marking->varies)) {
            scales->items[scales->item_count++] = expected;
            continue;
        }
        struct result points = expression_run(expected, &mind->outlook.world, NULL);
        scales->fixed_fails |=
            points.failed || __builtin_add_overflow(scales->fixed, points.value, &scales->fixed);
    }
}

void scales_open(struct mind *mind)
{
    const struct scenario *scenario = mind->scenario;
    struct marking marking = {ARENA_ARRAY(mind->arena, bool, scenario->world_count),
                              ARENA_ARRAY(mind->arena, bool, scenario->world_count)};
    varies_mark(mind, &marking);
    needed_mark(mind, &marking);
    formulas_keep(mind, &marking);
    items_keep(mind, &marking);
    for (size_t type = 0; type < scenario->clause_type_count; type++)
        for (size_t party = 0; party < scenario->party_count; party++)
            mind->scales.reads_bound |=
                marking.needed[scenario->clause_types[type].bound_slot + party];
}

/* The trial world with the offer settled, as far as it is weighed. */
static void offer_put(struct mind *mind, const struct offer *offer)
{
    const struct scenario *scenario = mind->scenario;
    const struct scales *scales = &mind->scales;
    int64_t *slots = mind->trial.slots;
    memcpy(slots, mind->outlook.world.slots, mind->trial.count * sizeof *slots);
    for (size_t index = 0; index < offer->count; index++) {
        uint32_t key = offer->clauses[index].key, slot = scenario->keys[key].slot;
        slots[slot] = 1;
        for (size_t term = 0; term < mind_type(mind, key)->term_count; term++)
            slots[slot + 1 + term] = offer->clauses[index].terms[term];
        slots[drafted_slot(scenario, key)] = 1;
    }
    for (size_t index = 0; index < scales->formula_count; index++) {
        struct result result = expression_run(scales->formulas[index], &mind->trial, NULL);
        slots[scales->slots[index]] = result.failed ? 0 : result.value;
        mind->trial.failed[scales->slots[index]] = result.failed;
    }
}

int64_t mind_worth(struct mind *mind, const struct offer *offer)
{
    const struct scales *scales = &mind->scales;
    if (scales->reads_bound)
        offer_apply(mind, offer);
    else
        offer_put(mind, offer);
    for (size_t index = 0; index < offer->count; index++)
        if (package_requirement(mind->scenario, &mind->trial, offer->clauses[index].key))
            return WORTH_NONE;
    int64_t total = scales->fixed;
    for (size_t index = 0; index < scales->item_count; index++) {
        struct result points = expression_run(scales->items[index], &mind->trial, NULL);
        if (points.failed || __builtin_add_overflow(total, points.value, &total))
            return WORTH_NONE;
    }
    return scales->fixed_fails ? WORTH_NONE : total;
}
