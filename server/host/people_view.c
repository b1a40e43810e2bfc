/* What others read of people. */
#include "stream.h"

struct tree *person_view(const struct person *person, struct arena *arena)
{
    struct tree *item = tree_object(arena);
    tree_set_text(arena, item, TEXT("name"), person_name(person, arena));
    tree_set_bool(arena, item, TEXT("online"), person->holder.online > 0);
    if (person->table) {
        tree_set_text(arena, item, TEXT("table"), person->table->id);
        tree_set_text(arena, item, TEXT("party"),
                      person->table->exercise->scenario->parties[person->party].id);
        tree_set_text(arena, item, TEXT("seat"), person->seat);
        tree_set_text(arena, item, TEXT("role"), text_of(role_name(person_role(person))));
    }
    if (person->bot)
        tree_set_bool(arena, item, TEXT("bot"), true);
    if (person->left)
        tree_set_bool(arena, item, TEXT("left"), true);
    if (person->stand_in)
        tree_set_bool(arena, item, TEXT("stand_in"), true);
    if (person->read)
        tree_set_bool(arena, item, TEXT("read"), true);
    if (!person->bot && person->holder.online == 0 && person->holder.away_since > 0)
        tree_set_int(arena, item, TEXT("away_since"), person->holder.away_since);
    return item;
}

/* A delegation's people. */
struct present {
    int64_t people, online, read;
    bool head;
};

struct tree *delegations_view(const struct table *table, struct arena *arena)
{
    const struct exercise *exercise = table->exercise;
    struct present *counts = ARENA_ARRAY(arena, struct present, exercise->scenario->party_count);
    for (const struct person *person = exercise->people; person; person = person->next) {
        if (person->table != table || person->bot)
            continue;
        struct present *own = &counts[person->party];
        own->people++;
        own->online += person->holder.online > 0;
        own->read += person->read;
        own->head = own->head || person_role(person) == ROLE_HEAD;
    }
    struct tree *seats = tree_object(arena);
    for (size_t party = 0; party < exercise->scenario->party_count; party++) {
        struct tree *item = tree_object(arena);
        tree_set_int(arena, item, TEXT("people"), counts[party].people);
        tree_set_int(arena, item, TEXT("online"), counts[party].online);
        tree_set_int(arena, item, TEXT("read"), counts[party].read);
        tree_set_bool(arena, item, TEXT("head"), counts[party].head);
        if (table->refused && table->refused[party] > 0)
            tree_set_int(arena, item, TEXT("refused"), table->refused[party]);
        tree_set(arena, seats, exercise->scenario->parties[party].id, item);
    }
    return seats;
}

struct tree *table_presence(const struct table *table, struct arena *arena)
{
    struct tree *people = tree_object(arena);
    for (const struct person *person = table->exercise->people; person; person = person->next)
        if (person->table == table) {
            struct tree *item = tree_object(arena);
            tree_set_text(arena, item, TEXT("name"), person_name(person, arena));
            tree_set_bool(arena, item, TEXT("online"), person->bot || person->holder.online > 0);
            if (person->bot)
                tree_set_bool(arena, item, TEXT("bot"), true);
            if (person->stand_in)
                tree_set_bool(arena, item, TEXT("stand_in"), true);
            tree_set(arena, people, person->seat, item);
        }
    return people;
}

/* To those at the table and to control; the public learns no names. */
void table_presence_changed(struct table *table)
{
    if (!table->streams)
        return;
    struct arena *arena = arena_open();
    struct tree *parameters = tree_object(arena);
    tree_set_text(arena, parameters, TEXT("of"), table->id);
    tree_set(arena, parameters, TEXT("people"), table_presence(table, arena));
    struct text frame = frame_notify(arena, "presence", parameters);
    for (size_t index = 1; index < table->exercise->scenario->party_count + 2; index++)
        if (table->streams[index])
            stream_send(table->streams[index], frame);
    arena_close(arena);
}

/* --- what is free, and who is expected --- */

static struct tree *free_parties(const struct table *table, const struct arrangement *arrangement,
                                 struct arena *arena)
{
    const struct scenario *scenario = arrangement->exercise->scenario;
    struct tree *parties = tree_object(arena);
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct delegation *delegation =
            &arrangement->delegations[(table->order - 1) * scenario->party_count + party];
        int64_t seats = (int64_t)scenario->parties[party].advisers;
        struct tree *item = tree_object(arena);
        tree_set_bool(arena, item, TEXT("head"), delegation->head != NULL);
        tree_set_int(arena, item, TEXT("free"),
                     (delegation->head == NULL) +
                         (seats > delegation->advisers ? seats - delegation->advisers : 0));
        tree_set(arena, parties, scenario->parties[party].id, item);
    }
    return parties;
}

struct tree *places_view(const struct exercise *exercise, struct arena *arena)
{
    const struct arrangement *arrangement = arrangement_open(exercise, 0, arena);
    struct tree *places = tree_object(arena);
    for (size_t index = 0; index < exercise->table_count; index++) {
        const struct table *table = exercise->tables[index];
        if (table->closed)
            continue;
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("name"), table->name);
        tree_set_int(arena, item, TEXT("order"), (int64_t)table->order);
        tree_set(arena, item, TEXT("parties"), free_parties(table, arrangement, arena));
        tree_set(arena, places, table->id, item);
    }
    return places;
}

/* Those on the list who have not come yet, in its order. */
struct tree *expected_view(const struct exercise *exercise, struct arena *arena)
{
    struct tree *expected = tree_list(arena);
    for (const struct reservation *one = exercise->reservations; one; one = one->next) {
        if (one->taken)
            continue;
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("name"), one->name);
        tree_set_text(arena, item, TEXT("table"), one->table_id);
        tree_set_text(arena, item, TEXT("party"), one->party_id);
        tree_set_text(arena, item, TEXT("role"), text_of(role_name(one->role)));
        tree_append(arena, expected, item);
    }
    return expected;
}

/* --- words to control alone --- */

bool exercise_asked(const struct exercise *exercise, struct text id)
{
    for (const struct ask *ask = exercise->role_asks; ask; ask = ask->older)
        if (text_equal(ask->id, id))
            return true;
    return false;
}

void asks_view(const struct exercise *exercise, struct tree *requests, struct arena *arena)
{
    for (const struct ask *ask = exercise->role_asks; ask; ask = ask->older) {
        const struct request *known = exercise_request(exercise, TEXT(""), ask->id);
        if (known && known->settled)
            continue;
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("person"), ask->person->id);
        tree_set_text(arena, item, TEXT("message"), ask->id);
        tree_set_int(arena, item, TEXT("at"), ask->at);
        tree_set_text(arena, item, TEXT("text"), ask->text);
        if (known && known->claimed)
            tree_set_text(arena, item, TEXT("claimed"), controller_key(known->claimed));
        tree_set(arena, requests, arena_print(arena, "role.%.*s", TEXT_ARGUMENTS(ask->id)), item);
    }
}
