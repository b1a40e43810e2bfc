/* The last step of compiling an expression: straight-line code from a checked tree.
 *
 * Internal to the engine. The builder keeps the code as it grows: it folds constants, and gives the
 * operand of an instruction that is there already instead of a second one. */
#ifndef COMPILER_H
#define COMPILER_H

#include "run.h"
#include "scenario.h"
#include "syntax.h"

enum { CODE_LENGTH_MAX = CODE_BYTES_MAX / sizeof(struct instruction), COMPILE_STEPS_MAX = 1 << 20 };

/* A table of the scenario's whose values are among the constants already. */
struct constant_run {
    const struct constant_run *older;
    const int64_t *values;
    uint32_t count, first;
};

struct builder {
    struct arena *arena;
    struct instruction *instructions;
    uint32_t *offsets;
    uint32_t count, capacity;
    int64_t *constants;
    uint32_t constant_count, constant_capacity;
    const struct constant_run *runs;
    uint32_t *instruction_table, *constant_table; /* index + 1 by hash, open addressing */
    uint32_t instruction_table_size, constant_table_size;
    struct text *draws;
    uint32_t draw_count, draw_capacity;
    uint32_t offset; /* of what is being compiled */
    bool full;       /* too much code: all that comes is dropped */
};

void builder_open(struct builder *builder, struct arena *arena);
operand builder_constant(struct builder *builder, int64_t value);
/* A run of constants, one after the other; the operand of the first. The values are told apart by
 * where they are, and stay. */
operand builder_constants(struct builder *builder, const int64_t *values, uint32_t count);
bool builder_is_constant(const struct builder *builder, operand which, int64_t *value);
operand builder_one(struct builder *builder, enum operation operation, operand value);
operand builder_two(struct builder *builder, enum operation operation, operand left, operand right);
operand builder_select(struct builder *builder, operand condition, operand yes, operand no);
operand builder_index(struct builder *builder, operand first, operand key, uint32_t stride,
                      uint32_t count);
operand builder_require(struct builder *builder, operand value, operand condition,
                        enum reason reason);
/* A draw of chance; `where` keys it. Never shared. */
operand builder_draw(struct builder *builder, enum operation operation, operand left, operand right,
                     struct text where);
/* `value`, failed also where `witness` failed. */
operand builder_with(struct builder *builder, operand value, operand witness);
/* Something that failed where either did. */
operand builder_witness(struct builder *builder, operand left, operand right);

/* Writes the code to the expression, in `arena`: what its root or list needs, and no more. */
void builder_finish(const struct builder *builder, struct arena *arena,
                    struct expression *expression);

/* A list while it is compiled. Those items are in it whose guard is true. */
struct list {
    operand *items;
    operand *guards;
    uint32_t count;
    operand witness;
    bool is_set; /* it is just the set of parties in slot `set` */
    operand set;
};

struct compiler {
    struct builder builder;
    const struct scenario *scenario;
    struct arena *arena;
    struct complaint *complaint;
    /* What the variables of the macros around stand for now, and as the how-many-eth item. */
    operand locals[EXPRESSION_NESTING_MAX];
    uint32_t local_items[EXPRESSION_NESTING_MAX];
    unsigned local_count;
    uint32_t steps;
};

operand compile_value(struct compiler *compiler, const struct node *node);
struct list compile_list(struct compiler *compiler, const struct node *node);
struct list list_new(struct compiler *compiler, uint32_t count);
operand list_in(struct compiler *compiler, operand item, const struct list *list);
operand list_equal(struct compiler *compiler, const struct list *left, const struct list *right);
operand list_at(struct compiler *compiler, const struct list *list, operand index);
operand list_size(struct compiler *compiler, const struct list *list);
operand list_sum(struct compiler *compiler, const struct list *list);
/* The least or greatest item; fails where there is none. */
operand list_extreme(struct compiler *compiler, const struct list *list, enum operation operation);
operand compile_macro_value(struct compiler *compiler, const struct node *node);
struct list compile_macro_list(struct compiler *compiler, const struct node *node);

/* True where compiling went too far; complains. Loops ask so that they end soon. */
bool compile_stopped(struct compiler *compiler, uint32_t steps);

#endif
