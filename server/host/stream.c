/* What an audience is sent: a view, then patches of it, the same bytes to all. */
#include "stream.h"

#include "must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stream *stream_open(struct host *host, struct text of, struct exercise *exercise,
                           struct table *table, struct audience audience)
{
    struct stream *stream = calloc(1, sizeof(*stream));
    must(stream != NULL);
    stream->host = host;
    stream->of = of;
    stream->exercise = exercise;
    stream->table = table;
    stream->audience = audience;
    return stream;
}

/* Bytes that all streams keep together that were sent them. */
struct patch {
    unsigned holders;
    size_t length;
    char json[];
};

static struct patch *patch_open(struct text json)
{
    struct patch *patch = malloc(sizeof(*patch) + json.length + 1);
    must(patch != NULL);
    patch->holders = 1;
    patch->length = json.length;
    memcpy(patch->json, json.at, json.length);
    patch->json[json.length] = '\0';
    return patch;
}

/* NULL is allowed. */
static void patch_release(struct patch *patch)
{
    if (patch && --patch->holders == 0)
        free(patch);
}

static struct text patch_json(const struct patch *patch)
{
    return (struct text){patch->json, patch->length};
}

static void patches_forget(struct stream *stream)
{
    for (size_t index = 0; index < PATCHES_KEPT; index++) {
        patch_release(stream->patches[index]);
        stream->patches[index] = NULL;
    }
    stream->kept = 0;
}

static void stream_cool(struct stream *stream)
{
    patches_forget(stream);
    arena_close(stream->arena);
    stream->arena = NULL;
    stream->last = NULL;
    stream->epoch[0] = '\0';
}

static void subscription_end(struct subscription *subscription)
{
    struct stream *stream = subscription->stream;
    if (subscription->previous)
        subscription->previous->next = subscription->next;
    else
        stream->subscriptions = subscription->next;
    if (subscription->next)
        subscription->next->previous = subscription->previous;
    struct subscription **place = &subscription->peer->subscriptions;
    while (*place != subscription)
        place = &(*place)->next_of_peer;
    *place = subscription->next_of_peer;
    free(subscription);
    stream->left_at = host_now(stream->host);
}

void stream_close(struct stream *stream)
{
    if (!stream)
        return;
    while (stream->subscriptions)
        subscription_end(stream->subscriptions);
    stream_cool(stream);
    free(stream);
}

/* What there is to see now. Of a table nothing is kept: its steps say what they change. */
static struct tree *stream_build(const struct stream *stream, struct arena *arena)
{
    if (stream->table)
        return view(stream->table->game, stream->audience, arena);
    if (stream->audience.kind == AUDIENCE_CONTROL)
        return exercise_view(stream->exercise, arena);
    return exercise_hall(stream->exercise, arena);
}

/* Nobody came back for it. That goes by the clock alone: a count of what went on meanwhile at the
 * table would tell whoever comes back how much of it they were not shown. */
static bool stream_cools(struct stream *stream)
{
    if (stream->subscriptions || host_now(stream->host) - stream->left_at < STREAM_KEPT_MS)
        return false;
    stream_cool(stream);
    return true;
}

bool stream_hot(const struct stream *stream)
{
    return stream && stream->epoch[0];
}

static void stream_warm(struct stream *stream)
{
    if (stream_hot(stream) && !stream_cools(stream))
        return;
    struct arena *arena = arena_open();
    /* Another epoch each time: an old cursor must not be taken for one of these. */
    struct text id = host_id(stream->host, arena);
    snprintf(stream->epoch, sizeof(stream->epoch), "e%.5s", id.at);
    stream->number = 0;
    stream->left_at = host_now(stream->host);
    if (stream->table) {
        arena_close(arena);
        return;
    }
    stream->arena = arena;
    stream->last = stream_build(stream, arena);
}

void stream_send(const struct stream *stream, struct text frame)
{
    for (struct subscription *item = stream->subscriptions; item; item = item->next)
        peer_send(item->peer, frame);
}

static struct text stream_cursor(const struct stream *stream, struct arena *arena)
{
    return arena_print(arena, "%s.%llu", stream->epoch, (unsigned long long)stream->number);
}

static void patch_keep(struct stream *stream, struct patch *patch)
{
    struct patch **place = &stream->patches[stream->number % PATCHES_KEPT];
    patch_release(*place);
    *place = patch;
    patch->holders++;
    if (stream->kept < PATCHES_KEPT)
        stream->kept++;
}

static void patch_send(struct stream *stream, struct arena *arena, struct text json)
{
    struct text of = json_write(arena, tree_text(arena, stream->of));
    stream_send(stream,
                ARENA_JOIN(arena,
                           TEXT("{\"jsonrpc\":\"2.0\",\"method\":\"patch\",\"params\":{\"of\":"),
                           of, TEXT(",\"cursor\":\""), stream_cursor(stream, arena),
                           TEXT("\",\"patch\":"), json, TEXT("}}")));
}

