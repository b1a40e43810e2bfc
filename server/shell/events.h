/* A stream of server-sent events, for who can't open a WebSocket: the way down of a connection
 * whose way up is POST /rpc with the header Entente-Stream. What a WebSocket would be sent, answers
 * as well as notifications, comes as events, in the same order. */
#ifndef EVENTS_H
#define EVENTS_H

#include "serving.h"

struct events;
struct exchange;

/* GET /events: attaches as the token's holder and begins the stream, or answers with a refusal.
 * Then `exchange->events` is it, until events_close. */
void events_start(struct exchange *exchange);
void events_close(struct events *events);

/* The socket takes more; false where the connection has to end. */
bool events_write(struct events *events);

/* Time for a sign of life. */
void events_beat(struct events *events);

/* The peer of the open stream of this name, begun by this token; NULL where there is none. */
struct peer *events_peer(const struct server *server, struct text name, struct text token);

#endif
