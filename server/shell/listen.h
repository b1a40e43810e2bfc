/* Listening: libwebsockets on our loop. */
#ifndef LISTEN_H
#define LISTEN_H

#include "serving.h"

/* Opens server->context and its vhost at the address of the settings, and sets server->port. False
 * with a sentence in *why. */
bool listen_open(struct server *server, struct text *why);

#endif
