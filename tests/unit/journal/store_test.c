/* The contract of journal.h, held against every store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "journal.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
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

static void wake(void *context)
{
    struct bench *bench = context;
    assert_int_equal(write(bench->pipe[1], "w", 1), 1);
}

static void bench_store_open(struct bench *bench)
{
    struct text why;
    bench->store = bench->durable ? store_sqlite_open(bench->path, wake, bench, bench->arena, &why)
                                  : store_memory_open();
    assert_non_null(bench->store);
}

static int bench_open(void **state, bool durable)
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

static int memory_setup(void **state)
{
    return bench_open(state, false);
}

static int sqlite_setup(void **state)
{
    return bench_open(state, true);
}

static int teardown(void **state)
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
static void wait_for(struct bench *bench, const int *count, int wanted)
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

static void on_appended(void *context, enum journal_outcome outcome, struct text words)
{
    struct heard *heard = context;
    heard->count++;
    heard->outcome = outcome;
    assert_true(outcome == JOURNAL_DONE || words.length > 0);
}

static void heard_row(struct heard *heard, uint64_t sequence, struct text bytes)
{
    assert_true(heard->row_count < ROWS);
    char *copy = malloc(bytes.length + 1);
    memcpy(copy, bytes.at, bytes.length);
    heard->rows[heard->row_count] = (struct text){copy, bytes.length};
    heard->sequences[heard->row_count++] = sequence;
}

static void on_entry(void *context, uint64_t sequence, struct text bytes,
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

static void on_listed(void *context, struct text journal, enum journal_outcome outcome)
{
    struct heard *heard = context;
    if (journal.length > 0) {
        heard_row(heard, 0, journal);
        return;
    }
    heard->outcome = outcome;
    heard->count++;
}

static void heard_clear(struct heard *heard)
{
    for (int row = 0; row < heard->row_count; row++)
        free((void *)heard->rows[row].at);
    *heard = (struct heard){0};
}

static enum journal_outcome append(struct bench *bench, const char *journal, uint64_t sequence,
                                   struct text bytes)
{
    struct heard heard = {0};
    bench->store->methods->append(bench->store, text_of(journal), sequence, bytes, on_appended,
                                  &heard);
    assert_int_equal(heard.count, 0); /* never from inside the call */
    wait_for(bench, &heard.count, 1);
    return heard.outcome;
}

static void read_all(struct bench *bench, const char *journal, uint64_t from, struct heard *heard)
{
    heard_clear(heard);
    bench->store->methods->read(bench->store, text_of(journal), from, on_entry, heard);
    assert_int_equal(heard->count, 0);
    wait_for(bench, &heard->count, 1);
    assert_int_equal(heard->outcome, JOURNAL_DONE);
}

static void assert_row(const struct heard *heard, int row, uint64_t sequence, const char *bytes)
{
    assert_true(row < heard->row_count);
    assert_int_equal(heard->sequences[row], sequence);
    assert_true(text_equal(heard->rows[row], text_of(bytes)));
}

static void entries_come_back_in_order(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    assert_int_equal(append(bench, "t/a", 1, TEXT("one")), JOURNAL_DONE);
    assert_int_equal(append(bench, "t/a", 2, TEXT("two")), JOURNAL_DONE);
    assert_int_equal(append(bench, "t/b", 1, TEXT("other")), JOURNAL_DONE);
    read_all(bench, "t/a", 1, &heard);
    assert_int_equal(heard.row_count, 2);
    assert_row(&heard, 0, 1, "one");
    assert_row(&heard, 1, 2, "two");
    read_all(bench, "t/a", 2, &heard);
    assert_int_equal(heard.row_count, 1);
    assert_row(&heard, 0, 2, "two");
    read_all(bench, "t/nothing", 1, &heard);
    assert_int_equal(heard.row_count, 0);
    heard_clear(&heard);
}

