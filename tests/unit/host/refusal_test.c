/* Everything that is answered with no: the envelope, who may ask what, parameters, limits. */
#include "host/stage.h"

static int setup(void **state)
{
    *state = stage_open();
    return 0;
}

static int limited_setup(void **state)
{
    struct stage *stage = stage_open();
    host_close(stage->host);
    stage->settings.unlimited = false;
    stage_host_open(stage);
    *state = stage;
    return 0;
}

static int teardown(void **state)
{
    stage_close(*state);
    return 0;
}

static int64_t error_code(struct client *client, struct text message)
{
    client->answer = NULL;
    host_receive(client->stage->host, client->peer, message);
    assert_non_null(client->answer);
    return int_at(tree_get(client->answer, TEXT("error")), "code");
}

static void the_envelope_is_checked(void **state)
{
    struct stage *stage = *state;
    struct client *client = client_new(stage, "client");
    assert_int_equal(error_code(client, TEXT("{\"jsonrpc\":")), -32700);
    assert_int_equal(error_code(client, TEXT("")), -32700);
    assert_int_equal(error_code(client, TEXT("\xff\xfe")), -32700);
    assert_int_equal(error_code(client, TEXT("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"a\"}")),
                     -32600);
    assert_int_equal(error_code(client, TEXT("[]")), -32600);
    assert_int_equal(error_code(client, TEXT("7")), -32600);
    assert_int_equal(error_code(client, TEXT("{\"id\":1,\"method\":\"server.info\"}")), -32600);
    assert_int_equal(error_code(client, TEXT("{\"jsonrpc\":\"2.0\",\"id\":1}")), -32600);
    assert_int_equal(
        error_code(client, TEXT("{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"server.info\"}")),
        -32600);
    assert_int_equal(
        error_code(client, TEXT("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no.such\"}")), -32601);
    assert_int_equal(
        error_code(client,
                   TEXT("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"attach\",\"params\":[1]}")),
        -32602);
}

static void an_id_comes_back_as_it_was(void **state)
{
    struct stage *stage = *state;
    struct client *client = client_new(stage, "client");
    host_receive(stage->host, client->peer,
                 TEXT("{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"b\",\"method\":\"server.info\"}"));
    assert_text(text_at(client->answer, "id"), "a\"b");
    client->last = TEXT("");
    host_receive(stage->host, client->peer,
                 TEXT("{\"jsonrpc\":\"2.0\",\"method\":\"server.info\"}"));
    assert_int_equal(client->last.length, 0); /* a notification gets no answer */
    host_receive(stage->host, client->peer, TEXT("{\"jsonrpc\":\"2.0\",\"method\":\"no.such\"}"));
    assert_int_equal(client->last.length, 0);
}

static void a_message_has_an_end(void **state)
{
    struct stage *stage = *state;
    struct client *client = client_new(stage, "client");
    static char large[70000];
    memset(large, ' ', sizeof(large));
    assert_int_equal(error_code(client, (struct text){large, sizeof(large)}), -32600);
}

static void anyone_may_look_around(void **state)
{
    struct stage *stage = *state;
    struct client *client = client_new(stage, "client");
    struct tree *info = call(client, "server.info", "{}");
    assert_text(text_at(info, "name"), "Entente");
    assert_int_equal(int_at(info, "now"), stage->now);
    assert_int_equal(int_at(tree_get(info, TEXT("limits")), "tables"), 40);
    struct tree *list = call(client, "scenario.list", "{}");
    struct tree *pact = tree_get(list, TEXT("scenarios"))->members[0].value;
    assert_text(text_at(pact, "title"), "The Pact");
    assert_text(text_at(tree_at(pact, "parties.wes"), "name"), "Westland");
    assert_int_equal(tree_get(pact, TEXT("essential"))->count, 2);
    struct tree *scenario = call(client, "scenario.get", "{'scenario':'pact'}");
    assert_text(text_at(scenario, "id"), "pact");
    assert_null(tree_get(scenario, TEXT("injects"))); /* control's alone */
    assert_null(tree_at(scenario, "briefings.own"));
    assert_string_equal(refused(client, "scenario.get", "{'scenario':'x'}"), "scenario.unknown");
    assert_string_equal(refused(client, "scenario.get", "{'scenario':'pact','edition':'x'}"),
                        "edition.unknown");
    assert_string_equal(refused(client, "server.info", "{'extra':1}"), "parameter.unknown");
}

static void a_scenario_is_shown_as_one_may_know_it(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *east = stage_join(stage, "east");
    (void)client_attach(control);
    assert_non_null(tree_at(call(east, "scenario.get", "{}"), "briefings.own"));
    assert_non_null(tree_get(call(control, "scenario.get", "{}"), TEXT("injects")));
    assert_null(tree_get(call(east, "scenario.get", "{}"), TEXT("injects")));
}

