#include "exchange.h"

#include <stdlib.h>

enum { STORE_ANSWERS_WITHIN_US = 2000000 };

/* Outlives its exchange where the store is slower than the one who asks. */
struct probe {
    struct exchange *exchange;
};

static void answer(struct exchange *exchange, unsigned int status, const char *word)
{
    struct arena *arena = arena_open();
    struct text body =
        arena_print(arena, "{\"status\":\"%s\",\"version\":\"" ENTENTE_VERSION "\"}\n", word);
    exchange_answer(exchange, status, "application/json", body);
    arena_close(arena);
}

static void probe_listed(void *context, struct text journal, enum journal_outcome outcome)
{
    struct probe *probe = context;
    if (journal.length)
        return;
    if (probe->exchange) {
        probe->exchange->probe = NULL;
        if (outcome == JOURNAL_DONE)
            answer(probe->exchange, HTTP_STATUS_OK, "ok");
        else
            answer(probe->exchange, HTTP_STATUS_SERVICE_UNAVAILABLE, "store failed");
    }
    free(probe);
}

void health_start(struct exchange *exchange)
{
    struct server *server = exchange->server;
    if (server->state != SERVER_SERVING) {
        answer(exchange, HTTP_STATUS_SERVICE_UNAVAILABLE,
               server->state == SERVER_RESTORING ? "restoring" : "draining");
        return;
    }
    struct probe *probe = malloc(sizeof *probe);
    if (!probe) {
        answer(exchange, HTTP_STATUS_SERVICE_UNAVAILABLE, "out of memory");
        return;
    }
    probe->exchange = exchange;
    exchange->probe = probe;
    lws_set_timer_usecs(exchange->wsi, STORE_ANSWERS_WITHIN_US);
    /* No journal has this name: the answer is short, but it comes from the file. */
    server->store->methods->list(server->store, TEXT("health/"), probe_listed, probe);
}

void health_late(struct exchange *exchange)
{
    if (!exchange->probe)
        return;
    health_forget(exchange);
    answer(exchange, HTTP_STATUS_SERVICE_UNAVAILABLE, "store does not answer");
}

void health_forget(struct exchange *exchange)
{
    if (exchange->probe)
        exchange->probe->exchange = NULL;
    exchange->probe = NULL;
}
