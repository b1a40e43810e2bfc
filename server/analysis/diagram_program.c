#include "diagram_program.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

/* While a program is made. */
struct making {
    struct program *program;
    const struct plan_code *code;
    struct arena *arena;
    wide *times;            /* by instruction: how often the objective has it */
    uint32_t *uses;         /* by instruction */
    bool *summed;           /* by instruction: a sum uses it */
    uint32_t *input_levels; /* by input; UNDECIDED while the order is looked for */
    uint32_t *last;         /* when an operand is used last: inputs, then instructions */
};

enum { UNDECIDED = 1 << 30 };

static const struct instruction *instruction_at(const struct making *making, uint32_t index)
{
    return &making->code->instructions[index];
}

static size_t operands_of(const struct instruction *in, operand operands[3])
{
    operands[0] = in->left;
    operands[1] = in->right;
    operands[2] = in->third;
    if (in->operation == OPERATION_SELECT)
        return 3;
    return in->right == in->left ? 1 : 2;
}

/* A sum or difference that cannot fail, nor any part of it in whatever order it is added up. */
static bool is_sum(const struct making *making, uint32_t index)
{
    const struct instruction *in = instruction_at(making, index);
    return (in->operation == OPERATION_ADD || in->operation == OPERATION_SUBTRACT ||
            in->operation == OPERATION_NEGATE) &&
           range_is_narrow(making->code->ranges[index]) &&
           range_is_narrow(program_range(making->program, in->left)) &&
           range_is_narrow(program_range(making->program, in->right));
}

struct range program_range(const struct program *program, operand which)
{
    const struct plan_code *code = program->diagram->code;
    uint32_t index = operand_index(which);
    if (operand_space(which) == SPACE_RUN)
        return code->ranges[index];
    if (operand_space(which) == SPACE_WORLD)
        return code->inputs[index].range;
    return (struct range){code->constants[index], code->constants[index], false};
}

static void add_addend(struct making *making, struct addends *addends, operand value, wide times)
{
    if (times == 0)
        return;
    must(times >= INT64_MIN / 2 && times <= INT64_MAX / 2);
    if ((addends->count & (addends->count - 1)) == 0)
        addends->items = arena_grow(making->arena, addends->items, addends->count,
                                    addends->count * 2 + 1, sizeof(*addends->items));
    addends->items[addends->count++] = (struct addend){value, (int64_t)times, 0};
}

/* Adds a multiple of an operand to the objective: what is an instruction waits for its turn. */
static void weigh_operand(struct making *making, wide *inputs, operand which, wide times)
{
    uint32_t index = operand_index(which);
    if (operand_space(which) == SPACE_CONSTANT)
        making->program->constant += times * making->code->constants[index];
    else if (operand_space(which) == SPACE_WORLD)
        inputs[index] += times;
    else
        making->times[index] += times;
}

/* The objective as multiples of what is no sum. */
static void take_objective_apart(struct making *making, const int64_t *weights)
{
    const struct plan_code *code = making->code;
    wide *inputs = ARENA_ARRAY(making->arena, wide, code->input_count);
    for (size_t party = 0; weights && party + 1 < code->root_count; party++)
        weigh_operand(making, inputs, code->roots[party], weights[party]);
    for (uint32_t index = code->count; index-- > 0;) {
        const struct instruction *in = instruction_at(making, index);
        wide times = making->times[index];
        if (times == 0)
            continue;
        if (is_sum(making, index) && times > -(INT64_MAX >> 20) && times < INT64_MAX >> 20) {
            bool negative = in->operation == OPERATION_NEGATE;
            weigh_operand(making, inputs, in->left, negative ? -times : times);
            if (!negative)
                weigh_operand(making, inputs, in->right,
                              in->operation == OPERATION_ADD ? times : -times);
            making->times[index] = 0;
        } else {
            add_addend(making, &making->program->objective, operand_of(SPACE_RUN, index), times);
            making->program->nodes[index].needed = true;
            making->uses[index]++;
        }
    }
    for (uint32_t input = 0; input < code->input_count; input++)
        add_addend(making, &making->program->objective, operand_of(SPACE_WORLD, input),
                   inputs[input]);
}

/* What must be true, as far as `and` takes it apart. */
static void take_musts_apart(struct making *making)
{
    const struct plan_code *code = making->code;
    struct program *program = making->program;
    operand *waiting = ARENA_ARRAY(making->arena, operand, 2 * (size_t)code->count + 2);
    bool *seen = ARENA_ARRAY(making->arena, bool, code->count + 1);
    size_t count = 1;
    program->musts = ARENA_ARRAY(making->arena, operand, 2 * (size_t)code->count + 2);
    waiting[0] = code->roots[code->root_count - 1];
    while (count > 0) {
        operand which = waiting[--count];
        uint32_t index = operand_index(which);
        if (operand_space(which) == SPACE_CONSTANT) {
            program->impossible |= code->constants[index] == 0;
            continue;
        }
        if (operand_space(which) == SPACE_RUN) {
            if (seen[index])
                continue;
            seen[index] = true;
            const struct instruction *in = instruction_at(making, index);
            if (in->operation == OPERATION_AND && !code->ranges[index].fails) {
                waiting[count++] = in->left;
                waiting[count++] = in->right;
                continue;
            }
            program->nodes[index].needed = true;
            making->uses[index]++;
        }
        program->musts[program->must_count++] = which;
    }
}

