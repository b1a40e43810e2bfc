/* What the facilitator sees of many tables at a glance, and acts on some of them. */
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

static struct tree *table_seen(struct client *control, size_t table, const char *path)
{
    struct stage *stage = control->stage;
    return tree_at(exercise_seen(control),
                   arena_print(stage->arena, "tables.%.*s.%s", S(stage->tables[table]), path).at);
}

static void what_follows_at_once_is_told_together(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana");
    stage_start(control);
    (void)client_attach(control);
    stage->now += 250;
    host_tick(stage->host);
    int patches = control->patches;
    (void)call(ana, "message.send", "{'to':'plenary','text':'One'}");
    assert_int_equal(control->patches, patches + 1); /* nothing came before it for a while */
    (void)call(ana, "message.send", "{'to':'plenary','text':'Two'}");
    stage->now += 100;
    (void)call(ana, "message.send", "{'to':'plenary','text':'Three'}");
    assert_int_equal(control->patches, patches + 1);
    assert_int_equal(host_due(stage->host), stage->now + 150);
    stage->now += 150;
    host_tick(stage->host);
    assert_int_equal(control->patches, patches + 2);
    assert_int_equal(int_at(table_seen(control, 0, ""), "messages"), 3);
    assert_int_equal(host_due(stage->host), INT64_MAX);
    assert_exercise_current(control);
    /* What control does is there before the answer. */
    (void)call(control, "exercise.pause", "{}");
    assert_text(
        text_at(tree_at(client_followed(control, TEXT("exercise"))->view,
                        arena_print(stage->arena, "tables.%.*s.clock", S(stage->tables[0])).at),
                "state"),
        "paused");
    (void)call(control, "exercise.resume", "{}");
    /* Who attaches is not shown less than there is, nor whoever was there. */
    (void)call(ana, "message.send", "{'to':'plenary','text':'Four'}");
    assert_exercise_current(control);
}

static void the_hall_does_not_hear_of_tables(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana");
    struct client *ben = stage_join(stage, "ben");
    stage_start(control);
    (void)call(control, "seat.release", "{'person':'%.*s'}",
               S(text_at(tree_get(client_attach(ben), TEXT("you")), "person")));
    (void)client_attach(ben);
    int patches = ben->patches;
    (void)call(ana, "message.send", "{'to':['wes'],'text':'A secret'}");
    stage->now += 250;
    host_tick(stage->host);
    assert_int_equal(ben->patches, patches);
    (void)stage_join(stage, "carl");
    assert_int_equal(ben->patches, patches + 1);
}

static void some_tables_are_meant(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':3");
    (void)client_attach(control);
    const struct tree *answer =
        call(control, "exercise.start", "{'key':1,'tables':['%.*s','%.*s']}", S(stage->tables[2]),
             S(stage->tables[0]));
    assert_int_equal(tree_get(answer, TEXT("tables"))->count, 2);
    assert_text(text_at(table_seen(control, 0, "clock"), "state"), "running");
    assert_text(text_at(table_seen(control, 1, "clock"), "state"), "lobby");
    assert_text(text_at(table_seen(control, 2, "clock"), "state"), "running");
    stage_restart(stage);
    (void)client_attach(control);
    assert_text(text_at(table_seen(control, 1, "clock"), "state"), "lobby");
    assert_text(text_at(table_seen(control, 2, "clock"), "state"), "running");
    /* One that waits to be started does not stop the others. */
    answer = call(control, "message.send", "{'tables':['%.*s'],'to':'plenary','text':'Hello'}",
                  S(stage->tables[2]));
    assert_int_equal(tree_get(answer, TEXT("tables"))->count, 1);
    assert_int_equal(int_at(table_seen(control, 2, ""), "messages"), 1);
    assert_int_equal(int_at(table_seen(control, 0, ""), "messages"), 0);
}

static void tables_that_are_none_are_refused(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    (void)client_attach(control);
    const char *first = stage->tables[0].at;
    assert_string_equal(refused(control, "exercise.start", "{'tables':['%s','nowhere']}", first),
                        "table.unknown");
    assert_string_equal(refused(control, "exercise.start", "{'table':''}"), "table.unknown");
    assert_string_equal(refused(control, "exercise.start", "{'tables':[7]}"), "parameter.invalid");
    assert_string_equal(refused(control, "exercise.start", "{'tables':[]}"), "parameter.invalid");
    assert_string_equal(refused(control, "exercise.start", "{'tables':'%s'}", first),
                        "parameter.invalid");
    assert_string_equal(
        refused(control, "exercise.start", "{'table':'%s','tables':['%s']}", first, first),
        "parameter.invalid");
    /* A text stands at one table. */
    assert_string_equal(refused(control, "instrument.end",
                                "{'tables':['%s'],'instrument':'x','reason':'No'}", first),
                        "parameter.unknown");
    assert_text(text_at(table_seen(control, 0, "clock"), "state"), "lobby");
}

