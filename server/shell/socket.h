/* One WebSocket: messages are gathered on the way in, frames of one turn of the loop leave in one
 * write. */
#ifndef SOCKET_H
#define SOCKET_H

#include "serving.h"

/* libwebsockets' callback for the protocol entente.1. */
int socket_callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                    size_t length);

/* Writes out what has gathered in this turn. */
void sockets_flush(struct server *server);

/* Ends all with a close code; they are gone when server->sockets is NULL. */
void sockets_end(struct server *server, int code, struct text why);

#endif
