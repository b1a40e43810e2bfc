/* Several who control one exercise: links of their own, requests that one of them takes, a log. */
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

/* A second one, with a link of her own. */
static struct client *invited(struct stage *stage, struct client *control, const char *name)
{
    (void)client_attach(control);
    struct tree *answer = call(control, "control.invite", "{'name':'%s'}", name);
    struct client *other = client_new(stage, name);
    other->token = text_at(answer, "token");
    (void)client_attach(other);
    return other;
}

static struct tree *seen(struct client *client, const char *path)
{
    return tree_at(client_attach(client), path);
}

static void each_has_a_link_and_a_counter_of_its_own(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *second = invited(stage, control, "Berta");
    struct tree *attached = client_attach(second);
    assert_text(text_at(attached, "kind"), "control");
    assert_text(text_at(tree_at(attached, "you"), "name"), "Berta");
    (void)call(control, "exercise.start", "{'key':1}");
    /* The same number is another command. */
    (void)call(second, "moment.mark", "{'key':1,'text':'Here'}");
    assert_int_equal(int_at(client_attach(second), "next_key"), 2);
    stage_restart(stage);
    assert_int_equal(int_at(client_attach(second), "next_key"), 2);
    assert_int_equal(int_at(client_attach(control), "next_key"), 2);
    struct text id = text_at(tree_at(client_attach(second), "you"), "controller");
    const struct tree *both = seen(control, "view.controllers");
    assert_int_equal(both->count, 2);
    assert_text(text_at(tree_get(both, id), "name"), "Berta");
    bool online = false;
    assert_true(tree_get_bool(tree_get(both, id), TEXT("online"), &online) && online);
}

/* Whatever is asked again with its key is done once, and answered the same. */
static void what_is_sent_again_is_done_once(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana");
    const char *const invite = "{'key':1,'name':'Berta','token':'a-token-of-her-own-0123456789'}";
    const char *const link = "{'key':2,'person':'%.*s','token':'a-token-of-her-own-abcdefghij'}";
    struct text person = text_at(tree_at(client_attach(ana), "you"), "person");
    (void)client_attach(control);
    struct tree *invited_first = call(control, "control.invite", invite);
    assert_true(tree_equal(invited_first, call(control, "control.invite", invite)));
    struct tree *linked = call(control, "seat.link", link, S(person));
    stage_restart(stage);
    assert_int_equal(int_at(client_attach(control), "next_key"), 3);
    assert_true(tree_equal(invited_first, call(control, "control.invite", invite)));
    assert_true(tree_equal(linked, call(control, "seat.link", link, S(person))));
    assert_int_equal(seen(control, "view.controllers")->count, 2);
    struct client *again = client_new(stage, "again");
    again->token = TEXT("a-token-of-her-own-abcdefghij");
    assert_true(text_equal(text_at(tree_at(client_attach(again), "you"), "person"), person));
    /* With another key it is another wish: the same token is hers already, or somebody else's. */
    (void)call(control, "seat.link",
               "{'key':3,'person':'%.*s','token':'a-token-of-her-own-abcdefghij'}", S(person));
    assert_string_equal(refused(control, "control.invite",
                                "{'key':4,'name':'C','token':'a-token-of-her-own-abcdefghij'}"),
                        "token.invalid");
    assert_string_equal(refused(control, "control.invite", "{'key':4,'name':'C','token':'short'}"),
                        "token.invalid");
    for (int key = 4; key < 70; key++)
        (void)call(control, "seat.release", "{'key':%d,'person':'%.*s'}", key, S(person));
    (void)call(control, "seat.assign", "{'key':70,'person':'%.*s','table':'%.*s','party':'ost'}",
               S(person), S(stage->tables[0]));
}

static void a_link_is_taken_back(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *second = invited(stage, control, "Berta");
    struct text id = text_at(tree_at(client_attach(second), "you"), "controller");
    (void)call(control, "control.remove", "{'controller':'%.*s'}", S(id));
    assert_text(text_at(second->notified, "method"), "bye");
    assert_string_equal(refused(control, "control.remove", "{'controller':'%.*s'}", S(id)),
                        "controller.unknown");
    struct client *again = client_new(stage, "again");
    assert_string_equal(refused(again, "attach", "{'token':'%.*s'}", S(second->token)),
                        "token.unknown");
    stage_restart(stage);
    assert_string_equal(refused(again, "attach", "{'token':'%.*s'}", S(second->token)),
                        "token.unknown");
    (void)client_attach(control);
    assert_string_equal(refused(control, "control.remove", "{'controller':''}"),
                        "controller.first");
    assert_string_equal(refused(control, "control.invite", "{'name':' '}"), "parameter.invalid");
    for (int count = 1; count < 20; count++)
        (void)call(control, "control.invite", "{'name':'Another'}");
    assert_string_equal(refused(control, "control.invite", "{'name':'One more'}"), "limit.size");
}