static void who_has_read_the_briefing_is_known(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *ana = stage_join(stage, "ana");
    (void)client_attach(control);
    assert_int_equal(int_at(table_seen(control, 0, "seats.ost"), "read"), 0);
    uint64_t before = game_sequence(stage_game(stage, 0));
    (void)call(ana, "brief.read", "{}");
    (void)call(ana, "brief.read", "{}");
    assert_int_equal(int_at(table_seen(control, 0, "seats.ost"), "read"), 1);
    assert_int_equal(game_sequence(stage_game(stage, 0)), before); /* it is nothing in the game */
    stage_restart(stage);
    (void)client_attach(control);
    assert_int_equal(int_at(table_seen(control, 0, "seats.ost"), "read"), 1);
    struct text person = text_at(tree_get(client_attach(ana), TEXT("you")), "person");
    const char *assign = "{'person':'%.*s','table':'%.*s','party':'%s'}";
    (void)call(control, "seat.assign", assign, S(person), S(stage->tables[0]), "wes");
    assert_int_equal(int_at(table_seen(control, 0, "seats.wes"), "read"), 0);
    (void)client_attach(ana);
    (void)call(ana, "brief.read", "{}");
    assert_int_equal(int_at(table_seen(control, 0, "seats.wes"), "read"), 1);
    assert_string_equal(refused(control, "brief.read", "{}"), "seat.only");
    (void)call(control, "seat.release", "{'person':'%.*s'}", S(person));
    (void)client_attach(ana);
    assert_string_equal(refused(ana, "brief.read", "{}"), "seat.unknown");
    assert_exercise_current(control);
}

static void each_delegation_is_watched(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana");
    stage_start(control);
    (void)client_attach(control);
    assert_null(tree_get(table_seen(control, 0, "did"), TEXT("ost")));
    stage->now += 60000;
    (void)call(ana, "message.send", "{'to':'control','text':'We begin'}");
    int64_t spoke = stage->now;
    stage->now += 60000;
    (void)call(ana, "ready.set", "{'on':true}"); /* neither drafts nor talks */
    (void)call(control, "message.send", "{'to':'plenary','text':'Good'}");
    assert_int_equal(int_at(table_seen(control, 0, "did"), "ost"), spoke);
    assert_null(tree_get(table_seen(control, 0, "did"), TEXT("wes")));
    for (int again = 0; again < 3; again++)
        assert_string_equal(refused(ana, "message.send", "{'to':'plenary','text':' '}"),
                            "message.empty");
    assert_int_equal(int_at(table_seen(control, 0, "seats.ost"), "refused"), 3);
    (void)call(ana, "message.send", "{'to':'plenary','text':'Now'}");
    assert_null(tree_get(table_seen(control, 0, "seats.ost"), TEXT("refused")));
    assert_int_equal(int_at(table_seen(control, 0, ""), "refusals"), 3);
    assert_exercise_current(control);
}

static void news_to_come_is_told_of_each_table(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *ana = stage_join(stage, "ana");
    stage_start(control);
    (void)call(control, "inject.fire", "{'inject':'storm','table':'%.*s'}", S(stage->tables[1]));
    struct tree *tables = tree_get(call(control, "inject.foresee", "{}"), TEXT("tables"));
    assert_int_equal(tables->count, 2);
    assert_int_equal(int_at(tree_at(tree_get(tables, stage->tables[0]), "storm"), "fired"), 0);
    assert_int_equal(int_at(tree_at(tree_get(tables, stage->tables[1]), "storm"), "fired"), 1);
    tables = tree_get(call(control, "inject.foresee", "{'tables':['%.*s']}", S(stage->tables[1])),
                      TEXT("tables"));
    assert_int_equal(tables->count, 1);
    assert_string_equal(refused(control, "inject.foresee", "{'table':'x'}"), "table.unknown");
    assert_string_equal(refused(ana, "inject.foresee", "{}"), "control.only");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_follows_at_once_is_told_together),
        TEST(the_hall_does_not_hear_of_tables),
        TEST(some_tables_are_meant),
        TEST(tables_that_are_none_are_refused),
        TEST(who_has_read_the_briefing_is_known),
        TEST(each_delegation_is_watched),
        TEST(news_to_come_is_told_of_each_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
