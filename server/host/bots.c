/* Bots at a table: asked in turn after every change, until none wants anything. A bot plays a
 * delegation that nobody leads, or stands in for a head who is away. */
#include "state.h"

/* Pauses: between two moves of one bot; from a bot's amendment of a text until another bot amends
 * it. */
enum { RESTS = 2, READS = 10 };

/* --- time to read --- */

static uint64_t pen_hash(const struct table *table, const struct letter *letter)
{
    return random_hash(table->seed, letter->command.instrument);
}

static struct penned *pen_find(struct table *table, uint64_t text)
{
    for (size_t index = 0; index < PENNED; index++)
        if (table->penned[index].at > 0 && table->penned[index].text == text)
            return &table->penned[index];
    return NULL;
}

void table_note_pen(struct table *table, const struct letter *letter)
{
    if (letter->command.type != COMMAND_AMEND)
        return;
    uint64_t text = pen_hash(table, letter);
    bool automatic = letter->command.actor.automatic;
    struct penned *pen = pen_find(table, text);
    if (!pen && automatic)
        pen = &table->penned[table->pen++ % PENNED];
    if (pen)
        *pen = (struct penned){text, automatic ? letter->at : 0};
}

static bool has_readers(const struct table *table)
{
    for (int party = 0; party < (int)table->exercise->scenario->party_count; party++)
        if (party_head(table->exercise, table, party, false))
            return true;
    return false;
}

/* When that may be done: people read a text before bots change it once more among themselves. */
static int64_t pen_free_at(struct table *table, const struct letter *letter)
{
    if (letter->command.type != COMMAND_AMEND || !has_readers(table))
        return 0;
    const struct penned *pen = pen_find(table, pen_hash(table, letter));
    return pen ? pen->at + READS * table->exercise->host->bots.pause_ms : 0;
}

static void bots_wait(struct table *table, int64_t until)
{
    table->bots_at = until < table->bots_at ? until : table->bots_at;
}

/* --- what they do --- */

static void bot_done(void *context, struct table *table, const struct refusal *refusal,
                     struct text json)
{
    (void)table;
    (void)refusal;
    (void)json;
    arena_close(context);
}

/* False where it wants nothing, or was refused at once. */
static bool bot_act(struct table *table, struct person *person, int64_t now)
{
    struct host *host = table->exercise->host;
    /* Who stands in for somebody binds them to nothing, unless control let it. */
    bool plays = person->bot || person->stand_in_signs;
    if (!plays && !host->bots.stands_in)
        return false;
    struct arena *arena = arena_open();
    struct letter *letter = ARENA_NEW(arena, struct letter);
    letter->command = (struct command){.key = -1, .party = -1, .quote_key = -1};
    if (!(plays ? host->bots.wants : host->bots.stands_in)(host->bots.context, table->game,
                                                           person->party, person->seat, now, arena,
                                                           &letter->command)) {
        arena_close(arena);
        return false;
    }
    int64_t free_at = pen_free_at(table, letter);
    if (free_at > now) {
        bots_wait(table, free_at);
        arena_close(arena);
        return false;
    }
    letter->arena = arena;
    letter->command.actor =
        (struct actor){.kind = ACTOR_SEAT, .seat = person->seat, .automatic = true};
    letter->done = bot_done;
    letter->context = arena;
    uint64_t before = game_sequence(table->game);
    table_submit(table, letter);
    bool acted = table->busy || game_sequence(table->game) != before;
    if (acted) {
        person->acted_at = now;
        table->bot_turn = person->party;
    }
    return acted;
}

static bool is_bot_of(const struct table *table, const struct person *person)
{
    return person->table == table &&
           (person->bot || (person->stand_in && person_role(person) == ROLE_HEAD));
}

/* Asks the bots of the parties behind that one, or of the others. True where one acted. What one
 * does is stored before the next is asked; what is refused stops nobody. Who acted a moment ago
 * rests, so that people can follow. */
static bool bots_ask(struct table *table, int turn, bool behind, int64_t now)
{
    int64_t rest = RESTS * table->exercise->host->bots.pause_ms;
    for (struct person *person = table->exercise->people; person; person = person->next) {
        if (!is_bot_of(table, person) || (person->party > turn) != behind)
            continue;
        if (person->acted_at > now - rest) {
            bots_wait(table, person->acted_at + rest);
        } else if (bot_act(table, person, now)) {
            return true;
        }
    }
    return false;
}

void table_ask_bots(struct table *table)
{
    struct host *host = table->exercise->host;
    table->bots_at = INT64_MAX;
    if (!host->has_bots || !table->game || table->busy)
        return;
    int turn = table->bot_turn;
    int64_t now = host_now(host);
    if (!bots_ask(table, turn, true, now))
        (void)bots_ask(table, turn, false, now);
}