static void mark_needed(struct making *making)
{
    for (uint32_t index = making->code->count; index-- > 0;) {
        operand operands[3];
        if (!making->program->nodes[index].needed)
            continue;
        const struct instruction *in = instruction_at(making, index);
        size_t count = operands_of(in, operands);
        for (size_t at = 0; at < count; at++) {
            uint32_t used = operand_index(operands[at]);
            if (operand_space(operands[at]) != SPACE_RUN)
                continue;
            making->program->nodes[used].needed = true;
            making->uses[used] += in->right == in->left && in->operation != OPERATION_NEGATE &&
                                          count == 1 && is_sum(making, index)
                                      ? 2
                                      : 1;
            making->summed[used] = is_sum(making, index);
        }
    }
}

/* Gathers the addends of a sum, through those that are part of it alone. */
static void gather(struct making *making, struct value_node *sum, operand which, int64_t times)
{
    uint32_t index = operand_index(which);
    if (operand_space(which) == SPACE_CONSTANT) {
        sum->constant += times * making->code->constants[index];
        return;
    }
    if (operand_space(which) != SPACE_RUN || !making->program->nodes[index].absorbed) {
        add_addend(making, &sum->addends, which, times);
        return;
    }
    const struct instruction *in = instruction_at(making, index);
    bool negative = in->operation == OPERATION_NEGATE;
    gather(making, sum, in->left, negative ? -times : times);
    if (!negative)
        gather(making, sum, in->right, in->operation == OPERATION_ADD ? times : -times);
}

static void find_sums(struct making *making)
{
    struct program *program = making->program;
    for (uint32_t index = 0; index < making->code->count; index++) {
        struct value_node *node = &program->nodes[index];
        if (!node->needed || !is_sum(making, index))
            continue;
        node->absorbed = making->uses[index] == 1 && making->summed[index];
        node->sum = !node->absorbed;
    }
    for (uint32_t index = 0; index < making->code->count; index++) {
        struct value_node *node = &program->nodes[index];
        const struct instruction *in = instruction_at(making, index);
        if (!node->sum)
            continue;
        bool negative = in->operation == OPERATION_NEGATE;
        gather(making, node, in->left, negative ? -1 : 1);
        if (!negative)
            gather(making, node, in->right, in->operation == OPERATION_ADD ? 1 : -1);
    }
}

static uint32_t level_of(const struct making *making, operand which)
{
    if (operand_space(which) == SPACE_CONSTANT)
        return 0;
    if (operand_space(which) == SPACE_WORLD)
        return making->input_levels[operand_index(which)];
    return making->program->nodes[operand_index(which)].level;
}

/* When everything is known, and needed last, under the levels of the inputs. */
static void find_levels(struct making *making)
{
    const struct plan_code *code = making->code;
    struct program *program = making->program;
    memset(making->last, 0, (code->input_count + code->count) * sizeof(*making->last));
    for (uint32_t index = 0; index < code->count; index++) {
        struct value_node *node = &program->nodes[index];
        operand operands[3];
        if (!node->needed || node->absorbed)
            continue;
        node->level = 0;
        node->first = UINT32_MAX;
        for (size_t at = 0; at < node->addends.count; at++) {
            struct addend *addend = &node->addends.items[at];
            addend->level = level_of(making, addend->value);
            node->level = addend->level > node->level ? addend->level : node->level;
            node->first = addend->level < node->first ? addend->level : node->first;
        }
        if (node->sum)
            continue;
        size_t count = operands_of(instruction_at(making, index), operands);
        for (size_t at = 0; at < count; at++) {
            uint32_t level = level_of(making, operands[at]);
            node->level = level > node->level ? level : node->level;
        }
        for (size_t at = 0; at < count; at++) {
            if (operand_space(operands[at]) == SPACE_CONSTANT)
                continue;
            size_t place = operand_index(operands[at]) +
                           (operand_space(operands[at]) == SPACE_RUN ? code->input_count : 0);
            if (node->level > making->last[place])
                making->last[place] = node->level;
        }
    }
}

static uint8_t bits_for(int64_t low, int64_t high)
{
    uint64_t span = (uint64_t)high - (uint64_t)low;
    return span == 0 ? 0 : (uint8_t)(64 - __builtin_clzll(span));
}

