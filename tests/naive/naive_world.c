#include "naive.h"

#include <inttypes.h>
#include <string.h>

size_t naive_terms(const struct scenario *scenario, size_t key)
{
    return scenario->clause_types[scenario->keys[key].type].term_count;
}

static struct naive_clause *open_clauses(const struct scenario *scenario, struct arena *arena)
{
    struct naive_clause *clauses = ARENA_ARRAY(arena, struct naive_clause, scenario->key_count);
    for (size_t key = 0; key < scenario->key_count; key++)
        clauses[key].terms = ARENA_ARRAY(arena, int64_t, naive_terms(scenario, key));
    return clauses;
}

struct naive_world naive_open(const struct scenario *scenario, struct arena *arena)
{
    struct naive_world world = {
        .scenario = scenario,
        .arena = arena,
        .round = 1,
        .phase = scenario->phases[0].id,
        .variables = ARENA_ARRAY(arena, int64_t *, scenario->variable_count),
        .clauses = open_clauses(scenario, arena),
        .bound = ARENA_ARRAY(arena, party_set, scenario->clause_type_count),
        .conditional = ARENA_ARRAY(arena, bool, scenario->condition_count),
        .texts = ARENA_ARRAY(arena, struct naive_instrument, scenario->instrument_count),
        .decisions = ARENA_ARRAY(arena, struct naive_decision, scenario->decision_count),
        .trees = ARENA_NEW(arena, struct naive_trees)};
    world.trees->arena = arena;
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        size_t keys = variable->per == PER_NONE    ? 1
                      : variable->per == PER_PARTY ? scenario->party_count
                                                   : scenario->region_count;
        world.variables[index] = ARENA_ARRAY(arena, int64_t, keys);
        memcpy(world.variables[index], variable->start, keys * sizeof(int64_t));
    }
    for (size_t index = 0; index < scenario->decision_count; index++) {
        world.decisions[index].choices = ARENA_ARRAY(arena, struct text, scenario->party_count);
        world.decisions[index].counts =
            ARENA_ARRAY(arena, int64_t, scenario->decisions[index].option_count);
    }
    return world;
}

struct naive_world naive_copy(const struct naive_world *world, struct arena *arena)
{
    struct naive_world copy = *world;
    copy.arena = arena;
    copy.clauses = open_clauses(world->scenario, arena);
    for (size_t key = 0; key < world->scenario->key_count; key++) {
        int64_t *terms = copy.clauses[key].terms;
        copy.clauses[key] = world->clauses[key];
        copy.clauses[key].terms = terms;
        memcpy(terms, world->clauses[key].terms,
               naive_terms(world->scenario, key) * sizeof(*terms));
    }
    return copy;
}

/* Whom the settled clauses of a type bind; one whose `binds` fails binds nobody. */
static party_set binds(struct naive_world *world, uint32_t type)
{
    const struct clause_type *of = &world->scenario->clause_types[type];
    party_set bound = 0;
    for (uint32_t index = 0; index < of->key_count; index++) {
        const struct clause_key *key = &world->scenario->keys[of->first_key + index];
        if (!world->clauses[of->first_key + index].settled)
            continue;
        struct naive_value list = naive_run_for(world, key->binds, of->per, key->key);
        for (size_t at = 0; !list.failed && at < list.count; at++)
            bound |= party_bit((int)list.items[at].number);
    }
    return bound;
}

void naive_apply(struct naive_world *world, const struct package *package)
{
    for (size_t index = 0; index < package->count; index++) {
        uint32_t key = package->clauses[index].key;
        struct naive_clause *clause = &world->clauses[key];
        clause->settled = clause->drafted = true;
        for (size_t term = 0; term < naive_terms(world->scenario, key); term++)
            clause->terms[term] = package->clauses[index].terms[term];
    }
    party_set *bound = ARENA_ARRAY(world->arena, party_set, world->scenario->clause_type_count);
    memcpy(bound, world->bound, world->scenario->clause_type_count * sizeof(*bound));
    for (size_t index = 0; index < package->count; index++) {
        uint32_t type = world->scenario->keys[package->clauses[index].key].type;
        bound[type] = binds(world, type);
    }
    world->bound = bound;
}

bool naive_requirements(struct naive_world *world, const struct package *package)
{
    for (size_t index = 0; index < package->count; index++) {
        const struct clause_key *key = &world->scenario->keys[package->clauses[index].key];
        enum per per = world->scenario->clause_types[key->type].per;
        for (size_t at = 0; at < key->requirement_count; at++) {
            struct naive_value holds =
                naive_run_for(world, key->requirements[at].that, per, key->key);
            if (holds.failed || !holds.number)
                return false;
        }
    }
    return true;
}

struct text naive_show(const struct naive_world *world, struct naive_value value)
{
    if (value.failed)
        return TEXT("failure");
    switch (value.kind) {
    case NAIVE_INT:
        return arena_print(world->arena, "%" PRId64, value.number);
    case NAIVE_BOOL:
        return value.number ? TEXT("true") : TEXT("false");
    case NAIVE_STRING:
        return arena_print(world->arena, "'%.*s'", TEXT_ARGUMENTS(value.string));
    case NAIVE_PARTY:
        return world->scenario->parties[value.number].id;
    case NAIVE_REGION:
        return world->scenario->regions[value.number].id;
    case NAIVE_LIST:
        break;
    }
    struct text shown = TEXT("[");
    for (size_t index = 0; index < value.count; index++)
        shown = arena_print(world->arena, "%.*s%s%.*s", TEXT_ARGUMENTS(shown), index ? ", " : "",
                            TEXT_ARGUMENTS(naive_show(world, value.items[index])));
    return arena_print(world->arena, "%.*s]", TEXT_ARGUMENTS(shown));
}
