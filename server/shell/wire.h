/* A connection that is kept open, a WebSocket or a stream of events: it is listed and counted by
 * its address, and what it is to be sent gathers until the loop's turn ends, to leave in one write.
 */
#ifndef WIRE_H
#define WIRE_H

#include "buffer.h"
#include "serving.h"

struct wire {
    struct link link; /* first: the host calls us by it */
    const struct wire_way *way;
    struct server *server;
    struct lws *wsi;
    struct peer *peer;
    struct buffer out; /* whole frames, after LWS_PRE spare bytes */
    bool dirty;        /* in the list of those to be flushed */
    bool ending;       /* its last words are said, or waiting to go out */
    struct wire *next, *previous, *next_dirty;
    char address[ADDRESS_BYTES_MAX];
};

/* How the two put what they say into bytes; both add to `out` with wire_add. */
struct wire_way {
    void (*say)(struct wire *wire, struct text frame);
    void (*end)(struct wire *wire, int code, struct text why); /* `code`: as a WebSocket closes */
};

/* Lists it, and opens its peer. The wire is the caller's own, zeroed. */
void wire_open(struct wire *wire, const struct wire_way *way, struct lws *wsi);

/* Closes the peer, and forgets what was not sent. */
void wire_close(struct wire *wire);

/* True where this address has as many as one may have. */
bool wires_full(const struct server *server, struct text address);

/* Bytes to go out at the end of the turn. */
void wire_add(struct wire *wire, const void *bytes, size_t length);

/* Says its last words, once; after that nothing is said. It is gone when libwebsockets closes it,
 * at the latest after some seconds. */
void wire_end(struct wire *wire, int code, struct text why);

/* Writes out what has gathered. What the kernel does not take, libwebsockets keeps; until that is
 * gone we only gather. */
void wire_flush(struct wire *wire);
void wires_flush(struct server *server);

/* Ends all; they are gone when server->wires is NULL. */
void wires_end(struct server *server, int code, struct text why);

#endif
