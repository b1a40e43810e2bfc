/* Where strangers play: who harms a game is reported, and removed by the heads of the other
 * delegations or by control. Who was removed does not come back by the same link. */
#include "method.h"

enum { REPORT_CHARACTERS_MAX = 500, VOTES_LEAST = 2 };

struct vote {
    struct vote *next;
    struct text by, about; /* persons */
};

struct barred {
    struct barred *next;
    struct text hash; /* of the token */
};

/* --- the fold --- */

static struct vote **vote_place(struct exercise *exercise, struct text by, struct text about)
{
    struct vote **place = &exercise->votes;
    while (*place && !(text_equal((*place)->by, by) && text_equal((*place)->about, about)))
        place = &(*place)->next;
    return place;
}

static struct text id_of(struct exercise *exercise, const struct tree *event, struct text name)
{
    struct text id = TEXT("");
    (void)tree_get_text(event, name, &id);
    return arena_copy(exercise->arena, id);
}

static void fold_vote(struct exercise *exercise, const struct tree *event)
{
    bool on = true;
    (void)tree_get_bool(event, TEXT("on"), &on);
    struct text by = id_of(exercise, event, TEXT("by")),
                about = id_of(exercise, event, TEXT("person"));
    struct vote **place = vote_place(exercise, by, about);
    if (on && !*place) {
        *place = ARENA_NEW(exercise->arena, struct vote);
        **place = (struct vote){NULL, by, about};
    } else if (!on && *place) {
        *place = (*place)->next;
    }
}

static void fold_removed(struct exercise *exercise, const struct tree *event)
{
    struct person *person = exercise_person(exercise, id_of(exercise, event, TEXT("person")));
    if (!person || person->holder.hash.length == 0)
        return;
    struct barred *barred = ARENA_NEW(exercise->arena, struct barred);
    *barred = (struct barred){exercise->barred, person->holder.hash};
    exercise->barred = barred;
    struct index *tokens = &exercise->host->tokens;
    if (index_find(tokens, person->holder.hash) == &person->holder)
        index_remove(tokens, person->holder.hash);
    person->holder.hash = TEXT("");
}

bool removal_fold(struct exercise *exercise, struct text type, const struct tree *event)
{
    if (text_equal(type, TEXT("vote")))
        fold_vote(exercise, event);
    else if (text_equal(type, TEXT("removed")))
        fold_removed(exercise, event);
    else
        return false;
    return true;
}

bool token_is_barred(const struct exercise *exercise, struct text hash)
{
    for (const struct barred *barred = exercise->barred; barred; barred = barred->next)
        if (text_equal(barred->hash, hash))
            return true;
    return false;
}

/* --- voting --- */

/* The person in that seat of the asker's table. */
static struct person *fellow(const struct asked *asked, struct text seat)
{
    const struct person *own = asked->holder->person;
    for (struct person *person = asked->holder->exercise->people; person; person = person->next)
        if (!person->bot && person->table == own->table && text_equal(person->seat, seat))
            return person;
    return NULL;
}

/* Heads of the other delegations, and how many of them want it. */
static void votes_count(struct exercise *exercise, const struct person *about, struct text also,
                        bool on, int64_t *votes, int64_t *heads)
{
    *votes = *heads = 0;
    for (const struct person *one = exercise->people; one; one = one->next) {
        if (one->bot || one->table != about->table || one->party == about->party ||
            person_role(one) != ROLE_HEAD)
            continue;
        ++*heads;
        *votes +=
            text_equal(one->id, also) ? on : *vote_place(exercise, one->id, about->id) != NULL;
    }
}

static void remove_events(struct op *op, const struct person *person)
{
    struct table *table = person->table;
    bool alone = table && person_role(person) == ROLE_HEAD;
    for (const struct person *other = op->exercise->people; other && alone; other = other->next)
        alone =
            other == person || other->bot || other->table != table || other->party != person->party;
    op_release(op, person);
    /* As where a head leaves: a bot plays on, where bots fill empty seats. */
    if (alone && op->exercise->bots && table->started && !table->closed)
        op_bot(op, table, person->party);
    tree_set_text(op->arena, op_event(op, "removed"), TEXT("person"), person->id);
}

