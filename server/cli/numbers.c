#include "numbers.h"

#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

bool number_read(const struct number *numbers, size_t count, const char *name, const char *value)
{
    for (size_t at = 0; at < count; at++)
        if (!strcmp(numbers[at].name, name))
            return value && text_to_int(text_of(value), numbers[at].value) &&
                   *numbers[at].value >= numbers[at].least &&
                   *numbers[at].value <= numbers[at].most;
    return false;
}

int option_wrong(const char *verb, const char *name, const struct number *numbers, size_t count,
                 const char *help)
{
    fprintf(stderr, "entente %s: '%s' is not understood", verb, name);
    for (size_t at = 0; at < count; at++)
        if (!strcmp(numbers[at].name, name))
            fprintf(stderr, ": a number from %" PRId64 " to %" PRId64 " belongs behind it",
                    numbers[at].least, numbers[at].most);
    fprintf(stderr, ".\n\n%s", help);
    return 2;
}

int edition_wrong(const char *verb, const struct scenario *scenario, const char *wanted)
{
    fprintf(stderr, "entente %s: %.*s has no edition '%s'", verb, TEXT_ARGUMENTS(scenario->id),
            wanted);
    const char *before = "; there are ";
    for (size_t at = 0; at < scenario->edition_count; at++) {
        if (scenario->editions[at].id.length == 0)
            continue; /* the one that opens everything */
        fprintf(stderr, "%s%.*s", before, TEXT_ARGUMENTS(scenario->editions[at].id));
        before = ", ";
    }
    fputs(".\n", stderr);
    return 2;
}
