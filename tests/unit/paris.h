/* The flagship scenario, loaded once for a group of tests. */
#ifndef PARIS_H
#define PARIS_H

#include "test.h"

#include "scenario.h"

static struct scenario *paris;

static inline int paris_open(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {.arena = arena_open()};
    paris = scenario_load(SOURCE_DIR "/rules/scenarios/paris", &diagnostics);
    for (size_t index = 0; !paris && index < diagnostics.count; index++)
        print_error("%.*s: %.*s\n", TEXT_ARGUMENTS(diagnostics.items[index].path),
                    TEXT_ARGUMENTS(diagnostics.items[index].message));
    arena_close(diagnostics.arena);
    return paris ? 0 : -1;
}

static inline int paris_close(void **state)
{
    (void)state;
    scenario_close(paris);
    return 0;
}

#define PARIS_TEST(test) ARENA_TEST(test)

#endif
