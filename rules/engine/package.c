#include "package.h"

#include <string.h>

static void add_sentence(struct sentences *sentences, struct arena *arena, struct text sentence)
{
    if (sentences->count == sentences->capacity) {
        sentences->capacity = sentences->capacity * 2 + 4;
        sentences->items = arena_grow(arena, sentences->items, sentences->count,
                                      sentences->capacity, sizeof(*sentences->items));
    }
    sentences->items[sentences->count++] = sentence;
}

static struct text hint(struct text wanted, const struct text *ids, size_t count,
                        struct arena *arena)
{
    int nearest = text_nearest(wanted, ids, count);
    if (nearest < 0)
        return TEXT("");
    return arena_print(arena, "; perhaps you mean '%.*s'", TEXT_ARGUMENTS(ids[nearest]));
}

static void refuse_key(const struct scenario *scenario, struct text id, struct arena *arena,
                       struct sentences *errors)
{
    struct text *ids = ARENA_ARRAY(arena, struct text, scenario->key_count);
    for (size_t key = 0; key < scenario->key_count; key++)
        ids[key] = scenario->keys[key].id;
    struct text near = hint(id, ids, scenario->key_count, arena);
    add_sentence(errors, arena,
                 arena_print(arena, "%.*s: There is no such clause%.*s.", TEXT_ARGUMENTS(id),
                             TEXT_ARGUMENTS(near)));
}

static void refuse_terms(const struct clause_type *type, struct text key, const struct tree *terms,
                         struct arena *arena, struct sentences *errors)
{
    struct text *ids = ARENA_ARRAY(arena, struct text, type->term_count);
    for (size_t term = 0; term < type->term_count; term++)
        ids[term] = type->terms[term].id;
    for (size_t index = 0; index < terms->count; index++) {
        struct text id = terms->members[index].key;
        bool known = false;
        for (size_t term = 0; term < type->term_count && !known; term++)
            known = text_equal(ids[term], id);
        if (known)
            continue;
        struct text near = hint(id, ids, type->term_count, arena);
        add_sentence(errors, arena,
                     arena_print(arena, "%.*s.%.*s: There is no such term%.*s.",
                                 TEXT_ARGUMENTS(key), TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(near)));
    }
}

static void read_terms(const struct scenario *scenario, const struct clause_type *type,
                       const struct tree_member *member, struct arena *arena, int64_t *values,
                       struct sentences *errors)
{
    struct text key = member->key;
    if (member->value->kind != TREE_OBJECT) {
        add_sentence(
            errors, arena,
            arena_print(arena, "%.*s: The terms must be an object, { … }.", TEXT_ARGUMENTS(key)));
        return;
    }
    refuse_terms(type, key, member->value, arena, errors);
    for (size_t index = 0; index < type->term_count; index++) {
        const struct term *term = &type->terms[index];
        const struct tree *value = tree_get(member->value, term->id);
        const char *why =
            value ? domain_from_tree(scenario, &term->domain, value, &values[index], arena)
                  : "This term is missing: a clause has every term.";
        if (why)
            add_sentence(errors, arena,
                         arena_print(arena, "%.*s.%.*s: %s", TEXT_ARGUMENTS(key),
                                     TEXT_ARGUMENTS(term->id), why));
    }
}

bool package_read(const struct scenario *scenario, const struct tree *tree, struct arena *arena,
                  struct package *package, struct sentences *errors)
{
    size_t before = errors->count;
    if (tree->kind != TREE_OBJECT) {
        add_sentence(errors, arena, TEXT("A package is an object: {clause key: terms}."));
        return false;
    }
    struct clause_terms *clauses = ARENA_ARRAY(arena, struct clause_terms, tree->count);
    package->clauses = clauses;
    package->count = 0;
    for (size_t index = 0; index < tree->count; index++) {
        const struct tree_member *member = &tree->members[index];
        int key = scenario_key(scenario, member->key);
        if (key < 0) {
            refuse_key(scenario, member->key, arena, errors);
            continue;
        }
        const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
        int64_t *values = ARENA_ARRAY(arena, int64_t, type->term_count);
        read_terms(scenario, type, member, arena, values, errors);
        clauses[package->count++] = (struct clause_terms){(uint32_t)key, values};
    }
    return errors->count == before;
}

