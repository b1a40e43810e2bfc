#include "events.h"

#include "chance.h"
#include "codec.h"
#include "exchange.h"
#include "head.h"
#include "wire.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct events {
    struct wire wire;
    struct exchange *exchange;
    char *token;   /* owned: who asks over this stream must know it */
    char *of;      /* owned: the view whose cursor a return goes on from; NULL: not begun */
    char name[33]; /* what POST calls it */
    bool chunked;  /* HTTP/1.1 */
};

/* Bytes of an event or comment, as one chunk. */
static void chunk_add(struct events *events, struct text bytes)
{
    char size[24];
    int length = snprintf(size, sizeof size, "%zx\r\n", bytes.length);
    if (events->chunked)
        wire_add(&events->wire, size, (size_t)length);
    wire_add(&events->wire, bytes.at, bytes.length);
    if (events->chunked)
        wire_add(&events->wire, "\r\n", 2);
}

/* `data` is JSON on one line; `kind` and `cursor` may be empty. */
static void event_add(struct events *events, struct arena *arena, struct text kind,
                      struct text cursor, struct text data)
{
    chunk_add(events,
              arena_print(arena, "%s%.*s%s%s%.*s%sdata: %.*s\n\n", kind.length ? "event: " : "",
                          TEXT_ARGUMENTS(kind), kind.length ? "\n" : "",
                          cursor.length ? "id: " : "", TEXT_ARGUMENTS(cursor),
                          cursor.length ? "\n" : "", TEXT_ARGUMENTS(data)));
}

static struct tree *frame_read(struct arena *arena, struct text frame)
{
    struct text why;
    uint32_t line, column;
    return json_read(arena, frame, &why, &line, &column);
}

