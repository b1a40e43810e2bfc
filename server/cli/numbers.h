/* Options of a verb that take a number. */
#ifndef NUMBERS_H
#define NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct number {
    const char *name; /* --seed */
    int64_t *value;
    int64_t least, most;
};

/* False where `name` is none of these, or the value is missing or no good. */
bool number_read(const struct number *numbers, size_t count, const char *name, const char *value);

#endif
