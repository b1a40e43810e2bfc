/* A command that is sent again is done once and answered the same: the last answers of who sends
 * commands with a counter of its own. Private to this room. */
#ifndef KEY_H
#define KEY_H

#include "text.h"

#include <stddef.h>
#include <stdint.h>

enum { KEYS_KEPT = 64 };

/* The last answers given for keyed commands. */
struct key_answer {
    int64_t key;
    struct text json; /* malloc'ed */
};

struct key_ring {
    struct key_answer *answers; /* KEYS_KEPT, once there is one */
    size_t count, next;
    int64_t highest;
};

enum key_found { KEY_NEW, KEY_KNOWN, KEY_EXPIRED };
enum key_found key_find(const struct key_ring *ring, int64_t key, struct text *json);
void key_keep(struct key_ring *ring, int64_t key, struct text json);
void key_ring_close(struct key_ring *ring);

#endif
