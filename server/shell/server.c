#include "server.h"

#include "address.h"
#include "chance.h"
#include "listen.h"
#include "log.h"
#include "must.h"
#include "watch.h"
#include "wire.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { DRAIN_MS_MAX = 5000, TICK_MS_MAX = 60000 };

static int64_t port_now(void *context)
{
    (void)context;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void port_random(void *context, void *bytes, size_t length)
{
    (void)context;
    chance_fill(bytes, length);
}

static void port_send(void *context, void *connection, struct text frame)
{
    (void)context;
    struct link *link = connection;
    link->send(link, frame);
}

static void port_disconnect(void *context, void *connection, int code, struct text why)
{
    (void)context;
    struct link *link = connection;
    link->disconnect(link, code, why);
}

static void port_log(void *context, struct text line)
{
    (void)context;
    log_line("%.*s", TEXT_ARGUMENTS(line));
}

static void on_tick(uv_timer_t *timer)
{
    struct server *server = timer->data;
    host_tick(server->host);
}

/* From the store's own thread. */
static void store_wake(void *context)
{
    struct server *server = context;
    uv_async_send(&server->wake);
}

static void on_wake(uv_async_t *wake)
{
    struct server *server = wake->data;
    if (server->store)
        server->store->methods->deliver(server->store);
}

/* Everything of ours but the wake handle goes; libwebsockets closes what is left of its own. */
static void server_finish(struct server *server)
{
    if (server->state == SERVER_CLOSING)
        return;
    server->state = SERVER_CLOSING;
    uv_close((uv_handle_t *)&server->tick, NULL);
    uv_close((uv_handle_t *)&server->deadline, NULL);
    uv_close((uv_handle_t *)&server->turn, NULL);
    watch_close(server->watch);
    for (size_t i = 0; i < 2; i++)
        uv_close((uv_handle_t *)&server->signals[i], NULL);
    if (server->context)
        lws_context_destroy(server->context);
}

static void on_deadline(uv_timer_t *timer)
{
    struct server *server = timer->data;
    log_line("some connections did not end in time");
    server_finish(server);
}

static void on_signal(uv_signal_t *handle, int number)
{
    struct server *server = handle->data;
    if (server->state == SERVER_DRAINING) { /* Asked twice: at once, then. */
        server_finish(server);
        return;
    }
    log_line("%s: saying goodbye", number == SIGINT ? "interrupted" : "asked to stop");
    server->state = SERVER_DRAINING;
    host_drain(server->host);
    uv_timer_start(&server->deadline, on_deadline, DRAIN_MS_MAX, 0);
}

static void tick_arm(struct server *server)
{
    int64_t due = host_due(server->host);
    if (due == INT64_MAX) {
        uv_timer_stop(&server->tick);
        return;
    }
    /* The clock may jump, so no wait is long. */
    int64_t wait = due - port_now(server);
    wait = wait < 0 ? 0 : wait > TICK_MS_MAX ? TICK_MS_MAX : wait;
    uv_update_time(&server->loop);
    uv_timer_start(&server->tick, on_tick, (uint64_t)wait, 0);
}

static void on_turn(uv_prepare_t *prepare)
{
    struct server *server = prepare->data;
    if (server->state == SERVER_DRAINING && host_idle(server->host))
        wires_end(server, 1001, TEXT("the server is stopping"));
    wires_flush(server);
    tick_arm(server);
    if (server->state == SERVER_DRAINING && host_idle(server->host) && !server->wires)
        server_finish(server);
}

static void handles_open(struct server *server)
{
    static const int numbers[] = {SIGTERM, SIGINT};
    signal(SIGPIPE, SIG_IGN);
    must(!uv_loop_init(&server->loop));
    must(!uv_async_init(&server->loop, &server->wake, on_wake));
    uv_unref((uv_handle_t *)&server->wake); /* It closes last, after the store. */
    uv_timer_init(&server->loop, &server->tick);
    uv_timer_init(&server->loop, &server->deadline);
    uv_prepare_init(&server->loop, &server->turn);
    uv_prepare_start(&server->turn, on_turn);
    for (size_t i = 0; i < 2; i++) {
        uv_signal_init(&server->loop, &server->signals[i]);
        server->signals[i].data = server;
        uv_signal_start(&server->signals[i], on_signal, numbers[i]);
    }
    server->wake.data = server->tick.data = server->deadline.data = server->turn.data = server;
}

/* The folders above a file, as mkdir -p makes them. */
static void folders_make(const char *path, struct arena *arena)
{
    char *whole = (char *)arena_copy(arena, text_of(path)).at;
    for (char *slash = strchr(whole + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(whole, 0700); /* Where it fails, opening the file says why. */
        *slash = '/';
    }
}

static void banner_print(const struct server *server)
{
    struct text here = address_here(server->settings, server->port, server->arena);
    struct text there = address_there(server->settings, server->port, server->arena);
    printf("\nEntente is open at %.*s/\n", TEXT_ARGUMENTS(here));
    if (there.length) {
        printf("In this network:   %.*s/\n", TEXT_ARGUMENTS(there));
        if (server->key.length)
            printf("To run an exercise from another machine, open this link, and keep it to "
                   "yourself:\n                   %.*s/?key=%.*s\n",
                   TEXT_ARGUMENTS(there), TEXT_ARGUMENTS(server->key));
        putchar('\n');
        address_draw(arena_print(server->arena, "%.*s/", TEXT_ARGUMENTS(there)), stdout);
    }
    if (server->settings->studio)
        printf("The studio shows %s at %.*s/studio\n", server->settings->studio,
               TEXT_ARGUMENTS(here));
    putchar('\n');
    fflush(stdout);
}

static void on_ready(void *context)
{
    struct server *server = context;
    if (server->state != SERVER_RESTORING)
        return;
    server->state = SERVER_SERVING;
    banner_print(server);
    host_studio_look(server->host); /* It may have changed while games were read back. */
}

static void studio_changed(void *context)
{
    struct server *server = context;
    host_studio_look(server->host);
}

/* --- work in other threads --- */

struct aside {
    uv_work_t request;
    void (*work)(void *subject);
    void (*done)(void *subject);
    void *subject;
};

static void aside_work(uv_work_t *request)
{
    const struct aside *aside = request->data;
    aside->work(aside->subject);
}

/* None is ever cancelled: the host waits for each. */
static void aside_done(uv_work_t *request, int status)
{
    (void)status;
    struct aside *aside = request->data;
    aside->done(aside->subject);
    free(aside);
}

static void port_aside(void *context, void (*work)(void *subject), void (*done)(void *subject),
                       void *subject)
{
    struct server *server = context;
    struct aside *aside = malloc(sizeof(*aside));
    must(aside != NULL);
    *aside = (struct aside){.work = work, .done = done, .subject = subject};
    aside->request.data = aside;
    must(!uv_queue_work(&server->loop, &aside->request, aside_work, aside_done));
}

static void host_start(struct server *server, const struct playing *playing)
{
    const struct settings *settings = server->settings;
    if (settings->create_key)
        server->key = text_of(settings->create_key);
    else if (!address_is_private(settings))
        server->key = chance_key(server->arena);
    struct host_ports ports = {
        .context = server,
        .store = server->store,
        .now_ms = port_now,
        .random = port_random,
        .send = port_send,
        .disconnect = port_disconnect,
        .log = port_log,
        .aside = port_aside,
    };
    struct host_settings host = {
        .scenarios = settings->scenarios,
        .studio = settings->studio,
        .create_key = server->key,
        .keep_days = settings->keep_days,
        .address = address_there(settings, server->port, server->arena),
    };
    server->host = host_open(&ports, &host);
    host_set_bots(server->host, &playing->bots);
    host_set_debrief(server->host, &playing->debrief);
    if (settings->studio)
        server->watch =
            watch_open(settings->studio, &server->loop, studio_changed, server, server->arena);
    host_restore(server->host, on_ready, server);
}

static bool server_open(struct server *server, struct text *why)
{
    const struct settings *settings = server->settings;
    if (settings->web && !(server->site = site_open(settings->web, server->arena, why)))
        return false;
    if (!listen_open(server, why))
        return false;
    folders_make(settings->store, server->arena);
    struct text words = TEXT("");
    server->store = store_sqlite_open(settings->store, store_wake, server, server->arena, &words);
    if (!server->store)
        *why = arena_print(server->arena, "The store %s can't be opened: %.*s", settings->store,
                           TEXT_ARGUMENTS(words));
    return server->store;
}

/* In this order: sockets, host, store, the handle by which the store calls, the loop. */
static void server_close(struct server *server)
{
    server_finish(server);
    uv_run(&server->loop, UV_RUN_DEFAULT);
    if (server->context)
        lws_context_destroy(server->context);
    if (server->host)
        host_close(server->host);
    if (server->store)
        server->store->methods->close(server->store);
    server->store = NULL;
    uv_close((uv_handle_t *)&server->wake, NULL);
    uv_run(&server->loop, UV_RUN_DEFAULT);
    must(!uv_loop_close(&server->loop));
}

int server_run(const struct settings *settings, const struct playing *playing, struct arena *arena)
{
    struct server server = {.settings = settings, .arena = arena};
    struct text why = TEXT("");
    handles_open(&server);
    bool good = server_open(&server, &why);
    if (good) {
        if (!settings->web)
            log_line("the browser client was not found; only the protocol is served");
        host_start(&server, playing);
        uv_run(&server.loop, UV_RUN_DEFAULT);
    } else {
        fprintf(stderr, "entente: %.*s\n", TEXT_ARGUMENTS(why));
    }
    server_close(&server);
    if (good)
        log_line("stopped");
    return good ? 0 : 1;
}
