/* Where people sit by themselves, who may come late, and bots. */
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

/* "1 ost head": the room's number, the delegation, the role. */
static const char *join_as(struct stage *stage, const char *name, const char *wish)
{
    struct client *client = client_new(stage, name);
    struct tree *joined =
        call(client, "exercise.join", "{'code':'%.*s','name':'%s','token':'%.*s'%s}",
             S(stage->code), name, S(client->token), wish);
    return stage_seat(stage, joined);
}

static const char *join(struct stage *stage, const char *name)
{
    return join_as(stage, name, "");
}

static void essential_heads_come_first_everywhere(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, ",'tables':2");
    assert_string_equal(join(stage, "a"), "1 ost head");
    assert_string_equal(join(stage, "b"), "2 ost head");
    assert_string_equal(join(stage, "c"), "1 wes head");
    assert_string_equal(join(stage, "d"), "2 wes head");
    assert_string_equal(join(stage, "e"), "1 mid head"); /* the spare one, then */
    assert_string_equal(join(stage, "f"), "2 mid head");
    assert_string_equal(join(stage, "g"), "1 ost adviser");
    assert_string_equal(join(stage, "h"), "2 ost adviser");
    assert_string_equal(join(stage, "i"), "1 mid adviser");
}

static void nobody_is_turned_away(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, "");
    for (int count = 0; count < 6; count++)
        (void)join(stage, arena_print(stage->arena, "p%d", count).at);
    assert_string_equal(join(stage, "seventh"), "1 ost adviser");
    assert_string_equal(join(stage, "eighth"), "1 mid adviser");
}

static void a_free_wish_is_granted(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, ",'tables':2");
    struct text second = stage->tables[1];
    const char *wish = arena_print(stage->arena, ",'table':'%.*s','party':'mid'", S(second)).at;
    assert_string_equal(join_as(stage, "a", wish), "2 mid head");
    assert_string_equal(join_as(stage, "b", wish), "2 mid adviser");
    assert_string_equal(join_as(stage, "c", wish), "1 ost head"); /* full: where one is wanted */
    assert_string_equal(join_as(stage, "d", ",'party':'wes'"), "1 wes head");
}

static void people_may_come_late(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    (void)join(stage, "a");
    stage_start(control);
    assert_string_equal(join(stage, "b"), "2 ost head");
    assert_string_equal(join(stage, "c"), "1 wes head");
    (void)call(control, "exercise.end", "{'table':'%.*s'}", S(stage->tables[0]));
    assert_string_equal(join(stage, "d"), "2 wes head"); /* room 1 is over */
    assert_string_equal(join(stage, "e"), "2 mid head");
}

static void bots_take_empty_heads_and_make_way(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'bots':true");
    (void)join(stage, "a");
    (void)client_attach(control);
    struct tree *people =
        tree_get(exercise_seen(control), TEXT("people"));
    assert_int_equal(people->count, 1);
    (void)call(control, "exercise.start", "{}");
    people = tree_get(exercise_seen(control), TEXT("people"));
    assert_int_equal(people->count, 3);
    struct client *ben = client_new(stage, "ben");
    struct tree *joined = call(ben, "exercise.join", "{'code':'%.*s','name':'Ben','token':'%.*s'}",
                               S(stage->code), S(ben->token));
    assert_text(text_at(joined, "party"), "wes");
    assert_text(text_at(joined, "role"), "head");
    struct tree *attached = client_attach(ben);
    struct tree *seats = tree_at(attached, "view.parties.wes.seats");
    assert_int_equal(seats->count, 1);
    assert_null(tree_get(seats->members[0].value, TEXT("automatic")));
    seats = tree_at(attached, "view.parties.mid.seats");
    bool automatic = false;
    assert_true(tree_get_bool(seats->members[0].value, TEXT("automatic"), &automatic));
    assert_true(automatic);
    people = tree_get(exercise_seen(control), TEXT("people"));
    assert_int_equal(people->count, 3);
    uint64_t sequence = game_sequence(stage_game(stage, 0));
    stage_restart(stage);
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence);
}

static void one_click_is_a_game(void **state)
{
    struct stage *stage = *state;
    struct client *ana = client_new(stage, "ana");
    client_ask(ana, "play.now", "{'party':'wes','name':'Ana','token':'%.*s'}", S(ana->token));
    struct tree *again =
        call(ana, "play.now", "{'party':'wes','name':'Ana','token':'%.*s'}", S(ana->token));
    assert_text(text_at(again, "party"), "wes");
    stage->code = text_at(again, "code");
    struct tree *attached = client_attach(ana);
    assert_text(text_at(tree_at(attached, "view.clock"), "state"), "running");
    assert_null(tree_at(attached, "view.clock.deadline"));
    assert_true(
        text_equal(text_at(tree_get(attached, TEXT("you")), "seat"), text_at(again, "seat")));
    assert_int_equal(tree_at(attached, "view.parties.ost.seats")->count, 1);
    assert_int_equal(tree_get(attached, TEXT("presence"))->count, 3);
    (void)call(ana, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
    /* A friend comes in by the code, and takes a bot's place. */
    stage->table_count = 1;
    stage->tables[0] = text_at(again, "table");
    assert_string_equal(join(stage, "friend"), "1 ost head");
    assert_string_equal(refused(ana, "play.now", "{'party':'x','token':'%.*s'}", S(ana->token)),
                        "party.unknown");
    assert_string_equal(refused(ana, "play.now", "{'scenario':'x','token':'%.*s'}", S(ana->token)),
                        "scenario.unknown");
    stage_restart(stage);
    (void)client_attach(ana);
}

/* --- bots that act --- */

static int wants_calls;

static bool greets_once(void *context, const struct game *game, int party, struct text seat,
                        int64_t now, struct arena *arena, struct command *command)
{
    (void)seat;
    (void)now;
    (void)arena;
    wants_calls++;
    int *greeted = context;
    if (game_sequence(game) == 0 || greeted[party]++)
        return false;
    command->type = COMMAND_MESSAGE;
    command->to = TO_PLENARY;
    command->text = TEXT("I am a bot");
    return true;
}

static void bots_are_asked_after_every_change(void **state)
{
    struct stage *stage = *state;
    int greeted[3] = {0, 0, 0};
    struct host_bots bots = {.context = greeted, .wants = greets_once, .pause_ms = 500};
    host_set_bots(stage->host, &bots);
    struct client *ana = client_new(stage, "ana");
    (void)call(ana, "play.now", "{'token':'%.*s'}", S(ana->token));
    (void)client_attach(ana);
    assert_int_equal(host_due(stage->host), stage->now + 500);
    int patches = ana->patches;
    for (int step = 0; step < 4 && host_due(stage->host) != INT64_MAX; step++) {
        stage->now = host_due(stage->host);
        host_tick(stage->host);
        stage_deliver(stage);
    }
    assert_int_equal(host_due(stage->host), INT64_MAX); /* nobody wants anything more */
    assert_int_equal(ana->patches, patches + 2);
    assert_non_null(strstr(ana->last_patch.at, "\"automatic\":true"));
    assert_true(wants_calls > 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(essential_heads_come_first_everywhere),
        TEST(nobody_is_turned_away),
        TEST(a_free_wish_is_granted),
        TEST(people_may_come_late),
        TEST(bots_take_empty_heads_and_make_way),
        TEST(one_click_is_a_game),
        TEST(bots_are_asked_after_every_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
