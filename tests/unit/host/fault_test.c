/* A store that fails: what was not stored is neither shown nor said to be done. */
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

static void a_failed_append_shows_nothing(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    uint64_t sequence = game_sequence(stage_game(stage, 0));
    int patches = east->patches;
    stage->store->next = JOURNAL_FAILED;
    assert_string_equal(refused(east, "message.send", "{'key':1,'to':'plenary','text':'Hello'}"),
                        "store.failed");
    assert_int_equal(east->patches, patches);
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence);
    /* The disk has room again: the same key is done. */
    (void)call(east, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence + 1);
    assert_true(stage->logged.length > 0);
}

static void a_lost_race_is_decided_again(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    uint64_t sequence = game_sequence(stage_game(stage, 0));
    stage->store->next = JOURNAL_CONFLICT;
    client_ask(east, "message.send", "{'key':1,'to':'plenary','text':'Here'}");
    client_ask(east, "message.send", "{'key':2,'to':'plenary','text':'There'}");
    (void)client_result(east);
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence + 2);
    assert_current(east, 0, party_audience(stage, "ost"));
}

static void what_another_wrote_is_read_on(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    /* A second host on the same store. */
    struct host *first = stage->host;
    struct peer *peer = east->peer;
    stage_host_open(stage);
    client_open_with(east, TEXT("127.0.0.1"), TEXT(""));
    (void)call(east, "attach", "{'token':'%.*s'}", S(east->token));
    (void)call(east, "message.send", "{'key':1,'to':'plenary','text':'At the second'}");
    struct text hash = game_hash(stage_game(stage, 0), stage->arena);
    host_close(stage->host);
    /* The first did not hear of it: its next append meets a conflict. */
    stage->host = first;
    east->peer = peer;
    east->followed_count = 0;
    (void)client_attach(east);
    assert_false(text_equal(hash, game_hash(stage_game(stage, 0), stage->arena)));
    (void)call(east, "message.send", "{'key':2,'to':'plenary','text':'At the first'}");
    assert_current(east, 0, party_audience(stage, "ost"));
    struct tree *messages =
        tree_at(client_followed(east, stage->tables[0])->view, "circles.plenary.messages");
    assert_int_equal(messages->count, 2);
    assert_text(text_at(messages->members[0].value, "text"), "At the second");
}

