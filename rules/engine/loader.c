#include "loader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_BYTES_MAX = 600 };

static void note(struct loader *loader, bool warning, size_t byte, struct text path,
                 struct text message)
{
    struct diagnostic diagnostic = {
        .warning = warning, .file = loader->document->file, .path = path, .message = message};
    places_find(&loader->document->places, byte, &diagnostic.line, &diagnostic.column);
    diagnostics_add(loader->diagnostics, &diagnostic);
}

/* Ids in a message come from the file and may be of any length; a cut one stays UTF-8. */
static struct text message_print(char buffer[MESSAGE_BYTES_MAX], const char *format, va_list values)
    __attribute__((format(printf, 2, 0)));
static struct text message_print(char buffer[MESSAGE_BYTES_MAX], const char *format, va_list values)
{
    int wanted = vsnprintf(buffer, MESSAGE_BYTES_MAX, format, values);
    size_t length = wanted < 0 ? 0 : (size_t)wanted;
    if (length >= MESSAGE_BYTES_MAX)
        length = MESSAGE_BYTES_MAX - 1;
    while (length > 0 && !text_is_utf8((struct text){buffer, length}))
        length--;
    return (struct text){buffer, length};
}

static bool full(const struct loader *loader)
{
    return loader->diagnostics->count > DIAGNOSTICS_MAX;
}

void spoil(const struct datum *at)
{
    for (; at && !at->spoilt; at = at->parent)
        ((struct datum *)(uintptr_t)at)->spoilt = true;
}

bool member_is_spoilt(const struct datum *object, const char *key)
{
    const struct datum *member = datum_get(object, text_of(key));
    return member && member->spoilt;
}

static void note_printed(struct loader *loader, bool warning, const struct datum *at, size_t byte,
                         const char *format, va_list values) __attribute__((format(printf, 5, 0)));
static void note_printed(struct loader *loader, bool warning, const struct datum *at, size_t byte,
                         const char *format, va_list values)
{
    if (full(loader))
        return;
    char buffer[MESSAGE_BYTES_MAX];
    struct text message = message_print(buffer, format, values);
    note(loader, warning, byte, datum_path(at, loader->diagnostics->arena), message);
}

void fault(struct loader *loader, const struct datum *at, const char *format, ...)
{
    spoil(at);
    va_list values;
    va_start(values, format);
    note_printed(loader, false, at, at->at, format, values);
    va_end(values);
}

/* The file as a whole has no key. */
static size_t key_place(const struct datum *at)
{
    return at->parent ? at->key_at : at->at;
}

void fault_key(struct loader *loader, const struct datum *at, const char *format, ...)
{
    spoil(at);
    va_list values;
    va_start(values, format);
    note_printed(loader, false, at, key_place(at), format, values);
    va_end(values);
}

void warn(struct loader *loader, const struct datum *at, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    note_printed(loader, true, at, at->at, format, values);
    va_end(values);
}

void warn_key(struct loader *loader, const struct datum *at, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    note_printed(loader, true, at, key_place(at), format, values);
    va_end(values);
}

void fault_within(struct loader *loader, const struct datum *at, size_t offset, struct text message)
{
    spoil(at);
    if (full(loader))
        return;
    note(loader, false, datum_text_place(loader->document, at, offset),
         datum_path(at, loader->diagnostics->arena), message);
}

void warn_within(struct loader *loader, const struct datum *at, size_t offset, struct text message)
{
    if (!full(loader))
        note(loader, true, datum_text_place(loader->document, at, offset),
             datum_path(at, loader->diagnostics->arena), message);
}

void fault_missing(struct loader *loader, const struct datum *object, const char *key,
                   const char *why)
{
    spoil(object);
    if (full(loader))
        return;
    struct arena *arena = loader->diagnostics->arena;
    struct text path = datum_path(object, arena);
    path = arena_print(arena, "%.*s%s%s", TEXT_ARGUMENTS(path), path.length > 0 ? "." : "", key);
    struct text message = arena_print(arena, "'%s' is missing%s%s.", key, *why ? ": " : "", why);
    note(loader, false, object->at, path, message);
}
