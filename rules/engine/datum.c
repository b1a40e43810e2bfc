#include "document.h"

#include <string.h>

const struct datum *datum_get(const struct datum *object, struct text key)
{
    if (!object || object->kind != DATUM_OBJECT)
        return NULL;
    for (size_t index = 0; index < object->count; index++)
        if (text_equal(object->members[index].key, key))
            return &object->members[index];
    return NULL;
}

/* Keys are known to differ, so members are laid down without looking for one another. */
static struct tree *members_to_tree(const struct datum *datum, struct tree *tree,
                                    struct arena *arena)
{
    tree->members = ARENA_ARRAY(arena, struct tree_member, datum->count);
    tree->count = tree->capacity = datum->count;
    for (size_t index = 0; index < datum->count; index++)
        tree->members[index] = (struct tree_member){datum->members[index].key,
                                                    datum_to_tree(&datum->members[index], arena)};
    return tree;
}

struct tree *datum_to_tree(const struct datum *datum, struct arena *arena)
{
    switch (datum->kind) {
    case DATUM_BOOL:
        return tree_bool(arena, datum->flag);
    case DATUM_INT:
        return tree_int(arena, datum->number);
    case DATUM_TEXT:
        return tree_text(arena, datum->text);
    case DATUM_LIST:
        return members_to_tree(datum, tree_list(arena), arena);
    case DATUM_OBJECT:
        return members_to_tree(datum, tree_object(arena), arena);
    case DATUM_NULL:
    case DATUM_REAL:
        break;
    }
    return tree_null(arena);
}

struct text datum_path(const struct datum *datum, struct arena *arena)
{
    if (!datum->parent)
        return TEXT("");
    struct text above = datum_path(datum->parent, arena);
    const char *dot = above.length > 0 ? "." : "";
    if (datum->parent->kind == DATUM_LIST)
        return arena_print(arena, "%.*s%s%zu", TEXT_ARGUMENTS(above), dot, datum->index);
    return arena_print(arena, "%.*s%s%.*s", TEXT_ARGUMENTS(above), dot, TEXT_ARGUMENTS(datum->key));
}

static unsigned hex_value(const char *digits)
{
    unsigned value = 0;
    for (size_t index = 0; index < 4; index++) {
        char digit = digits[index];
        unsigned unit = digit <= '9'   ? (unsigned)(digit - '0')
                        : digit <= 'F' ? (unsigned)(digit - 'A') + 10
                                       : (unsigned)(digit - 'a') + 10;
        value = value * 16 + unit;
    }
    return value;
}

/* Bytes of the escape at `raw` in the file, and of what it stands for. */
static size_t escape_length(const char *raw, size_t *meant)
{
    *meant = 1;
    if (raw[1] != 'u')
        return 2;
    unsigned unit = hex_value(raw + 2);
    if (unit >= 0xd800 && unit < 0xdc00) {
        *meant = 4;
        return 12;
    }
    *meant = unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    return 6;
}

size_t datum_text_place(const struct document *document, const struct datum *datum, size_t offset)
{
    const char *bytes = document->places.bytes.at;
    size_t at = datum->at + 1;
    size_t decoded = 0;
    while (decoded < offset && bytes[at] != '"') {
        size_t meant = 1, length = bytes[at] == '\\' ? escape_length(bytes + at, &meant) : 1;
        if (decoded + meant > offset)
            break;
        at += length;
        decoded += meant;
    }
    return at;
}
