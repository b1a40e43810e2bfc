/* What an expression reads, by name: where a number comes from. It says which names stand in a
 * rule, not the rule. */
#include "scenario_parts.h"

struct reading {
    const struct scenario *scenario;
    struct audience audience;
    struct arena *arena;
    const bool *read; /* [world_count] */
    struct tree *names;
};

static struct text name_of(const struct reading *reading, struct text id, enum per per, int32_t key)
{
    struct text owner = key_name(reading->scenario, per, key);
    return arena_print(reading->arena, "%.*s.%.*s", TEXT_ARGUMENTS(owner), TEXT_ARGUMENTS(id));
}

static void add_name(struct reading *reading, struct text name)
{
    tree_append(reading->arena, reading->names, tree_text(reading->arena, name));
}

/* A variable or a formula: by its own name where every key of it is read, else each key alone. */
static void add_value(struct reading *reading, struct text id, enum per per,
                      struct visibility seen_by, uint32_t slot)
{
    uint32_t keys = key_count_of(reading->scenario, per), count = 0;
    for (uint32_t key = 0; key < keys; key++) {
        bool seen =
            audience_sees(reading->audience, seen_by, per, per == PER_NONE ? -1 : (int32_t)key);
        count += seen && reading->read[slot + key];
    }
    if (count == keys) {
        add_name(reading, id);
        return;
    }
    for (uint32_t key = 0; count > 0 && key < keys; key++)
        if (reading->read[slot + key] &&
            audience_sees(reading->audience, seen_by, per, (int32_t)key))
            add_name(reading, name_of(reading, id, per, (int32_t)key));
}

static bool key_read(const struct reading *reading, const struct clause_type *type, size_t index)
{
    uint32_t slot = reading->scenario->keys[type->first_key + index].slot;
    for (uint32_t part = 0; part < type->stride; part++)
        if (reading->read[slot + part])
            return true;
    return false;
}

static void add_clause(struct reading *reading, const struct clause_type *type)
{
    size_t count = 0;
    for (size_t index = 0; index < type->key_count; index++)
        count += key_read(reading, type, index);
    if (count == type->key_count) {
        add_name(reading, type->id);
        return;
    }
    for (size_t index = 0; count > 0 && index < type->key_count; index++)
        if (key_read(reading, type, index))
            add_name(reading, reading->scenario->keys[type->first_key + index].id);
}

struct tree *reads_to_tree(const struct scenario *scenario, struct audience audience,
                           const struct expression *const *expressions, size_t count,
                           struct arena *arena)
{
    bool *read = ARENA_ARRAY(arena, bool, scenario->world_count);
    struct reading reading = {scenario, audience, arena, read, tree_list(arena)};
    for (size_t index = 0; index < count; index++) {
        size_t slots;
        const uint32_t *reads = expression_reads(expressions[index], &slots);
        for (size_t slot = 0; slot < slots; slot++)
            read[reads[slot]] = true;
    }
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        add_value(&reading, variable->id, variable->per, variable->seen_by, variable->slot);
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        add_value(&reading, formula->id, formula->per, formula->seen_by, formula->slot);
    }
    for (size_t index = 0; index < scenario->clause_type_count; index++)
        add_clause(&reading, &scenario->clause_types[index]);
    return reading.names;
}