static void bytes_are_kept_as_they_are(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    static const char odd[] = "\0\1\xff'; DROP TABLE entry; --";
    struct text bytes = {odd, sizeof(odd) - 1};
    assert_int_equal(append(bench, "t/a", 1, bytes), JOURNAL_DONE);
    assert_int_equal(append(bench, "t/a", 2, TEXT("")), JOURNAL_DONE);
    read_all(bench, "t/a", 1, &heard);
    assert_int_equal(heard.row_count, 2);
    assert_true(text_equal(heard.rows[0], bytes));
    assert_int_equal(heard.rows[1].length, 0);
    heard_clear(&heard);
}

static void only_the_next_place_is_given(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    assert_int_equal(append(bench, "t/a", 2, TEXT("early")), JOURNAL_CONFLICT);
    assert_int_equal(append(bench, "t/a", 1, TEXT("one")), JOURNAL_DONE);
    assert_int_equal(append(bench, "t/a", 1, TEXT("again")), JOURNAL_CONFLICT);
    assert_int_equal(append(bench, "t/a", 3, TEXT("gap")), JOURNAL_CONFLICT);
    assert_int_equal(append(bench, "t/a", 2, TEXT("two")), JOURNAL_DONE);
    read_all(bench, "t/a", 1, &heard);
    assert_int_equal(heard.row_count, 2);
    assert_row(&heard, 0, 1, "one");
    heard_clear(&heard);
}

static void a_loser_in_a_batch_harms_nobody(void **state)
{
    struct bench *bench = *state;
    const struct store_methods *methods = bench->store->methods;
    struct heard first = {0}, second = {0}, third = {0};
    methods->append(bench->store, TEXT("t/a"), 1, TEXT("one"), on_appended, &first);
    methods->append(bench->store, TEXT("t/a"), 1, TEXT("late"), on_appended, &second);
    methods->append(bench->store, TEXT("t/b"), 1, TEXT("own"), on_appended, &third);
    wait_for(bench, &third.count, 1);
    assert_int_equal(first.outcome, JOURNAL_DONE);
    assert_int_equal(second.outcome, JOURNAL_CONFLICT);
    assert_int_equal(third.outcome, JOURNAL_DONE);
}

static void many_journals_share_a_commit(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    for (int index = 0; index < 200; index++) {
        char name[32];
        snprintf(name, sizeof(name), "t/%03d", index);
        bench->store->methods->append(bench->store, text_of(name), 1, TEXT("x"), on_appended,
                                      &heard);
    }
    wait_for(bench, &heard.count, 200);
    assert_int_equal(heard.outcome, JOURNAL_DONE);
    heard_clear(&heard);
    bench->store->methods->list(bench->store, TEXT("t/"), on_listed, &heard);
    wait_for(bench, &heard.count, 1);
    assert_int_equal(heard.row_count, 200);
    assert_row(&heard, 0, 0, "t/000");
    assert_row(&heard, 199, 0, "t/199");
    heard_clear(&heard);
}

static void journals_are_listed_by_prefix_and_dropped(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    append(bench, "t/b", 1, TEXT("x"));
    append(bench, "x/a", 1, TEXT("x"));
    append(bench, "t/a", 1, TEXT("x"));
    append(bench, "t/a", 2, TEXT("x"));
    append(bench, "t", 1, TEXT("x"));
    bench->store->methods->list(bench->store, TEXT("t/"), on_listed, &heard);
    wait_for(bench, &heard.count, 1);
    assert_int_equal(heard.row_count, 2);
    assert_row(&heard, 0, 0, "t/a");
    assert_row(&heard, 1, 0, "t/b");
    heard_clear(&heard);
    bench->store->methods->drop(bench->store, TEXT("t/a"), on_appended, &heard);
    wait_for(bench, &heard.count, 1);
    assert_int_equal(heard.outcome, JOURNAL_DONE);
    read_all(bench, "t/a", 1, &heard);
    assert_int_equal(heard.row_count, 0);
    assert_int_equal(append(bench, "t/a", 1, TEXT("new")), JOURNAL_DONE);
    heard_clear(&heard);
    bench->store->methods->list(bench->store, TEXT(""), on_listed, &heard);
    wait_for(bench, &heard.count, 1);
    assert_int_equal(heard.row_count, 4);
    heard_clear(&heard);
}

