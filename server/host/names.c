/* What people are called. */
#include "state.h"

#include <stdlib.h>
#include <utf8proc.h>

bool name_valid(struct text name)
{
    if (text_count_characters(name) > NAME_CHARACTERS_MAX)
        return false;
    bool seen = false;
    for (size_t at = 0; at < name.length; at++) {
        unsigned char byte = (unsigned char)name.at[at];
        if (byte < 0x20 || byte == 0x7f)
            return false;
        seen |= byte != ' ';
    }
    return seen;
}

struct text name_like(struct text name, struct arena *arena)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)name.at, (utf8proc_ssize_t)name.length, &folded,
                     UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                         UTF8PROC_IGNORE);
    if (length < 0) {
        free(folded);
        return arena_copy(arena, name);
    }
    char *like = arena_take(arena, (size_t)length + 1);
    size_t kept = 0;
    for (utf8proc_ssize_t at = 0; at < length; at++)
        if (folded[at] > ' ')
            like[kept++] = (char)folded[at];
    free(folded);
    return (struct text){like, kept};
}

struct text person_name(const struct person *person, struct arena *arena)
{
    const struct exercise *exercise = person->holder.exercise;
    if (person->bot || (!exercise->anonymous && !person->erased))
        return person->name;
    if (!person->table)
        return arena_print(arena, "No. %u", person->number);
    return arena_print(arena, "%.*s %u",
                       TEXT_ARGUMENTS(exercise->scenario->parties[person->party].short_name),
                       person->place_number);
}
