#include "http.h"

#include "codec.h"
#include "events.h"
#include "exchange.h"
#include "head.h"
#include "wire.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    CHUNK_BYTES = 16 * 1024,
    ANSWER_SECONDS_MAX = 30,
    DISCARD_BYTES_MAX = 1024 * 1024, /* of a body that is refused, so that the answer is read */
};

void exchange_answer(struct exchange *exchange, unsigned int status, const char *type,
                     struct text body)
{
    if (exchange->answered)
        return;
    exchange->answered = true;
    exchange->status = status;
    exchange->type = type;
    buffer_add(&exchange->owned, body.at, body.length);
    exchange->body = (struct text){(const char *)exchange->owned.at, exchange->owned.length};
    lws_callback_on_writable(exchange->wsi);
}

static void answer_words(struct exchange *exchange, unsigned int status, const char *words)
{
    exchange_answer(exchange, status, "text/plain; charset=utf-8", text_of(words));
}

/* The host may also send what is no answer (bye): that is for sockets. */
static void exchange_send(struct link *link, struct text frame)
{
    struct exchange *exchange = (struct exchange *)link;
    struct arena *arena = arena_open();
    uint32_t line, column;
    struct text why;
    const struct tree *tree = json_read(arena, frame, &why, &line, &column);
    if (tree && (tree->kind == TREE_LIST || tree_get(tree, TEXT("id"))))
        exchange_answer(exchange, HTTP_STATUS_OK, "application/json", frame);
    arena_close(arena);
}

static void exchange_disconnect(struct link *link, int code, struct text why)
{
    (void)code;
    exchange_answer((struct exchange *)link, 429, "text/plain; charset=utf-8", why);
}

static void exchange_close(struct exchange **place)
{
    struct exchange *exchange = *place;
    *place = NULL;
    if (!exchange)
        return;
    if (exchange->peer)
        host_peer_close(exchange->server->host, exchange->peer);
    if (exchange->events)
        events_close(exchange->events);
    health_forget(exchange);
    buffer_free(&exchange->in);
    buffer_free(&exchange->owned);
    free(exchange->token);
    free(exchange->stream);
    free(exchange);
}

static struct exchange *exchange_open(struct lws *wsi)
{
    struct exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange)
        return NULL;
    exchange->link = (struct link){.send = exchange_send, .disconnect = exchange_disconnect};
    exchange->server = server_of(wsi);
    exchange->wsi = wsi;
    return exchange;
}

/* "Authorization: Bearer x"; NULL where there is none. */
static char *bearer_copy(struct lws *wsi)
{
    char header[256];
    if (lws_hdr_copy(wsi, header, sizeof header, WSI_TOKEN_HTTP_AUTHORIZATION) <= 0 ||
        strncasecmp(header, "bearer ", 7))
        return NULL;
    return strdup(header + 7 + strspn(header + 7, " "));
}

/* "Entente-Stream: x"; NULL where there is none. */
static char *stream_copy(struct lws *wsi)
{
    char header[128];
    int length = lws_hdr_custom_length(wsi, "entente-stream:", 15);
    if (length < 0)
        return NULL;
    if (lws_hdr_custom_copy(wsi, header, sizeof header, "entente-stream:", 15) < 0)
        return strdup(""); /* Too long for any of ours. */
    return strdup(header);
}

static void head_add_file(struct head *head, const struct exchange *exchange)
{
    head_add(head, "etag:", exchange->form->etag);
    head_add(head, "vary:", TEXT("accept-encoding"));
    head_add(head, "cache-control:",
             exchange->file->lasting ? TEXT("public, max-age=31536000, immutable")
                                     : TEXT("no-cache"));
    if (exchange->coding)
        head_add(head, "content-encoding:", text_of(exchange->coding));
}

