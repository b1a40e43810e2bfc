#include "reader.h"

static bool read_assumption(const struct reader *reader, struct text path, const struct tree *tree,
                            struct assumption *assumption)
{
    static const struct text known[] = {{"instrument", 10}, {"clauses", 7}};
    if (!reader_object(reader, path, tree, known, 2))
        return false;
    const struct tree *instrument = tree_get(tree, known[0]);
    const struct tree *clauses = tree_get(tree, known[1]);
    if ((instrument != NULL) == (clauses != NULL))
        return reader_refuse(reader, "parameter.invalid", path,
                             "Either an \"instrument\" or \"clauses\" belongs here.");
    if (instrument)
        return reader_text(reader, path_member(reader, path, known[0]), instrument,
                           &assumption->instrument);
    return reader_clauses(reader, path_member(reader, path, known[1]), clauses,
                          &assumption->clauses, &assumption->clause_count);
}

bool assumptions_read(const struct scenario *scenario, const struct tree *parameters,
                      struct arena *arena, struct assumption **assumptions, size_t *count,
                      struct refusal *refusal)
{
    static const struct text known[] = {{"assume", 6}, {"key", 3}, {"table", 5}};
    struct reader reader = {scenario, arena, refusal};
    if (!parameters)
        parameters = tree_object(arena);
    if (!reader_object(&reader, TEXT(""), parameters, known, 3))
        return false;
    const struct tree *list = reader_member(&reader, TEXT(""), parameters, known[0]);
    if (!list || !reader_list(&reader, known[0], list))
        return false;
    struct assumption *items = ARENA_ARRAY(arena, struct assumption, list->count);
    for (size_t index = 0; index < list->count; index++)
        if (!read_assumption(&reader, path_index(&reader, known[0], index),
                             list->members[index].value, &items[index]))
            return false;
    *assumptions = items;
    *count = list->count;
    return true;
}

/* All that is wrong with it, in one sentence after the other. */
static bool read_package(const struct reader *reader, struct text path, const struct tree *tree,
                         struct package *package)
{
    struct sentences wrong = {NULL, 0, 0};
    if (package_read(reader->scenario, tree, reader->arena, package, &wrong))
        return true;
    struct text words = wrong.items[0];
    for (size_t index = 1; index < wrong.count; index++)
        words = arena_print(reader->arena, "%.*s %.*s", TEXT_ARGUMENTS(words),
                            TEXT_ARGUMENTS(wrong.items[index]));
    return reader_refuse(reader, "package.invalid", path, "%.*s", TEXT_ARGUMENTS(words));
}

static bool read_supposed_values(const struct reader *reader, struct text path,
                                 const struct tree *tree, struct supposition *supposition)
{
    if (tree->kind != TREE_OBJECT)
        return reader_refuse(reader, "parameter.invalid", path, "An object belongs here.");
    struct supposed_value *values = ARENA_ARRAY(reader->arena, struct supposed_value, tree->count);
    for (size_t index = 0; index < tree->count; index++) {
        struct text name = tree->members[index].key;
        struct text place = path_member(reader, path, name);
        if (!reader_variable(reader, place, tree_text(reader->arena, name), &values[index].variable,
                             &values[index].key) ||
            !reader_value(reader, place, tree->members[index].value, values[index].variable,
                          &values[index].value))
            return false;
    }
    supposition->values = values;
    supposition->value_count = tree->count;
    return true;
}

bool supposition_read(const struct scenario *scenario, const struct tree *parameters,
                      struct arena *arena, struct supposition *supposition, struct refusal *refusal)
{
    static const struct text known[] = {
        {"package", 7}, {"takes_effect_if", 15}, {"variables", 9}, {"create_key", 10}};
    struct reader reader = {scenario, arena, refusal};
    *supposition = (struct supposition){.value_count = 0};
    if (!reader_object(&reader, TEXT(""), parameters, known, 4))
        return false;
    const struct tree *package = reader_member(&reader, TEXT(""), parameters, known[0]);
    const struct tree *conditions = tree_get(parameters, known[1]);
    const struct tree *values = tree_get(parameters, known[2]);
    return package && read_package(&reader, known[0], package, &supposition->package) &&
           (!conditions ||
            reader_conditions(&reader, known[1], conditions, &supposition->conditions,
                              &supposition->condition_count)) &&
           (!values || read_supposed_values(&reader, known[2], values, supposition));
}
