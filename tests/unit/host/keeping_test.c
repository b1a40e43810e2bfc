/* Data is kept for as long as it was said, and then it is gone: from the store, from memory, and
 * for whoever comes back. */
#include "host/stage.h"

enum { DAYS = 30 };
#define DAY_MS INT64_C(86400000)

static int setup(void **state)
{
    struct stage *stage = stage_open();
    host_close(stage->host);
    stage->settings.keep_days = DAYS;
    stage_host_open(stage);
    *state = stage;
    return 0;
}

static int teardown(void **state)
{
    stage_close(*state);
    return 0;
}

/* As the shell does: ticks while anything is due, delivers while anything is asked. */
static void stage_run(struct stage *stage)
{
    for (int turns = 0; turns < 100; turns++) {
        stage_deliver(stage);
        if (host_due(stage->host) > stage->now && host_idle(stage->host))
            return;
        host_tick(stage->host);
    }
    fail_msg("the host does not come to rest");
}

struct names {
    int count;
    bool ended;
};

static void name_count(void *context, struct text name, enum journal_outcome outcome)
{
    struct names *names = context;
    assert_int_equal(outcome, JOURNAL_DONE);
    names->ended = name.length == 0;
    names->count += name.length > 0;
}

/* How many journals the store has whose names begin so. */
static int stored(struct stage *stage, const char *prefix)
{
    struct names names = {0};
    struct store *store = stage->store->inner;
    store->methods->list(store, text_of(prefix), name_count, &names);
    stage_deliver(stage);
    assert_true(names.ended);
    return names.count;
}

static void blob_count(void *context, uint64_t sequence, struct text bytes,
                       enum journal_outcome outcome)
{
    (void)bytes;
    assert_int_equal(outcome, JOURNAL_DONE);
    *(int *)context += sequence > 0;
}

static bool scenario_stored(struct stage *stage, struct text hash)
{
    int count = 0;
    struct store *store = stage->store->inner;
    store->methods->blob_get(store, hash, blob_count, &count);
    stage_deliver(stage);
    return count > 0;
}

static void assert_all_is_gone(struct stage *stage)
{
    assert_int_equal(stored(stage, "exercise/"), 0);
    assert_int_equal(stored(stage, "table/"), 0);
    assert_null(host_game(stage->host, stage->tables[0]));
}

static bool told_deleted(struct client *client)
{
    return client->notified && text_equal(text_at(client->notified, "method"), TEXT("bye")) &&
           text_equal(text_at(tree_get(client->notified, TEXT("params")), "reason"),
                      TEXT("deleted"));
}

static bool fate(struct client *client, struct text exercise)
{
    struct tree *answer = call(client, "exercise.fate", "{'exercise':'%.*s'}", S(exercise));
    bool deleted = false;
    assert_true(tree_get_bool(answer, TEXT("deleted"), &deleted));
    return deleted;
}

static void an_exercise_goes_when_its_time_is_up(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct text hash = text_at(call(east, "scenario.get", "{}"), "hash");
    hash = arena_copy(stage->arena, hash);
    assert_true(scenario_stored(stage, hash));
    struct tree *attached = client_attach(control);
    int64_t until = int_at(tree_at(attached, "view.exercise"), "keep_until");
    assert_true(until >= stage->now + DAYS * DAY_MS);
    assert_true(until <= stage->now + (DAYS + 1) * DAY_MS);
    assert_int_equal(int_at(call(control, "server.info", "{}"), "keep_days"), DAYS);
    stage->now = until - 1;
    stage_run(stage);
    assert_int_equal(stored(stage, "table/"), 2);
    assert_false(fate(east, stage->exercise));
    stage->now = until;
    stage_run(stage);
    assert_all_is_gone(stage);
    assert_false(scenario_stored(stage, hash));
    assert_true(told_deleted(east));
    assert_true(told_deleted(control));
    assert_int_equal(east->disconnected, 4001);
    assert_string_equal(refused(east, "attach", "{'token':'%.*s'}", S(east->token)),
                        "token.unknown");
    assert_string_equal(refused(east, "exercise.join", "{'code':'%.*s','name':'E','token':'%.*s'}",
                                S(stage->code), S(east->token)),
                        "code.unknown");
    assert_true(fate(east, stage->exercise));
    stage_restart(stage);
    stage_run(stage);
    assert_true(fate(east, stage->exercise));
    assert_false(fate(east, TEXT("nothing")));
}

/* What is done begins the time anew; so does a deadline that is still to come. */
static void every_act_begins_the_time_anew(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    for (int64_t key = 1; key <= 3; key++) {
        stage->now += (DAYS - 1) * DAY_MS;
        stage_run(stage);
        (void)call(east, "message.send", "{'key':%lld,'to':'plenary','text':'Still here'}",
                   (long long)key);
    }
    stage_restart(stage);
    stage->now += (DAYS - 1) * DAY_MS;
    stage_run(stage);
    assert_int_equal(stored(stage, "table/"), 1);
    stage->now += 2 * DAY_MS;
    stage_run(stage);
    assert_all_is_gone(stage);
}

