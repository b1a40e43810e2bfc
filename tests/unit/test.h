/* cmocka wants these four before it. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text.h"

#define assert_text(value, expected)                                                               \
    do {                                                                                           \
        struct text asserted = (value);                                                            \
        assert_int_equal(asserted.length, sizeof(expected) - 1);                                   \
        assert_memory_equal(asserted.at, expected, sizeof(expected) - 1);                          \
    } while (0)

#endif
