/* A host on a stage: a memory store that can be made to fail, a clock moved by hand, chance that is
 * always the same, and people at connections. */
#ifndef STAGE_H
#define STAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "codec.h"
#include "host.h"
#include "view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CLIENTS_MAX = 64, FOLLOWED_MAX = 8 };

/* --- a store that fails when it is told to --- */

struct faulty_store {
    struct store base;
    struct store *inner;
    struct arena *arena;
    enum journal_outcome next; /* of the next append; JOURNAL_DONE: as it comes */
    bool hold;                 /* nothing is delivered */
    int fail_table;            /* the so many-th append to a table from now fails; 0: none */
    bool dead;                 /* every append fails */
    bool lose_tables;          /* appends to tables are never answered: the power goes */
    bool fail_drop;            /* the next drop fails */
    bool fail_blob;            /* the next blob is not kept */
    bool fail_read;            /* the next read finds nothing */
    int reads;                 /* of journals */
    int drops_left;            /* after so many the power goes; 0: never */
    bool drops_lost;           /* it has gone */
    struct lost {
        journal_appended appended;
        void *context;
    } lost[16];
    int lost_count;
    struct held_answer {
        journal_appended appended;
        void *context;
        enum journal_outcome outcome;
    } held_answers[8];
    int held_count;
};

static inline void faulty_append(struct store *base, struct text journal, uint64_t sequence,
                                 struct text bytes, journal_appended appended, void *context)
{
    struct faulty_store *store = (struct faulty_store *)base;
    if (store->lose_tables && text_starts_with(journal, TEXT("table/"))) {
        assert_true(store->lost_count < 16);
        store->lost[store->lost_count++] = (struct lost){appended, context};
        return;
    }
    if (store->fail_table > 0 && text_starts_with(journal, TEXT("table/")) &&
        --store->fail_table == 0)
        store->next = JOURNAL_FAILED;
    if (store->dead)
        store->next = JOURNAL_FAILED;
    if (store->next == JOURNAL_DONE) {
        store->inner->methods->append(store->inner, journal, sequence, bytes, appended, context);
        return;
    }
    assert_true(store->held_count < 8);
    store->held_answers[store->held_count++] = (struct held_answer){appended, context, store->next};
    store->next = JOURNAL_DONE;
}

static inline void faulty_read(struct store *base, struct text journal, uint64_t from,
                               journal_entry entry, void *context)
{
    struct faulty_store *store = (struct faulty_store *)base;
    store->reads++;
    store->inner->methods->read(store->inner, store->fail_read ? TEXT("nothing") : journal, from,
                                entry, context);
    store->fail_read = false;
}

static inline void faulty_list(struct store *base, struct text prefix, journal_listed listed,
                               void *context)
{
    struct faulty_store *store = (struct faulty_store *)base;
    store->inner->methods->list(store->inner, prefix, listed, context);
}

static inline void faulty_drop(struct store *base, struct text journal, journal_appended appended,
                               void *context)
{
    struct faulty_store *store = (struct faulty_store *)base;
    if (store->fail_drop) {
        store->fail_drop = false;
        assert_true(store->held_count < 8);
        store->held_answers[store->held_count++] =
            (struct held_answer){appended, context, JOURNAL_FAILED};
        return;
    }
    if (store->drops_lost) {
        assert_true(store->lost_count < 16);
        store->lost[store->lost_count++] = (struct lost){appended, context};
        return;
    }
    store->drops_lost = store->drops_left > 0 && --store->drops_left == 0;
    store->inner->methods->drop(store->inner, journal, appended, context);
}

static inline void faulty_blob_put(struct store *base, struct text name, struct text bytes,
                                   journal_appended appended, void *context)
{
    struct faulty_store *store = (struct faulty_store *)base;
    if (store->fail_blob) {
        store->fail_blob = false;
        assert_true(store->held_count < 8);
        store->held_answers[store->held_count++] =
            (struct held_answer){appended, context, JOURNAL_FAILED};
        return;
    }
    store->inner->methods->blob_put(store->inner, name, bytes, appended, context);
}

