/* The code of a plan as it is before it becomes columns: for who looks for the best package by
 * what its scores are made of, instead of trying packages.
 *
 * Instruction i reads constants, inputs (SPACE_WORLD: whether a key is in the package, or one of
 * its terms) and values of instructions before it (SPACE_RUN); nothing that is there twice, and
 * nothing that is the same in all packages, is computed. The only part of the engine's inside that
 * another room, server/analysis, may use; run.h says what instructions do, and batch_plan.h's
 * range_of what they can give. */
#ifndef PLAN_CODE_H
#define PLAN_CODE_H

#include "batch_plan.h"

struct plan_code {
    const struct instruction *instructions;
    const struct range *ranges; /* what each can give */
    uint32_t count;
    const int64_t *constants;
    const operand *roots; /* the sums; the last one the requirements */
    size_t root_count;
    const struct input *inputs; /* `range` and `absent` alone are filled in */
    size_t input_count;
    const struct plan_key *keys; /* which inputs are whose */
};

/* The code of batch_plan_expected: root i is the expected score of party i, and behind them the
 * requirements. All in `arena`; NULL where it is too much code. */
const struct plan_code *plan_code_expected(const struct scenario *scenario,
                                           const struct world *world, const uint32_t *keys,
                                           size_t key_count, struct arena *arena);

#endif
