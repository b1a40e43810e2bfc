#include "cli.h"

#include "codec.h"
#include "scenario.h"

#include <stdio.h>
#include <string.h>

static const char help[] =
    "usage: entente check [--json] DIR...\n"
    "\n"
    "Reads the scenario in each folder and tells everything that is wrong with it, one line each,\n"
    "on standard error:\n"
    "\n"
    "  file:line:column: path: message\n"
    "\n"
    "Lines and columns count from 1, columns in characters; the path is that of the key, such as\n"
    "clauses.troops.binds. What is no error, but can hardly have been meant, is told as well\n"
    "(most of it once no error is left): its message begins with \"warning:\".\n"
    "\n"
    "  --json  instead, one JSON object a line on standard output, for editors:\n"
    "          {\"file\", \"line\", \"column\", \"path\", \"severity\", \"message\"}\n"
    "          where severity is \"error\" or \"warning\"\n"
    "\n"
    "Exit status: 0 where every scenario is good (warnings are allowed), 1 where one has an "
    "error,\n"
    "2 on wrong usage.\n";

static struct text file_of(const char *folder, struct text file, struct arena *arena)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    return arena_print(arena, "%.*s/%.*s", (int)length, folder, TEXT_ARGUMENTS(file));
}

static void print_line(const char *folder, const struct diagnostic *item, struct arena *arena)
{
    struct text file = file_of(folder, item->file, arena);
    fprintf(stderr, "%.*s:%u:%u: ", TEXT_ARGUMENTS(file), item->line, item->column);
    if (item->path.length > 0)
        fprintf(stderr, "%.*s: ", TEXT_ARGUMENTS(item->path));
    fprintf(stderr, "%s%.*s\n", item->warning ? "warning: " : "", TEXT_ARGUMENTS(item->message));
}

static void print_json(const char *folder, const struct diagnostic *item, struct arena *arena)
{
    struct tree *line = tree_object(arena);
    tree_set_text(arena, line, TEXT("file"), file_of(folder, item->file, arena));
    tree_set_int(arena, line, TEXT("line"), item->line);
    tree_set_int(arena, line, TEXT("column"), item->column);
    tree_set_text(arena, line, TEXT("path"), item->path);
    tree_set_text(arena, line, TEXT("severity"), item->warning ? TEXT("warning") : TEXT("error"));
    tree_set_text(arena, line, TEXT("message"), item->message);
    struct text json = json_write(arena, line);
    printf("%.*s\n", TEXT_ARGUMENTS(json));
}

static bool check_folder(const char *folder, bool json)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    size_t warnings = 0;
    for (size_t index = 0; index < diagnostics.count; index++) {
        (json ? print_json : print_line)(folder, &diagnostics.items[index], arena);
        warnings += diagnostics.items[index].warning;
    }
    size_t errors = diagnostics.count - warnings;
    fprintf(stderr, "%s: %zu error%s, %zu warning%s\n", folder, errors, errors == 1 ? "" : "s",
            warnings, warnings == 1 ? "" : "s");
    bool good = scenario != NULL;
    scenario_close(scenario);
    arena_close(arena);
    return good;
}

int check_main(int argc, char **argv)
{
    bool json = false, good = true;
    int folders = 0;
    for (int index = 1; index < argc; index++) {
        if (!strcmp(argv[index], "--help") || !strcmp(argv[index], "-h")) {
            fputs(help, stdout);
            return 0;
        }
        if (!strcmp(argv[index], "--json")) {
            json = true;
        } else if (argv[index][0] == '-') {
            fprintf(stderr, "entente check: there is no option '%s'.\n\n%s", argv[index], help);
            return 2;
        } else {
            folders++;
        }
    }
    if (folders == 0) {
        fputs(help, stderr);
        return 2;
    }
    for (int index = 1; index < argc; index++)
        if (argv[index][0] != '-')
            good = check_folder(argv[index], json) && good;
    return good ? 0 : 1;
}
