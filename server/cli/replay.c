#include "cli.h"
#include "tables.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char help[] =
    "usage: entente replay [--table ID] [--at N] [--record | --as VIEWER] JOURNAL\n"
    "\n"
    "Folds the games in JOURNAL, the file that `entente serve` keeps (--store), from their "
    "entries\n"
    "alone: no clock, no chance, no folder of scenarios. The file is only read; a server may be\n"
    "writing it. For each table a line:\n"
    "\n"
    "  {\"table\": id, \"name\": …, \"scenario\": id, \"entries\": n, \"at\": ms since 1970, "
    "\"hash\": …}\n"
    "\n"
    "The same hash stands in the server's log, when a game closes and when the server stops.\n"
    "\n"
    "  --table ID   this table alone\n"
    "  --at N       as it was after entry N; entry 1 says which scenario and which options\n"
    "  --record     in place of that line its entries, each as it is stored; with them the seed "
    "and\n"
    "               all that was secret\n"
    "  --as VIEWER  in its place the view of a party, of `spectator` or of `control`\n"
    "\n"
    "With --record, --as or --at a table must be named, unless the file holds one alone.\n"
    "\n"
    "Exit status: 0, 1 where the file is no store or an entry cannot be read, 2 on wrong usage.\n";

struct replay_options {
    const char *path, *table, *viewer, *at;
    int64_t last;
    bool record;
};

struct replaying {
    struct replay_options options;
    struct arena *scratch;
    int status;
};

static bool options_read(int argc, char **argv, struct replay_options *options)
{
    for (int index = 1; index < argc; index++) {
        const char *value;
        if (!strcmp(argv[index], "--record")) {
            options->record = true;
        } else if ((value = option_value(argc, argv, &index, "--table"))) {
            options->table = value;
        } else if ((value = option_value(argc, argv, &index, "--as"))) {
            options->viewer = value;
        } else if ((value = option_value(argc, argv, &index, "--at"))) {
            options->at = value;
        } else if (argv[index][0] == '-') {
            fprintf(stderr, "entente replay: there is no option '%s', or it lacks its value.\n\n",
                    argv[index]);
            return false;
        } else if (options->path) {
            fputs("entente replay: one journal at a time.\n\n", stderr);
            return false;
        } else {
            options->path = argv[index];
        }
    }
    options->last = INT64_MAX;
    if (options->at && (!text_to_int(text_of(options->at), &options->last) || options->last < 1)) {
        fputs("entente replay: --at takes the number of an entry, from 1.\n\n", stderr);
        return false;
    }
    if (!options->path || (options->record && options->viewer)) {
        fputs("entente replay: give a journal, and at most one of --record and --as.\n\n", stderr);
        return false;
    }
    return true;
}

static void print_line(struct text line)
{
    printf("%.*s\n", TEXT_ARGUMENTS(line));
}

static bool viewer_find(const struct scenario *scenario, const char *name,
                        struct audience *audience)
{
    audience->party = scenario_party(scenario, text_of(name));
    audience->kind = !strcmp(name, "control")     ? AUDIENCE_CONTROL
                     : !strcmp(name, "spectator") ? AUDIENCE_PUBLIC
                                                  : AUDIENCE_PARTY;
    return audience->kind != AUDIENCE_PARTY || audience->party >= 0;
}

static bool print_view(const struct replaying *replaying, const struct replay *replay)
{
    const struct scenario *scenario = game_scenario(replay->game);
    struct audience audience;
    if (!viewer_find(scenario, replaying->options.viewer, &audience)) {
        fprintf(stderr, "entente replay: '%s' is no viewer; there are control, spectator",
                replaying->options.viewer);
        for (size_t party = 0; party < scenario->party_count; party++)
            fprintf(stderr, ", %.*s", TEXT_ARGUMENTS(scenario->parties[party].id));
        fputs(".\n", stderr);
        return false;
    }
    print_line(json_write(replaying->scratch, view(replay->game, audience, replaying->scratch)));
    return true;
}

static void print_state(const struct replaying *replaying, const struct replay *replay)
{
    struct arena *arena = replaying->scratch;
    struct tree *line = tree_object(arena);
    tree_set_text(arena, line, TEXT("table"), replay->table);
    tree_set_text(arena, line, TEXT("name"), game_options(replay->game)->name);
    tree_set_text(arena, line, TEXT("scenario"), game_scenario(replay->game)->id);
    tree_set_int(arena, line, TEXT("entries"), (int64_t)replay->count);
    tree_set_int(arena, line, TEXT("at"), replay->at);
    tree_set_text(arena, line, TEXT("hash"), game_hash(replay->game, arena));
    print_line(json_write(arena, line));
}

static void print_replay(void *context, const struct replay *replay)
{
    struct replaying *replaying = context;
    const struct replay_options *options = &replaying->options;
    if (!replay->game) {
        fprintf(stderr, "%s: table %.*s: %.*s\n", options->path, TEXT_ARGUMENTS(replay->table),
                TEXT_ARGUMENTS(replay->why));
        replaying->status = 1;
    } else if (options->at && replay->count < (uint64_t)options->last) {
        fprintf(stderr, "entente replay: table %.*s has only %" PRIu64 " entries.\n",
                TEXT_ARGUMENTS(replay->table), replay->count);
        replaying->status = 2;
    } else if (options->record) {
        for (uint64_t entry = 0; entry < replay->stored; entry++)
            print_line(replay->entries[entry]);
    } else if (!options->viewer) {
        print_state(replaying, replay);
    } else if (!print_view(replaying, replay)) {
        replaying->status = 2;
    }
    arena_reset(replaying->scratch);
}

int replay_main(int argc, char **argv)
{
    for (int index = 1; index < argc; index++)
        if (!strcmp(argv[index], "--help") || !strcmp(argv[index], "-h")) {
            fputs(help, stdout);
            return 0;
        }
    struct replaying replaying = {0};
    if (!options_read(argc, argv, &replaying.options)) {
        fputs(help, stderr);
        return 2;
    }
    const struct replay_options *options = &replaying.options;
    replaying.scratch = arena_open();
    const struct tables_wish wish = {.verb = "replay",
                                     .path = options->path,
                                     .table = options->table,
                                     .last = (uint64_t)options->last,
                                     .one = options->record || options->viewer || options->at,
                                     .came = print_replay,
                                     .context = &replaying};
    int status = tables_read(&wish);
    arena_close(replaying.scratch);
    return status ? status : replaying.status;
}
