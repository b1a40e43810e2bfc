/* Chance that does not depend on how much chance there was before.
 *
 * A draw is a keyed hash of the game's seed and of the place where it is drawn, so what one party
 * does in secret shifts nothing for another. The hash is SipHash-2-4 (Aumasson and Bernstein,
 * 2012). */
#ifndef RANDOM_H
#define RANDOM_H

#include "arena.h"
#include "text.h"

#include <stdint.h>

struct seed {
    uint64_t low;
    uint64_t high;
};

/* 64 bits that depend on every bit of the seed and of the place. */
uint64_t random_hash(struct seed seed, struct text place);

/* A number in [low, high], both included, each equally likely (bias below 2^-64 times the range).
 * low <= high. */
int64_t random_between(struct seed seed, struct text place, int64_t low, int64_t high);

/* An id of 10 characters from [a-z2-7], 50 bits, of the seed and the place, in `arena`. */
struct text random_id(struct seed seed, struct text place, struct arena *arena);

#endif
