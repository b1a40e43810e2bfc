#include "document.h"

#include "must.h"

#include <jansson.h>
#include <string.h>

static void report(struct diagnostics *diagnostics, struct text file, const struct places *places,
                   size_t byte, struct text message)
{
    struct diagnostic diagnostic = {.file = file, .path = TEXT(""), .message = message};
    places_find(places, byte, &diagnostic.line, &diagnostic.column);
    diagnostics_add(diagnostics, &diagnostic);
}

/* The first byte that is not part of well-formed UTF-8 without NUL. Halves what is left to look at,
 * as text_is_utf8 gives no place: a prefix is only cut where a character begins. */
static size_t utf8_fault(struct text bytes)
{
    size_t good = 0, length = bytes.length;
    while (length > good + 4) {
        size_t middle = good + (length - good) / 2;
        while (middle > good && ((unsigned char)bytes.at[middle] & 0xc0) == 0x80)
            middle--;
        if (middle > good && text_is_utf8((struct text){bytes.at + good, middle - good}))
            good = middle;
        else if (middle > good)
            length = middle;
        else
            return good;
    }
    while (good < length && text_is_utf8((struct text){bytes.at + good, 1}))
        good++;
    return good;
}

bool document_check_text(struct text file, struct text bytes, struct arena *arena,
                         struct diagnostics *diagnostics, struct places *places)
{
    struct text start = {bytes.at, bytes.length > FILE_BYTES_MAX ? 0 : bytes.length};
    *places = places_of(start, arena);
    if (bytes.length > FILE_BYTES_MAX) {
        report(diagnostics, file, places, 0, TEXT("The file is larger than the limit of 8 MiB."));
        return false;
    }
    if (text_starts_with(bytes, TEXT("\xef\xbb\xbf"))) {
        report(diagnostics, file, places, 0,
               TEXT("The file begins with a byte order mark (BOM); save it as UTF-8 without one."));
        return false;
    }
    if (!text_is_utf8(bytes)) {
        size_t at = utf8_fault(bytes);
        bool zero = at < bytes.length && bytes.at[at] == 0;
        report(diagnostics, file, places, at,
               zero ? TEXT("There is a NUL byte here; a text has none.")
                    : TEXT("This is not UTF-8; save the file as UTF-8."));
        return false;
    }
    return true;
}

/* Whether a byte stands outside texts, asked of each in order; the quote that ends one does. Steps
 * over what follows a backslash. */
static bool outside_texts(struct text bytes, size_t *at, bool *quoted)
{
    char byte = bytes.at[*at];
    if (*quoted && byte == '\\')
        ++*at;
    else if (byte == '"')
        *quoted = !*quoted;
    return !*quoted;
}

/* Counts brackets outside texts before Jansson builds anything, so that what is only meant to be
 * large or deep costs one pass. */
static bool check_shape(struct text file, const struct places *places,
                        struct diagnostics *diagnostics)
{
    struct text bytes = places->bytes;
    size_t depth = 0, values = 1;
    bool quoted = false;
    for (size_t at = 0; at < bytes.length; at++) {
        char byte = bytes.at[at];
        if (!outside_texts(bytes, &at, &quoted))
            continue;
        if (byte == '[' || byte == '{')
            depth++;
        else if ((byte == ']' || byte == '}') && depth > 0)
            depth--;
        values += byte == ',' || byte == '[' || byte == '{';
        if (depth > NESTING_MAX || values > DOCUMENT_VALUES_MAX) {
            report(diagnostics, file, places, at,
                   depth > NESTING_MAX
                       ? TEXT("Lists and objects are nested more than 64 deep, which is the limit.")
                       : TEXT("The file has more than 262,144 values, which is the limit."));
            return false;
        }
    }
    return true;
}

static size_t number_length(struct text bytes, size_t at)
{
    size_t end = at;
    while (end < bytes.length && strchr("+-.eE0123456789", bytes.at[end]))
        end++;
    return end - at;
}

