#include "must.h"
#include "request.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUSY_MS = 5000, FORMAT = 1 };

enum statement {
    STATEMENT_BEGIN,
    STATEMENT_COMMIT,
    STATEMENT_ROLLBACK,
    STATEMENT_APPEND,
    STATEMENT_READ,
    STATEMENT_NEXT_NAME,
    STATEMENT_DROP,
    STATEMENT_BLOB_PUT,
    STATEMENT_BLOB_GET,
    STATEMENT_BLOB_DROP,
    STATEMENTS
};

/* An append is a compare-and-swap: it adds a row only right behind the last one. */
static const char *const statement_sql[STATEMENTS] = {
    [STATEMENT_BEGIN] = "BEGIN IMMEDIATE",
    [STATEMENT_COMMIT] = "COMMIT",
    [STATEMENT_ROLLBACK] = "ROLLBACK",
    [STATEMENT_APPEND] =
        ("INSERT INTO entry (journal, seq, bytes) SELECT ?1, ?2, ?3 WHERE ?2 = 1 + "
         "coalesce((SELECT max(seq) FROM entry WHERE journal = ?1), 0)"),
    [STATEMENT_READ] = "SELECT seq, bytes FROM entry WHERE journal = ?1 AND seq >= ?2 ORDER BY seq",
    [STATEMENT_NEXT_NAME] = "SELECT min(journal) FROM entry WHERE journal >= ?1",
    [STATEMENT_DROP] = "DELETE FROM entry WHERE journal = ?1",
    [STATEMENT_BLOB_PUT] = "INSERT OR REPLACE INTO blob (name, bytes) VALUES (?1, ?3)",
    [STATEMENT_BLOB_GET] = "SELECT 1, bytes FROM blob WHERE name = ?1",
    [STATEMENT_BLOB_DROP] = "DELETE FROM blob WHERE name = ?1",
};

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS entry (journal TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT "
    "NULL, PRIMARY KEY (journal, seq)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS blob (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;"
    "PRAGMA user_version = 1;";

struct sqlite_store {
    struct request_store base;
    void (*wake)(void *context);
    void *wake_context;
    sqlite3 *database; /* the writer's alone, once it runs */
    sqlite3_stmt *statements[STATEMENTS];
    pthread_t writer;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t asked;
    struct request_queue waiting, done;
    bool stopping;
};

/* --- one request, on the writer's thread --- */

static void bind_text(sqlite3_stmt *statement, int place, struct text text)
{
    sqlite3_bind_text64(statement, place, text.length ? text.at : "", text.length, SQLITE_STATIC,
                        SQLITE_UTF8);
}

static void bind_bytes(sqlite3_stmt *statement, int place, struct text bytes)
{
    sqlite3_bind_blob64(statement, place, bytes.length ? bytes.at : "", bytes.length,
                        SQLITE_STATIC);
}

static int statement_step(struct sqlite_store *store, enum statement which)
{
    sqlite3_stmt *statement = store->statements[which];
    int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code;
}

/* What the outcome is where the database said no. Only a sync that failed leaves it open whether
 * the commit will be found again after a crash. */
static enum journal_outcome failure_outcome(int code)
{
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC)
        return JOURNAL_UNKNOWN;
    return JOURNAL_FAILED;
}

static void request_fail(struct sqlite_store *store, struct request *request)
{
    request->outcome = failure_outcome(sqlite3_extended_errcode(store->database));
    request->words = arena_copy(request->arena, text_of(sqlite3_errmsg(store->database)));
}

static void run_rows(struct sqlite_store *store, struct request *request, enum statement which)
{
    sqlite3_stmt *statement = store->statements[which];
    bind_text(statement, 1, request->name);
    if (which == STATEMENT_READ)
        sqlite3_bind_int64(statement, 2, (sqlite3_int64)request->sequence);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        const void *bytes = sqlite3_column_blob(statement, 1);
        size_t length = (size_t)sqlite3_column_bytes(statement, 1);
        request_add_row(request, (uint64_t)sqlite3_column_int64(statement, 0),
                        (struct text){bytes ? bytes : "", length});
    }
    request->outcome = JOURNAL_DONE;
    if (code != SQLITE_DONE)
        request_fail(store, request);
    sqlite3_reset(statement);
}

