/* Many packages at once: what sums of expressions are worth in each of them.
 *
 * A plan is made once for a scenario, a world and the clause keys that packages may have; a batch
 * is the memory in which it runs over a block of packages, a column a value and a row a package.
 * What does not vary between packages is computed once, when the plan is made; what several
 * expressions share (formulas above all) once a block. The results, failures included, are those of
 * package_apply and expression_run for each package by itself.
 *
 * A plan is never changed and may be used by several threads; a batch belongs to one thread. Both
 * are closed by who opened them, the plan last. The world and the arrays of a request are only read
 * while the plan is made; the scenario and the expressions outlive it. A plan is as good as its
 * world: when the game goes on, make another (well under a millisecond for Paris). */
#ifndef BATCH_H
#define BATCH_H

#include "package.h"

enum { BATCH_ROWS = 256 }; /* packages in a batch, at most */

/* The sum of some expressions of int; it fails where one of them does, or where it overflows. One
 * expression may also be of another type, by itself. */
struct batch_sum {
    const struct expression *const *items;
    size_t count;
};

struct batch_request {
    const struct scenario *scenario;
    const struct world *world; /* all that packages leave as it is */
    const uint32_t *keys;      /* in scenario->keys, each once: those that packages may have */
    size_t key_count;
    const struct batch_sum *sums; /* none of them draws chance */
    size_t sum_count;
    /* One sum more, the last: 1 where every `requires` of the package's clauses holds, else 0. */
    bool requirements;
};

struct batch_plan;

struct batch_plan *batch_plan_open(const struct batch_request *request);
void batch_plan_close(struct batch_plan *plan);

/* A plan whose sum i is the expected score of party i, and behind them the requirements. */
struct batch_plan *batch_plan_expected(const struct scenario *scenario, const struct world *world,
                                       const uint32_t *keys, size_t key_count);

/* How many instructions a package costs, and bytes a batch: for benchmarks and curiosity. */
struct batch_size {
    size_t steps, steps_wide; /* all; those on int64 with failures */
    size_t bytes;
    bool alone; /* too much code for a plan: packages are computed one by one */
};

struct batch_size batch_plan_size(const struct batch_plan *plan);

/* A batch of empty packages. */
struct batch;

struct batch *batch_open(const struct batch_plan *plan);
void batch_close(struct batch *batch);

/* Makes row `row` this package; each of its keys is one of the plan's, and its terms are in their
 * domains. */
void batch_put(struct batch *batch, size_t row, const struct package *package);

/* For who makes packages by the million: the columns themselves. A term holds what a package says,
 * in its domain, and batch_absent where the key is not in it. A value that no sum needs has no
 * column: both are NULL, and setting it does nothing. */
struct batch_column {
    int32_t *narrow; /* [BATCH_ROWS]; or, where the domain is too large for it: */
    int64_t *wide;
};

/* Whether the plan's key number `index` is in the package: 0 or 1. */
struct batch_column batch_presence(struct batch *batch, size_t index);
struct batch_column batch_term(struct batch *batch, size_t index, size_t term);
/* What a term is where its key is not in the package: what the plan's world has. */
int64_t batch_absent(const struct batch_plan *plan, size_t index, size_t term);

static inline void batch_set(struct batch_column column, size_t row, int64_t value)
{
    if (column.narrow)
        column.narrow[row] = (int32_t)value;
    else if (column.wide)
        column.wide[row] = value;
}

/* Computes all sums for the first `rows` rows. */
void batch_run(struct batch *batch, size_t rows);

/* A sum in each row of the last run; 0 where it failed. */
const int64_t *batch_values(const struct batch *batch, size_t sum);
const uint8_t *batch_failed(const struct batch *batch, size_t sum);

#endif
