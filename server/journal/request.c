#include "request.h"

void request_push(struct request_queue *queue, struct request *request)
{
    request->next = NULL;
    if (queue->last)
        queue->last->next = request;
    else
        queue->first = request;
    queue->last = request;
}

struct request *request_pop(struct request_queue *queue)
{
    struct request *request = queue->first;
    if (!request)
        return NULL;
    queue->first = request->next;
    if (!queue->first)
        queue->last = NULL;
    request->next = NULL;
    return request;
}

void request_add_row(struct request *request, uint64_t sequence, struct text bytes)
{
    struct request_row *row = ARENA_NEW(request->arena, struct request_row);
    row->sequence = sequence;
    row->bytes = arena_copy(request->arena, bytes);
    if (request->last_row)
        request->last_row->next = row;
    else
        request->rows = row;
    request->last_row = row;
}

static void deliver_entries(const struct request *request)
{
    for (const struct request_row *row = request->rows; row; row = row->next)
        request->entry(request->context, row->sequence, row->bytes, JOURNAL_DONE);
    request->entry(request->context, 0, request->words, request->outcome);
}

static void deliver_names(const struct request *request)
{
    for (const struct request_row *row = request->rows; row; row = row->next)
        request->listed(request->context, row->bytes, JOURNAL_DONE);
    request->listed(request->context, TEXT(""), request->outcome);
}

void request_deliver(struct request *request)
{
    switch (request->kind) {
    case REQUEST_READ:
    case REQUEST_BLOB_GET:
        deliver_entries(request);
        break;
    case REQUEST_LIST:
        deliver_names(request);
        break;
    case REQUEST_APPEND:
    case REQUEST_DROP:
    case REQUEST_BLOB_PUT:
    case REQUEST_BLOB_DROP:
        request->appended(request->context, request->outcome, request->words);
        break;
    }
    arena_close(request->arena);
}

static struct request *request_open(enum request_kind kind, struct text name, void *context)
{
    struct arena *arena = arena_open();
    struct request *request = ARENA_NEW(arena, struct request);
    request->arena = arena;
    request->kind = kind;
    request->name = arena_copy(arena, name);
    request->context = context;
    request->words = TEXT("");
    request->bytes = TEXT("");
    return request;
}

static void request_submit(struct store *store, struct request *request)
{
    struct request_store *own = (struct request_store *)store;
    own->submit(own, request);
}

void request_append(struct store *store, struct text journal, uint64_t sequence, struct text bytes,
                    journal_appended appended, void *context)
{
    struct request *request = request_open(REQUEST_APPEND, journal, context);
    request->sequence = sequence;
    request->bytes = arena_copy(request->arena, bytes);
    request->appended = appended;
    request_submit(store, request);
}

void request_read(struct store *store, struct text journal, uint64_t from, journal_entry entry,
                  void *context)
{
    struct request *request = request_open(REQUEST_READ, journal, context);
    request->sequence = from;
    request->entry = entry;
    request_submit(store, request);
}

void request_list(struct store *store, struct text prefix, journal_listed listed, void *context)
{
    struct request *request = request_open(REQUEST_LIST, prefix, context);
    request->listed = listed;
    request_submit(store, request);
}

static void drop_submit(struct store *store, enum request_kind kind, struct text name,
                        journal_appended appended, void *context)
{
    struct request *request = request_open(kind, name, context);
    request->appended = appended;
    request_submit(store, request);
}

void request_drop(struct store *store, struct text journal, journal_appended appended,
                  void *context)
{
    drop_submit(store, REQUEST_DROP, journal, appended, context);
}

void request_blob_put(struct store *store, struct text name, struct text bytes,
                      journal_appended appended, void *context)
{
    struct request *request = request_open(REQUEST_BLOB_PUT, name, context);
    request->bytes = arena_copy(request->arena, bytes);
    request->appended = appended;
    request_submit(store, request);
}

void request_blob_get(struct store *store, struct text name, journal_entry entry, void *context)
{
    struct request *request = request_open(REQUEST_BLOB_GET, name, context);
    request->entry = entry;
    request_submit(store, request);
}

void request_blob_drop(struct store *store, struct text name, journal_appended appended,
                       void *context)
{
    drop_submit(store, REQUEST_BLOB_DROP, name, appended, context);
}
