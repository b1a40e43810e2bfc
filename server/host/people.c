/* Joining, and who sits where. */
#include "state.h"

/* --- afterwards --- */

static void released_decide(struct op *op)
{
    struct person *person = exercise_person(op->exercise, op->wish);
    if (person && person->table && text_equal(person->seat, op->token))
        op_release(op, person);
}

static void released_finish(struct op *op)
{
    exercise_tell_moved(op->exercise);
    op_end(op);
}

/* A table would not take somebody after all: the roster must not say that they sit there. */
static void person_undo_seat(struct exercise *exercise, const struct person *person)
{
    struct op *op = op_open(exercise, NULL, released_decide);
    op->finish = released_finish;
    op->wish = arena_copy(op->arena, person->id);
    op->token = arena_copy(op->arena, person->seat);
    op_submit(op);
}

static void undo_refused(struct op *op)
{
    for (size_t index = 0; index < op->events->count; index++) {
        const struct tree *event = op->events->members[index].value;
        struct text type = TEXT(""), id = TEXT(""), seat = TEXT("");
        (void)tree_get_text(event, TEXT("type"), &type);
        (void)tree_get_text(event, TEXT("person"), &id);
        (void)tree_get_text(event, TEXT("seat"), &seat);
        const struct person *person = exercise_person(op->exercise, id);
        if (text_equal(type, TEXT("assigned")) && person && person->table &&
            text_equal(person->seat, seat) && game_seat(person->table->game, seat, NULL, NULL) < 0)
            person_undo_seat(op->exercise, person);
    }
}

/* Those concerned are told, once the tables have done it. */
static void seats_settle(struct op *op)
{
    struct exercise *exercise = op->exercise;
    for (size_t index = 0; index < exercise->table_count; index++)
        table_presence_changed(exercise->tables[index]);
    exercise_changed(exercise);
    exercise_tell_moved(exercise);
    if (op->table_refused)
        undo_refused(op);
}

void people_settle(struct op *op)
{
    seats_settle(op);
    if (op->table_refused)
        asked_refuse_with(op->asked, &op->table_refusal);
    else
        asked_answer(op->asked, op->answer ? op->answer : tree_object(op->arena));
}

/* --- joining --- */

static void join_answer(struct op *op, const struct person *person, bool seated)
{
    struct arena *arena = op->arena;
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("exercise"), op->exercise->id);
    tree_set_text(arena, answer, TEXT("person"), person->id);
    if (seated && person->table) {
        tree_set_text(arena, answer, TEXT("table"), person->table->id);
        tree_set_text(arena, answer, TEXT("party"),
                      op->exercise->scenario->parties[person->party].id);
        tree_set_text(arena, answer, TEXT("role"), text_of(role_name(person_role(person))));
    }
    asked_answer(op->asked, answer);
}

static void join_finish(struct op *op)
{
    struct person *person = exercise_person(op->exercise, op->wish);
    if (!person) {
        asked_refuse(op->asked, "person.unknown", "", "You have left this exercise.");
        return;
    }
    if (op->events->count > 0)
        seats_settle(op);
    join_answer(op, person, !op->table_refused);
}

/* The wished place where it is free; else the one where a newcomer is wanted most, unless people
 * choose for themselves, or control does. */
static bool join_place(const struct op *op, const struct arrangement *arrangement,
                       struct place *place)
{
    struct exercise *exercise = op->exercise;
    struct text table_id = TEXT(""), party_id = TEXT("");
    (void)tree_get_text(op->asked->parameters, TEXT("table"), &table_id);
    (void)tree_get_text(op->asked->parameters, TEXT("party"), &party_id);
    struct table *table = exercise_table(exercise, table_id);
    int party = party_id.length > 0 ? scenario_party(exercise->scenario, party_id) : -1;
    if (exercise->grouping == GROUPING_HAND)
        return false;
    if ((table || party >= 0) && arrangement_propose(arrangement, table, party, false, place) &&
        (party < 0 || arrangement_has_room(arrangement, place)))
        return true;
    return exercise->grouping != GROUPING_CHOICE &&
           arrangement_propose(arrangement, NULL, -1, exercise->grouping == GROUPING_RANDOM, place);
}

/* Where the list has the newcomer, or anywhere. */
static void join_seat(struct op *op, struct text name)
{
    const struct exercise *exercise = op->exercise;
    struct arrangement *arrangement = arrangement_open(exercise, 1, op->arena);
    struct sitting *sitting = arrangement_add(arrangement, NULL, op->wish);
    const struct reservation *kept = exercise_reservation(exercise, name, op->arena);
    struct place place;
    for (size_t index = 0; kept && index < arrangement->count; index++) {
        struct sitting *expected = &arrangement->sittings[index];
        if (expected->reservation != kept)
            continue;
        place = expected->place;
        place.role = kept->role;
        arrangement_take(arrangement, expected);
        arrangement_put(arrangement, sitting, place);
        op_arrange(op, arrangement);
        return;
    }
    if (join_place(op, arrangement, &place)) {
        arrangement_put(arrangement, sitting, place);
        op_arrange(op, arrangement);
    }
}