static inline void faulty_blob_get(struct store *base, struct text name, journal_entry entry,
                                   void *context)
{
    struct faulty_store *store = (struct faulty_store *)base;
    store->inner->methods->blob_get(store->inner, name, entry, context);
}

static inline void faulty_blob_drop(struct store *base, struct text name, journal_appended appended,
                                    void *context)
{
    struct faulty_store *store = (struct faulty_store *)base;
    store->inner->methods->blob_drop(store->inner, name, appended, context);
}

static inline void faulty_deliver(struct store *base)
{
    struct faulty_store *store = (struct faulty_store *)base;
    if (store->hold)
        return;
    do {
        int count = store->held_count;
        struct held_answer answers[8];
        memcpy(answers, store->held_answers, sizeof(answers));
        store->held_count = 0;
        for (int index = 0; index < count; index++)
            answers[index].appended(answers[index].context, answers[index].outcome,
                                    TEXT("made to fail"));
        store->inner->methods->deliver(store->inner);
    } while (store->held_count > 0);
}

/* What never came to the disk fails at last, in a host that is closed; nothing more is stored. */
static inline void faulty_forget(struct faulty_store *store)
{
    int count = store->lost_count;
    store->lost_count = 0;
    store->drops_lost = false;
    store->dead = count > 0;
    for (int index = 0; index < count; index++)
        store->lost[index].appended(store->lost[index].context, JOURNAL_FAILED, TEXT("lost"));
    while (store->held_count > 0)
        faulty_deliver(&store->base);
    store->dead = false;
}

static inline void faulty_close(struct store *base)
{
    struct faulty_store *store = (struct faulty_store *)base;
    store->hold = false;
    while (store->held_count > 0)
        faulty_deliver(base);
    store->inner->methods->close(store->inner);
    free(store);
}

static inline struct faulty_store *faulty_store_open(void)
{
    static const struct store_methods methods = {
        .append = faulty_append,
        .read = faulty_read,
        .list = faulty_list,
        .drop = faulty_drop,
        .blob_put = faulty_blob_put,
        .blob_get = faulty_blob_get,
        .blob_drop = faulty_blob_drop,
        .deliver = faulty_deliver,
        .close = faulty_close,
    };
    struct faulty_store *store = calloc(1, sizeof(*store));
    store->base.methods = &methods;
    store->inner = store_memory_open();
    return store;
}

/* --- the stage --- */

struct followed {
    struct text of;
    struct tree *view;
    struct text cursor;
};

struct client {
    struct stage *stage;
    struct peer *peer;
    struct text token;
    int64_t calls;
    struct tree *answer;    /* to the last call; NULL: not yet */
    struct text last;       /* the last frame */
    struct text last_patch; /* the last patch frame */
    struct tree *notified;  /* the last notification that was no patch */
    int patches, notifications;
    int disconnected;                                        /* the code; 0: not */
    void (*heard)(struct client *client, struct text frame); /* every frame; may be NULL */
    struct followed followed[FOLLOWED_MAX];
    size_t followed_count;
};

struct stage {
    struct arena *arena;
    struct faulty_store *store;
    struct host *host;
    struct host_settings settings;
    int64_t now;
    uint64_t chance;
    struct client *clients[CLIENTS_MAX];
    size_t client_count;
    struct text exercise, code, spectator, tables[8];
    size_t table_count;
    struct text logged;
    bool holds_asides; /* what is done beside the host's thread waits for stage_aside */
    struct held_aside {
        void (*work)(void *subject);
        void (*done)(void *subject);
        void *subject;
    } asides[8];
    size_t aside_count;
};

static inline struct followed *client_followed(struct client *client, struct text of)
{
    for (size_t index = 0; index < client->followed_count; index++)
        if (text_equal(client->followed[index].of, of))
            return &client->followed[index];
    assert_true(client->followed_count < FOLLOWED_MAX);
    struct followed *followed = &client->followed[client->followed_count++];
    *followed = (struct followed){.of = of};
    return followed;
}

