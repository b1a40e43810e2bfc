/* The server: sockets, files and time around a host. */
#ifndef SERVER_H
#define SERVER_H

#include "arena.h"
#include "host.h"
#include "settings.h"

/* What is put into the host from rooms that it does not know. */
struct playing {
    struct host_bots bots; /* play the seats that nobody takes */
    struct host_debrief debrief;
};

/* Serves until SIGTERM or SIGINT, then says bye, finishes what was accepted and returns. The exit
 * status: 0, or 1 with a sentence on standard error where it can't start. */
int server_run(const struct settings *settings, const struct playing *playing, struct arena *arena);

#endif
