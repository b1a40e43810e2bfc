#include "view_trees.h"

struct tree *tree_parties(const struct scenario *scenario, party_set parties, struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t party = 0; party < scenario->party_count; party++)
        if (parties & party_bit((int)party))
            tree_append(arena, list, tree_text(arena, scenario->parties[party].id));
    return list;
}

void tree_set_said(const struct scenario *scenario, struct tree *tree, struct text name,
                   struct text said, struct arena *arena)
{
    tree_set_text(arena, tree, name, said);
    struct tree *in = tree_get(tree, TEXT("in"));
    for (size_t index = 0; scenario && index < scenario->translation_count; index++) {
        const struct translation *translation = &scenario->translations[index];
        struct text translated = phrase_in(translation, said);
        if (translated.length == 0)
            continue;
        if (!in) {
            in = tree_object(arena);
            tree_set(arena, tree, TEXT("in"), in);
        }
        struct tree *own = tree_get(in, translation->language);
        if (!own) {
            own = tree_object(arena);
            tree_set(arena, in, translation->language, own);
        }
        tree_set_text(arena, own, name, translated);
    }
}

void tree_set_parties(const struct scenario *scenario, struct tree *tree, struct text name,
                      party_set parties, struct arena *arena)
{
    if (parties)
        tree_set(arena, tree, name, tree_parties(scenario, parties, arena));
}

void tree_set_true(struct tree *tree, struct text name, bool flag, struct arena *arena)
{
    if (flag)
        tree_set_bool(arena, tree, name, true);
}

void tree_set_some(struct tree *tree, struct text name, struct tree *value, struct arena *arena)
{
    if (value && value->count > 0)
        tree_set(arena, tree, name, value);
}

struct text key_name(const struct scenario *scenario, enum per per, int32_t key)
{
    return per == PER_PARTY ? scenario->parties[key].id : scenario->regions[key].id;
}

uint32_t key_count_of(const struct scenario *scenario, enum per per)
{
    if (per == PER_NONE)
        return 1;
    return (uint32_t)(per == PER_PARTY ? scenario->party_count : scenario->region_count);
}

struct tree *terms_to_tree(const struct scenario *scenario, uint32_t key, const int64_t *terms,
                           struct arena *arena)
{
    const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
    struct tree *object = tree_object(arena);
    for (size_t index = 0; index < type->term_count; index++)
        tree_set(arena, object, type->terms[index].id,
                 domain_to_tree(scenario, &type->terms[index].domain, terms[index], arena));
    return object;
}

struct tree *clause_to_tree(const struct scenario *scenario, uint32_t key, struct arena *arena)
{
    const struct clause_key *clause = &scenario->keys[key];
    const struct clause_type *type = &scenario->clause_types[clause->type];
    struct tree *tree = tree_object(arena);
    tree_set_text(arena, tree, TEXT("id"), clause->id);
    tree_set_text(arena, tree, TEXT("type"), type->id);
    if (type->per != PER_NONE)
        tree_set_text(arena, tree, TEXT("key"), key_name(scenario, type->per, clause->key));
    return tree;
}

struct tree *formula_to_tree(const struct scenario *scenario, const struct formula *formula,
                             const struct world *world, uint32_t key, struct arena *arena)
{
    uint32_t slot = formula->slot + key;
    int64_t value = world->slots[slot];
    if (world->failed[slot])
        return NULL;
    switch (formula->type) {
    case VALUE_INT:
        return tree_int(arena, value);
    case VALUE_BOOL:
        return tree_bool(arena, value != 0);
    case VALUE_STRING:
        return tree_text(arena, expression_string(formula->values[key], scenario, value));
    case VALUE_PARTY:
        return tree_text(arena, scenario->parties[value].id);
    case VALUE_REGION:
        return tree_text(arena, scenario->regions[value].id);
    }
    return NULL;
}

struct tree *phase_names(unsigned allows, struct arena *arena)
{
    static const struct {
        enum allow bit;
        struct text name;
    } names[] = {{ALLOW_TALK, {"talk", 4}},
                 {ALLOW_PRESS, {"press", 5}},
                 {ALLOW_DRAFT, {"draft", 5}},
                 {ALLOW_SIGN, {"sign", 4}},
                 {ALLOW_DECIDE, {"decide", 6}}};
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < sizeof(names) / sizeof(*names); index++)
        if (allows & names[index].bit)
            tree_append(arena, list, tree_text(arena, names[index].name));
    return list;
}
