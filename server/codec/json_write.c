#include "codec.h"

#include <stdio.h>
#include <string.h>

/* Where bytes go; with `at` NULL they are only counted, so that one walk measures and the next
 * writes. */
struct sink {
    char *at;
    size_t length;
};

static void sink_put(struct sink *sink, const char *bytes, size_t length)
{
    if (sink->at && length > 0)
        memcpy(sink->at + sink->length, bytes, length);
    sink->length += length;
}

static void sink_put_character(struct sink *sink, char character)
{
    sink_put(sink, &character, 1);
}

static void write_escape(struct sink *sink, unsigned char character)
{
    static const char plain[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *known = character ? strchr(plain, character) : NULL;
    if (known) {
        char escape[2] = {'\\', letters[known - plain]};
        sink_put(sink, escape, sizeof(escape));
        return;
    }
    char escape[7];
    snprintf(escape, sizeof(escape), "\\u%04x", character);
    sink_put(sink, escape, 6);
}

static void write_text(struct sink *sink, struct text text)
{
    sink_put_character(sink, '"');
    size_t start = 0;
    for (size_t index = 0; index < text.length; index++) {
        unsigned char character = (unsigned char)text.at[index];
        if (character >= 0x20 && character != '"' && character != '\\')
            continue;
        sink_put(sink, text.at + start, index - start);
        write_escape(sink, character);
        start = index + 1;
    }
    if (text.length > start)
        sink_put(sink, text.at + start, text.length - start);
    sink_put_character(sink, '"');
}

static void write_number(struct sink *sink, int64_t number)
{
    char buffer[DIGITS_MAX];
    struct text digits = text_digits(number < 0 ? 0 - (uint64_t)number : (uint64_t)number, buffer);
    if (number < 0)
        sink_put_character(sink, '-');
    sink_put(sink, digits.at, digits.length);
}

static void write_tree(struct sink *sink, const struct tree *tree);

static void write_members(struct sink *sink, const struct tree *tree)
{
    bool object = tree->kind == TREE_OBJECT;
    sink_put_character(sink, object ? '{' : '[');
    for (size_t index = 0; index < tree->count; index++) {
        if (index > 0)
            sink_put_character(sink, ',');
        if (object) {
            write_text(sink, tree->members[index].key);
            sink_put_character(sink, ':');
        }
        write_tree(sink, tree->members[index].value);
    }
    sink_put_character(sink, object ? '}' : ']');
}

static void write_tree(struct sink *sink, const struct tree *tree)
{
    switch (tree->kind) {
    case TREE_NULL:
        sink_put(sink, "null", 4);
        break;
    case TREE_BOOL:
        sink_put(sink, tree->flag ? "true" : "false", tree->flag ? 4 : 5);
        break;
    case TREE_INT:
        write_number(sink, tree->number);
        break;
    case TREE_TEXT:
        write_text(sink, tree->text);
        break;
    case TREE_LIST:
    case TREE_OBJECT:
        write_members(sink, tree);
        break;
    case TREE_UNHELD:
        sink_put(sink, "0.5", 3);
        break;
    }
}

struct text json_write(struct arena *arena, const struct tree *tree)
{
    struct sink sink = {NULL, 0};
    write_tree(&sink, tree);
    sink = (struct sink){arena_take(arena, sink.length + 1), 0};
    write_tree(&sink, tree);
    return (struct text){sink.at, sink.length};
}
