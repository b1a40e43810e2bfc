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

bool reads_unseen(const struct scenario *scenario, struct audience audience,
                  const struct formula *formula)
{
    struct arena *arena = arena_open();
    bool unseen = false;
    const bool *hidden = audience.kind == AUDIENCE_CONTROL
                             ? NULL
                             : sight_unseen(scenario, audience.party, false, arena);
    for (uint32_t key = 0; hidden && key < key_count_of(scenario, formula->per); key++)
        unseen = unseen || (!hidden[formula->slot + key] &&
                            sight_blocked(hidden, formula->values[key]) != NONE);
    arena_close(arena);
    return unseen;
}

/* Expressions that rules go by, gathered; and the variables that they may set. */
struct gathered {
    const struct expression **expressions;
    size_t count, capacity;
    bool *sets; /* [variable_count] */
    struct arena *arena;
};

static void gather(struct gathered *all, const struct expression *expression)
{
    if (!expression)
        return;
    if (all->count == all->capacity) {
        size_t capacity = all->capacity ? all->capacity * 2 : 16;
        all->expressions = arena_grow(all->arena, all->expressions, all->count, capacity,
                                      sizeof(*all->expressions));
        all->capacity = capacity;
    }
    all->expressions[all->count++] = expression;
}

static void gather_effects(struct gathered *all, const struct effects *effects)
{
    for (size_t index = 0; index < effects->count; index++) {
        const struct effect *effect = &effects->items[index];
        gather(all, effect->when);
        gather(all, effect->listeners);
        if (effect->kind == EFFECT_EACH) {
            gather(all, effect->in);
            gather_effects(all, &effect->body);
        } else if (effect->kind == EFFECT_SET) {
            gather(all, effect->key);
            gather(all, effect->to);
            all->sets[effect->variable] = true;
        }
    }
}

void decision_add_reads(const struct scenario *scenario, const struct decision *decision,
                        struct audience audience, struct tree *tree, struct arena *arena)
{
    bool *sets = ARENA_ARRAY(arena, bool, scenario->variable_count);
    struct gathered all = {.sets = sets, .arena = arena};
    gather_effects(&all, &decision->resolve);
    tree_set_some(tree, TEXT("reads"),
                  reads_to_tree(scenario, audience, all.expressions, all.count, arena), arena);
    bool *changed = ARENA_ARRAY(arena, bool, scenario->world_count);
    struct reading reading = {scenario, audience, arena, changed, tree_list(arena)};
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        for (uint32_t key = 0; sets[index] && key < key_count_of(scenario, variable->per); key++)
            changed[variable->slot + key] = true;
        add_value(&reading, variable->id, variable->per, variable->seen_by, variable->slot);
    }
    tree_set_some(tree, TEXT("sets"), reading.names, arena);
}
