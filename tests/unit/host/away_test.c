/* Who plays in the place of somebody: bots that fill a seat or stand in, and whoever takes the
 * lead. */
#include "host/people.h"

/* --- bots in and out --- */

static void bots_come_and_go(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'tables':2,'untimed':true");
    (void)stage_join(stage, "ana");
    (void)call(control, "bot.fill", "{'table':'%.*s','party':'mid'}", S(stage->tables[1]));
    assert_int_equal(bots_at(control), 1);
    (void)call(control, "bot.fill", "{'table':'%.*s','party':'mid'}", S(stage->tables[1]));
    assert_int_equal(bots_at(control), 1); /* it sits there already */
    (void)call(control, "exercise.start", "{}");
    (void)call(control, "bot.fill", "{}");
    assert_int_equal(bots_at(control), 5);
    assert_string_equal(
        refused(control, "bot.fill", "{'table':'%.*s','party':'ost'}", S(stage->tables[0])),
        "seat.taken");
    assert_string_equal(refused(control, "bot.fill", "{'table':'x'}"), "table.unknown");
    assert_string_equal(refused(control, "bot.release", "{'party':'x'}"), "party.unknown");
    (void)stage_join(stage, "ben"); /* takes a bot's seat */
    assert_string_equal(seat_of(control, "ben"), "2 ost head");
    assert_int_equal(bots_at(control), 4);
    (void)call(control, "bot.release", "{'party':'mid'}");
    assert_int_equal(bots_at(control), 2);
    stage_restart(stage);
    (void)client_attach(control);
    assert_int_equal(bots_at(control), 2);
    (void)call(control, "bot.release", "{}");
    assert_int_equal(bots_at(control), 0);
}

/* --- somebody is away --- */

static int stood_in;

static bool stands_in(void *context, const struct game *game, int party, struct text seat,
                      int64_t now, struct arena *arena, struct command *command)
{
    (void)game;
    (void)party;
    (void)seat;
    (void)now;
    (void)arena;
    if ((*(int *)context)++ > 0)
        return false;
    command->type = COMMAND_MESSAGE;
    command->to = TO_PLENARY;
    command->text = TEXT("They are away");
    return true;
}

static bool wants_nothing(void *context, const struct game *game, int party, struct text seat,
                          int64_t now, struct arena *arena, struct command *command)
{
    (void)context;
    (void)game;
    (void)party;
    (void)seat;
    (void)now;
    (void)arena;
    (void)command;
    stood_in++;
    return false;
}

static void tick(struct stage *stage)
{
    for (int step = 0; step < 4 && host_due(stage->host) != INT64_MAX; step++) {
        stage->now = host_due(stage->host);
        host_tick(stage->host);
        stage_deliver(stage);
    }
}

static void a_bot_stands_in_until_they_are_back(void **state)
{
    struct stage *stage = *state;
    int said = 0;
    struct host_bots bots = {&said, wants_nothing, stands_in, 500};
    host_set_bots(stage->host, &bots);
    struct client *control = made(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana"), *ben = stage_join(stage, "ben");
    (void)call(control, "exercise.start", "{}");
    struct text id = id_of(control, "ana");
    assert_string_equal(refused(control, "bot.standin", "{'person':'%.*s'}", S(id)),
                        "person.present");
    int64_t left_at = stage->now += 1000;
    host_peer_close(stage->host, ana->peer);
    assert_int_equal(int_at(person(control, "ana"), "away_since"), left_at);
    (void)call(control, "bot.standin", "{'person':'%.*s'}", S(id));
    assert_true(flag_at(person(control, "ana"), "stand_in"));
    assert_non_null(strstr(json_write(stage->arena, ben->notified).at, "stand_in"));
    tick(stage);
    assert_int_equal(said, 2);
    assert_non_null(strstr(ben->last_patch.at, "\"automatic\":true"));
    client_open_with(ana, TEXT("127.0.0.1"), TEXT(""));
    (void)client_attach(ana);
    assert_null(tree_get(person(control, "ana"), TEXT("away_since")));
    assert_false(flag_at(person(control, "ana"), "stand_in"));
    assert_null(strstr(json_write(stage->arena, ben->notified).at, "stand_in"));
    struct tree *seats = tree_at(client_attach(ana), "view.parties.ost.seats");
    assert_text(text_at(seats->members[0].value, "role"), "head");
    assert_false(flag_at(seats->members[0].value, "automatic"));
}

static void who_stands_in_may_be_let_sign(void **state)
{
    struct stage *stage = *state;
    int said = 1;
    struct host_bots bots = {&said, wants_nothing, stands_in, 500};
    host_set_bots(stage->host, &bots);
    struct client *control = made(stage, ",'untimed':true");
    struct client *ana = stage_join(stage, "ana");
    (void)call(control, "exercise.start", "{}");
    host_peer_close(stage->host, ana->peer);
    stood_in = 0;
    (void)call(control, "bot.standin", "{'person':'%.*s','signs':true}", S(id_of(control, "ana")));
    tick(stage);
    assert_int_equal(stood_in, 1);
    stage_restart(stage);
    (void)client_attach(control);
    assert_true(flag_at(person(control, "ana"), "stand_in"));
    (void)call(control, "bot.standin", "{'person':'%.*s','on':false}", S(id_of(control, "ana")));
    assert_false(flag_at(person(control, "ana"), "stand_in"));
    client_open_with(ana, TEXT("127.0.0.1"), TEXT(""));
}

static void a_bot_stands_in_for_heads_alone(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, "");
    for (int count = 0; count < 4; count++)
        (void)stage_join(stage, arena_print(stage->arena, "p%d", count).at);
    struct client *adviser = stage->clients[4];
    host_peer_close(stage->host, adviser->peer);
    assert_string_equal(
        refused(control, "bot.standin", "{'person':'%.*s'}", S(id_of(control, "p3"))),
        "seat.not_head");
    assert_string_equal(refused(control, "bot.standin", "{'person':'x'}"), "person.unknown");
    client_open_with(adviser, TEXT("127.0.0.1"), TEXT(""));
}

