#include "compiler.h"

#include "must.h"

#include <string.h>

enum { TABLE_SIZE_FIRST = 64 };

static uint32_t mix(uint64_t value)
{
    value *= UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(value >> 32);
}

static uint32_t instruction_hash(const struct instruction *in)
{
    uint64_t first = (uint64_t)in->left << 32 | in->right;
    uint64_t second = (uint64_t)in->third << 32 | (uint32_t)in->count << 16 | in->operation;
    return mix(first ^ mix(second));
}

static bool instruction_same(const struct instruction *left, const struct instruction *right)
{
    return left->operation == right->operation && left->count == right->count &&
           left->left == right->left && left->right == right->right && left->third == right->third;
}

void builder_open(struct builder *builder, struct arena *arena)
{
    *builder = (struct builder){.arena = arena,
                                .instruction_table_size = TABLE_SIZE_FIRST,
                                .constant_table_size = TABLE_SIZE_FIRST};
    builder->instruction_table = ARENA_ARRAY(arena, uint32_t, TABLE_SIZE_FIRST);
    builder->constant_table = ARENA_ARRAY(arena, uint32_t, TABLE_SIZE_FIRST);
}

/* Doubles a table; `hash_of` tells where entry i belongs. */
static uint32_t *table_grow(struct builder *builder, const uint32_t *table, uint32_t *size,
                            uint32_t (*hash_of)(const struct builder *, uint32_t))
{
    uint32_t larger = *size * 2;
    uint32_t *entries = ARENA_ARRAY(builder->arena, uint32_t, larger);
    for (uint32_t at = 0; at < *size; at++) {
        if (!table[at])
            continue;
        uint32_t place = hash_of(builder, table[at] - 1) & (larger - 1);
        while (entries[place])
            place = (place + 1) & (larger - 1);
        entries[place] = table[at];
    }
    *size = larger;
    return entries;
}

static uint32_t constant_hash_at(const struct builder *builder, uint32_t index)
{
    return mix((uint64_t)builder->constants[index]);
}

static uint32_t instruction_hash_at(const struct builder *builder, uint32_t index)
{
    return instruction_hash(&builder->instructions[index]);
}

static uint32_t constant_add(struct builder *builder, int64_t value)
{
    if (builder->constant_count == builder->constant_capacity) {
        builder->constant_capacity =
            builder->constant_capacity ? builder->constant_capacity * 2 : 16;
        builder->constants = arena_grow(builder->arena, builder->constants, builder->constant_count,
                                        builder->constant_capacity, sizeof(value));
    }
    builder->constants[builder->constant_count] = value;
    return builder->constant_count++;
}

operand builder_constant(struct builder *builder, int64_t value)
{
    uint32_t mask = builder->constant_table_size - 1;
    uint32_t place = mix((uint64_t)value) & mask;
    for (; builder->constant_table[place]; place = (place + 1) & mask)
        if (builder->constants[builder->constant_table[place] - 1] == value)
            return operand_of(SPACE_CONSTANT, builder->constant_table[place] - 1);
    uint32_t index = constant_add(builder, value);
    builder->constant_table[place] = index + 1;
    if (builder->constant_count > builder->constant_table_size / 2)
        builder->constant_table = table_grow(builder, builder->constant_table,
                                             &builder->constant_table_size, constant_hash_at);
    return operand_of(SPACE_CONSTANT, index);
}

operand builder_constants(struct builder *builder, const int64_t *values, uint32_t count)
{
    /* The same table, if it is there already (a field is often read many times). */
    for (const struct constant_run *run = builder->runs; run; run = run->older)
        if (run->values == values && run->count == count)
            return operand_of(SPACE_CONSTANT, run->first);
    struct constant_run *run = ARENA_NEW(builder->arena, struct constant_run);
    *run = (struct constant_run){builder->runs, values, count, builder->constant_count};
    builder->runs = run;
    for (uint32_t index = 0; index < count; index++)
        constant_add(builder, values[index]);
    return operand_of(SPACE_CONSTANT, run->first);
}

bool builder_is_constant(const struct builder *builder, operand which, int64_t *value)
{
    if (operand_space(which) != SPACE_CONSTANT)
        return false;
    *value = builder->constants[operand_index(which)];
    return true;
}

static operand emit(struct builder *builder, const struct instruction *in)
{
    if (builder->count == CODE_LENGTH_MAX)
        builder->full = true;
    if (builder->full)
        return builder_constant(builder, 0);
    uint32_t mask = builder->instruction_table_size - 1;
    uint32_t place = instruction_hash(in) & mask;
    for (; builder->instruction_table[place]; place = (place + 1) & mask) {
        uint32_t index = builder->instruction_table[place] - 1;
        if (instruction_same(&builder->instructions[index], in))
            return operand_of(SPACE_RUN, index);
    }
    if (builder->count == builder->capacity) {
        builder->capacity = builder->capacity ? builder->capacity * 2 : 32;
        builder->instructions = arena_grow(builder->arena, builder->instructions, builder->count,
                                           builder->capacity, sizeof(*in));
        builder->offsets = arena_grow(builder->arena, builder->offsets, builder->count,
                                      builder->capacity, sizeof(uint32_t));
    }
    uint32_t index = builder->count++;
    builder->instructions[index] = *in;
    builder->offsets[index] = builder->offset;
    builder->instruction_table[place] = index + 1;
    if (builder->count > builder->instruction_table_size / 2)
        builder->instruction_table =
            table_grow(builder, builder->instruction_table, &builder->instruction_table_size,
                       instruction_hash_at);
    return operand_of(SPACE_RUN, index);
}

