/* exercise.export: what is told of games that are over, as files. */
#include "looking.h"
#include "method.h"

#include "export.h"

enum { EXPORT_BYTES_MAX = 3 << 20 };

/* Tables are read one after the other, into the asker's arena. */
struct exporting {
    struct asked *asked;
    struct text title, format;
    struct audience audience;
    struct text seat;
    struct text *tables; /* ids */
    size_t table_count, next;
    struct exported *exported;
    size_t count;
    struct tree *files;
    bool large;
};

static void exporting_next(struct exporting *exporting);

/* --- what this reader may have --- */

static bool is_theirs(const struct exporting *exporting, const struct scenario *scenario,
                      const struct tree *message)
{
    const struct tree *circle = tree_get(message, TEXT("circle"));
    if (!circle || exporting->audience.kind == AUDIENCE_CONTROL)
        return true;
    for (size_t at = 0; at < circle->count && exporting->audience.kind == AUDIENCE_PARTY; at++)
        if (text_equal(circle->members[at].value->text,
                       scenario->parties[exporting->audience.party].id))
            return true;
    return false;
}

static struct tree *messages_for(const struct exporting *exporting, const struct scenario *scenario,
                                 const struct tree *messages)
{
    struct arena *arena = exporting->asked->arena;
    struct tree *kept = tree_list(arena);
    for (size_t at = 0; messages && at < messages->count; at++)
        if (is_theirs(exporting, scenario, messages->members[at].value))
            tree_append(arena, kept, messages->members[at].value);
    return kept;
}

static struct tree *story_for(const struct exporting *exporting, const struct scenario *scenario,
                              const struct tree *story)
{
    struct arena *arena = exporting->asked->arena;
    struct tree *told = tree_object(arena);
    bool control = exporting->audience.kind == AUDIENCE_CONTROL;
    for (size_t at = 0; at < story->count; at++) {
        struct text key = story->members[at].key;
        struct tree *value = story->members[at].value;
        struct tree *mine = tree_get(value, exporting->seat);
        if (text_equal(key, TEXT("messages")))
            tree_set(arena, told, key, messages_for(exporting, scenario, value));
        else if (control || !(text_equal(key, TEXT("seats")) || text_equal(key, TEXT("marks"))))
            tree_set(arena, told, key, value);
        else if (text_equal(key, TEXT("seats")) && mine)
            tree_set(arena, told, TEXT("mine"), mine);
    }
    return told;
}

/* --- the answer --- */

static struct text json_of(const struct exporting *exporting)
{
    struct arena *arena = exporting->asked->arena;
    struct tree *whole = tree_object(arena), *tables = tree_list(arena);
    for (size_t at = 0; at < exporting->count; at++) {
        const struct exported *one = &exporting->exported[at];
        struct tree *table = tree_object(arena);
        tree_set_text(arena, table, TEXT("table"), one->table);
        tree_set_text(arena, table, TEXT("name"), one->name);
        for (size_t member = 0; member < one->story->count; member++)
            tree_set(arena, table, one->story->members[member].key,
                     one->story->members[member].value);
        if (one->left)
            tree_set(arena, table, TEXT("left"),
                     (struct tree *)(uintptr_t)one->left); /* only read from now on */
        tree_append(arena, tables, table);
    }
    tree_set_text(arena, whole, TEXT("name"), exporting->title);
    tree_set(arena, whole, TEXT("tables"), tables);
    return json_write(arena, whole);
}

static struct tree *files_of(const struct exporting *exporting, size_t *bytes)
{
    struct arena *arena = exporting->asked->arena;
    struct tree *files = tree_object(arena);
    *bytes = 0;
    struct text words;
    if (text_equal(exporting->format, TEXT("json"))) {
        words = json_of(exporting);
        *bytes = words.length;
        tree_set_text(arena, files, TEXT("report.json"), words);
    } else if (text_equal(exporting->format, TEXT("html"))) {
        words = export_page(exporting->title, exporting->exported, exporting->count, arena);
        *bytes = words.length;
        tree_set_text(arena, files, TEXT("report.html"), words);
    }
    for (int file = 0; file < EXPORT_FILES && text_equal(exporting->format, TEXT("csv")); file++) {
        words = export_csv((enum export_file)file, exporting->exported, exporting->count, arena);
        *bytes += words.length;
        tree_set_text(arena, files, text_of(export_names[file]), words);
    }
    return files;
}