/* The range of a sum's addends up to a level. */
static struct range partial_range(const struct program *program, const struct value_node *node,
                                  uint32_t level)
{
    struct range range = {node->constant, node->constant, false};
    for (size_t at = 0; at < node->addends.count; at++) {
        const struct addend *addend = &node->addends.items[at];
        if (addend->level > level)
            continue;
        struct range one = program_range(program, addend->value);
        range.low += addend->times * (addend->times > 0 ? one.low : one.high);
        range.high += addend->times * (addend->times > 0 ? one.high : one.low);
    }
    return range;
}

/* The values that a state holds after a level: bits in all. With `slots` NULL they are only
 * counted. */
static unsigned list_slots(const struct making *making, uint32_t level, struct slot *slots,
                           size_t *count)
{
    const struct plan_code *code = making->code;
    const struct program *program = making->program;
    unsigned bits = 0;
    *count = 0;
#define SLOT(slot_kind, slot_index, slot_low, slot_high)                                           \
    do {                                                                                           \
        struct slot slot = {.kind = (slot_kind), .index = (slot_index), .low = (slot_low)};        \
        slot.bits = bits_for((slot_low), (slot_high));                                             \
        bits += slot.bits;                                                                         \
        if (slots)                                                                                 \
            slots[*count] = slot;                                                                  \
        ++*count;                                                                                  \
    } while (0)
    for (uint32_t input = 0; input < code->input_count; input++)
        if (making->input_levels[input] <= level && making->last[input] > level)
            SLOT(SLOT_INPUT, input, code->inputs[input].range.low, code->inputs[input].range.high);
    for (uint32_t index = 0; index < code->count; index++) {
        const struct value_node *node = &program->nodes[index];
        if (!node->needed || node->absorbed)
            continue;
        if (node->sum && node->first <= level && node->level > level) {
            struct range range = partial_range(program, node, level);
            SLOT(SLOT_PARTIAL, index, range.low, range.high);
        } else if (node->level <= level && making->last[code->input_count + index] > level) {
            SLOT(SLOT_NODE, index, code->ranges[index].low, code->ranges[index].high);
            if (code->ranges[index].fails)
                SLOT(SLOT_FAILED, index, 0, 1);
        }
    }
#undef SLOT
    return bits;
}

enum { SEARCHED_MAX = 96 }; /* axes; where there are more, they are taken as they come */

/* The next axis is the one after which a state has least to remember; of equals the one with
 * fewest options, then the first. */
static uint32_t next_axis(struct making *making, const bool *decided, uint32_t level)
{
    const struct diagram *diagram = making->program->diagram;
    const struct package_space *space = diagram->stakes->space;
    uint32_t best = 0;
    unsigned least = UINT32_MAX;
    for (uint32_t axis = 0; axis < space->axis_count; axis++) {
        size_t count;
        if (decided[axis])
            continue;
        for (uint32_t input = 0; input < making->code->input_count; input++)
            if (diagram->axis_of[input] == axis)
                making->input_levels[input] = level;
        find_levels(making);
        unsigned bits = list_slots(making, level, NULL, &count);
        if (bits < least ||
            (bits == least && space->axes[axis].options < space->axes[best].options)) {
            least = bits;
            best = axis;
        }
        for (uint32_t input = 0; input < making->code->input_count; input++)
            if (diagram->axis_of[input] == axis)
                making->input_levels[input] = UNDECIDED;
    }
    return best;
}

static void choose_order(struct making *making)
{
    const struct diagram *diagram = making->program->diagram;
    bool *decided = ARENA_ARRAY(making->arena, bool, making->program->level_count);
    for (uint32_t level = 0; level < making->program->level_count; level++) {
        uint32_t axis =
            making->program->level_count > SEARCHED_MAX ? level : next_axis(making, decided, level);
        decided[axis] = true;
        making->program->levels[level].axis = axis;
        for (uint32_t input = 0; input < making->code->input_count; input++)
            if (diagram->axis_of[input] == axis)
                making->input_levels[input] = level;
    }
    find_levels(making);
}

static int compare_addends(const void *left, const void *right)
{
    const struct addend *first = left, *second = right;
    if (first->level != second->level)
        return first->level < second->level ? -1 : 1;
    return (first->value > second->value) - (first->value < second->value);
}

static void sort_addends(struct making *making, struct addends *addends)
{
    for (size_t at = 0; at < addends->count; at++)
        addends->items[at].level = level_of(making, addends->items[at].value);
    if (addends->count > 1)
        qsort(addends->items, addends->count, sizeof(*addends->items), compare_addends);
}

