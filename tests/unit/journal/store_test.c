/* The contract of journal.h, held against every store. */
#include "journal/bench.h"

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

#define BOTH(test)                                                                                 \
    {"memory: " #test, test, memory_setup, teardown, NULL},                                        \
    {                                                                                              \
        "sqlite: " #test, test, sqlite_setup, teardown, NULL                                       \
    }

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
