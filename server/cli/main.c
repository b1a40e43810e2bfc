#include "cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

struct verb {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *does;
};

/* One line a verb, in the order of the help. */
static const struct verb verbs[] = {
    {"serve", serve_main, "serves games: the browser client, the protocol, everything"},
    {"play", play_main, "runs scripted games against the real host, codec and game"},
    {"eval", eval_main, "computes an expression, with or without a scenario"},
    {"check", check_main, "tells everything that is wrong with a scenario"},
    {"new", new_main, "writes a small scenario to start from"},
    {"score", score_main, "says what packages of clauses are worth to each party"},
    {"explore", explore_main, "looks at all packages: who can have what, and which would be best"},
    {"balance", balance_main, "plays many whole games of bots: what a scenario comes to"},
    {"export", export_main, "writes finished games as CSV, JSON or a page to be printed"},
    {"replay", replay_main, "folds what a server kept, and says what it comes to"},
    {NULL, NULL, NULL},
};

static void print_help(FILE *stream)
{
    fputs("usage: entente VERB [OPTION]...\n\n", stream);
    for (const struct verb *verb = verbs; verb->name; verb++)
        fprintf(stream, "  %-8s %s\n", verb->name, verb->does);
    fputs("\nentente VERB --help says more about one; entente --version prints the version.\n",
          stream);
}

/* What was printed and came nowhere is no success. */
static int end(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "entente: what it says cannot be written: %s.\n", strerror(errno));
    return status ? status : 1;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return 2;
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
        print_help(stdout);
        return end(0);
    }
    if (!strcmp(argv[1], "--version")) {
        puts("entente " ENTENTE_VERSION);
        return end(0);
    }
    for (const struct verb *verb = verbs; verb->name; verb++)
        if (!strcmp(argv[1], verb->name))
            return end(verb->run(argc - 1, argv + 1));
    fprintf(stderr, "entente: there is no verb '%s'.\n\n", argv[1]);
    print_help(stderr);
    return 2;
}
