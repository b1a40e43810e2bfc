/* Peers, and what they asked: one JSON-RPC request from its bytes to its answer.
 *
 * An asked owns an arena: the message, its parameters and whatever its work needs live there. It
 * outlives its peer; then its answer goes nowhere. Answering ends it. */
#ifndef ASKED_H
#define ASKED_H

#include "codec.h"
#include "host.h"
#include "limit.h"

struct holder;
struct subscription;

struct peer {
    struct peer *previous, *next;
    struct host *host;
    void *connection;
    struct text address;
    struct text token;     /* POST's: asks as its holder, without attaching */
    struct holder *holder; /* attached as; NULL: not attached */
    struct subscription *subscriptions;
    struct asked *asks; /* not answered yet */
    unsigned violations;
    bool trusted; /* creates without the key */
    bool studio;  /* is told when the studio's scenario changes */
};

/* Whether it must know the operator's key to create an exercise. */
bool peer_needs_key(const struct peer *peer);

struct asked {
    struct asked *previous, *next; /* in its peer's list */
    struct host *host;
    struct peer *peer;  /* NULL: gone */
    struct asked *also; /* waits for the same answer */
    struct arena *arena;
    const struct tree *id; /* NULL: a notification, which gets no answer */
    struct text method;
    const struct tree *parameters; /* an object */
    struct holder *holder;         /* on whose behalf; NULL: nobody's */
    bool refused;                  /* by a parameter_…: the first refusal stands */
    struct refusal refusal;
};

/* Each ends it. `json` is a whole value as text. */
void asked_answer(struct asked *asked, const struct tree *result);
void asked_answer_json(struct asked *asked, struct text json);
void asked_error(struct asked *asked, const struct tree *error); /* {code, message} */
void asked_refuse(struct asked *asked, const char *type, const char *path, const char *message);
void asked_refuse_with(struct asked *asked, const struct refusal *refusal);

/* Reading parameters. What is wrong is noted in `refused`; what is absent reads as `otherwise`
 * (empty, where it is not given). */
void parameters_known(struct asked *asked, const char *names); /* separated by spaces */
void parameter_refuse(struct asked *asked, const char *type, const char *name, const char *message);
struct text parameter_text(struct asked *asked, const char *name, bool required);
int64_t parameter_int(struct asked *asked, const char *name, int64_t low, int64_t high,
                      int64_t otherwise);
bool parameter_flag(struct asked *asked, const char *name, bool otherwise);

/* One frame to one peer. */
void peer_send(struct peer *peer, struct text frame);
/* A notification's frame, in `arena`. */
struct text frame_notify(struct arena *arena, const char *method, const struct tree *parameters);

#endif
