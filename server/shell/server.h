/* The server: sockets, files and time around a host. */
#ifndef SERVER_H
#define SERVER_H

#include "arena.h"
#include "host.h"
#include "settings.h"

/* Serves until SIGTERM or SIGINT, then says bye, finishes what was accepted and returns. The exit
 * status: 0, or 1 with a sentence on standard error where it can't start. `bots` play the seats
 * that nobody takes; NULL: such seats do nothing. */
int server_run(const struct settings *settings, const struct host_bots *bots, struct arena *arena);

#endif
