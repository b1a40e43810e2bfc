/* What packages are worth to the bot: what package_apply and all formulas would give, but of all
 * that is computed only what packages can change and its own score goes by, and of that only what
 * is not as it was with the package before. A bot weighs hundreds that differ in one clause. */
#include "mind.h"
#include "package.h"

#include <string.h>

/* Which slots of the world packages can change, and which are asked for. */
struct marking {
    bool *varies, *needed;
};

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
    for (size_t index = 0; index < scenario->derivation_count; index++)
        marking->varies[scenario->derivations[index].slot] =
            reads_marked(scenario->derivations[index].value, marking->varies);
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
    for (size_t index = scenario->derivation_count; index-- > 0;)
        if (marking->needed[scenario->derivations[index].slot])
            reads_mark(scenario->derivations[index].value, marking->needed);
}

/* --- what is weighed --- */

static void weight_add(struct scales *scales, const struct expression *expression, uint32_t slot)
{
    scales->weights[scales->count++] = (struct weight){expression, slot, 0, false};
}

static void weights_list(struct mind *mind, const struct marking *marking)
{
    const struct scenario *scenario = mind->scenario;
    const struct score *score = &scenario->scores[mind->party];
    struct scales *scales = mind->scales;
    size_t most = scenario->derivation_count + score->item_count;
    for (uint32_t key = 0; key < scenario->key_count; key++)
        most += scenario->keys[key].requirement_count;
    scales->weights = ARENA_ARRAY(mind->arena, struct weight, most);
    scales->requirements = ARENA_ARRAY(mind->arena, uint32_t, scenario->key_count);
    for (size_t index = 0; index < scenario->derivation_count; index++) {
        const struct derivation *derivation = &scenario->derivations[index];
        if (marking->needed[derivation->slot] && marking->varies[derivation->slot])
            weight_add(scales, derivation->value, derivation->slot);
    }
    scales->formula_count = scales->count;
    for (size_t index = 0; index < score->item_count; index++)
        weight_add(scales, score->items[index].expected, 0);
    scales->item_end = scales->count;
    for (uint32_t key = 0; key < scenario->key_count; key++) {
        scales->requirements[key] = (uint32_t)scales->count;
        for (size_t index = 0; index < scenario->keys[key].requirement_count; index++)
            weight_add(scales, scenario->keys[key].requirements[index].that, 0);
    }
}

/* Counts who reads each slot, then puts them there, each behind the last. */
static void readers_list(struct mind *mind)
{
    struct scales *scales = mind->scales;
    uint32_t *starts = ARENA_ARRAY(mind->arena, uint32_t, mind->scenario->world_count + 2);
    size_t count, total = 0;
    for (size_t index = 0; index < scales->count; index++) {
        const uint32_t *reads = expression_reads(scales->weights[index].expression, &count);
        for (size_t at = 0; at < count; at++)
            starts[reads[at] + 2]++;
        total += count;
    }
    for (size_t slot = 2; slot < mind->scenario->world_count + 2; slot++)
        starts[slot] += starts[slot - 1];
    scales->readers = ARENA_ARRAY(mind->arena, uint32_t, total);
    for (size_t index = 0; index < scales->count; index++) {
        const uint32_t *reads = expression_reads(scales->weights[index].expression, &count);
        for (size_t at = 0; at < count; at++)
            scales->readers[starts[reads[at] + 1]++] = (uint32_t)index;
    }
    scales->reader_starts = starts;
}

static void scales_open(struct mind *mind)
{
    const struct scenario *scenario = mind->scenario;
    struct scales *scales = mind->scales = ARENA_NEW(mind->arena, struct scales);
    struct marking marking = {ARENA_ARRAY(mind->arena, bool, scenario->world_count),
                              ARENA_ARRAY(mind->arena, bool, scenario->world_count)};
    varies_mark(mind, &marking);
    needed_mark(mind, &marking);
    for (size_t type = 0; type < scenario->clause_type_count; type++)
        for (size_t party = 0; party < scenario->party_count; party++)
            scales->reads_bound |= marking.needed[scenario->clause_types[type].bound_slot + party];
    weights_list(mind, &marking);
    readers_list(mind);
    size_t world = mind->outlook.world.count;
    scales->world = (struct world){
        .slots = arena_grow(mind->arena, mind->outlook.world.slots, world, world,
                            sizeof *scales->world.slots),
        .failed = arena_grow(mind->arena, mind->outlook.world.failed, world, world,
                             sizeof *scales->world.failed),
        .count = mind->outlook.world.count,
    };
    /* Formulas are computed in the world as the party sees it. */
    scales->stale = ARENA_ARRAY(mind->arena, bool, scales->count);
    scales->stale_from = scales->formula_count;
    memset(scales->stale + scales->formula_count, true, scales->count - scales->formula_count);
    scales->offered = ARENA_ARRAY(mind->arena, uint64_t, scenario->key_count);
}