static void vote_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    const struct person *by = op->asked->holder->person;
    const struct person *about = exercise_person(exercise, op->wish);
    bool on = parameter_flag(op->asked, "on", true);
    if (!exercise->listing.on) {
        op_refuse(op, "vote.closed", "", "Here the facilitator decides who stays.");
        return;
    }
    if (!by->table || person_role(by) != ROLE_HEAD) {
        op_refuse(op, "seat.not_head", "", "The heads of the delegations vote.");
        return;
    }
    if (!about || about->table != by->table || about->party == by->party) {
        op_refuse(op, "person.unknown", "seat", "Nobody of another delegation has this seat.");
        return;
    }
    int64_t votes, heads;
    votes_count(exercise, about, by->id, on, &votes, &heads);
    int64_t needed = heads / 2 + 1 > VOTES_LEAST ? heads / 2 + 1 : VOTES_LEAST;
    op->answer = tree_object(op->arena);
    tree_set_int(op->arena, op->answer, TEXT("votes"), votes);
    tree_set_int(op->arena, op->answer, TEXT("needed"), needed);
    if (on == (*vote_place(exercise, by->id, about->id) != NULL))
        return; /* It is so already. */
    struct tree *event = op_event(op, "vote");
    tree_set_text(op->arena, event, TEXT("by"), by->id);
    tree_set_text(op->arena, event, TEXT("person"), about->id);
    tree_set_bool(op->arena, event, TEXT("on"), on);
    if (votes >= needed)
        remove_events(op, about);
}

/* Shown out, where it came to that. */
static void removal_finish(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct person *person = exercise_person(exercise, op->wish);
    if (person && person->holder.hash.length == 0) {
        table_presence_changed(exercise->tables[0]);
        exercise_cut(exercise, &person->holder, "removed", "removed from this game");
        exercise_changed(exercise);
    }
    asked_answer(op->asked, op->answer ? op->answer : tree_object(op->arena));
}

void person_vote(struct asked *asked)
{
    const struct person *about = fellow(asked, parameter_text(asked, "seat", true));
    (void)parameter_flag(asked, "on", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, vote_decide);
    op->wish = about ? about->id : TEXT("");
    op->finish = removal_finish;
    op_submit(op);
}

/* --- control removes --- */

static void remove_decide(struct op *op)
{
    const struct person *person = exercise_person(op->exercise, op->wish);
    if (!person || person->bot || person->holder.hash.length == 0)
        op_refuse(op, "person.unknown", "person", "There is no such person.");
    else
        remove_events(op, person);
}

void person_expel(struct asked *asked)
{
    struct text person = parameter_text(asked, "person", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, remove_decide);
    op->wish = person;
    op->finish = removal_finish;
    op_submit(op);
}

/* --- reporting --- */

/* To the operator's log, by ids alone; and to control as a request, which the others do not see. */
void person_report(struct asked *asked)
{
    const struct person *own = asked->holder->person;
    const struct person *about = fellow(asked, parameter_text(asked, "seat", true));
    struct text words = parameter_text(asked, "text", true);
    if (text_count_characters(words) > REPORT_CHARACTERS_MAX)
        parameter_refuse(asked, "message.too_long", "text", "Say it in 500 characters.");
    if (!about)
        parameter_refuse(asked, "person.unknown", "seat", "Nobody at your table has this seat.");
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    const struct exercise *exercise = own->holder.exercise;
    host_log(asked->host, "exercise %.*s: seat %.*s reports seat %.*s",
             TEXT_ARGUMENTS(exercise->id), TEXT_ARGUMENTS(own->seat), TEXT_ARGUMENTS(about->seat));
    struct tree *message = tree_object(asked->arena);
    tree_set_text(asked->arena, message, TEXT("to"), TEXT("control"));
    tree_set_text(asked->arena, message, TEXT("text"),
                  arena_print(asked->arena, "Report about %.*s (%.*s): %.*s",
                              TEXT_ARGUMENTS(person_name(about, asked->arena)),
                              TEXT_ARGUMENTS(exercise->scenario->parties[about->party].name),
                              TEXT_ARGUMENTS(words)));
    struct tree *key = tree_get(asked->parameters, TEXT("key"));
    if (key)
        tree_set(asked->arena, message, TEXT("key"), key);
    asked->method = TEXT("message.send");
    asked->parameters = message;
    seat_command(asked);
}
