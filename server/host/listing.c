/* Open games: listed for strangers, begun by themselves when enough are there, called off when too
 * few came. A seat that is given back is in the list again. */
#include "method.h"

enum { GAMES_LISTED_MAX = 100, RETRY_MS = 60 * 1000 };
static const int64_t ahead_ms_max = INT64_C(366) * 24 * 60 * 60 * 1000;

/* --- what is wished for --- */

static bool listed_number(struct asked *asked, const struct tree *listed, const char *name,
                          int64_t low, int64_t high, const char *words)
{
    const struct tree *given = tree_get(listed, text_of(name));
    int64_t number = low;
    if (given && (given->kind != TREE_INT || !tree_get_int(listed, text_of(name), &number) ||
                  number < low || number > high))
        parameter_refuse(asked, "parameter.invalid",
                         arena_print(asked->arena, "listed.%s", name).at, words);
    return given != NULL;
}

void listing_check(struct asked *asked, const struct scenario *scenario)
{
    const struct tree *listed = tree_get(asked->parameters, TEXT("listed"));
    if (!listed)
        return;
    if (listed->kind != TREE_OBJECT) {
        parameter_refuse(asked, "parameter.invalid", "listed",
                         "An open game is listed as {people_min?, starts_at?}.");
        return;
    }
    size_t known = 0;
    known += listed_number(asked, listed, "people_min", 1, (int64_t)scenario->party_count,
                           "At least one, and no more than there are delegations.");
    int64_t now = host_now(asked->host);
    known += listed_number(asked, listed, "starts_at", now, now + ahead_ms_max,
                           "An open game begins within a year, in ms since 1970.");
    if (known < listed->count)
        parameter_refuse(asked, "parameter.unknown", "listed",
                         "Of an open game, people_min and starts_at are known.");
    if (text_equal(parameter_text(asked, "grouping", false), TEXT("hand")))
        parameter_refuse(asked, "parameter.invalid", "grouping",
                         "In an open game people are seated as they come.");
    if (parameter_int(asked, "tables", 1, TABLES_MAX, 1) != 1)
        parameter_refuse(asked, "parameter.invalid", "tables", "An open game has one table.");
}

void listing_fold(struct exercise *exercise, const struct tree *event)
{
    const struct tree *listed = tree_get(event, TEXT("listed"));
    if (!listed)
        return;
    exercise->listing.on = true;
    exercise->listing.people_min = 2;
    (void)tree_get_int(listed, TEXT("people_min"), &exercise->listing.people_min);
    (void)tree_get_int(listed, TEXT("starts_at"), &exercise->listing.starts_at);
}

void listing_view(const struct exercise *exercise, struct tree *brief, struct arena *arena)
{
    const struct listing *listing = &exercise->listing;
    if (!listing->on)
        return;
    struct tree *item = tree_object(arena);
    tree_set_int(arena, item, TEXT("people_min"), listing->people_min);
    if (listing->starts_at > 0)
        tree_set_int(arena, item, TEXT("starts_at"), listing->starts_at);
    if (listing->called_off)
        tree_set_bool(arena, item, TEXT("called_off"), true);
    tree_set(arena, brief, TEXT("listed"), item);
}

/* --- the list --- */

/* Delegations that a person leads. */
static int64_t heads(const struct exercise *exercise)
{
    int64_t count = 0;
    for (int party = 0; party < (int)exercise->scenario->party_count; party++)
        count += party_head(exercise, exercise->tables[0], party, false) != NULL;
    return count;
}

/* Its one table is there, and it may still begin or go on. */
static bool is_open(const struct exercise *exercise)
{
    return exercise->listing.on && !exercise->listing.called_off && exercise->made &&
           !exercise->deleted && !exercise->frozen && !exercise->ended && exercise->scenario &&
           exercise->table_count == 1 && exercise->tables[0]->game &&
           !exercise->tables[0]->frozen && !exercise->tables[0]->closed;
}