/* Writes the answer's head; false where the connection has to end. */
static bool answer_begin(struct exchange *exchange)
{
    struct head head;
    head_start(&head, exchange->wsi, exchange->status);
    bool bodiless =
        exchange->status == HTTP_STATUS_NOT_MODIFIED || exchange->status == HTTP_STATUS_NO_CONTENT;
    if (!bodiless) {
        head_add(&head, "content-type:", text_of(exchange->type));
        head.full |= lws_add_http_header_content_length(exchange->wsi, exchange->body.length,
                                                        &head.at, head.end) != 0;
    }
    if (exchange->file)
        head_add_file(&head, exchange);
    else
        head_add(&head, "cache-control:", TEXT("no-store"));
    if (exchange->last)
        head_add(&head, "connection:", TEXT("close"));
    if (exchange->status == HTTP_STATUS_METHOD_NOT_ALLOWED)
        head_add(&head, "allow:", TEXT("GET, HEAD, POST"));
    if (exchange->status == HTTP_STATUS_UNAUTHORIZED)
        head_add(&head, "www-authenticate:", TEXT("Bearer"));
    if (exchange->status == HTTP_STATUS_SERVICE_UNAVAILABLE)
        head_add(&head, "retry-after:", TEXT("2"));
    exchange->begun = true;
    return head_write(&head);
}

/* Writes the next piece of the body; false where the connection has to end. */
static bool chunk_write(struct exchange *exchange)
{
    unsigned char chunk[LWS_PRE + CHUNK_BYTES];
    size_t left = exchange->body.length - exchange->sent;
    size_t length = left < CHUNK_BYTES ? left : CHUNK_BYTES;
    memcpy(chunk + LWS_PRE, exchange->body.at + exchange->sent, length);
    exchange->sent += length;
    return lws_write(exchange->wsi, chunk + LWS_PRE, length,
                     length == left ? LWS_WRITE_HTTP_FINAL : LWS_WRITE_HTTP) >= 0;
}

static const char *refusal_words(unsigned int status)
{
    switch (status) {
    case HTTP_STATUS_REQ_ENTITY_TOO_LARGE:
        return "A message is at most 64 KiB.\n";
    case HTTP_STATUS_FORBIDDEN:
        return "This page belongs to another site.\n";
    case HTTP_STATUS_METHOD_NOT_ALLOWED:
        return "That is not done here.\n";
    case HTTP_STATUS_UNAUTHORIZED:
        return "Events are for who sends a token: Authorization: Bearer <token>.\n";
    case HTTP_STATUS_GONE:
        return "This stream of events is not open; open another, and ask again.\n";
    case 429:
        return "Too many connections from this address.\n";
    default:
        return "The server is starting or stopping; try again in a moment.\n";
    }
}

static int rpc_begin(struct exchange *exchange)
{
    char length[24];
    int64_t bytes;
    if (lws_hdr_copy(exchange->wsi, length, sizeof length, WSI_TOKEN_HTTP_CONTENT_LENGTH) <= 0 ||
        !text_to_int(text_of(length), &bytes) || bytes < 0) {
        /* Nobody knows where its body ends, so nothing can follow it. */
        exchange->last = true;
        answer_words(exchange, 411, "Content-Length is missing.\n");
        (void)(answer_begin(exchange) && chunk_write(exchange));
        return -1;
    }
    if (!origin_is_ours(exchange->wsi))
        exchange->refused = HTTP_STATUS_FORBIDDEN;
    else if (bytes > MESSAGE_BYTES_MAX)
        exchange->refused = HTTP_STATUS_REQ_ENTITY_TOO_LARGE;
    else if (exchange->server->state != SERVER_SERVING)
        exchange->refused = HTTP_STATUS_SERVICE_UNAVAILABLE;
    exchange->token = bearer_copy(exchange->wsi);
    exchange->stream = stream_copy(exchange->wsi);
    lws_set_timeout(exchange->wsi, PENDING_TIMEOUT_HTTP_CONTENT, ANSWER_SECONDS_MAX);
    return 0;
}

