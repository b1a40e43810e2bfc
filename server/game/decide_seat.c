/* Seats: who sits where, who leads, who has full powers, who is ready. */
#include "decide.h"

void decide_ready(struct scratch *scratch)
{
    bool on = scratch->command->flag;
    if (scratch->seat->ready != on)
        scratch_emit(scratch,
                     (struct event){.type = EVENT_READY, .seat = scratch->seat->id, .flag = on});
}

/* Another seat of the actor's own delegation. */
static const struct seat *colleague(struct scratch *scratch)
{
    const struct seat *seat = seat_find(&scratch->position, scratch->command->seat);
    if (seat && seat->party == scratch->party)
        return seat;
    refuse(scratch, "seat.unknown", TEXT("seat"), "Your delegation has no such seat.");
    return NULL;
}

void decide_head(struct scratch *scratch)
{
    const struct seat *seat = colleague(scratch);
    if (seat && seat->role != ROLE_HEAD)
        scratch_emit(scratch, (struct event){.type = EVENT_HEAD, .seat = seat->id});
}

void decide_powers(struct scratch *scratch)
{
    const struct seat *seat = colleague(scratch);
    if (!seat)
        return;
    bool on = scratch->command->flag;
    if (seat->role != ROLE_ADVISER)
        refuse(scratch, "powers.invalid", TEXT("seat"),
               seat->role == ROLE_HEAD ? "The head of a delegation has full powers anyway."
                                       : "An observer cannot be given full powers.");
    else if (seat->powers != on)
        scratch_emit(scratch, (struct event){.type = EVENT_POWERS, .seat = seat->id, .flag = on});
}

static const struct seat *head_of(const struct position *position, int party)
{
    for (size_t index = 0; index < position->seat_count; index++)
        if (position->seats[index].party == party && position->seats[index].role == ROLE_HEAD)
            return &position->seats[index];
    return NULL;
}

void decide_seat(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (command->seat.length == 0) {
        refuse(scratch, "parameter.missing", TEXT("seat"), "Say which seat you mean.");
        return;
    }
    if (command->party < 0 || (size_t)command->party >= scratch->scenario->party_count) {
        refuse(scratch, "party.unknown", TEXT("party"), "There is no such delegation.");
        return;
    }
    const struct seat *head = head_of(&scratch->position, command->party);
    if (command->role == ROLE_HEAD && head && !text_equal(head->id, command->seat)) {
        refuse(scratch, "seat.taken", TEXT("role"), "%.*s has a head of delegation already.",
               TEXT_ARGUMENTS(scratch->scenario->parties[command->party].name));
        return;
    }
    const struct seat *before = seat_find(&scratch->position, command->seat);
    if (before && before->party == command->party && before->role == command->role &&
        before->automatic == command->flag)
        return;
    scratch_emit(scratch, (struct event){.type = EVENT_SEATED,
                                         .seat = command->seat,
                                         .party = command->party,
                                         .role = command->role,
                                         .flag = command->flag});
}

void decide_unseat(struct scratch *scratch)
{
    const struct seat *seat = seat_find(&scratch->position, scratch->command->seat);
    if (!seat)
        refuse(scratch, "seat.unknown", TEXT("seat"), "There is no such seat at this table.");
    else
        scratch_emit(scratch, (struct event){.type = EVENT_UNSEATED, .seat = seat->id});
}

bool check_asked(struct scratch *scratch, uint32_t decision)
{
    const struct decision *rule = &scratch->scenario->decisions[decision];
    const struct decision_state *state = &scratch->position.decisions[decision];
    if (!state->open)
        return refuse(scratch, "decision.closed", TEXT("decision"),
                      "\"%.*s\" is not being decided now.", TEXT_ARGUMENTS(rule->title));
    return (state->by & party_bit(scratch->party)) ||
           refuse(scratch, "decision.not_asked", TEXT("decision"),
                  "\"%.*s\" is not for your delegation to decide.", TEXT_ARGUMENTS(rule->title));
}

void decide_choose(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    const struct decision *rule = &scratch->scenario->decisions[command->subject];
    const struct decision_state *decision = &scratch->position.decisions[command->subject];
    if (!check_asked(scratch, command->subject))
        return;
    if (command->option >= rule->option_count)
        refuse(scratch, "option.unknown", TEXT("option"), "There is no such option.");
    else if (decision->choice[scratch->party] != command->option + 1)
        scratch_emit(scratch, (struct event){.type = EVENT_CHOSEN,
                                             .decision = command->subject,
                                             .party = scratch->party,
                                             .option = command->option});
}
