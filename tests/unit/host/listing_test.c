/* Open games: strangers find them, they begin by themselves, and are called off where nobody comes.
 */
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

/* As the shell does: ticks while anything is due. */
static void stage_run(struct stage *stage)
{
    for (int turns = 0; turns < 20 && host_due(stage->host) <= stage->now; turns++) {
        host_tick(stage->host);
        stage_deliver(stage);
    }
    assert_true(host_due(stage->host) > stage->now);
}

static struct tree *listed(struct stage *stage)
{
    struct client *stranger = stage->clients[0];
    return tree_get(call(stranger, "lobby.list", "{}"), TEXT("games"));
}

static struct client *stage_list(struct stage *stage, const char *options)
{
    (void)client_new(stage, "stranger");
    return stage_create(stage, options);
}

static bool flag_at(const struct tree *tree, const char *name)
{
    bool flag = false;
    (void)tree_get_bool(tree, text_of(name), &flag);
    return flag;
}

static bool running(struct client *client)
{
    return text_equal(text_at(tree_at(client_attach(client), "view.clock"), "state"),
                      TEXT("running"));
}

static void a_game_is_listed_until_it_is_full(void **state)
{
    struct stage *stage = *state;
    (void)stage_list(stage, ",'listed':{'people_min':3},'name':'For anybody','untimed':true");
    (void)stage_join(stage, "one");
    const struct tree *games = listed(stage);
    assert_int_equal(games->count, 1);
    struct tree *game = games->members[0].value;
    assert_text(text_at(game, "name"), "For anybody");
    assert_text(text_at(game, "title"), "The Pact");
    assert_true(text_equal(text_at(game, "code"), stage->code));
    assert_int_equal(int_at(game, "taken"), 1);
    assert_int_equal(int_at(game, "seats"), 3);
    assert_int_equal(int_at(game, "people_min"), 3);
    assert_false(flag_at(game, "running"));
    stage_run(stage);
    (void)stage_join(stage, "two");
    stage_run(stage);
    struct client *three = stage_join(stage, "three");
    assert_true(host_due(stage->host) <= stage->now);
    stage_run(stage);
    assert_true(running(three));
    assert_int_equal(listed(stage)->count, 0);
}

static void a_seat_that_is_given_back_is_listed_again(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_list(stage, ",'listed':{'people_min':3},'untimed':true");
    struct client *one = stage_join(stage, "one");
    (void)stage_join(stage, "two");
    (void)stage_join(stage, "three");
    stage_run(stage);
    (void)client_attach(control);
    struct text person = text_at(tree_at(client_attach(one), "you"), "person");
    (void)call(control, "seat.release", "{'person':'%.*s'}", S(person));
    const struct tree *games = listed(stage);
    assert_int_equal(games->count, 1);
    assert_true(flag_at(games->members[0].value, "running"));
    assert_int_equal(int_at(games->members[0].value, "taken"), 2);
    struct client *four = stage_join(stage, "four");
    assert_true(running(four));
    assert_int_equal(listed(stage)->count, 0);
}

/* At its time with as many as were asked for; what is empty then stays so, or bots play it. */
static void a_game_begins_at_its_time(void **state)
{
    struct stage *stage = *state;
    int64_t at = stage->now + 3600000;
    (void)stage_list(stage, "");
    char options[128];
    snprintf(options, sizeof(options), ",'untimed':true,'listed':{'people_min':2,'starts_at':%lld}",
             (long long)at);
    struct client *maker = client_new(stage, "maker");
    struct tree *made = call(maker, "exercise.create", "{'scenario':'pact','token':'%.*s'%s}",
                             S(maker->token), options);
    stage->code = text_at(made, "code");
    struct client *one = stage_join(stage, "one");
    (void)stage_join(stage, "two");
    assert_int_equal(host_due(stage->host), at);
    stage->now = at - 1;
    stage_run(stage);
    assert_false(running(one));
    stage_restart(stage);
    stage->now = at;
    stage_run(stage);
    assert_true(running(one));
    stage_restart(stage);
    stage_run(stage);
    assert_true(running(one));
}

