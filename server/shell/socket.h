/* One WebSocket: messages are gathered on the way in. */
#ifndef SOCKET_H
#define SOCKET_H

#include "serving.h"

/* libwebsockets' callback for the protocol entente.1. */
int socket_callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                    size_t length);

#endif