static inline void client_patched(struct client *client, const struct tree *parameters)
{
    struct text of, cursor;
    assert_true(tree_get_text(parameters, TEXT("of"), &of));
    assert_true(tree_get_text(parameters, TEXT("cursor"), &cursor));
    struct followed *followed = client_followed(client, of);
    followed->cursor = cursor;
    followed->view =
        tree_merge(client->stage->arena, followed->view, tree_get(parameters, TEXT("patch")));
    client->patches++;
}

static inline void stage_send(void *context, void *connection, struct text frame)
{
    struct stage *stage = context;
    struct client *client = connection;
    struct text why, method;
    uint32_t line, column;
    client->last = arena_copy(stage->arena, frame);
    if (client->heard)
        client->heard(client, client->last);
    struct tree *message = json_read(stage->arena, client->last, &why, &line, &column);
    assert_non_null(message);
    if (tree_get(message, TEXT("id"))) {
        client->answer = message;
        return;
    }
    assert_true(tree_get_text(message, TEXT("method"), &method));
    if (text_equal(method, TEXT("patch"))) {
        client->last_patch = client->last;
        client_patched(client, tree_get(message, TEXT("params")));
    } else {
        client->notified = message;
        client->notifications++;
    }
}

static inline void stage_disconnect(void *context, void *connection, int code, struct text why)
{
    (void)context;
    (void)why;
    ((struct client *)connection)->disconnected = code;
}

static inline int64_t stage_now(void *context)
{
    return ((struct stage *)context)->now;
}

static inline void stage_random(void *context, void *bytes, size_t length)
{
    struct stage *stage = context;
    for (size_t index = 0; index < length; index++) {
        uint64_t count = stage->chance++;
        struct text place = {(const char *)&count, sizeof(count)};
        ((unsigned char *)bytes)[index] = (unsigned char)random_hash((struct seed){3, 4}, place);
    }
}

static inline void stage_log(void *context, struct text line)
{
    struct stage *stage = context;
    stage->logged = arena_copy(stage->arena, line);
}

static inline void stage_put_aside(void *context, void (*work)(void *subject),
                                   void (*done)(void *subject), void *subject)
{
    struct stage *stage = context;
    if (!stage->holds_asides) {
        work(subject);
        done(subject);
        return;
    }
    assert_true(stage->aside_count < 8);
    stage->asides[stage->aside_count++] = (struct held_aside){work, done, subject};
}

/* Does what has waited longest; false where nothing waits. */
static inline bool stage_aside(struct stage *stage)
{
    if (stage->aside_count == 0)
        return false;
    struct held_aside aside = stage->asides[0];
    stage->aside_count--;
    memmove(stage->asides, stage->asides + 1, stage->aside_count * sizeof aside);
    aside.work(aside.subject);
    aside.done(aside.subject);
    return true;
}

static inline void stage_ready(void *context)
{
    *(bool *)context = true;
}

static inline void stage_deliver(struct stage *stage)
{
    stage->store->base.methods->deliver(&stage->store->base);
}

static inline void stage_host_open(struct stage *stage)
{
    struct host_ports ports = {.context = stage,
                               .store = &stage->store->base,
                               .now_ms = stage_now,
                               .random = stage_random,
                               .send = stage_send,
                               .disconnect = stage_disconnect,
                               .log = stage_log,
                               .aside = stage_put_aside};
    stage->host = host_open(&ports, &stage->settings);
    bool ready = false;
    host_restore(stage->host, stage_ready, &ready);
    assert_false(ready);
    stage_deliver(stage);
    assert_true(ready);
}

static inline struct stage *stage_open(void)
{
    struct arena *arena = arena_open();
    struct stage *stage = ARENA_NEW(arena, struct stage);
    stage->arena = arena;
    stage->store = faulty_store_open();
    stage->now = INT64_C(1800000000000);
    stage->settings = (struct host_settings){.scenarios = SOURCE_DIR "/tests/unit/host/scenarios",
                                             .create_key = TEXT(""),
                                             .address = TEXT(""),
                                             .unlimited = true};
    stage_host_open(stage);
    return stage;
}