static uint32_t drafted_slot(const struct scenario *scenario, const struct clause_key *key)
{
    return scenario->clause_types[key->type].drafted_slot + (key->key < 0 ? 0 : (uint32_t)key->key);
}

/* Whom the settled clauses of a type bind. A clause whose `binds` cannot be computed binds nobody.
 */
static party_set bound_parties(const struct scenario *scenario, const struct world *world,
                               const struct clause_type *type)
{
    int64_t parties[LIST_LENGTH_MAX];
    party_set bound = 0;
    for (uint32_t index = 0; index < type->key_count; index++) {
        const struct clause_key *key = &scenario->keys[type->first_key + index];
        size_t count = 0;
        if (!world->slots[key->slot] ||
            !expression_run_list(key->binds, world, NULL, parties, LIST_LENGTH_MAX, &count))
            continue;
        for (size_t party = 0; party < count; party++)
            bound |= party_bit((int)parties[party]);
    }
    return bound;
}

/* All types are read before any is written: a package has no order. */
static void bind_types(const struct scenario *scenario, struct world *world,
                       const struct package *package)
{
    party_set bound[CLAUSE_TYPES_MAX];
    bool there[CLAUSE_TYPES_MAX] = {false};
    for (size_t index = 0; index < package->count; index++) {
        uint32_t type = scenario->keys[package->clauses[index].key].type;
        if (!there[type])
            bound[type] = bound_parties(scenario, world, &scenario->clause_types[type]);
        there[type] = true;
    }
    for (size_t type = 0; type < scenario->clause_type_count; type++)
        for (size_t party = 0; there[type] && party < scenario->party_count; party++)
            world->slots[scenario->clause_types[type].bound_slot + party] =
                bound[type] >> party & 1;
}

/* Whether computing whom a package's clauses bind needs formulas. */
static bool binds_read_formulas(const struct scenario *scenario, const struct package *package)
{
    for (size_t index = 0; index < package->count; index++) {
        const struct clause_type *type =
            &scenario->clause_types[scenario->keys[package->clauses[index].key].type];
        for (uint32_t key = 0; key < type->key_count; key++) {
            size_t count;
            const uint32_t *reads =
                expression_reads(scenario->keys[type->first_key + key].binds, &count);
            if (count > 0 && reads[count - 1] >= scenario->state_count)
                return true;
        }
    }
    return false;
}

void package_apply(const struct scenario *scenario, struct world *world,
                   const struct package *package)
{
    for (size_t index = 0; index < package->count; index++) {
        const struct clause_terms *clause = &package->clauses[index];
        const struct clause_key *key = &scenario->keys[clause->key];
        size_t terms = scenario->clause_types[key->type].term_count;
        world->slots[key->slot] = 1;
        for (size_t term = 0; term < terms; term++)
            world->slots[key->slot + 1 + term] = clause->terms[term];
        world->slots[drafted_slot(scenario, key)] = 1;
    }
    /* `binds` may read formulas, and formulas whom it binds. */
    if (binds_read_formulas(scenario, package))
        world_refresh(scenario, world);
    bind_types(scenario, world, package);
    world_refresh(scenario, world);
}

const struct text *package_requirement(const struct scenario *scenario, const struct world *world,
                                       uint32_t key)
{
    const struct clause_key *clause = &scenario->keys[key];
    for (size_t index = 0; index < clause->requirement_count; index++) {
        struct result result = expression_run(clause->requirements[index].that, world, NULL);
        if (result.failed || !result.value)
            return &clause->requirements[index].otherwise;
    }
    return NULL;
}

bool package_check(const struct scenario *scenario, const struct world *world,
                   const struct package *package, struct arena *arena, struct sentences *errors)
{
    size_t before = errors->count;
    for (size_t index = 0; index < package->count; index++) {
        uint32_t key = package->clauses[index].key;
        const struct text *sentence = package_requirement(scenario, world, key);
        if (sentence)
            add_sentence(errors, arena,
                         arena_print(arena, "%.*s: %.*s", TEXT_ARGUMENTS(scenario->keys[key].id),
                                     TEXT_ARGUMENTS(*sentence)));
    }
    return errors->count == before;
}
