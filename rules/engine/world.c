#include "loader.h"

#include <string.h>

struct world world_open(const struct scenario *scenario, struct arena *arena)
{
    struct world world = {.slots = ARENA_ARRAY(arena, int64_t, scenario->world_count),
                          .failed = ARENA_ARRAY(arena, uint8_t, scenario->world_count),
                          .count = scenario->world_count};
    memcpy(world.slots, scenario->world_start, scenario->world_count * sizeof(*world.slots));
    return world;
}

void world_refresh(const struct scenario *scenario, struct world *world)
{
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[scenario->formula_order[index]];
        size_t keys = per_count(scenario, formula->per);
        for (size_t key = 0; key < keys; key++) {
            struct result result = expression_run(formula->values[key], world, NULL);
            world->slots[formula->slot + key] = result.failed ? 0 : result.value;
            world->failed[formula->slot + key] = result.failed;
        }
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
}
