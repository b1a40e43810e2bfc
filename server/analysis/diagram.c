#include "diagram.h"

#include "diagram_layer.h"
#include "diagram_program.h"
#include "must.h"

#include <stdlib.h>
#include <string.h>

enum {
    AXIS_OPTIONS_MAX = 1 << 20,
    BOUNDED_MIN = 4096, /* states from which on it is worth looking which have no prospects */
    OVERFULL = 4,       /* times `width`: how many there may be within a level */
};

/* A run through a program. */
struct run {
    const struct program *program;
    const struct diagram_question *question;
    const struct plan_code *code;
    int64_t *inputs, *values, *partials; /* by input, by instruction, by instruction */
    uint8_t *inputs_failed, *failed, *constants_failed;
    struct range *ranges; /* by instruction: while prospects are looked at */
    struct frame frame;
    struct layer now, next;
    struct step_back **from; /* by level: how its states came to be */
    wide dropped;            /* the most that what was dropped could have come to */
    bool any_dropped;
    size_t states;
};

const struct diagram *diagram_open(const struct stakes *stakes, struct arena *arena)
{
    const struct package_space *space = stakes->space;
    for (size_t axis = 0; axis < space->axis_count; axis++)
        if (space->axes[axis].options > AXIS_OPTIONS_MAX)
            return NULL;
    struct diagram *diagram = ARENA_NEW(arena, struct diagram);
    diagram->stakes = stakes;
    diagram->code =
        plan_code_expected(stakes->scenario, stakes->world, space->keys, space->axis_count, arena);
    if (!diagram->code || space->axis_count == 0)
        return NULL;
    uint32_t *axis_of = ARENA_ARRAY(arena, uint32_t, diagram->code->input_count);
    for (uint32_t axis = 0; axis < space->axis_count; axis++)
        for (uint32_t term = 0; term <= diagram->code->keys[axis].term_count; term++)
            axis_of[diagram->code->keys[axis].first_input + term] = axis;
    diagram->axis_of = axis_of;
    return diagram;
}

static int64_t value_of(const struct run *run, operand which)
{
    return frame_value(&run->frame, which);
}

static void unpack(struct run *run, const struct level *level, const uint64_t *state)
{
    for (size_t at = 0; at < level->slot_count; at++) {
        const struct slot *slot = &level->slots[at];
        uint64_t mask = slot->bits == 64 ? UINT64_MAX : (UINT64_C(1) << slot->bits) - 1;
        uint64_t bits = slot->bits ? state[slot->word] >> slot->shift & mask : 0;
        int64_t value = (int64_t)((uint64_t)slot->low + bits);
        if (slot->kind == SLOT_INPUT)
            run->inputs[slot->index] = value;
        else if (slot->kind == SLOT_NODE)
            run->values[slot->index] = value;
        else if (slot->kind == SLOT_FAILED)
            run->failed[slot->index] = (uint8_t)value;
        else
            run->partials[slot->index] = value;
    }
}

static void pack(const struct run *run, const struct level *level, uint64_t *state)
{
    memset(state, 0, level->words * sizeof(*state));
    for (size_t at = 0; at < level->slot_count; at++) {
        const struct slot *slot = &level->slots[at];
        int64_t value = slot->kind == SLOT_INPUT    ? run->inputs[slot->index]
                        : slot->kind == SLOT_NODE   ? run->values[slot->index]
                        : slot->kind == SLOT_FAILED ? run->failed[slot->index]
                                                    : run->partials[slot->index];
        if (slot->bits)
            state[slot->word] |= ((uint64_t)value - (uint64_t)slot->low) << slot->shift;
    }
}

