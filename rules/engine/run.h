/* What a compiled expression is made of, and how its instructions run.
 *
 * Internal to the engine. Instruction i writes value i of the run and nothing else; it reads values
 * of instructions before it, of the world, or constants. So there are no jumps and no state, and a
 * run over many worlds at once can take the same instructions. */
#ifndef RUN_H
#define RUN_H

#include "expression.h"

/* Where an operand's value is: its lowest two bits. */
enum space { SPACE_WORLD, SPACE_CONSTANT, SPACE_RUN };

typedef uint32_t operand;

static inline operand operand_of(enum space space, uint32_t index)
{
    return index << 2 | (uint32_t)space;
}

static inline enum space operand_space(operand which)
{
    return (enum space)(which & 3);
}

static inline uint32_t operand_index(operand which)
{
    return which >> 2;
}

enum operation {
    OPERATION_ADD,
    OPERATION_SUBTRACT,
    OPERATION_MULTIPLY,
    OPERATION_DIVIDE,
    OPERATION_REMAINDER,
    OPERATION_NEGATE,
    OPERATION_ABSOLUTE,
    OPERATION_LEAST,
    OPERATION_GREATEST,
    OPERATION_EQUAL,
    OPERATION_UNEQUAL,
    OPERATION_LESS,
    OPERATION_LESS_EQUAL,
    OPERATION_NOT,
    OPERATION_AND,     /* false where either is false, even if the other failed */
    OPERATION_OR,      /* true where either is true, even if the other failed */
    OPERATION_SELECT,  /* left ? right : third; the other one may fail */
    OPERATION_BIT,     /* bit `right` of the set `left` */
    OPERATION_MEMBERS, /* how many bits of `left` are set */
    OPERATION_INDEX,   /* what stands `right` times `third` places after `left`, right < count */
    OPERATION_REQUIRE, /* left; fails where `right` is false, for the reason in `count` */
    OPERATION_WITH,    /* left; fails where `right` failed */
    OPERATION_HOLDS,   /* true where left is true; never fails. Of batches alone */
    OPERATION_CHANCE,  /* true in `left` of 100 draws; draw `third` */
    OPERATION_DICE,    /* from `left` to `right`; draw `third` */
};

/* Why an OPERATION_REQUIRE fails. */
enum reason { REASON_INDEX, REASON_EMPTY, REASON_OPTION };

struct instruction {
    uint16_t operation;
    uint16_t count;
    operand left, right; /* of operations with one, right is left */
    uint32_t third;
};

/* A compiled list: those of `items` whose guard is true, in order; failed where the witness failed,
 * whose value says nothing. */
struct code_list {
    const operand *items;
    const operand *guards;
    uint32_t count;
    operand witness;
};

struct expression {
    struct text source;
    struct type_of_expression {
        enum value_type value;
        bool list;
    } type;
    const struct instruction *instructions;
    const uint32_t *offsets; /* into the source, one an instruction: to say what failed */
    uint32_t instruction_count;
    const int64_t *constants;
    const uint8_t *constants_failed; /* all 0 */
    uint32_t constant_count;
    operand root; /* of a scalar */
    struct code_list list;
    const struct text *draws; /* where in the expression each draw stands */
    uint32_t draw_count;
    const struct text *literals; /* string -1 - i is literal i */
    uint32_t literal_count;
    const uint32_t *reads;
    size_t read_count;
    const struct possibilities *possible;
};

/* The three spaces, in their order. */
struct frame {
    const int64_t *values[3];
    const uint8_t *failed[3];
};

static inline int64_t frame_value(const struct frame *frame, operand which)
{
    return frame->values[which & 3][which >> 2];
}

static inline unsigned frame_failed(const struct frame *frame, operand which)
{
    return frame->failed[which & 3][which >> 2];
}

/* Runs `count` instructions; `values` and `failed`, of as many items, are also the frame's
 * SPACE_RUN. `draws` and `draw` are read by the operations of chance alone. */
void run_instructions(const struct instruction *instructions, uint32_t count,
                      const struct frame *frame, int64_t *values, uint8_t *failed,
                      const struct text *draws, const struct draw_place *draw);

/* The sentence for why `root` failed in a frame that has run, and where in the source. */
struct text run_explain(const struct expression *expression, const struct scenario *scenario,
                        const struct frame *frame, operand root, uint32_t *offset,
                        struct arena *arena);

#endif