static void blobs_are_kept_by_name(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    const struct store_methods *methods = bench->store->methods;
    methods->blob_put(bench->store, TEXT("name"), TEXT("bytes"), on_appended, &heard);
    wait_for(bench, &heard.count, 1);
    methods->blob_put(bench->store, TEXT("name"), TEXT("newer"), on_appended, &heard);
    wait_for(bench, &heard.count, 2);
    assert_int_equal(heard.outcome, JOURNAL_DONE);
    heard_clear(&heard);
    methods->blob_get(bench->store, TEXT("name"), on_entry, &heard);
    wait_for(bench, &heard.count, 1);
    assert_int_equal(heard.row_count, 1);
    assert_row(&heard, 0, 1, "newer");
    heard_clear(&heard);
    methods->blob_get(bench->store, TEXT("other"), on_entry, &heard);
    wait_for(bench, &heard.count, 1);
    assert_int_equal(heard.row_count, 0);
    assert_int_equal(heard.outcome, JOURNAL_DONE);
}

static void a_blob_is_dropped_by_its_name_alone(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    const struct store_methods *methods = bench->store->methods;
    methods->blob_put(bench->store, TEXT("one"), TEXT("1"), on_appended, &heard);
    methods->blob_put(bench->store, TEXT("other"), TEXT("2"), on_appended, &heard);
    append(bench, "one", 1, TEXT("a journal"));
    methods->blob_drop(bench->store, TEXT("one"), on_appended, &heard);
    methods->blob_drop(bench->store, TEXT("none"), on_appended, &heard);
    wait_for(bench, &heard.count, 4);
    assert_int_equal(heard.outcome, JOURNAL_DONE);
    heard_clear(&heard);
    methods->blob_get(bench->store, TEXT("one"), on_entry, &heard);
    wait_for(bench, &heard.count, 1);
    assert_int_equal(heard.row_count, 0);
    heard_clear(&heard);
    methods->blob_get(bench->store, TEXT("other"), on_entry, &heard);
    wait_for(bench, &heard.count, 1);
    assert_row(&heard, 0, 1, "2");
    heard_clear(&heard);
    read_all(bench, "one", 1, &heard);
    assert_int_equal(heard.row_count, 1);
    heard_clear(&heard);
}

static void a_read_sees_what_was_asked_before_it(void **state)
{
    struct bench *bench = *state;
    const struct store_methods *methods = bench->store->methods;
    struct heard append_heard = {0}, heard = {0};
    methods->append(bench->store, TEXT("t/a"), 1, TEXT("one"), on_appended, &append_heard);
    methods->read(bench->store, TEXT("t/a"), 1, on_entry, &heard);
    methods->append(bench->store, TEXT("t/a"), 2, TEXT("two"), on_appended, &append_heard);
    wait_for(bench, &append_heard.count, 2);
    assert_int_equal(heard.count, 1);
    assert_int_equal(heard.row_count, 1);
    heard_clear(&heard);
}

struct chain {
    struct bench *bench;
    uint64_t next;
    int count;
};

static void on_chained(void *context, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct chain *chain = context;
    assert_int_equal(outcome, JOURNAL_DONE);
    chain->count++;
    if (chain->next <= 5)
        chain->bench->store->methods->append(chain->bench->store, TEXT("t/chain"), chain->next++,
                                             TEXT("x"), on_chained, chain);
}

static void an_answer_may_ask_again_even_while_closing(void **state)
{
    struct bench *bench = *state;
    struct chain chain = {.bench = bench, .next = 2};
    bench->store->methods->append(bench->store, TEXT("t/chain"), 1, TEXT("x"), on_chained, &chain);
    bench->store->methods->close(bench->store);
    bench->store = NULL;
    assert_int_equal(chain.count, 5);
}

static void what_was_answered_is_there_after_reopening(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    append(bench, "t/a", 1, TEXT("one"));
    bench->store->methods->blob_put(bench->store, TEXT("name"), TEXT("blob"), on_appended, &heard);
    wait_for(bench, &heard.count, 1);
    bench->store->methods->close(bench->store);
    bench_store_open(bench);
    assert_int_equal(append(bench, "t/a", 1, TEXT("again")), JOURNAL_CONFLICT);
    assert_int_equal(append(bench, "t/a", 2, TEXT("two")), JOURNAL_DONE);
    read_all(bench, "t/a", 1, &heard);
    assert_int_equal(heard.row_count, 2);
    assert_row(&heard, 0, 1, "one");
    heard_clear(&heard);
}

