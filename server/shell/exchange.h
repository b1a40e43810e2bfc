/* One request over HTTP and its answer; inside of http.c, events.c and health.c. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "buffer.h"
#include "serving.h"

struct events;
struct probe;

struct exchange {
    struct link link; /* POST /rpc: the host answers here */
    struct server *server;
    struct lws *wsi;
    struct peer *peer;     /* POST /rpc, once its body is whole */
    struct probe *probe;   /* GET /healthz, while the store is asked */
    struct events *events; /* GET /events, once it has begun */
    struct buffer in;
    char *token;          /* owned; NULL: none */
    char *stream;         /* owned: the stream of events that the answer goes to; NULL: none */
    unsigned int refused; /* the status that its head has earned; its body is thrown away */
    bool last;            /* the connection ends with its answer */
    bool head;            /* HEAD: no body in the answer */

    bool answered;
    unsigned int status;
    const char *type;
    const struct site_file *file; /* what is answered, where it is one of the client's */
    const struct site_form *form;
    const char *coding;
    struct text body; /* borrowed: of `form`, `owned`, or a literal */
    struct buffer owned;
    bool begun;  /* the head of the answer is out */
    size_t sent; /* of the body; before that, how much of a refused one came in */
};

/* Answers, once; later answers are dropped. The body is copied. Goes out when the socket is ready.
 */
void exchange_answer(struct exchange *exchange, unsigned int status, const char *type,
                     struct text body);

/* Asks the store whether it is there, and answers. */
void health_start(struct exchange *exchange);

/* The store took too long. */
void health_late(struct exchange *exchange);

/* The exchange is over; a later answer of the store finds nobody. */
void health_forget(struct exchange *exchange);

#endif
