#include "batch_clones.h"
#include "batch_plan.h"
#include "must.h"

#include <string.h>

/* The wide steps: int64 with a failure beside each value, exactly as run.c has it. What fails reads
 * as 0. */

struct wide_columns {
    int64_t *to;
    uint8_t *failed;
    const int64_t *left, *right, *third;
    const uint8_t *left_failed, *right_failed, *third_failed;
};

/* `value` and `bad` are what the statements make of the operands. */
#define WIDE(name, ...)                                                                            \
    case name: {                                                                                   \
        int64_t *restrict to = at.to;                                                              \
        uint8_t *restrict failed = at.failed;                                                      \
        for (size_t row = 0; row < (rows & ~(size_t)(ROWS_TOGETHER - 1)); row++) {                 \
            const int64_t left = at.left[row], right = at.right[row];                              \
            const unsigned left_bad = at.left_failed[row], right_bad = at.right_failed[row];       \
            unsigned bad = left_bad | right_bad;                                                   \
            int64_t value;                                                                         \
            __VA_ARGS__                                                                            \
            to[row] = bad ? 0 : value;                                                             \
            failed[row] = (uint8_t)bad;                                                            \
            (void)right;                                                                           \
        }                                                                                          \
        break;                                                                                     \
    }

/* Wraps around; the sign tells whether it should not have. */
WITHIN int64_t sum_of(int64_t left, int64_t right)
{
    return (int64_t)((uint64_t)left + (uint64_t)right);
}

WITHIN int64_t difference_of(int64_t left, int64_t right)
{
    return (int64_t)((uint64_t)left - (uint64_t)right);
}

/* Dividing by what cannot divide gives a failure, never a trap: the divisor is masked. */
WITHIN int64_t divisor_of(int64_t left, int64_t right, unsigned *bad)
{
    unsigned cannot = right == 0 || (left == INT64_MIN && right == -1);
    *bad |= cannot;
    return cannot ? 1 : right;
}

WITHIN void run_arithmetic(enum operation operation, struct wide_columns at, size_t rows)
{
    switch ((int)operation) {
        WIDE(OPERATION_ADD, value = sum_of(left, right);
             bad |= ((left ^ value) & (right ^ value)) < 0;)
        WIDE(OPERATION_SUBTRACT, value = difference_of(left, right);
             bad |= ((left ^ right) & (left ^ value)) < 0;)
        WIDE(OPERATION_MULTIPLY, bad |= __builtin_mul_overflow(left, right, &value);)
        WIDE(OPERATION_DIVIDE, value = left / divisor_of(left, right, &bad);)
        WIDE(OPERATION_REMAINDER, value = left % divisor_of(left, right, &bad);)
        WIDE(OPERATION_NEGATE, value = difference_of(0, left); bad |= left == INT64_MIN;)
        WIDE(OPERATION_ABSOLUTE, value = left < 0 ? difference_of(0, left) : left;
             bad |= left == INT64_MIN;)
        WIDE(OPERATION_LEAST, value = left < right ? left : right;)
        WIDE(OPERATION_GREATEST, value = left > right ? left : right;)
    }
}

WITHIN void run_truth(enum operation operation, struct wide_columns at, size_t rows)
{
    switch ((int)operation) {
        WIDE(OPERATION_EQUAL, value = left == right;)
        WIDE(OPERATION_UNEQUAL, value = left != right;)
        WIDE(OPERATION_LESS, value = left < right;)
        WIDE(OPERATION_LESS_EQUAL, value = left <= right;)
        WIDE(OPERATION_NOT, value = !left;)
        /* What failed reads as 0, so a true side has not failed. */
        WIDE(OPERATION_AND, value = (left != 0) & (right != 0);
             bad &= (left_bad | (left != 0)) & (right_bad | (right != 0));)
        WIDE(OPERATION_OR, value = (left != 0) | (right != 0); bad &= !value;)
    }
}

WITHIN void run_others(enum operation operation, struct wide_columns at, size_t rows)
{
    switch ((int)operation) {
        WIDE(OPERATION_SELECT, value = left ? right : at.third[row];
             bad = left_bad | (left ? right_bad : at.third_failed[row]);)
        WIDE(OPERATION_BIT,
             value = (uint64_t)right < 64 ? (int64_t)((uint64_t)left >> (right & 63) & 1) : 0;)
        WIDE(OPERATION_MEMBERS, value = __builtin_popcountll((uint64_t)left);)
        WIDE(OPERATION_REQUIRE, value = left; bad |= !right;)
        WIDE(OPERATION_WITH, value = left;)
        WIDE(OPERATION_HOLDS, value = left != 0; bad = 0;)
    }
}

WITHIN void run_wide(const struct step *step, const struct batch *batch, size_t rows)
{
    const size_t left = (size_t)step->left * BATCH_ROWS, right = (size_t)step->right * BATCH_ROWS;
    const size_t third = (size_t)step->third * BATCH_ROWS, to = (size_t)step->to * BATCH_ROWS;
    const struct wide_columns at = {
        &batch->wide[to],    &batch->failed[to],   &batch->wide[left],    &batch->wide[right],
        &batch->wide[third], &batch->failed[left], &batch->failed[right], &batch->failed[third]};
    enum operation operation = (enum operation)step->operation;
    if (operation <= OPERATION_GREATEST)
        run_arithmetic(operation, at, rows);
    else if (operation <= OPERATION_OR)
        run_truth(operation, at, rows);
    else
        run_others(operation, at, rows);
}

WITHIN void run_widen(int64_t *restrict to, uint8_t *restrict failed, const int32_t *left,
                      size_t rows)
{
    for (size_t row = 0; row < (rows & ~(size_t)(ROWS_TOGETHER - 1)); row++) {
        to[row] = left[row];
        failed[row] = 0;
    }
}

WITHIN void run_shrink(int32_t *restrict to, const int64_t *left, size_t rows)
{
    for (size_t row = 0; row < (rows & ~(size_t)(ROWS_TOGETHER - 1)); row++)
        to[row] = (int32_t)left[row];
}

CLONED void step_run_wide(const struct step *step, const struct batch *batch, size_t rows)
{
    const size_t to = (size_t)step->to * BATCH_ROWS, left = (size_t)step->left * BATCH_ROWS;
    if (step->kind == STEP_WIDE) {
        run_wide(step, batch, rows);
    } else if (step->kind == STEP_WIDEN) {
        run_widen(&batch->wide[to], &batch->failed[to], &batch->narrow[left], rows);
    } else if (step->kind == STEP_SHRINK) {
        run_shrink(&batch->narrow[to], &batch->wide[left], rows);
    } else {
        must(step->kind == STEP_COPY);
        memcpy(&batch->wide[to], &batch->wide[left], rows * sizeof(int64_t));
        memcpy(&batch->failed[to], &batch->failed[left], rows);
    }
}
