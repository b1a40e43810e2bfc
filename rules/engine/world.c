#include "loader.h"

#include <string.h>

/* A world as it was when its formulas were last computed. A formula is a function of what it reads,
 * so where nothing of that has changed it is what it was. */
struct computed {
    bool known; /* false: they never were */
    int64_t *slots;
    uint8_t *failed;
    uint64_t *stale; /* one bit a derivation: to be computed anew */
};

static size_t stale_words(const struct scenario *scenario)
{
    return (scenario->derivation_count + 63) / 64;
}

static struct computed *computed_open(const struct scenario *scenario, struct arena *arena)
{
    struct computed *computed = ARENA_NEW(arena, struct computed);
    computed->slots = ARENA_ARRAY(arena, int64_t, scenario->world_count);
    computed->failed = ARENA_ARRAY(arena, uint8_t, scenario->world_count);
    computed->stale = ARENA_ARRAY(arena, uint64_t, stale_words(scenario));
    return computed;
}

struct world world_open(const struct scenario *scenario, struct arena *arena)
{
    struct world world = {.slots = ARENA_ARRAY(arena, int64_t, scenario->world_count),
                          .failed = ARENA_ARRAY(arena, uint8_t, scenario->world_count),
                          .count = scenario->world_count,
                          .computed = computed_open(scenario, arena)};
    memcpy(world.slots, scenario->world_start, scenario->world_count * sizeof(*world.slots));
    return world;
}

static int64_t *values_copy(const int64_t *values, size_t count, struct arena *arena)
{
    return arena_grow(arena, values, count, count, sizeof(*values));
}

static uint8_t *flags_copy(const uint8_t *flags, size_t count, struct arena *arena)
{
    return arena_grow(arena, flags, count, count, sizeof(*flags));
}

struct world world_copy(const struct scenario *scenario, const struct world *world,
                        struct arena *arena)
{
    struct world copy = {.slots = values_copy(world->slots, world->count, arena),
                         .failed = flags_copy(world->failed, world->count, arena),
                         .count = world->count};
    const struct computed *computed = world->computed;
    if (!computed || !computed->known) {
        copy.computed = computed_open(scenario, arena);
        return copy;
    }
    copy.computed = ARENA_NEW(arena, struct computed);
    *copy.computed = (struct computed){true, values_copy(computed->slots, world->count, arena),
                                       flags_copy(computed->failed, world->count, arena),
                                       ARENA_ARRAY(arena, uint64_t, stale_words(scenario))};
    return copy;
}

static void derive(const struct derivation *derivation, struct world *world)
{
    struct result result = expression_run(derivation->value, world, NULL);
    world->slots[derivation->slot] = result.failed ? 0 : result.value;
    world->failed[derivation->slot] = result.failed;
}

static void refresh_all(const struct scenario *scenario, struct world *world)
{
    for (size_t index = 0; index < scenario->derivation_count; index++)
        derive(&scenario->derivations[index], world);
    if (!world->computed)
        return;
    world->computed->known = true;
    memcpy(world->computed->slots, world->slots, world->count * sizeof(*world->slots));
    memcpy(world->computed->failed, world->failed, world->count * sizeof(*world->failed));
}

/* What reads the slot is to be computed anew. */
static void slot_changed(const struct scenario *scenario, uint32_t slot, uint64_t *stale)
{
    for (uint32_t at = scenario->reader_starts[slot]; at < scenario->reader_starts[slot + 1]; at++)
        stale[scenario->readers[at] / 64] |= UINT64_C(1) << scenario->readers[at] % 64;
}

static void derive_anew(const struct scenario *scenario, struct world *world, size_t index)
{
    const struct derivation *derivation = &scenario->derivations[index];
    struct computed *computed = world->computed;
    uint32_t slot = derivation->slot;
    derive(derivation, world);
    if (world->slots[slot] == computed->slots[slot] &&
        world->failed[slot] == computed->failed[slot])
        return;
    computed->slots[slot] = world->slots[slot];
    computed->failed[slot] = world->failed[slot];
    slot_changed(scenario, slot, computed->stale);
}

/* Most slots are as they were: they are passed over many at a time. */
static uint32_t slot_differing(const int64_t *left, const int64_t *right, uint32_t from,
                               uint32_t end)
{
    enum { STRIDE = 32 };
    while (from + STRIDE <= end && memcmp(left + from, right + from, STRIDE * sizeof(*left)) == 0)
        from += STRIDE;
    while (from < end && left[from] == right[from])
        from++;
    return from;
}

void world_refresh(const struct scenario *scenario, struct world *world)
{
    struct computed *computed = world->computed;
    if (!computed || !computed->known) {
        refresh_all(scenario, world);
        return;
    }
    uint32_t state = scenario->state_count;
    size_t formulas = scenario->derivation_count;
    for (uint32_t slot = 0;; slot++) {
        slot = slot_differing(world->slots, computed->slots, slot, state);
        if (slot == state)
            break;
        computed->slots[slot] = world->slots[slot];
        slot_changed(scenario, slot, computed->stale);
    }
    memcpy(world->slots + state, computed->slots + state, formulas * sizeof(*world->slots));
    memcpy(world->failed + state, computed->failed + state, formulas * sizeof(*world->failed));
    /* Only later ones read what is derived here. */
    for (size_t word = 0; word < stale_words(scenario); word++)
        while (computed->stale[word]) {
            size_t bit = (size_t)__builtin_ctzll(computed->stale[word]);
            computed->stale[word] &= computed->stale[word] - 1;
            derive_anew(scenario, world, word * 64 + bit);
        }
}

