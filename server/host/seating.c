/* Where people sit: essential delegations first, evenly over the tables, heads before advisers. */
#include "state.h"

#include <limits.h>

enum seat_role person_role(const struct person *person)
{
    enum seat_role role = person->role;
    if (person->table && person->table->game)
        (void)game_seat(person->table->game, person->seat, &role, NULL);
    return role;
}

/* People at a table, or in one of its delegations (`party`, or -1), in one role or any. */
static int people_at(const struct exercise *exercise, const struct table *table, int party,
                     bool any_role, enum seat_role role)
{
    int count = 0;
    for (const struct person *person = exercise->people; person; person = person->next)
        count += !person->bot && person->table == table && (party < 0 || person->party == party) &&
                 (any_role || person_role(person) == role);
    return count;
}

struct person *party_head(const struct exercise *exercise, const struct table *table, int party,
                          bool bot)
{
    for (struct person *person = exercise->people; person; person = person->next)
        if (person->bot == bot && person->table == table && person->party == party &&
            person_role(person) == ROLE_HEAD)
            return person;
    return NULL;
}

bool party_has_room(const struct exercise *exercise, const struct table *table, int party)
{
    return people_at(exercise, table, party, false, ROLE_ADVISER) <
           (int)exercise->scenario->parties[party].advisers;
}

/* Lower is wanted more: 0 an essential head, 1 another, then the spare ones, the first of which is
 * left out first; then advisers, the emptier delegation first. */
static int party_rank(const struct exercise *exercise, const struct table *table, int party)
{
    const struct scenario *scenario = exercise->scenario;
    if (!party_head(exercise, table, party, false)) {
        if (scenario->essential & party_bit(party))
            return 0;
        for (size_t index = 0; index < scenario->spare_count; index++)
            if (scenario->spare[index] == (uint32_t)party)
                return 2 + (int)(scenario->spare_count - index);
        return 1;
    }
    int advisers = people_at(exercise, table, party, false, ROLE_ADVISER);
    int seats = (int)scenario->parties[party].advisers;
    int full = advisers >= seats ? 10000 : 0; /* nobody is turned away, but free seats fill first */
    return 100 + full + advisers;
}

struct candidate {
    struct place place;
    int rank;   /* of the delegation */
    int people; /* at the table */
};

static bool candidate_better(const struct candidate *left, const struct candidate *right)
{
    bool left_essential = left->rank == 0, right_essential = right->rank == 0;
    if (left_essential != right_essential)
        return left_essential;
    if (left->people != right->people)
        return left->people < right->people;
    if (left->place.table->order != right->place.table->order)
        return left->place.table->order < right->place.table->order;
    if (left->rank != right->rank)
        return left->rank < right->rank;
    return left->place.party < right->place.party;
}

bool seating_propose(const struct exercise *exercise, struct table *table, int party,
                     struct place *place)
{
    struct candidate best = {.rank = INT_MAX};
    for (size_t index = 0; index < exercise->table_count; index++) {
        struct table *there = exercise->tables[index];
        if ((table && there != table) || there->closed || there->frozen)
            continue;
        int people = people_at(exercise, there, -1, true, ROLE_HEAD);
        for (int wanted = 0; wanted < (int)exercise->scenario->party_count; wanted++) {
            if (party >= 0 && wanted != party)
                continue;
            struct candidate candidate = {.place = {.table = there, .party = wanted},
                                          .rank = party_rank(exercise, there, wanted),
                                          .people = people};
            if (!best.place.table || candidate_better(&candidate, &best))
                best = candidate;
        }
    }
    if (!best.place.table)
        return false;
    *place = best.place;
    place->role =
        party_head(exercise, place->table, place->party, false) ? ROLE_ADVISER : ROLE_HEAD;
    return true;
}

const char *role_name(enum seat_role role)
{
    return role == ROLE_HEAD ? "head" : role == ROLE_OBSERVER ? "observer" : "adviser";
}

static void event_place(struct op *op, struct tree *event, const struct place *place,
                        struct text seat)
{
    const struct scenario *scenario = op->exercise->scenario;
    tree_set_text(op->arena, event, TEXT("table"), place->table->id);
    tree_set_text(op->arena, event, TEXT("party"), scenario->parties[place->party].id);
    tree_set_text(op->arena, event, TEXT("role"), text_of(role_name(place->role)));
    tree_set_text(op->arena, event, TEXT("seat"), seat);
}

void op_release(struct op *op, const struct person *person)
{
    if (!person->table)
        return;
    struct tree *event = op_event(op, person->bot ? "bot_gone" : "released");
    tree_set_text(op->arena, event, TEXT("person"), person->id);
    tree_set_text(op->arena, event, TEXT("table"), person->table->id);
    tree_set_text(op->arena, event, TEXT("seat"), person->seat);
}

/* In the same delegation it is the same seat, in another role. */
static bool same_delegation(const struct person *person, const struct place *place)
{
    return person && person->table == place->table && person->party == place->party;
}

static void op_demote(struct op *op, const struct person *head)
{
    struct place place = {.table = head->table, .party = head->party, .role = ROLE_ADVISER};
    struct tree *event = op_event(op, "assigned");
    tree_set_text(op->arena, event, TEXT("person"), head->id);
    event_place(op, event, &place, head->seat);
}

void op_assign(struct op *op, const struct person *person, struct text person_id,
               const struct place *place)
{
    if (same_delegation(person, place) && person_role(person) == place->role)
        return;
    struct text seat =
        same_delegation(person, place) ? person->seat : host_id(op->exercise->host, op->arena);
    if (person && !same_delegation(person, place))
        op_release(op, person);
    if (place->role == ROLE_HEAD) {
        const struct person *bot = party_head(op->exercise, place->table, place->party, true);
        const struct person *head = party_head(op->exercise, place->table, place->party, false);
        if (bot)
            op_release(op, bot);
        if (head && head != person)
            op_demote(op, head);
    }
    struct tree *event = op_event(op, "assigned");
    tree_set_text(op->arena, event, TEXT("person"), person_id);
    event_place(op, event, place, seat);
}

void op_bot(struct op *op, struct table *table, int party)
{
    struct place place = {.table = table, .party = party, .role = ROLE_HEAD};
    struct tree *event = op_event(op, "bot");
    tree_set_text(op->arena, event, TEXT("person"), host_id(op->exercise->host, op->arena));
    tree_set_text(op->arena, event, TEXT("name"),
                  op->exercise->scenario->parties[party].short_name);
    event_place(op, event, &place, host_id(op->exercise->host, op->arena));
}
