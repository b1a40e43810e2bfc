/* Options of a verb that take a number; and what a verb says of options that are wrong. */
#ifndef NUMBERS_H
#define NUMBERS_H

#include "scenario.h"

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

/* Each says on standard error what is wrong, and what would be right; 2, the verb's exit status. */
int option_wrong(const char *verb, const char *name, const struct number *numbers, size_t count,
                 const char *help);
int edition_wrong(const char *verb, const struct scenario *scenario, const char *wanted);

#endif
