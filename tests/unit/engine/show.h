/* What compiled expressions give, in words that a test can compare. */
#ifndef SHOW_H
#define SHOW_H

#include "scenario.h"

#include <inttypes.h>
#include <stdlib.h>

static inline struct text show_value(const struct expression *expression,
                                     const struct scenario *scenario, int64_t value,
                                     struct arena *arena)
{
    switch (expression_type(expression)) {
    case VALUE_INT:
        return arena_print(arena, "%" PRId64, value);
    case VALUE_BOOL:
        return value ? TEXT("true") : TEXT("false");
    case VALUE_STRING: {
        struct text string = expression_string(expression, scenario, value);
        return arena_print(arena, "'%.*s'", TEXT_ARGUMENTS(string));
    }
    case VALUE_PARTY:
        return scenario->parties[value].id;
    case VALUE_REGION:
        return scenario->regions[value].id;
    }
    abort();
}

/* A value as a person would write it: 7, true, 'yes', nor, [1, 2]; or failure. */
static inline struct text show_run(const struct expression *expression,
                                   const struct scenario *scenario, const struct world *world,
                                   struct arena *arena)
{
    static const struct draw_place draw = {{7, 11}, {"injects.flood.chance", 20}};
    if (!expression_is_list(expression)) {
        struct result result = expression_run(expression, world, &draw);
        return result.failed ? TEXT("failure")
                             : show_value(expression, scenario, result.value, arena);
    }
    int64_t values[LIST_LENGTH_MAX];
    size_t count;
    if (!expression_run_list(expression, world, &draw, values, LIST_LENGTH_MAX, &count))
        return TEXT("failure");
    struct text shown = TEXT("[");
    for (size_t index = 0; index < count; index++)
        shown = arena_print(arena, "%.*s%s%.*s", TEXT_ARGUMENTS(shown), index ? ", " : "",
                            TEXT_ARGUMENTS(show_value(expression, scenario, values[index], arena)));
    return arena_print(arena, "%.*s]", TEXT_ARGUMENTS(shown));
}

#endif
