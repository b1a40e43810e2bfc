#include "compiler.h"

#include <stdlib.h>
#include <string.h>

/* The code as it is kept: what nothing needs is left out. */
struct finish {
    const struct builder *builder;
    struct arena *arena;
    uint32_t *place; /* of each instruction: 0 not needed, then its new index + 1 */
};

static void need(struct finish *finish, operand which)
{
    if (operand_space(which) == SPACE_RUN)
        finish->place[operand_index(which)] = 1;
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
    for (uint32_t index = finish->builder->count; index-- > 0;) {
        const struct instruction *in = &finish->builder->instructions[index];
        if (!finish->place[index])
            continue;
        need(finish, in->left);
        need(finish, in->right);
        if (in->operation == OPERATION_SELECT)
            need(finish, in->third);
    }
}

static operand moved(const struct finish *finish, operand which)
{
    if (operand_space(which) != SPACE_RUN)
        return which;
    return operand_of(SPACE_RUN, finish->place[operand_index(which)] - 1);
}

static void write_instructions(struct finish *finish, struct expression *expression)
{
    const struct builder *builder = finish->builder;
    uint32_t count = 0;
    for (uint32_t index = 0; index < builder->count; index++)
        if (finish->place[index])
            finish->place[index] = ++count;
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
                            .place = ARENA_ARRAY(builder->arena, uint32_t, builder->count)};
    need_all(&finish, expression);
    write_instructions(&finish, expression);
    write_roots(&finish, expression);
    write_reads(&finish, expression);
    uint32_t constants = builder->constant_count;
    expression->constants =
        arena_grow(arena, builder->constants, constants, constants, sizeof(int64_t));
    expression->constants_failed = ARENA_ARRAY(arena, uint8_t, constants);
    expression->constant_count = constants;
    struct text *draws = ARENA_ARRAY(arena, struct text, builder->draw_count);
    for (uint32_t index = 0; index < builder->draw_count; index++)
        draws[index] = arena_copy(arena, builder->draws[index]);
    expression->draws = draws;
    expression->draw_count = builder->draw_count;
}
