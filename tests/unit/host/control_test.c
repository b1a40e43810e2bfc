/* The facilitator: many tables at once, people moved, looking over shoulders. */
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

static struct text person_id(struct client *client)
{
    return text_at(tree_get(client_attach(client), TEXT("you")), "person");
}

static void one_word_starts_every_table(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':3");
    (void)client_attach(control);
    struct tree *answer = call(control, "exercise.start", "{'key':1}");
    assert_int_equal(tree_get(answer, TEXT("tables"))->count, 3);
    for (size_t table = 0; table < 3; table++)
        assert_text(
            text_at(
                tree_at(exercise_seen(control),
                        arena_print(stage->arena, "tables.%.*s.clock", S(stage->tables[table])).at),
                "state"),
            "running");
    assert_text(text_at(tree_at(exercise_seen(control), "exercise"), "state"), "running");
    assert_exercise_current(control);
}

static void tables_refuse_for_themselves(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    (void)client_attach(control);
    (void)call(control, "exercise.start", "{'table':'%.*s'}", S(stage->tables[0]));
    struct tree *answer = call(control, "inject.fire", "{'inject':'storm'}");
    assert_int_equal(tree_get(answer, TEXT("tables"))->count, 1);
    assert_int_equal(tree_get(answer, TEXT("refused"))->count, 1);
    assert_true(text_equal(tree_get(answer, TEXT("refused"))->members[0].key, stage->tables[1]));
    /* Where all refuse, that is the answer. */
    assert_string_equal(refused(control, "inject.fire", "{'inject':'storm'}"), "inject.once");
    assert_string_equal(
        refused(control, "inject.fire", "{'inject':'storm','table':'%.*s'}", S(stage->tables[1])),
        "game.not_started");
    assert_exercise_current(control);
}

static void controls_keys_are_done_once(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    stage_start(control);
    uint64_t before = game_sequence(stage_game(stage, 0));
    client_ask(control, "moment.mark", "{'key':5,'text':'Here'}");
    struct tree *second = call(control, "moment.mark", "{'key':5,'text':'Here'}");
    struct tree *third = call(control, "moment.mark", "{'key':5,'text':'Here'}");
    assert_true(tree_equal(second, third));
    assert_int_equal(game_sequence(stage_game(stage, 0)), before + 1);
    stage_restart(stage);
    struct tree *attached = client_attach(control);
    assert_int_equal(int_at(attached, "next_key"), 6);
    struct tree *fourth = call(control, "moment.mark", "{'key':5,'text':'Here'}");
    assert_true(tree_equal(third, fourth));
    assert_int_equal(game_sequence(stage_game(stage, 0)), before + 1);
}

static void people_are_moved(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *ana = stage_join(stage, "ana");
    (void)client_attach(control);
    struct text person = person_id(ana);
    int told = ana->notifications;
    (void)call(control, "seat.assign", "{'person':'%.*s','table':'%.*s','party':'mid'}", S(person),
               S(stage->tables[1]));
    assert_true(ana->notifications > told);
    assert_text(text_at(ana->notified, "method"), "moved");
    struct tree *attached = client_attach(ana);
    assert_text(text_at(tree_get(attached, TEXT("you")), "party"), "mid");
    assert_true(text_equal(text_at(tree_get(attached, TEXT("you")), "table"), stage->tables[1]));
    /* What happens at the old table is no longer hers to see. */
    int patches = ana->patches;
    (void)call(control, "exercise.start", "{'table':'%.*s'}", S(stage->tables[0]));
    assert_int_equal(ana->patches, patches);
    assert_exercise_current(control);

    (void)call(control, "seat.release", "{'person':'%.*s'}", S(person));
    attached = client_attach(ana);
    assert_int_equal(int_at(tree_at(attached, "view.hall"), "seated"), 0);
    assert_null(tree_at(attached, "view.people"));
    assert_string_equal(refused(ana, "ready.set", "{'on':true}"), "seat.unknown");
    assert_exercise_current(control);
}

static void a_new_head_makes_the_old_one_an_adviser(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana");
    struct client *ben = stage_join(stage, "ben");
    (void)client_attach(control);
    struct text anas = person_id(ana), bens = person_id(ben);
    (void)call(control, "seat.assign", "{'person':'%.*s','table':'%.*s','party':'ost'}", S(bens),
               S(stage->tables[0]));
    (void)client_attach(ben);
    (void)call(control, "seat.assign",
               "{'person':'%.*s','table':'%.*s','party':'ost','role':'head'}", S(bens),
               S(stage->tables[0]));
    struct tree *people = tree_get(exercise_seen(control), TEXT("people"));
    assert_text(text_at(tree_get(people, anas), "role"), "adviser");
    assert_text(text_at(tree_get(people, bens), "role"), "head");
    /* The delegation passes the lead on by itself, and the roster says so. */
    (void)call(control, "exercise.start", "{}");
    (void)call(ben, "seat.head", "{'seat':'%.*s'}",
               S(text_at(tree_get(client_attach(ana), TEXT("you")), "seat")));
    people = tree_get(exercise_seen(control), TEXT("people"));
    assert_text(text_at(tree_get(people, anas), "role"), "head");
    assert_exercise_current(control);
    (void)call(control, "seat.assign",
               "{'person':'%.*s','table':'%.*s','party':'ost','role':'observer'}", S(bens),
               S(stage->tables[0]));
    assert_string_equal(refused(ben, "message.send", "{'to':'plenary','text':'x'}"),
                        "seat.observer");
}

