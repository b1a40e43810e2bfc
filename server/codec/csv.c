/* Rows for sheets. */
#include "export.h"
#include "written.h"

#include <inttypes.h>
#include <string.h>

const char *const export_names[EXPORT_FILES] = {[EXPORT_OFFERS] = "offers.csv",
                                                [EXPORT_SCORES] = "scores.csv",
                                                [EXPORT_MESSAGES] = "messages.csv",
                                                [EXPORT_DECISIONS] = "decisions.csv"};

/* --- cells --- */

struct sheet {
    struct written out;
    struct arena *arena;
    struct tree *parties; /* a column for each delegation of any of the tables */
    bool begun;           /* this row has a cell */
};

static bool is_number(struct text text)
{
    int64_t number;
    return text_to_int(text, &number);
}

static void cell(struct sheet *sheet, struct text text)
{
    if (sheet->begun)
        write_text(&sheet->out, TEXT(","));
    sheet->begun = true;
    bool formula = text.length > 0 && strchr("=+-@\t\r", text.at[0]) && !is_number(text);
    bool quoted = formula;
    for (size_t at = 0; at < text.length; at++)
        quoted |= strchr(",\"\r\n", text.at[at]) != NULL;
    if (!quoted) {
        write_text(&sheet->out, text);
        return;
    }
    write_text(&sheet->out, formula ? TEXT("\"'") : TEXT("\""));
    for (size_t at = 0, from = 0; at <= text.length; at++)
        if (at == text.length || text.at[at] == '"') {
            write_text(&sheet->out, (struct text){text.at + from, at - from});
            if (at < text.length)
                write_text(&sheet->out, TEXT("\"\""));
            from = at + 1;
        }
    write_text(&sheet->out, TEXT("\""));
}

static void cell_of(struct sheet *sheet, const struct tree *tree, struct text name)
{
    const struct tree *value = tree_get(tree, name);
    if (!value)
        cell(sheet, TEXT(""));
    else if (value->kind == TREE_INT)
        cell(sheet, arena_print(sheet->arena, "%" PRId64, value->number));
    else if (value->kind == TREE_BOOL)
        cell(sheet, value->flag ? TEXT("yes") : TEXT("no"));
    else
        cell(sheet, value->kind == TREE_TEXT ? value->text : TEXT(""));
}

static void row_end(struct sheet *sheet)
{
    write_text(&sheet->out, TEXT("\r\n"));
    sheet->begun = false;
}

static void header(struct sheet *sheet, const char *const *names, size_t count)
{
    for (size_t at = 0; at < count; at++)
        cell(sheet, text_of(names[at]));
}

/* Ids in one cell. */
static struct text joined(struct sheet *sheet, const struct tree *list)
{
    struct written words = {.arena = sheet->arena};
    for (size_t at = 0; list && at < list->count; at++) {
        if (at > 0)
            write_text(&words, TEXT(" "));
        write_text(&words, list->members[at].value->text);
    }
    return written_text(&words);
}

/* --- what every row begins with --- */

static const char *const moment_names[] = {"table", "name",  "entry", "time",     "phase",
                                           "round", "party", "seat",  "automatic"};

enum { MOMENT_CELLS = sizeof(moment_names) / sizeof(*moment_names) };

static void table_cells(struct sheet *sheet, const struct exported *table)
{
    cell(sheet, table->table);
    cell(sheet, table->name);
}

static void moment_cells(struct sheet *sheet, const struct exported *table,
                         const struct tree *moment)
{
    int64_t at = 0;
    (void)tree_get_int(moment, TEXT("at"), &at);
    table_cells(sheet, table);
    cell_of(sheet, moment, TEXT("n"));
    cell(sheet, time_words(at, sheet->arena));
    cell_of(sheet, moment, TEXT("phase"));
    cell_of(sheet, moment, TEXT("round"));
    cell_of(sheet, moment, TEXT("party"));
    cell_of(sheet, moment, TEXT("seat"));
    cell(sheet, tree_get(moment, TEXT("automatic")) ? TEXT("yes") : TEXT("no"));
}

/* --- offers --- */

static struct text clauses_words(struct sheet *sheet, const struct tree *clauses)
{
    struct written words = {.arena = sheet->arena};
    for (size_t at = 0; clauses && at < clauses->count; at++) {
        const struct tree *clause = clauses->members[at].value;
        const struct tree *terms = tree_get(clause, TEXT("terms"));
        write_text(&words, at > 0 ? TEXT("; ") : TEXT(""));
        write_text(&words, tree_text_of(clause, "id"));
        for (size_t term = 0; terms && term < terms->count; term++) {
            const struct tree *value = terms->members[term].value;
            write_print(&words, " %.*s=", TEXT_ARGUMENTS(terms->members[term].key));
            if (value->kind == TREE_INT)
                write_print(&words, "%" PRId64, value->number);
            else if (value->kind == TREE_BOOL)
                write_text(&words, value->flag ? TEXT("yes") : TEXT("no"));
            else
                write_text(&words, value->kind == TREE_TEXT ? value->text : joined(sheet, value));
        }
    }
    return written_text(&words);
}

static void worth_cells(struct sheet *sheet, const struct tree *worths)
{
    for (size_t party = 0; party < sheet->parties->count; party++)
        cell_of(sheet, worths, sheet->parties->members[party].key);
}

static void worth_header(struct sheet *sheet, const char *what)
{
    for (size_t party = 0; party < sheet->parties->count; party++)
        cell(sheet, arena_print(sheet->arena, "%s_%.*s", what,
                                TEXT_ARGUMENTS(sheet->parties->members[party].key)));
}

