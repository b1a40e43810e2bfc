#include "compiler.h"

#include "checker.h"
#include "must.h"

bool compile_stopped(struct compiler *compiler, uint32_t steps)
{
    if (!compiler->complaint->made &&
        (compiler->builder.full || steps > COMPILE_STEPS_MAX - compiler->steps)) {
        compiler->complaint->too_long = true;
        complain(
            compiler->complaint, compiler->builder.offset,
            "This is too long when its macros are written out: compiled code is at most 1 MiB.");
    }
    if (compiler->complaint->made)
        return true;
    compiler->steps += steps;
    return false;
}

static operand constant(struct compiler *compiler, int64_t value)
{
    return builder_constant(&compiler->builder, value);
}

static operand two(struct compiler *compiler, enum operation operation, operand left, operand right)
{
    return builder_two(&compiler->builder, operation, left, right);
}

/* A world slot, a set of parties, or a constant out of a table. */
static operand compile_place(struct compiler *compiler, const struct place *place)
{
    if (!place->key)
        return place->table ? builder_constant(&compiler->builder, place->table[0])
                            : operand_of(SPACE_WORLD, place->slot);
    operand key = compile_value(compiler, place->key);
    int64_t known;
    if (place->table && builder_is_constant(&compiler->builder, key, &known) && known >= 0 &&
        known < (int64_t)place->count) /* A field in a macro: the one value, not the whole table. */
        return builder_constant(&compiler->builder, place->table[(uint32_t)known * place->stride]);
    operand first = place->table ? builder_constants(&compiler->builder, place->table, place->count)
                                 : operand_of(SPACE_WORLD, place->slot);
    return builder_index(&compiler->builder, first, key, place->stride, place->count);
}

static operand compile_equal(struct compiler *compiler, const struct node *node)
{
    const struct node *left = node->children[0], *right = node->children[1];
    bool unequal = node->operator== OPERATOR_UNEQUAL;
    if (!left->type.list)
        return two(compiler, unequal ? OPERATION_UNEQUAL : OPERATION_EQUAL,
                   compile_value(compiler, left), compile_value(compiler, right));
    struct list left_list = compile_list(compiler, left);
    struct list right_list = compile_list(compiler, right);
    operand equal = list_equal(compiler, &left_list, &right_list);
    return unequal ? builder_one(&compiler->builder, OPERATION_NOT, equal) : equal;
}

/* Where the left side decides already, the right one costs nothing. */
static operand compile_logic(struct compiler *compiler, const struct node *node)
{
    bool is_and = node->operator== OPERATOR_AND;
    operand left = compile_value(compiler, node->children[0]);
    int64_t value;
    if (builder_is_constant(&compiler->builder, left, &value) && (value != 0) != is_and)
        return left;
    return two(compiler, is_and ? OPERATION_AND : OPERATION_OR, left,
               compile_value(compiler, node->children[1]));
}

static operand compile_arithmetic(struct compiler *compiler, const struct node *node,
                                  enum operation operation, bool swapped)
{
    operand left = compile_value(compiler, node->children[0]);
    operand right = compile_value(compiler, node->children[1]);
    compiler->builder.offset = (uint32_t)node->offset;
    return swapped ? two(compiler, operation, right, left) : two(compiler, operation, left, right);
}

static operand compile_binary(struct compiler *compiler, const struct node *node)
{
    switch (node->operator) {
    case OPERATOR_ADD:
        return compile_arithmetic(compiler, node, OPERATION_ADD, false);
    case OPERATOR_SUBTRACT:
        return compile_arithmetic(compiler, node, OPERATION_SUBTRACT, false);
    case OPERATOR_MULTIPLY:
        return compile_arithmetic(compiler, node, OPERATION_MULTIPLY, false);
    case OPERATOR_DIVIDE:
        return compile_arithmetic(compiler, node, OPERATION_DIVIDE, false);
    case OPERATOR_REMAINDER:
        return compile_arithmetic(compiler, node, OPERATION_REMAINDER, false);
    case OPERATOR_LESS:
        return compile_arithmetic(compiler, node, OPERATION_LESS, false);
    case OPERATOR_LESS_EQUAL:
        return compile_arithmetic(compiler, node, OPERATION_LESS_EQUAL, false);
    case OPERATOR_GREATER:
        return compile_arithmetic(compiler, node, OPERATION_LESS, true);
    case OPERATOR_GREATER_EQUAL:
        return compile_arithmetic(compiler, node, OPERATION_LESS_EQUAL, true);
    case OPERATOR_EQUAL:
    case OPERATOR_UNEQUAL:
        return compile_equal(compiler, node);
    case OPERATOR_AND:
    case OPERATOR_OR:
        return compile_logic(compiler, node);
    case OPERATOR_IN: {
        operand item = compile_value(compiler, node->children[0]);
        struct list list = compile_list(compiler, node->children[1]);
        return list_in(compiler, item, &list);
    }
    }
    must(false);
}