static void stream_tell(struct stream *stream, struct patch *patch, struct arena *scratch)
{
    stream->number++;
    patch_keep(stream, patch);
    if (stream->subscriptions)
        patch_send(stream, scratch, patch_json(patch));
}

void stream_update(struct stream *stream)
{
    must(!stream || !stream->table);
    if (!stream_hot(stream) || stream_cools(stream))
        return;
    struct arena *arena = arena_open();
    struct tree *now = stream_build(stream, arena);
    struct arena *scratch = arena_open();
    struct tree *difference = tree_diff(scratch, stream->last, now);
    if (difference) {
        struct patch *patch = patch_open(json_write(scratch, difference));
        stream_tell(stream, patch, scratch);
        patch_release(patch);
    }
    arena_close(scratch);
    arena_close(stream->arena);
    stream->arena = arena;
    stream->last = now;
}

void stream_subscribe(struct stream *stream, struct peer *peer)
{
    stream_warm(stream);
    struct subscription *subscription = calloc(1, sizeof(*subscription));
    must(subscription != NULL);
    subscription->peer = peer;
    subscription->stream = stream;
    subscription->next_of_peer = peer->subscriptions;
    peer->subscriptions = subscription;
    subscription->next = stream->subscriptions;
    if (stream->subscriptions)
        stream->subscriptions->previous = subscription;
    stream->subscriptions = subscription;
}

void peer_unsubscribe(struct peer *peer, const struct table *table)
{
    for (struct subscription *item = peer->subscriptions; item;) {
        struct subscription *next = item->next_of_peer;
        if (!table || item->stream->table == table)
            subscription_end(item);
        item = next;
    }
}

/* Where `since` is a cursor of this epoch whose successors are all kept. */
static bool cursor_known(const struct stream *stream, struct text since, uint64_t *number)
{
    struct text epoch = text_of(stream->epoch);
    int64_t value;
    if (since.length <= epoch.length + 1 || !text_starts_with(since, epoch) ||
        since.at[epoch.length] != '.')
        return false;
    struct text digits = {since.at + epoch.length + 1, since.length - epoch.length - 1};
    if (!text_to_int(digits, &value) || value < 0 || (uint64_t)value > stream->number ||
        stream->number - (uint64_t)value > stream->kept)
        return false;
    *number = (uint64_t)value;
    return true;
}

void stream_answer(struct stream *stream, struct text since, struct arena *arena,
                   struct tree *answer)
{
    stream_warm(stream);
    tree_set_text(arena, answer, TEXT("cursor"), stream_cursor(stream, arena));
    uint64_t number;
    if (!cursor_known(stream, since, &number)) {
        tree_set(arena, answer, TEXT("view"),
                 stream->last ? stream->last : stream_build(stream, arena));
        return;
    }
    struct tree *patches = tree_list(arena);
    while (number < stream->number) {
        struct text why;
        uint32_t line, column;
        struct text json = patch_json(stream->patches[++number % PATCHES_KEPT]);
        struct tree *patch = json_read(arena, json, &why, &line, &column);
        must(patch != NULL);
        tree_append(arena, patches, patch);
    }
    tree_set(arena, answer, TEXT("patches"), patches);
}

struct stream *table_stream(struct table *table, struct audience audience)
{
    struct exercise *exercise = table->exercise;
    if (!table->streams)
        table->streams =
            ARENA_ARRAY(table->arena, struct stream *, exercise->scenario->party_count + 2);
    size_t place = audience_place(audience);
    if (!table->streams[place])
        table->streams[place] = stream_open(exercise->host, table->id, exercise, table, audience);
    return table->streams[place];
}

/* --- a table's steps --- */

struct step *table_step(struct table *table, struct arena *arena)
{
    bool hot = false;
    for (size_t place = 0; table->streams && place < table->exercise->scenario->party_count + 2;
         place++)
        hot |= stream_hot(table->streams[place]) && !stream_cools(table->streams[place]);
    return hot ? step_open(table->game, arena) : NULL;
}

void table_show_step(struct table *table, struct step *step, struct arena *arena)
{
    const struct tree *told = NULL;
    struct patch *patch = NULL;
    for (size_t place = 0; step && place < table->exercise->scenario->party_count + 2; place++) {
        struct stream *stream = table->streams[place];
        struct tree *changes = stream_hot(stream) ? step_patch(step, stream->audience) : NULL;
        if (!changes)
            continue;
        /* Most audiences are told the same. */
        if (!told || !tree_equal(told, changes)) {
            patch_release(patch);
            patch = patch_open(json_write(arena, changes));
        }
        told = changes;
        stream_tell(stream, patch, arena);
    }
    patch_release(patch);
}