static void creating_is_checked(void **state)
{
    struct stage *stage = *state;
    struct client *client = client_new(stage, "client");
    const char *token = arena_copy(stage->arena, client->token).at;
    assert_string_equal(refused(client, "exercise.create", "{'token':'%s'}", token),
                        "parameter.missing");
    assert_string_equal(refused(client, "exercise.create", "{'scenario':'x','token':'%s'}", token),
                        "scenario.unknown");
    assert_string_equal(
        refused(client, "exercise.create", "{'scenario':'pact','edition':'x','token':'%s'}", token),
        "edition.unknown");
    assert_string_equal(
        refused(client, "exercise.create", "{'scenario':'pact','tables':0,'token':'%s'}", token),
        "parameter.invalid");
    assert_string_equal(
        refused(client, "exercise.create", "{'scenario':'pact','tables':41,'token':'%s'}", token),
        "parameter.invalid");
    assert_string_equal(
        refused(client, "exercise.create", "{'scenario':'pact','tables':'2','token':'%s'}", token),
        "parameter.invalid");
    assert_string_equal(
        refused(client, "exercise.create", "{'scenario':'pact','mode':'x','token':'%s'}", token),
        "parameter.invalid");
    assert_string_equal(
        refused(client, "exercise.create", "{'scenario':'pact','rooms':1,'token':'%s'}", token),
        "parameter.unknown");
    assert_string_equal(refused(client, "exercise.create", "{'scenario':'pact','token':'short'}"),
                        "token.invalid");
    assert_string_equal(refused(client, "exercise.create", "{'scenario':'pact','token':'%s'}",
                                "not+base64/url=0123456789"),
                        "token.invalid");
}

static void an_operator_may_ask_for_a_key(void **state)
{
    struct stage *stage = *state;
    host_close(stage->host);
    stage->settings.create_key = TEXT("open sesame");
    stage_host_open(stage);
    struct client *client = client_new(stage, "client");
    assert_string_equal(
        refused(client, "exercise.create", "{'scenario':'pact','token':'%.*s'}", S(client->token)),
        "create.key");
    assert_string_equal(refused(client, "exercise.create",
                                "{'scenario':'pact','token':'%.*s','create_key':'x'}",
                                S(client->token)),
                        "create.key");
    assert_string_equal(refused(client, "scenario.pack", "{'scenario':'pact'}"), "create.key");
    (void)call(client, "exercise.create",
               "{'scenario':'pact','token':'%.*s','create_key':'open sesame'}", S(client->token));
    struct tree *pack =
        call(client, "scenario.pack", "{'scenario':'pact','create_key':'open sesame'}");
    assert_non_null(tree_at(pack, "scores.ost"));
    assert_string_equal(
        refused(client, "scenario.pack", "{'scenario':'none','create_key':'open sesame'}"),
        "scenario.unknown");
    assert_string_equal(refused(client, "scenario.pack",
                                "{'scenario':'pact','edition':'none','create_key':'open sesame'}"),
                        "edition.unknown");
    bool key = false;
    assert_true(tree_get_bool(call(client, "server.info", "{}"), TEXT("create_key"), &key));
    assert_true(key);
    struct client *player = client_new(stage, "player");
    (void)call(player, "play.now", "{'token':'%.*s'}", S(player->token));
    struct client *operator= client_new(stage, "operator");
    host_peer_trust(operator->peer);
    assert_true(tree_get_bool(call(operator, "server.info", "{}"), TEXT("create_key"), &key));
    assert_false(key);
    (void)call(operator, "exercise.create", "{'scenario':'pact','token':'%.*s'}",
               S(operator->token));
}

/* The first of them has it. */
static void one_token_is_not_for_two_ways_to_begin(void **state)
{
    struct stage *stage = *state;
    static const char *const methods[] = {"exercise.create", "play.now"};
    for (int first = 0; first < 2; first++) {
        struct client *early = client_new(stage, first ? "early" : "soon");
        struct client *late = client_new(stage, first ? "late" : "later");
        client_ask(early, methods[first], "{'scenario':'pact','token':'%.*s'}", S(early->token));
        client_ask(late, methods[!first], "{'scenario':'pact','token':'%.*s'}", S(early->token));
        (void)client_result(early);
        assert_string_equal(client_refusal(late), "token.invalid");
        assert_string_equal(refused(late, methods[!first], "{'scenario':'pact','token':'%.*s'}",
                                    S(early->token)),
                            "token.invalid");
    }
}

static void creating_twice_is_creating_once(void **state)
{
    struct stage *stage = *state;
    struct client *control = client_new(stage, "control");
    client_ask(control, "exercise.create", "{'scenario':'pact','token':'%.*s'}", S(control->token));
    struct tree *second =
        call(control, "exercise.create", "{'scenario':'pact','token':'%.*s'}", S(control->token));
    struct tree *third =
        call(control, "exercise.create", "{'scenario':'pact','token':'%.*s'}", S(control->token));
    assert_true(tree_equal(second, third));
}