/* --- bots in and out --- */

/* `party` -1: all. */
void bots_fill(struct op *op, struct table *table, int party)
{
    struct exercise *exercise = op->exercise;
    for (int one = 0; one < (int)exercise->scenario->party_count; one++)
        if ((party < 0 || one == party) && !party_head(exercise, table, one, false) &&
            !party_head(exercise, table, one, true))
            op_bot(op, table, one);
}

static void bots_leave(struct op *op, const struct table *table, int party)
{
    for (const struct person *bot = op->exercise->people; bot; bot = bot->next)
        if (bot->bot && bot->table == table && (party < 0 || bot->party == party))
            op_release(op, bot);
}

static void bots_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    bool fill = text_equal(op->asked->method, TEXT("bot.fill"));
    struct text table_id = parameter_text(op->asked, "table", false);
    struct text party_id = parameter_text(op->asked, "party", false);
    const struct table *wished = exercise_table(exercise, table_id);
    int party = scenario_party(exercise->scenario, party_id);
    if (table_id.length > 0 && !wished) {
        op_refuse(op, "table.unknown", "table", "There is no such table.");
        return;
    }
    if (party_id.length > 0 && party < 0) {
        op_refuse(op, "party.unknown", "party", "There is no such delegation.");
        return;
    }
    if (fill && wished && party >= 0 && party_head(exercise, wished, party, false)) {
        op_refuse(op, "seat.taken", "party", "A person leads this delegation.");
        return;
    }
    for (size_t index = 0; index < exercise->table_count; index++) {
        struct table *table = exercise->tables[index];
        if ((wished && table != wished) || table->closed)
            continue;
        if (fill)
            bots_fill(op, table, party);
        else
            bots_leave(op, table, party);
    }
}

static void bots_asked(struct asked *asked)
{
    (void)parameter_text(asked, "table", false);
    (void)parameter_text(asked, "party", false);
    roster_ask(asked, bots_decide);
}

void bot_fill(struct asked *asked)
{
    bots_asked(asked);
}

void bot_release(struct asked *asked)
{
    bots_asked(asked);
}

/* --- a bot in the place of somebody who is away --- */

static void stand_in_event(struct op *op, const struct person *person, bool on, bool signs)
{
    struct tree *event = op_event(op, "stand_in");
    tree_set_text(op->arena, event, TEXT("person"), person->id);
    tree_set_bool(op->arena, event, TEXT("on"), on);
    if (signs)
        tree_set_bool(op->arena, event, TEXT("signs"), true);
    tree_set_text(op->arena, event, TEXT("table"), person->table->id);
    tree_set_text(op->arena, event, TEXT("party"), person->party_id);
    tree_set_text(op->arena, event, TEXT("role"), text_of(role_name(person_role(person))));
    tree_set_text(op->arena, event, TEXT("seat"), person->seat);
}

static void stand_in_decide(struct op *op)
{
    const struct person *person =
        exercise_person(op->exercise, parameter_text(op->asked, "person", true));
    bool on = parameter_flag(op->asked, "on", true);
    bool signs = parameter_flag(op->asked, "signs", false);
    if (!person || person->bot)
        op_refuse(op, "person.unknown", "person", "There is no such person.");
    else if (on && (!person->table || person_role(person) != ROLE_HEAD))
        op_refuse(op, "seat.not_head", "person", "A bot can stand in for a head alone.");
    else if (on && person->holder.online > 0)
        op_refuse(op, "person.present", "person", "They are here.");
    else if (on != person->stand_in || (on && signs != person->stand_in_signs))
        stand_in_event(op, person, on, on && signs);
}

void bot_stand_in(struct asked *asked)
{
    (void)parameter_text(asked, "person", true);
    (void)parameter_flag(asked, "on", true);
    (void)parameter_flag(asked, "signs", false);
    roster_ask(asked, stand_in_decide);
}

static void back_decide(struct op *op)
{
    const struct person *person = exercise_person(op->exercise, op->wish);
    if (person && person->stand_in && person->table)
        stand_in_event(op, person, false, false);
}

static void back_finish(struct op *op)
{
    const struct person *person = exercise_person(op->exercise, op->wish);
    if (person && person->table)
        table_presence_changed(person->table);
    op_end(op);
}

void person_back(struct person *person)
{
    if (!person->stand_in)
        return;
    struct op *op = op_open(person->holder.exercise, NULL, back_decide);
    op->wish = arena_copy(op->arena, person->id);
    op->finish = back_finish;
    op_submit(op);
}
