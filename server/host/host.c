#include "looking.h"

#include "must.h"
#include "random.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int64_t host_now(struct host *host)
{
    int64_t now = host->closing ? 0 : host->ports.now_ms(host->ports.context);
    if (now > host->now)
        host->now = now;
    return host->now;
}

void host_log(struct host *host, const char *format, ...)
{
    if (!host->ports.log)
        return;
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof(line), format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    size_t shown = (size_t)length < sizeof(line) ? (size_t)length : sizeof(line) - 1;
    host->ports.log(host->ports.context, (struct text){line, shown});
}

struct text host_id(struct host *host, struct arena *arena)
{
    struct seed seed;
    host->ports.random(host->ports.context, &seed, sizeof(seed));
    return random_id(seed, TEXT("id"), arena);
}

struct host *host_open(const struct host_ports *ports, const struct host_settings *settings)
{
    struct host *host = calloc(1, sizeof(*host));
    must(host != NULL);
    host->ports = *ports;
    host->arena = arena_open();
    host->create_key = arena_copy(host->arena, settings->create_key);
    host->address = arena_copy(host->arena, settings->address);
    host->unlimited = settings->unlimited;
    host->keep_ms = settings->keep_days * INT64_C(86400000);
    shelf_fill(host, settings);
    if (settings->studio)
        studio_open(host, settings->studio);
    return host;
}

void host_set_bots(struct host *host, const struct host_bots *bots)
{
    host->bots = *bots;
    host->has_bots = true;
}

void host_set_debrief(struct host *host, const struct host_debrief *debrief)
{
    host->debrief = *debrief;
}

static void scenarios_close(struct host *host)
{
    for (size_t index = 0; index < host->shelf_count; index++)
        scenario_close(host->shelf[index]);
    for (size_t index = 0; index < host->pinned_count; index++)
        scenario_close(host->pinned[index]);
    free((void *)host->pinned);
}

static void addresses_close(struct host *host)
{
    while (host->address_list) {
        struct address *next = host->address_list->next;
        free(host->address_list);
        host->address_list = next;
    }
    index_close(&host->addresses);
}

void host_free(struct host *host)
{
    while (host->exercises) {
        struct exercise *next = host->exercises->next;
        exercise_close(host->exercises);
        host->exercises = next;
    }
    index_close(&host->exercise_ids);
    index_close(&host->codes);
    index_close(&host->tokens);
    index_close(&host->tables);
    index_close(&host->blobs);
    index_close(&host->gone);
    addresses_close(host);
    labours_close(host);
    studio_close(host);
    hellos_close(host);
    scenarios_close(host);
    arena_close(host->arena);
    free(host);
}

static void tables_log_hashes(const struct host *host)
{
    for (const struct exercise *exercise = host->exercises; exercise; exercise = exercise->next)
        for (size_t index = 0; index < exercise->table_count; index++)
            table_log_hash(exercise->tables[index]);
}

/* What the store has not answered yet may hold on to anything: the host goes when the last answer
 * has come, silently. */
void host_close(struct host *host)
{
    host->draining = true;
    host->closing = true;
    atomic_store(&host->hurried, true);
    if (!host->restoring)
        tables_log_hashes(host);
    host->ports.log = NULL;
    while (host->peers)
        host_peer_close(host, host->peers);
    if (!host->flights)
        host_free(host);
}

void host_drain(struct host *host)
{
    if (host->draining)
        return;
    host->draining = true;
    atomic_store(&host->hurried, true);
    struct arena *arena = arena_open();
    struct tree *parameters = tree_object(arena);
    tree_set_text(arena, parameters, TEXT("reason"), TEXT("shutdown"));
    tree_set_int(arena, parameters, TEXT("retry_after_ms"), 1000);
    struct text frame = frame_notify(arena, "bye", parameters);
    for (struct peer *peer = host->peers; peer; peer = peer->next)
        if (peer->token.length == 0)
            peer_send(peer, frame);
    arena_close(arena);
    mark_write(host);
}

bool host_idle(const struct host *host)
{
    return host->flights == NULL;
}

int64_t host_due(const struct host *host)
{
    if (host->draining || host->restoring)
        return INT64_MAX;
    int64_t keeping = keeping_due(host), earliest = mark_due(host);
    if (keeping < earliest)
        earliest = keeping;
    for (const struct exercise *exercise = host->exercises; exercise; exercise = exercise->next) {
        if (exercise->deleted)
            continue;
        int64_t begins = listing_due(exercise, host->now);
        earliest = begins < earliest ? begins : earliest;
        int64_t due_at = exercise_due(exercise);
        earliest = due_at < earliest ? due_at : earliest;
        for (size_t index = 0; index < exercise->table_count; index++) {
            due_at = table_due(exercise->tables[index]);
            earliest = due_at < earliest ? due_at : earliest;
        }
    }
    return earliest;
}

void host_tick(struct host *host)
{
    int64_t now = host_now(host);
    if (host->draining || host->restoring)
        return;
    for (struct exercise *exercise = host->exercises; exercise; exercise = exercise->next) {
        listing_tick(exercise);
        if (exercise->deleted)
            continue;
        for (size_t index = 0; index < exercise->table_count; index++)
            if (table_due(exercise->tables[index]) <= now)
                table_tick(exercise->tables[index]);
        if (exercise_due(exercise) <= now)
            exercise_show(exercise);
    }
    if (mark_due(host) <= now)
        mark_write(host);
    keeping_tick(host);
}

const struct game *host_game(const struct host *host, struct text table)
{
    const struct table *found = index_find(&host->tables, table);
    return found ? found->game : NULL;
}
