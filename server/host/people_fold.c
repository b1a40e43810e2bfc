/* The roster as the fold of the exercise's journal. */
#include "state.h"

struct person *exercise_person(const struct exercise *exercise, struct text id)
{
    for (struct person *person = exercise->people; person; person = person->next)
        if (text_equal(person->id, id))
            return person;
    return NULL;
}

/* --- places that are kept --- */

struct reservation *exercise_reservation(const struct exercise *exercise, struct text name,
                                         struct arena *arena)
{
    struct text like = name_like(name, arena);
    for (struct reservation *one = exercise->reservations; one && like.length > 0; one = one->next)
        if (!one->taken && text_equal(one->like, like))
            return one;
    return NULL;
}

static void reservation_take(struct exercise *exercise, const struct person *person)
{
    if (!exercise->reservations || person->left)
        return;
    struct arena *scratch = arena_open();
    struct reservation *kept = exercise_reservation(exercise, person->name, scratch);
    if (kept)
        kept->taken = person;
    arena_close(scratch);
}

static void reservations_forget(struct reservation *first, const struct person *person)
{
    for (struct reservation *one = first; one; one = one->next)
        if (one->taken == person)
            one->name = one->like = TEXT("");
}

static struct reservation *fold_places(struct exercise *exercise, const struct tree *places)
{
    struct reservation *first = NULL, **end = &first;
    for (size_t index = 0; places && index < places->count; index++) {
        const struct tree *item = places->members[index].value;
        struct reservation *one = ARENA_NEW(exercise->arena, struct reservation);
        one->name = event_text(exercise, item, "name");
        one->like = name_like(one->name, exercise->arena);
        one->table_id = event_text(exercise, item, "table");
        one->party_id = event_text(exercise, item, "party");
        one->role = ROLE_ADVISER;
        (void)role_read(event_text(exercise, item, "role"), &one->role);
        *end = one;
        end = &one->next;
    }
    return first;
}

/* People are grouped anew: what was is kept, to go back to. */
static void fold_regrouping(struct exercise *exercise, const struct tree *event)
{
    const struct tree *before = tree_get(event, TEXT("before"));
    const struct tree *places = tree_get(event, TEXT("places"));
    exercise->regrouping = (struct regrouping){before ? tree_copy(exercise->arena, before) : NULL,
                                               exercise->grouping, exercise->reservations};
    struct text how = event_text(exercise, event, "how");
    if (how.length > 0)
        exercise->grouping = grouping_read(how);
    if (!places)
        return;
    exercise->reservations = fold_places(exercise, places);
    for (const struct person *person = exercise->people; person; person = person->next)
        if (!person->bot)
            reservation_take(exercise, person);
}

static void fold_ungrouped(struct exercise *exercise)
{
    exercise->reservations = exercise->regrouping.reservations;
    exercise->grouping = exercise->regrouping.grouping;
    exercise->regrouping = (struct regrouping){0};
    for (struct reservation *one = exercise->reservations; one; one = one->next)
        one->taken = NULL;
    for (const struct person *person = exercise->people; person; person = person->next)
        if (!person->bot)
            reservation_take(exercise, person);
}

/* --- people --- */

static struct person *person_add(struct exercise *exercise, const struct tree *event, bool bot)
{
    struct person *person = ARENA_NEW(exercise->arena, struct person);
    person->id = event_text(exercise, event, "person");
    person->name = event_text(exercise, event, "name");
    person->bot = bot;
    person->party = -1;
    person->holder = (struct holder){.kind = HOLDER_PERSON, .exercise = exercise, .person = person};
    holder_take(&person->holder, event_text(exercise, event, "token"));
    if (exercise->last_person)
        exercise->last_person->next = person;
    else
        exercise->people = person;
    exercise->last_person = person;
    if (!bot) {
        person->number = (unsigned)++exercise->person_count;
        reservation_take(exercise, person);
    }
    return person;
}

/* A number is given once, so that nobody is taken for another. */
static void place_number(struct exercise *exercise, struct person *person)
{
    struct numbering *numbering = exercise->numberings;
    while (numbering && (numbering->table != person->table ||
                         !text_equal(numbering->party_id, person->party_id)))
        numbering = numbering->next;
    if (!numbering) {
        numbering = ARENA_NEW(exercise->arena, struct numbering);
        *numbering = (struct numbering){exercise->numberings, person->table, person->party_id, 0};
        exercise->numberings = numbering;
    }
    person->place_number = ++numbering->given;
}