static void with_bots_one_person_is_enough(void **state)
{
    struct stage *stage = *state;
    char options[160];
    snprintf(options, sizeof(options),
             ",'untimed':true,'bots':true,'listed':{'people_min':3,'starts_at':%lld}",
             (long long)stage->now + 1000);
    struct client *control = stage_list(stage, options);
    struct client *one = stage_join(stage, "one");
    stage->now += 1000;
    stage_run(stage);
    assert_true(running(one));
    const struct tree *people = tree_at(client_attach(control), "view.people");
    int bots = 0;
    for (size_t index = 0; index < people->count; index++)
        bots += flag_at(people->members[index].value, "bot");
    assert_int_equal(bots, 2);
    /* A person may still take a bot's place. */
    assert_int_equal(listed(stage)->count, 1);
    struct client *two = stage_join(stage, "two");
    assert_true(running(two));
    assert_int_equal(int_at(listed(stage)->members[0].value, "taken"), 2);
}

static void too_few_and_it_is_called_off(void **state)
{
    struct stage *stage = *state;
    char options[128];
    snprintf(options, sizeof(options), ",'untimed':true,'listed':{'people_min':2,'starts_at':%lld}",
             (long long)stage->now + 1000);
    (void)stage_list(stage, options);
    struct client *one = stage_join(stage, "one");
    stage->now += 1000;
    stage_run(stage);
    assert_text(text_at(one->notified, "method"), "moved");
    struct tree *attached = client_attach(one);
    assert_true(flag_at(tree_at(attached, "exercise.listed"), "called_off"));
    assert_int_equal(listed(stage)->count, 0);
    stage_restart(stage);
    stage_run(stage);
    assert_true(flag_at(tree_at(client_attach(one), "exercise.listed"), "called_off"));
    assert_false(running(one));
}

static void a_start_that_fails_is_tried_again(void **state)
{
    struct stage *stage = *state;
    (void)stage_list(stage, ",'untimed':true,'listed':{'people_min':1}");
    struct client *one = stage_join(stage, "one");
    stage->store->next = JOURNAL_FAILED;
    stage_run(stage);
    assert_false(running(one));
    stage->now += 60000;
    stage_run(stage);
    assert_true(running(one));
}

static void wrong_wishes_are_refused(void **state)
{
    struct stage *stage = *state;
    struct client *client = client_new(stage, "client");
    static const char *const wrong[] = {
        "'listed':true",
        "'listed':{'people_min':0}",
        "'listed':{'people_min':4}",
        "'listed':{'people_min':'two'}",
        "'listed':{'starts_at':1}",
        "'listed':{'starts_at':9000000000000}",
        "'listed':{},'tables':2",
        "'listed':{},'grouping':'hand'",
    };
    for (size_t index = 0; index < sizeof(wrong) / sizeof(*wrong); index++)
        assert_string_equal(refused(client, "exercise.create",
                                    "{'scenario':'pact','token':'%.*s',%s}", S(client->token),
                                    wrong[index]),
                            "parameter.invalid");
    assert_string_equal(refused(client, "exercise.create",
                                "{'scenario':'pact','token':'%.*s','listed':{'when':1}}",
                                S(client->token)),
                        "parameter.unknown");
    assert_int_equal(tree_get(call(client, "lobby.list", "{}"), TEXT("games"))->count, 0);
}

static void what_is_not_listed_is_in_no_list(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_list(stage, ",'untimed':true");
    assert_int_equal(listed(stage)->count, 0);
    struct client *maker = client_new(stage, "maker");
    (void)call(maker, "exercise.create",
               "{'scenario':'pact','name':'Open','listed':{},'token':'%.*s'}", S(maker->token));
    assert_int_equal(listed(stage)->count, 1);
    (void)call(maker, "attach", "{'token':'%.*s'}", S(maker->token));
    (void)call(maker, "exercise.delete", "{'name':'Open'}");
    assert_int_equal(listed(stage)->count, 0);
    (void)client_attach(control);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_game_is_listed_until_it_is_full), TEST(a_seat_that_is_given_back_is_listed_again),
        TEST(a_game_begins_at_its_time),         TEST(with_bots_one_person_is_enough),
        TEST(too_few_and_it_is_called_off),      TEST(a_start_that_fails_is_tried_again),
        TEST(wrong_wishes_are_refused),          TEST(what_is_not_listed_is_in_no_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
