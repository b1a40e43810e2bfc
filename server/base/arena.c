#include "arena.h"

#include "must.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES_FIRST = 4096, BLOCK_BYTES_MAX = 1 << 20 };

struct block {
    struct block *older;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *newest;
};

static struct block *block_open(struct block *older, size_t size)
{
    struct block *block = malloc(sizeof(*block) + size);
    must(block != NULL);
    block->older = older;
    block->size = size;
    block->used = 0;
    return block;
}

static void blocks_close(struct block *newest)
{
    while (newest) {
        struct block *older = newest->older;
        free(newest);
        newest = older;
    }
}

struct arena *arena_open(void)
{
    struct arena *arena = malloc(sizeof(*arena));
    must(arena != NULL);
    *arena = (struct arena){.newest = NULL};
    return arena;
}

void arena_close(struct arena *arena)
{
    if (!arena)
        return;
    blocks_close(arena->newest);
    free(arena);
}

void arena_reset(struct arena *arena)
{
    if (arena->newest) {
        blocks_close(arena->newest->older);
        arena->newest->older = NULL;
        arena->newest->used = 0;
    }
}

/* Its bytes are whatever they were. */
static void *bytes_take(struct arena *arena, size_t size)
{
    const size_t alignment = alignof(max_align_t);
    must(size <= SIZE_MAX / 2);
    size_t rounded = (size + alignment - 1) & ~(alignment - 1);
    struct block *block = arena->newest;
    if (!block || block->size - block->used < rounded) {
        size_t next = block ? block->size * 2 : BLOCK_BYTES_FIRST;
        if (next > BLOCK_BYTES_MAX)
            next = BLOCK_BYTES_MAX;
        block = block_open(block, rounded > next ? rounded : next);
        arena->newest = block;
    }
    void *bytes = block->bytes + block->used;
    block->used += rounded;
    return bytes;
}

void *arena_take(struct arena *arena, size_t size)
{
    return memset(bytes_take(arena, size), 0, size);
}

void *arena_take_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    must(!__builtin_mul_overflow(count, size, &bytes));
    return arena_take(arena, bytes);
}

void *arena_grow(struct arena *arena, const void *items, size_t count, size_t new_count,
                 size_t size)
{
    size_t bytes;
    must(new_count >= count && !__builtin_mul_overflow(new_count, size, &bytes));
    char *larger = bytes_take(arena, bytes);
    if (count > 0)
        memcpy(larger, items, count * size);
    memset(larger + count * size, 0, bytes - count * size);
    return larger;
}

struct text arena_copy(struct arena *arena, struct text text)
{
    return arena_join(arena, &text, 1);
}

struct text arena_join(struct arena *arena, const struct text *texts, size_t count)
{
    size_t length = 0;
    for (size_t index = 0; index < count; index++)
        length += texts[index].length;
    char *bytes = bytes_take(arena, length + 1), *end = bytes;
    for (size_t index = 0; index < count; index++)
        if (texts[index].length > 0)
            end = (char *)memcpy(end, texts[index].at, texts[index].length) + texts[index].length;
    *end = '\0';
    return (struct text){bytes, length};
}

struct text arena_number(struct arena *arena, uint64_t number)
{
    char digits[DIGITS_MAX];
    return arena_copy(arena, text_digits(number, digits));
}

struct text arena_integer(struct arena *arena, int64_t number)
{
    if (number >= 0)
        return arena_number(arena, (uint64_t)number);
    return ARENA_JOIN(arena, TEXT("-"), arena_number(arena, 0 - (uint64_t)number));
}

struct text arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    must(length >= 0);
    char *bytes = arena_take(arena, (size_t)length + 1);
    va_start(arguments, format);
    (void)vsnprintf(bytes, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return (struct text){bytes, (size_t)length};
}