static void joining_is_checked(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *client = client_new(stage, "client");
    const char *code = arena_copy(stage->arena, stage->code).at;
    assert_string_equal(refused(client, "exercise.join",
                                "{'code':'AAAAAA','name':'A','token':'%.*s'}", S(client->token)),
                        "code.unknown");
    assert_string_equal(refused(client, "exercise.join", "{'code':'%s','name':' ','token':'%.*s'}",
                                code, S(client->token)),
                        "parameter.invalid");
    assert_string_equal(
        refused(client, "exercise.join",
                "{'code':'%s','name':'a name of more than forty characters is too long to show',"
                "'token':'%.*s'}",
                code, S(client->token)),
        "parameter.invalid");
    assert_string_equal(
        refused(client, "exercise.join", "{'code':'%s','name':'A','token':'x'}", code),
        "token.invalid");
    assert_string_equal(refused(client, "exercise.join", "{'code':'%s','name':'A','token':'%.*s'}",
                                code, S(control->token)),
                        "token.invalid");
    /* As people type it. */
    char typed[16];
    snprintf(typed, sizeof(typed), "%.3s-%.3s ", code, code + 3);
    for (char *at = typed; *at; at++)
        *at = (char)(*at >= 'A' && *at <= 'Z' ? *at + 32 : *at);
    struct tree *first = call(client, "exercise.join", "{'code':'%s','name':'A','token':'%.*s'}",
                              typed, S(client->token));
    struct tree *again = call(client, "exercise.join", "{'code':'%s','name':'A','token':'%.*s'}",
                              code, S(client->token));
    assert_true(tree_equal(first, again));
}

static void a_code_ends_with_the_exercise(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    stage_start(control);
    (void)call(control, "exercise.end", "{'table':'%.*s'}", S(stage->tables[0]));
    struct client *late = stage_join(stage, "late");
    assert_true(text_equal(client_followed(late, stage->tables[1])->of, stage->tables[1]));
    (void)call(control, "exercise.end", "{'table':'%.*s'}", S(stage->tables[1]));
    struct client *later = client_new(stage, "later");
    assert_string_equal(refused(later, "exercise.join", "{'code':'%.*s','name':'L','token':'%.*s'}",
                                S(stage->code), S(later->token)),
                        "code.unknown");
    stage_restart(stage);
    assert_string_equal(refused(later, "exercise.join", "{'code':'%.*s','name':'L','token':'%.*s'}",
                                S(stage->code), S(later->token)),
                        "code.unknown");
    struct tree *attached = client_attach(control);
    assert_text(text_at(tree_at(attached, "view.exercise"), "state"), "ended");
}

static void each_method_has_its_people(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *nobody = client_new(stage, "nobody");
    (void)client_attach(control);
    assert_string_equal(refused(nobody, "message.send", "{'to':'plenary','text':'x'}"),
                        "token.unknown");
    assert_string_equal(refused(nobody, "attach", "{'token':'%.*s'}", S(nobody->token)),
                        "token.unknown");
    assert_string_equal(refused(nobody, "attach", "{}"), "token.unknown");
    assert_string_equal(refused(east, "exercise.start", "{}"), "control.only");
    assert_string_equal(refused(east, "table.attach", "{'table':'%.*s'}", S(stage->tables[0])),
                        "control.only");
    assert_string_equal(refused(control, "ready.set", "{'on':true}"), "seat.only");
    assert_string_equal(refused(control, "score.evaluate", "{'assume':[]}"), "seat.only");
    assert_string_equal(refused(control, "exercise.pause", "{'table':'x'}"), "table.unknown");
    assert_string_equal(refused(control, "table.attach", "{'table':'x'}"), "table.unknown");
    assert_string_equal(
        refused(control, "table.attach", "{'table':'%.*s','as':'x'}", S(stage->tables[0])),
        "party.unknown");
    assert_string_equal(refused(control, "exercise.extend", "{}"), "parameter.missing");
    assert_string_equal(refused(control, "signature.void", "{}"), "parameter.missing");
    assert_string_equal(refused(east, "ready.set", "{'key':0,'on':true}"), "parameter.invalid");
    assert_string_equal(refused(east, "ready.set", "{'key':'1','on':true}"), "parameter.invalid");
    assert_string_equal(refused(east, "ready.set", "{'table':'x','on':true}"), "table.unknown");
    assert_string_equal(refused(east, "history.read", "{'what':'secrets'}"), "parameter.invalid");
    assert_string_equal(refused(east, "history.read", "{'what':'minutes','as':'wes'}"),
                        "control.only");
    assert_string_equal(refused(east, "history.read", "{'what':'minutes','table':'x'}"),
                        "table.unknown");
    assert_string_equal(refused(east, "history.read", "{'what':'minutes','limit':201}"),
                        "parameter.invalid");
}

