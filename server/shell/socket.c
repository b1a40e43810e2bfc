#include "socket.h"

#include "buffer.h"
#include "log.h"

#include <stdlib.h>
#include <string.h>

enum {
    BACKLOG_BYTES_MAX = 4 * 1024 * 1024, /* what may wait for one slow client */
    SOCKETS_PER_ADDRESS_MAX = 400,       /* a school behind one address */
    CLOSE_SECONDS_MAX = 3,               /* for the other end to answer our close */
    FRAME_TEXT = 0x81,
    FRAME_CLOSE = 0x88,
    CLOSE_REASON_BYTES_MAX = 123,
};

struct socket {
    struct link link;
    struct server *server;
    struct lws *wsi;
    struct peer *peer;
    struct buffer in;  /* the pieces of a message so far */
    struct buffer out; /* whole frames, after LWS_PRE spare bytes */
    bool dirty;        /* in the list of those to be flushed */
    bool ending;       /* our close frame is the last that we sent or shall send */
    struct socket *next, *previous, *next_dirty;
    char address[ADDRESS_BYTES_MAX];
};

static void mark_dirty(struct socket *socket)
{
    if (socket->dirty)
        return;
    socket->dirty = true;
    socket->next_dirty = socket->server->dirty;
    socket->server->dirty = socket;
}

/* Frames of a server are not masked, so the same bytes serve everybody. */
static void frame_add(struct socket *socket, unsigned char kind, const void *bytes, size_t length)
{
    static const unsigned char spare[LWS_PRE];
    unsigned char head[10] = {kind};
    size_t size = 2;
    if (length < 126) {
        head[1] = (unsigned char)length;
    } else if (length <= UINT16_MAX) {
        head[1] = 126;
        head[2] = (unsigned char)(length >> 8);
        head[3] = (unsigned char)length;
        size = 4;
    } else {
        head[1] = 127;
        for (int i = 0; i < 8; i++)
            head[2 + i] = (unsigned char)((uint64_t)length >> (56 - 8 * i));
        size = 10;
    }
    if (!socket->out.length)
        buffer_add(&socket->out, spare, sizeof spare);
    buffer_add(&socket->out, head, size);
    buffer_add(&socket->out, bytes, length);
    mark_dirty(socket);
}

/* After this nothing is read or sent any more; the connection ends when the other end answers, or
 * after some seconds. */
static void socket_end(struct socket *socket, int code, struct text why)
{
    if (socket->ending)
        return;
    unsigned char reason[2 + CLOSE_REASON_BYTES_MAX] = {(unsigned char)(code >> 8),
                                                        (unsigned char)code};
    size_t length = why.length < CLOSE_REASON_BYTES_MAX ? why.length : CLOSE_REASON_BYTES_MAX;
    while (length < why.length && length && (why.at[length] & 0xc0) == 0x80)
        length--; /* Not in the middle of a character. */
    if (length)
        memcpy(reason + 2, why.at, length);
    frame_add(socket, FRAME_CLOSE, reason, 2 + length);
    socket->ending = true;
    buffer_free(&socket->in);
    lws_set_timeout(socket->wsi, PENDING_TIMEOUT_USER_REASON_BASE, CLOSE_SECONDS_MAX);
}

static void socket_send(struct link *link, struct text frame)
{
    struct socket *socket = (struct socket *)link;
    if (socket->ending)
        return;
    if (socket->out.length + frame.length > BACKLOG_BYTES_MAX) {
        /* Only whole frames wait here, so they can be forgotten. */
        buffer_free(&socket->out);
        log_line("a client at %s was too slow to follow", socket->address);
        socket_end(socket, 1008, TEXT("too slow to follow"));
        return;
    }
    frame_add(socket, FRAME_TEXT, frame.at, frame.length);
}

static void socket_disconnect(struct link *link, int code, struct text why)
{
    socket_end((struct socket *)link, code, why);
}

