#include "text.h"

#include "checked.h"

#include <string.h>

struct text text_of(const char *string)
{
    return string ? (struct text){string, strlen(string)} : TEXT("");
}

int text_compare(struct text left, struct text right)
{
    size_t shorter = left.length < right.length ? left.length : right.length;
    int order = shorter ? memcmp(left.at, right.at, shorter) : 0;
    if (order != 0)
        return order;
    return (left.length > right.length) - (left.length < right.length);
}

bool text_starts_with(struct text whole, struct text start)
{
    return whole.length >= start.length &&
           (start.length == 0 || memcmp(whole.at, start.at, start.length) == 0);
}

/* Bytes of the code point at `at`, or 0 where it is malformed. After the table in RFC 3629. */
static size_t character_length(const unsigned char *at, size_t left)
{
    unsigned char lead = at[0];
    if (lead == 0)
        return 0;
    if (lead < 0x80)
        return 1;
    size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || left < length)
        return 0;
    unsigned char second_low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char second_high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < second_low || at[1] > second_high)
        return 0;
    for (size_t index = 2; index < length; index++)
        if ((at[index] & 0xc0) != 0x80)
            return 0;
    return length;
}

bool text_is_utf8(struct text text)
{
    const unsigned char *at = (const unsigned char *)text.at;
    size_t left = text.length;
    while (left > 0) {
        size_t length = character_length(at, left);
        if (length == 0)
            return false;
        at += length;
        left -= length;
    }
    return true;
}

size_t text_count_characters(struct text text)
{
    size_t count = 0;
    for (size_t index = 0; index < text.length; index++)
        count += ((unsigned char)text.at[index] & 0xc0) != 0x80;
    return count;
}

struct text text_digits(uint64_t number, char buffer[DIGITS_MAX])
{
    size_t first = DIGITS_MAX;
    do
        buffer[--first] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    return (struct text){buffer + first, DIGITS_MAX - first};
}

bool text_to_int(struct text text, int64_t *value)
{
    size_t index = text.length > 0 && text.at[0] == '-' ? 1 : 0;
    bool negative = index == 1;
    if (index == text.length)
        return false;
    int64_t result = 0;
    for (; index < text.length; index++) {
        char digit = text.at[index];
        if (digit < '0' || digit > '9')
            return false;
        int64_t unit = digit - '0';
        if (!checked_multiply(result, 10, &result) ||
            !checked_add(result, negative ? -unit : unit, &result))
            return false;
    }
    *value = result;
    return true;
}

enum { NEAREST_LENGTH_MAX = 64, BEGUN_LENGTH = 3 };

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* The distance of Damerau (optimal string alignment): insertions, deletions, replacements, and two
 * neighbours swapped, whatever the case. Three rows. Both at most NEAREST_LENGTH_MAX bytes. */
static size_t edit_distance(struct text left, struct text right)
{
    size_t rows[3][NEAREST_LENGTH_MAX + 1];
    for (size_t column = 0; column <= right.length; column++)
        rows[0][column] = column;
    for (size_t line = 1; line <= left.length; line++) {
        size_t *now = rows[line % 3];
        const size_t *last = rows[(line + 2) % 3];
        now[0] = line;
        for (size_t column = 1; column <= right.length; column++) {
            char here = lower(left.at[line - 1]);
            char there = lower(right.at[column - 1]);
            size_t best = last[column - 1] + (here != there);
            if (last[column] + 1 < best)
                best = last[column] + 1;
            if (now[column - 1] + 1 < best)
                best = now[column - 1] + 1;
            bool swapped = line > 1 && column > 1 && here == lower(right.at[column - 2]) &&
                           there == lower(left.at[line - 2]);
            if (swapped && rows[(line + 1) % 3][column - 2] + 1 < best)
                best = rows[(line + 1) % 3][column - 2] + 1;
            now[column] = best;
        }
    }
    return rows[left.length % 3][right.length];
}

int text_nearest(struct text wanted, const struct text *candidates, size_t count)
{
    int best = -1;
    size_t best_distance = SIZE_MAX;
    if (wanted.length > NEAREST_LENGTH_MAX)
        return -1;
    for (size_t index = 0; index < count; index++) {
        if (candidates[index].length > NEAREST_LENGTH_MAX)
            continue;
        size_t longer =
            candidates[index].length > wanted.length ? candidates[index].length : wanted.length;
        size_t allowed = longer / 3 > 0 ? longer / 3 : 1;
        size_t distance = edit_distance(wanted, candidates[index]);
        bool begun = wanted.length >= BEGUN_LENGTH && text_starts_with(candidates[index], wanted);
        if (begun && distance > allowed) /* "seen" for "seen_by", but a slip goes before it. */
            distance = allowed;
        if (distance <= allowed && distance < best_distance) {
            best = (int)index;
            best_distance = distance;
        }
    }
    return best;
}