static void a_calculator_may_be_switched_off(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, ",'untimed':true,'calculator':false");
    struct client *east = stage_join(stage, "east");
    assert_string_equal(refused(east, "score.evaluate", "{'assume':[]}"), "calculator.off");
    assert_string_equal(refused(east, "advice.ask", "{}"), "advice.off");
}

static void questions_are_answered(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct tree *worth = call(east, "score.evaluate",
                              "{'assume':[{'clauses':[{'type':'truce','terms':{'days':5}}]}]}");
    assert_int_equal(int_at(worth, "total"), 30);
    assert_int_equal(int_at(worth, "today"), 0);
    assert_int_equal(int_at(worth, "no_deal"), 10);
    (void)call(east, "message.send", "{'to':'plenary','text':'Hello'}");
    struct tree *history = call(east, "history.read", "{'what':'messages','of':'plenary'}");
    assert_int_equal(tree_get(history, TEXT("items"))->count, 1);
    history = call(control, "history.read", "{'what':'messages','of':'plenary'}");
    assert_int_equal(tree_get(history, TEXT("items"))->count, 1);
}

/* --- limits --- */

static void a_seat_may_not_flood(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    for (int count = 0; count < 20; count++)
        (void)call(east, "message.send", "{'to':'control','text':'%d'}", count);
    assert_string_equal(refused(east, "message.send", "{'to':'control','text':'x'}"), "limit.rate");
    (void)call(west, "message.send", "{'to':'control','text':'x'}"); /* others are not slowed */
    stage->now += 1000;
    for (int count = 0; count < 5; count++)
        (void)call(east, "message.send", "{'to':'control','text':'%d'}", count);
    assert_string_equal(refused(east, "message.send", "{'to':'control','text':'x'}"), "limit.rate");
    assert_int_equal(east->disconnected, 0);
    for (int count = 0; count < 250; count++)
        client_ask(east, "message.send", "{'to':'control','text':'x'}");
    assert_int_equal(east->disconnected, 1008);
    stage_deliver(stage);
}

static void codes_cannot_be_guessed(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, "");
    struct client *guesser = client_new(stage, "guesser");
    for (int count = 0; count < 20; count++)
        assert_string_equal(refused(guesser, "exercise.join",
                                    "{'code':'AAAAAA','name':'G','token':'%.*s'}",
                                    S(guesser->token)),
                            "code.unknown");
    /* Not even the right one is taken any more from that address. */
    assert_string_equal(refused(guesser, "exercise.join",
                                "{'code':'%.*s','name':'G','token':'%.*s'}", S(stage->code),
                                S(guesser->token)),
                        "limit.rate");
    struct client *elsewhere = client_new(stage, "elsewhere");
    host_peer_close(stage->host, elsewhere->peer);
    client_open_with(elsewhere, TEXT("192.0.2.9"), TEXT(""));
    (void)call(elsewhere, "exercise.join", "{'code':'%.*s','name':'E','token':'%.*s'}",
               S(stage->code), S(elsewhere->token));
    stage->now += 10 * 60 * 1000;
    (void)call(guesser, "exercise.join", "{'code':'%.*s','name':'G','token':'%.*s'}",
               S(stage->code), S(guesser->token));
}

static void exercises_are_not_made_without_end(void **state)
{
    struct stage *stage = *state;
    struct client *client = client_new(stage, "client");
    for (int count = 0; count < 60; count++)
        (void)call(client, "play.now", "{'token':'token-number-%02d-0123456789'}", count);
    assert_string_equal(refused(client, "play.now", "{'token':'token-number-60-0123456789'}"),
                        "limit.rate");
    assert_string_equal(refused(client, "exercise.create",
                                "{'scenario':'pact','token':'token-number-61-0123456789'}"),
                        "limit.rate");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
#define LIMITED(name) cmocka_unit_test_setup_teardown(name, limited_setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_envelope_is_checked),
        TEST(an_id_comes_back_as_it_was),
        TEST(a_message_has_an_end),
        TEST(anyone_may_look_around),
        TEST(a_scenario_is_shown_as_one_may_know_it),
        TEST(creating_is_checked),
        TEST(an_operator_may_ask_for_a_key),
        TEST(one_token_is_not_for_two_ways_to_begin),
        TEST(creating_twice_is_creating_once),
        TEST(joining_is_checked),
        TEST(a_code_ends_with_the_exercise),
        TEST(each_method_has_its_people),
        TEST(a_calculator_may_be_switched_off),
        TEST(questions_are_answered),
        LIMITED(a_seat_may_not_flood),
        LIMITED(codes_cannot_be_guessed),
        LIMITED(exercises_are_not_made_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
