/* Grouping people anew, and back again. */
#include "state.h"

/* --- what was, so that it can be again --- */

static struct tree *sitting_note(struct op *op, const struct person *person)
{
    struct tree *item = tree_object(op->arena);
    tree_set_text(op->arena, item, TEXT("person"), person->id);
    if (!person->table)
        return item;
    tree_set_text(op->arena, item, TEXT("table"), person->table->id);
    tree_set_text(op->arena, item, TEXT("party"), person->party_id);
    tree_set_text(op->arena, item, TEXT("role"), text_of(role_name(person_role(person))));
    return item;
}

static bool sitting_moves(const struct sitting *sitting)
{
    const struct person *person = sitting->person;
    const struct place *place = &sitting->place;
    return person && (person->table != place->table ||
                      (place->table &&
                       (person->party != place->party || person_role(person) != place->role)));
}

void op_note_before(struct op *op, struct tree *event, const struct arrangement *arrangement)
{
    struct tree *before = tree_list(op->arena);
    for (size_t index = 0; index < arrangement->count; index++)
        if (sitting_moves(&arrangement->sittings[index]))
            tree_append(op->arena, before, sitting_note(op, arrangement->sittings[index].person));
    tree_set(op->arena, event, TEXT("before"), before);
}

/* --- roster.group --- */

static void shuffle(struct host *host, struct sitting **sittings, size_t count)
{
    for (size_t left = count; left > 1; left--) {
        uint64_t drawn;
        host->ports.random(host->ports.context, &drawn, sizeof(drawn));
        struct sitting **other = &sittings[drawn % left], *last = sittings[left - 1];
        sittings[left - 1] = *other;
        *other = last;
    }
}

static void group(struct op *op, struct arrangement *arrangement, enum grouping how, bool all)
{
    struct sitting **wanted = ARENA_ARRAY(op->arena, struct sitting *, arrangement->count + 1);
    size_t count = 0;
    for (size_t index = 0; index < arrangement->count; index++) {
        struct sitting *sitting = &arrangement->sittings[index];
        if (!sitting->person || sitting->fixed || (!all && sitting->place.table))
            continue;
        arrangement_take(arrangement, sitting);
        wanted[count++] = sitting;
    }
    if (how == GROUPING_CHOICE || how == GROUPING_HAND)
        return;
    if (how == GROUPING_RANDOM)
        shuffle(op->exercise->host, wanted, count);
    for (size_t index = 0; index < count; index++) {
        struct place place;
        if (arrangement_propose(arrangement, NULL, -1, how == GROUPING_RANDOM, &place))
            arrangement_put(arrangement, wanted[index], place);
    }
}

static void group_decide(struct op *op)
{
    enum grouping how = grouping_read(parameter_text(op->asked, "how", true));
    bool all = text_equal(parameter_text(op->asked, "who", false), TEXT("all"));
    struct arrangement *arrangement = arrangement_open(op->exercise, 0, op->arena);
    group(op, arrangement, how, all);
    struct tree *event = op_event(op, "grouped");
    tree_set_text(op->arena, event, TEXT("how"), text_of(grouping_names[how]));
    op_note_before(op, event, arrangement);
    op_arrange(op, arrangement);
}

void roster_ask(struct asked *asked, void (*turn)(struct op *op))
{
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, turn);
    op->finish = people_settle;
    op_submit(op);
}

void roster_group(struct asked *asked)
{
    struct text how = parameter_text(asked, "how", true);
    if (!asked->refused && !text_equal(how, text_of(grouping_names[grouping_read(how)])))
        parameter_refuse(asked, "parameter.invalid", "how",
                         "People are grouped even, random, by choice or by hand.");
    struct text who = parameter_text(asked, "who", false);
    if (who.length > 0 && !text_equal(who, TEXT("all")) && !text_equal(who, TEXT("waiting")))
        parameter_refuse(asked, "parameter.invalid", "who",
                         "Either all are grouped, or those waiting for a seat.");
    roster_ask(asked, group_decide);
}

/* --- roster.undo --- */

static void undo_one(struct op *op, struct arrangement *arrangement, const struct tree *item)
{
    struct exercise *exercise = op->exercise;
    struct text id = TEXT(""), table = TEXT(""), party = TEXT(""), role = TEXT("");
    (void)tree_get_text(item, TEXT("person"), &id);
    struct sitting *sitting = arrangement_of(arrangement, exercise_person(exercise, id));
    if (!sitting || sitting->fixed)
        return;
    if (!tree_get_text(item, TEXT("table"), &table)) {
        arrangement_take(arrangement, sitting);
        return;
    }
    (void)tree_get_text(item, TEXT("party"), &party);
    (void)tree_get_text(item, TEXT("role"), &role);
    struct place place = {exercise_table(exercise, table),
                          scenario_party(exercise->scenario, party), ROLE_ADVISER};
    (void)role_read(role, &place.role);
    if (place.table && !place.table->started && place.party >= 0)
        arrangement_put(arrangement, sitting, place);
}

static void undo_decide(struct op *op)
{
    const struct tree *before = op->exercise->regrouping.before;
    if (!before) {
        op_refuse(op, "roster.nothing", "", "There is no grouping to take back.");
        return;
    }
    (void)op_event(op, "ungrouped");
    struct arrangement *arrangement = arrangement_open(op->exercise, 0, op->arena);
    for (size_t index = 0; index < before->count; index++)
        undo_one(op, arrangement, before->members[index].value);
    op_arrange(op, arrangement);
}

void roster_undo(struct asked *asked)
{
    roster_ask(asked, undo_decide);
}