/* Computes a node, or adds to a sum what is known of it from this level on. */
static void work_node(struct run *run, uint32_t index, uint32_t level)
{
    const struct value_node *node = &run->program->nodes[index];
    if (!node->sum) {
        run_instructions(&run->code->instructions[index], 1, &run->frame, &run->values[index],
                         &run->failed[index], NULL, NULL);
        return;
    }
    int64_t sum = node->first < level ? run->partials[index] : node->constant;
    for (size_t at = 0; at < node->addends.count; at++)
        if (node->addends.items[at].level == level)
            sum += node->addends.items[at].times * value_of(run, node->addends.items[at].value);
    if (node->level == level)
        run->values[index] = sum;
    else
        run->partials[index] = sum;
}

/* What the level adds to the objective; false where the package cannot be: a score of it cannot be
 * computed, or something that must be true is not. */
static bool reap(const struct run *run, const struct level *level, wide *sum)
{
    for (size_t at = 0; at < level->must_count; at++)
        if (frame_failed(&run->frame, level->musts[at]) || !value_of(run, level->musts[at]))
            return false;
    for (size_t at = 0; at < level->gains.count; at++) {
        const struct addend *addend = &level->gains.items[at];
        if (frame_failed(&run->frame, addend->value))
            return false;
        *sum += (wide)addend->times * value_of(run, addend->value);
    }
    return true;
}

static struct range prospect(const struct run *run, operand which, uint32_t level)
{
    uint32_t index = operand_index(which);
    if (operand_space(which) == SPACE_RUN && run->program->nodes[index].level > level)
        return run->ranges[index];
    if (operand_space(which) == SPACE_WORLD && run->program->input_levels[index] > level)
        return run->code->inputs[index].range;
    int64_t value = value_of(run, which);
    return (struct range){value, value, frame_failed(&run->frame, which)};
}

static void add_range(wide *low, wide *high, struct range range, int64_t times)
{
    *low += (wide)times * (times > 0 ? range.low : range.high);
    *high += (wide)times * (times > 0 ? range.high : range.low);
}

static int64_t clamp(wide value)
{
    return value < INT64_MIN ? INT64_MIN : value > INT64_MAX ? INT64_MAX : (int64_t)value;
}

static struct range sum_prospect(const struct run *run, uint32_t index, uint32_t level)
{
    const struct value_node *node = &run->program->nodes[index];
    wide low = node->first <= level ? run->partials[index] : node->constant, high = low;
    for (size_t at = 0; at < node->addends.count; at++) {
        const struct addend *addend = &node->addends.items[at];
        if (addend->level > level)
            add_range(&low, &high, prospect(run, addend->value, level), addend->times);
    }
    return (struct range){clamp(low), clamp(high), false};
}

/* The most that can become of the unpacked state, whose sum so far is given; false where nothing
 * legal can. */
static bool look_ahead(struct run *run, uint32_t level, wide sum, wide *most)
{
    const struct program *program = run->program;
    wide low = 0;
    for (uint32_t index = 0; index < run->code->count; index++) {
        const struct value_node *node = &program->nodes[index];
        if (!node->needed || node->absorbed || node->level <= level)
            continue;
        const struct instruction *in = &run->code->instructions[index];
        struct range third = {0, 0, false};
        if (node->sum) {
            run->ranges[index] = sum_prospect(run, index, level);
            continue;
        }
        if (in->operation == OPERATION_SELECT)
            third = prospect(run, in->third, level);
        run->ranges[index] = range_of((enum operation)in->operation, prospect(run, in->left, level),
                                      prospect(run, in->right, level), third);
    }
    *most = sum;
    for (uint32_t later = level + 1; later < program->level_count; later++) {
        const struct level *at = &program->levels[later];
        for (size_t item = 0; item < at->gains.count; item++)
            add_range(&low, most, prospect(run, at->gains.items[item].value, level),
                      at->gains.items[item].times);
        for (size_t item = 0; item < at->must_count; item++)
            if (range_is_false(prospect(run, at->musts[item], level)))
                return false;
    }
    return true;
}

struct promise {
    wide most;
    uint32_t state;
};

