/* Integer arithmetic that says when it cannot be done, instead of doing something else.
 *
 * Each returns true and stores the result, or returns false and stores nothing. */
#ifndef CHECKED_H
#define CHECKED_H

#include <stdbool.h>
#include <stdint.h>

static inline bool checked_add(int64_t left, int64_t right, int64_t *sum)
{
    int64_t result;
    if (__builtin_add_overflow(left, right, &result))
        return false;
    *sum = result;
    return true;
}

static inline bool checked_subtract(int64_t left, int64_t right, int64_t *difference)
{
    int64_t result;
    if (__builtin_sub_overflow(left, right, &result))
        return false;
    *difference = result;
    return true;
}

static inline bool checked_multiply(int64_t left, int64_t right, int64_t *product)
{
    int64_t result;
    if (__builtin_mul_overflow(left, right, &result))
        return false;
    *product = result;
    return true;
}

/* Truncates toward zero; division by zero and INT64_MIN / -1 cannot be done. */
static inline bool checked_divide(int64_t left, int64_t right, int64_t *quotient)
{
    if (right == 0 || (left == INT64_MIN && right == -1))
        return false;
    *quotient = left / right;
    return true;
}

/* The sign is the left side's; modulus by zero and INT64_MIN % -1 cannot be done. */
static inline bool checked_remainder(int64_t left, int64_t right, int64_t *remainder)
{
    if (right == 0 || (left == INT64_MIN && right == -1))
        return false;
    *remainder = left % right;
    return true;
}

#endif
