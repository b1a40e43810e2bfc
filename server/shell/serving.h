/* What the files of this room share while a server runs; nobody else includes it. One thread. */
#ifndef SERVING_H
#define SERVING_H

#include "host.h"
#include "settings.h"
#include "site.h"

#include <libwebsockets.h>
#include <uv.h>

enum server_state { SERVER_RESTORING, SERVER_SERVING, SERVER_DRAINING, SERVER_CLOSING };

struct watch;
struct wire;

struct server {
    const struct settings *settings;
    struct arena *arena;
    struct site *site; /* NULL: the client was not built */
    struct text key;   /* for creating exercises; empty: none is needed */
    uint16_t port;     /* the one we got */
    enum server_state state;

    struct store *store;
    struct host *host;
    struct lws_context *context;
    struct lws_vhost *vhost;
    lws_retry_bo_t patience; /* with other ends that are silent */

    uv_loop_t loop;
    uv_async_t wake;     /* the store has something to deliver */
    uv_timer_t tick;     /* host_due */
    uv_timer_t deadline; /* of draining */
    uv_prepare_t turn;   /* before every wait: frames go out, the tick is set */
    uv_signal_t signals[2];
    struct watch *watch; /* of the studio's folder; NULL: no studio */

    struct wire *wires; /* all of them */
    struct wire *dirty; /* those with something to go out */
};

/* What the host calls a connection: the ways in answer alike. First member of each. */
struct link {
    void (*send)(struct link *link, struct text frame);
    void (*disconnect)(struct link *link, int code, struct text why);
};

enum {
    MESSAGE_BYTES_MAX = 64 * 1024, /* the longest that we take, on any way in */
    ADDRESS_BYTES_MAX = 64,
    HANGUP_SECONDS = 15, /* for the other end to answer a sign of life */
};

struct server *server_of(struct lws *wsi);

/* Who is at the other end, in numbers, into `address`. Where a proxy on this machine says for whom
 * it asks (X-Forwarded-For), it is them; they never count as this machine then. */
struct text peer_address(struct lws *wsi, char address[ADDRESS_BYTES_MAX]);

/* Opens the host's side of a connection from `address`; where no key was set by the operator, this
 * machine itself needs none. */
struct peer *peer_open(struct server *server, struct link *link, struct text address,
                       struct text token);

/* False where a page of another site asks (its Origin is not our Host). */
bool origin_is_ours(struct lws *wsi);

#endif
