/* exercise.fork: a new table that goes on from a moment of one that is over, with other people.
 *
 * Its journal begins with that past, so that it is a whole game by itself: the other one may be
 * deleted. Whoever sat there has got up, the clock stands still until somebody goes on, and chance
 * is as it was: what happens alike falls alike. */
#include "create.h"
#include "looking.h"
#include "method.h"

#include "must.h"

struct forking {
    struct tree *fork; /* {past, parent} */
    bool alone;
    bool over; /* nothing is left to play from there */
};

/* --- the past --- */

struct rewinding {
    const struct record *record;
    struct game *game;
    struct arena *arena;
    struct tree *past;
    int64_t at;
    bool alone;
};

/* What delegations and the facilitator wrote to each other stays with those who sat there: whoever
 * sits down now is somebody else. */
static bool is_between_them(const struct event *event)
{
    return event->type == EVENT_MESSAGE &&
           (event->to == TO_CONTROL || (event->to == TO_PARTIES && event->party < 0));
}

/* The entry without such words; it keeps its place. */
static struct record_entry past_entry(const struct record_entry *entry, struct arena *arena)
{
    struct event *kept = ARENA_ARRAY(arena, struct event, entry->event_count);
    struct record_entry told = *entry;
    told.events = kept;
    told.event_count = 0;
    for (size_t at = 0; at < entry->event_count; at++)
        if (!is_between_them(&entry->events[at]))
            kept[told.event_count++] = entry->events[at];
    return told;
}

static void past_append(struct rewinding *rewinding, const struct record_entry *entry)
{
    const struct entry whole = {.sequence = entry->sequence,
                                .at = entry->at,
                                .by = entry->by,
                                .events = entry->events,
                                .event_count = entry->event_count};
    record_apply(rewinding->game, entry);
    rewinding->at = entry->at;
    tree_append(rewinding->arena, rewinding->past,
                entry_tree(rewinding->record->scenario, &whole, rewinding->arena));
}

/* One thing more, as if control had done it in that same moment. */
static void past_add(struct rewinding *rewinding, struct command command)
{
    command.actor = (struct actor){.kind = ACTOR_CONTROL};
    command.key = command.party = command.quote_key = -1;
    struct decision_result result =
        decide(rewinding->game, &command, rewinding->at, rewinding->arena);
    if (result.refused || result.event_count == 0)
        return;
    /* Who plays alone has no clock. */
    for (size_t at = 0; rewinding->alone && at < result.event_count; at++)
        if (result.events[at].type == EVENT_PAUSED)
            result.events[at].left = -1;
    past_append(rewinding,
                &(struct record_entry){game_sequence(rewinding->game) + 1, rewinding->at,
                                       command.actor, result.events, result.event_count});
}

/* The clock stands still, without a bell that has rung long ago, and every seat is free. */
static void past_leave(struct rewinding *rewinding, size_t count)
{
    const struct record *record = rewinding->record;
    past_add(rewinding, (struct command){.type = COMMAND_SCHEDULE,
                                         .schedule = {.debrief_minutes = -1, .bell_given = true}});
    /* A clock that stands already would keep what time is left, for who plays alone too. */
    if (rewinding->alone)
        past_add(rewinding, (struct command){.type = COMMAND_RESUME});
    past_add(rewinding, (struct command){.type = COMMAND_PAUSE});
    for (size_t entry = 0; entry < count; entry++)
        for (size_t at = 0; at < record->entries[entry].event_count; at++) {
            const struct event *event = &record->entries[entry].events[at];
            if (event->type == EVENT_SEATED &&
                game_seat(rewinding->game, event->seat, NULL, NULL) >= 0)
                past_add(rewinding, (struct command){.type = COMMAND_UNSEAT, .seat = event->seat});
        }
}

/* Of the other game as it stood there. */
static struct text hash_at(const struct record *record, size_t count, struct arena *arena)
{
    struct game *game = record_game(record, count);
    struct text hash = game_hash(game, arena);
    game_close(game);
    return hash;
}

