#include "bots.h"
#include "cli.h"
#include "debrief.h"
#include "server.h"
#include "settings.h"

#include <stdio.h>
#include <unistd.h>

static void print_help(FILE *stream)
{
    fputs("usage: entente serve [OPTION]...\n\n"
          "Serves games until it is stopped: the browser client at /, the protocol at /ws, /rpc "
          "and /events,\nits health at /healthz.\n\n",
          stream);
    settings_help(stream);
    fputs("\nEach option may also stand in the environment (ENTENTE_CREATE_KEY=…) or in the file "
          "of --config\n(create-key = …); arguments go before the environment, and that before "
          "the file.\n",
          stream);
}

/* --- what is found out in a thread of its own, on one core --- */

static struct tree *left_find(const struct record *record, bool (*stopped)(void *context),
                              void *context, struct arena *arena)
{
    const struct watch watch = {stopped, watch_untold, context, 1};
    return debrief_left(record, &watch, arena);
}

static struct tree *space_find(const struct scenario *scenario, uint32_t edition,
                               bool (*stopped)(void *context), void *context, struct arena *arena)
{
    const struct watch watch = {stopped, watch_untold, context, 1};
    return debrief_space(scenario, edition, &watch, arena);
}

int serve_main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct settings settings;
    struct text why = TEXT("");
    int status;
    /* A person can follow what happens only where it does not all happen at once. */
    const struct playing playing = {
        .bots = {.wants = bot_wants,
                 .stands_in = bot_stands_in,
                 .advises = bot_advises,
                 .pause_ms = 1500},
        .debrief = {.story = debrief_story, .left = left_find, .space = space_find}};
    switch (settings_read(argc, argv, environ, arena, &settings, &why)) {
    case SETTINGS_GOOD:
        status = server_run(&settings, &playing, arena);
        break;
    case SETTINGS_HELP:
        print_help(stdout);
        status = 0;
        break;
    case SETTINGS_WRONG:
    default:
        fprintf(stderr, "entente serve: %.*s\nentente serve --help says more.\n",
                TEXT_ARGUMENTS(why));
        status = 2;
    }
    arena_close(arena);
    return status;
}
