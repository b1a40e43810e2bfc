#include "state.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

enum key_found key_find(const struct key_ring *ring, int64_t key, struct text *json)
{
    int64_t lowest = INT64_MAX;
    for (size_t index = 0; index < ring->count; index++) {
        if (ring->answers[index].key == key) {
            *json = ring->answers[index].json;
            return KEY_KNOWN;
        }
        if (ring->answers[index].key < lowest)
            lowest = ring->answers[index].key;
    }
    /* Older than all that is kept: nobody knows any more whether it was done. */
    return ring->count == KEYS_KEPT && key < lowest ? KEY_EXPIRED : KEY_NEW;
}

void key_keep(struct key_ring *ring, int64_t key, struct text json)
{
    if (!ring->answers) {
        ring->answers = calloc(KEYS_KEPT, sizeof(*ring->answers));
        must(ring->answers != NULL);
    }
    char *bytes = malloc(json.length + 1);
    must(bytes != NULL);
    memcpy(bytes, json.at, json.length);
    bytes[json.length] = '\0';
    struct key_answer *place = &ring->answers[ring->next];
    free((char *)place->json.at);
    *place = (struct key_answer){key, {bytes, json.length}};
    ring->next = (ring->next + 1) % KEYS_KEPT;
    if (ring->count < KEYS_KEPT)
        ring->count++;
    if (key > ring->highest)
        ring->highest = key;
}

void key_ring_close(struct key_ring *ring)
{
    for (size_t index = 0; index < ring->count; index++)
        free((char *)ring->answers[index].json.at);
    free(ring->answers);
    *ring = (struct key_ring){NULL, 0, 0, 0};
}
