#include "socket.h"

#include "wire.h"

#include <stdlib.h>
#include <string.h>

enum { FRAME_TEXT = 0x81, FRAME_CLOSE = 0x88, CLOSE_REASON_BYTES_MAX = 123 };

struct socket {
    struct wire wire;
    struct buffer in; /* the pieces of a message so far */
};

/* Frames of a server are not masked, so the same bytes serve everybody. */
static void frame_add(struct wire *wire, unsigned char kind, const void *bytes, size_t length)
{
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
    wire_add(wire, head, size);
    wire_add(wire, bytes, length);
}

static void socket_say(struct wire *wire, struct text frame)
{
    frame_add(wire, FRAME_TEXT, frame.at, frame.length);
}

/* After this nothing is read; the connection ends when the other end answers. */
static void socket_end(struct wire *wire, int code, struct text why)
{
    struct socket *socket = (struct socket *)wire;
    unsigned char reason[2 + CLOSE_REASON_BYTES_MAX] = {(unsigned char)(code >> 8),
                                                        (unsigned char)code};
    size_t length = why.length < CLOSE_REASON_BYTES_MAX ? why.length : CLOSE_REASON_BYTES_MAX;
    while (length < why.length && length && (why.at[length] & 0xc0) == 0x80)
        length--; /* Not in the middle of a character. */
    if (length)
        memcpy(reason + 2, why.at, length);
    frame_add(wire, FRAME_CLOSE, reason, 2 + length);
    buffer_free(&socket->in);
}

static const struct wire_way way = {socket_say, socket_end};

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
    else if (wires_full(server, peer_address(wsi, address)))
        status = 429;
    if (!status)
        return 0;
    lws_return_http_status(wsi, status, NULL);
    return -1;
}

static int socket_open(struct lws *wsi, struct socket **place)
{
    struct socket *socket = calloc(1, sizeof *socket);
    if (!socket)
        return -1;
    *place = socket;
    wire_open(&socket->wire, &way, wsi);
    return 0;
}

static void socket_close(struct socket *socket)
{
    wire_close(&socket->wire);
    buffer_free(&socket->in);
    free(socket);
}

static void socket_receive(struct socket *socket, const void *bytes, size_t length)
{
    struct wire *wire = &socket->wire;
    if (wire->ending)
        return;
    if (lws_frame_is_binary(wire->wsi)) {
        wire_end(wire, 1003, TEXT("messages are text"));
        return;
    }
    if (socket->in.length + length > MESSAGE_BYTES_MAX) {
        wire_end(wire, 1009, TEXT("a message is at most 64 KiB"));
        return;
    }
    buffer_add(&socket->in, bytes, length);
    if (!lws_is_final_fragment(wire->wsi) || lws_remaining_packet_payload(wire->wsi))
        return;
    /* Taken out first: the host may close the connection before it returns. */
    struct buffer whole = socket->in;
    socket->in = (struct buffer){0};
    struct text message = {(const char *)whole.at, whole.length};
    if (!text_is_utf8(message))
        wire_end(wire, 1007, TEXT("messages are UTF-8"));
    else
        host_receive(wire->server->host, wire->peer, message);
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
        wire_flush(&(*place)->wire);
        return 0;
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        return (*place)->wire.ending ? -1 : 0;
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