static void join_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct text name = TEXT(""), token = TEXT("");
    (void)tree_get_text(op->asked->parameters, TEXT("name"), &name);
    (void)tree_get_text(op->asked->parameters, TEXT("token"), &token);
    const struct holder *holder = token_holder(exercise->host, token);
    if (holder && (holder->kind != HOLDER_PERSON || holder->exercise != exercise)) {
        op_refuse(op, "token.invalid", "token", "This token is somebody else's.");
        return;
    }
    if (holder) { /* Joining twice is joining once. */
        op->wish = holder->person->id;
        return;
    }
    if (token_is_barred(exercise, token_hash(op->arena, token))) {
        op_refuse(op, "person.removed", "token", "You were removed from this game.");
        return;
    }
    if (exercise->person_count >= PEOPLE_MAX) {
        op_refuse(op, "limit.size", "", "This exercise is full.");
        return;
    }
    op->wish = host_id(exercise->host, op->arena);
    struct tree *event = op_event(op, "joined");
    tree_set_text(op->arena, event, TEXT("person"), op->wish);
    if (!exercise->anonymous)
        tree_set_text(op->arena, event, TEXT("name"), name);
    tree_set_text(op->arena, event, TEXT("token"), token_hash(op->arena, token));
    join_seat(op, name);
}

/* The exercise of a code, or of a person who has joined already. NULL, and answered, where there is
 * none. */
static struct exercise *join_exercise(struct asked *asked, struct text typed, struct text token)
{
    struct host *host = asked->host;
    const struct holder *holder = token_holder(host, token);
    struct text code = code_normal(asked->arena, typed);
    if (holder && holder->kind == HOLDER_PERSON && text_equal(holder->exercise->code, code))
        return holder->exercise;
    if (!address_may_guess(host, asked->peer)) {
        asked_refuse(asked, "limit.rate", "code", "Too many wrong codes; wait a few minutes.");
        return NULL;
    }
    struct exercise *exercise = index_find(&host->codes, code);
    if (exercise)
        return exercise;
    address_guessed_wrong(host, asked->peer);
    asked_refuse(asked, "code.unknown", "code", "There is no exercise with this code.");
    return NULL;
}

void exercise_join(struct asked *asked)
{
    struct text code = parameter_text(asked, "code", true);
    struct text name = parameter_text(asked, "name", true);
    struct text token = parameter_text(asked, "token", true);
    (void)parameter_text(asked, "table", false);
    (void)parameter_text(asked, "party", false);
    if (!name_valid(name))
        parameter_refuse(asked, "parameter.invalid", "name", "A name has 1 to 40 characters.");
    if (!token_valid(token))
        parameter_refuse(asked, "token.invalid", "token",
                         "A token is 22 to 64 characters of base64url.");
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct exercise *exercise = join_exercise(asked, code, token);
    if (!exercise)
        return;
    struct op *op = op_open(exercise, asked, join_decide);
    op->finish = join_finish;
    op_submit(op);
}

/* --- control moves people --- */

static bool role_wished(struct op *op, struct place *place)
{
    struct text role = TEXT("");
    if (!tree_get_text(op->asked->parameters, TEXT("role"), &role)) {
        const struct person *head = party_head(op->exercise, place->table, place->party, false);
        bool free = !head || text_equal(head->id, op->wish);
        place->role = free ? ROLE_HEAD : ROLE_ADVISER;
        return true;
    }
    if (role_read(role, &place->role))
        return true;
    op_refuse(op, "parameter.invalid", "role", "A role is head, adviser or observer.");
    return false;
}

static void op_put(struct op *op, const struct person *person, const struct place *place)
{
    struct arrangement *arrangement = arrangement_open(op->exercise, 0, op->arena);
    arrangement_put(arrangement, arrangement_of(arrangement, person), *place);
    op_arrange(op, arrangement);
}

static void assign_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct text table = TEXT(""), party = TEXT("");
    (void)tree_get_text(op->asked->parameters, TEXT("table"), &table);
    (void)tree_get_text(op->asked->parameters, TEXT("party"), &party);
    struct person *person = exercise_person(exercise, op->wish);
    struct place place = {.table = exercise_table(exercise, table),
                          .party = scenario_party(exercise->scenario, party)};
    if (!person || person->bot)
        op_refuse(op, "person.unknown", "person", "There is no such person.");
    else if (!place.table)
        op_refuse(op, "table.unknown", "table", "There is no such table.");
    else if (place.party < 0)
        op_refuse(op, "party.unknown", "party", "There is no such delegation.");
    else if (role_wished(op, &place))
        op_put(op, person, &place);
}

