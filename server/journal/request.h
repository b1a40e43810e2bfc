/* What was asked of a store, on its way there and back. Private to this room.
 *
 * Every method of a store makes a request and gives it to `submit`; the store fills in the outcome
 * and the rows; request_deliver calls back. A request owns an arena with copies of all it was given
 * and found, so it may cross from one thread to another as a whole. */
#ifndef REQUEST_H
#define REQUEST_H

#include "journal.h"

enum request_kind {
    REQUEST_APPEND,
    REQUEST_READ,
    REQUEST_LIST,
    REQUEST_DROP,
    REQUEST_BLOB_PUT,
    REQUEST_BLOB_GET,
    REQUEST_BLOB_DROP
};

struct request_row {
    struct request_row *next;
    uint64_t sequence;
    struct text bytes; /* an entry, a blob, or a journal's name */
};

struct request {
    struct request *next;
    struct arena *arena;
    enum request_kind kind;
    struct text name;  /* a journal, a prefix of journals, or a blob */
    uint64_t sequence; /* APPEND: where; READ: from where */
    struct text bytes;
    journal_appended appended;
    journal_entry entry;
    journal_listed listed;
    void *context;
    enum journal_outcome outcome;
    struct text words;
    struct request_row *rows, *last_row;
};

/* First in, first out. */
struct request_queue {
    struct request *first, *last;
};

void request_push(struct request_queue *queue, struct request *request);
struct request *request_pop(struct request_queue *queue); /* NULL where it is empty */

/* Adds what a read or a list found; the bytes are copied. */
void request_add_row(struct request *request, uint64_t sequence, struct text bytes);

/* Calls back, and gives the request back. */
void request_deliver(struct request *request);

/* A store whose methods all end in `submit`; the first member of each store's own struct. */
struct request_store {
    struct store store;
    void (*submit)(struct request_store *store, struct request *request);
};

void request_append(struct store *store, struct text journal, uint64_t sequence, struct text bytes,
                    journal_appended appended, void *context);
void request_read(struct store *store, struct text journal, uint64_t from, journal_entry entry,
                  void *context);
void request_list(struct store *store, struct text prefix, journal_listed listed, void *context);
void request_drop(struct store *store, struct text journal, journal_appended appended,
                  void *context);
void request_blob_put(struct store *store, struct text name, struct text bytes,
                      journal_appended appended, void *context);
void request_blob_get(struct store *store, struct text name, journal_entry entry, void *context);
void request_blob_drop(struct store *store, struct text name, journal_appended appended,
                       void *context);

#endif