static struct tree *game_view(struct asked *asked, const struct exercise *exercise, int64_t taken)
{
    struct arena *arena = asked->arena;
    const struct scenario *scenario = scenario_spoken(asked, exercise->scenario);
    struct tree *game = tree_object(arena);
    tree_set_text(arena, game, TEXT("exercise"), exercise->id);
    tree_set_text(arena, game, TEXT("code"), exercise->code);
    tree_set_text(arena, game, TEXT("name"), exercise->name);
    tree_set_text(arena, game, TEXT("scenario"), scenario->id);
    tree_set_text(arena, game, TEXT("title"), scenario->title);
    tree_set_text(arena, game, TEXT("language"), scenario->language);
    tree_set_int(arena, game, TEXT("minutes"), scenario->minutes);
    if (exercise->async)
        tree_set_text(arena, game, TEXT("pace"), TEXT("async"));
    tree_set_bool(arena, game, TEXT("bots"), exercise->bots);
    tree_set_int(arena, game, TEXT("taken"), taken);
    tree_set_int(arena, game, TEXT("seats"), (int64_t)scenario->party_count);
    tree_set_int(arena, game, TEXT("people_min"), exercise->listing.people_min);
    if (exercise->listing.starts_at > 0)
        tree_set_int(arena, game, TEXT("starts_at"), exercise->listing.starts_at);
    tree_set_bool(arena, game, TEXT("running"), exercise->tables[0]->started);
    return game;
}

void lobby_list(struct asked *asked)
{
    (void)parameter_text(asked, "language", false);
    struct tree *games = tree_list(asked->arena);
    for (const struct exercise *exercise = asked->host->exercises;
         exercise && games->count < GAMES_LISTED_MAX; exercise = exercise->next) {
        int64_t taken = is_open(exercise) ? heads(exercise) : 0;
        if (is_open(exercise) && taken < (int64_t)exercise->scenario->party_count)
            tree_append(asked->arena, games, game_view(asked, exercise, taken));
    }
    struct tree *answer = tree_object(asked->arena);
    tree_set(asked->arena, answer, TEXT("games"), games);
    if (asked->refused)
        asked_refuse_with(asked, &asked->refusal);
    else
        asked_answer(asked, answer);
}

/* --- it begins by itself --- */

enum due { NOT_YET, BEGIN, CALL_OFF };

static enum due listing_says(const struct exercise *exercise, int64_t now)
{
    const struct listing *listing = &exercise->listing;
    if (!is_open(exercise) || exercise->tables[0]->started || now < listing->next_try)
        return NOT_YET;
    int64_t there = heads(exercise);
    if (there == (int64_t)exercise->scenario->party_count ||
        (listing->starts_at == 0 && there >= listing->people_min))
        return BEGIN;
    if (listing->starts_at == 0 || now < listing->starts_at)
        return NOT_YET;
    bool enough = there >= listing->people_min || (exercise->bots && there > 0);
    return enough ? BEGIN : CALL_OFF;
}

static void begin_events(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct table *table = exercise->tables[0];
    if (exercise->bots)
        bots_fill(op, table, -1);
    struct tree *event = op_event(op, "command");
    struct tree *tables = tree_list(op->arena);
    tree_append(op->arena, tables, tree_text(op->arena, table->id));
    tree_set_text(op->arena, event, TEXT("method"), TEXT("exercise.start"));
    tree_set(op->arena, event, TEXT("params"), tree_object(op->arena));
    tree_set(op->arena, event, TEXT("tables"), tables);
}

static void listing_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    exercise->listing.next_try = 0;
    enum due due = listing_says(exercise, host_now(exercise->host));
    if (due == BEGIN)
        begin_events(op);
    else if (due == CALL_OFF)
        (void)op_event(op, "called_off");
    /* Where the store fails, or the table refuses. */
    exercise->listing.next_try = host_now(exercise->host) + RETRY_MS;
}

/* Those who wait are told to look again: it has begun, or never will. */
static void listing_finish(struct op *op)
{
    struct exercise *exercise = op->exercise;
    table_presence_changed(exercise->tables[0]);
    exercise_changed(exercise);
    if (exercise->listing.called_off) {
        for (struct person *person = exercise->people; person; person = person->next)
            person->moved = true;
        exercise_tell_moved(exercise);
    }
    op_end(op);
}

int64_t listing_due(const struct exercise *exercise, int64_t now)
{
    if (!exercise->listing.on || listing_says(exercise, INT64_MAX) == NOT_YET)
        return INT64_MAX;
    if (listing_says(exercise, now) != NOT_YET)
        return now;
    const struct listing *listing = &exercise->listing;
    return listing->starts_at > listing->next_try ? listing->starts_at : listing->next_try;
}

void listing_tick(struct exercise *exercise)
{
    int64_t now = host_now(exercise->host);
    if (!exercise->listing.on || exercise->busy || listing_says(exercise, now) == NOT_YET)
        return;
    exercise->listing.next_try = now + RETRY_MS;
    struct op *op = op_open(exercise, NULL, listing_decide);
    op->finish = listing_finish;
    op_submit(op);
}
