/* What an audience is sent: a view, then patches of it. In the host's thread. */
#ifndef STREAM_H
#define STREAM_H

#include "state.h"

/* What one audience is sent of one view. */
struct stream {
    struct host *host;
    struct text of;
    struct table *table; /* NULL: the exercise's */
    struct exercise *exercise;
    struct audience audience; /* of a table; an exercise's: AUDIENCE_CONTROL, or public: the hall */
    char epoch[8];            /* empty: nobody looked for a while */
    struct arena *arena;      /* of `last` */
    struct tree *last;        /* an exercise's last view; of a table none is kept */
    uint64_t number;
    struct patch *patches[PATCHES_KEPT]; /* by number */
    size_t kept;
    int64_t left_at; /* ms: when the last of those attached went, or it was built */
    struct subscription *subscriptions;
};

struct subscription {
    struct subscription *next_of_peer;
    struct subscription *previous, *next; /* of the stream */
    struct peer *peer;
    struct stream *stream;
};

struct stream *stream_open(struct host *host, struct text of, struct exercise *exercise,
                           struct table *table, struct audience audience);
void stream_close(struct stream *stream);
/* An exercise's: what has changed of it. */
void stream_update(struct stream *stream);
/* A table's: before an entry is applied, and after it. NULL where nobody looks on. */
struct step *table_step(struct table *table, struct arena *arena);
void table_show_step(struct table *table, struct step *step, struct arena *arena);
bool stream_hot(const struct stream *stream);
void stream_subscribe(struct stream *stream, struct peer *peer);
void peer_unsubscribe(struct peer *peer, const struct table *table); /* NULL: all */
void stream_send(const struct stream *stream, struct text frame);
/* Sets `cursor`, and `view` or `patches`. */
void stream_answer(struct stream *stream, struct text since, struct arena *arena,
                   struct tree *answer);

#endif
