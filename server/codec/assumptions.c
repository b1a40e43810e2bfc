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
