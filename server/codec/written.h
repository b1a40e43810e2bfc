/* A text that grows: internal to what writes files. */
#ifndef WRITTEN_H
#define WRITTEN_H

#include "tree.h"

struct written {
    struct arena *arena;
    char *at;
    size_t length, capacity;
};

void write_text(struct written *written, struct text text);
void write_print(struct written *written, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "2026-11-24T20:15:03Z" of milliseconds since 1970. */
struct text time_words(int64_t at, struct arena *arena);
struct text tree_text_of(const struct tree *tree, const char *name); /* empty where there is none */
struct text written_text(const struct written *written);

#endif