static void two_stores_on_one_file_agree_who_was_first(void **state)
{
    struct bench *bench = *state;
    struct bench other = *bench;
    bench_store_open(&other);
    assert_int_equal(append(bench, "t/a", 1, TEXT("one")), JOURNAL_DONE);
    assert_int_equal(append(&other, "t/a", 1, TEXT("uno")), JOURNAL_CONFLICT);
    assert_int_equal(append(&other, "t/a", 2, TEXT("due")), JOURNAL_DONE);
    assert_int_equal(append(bench, "t/a", 2, TEXT("two")), JOURNAL_CONFLICT);
    other.store->methods->close(other.store);
}

/* A file that may not grow any more stands for a full disk. */
static void a_full_disk_fails_and_recovers(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    assert_int_equal(append(bench, "t/a", 1, TEXT("one")), JOURNAL_DONE);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    struct rlimit small = {.rlim_cur = 4096, .rlim_max = before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    static char large[100000];
    memset(large, 'x', sizeof(large));
    enum journal_outcome outcome = append(bench, "t/a", 2, (struct text){large, sizeof(large)});
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(outcome, JOURNAL_FAILED);
    read_all(bench, "t/a", 1, &heard);
    assert_int_equal(heard.row_count, 1);
    assert_int_equal(append(bench, "t/a", 2, TEXT("two")), JOURNAL_DONE);
    heard_clear(&heard);
}

static void unusable_files_are_refused_in_words(void **state)
{
    struct bench *bench = *state;
    struct text why = TEXT("");
    assert_null(store_sqlite_open("/nowhere/at/all.sqlite", NULL, NULL, bench->arena, &why));
    assert_non_null(strstr(why.at, "/nowhere/at/all.sqlite"));

    char path[160];
    snprintf(path, sizeof(path), "%s/text", bench->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("This is not a database, though it is long enough to be asked whether it is one.", file);
    fclose(file);
    assert_null(store_sqlite_open(path, NULL, NULL, bench->arena, &why));
    assert_non_null(strstr(why.at, "not a database"));
    unlink(path);
}

static void a_file_that_cannot_be_written_is_refused(void **state)
{
    struct bench *bench = *state;
    bench->store->methods->close(bench->store);
    assert_int_equal(chmod(bench->path, 0444), 0);
    assert_int_equal(chmod(bench->folder, 0755), 0);
    bool root = geteuid() == 0;
    if (root) /* for whom nothing is read-only */
        assert_int_equal(seteuid(65534), 0);
    struct text why = TEXT("");
    struct store *store = store_sqlite_open(bench->path, NULL, NULL, bench->arena, &why);
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_null(store);
    assert_true(why.length > 0);
    assert_int_equal(chmod(bench->path, 0644), 0);
    bench_store_open(bench);
}

/* Whether the words stand anywhere in a file. */
static bool file_holds(const char *path, const char *words)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    static char bytes[8 << 20];
    size_t length = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    assert_true(length < sizeof(bytes));
    return memmem(bytes, length, words, strlen(words)) != NULL;
}

static bool store_holds(const struct bench *bench, const char *words)
{
    char log[160];
    snprintf(log, sizeof(log), "%s-wal", bench->path);
    return file_holds(bench->path, words) || file_holds(log, words);
}

/* Long and short entries, between those of others, so that pages split and are shared. */
static void what_is_dropped_is_nowhere_in_the_file(void **state)
{
    struct bench *bench = *state;
    struct heard heard = {0};
    char bytes[6000];
    for (uint64_t sequence = 1; sequence <= 120; sequence++) {
        int length = snprintf(bytes, sizeof(bytes), "Ana's secret %03d ", (int)sequence);
        size_t whole = sequence % 7 == 0 ? sizeof(bytes) : (size_t)length + sequence;
        memset(bytes + length, '.', whole - (size_t)length);
        append(bench, "t/b", sequence, (struct text){bytes, whole});
        append(bench, "t/a", sequence, TEXT("what stays"));
        append(bench, "t/c", sequence, TEXT("what stays"));
    }
    bench->store->methods->blob_put(bench->store, TEXT("b"), TEXT("Ana's scenario"), on_appended,
                                    &heard);
    wait_for(bench, &heard.count, 1);
    assert_true(store_holds(bench, "Ana's secret"));
    bench->store->methods->drop(bench->store, TEXT("t/b"), on_appended, &heard);
    bench->store->methods->blob_drop(bench->store, TEXT("b"), on_appended, &heard);
    wait_for(bench, &heard.count, 3);
    assert_int_equal(heard.outcome, JOURNAL_DONE);
    assert_false(store_holds(bench, "Ana's"));
    heard_clear(&heard);
    read_all(bench, "t/a", 1, &heard);
    assert_int_equal(heard.row_count, 120);
    heard_clear(&heard);
}

/* Beside a server that has the file open, and after it. */
static void a_file_that_is_looked_at_stays_as_it_is(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(append(bench, "t/a", 1, TEXT("one")), JOURNAL_DONE);
    for (int open = 1; open >= 0; open--) {
        struct heard heard = {0}, refused = {0};
        if (!open) {
            bench->store->methods->close(bench->store);
            bench->store = NULL;
        }
        struct text why = TEXT("");
        struct store *store = store_sqlite_look(bench->path, bench->arena, &why);
        assert_non_null(store);
        store->methods->read(store, TEXT("t/a"), 1, on_entry, &heard);
        store->methods->append(store, TEXT("t/a"), 2, TEXT("two"), on_appended, &refused);
        store->methods->close(store); /* does what was asked */
        assert_int_equal(heard.row_count, 1);
        assert_row(&heard, 0, 1, "one");
        assert_int_equal(refused.outcome, JOURNAL_FAILED);
        heard_clear(&heard);
    }
    char log[160];
    snprintf(log, sizeof(log), "%s-wal", bench->path);
    assert_int_equal(access(log, F_OK), -1);
}

static void what_is_no_store_is_not_looked_at(void **state)
{
    struct bench *bench = *state;
    char path[160];
    struct text why = TEXT("");
    snprintf(path, sizeof(path), "%s/none", bench->folder);
    assert_null(store_sqlite_look(path, bench->arena, &why));
    assert_true(why.length > 0);
    assert_int_equal(access(path, F_OK), -1);
    snprintf(path, sizeof(path), "%s/50%%?#", bench->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("words, and no database", file);
    fclose(file);
    why = TEXT("");
    assert_null(store_sqlite_look(path, bench->arena, &why));
    assert_non_null(strstr(why.at, "no store"));
    unlink(path);
}

#define BOTH(test)                                                                                 \
    {"memory: " #test, test, memory_setup, teardown, NULL},                                        \
    {                                                                                              \
        "sqlite: " #test, test, sqlite_setup, teardown, NULL                                       \
    }
#define SQLITE(test) cmocka_unit_test_setup_teardown(test, sqlite_setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOTH(entries_come_back_in_order),
        BOTH(bytes_are_kept_as_they_are),
        BOTH(only_the_next_place_is_given),
        BOTH(a_loser_in_a_batch_harms_nobody),
        BOTH(many_journals_share_a_commit),
        BOTH(journals_are_listed_by_prefix_and_dropped),
        BOTH(blobs_are_kept_by_name),
        BOTH(a_blob_is_dropped_by_its_name_alone),
        BOTH(a_read_sees_what_was_asked_before_it),
        BOTH(an_answer_may_ask_again_even_while_closing),
        SQLITE(what_was_answered_is_there_after_reopening),
        SQLITE(what_is_dropped_is_nowhere_in_the_file),
        SQLITE(two_stores_on_one_file_agree_who_was_first),
        SQLITE(a_full_disk_fails_and_recovers),
        SQLITE(unusable_files_are_refused_in_words),
        SQLITE(a_file_that_cannot_be_written_is_refused),
        SQLITE(a_file_that_is_looked_at_stays_as_it_is),
        SQLITE(what_is_no_store_is_not_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
