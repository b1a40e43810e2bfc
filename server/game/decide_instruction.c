/* A delegation's instructions to itself: what must hold of anything it signs. */
#include "decide.h"

/* Whether the party sees what a range of slots stands for, if the slot is in it. */
struct sight {
    uint32_t slot;
    int party;
    bool seen;
    struct text name; /* what is not seen */
};

static bool visible(const struct visibility *seen_by, int party, bool own)
{
    return seen_by->all || (seen_by->own ? own : (seen_by->parties & party_bit(party)) != 0);
}

static size_t key_count(const struct scenario *scenario, enum per per)
{
    return per == PER_PARTY    ? scenario->party_count
           : per == PER_REGION ? scenario->region_count
                               : 1;
}

static void look_at(struct sight *sight, const struct scenario *scenario, uint32_t slot,
                    enum per per, const struct visibility *seen_by, struct text name)
{
    if (sight->slot < slot || sight->slot >= slot + key_count(scenario, per))
        return;
    bool own = per == PER_PARTY && sight->slot - slot == (uint32_t)sight->party;
    sight->seen = visible(seen_by, sight->party, own);
    sight->name = name;
}

/* Choices that stay closed until the end are seen by nobody before, but by who made them. */
static void look_at_decision(struct sight *sight, const struct scenario *scenario,
                             const struct decision *decision)
{
    if (!decision->revealed_final)
        return;
    bool choice = sight->slot >= decision->choice_slot &&
                  sight->slot < decision->choice_slot + scenario->party_count;
    bool count = sight->slot >= decision->count_slot &&
                 sight->slot < decision->count_slot + decision->option_count;
    if (!choice && !count)
        return;
    sight->seen = choice && sight->slot - decision->choice_slot == (uint32_t)sight->party;
    sight->name = decision->id;
}

static bool check_seen(struct scratch *scratch, const struct expression *that)
{
    const struct scenario *scenario = scratch->scenario;
    size_t count;
    const uint32_t *reads = expression_reads(that, &count);
    for (size_t index = 0; index < count; index++) {
        struct sight sight = {.slot = reads[index], .party = scratch->party, .seen = true};
        for (size_t at = 0; at < scenario->variable_count; at++) {
            const struct variable *variable = &scenario->variables[at];
            look_at(&sight, scenario, variable->slot, variable->per, &variable->seen_by,
                    variable->id);
        }
        for (size_t at = 0; at < scenario->formula_count; at++) {
            const struct formula *formula = &scenario->formulas[at];
            look_at(&sight, scenario, formula->slot, formula->per, &formula->seen_by, formula->id);
        }
        for (size_t at = 0; at < scenario->decision_count; at++)
            look_at_decision(&sight, scenario, &scenario->decisions[at]);
        /* What may not be seen is called unknown: that it exists is part of what is hidden. */
        if (!sight.seen)
            return refuse(scratch, "instruction.invalid", TEXT("that"),
                          "Your delegation knows of no \"%.*s\" that it could go by.",
                          TEXT_ARGUMENTS(sight.name));
    }
    return true;
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
    struct expression_request request = {.source = command->source, .type = VALUE_BOOL};
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
