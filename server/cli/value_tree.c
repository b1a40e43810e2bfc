#include "value_tree.h"

static struct tree *scalar_tree(const struct expression *expression,
                                const struct scenario *scenario, int64_t value, struct arena *arena)
{
    switch (expression_type(expression)) {
    case VALUE_INT:
        return tree_int(arena, value);
    case VALUE_BOOL:
        return tree_bool(arena, value != 0);
    case VALUE_STRING:
        return tree_text(arena, expression_string(expression, scenario, value));
    case VALUE_PARTY:
        return tree_text(arena, scenario->parties[value].id);
    case VALUE_REGION:
        return tree_text(arena, scenario->regions[value].id);
    }
    return NULL;
}

struct tree *value_tree(const struct expression *expression, const struct scenario *scenario,
                        struct world *world, struct arena *arena)
{
    if (!expression_is_list(expression)) {
        struct result result = expression_run(expression, world, NULL);
        return result.failed ? NULL : scalar_tree(expression, scenario, result.value, arena);
    }
    size_t count;
    int64_t *values = ARENA_ARRAY(arena, int64_t, LIST_LENGTH_MAX);
    if (!expression_run_list(expression, world, NULL, values, LIST_LENGTH_MAX, &count))
        return NULL;
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < count; index++)
        tree_append(arena, list, scalar_tree(expression, scenario, values[index], arena));
    return list;
}
