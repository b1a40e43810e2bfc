/* What people ask for themselves: to leave, to have another role, to be forgotten. */
#include "state.h"

enum { ASK_CHARACTERS_MAX = 500, ASKS_MAX = 20 };

/* --- leaving --- */

/* Who leads when the head is gone: an adviser who is there, else any. */
static const struct person *successor(const struct person *gone)
{
    const struct person *found = NULL;
    const struct exercise *exercise = gone->holder.exercise;
    for (const struct person *person = exercise->people; person; person = person->next) {
        if (person == gone || person->bot || person->table != gone->table ||
            person->party != gone->party || person_role(person) == ROLE_OBSERVER)
            continue;
        if (person->holder.online > 0)
            return person;
        found = found ? found : person;
    }
    return found;
}

/* Nobody is stuck: an adviser leads, or a bot where bots fill empty seats. */
static void leave_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    const struct person *person = exercise_person(exercise, op->wish);
    if (!person || person->left)
        return;
    bool head = person->table && person_role(person) == ROLE_HEAD;
    const struct person *next = head ? successor(person) : NULL;
    struct arrangement *arrangement = arrangement_open(exercise, 0, op->arena);
    struct place place = {person->table, person->party, ROLE_HEAD};
    arrangement_take(arrangement, arrangement_of(arrangement, person));
    if (next)
        arrangement_put(arrangement, arrangement_of(arrangement, next), place);
    op_arrange(op, arrangement);
    if (head && !next && exercise->bots && person->table->started && !person->table->closed)
        op_bot(op, person->table, person->party);
    tree_set_text(op->arena, op_event(op, "left"), TEXT("person"), person->id);
}

static void leave_finish(struct op *op)
{
    struct person *person = exercise_person(op->exercise, op->wish);
    people_settle(op);
    if (person)
        holder_cut(&person->holder);
}

static void person_ask(struct asked *asked, struct text person, void (*turn)(struct op *op),
                       void (*finish)(struct op *op))
{
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, turn);
    op->wish = person;
    op->finish = finish;
    op_submit(op);
}

void exercise_leave(struct asked *asked)
{
    person_ask(asked, asked->holder->person->id, leave_decide, leave_finish);
}

/* --- a word to control alone --- */

static void ask_decide(struct op *op)
{
    const struct exercise *exercise = op->exercise;
    int made = 0;
    for (const struct ask *ask = exercise->role_asks; ask; ask = ask->older)
        made += text_equal(ask->person->id, op->wish);
    if (made >= ASKS_MAX) {
        op_refuse(op, "limit.size", "", "You have asked often enough; talk to the facilitator.");
        return;
    }
    struct tree *event = op_event(op, "asked");
    tree_set_text(op->arena, event, TEXT("person"), op->wish);
    tree_set_text(op->arena, event, TEXT("message"), host_id(exercise->host, op->arena));
    tree_set_text(op->arena, event, TEXT("text"), parameter_text(op->asked, "text", false));
}

void seat_ask(struct asked *asked)
{
    if (text_count_characters(parameter_text(asked, "text", false)) > ASK_CHARACTERS_MAX)
        parameter_refuse(asked, "message.too_long", "text", "Say it in 500 characters.");
    person_ask(asked, asked->holder->person->id, ask_decide, NULL);
}

/* --- being forgotten --- */

static void erase_decide(struct op *op)
{
    const struct person *person = exercise_person(op->exercise, op->wish);
    if (!person || person->bot)
        op_refuse(op, "person.unknown", "person", "There is no such person.");
    else if (!person->erased)
        tree_set_text(op->arena, op_event(op, "erased"), TEXT("person"), person->id);
}

void person_erase(struct asked *asked)
{
    person_ask(asked, parameter_text(asked, "person", true), erase_decide, people_settle);
}

void people_restored(struct exercise *exercise)
{
    for (struct person *person = exercise->people; person; person = person->next)
        person->holder.away_since = host_now(exercise->host);
}