/* Hands out slots; counts on where there are too many, so that no sum overflows. */
static uint32_t take(uint64_t *next, uint64_t count)
{
    uint64_t first = *next;
    *next += count;
    return (uint32_t)first;
}

static void lay_out_clauses(const struct scenario *scenario, uint64_t *next)
{
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        struct clause_type *type = (struct clause_type *)(uintptr_t)&scenario->clause_types[index];
        size_t keys = per_count(scenario, type->per);
        type->stride = (uint32_t)(1 + type->term_count);
        type->slot = take(next, keys * type->stride);
        type->bound_slot = take(next, scenario->party_count);
        type->drafted_slot = take(next, keys);
    }
    for (size_t index = 0; index < scenario->condition_count; index++) {
        struct condition *condition = (struct condition *)(uintptr_t)&scenario->conditions[index];
        condition->conditional_slot = take(next, 1);
    }
}

static void lay_out_acts(const struct scenario *scenario, uint64_t *next)
{
    for (size_t index = 0; index < scenario->instrument_count; index++) {
        struct instrument_type *type =
            (struct instrument_type *)(uintptr_t)&scenario->instruments[index];
        type->slot = take(next, 2);
        type->signed_slot = take(next, scenario->party_count);
    }
    for (size_t index = 0; index < scenario->decision_count; index++) {
        struct decision *decision = (struct decision *)(uintptr_t)&scenario->decisions[index];
        decision->choice_slot = take(next, scenario->party_count);
        decision->count_slot = take(next, decision->option_count);
    }
}

bool world_lay_out(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    uint64_t next = 0;
    scenario->slot_round = take(&next, 1);
    scenario->slot_phase = take(&next, 1);
    scenario->slot_signatories = take(&next, 1);
    scenario->slot_invited = take(&next, 1);
    for (size_t index = 0; index < scenario->variable_count; index++) {
        struct variable *variable = (struct variable *)(uintptr_t)&scenario->variables[index];
        variable->slot = take(&next, per_count(scenario, variable->per));
    }
    lay_out_clauses(scenario, &next);
    lay_out_acts(scenario, &next);
    scenario->state_count = (uint32_t)next;
    for (size_t index = 0; index < scenario->formula_count; index++) {
        struct formula *formula = (struct formula *)(uintptr_t)&scenario->formulas[index];
        formula->slot = take(&next, per_count(scenario, formula->per));
    }
    if (next > WORLD_SLOTS_MAX) {
        fault(loader, loader->root,
              "The state of the game would have %llu values; the limit is %d. Have fewer regions, "
              "or fewer variables, formulas and clauses per region.",
              (unsigned long long)next, WORLD_SLOTS_MAX);
        return false;
    }
    loader->next_local = (uint32_t)next;
    loader->blank = (struct world){.slots = ARENA_ARRAY(loader->arena, int64_t, next),
                                   .failed = ARENA_ARRAY(loader->arena, uint8_t, next),
                                   .count = (uint32_t)next};
    return true;
}

static void index_derivations(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    size_t count = 0;
    for (size_t index = 0; index < scenario->formula_count; index++)
        count += per_count(scenario, scenario->formulas[index].per);
    struct derivation *derivations = ARENA_ARRAY(loader->arena, struct derivation, count);
    scenario->derivations = derivations;
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[scenario->formula_order[index]];
        for (uint32_t key = 0; key < per_count(scenario, formula->per); key++)
            derivations[scenario->derivation_count++] =
                (struct derivation){formula->slot + key, formula->values[key]};
    }
}

/* Counts who reads each slot, then makes room for them, then puts them there. */
static void index_readers(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    uint32_t *starts = ARENA_ARRAY(loader->arena, uint32_t, scenario->world_count + 2);
    size_t count, total = 0;
    for (size_t index = 0; index < scenario->derivation_count; index++) {
        const uint32_t *reads = expression_reads(scenario->derivations[index].value, &count);
        for (size_t at = 0; at < count; at++)
            starts[reads[at] + 2]++;
        total += count;
    }
    for (size_t slot = 2; slot < scenario->world_count + 2; slot++)
        starts[slot] += starts[slot - 1];
    uint32_t *readers = ARENA_ARRAY(loader->arena, uint32_t, total);
    for (size_t index = 0; index < scenario->derivation_count; index++) {
        const uint32_t *reads = expression_reads(scenario->derivations[index].value, &count);
        for (size_t at = 0; at < count; at++)
            readers[starts[reads[at] + 1]++] = (uint32_t)index;
    }
    scenario->reader_starts = starts;
    scenario->readers = readers;
}

void world_fill_start(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    scenario->world_count = loader->next_local;
    int64_t *start = ARENA_ARRAY(loader->arena, int64_t, scenario->world_count);
    start[scenario->slot_round] = 1;
    start[scenario->slot_phase] = scenario->phases[0].string;
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        for (size_t key = 0; key < per_count(scenario, variable->per); key++)
            start[variable->slot + key] = variable->start[key];
    }
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        const struct clause_type *type = &scenario->clause_types[index];
        for (size_t key = 0; key < per_count(scenario, type->per); key++)
            for (size_t term = 0; term < type->term_count; term++)
                start[type->slot + key * type->stride + 1 + term] = type->terms[term].start;
    }
    scenario->world_start = start;
    index_derivations(loader);
    index_readers(loader);
}
