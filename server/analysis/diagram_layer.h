/* The states of a diagram after a level: internal to diagram*.c. */
#ifndef DIAGRAM_LAYER_H
#define DIAGRAM_LAYER_H

#include "solution.h"

#include <stddef.h>

/* How a state came to be: from which state of the level before, by which option. */
struct step_back {
    uint32_t state;
    uint32_t option;
};

struct layer {
    size_t words, count, capacity;
    uint64_t *states; /* [count][words] */
    wide *sums;       /* the best so far; of a count, how many */
    struct step_back *from;
    uint32_t *table; /* state + 1 by hash, open addressing */
    size_t table_size;
};

void layer_open(struct layer *layer, size_t words);
void layer_close(struct layer *layer);

/* Adds a state, or what is better than one that is there (where they are counted: adds to it). Of
 * equals the first stays. */
void layer_add(struct layer *layer, const uint64_t *state, wide sum, struct step_back from,
               bool count);

/* Keeps the states whose number is in `kept`, ascending, and those alone. */
void layer_keep(struct layer *layer, const uint32_t *kept, size_t count);

#endif
