/* Requests over HTTP: the client's files, POST /rpc, GET /events, GET /healthz. */
#ifndef HTTP_H
#define HTTP_H

#include "serving.h"

/* libwebsockets' callback for plain HTTP. */
int http_callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                  size_t length);

#endif
