#include "reader.h"

#include <stdarg.h>
#include <stdio.h>

bool reader_refuse(const struct reader *reader, const char *type, struct text path,
                   const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    size_t size = length > 0 ? (size_t)length : 0;
    char *message = arena_take(reader->arena, size + 1);
    vsnprintf(message, size + 1, format, again);
    va_end(again);
    *reader->refusal = (struct refusal){.type = type, .path = path, .message = {message, size}};
    return false;
}

struct text path_member(const struct reader *reader, struct text path, struct text member)
{
    if (path.length == 0)
        return member;
    return arena_print(reader->arena, "%.*s.%.*s", TEXT_ARGUMENTS(path), TEXT_ARGUMENTS(member));
}

struct text path_index(const struct reader *reader, struct text path, size_t index)
{
    return arena_print(reader->arena, "%.*s.%zu", TEXT_ARGUMENTS(path), index);
}

/* Names from outside may be as long as a message; a sentence quotes only so much of one. */
enum { QUOTED_BYTES_MAX = 60 };

static struct text shortened(struct text name)
{
    if (name.length <= QUOTED_BYTES_MAX)
        return name;
    size_t length = QUOTED_BYTES_MAX;
    while (length > 0 && ((unsigned char)name.at[length] & 0xc0) == 0x80)
        length--;
    return (struct text){name.at, length};
}

bool reader_refuse_name(const struct reader *reader, const char *type, struct text path,
                        const char *noun, struct text wanted, const struct text *candidates,
                        size_t count)
{
    int nearest = text_nearest(wanted, candidates, count);
    struct text quoted = shortened(wanted);
    if (nearest >= 0)
        return reader_refuse(reader, type, path, "\"%.*s\" is not %s here; did you mean \"%.*s\"?",
                             TEXT_ARGUMENTS(quoted), noun, TEXT_ARGUMENTS(candidates[nearest]));
    return reader_refuse(reader, type, path, "\"%.*s\" is not %s here.", TEXT_ARGUMENTS(quoted),
                         noun);
}

const struct tree *reader_member(const struct reader *reader, struct text path,
                                 const struct tree *object, struct text name)
{
    const struct tree *member = tree_get(object, name);
    if (!member)
        reader_refuse(reader, "parameter.missing", path_member(reader, path, name),
                      "\"%.*s\" is missing.", TEXT_ARGUMENTS(name));
    return member;
}

bool reader_object(const struct reader *reader, struct text path, const struct tree *tree,
                   const struct text *known, size_t count)
{
    if (tree->kind != TREE_OBJECT)
        return reader_refuse(reader, "parameter.invalid", path, "An object belongs here.");
    for (size_t index = 0; index < tree->count; index++) {
        struct text name = tree->members[index].key;
        bool found = false;
        for (size_t other = 0; other < count && !found; other++)
            found = text_equal(name, known[other]);
        if (!found)
            return reader_refuse_name(reader, "parameter.unknown", path_member(reader, path, name),
                                      "a parameter", name, known, count);
    }
    return true;
}

bool reader_text(const struct reader *reader, struct text path, const struct tree *tree,
                 struct text *text)
{
    if (tree->kind != TREE_TEXT)
        return reader_refuse(reader, "parameter.invalid", path, "A text belongs here.");
    *text = tree->text;
    return true;
}

bool reader_flag(const struct reader *reader, struct text path, const struct tree *tree, bool *flag)
{
    if (tree->kind != TREE_BOOL)
        return reader_refuse(reader, "parameter.invalid", path, "true or false belongs here.");
    *flag = tree->flag;
    return true;
}

bool reader_int(const struct reader *reader, struct text path, const struct tree *tree, int64_t low,
                int64_t high, int64_t *number)
{
    if (tree->kind != TREE_INT)
        return reader_refuse(reader, "parameter.invalid", path, "A whole number belongs here.");
    if (tree->number < low || tree->number > high)
        return reader_refuse(reader, "parameter.invalid", path,
                             "A whole number from %lld to %lld belongs here, not %lld.",
                             (long long)low, (long long)high, (long long)tree->number);
    *number = tree->number;
    return true;
}

bool reader_list(const struct reader *reader, struct text path, const struct tree *tree)
{
    if (tree->kind != TREE_LIST)
        return reader_refuse(reader, "parameter.invalid", path, "A list belongs here.");
    return true;
}

bool reader_texts(const struct reader *reader, struct text path, const struct tree *tree,
                  const struct text **texts, size_t *count)
{
    if (!reader_list(reader, path, tree))
        return false;
    struct text *items = ARENA_ARRAY(reader->arena, struct text, tree->count);
    for (size_t index = 0; index < tree->count; index++)
        if (!reader_text(reader, path_index(reader, path, index), tree->members[index].value,
                         &items[index]))
            return false;
    *texts = items;
    *count = tree->count;
    return true;
}
