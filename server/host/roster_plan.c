/* Grouping people by a pasted list, line by line. */
#include "state.h"

struct planned {
    const struct list_row *row;
    struct place wish; /* table NULL, party -1: any */
    bool role;         /* said which */
    struct sitting *sitting;
};

/* Names that may be meant; the first of those that are alike. */
struct choices {
    struct text *likes, *names;
    size_t *of; /* which thing each names */
    size_t count;
    size_t named; /* so many of them are names, and not numbers that may be said instead */
};

static void choice_add(struct choices *choices, struct text name, size_t of, struct arena *arena)
{
    choices->names[choices->count] = name;
    choices->likes[choices->count] = name_like(name, arena);
    choices->of[choices->count++] = of;
    choices->named = choices->count;
}

static struct choices choices_open(size_t most, struct arena *arena)
{
    return (struct choices){ARENA_ARRAY(arena, struct text, most),
                            ARENA_ARRAY(arena, struct text, most), ARENA_ARRAY(arena, size_t, most),
                            0, 0};
}

struct planning {
    struct op *op;
    struct arrangement *arrangement;
    struct text *likes; /* of those who sit in the arrangement */
    struct choices rooms, parties, roles;
    struct planned *lines;
    size_t count;
    struct tree *problems;
};

static void plan_problem(struct planning *planning, const struct list_row *row, const char *type,
                         struct text message, struct text nearest)
{
    struct arena *arena = planning->op->arena;
    struct tree *problem = tree_object(arena);
    tree_set_int(arena, problem, TEXT("line"), row->line);
    tree_set_text(arena, problem, TEXT("text"), row->text);
    tree_set_text(arena, problem, TEXT("type"), text_of(type));
    tree_set_text(arena, problem, TEXT("message"), message);
    if (nearest.length > 0)
        tree_set_text(arena, problem, TEXT("nearest"), nearest);
    tree_append(arena, planning->problems, problem);
}

/* What the word names, or -1 where it names nothing; then the nearest name. */
static int choice_find(const struct choices *choices, struct text word, struct text *nearest,
                       struct arena *arena)
{
    struct text like = name_like(word, arena);
    for (size_t index = 0; index < choices->count; index++)
        if (text_equal(choices->likes[index], like))
            return (int)choices->of[index];
    int near = text_nearest(like, choices->likes, choices->named);
    *nearest = near >= 0 ? choices->names[near] : TEXT("");
    return -1;
}

static struct choices room_choices(const struct exercise *exercise, struct arena *arena)
{
    struct choices choices = choices_open(2 * exercise->table_count, arena);
    for (size_t index = 0; index < exercise->table_count; index++)
        choice_add(&choices, exercise->tables[index]->name, index, arena);
    size_t named = choices.count;
    for (size_t index = 0; index < exercise->table_count; index++)
        choice_add(&choices, arena_print(arena, "%zu", index + 1), index, arena);
    choices.named = named;
    return choices;
}

static struct choices party_choices(const struct exercise *exercise, struct arena *arena)
{
    const struct scenario *scenario = exercise->scenario;
    struct choices choices = choices_open(3 * scenario->party_count, arena);
    for (size_t index = 0; index < scenario->party_count; index++) {
        choice_add(&choices, scenario->parties[index].name, index, arena);
        choice_add(&choices, scenario->parties[index].short_name, index, arena);
        choice_add(&choices, scenario->parties[index].id, index, arena);
    }
    return choices;
}

static struct choices role_choices(struct arena *arena)
{
    struct choices choices = choices_open(4, arena);
    choice_add(&choices, TEXT("head"), ROLE_HEAD, arena);
    choice_add(&choices, TEXT("adviser"), ROLE_ADVISER, arena);
    choice_add(&choices, TEXT("advisor"), ROLE_ADVISER, arena);
    choice_add(&choices, TEXT("observer"), ROLE_OBSERVER, arena);
    return choices;
}