static bool rpc_piece(struct exchange *exchange, const void *bytes, size_t length)
{
    exchange->sent += length;
    if (exchange->refused)
        return exchange->sent <= DISCARD_BYTES_MAX;
    if (exchange->in.length + length > MESSAGE_BYTES_MAX)
        exchange->refused = HTTP_STATUS_REQ_ENTITY_TOO_LARGE;
    else
        buffer_add(&exchange->in, bytes, length);
    return true;
}

/* True for a message that gets no answer: an object without an id. */
static bool is_notification(struct text message)
{
    struct arena *arena = arena_open();
    uint32_t line, column;
    struct text why;
    const struct tree *tree = json_read(arena, message, &why, &line, &column);
    bool is = tree && tree->kind == TREE_OBJECT && !tree_get(tree, TEXT("id"));
    arena_close(arena);
    return is;
}

/* Asked over a stream of events: the answer comes there. */
static void rpc_up(struct exchange *exchange, struct text message)
{
    const struct server *server = exchange->server;
    struct text token = exchange->token ? text_of(exchange->token) : TEXT("");
    struct peer *peer = events_peer(server, text_of(exchange->stream), token);
    if (!peer) {
        answer_words(exchange, HTTP_STATUS_GONE, refusal_words(HTTP_STATUS_GONE));
        return;
    }
    host_receive(server->host, peer, message);
    exchange_answer(exchange, HTTP_STATUS_NO_CONTENT, NULL, TEXT(""));
}

static void rpc_whole(struct exchange *exchange)
{
    exchange->sent = 0;
    if (exchange->refused) {
        answer_words(exchange, exchange->refused, refusal_words(exchange->refused));
        return;
    }
    struct text message = {(const char *)exchange->in.at, exchange->in.length};
    if (!text_is_utf8(message)) {
        answer_words(exchange, HTTP_STATUS_BAD_REQUEST, "Messages are UTF-8.\n");
        return;
    }
    if (exchange->stream) {
        rpc_up(exchange, message);
        return;
    }
    char address[ADDRESS_BYTES_MAX];
    exchange->peer = peer_open(exchange->server, &exchange->link,
                               peer_address(exchange->wsi, address), text_of(exchange->token));
    host_receive(exchange->server->host, exchange->peer, message);
    if (is_notification(message))
        exchange_answer(exchange, HTTP_STATUS_NO_CONTENT, NULL, TEXT(""));
}

static void events_begin(struct exchange *exchange)
{
    char address[ADDRESS_BYTES_MAX];
    const struct server *server = exchange->server;
    unsigned int status = 0;
    exchange->token = bearer_copy(exchange->wsi);
    if (!origin_is_ours(exchange->wsi))
        status = HTTP_STATUS_FORBIDDEN;
    else if (server->state != SERVER_SERVING)
        status = HTTP_STATUS_SERVICE_UNAVAILABLE;
    else if (!exchange->token)
        status = HTTP_STATUS_UNAUTHORIZED;
    else if (wires_full(server, peer_address(exchange->wsi, address)))
        status = 429;
    if (status)
        answer_words(exchange, status, refusal_words(status));
    else
        events_start(exchange);
}

static struct text header_text(struct lws *wsi, enum lws_token_indexes token, char *bytes, int size)
{
    int length = lws_hdr_copy(wsi, bytes, size, token);
    return length > 0 ? (struct text){bytes, (size_t)length} : TEXT("");
}

static void file_answer(struct exchange *exchange, struct text path)
{
    const struct site *site = exchange->server->site;
    const struct site_file *file = site ? site_find(site, path) : NULL;
    if (!file) {
        answer_words(exchange, HTTP_STATUS_NOT_FOUND,
                     site ? "There is nothing here.\n"
                          : "The browser client was not built: run `npm ci && npm run build` in "
                            "web/, or start with ./run.\n");
        return;
    }
    char accept[256], known[512];
    exchange->file = file;
    exchange->form = site_choose(
        file, header_text(exchange->wsi, WSI_TOKEN_HTTP_ACCEPT_ENCODING, accept, sizeof accept),
        &exchange->coding);
    bool same =
        site_matches(exchange->form,
                     header_text(exchange->wsi, WSI_TOKEN_HTTP_IF_NONE_MATCH, known, sizeof known));
    exchange->status = same ? HTTP_STATUS_NOT_MODIFIED : HTTP_STATUS_OK;
    exchange->type = file->type;
    exchange->body = same ? TEXT("") : exchange->form->bytes;
    exchange->answered = true;
    lws_callback_on_writable(exchange->wsi);
}

