/* Questions to the store. */
#include "state.h"

#include "must.h"

#include <stdlib.h>

struct aside {
    void (*work)(void *subject);
    void (*done)(void *subject);
    void *subject;
};

static struct flight *flight_open(struct host *host, void *subject)
{
    struct flight *flight = calloc(1, sizeof(*flight));
    must(flight != NULL);
    flight->host = host;
    flight->subject = subject;
    flight->next = host->flights;
    if (host->flights)
        host->flights->previous = flight;
    host->flights = flight;
    return flight;
}

/* Ends the flight, and only then tells: host_idle must be true inside. */
static void flight_land(struct flight *flight, enum journal_outcome outcome, struct text words)
{
    struct flight landed = *flight;
    struct host *host = landed.host;
    if (landed.previous)
        landed.previous->next = landed.next;
    else
        host->flights = landed.next;
    if (landed.next)
        landed.next->previous = landed.previous;
    free(flight);
    if (outcome != JOURNAL_DONE)
        host_log(host, "store: %.*s", TEXT_ARGUMENTS(words));
    if (landed.done)
        landed.done(landed.subject, outcome, words);
    if (host->closing && !host->flights)
        host_free(host);
}

static void flight_appended(void *context, enum journal_outcome outcome, struct text words)
{
    flight_land(context, outcome, words);
}

static void flight_entry(void *context, uint64_t sequence, struct text bytes,
                         enum journal_outcome outcome)
{
    struct flight *flight = context;
    if (sequence == 0)
        flight_land(flight, outcome, bytes);
    else
        flight->entry(flight->subject, sequence, bytes);
}

static void flight_listed(void *context, struct text journal, enum journal_outcome outcome)
{
    struct flight *flight = context;
    if (journal.length == 0)
        flight_land(flight, outcome, TEXT("the journals cannot be listed"));
    else
        flight->listed(flight->subject, journal);
}

void host_append(struct host *host, struct text journal, uint64_t sequence, struct text bytes,
                 void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                 void *subject)
{
    struct flight *flight = flight_open(host, subject);
    flight->done = done;
    struct store *store = host->ports.store;
    store->methods->append(store, journal, sequence, bytes, flight_appended, flight);
}

void host_read(struct host *host, struct text journal, uint64_t from,
               void (*entry)(void *subject, uint64_t sequence, struct text bytes),
               void (*done)(void *subject, enum journal_outcome outcome, struct text words),
               void *subject)
{
    struct flight *flight = flight_open(host, subject);
    flight->entry = entry;
    flight->done = done;
    struct store *store = host->ports.store;
    store->methods->read(store, journal, from, flight_entry, flight);
}

void host_list(struct host *host, struct text prefix,
               void (*listed)(void *subject, struct text name),
               void (*done)(void *subject, enum journal_outcome outcome, struct text words),
               void *subject)
{
    struct flight *flight = flight_open(host, subject);
    flight->listed = listed;
    flight->done = done;
    struct store *store = host->ports.store;
    store->methods->list(store, prefix, flight_listed, flight);
}

void host_blob_put(struct host *host, struct text name, struct text bytes,
                   void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                   void *subject)
{
    struct flight *flight = flight_open(host, subject);
    flight->done = done;
    struct store *store = host->ports.store;
    store->methods->blob_put(store, name, bytes, flight_appended, flight);
}

void host_blob_get(struct host *host, struct text name,
                   void (*entry)(void *subject, uint64_t sequence, struct text bytes),
                   void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                   void *subject)
{
    struct flight *flight = flight_open(host, subject);
    flight->entry = entry;
    flight->done = done;
    struct store *store = host->ports.store;
    store->methods->blob_get(store, name, flight_entry, flight);
}

void host_drop(struct host *host, struct text journal,
               void (*done)(void *subject, enum journal_outcome outcome, struct text words),
               void *subject)
{
    struct flight *flight = flight_open(host, subject);
    flight->done = done;
    struct store *store = host->ports.store;
    store->methods->drop(store, journal, flight_appended, flight);
}

void host_blob_drop(struct host *host, struct text name,
                    void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                    void *subject)
{
    struct flight *flight = flight_open(host, subject);
    flight->done = done;
    struct store *store = host->ports.store;
    store->methods->blob_drop(store, name, flight_appended, flight);
}

/* --- work beside the host's thread --- */

static void aside_done(void *context)
{
    struct flight *flight = context;
    struct host *host = flight->host;
    bool closing = host->closing; /* Then the last one that lands takes the host with it. */
    flight_land(flight, JOURNAL_DONE, TEXT(""));
    /* Only now: who lands may have begun more work with the same scenario. */
    if (!closing && --host->asides == 0)
        scenarios_unpin(host);
}

static void aside_landed(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)outcome;
    (void)words;
    struct aside aside = *(struct aside *)subject;
    free(subject);
    aside.done(aside.subject);
}

static void aside_work(void *context)
{
    const struct flight *flight = context;
    const struct aside *aside = flight->subject;
    aside->work(aside->subject);
}

void host_aside(struct host *host, void (*work)(void *subject), void (*done)(void *subject),
                void *subject)
{
    struct aside *aside = malloc(sizeof(*aside));
    must(aside != NULL);
    *aside = (struct aside){work, done, subject};
    struct flight *flight = flight_open(host, aside);
    flight->done = aside_landed;
    host->asides++;
    if (host->ports.aside) {
        host->ports.aside(host->ports.context, aside_work, aside_done, flight);
        return;
    }
    aside_work(flight);
    aside_done(flight);
}
