#include "diagnostic.h"

#include <stdlib.h>

enum { PLACES_BLOCK = 1024 };

static bool starts_character(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

struct places places_of(struct text bytes, struct arena *arena)
{
    size_t lines = 1;
    for (size_t at = 0; at < bytes.length; at++)
        lines += bytes.at[at] == '\n';
    uint32_t *starts = ARENA_ARRAY(arena, uint32_t, lines);
    uint32_t *characters = ARENA_ARRAY(arena, uint32_t, bytes.length / PLACES_BLOCK + 1);
    size_t line = 0;
    uint32_t seen = 0;
    for (size_t at = 0; at < bytes.length; at++) {
        if (at % PLACES_BLOCK == 0)
            characters[at / PLACES_BLOCK] = seen;
        seen += starts_character(bytes.at[at]);
        if (bytes.at[at] == '\n')
            starts[++line] = (uint32_t)at + 1;
    }
    if (bytes.length % PLACES_BLOCK == 0)
        characters[bytes.length / PLACES_BLOCK] = seen;
    return (struct places){bytes, starts, lines, characters};
}

/* Characters before a byte. */
static uint32_t characters_before(const struct places *places, size_t byte)
{
    uint32_t count = places->characters[byte / PLACES_BLOCK];
    for (size_t at = byte - byte % PLACES_BLOCK; at < byte; at++)
        count += starts_character(places->bytes.at[at]);
    return count;
}

void places_find(const struct places *places, size_t byte, uint32_t *line, uint32_t *column)
{
    if (byte > places->bytes.length)
        byte = places->bytes.length;
    size_t low = 0, high = places->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (places->lines[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    *line = (uint32_t)low + 1;
    *column = characters_before(places, byte) - characters_before(places, places->lines[low]) + 1;
}

static void diagnostics_append(struct diagnostics *diagnostics, const struct diagnostic *diagnostic)
{
    if (diagnostics->count == diagnostics->capacity) {
        size_t capacity = diagnostics->capacity ? diagnostics->capacity * 2 : 16;
        diagnostics->items = arena_grow(diagnostics->arena, diagnostics->items, diagnostics->count,
                                        capacity, sizeof(*diagnostics->items));
        diagnostics->capacity = capacity;
    }
    struct diagnostic *item = &diagnostics->items[diagnostics->count++];
    *item = *diagnostic;
    item->file = arena_copy(diagnostics->arena, diagnostic->file);
    item->path = arena_copy(diagnostics->arena, diagnostic->path);
    item->message = arena_copy(diagnostics->arena, diagnostic->message);
}

void diagnostics_add(struct diagnostics *diagnostics, const struct diagnostic *diagnostic)
{
    if (diagnostics->count < DIAGNOSTICS_MAX) {
        diagnostics_append(diagnostics, diagnostic);
    } else if (diagnostics->count == DIAGNOSTICS_MAX) {
        struct diagnostic last = {.file = diagnostic->file,
                                  .line = UINT32_MAX,
                                  .column = 1,
                                  .path = TEXT(""),
                                  .message = TEXT("There are more errors than can be listed; mend "
                                                  "these first.")};
        diagnostics_append(diagnostics, &last);
    }
}

static int number_compare(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

static int diagnostic_compare(const void *left_item, const void *right_item)
{
    const struct diagnostic *left = left_item, *right = right_item;
    int order = text_compare(left->file, right->file);
    if (order == 0)
        order = number_compare(left->line, right->line);
    if (order == 0)
        order = number_compare(left->column, right->column);
    if (order == 0)
        order = text_compare(left->path, right->path);
    if (order == 0)
        order = text_compare(left->message, right->message);
    return order;
}

void diagnostics_sort(struct diagnostics *diagnostics)
{
    if (diagnostics->count == 0)
        return;
    qsort(diagnostics->items, diagnostics->count, sizeof(*diagnostics->items), diagnostic_compare);
    size_t kept = 1;
    for (size_t index = 1; index < diagnostics->count; index++)
        if (diagnostic_compare(&diagnostics->items[kept - 1], &diagnostics->items[index]) != 0)
            diagnostics->items[kept++] = diagnostics->items[index];
    diagnostics->count = kept;
}

size_t diagnostics_errors(const struct diagnostics *diagnostics)
{
    size_t errors = 0;
    for (size_t index = 0; index < diagnostics->count; index++)
        errors += !diagnostics->items[index].warning;
    return errors;
}