/* Whether the number that begins here is whole, or large, beyond 64 bits. */
static bool number_is_huge(struct text bytes, size_t at)
{
    struct text number = {bytes.at + at, number_length(bytes, at)};
    int64_t value;
    size_t digits = 0;
    while (digits < number.length && strchr("0123456789", number.at[number.length - 1 - digits]))
        digits++;
    /* A double goes to 1e308. */
    const char *exponent = memchr(number.at, 'e', number.length);
    if (exponent || (exponent = memchr(number.at, 'E', number.length)))
        return digits >= strlen("308");
    size_t sign = number.at[0] == '-';
    return digits > strlen("922337203685477580") - 1 && number.length == sign + digits &&
           number.at[sign] != '0' && !text_to_int(number, &value);
}

/* Jansson stops at a number of more than 64 bits, though it is sound JSON. It reads a fraction in
 * its place, of the same length, so that the number is refused where it stands, like any other
 * wrong value. */
static struct text without_huge(struct text bytes, struct arena *arena)
{
    char *copy = NULL;
    bool quoted = false;
    for (size_t at = 0; at < bytes.length; at++) {
        char byte = bytes.at[at];
        if (!outside_texts(bytes, &at, &quoted) || (byte != '-' && (byte < '0' || byte > '9')))
            continue;
        size_t length = number_length(bytes, at);
        if (length > 1 && number_is_huge(bytes, at)) {
            if (!copy)
                copy = (char *)(uintptr_t)arena_copy(arena, bytes).at;
            memset(copy + at, '0', length);
            copy[at + 1] = '.';
        }
        at += length - 1;
    }
    return copy ? (struct text){copy, bytes.length} : bytes;
}

/* Where the token that Jansson stumbled over begins: it quotes a short one, and stands behind it.
 */
