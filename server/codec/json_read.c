#include "codec.h"

#include <jansson.h>
#include <string.h>

/* Walks over the bytes outside strings before jansson does, for what jansson cannot say or would
 * allow: depth, and fractions with their place. */
struct scan {
    struct text bytes;
    size_t at;
    uint32_t line, column;
    size_t depth;
    bool in_string, escaped;
    char *blanked; /* a copy of `bytes` where numbers that we cannot hold may stand; else NULL */
};

static void scan_step(struct scan *scan)
{
    unsigned char character = (unsigned char)scan->bytes.at[scan->at++];
    if (character == '\n') {
        scan->line++;
        scan->column = 0;
    } else if ((character & 0xc0) != 0x80) {
        scan->column++;
    }
}

/* Outside strings a point stands only in a fraction, and an `e` after a digit in an exponent. */
static bool begins_fraction(const struct scan *scan)
{
    char character = scan->bytes.at[scan->at];
    char before = scan->at > 0 ? scan->bytes.at[scan->at - 1] : ' ';
    bool after_digit = before >= '0' && before <= '9';
    return character == '.' || (after_digit && (character == 'e' || character == 'E'));
}

static size_t skip_digits(struct text bytes, size_t at)
{
    while (at < bytes.length && bytes.at[at] >= '0' && bytes.at[at] <= '9')
        at++;
    return at;
}

static bool stands(struct text bytes, size_t at, const char *characters)
{
    return at < bytes.length && bytes.at[at] != '\0' && strchr(characters, bytes.at[at]);
}

/* Where the number that begins at `start` ends, as JSON writes numbers; `start` where none does. */
static size_t number_end(struct text bytes, size_t start)
{
    size_t at = stands(bytes, start, "-") ? start + 1 : start;
    size_t whole = skip_digits(bytes, at);
    if (whole == at || (bytes.at[at] == '0' && whole > at + 1))
        return start;
    at = whole;
    if (stands(bytes, at, ".")) {
        size_t after = skip_digits(bytes, at + 1);
        if (after == at + 1)
            return start;
        at = after;
    }
    if (stands(bytes, at, "eE")) {
        size_t digits = stands(bytes, at + 1, "+-") ? at + 2 : at + 1;
        size_t after = skip_digits(bytes, digits);
        if (after == digits)
            return start;
        at = after;
    }
    return at;
}

/* Passes over a number, and writes 0.5 in its place where no int64 holds it: jansson takes that,
 * whatever the number was. */
static void pass_number(struct scan *scan)
{
    size_t start = scan->at;
    size_t length = number_end(scan->bytes, start) - start;
    int64_t number;
    if (length == 0)
        return;
    if (length >= 3 && !text_to_int((struct text){scan->bytes.at + start, length}, &number)) {
        memset(scan->blanked + start, ' ', length);
        memcpy(scan->blanked + start, "0.5", 3);
    }
    /* The caller takes the last step. */
    scan->at += length - 1;
    scan->column += (uint32_t)(length - 1);
}

/* One character outside a string; a sentence where it begins what we do not take. */
static const char *scan_outside(struct scan *scan)
{
    char character = scan->bytes.at[scan->at];
    if (character == '"')
        scan->in_string = true;
    if (character == '[' || character == '{')
        scan->depth++;
    if ((character == ']' || character == '}') && scan->depth > 0)
        scan->depth--;
    if (scan->depth > NESTING_MAX)
        return "Lists and objects are nested deeper than 64.";
    if (scan->blanked && ((character >= '0' && character <= '9') || character == '-'))
        pass_number(scan);
    else if (begins_fraction(scan))
        return "Only whole numbers are used here: no fraction and no exponent.";
    return NULL;
}

static void scan_inside(struct scan *scan)
{
    char character = scan->bytes.at[scan->at];
    if (scan->escaped)
        scan->escaped = false;
    else if (character == '\\')
        scan->escaped = true;
    else if (character == '"')
        scan->in_string = false;
}

static const char *scan_all(struct scan *scan)
{
    while (scan->at < scan->bytes.length) {
        if (scan->in_string) {
            scan_inside(scan);
        } else {
            const char *fault = scan_outside(scan);
            if (fault) {
                scan->column++;
                return fault;
            }
        }
        scan_step(scan);
    }
    return NULL;
}

static struct tree *tree_of(struct arena *arena, const json_t *value);

static struct tree *object_of(struct arena *arena, const json_t *value)
{
    struct tree *object = tree_object(arena);
    /* The parser has refused duplicates, so members may be put in place without a search. */
    object->capacity = json_object_size(value);
    object->members = ARENA_ARRAY(arena, struct tree_member, object->capacity);
    /* jansson's iteration takes no const, and keeps the order of the text. */
    json_t *source = (json_t *)(uintptr_t)value;
    for (void *at = json_object_iter(source); at; at = json_object_iter_next(source, at))
        object->members[object->count++] =
            (struct tree_member){arena_copy(arena, text_of(json_object_iter_key(at))),
                                 tree_of(arena, json_object_iter_value(at))};
    return object;
}

static struct tree *list_of(struct arena *arena, const json_t *value)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < json_array_size(value); index++)
        tree_append(arena, list, tree_of(arena, json_array_get(value, index)));
    return list;
}

static struct tree *tree_of(struct arena *arena, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return object_of(arena, value);
    case JSON_ARRAY:
        return list_of(arena, value);
    case JSON_STRING:
        return tree_text(arena, arena_copy(arena, (struct text){json_string_value(value),
                                                                json_string_length(value)}));
    case JSON_INTEGER:
        return tree_int(arena, json_integer_value(value));
    case JSON_TRUE:
    case JSON_FALSE:
        return tree_bool(arena, json_is_true(value));
    case JSON_REAL: /* only what pass_number has put there */
        return tree_unheld(arena);
    case JSON_NULL:
        break;
    }
    return tree_null(arena);
}

static struct tree *read_scanned(struct arena *arena, struct scan scan, struct text *why,
                                 uint32_t *line, uint32_t *column)
{
    const char *fault = scan_all(&scan);
    if (fault) {
        *why = text_of(fault);
        *line = scan.line;
        *column = scan.column;
        return NULL;
    }
    json_error_t error;
    /* jansson wants a pointer even for nothing. */
    const char *at = scan.blanked ? scan.blanked : scan.bytes.length > 0 ? scan.bytes.at : "";
    json_t *value =
        json_loadb(at, scan.bytes.length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!value) {
        /* It quotes what it met, and may stop in the middle of a character. */
        *why = text_is_utf8(text_of(error.text))
                   ? arena_print(arena, "This is not strict JSON: %s.", error.text)
                   : TEXT("This is not strict JSON.");
        *line = error.line > 0 ? (uint32_t)error.line : 1;
        *column = error.column > 0 ? (uint32_t)error.column : 1;
        return NULL;
    }
    struct tree *tree = tree_of(arena, value);
    json_decref(value);
    return tree;
}

struct tree *json_read(struct arena *arena, struct text bytes, struct text *why, uint32_t *line,
                       uint32_t *column)
{
    return read_scanned(arena, (struct scan){.bytes = bytes, .line = 1}, why, line, column);
}

struct tree *json_read_call(struct arena *arena, struct text bytes, struct text *why,
                            uint32_t *line, uint32_t *column)
{
    char *blanked = arena_take(arena, bytes.length + 1);
    if (bytes.length > 0)
        memcpy(blanked, bytes.at, bytes.length);
    return read_scanned(arena, (struct scan){.bytes = bytes, .line = 1, .blanked = blanked}, why,
                        line, column);
}