/* --- weighing --- */

static void readers_wake(struct scales *scales, uint32_t slot)
{
    for (uint32_t at = scales->reader_starts[slot]; at < scales->reader_starts[slot + 1]; at++) {
        uint32_t reader = scales->readers[at];
        scales->stale[reader] = true;
        if (reader < scales->stale_from)
            scales->stale_from = reader;
    }
}

static void slot_put(struct scales *scales, uint32_t slot, int64_t value)
{
    if (scales->world.slots[slot] == value)
        return;
    scales->world.slots[slot] = value;
    readers_wake(scales, slot);
}

/* Of a clause that is no longer offered everything is again as the party sees it. */
static void clause_drop(struct mind *mind, uint32_t key)
{
    const int64_t *slots = mind->outlook.world.slots;
    uint32_t slot = mind->scenario->keys[key].slot, drafted = drafted_slot(mind->scenario, key);
    for (uint32_t at = slot; at <= slot + mind_type(mind, key)->term_count; at++)
        slot_put(mind->scales, at, slots[at]);
    slot_put(mind->scales, drafted, slots[drafted]);
}

static void clause_put(struct mind *mind, const struct clause_wish *clause)
{
    uint32_t slot = mind->scenario->keys[clause->key].slot;
    slot_put(mind->scales, slot, 1);
    for (uint32_t term = 0; term < mind_type(mind, clause->key)->term_count; term++)
        slot_put(mind->scales, slot + 1 + term, clause->terms[term]);
    slot_put(mind->scales, drafted_slot(mind->scenario, clause->key), 1);
}

static void weight_compute(const struct scales *scales, struct weight *weight)
{
    struct result result = expression_run(weight->expression, &scales->world, NULL);
    weight->value = result.failed ? 0 : result.value;
    weight->failed = result.failed;
}

/* Formulas come after what they read. */
static void formulas_compute(struct scales *scales)
{
    for (size_t index = scales->stale_from; index < scales->formula_count; index++) {
        struct weight *weight = &scales->weights[index];
        if (!scales->stale[index])
            continue;
        scales->stale[index] = false;
        weight_compute(scales, weight);
        if (scales->world.slots[weight->slot] == weight->value &&
            scales->world.failed[weight->slot] == weight->failed)
            continue;
        scales->world.slots[weight->slot] = weight->value;
        scales->world.failed[weight->slot] = weight->failed;
        readers_wake(scales, weight->slot);
    }
    scales->stale_from = scales->formula_count;
}

/* The world with the offer settled, as far as it is weighed. */
static void offer_put(struct mind *mind, const struct offer *offer)
{
    struct scales *scales = mind->scales;
    scales->offers++;
    for (size_t index = 0; index < offer->count; index++)
        scales->offered[offer->clauses[index].key] = scales->offers;
    for (size_t index = 0; index < scales->put_count; index++)
        if (scales->offered[scales->put[index]] != scales->offers)
            clause_drop(mind, scales->put[index]);
    for (size_t index = 0; index < offer->count; index++) {
        clause_put(mind, &offer->clauses[index]);
        scales->put[index] = offer->clauses[index].key;
    }
    scales->put_count = offer->count;
    formulas_compute(scales);
}

/* Of an item or a requirement, as it is now. */
static const struct weight *weight_read(struct scales *scales, size_t index)
{
    if (scales->stale[index])
        weight_compute(scales, &scales->weights[index]);
    scales->stale[index] = false;
    return &scales->weights[index];
}

static bool required(struct mind *mind, uint32_t key)
{
    size_t first = mind->scales->requirements[key];
    for (size_t index = 0; index < mind->scenario->keys[key].requirement_count; index++) {
        const struct weight *weight = weight_read(mind->scales, first + index);
        if (weight->failed || !weight->value)
            return false;
    }
    return true;
}

/* Whom the offer binds matters: everything is computed. */
static int64_t worth_bound(struct mind *mind, const struct offer *offer)
{
    offer_apply(mind, offer);
    for (size_t index = 0; index < offer->count; index++)
        if (package_requirement(mind->scenario, &mind->trial, offer->clauses[index].key))
            return WORTH_NONE;
    return mind_expected(mind, &mind->trial);
}

int64_t mind_worth(struct mind *mind, const struct offer *offer)
{
    if (!mind->scales)
        scales_open(mind);
    struct scales *scales = mind->scales;
    if (scales->reads_bound)
        return worth_bound(mind, offer);
    offer_put(mind, offer);
    for (size_t index = 0; index < offer->count; index++)
        if (!required(mind, offer->clauses[index].key))
            return WORTH_NONE;
    int64_t total = 0;
    for (size_t index = scales->formula_count; index < scales->item_end; index++) {
        const struct weight *points = weight_read(scales, index);
        if (points->failed || __builtin_add_overflow(total, points->value, &total))
            return WORTH_NONE;
    }
    return worth_within(total);
}
