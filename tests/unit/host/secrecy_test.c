/* What comes back over a connection does not depend on what went on unseen: every question that one
 * may ask, asked in two games that differ in what others did in secret. */
#include "host/stage.h"

/* What east is answered who was away while control made `marks` marks, for its own eyes. */
static struct text answer_after(struct stage *stage, int marks, int64_t away_ms)
{
    struct client *control = stage_create(stage, "");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct tree *seen = client_attach(east);
    struct text cursor = text_at(seen, "cursor");
    host_peer_close(stage->host, east->peer);
    for (int mark = 0; mark < marks; mark++)
        (void)call(control, "moment.mark", "{'text':'Mark %d.'}", mark);
    stage->now += away_ms;
    client_open_with(east, TEXT("127.0.0.1"), TEXT(""));
    (void)call(east, "attach", "{'token':'%.*s','since':'%.*s'}", S(east->token), S(cursor));
    return east->last;
}

static void assert_marks_unseen(int64_t away_ms, const char *part)
{
    struct stage *busy = stage_open(), *quiet = stage_open();
    struct text left = answer_after(busy, 100, away_ms);
    struct text right = answer_after(quiet, 0, away_ms);
    assert_non_null(strstr(arena_copy(busy->arena, left).at, part));
    assert_string_equal(arena_copy(busy->arena, left).at, arena_copy(quiet->arena, right).at);
    stage_close(busy);
    stage_close(quiet);
}

static void who_comes_back_is_answered_alike(void **state)
{
    (void)state;
    assert_marks_unseen(1000, "\"patches\":[]");
}

static void who_comes_back_late_gets_a_fresh_view(void **state)
{
    (void)state;
    assert_marks_unseen(3600000, "\"view\":{");
}

/* Three people at a table; in the busy game east and west do this and that, of which Midland is to
 * learn nothing. */
struct scene {
    struct stage *stage;
    struct client *control, *east, *west, *mid;
    struct text hidden; /* a text between east and west */
};

static struct scene scene_open(bool busy)
{
    struct scene scene = {.stage = stage_open()};
    scene.control = stage_create(scene.stage, ",'untimed':true");
    scene.east = stage_join(scene.stage, "east");
    scene.west = stage_join(scene.stage, "west");
    scene.mid = stage_join(scene.stage, "mid");
    stage_start(scene.control);
    if (!busy)
        return scene;
    struct tree *drafted = call(scene.east, "instrument.draft",
                                "{'key':1,'kind':'accord','invite':['ost','wes'],'clauses':"
                                "[{'type':'truce','terms':{'days':3}}]}");
    scene.hidden = text_at(drafted, "instrument");
    (void)call(scene.west, "instrument.decline", "{'key':1,'instrument':'%.*s'}", S(scene.hidden));
    (void)call(scene.west, "message.send", "{'key':2,'to':['ost'],'text':'No.'}");
    (void)call(scene.east, "message.send", "{'key':2,'to':'control','text':'May they?'}");
    (void)call(scene.east, "instruction.add", "{'key':3,'that':'false','else':'Never.'}");
    (void)call(scene.control, "moment.mark", "{'text':'A quarrel.'}");
    return scene;
}

/* Midland is answered the same in both; NAME stands for the hidden text where it is asked for. */
static void assert_answered_alike(const char *method, const char *parameters, const char *part)
{
    struct scene busy = scene_open(true), quiet = scene_open(false);
    struct text wish = text_of(parameters);
    const char *place = strstr(parameters, "NAME");
    if (place)
        wish = arena_print(busy.stage->arena, "%.*s%.*s%s", (int)(place - parameters), parameters,
                           S(busy.hidden), place + 4);
    struct client *askers[2] = {busy.mid, quiet.mid};
    for (int game = 0; game < 2; game++) {
        client_ask(askers[game], method, "%.*s", S(wish));
        stage_deliver(askers[game]->stage);
        assert_non_null(askers[game]->answer);
    }
    const char *left = arena_copy(busy.stage->arena, busy.mid->last).at;
    assert_non_null(strstr(left, part));
    assert_string_equal(left, arena_copy(quiet.stage->arena, quiet.mid->last).at);
    assert_int_equal(busy.mid->patches, quiet.mid->patches);
    assert_int_equal(busy.mid->notifications, quiet.mid->notifications);
    stage_close(busy.stage);
    stage_close(quiet.stage);
}

static void pages_of_history_are_the_same(void **state)
{
    (void)state;
    assert_answered_alike("history.read", "{'what':'minutes','limit':3}", "\"items\":[{");
    assert_answered_alike("history.read", "{'what':'messages','of':'ost+wes'}", "\"id\":");
    assert_answered_alike("history.read", "{'what':'messages','of':'control:ost'}", "\"id\":");
    assert_answered_alike("history.read", "{'what':'versions','of':'NAME'}", "\"error\":");
}

static void what_a_hidden_text_is_worth_is_not_told(void **state)
{
    (void)state;
    assert_answered_alike("score.evaluate", "{'assume':[{'instrument':'NAME'}]}", "\"error\":");
    assert_answered_alike("score.evaluate",
                          "{'assume':[{'clauses':[{'type':'truce','terms':{'days':3}}]}]}",
                          "\"total\":");
}

static void the_scenario_is_the_same(void **state)
{
    (void)state;
    assert_answered_alike("scenario.get", "{}", "\"clauses\":");
}

static void what_is_tried_on_a_hidden_text_is_refused_alike(void **state)
{
    (void)state;
    assert_answered_alike("instrument.sign", "{'key':1,'instrument':'NAME','version':1}",
                          "instrument.unknown");
    assert_answered_alike("message.send",
                          "{'key':1,'to':'plenary','text':'See.','quote':{'instrument':'NAME'}}",
                          "instrument.unknown");
}

/* Who is there is told to all; what they did before they went is not. */
static void presence_is_the_same(void **state)
{
    (void)state;
    struct text told[2];
    struct scene scenes[2] = {scene_open(true), scene_open(false)};
    for (int game = 0; game < 2; game++) {
        host_peer_close(scenes[game].stage->host, scenes[game].west->peer);
        stage_deliver(scenes[game].stage);
        assert_non_null(scenes[game].mid->notified);
        told[game] = json_write(scenes[game].stage->arena, scenes[game].mid->notified);
    }
    assert_non_null(strstr(arena_copy(scenes[0].stage->arena, told[0]).at, "presence"));
    assert_true(text_equal(told[0], told[1]));
    assert_int_equal(scenes[0].mid->notifications, scenes[1].mid->notifications);
    for (int game = 0; game < 2; game++) {
        client_open_with(scenes[game].west, TEXT("127.0.0.1"), TEXT(""));
        stage_close(scenes[game].stage);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_back_is_answered_alike),
        cmocka_unit_test(who_comes_back_late_gets_a_fresh_view),
        cmocka_unit_test(pages_of_history_are_the_same),
        cmocka_unit_test(what_a_hidden_text_is_worth_is_not_told),
        cmocka_unit_test(the_scenario_is_the_same),
        cmocka_unit_test(what_is_tried_on_a_hidden_text_is_refused_alike),
        cmocka_unit_test(presence_is_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