static inline void stage_close(struct stage *stage)
{
    host_close(stage->host);
    stage->store->base.methods->close(&stage->store->base);
    for (size_t index = 0; index < stage->client_count; index++)
        free(stage->clients[index]);
    arena_close(stage->arena);
}

static inline void client_open_with(struct client *client, struct text address, struct text bearer)
{
    client->peer = host_peer_open(client->stage->host, client, address, bearer);
    client->followed_count = 0;
}

/* A client whose token is made of its name. */
static inline struct client *client_new(struct stage *stage, const char *name)
{
    assert_true(stage->client_count < CLIENTS_MAX);
    struct client *client = calloc(1, sizeof(*client));
    client->stage = stage;
    client->token = arena_print(stage->arena, "token-of-%s-0123456789abcdef", name);
    stage->clients[stage->client_count++] = client;
    client_open_with(client, TEXT("127.0.0.1"), TEXT(""));
    return client;
}

/* The server stops without a word, and another starts on the same store. Every client connects
 * anew. */
static inline void stage_restart(struct stage *stage)
{
    host_close(stage->host);
    faulty_forget(stage->store);
    stage_deliver(stage);
    stage_host_open(stage);
    for (size_t index = 0; index < stage->client_count; index++)
        client_open_with(stage->clients[index], TEXT("127.0.0.1"), TEXT(""));
}

/* Sends without waiting. `parameters` is JSON with ' for ". */
static inline void client_ask(struct client *client, const char *method, const char *parameters,
                              ...) __attribute__((format(printf, 3, 4)));
static inline void client_ask(struct client *client, const char *method, const char *parameters,
                              ...)
{
    char text[4096];
    va_list arguments;
    va_start(arguments, parameters);
    vsnprintf(text, sizeof(text), parameters, arguments);
    va_end(arguments);
    for (char *at = text; *at; at++)
        if (*at == '\'')
            *at = '"';
    client->answer = NULL;
    struct text message = arena_print(
        client->stage->arena, "{\"jsonrpc\":\"2.0\",\"id\":%lld,\"method\":\"%s\",\"params\":%s}",
        (long long)++client->calls, method, text);
    host_receive(client->stage->host, client->peer, message);
}

static inline struct tree *client_result(struct client *client)
{
    stage_deliver(client->stage);
    assert_non_null(client->answer);
    struct tree *result = tree_get(client->answer, TEXT("result"));
    if (!result)
        print_error("refused: %.*s\n", TEXT_ARGUMENTS(client->last));
    assert_non_null(result);
    return result;
}

static inline const char *client_refusal(struct client *client)
{
    stage_deliver(client->stage);
    assert_non_null(client->answer);
    struct text type;
    const struct tree *error = tree_get(client->answer, TEXT("error"));
    if (!error)
        print_error("not refused: %.*s\n", TEXT_ARGUMENTS(client->last));
    assert_non_null(error);
    int64_t code;
    assert_true(tree_get_int(error, TEXT("code"), &code));
    if (code != 1000)
        return arena_print(client->stage->arena, "%lld", (long long)code).at;
    assert_true(tree_get_text(tree_get(error, TEXT("data")), TEXT("type"), &type));
    return arena_copy(client->stage->arena, type).at;
}

#define call(client, ...) (client_ask(client, __VA_ARGS__), client_result(client))
#define refused(client, ...) (client_ask(client, __VA_ARGS__), client_refusal(client))

static inline struct text text_at(const struct tree *tree, const char *name)
{
    struct text text = TEXT("");
    (void)tree_get_text(tree, text_of(name), &text);
    return text;
}

static inline int64_t int_at(const struct tree *tree, const char *name)
{
    int64_t number = INT64_MIN;
    (void)tree_get_int(tree, text_of(name), &number);
    return number;
}

/* Walks "a.b.c" down. */
static inline struct tree *tree_at(struct tree *tree, const char *path)
{
    while (tree && *path) {
        size_t length = strcspn(path, ".");
        tree = tree_get(tree, (struct text){path, length});
        path += length + (path[length] == '.');
    }
    return tree;
}

