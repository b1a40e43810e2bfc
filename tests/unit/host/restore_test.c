/* Stops, in the middle of whatever, and comes back the same. */
#include "host/stage.h"

static int setup(void **state)
{
    *state = stage_open();
    return 0;
}

static int teardown(void **state)
{
    stage_close(*state);
    return 0;
}

static const char draft[] = "{'key':1,'kind':'accord','invite':['ost','wes'],'clauses':"
                            "[{'type':'truce','terms':{'days':3}}]}";

static void a_game_goes_on_after_a_restart(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    stage_start(control);
    struct text id = text_at(call(east, "instrument.draft", "%s", draft), "instrument");
    struct text hash = game_hash(stage_game(stage, 0), stage->arena);
    uint64_t sequence = game_sequence(stage_game(stage, 0));
    struct text cursor = client_followed(east, stage->tables[0])->cursor;

    stage_restart(stage);
    assert_true(text_equal(hash, game_hash(stage_game(stage, 0), stage->arena)));
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence);
    struct tree *attached =
        call(east, "attach", "{'token':'%.*s','since':'%.*s'}", S(east->token), S(cursor));
    assert_non_null(tree_get(attached, TEXT("view"))); /* another epoch */
    assert_int_equal(int_at(attached, "next_key"), 2);
    /* The same key is still answered the same. */
    struct text again = text_at(call(east, "instrument.draft", "%s", draft), "instrument");
    assert_true(text_equal(id, again));
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence);
    (void)client_attach(east);
    (void)client_attach(west);
    (void)call(east, "instrument.sign", "{'key':2,'instrument':'%.*s','version':1}", S(id));
    (void)call(west, "instrument.sign", "{'key':1,'instrument':'%.*s','version':1}", S(id));
    assert_current(west, 0, party_audience(stage, "wes"));
    /* The code still admits, the roster is known. */
    struct client *mid = stage_join(stage, "mid");
    assert_current(mid, 0, party_audience(stage, "mid"));
    struct tree *looked = client_attach(control);
    assert_int_equal(int_at(tree_at(looked, "view.hall"), "people"), 3);
}

static void a_restart_writes_nothing(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2,'bots':true");
    (void)stage_join(stage, "east");
    stage_start(control);
    (void)call(control, "exercise.pause", "{'table':'%.*s','key':4}", S(stage->tables[0]));
    uint64_t first = game_sequence(stage_game(stage, 0));
    uint64_t second = game_sequence(stage_game(stage, 1));
    for (int time = 0; time < 3; time++)
        stage_restart(stage);
    assert_int_equal(game_sequence(stage_game(stage, 0)), first);
    assert_int_equal(game_sequence(stage_game(stage, 1)), second);
}

/* The exercise's entry is stored; the tables' are not yet. */
static void what_the_tables_were_not_told_is_told_again(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *east = stage_join(stage, "east");
    (void)client_attach(control);
    /* Only the exercise's append reaches the disk: the rest is lost with the host. */
    stage->store->next = JOURNAL_DONE;
    client_ask(control, "exercise.start", "{'key':1}");
    stage->store->lose_tables = true;
    stage_deliver(stage);
    assert_null(control->answer);
    stage->store->lose_tables = false;
    stage_restart(stage);
    stage_deliver(stage);
    struct tree *attached = client_attach(east);
    assert_text(text_at(tree_at(attached, "view.clock"), "state"), "running");
    (void)client_attach(control);
    struct tree *view = exercise_seen(control);
    assert_text(text_at(tree_at(view, "exercise"), "state"), "running");
    uint64_t sequence = game_sequence(stage_game(stage, 1));
    stage_restart(stage);
    assert_int_equal(game_sequence(stage_game(stage, 1)), sequence);
}

