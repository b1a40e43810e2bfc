#include "wire.h"

#include "log.h"

enum {
    BACKLOG_BYTES_MAX = 4 * 1024 * 1024, /* what may wait for one slow client */
    WIRES_PER_ADDRESS_MAX = 400,         /* a school behind one address */
    CLOSE_SECONDS_MAX = 3,               /* for the other end to take our last words */
};

void wire_add(struct wire *wire, const void *bytes, size_t length)
{
    static const unsigned char spare[LWS_PRE];
    if (!wire->out.length)
        buffer_add(&wire->out, spare, sizeof spare);
    buffer_add(&wire->out, bytes, length);
    if (wire->dirty)
        return;
    wire->dirty = true;
    wire->next_dirty = wire->server->dirty;
    wire->server->dirty = wire;
}

void wire_end(struct wire *wire, int code, struct text why)
{
    if (wire->ending)
        return;
    wire->way->end(wire, code, why);
    wire->ending = true;
    lws_set_timeout(wire->wsi, PENDING_TIMEOUT_USER_REASON_BASE, CLOSE_SECONDS_MAX);
}

static void wire_send(struct link *link, struct text frame)
{
    struct wire *wire = (struct wire *)link;
    if (wire->ending)
        return;
    if (wire->out.length + frame.length > BACKLOG_BYTES_MAX) {
        /* Only whole frames wait here, so they can be forgotten. */
        buffer_free(&wire->out);
        log_line("a client at %s was too slow to follow", wire->address);
        wire_end(wire, 1008, TEXT("too slow to follow"));
        return;
    }
    wire->way->say(wire, frame);
}

static void wire_disconnect(struct link *link, int code, struct text why)
{
    wire_end((struct wire *)link, code, why);
}

void wire_flush(struct wire *wire)
{
    if (!wire->out.length)
        return;
    if (lws_partial_buffered(wire->wsi)) {
        lws_callback_on_writable(wire->wsi);
        return;
    }
    int written =
        lws_write(wire->wsi, wire->out.at + LWS_PRE, wire->out.length - LWS_PRE, LWS_WRITE_HTTP);
    buffer_free(&wire->out);
    if (written < 0)
        lws_set_timeout(wire->wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
}

void wires_flush(struct server *server)
{
    while (server->dirty) {
        struct wire *wire = server->dirty;
        server->dirty = wire->next_dirty;
        wire->dirty = false;
        wire_flush(wire);
    }
}

void wires_end(struct server *server, int code, struct text why)
{
    for (struct wire *wire = server->wires; wire; wire = wire->next)
        wire_end(wire, code, why);
}

bool wires_full(const struct server *server, struct text address)
{
    int count = 0;
    for (const struct wire *wire = server->wires; wire; wire = wire->next)
        count += text_equal(text_of(wire->address), address);
    return count >= WIRES_PER_ADDRESS_MAX;
}

void wire_open(struct wire *wire, const struct wire_way *way, struct lws *wsi)
{
    struct server *server = server_of(wsi);
    wire->link = (struct link){.send = wire_send, .disconnect = wire_disconnect};
    wire->way = way;
    wire->server = server;
    wire->wsi = wsi;
    struct text address = peer_address(wsi, wire->address);
    wire->next = server->wires;
    if (wire->next)
        wire->next->previous = wire;
    server->wires = wire;
    wire->peer = peer_open(server, &wire->link, address, TEXT(""));
}

void wire_close(struct wire *wire)
{
    struct server *server = wire->server;
    host_peer_close(server->host, wire->peer);
    if (wire->previous)
        wire->previous->next = wire->next;
    else
        server->wires = wire->next;
    if (wire->next)
        wire->next->previous = wire->previous;
    if (wire->dirty) {
        struct wire **place = &server->dirty;
        while (*place != wire)
            place = &(*place)->next_dirty;
        *place = wire->next_dirty;
    }
    buffer_free(&wire->out);
}