static void exporting_work(void *subject)
{
    struct exporting *exporting = subject;
    size_t bytes;
    exporting->files = files_of(exporting, &bytes);
    exporting->large = bytes > EXPORT_BYTES_MAX;
}

static void exporting_end(void *subject)
{
    struct exporting *exporting = subject;
    struct asked *asked = exporting->asked;
    if (exporting->large) {
        asked_refuse(asked, "limit.size", "table",
                     "That is too much at once: ask for one table at a time.");
        return;
    }
    struct tree *answer = tree_object(asked->arena);
    tree_set(asked->arena, answer, TEXT("files"), exporting->files);
    asked_answer(asked, answer);
}

/* --- one table after the other --- */

static void table_read(struct looking *looking)
{
    const struct exporting *exporting = looking->context;
    const struct archive *archive = looking->archive;
    looking->answer = tree_copy(looking->asked->arena,
                                story_for(exporting, archive->record.scenario, archive->story));
}

static void table_came(struct looking *looking)
{
    struct asked *asked = looking->asked;
    struct exporting *exporting = looking->context;
    struct exercise *exercise = index_find(&asked->host->exercise_ids, looking->exercise);
    struct table *table = exercise ? exercise_table(exercise, looking->table) : NULL;
    if (!table || exercise->deleted) {
        asked_refuse(asked, "exercise.deleted", "", "This exercise was deleted.");
        return;
    }
    exporting->exported[exporting->count++] = (struct exported){
        .scenario = exercise->scenario,
        .table = looking->table,
        .name = arena_copy(asked->arena, table->name),
        .story = looking->answer,
        .left = table->left.found ? tree_copy(asked->arena, table->left.found) : NULL};
    exporting_next(exporting);
}

static void exporting_next(struct exporting *exporting)
{
    struct asked *asked = exporting->asked;
    if (exporting->next == exporting->table_count) {
        host_aside(asked->host, exporting_work, exporting_end, exporting);
        return;
    }
    struct looking *looking = ARENA_NEW(asked->arena, struct looking);
    looking->asked = asked;
    looking->context = exporting;
    looking->work = table_read;
    looking->done = table_came;
    looking_begin(exercise_table(asked->holder->exercise, exporting->tables[exporting->next++]),
                  looking);
}

/* --- asking --- */

/* Those that are over: the one that is named, the delegate's own, or all. */
static void tables_wished(struct asked *asked, struct exporting *exporting)
{
    const struct holder *holder = asked->holder;
    const struct exercise *exercise = holder->exercise;
    bool control = holder->kind == HOLDER_CONTROL;
    exporting->tables = ARENA_ARRAY(asked->arena, struct text, exercise->table_count + 1);
    if (holder->kind == HOLDER_PERSON || tree_get(asked->parameters, TEXT("table"))) {
        const struct table *table = looked_back(asked, false);
        if (table)
            exporting->tables[exporting->table_count++] = arena_copy(asked->arena, table->id);
        return;
    }
    for (size_t at = 0; at < exercise->table_count; at++) {
        const struct table *table = exercise->tables[at];
        struct standing standing = {0};
        if (table->game)
            standing = game_standing(table->game);
        if (standing.told || (control && standing.final))
            exporting->tables[exporting->table_count++] = arena_copy(asked->arena, table->id);
    }
    if (exporting->table_count == 0)
        parameter_refuse(asked, "debrief.closed", "", "No game of this exercise is over yet.");
}

void exercise_export(struct asked *asked)
{
    const struct holder *holder = asked->holder;
    struct exporting *exporting = ARENA_NEW(asked->arena, struct exporting);
    exporting->asked = asked;
    exporting->format = parameter_text(asked, "format", true);
    exporting->title = arena_copy(asked->arena, holder->exercise->name);
    exporting->exported =
        ARENA_ARRAY(asked->arena, struct exported, holder->exercise->table_count + 1);
    if (!asked->refused && !text_equal(exporting->format, TEXT("csv")) &&
        !text_equal(exporting->format, TEXT("json")) &&
        !text_equal(exporting->format, TEXT("html")))
        parameter_refuse(asked, "parameter.invalid", "format", "A format is csv, json or html.");
    tables_wished(asked, exporting);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    const struct looking *who = looking_open(asked);
    exporting->audience = who->audience;
    exporting->seat = who->seat;
    exporting_next(exporting);
}
