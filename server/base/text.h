/* A piece of UTF-8 that knows its length and owns nothing.
 *
 * A text is valid as long as what it points into: an arena, a literal, or the caller's buffer.
 * It need not end in NUL, but every text that an arena makes does, for printf and the like. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct text {
    const char *at;
    size_t length; /* bytes */
};

/* A text of a string literal. */
#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})

/* For printf's "%.*s". */
#define TEXT_ARGUMENTS(text) (int)(text).length, (text).at

/* A text of a NUL-ended string; NULL gives the empty text. Borrows. */
struct text text_of(const char *string);

/* Here, since looking for a key is mostly this; and what is equal is mostly the same. */
static inline bool text_equal(struct text left, struct text right)
{
    if (left.length != right.length)
        return false;
    if (left.at == right.at || left.length == 0)
        return true;
    return left.at[left.length - 1] == right.at[left.length - 1] &&
           memcmp(left.at, right.at, left.length) == 0;
}

/* Bytewise order, shorter first on a tie: total, the same everywhere. Negative, 0 or positive. */
int text_compare(struct text left, struct text right);

bool text_starts_with(struct text whole, struct text start);

/* True for well-formed UTF-8 without NUL: no overlong forms, no surrogates, nothing beyond
 * U+10FFFF. */
bool text_is_utf8(struct text text);

/* Code points in well-formed UTF-8. */
size_t text_count_characters(struct text text);

/* A number's decimal digits, at the end of the buffer. */
enum { DIGITS_MAX = 20 };
struct text text_digits(uint64_t number, char buffer[DIGITS_MAX]);

/* Reads a whole decimal int64 with optional '-'; false when the text is anything else. */
bool text_to_int(struct text text, int64_t *value);

/* The candidate nearest to `wanted` by edit distance, or -1 where none is near enough to be meant
 * (more than a third of the longer one, at least one edit, would have to change). Ties: the first.
 */
int text_nearest(struct text wanted, const struct text *candidates, size_t count);

#endif
