/* Journals: what was answered is never lost.
 *
 * A store holds many journals; a journal is a list of entries numbered from 1, each opaque bytes,
 * appended whole or not at all at the expected place. One append is in flight for a journal at a
 * time; appends of many journals share one commit. Everything is asked for on the loop's thread and
 * answered on it, by callback, never from inside the call itself.
 *
 * Two stores: memory (tests, simulation) and sqlite (embedded). A store also keeps *blobs*, bytes
 * by a name: scenarios by their hash, and small marks. Putting a name again replaces it.
 *
 * What is asked is done in the order of asking; a read sees what was appended before it.
 *
 * What is dropped is gone: SQLite overwrites it with zeros and empties its log. What remains is
 * what no program can reach through a file: blocks that the disk itself keeps, and copies of the
 * file. */
#ifndef JOURNAL_H
#define JOURNAL_H

#include "arena.h"
#include "text.h"

#include <stdint.h>

enum journal_outcome {
    JOURNAL_DONE,     /* durable */
    JOURNAL_CONFLICT, /* someone else wrote that place: read on and decide again */
    JOURNAL_FAILED,   /* not written, and it will not be: disk full, read-only */
    JOURNAL_UNKNOWN,  /* a time-out: it may or may not be there */
};

struct store;

/* `context` is the caller's. `words` says why, for the log, where the outcome is not JOURNAL_DONE
 * (borrowed for the call). */
typedef void (*journal_appended)(void *context, enum journal_outcome outcome, struct text words);
/* One entry of a read; `bytes` borrowed for the call. After the last, once with sequence 0: the
 * outcome says how it ended, and `bytes` are words for the log where that is not JOURNAL_DONE. A
 * blob is one entry, of sequence 1. */
typedef void (*journal_entry)(void *context, uint64_t sequence, struct text bytes,
                              enum journal_outcome outcome);
typedef void (*journal_listed)(void *context, struct text journal,
                               enum journal_outcome outcome); /* empty: the end */

/* The interface every store implements. */
struct store_methods {
    void (*append)(struct store *, struct text journal, uint64_t sequence, struct text bytes,
                   journal_appended, void *context);
    void (*read)(struct store *, struct text journal, uint64_t from, journal_entry, void *context);
    void (*list)(struct store *, struct text prefix, journal_listed,
                 void *context); /* journals by name, in order */
    void (*drop)(struct store *, struct text journal, journal_appended, void *context);
    void (*blob_put)(struct store *, struct text name, struct text bytes, journal_appended,
                     void *context);
    void (*blob_get)(struct store *, struct text name, journal_entry, void *context);
    void (*blob_drop)(struct store *, struct text name, journal_appended, void *context);
    /* Calls back what is done so far; call when the wake function asked for it. */
    void (*deliver)(struct store *);
    /* Finishes what is under way (delivering it), then gives everything back. */
    void (*close)(struct store *);
};

struct store {
    const struct store_methods *methods;
};

/* What is asked is done when `deliver` is called, which also does what its answers ask for. */
struct store *store_memory_open(void);

/* Opens or makes the file. `wake` is called from the writer's thread when there is something to
 * deliver (uv_async_send); it must not call the store. NULL, with words in `why`, where the file
 * can't be used. */
struct store *store_sqlite_open(const char *path, void (*wake)(void *context), void *context,
                                struct arena *arena, struct text *why);

/* A file that is there already, only to be read: nothing in it changes, and a server may go on
 * writing it. What is asked is done when the store is closed, and so is what its answers ask for.
 * NULL, with words in `why`, where it is no store. */
struct store *store_sqlite_look(const char *path, struct arena *arena, struct text *why);

#endif