static void person_sit(struct exercise *exercise, struct person *person, const struct tree *event)
{
    struct text seat = event_text(exercise, event, "seat");
    bool same = text_equal(seat, person->seat);
    if (!same) {
        person_unsubscribe(person);
        person->moved = true;
    }
    struct table *table = exercise_table(exercise, event_text(exercise, event, "table"));
    struct text party = event_text(exercise, event, "party");
    person->read = person->read && table == person->table && text_equal(party, person->party_id);
    person->table = table;
    person->party_id = party;
    person->party = exercise->scenario ? scenario_party(exercise->scenario, person->party_id) : -1;
    if (exercise->scenario && person->party < 0)
        person->table = NULL;
    person->role = ROLE_ADVISER;
    (void)role_read(event_text(exercise, event, "role"), &person->role);
    person->seat = seat;
    person->stand_in = false;
    if (person->table && !same && !person->bot)
        place_number(exercise, person);
}

static void person_rise(struct person *person)
{
    person_unsubscribe(person);
    person->moved = true;
    person->read = false;
    person->table = NULL;
    person->party = -1;
    person->seat = TEXT("");
    person->stand_in = false;
}

static void person_remove(struct exercise *exercise, struct person *gone)
{
    struct person *before = NULL;
    for (struct person *person = exercise->people; person != gone; person = person->next)
        before = person;
    if (before)
        before->next = gone->next;
    else
        exercise->people = gone->next;
    if (exercise->last_person == gone)
        exercise->last_person = before;
}

static void person_erased(struct exercise *exercise, struct person *person)
{
    person->erased = true;
    person->name = TEXT("");
    reservations_forget(exercise->reservations, person);
    reservations_forget(exercise->regrouping.reservations, person);
}

static void fold_ask(struct exercise *exercise, const struct person *person,
                     const struct tree *event, int64_t at)
{
    struct ask *ask = ARENA_NEW(exercise->arena, struct ask);
    *ask = (struct ask){exercise->role_asks, event_text(exercise, event, "message"),
                        event_text(exercise, event, "text"), person, at};
    exercise->role_asks = ask;
}

/* What happens to somebody who is there. */
static bool fold_one(struct exercise *exercise, struct person *person, struct text type,
                     const struct tree *event, int64_t at)
{
    if (text_equal(type, TEXT("assigned")))
        person_sit(exercise, person, event);
    else if (text_equal(type, TEXT("released")))
        person_rise(person);
    else if (text_equal(type, TEXT("bot_gone")))
        person_remove(exercise, person);
    else if (text_equal(type, TEXT("asked")))
        fold_ask(exercise, person, event, at);
    else if (text_equal(type, TEXT("erased")))
        person_erased(exercise, person);
    else if (text_equal(type, TEXT("read")))
        person->read = true;
    else if (text_equal(type, TEXT("stand_in"))) {
        person->stand_in = event_flag(event, "on");
        person->stand_in_signs = event_flag(event, "signs");
    } else if (text_equal(type, TEXT("left"))) {
        person->left = true;
        holder_take(&person->holder, TEXT(""));
    } else if (text_equal(type, TEXT("linked"))) {
        person->left = false;
        holder_take(&person->holder, event_text(exercise, event, "token"));
    } else
        return false;
    return true;
}

bool people_fold(struct exercise *exercise, struct text type, const struct tree *event, int64_t at)
{
    if (text_equal(type, TEXT("joined"))) {
        (void)person_add(exercise, event, false);
        return true;
    }
    if (text_equal(type, TEXT("bot"))) {
        person_sit(exercise, person_add(exercise, event, true), event);
        return true;
    }
    if (text_equal(type, TEXT("grouped")) || text_equal(type, TEXT("planned"))) {
        fold_regrouping(exercise, event);
        return true;
    }
    if (text_equal(type, TEXT("ungrouped"))) {
        fold_ungrouped(exercise);
        return true;
    }
    struct person *person = exercise_person(exercise, event_text(exercise, event, "person"));
    return person && fold_one(exercise, person, type, event, at);
}
