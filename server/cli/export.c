#include "export.h"
#include "cli.h"
#include "debrief.h"
#include "tables.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const char help[] =
    "usage: entente export JOURNAL [--table ID] --csv DIR | --json | --html FILE\n"
    "\n"
    "Writes the games in JOURNAL, the file that `entente serve` keeps (--store), for others to "
    "read:\n"
    "everything that was said and done in them, secrets too. The file is only read; a server may "
    "be\n"
    "writing it.\n"
    "\n"
    "  --csv DIR    offers.csv, scores.csv, messages.csv and decisions.csv: a row for each; UTF-8, "
    "a row\n"
    "               of names first, no cell that a sheet takes for a formula. DIR is made\n"
    "  --json       a line for each table, on standard output\n"
    "  --html FILE  a page to be printed; it needs no other file\n"
    "  --table ID   this table alone\n"
    "\n"
    "Exit status: 0, 1 where the file is no store, a game cannot be read or nothing can be "
    "written,\n"
    "2 on wrong usage.\n";

struct export_options {
    const char *path, *table, *folder, *page;
    bool json;
};

struct exports {
    struct export_options options;
    struct arena *arena;
    struct exported *tables;
    size_t count, capacity;
    struct scenario **scenarios; /* their own copies: a folded game's is gone after the call */
    size_t scenario_count;
    int status;
};

static const struct scenario *scenario_keep(struct exports *exports,
                                            const struct scenario *scenario)
{
    for (size_t at = 0; at < exports->scenario_count; at++)
        if (text_equal(exports->scenarios[at]->hash, scenario->hash))
            return exports->scenarios[at];
    struct diagnostics diagnostics = {.arena = exports->arena};
    exports->scenarios =
        arena_grow(exports->arena, (const void *)exports->scenarios, exports->scenario_count,
                   exports->scenario_count + 1, sizeof(struct scenario *));
    return exports->scenarios[exports->scenario_count++] =
               scenario_load_bundle(scenario_bundle(scenario), &diagnostics);
}

static void table_came(void *context, const struct replay *replay)
{
    struct exports *exports = context;
    if (!replay->game) {
        fprintf(stderr, "%s: table %.*s: %.*s\n", exports->options.path,
                TEXT_ARGUMENTS(replay->table), TEXT_ARGUMENTS(replay->why));
        exports->status = 1;
        return;
    }
    struct arena *scratch = arena_open();
    const struct watch watch = {watch_never, watch_untold, NULL, 1};
    const struct record *record = replay->record;
    if (exports->count == exports->capacity) {
        exports->capacity = exports->capacity ? 2 * exports->capacity : 16;
        exports->tables = arena_grow(exports->arena, exports->tables, exports->count,
                                     exports->capacity, sizeof(*exports->tables));
    }
    exports->tables[exports->count++] =
        (struct exported){.scenario = scenario_keep(exports, record->scenario),
                          .table = arena_copy(exports->arena, replay->table),
                          .name = arena_copy(exports->arena, record->options.name),
                          .story = tree_copy(exports->arena, debrief_story(record, scratch)),
                          .left = tree_copy(exports->arena, debrief_left(record, &watch, scratch))};
    arena_close(scratch);
}

/* --- writing --- */

static bool file_write(struct exports *exports, const char *path, struct text bytes)
{
    FILE *file = fopen(path, "wb");
    bool good = file && fwrite(bytes.at, 1, bytes.length, file) == bytes.length;
    if (file && fclose(file) != 0)
        good = false;
    if (good)
        return true;
    fprintf(stderr, "entente export: %s: %s\n", path, strerror(errno));
    exports->status = 1;
    return false;
}

static void csv_write(struct exports *exports)
{
    const char *folder = exports->options.folder;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "entente export: %s: %s\n", folder, strerror(errno));
        exports->status = 1;
        return;
    }
    for (int file = 0; file < EXPORT_FILES; file++) {
        struct text path = arena_print(exports->arena, "%s/%s", folder, export_names[file]);
        if (!file_write(exports, path.at,
                        export_csv((enum export_file)file, exports->tables, exports->count,
                                   exports->arena)))
            return;
    }
}

static void json_print(struct exports *exports)
{
    struct arena *arena = exports->arena;
    for (size_t at = 0; at < exports->count; at++) {
        const struct exported *table = &exports->tables[at];
        struct tree *line = tree_object(arena);
        tree_set_text(arena, line, TEXT("table"), table->table);
        tree_set_text(arena, line, TEXT("name"), table->name);
        tree_set_text(arena, line, TEXT("scenario"), table->scenario->id);
        for (size_t member = 0; member < table->story->count; member++)
            tree_set(arena, line, table->story->members[member].key,
                     table->story->members[member].value);
        tree_set(arena, line, TEXT("left"), tree_copy(arena, table->left));
        struct text json = json_write(arena, line);
        printf("%.*s\n", TEXT_ARGUMENTS(json));
    }
}

static void exports_write(struct exports *exports)
{
    if (exports->options.json)
        json_print(exports);
    else if (exports->options.folder)
        csv_write(exports);
    else
        (void)file_write(
            exports, exports->options.page,
            export_page(exports->count > 0 ? exports->tables[0].scenario->title : TEXT("Entente"),
                        exports->tables, exports->count, exports->arena));
}

/* --- the command line --- */

static bool options_read(int argc, char **argv, struct export_options *options)
{
    for (int index = 1; index < argc; index++) {
        const char *value;
        if (!strcmp(argv[index], "--json")) {
            options->json = true;
        } else if ((value = option_value(argc, argv, &index, "--table"))) {
            options->table = value;
        } else if ((value = option_value(argc, argv, &index, "--csv"))) {
            options->folder = value;
        } else if ((value = option_value(argc, argv, &index, "--html"))) {
            options->page = value;
        } else if (argv[index][0] == '-' || options->path) {
            fprintf(stderr, "entente export: '%s' is not understood, or it lacks its value.\n\n",
                    argv[index]);
            return false;
        } else {
            options->path = argv[index];
        }
    }
    int formats = options->json + (options->folder != NULL) + (options->page != NULL);
    if (options->path && formats == 1)
        return true;
    fputs("entente export: give a journal, and one of --csv, --json and --html.\n\n", stderr);
    return false;
}

int export_main(int argc, char **argv)
{
    for (int index = 1; index < argc; index++)
        if (!strcmp(argv[index], "--help") || !strcmp(argv[index], "-h")) {
            fputs(help, stdout);
            return 0;
        }
    struct exports exports = {0};
    if (!options_read(argc, argv, &exports.options)) {
        fputs(help, stderr);
        return 2;
    }
    exports.arena = arena_open();
    const struct tables_wish wish = {.verb = "export",
                                     .path = exports.options.path,
                                     .table = exports.options.table,
                                     .last = UINT64_MAX,
                                     .came = table_came,
                                     .context = &exports};
    int status = tables_read(&wish);
    if (status == 0)
        exports_write(&exports);
    for (size_t at = 0; at < exports.scenario_count; at++)
        scenario_close(exports.scenarios[at]);
    arena_close(exports.arena);
    return status ? status : exports.status;
}
