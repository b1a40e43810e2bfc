/* Connections, and the envelope of what comes over them. */
#include "method.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

enum { PARSE_ERROR = -32700, INVALID_REQUEST = -32600, INVALID_PARAMETERS = -32602 };

struct peer *host_peer_open(struct host *host, void *connection, struct text address,
                            struct text token)
{
    struct peer *peer = calloc(1, sizeof(*peer) + address.length + token.length + 1);
    must(peer != NULL);
    char *bytes = (char *)(peer + 1);
    if (address.length > 0)
        memcpy(bytes, address.at, address.length);
    if (token.length > 0)
        memcpy(bytes + address.length, token.at, token.length);
    peer->host = host;
    peer->connection = connection;
    peer->address = (struct text){bytes, address.length};
    peer->token = (struct text){bytes + address.length, token.length};
    peer->next = host->peers;
    if (host->peers)
        host->peers->previous = peer;
    host->peers = peer;
    return peer;
}

void host_peer_trust(struct peer *peer)
{
    peer->trusted = true;
}

bool peer_needs_key(const struct peer *peer)
{
    return peer->host->create_key.length > 0 && !peer->trusted;
}

void host_peer_close(struct host *host, struct peer *peer)
{
    for (struct asked *asked = peer->asks; asked; asked = asked->next)
        asked->peer = NULL;
    peer->asks = NULL;
    peer_detach(peer);
    if (peer->previous)
        peer->previous->next = peer->next;
    else
        host->peers = peer->next;
    if (peer->next)
        peer->next->previous = peer->previous;
    free(peer);
}

/* An error of the envelope. */
static void peer_error(struct peer *peer, struct arena *arena, const struct tree *id, int code,
                       struct text message)
{
    struct tree *error = tree_object(arena);
    tree_set_int(arena, error, TEXT("code"), code);
    tree_set_text(arena, error, TEXT("message"), message);
    struct tree *reply = tree_object(arena);
    tree_set_text(arena, reply, TEXT("jsonrpc"), TEXT("2.0"));
    tree_set(arena, reply, TEXT("id"), id ? tree_copy(arena, id) : tree_null(arena));
    tree_set(arena, reply, TEXT("error"), error);
    peer_send(peer, json_write(arena, reply));
}

/* NULL where it is a request; else what is wrong with it. */
static const char *envelope_fault(const struct tree *message)
{
    if (message->kind == TREE_LIST)
        return "Batches are not taken here; send one request at a time.";
    if (message->kind != TREE_OBJECT)
        return "A request is an object.";
    struct text text;
    if (!tree_get_text(message, TEXT("jsonrpc"), &text) || !text_equal(text, TEXT("2.0")))
        return "\"jsonrpc\" must be \"2.0\".";
    if (!tree_get_text(message, TEXT("method"), &text))
        return "\"method\" must be a text.";
    const struct tree *id = tree_get(message, TEXT("id"));
    if (id && id->kind != TREE_INT && id->kind != TREE_TEXT && id->kind != TREE_NULL)
        return "\"id\" must be a text or a whole number.";
    return NULL;
}

static const struct tree *known_id(const struct tree *message)
{
    const struct tree *id = message->kind == TREE_OBJECT ? tree_get(message, TEXT("id")) : NULL;
    return id && (id->kind == TREE_INT || id->kind == TREE_TEXT) ? id : NULL;
}

static struct asked *asked_open(struct peer *peer, struct arena *arena, const struct tree *message)
{
    struct asked *asked = ARENA_NEW(arena, struct asked);
    asked->host = peer->host;
    asked->peer = peer;
    asked->arena = arena;
    asked->id = tree_get(message, TEXT("id"));
    must(tree_get_text(message, TEXT("method"), &asked->method));
    const struct tree *parameters = tree_get(message, TEXT("params"));
    asked->parameters = parameters ? parameters : tree_object(arena);
    asked->next = peer->asks;
    if (peer->asks)
        peer->asks->previous = asked;
    peer->asks = asked;
    asked->holder = peer->holder;
    if (!asked->holder && peer->token.length > 0)
        asked->holder = token_holder(peer->host, peer->token);
    return asked;
}

static void peer_receive(struct peer *peer, struct arena *arena, struct text bytes)
{
    struct text why;
    uint32_t line, column;
    if (bytes.length > MESSAGE_BYTES_MAX) {
        peer_error(peer, arena, NULL, INVALID_REQUEST, TEXT("A message has at most 64 KiB."));
        arena_close(arena);
        return;
    }
    const struct tree *message =
        json_read_call(arena, arena_copy(arena, bytes), &why, &line, &column);
    if (!message) {
        struct text words =
            arena_print(arena, "line %u, column %u: %.*s", line, column, TEXT_ARGUMENTS(why));
        peer_error(peer, arena, NULL, PARSE_ERROR, words);
        arena_close(arena);
        return;
    }
    const char *fault = envelope_fault(message);
    const struct tree *parameters = fault ? NULL : tree_get(message, TEXT("params"));
    if (fault) {
        peer_error(peer, arena, known_id(message), INVALID_REQUEST, text_of(fault));
        arena_close(arena);
    } else if (parameters && parameters->kind != TREE_OBJECT) {
        peer_error(peer, arena, known_id(message), INVALID_PARAMETERS,
                   TEXT("\"params\" must be an object: parameters have names."));
        arena_close(arena);
    } else {
        struct asked *asked = asked_open(peer, arena, message);
        method_run(asked);
    }
}

void host_receive(struct host *host, struct peer *peer, struct text message)
{
    (void)host_now(host);
    peer_receive(peer, arena_open(), message);
}
