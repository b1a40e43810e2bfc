#include "limit.h"

static void bucket_refill(struct bucket *bucket, struct allowance allowance, int64_t now)
{
    int64_t passed = now - bucket->at;
    if (passed > 60000)
        passed = 60000;
    if (passed > 0)
        bucket->used_milli -= passed * allowance.per_minute / 60;
    if (bucket->used_milli < 0)
        bucket->used_milli = 0;
    bucket->at = now;
}

bool bucket_has(struct bucket *bucket, struct allowance allowance, int64_t now)
{
    bucket_refill(bucket, allowance, now);
    return bucket->used_milli <= (allowance.burst - 1) * 1000;
}

bool bucket_take(struct bucket *bucket, struct allowance allowance, int64_t now)
{
    if (!bucket_has(bucket, allowance, now))
        return false;
    bucket->used_milli += 1000;
    return true;
}

bool bucket_full(struct bucket *bucket, struct allowance allowance, int64_t now)
{
    bucket_refill(bucket, allowance, now);
    return bucket->used_milli == 0;
}
