#include "index.h"

#include "must.h"

#include <stdint.h>
#include <stdlib.h>

struct index_slot {
    struct text key; /* at NULL: free */
    void *value;     /* NULL with a key: removed */
};

enum { CAPACITY_FIRST = 64 };

static uint64_t key_hash(struct text key)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t at = 0; at < key.length; at++)
        hash = (hash ^ (unsigned char)key.at[at]) * UINT64_C(1099511628211);
    return hash;
}

/* The key's slot, or the free one where it would go. */
static struct index_slot *slot_find(const struct index *index, struct text key)
{
    size_t mask = index->capacity - 1;
    for (size_t place = (size_t)key_hash(key) & mask;; place = (place + 1) & mask) {
        struct index_slot *slot = &index->slots[place];
        if (!slot->key.at || text_equal(slot->key, key))
            return slot;
    }
}

void *index_find(const struct index *index, struct text key)
{
    return index->capacity > 0 && key.at ? slot_find(index, key)->value : NULL;
}

static void index_grow(struct index *index)
{
    struct index older = *index;
    size_t live = 0;
    for (size_t place = 0; place < older.capacity; place++)
        live += older.slots[place].value != NULL;
    index->capacity = CAPACITY_FIRST;
    while (index->capacity < live * 4)
        index->capacity *= 2;
    index->slots = calloc(index->capacity, sizeof(*index->slots));
    must(index->slots != NULL);
    index->used = live;
    for (size_t place = 0; place < older.capacity; place++)
        if (older.slots[place].value)
            *slot_find(index, older.slots[place].key) = older.slots[place];
    free(older.slots);
}

void index_put(struct index *index, struct text key, void *value)
{
    must(value != NULL && key.at != NULL);
    if (index->used * 2 >= index->capacity)
        index_grow(index);
    struct index_slot *slot = slot_find(index, key);
    if (!slot->key.at)
        index->used++;
    *slot = (struct index_slot){key, value};
}

void index_remove(struct index *index, struct text key)
{
    if (index->capacity == 0)
        return;
    struct index_slot *slot = slot_find(index, key);
    if (!slot->key.at)
        return;
    /* Its place stays taken, or a key behind it would be lost; but nothing of the old key is
     * borrowed any longer. */
    *slot = (struct index_slot){{"", 0}, NULL};
}

void index_close(struct index *index)
{
    free(index->slots);
    *index = (struct index){NULL, 0, 0};
}