static int exchange_route(struct exchange *exchange, struct text path)
{
    struct lws *wsi = exchange->wsi;
    bool post = lws_hdr_total_length(wsi, WSI_TOKEN_POST_URI) > 0;
    exchange->head = lws_hdr_total_length(wsi, WSI_TOKEN_HEAD_URI) > 0;
    bool get = exchange->head || lws_hdr_total_length(wsi, WSI_TOKEN_GET_URI) > 0;
    bool rpc = text_equal(path, TEXT("/rpc"));
    bool events = text_equal(path, TEXT("/events"));
    if (post && rpc)
        return rpc_begin(exchange);
    if (post)
        exchange->refused = HTTP_STATUS_METHOD_NOT_ALLOWED; /* Said after its body. */
    else if (!get || rpc || (events && exchange->head))
        answer_words(exchange, HTTP_STATUS_METHOD_NOT_ALLOWED,
                     refusal_words(HTTP_STATUS_METHOD_NOT_ALLOWED));
    else if (events)
        events_begin(exchange);
    else if (text_equal(path, TEXT("/healthz")))
        health_start(exchange);
    else if (text_equal(path, TEXT("/ws")))
        answer_words(exchange, 426, "This is for WebSockets with the subprotocol entente.1.\n");
    else
        file_answer(exchange, path);
    return 0;
}

static int exchange_finish(struct exchange **place)
{
    struct lws *wsi = (*place)->wsi;
    exchange_close(place);
    return lws_http_transaction_completed(wsi) ? -1 : 0;
}

/* The socket takes more: the head, then the body by chunks. */
static int exchange_write(struct exchange **place)
{
    struct exchange *exchange = *place;
    if (exchange && exchange->events)
        return events_write(exchange->events) ? 0 : -1;
    if (!exchange || !exchange->answered)
        return 0;
    bool began = exchange->begun;
    if (!began && !answer_begin(exchange))
        return -1;
    if (exchange->head || exchange->sent == exchange->body.length)
        return exchange_finish(place);
    if (began) { /* One write a turn of the socket. */
        if (!chunk_write(exchange))
            return -1;
        if (exchange->sent == exchange->body.length)
            return exchange_finish(place);
    }
    lws_callback_on_writable(exchange->wsi);
    return 0;
}

/* A WebSocket that names no subprotocol lands here. */
static int refuse_upgrade(struct lws *wsi)
{
    lws_return_http_status(wsi, HTTP_STATUS_BAD_REQUEST, NULL);
    return -1;
}

int http_callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                  size_t length)
{
    struct exchange **place = user;
    switch ((int)reason) {
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION:
        return refuse_upgrade(wsi);
    case LWS_CALLBACK_HTTP:
        exchange_close(place);
        *place = exchange_open(wsi);
        if (!*place)
            return -1;
        return exchange_route(*place, (struct text){in, length});
    case LWS_CALLBACK_HTTP_BODY:
        return *place && !rpc_piece(*place, in, length) ? -1 : 0;
    case LWS_CALLBACK_HTTP_BODY_COMPLETION:
        if (*place && !(*place)->answered && !(*place)->peer)
            rpc_whole(*place);
        return 0;
    case LWS_CALLBACK_HTTP_WRITEABLE:
        return exchange_write(place);
    case LWS_CALLBACK_TIMER:
        if (place && *place && (*place)->events)
            events_beat((*place)->events);
        else if (place && *place)
            health_late(*place);
        return 0;
    case LWS_CALLBACK_CLOSED_HTTP:
    case LWS_CALLBACK_HTTP_DROP_PROTOCOL:
        if (place)
            exchange_close(place);
        return 0;
    default:
        return 0;
    }
}