static void a_deadline_to_come_is_waited_for(void **state)
{
    struct stage *stage = *state;
    stage->settings.keep_days = 2;
    stage_restart(stage);
    struct client *control = stage_create(stage, ",'pace':'async'");
    (void)call(control, "attach", "{'token':'%.*s'}", S(control->token));
    (void)call(control, "exercise.schedule", "{'minutes':{'*':%d}}", 5 * 24 * 60);
    (void)call(control, "exercise.start", "{}");
    stage->now += 4 * DAY_MS;
    stage_run(stage);
    assert_int_equal(stored(stage, "table/"), 1);
    /* The last round passes, and after it nothing more is awaited. */
    stage->now += 100 * DAY_MS;
    stage_run(stage);
    stage->now += 3 * DAY_MS;
    stage_run(stage);
    assert_all_is_gone(stage);
}

static void what_is_kept_on_purpose_stays(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'keep':true");
    struct tree *attached = client_attach(control);
    assert_null(tree_at(attached, "view.exercise.keep_until"));
    stage->now += 1000 * DAY_MS;
    stage_run(stage);
    stage_restart(stage);
    (void)client_attach(control);
    assert_int_equal(stored(stage, "table/"), 1);
    assert_string_equal(refused(control, "exercise.keep", "{'on':7}"), "parameter.invalid");
    (void)call(control, "exercise.keep", "{'on':false}");
    assert_true(int_at(tree_at(exercise_seen(control), "exercise"), "keep_until") >=
                stage->now + DAYS * DAY_MS);
    (void)call(control, "exercise.keep", "{}");
    assert_null(tree_at(exercise_seen(control), "exercise.keep_until"));
    stage->now += 40 * DAY_MS;
    stage_run(stage);
    (void)call(control, "exercise.keep", "{'on':false}");
    stage->now += (DAYS + 1) * DAY_MS;
    stage_run(stage);
    assert_all_is_gone(stage);
}

static void without_a_limit_all_is_kept(void **state)
{
    struct stage *stage = *state;
    stage->settings.keep_days = 0;
    stage_restart(stage);
    struct client *control = stage_create(stage, ",'untimed':true");
    assert_null(tree_at(client_attach(control), "view.exercise.keep_until"));
    assert_int_equal(int_at(call(control, "server.info", "{}"), "keep_days"), 0);
    stage->now += 10000 * DAY_MS;
    stage_run(stage);
    assert_int_equal(stored(stage, "table/"), 1);
}

static void control_deletes_at_once(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'name':'Monday'");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    assert_string_equal(refused(control, "exercise.delete", "{}"), "parameter.missing");
    assert_string_equal(refused(control, "exercise.delete", "{'name':'monday'}"), "exercise.name");
    assert_string_equal(refused(east, "exercise.delete", "{'name':'Monday'}"), "control.only");
    assert_int_equal(stored(stage, "table/"), 1);
    (void)call(control, "exercise.delete", "{'name':'Monday'}");
    assert_true(told_deleted(east));
    assert_true(told_deleted(control));
    stage_run(stage);
    assert_all_is_gone(stage);
    /* Another has the same scenario made anew. */
    struct client *second = client_new(stage, "second");
    (void)call(second, "exercise.create", "{'scenario':'pact','token':'%.*s'}", S(second->token));
    stage_restart(stage);
    (void)client_attach(second);
    assert_int_equal(stored(stage, "table/"), 1);
}

/* What was asked before it is finished; what was asked after it is refused. */
static void what_was_under_way_ends_first(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'name':'Monday'");
    struct client *east = stage_join(stage, "east");
    struct client *late = client_new(stage, "late");
    stage_start(control);
    client_ask(east, "message.send", "{'key':1,'to':'plenary','text':'Last words'}");
    client_ask(control, "exercise.delete", "{'name':'Monday'}");
    client_ask(late, "exercise.join", "{'code':'%.*s','name':'L','token':'%.*s'}", S(stage->code),
               S(late->token));
    (void)client_result(east);
    (void)client_result(control);
    assert_string_equal(client_refusal(late), "exercise.deleted");
    stage_run(stage);
    assert_all_is_gone(stage);
}

static void a_scenario_stays_while_a_game_is_pinned_to_it(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'name':'Monday'");
    (void)client_attach(control);
    struct text hash = text_at(call(control, "scenario.get", "{}"), "hash");
    hash = arena_copy(stage->arena, hash);
    struct client *second = client_new(stage, "second");
    (void)call(second, "exercise.create", "{'scenario':'pact','name':'B','token':'%.*s'}",
               S(second->token));
    (void)call(control, "exercise.delete", "{'name':'Monday'}");
    stage_run(stage);
    assert_true(scenario_stored(stage, hash));
    /* Its folder is gone: what the second plays is the store's. */
    stage->settings.scenarios = SOURCE_DIR "/tests/unit/host/nothing";
    stage_restart(stage);
    (void)client_attach(second);
    assert_text(text_at(call(second, "scenario.get", "{}"), "title"), "The Pact");
    (void)call(second, "exercise.delete", "{'name':'B'}");
    stage_run(stage);
    assert_false(scenario_stored(stage, hash));
    assert_all_is_gone(stage);
}

