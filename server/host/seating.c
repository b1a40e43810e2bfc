/* Where people sit: essential delegations first, evenly over the tables, heads before advisers. */
#include "state.h"

#include <limits.h>

const char *const grouping_names[GROUPINGS] = {"even", "random", "choice", "hand"};

enum grouping grouping_read(struct text word)
{
    for (int index = 0; index < GROUPINGS; index++)
        if (text_equal(word, text_of(grouping_names[index])))
            return (enum grouping)index;
    return GROUPING_EVEN;
}

enum seat_role person_role(const struct person *person)
{
    enum seat_role role = person->role;
    if (person->table && person->table->game)
        (void)game_seat(person->table->game, person->seat, &role, NULL);
    return role;
}

const char *role_name(enum seat_role role)
{
    return role == ROLE_HEAD ? "head" : role == ROLE_OBSERVER ? "observer" : "adviser";
}

bool role_read(struct text word, enum seat_role *role)
{
    static const enum seat_role roles[] = {ROLE_HEAD, ROLE_ADVISER, ROLE_OBSERVER};
    for (size_t index = 0; index < 3; index++)
        if (text_equal(word, text_of(role_name(roles[index])))) {
            *role = roles[index];
            return true;
        }
    return false;
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

/* --- an arrangement --- */

static struct delegation *delegation_at(const struct arrangement *arrangement,
                                        const struct place *place)
{
    return &arrangement->delegations[(place->table->order - 1) *
                                         arrangement->exercise->scenario->party_count +
                                     (size_t)place->party];
}

static void place_count(struct arrangement *arrangement, struct sitting *sitting, int by)
{
    const struct place *place = &sitting->place;
    if (!place->table)
        return;
    struct delegation *delegation = delegation_at(arrangement, place);
    arrangement->people[place->table->order - 1] += (uint32_t)by;
    if (place->role == ROLE_HEAD)
        delegation->head = by > 0 ? sitting : NULL;
    else if (place->role == ROLE_ADVISER)
        delegation->advisers += (uint32_t)by;
    else
        delegation->observers += (uint32_t)by;
}

void arrangement_take(struct arrangement *arrangement, struct sitting *sitting)
{
    place_count(arrangement, sitting, -1);
    sitting->place = (struct place){.party = -1};
}

void arrangement_put(struct arrangement *arrangement, struct sitting *sitting, struct place place)
{
    arrangement_take(arrangement, sitting);
    if (place.table && place.role == ROLE_HEAD) {
        struct sitting *head = delegation_at(arrangement, &place)->head;
        if (head) {
            place_count(arrangement, head, -1);
            head->place.role = ROLE_ADVISER;
            place_count(arrangement, head, 1);
        }
    }
    sitting->place = place;
    place_count(arrangement, sitting, 1);
}

struct sitting *arrangement_add(struct arrangement *arrangement, const struct person *person,
                                struct text id)
{
    struct sitting *sitting = &arrangement->sittings[arrangement->count++];
    *sitting = (struct sitting){.person = person, .id = id, .place = {.party = -1}};
    return sitting;
}

struct sitting *arrangement_of(struct arrangement *arrangement, const struct person *person)
{
    for (size_t index = 0; index < arrangement->count; index++)
        if (person && arrangement->sittings[index].person == person)
            return &arrangement->sittings[index];
    return NULL;
}

static struct place place_of(const struct person *person)
{
    return (struct place){person->table, person->table ? person->party : -1, person_role(person)};
}

static void arrange_expected(struct arrangement *arrangement)
{
    const struct exercise *exercise = arrangement->exercise;
    for (struct reservation *one = exercise->reservations; one; one = one->next) {
        struct place place = {exercise_table(exercise, one->table_id),
                              scenario_party(exercise->scenario, one->party_id), one->role};
        if (one->taken || !place.table || place.table->closed || place.party < 0)
            continue;
        struct sitting *sitting = arrangement_add(arrangement, NULL, TEXT(""));
        sitting->reservation = one;
        /* Who sits there already leads until the expected one comes. */
        if (place.role == ROLE_HEAD && delegation_at(arrangement, &place)->head)
            place.role = ROLE_ADVISER;
        arrangement_put(arrangement, sitting, place);
    }
}

struct arrangement *arrangement_open(const struct exercise *exercise, size_t more,
                                     struct arena *arena)
{
    size_t count = more;
    for (const struct person *person = exercise->people; person; person = person->next)
        count += !person->bot;
    for (const struct reservation *one = exercise->reservations; one; one = one->next)
        count++;
    struct arrangement *arrangement = ARENA_NEW(arena, struct arrangement);
    arrangement->exercise = exercise;
    arrangement->arena = arena;
    arrangement->sittings = ARENA_ARRAY(arena, struct sitting, count + 1);
    arrangement->delegations = ARENA_ARRAY(
        arena, struct delegation, exercise->table_count * exercise->scenario->party_count + 1);
    arrangement->people = ARENA_ARRAY(arena, uint32_t, exercise->table_count + 1);
    for (const struct person *person = exercise->people; person; person = person->next) {
        if (person->bot)
            continue;
        struct sitting *sitting = arrangement_add(arrangement, person, person->id);
        sitting->fixed = person->left || (person->table && person->table->started);
        sitting->place = place_of(person);
        place_count(arrangement, sitting, 1);
    }
    arrange_expected(arrangement);
    return arrangement;
}

/* --- where one is wanted --- */

bool arrangement_has_room(const struct arrangement *arrangement, const struct place *place)
{
    const struct delegation *delegation = delegation_at(arrangement, place);
    return !delegation->head ||
           delegation->advisers < arrangement->exercise->scenario->parties[place->party].advisers;
}

/* Lower is wanted more: 0 an essential head, 1 another, then the spare ones, the first of which is
 * left out first; then advisers, the emptier delegation first. */
static int place_rank(const struct arrangement *arrangement, const struct place *place)
{
    const struct scenario *scenario = arrangement->exercise->scenario;
    const struct delegation *delegation = delegation_at(arrangement, place);
    if (!delegation->head) {
        if (scenario->essential & party_bit(place->party))
            return 0;
        for (size_t index = 0; index < scenario->spare_count; index++)
            if (scenario->spare[index] == (uint32_t)place->party)
                return 2 + (int)(scenario->spare_count - index);
        return 1;
    }
    /* Nobody is turned away, but free seats fill first. */
    int full = arrangement_has_room(arrangement, place) ? 0 : 10000;
    return 100 + full + (int)delegation->advisers;
}

struct candidate {
    struct place place;
    int rank;                        /* of the delegation */
    uint32_t people;                 /* at the table */
    uint64_t table_order, own_order; /* of equals: as in the file, or drawn */
};

static bool candidate_better(const struct candidate *left, const struct candidate *right)
{
    bool left_essential = left->rank == 0, right_essential = right->rank == 0;
    if (left_essential != right_essential)
        return left_essential;
    if (left->people != right->people)
        return left->people < right->people;
    if (left->table_order != right->table_order)
        return left->table_order < right->table_order;
    if (left->rank != right->rank)
        return left->rank < right->rank;
    return left->own_order < right->own_order;
}

static uint64_t order_of(const struct exercise *exercise, bool random, size_t index)
{
    uint64_t order = index;
    if (random)
        exercise->host->ports.random(exercise->host->ports.context, &order, sizeof(order));
    return order;
}

bool arrangement_propose(const struct arrangement *arrangement, const struct table *table,
                         int party, bool random, struct place *place)
{
    const struct exercise *exercise = arrangement->exercise;
    struct candidate best = {.rank = INT_MAX};
    for (size_t index = 0; index < exercise->table_count; index++) {
        struct table *there = exercise->tables[index];
        if ((table && there != table) || there->closed || there->frozen)
            continue;
        uint64_t table_order = order_of(exercise, random, index);
        for (int wanted = 0; wanted < (int)exercise->scenario->party_count; wanted++) {
            if (party >= 0 && wanted != party)
                continue;
            struct candidate candidate = {
                .place = {.table = there, .party = wanted},
                .people = arrangement->people[index],
                .table_order = table_order,
                .own_order = order_of(exercise, random, (size_t)wanted),
            };
            candidate.rank = place_rank(arrangement, &candidate.place);
            if (!best.place.table || candidate_better(&candidate, &best))
                best = candidate;
        }
    }
    if (!best.place.table)
        return false;
    *place = best.place;
    place->role = delegation_at(arrangement, place)->head ? ROLE_ADVISER : ROLE_HEAD;
    return true;
}

/* --- what is to be done, as events --- */

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
static bool same_delegation(const struct sitting *sitting)
{
    const struct person *person = sitting->person;
    return person && person->table == sitting->place.table &&
           (!person->table || person->party == sitting->place.party);
}

static bool same_role(const struct sitting *sitting)
{
    return !sitting->place.table || person_role(sitting->person) == sitting->place.role;
}

static void arrange_event(struct op *op, const struct sitting *sitting)
{
    struct tree *event = op_event(op, "assigned");
    tree_set_text(op->arena, event, TEXT("person"), sitting->id);
    event_place(op, event, &sitting->place,
                same_delegation(sitting) ? sitting->person->seat
                                         : host_id(op->exercise->host, op->arena));
}

/* First all who leave their seats, and the lead; then all who take one: a table has one head of
 * each delegation at every moment. */
void op_arrange(struct op *op, const struct arrangement *arrangement)
{
    for (size_t index = 0; index < arrangement->count; index++) {
        const struct sitting *sitting = &arrangement->sittings[index];
        if (sitting->person && !same_delegation(sitting))
            op_release(op, sitting->person);
    }
    for (const struct person *bot = op->exercise->people; bot; bot = bot->next) {
        if (!bot->bot || !bot->table)
            continue;
        struct place place = {bot->table, bot->party, ROLE_HEAD};
        const struct sitting *head = delegation_at(arrangement, &place)->head;
        if (head && head->id.length > 0)
            op_release(op, bot);
    }
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t index = 0; index < arrangement->count; index++) {
            const struct sitting *sitting = &arrangement->sittings[index];
            bool same = same_delegation(sitting);
            bool wants =
                sitting->id.length > 0 && sitting->place.table && (!same || !same_role(sitting));
            bool steps_down = same && sitting->place.role != ROLE_HEAD;
            if (wants && steps_down == (pass == 0))
                arrange_event(op, sitting);
        }
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