static size_t token_start(struct text bytes, const json_error_t *error)
{
    size_t end = error->position > 0 ? (size_t)error->position : 0;
    if (end > bytes.length)
        end = bytes.length;
    const char *near = strstr(error->text, " near '");
    size_t length = near ? strlen(near + strlen(" near '")) - 1 : 0;
    if (length > 0 && length <= end &&
        memcmp(bytes.at + end - length, near + strlen(" near '"), length) == 0)
        return end - length;
    size_t at = end > 0 ? end - 1 : 0;
    while (at > 0 && ((unsigned char)bytes.at[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/* What most likely stands behind Jansson's words. */
static const char *syntax_hint(struct text bytes, size_t at, const json_error_t *error)
{
    if (strstr(error->text, "Unicode") || strstr(error->text, "escape"))
        return " A backslash begins one of \\n \\t \\r \\b \\f \\\" \\/ \\\\ and \\uXXXX, with "
               "both halves of a pair.";
    if (strstr(error->text, "newline") || strstr(error->text, "control character"))
        return " A text stands on one line: write \\n for a new line, \\t for a tab.";
    size_t before = at;
    while (before > 0 && strchr(" \t\r\n", bytes.at[before - 1]))
        before--;
    char last = before > 0 ? bytes.at[before - 1] : ' ';
    char here = at < bytes.length ? bytes.at[at] : ' ';
    if (json_error_code(error) == json_error_duplicate_key)
        return " Each key may stand only once in an object.";
    if (here == '/' || here == '#')
        return " JSON has no comments.";
    if (last == ',' && (here == '}' || here == ']'))
        return " There is a comma too many before it.";
    if (here == '\'')
        return " Texts and keys stand in double quotes.";
    if (json_error_code(error) == json_error_invalid_syntax && here == '"')
        return " Perhaps a comma is missing before it.";
    return "";
}

static bool is_blank(struct text bytes)
{
    for (size_t at = 0; at < bytes.length; at++)
        if (!strchr(" \t\r\n", bytes.at[at]))
            return false;
    return true;
}

static void report_syntax(struct text file, const struct places *places, const json_error_t *error,
                          struct arena *arena, struct diagnostics *diagnostics)
{
    size_t at = token_start(places->bytes, error);
    struct text words = text_of(error->text);
    if (is_blank(places->bytes)) {
        report(diagnostics, file, places, 0,
               TEXT("The file is empty: it must be an object, { … }."));
        return;
    }
    if (json_error_code(error) == json_error_null_character ||
        json_error_code(error) == json_error_null_byte_in_key)
        words = TEXT("a text has no NUL character, not as \\u0000 either");
    /* What it quotes may end within a character. */
    const char *quote = strstr(error->text, " near '");
    if (quote && !text_is_utf8(words))
        words.length = (size_t)(quote - error->text);
    report(diagnostics, file, places, at,
           arena_print(arena, "This is not strict JSON: %.*s.%s", TEXT_ARGUMENTS(words),
                       syntax_hint(places->bytes, at, error)));
}

struct walk {
    const struct document *document;
    struct arena *arena;
    size_t at;
};

static void skip(struct walk *walk, const char *bytes)
{
    struct text text = walk->document->places.bytes;
    while (walk->at < text.length && strchr(bytes, text.at[walk->at]))
        walk->at++;
}

/* Steps over a string, from quote to quote. */
static void skip_string(struct walk *walk)
{
    const char *bytes = walk->document->places.bytes.at;
    must(bytes[walk->at] == '"');
    for (walk->at++; bytes[walk->at] != '"'; walk->at++)
        if (bytes[walk->at] == '\\')
            walk->at++;
    walk->at++;
}

static struct text text_copy(struct walk *walk, const json_t *value)
{
    struct text text = {json_string_value(value), json_string_length(value)};
    return arena_copy(walk->arena, text);
}

static void walk_value(struct walk *walk, const json_t *value, struct datum *datum);

static void walk_members(struct walk *walk, const json_t *value, struct datum *datum)
{
    bool object = datum->kind == DATUM_OBJECT;
    datum->count = object ? json_object_size(value) : json_array_size(value);
    datum->members = ARENA_ARRAY(walk->arena, struct datum, datum->count);
    void *iterator = object ? json_object_iter((json_t *)(uintptr_t)value) : NULL;
    walk->at++;
    for (size_t index = 0; index < datum->count; index++) {
        struct datum *member = &datum->members[index];
        member->parent = datum;
        member->index = index;
        skip(walk, " \t\r\n,");
        const json_t *inner;
        if (object) {
            member->key_at = (uint32_t)walk->at;
            member->key = arena_copy(walk->arena, text_of(json_object_iter_key(iterator)));
            inner = json_object_iter_value(iterator);
            iterator = json_object_iter_next((json_t *)(uintptr_t)value, iterator);
            skip_string(walk);
            skip(walk, " \t\r\n:");
        } else {
            inner = json_array_get(value, index);
        }
        walk_value(walk, inner, member);
        if (!object)
            member->key_at = member->at;
    }
    skip(walk, " \t\r\n");
    walk->at++;
}

/* The text under the walk is the text of `value`: Jansson keeps the order of members. */
static void walk_value(struct walk *walk, const json_t *value, struct datum *datum)
{
    skip(walk, " \t\r\n");
    datum->at = (uint32_t)walk->at;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
    case JSON_ARRAY:
        datum->kind = json_is_object(value) ? DATUM_OBJECT : DATUM_LIST;
        walk_members(walk, value, datum);
        return;
    case JSON_STRING:
        datum->kind = DATUM_TEXT;
        datum->text = text_copy(walk, value);
        skip_string(walk);
        return;
    case JSON_INTEGER:
        datum->kind = DATUM_INT;
        datum->number = json_integer_value(value);
        break;
    case JSON_REAL:
        datum->kind = DATUM_REAL;
        datum->flag = number_is_huge(walk->document->places.bytes, walk->at);
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        datum->kind = DATUM_BOOL;
        datum->flag = json_is_true(value);
        break;
    case JSON_NULL:
        datum->kind = DATUM_NULL;
        break;
    }
    skip(walk, "+-.0123456789abcdefghijklmnopqrstuvwxyzE");
}

const struct document *document_read(struct text file, struct text bytes, struct arena *arena,
                                     struct diagnostics *diagnostics)
{
    struct document *document = ARENA_NEW(arena, struct document);
    document->file = file;
    if (!document_check_text(file, bytes, arena, diagnostics, &document->places) ||
        !check_shape(file, &document->places, diagnostics))
        return NULL;
    json_error_t error;
    struct text readable = without_huge(bytes, arena);
    json_t *value =
        json_loadb(readable.at, readable.length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!value) {
        report_syntax(file, &document->places, &error, arena, diagnostics);
        return NULL;
    }
    struct datum *root = ARENA_NEW(arena, struct datum);
    struct walk walk = {document, arena, 0};
    walk_value(&walk, value, root);
    json_decref(value);
    document->root = root;
    return document;
}
