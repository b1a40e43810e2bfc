/* How often: a bucket that refills. */
#ifndef LIMIT_H
#define LIMIT_H

#include <stdbool.h>
#include <stdint.h>

struct bucket {
    int64_t used_milli; /* thousandths of one go; 0: full of goes */
    int64_t at;
};

struct allowance {
    int64_t burst;
    int64_t per_minute;
};

/* Takes one go; false where none is left. */
bool bucket_take(struct bucket *bucket, struct allowance allowance, int64_t now);
/* True where a go is left, without taking it. */
bool bucket_has(struct bucket *bucket, struct allowance allowance, int64_t now);
/* True where nothing is used: the bucket need not be remembered. */
bool bucket_full(struct bucket *bucket, struct allowance allowance, int64_t now);

#endif
