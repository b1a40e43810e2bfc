/* Texts to values: tokens, codes, ids. Never walked through, so its order is nobody's business. */
#ifndef INDEX_H
#define INDEX_H

#include "text.h"

#include <stddef.h>

struct index_slot;

struct index {
    struct index_slot *slots;
    size_t capacity, used; /* used: taken places, removed ones too */
};

/* NULL where there is no such key. */
void *index_find(const struct index *index, struct text key);
/* The key is borrowed until it is removed or put again; a key that is there gets the new value. */
void index_put(struct index *index, struct text key, void *value);
void index_remove(struct index *index, struct text key);
void index_close(struct index *index);

#endif