/* What the new one is compared with. */
static struct tree *parent_told(const struct looking *looking, size_t count)
{
    struct arena *arena = looking->asked->arena;
    const struct tree *story = looking->archive->story;
    const struct tree *scores = tree_get(story, TEXT("scores"));
    struct text outcome = TEXT("");
    struct tree *parent = tree_object(arena), *told = tree_object(arena);
    tree_set_text(arena, parent, TEXT("table"), looking->table);
    tree_set_text(arena, parent, TEXT("name"), looking->archive->record.options.name);
    tree_set_int(arena, parent, TEXT("n"), (int64_t)count + 1);
    tree_set_text(arena, parent, TEXT("hash"), looking->hash);
    if (tree_get_text(story, TEXT("outcome"), &outcome))
        tree_set_text(arena, parent, TEXT("outcome"), outcome);
    for (size_t at = 0; scores && at < scores->count; at++) {
        struct tree *one = tree_object(arena);
        int64_t total, walking;
        if (!tree_get_int(scores->members[at].value, TEXT("total"), &total) ||
            !tree_get_int(scores->members[at].value, TEXT("walking"), &walking))
            continue;
        tree_set_int(arena, one, TEXT("total"), total);
        tree_set_int(arena, one, TEXT("walking"), walking);
        tree_set(arena, told, scores->members[at].key, one);
    }
    tree_set(arena, parent, TEXT("scores"), told);
    return parent;
}

static void past_told(struct looking *looking)
{
    struct arena *arena = looking->asked->arena;
    struct forking *forking = looking->context;
    const struct record *record = &looking->archive->record;
    size_t count = (size_t)looking->at - 1;
    struct rewinding rewinding = {.record = record,
                                  .game = record_game(record, 0),
                                  .arena = arena,
                                  .past = tree_list(arena),
                                  .at = record->at,
                                  .alone = forking->alone};
    for (size_t at = 0; at < count; at++) {
        struct record_entry entry = past_entry(&record->entries[at], arena);
        past_append(&rewinding, &entry);
    }
    struct standing standing = game_standing(rewinding.game);
    looking->hash = hash_at(record, count, arena);
    forking->over = standing.final || !standing.started;
    if (!forking->over)
        past_leave(&rewinding, count);
    struct tree *fork = tree_object(arena);
    tree_set(arena, fork, TEXT("past"), rewinding.past);
    tree_set_text(arena, fork, TEXT("seed"), seed_write(record->options.seed, arena));
    tree_set(arena, fork, TEXT("parent"), parent_told(looking, count));
    /* Neither the archive nor this game is there when it is stored. */
    forking->fork = tree_copy(arena, fork);
    game_close(rewinding.game);
}

/* --- the new exercise --- */

static struct plan fork_plan(struct op *op, const struct exercise *from)
{
    struct asked *asked = op->asked;
    struct arena *arena = op->arena; /* It may outlive the other exercise. */
    const struct forking *forking = op->context;
    struct text name = parameter_text(asked, "name", false);
    struct plan plan = {.scenario = from->scenario,
                        .edition = arena_copy(arena, from->edition_id),
                        .name = arena_copy(arena, name.length > 0 ? name : from->name),
                        .mode = arena_copy(arena, from->mode),
                        .control = TEXT(""),
                        .spectator = TEXT(""),
                        .tables = 1,
                        .timezone = arena_copy(arena, from->timezone),
                        .calculator = from->calculator,
                        .advice = from->advice,
                        .untimed = from->untimed || forking->alone,
                        .bots = forking->alone || parameter_flag(asked, "bots", false),
                        .anonymous = from->anonymous,
                        .notice = arena_copy(arena, from->notice),
                        .fork = forking->fork};
    if (from->async)
        plan.pace = TEXT("async");
    return plan;
}

/* Whether the exercise of the caller's token is this very fork, asked for again. */
static bool is_asked_again(const struct op *op)
{
    const struct exercise *exercise = op->exercise;
    const struct forking *forking = op->context;
    const struct tree *fork = exercise->table_count == 1 ? exercise->tables[0]->fork : NULL;
    return fork && exercise->alone == forking->alone &&
           tree_equal(tree_get(fork, TEXT("parent")), tree_get(forking->fork, TEXT("parent")));
}