/* Runs an instruction of constants now; what fails now is left to fail then. */
static operand emit_folded(struct builder *builder, const struct instruction *in)
{
    if (operand_space(in->left) != SPACE_CONSTANT || operand_space(in->right) != SPACE_CONSTANT)
        return emit(builder, in);
    const int64_t constants[] = {builder->constants[operand_index(in->left)],
                                 builder->constants[operand_index(in->right)]};
    static const uint8_t never[2] = {0, 0};
    struct instruction alone = *in;
    alone.left = operand_of(SPACE_CONSTANT, 0);
    alone.right = operand_of(SPACE_CONSTANT, 1);
    int64_t value;
    uint8_t failed;
    const struct frame frame = {{NULL, constants, NULL}, {NULL, never, NULL}};
    run_instructions(&alone, 1, &frame, &value, &failed, NULL, NULL);
    return failed ? emit(builder, in) : builder_constant(builder, value);
}

operand builder_one(struct builder *builder, enum operation operation, operand value)
{
    return emit_folded(
        builder,
        &(struct instruction){.operation = (uint16_t)operation, .left = value, .right = value});
}

/* `x && true` is x, `x && false` is false; with || the other way round. */
static bool builder_absorbs(struct builder *builder, enum operation operation, operand left,
                            operand right, operand *result)
{
    int64_t value;
    operand other = right;
    if (!builder_is_constant(builder, left, &value)) {
        if (!builder_is_constant(builder, right, &value))
            return false;
        other = left;
    }
    *result = (value != 0) == (operation == OPERATION_AND) ? other
                                                           : builder_constant(builder, value != 0);
    return true;
}

/* `x + 0`, `x - 0`, `x * 1`, `x / 1`. */
static bool builder_keeps(const struct builder *builder, enum operation operation, operand left,
                          operand right, operand *result)
{
    int64_t value;
    if (operation == OPERATION_ADD && builder_is_constant(builder, left, &value) && value == 0) {
        *result = right;
        return true;
    }
    if (!builder_is_constant(builder, right, &value))
        return false;
    bool sum = operation == OPERATION_ADD || operation == OPERATION_SUBTRACT;
    bool product = operation == OPERATION_MULTIPLY || operation == OPERATION_DIVIDE;
    *result = left;
    return (sum && value == 0) || (product && value == 1);
}

operand builder_two(struct builder *builder, enum operation operation, operand left, operand right)
{
    operand result;
    if ((operation == OPERATION_AND || operation == OPERATION_OR) &&
        (left == right || builder_absorbs(builder, operation, left, right, &result)))
        return left == right ? left : result;
    if (builder_keeps(builder, operation, left, right, &result))
        return result;
    return emit_folded(
        builder,
        &(struct instruction){.operation = (uint16_t)operation, .left = left, .right = right});
}

operand builder_select(struct builder *builder, operand condition, operand yes, operand no)
{
    int64_t value;
    if (builder_is_constant(builder, condition, &value))
        return value ? yes : no;
    return emit(builder,
                &(struct instruction){
                    .operation = OPERATION_SELECT, .left = condition, .right = yes, .third = no});
}

operand builder_index(struct builder *builder, operand first, operand key, uint32_t stride,
                      uint32_t count)
{
    int64_t value;
    if (count == 0) /* There is nothing to choose from, so no key either. */
        return builder_require(builder, builder_constant(builder, 0), builder_constant(builder, 0),
                               REASON_INDEX);
    if (builder_is_constant(builder, key, &value) && value >= 0 && value < count)
        return first + ((uint32_t)value * stride << 2);
    must(count <= UINT16_MAX);
    return emit(builder, &(struct instruction){.operation = OPERATION_INDEX,
                                               .count = (uint16_t)count,
                                               .left = first,
                                               .right = key,
                                               .third = stride});
}

operand builder_require(struct builder *builder, operand value, operand condition,
                        enum reason reason)
{
    int64_t holds;
    if (builder_is_constant(builder, condition, &holds) && holds)
        return value;
    return emit(builder, &(struct instruction){.operation = OPERATION_REQUIRE,
                                               .count = (uint16_t)reason,
                                               .left = value,
                                               .right = condition});
}

operand builder_draw(struct builder *builder, enum operation operation, operand left, operand right,
                     struct text where)
{
    if (builder->draw_count == builder->draw_capacity) {
        builder->draw_capacity = builder->draw_capacity ? builder->draw_capacity * 2 : 4;
        builder->draws = arena_grow(builder->arena, builder->draws, builder->draw_count,
                                    builder->draw_capacity, sizeof(where));
    }
    builder->draws[builder->draw_count] = where;
    return emit(builder, &(struct instruction){.operation = (uint16_t)operation,
                                               .left = left,
                                               .right = right,
                                               .third = builder->draw_count++});
}

operand builder_with(struct builder *builder, operand value, operand witness)
{
    if (operand_space(witness) == SPACE_CONSTANT || witness == value)
        return value;
    return emit(builder, &(struct instruction){
                             .operation = OPERATION_WITH, .left = value, .right = witness});
}

operand builder_witness(struct builder *builder, operand left, operand right)
{
    return operand_space(left) == SPACE_CONSTANT ? right : builder_with(builder, left, right);
}