static void a_table_that_was_not_pinned_is_pinned(void **state)
{
    struct stage *stage = *state;
    struct client *control = client_new(stage, "control");
    stage->store->lose_tables = true;
    client_ask(control, "exercise.create", "{'scenario':'pact','token':'%.*s','tables':2}",
               S(control->token));
    stage_deliver(stage);
    assert_null(control->answer);
    stage->store->lose_tables = false;
    stage_restart(stage);
    /* Asked again with the same token, it is the same exercise. */
    (void)stage_create(stage, ",'tables':2");
    assert_int_equal(stage->table_count, 2);
    assert_non_null(host_game(stage->host, stage->tables[1]));
}

static void a_live_clock_stands_still_with_the_server(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    stage->now += MINUTE_MS;
    host_tick(stage->host); /* the server is alive: it says so now and then */
    stage_deliver(stage);
    assert_true(host_due(stage->host) <= stage->now + 10000);
    stage->now += 60 * MINUTE_MS;
    stage_restart(stage);
    stage_deliver(stage);
    struct tree *attached = client_attach(east);
    struct tree *clock = tree_at(attached, "view.clock");
    assert_int_equal(int_at(clock, "round"), 1);
    assert_int_equal(int_at(clock, "deadline"), stage->now + 9 * MINUTE_MS);
}

static void a_stop_that_was_announced_is_marked(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    stage->now += 5 * MINUTE_MS;
    host_drain(stage->host);
    assert_text(text_at(east->notified, "method"), "bye");
    assert_string_equal(refused(east, "ready.set", "{'key':1,'on':true}"), "server.stopping");
    stage_deliver(stage);
    assert_true(host_idle(stage->host));
    assert_int_equal(host_due(stage->host), INT64_MAX);
    stage->now += 60 * MINUTE_MS;
    stage_restart(stage);
    stage_deliver(stage);
    struct tree *attached = client_attach(east);
    assert_int_equal(int_at(tree_at(attached, "view.clock"), "deadline"),
                     stage->now + 5 * MINUTE_MS);
}

static void what_was_accepted_before_draining_is_finished(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    client_ask(east, "message.send", "{'key':1,'to':'plenary','text':'Last words'}");
    host_drain(stage->host);
    assert_false(host_idle(stage->host));
    (void)client_result(east);
    assert_true(host_idle(stage->host));
}

/* The scenario of a game under way is the store's, whatever became of its folder. */
static void a_game_is_pinned_to_its_scenario(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct text hash = game_hash(stage_game(stage, 0), stage->arena);
    stage->settings.scenarios = SOURCE_DIR "/tests/unit/host/nothing";
    stage_restart(stage);
    assert_true(text_equal(hash, game_hash(stage_game(stage, 0), stage->arena)));
    (void)client_attach(east);
    (void)call(east, "instrument.draft", "%s", draft);
    assert_int_equal(tree_get(call(control, "scenario.list", "{}"), TEXT("scenarios"))->count, 0);
    struct tree *own = call(east, "scenario.get", "{}");
    assert_text(text_at(own, "title"), "The Pact");
}

static void a_host_may_be_closed_in_the_middle_of_anything(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':3");
    struct client *east = stage_join(stage, "east");
    (void)client_attach(control);
    client_ask(control, "exercise.start", "{}");
    client_ask(east, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
    struct client *late = client_new(stage, "late");
    client_ask(late, "exercise.join", "{'code':'%.*s','name':'Late','token':'%.*s'}",
               S(stage->code), S(late->token));
    client_ask(late, "play.now", "{'token':'another-token-0123456789'}");
    stage_restart(stage);
    (void)client_attach(east);
    (void)client_attach(late);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_game_goes_on_after_a_restart),
        TEST(a_restart_writes_nothing),
        TEST(what_the_tables_were_not_told_is_told_again),
        TEST(a_table_that_was_not_pinned_is_pinned),
        TEST(a_live_clock_stands_still_with_the_server),
        TEST(a_stop_that_was_announced_is_marked),
        TEST(what_was_accepted_before_draining_is_finished),
        TEST(a_game_is_pinned_to_its_scenario),
        TEST(a_host_may_be_closed_in_the_middle_of_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