static void assigning_is_checked(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *ana = stage_join(stage, "ana");
    (void)client_attach(control);
    struct text person = person_id(ana);
    const char *table = arena_copy(stage->arena, stage->tables[0]).at;
    assert_string_equal(
        refused(control, "seat.assign", "{'person':'x','table':'%s','party':'ost'}", table),
        "person.unknown");
    assert_string_equal(
        refused(control, "seat.assign", "{'person':'%.*s','table':'x','party':'ost'}", S(person)),
        "table.unknown");
    assert_string_equal(refused(control, "seat.assign",
                                "{'person':'%.*s','table':'%s','party':'x'}", S(person), table),
                        "party.unknown");
    assert_string_equal(refused(control, "seat.assign",
                                "{'person':'%.*s','table':'%s','party':'ost','role':'king'}",
                                S(person), table),
                        "parameter.invalid");
    assert_string_equal(refused(control, "seat.release", "{'person':'x'}"), "person.unknown");
    assert_string_equal(refused(control, "seat.link", "{'person':'x'}"), "person.unknown");
    assert_string_equal(refused(control, "seat.release", "{}"), "parameter.missing");
}

static void a_lost_link_is_replaced(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *ana = stage_join(stage, "ana");
    (void)client_attach(control);
    struct text person = person_id(ana);
    struct text fresh =
        text_at(call(control, "seat.link", "{'person':'%.*s'}", S(person)), "token");
    assert_int_equal(fresh.length, 22);
    assert_int_equal(ana->disconnected, 4001);
    assert_string_equal(refused(ana, "attach", "{'token':'%.*s'}", S(ana->token)), "token.unknown");
    struct client *phone = client_new(stage, "phone");
    phone->token = fresh;
    assert_text(text_at(tree_get(client_attach(phone), TEXT("you")), "name"), "ana");
    stage_restart(stage);
    (void)client_attach(phone);
    assert_string_equal(refused(ana, "attach", "{'token':'%.*s'}", S(ana->token)), "token.unknown");
}

static void control_looks_over_shoulders(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *ana = stage_join(stage, "ana"); /* room 1, Eastland */
    stage_start(control);
    struct tree *answer = call(control, "table.attach", "{'table':'%.*s'}", S(stage->tables[0]));
    assert_text(text_at(tree_at(answer, "view.audience"), "kind"), "control");
    assert_non_null(tree_at(answer, "scenario.injects"));
    assert_int_equal(tree_get(answer, TEXT("presence"))->count, 1);
    struct followed *followed = client_followed(control, stage->tables[0]);
    followed->view = tree_get(answer, TEXT("view"));
    (void)call(ana, "message.send", "{'key':1,'to':['wes'],'text':'Psst'}");
    assert_current(control, 0, (struct audience){AUDIENCE_CONTROL, -1});
    answer = call(control, "table.attach", "{'table':'%.*s','as':'mid'}", S(stage->tables[0]));
    followed->view = tree_get(answer, TEXT("view"));
    assert_null(tree_at(answer, "scenario.injects"));
    (void)call(ana, "message.send", "{'key':2,'to':'plenary','text':'All'}");
    assert_current(control, 0, party_audience(stage, "mid"));
    (void)call(control, "table.detach", "{'table':'%.*s'}", S(stage->tables[0]));
    int patches = control->patches;
    struct tree *before = followed->view;
    (void)call(ana, "message.send", "{'key':3,'to':'plenary','text':'Alone'}");
    (void)exercise_seen(control);
    assert_true(control->patches > patches); /* of the exercise */
    assert_ptr_equal(before, followed->view);
    (void)call(control, "message.send", "{'table':'%.*s','to':['ost'],'text':'Well done'}",
               S(stage->tables[0]));
    assert_non_null(strstr(ana->last_patch.at, "Well done"));
}

static void the_overview_counts(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana");
    stage_start(control);
    (void)client_attach(control);
    (void)call(ana, "message.send", "{'to':'plenary','text':'Hello'}");
    struct text id = text_at(call(ana, "instrument.draft",
                                  "{'kind':'accord','invite':['ost','wes'],'clauses':"
                                  "[{'type':'truce','terms':{'days':3}}]}"),
                             "instrument");
    (void)call(ana, "instrument.sign", "{'instrument':'%.*s','version':1}", S(id));
    assert_string_equal(refused(ana, "instrument.sign", "{'instrument':'%.*s','version':1}", S(id)),
                        "signature.already");
    struct tree *table = tree_at(exercise_seen(control),
                                 arena_print(stage->arena, "tables.%.*s", S(stage->tables[0])).at);
    assert_int_equal(int_at(table, "messages"), 1);
    assert_int_equal(int_at(table, "signatures"), 1);
    assert_int_equal(int_at(table, "refusals"), 1);
    assert_int_equal(int_at(tree_at(table, "texts"), "draft"), 1);
    assert_int_equal(int_at(tree_at(table, "seats.ost"), "online"), 1);
    assert_int_equal(int_at(tree_at(table, "seats.wes"), "people"), 0);
    assert_int_equal(int_at(tree_at(table, "scores.ost"), "no_deal"), 10);
    assert_exercise_current(control);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(one_word_starts_every_table),
        TEST(tables_refuse_for_themselves),
        TEST(controls_keys_are_done_once),
        TEST(people_are_moved),
        TEST(a_new_head_makes_the_old_one_an_adviser),
        TEST(assigning_is_checked),
        TEST(a_lost_link_is_replaced),
        TEST(control_looks_over_shoulders),
        TEST(the_overview_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