static struct tree *request_seen(struct client *client)
{
    struct tree *requests = seen(client, "view.requests");
    assert_int_equal(requests->count, 1);
    return requests->members[0].value;
}

static void a_request_is_taken_by_one_and_settled(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *second = invited(stage, control, "Berta");
    (void)client_attach(control);
    (void)call(control, "exercise.start", "{}");
    assert_int_equal(seen(control, "view.requests")->count, 0);
    (void)call(east, "message.send", "{'key':1,'to':'plenary','text':'Hello, all'}");
    (void)call(east, "message.send", "{'key':2,'to':'control','text':'May we build a dam?'}");
    struct tree *request = request_seen(control);
    assert_text(text_at(request, "text"), "May we build a dam?");
    assert_text(text_at(request, "from"), "ost");
    assert_true(text_equal(text_at(request, "table"), stage->tables[0]));
    struct text message = text_at(request, "message");
    const char *which = "{'table':'%.*s','message':'%.*s'}";
    (void)call(second, "request.claim", which, S(stage->tables[0]), S(message));
    assert_true(text_equal(text_at(request_seen(control), "claimed"),
                           text_at(tree_at(client_attach(second), "you"), "controller")));
    assert_string_equal(refused(control, "request.claim", which, S(stage->tables[0]), S(message)),
                        "request.claimed");
    stage_restart(stage);
    assert_string_equal((client_attach(control),
                         refused(control, "request.claim", which, S(stage->tables[0]), S(message))),
                        "request.claimed");
    (void)client_attach(second);
    (void)call(second, "request.claim", "{'table':'%.*s','message':'%.*s','on':false}",
               S(stage->tables[0]), S(message));
    (void)call(control, "request.claim", which, S(stage->tables[0]), S(message));
    /* The facilitator's answer is no request. */
    (void)call(control, "message.send", "{'table':'%.*s','to':['ost'],'text':'You may.'}",
               S(stage->tables[0]));
    (void)request_seen(second);
    (void)call(second, "request.settle", which, S(stage->tables[0]), S(message));
    assert_int_equal(seen(control, "view.requests")->count, 0);
    (void)call(second, "request.settle", "{'table':'%.*s','message':'%.*s','on':false}",
               S(stage->tables[0]), S(message));
    (void)request_seen(control);
    assert_string_equal(
        refused(control, "request.settle", which, S(stage->tables[0]), S(TEXT("x"))),
        "request.unknown");
    assert_string_equal(refused(control, "request.claim", which, S(TEXT("x")), S(message)),
                        "request.unknown");
    (void)client_attach(east);
    assert_string_equal(refused(east, "request.claim", which, S(stage->tables[0]), S(message)),
                        "control.only");
}

static void the_log_says_who_did_what(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *second = invited(stage, control, "Berta");
    (void)client_attach(control);
    (void)call(control, "exercise.start", "{}");
    (void)call(second, "variable.set", "{'name':'tension','value':3,'reason':'A try'}");
    stage_restart(stage);
    struct text id = text_at(tree_at(client_attach(second), "you"), "controller");
    const struct tree *acts = seen(control, "view.acts");
    assert_int_equal(acts->count, 3);
    int found = 0;
    for (size_t index = 0; index < acts->count; index++) {
        const struct tree *act = acts->members[index].value;
        struct text method;
        assert_null(tree_get(act, TEXT("token")));
        assert_int_equal(int_at(act, "at"), stage->now);
        if (!tree_get_text(act, TEXT("method"), &method))
            continue;
        bool by_second = text_equal(text_at(act, "by"), id);
        assert_true(by_second == text_equal(method, TEXT("variable.set")));
        found += by_second;
        if (by_second)
            assert_text(text_at(tree_get(act, TEXT("params")), "reason"), "A try");
    }
    assert_int_equal(found, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_has_a_link_and_a_counter_of_its_own),
        TEST(what_is_sent_again_is_done_once),
        TEST(a_link_is_taken_back),
        TEST(a_request_is_taken_by_one_and_settled),
        TEST(the_log_says_who_did_what),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
