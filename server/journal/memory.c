#include "must.h"
#include "request.h"

#include <stdlib.h>
#include <string.h>

/* A journal, or a blob: then its one entry is the blob. */
struct memory_journal {
    struct text name;
    struct text *entries;
    size_t count, capacity;
};

/* Journals by name, in order. */
struct shelf {
    struct memory_journal **items;
    size_t count, capacity;
};

struct memory_store {
    struct request_store base;
    struct request_queue waiting;
    struct shelf journals, blobs;
};

static struct text text_keep(struct text text)
{
    char *bytes = malloc(text.length + 1);
    must(bytes != NULL);
    if (text.length > 0)
        memcpy(bytes, text.at, text.length);
    bytes[text.length] = '\0';
    return (struct text){bytes, text.length};
}

/* Where the name is, or would have to be put in. */
static size_t shelf_place(const struct shelf *shelf, struct text name)
{
    size_t low = 0, high = shelf->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(shelf->items[middle]->name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct memory_journal *shelf_find(const struct shelf *shelf, struct text name)
{
    size_t place = shelf_place(shelf, name);
    if (place < shelf->count && text_equal(shelf->items[place]->name, name))
        return shelf->items[place];
    return NULL;
}

static struct memory_journal *shelf_add(struct shelf *shelf, struct text name)
{
    struct memory_journal *journal = shelf_find(shelf, name);
    if (journal)
        return journal;
    if (shelf->count == shelf->capacity) {
        shelf->capacity = shelf->capacity ? shelf->capacity * 2 : 8;
        shelf->items =
            reallocarray((void *)shelf->items, shelf->capacity, sizeof(struct memory_journal *));
        must(shelf->items != NULL);
    }
    journal = calloc(1, sizeof(*journal));
    must(journal != NULL);
    journal->name = text_keep(name);
    size_t place = shelf_place(shelf, name);
    memmove((void *)(shelf->items + place + 1), (void *)(shelf->items + place),
            (shelf->count - place) * sizeof(struct memory_journal *));
    shelf->items[place] = journal;
    shelf->count++;
    return journal;
}

static void journal_free(struct memory_journal *journal)
{
    for (size_t index = 0; index < journal->count; index++)
        free((void *)journal->entries[index].at);
    free(journal->entries);
    free((void *)journal->name.at);
    free(journal);
}

static void shelf_remove(struct shelf *shelf, struct text name)
{
    size_t place = shelf_place(shelf, name);
    if (place >= shelf->count || !text_equal(shelf->items[place]->name, name))
        return;
    journal_free(shelf->items[place]);
    shelf->count--;
    memmove((void *)(shelf->items + place), (void *)(shelf->items + place + 1),
            (shelf->count - place) * sizeof(struct memory_journal *));
}

static void shelf_free(struct shelf *shelf)
{
    for (size_t index = 0; index < shelf->count; index++)
        journal_free(shelf->items[index]);
    free((void *)shelf->items);
}

static void journal_push(struct memory_journal *journal, struct text bytes)
{
    if (journal->count == journal->capacity) {
        journal->capacity = journal->capacity ? journal->capacity * 2 : 8;
        journal->entries =
            reallocarray(journal->entries, journal->capacity, sizeof(*journal->entries));
        must(journal->entries != NULL);
    }
    journal->entries[journal->count++] = text_keep(bytes);
}

static void run_append(struct memory_store *store, struct request *request)
{
    const struct memory_journal *there = shelf_find(&store->journals, request->name);
    if (request->sequence != (there ? there->count : 0) + 1) {
        request->outcome = JOURNAL_CONFLICT;
        request->words = TEXT("that place is taken, or not next");
        return;
    }
    journal_push(shelf_add(&store->journals, request->name), request->bytes);
}

static void run_read(const struct shelf *shelf, struct request *request)
{
    const struct memory_journal *journal = shelf_find(shelf, request->name);
    uint64_t from = request->sequence > 0 ? request->sequence : 1;
    for (uint64_t sequence = from; journal && sequence <= journal->count; sequence++)
        request_add_row(request, sequence, journal->entries[sequence - 1]);
}

static void run_list(const struct memory_store *store, struct request *request)
{
    const struct shelf *shelf = &store->journals;
    for (size_t place = shelf_place(shelf, request->name);
         place < shelf->count && text_starts_with(shelf->items[place]->name, request->name);
         place++)
        request_add_row(request, 0, shelf->items[place]->name);
}

static void run(struct memory_store *store, struct request *request)
{
    request->outcome = JOURNAL_DONE;
    switch (request->kind) {
    case REQUEST_APPEND:
        run_append(store, request);
        break;
    case REQUEST_READ:
        run_read(&store->journals, request);
        break;
    case REQUEST_LIST:
        run_list(store, request);
        break;
    case REQUEST_DROP:
        shelf_remove(&store->journals, request->name);
        break;
    case REQUEST_BLOB_PUT:
        shelf_remove(&store->blobs, request->name);
        journal_push(shelf_add(&store->blobs, request->name), request->bytes);
        break;
    case REQUEST_BLOB_GET:
        run_read(&store->blobs, request);
        break;
    case REQUEST_BLOB_DROP:
        shelf_remove(&store->blobs, request->name);
        break;
    }
}

static void memory_submit(struct request_store *base, struct request *request)
{
    request_push(&((struct memory_store *)base)->waiting, request);
}

static void memory_deliver(struct store *base)
{
    struct memory_store *store = (struct memory_store *)base;
    for (struct request *request; (request = request_pop(&store->waiting));) {
        run(store, request);
        request_deliver(request);
    }
}

static void memory_close(struct store *base)
{
    struct memory_store *store = (struct memory_store *)base;
    memory_deliver(base);
    shelf_free(&store->journals);
    shelf_free(&store->blobs);
    free(store);
}

struct store *store_memory_open(void)
{
    static const struct store_methods methods = {
        .append = request_append,
        .read = request_read,
        .list = request_list,
        .drop = request_drop,
        .blob_put = request_blob_put,
        .blob_get = request_blob_get,
        .blob_drop = request_blob_drop,
        .deliver = memory_deliver,
        .close = memory_close,
    };
    struct memory_store *store = calloc(1, sizeof(*store));
    must(store != NULL);
    store->base.store.methods = &methods;
    store->base.submit = memory_submit;
    return &store->base.store;
}