static void an_unknown_end_freezes_the_table(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *east = stage_join(stage, "east");
    struct client *other = stage_join(stage, "other");
    stage_start(control);
    stage->store->next = JOURNAL_UNKNOWN;
    client_ask(east, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
    assert_string_equal(client_refusal(east), "store.failed");
    assert_string_equal(refused(east, "message.send", "{'key':2,'to':'plenary','text':'x'}"),
                        "store.failed");
    (void)call(other, "message.send", "{'key':1,'to':'plenary','text':'x'}");
    stage_restart(stage);
    (void)client_attach(east);
    (void)call(east, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
}

static void an_exercise_that_is_not_stored_is_not_made(void **state)
{
    struct stage *stage = *state;
    struct client *control = client_new(stage, "control");
    stage->store->next = JOURNAL_FAILED;
    assert_string_equal(refused(control, "exercise.create", "{'scenario':'pact','token':'%.*s'}",
                                S(control->token)),
                        "store.failed");
    assert_string_equal(refused(control, "attach", "{'token':'%.*s'}", S(control->token)),
                        "token.unknown");
    (void)stage_create(stage, "");
}

static void what_could_not_be_read_is_read_again(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    stage_start(control);
    stage->store->fail_read = true;
    assert_string_equal(refused(control, "replay.moments", "{}"), "store.failed");
    assert_true(tree_get(call(control, "replay.moments", "{}"), TEXT("moments"))->count > 0);
}

/* What was looked at last is kept in memory; what was not for long is read again. */
static void looking_back_at_many_tables_keeps_some(void **state)
{
    struct stage *stage = *state;
    struct client *control = client_new(stage, "control");
    const struct tree *tables = tree_get(
        call(control, "exercise.create",
             "{'scenario':'pact','token':'%.*s','untimed':true,'tables':40}", S(control->token)),
        TEXT("tables"));
    stage_start(control);
    int before = stage->store->reads;
    for (size_t index = 0; index < 40; index++)
        (void)call(control, "replay.moments", "{'table':'%.*s'}",
                   S(text_at(tables->members[index].value, "id")));
    assert_int_equal(stage->store->reads - before, 40);
    for (size_t index = 40; index-- > 20;)
        (void)call(control, "replay.moments", "{'table':'%.*s'}",
                   S(text_at(tables->members[index].value, "id")));
    assert_int_equal(stage->store->reads - before, 40);
    (void)call(control, "replay.moments", "{'table':'%.*s'}",
               S(text_at(tables->members[0].value, "id")));
    assert_int_equal(stage->store->reads - before, 41);
}

/* The same link may be tried again as soon as there is room. */
static void an_exercise_whose_scenario_is_not_stored_is_not_made(void **state)
{
    struct stage *stage = *state;
    struct client *control = client_new(stage, "control");
    stage->store->fail_blob = true;
    client_ask(control, "exercise.create", "{'scenario':'pact','token':'%.*s'}", S(control->token));
    assert_string_equal(client_refusal(control), "store.failed");
    assert_text(text_at(tree_get(control->answer, TEXT("error")), "message"),
                "The store failed; nothing was done.");
    assert_string_equal(refused(control, "attach", "{'token':'%.*s'}", S(control->token)),
                        "token.unknown");
    (void)call(control, "exercise.create", "{'scenario':'pact','token':'%.*s'}", S(control->token));
    (void)call(control, "attach", "{'token':'%.*s'}", S(control->token));
}

static void joining_fails_with_the_store(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *ana = client_new(stage, "ana");
    stage->store->next = JOURNAL_FAILED;
    assert_string_equal(refused(ana, "exercise.join", "{'code':'%.*s','name':'A','token':'%.*s'}",
                                S(stage->code), S(ana->token)),
                        "store.failed");
    (void)call(ana, "exercise.join", "{'code':'%.*s','name':'A','token':'%.*s'}", S(stage->code),
               S(ana->token));
    struct tree *attached = client_attach(control);
    assert_int_equal(int_at(tree_at(attached, "view.hall"), "people"), 1);
}

static void a_seat_that_the_table_did_not_take_is_given_back(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    (void)client_attach(control);
    struct client *ana = client_new(stage, "ana");
    client_ask(ana, "exercise.join", "{'code':'%.*s','name':'A','token':'%.*s'}", S(stage->code),
               S(ana->token));
    stage->store->fail_table = 1;
    struct tree *joined = client_result(ana);
    assert_null(tree_get(joined, TEXT("table")));
    stage_deliver(stage);
    struct tree *attached = client_attach(control);
    assert_int_equal(int_at(tree_at(attached, "view.hall"), "people"), 1);
    assert_int_equal(int_at(tree_at(attached, "view.hall"), "seated"), 0);
    (void)call(ana, "attach", "{'token':'%.*s'}", S(ana->token));
}

static void a_command_of_controls_fails_with_the_store(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    (void)client_attach(control);
    stage->store->next = JOURNAL_FAILED;
    client_ask(control, "exercise.start", "{'key':1}");
    client_ask(control, "exercise.start", "{'key':1}");
    stage_deliver(stage);
    (void)call(control, "exercise.start", "{'key':1}");
    stage->store->fail_table = 1;
    struct tree *answer = call(control, "exercise.pause", "{'key':2}");
    assert_int_equal(tree_get(answer, TEXT("refused"))->count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_failed_append_shows_nothing),
        TEST(a_lost_race_is_decided_again),
        TEST(what_another_wrote_is_read_on),
        TEST(an_unknown_end_freezes_the_table),
        TEST(an_exercise_that_is_not_stored_is_not_made),
        TEST(what_could_not_be_read_is_read_again),
        TEST(looking_back_at_many_tables_keeps_some),
        TEST(an_exercise_whose_scenario_is_not_stored_is_not_made),
        TEST(joining_fails_with_the_store),
        TEST(a_seat_that_the_table_did_not_take_is_given_back),
        TEST(a_command_of_controls_fails_with_the_store),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
