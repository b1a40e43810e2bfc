/* The lead goes round: at each opening of a phase every delegation's next adviser becomes its head,
 * where the exercise is to be played so. */
#include "state.h"

static void rotated(void *context, struct table *table, const struct refusal *refusal,
                    struct text json)
{
    (void)table;
    (void)refusal;
    (void)json;
    arena_close(context);
}

/* Who may lead that delegation; those who are away only where all are. */
static bool may_lead(const struct person *person, const struct table *table, int party,
                     bool present)
{
    return !person->bot && person->table == table && person->party == party &&
           person_role(person) != ROLE_OBSERVER && (!present || person->holder.online > 0);
}

static const struct person *next_head(const struct table *table, const struct person *head,
                                      bool present)
{
    const struct exercise *exercise = table->exercise;
    const struct person *first = NULL;
    bool passed = false;
    for (const struct person *person = exercise->people; person; person = person->next) {
        if (person != head && may_lead(person, table, head->party, present)) {
            if (passed)
                return person;
            first = first ? first : person;
        }
        passed |= person == head;
    }
    return first;
}

static void lead_pass(struct table *table, int party)
{
    const struct person *head = party_head(table->exercise, table, party, false);
    if (!head)
        return;
    const struct person *next = next_head(table, head, true);
    if (!next)
        next = next_head(table, head, false);
    if (!next)
        return;
    struct arena *arena = arena_open();
    struct letter *letter = ARENA_NEW(arena, struct letter);
    letter->arena = arena;
    letter->command = (struct command){
        .type = COMMAND_HEAD,
        .actor = {.kind = ACTOR_SEAT, .seat = arena_copy(arena, head->seat), .automatic = true},
        .seat = arena_copy(arena, next->seat),
        .key = -1,
        .party = -1,
        .quote_key = -1};
    letter->done = rotated;
    letter->context = arena;
    table_submit(table, letter);
}

void rotation_note(struct table *table, const struct entry *entry)
{
    if (!table->exercise->rotate_heads)
        return;
    bool opens = false, passes = false;
    for (size_t index = 0; index < entry->event_count; index++) {
        const struct event *event = &entry->events[index];
        opens |= event->type == EVENT_PHASE_OPENED && event->round == 1 && table->phase_seen &&
                 !table->exercise->scenario->phases[event->phase].final;
        table->phase_seen |= event->type == EVENT_PHASE_OPENED;
        if (event->type == EVENT_HEAD && entry->by.automatic) {
            int party = game_seat(table->game, event->seat, NULL, NULL);
            passes = true;
            if (party >= 0)
                table->to_lead &= ~party_bit(party);
        }
    }
    if (opens)
        table->to_lead = ~(party_set)0;
    else if (!passes) /* what happened since is played by the heads as they are */
        table->to_lead = 0;
}

void table_rotate(struct table *table)
{
    party_set parties = table->to_lead;
    table->to_lead = 0;
    for (int party = 0; parties && party < (int)table->exercise->scenario->party_count; party++)
        if (parties & party_bit(party))
            lead_pass(table, party);
}