/* Jumps from name to name through the primary key, so that a long journal costs no more than a
 * short one. */
static void run_list(struct sqlite_store *store, struct request *request)
{
    sqlite3_stmt *statement = store->statements[STATEMENT_NEXT_NAME];
    struct text from = request->name;
    request->outcome = JOURNAL_DONE;
    for (bool found = true; found;) {
        bind_text(statement, 1, from);
        if (sqlite3_step(statement) != SQLITE_ROW)
            request_fail(store, request);
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        found = name && text_starts_with(text_of(name), request->name);
        if (found) {
            request_add_row(request, 0, text_of(name));
            /* The least that is greater: no name has a control character. */
            from = arena_print(request->arena, "%s\001", name);
        }
        sqlite3_reset(statement);
    }
}

static bool is_drop(const struct request *request)
{
    return request->kind == REQUEST_DROP || request->kind == REQUEST_BLOB_DROP;
}

static bool is_write(const struct request *request)
{
    return request->kind == REQUEST_APPEND || request->kind == REQUEST_BLOB_PUT || is_drop(request);
}

static enum statement write_statement(const struct request *request)
{
    if (request->kind == REQUEST_APPEND)
        return STATEMENT_APPEND;
    if (request->kind == REQUEST_BLOB_PUT)
        return STATEMENT_BLOB_PUT;
    return request->kind == REQUEST_DROP ? STATEMENT_DROP : STATEMENT_BLOB_DROP;
}

/* One write inside the batch's transaction. False where the database failed. */
static bool run_write(struct sqlite_store *store, struct request *request)
{
    enum statement which = write_statement(request);
    sqlite3_stmt *statement = store->statements[which];
    bind_text(statement, 1, request->name);
    if (which == STATEMENT_APPEND)
        sqlite3_bind_int64(statement, 2, (sqlite3_int64)request->sequence);
    if (!is_drop(request))
        bind_bytes(statement, 3, request->bytes);
    if (statement_step(store, which) != SQLITE_DONE)
        return false;
    request->outcome = JOURNAL_DONE;
    if (which == STATEMENT_APPEND && sqlite3_changes(store->database) == 0) {
        request->outcome = JOURNAL_CONFLICT;
        request->words = TEXT("that place is taken, or not next");
    }
    return true;
}

/* --- batches --- */

static bool batch_commit(struct sqlite_store *store, const struct request_queue *batch)
{
    if (statement_step(store, STATEMENT_BEGIN) != SQLITE_DONE)
        return false;
    for (struct request *request = batch->first; request; request = request->next)
        if (!run_write(store, request))
            return false;
    return statement_step(store, STATEMENT_COMMIT) == SQLITE_DONE;
}

/* What was dropped still stands in the log, where it was once written. Who reads the file at this
 * moment keeps the log as it is, and is not waited for; it is emptied after the next drop, or when
 * the file is opened again. */
