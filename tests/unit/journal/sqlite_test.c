/* What is SQLite's own: the file, and what happens to it. */
#include "journal/bench.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

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
    static const char *const contents[] = {"words, and no database", ""};
    for (size_t index = 0; index < 2; index++) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(contents[index], file);
        fclose(file);
        why = TEXT("");
        assert_null(store_sqlite_look(path, bench->arena, &why));
        assert_non_null(strstr(why.at, "no store"));
    }
    unlink(path);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, sqlite_setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_answered_is_there_after_reopening),
        TEST(what_is_dropped_is_nowhere_in_the_file),
        TEST(two_stores_on_one_file_agree_who_was_first),
        TEST(a_full_disk_fails_and_recovers),
        TEST(unusable_files_are_refused_in_words),
        TEST(a_file_that_cannot_be_written_is_refused),
        TEST(a_file_that_is_looked_at_stays_as_it_is),
        TEST(what_is_no_store_is_not_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