static int compare_promises(const void *left, const void *right)
{
    const struct promise *first = left, *second = right;
    if (first->most != second->most)
        return first->most > second->most ? -1 : 1;
    return (first->state > second->state) - (first->state < second->state);
}

static int compare_numbers(const void *left, const void *right)
{
    uint32_t first = *(const uint32_t *)left, second = *(const uint32_t *)right;
    return (first > second) - (first < second);
}

/* Drops the states of a layer that have no prospects, and the least promising beyond `width`. */
static void prune(struct run *run, struct layer *layer, uint32_t level)
{
    struct promise *promises = calloc(layer->count, sizeof(*promises));
    uint32_t *kept = calloc(layer->count, sizeof(*kept));
    must(promises && kept);
    size_t count = 0, width = run->question->width;
    for (uint32_t state = 0; state < layer->count; state++) {
        wide most;
        unpack(run, &run->program->levels[level], &layer->states[state * layer->words]);
        if (look_ahead(run, level, layer->sums[state], &most) &&
            (!run->question->bounded || most > run->question->enough))
            promises[count++] = (struct promise){most, state};
    }
    if (count > width) {
        qsort(promises, count, sizeof(*promises), compare_promises);
        if (!run->any_dropped || promises[width].most > run->dropped)
            run->dropped = promises[width].most;
        run->any_dropped = true;
        count = width;
    }
    for (size_t at = 0; at < count; at++)
        kept[at] = promises[at].state;
    qsort(kept, count, sizeof(*kept), compare_numbers);
    layer_keep(layer, kept, count);
    free(promises);
    free(kept);
}

/* The axis of the level takes an option, and what follows from that alone. */
static void take_option(struct run *run, uint32_t number, uint32_t option, int64_t *terms)
{
    const struct level *level = &run->program->levels[number];
    const struct plan_key *key = &run->code->keys[level->axis];
    run->inputs[key->first_input] = option > 0;
    if (option > 0)
        space_values(run->program->diagram->stakes->space, level->axis, option, terms);
    for (uint32_t term = 0; term < key->term_count; term++)
        run->inputs[key->first_input + 1 + term] =
            option > 0 ? terms[term] : run->code->inputs[key->first_input + 1 + term].absent;
    for (size_t at = 0; at < level->own_count; at++)
        work_node(run, level->own[at], number);
}

/* One option, for all states before the level. False where it was stopped, or does not fit. */
static bool extend(struct run *run, uint32_t number, uint32_t option, int64_t *terms,
                   uint64_t *state)
{
    const struct level *level = &run->program->levels[number];
    const struct diagram_question *question = run->question;
    take_option(run, number, option, terms);
    for (uint32_t before = 0; before < run->now.count; before++) {
        wide sum = run->now.sums[before];
        if (number > 0)
            unpack(run, level - 1, &run->now.states[before * run->now.words]);
        for (size_t at = 0; at < level->mixed_count; at++)
            work_node(run, level->mixed[at], number);
        if (!reap(run, level, &sum))
            continue;
        pack(run, level, state);
        layer_add(&run->next, state, sum, (struct step_back){before, option}, question->count);
        if (run->next.count < OVERFULL * question->width)
            continue;
        if (question->count || watch_stopped(question->watch))
            return false;
        prune(run, &run->next, number);
        take_option(run, number, option, terms); /* Looking ahead left other values behind. */
    }
    return true;
}

static bool run_level(struct run *run, uint32_t number, struct arena *arena)
{
    const struct level *level = &run->program->levels[number];
    const struct diagram_question *question = run->question;
    const struct package_space *space = run->program->diagram->stakes->space;
    int64_t *terms = ARENA_ARRAY(arena, int64_t, space_terms(space, level->axis));
    uint64_t *state = ARENA_ARRAY(arena, uint64_t, level->words + 1);
    layer_open(&run->next, level->words);
    for (uint32_t option = 0; option < space->axes[level->axis].options; option++) {
        if (watch_stopped(question->watch) || !extend(run, number, option, terms, state))
            return false;
    }
    if (!question->count && number + 1 < run->program->level_count &&
        (run->next.count > BOUNDED_MIN || run->next.count > question->width))
        prune(run, &run->next, number);
    run->states = run->next.count > run->states ? run->next.count : run->states;
    layer_close(&run->now);
    run->now = run->next;
    run->next = (struct layer){0};
    run->from[number] = arena_grow(arena, run->now.from, run->now.count, run->now.count + 1,
                                   sizeof(*run->now.from));
    question->watch->told(question->watch->context, question->name, number + 1,
                          run->program->level_count);
    return true;
}

