/* Reading a pasted list of people: names alone, or a table with a header. */
#include "state.h"

#include <string.h>

enum column { COLUMN_NONE, COLUMN_NAME, COLUMN_ROOM, COLUMN_PARTY, COLUMN_ROLE };
enum { COLUMNS_MAX = 16 };

static enum column column_read(struct text word, struct arena *arena)
{
    static const struct {
        const char *word;
        enum column column;
    } words[] = {{"name", COLUMN_NAME},     {"person", COLUMN_NAME},      {"room", COLUMN_ROOM},
                 {"table", COLUMN_ROOM},    {"delegation", COLUMN_PARTY}, {"party", COLUMN_PARTY},
                 {"country", COLUMN_PARTY}, {"role", COLUMN_ROLE},        {"seat", COLUMN_ROLE}};
    struct text like = name_like(word, arena);
    for (size_t index = 0; index < sizeof(words) / sizeof(*words); index++)
        if (text_equal(like, text_of(words[index].word)))
            return words[index].column;
    return COLUMN_NONE;
}

static struct text trimmed(struct text text)
{
    while (text.length > 0 && (unsigned char)text.at[0] <= ' ')
        text = (struct text){text.at + 1, text.length - 1};
    while (text.length > 0 && (unsigned char)text.at[text.length - 1] <= ' ')
        text.length--;
    return text;
}

/* One cell off the front of the line. In quotes a mark between cells is part of it, and two quotes
 * are one. */
static struct text cell_take(struct text *line, char mark, struct arena *arena)
{
    char *cell = arena_take(arena, line->length + 1);
    size_t length = 0, at = 0;
    bool quoted = false;
    for (; at < line->length && (quoted || line->at[at] != mark); at++) {
        bool quote = line->at[at] == '"';
        bool doubled = quote && quoted && at + 1 < line->length && line->at[at + 1] == '"';
        if (quote && !doubled) {
            quoted = !quoted;
            continue;
        }
        cell[length++] = line->at[at];
        at += doubled;
    }
    size_t taken = at < line->length ? at + 1 : at;
    *line = (struct text){line->at + taken, line->length - taken};
    return trimmed((struct text){cell, length});
}

/* What stands between the cells of a header. */
static char mark_of(struct text header)
{
    static const char marks[] = "\t;,";
    for (const char *mark = marks; *mark; mark++)
        if (memchr(header.at, *mark, header.length))
            return *mark;
    return ',';
}

/* How many columns the line names, where it is a header: one of them is the name. */
static size_t header_read(struct text line, char mark, enum column columns[COLUMNS_MAX],
                          struct arena *arena)
{
    size_t count = 0;
    bool named = false;
    while (line.length > 0 && count < COLUMNS_MAX) {
        columns[count] = column_read(cell_take(&line, mark, arena), arena);
        named |= columns[count++] == COLUMN_NAME;
    }
    return named ? count : 0;
}

static void row_fill(struct list_row *row, struct text rest, char mark, const enum column *columns,
                     size_t count, struct arena *arena)
{
    for (size_t index = 0; index < count; index++) {
        struct text cell = cell_take(&rest, mark, arena);
        if (columns[index] == COLUMN_NAME)
            row->name = cell;
        else if (columns[index] == COLUMN_ROOM)
            row->room = cell;
        else if (columns[index] == COLUMN_PARTY)
            row->party = cell;
        else if (columns[index] == COLUMN_ROLE)
            row->role = cell;
    }
}

struct list_row *list_read(struct text text, struct arena *arena)
{
    struct list_row *rows = NULL, **end = &rows;
    enum column columns[COLUMNS_MAX];
    size_t count = 0;
    char mark = ',';
    bool first = true;
    if (text_starts_with(text, TEXT("\xef\xbb\xbf"))) /* as spreadsheets write it */
        text = (struct text){text.at + 3, text.length - 3};
    for (int64_t number = 1; text.length > 0; number++) {
        const char *newline = memchr(text.at, '\n', text.length);
        size_t length = newline ? (size_t)(newline - text.at) : text.length;
        struct text line = {text.at,
                            length > 0 && text.at[length - 1] == '\r' ? length - 1 : length};
        size_t taken = newline ? length + 1 : length;
        text = (struct text){text.at + taken, text.length - taken};
        if (trimmed(line).length == 0)
            continue;
        if (first) {
            first = false;
            mark = mark_of(line);
            count = header_read(line, mark, columns, arena);
            if (count > 0)
                continue;
        }
        struct list_row *row = ARENA_NEW(arena, struct list_row);
        *row = (struct list_row){.line = number, .text = trimmed(line)};
        if (count > 0)
            row_fill(row, line, mark, columns, count, arena);
        else
            row->name = trimmed(line);
        *end = row;
        end = &row->next;
    }
    return rows;
}
