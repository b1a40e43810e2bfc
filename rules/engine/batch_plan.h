/* What the files of batch execution share.
 *
 * Internal to the engine. A plan is made in two steps. The *planner* writes the code of all
 * expressions, and of the formulas they read, into one builder, with what does not vary as
 * constants; it knows the range of every value, so that it can tell what cannot fail and how large
 * anything gets. *Lowering* turns that code into steps over columns: int32 without failures where
 * the range allows it, which is nearly everywhere, int64 with a failure beside each value
 * elsewhere. */
#ifndef BATCH_PLAN_H
#define BATCH_PLAN_H

#include "batch.h"
#include "compiler.h"

struct range {
    int64_t low, high; /* what fails reads as 0, which is in its range */
    bool fails;        /* it may */
};

/* The range of what an operation gives; `third` is of OPERATION_SELECT alone. */
struct range range_of(enum operation operation, struct range left, struct range right,
                      struct range third);
bool range_is_true(struct range range);
bool range_is_false(struct range range);
/* Nothing fails, and int32 holds it. */
bool range_is_narrow(struct range range);

/* An input of the plan: whether a key is in the package, or one of its terms. */
struct input {
    struct range range;
    int64_t absent;
    bool narrow, needed;
    uint32_t column; /* where needed */
};

/* Settled clauses bind parties, and formulas read whom; `binds` itself reads formulas from before,
 * as package_apply has it. */
enum stage { STAGE_BEFORE, STAGE_BOUND, STAGES };

struct planner {
    struct arena *arena;
    const struct scenario *scenario;
    const struct world *world;
    struct builder builder; /* SPACE_WORLD is an input */
    struct range *ranges;   /* of the builder's instructions */
    uint32_t range_count, range_capacity;
    const struct input *inputs;
    operand *slots[STAGES];     /* by world slot: its operand + 1, or 0: not known yet */
    const uint32_t *formula_of; /* by world slot from state_count on: the formula's index */
    bool *type_varies;          /* [clause_type_count] */
    operand *present;           /* by clause key: its presence; the constant 0 where it has none */
    const operand **binds;      /* by clause key: the code of its `binds`; NULL: not yet there */
};

/* Instructions, simplified by what is known of ranges. */
struct range planner_range(const struct planner *planner, operand which);
operand planner_constant(struct planner *planner, int64_t value);
operand planner_one(struct planner *planner, enum operation operation, operand value);
operand planner_two(struct planner *planner, enum operation operation, operand left, operand right);
operand planner_select(struct planner *planner, operand condition, operand yes, operand no);
operand planner_require(struct planner *planner, operand value, operand condition,
                        enum reason reason);
operand planner_with(struct planner *planner, operand value, operand witness);

/* The value of a scalar. */
operand planner_value(struct planner *planner, enum stage stage,
                      const struct expression *expression);
/* A world slot's value. */
operand planner_slot(struct planner *planner, enum stage stage, uint32_t slot);

/* A step does one thing to a whole column. */
enum step_kind {
    STEP_NARROW,
    STEP_NARROW_DIVIDE, /* by a constant: multiplies by its inverse */
    STEP_WIDE,
    STEP_WIDEN,  /* to a wide column from a narrow one */
    STEP_SHRINK, /* to a narrow column from a wide one */
    STEP_COPY,   /* to a wide column from another */
};

/* Which operands of a narrow step are constants, not columns. */
enum step_form { FORM_LEFT = 1, FORM_RIGHT = 2, FORM_THIRD = 4 };

struct step {
    uint8_t kind, operation, form;
    uint8_t shift;              /* STEP_NARROW_DIVIDE */
    bool small;                 /* STEP_NARROW_DIVIDE: the product fits into 32 bits */
    uint32_t to;                /* a column */
    int32_t left, right, third; /* columns, or constants as the form says */
    int64_t inverse;            /* STEP_NARROW_DIVIDE */
};

/* A wide column that never changes. */
struct fixed_column {
    uint32_t column;
    int64_t value;
};

/* Where the plan is too large, everything is kept to compute packages one by one. */
struct alone {
    const struct scenario *scenario;
    struct world world;
    const struct batch_sum *sums;
    size_t sum_count;
    bool requirements;
};

struct plan_key {
    uint32_t key;         /* in scenario->keys */
    uint32_t first_input; /* its presence; its terms follow */
    uint32_t term_count;
};

struct batch_plan {
    struct arena *arena;
    const struct plan_key *keys;
    size_t key_count;
    const int32_t *key_index; /* by clause key: in `keys`, or -1 */
    struct input *inputs;
    size_t input_count;
    const struct step *steps;
    size_t step_count;
    /* Columns: the inputs of that width, among the wide ones constants and results, and what is
     * computed on the way. */
    uint32_t narrow_columns, wide_columns;
    const struct fixed_column *fixed;
    size_t fixed_count;
    const uint32_t *results; /* their columns, all wide */
    size_t result_count;
    const struct alone *alone; /* NULL: the plan has steps */
};

struct batch {
    const struct batch_plan *plan;
    int32_t *narrow; /* [narrow_columns][BATCH_ROWS] */
    int64_t *wide;   /* [wide_columns][BATCH_ROWS] */
    uint8_t *failed; /* beside each wide value */
};

/* Turns what the roots need into the plan's steps, whose results they are. */
void plan_lower(struct batch_plan *plan, const struct planner *planner, const operand *roots,
                size_t root_count);

/* The steps, over `rows` rows: a multiple of ROWS_TOGETHER, so that loops have no rest. */
enum { ROWS_TOGETHER = 32 };
void steps_run(const struct batch *batch, size_t rows);
void step_run_wide(const struct step *step, const struct batch *batch, size_t rows);

/* The same sums one package at a time. */
void alone_run(const struct batch *batch, size_t rows);

#endif