static void run_open(struct run *run, const struct program *program,
                     const struct diagram_question *question, struct arena *arena)
{
    const struct plan_code *code = program->diagram->code;
    size_t constants = 1;
    for (uint32_t index = 0; index < code->count; index++) {
        const operand operands[] = {code->instructions[index].left, code->instructions[index].right,
                                    code->instructions[index].third};
        for (size_t at = 0; at < 3; at++)
            if (operand_space(operands[at]) == SPACE_CONSTANT &&
                operand_index(operands[at]) >= constants)
                constants = operand_index(operands[at]) + (size_t)1;
    }
    *run = (struct run){
        .program = program,
        .question = question,
        .code = code,
        .inputs = ARENA_ARRAY(arena, int64_t, code->input_count),
        .values = ARENA_ARRAY(arena, int64_t, code->count + 1),
        .partials = ARENA_ARRAY(arena, int64_t, code->count + 1),
        .inputs_failed = ARENA_ARRAY(arena, uint8_t, code->input_count),
        .failed = ARENA_ARRAY(arena, uint8_t, code->count + 1),
        .constants_failed = ARENA_ARRAY(arena, uint8_t, constants),
        .ranges = ARENA_ARRAY(arena, struct range, code->count + 1),
        .from = ARENA_ARRAY(arena, struct step_back *, program->level_count),
    };
    run->frame = (struct frame){{run->inputs, code->constants, run->values},
                                {run->inputs_failed, run->constants_failed, run->failed}};
    layer_open(&run->now, 0);
    layer_add(&run->now, NULL, question->count ? 1 : program->constant, (struct step_back){0, 0},
              false);
}

static void finish(const struct run *run, struct diagram_answer *answer, struct arena *arena)
{
    const struct diagram_question *question = run->question;
    const struct program *program = run->program;
    answer->told = true;
    answer->states = run->states;
    bool any = run->now.count > 0;
    if (question->count) {
        answer->count = any ? (wide_count)run->now.sums[0] : 0;
        return;
    }
    answer->found = any && (!question->bounded || run->now.sums[0] > question->enough);
    answer->best = any ? run->now.sums[0] : 0;
    answer->most = answer->found ? answer->best : question->enough;
    if (run->any_dropped && (!(answer->found || question->bounded) || run->dropped > answer->most))
        answer->most = run->dropped;
    answer->options = ARENA_ARRAY(arena, uint64_t, program->level_count);
    uint32_t state = 0;
    for (size_t level = program->level_count; answer->found && level-- > 0;) {
        answer->options[program->levels[level].axis] = run->from[level][state].option;
        state = run->from[level][state].state;
    }
}

struct diagram_answer diagram_ask(const struct diagram *diagram,
                                  const struct diagram_question *question, struct arena *arena)
{
    struct diagram_answer answer = {.told = false};
    struct arena *scratch = arena_open();
    const struct program *program = program_make(diagram, question, scratch);
    struct run run;
    bool whole = true;
    run_open(&run, program, question, scratch);
    if (program->impossible)
        run.now.count = 0;
    for (uint32_t level = 0; level < program->level_count && whole; level++)
        whole = run_level(&run, level, scratch);
    if (whole)
        finish(&run, &answer, arena);
    layer_close(&run.now);
    layer_close(&run.next);
    arena_close(scratch);
    return answer;
}
