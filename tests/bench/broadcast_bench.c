/* The least that sending a move to a table of six costs: a bare epoll loop that knows no game.
 *
 * broadcast_bench BYTES: listens on a free port of this machine, whose number it prints. Six
 * connections in their order of coming are a table. Whenever one of them sends a whole WebSocket
 * frame, each of the six gets a frame whose payload is BYTES long, by one send(). There is no
 * handshake; who is taken in is sent such a frame. It ends when its standard input does. */
#include "must.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SEATS = 6, PEERS_MAX = 16384, READ_MAX = 65536, EVENTS = 64, HEADER_MAX = 10 };

struct peer {
    int socket;
    size_t number;
    uint64_t passed, whole; /* bytes of the frame under way; its length, 0: not yet known */
};

struct broadcast {
    int poll, listener;
    struct peer *peers[PEERS_MAX];
    size_t peer_count;
    uint8_t *frame;
    size_t frame_length;
};

static void watch(const struct broadcast *broadcast, int socket, void *what)
{
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = what};
    must(epoll_ctl(broadcast->poll, EPOLL_CTL_ADD, socket, &event) == 0);
}

static void frame_make(struct broadcast *broadcast, size_t bytes)
{
    must(bytes > 0 && bytes < 65536);
    size_t header = bytes < 126 ? 2 : 4;
    broadcast->frame = malloc(header + bytes);
    must(broadcast->frame);
    broadcast->frame[0] = 0x81;
    broadcast->frame[1] = (uint8_t)(bytes < 126 ? bytes : 126);
    if (header == 4) {
        broadcast->frame[2] = (uint8_t)(bytes >> 8);
        broadcast->frame[3] = (uint8_t)bytes;
    }
    memset(broadcast->frame + header, 'x', bytes);
    broadcast->frame_length = header + bytes;
}

static void listen_here(struct broadcast *broadcast)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof(address);
    broadcast->poll = epoll_create1(0);
    broadcast->listener = socket(AF_INET, SOCK_STREAM, 0);
    must(broadcast->poll >= 0 && broadcast->listener >= 0);
    must(bind(broadcast->listener, (struct sockaddr *)&address, length) == 0);
    must(listen(broadcast->listener, 1024) == 0);
    must(getsockname(broadcast->listener, (struct sockaddr *)&address, &length) == 0);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
}

static void send_one(const struct broadcast *broadcast, const struct peer *peer)
{
    must(send(peer->socket, broadcast->frame, broadcast->frame_length, MSG_NOSIGNAL) ==
         (ssize_t)broadcast->frame_length);
}

static void take_peer(struct broadcast *broadcast)
{
    int one = 1;
    struct peer *peer = calloc(1, sizeof(*peer));
    must(peer && broadcast->peer_count < PEERS_MAX);
    *peer = (struct peer){.socket = accept(broadcast->listener, NULL, NULL),
                          .number = broadcast->peer_count};
    must(peer->socket >= 0);
    must(setsockopt(peer->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one)) == 0);
    broadcast->peers[broadcast->peer_count++] = peer;
    watch(broadcast, peer->socket, peer);
    send_one(broadcast, peer);
}

static void send_all(const struct broadcast *broadcast, const struct peer *from)
{
    size_t first = from->number / SEATS * SEATS;
    for (size_t seat = first; seat < first + SEATS && seat < broadcast->peer_count; seat++)
        send_one(broadcast, broadcast->peers[seat]);
}

/* Frames of a generator that sends one at a time: a header is never cut in two. */
static void read_frames(const struct broadcast *broadcast, struct peer *peer, const uint8_t *bytes,
                        size_t count)
{
    while (count > 0) {
        if (peer->whole == 0) {
            must(count >= 4);
            uint64_t length = bytes[1] & 0x7f;
            must(length < 127);
            bool longer = length == 126;
            if (longer)
                length = (uint64_t)bytes[2] << 8 | bytes[3];
            peer->whole = length + (longer ? 4 : 2) + 4;
        }
        uint64_t left = peer->whole - peer->passed, taken = left < count ? left : count;
        peer->passed += taken;
        bytes += taken;
        count -= (size_t)taken;
        if (peer->passed < peer->whole)
            continue;
        peer->passed = peer->whole = 0;
        send_all(broadcast, peer);
    }
}

int main(int argc, char **argv)
{
    static struct broadcast broadcast;
    static uint8_t bytes[READ_MAX];
    frame_make(&broadcast, argc == 2 ? strtoul(argv[1], NULL, 10) : 0);
    listen_here(&broadcast);
    watch(&broadcast, broadcast.listener, &broadcast.listener);
    watch(&broadcast, STDIN_FILENO, &broadcast.poll);
    for (;;) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(broadcast.poll, events, EVENTS, -1);
        for (int index = 0; index < count; index++) {
            struct peer *peer = events[index].data.ptr;
            if (events[index].data.ptr == &broadcast.poll)
                return 0;
            if (events[index].data.ptr == &broadcast.listener) {
                take_peer(&broadcast);
                continue;
            }
            ssize_t got = recv(peer->socket, bytes, sizeof(bytes), 0);
            if (got > 0)
                read_frames(&broadcast, peer, bytes, (size_t)got);
            else if (got == 0 || errno != EINTR)
                close(peer->socket);
        }
    }
}