static void log_empty(struct sqlite_store *store)
{
    sqlite3_busy_timeout(store->database, 0);
    sqlite3_exec(store->database, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
    sqlite3_busy_timeout(store->database, BUSY_MS);
}

static void log_empty_after(struct sqlite_store *store, const struct request_queue *batch)
{
    for (const struct request *request = batch->first; request; request = request->next)
        if (is_drop(request)) {
            log_empty(store);
            return;
        }
}

/* All writes of the batch share one commit, and its fate. */
static void batch_write(struct sqlite_store *store, const struct request_queue *batch)
{
    if (batch_commit(store, batch)) {
        log_empty_after(store, batch);
        return;
    }
    for (struct request *request = batch->first; request; request = request->next)
        request_fail(store, request);
    if (!sqlite3_get_autocommit(store->database))
        statement_step(store, STATEMENT_ROLLBACK);
}

static void run_read(struct sqlite_store *store, struct request *request)
{
    if (request->kind == REQUEST_LIST)
        run_list(store, request);
    else
        run_rows(store, request,
                 request->kind == REQUEST_READ ? STATEMENT_READ : STATEMENT_BLOB_GET);
}

static void queue_move(struct request_queue *from, struct request_queue *to)
{
    if (!from->first)
        return;
    if (to->last)
        to->last->next = from->first;
    else
        to->first = from->first;
    to->last = from->last;
    *from = (struct request_queue){NULL, NULL};
}

/* Runs what waits, in its order: writes that stand together in one transaction. */
static void batch_run(struct sqlite_store *store, struct request_queue *waiting,
                      struct request_queue *done)
{
    while (waiting->first) {
        struct request_queue batch = {NULL, NULL};
        while (waiting->first && is_write(waiting->first))
            request_push(&batch, request_pop(waiting));
        if (batch.first) {
            batch_write(store, &batch);
            queue_move(&batch, done);
        } else {
            run_read(store, waiting->first);
            request_push(done, request_pop(waiting));
        }
    }
}

static void *writer_run(void *argument)
{
    struct sqlite_store *store = argument;
    pthread_mutex_lock(&store->lock);
    for (;;) {
        while (!store->waiting.first && !store->stopping)
            pthread_cond_wait(&store->asked, &store->lock);
        if (!store->waiting.first)
            break;
        struct request_queue waiting = store->waiting, done = {NULL, NULL};
        store->waiting = (struct request_queue){NULL, NULL};
        pthread_mutex_unlock(&store->lock);
        batch_run(store, &waiting, &done);
        pthread_mutex_lock(&store->lock);
        queue_move(&done, &store->done);
        if (store->wake)
            store->wake(store->wake_context);
    }
    pthread_mutex_unlock(&store->lock);
    return NULL;
}

/* --- the loop's side --- */

static void sqlite_submit(struct request_store *base, struct request *request)
{
    struct sqlite_store *store = (struct sqlite_store *)base;
    pthread_mutex_lock(&store->lock);
    request_push(&store->waiting, request);
    pthread_cond_signal(&store->asked);
    pthread_mutex_unlock(&store->lock);
}

static void sqlite_deliver(struct store *base)
{
    struct sqlite_store *store = (struct sqlite_store *)base;
    pthread_mutex_lock(&store->lock);
    struct request_queue done = store->done;
    store->done = (struct request_queue){NULL, NULL};
    pthread_mutex_unlock(&store->lock);
    for (struct request *request; (request = request_pop(&done));)
        request_deliver(request);
}

static void database_close(struct sqlite_store *store)
{
    for (int which = 0; which < STATEMENTS; which++)
        sqlite3_finalize(store->statements[which]);
    must(sqlite3_close(store->database) == SQLITE_OK);
}

static void sqlite_close(struct store *base)
{
    struct sqlite_store *store = (struct sqlite_store *)base;
    pthread_mutex_lock(&store->lock);
    store->stopping = true;
    store->wake = NULL;
    pthread_cond_signal(&store->asked);
    pthread_mutex_unlock(&store->lock);
    must(pthread_join(store->writer, NULL) == 0);
    /* What answers ask for while they are delivered is done here: no thread is left to do it. */
    do {
        batch_run(store, &store->waiting, &store->done);
        sqlite_deliver(base);
    } while (store->waiting.first);
    database_close(store);
    pthread_cond_destroy(&store->asked);
    pthread_mutex_destroy(&store->lock);
    free(store);
}

/* --- opening --- */

static bool format_is_ours(struct sqlite_store *store)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->database, "PRAGMA user_version", -1, &statement, NULL) !=
        SQLITE_OK)
        return false;
    bool ours = sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) <= FORMAT;
    sqlite3_finalize(statement);
    return ours;
}

static struct text database_words(const struct sqlite_store *store, const char *path,
                                  struct arena *arena)
{
    return arena_print(arena, "%s: %s", path, sqlite3_errmsg(store->database));
}