static void fork_decide(struct op *op)
{
    struct asked *asked = op->asked;
    const struct exercise *from = asked->holder->exercise;
    if (op->exercise->made) {
        if (!is_asked_again(op))
            op_refuse(op, "token.invalid", "token", "This token is somebody else's.");
        return;
    }
    struct text token = parameter_text(asked, "token", true);
    struct plan plan = fork_plan(op, from);
    if (!((const struct forking *)op->context)->alone) {
        plan.control = token_hash(op->arena, token);
        plan.spectator = token_hash(op->arena, token_spectator(op->arena, token));
    }
    plan_event(op, &plan);
    struct text table = TEXT("");
    const struct tree *tables = tree_get(op->events->members[0].value, TEXT("tables"));
    must(tree_get_text(tables->members[0].value, TEXT("id"), &table));
    if (((const struct forking *)op->context)->alone) {
        play_people(op, from->scenario, table, token);
        plan_tells(op, "exercise.resume", NULL, tables);
    } else if (plan.bots) {
        plan_bots(op, from->scenario, table, -1);
    }
}

static void fork_done(struct looking *looking)
{
    static const struct making controlled = {holder_controls, fork_decide, created_finish};
    static const struct making played = {holder_plays, fork_decide, play_finish};
    struct asked *asked = looking->asked;
    const struct forking *forking = looking->context;
    const struct exercise *from = index_find(&asked->host->exercise_ids, looking->exercise);
    if (!from || from->deleted)
        parameter_refuse(asked, "exercise.deleted", "", "This exercise was deleted.");
    else if (forking->over)
        parameter_refuse(asked, "parameter.invalid", "at",
                         "From there nothing is left to be played.");
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct making making = forking->alone ? played : controlled;
    making.context = forking;
    make(asked, &making, from->scenario, looking->party);
}

void exercise_fork(struct asked *asked)
{
    const struct holder *holder = asked->holder;
    const struct scenario *scenario = holder->exercise->scenario;
    struct forking *forking = ARENA_NEW(asked->arena, struct forking);
    struct looking *looking = looking_open(asked);
    struct text party = parameter_text(asked, "party", false);
    struct text name = parameter_text(asked, "name", false);
    int found = scenario_party(scenario, party);
    looking->context = forking;
    looking->at = parameter_int(asked, "at", 1, INT64_MAX, 0);
    looking->work = past_told;
    looking->done = fork_done;
    (void)parameter_flag(asked, "bots", false);
    (void)parameter_text(asked, "table", false);
    if (!token_valid(parameter_text(asked, "token", true)))
        parameter_refuse(asked, "token.invalid", "token",
                         "A token is 22 to 64 characters of base64url.");
    if (looking->at == 0)
        parameter_refuse(asked, "parameter.missing", "at", "Say from which moment.");
    if (party.length > 0 && found < 0)
        parameter_refuse(asked, "party.unknown", "party", "There is no such delegation.");
    forking->alone = found >= 0;
    looking->party = found < 0 ? 0 : (uint32_t)found;
    if (text_count_characters(name) > 80)
        parameter_refuse(asked, "parameter.invalid", "name", "A name has at most 80 characters.");
    if (forking->alone && name.length > 0 && !name_valid(name))
        parameter_refuse(asked, "parameter.invalid", "name", "A name has 1 to 40 characters.");
    if (!forking->alone && holder->kind != HOLDER_CONTROL)
        parameter_refuse(asked, "control.only", "party",
                         "Only the facilitator opens one for others; say whom you want to play.");
    struct table *table = looked_back(asked, false);
    if (table && (uint64_t)looking->at > table->sequence)
        parameter_refuse(asked, "parameter.invalid", "at",
                         arena_print(asked->arena, "A moment from 1 to %llu belongs here.",
                                     (unsigned long long)table->sequence)
                             .at);
    looking_begin(table, looking);
}