#define S(text) TEXT_ARGUMENTS(text)
#define assert_text(text, literal) assert_string_equal(arena_copy(stage->arena, (text)).at, literal)

/* --- the usual beginnings --- */

static inline struct client *stage_create(struct stage *stage, const char *options)
{
    struct client *control = client_new(stage, "control");
    struct tree *made = call(control, "exercise.create", "{'scenario':'pact','token':'%.*s'%s}",
                             S(control->token), options);
    stage->exercise = text_at(made, "exercise");
    stage->code = text_at(made, "code");
    stage->spectator = text_at(made, "spectator");
    const struct tree *tables = tree_get(made, TEXT("tables"));
    stage->table_count = tables->count;
    for (size_t index = 0; index < tables->count; index++)
        stage->tables[index] = text_at(tables->members[index].value, "id");
    return control;
}

/* Attaches, following what the answer shows. */
static inline struct tree *client_attach(struct client *client)
{
    struct tree *answer = call(client, "attach", "{'token':'%.*s'}", S(client->token));
    struct text of = text_at(tree_get(answer, TEXT("you")), "table");
    struct tree *view = tree_get(answer, TEXT("view"));
    assert_non_null(view);
    struct followed *followed =
        client_followed(client, tree_get(view, TEXT("clock")) ? of : TEXT("exercise"));
    followed->view = view;
    followed->cursor = text_at(answer, "cursor");
    return answer;
}

/* Joins and attaches. */
static inline struct client *stage_join(struct stage *stage, const char *name)
{
    struct client *client = client_new(stage, name);
    (void)call(client, "exercise.join", "{'code':'%.*s','name':'%s','token':'%.*s'}",
               S(stage->code), name, S(client->token));
    (void)client_attach(client);
    return client;
}

/* "1 ost head" of what names a table, a party and a role; "-" where it names none. */
static inline const char *stage_seat(struct stage *stage, const struct tree *item)
{
    for (size_t room = 0; room < stage->table_count; room++)
        if (text_equal(stage->tables[room], text_at(item, "table")))
            return arena_print(stage->arena, "%zu %.*s %.*s", room + 1, S(text_at(item, "party")),
                               S(text_at(item, "role")))
                .at;
    return "-";
}

/* Control attaches and starts every table. */
static inline void stage_start(struct client *control)
{
    (void)call(control, "attach", "{'token':'%.*s'}", S(control->token));
    (void)call(control, "exercise.start", "{}");
}

static inline const struct game *stage_game(struct stage *stage, size_t table)
{
    const struct game *game = host_game(stage->host, stage->tables[table]);
    assert_non_null(game);
    return game;
}

/* What the client merged is what a fresh view would be. */
static inline void assert_current(struct client *client, size_t table, struct audience audience)
{
    struct stage *stage = client->stage;
    struct tree *fresh = view(stage_game(stage, table), audience, stage->arena);
    assert_true(tree_equal(client_followed(client, stage->tables[table])->view, fresh));
}

/* What control has of the exercise, once what it waits for has come. */
static inline struct tree *exercise_seen(struct client *control)
{
    struct stage *stage = control->stage;
    stage->now += 250;
    host_tick(stage->host);
    return client_followed(control, TEXT("exercise"))->view;
}

static inline void assert_exercise_current(struct client *control)
{
    struct tree *seen = exercise_seen(control);
    struct tree *fresh =
        tree_get(call(control, "attach", "{'token':'%.*s'}", S(control->token)), TEXT("view"));
    assert_non_null(fresh);
    struct tree *difference = tree_diff(control->stage->arena, seen, fresh);
    if (difference)
        print_error("%.*s\n", S(json_write(control->stage->arena, difference)));
    assert_null(difference);
}

static inline struct audience party_audience(struct stage *stage, const char *party)
{
    return (struct audience){AUDIENCE_PARTY,
                             scenario_party(game_scenario(stage_game(stage, 0)), text_of(party))};
}

#endif