static operand compile_choose(struct compiler *compiler, const struct node *node)
{
    operand condition = compile_value(compiler, node->children[0]);
    int64_t value;
    if (builder_is_constant(&compiler->builder, condition, &value))
        return compile_value(compiler, node->children[value ? 1 : 2]);
    operand yes = compile_value(compiler, node->children[1]);
    operand no = compile_value(compiler, node->children[2]);
    return builder_select(&compiler->builder, condition, yes, no);
}

/* How many chose an option; most often the option is written out. */
static operand compile_count(struct compiler *compiler, const struct node *node)
{
    const struct decision *decision = &compiler->scenario->decisions[node->number];
    operand chosen = compile_value(compiler, node->children[1]);
    operand count = builder_with(&compiler->builder, constant(compiler, 0), chosen);
    for (size_t index = 0; index < decision->option_count; index++) {
        operand same = two(compiler, OPERATION_EQUAL, chosen,
                           constant(compiler, decision->options[index].string));
        operand slot = operand_of(SPACE_WORLD, decision->count_slot + (uint32_t)index);
        count = builder_select(&compiler->builder, same, slot, count);
    }
    return count;
}

static operand compile_drafted_any(struct compiler *compiler, const struct node *node)
{
    operand any = constant(compiler, 0);
    for (uint32_t index = 0; index < node->place.count; index++)
        any = two(compiler, OPERATION_OR, any,
                  operand_of(SPACE_WORLD, node->place.slot + index * node->place.stride));
    return any;
}

static operand compile_extreme(struct compiler *compiler, const struct node *node,
                               enum operation operation)
{
    if (node->children[1]->type.list) {
        struct list list = compile_list(compiler, node->children[1]);
        return list_extreme(compiler, &list, operation);
    }
    operand extreme = compile_value(compiler, node->children[1]);
    for (size_t index = 2; index < node->child_count; index++)
        extreme = two(compiler, operation, extreme, compile_value(compiler, node->children[index]));
    return extreme;
}

/* Each place in the expression and each item of the macros around it draws for itself. */
static operand compile_draw(struct compiler *compiler, const struct node *node,
                            enum operation operation)
{
    operand left = compile_value(compiler, node->children[0]);
    operand right = node->child_count > 1 ? compile_value(compiler, node->children[1]) : left;
    struct text where = arena_print(compiler->arena, ":%zu", node->offset);
    for (unsigned index = 0; index < compiler->local_count; index++)
        where = arena_print(compiler->arena, "%.*s:%u", TEXT_ARGUMENTS(where),
                            compiler->local_items[index]);
    compiler->builder.offset = (uint32_t)node->offset;
    return builder_draw(&compiler->builder, operation, left, right, where);
}

static operand compile_call(struct compiler *compiler, const struct node *node)
{
    if (node->meaning == MEANING_COUNT)
        return compile_count(compiler, node);
    if (node->meaning == MEANING_DRAFTED_ANY)
        return compile_drafted_any(compiler, node);
    if (node->meaning == MEANING_CHANCE)
        return compile_draw(compiler, node, OPERATION_CHANCE);
    if (node->meaning == MEANING_DICE)
        return compile_draw(compiler, node, OPERATION_DICE);
    if (node->meaning == MEANING_LEAST)
        return compile_extreme(compiler, node, OPERATION_LEAST);
    if (node->meaning == MEANING_GREATEST)
        return compile_extreme(compiler, node, OPERATION_GREATEST);
    if (node->meaning == MEANING_ABSOLUTE)
        return builder_one(&compiler->builder, OPERATION_ABSOLUTE,
                           compile_value(compiler, node->children[1]));
    struct list list = compile_list(compiler, node->children[0]);
    compiler->builder.offset = (uint32_t)node->offset;
    if (node->meaning == MEANING_SIZE)
        return list_size(compiler, &list);
    if (node->meaning == MEANING_SUM)
        return list_sum(compiler, &list);
    must(node->meaning == MEANING_MIN || node->meaning == MEANING_MAX);
    return list_extreme(compiler, &list,
                        node->meaning == MEANING_MIN ? OPERATION_LEAST : OPERATION_GREATEST);
}

static operand compile_index(struct compiler *compiler, const struct node *node)
{
    struct list list = compile_list(compiler, node->children[0]);
    operand index = compile_value(compiler, node->children[1]);
    compiler->builder.offset = (uint32_t)node->offset;
    return list_at(compiler, &list, index);
}

