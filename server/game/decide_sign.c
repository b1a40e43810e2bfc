/* Signing: one version, exactly as it stands, except for clauses reserved. */
#include "decide.h"
#include "sight.h"

static bool reserved_in(const uint32_t *keys, size_t count, uint32_t key)
{
    for (size_t index = 0; index < count; index++)
        if (keys[index] == key)
            return true;
    return false;
}

static bool check_reserved(struct scratch *scratch, const struct instrument *text)
{
    const struct command *command = scratch->command;
    const struct scenario *scenario = scratch->scenario;
    for (size_t index = 0; index < command->key_count; index++) {
        struct text path = arena_print(scratch->arena, "reserve.%zu", index);
        const struct clause_key *key = &scenario->keys[command->keys[index]];
        if (draft_clause_index(text->draft, command->keys[index]) == NONE)
            return refuse(scratch, "clause.unknown", path,
                          "This text has no clause %.*s to reserve.", TEXT_ARGUMENTS(key->id));
        if (!scenario->instruments[text->kind].severable[key->type])
            return refuse(
                scratch, "clause.not_severable", path,
                "The clause \"%.*s\" (%.*s) is not severable and cannot be reserved: in a text of "
                "this kind it stands or falls with the whole.",
                TEXT_ARGUMENTS(scenario->clause_types[key->type].title), TEXT_ARGUMENTS(key->id));
        if (reserved_in(command->keys, index, command->keys[index]))
            return refuse(scratch, "clause.duplicate", path, "The clause %.*s is reserved twice.",
                          TEXT_ARGUMENTS(key->id));
    }
    return true;
}

/* Who has signed may lift reservations, or before entry into force sign with others. */
static bool check_signed(struct scratch *scratch, const struct instrument *text)
{
    const struct command *command = scratch->command;
    const struct signature *before = instrument_signature(text, scratch->party);
    if (!before)
        return true;
    bool fewer = true;
    for (size_t index = 0; index < command->key_count; index++)
        fewer &= signature_reserves(before, command->keys[index]);
    bool same = fewer && command->key_count == before->reserved_count;
    if (same || (text->status == INSTRUMENT_IN_FORCE && !fewer))
        return refuse(scratch, "signature.already", TEXT("instrument"),
                      same ? "Your delegation has signed this version already."
                           : "This text is in force: reservations can be lifted, not added.");
    return true;
}

/* What the delegation has told itself must hold, as if the text were settled as now signed. */
static bool check_instructions(struct scratch *scratch, const struct instrument *text)
{
    const struct command *command = scratch->command;
    const struct game *game = scratch->game;
    bool head = scratch->seat->role == ROLE_HEAD;
    if (command->flag && head)
        return true;
    const bool *unseen = scratch_unseen(scratch);
    int64_t *state = scratch_suppose(scratch);
    for (size_t index = 0; index < text->draft->clause_count; index++) {
        const struct draft_clause *clause = &text->draft->clauses[index];
        if (reserved_in(command->keys, command->key_count, clause->key))
            continue;
        sight_settle(scratch->scenario, unseen, scratch_world(scratch), clause->key, clause->terms);
        scratch->stale = true;
    }
    const struct instruction *broken = NULL;
    for (size_t index = 0; !broken && index < game->instruction_count; index++) {
        const struct instruction *instruction = &game->instructions[index];
        if (instruction->party != scratch->party || instruction->gone)
            continue;
        struct result result = expression_run(instruction->that, scratch_world(scratch), NULL);
        if (result.failed || !result.value)
            broken = instruction;
    }
    scratch_return(scratch, state);
    if (!broken)
        return true;
    if (broken->own)
        refuse(scratch, "instruction.broken", TEXT("override"), "%.*s",
               TEXT_ARGUMENTS(broken->otherwise));
    else
        refuse_said(scratch, "instruction.broken", TEXT("override"), broken->otherwise);
    refuse_more(scratch, TEXT("instruction"), tree_text(scratch->arena, broken->id));
    refuse_more(scratch, TEXT("override"), tree_bool(scratch->arena, head));
    return false;
}

static bool check_signable(struct scratch *scratch, const struct instrument *text)
{
    const struct command *command = scratch->command;
    if (!check_takes_part(scratch, text))
        return false;
    if (text->status != INSTRUMENT_IN_FORCE && !check_draft(scratch, text))
        return false;
    /* Nobody may be bound to words they have not seen. */
    if (command->version != text->version) {
        refuse(scratch, "version.stale", TEXT("version"),
               "Version %u is not the current one: the newest version of this text is %u. Read it "
               "before you sign.",
               (unsigned)command->version, (unsigned)text->version);
        refuse_more(scratch, TEXT("version"), tree_int(scratch->arena, text->version));
        return false;
    }
    if (text->denounced & party_bit(scratch->party))
        return refuse(scratch, "signature.already", TEXT("instrument"),
                      "Your delegation has denounced this text; only a new one can bind it again.");
    return check_no_brackets(scratch, text->draft);
}

void decide_sign(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_signable(scratch, text) || !check_reserved(scratch, text) ||
        !check_signed(scratch, text) || !check_instructions(scratch, text))
        return;
    bool override = command->flag && scratch->seat->role == ROLE_HEAD;
    scratch_emit(scratch, (struct event){.type = EVENT_SIGNED,
                                         .instrument = text->id,
                                         .version = text->version,
                                         .party = scratch->party,
                                         .keys = command->keys,
                                         .key_count = command->key_count,
                                         .flag = override});
    party_set waiting = text->draft->invited & ~text->signed_by;
    struct tree *answer = scratch_answer(scratch);
    if (waiting)
        tree_set(scratch->arena, answer, TEXT("waits_for"), parties_tree(scratch, waiting));
}

void decide_unsign(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_takes_part(scratch, text) || !check_draft(scratch, text))
        return;
    if (!instrument_signature(text, scratch->party)) {
        refuse(scratch, "signature.none", TEXT("instrument"),
               "Your delegation has not signed this version.");
        return;
    }
    scratch_emit(
        scratch,
        (struct event){.type = EVENT_UNSIGNED, .instrument = text->id, .party = scratch->party});
}

void decide_decline(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_takes_part(scratch, text))
        return;
    if (text->status != INSTRUMENT_IN_FORCE && !check_draft(scratch, text))
        return;
    party_set own = party_bit(scratch->party);
    if (text->signed_by & own)
        refuse(scratch, "signature.already", TEXT("instrument"),
               text->status == INSTRUMENT_IN_FORCE
                   ? "Your delegation has signed this text, and it is in force."
                   : "Your delegation has signed this text; withdraw the signature first.");
    else if (text->declined & own)
        refuse(scratch, "decline.already", TEXT("instrument"),
               "Your delegation has declined this version already.");
    else
        scratch_emit(scratch, (struct event){.type = EVENT_DECLINED,
                                             .instrument = text->id,
                                             .party = scratch->party});
}