/* Its folder is gone and its exercise goes, while the game is read for one who looks back. */
static void a_scenario_stays_while_somebody_looks_back(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'name':'Monday'");
    stage->settings.scenarios = SOURCE_DIR "/tests/unit/host/nothing";
    stage_restart(stage);
    stage_start(control);
    (void)call(control, "exercise.end", "{}");
    stage->holds_asides = true;
    client_ask(control, "replay.moments", "{}");
    stage_deliver(stage);
    assert_int_equal(stage->aside_count, 1);
    struct client *second = client_new(stage, "second");
    (void)call(second, "attach", "{'token':'%.*s'}", S(control->token));
    (void)call(second, "exercise.delete", "{'name':'Monday'}");
    for (int turn = 0; turn < 20; turn++) {
        host_tick(stage->host);
        stage_deliver(stage);
    }
    assert_all_is_gone(stage);
    while (stage_aside(stage))
        assert_non_null(stage->host);
    assert_non_null(tree_at(control->answer, "result.moments"));
}

/* The power goes after each of the drops in turn: a restart finds the rest, and it goes. */
static void a_stop_in_the_middle_leaves_nothing(void **state)
{
    for (int drops = 1; drops <= 3; drops++) {
        struct stage *stage = *state;
        stage->client_count = 0;
        struct client *control = stage_create(stage, ",'untimed':true,'tables':3,'name':'M'");
        struct client *east = stage_join(stage, "east");
        stage_start(control);
        stage->store->drops_left = drops;
        (void)call(control, "exercise.delete", "{'name':'M'}");
        stage_deliver(stage);
        host_tick(stage->host);
        stage_deliver(stage);
        assert_int_equal(stored(stage, "table/"), 3 - drops);
        assert_int_equal(stored(stage, "exercise/"), 1);
        stage_restart(stage);
        assert_string_equal(refused(east, "attach", "{'token':'%.*s'}", S(east->token)),
                            "token.unknown");
        assert_true(fate(east, stage->exercise));
        stage_run(stage);
        assert_all_is_gone(stage);
        assert_true(fate(east, stage->exercise));
        for (size_t index = 0; index < stage->client_count; index++) {
            host_peer_close(stage->host, stage->clients[index]->peer);
            free(stage->clients[index]);
        }
        stage->client_count = 0;
    }
}

static void a_store_that_fails_is_asked_again(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'name':'M'");
    (void)client_attach(control);
    stage->store->next = JOURNAL_FAILED;
    assert_string_equal(refused(control, "exercise.delete", "{'name':'M'}"), "store.failed");
    assert_false(fate(control, stage->exercise));
    stage->store->fail_drop = true;
    (void)call(control, "exercise.delete", "{'name':'M'}");
    stage_run(stage);
    assert_int_equal(stored(stage, "table/"), 1);
    assert_true(host_due(stage->host) <= stage->now + 60000);
    stage->now += 60000;
    stage_run(stage);
    assert_all_is_gone(stage);
}

static void an_expiry_that_fails_is_tried_again(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, ",'untimed':true");
    stage->now += (DAYS + 1) * DAY_MS;
    stage->store->next = JOURNAL_FAILED;
    stage_run(stage);
    assert_int_equal(stored(stage, "exercise/"), 1);
    stage->now += 60000;
    stage_run(stage);
    assert_all_is_gone(stage);
}

static void many_go_one_after_the_other(void **state)
{
    struct stage *stage = *state;
    for (int index = 0; index < 5; index++) {
        char name[16];
        snprintf(name, sizeof(name), "maker%d", index);
        struct client *maker = client_new(stage, name);
        (void)call(maker, "exercise.create", "{'scenario':'pact','tables':2,'token':'%.*s'}",
                   S(maker->token));
    }
    assert_int_equal(stored(stage, "table/"), 10);
    stage->now += (DAYS + 2) * DAY_MS;
    stage_run(stage);
    assert_int_equal(stored(stage, "exercise/"), 0);
    assert_int_equal(stored(stage, "table/"), 0);
    assert_int_equal(stored(stage, "gone/"), 5);
    /* What comes next is kept again. */
    (void)stage_create(stage, "");
    stage_run(stage);
    assert_int_equal(stored(stage, "table/"), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_exercise_goes_when_its_time_is_up),
        TEST(every_act_begins_the_time_anew),
        TEST(a_deadline_to_come_is_waited_for),
        TEST(what_is_kept_on_purpose_stays),
        TEST(without_a_limit_all_is_kept),
        TEST(control_deletes_at_once),
        TEST(what_was_under_way_ends_first),
        TEST(a_scenario_stays_while_a_game_is_pinned_to_it),
        TEST(a_scenario_stays_while_somebody_looks_back),
        TEST(a_stop_in_the_middle_leaves_nothing),
        TEST(a_store_that_fails_is_asked_again),
        TEST(an_expiry_that_fails_is_tried_again),
        TEST(many_go_one_after_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