static operand compile_by_kind(struct compiler *compiler, const struct node *node)
{
    switch (node->kind) {
    case NODE_INT:
    case NODE_BOOL:
    case NODE_STRING:
        return constant(compiler, node->number);
    case NODE_NOT:
        return builder_one(&compiler->builder, OPERATION_NOT,
                           compile_value(compiler, node->children[0]));
    case NODE_NEGATE:
        return builder_one(&compiler->builder, OPERATION_NEGATE,
                           compile_value(compiler, node->children[0]));
    case NODE_BINARY:
        return compile_binary(compiler, node);
    case NODE_CHOOSE:
        return compile_choose(compiler, node);
    case NODE_INDEX:
        return compile_index(compiler, node);
    case NODE_MACRO:
        return compile_macro_value(compiler, node);
    case NODE_CALL:
        return compile_call(compiler, node);
    case NODE_NAME:
    case NODE_MEMBER:
    case NODE_LIST:
        break;
    }
    must(false);
}

operand compile_value(struct compiler *compiler, const struct node *node)
{
    if (compile_stopped(compiler, 1))
        return constant(compiler, 0);
    uint32_t outer = compiler->builder.offset;
    compiler->builder.offset = (uint32_t)node->offset;
    operand value;
    if (node->meaning == MEANING_CONSTANT)
        value = constant(compiler, node->number);
    else if (node->meaning == MEANING_PLACE)
        value = compile_place(compiler, &node->place);
    else if (node->meaning == MEANING_LOCAL)
        value = compiler->locals[node->number];
    else
        value = compile_by_kind(compiler, node);
    compiler->builder.offset = outer;
    return value;
}

/* The parties of a set: each is there where its bit is. */
static struct list compile_set(struct compiler *compiler, const struct place *place)
{
    operand set = compile_place(compiler, place);
    struct list list = list_new(compiler, (uint32_t)compiler->scenario->party_count);
    for (uint32_t index = 0; index < list.count; index++) {
        list.items[index] = constant(compiler, index);
        list.guards[index] = two(compiler, OPERATION_BIT, set, list.items[index]);
    }
    list.witness = set;
    list.is_set = true;
    list.set = set;
    return list;
}

static struct list compile_every(struct compiler *compiler, enum value_type value)
{
    struct list list =
        list_new(compiler, (uint32_t)(value == VALUE_PARTY ? compiler->scenario->party_count
                                                           : compiler->scenario->region_count));
    for (uint32_t index = 0; index < list.count; index++)
        list.items[index] = constant(compiler, index);
    return list;
}

static struct list compile_items(struct compiler *compiler, const struct node *node)
{
    struct list list = list_new(compiler, (uint32_t)node->child_count);
    for (uint32_t index = 0; index < list.count; index++) {
        list.items[index] = compile_value(compiler, node->children[index]);
        list.witness = builder_witness(&compiler->builder, list.witness, list.items[index]);
    }
    return list;
}

/* Both lists one after the other, of which only one is there. */
static struct list compile_choose_list(struct compiler *compiler, const struct node *node)
{
    struct builder *builder = &compiler->builder;
    operand condition = compile_value(compiler, node->children[0]);
    int64_t value;
    if (builder_is_constant(builder, condition, &value))
        return compile_list(compiler, node->children[value ? 1 : 2]);
    struct list yes = compile_list(compiler, node->children[1]);
    struct list no = compile_list(compiler, node->children[2]);
    operand otherwise = builder_one(builder, OPERATION_NOT, condition);
    struct list list = list_new(compiler, yes.count + no.count);
    for (uint32_t index = 0; index < list.count; index++) {
        bool first = index < yes.count;
        const struct list *from = first ? &yes : &no;
        uint32_t at = first ? index : index - yes.count;
        list.items[index] = from->items[at];
        list.guards[index] =
            two(compiler, OPERATION_AND, first ? condition : otherwise, from->guards[at]);
    }
    list.witness = builder_select(builder, condition, yes.witness, no.witness);
    return list;
}

struct list compile_list(struct compiler *compiler, const struct node *node)
{
    if (compile_stopped(compiler, 1))
        return list_new(compiler, 0);
    uint32_t outer = compiler->builder.offset;
    compiler->builder.offset = (uint32_t)node->offset;
    struct list list;
    if (node->meaning == MEANING_PLACE)
        list = compile_set(compiler, &node->place);
    else if (node->meaning == MEANING_EVERY)
        list = compile_every(compiler, node->type.value);
    else if (node->kind == NODE_LIST)
        list = compile_items(compiler, node);
    else if (node->kind == NODE_CHOOSE)
        list = compile_choose_list(compiler, node);
    else
        list = compile_macro_list(compiler, node);
    compiler->builder.offset = outer;
    return list;
}
