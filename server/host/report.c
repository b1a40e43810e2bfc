/* exercise.report: how a game went, and how the exercise's tables compare. */
#include "looking.h"
#include "method.h"

/* --- one table --- */

/* What this person did; of control, what everybody did. */
static void seats_told(const struct looking *looking, struct tree *answer)
{
    struct arena *arena = looking->asked->arena;
    struct tree *seats = tree_get(looking->archive->story, TEXT("seats"));
    struct tree *mine = tree_get(seats, looking->seat);
    if (looking->audience.kind == AUDIENCE_CONTROL && seats)
        tree_set(arena, answer, TEXT("seats"), seats);
    else if (mine)
        tree_set(arena, answer, TEXT("mine"), mine);
}

/* What control marked is control's to show. */
static bool is_told(const struct looking *looking, struct text name)
{
    return !text_equal(name, TEXT("seats")) && !text_equal(name, TEXT("messages")) &&
           (looking->audience.kind == AUDIENCE_CONTROL || !text_equal(name, TEXT("marks")));
}

static void table_told(struct looking *looking)
{
    struct arena *arena = looking->asked->arena;
    const struct tree *story = looking->archive->story;
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("table"), looking->table);
    tree_set_int(arena, answer, TEXT("last"), (int64_t)looking->archive->sequence);
    for (size_t at = 0; at < story->count; at++)
        if (is_told(looking, story->members[at].key))
            tree_set(arena, answer, story->members[at].key, story->members[at].value);
    seats_told(looking, answer);
    looking->answer = answer;
}

/* What takes longer is there, or is begun now and asked for again. */
static void table_answered(struct looking *looking)
{
    struct asked *asked = looking->asked;
    struct exercise *exercise = index_find(&asked->host->exercise_ids, looking->exercise);
    struct table *table = exercise ? exercise_table(exercise, looking->table) : NULL;
    if (!table) {
        asked_refuse(asked, "exercise.deleted", "", "This exercise was deleted.");
        return;
    }
    if (table->fork)
        tree_set(asked->arena, looking->answer, TEXT("parent"),
                 tree_copy(asked->arena, tree_get(table->fork, TEXT("parent"))));
    if (asked->host->debrief.left)
        tree_set(asked->arena, looking->answer, TEXT("left"),
                 finding_tell(&table->left, asked->arena));
    struct archive *archive = looking->archive;
    asked_answer(asked, looking->answer);
    left_begin(table, archive);
}

/* --- all of them --- */

static struct tree *fired_told(const struct exercise *exercise, const struct game *game,
                               struct arena *arena)
{
    struct tree *fired = tree_list(arena);
    for (size_t inject = 0; inject < exercise->scenario->inject_count; inject++)
        if (game_fired(game, inject) > 0)
            tree_append(arena, fired, tree_text(arena, exercise->scenario->injects[inject].id));
    return fired;
}

/* What each gained, against what walking away was worth when the talks opened. */
static struct tree *scores_told(const struct tree *summary, struct arena *arena)
{
    const struct tree *scores = tree_get(summary, TEXT("scores"));
    struct tree *told = tree_object(arena);
    for (size_t at = 0; scores && at < scores->count; at++) {
        const struct tree *score = scores->members[at].value;
        int64_t total, walking;
        if (!tree_get_int(score, TEXT("total"), &total) ||
            (!tree_get_int(score, TEXT("at_opening"), &walking) &&
             !tree_get_int(score, TEXT("no_deal"), &walking)))
            continue;
        struct tree *one = tree_object(arena);
        tree_set_int(arena, one, TEXT("total"), total);
        tree_set_int(arena, one, TEXT("walking"), walking);
        tree_set(arena, told, scores->members[at].key, one);
    }
    return told;
}

static struct tree *table_line(struct table *table, bool control, struct arena *arena)
{
    struct tree *line = tree_object(arena);
    tree_set_text(arena, line, TEXT("name"), table->name);
    tree_set_int(arena, line, TEXT("order"), (int64_t)table->order);
    if (!table->game)
        return line;
    struct standing standing = game_standing(table->game);
    if (!standing.told && !(control && standing.final))
        return line;
    const struct tree *summary = table_summary(table);
    struct tree *outcome = tree_get(summary, TEXT("outcome"));
    struct tree *settled = tree_get(summary, TEXT("settled"));
    if (outcome)
        tree_set(arena, line, TEXT("outcome"), outcome);
    tree_set(arena, line, TEXT("settled"), settled ? settled : tree_object(arena));
    tree_set(arena, line, TEXT("scores"), scores_told(summary, arena));
    tree_set(arena, line, TEXT("injects"), fired_told(table->exercise, table->game, arena));
    return line;
}

static void all_told(struct asked *asked)
{
    const struct holder *holder = asked->holder;
    struct exercise *exercise = holder->exercise;
    const struct person *person = holder->kind == HOLDER_PERSON ? holder->person : NULL;
    struct arena *arena = asked->arena;
    bool control = holder->kind == HOLDER_CONTROL, open = control;
    struct tree *tables = tree_object(arena);
    for (size_t at = 0; at < exercise->table_count; at++) {
        struct table *table = exercise->tables[at];
        bool theirs = !person || person->table == table;
        open |= theirs && table->game && game_standing(table->game).told;
        tree_set(arena, tables, table->id, table_line(table, control, arena));
    }
    if (!open) {
        asked_refuse(asked, "debrief.closed", "", "The debrief is not open yet.");
        return;
    }
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("exercise"), exercise->id);
    tree_set_text(arena, answer, TEXT("edition"), exercise->edition_id);
    tree_set(arena, answer, TEXT("tables"), tables);
    if (asked->host->debrief.space)
        tree_set(arena, answer, TEXT("space"), finding_tell(&exercise->space, arena));
    asked_answer(asked, answer);
    space_begin(exercise);
}

/* --- asking --- */

void exercise_report(struct asked *asked)
{
    if (!tree_get(asked->parameters, TEXT("table"))) {
        all_told(asked);
        return;
    }
    struct table *table = looked_back(asked, false);
    struct looking *looking = looking_open(asked);
    looking->work = table_told;
    looking->done = table_answered;
    looking_begin(table, looking);
}
