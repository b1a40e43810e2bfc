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

static void seats_settle(struct op *op, struct person *person)
{
    struct exercise *exercise = op->exercise;
    for (size_t index = 0; index < exercise->table_count; index++)
        table_presence_changed(exercise->tables[index]);
    exercise_changed(exercise);
    exercise_tell_moved(exercise);
    if (op->table_refused && person && person->table)
        person_undo_seat(exercise, person);
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
        seats_settle(op, person);
    join_answer(op, person, !op->table_refused);
}

/* The wished place where it is free; else the one where a newcomer is wanted most. */
static bool join_place(const struct op *op, struct place *place)
{
    struct exercise *exercise = op->exercise;
    struct text table_id = TEXT(""), party_id = TEXT("");
    (void)tree_get_text(op->asked->parameters, TEXT("table"), &table_id);
    (void)tree_get_text(op->asked->parameters, TEXT("party"), &party_id);
    struct table *table = exercise_table(exercise, table_id);
    int party = party_id.length > 0 ? scenario_party(exercise->scenario, party_id) : -1;
    if ((table || party >= 0) && seating_propose(exercise, table, party, place) &&
        (party < 0 || place->role == ROLE_HEAD ||
         party_has_room(exercise, place->table, place->party)))
        return true;
    return seating_propose(exercise, NULL, -1, place);
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
    if (exercise->person_count >= PEOPLE_MAX) {
        op_refuse(op, "limit.size", "", "This exercise is full.");
        return;
    }
    op->wish = host_id(exercise->host, op->arena);
    struct tree *event = op_event(op, "joined");
    tree_set_text(op->arena, event, TEXT("person"), op->wish);
    tree_set_text(op->arena, event, TEXT("name"), name);
    tree_set_text(op->arena, event, TEXT("token"), token_hash(op->arena, token));
    struct place place;
    if (join_place(op, &place))
        op_assign(op, NULL, op->wish, &place);
}

bool name_valid(struct text name)
{
    if (text_count_characters(name) > NAME_CHARACTERS_MAX)
        return false;
    bool seen = false;
    for (size_t at = 0; at < name.length; at++) {
        unsigned char byte = (unsigned char)name.at[at];
        if (byte < 0x20 || byte == 0x7f)
            return false;
        seen |= byte != ' ';
    }
    return seen;
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

static void moved_finish(struct op *op)
{
    struct person *person = exercise_person(op->exercise, op->wish);
    seats_settle(op, person);
    if (op->table_refused)
        asked_refuse_with(op->asked, &op->table_refusal);
    else
        asked_answer(op->asked, tree_object(op->arena));
}

static bool role_wished(struct op *op, struct place *place)
{
    struct text role = TEXT("");
    if (!tree_get_text(op->asked->parameters, TEXT("role"), &role)) {
        const struct person *head = party_head(op->exercise, place->table, place->party, false);
        bool free = !head || text_equal(head->id, op->wish);
        place->role = free ? ROLE_HEAD : ROLE_ADVISER;
        return true;
    }
    static const enum seat_role roles[] = {ROLE_HEAD, ROLE_ADVISER, ROLE_OBSERVER};
    for (size_t index = 0; index < 3; index++)
        if (text_equal(role, text_of(role_name(roles[index])))) {
            place->role = roles[index];
            return true;
        }
    op_refuse(op, "parameter.invalid", "role", "A role is head, adviser or observer.");
    return false;
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
        op_assign(op, person, person->id, &place);
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
    op->finish = moved_finish;
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
    op->finish = moved_finish;
    op_submit(op);
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