void seat_assign(struct asked *asked)
{
    struct text person = parameter_text(asked, "person", true);
    (void)parameter_text(asked, "table", true);
    (void)parameter_text(asked, "party", true);
    (void)parameter_text(asked, "role", false);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, assign_decide);
    op->wish = person;
    op->finish = people_settle;
    op_submit(op);
}

static void release_decide(struct op *op)
{
    struct person *person = exercise_person(op->exercise, op->wish);
    if (!person || person->bot)
        op_refuse(op, "person.unknown", "person", "There is no such person.");
    else
        op_release(op, person);
}

void seat_release(struct asked *asked)
{
    struct text person = parameter_text(asked, "person", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, release_decide);
    op->wish = person;
    op->finish = people_settle;
    op_submit(op);
}

/* --- people choose for themselves --- */

static void choose_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    const struct person *person = op->asked->holder->person;
    struct text table = TEXT(""), party = TEXT("");
    bool wished = tree_get_text(op->asked->parameters, TEXT("table"), &table);
    (void)tree_get_text(op->asked->parameters, TEXT("party"), &party);
    struct place place = {.table = exercise_table(exercise, table),
                          .party = scenario_party(exercise->scenario, party)};
    if (exercise->grouping != GROUPING_CHOICE) {
        op_refuse(op, "choice.closed", "", "The facilitator gives out the seats.");
        return;
    }
    if (person->table && person->table->started) {
        op_refuse(op, "table.begun", "", "Your game has begun; ask the facilitator.");
        return;
    }
    if (!wished) {
        op_release(op, person);
        return;
    }
    if (!place.table || place.party < 0) {
        op_refuse(op, place.table ? "party.unknown" : "table.unknown",
                  place.table ? "party" : "table", "There is no such place.");
        return;
    }
    struct arrangement *arrangement = arrangement_open(exercise, 0, op->arena);
    struct sitting *sitting = arrangement_of(arrangement, person);
    arrangement_take(arrangement, sitting);
    if (!arrangement_propose(arrangement, place.table, place.party, false, &place) ||
        !arrangement_has_room(arrangement, &place)) {
        op_refuse(op, "seat.taken", "party", "That place is taken; choose another.");
        return;
    }
    arrangement_put(arrangement, sitting, place);
    op_arrange(op, arrangement);
}

void seat_choose(struct asked *asked)
{
    (void)parameter_text(asked, "table", tree_get(asked->parameters, TEXT("party")) != NULL);
    (void)parameter_text(asked, "party", tree_get(asked->parameters, TEXT("table")) != NULL);
    roster_ask(asked, choose_decide);
}

/* --- a fresh link for a lost one --- */

void link_check(struct asked *asked)
{
    struct text token = parameter_text(asked, "token", false);
    if (token.length > 0 && !token_valid(token))
        parameter_refuse(asked, "token.invalid", "token",
                         "A token is 22 to 64 characters of base64url.");
}

bool op_link_token(struct op *op, const struct person *owner)
{
    struct text given = parameter_text(op->asked, "token", false);
    const struct holder *holder = given.length > 0 ? token_holder(op->exercise->host, given) : NULL;
    if (holder && holder->person && holder->person == owner) {
        op->token = given;
        return false;
    }
    if (holder) {
        op_refuse(op, "token.invalid", "token", "This token is somebody else's.");
        return false;
    }
    op->token = given.length > 0 ? given : token_make(op->exercise->host, op->arena);
    return true;
}

void op_link_answer(struct op *op)
{
    struct tree *answer = tree_object(op->arena);
    struct text controller;
    if (op->answer && tree_get_text(op->answer, TEXT("controller"), &controller))
        tree_set_text(op->arena, answer, TEXT("controller"), controller);
    /* Who made the token knows it, and is answered the same when asking again. */
    if (parameter_text(op->asked, "token", false).length == 0)
        tree_set_text(op->arena, answer, TEXT("token"), op->token);
    asked_answer(op->asked, answer);
}

static void link_decide(struct op *op)
{
    struct person *person = exercise_person(op->exercise, op->wish);
    if (!person || person->bot) {
        op_refuse(op, "person.unknown", "person", "There is no such person.");
        return;
    }
    if (!op_link_token(op, person))
        return;
    struct tree *event = op_event(op, "linked");
    tree_set_text(op->arena, event, TEXT("person"), person->id);
    tree_set_text(op->arena, event, TEXT("token"), token_hash(op->arena, op->token));
}

static void link_finish(struct op *op)
{
    struct person *person = exercise_person(op->exercise, op->wish);
    if (person && op->events->count > 0)
        holder_cut(&person->holder);
    op_link_answer(op);
}

void seat_link(struct asked *asked)
{
    struct text person = parameter_text(asked, "person", true);
    link_check(asked);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, link_decide);
    op->wish = person;
    op->finish = link_finish;
    op_submit(op);
}
