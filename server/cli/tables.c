#include "tables.h"

#include <stdio.h>
#include <string.h>

struct tables {
    const struct tables_wish *wish;
    struct store *store;
    struct arena *arena;
    struct text *ids; /* to be folded, one after the other */
    size_t count, next;
    int status;
};

const char *option_value(int argc, char **argv, int *index, const char *name)
{
    const char *argument = argv[*index];
    size_t length = strlen(name);
    if (strncmp(argument, name, length) != 0)
        return NULL;
    if (argument[length] == '=')
        return argument + length + 1;
    return argument[length] == '\0' && *index + 1 < argc ? argv[++*index] : NULL;
}

static void table_came(void *context, const struct replay *replay);

static void table_next(struct tables *tables)
{
    if (tables->next == tables->count)
        return;
    struct replay_wish wish = {.table = tables->ids[tables->next++], .last = tables->wish->last};
    replay_read(tables->store, &wish, table_came, tables);
}

static void table_came(void *context, const struct replay *replay)
{
    struct tables *tables = context;
    tables->wish->came(tables->wish->context, replay);
    table_next(tables);
}

static void table_keep(struct tables *tables, struct text table)
{
    /* Kept by doubling. */
    size_t count = tables->count;
    if ((count & (count + 1)) == 0)
        tables->ids =
            arena_grow(tables->arena, tables->ids, count, 2 * count + 1, sizeof(struct text));
    tables->ids[tables->count++] = arena_copy(tables->arena, table);
}

/* Where one table is meant and none of several is named, they are listed for a person to choose. */
static void tables_came(struct tables *tables)
{
    const struct tables_wish *wish = tables->wish;
    if (tables->count <= 1 || !wish->one) {
        if (tables->count == 0)
            fprintf(stderr, "%s: no games are in it.\n", wish->path);
        table_next(tables);
        return;
    }
    fprintf(stderr, "entente %s: say with --table which of these is meant:\n", wish->verb);
    for (size_t table = 0; table < tables->count; table++)
        fprintf(stderr, "%.*s\n", TEXT_ARGUMENTS(tables->ids[table]));
    tables->status = 2;
}

static void table_listed(void *context, struct text journal, enum journal_outcome outcome)
{
    struct tables *tables = context;
    const size_t prefix = sizeof("table/") - 1;
    if (outcome != JOURNAL_DONE) {
        fprintf(stderr, "%s: it cannot be read.\n", tables->wish->path);
        tables->status = 1;
    } else if (journal.length == 0) {
        tables_came(tables);
    } else {
        table_keep(tables, (struct text){journal.at + prefix, journal.length - prefix});
    }
}

int tables_read(const struct tables_wish *wish)
{
    struct tables tables = {.wish = wish, .arena = arena_open()};
    struct text why = TEXT("");
    tables.store = store_sqlite_look(wish->path, tables.arena, &why);
    if (!tables.store) {
        fprintf(stderr, "entente %s: %.*s\n", wish->verb, TEXT_ARGUMENTS(why));
        tables.status = 1;
    } else if (wish->table) {
        table_keep(&tables, text_of(wish->table));
        table_next(&tables);
    } else {
        tables.store->methods->list(tables.store, TEXT("table/"), table_listed, &tables);
    }
    if (tables.store) /* Closing does all that was asked. */
        tables.store->methods->close(tables.store);
    arena_close(tables.arena);
    return tables.status;
}
