/* The head of an answer over HTTP, line by line. */
#ifndef HEAD_H
#define HEAD_H

#include "text.h"

#include <libwebsockets.h>

enum { HEAD_BYTES_MAX = 2048 };

struct head {
    struct lws *wsi;
    unsigned char bytes[LWS_PRE + HEAD_BYTES_MAX];
    unsigned char *at, *end;
    bool full;
};

void head_start(struct head *head, struct lws *wsi, unsigned int status);

/* `name` with its colon. */
void head_add(struct head *head, const char *name, struct text value);

/* Writes it; false where the connection has to end. */
bool head_write(struct head *head);

#endif
