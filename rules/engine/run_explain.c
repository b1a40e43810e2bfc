#include "run.h"
#include "scenario.h"

/* The operand that made an instruction fail, or the instruction itself where all it needed was
 * there. */
static operand failed_operand(const struct frame *frame, const struct instruction *in,
                              operand itself)
{
    if (frame_failed(frame, in->left))
        return in->left;
    if (in->operation == OPERATION_SELECT) {
        operand taken = frame_value(frame, in->left) ? in->right : in->third;
        return frame_failed(frame, taken) ? taken : itself;
    }
    if (frame_failed(frame, in->right))
        return in->right;
    if (in->operation == OPERATION_INDEX) {
        int64_t key = frame_value(frame, in->right);
        if ((uint64_t)key < in->count)
            return in->left + ((uint32_t)key * in->third << 2);
    }
    return itself;
}

static const char *reason_words(const struct frame *frame, const struct instruction *in)
{
    int64_t right = frame_value(frame, in->right);
    switch ((enum operation)in->operation) {
    case OPERATION_DIVIDE:
    case OPERATION_REMAINDER:
        if (right == 0)
            return "Division by zero.";
        break;
    case OPERATION_INDEX:
        return "There is no such item.";
    case OPERATION_REQUIRE:
        if (in->count == REASON_INDEX)
            return "The list has no item of that index.";
        if (in->count == REASON_EMPTY)
            return "An empty list has no least and no greatest item.";
        return "The string is not one of the options.";
    case OPERATION_DICE:
        return "dice(low, high) needs a low that is not above its high.";
    case OPERATION_ADD:
    case OPERATION_SUBTRACT:
    case OPERATION_MULTIPLY:
    case OPERATION_NEGATE:
    case OPERATION_ABSOLUTE:
    case OPERATION_LEAST:
    case OPERATION_GREATEST:
    case OPERATION_EQUAL:
    case OPERATION_UNEQUAL:
    case OPERATION_LESS:
    case OPERATION_LESS_EQUAL:
    case OPERATION_NOT:
    case OPERATION_AND:
    case OPERATION_OR:
    case OPERATION_SELECT:
    case OPERATION_BIT:
    case OPERATION_MEMBERS:
    case OPERATION_WITH:
    case OPERATION_HOLDS:
    case OPERATION_CHANCE:
        break;
    }
    return "The result does not fit into 64 bits.";
}

static uint32_t formula_keys(const struct scenario *scenario, const struct formula *formula)
{
    if (formula->per == PER_NONE)
        return 1;
    return (uint32_t)(formula->per == PER_PARTY ? scenario->party_count : scenario->region_count);
}

/* Of all slots, only a formula's can have failed by itself. */
static struct text slot_words(const struct scenario *scenario, uint32_t slot, struct arena *arena)
{
    for (size_t index = 0; scenario && index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        if (slot >= formula->slot && slot - formula->slot < formula_keys(scenario, formula))
            return arena_print(arena, "The formula \"%.*s\" cannot be computed now.",
                               TEXT_ARGUMENTS(formula->id));
    }
    return TEXT("A value that this reads cannot be computed now.");
}

struct text run_explain(const struct expression *expression, const struct scenario *scenario,
                        const struct frame *frame, operand root, uint32_t *offset,
                        struct arena *arena)
{
    operand at = root;
    while (operand_space(at) == SPACE_RUN) {
        const struct instruction *in = &expression->instructions[operand_index(at)];
        *offset = expression->offsets[operand_index(at)];
        operand cause = failed_operand(frame, in, at);
        if (cause == at)
            return text_of(reason_words(frame, in));
        at = cause;
    }
    return slot_words(scenario, operand_index(at), arena);
}