/* --- the lead goes round --- */

/* Four people at the river, two a side: p0 and p1 lead. */
static struct client *river(struct stage *stage, const char *options)
{
    stage->settings.scenarios = SOURCE_DIR "/rules/scenarios";
    stage_restart(stage);
    struct client *control = client_new(stage, "control");
    struct tree *answer =
        call(control, "exercise.create", "{'scenario':'river','untimed':true,'token':'%.*s'%s}",
             S(control->token), options);
    stage->code = text_at(answer, "code");
    stage->table_count = 1;
    stage->tables[0] = text_at(tree_get(answer, TEXT("tables"))->members[0].value, "id");
    (void)client_attach(control);
    for (int count = 0; count < 4; count++)
        (void)stage_join(stage, arena_print(stage->arena, "p%d", count).at);
    (void)call(control, "exercise.start", "{}");
    assert_string_equal(seat_of(control, "p0"), "1 nor head");
    return control;
}

static void the_lead_goes_round_with_the_phases(void **state)
{
    struct stage *stage = *state;
    struct client *control = river(stage, ",'rotate_heads':true");
    (void)call(control, "exercise.advance", "{}"); /* the talks */
    assert_string_equal(seat_of(control, "p0"), "1 nor adviser");
    assert_string_equal(seat_of(control, "p2"), "1 nor head");
    assert_string_equal(seat_of(control, "p3"), "1 sou head");
    (void)call(control, "exercise.advance", "{}"); /* only another round */
    assert_string_equal(seat_of(control, "p2"), "1 nor head");
    restarted(control, "p3", "1 sou head");
}

static void who_is_alone_keeps_the_lead(void **state)
{
    struct stage *stage = *state;
    struct client *control = river(stage, ",'rotate_heads':true");
    (void)call(control, "seat.release", "{'person':'%.*s'}", S(id_of(control, "p3")));
    (void)call(control, "exercise.advance", "{}");
    assert_string_equal(seat_of(control, "p1"), "1 sou head");
    assert_string_equal(seat_of(control, "p2"), "1 nor head");
}

static void the_lead_stays_where_nobody_asked_it_to_go_round(void **state)
{
    struct stage *stage = *state;
    struct client *control = river(stage, "");
    (void)call(control, "exercise.advance", "{}");
    assert_string_equal(seat_of(control, "p0"), "1 nor head");
}

static void the_lead_goes_to_who_is_there(void **state)
{
    struct stage *stage = *state;
    struct client *control = river(stage, ",'rotate_heads':true");
    (void)stage_join(stage, "p4");
    assert_string_equal(seat_of(control, "p4"), "1 nor adviser");
    struct client *p2 = stage->clients[3];
    host_peer_close(stage->host, p2->peer);
    (void)call(control, "exercise.advance", "{}");
    assert_string_equal(seat_of(control, "p4"), "1 nor head");
    client_open_with(p2, TEXT("127.0.0.1"), TEXT(""));
}

/* The phase has opened, and the store takes no more. */
static void the_lead_goes_round_after_a_restart(void **state)
{
    struct stage *stage = *state;
    struct client *control = river(stage, ",'rotate_heads':true");
    stage->store->fail_table = 2;
    (void)call(control, "exercise.advance", "{}");
    assert_string_equal(seat_of(control, "p0"), "1 nor head");
    stage_restart(stage);
    stage_deliver(stage);
    (void)client_attach(control);
    assert_string_equal(seat_of(control, "p2"), "1 nor head");
    assert_string_equal(seat_of(control, "p3"), "1 sou head");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(bots_come_and_go),
        TEST(a_bot_stands_in_until_they_are_back),
        TEST(who_stands_in_may_be_let_sign),
        TEST(a_bot_stands_in_for_heads_alone),
        TEST(the_lead_goes_round_with_the_phases),
        TEST(who_is_alone_keeps_the_lead),
        TEST(the_lead_stays_where_nobody_asked_it_to_go_round),
        TEST(the_lead_goes_to_who_is_there),
        TEST(the_lead_goes_round_after_a_restart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
