/* What a diagram computes at each level: internal to diagram*.c.
 *
 * Level t is when the axis order[t] is decided. Every value has the level from which on it is
 * known. Sums are taken apart: a sum of things known at different levels is carried as the sum so
 * far, so that it is one value however many axes it depends on. */
#ifndef DIAGRAM_PROGRAM_H
#define DIAGRAM_PROGRAM_H

#include "diagram.h"
#include "plan_code.h"

struct diagram {
    const struct stakes *stakes;
    const struct plan_code *code;
    const uint32_t *axis_of; /* by input */
};

/* A multiple of a value. */
struct addend {
    operand value;
    int64_t times;
    uint32_t level;
};

struct addends {
    struct addend *items; /* by level */
    size_t count;
};

struct value_node {
    bool needed;
    bool absorbed;  /* part of a sum above it alone, and never computed */
    bool sum;       /* computed from its addends */
    uint32_t level; /* known from then on */
    uint32_t first; /* of a sum: the level of its first addend */
    struct addends addends;
    int64_t constant; /* of a sum */
};

/* One value that a state holds: some bits of one of its words. */
struct slot {
    enum { SLOT_INPUT, SLOT_NODE, SLOT_FAILED, SLOT_PARTIAL } kind;
    uint32_t index;
    int64_t low;
    uint32_t word;
    uint8_t shift, bits;
};

/* What happens at a level: these nodes, in order; sums add up their addends of the level. */
struct level {
    uint32_t axis;
    const uint32_t *own, *mixed; /* nodes that need this axis alone, and the others */
    size_t own_count, mixed_count;
    const struct slot *slots; /* of a state after it */
    size_t slot_count, words;
    struct addends gains; /* what the objective has of it */
    const operand *musts; /* what must be true */
    size_t must_count;
};

struct program {
    const struct diagram *diagram;
    struct value_node *nodes; /* by instruction */
    const uint32_t *input_levels;
    struct level *levels;
    size_t level_count;
    struct addends objective; /* by level */
    wide constant;            /* of the objective */
    operand *musts;
    size_t must_count;
    bool impossible; /* something that must be true never is */
};

/* In `arena`. */
struct program *program_make(const struct diagram *diagram, const struct diagram_question *question,
                             struct arena *arena);

/* What an operand can be in any package. */
struct range program_range(const struct program *program, operand which);

#endif
