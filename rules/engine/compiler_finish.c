#include "compiler.h"

#include <stdlib.h>

/* The code as it is kept: what nothing needs is left out. */
struct finish {
    const struct builder *builder;
    struct arena *arena;
    /* Of each instruction and constant: 0 where not needed, else (in the end) its new index + 1 */
    uint32_t *place;
    uint32_t *constant_place;
};

static void need(struct finish *finish, operand which)
{
    if (operand_space(which) == SPACE_RUN)
        finish->place[operand_index(which)] = 1;
    else if (operand_space(which) == SPACE_CONSTANT)
        finish->constant_place[operand_index(which)] = 1;
}

static void need_of_instruction(struct finish *finish, const struct instruction *in)
{
    need(finish, in->left);
    need(finish, in->right);
    if (in->operation == OPERATION_SELECT)
        need(finish, in->third);
    /* A table of constants is needed as a whole, so it also stays in one piece. */
    uint32_t span = in->operation == OPERATION_INDEX ? (in->count - 1U) * in->third : 0;
    for (uint32_t step = 1; operand_space(in->left) == SPACE_CONSTANT && step <= span; step++)
        need(finish, in->left + (step << 2));
}

static void need_all(struct finish *finish, const struct expression *expression)
{
    if (expression->type.list) {
        need(finish, expression->list.witness);
        for (uint32_t index = 0; index < expression->list.count; index++) {
            need(finish, expression->list.items[index]);
            need(finish, expression->list.guards[index]);
        }
    } else {
        need(finish, expression->root);
    }
    for (uint32_t index = finish->builder->count; index-- > 0;)
        if (finish->place[index])
            need_of_instruction(finish, &finish->builder->instructions[index]);
}

/* Gives new indices to what is needed; how many there are. */
static uint32_t renumber(uint32_t *places, uint32_t count)
{
    uint32_t needed = 0;
    for (uint32_t index = 0; index < count; index++)
        if (places[index])
            places[index] = ++needed;
    return needed;
}

static operand moved(const struct finish *finish, operand which)
{
    if (operand_space(which) == SPACE_WORLD)
        return which;
    const uint32_t *places =
        operand_space(which) == SPACE_RUN ? finish->place : finish->constant_place;
    return operand_of(operand_space(which), places[operand_index(which)] - 1);
}

static void write_constants(struct finish *finish, struct expression *expression)
{
    const struct builder *builder = finish->builder;
    uint32_t count = renumber(finish->constant_place, builder->constant_count);
    int64_t *constants = ARENA_ARRAY(finish->arena, int64_t, count);
    for (uint32_t index = 0; index < builder->constant_count; index++)
        if (finish->constant_place[index])
            constants[finish->constant_place[index] - 1] = builder->constants[index];
    expression->constants = constants;
    expression->constants_failed = ARENA_ARRAY(finish->arena, uint8_t, count);
    expression->constant_count = count;
}

static void write_instructions(struct finish *finish, struct expression *expression)
{
    const struct builder *builder = finish->builder;
    uint32_t count = renumber(finish->place, builder->count);
    struct instruction *instructions = ARENA_ARRAY(finish->arena, struct instruction, count);
    uint32_t *offsets = ARENA_ARRAY(finish->arena, uint32_t, count);
    for (uint32_t index = 0; index < builder->count; index++) {
        if (!finish->place[index])
            continue;
        struct instruction in = builder->instructions[index];
        in.left = moved(finish, in.left);
        in.right = moved(finish, in.right);
        if (in.operation == OPERATION_SELECT)
            in.third = moved(finish, in.third);
        instructions[finish->place[index] - 1] = in;
        offsets[finish->place[index] - 1] = builder->offsets[index];
    }
    expression->instructions = instructions;
    expression->offsets = offsets;
    expression->instruction_count = count;
}

static const operand *moved_all(const struct finish *finish, const operand *operands,
                                uint32_t count)
{
    operand *copy = ARENA_ARRAY(finish->arena, operand, count);
    for (uint32_t index = 0; index < count; index++)
        copy[index] = moved(finish, operands[index]);
    return copy;
}

static void write_roots(struct finish *finish, struct expression *expression)
{
    if (!expression->type.list) {
        expression->root = moved(finish, expression->root);
        return;
    }
    struct code_list *list = &expression->list;
    list->items = moved_all(finish, list->items, list->count);
    list->guards = moved_all(finish, list->guards, list->count);
    list->witness = moved(finish, list->witness);
}

struct slots {
    struct arena *arena;
    uint32_t *items;
    size_t count, capacity;
};

static void slots_add(struct slots *slots, operand which)
{
    if (operand_space(which) != SPACE_WORLD)
        return;
    if (slots->count == slots->capacity) {
        slots->capacity = slots->capacity ? slots->capacity * 2 : 16;
        slots->items =
            arena_grow(slots->arena, slots->items, slots->count, slots->capacity, sizeof(uint32_t));
    }
    slots->items[slots->count++] = operand_index(which);
}

static int slot_order(const void *left, const void *right)
{
    uint32_t first = *(const uint32_t *)left, second = *(const uint32_t *)right;
    return (first > second) - (first < second);
}

static void slots_of_instruction(struct slots *slots, const struct instruction *in)
{
    slots_add(slots, in->left);
    slots_add(slots, in->right);
    if (in->operation == OPERATION_SELECT)
        slots_add(slots, in->third);
    for (uint32_t index = 1; in->operation == OPERATION_INDEX && index < in->count; index++)
        slots_add(slots, in->left + (index * in->third << 2));
}

static void write_reads(struct finish *finish, struct expression *expression)
{
    struct slots slots = {.arena = finish->builder->arena};
    for (uint32_t index = 0; index < expression->instruction_count; index++)
        slots_of_instruction(&slots, &expression->instructions[index]);
    if (!expression->type.list)
        slots_add(&slots, expression->root);
    else
        slots_add(&slots, expression->list.witness);
    for (uint32_t index = 0; expression->type.list && index < expression->list.count; index++) {
        slots_add(&slots, expression->list.items[index]);
        slots_add(&slots, expression->list.guards[index]);
    }
    if (slots.count > 0)
        qsort(slots.items, slots.count, sizeof(uint32_t), slot_order);
    size_t count = 0;
    for (size_t index = 0; index < slots.count; index++)
        if (count == 0 || slots.items[count - 1] != slots.items[index])
            slots.items[count++] = slots.items[index];
    expression->reads = arena_grow(finish->arena, slots.items, count, count, sizeof(uint32_t));
    expression->read_count = count;
}

void builder_finish(const struct builder *builder, struct arena *arena,
                    struct expression *expression)
{
    struct finish finish = {.builder = builder,
                            .arena = arena,
                            .place = ARENA_ARRAY(builder->arena, uint32_t, builder->count),
                            .constant_place =
                                ARENA_ARRAY(builder->arena, uint32_t, builder->constant_count)};
    need_all(&finish, expression);
    write_constants(&finish, expression);
    write_instructions(&finish, expression);
    write_roots(&finish, expression);
    write_reads(&finish, expression);
    struct text *draws = ARENA_ARRAY(arena, struct text, builder->draw_count);
    for (uint32_t index = 0; index < builder->draw_count; index++)
        draws[index] = arena_copy(arena, builder->draws[index]);
    expression->draws = draws;
    expression->draw_count = builder->draw_count;
}
