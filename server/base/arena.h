/* Memory that is given back all at once.
 *
 * A game lives in one arena, a scenario in another, and the work of one command in a third, so
 * nothing in the core is freed piece by piece and nothing leaks. Running out of memory ends the
 * program. An arena belongs to one thread at a time. */
#ifndef ARENA_H
#define ARENA_H

#include "text.h"

#include <stddef.h>
#include <stdint.h>

struct arena;

/* A new, empty arena; the caller closes it. */
struct arena *arena_open(void);

/* Gives back the arena and everything taken from it; NULL is allowed. */
void arena_close(struct arena *arena);

/* Gives back everything taken from it, but keeps some memory for the next use. */
void arena_reset(struct arena *arena);

/* `size` zeroed bytes, aligned for any type; they live as long as the arena. Never NULL, not for
 * size 0 either. */
void *arena_take(struct arena *arena, size_t size)
    __attribute__((malloc, alloc_size(2), returns_nonnull));

#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_take_array((arena), (count), sizeof(type)))

/* `count` zeroed items of `size` bytes; ends the program where the product overflows. */
void *arena_take_array(struct arena *arena, size_t count, size_t size)
    __attribute__((malloc, returns_nonnull));

/* A larger copy of an array of `count` items; the old one stays valid. For lists that grow by
 * doubling. */
void *arena_grow(struct arena *arena, const void *items, size_t count, size_t new_count,
                 size_t size) __attribute__((malloc, returns_nonnull));

/* A copy that ends in NUL (not counted in its length). */
struct text arena_copy(struct arena *arena, struct text text);

/* Texts one behind the other: for what is made often, where printing would cost more than it. */
struct text arena_join(struct arena *arena, const struct text *texts, size_t count);
#define ARENA_JOIN(arena, ...)                                                                     \
    arena_join((arena), (const struct text[]){__VA_ARGS__},                                        \
               sizeof((const struct text[]){__VA_ARGS__}) / sizeof(struct text))

/* A number's decimal digits. */
struct text arena_number(struct arena *arena, uint64_t number);
struct text arena_integer(struct arena *arena, int64_t number);

/* printf into the arena. */
struct text arena_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
