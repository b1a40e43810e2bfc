/* A store of either kind to ask, and what is heard of it. */
#ifndef BENCH_H
#define BENCH_H

#include "test.h"

#include "journal.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROWS = 256 };

struct heard {
    int count; /* answers */
    enum journal_outcome outcome;
    struct text rows[ROWS];
    uint64_t sequences[ROWS];
    int row_count;
    bool ended;
};

struct bench {
    bool durable; /* sqlite */
    struct arena *arena;
    struct store *store;
    char folder[64];
    char path[128];
    int pipe[2];
};

static inline void wake(void *context)
{
    struct bench *bench = context;
    assert_int_equal(write(bench->pipe[1], "w", 1), 1);
}

static inline void bench_store_open(struct bench *bench)
{
    struct text why;
    bench->store = bench->durable ? store_sqlite_open(bench->path, wake, bench, bench->arena, &why)
                                  : store_memory_open();
    assert_non_null(bench->store);
}

static inline int bench_open(void **state, bool durable)
{
    struct bench *bench = calloc(1, sizeof(*bench));
    bench->durable = durable;
    bench->arena = arena_open();
    snprintf(bench->folder, sizeof(bench->folder), "/tmp/journal-test-XXXXXX");
    assert_non_null(mkdtemp(bench->folder));
    snprintf(bench->path, sizeof(bench->path), "%s/store.sqlite", bench->folder);
    assert_int_equal(pipe(bench->pipe), 0);
    bench_store_open(bench);
    *state = bench;
    return 0;
}

static inline int memory_setup(void **state)
{
    return bench_open(state, false);
}

static inline int sqlite_setup(void **state)
{
    return bench_open(state, true);
}

static inline int teardown(void **state)
{
    struct bench *bench = *state;
    if (bench->store)
        bench->store->methods->close(bench->store);
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (size_t index = 0; index < 3; index++) {
        char path[160];
        snprintf(path, sizeof(path), "%s%s", bench->path, suffixes[index]);
        unlink(path);
    }
    rmdir(bench->folder);
    close(bench->pipe[0]);
    close(bench->pipe[1]);
    arena_close(bench->arena);
    free(bench);
    return 0;
}

/* Delivers until `count` answers have come; no clock but poll's alarm for a store that hangs. */
static inline void wait_for(struct bench *bench, const int *count, int wanted)
{
    while (*count < wanted) {
        if (bench->durable) {
            struct pollfd waiting = {.fd = bench->pipe[0], .events = POLLIN};
            assert_int_equal(poll(&waiting, 1, 30000), 1);
            char bytes[64];
            assert_true(read(bench->pipe[0], bytes, sizeof(bytes)) > 0);
        }
        bench->store->methods->deliver(bench->store);
    }
}

static inline void on_appended(void *context, enum journal_outcome outcome, struct text words)
{
    struct heard *heard = context;
    heard->count++;
    heard->outcome = outcome;
    assert_true(outcome == JOURNAL_DONE || words.length > 0);
}

static inline void heard_row(struct heard *heard, uint64_t sequence, struct text bytes)
{
    assert_true(heard->row_count < ROWS);
    char *copy = malloc(bytes.length + 1);
    memcpy(copy, bytes.at, bytes.length);
    heard->rows[heard->row_count] = (struct text){copy, bytes.length};
    heard->sequences[heard->row_count++] = sequence;
}

static inline void on_entry(void *context, uint64_t sequence, struct text bytes,
                            enum journal_outcome outcome)
{
    struct heard *heard = context;
    if (sequence > 0) {
        heard_row(heard, sequence, bytes);
        return;
    }
    heard->outcome = outcome;
    heard->count++;
}

static inline void on_listed(void *context, struct text journal, enum journal_outcome outcome)
{
    struct heard *heard = context;
    if (journal.length > 0) {
        heard_row(heard, 0, journal);
        return;
    }
    heard->outcome = outcome;
    heard->count++;
}

static inline void heard_clear(struct heard *heard)
{
    for (int row = 0; row < heard->row_count; row++)
        free((void *)heard->rows[row].at);
    *heard = (struct heard){0};
}

static inline enum journal_outcome append(struct bench *bench, const char *journal,
                                          uint64_t sequence, struct text bytes)
{
    struct heard heard = {0};
    bench->store->methods->append(bench->store, text_of(journal), sequence, bytes, on_appended,
                                  &heard);
    assert_int_equal(heard.count, 0); /* never from inside the call */
    wait_for(bench, &heard.count, 1);
    return heard.outcome;
}

static inline void read_all(struct bench *bench, const char *journal, uint64_t from,
                            struct heard *heard)
{
    heard_clear(heard);
    bench->store->methods->read(bench->store, text_of(journal), from, on_entry, heard);
    assert_int_equal(heard->count, 0);
    wait_for(bench, &heard->count, 1);
    assert_int_equal(heard->outcome, JOURNAL_DONE);
}

static inline void assert_row(const struct heard *heard, int row, uint64_t sequence,
                              const char *bytes)
{
    assert_true(row < heard->row_count);
    assert_int_equal(heard->sequences[row], sequence);
    assert_true(text_equal(heard->rows[row], text_of(bytes)));
}

#endif