static void stream_head(struct events *events)
{
    struct head head;
    head_start(&head, events->wire.wsi, HTTP_STATUS_OK);
    head_add(&head, "content-type:", TEXT("text/event-stream"));
    head_add(&head, "cache-control:", TEXT("no-store, no-transform"));
    head_add(&head, "x-accel-buffering:", TEXT("no")); /* nginx: pass it on as it comes */
    head_add(&head, "connection:", TEXT("close"));
    if (events->chunked)
        head_add(&head, "transfer-encoding:", TEXT("chunked"));
    if (!head_write(&head))
        lws_set_timeout(events->wire.wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
}

static void beat_arm(const struct events *events)
{
    int64_t seconds = events->wire.server->settings->heartbeat_s;
    lws_set_timer_usecs(events->wire.wsi, (lws_usec_t)seconds * LWS_US_PER_SEC);
}

/* Who is silently gone is noticed as soon as on a WebSocket: nothing that we sent is taken. */
static void gone_after(const struct events *events)
{
    unsigned int wait_ms =
        (unsigned int)(events->wire.server->settings->heartbeat_s + HANGUP_SECONDS) * 1000;
    setsockopt(lws_get_socket_fd(events->wire.wsi), IPPROTO_TCP, TCP_USER_TIMEOUT, &wait_ms,
               sizeof wait_ms);
}

/* The first event: what `attach` answered, and the stream's name. */
static void stream_begin(struct events *events, struct arena *arena, struct tree *result)
{
    struct text of = TEXT("exercise"), cursor = TEXT("");
    (void)tree_get_text(tree_get(result, TEXT("you")), TEXT("table"), &of);
    (void)tree_get_text(result, TEXT("cursor"), &cursor);
    events->of = strndup(of.at, of.length);
    lws_set_timeout(events->wire.wsi, NO_PENDING_TIMEOUT, 0);
    gone_after(events);
    stream_head(events);
    tree_set_text(arena, result, TEXT("stream"), text_of(events->name));
    event_add(events, arena, TEXT("attached"), cursor, json_write(arena, result));
    beat_arm(events);
}

static unsigned int refusal_status(const struct tree *error)
{
    struct text type = TEXT("");
    (void)tree_get_text(tree_get(error, TEXT("data")), TEXT("type"), &type);
    if (text_equal(type, TEXT("token.unknown")))
        return HTTP_STATUS_UNAUTHORIZED;
    if (text_equal(type, TEXT("limit.rate")))
        return 429;
    return HTTP_STATUS_NOT_FOUND; /* table.unknown */
}

/* The cursor of a patch of the view that the stream began with; empty for all else. */
static struct text own_cursor(const struct events *events, const struct tree *message)
{
    struct text method = TEXT(""), of = TEXT(""), cursor = TEXT("");
    const struct tree *parameters = tree_get(message, TEXT("params"));
    (void)tree_get_text(message, TEXT("method"), &method);
    (void)tree_get_text(parameters, TEXT("of"), &of);
    if (text_equal(method, TEXT("patch")) && text_equal(of, text_of(events->of)))
        (void)tree_get_text(parameters, TEXT("cursor"), &cursor);
    return cursor;
}

static void events_say(struct wire *wire, struct text frame)
{
    struct events *events = (struct events *)wire;
    struct arena *arena = arena_open();
    struct tree *message = frame_read(arena, frame);
    struct tree *result = tree_get(message, TEXT("result"));
    if (events->of)
        event_add(events, arena, TEXT(""), own_cursor(events, message), frame);
    else if (result)
        stream_begin(events, arena, result);
    else
        exchange_answer(events->exchange, refusal_status(tree_get(message, TEXT("error"))),
                        "application/json", frame);
    arena_close(arena);
}

static void events_end(struct wire *wire, int code, struct text why)
{
    struct events *events = (struct events *)wire;
    if (!events->of)
        return;
    struct arena *arena = arena_open();
    struct tree *data = tree_object(arena);
    tree_set_int(arena, data, TEXT("code"), code);
    tree_set_text(arena, data, TEXT("reason"), why);
    event_add(events, arena, TEXT("end"), TEXT(""), json_write(arena, data));
    arena_close(arena);
    if (events->chunked)
        wire_add(wire, "0\r\n\r\n", 5);
    lws_callback_on_writable(wire->wsi);
}

static const struct wire_way way = {events_say, events_end};

bool events_write(struct events *events)
{
    wire_flush(&events->wire);
    bool waits = events->wire.out.length || lws_partial_buffered(events->wire.wsi);
    if (waits)
        lws_callback_on_writable(events->wire.wsi);
    return waits || !events->wire.ending;
}

void events_beat(struct events *events)
{
    if (!events->wire.ending && !events->wire.out.length)
        chunk_add(events, TEXT(":\n\n"));
    beat_arm(events);
}

struct peer *events_peer(const struct server *server, struct text name, struct text token)
{
    for (struct wire *wire = server->wires; wire; wire = wire->next) {
        const struct events *events = (const struct events *)wire;
        if (wire->way == &way && !wire->ending && text_equal(text_of(events->name), name) &&
            text_equal(text_of(events->token), token))
            return wire->peer;
    }
    return NULL;
}

static void name_make(struct events *events)
{
    unsigned char bytes[(sizeof events->name - 1) / 2];
    chance_fill(bytes, sizeof bytes);
    for (size_t at = 0; at < sizeof bytes; at++)
        snprintf(events->name + 2 * at, 3, "%02x", bytes[at]);
}

/* A part of the request that names something; what is no text names nothing. */
static void parameter_add(struct arena *arena, struct tree *parameters, const char *name,
                          const char *value)
{
    if (value && *value && text_is_utf8(text_of(value)))
        tree_set_text(arena, parameters, text_of(name), arena_copy(arena, text_of(value)));
}

/* `attach`, as this request asks for it: Last-Event-ID is what a reader of events says by itself
 * when it comes back. */
static struct text attach_request(const struct events *events, struct arena *arena)
{
    struct lws *wsi = events->wire.wsi;
    char since[64], table[64];
    struct tree *parameters = tree_object(arena);
    parameter_add(arena, parameters, "token", events->token);
    parameter_add(arena, parameters, "table",
                  lws_get_urlarg_by_name(wsi, "table=", table, sizeof table));
    if (lws_hdr_custom_copy(wsi, since, sizeof since, "last-event-id:", 14) > 0)
        parameter_add(arena, parameters, "since", since);
    else
        parameter_add(arena, parameters, "since",
                      lws_get_urlarg_by_name(wsi, "since=", since, sizeof since));
    struct tree *request = tree_object(arena);
    tree_set_text(arena, request, TEXT("jsonrpc"), TEXT("2.0"));
    tree_set_text(arena, request, TEXT("id"), TEXT("attach"));
    tree_set_text(arena, request, TEXT("method"), TEXT("attach"));
    tree_set(arena, request, TEXT("params"), parameters);
    return json_write(arena, request);
}

static bool speaks_chunks(struct lws *wsi)
{
    char version[16];
    return lws_hdr_copy(wsi, version, sizeof version, WSI_TOKEN_HTTP) > 0 &&
           !strcmp(version, "HTTP/1.1");
}

void events_start(struct exchange *exchange)
{
    struct events *events = calloc(1, sizeof *events);
    if (!events) {
        exchange_answer(exchange, HTTP_STATUS_SERVICE_UNAVAILABLE, "text/plain", TEXT(""));
        return;
    }
    events->exchange = exchange;
    events->token = strdup(exchange->token);
    events->chunked = speaks_chunks(exchange->wsi);
    name_make(events);
    wire_open(&events->wire, &way, exchange->wsi);
    struct arena *arena = arena_open();
    host_receive(exchange->server->host, events->wire.peer, attach_request(events, arena));
    arena_close(arena);
    if (events->of)
        exchange->events = events;
    else
        events_close(events);
}

void events_close(struct events *events)
{
    wire_close(&events->wire);
    free(events->token);
    free(events->of);
    free(events);
}