/* Gives each slot its place: no value lies across two words. */
static void place_slots(struct level *level, struct slot *slots)
{
    unsigned used = 64;
    for (size_t at = 0; at < level->slot_count; at++) {
        struct slot *slot = &slots[at];
        if (used + slot->bits > 64) {
            level->words++;
            used = 0;
        }
        slot->word = (uint32_t)level->words - 1;
        slot->shift = (uint8_t)used;
        used += slot->bits;
    }
}

/* Whether a node needs the axis of a level and nothing before. */
static bool *find_own(const struct making *making)
{
    const struct program *program = making->program;
    bool *own = ARENA_ARRAY(making->arena, bool, making->code->count + 1);
    for (uint32_t index = 0; index < making->code->count; index++) {
        const struct value_node *node = &program->nodes[index];
        operand operands[3];
        if (!node->needed || node->absorbed)
            continue;
        own[index] = !node->sum || node->first == node->level;
        size_t count = node->sum ? 0 : operands_of(instruction_at(making, index), operands);
        for (size_t at = 0; at < count + node->addends.count; at++) {
            operand which = at < count ? operands[at] : node->addends.items[at - count].value;
            if (operand_space(which) == SPACE_RUN)
                own[index] &= own[operand_index(which)];
            if (operand_space(which) != SPACE_CONSTANT)
                own[index] &= level_of(making, which) == node->level;
        }
    }
    return own;
}

static bool adds_at(const struct value_node *node, uint32_t level)
{
    for (size_t at = 0; at < node->addends.count; at++)
        if (node->addends.items[at].level == level)
            return true;
    return false;
}

static void list_work(struct making *making, struct level *to, uint32_t level, const bool *is_own)
{
    struct program *program = making->program;
    uint32_t *own = ARENA_ARRAY(making->arena, uint32_t, making->code->count + 1);
    uint32_t *mixed = ARENA_ARRAY(making->arena, uint32_t, making->code->count + 1);
    for (uint32_t index = 0; index < making->code->count; index++) {
        const struct value_node *node = &program->nodes[index];
        if (!node->needed || node->absorbed ||
            (node->level != level && !(node->sum && adds_at(node, level))))
            continue;
        if (is_own[index] && node->level == level)
            own[to->own_count++] = index;
        else
            mixed[to->mixed_count++] = index;
    }
    to->own = own;
    to->mixed = mixed;
}

static void fill_level(struct making *making, uint32_t number, const bool *is_own)
{
    struct program *program = making->program;
    struct level *level = &program->levels[number];
    struct slot *slots = ARENA_ARRAY(making->arena, struct slot,
                                     making->code->input_count + 2 * (size_t)making->code->count);
    (void)list_slots(making, number, slots, &level->slot_count);
    place_slots(level, slots);
    level->slots = slots;
    list_work(making, level, number, is_own);
    operand *musts = ARENA_ARRAY(making->arena, operand, program->must_count);
    for (size_t at = 0; at < program->must_count; at++)
        if (level_of(making, program->musts[at]) == number)
            musts[level->must_count++] = program->musts[at];
    level->musts = musts;
    for (size_t at = 0; at < program->objective.count; at++) {
        if (program->objective.items[at].level != number)
            continue;
        if (level->gains.count++ == 0)
            level->gains.items = &program->objective.items[at];
    }
}

struct program *program_make(const struct diagram *diagram, const struct diagram_question *question,
                             struct arena *arena)
{
    const struct plan_code *code = diagram->code;
    struct program *program = ARENA_NEW(arena, struct program);
    program->diagram = diagram;
    program->nodes = ARENA_ARRAY(arena, struct value_node, code->count + 1);
    program->level_count = diagram->stakes->space->axis_count;
    program->levels = ARENA_ARRAY(arena, struct level, program->level_count);
    struct making making = {
        .program = program,
        .code = code,
        .arena = arena,
        .times = ARENA_ARRAY(arena, wide, code->count + 1),
        .uses = ARENA_ARRAY(arena, uint32_t, code->count + 1),
        .summed = ARENA_ARRAY(arena, bool, code->count + 1),
        .input_levels = ARENA_ARRAY(arena, uint32_t, code->input_count),
        .last = ARENA_ARRAY(arena, uint32_t, code->input_count + code->count),
    };
    for (size_t input = 0; input < code->input_count; input++)
        making.input_levels[input] = UNDECIDED;
    take_objective_apart(&making, question->count ? NULL : question->weights);
    take_musts_apart(&making);
    mark_needed(&making);
    find_sums(&making);
    choose_order(&making);
    sort_addends(&making, &program->objective);
    for (uint32_t index = 0; index < code->count; index++)
        if (program->nodes[index].sum)
            sort_addends(&making, &program->nodes[index].addends);
    program->input_levels = making.input_levels;
    const bool *own = find_own(&making);
    for (uint32_t level = 0; level < program->level_count; level++)
        fill_level(&making, level, own);
    return program;
}
