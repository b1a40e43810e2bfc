#include "written.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void write_text(struct written *written, struct text text)
{
    if (text.length == 0)
        return;
    if (written->length + text.length > written->capacity) {
        written->capacity = 2 * (written->length + text.length) + 4096;
        written->at =
            arena_grow(written->arena, written->at, written->length, written->capacity, 1);
    }
    memcpy(written->at + written->length, text.at, text.length);
    written->length += text.length;
}

void write_print(struct written *written, const char *format, ...)
{
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof(line), format, arguments);
    va_end(arguments);
    if (length > 0)
        write_text(written, (struct text){line, (size_t)length < sizeof(line) ? (size_t)length
                                                                              : sizeof(line) - 1});
}

/* Days to a date as in the proleptic Gregorian calendar, years from March on (Hinnant,
 * "chrono-compatible low-level date algorithms"). */
struct text time_words(int64_t at, struct arena *arena)
{
    int64_t second = at / 1000 - (at % 1000 < 0), day = second / 86400 - (second % 86400 < 0);
    second -= day * 86400;
    int64_t shifted = day + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int64_t of_era = shifted - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    return arena_print(
        arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)(year + era * 400 + (month >= 10)),
        (int)(month < 10 ? month + 3 : month - 9), (int)(of_year - (153 * month + 2) / 5 + 1),
        (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

struct text tree_text_of(const struct tree *tree, const char *name)
{
    struct text text = TEXT("");
    (void)tree_get_text(tree, text_of(name), &text);
    return text;
}

struct text written_text(const struct written *written)
{
    return (struct text){written->at ? written->at : "", written->length};
}
