#include "numbers.h"

#include "text.h"

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
