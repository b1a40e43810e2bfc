#include "run.h"

#include "must.h"

#include <stdlib.h>

/* A draw depends on the seed, on the place in the rules and on where in the expression it stands;
 * the first hash makes a seed of the first two. */
static int64_t draw_between(const struct draw_place *draw, struct text where, int64_t low,
                            int64_t high)
{
    must(draw != NULL);
    struct seed seed = {random_hash(draw->seed, draw->place), draw->seed.high};
    return random_between(seed, where, low, high);
}

/* Dividing by what cannot divide gives a failure, never a trap: the divisor is masked. */
static unsigned divide(enum operation operation, int64_t left, int64_t right, int64_t *value)
{
    unsigned bad = right == 0 || (left == INT64_MIN && right == -1);
    int64_t divisor = bad ? 1 : right;
    *value = operation == OPERATION_DIVIDE ? left / divisor : left % divisor;
    return bad;
}

static unsigned select_place(const struct frame *frame, const struct instruction *instruction,
                             int64_t key, int64_t *value)
{
    unsigned bad = (uint64_t)key >= instruction->count;
    uint32_t step = bad ? 0 : (uint32_t)key * instruction->third;
    operand at = instruction->left + (step << 2);
    *value = frame_value(frame, at);
    return bad | frame_failed(frame, at);
}

void run_instructions(const struct instruction *instructions, uint32_t count,
                      const struct frame *frame, int64_t *values, uint8_t *failed,
                      const struct text *draws, const struct draw_place *draw)
{
    for (uint32_t at = 0; at < count; at++) {
        const struct instruction *in = &instructions[at];
        const int64_t left = frame_value(frame, in->left), right = frame_value(frame, in->right);
        const unsigned left_bad = frame_failed(frame, in->left);
        const unsigned right_bad = frame_failed(frame, in->right);
        unsigned bad = left_bad | right_bad;
        int64_t value = 0;
        switch ((enum operation)in->operation) {
        case OPERATION_ADD:
            bad |= __builtin_add_overflow(left, right, &value);
            break;
        case OPERATION_SUBTRACT:
            bad |= __builtin_sub_overflow(left, right, &value);
            break;
        case OPERATION_MULTIPLY:
            bad |= __builtin_mul_overflow(left, right, &value);
            break;
        case OPERATION_DIVIDE:
        case OPERATION_REMAINDER:
            bad |= divide((enum operation)in->operation, left, right, &value);
            break;
        case OPERATION_NEGATE:
            bad |= __builtin_sub_overflow((int64_t)0, left, &value);
            break;
        case OPERATION_ABSOLUTE:
            bad |= left == INT64_MIN;
            value = left < 0 ? (int64_t)(0 - (uint64_t)left) : left;
            break;
        case OPERATION_LEAST:
            value = left < right ? left : right;
            break;
        case OPERATION_GREATEST:
            value = left > right ? left : right;
            break;
        case OPERATION_EQUAL:
            value = left == right;
            break;
        case OPERATION_UNEQUAL:
            value = left != right;
            break;
        case OPERATION_LESS:
            value = left < right;
            break;
        case OPERATION_LESS_EQUAL:
            value = left <= right;
            break;
        case OPERATION_NOT:
            value = !left;
            break;
        case OPERATION_AND:
            bad &= (left_bad | (left != 0)) & (right_bad | (right != 0));
            value = (left != 0) & (right != 0) & !bad & !left_bad & !right_bad;
            break;
        case OPERATION_OR:
            value = ((left != 0) & !left_bad) | ((right != 0) & !right_bad);
            bad &= !value;
            break;
        case OPERATION_SELECT:
            bad = left_bad | (left ? right_bad : frame_failed(frame, in->third));
            value = left ? right : frame_value(frame, in->third);
            break;
        case OPERATION_BIT:
            value = (uint64_t)right < 64 ? (int64_t)((uint64_t)left >> right & 1) : 0;
            break;
        case OPERATION_MEMBERS:
            value = __builtin_popcountll((uint64_t)left);
            break;
        case OPERATION_INDEX:
            bad = right_bad | select_place(frame, in, right, &value);
            break;
        case OPERATION_REQUIRE:
            bad |= !right;
            value = left;
            break;
        case OPERATION_WITH:
            value = left;
            break;
        case OPERATION_HOLDS:
            value = (left != 0) & !left_bad;
            bad = 0;
            break;
        case OPERATION_CHANCE:
            value = bad ? 0 : draw_between(draw, draws[in->third], 1, 100) <= left;
            break;
        case OPERATION_DICE:
            bad |= left > right;
            value = bad ? 0 : draw_between(draw, draws[in->third], left, right);
            break;
        }
        /* What failed reads as 0, whatever was computed of it. */
        values[at] = bad ? 0 : value;
        failed[at] = (uint8_t)bad;
    }
}
