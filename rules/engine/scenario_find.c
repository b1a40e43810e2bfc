#include "scenario.h"

#include <string.h>

/* Every one of these structs begins with its id. */
static int find(const void *items, size_t count, size_t size, struct text id)
{
    for (size_t index = 0; index < count; index++) {
        struct text known;
        memcpy(&known, (const char *)items + index * size, sizeof(known));
        if (text_equal(known, id))
            return (int)index;
    }
    return -1;
}

int scenario_party(const struct scenario *scenario, struct text id)
{
    return find(scenario->parties, scenario->party_count, sizeof(*scenario->parties), id);
}

int scenario_region(const struct scenario *scenario, struct text id)
{
    return find(scenario->regions, scenario->region_count, sizeof(*scenario->regions), id);
}

int scenario_key(const struct scenario *scenario, struct text id)
{
    for (size_t index = 0; index < scenario->key_count; index++)
        if (text_equal(scenario->keys[index].id, id))
            return (int)index;
    return -1;
}

int scenario_clause_type(const struct scenario *scenario, struct text id)
{
    return find(scenario->clause_types, scenario->clause_type_count,
                sizeof(*scenario->clause_types), id);
}

int scenario_instrument(const struct scenario *scenario, struct text id)
{
    return find(scenario->instruments, scenario->instrument_count, sizeof(*scenario->instruments),
                id);
}

int scenario_decision(const struct scenario *scenario, struct text id)
{
    return find(scenario->decisions, scenario->decision_count, sizeof(*scenario->decisions), id);
}

int scenario_inject(const struct scenario *scenario, struct text id)
{
    return find(scenario->injects, scenario->inject_count, sizeof(*scenario->injects), id);
}

int scenario_phase(const struct scenario *scenario, struct text id)
{
    return find(scenario->phases, scenario->phase_count, sizeof(*scenario->phases), id);
}

int scenario_condition(const struct scenario *scenario, struct text id)
{
    return find(scenario->conditions, scenario->condition_count, sizeof(*scenario->conditions), id);
}

int scenario_variable(const struct scenario *scenario, struct text id)
{
    return find(scenario->variables, scenario->variable_count, sizeof(*scenario->variables), id);
}

int scenario_edition(const struct scenario *scenario, struct text id)
{
    return find(scenario->editions, scenario->edition_count, sizeof(*scenario->editions), id);
}

int scenario_key_of(const struct scenario *scenario, uint32_t clause_type, int32_t key)
{
    const struct clause_type *type = &scenario->clause_types[clause_type];
    for (uint32_t index = 0; index < type->key_count; index++)
        if (scenario->keys[type->first_key + index].key == key)
            return (int)(type->first_key + index);
    return -1;
}
