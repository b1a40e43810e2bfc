/* Looking back at a table: its journal, read once for all who do, and what is made of it. In the
 * host's thread, but for what says otherwise. */
#ifndef LOOKING_H
#define LOOKING_H

#include "state.h"

/* A table's journal as it stood at one entry, read once for all who look back. The host's thread
 * holds and drops it; once it is ready every thread may read its record. */
struct archive {
    struct archive *next; /* looked at before this one; while its table has it */
    struct table *table;
    unsigned holders;
    uint64_t sequence;
    struct arena *arena;
    struct text *entries;
    size_t count, capacity;
    struct record record;
    bool ready;
    bool failed;
    struct looking *waiting; /* until it is ready */
    struct tree *story;      /* NULL: not told yet; in `arena` */
};

/* Somebody who looks back. */
struct looking {
    struct looking *next;
    struct asked *asked;
    void *context; /* of who needs more than is here */
    struct archive *archive;
    struct text exercise, table;    /* ids: they may be gone when the work is done */
    struct text seat;               /* whose, where a person asks */
    struct audience audience;       /* as whom */
    int64_t at;                     /* until which entry */
    uint32_t party;                 /* whom they will play; forks alone */
    struct text hash;               /* of the game at `at`; forks alone */
    bool own;                       /* with their own eyes, or control */
    struct tree *answer;            /* what came of the work, in `asked`'s arena, */
    struct text json;               /* or as text already */
    void (*work)(struct looking *); /* in any thread */
    void (*done)(struct looking *); /* answers, and ends it */
};

struct looking *looking_open(struct asked *asked);
/* Refuses what was asked wrongly; else does the work as soon as the table's archive is ready. */
void looking_begin(struct table *table, struct looking *looking);
/* Both, for the table that is meant. */
void looking_ask(struct asked *asked, bool early, void (*work)(struct looking *looking));
void archive_drop(struct archive *archive); /* NULL is allowed */
void archive_forget(struct table *table);   /* it is read again when somebody looks back */
/* Begin to find it out, unless that was begun. */
void left_begin(struct table *table, struct archive *archive);
void space_begin(struct exercise *exercise);
/* What was found, or {pending: true}. */
struct tree *finding_tell(const struct finding *finding, struct arena *arena);
void finding_close(struct finding *finding);
void labours_close(struct host *host);
/* The table that is meant, where the asker may look back at it; NULL, and refused, where not.
 * Control may at any time (`early`), or once the game is over. */
struct table *looked_back(struct asked *asked, bool early);

#endif