static void offers_header(struct sheet *sheet)
{
    static const char *const names[] = {"text", "version", "kind", "invited", "clauses"};
    header(sheet, moment_names, MOMENT_CELLS);
    header(sheet, names, sizeof(names) / sizeof(*names));
    worth_header(sheet, "value");
    worth_header(sheet, "today");
}

static void offer_row(struct sheet *sheet, const struct exported *table, const struct tree *offer)
{
    const struct tree *texts = tree_get(table->story, TEXT("texts"));
    moment_cells(sheet, table, offer);
    cell_of(sheet, offer, TEXT("instrument"));
    cell_of(sheet, offer, TEXT("version"));
    cell_of(sheet, tree_get(texts, tree_text_of(offer, "instrument")), TEXT("kind"));
    cell(sheet, joined(sheet, tree_get(offer, TEXT("invited"))));
    cell(sheet, clauses_words(sheet, tree_get(offer, TEXT("clauses"))));
    worth_cells(sheet, tree_get(offer, TEXT("value")));
    worth_cells(sheet, tree_get(offer, TEXT("today")));
    row_end(sheet);
}

/* --- scores --- */

static void scores_header(struct sheet *sheet)
{
    static const char *const names[] = {"table",  "name",     "party",   "item",    "label",
                                        "points", "expected", "no_deal", "walking", "outcome"};
    header(sheet, names, sizeof(names) / sizeof(*names));
}

static void score_rows(struct sheet *sheet, const struct exported *table, struct text party,
                       const struct tree *score)
{
    const struct tree *items = tree_get(score, TEXT("items"));
    table_cells(sheet, table);
    cell(sheet, party);
    cell(sheet, TEXT("total"));
    cell(sheet, TEXT(""));
    cell_of(sheet, score, TEXT("total"));
    cell_of(sheet, score, TEXT("expected"));
    cell_of(sheet, score, TEXT("no_deal"));
    cell_of(sheet, score, TEXT("walking"));
    cell_of(sheet, table->story, TEXT("outcome"));
    row_end(sheet);
    for (size_t at = 0; items && at < items->count; at++) {
        table_cells(sheet, table);
        cell(sheet, party);
        cell(sheet, items->members[at].key);
        cell_of(sheet, items->members[at].value, TEXT("label"));
        cell_of(sheet, items->members[at].value, TEXT("points"));
        cell_of(sheet, items->members[at].value, TEXT("expected"));
        for (int empty = 0; empty < 3; empty++)
            cell(sheet, TEXT(""));
        row_end(sheet);
    }
}

/* --- messages --- */

static void messages_header(struct sheet *sheet)
{
    static const char *const names[] = {"to", "text"};
    header(sheet, moment_names, MOMENT_CELLS);
    header(sheet, names, sizeof(names) / sizeof(*names));
}

static void message_row(struct sheet *sheet, const struct exported *table,
                        const struct tree *message)
{
    moment_cells(sheet, table, message);
    cell_of(sheet, message, TEXT("to"));
    cell_of(sheet, message, TEXT("text"));
    row_end(sheet);
}

/* --- decisions --- */

static void decisions_header(struct sheet *sheet)
{
    static const char *const names[] = {"table",    "name",  "entry",  "time",    "phase", "round",
                                        "decision", "party", "option", "default", "bound"};
    header(sheet, names, sizeof(names) / sizeof(*names));
}

static void decision_rows(struct sheet *sheet, const struct exported *table,
                          const struct tree *closing)
{
    const struct tree *choices = tree_get(closing, TEXT("choices"));
    for (size_t at = 0; choices && at < choices->count; at++) {
        const struct tree *choice = choices->members[at].value;
        int64_t when = 0;
        (void)tree_get_int(closing, TEXT("at"), &when);
        table_cells(sheet, table);
        cell_of(sheet, closing, TEXT("n"));
        cell(sheet, time_words(when, sheet->arena));
        cell_of(sheet, closing, TEXT("phase"));
        cell_of(sheet, closing, TEXT("round"));
        cell_of(sheet, closing, TEXT("decision"));
        cell(sheet, choices->members[at].key);
        cell_of(sheet, choice, TEXT("option"));
        cell(sheet, tree_get(choice, TEXT("default")) ? TEXT("yes") : TEXT("no"));
        cell(sheet, joined(sheet, tree_get(choice, TEXT("bound"))));
        row_end(sheet);
    }
}

/* --- files --- */

static const struct {
    const char *list; /* of the story; NULL: its scores */
    void (*header)(struct sheet *sheet);
    void (*rows)(struct sheet *sheet, const struct exported *table, const struct tree *item);
} files[EXPORT_FILES] = {
    [EXPORT_OFFERS] = {"offers", offers_header, offer_row},
    [EXPORT_SCORES] = {NULL, scores_header, NULL},
    [EXPORT_MESSAGES] = {"messages", messages_header, message_row},
    [EXPORT_DECISIONS] = {"choices", decisions_header, decision_rows},
};

struct text export_csv(enum export_file file, const struct exported *tables, size_t count,
                       struct arena *arena)
{
    struct sheet sheet = {.out = {.arena = arena}, .arena = arena, .parties = tree_object(arena)};
    for (size_t at = 0; at < count; at++)
        for (size_t party = 0; party < tables[at].scenario->party_count; party++)
            tree_set_bool(arena, sheet.parties, tables[at].scenario->parties[party].id, true);
    files[file].header(&sheet);
    row_end(&sheet);
    for (size_t at = 0; at < count; at++) {
        const struct tree *rows =
            tree_get(tables[at].story, text_of(files[file].list ? files[file].list : "scores"));
        for (size_t row = 0; rows && row < rows->count; row++)
            if (files[file].rows)
                files[file].rows(&sheet, &tables[at], rows->members[row].value);
            else
                score_rows(&sheet, &tables[at], rows->members[row].key, rows->members[row].value);
    }
    return written_text(&sheet.out);
}
