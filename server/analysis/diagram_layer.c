#include "diagram_layer.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

static void *resized(void *items, size_t count, size_t size)
{
    void *more = realloc(items, count * size);
    must(more);
    return more;
}

void layer_open(struct layer *layer, size_t words)
{
    *layer = (struct layer){.words = words};
}

void layer_close(struct layer *layer)
{
    free(layer->states);
    free(layer->sums);
    free(layer->from);
    free(layer->table);
    *layer = (struct layer){0};
}

static uint64_t *state_at(const struct layer *layer, size_t index)
{
    return &layer->states[index * layer->words];
}

/* Where a state is in the table, or the free place for it. */
static size_t place(const struct layer *layer, const uint64_t *state)
{
    uint64_t hash = 0;
    for (size_t word = 0; word < layer->words; word++) {
        hash = (hash ^ state[word]) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    size_t at = hash & (layer->table_size - 1);
    while (layer->table[at] &&
           (layer->words > 0 && memcmp(state_at(layer, layer->table[at] - 1), state,
                                       layer->words * sizeof(*state)) != 0))
        at = (at + 1) & (layer->table_size - 1);
    return at;
}

static void fill_table(struct layer *layer)
{
    memset(layer->table, 0, layer->table_size * sizeof(*layer->table));
    for (size_t index = 0; index < layer->count; index++)
        layer->table[place(layer, state_at(layer, index))] = (uint32_t)index + 1;
}

static void grow(struct layer *layer)
{
    size_t capacity = layer->capacity ? layer->capacity * 2 : 1024;
    layer->states = resized(layer->states, capacity * layer->words + 1, sizeof(*layer->states));
    layer->sums = resized(layer->sums, capacity, sizeof(*layer->sums));
    layer->from = resized(layer->from, capacity, sizeof(*layer->from));
    layer->table = resized(layer->table, capacity * 2, sizeof(*layer->table));
    layer->capacity = capacity;
    layer->table_size = capacity * 2;
    fill_table(layer);
}

void layer_add(struct layer *layer, const uint64_t *state, wide sum, struct step_back from,
               bool count)
{
    if (layer->count == layer->capacity)
        grow(layer);
    size_t at = place(layer, state);
    if (layer->table[at]) {
        size_t index = layer->table[at] - 1;
        if (count)
            layer->sums[index] += sum;
        if (count || layer->sums[index] >= sum)
            return;
        layer->sums[index] = sum;
        layer->from[index] = from;
        return;
    }
    if (layer->words > 0)
        memcpy(state_at(layer, layer->count), state, layer->words * sizeof(*state));
    layer->sums[layer->count] = sum;
    layer->from[layer->count] = from;
    layer->table[at] = (uint32_t)++layer->count;
}

void layer_keep(struct layer *layer, const uint32_t *kept, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        memmove(state_at(layer, index), state_at(layer, kept[index]),
                layer->words * sizeof(*layer->states));
        layer->sums[index] = layer->sums[kept[index]];
        layer->from[index] = layer->from[kept[index]];
    }
    layer->count = count;
    fill_table(layer);
}
