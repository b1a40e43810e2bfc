#include "batch_clones.h"
#include "batch_plan.h"
#include "must.h"

/* The narrow steps: loops over int32 that the compiler turns into vectors. Nothing here fails: the
 * plan knows the ranges. */

struct narrow_columns {
    int32_t *to;
    const int32_t *left, *right, *third;
};

/* `to` is a column by itself, and there is no rest of rows. */
#define ROWS(...)                                                                                  \
    do {                                                                                           \
        int32_t *restrict to = at.to;                                                              \
        for (size_t row = 0; row < (rows & ~(size_t)(ROWS_TOGETHER - 1)); row++) {                 \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    } while (0)

#define ONE(name, expression)                                                                      \
    case name:                                                                                     \
        ROWS(const int32_t left = at.left[row]; to[row] = (expression););                          \
        break

#define TWO(name, expression)                                                                      \
    case name:                                                                                     \
        if (step->form & FORM_LEFT) {                                                              \
            const int32_t left = step->left;                                                       \
            ROWS(const int32_t right = at.right[row]; to[row] = (expression););                    \
        } else if (step->form & FORM_RIGHT) {                                                      \
            const int32_t right = step->right;                                                     \
            ROWS(const int32_t left = at.left[row]; to[row] = (expression););                      \
        } else {                                                                                   \
            ROWS(const int32_t left = at.left[row]; const int32_t right = at.right[row];           \
                 to[row] = (expression););                                                         \
        }                                                                                          \
        break

WITHIN void run_arithmetic(const struct step *step, struct narrow_columns at, size_t rows)
{
    switch (step->operation) {
        TWO(OPERATION_ADD, left + right);
        TWO(OPERATION_SUBTRACT, left - right);
        TWO(OPERATION_MULTIPLY, left * right);
        TWO(OPERATION_DIVIDE, left / right);
        TWO(OPERATION_REMAINDER, left % right);
        TWO(OPERATION_LEAST, left < right ? left : right);
        TWO(OPERATION_GREATEST, left > right ? left : right);
        ONE(OPERATION_NEGATE, -left);
        ONE(OPERATION_ABSOLUTE, left < 0 ? -left : left);
    }
}

WITHIN void run_truth(const struct step *step, struct narrow_columns at, size_t rows)
{
    switch (step->operation) {
        TWO(OPERATION_EQUAL, left == right);
        TWO(OPERATION_UNEQUAL, left != right);
        TWO(OPERATION_LESS, left < right);
        TWO(OPERATION_LESS_EQUAL, left <= right);
        TWO(OPERATION_AND, left & right); /* Both are 0 or 1. */
        TWO(OPERATION_OR, left | right);
        TWO(OPERATION_BIT, left >> right & 1);
        ONE(OPERATION_NOT, left == 0);
        ONE(OPERATION_HOLDS, left != 0);
        ONE(OPERATION_MEMBERS, __builtin_popcount((unsigned)left));
    }
}

WITHIN void run_select(const struct step *step, struct narrow_columns at, size_t rows)
{
    const int32_t yes = step->right, no = step->third;
    switch (step->form) {
    case 0:
        ROWS(const int32_t right = at.right[row]; const int32_t third = at.third[row];
             to[row] = at.left[row] ? right : third;);
        break;
    case FORM_RIGHT:
        ROWS(const int32_t third = at.third[row]; to[row] = at.left[row] ? yes : third;);
        break;
    case FORM_THIRD:
        ROWS(const int32_t right = at.right[row]; to[row] = at.left[row] ? right : no;);
        break;
    default:
        ROWS(to[row] = at.left[row] ? yes : no;);
        break;
    }
}

/* A negative dividend is rounded down first; the next number is nearer to 0. */
WITHIN int32_t quotient_small(int32_t left, int32_t inverse, unsigned shift)
{
    return (int32_t)(((left * inverse) >> shift) + (left < 0));
}

WITHIN int32_t quotient(int32_t left, int64_t inverse, unsigned shift)
{
    return (int32_t)((left * inverse) >> shift) + (left < 0);
}

WITHIN void run_divide(const struct step *step, struct narrow_columns at, size_t rows)
{
    const int32_t divisor = step->right;
    const int32_t small = step->small ? (int32_t)step->inverse : 0;
    const unsigned shift = step->shift;
    bool remainder = step->operation == OPERATION_REMAINDER;
    if (step->small && remainder)
        ROWS(const int32_t left = at.left[row];
             to[row] = left - quotient_small(left, small, shift) * divisor;);
    else if (step->small)
        ROWS(to[row] = quotient_small(at.left[row], small, shift););
    else if (remainder)
        ROWS(const int32_t left = at.left[row];
             to[row] = left - quotient(left, step->inverse, shift) * divisor;);
    else
        ROWS(to[row] = quotient(at.left[row], step->inverse, shift););
}

WITHIN void run_narrow(const struct step *step, const struct batch *batch, size_t rows)
{
    const int32_t *columns = batch->narrow;
    struct narrow_columns at = {.to = &batch->narrow[(size_t)step->to * BATCH_ROWS]};
    /* A constant is no column. */
    at.left = step->form & FORM_LEFT ? NULL : &columns[(size_t)step->left * BATCH_ROWS];
    at.right = step->form & FORM_RIGHT ? NULL : &columns[(size_t)step->right * BATCH_ROWS];
    at.third = step->form & FORM_THIRD ? NULL : &columns[(size_t)step->third * BATCH_ROWS];
    if (step->kind == STEP_NARROW_DIVIDE)
        run_divide(step, at, rows);
    else if (step->operation == OPERATION_SELECT)
        run_select(step, at, rows);
    else if (step->operation <= OPERATION_GREATEST)
        run_arithmetic(step, at, rows);
    else
        run_truth(step, at, rows);
}

CLONED void steps_run(const struct batch *batch, size_t rows)
{
    const struct batch_plan *plan = batch->plan;
    must(rows % ROWS_TOGETHER == 0);
    for (const struct step *step = plan->steps; step < plan->steps + plan->step_count; step++) {
        if (step->kind == STEP_NARROW || step->kind == STEP_NARROW_DIVIDE)
            run_narrow(step, batch, rows);
        else
            step_run_wide(step, batch, rows);
    }
}
