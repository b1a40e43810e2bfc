/* What the files of the naive evaluator share: making values, and what names mean. */
#ifndef NAIVE_VALUE_H
#define NAIVE_VALUE_H

#include "naive.h"
#include "syntax.h"

static const struct naive_value failure = {.failed = true};

static inline struct naive_value of_kind(enum naive_kind kind, int64_t number)
{
    return (struct naive_value){.kind = kind, .number = number};
}

static inline struct naive_value of_string(struct text string)
{
    return (struct naive_value){.kind = NAIVE_STRING, .string = string};
}

/* Every struct of the scenario begins with its id. -1: there is none of this one. */
static inline int64_t find(const void *items, size_t count, size_t size, struct text id)
{
    for (size_t index = 0; index < count; index++)
        if (text_equal(*(const struct text *)((const char *)items + index * size), id))
            return (int64_t)index;
    return -1;
}
#define FIND(items, count, id) find((items), (count), sizeof(*(items)), (id))

/* naive.c: what a node of the tree means. */
struct naive_value evaluate(struct naive_world *world, const struct node *node,
                            const struct naive_scope *scope);

/* naive_names.c: a name by itself, one behind a dot, and drafted(). */
struct naive_value evaluate_name(struct naive_world *world, struct text name,
                                 const struct naive_scope *scope);
struct naive_value evaluate_member(struct naive_world *world, const struct node *node,
                                   const struct naive_scope *scope);
struct naive_value evaluate_drafted(struct naive_world *world, const struct node *node,
                                    const struct naive_scope *scope);

#endif