/* What the kernel does not take, libwebsockets keeps; until that is gone we only gather. */
static void socket_flush(struct socket *socket)
{
    if (!socket->out.length)
        return;
    if (lws_partial_buffered(socket->wsi)) {
        lws_callback_on_writable(socket->wsi);
        return;
    }
    int written = lws_write(socket->wsi, socket->out.at + LWS_PRE, socket->out.length - LWS_PRE,
                            LWS_WRITE_HTTP);
    buffer_free(&socket->out);
    if (written < 0)
        lws_set_timeout(socket->wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
}

void sockets_flush(struct server *server)
{
    while (server->dirty) {
        struct socket *socket = server->dirty;
        server->dirty = socket->next_dirty;
        socket->dirty = false;
        socket_flush(socket);
    }
}

void sockets_end(struct server *server, int code, struct text why)
{
    for (struct socket *socket = server->sockets; socket; socket = socket->next)
        socket_end(socket, code, why);
}

static bool address_is_full(const struct server *server, struct text address)
{
    int count = 0;
    for (const struct socket *socket = server->sockets; socket; socket = socket->next)
        count += text_equal(text_of(socket->address), address);
    return count >= SOCKETS_PER_ADDRESS_MAX;
}

/* The handshake: 0 lets it through. */
static int socket_filter(struct lws *wsi)
{
    struct server *server = server_of(wsi);
    char path[8], address[ADDRESS_BYTES_MAX];
    unsigned int status = 0;
    if (lws_hdr_copy(wsi, path, sizeof path, WSI_TOKEN_GET_URI) <= 0 || strcmp(path, "/ws"))
        status = HTTP_STATUS_NOT_FOUND;
    else if (!origin_is_ours(wsi))
        status = HTTP_STATUS_FORBIDDEN;
    else if (server->state != SERVER_SERVING)
        status = HTTP_STATUS_SERVICE_UNAVAILABLE;
    else if (address_is_full(server, peer_address(wsi, address)))
        status = 429;
    if (!status)
        return 0;
    lws_return_http_status(wsi, status, NULL);
    return -1;
}

static int socket_open(struct lws *wsi, struct socket **place)
{
    struct server *server = server_of(wsi);
    struct socket *socket = calloc(1, sizeof *socket);
    if (!socket)
        return -1;
    socket->link = (struct link){.send = socket_send, .disconnect = socket_disconnect};
    socket->server = server;
    socket->wsi = wsi;
    struct text address = peer_address(wsi, socket->address);
    socket->next = server->sockets;
    if (socket->next)
        socket->next->previous = socket;
    server->sockets = socket;
    *place = socket;
    socket->peer = peer_open(server, &socket->link, address, TEXT(""));
    return 0;
}

static void socket_close(struct socket *socket)
{
    struct server *server = socket->server;
    host_peer_close(server->host, socket->peer);
    if (socket->previous)
        socket->previous->next = socket->next;
    else
        server->sockets = socket->next;
    if (socket->next)
        socket->next->previous = socket->previous;
    if (socket->dirty) {
        struct socket **place = &server->dirty;
        while (*place != socket)
            place = &(*place)->next_dirty;
        *place = socket->next_dirty;
    }
    buffer_free(&socket->in);
    buffer_free(&socket->out);
    free(socket);
}

static void socket_receive(struct socket *socket, const void *bytes, size_t length)
{
    if (socket->ending)
        return;
    if (lws_frame_is_binary(socket->wsi)) {
        socket_end(socket, 1003, TEXT("messages are text"));
        return;
    }
    if (socket->in.length + length > MESSAGE_BYTES_MAX) {
        socket_end(socket, 1009, TEXT("a message is at most 64 KiB"));
        return;
    }
    buffer_add(&socket->in, bytes, length);
    if (!lws_is_final_fragment(socket->wsi) || lws_remaining_packet_payload(socket->wsi))
        return;
    /* Taken out first: the host may close the connection before it returns. */
    struct buffer whole = socket->in;
    socket->in = (struct buffer){0};
    struct text message = {(const char *)whole.at, whole.length};
    if (!text_is_utf8(message))
        socket_end(socket, 1007, TEXT("messages are UTF-8"));
    else
        host_receive(socket->server->host, socket->peer, message);
    buffer_free(&whole);
}

int socket_callback(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                    size_t length)
{
    struct socket **place = user;
    switch ((int)reason) {
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION:
        return socket_filter(wsi);
    case LWS_CALLBACK_ESTABLISHED:
        return socket_open(wsi, place);
    case LWS_CALLBACK_RECEIVE:
        socket_receive(*place, in, length);
        return 0;
    case LWS_CALLBACK_SERVER_WRITEABLE:
        socket_flush(*place);
        return 0;
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        return (*place)->ending ? -1 : 0;
    case LWS_CALLBACK_CLOSED: /* Also after a handshake that we refused. */
        if (place && *place)
            socket_close(*place);
        if (place)
            *place = NULL;
        return 0;
    default:
        return 0;
    }
}