/* -1 where the word names nothing, which is a problem of the line. */
static int line_find(struct planning *planning, const struct list_row *row,
                     const struct choices *choices, struct text word, const char *type,
                     const char *what)
{
    struct arena *arena = planning->op->arena;
    struct text nearest = TEXT("");
    int found = choice_find(choices, word, &nearest, arena);
    if (found < 0)
        plan_problem(
            planning, row, type,
            nearest.length > 0
                ? arena_print(arena, "There is no %s \"%.*s\"; did you mean \"%.*s\"?", what,
                              TEXT_ARGUMENTS(word), TEXT_ARGUMENTS(nearest))
                : arena_print(arena, "There is no %s \"%.*s\".", what, TEXT_ARGUMENTS(word)),
            nearest);
    return found;
}

/* Who is called so and stands in no line yet; NULL. */
static struct sitting *line_present(const struct planning *planning, struct text name)
{
    const struct arrangement *arrangement = planning->arrangement;
    struct text like = name_like(name, planning->op->arena);
    for (size_t index = 0; index < arrangement->count; index++) {
        struct sitting *sitting = &arrangement->sittings[index];
        if (sitting->person && !sitting->person->left && !sitting->listed &&
            text_equal(planning->likes[index], like))
            return sitting;
    }
    return NULL;
}

/* Whether the line's words mean something; then it is one of `lines`. */
static bool line_read(struct planning *planning, const struct list_row *row,
                      struct planned *planned)
{
    *planned = (struct planned){.row = row, .wish = {NULL, -1, ROLE_ADVISER}};
    if (!name_valid(row->name)) {
        plan_problem(planning, row, "parameter.invalid", TEXT("A name has 1 to 40 characters."),
                     TEXT(""));
        return false;
    }
    if (row->room.length > 0) {
        int found = line_find(planning, row, &planning->rooms, row->room, "table.unknown", "room");
        if (found < 0)
            return false;
        planned->wish.table = planning->op->exercise->tables[found];
    }
    if (row->party.length > 0) {
        planned->wish.party =
            line_find(planning, row, &planning->parties, row->party, "party.unknown", "delegation");
        if (planned->wish.party < 0)
            return false;
    }
    if (row->role.length > 0) {
        int found =
            line_find(planning, row, &planning->roles, row->role, "parameter.invalid", "role");
        if (found < 0)
            return false;
        planned->wish.role = (enum seat_role)found;
        planned->role = true;
    }
    return true;
}

/* Whoever is there already leaves their seat for now; who is not is expected. */
static bool line_sitting(struct planning *planning, struct planned *planned)
{
    struct sitting *sitting = line_present(planning, planned->row->name);
    if (sitting && sitting->fixed) {
        plan_problem(planning, planned->row, "table.begun",
                     TEXT("They play already; move them by hand."), TEXT(""));
        return false;
    }
    if (sitting)
        arrangement_take(planning->arrangement, sitting);
    else
        sitting = arrangement_add(planning->arrangement, NULL, TEXT(""));
    sitting->listed = true;
    planned->sitting = sitting;
    return true;
}

static bool plan_head_listed(const struct planning *planning, const struct place *place)
{
    for (size_t index = 0; index < planning->count; index++) {
        const struct planned *line = &planning->lines[index];
        if (line->role && line->wish.role == ROLE_HEAD && line->sitting &&
            line->sitting->place.table == place->table &&
            line->sitting->place.party == place->party)
            return true;
    }
    return false;
}

static void line_place(struct planning *planning, struct planned *line)
{
    struct place place;
    if (!arrangement_propose(planning->arrangement, line->wish.table, line->wish.party, false,
                             &place)) {
        plan_problem(planning, line->row, "game.closed", TEXT("That room's game is over."),
                     TEXT(""));
        line->sitting = NULL;
        return;
    }
    if (line->role && line->wish.role == ROLE_HEAD && plan_head_listed(planning, &place)) {
        plan_problem(planning, line->row, "seat.taken",
                     TEXT("Another line names the head of this delegation."), TEXT(""));
        line->sitting = NULL;
        return;
    }
    if (line->role)
        place.role = line->wish.role;
    arrangement_put(planning->arrangement, line->sitting, place);
}

