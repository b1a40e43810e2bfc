/* cmocka wants these four before it; and an arena for each test that asks for one. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena.h"
#include "text.h"

#define assert_text(value, expected)                                                               \
    do {                                                                                           \
        struct text asserted = (value);                                                            \
        assert_int_equal(asserted.length, sizeof(expected) - 1);                                   \
        assert_memory_equal(asserted.at, expected, sizeof(expected) - 1);                          \
    } while (0)

/* *state is an arena, for this test alone. */
static inline int arena_setup(void **state)
{
    *state = arena_open();
    return 0;
}

static inline int arena_teardown(void **state)
{
    arena_close(*state);
    return 0;
}

#define ARENA_TEST(test) cmocka_unit_test_setup_teardown(test, arena_setup, arena_teardown)

#endif