static bool database_find(struct sqlite_store *store, const char *path, int flags)
{
    if (sqlite3_open_v2(path, &store->database, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return false;
    sqlite3_extended_result_codes(store->database, 1);
    sqlite3_busy_timeout(store->database, BUSY_MS);
    return true;
}

static struct text statements_open(struct sqlite_store *store, const char *path,
                                   struct arena *arena)
{
    for (int which = 0; which < STATEMENTS; which++)
        if (sqlite3_prepare_v3(store->database, statement_sql[which], -1, SQLITE_PREPARE_PERSISTENT,
                               &store->statements[which], NULL) != SQLITE_OK)
            return database_words(store, path, arena);
    return TEXT("");
}

/* An empty text where the file can be used; else why not. */
static struct text database_open(struct sqlite_store *store, const char *path, struct arena *arena)
{
    if (!database_find(store, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE))
        return database_words(store, path, arena);
    if (sqlite3_db_readonly(store->database, "main") == 1)
        return arena_print(arena, "%s: the file cannot be written", path);
    /* FULL syncs the log at each commit: what was answered survives a power cut. */
    static const char setting[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                  "PRAGMA wal_autocheckpoint = 1000;"
                                  "PRAGMA secure_delete = ON;";
    if (sqlite3_exec(store->database, setting, NULL, NULL, NULL) != SQLITE_OK)
        return database_words(store, path, arena);
    if (!format_is_ours(store))
        return arena_print(arena, "%s: written by a newer version", path);
    if (sqlite3_exec(store->database, schema, NULL, NULL, NULL) != SQLITE_OK)
        return database_words(store, path, arena);
    log_empty(store);
    return statements_open(store, path, arena);
}

/* The file's name for SQLite. Without a log beside it nobody has it open, and SQLite is told that
 * nothing will change: else it would make a log, and leave it behind. */
static struct text look_name(const char *path, struct arena *arena)
{
    static const char digits[] = "0123456789ABCDEF";
    char *name = arena_take(arena, 3 * strlen(path) + 1);
    char *end = name;
    for (const char *at = path; *at; at++) {
        bool plain = strchr("%?#", *at) == NULL;
        *end++ = plain ? *at : '%';
        if (!plain) {
            *end++ = digits[(unsigned char)*at >> 4];
            *end++ = digits[(unsigned char)*at & 15];
        }
    }
    struct text log = arena_print(arena, "%s-wal", path);
    return arena_print(arena, "file:%s%s", name, access(log.at, F_OK) ? "?immutable=1" : "");
}

/* Likewise, for what is only looked at. */
static struct text database_look(struct sqlite_store *store, const char *path, struct arena *arena)
{
    if (!database_find(store, look_name(path, arena).at, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI))
        return database_words(store, path, arena);
    struct text why = TEXT("");
    bool ours = format_is_ours(store);
    if (ours)
        why = statements_open(store, path, arena);
    /* An empty file is a database too, without our tables. */
    if (!ours || (why.length > 0 && sqlite3_errcode(store->database) == SQLITE_ERROR))
        return arena_print(arena, "%s: no store, or one that a newer version has written", path);
    return why;
}

static const struct store_methods methods = {
    .append = request_append,
    .read = request_read,
    .list = request_list,
    .drop = request_drop,
    .blob_put = request_blob_put,
    .blob_get = request_blob_get,
    .blob_drop = request_blob_drop,
    .deliver = sqlite_deliver,
    .close = sqlite_close,
};

static struct store *store_start(struct sqlite_store *store, struct text why)
{
    if (why.length > 0) {
        database_close(store);
        free(store);
        return NULL;
    }
    store->base.store.methods = &methods;
    store->base.submit = sqlite_submit;
    must(pthread_mutex_init(&store->lock, NULL) == 0);
    must(pthread_cond_init(&store->asked, NULL) == 0);
    must(pthread_create(&store->writer, NULL, writer_run, store) == 0);
    return &store->base.store;
}

static struct sqlite_store *store_new(void)
{
    struct sqlite_store *store = calloc(1, sizeof(*store));
    must(store != NULL);
    return store;
}

struct store *store_sqlite_open(const char *path, void (*wake)(void *context), void *context,
                                struct arena *arena, struct text *why)
{
    struct sqlite_store *store = store_new();
    store->wake = wake;
    store->wake_context = context;
    *why = database_open(store, path, arena);
    return store_start(store, *why);
}

struct store *store_sqlite_look(const char *path, struct arena *arena, struct text *why)
{
    struct sqlite_store *store = store_new();
    *why = database_look(store, path, arena);
    return store_start(store, *why);
}
