/* How the server is to run: from arguments, else the environment, else a file, else the defaults.
 *
 * One table of options feeds all three and the help: `--create-key K`, `ENTENTE_CREATE_KEY=K`, and
 * in the file of `--config` a line `create-key = K`. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "arena.h"
#include "text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct settings {
    const char *config;
    const char *listen;     /* as given; host and port are its parts */
    const char *store;      /* a file */
    const char *scenarios;  /* a folder of scenario folders */
    const char *studio;     /* the folder of the scenario that is being written; NULL: none */
    const char *web;        /* the built client; NULL: there is none */
    const char *create_key; /* NULL: none was given */
    const char
        *address; /* where others reach this server, "https://game.example"; NULL: found out */
    const char *tls_cert;
    const char *tls_key;
    const char *heartbeat; /* as given */
    const char *keep;      /* as given */

    const char *host; /* an IPv4 or IPv6 address in numbers, without brackets */
    uint16_t port;    /* 0: any free one */
    uint16_t heartbeat_s;
    uint16_t keep_days; /* 0: for ever */
};

enum settings_outcome { SETTINGS_GOOD, SETTINGS_HELP, SETTINGS_WRONG };

/* Reads everything into *settings, checks it, and fills in the defaults. Strings live in `arena`.
 * `environment` is the process's. SETTINGS_WRONG: *why is a sentence. */
enum settings_outcome settings_read(int argc, char **argv, char **environment, struct arena *arena,
                                    struct settings *settings, struct text *why);

/* The options, one a line, for --help. */
void settings_help(FILE *stream);

#endif
