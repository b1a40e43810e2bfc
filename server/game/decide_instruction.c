/* A delegation's instructions to itself: what must hold of anything it signs. */
#include "decide.h"
#include "sight.h"

static bool check_seen(struct scratch *scratch, const struct expression *that)
{
    int64_t slot = sight_blocked(scratch_unseen(scratch), that);
    /* Others' values of what the party has too; what it may not see at all does not compile. */
    return slot == NONE ||
           refuse(scratch, "instruction.invalid", TEXT("that"),
                  "Your delegation sees no \"%.*s\", and knows of none, that it could go by.",
                  TEXT_ARGUMENTS(sight_name(scratch->scenario, (uint32_t)slot)));
}

static bool check_instruction(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    size_t own = 0;
    for (size_t index = 0; index < scratch->game->instruction_count; index++)
        own += scratch->game->instructions[index].party == scratch->party &&
               !scratch->game->instructions[index].gone;
    if (own >= INSTRUCTIONS_MAX)
        return refuse(scratch, "instruction.limit", TEXT(""),
                      "A delegation has at most %d instructions.", INSTRUCTIONS_MAX);
    if (text_count_characters(command->source) > INSTRUCTION_CHARACTERS_MAX)
        return refuse(scratch, "instruction.limit", TEXT("that"),
                      "An instruction is at most %d characters long.", INSTRUCTION_CHARACTERS_MAX);
    if (!check_words(scratch, command->text, TEXT("else"), INSTRUCTION_CHARACTERS_MAX))
        return false;
    struct expression_request request = {
        .source = command->source, .type = VALUE_BOOL, .unseen = scratch_unseen(scratch)};
    struct expression_fault fault = {.message = {NULL, 0}};
    const struct expression *that =
        expression_compile(scratch->scenario, scratch->arena, &request, &fault);
    if (!that) {
        refuse(scratch, "instruction.invalid", TEXT("that"), "%.*s", TEXT_ARGUMENTS(fault.message));
        refuse_more(scratch, TEXT("line"), tree_int(scratch->arena, fault.line));
        refuse_more(scratch, TEXT("column"), tree_int(scratch->arena, fault.column));
        return false;
    }
    return check_seen(scratch, that);
}

static bool instruction_taken(const struct scratch *scratch, struct text id)
{
    for (size_t index = 0; index < scratch->game->instruction_count; index++)
        if (text_equal(scratch->game->instructions[index].id, id))
            return true;
    return false;
}

void decide_instruction_add(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (!check_instruction(scratch))
        return;
    struct text id = scratch_id(scratch, "instruction", command->source, instruction_taken);
    scratch_emit(scratch, (struct event){.type = EVENT_INSTRUCTION,
                                         .id = id,
                                         .party = scratch->party,
                                         .source = command->source,
                                         .text = command->text});
    tree_set_text(scratch->arena, scratch_answer(scratch), TEXT("id"), id);
}

void decide_instruction_remove(struct scratch *scratch)
{
    for (size_t index = 0; index < scratch->game->instruction_count; index++) {
        const struct instruction *instruction = &scratch->game->instructions[index];
        if (instruction->party != scratch->party || instruction->gone ||
            !text_equal(instruction->id, scratch->command->source))
            continue;
        if (!instruction->own) {
            refuse(scratch, "instruction.invalid", TEXT("id"),
                   "This instruction comes from your capital; sign with override where you must.");
            return;
        }
        scratch_emit(scratch, (struct event){.type = EVENT_INSTRUCTION_GONE,
                                             .id = instruction->id,
                                             .party = scratch->party});
        return;
    }
    refuse(scratch, "instruction.invalid", TEXT("id"), "Your delegation has no such instruction.");
}