/* Those who are given a delegation first: the others find what is left. */
static void plan_place(struct planning *planning)
{
    for (int vague = 0; vague < 3; vague++)
        for (size_t index = 0; index < planning->count; index++) {
            struct planned *line = &planning->lines[index];
            if ((line->wish.table == NULL) + (line->wish.party < 0) == vague)
                line_place(planning, line);
        }
}

static void plan_events(struct planning *planning)
{
    struct op *op = planning->op;
    struct tree *event = op_event(op, "planned");
    struct tree *places = tree_list(op->arena);
    int64_t expected = 0;
    for (size_t index = 0; index < planning->count; index++) {
        const struct planned *line = &planning->lines[index];
        if (!line->sitting)
            continue;
        const struct place *place = &line->sitting->place;
        struct tree *item = tree_object(op->arena);
        tree_set_text(op->arena, item, TEXT("name"), line->row->name);
        tree_set_text(op->arena, item, TEXT("table"), place->table->id);
        tree_set_text(op->arena, item, TEXT("party"),
                      op->exercise->scenario->parties[place->party].id);
        tree_set_text(op->arena, item, TEXT("role"), text_of(role_name(place->role)));
        tree_append(op->arena, places, item);
        expected += line->sitting->person == NULL;
    }
    tree_set(op->arena, event, TEXT("places"), places);
    op_note_before(op, event, planning->arrangement);
    op_arrange(op, planning->arrangement);
    op->answer = tree_object(op->arena);
    tree_set_int(op->arena, op->answer, TEXT("placed"), (int64_t)places->count);
    tree_set_int(op->arena, op->answer, TEXT("expected"), expected);
    tree_set(op->arena, op->answer, TEXT("problems"), planning->problems);
}

static void planning_open(struct planning *planning, struct op *op, size_t lines)
{
    struct arena *arena = op->arena;
    *planning = (struct planning){.op = op,
                                  .arrangement = arrangement_open(op->exercise, lines, arena),
                                  .rooms = room_choices(op->exercise, arena),
                                  .parties = party_choices(op->exercise, arena),
                                  .roles = role_choices(arena),
                                  .lines = ARENA_ARRAY(arena, struct planned, lines),
                                  .problems = tree_list(arena)};
    struct arrangement *arrangement = planning->arrangement;
    planning->likes = ARENA_ARRAY(arena, struct text, arrangement->count + lines);
    for (size_t index = 0; index < arrangement->count; index++) {
        struct sitting *sitting = &arrangement->sittings[index];
        if (sitting->person)
            planning->likes[index] = name_like(sitting->person->name, arena);
        else
            arrangement_take(arrangement, sitting); /* the last list is forgotten */
    }
}

static void plan_decide(struct op *op)
{
    const struct list_row *rows = list_read(parameter_text(op->asked, "list", true), op->arena);
    size_t lines = 0;
    for (const struct list_row *row = rows; row; row = row->next)
        lines++;
    if (op->exercise->anonymous) {
        op_refuse(op, "exercise.anonymous", "", "In an anonymous exercise nobody has a name.");
        return;
    }
    if (lines == 0 || lines > PEOPLE_MAX) {
        op_refuse(op, lines == 0 ? "parameter.invalid" : "limit.size", "list",
                  lines == 0 ? "The list names nobody." : "The list names too many people.");
        return;
    }
    struct planning planning;
    planning_open(&planning, op, lines);
    for (const struct list_row *row = rows; row; row = row->next) {
        struct planned line;
        if (line_read(&planning, row, &line) && line_sitting(&planning, &line))
            planning.lines[planning.count++] = line;
    }
    plan_place(&planning);
    plan_events(&planning);
    if (parameter_flag(op->asked, "try", false))
        op->events = tree_list(op->arena);
}

void roster_plan(struct asked *asked)
{
    (void)parameter_text(asked, "list", true);
    (void)parameter_flag(asked, "try", false);
    roster_ask(asked, plan_decide);
}
