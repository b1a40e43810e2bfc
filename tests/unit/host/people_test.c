/* People who come, choose, are grouped, leave, look on, and are forgotten. */
#include "host/people.h"

/* --- choosing --- */

static void who_may_choose_waits_and_takes_what_is_free(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'tables':2,'grouping':'choice'");
    struct client *ana = stage_join(stage, "ana"), *ben = stage_join(stage, "ben");
    assert_string_equal(seat_of(control, "ana"), "-");
    struct tree *hall = client_followed(ana, TEXT("exercise"))->view;
    assert_text(text_at(tree_get(hall, TEXT("exercise")), "grouping"), "choice");
    struct tree *places = tree_get(hall, TEXT("places"));
    assert_int_equal(places->count, 2);
    assert_int_equal(int_at(tree_at(places->members[0].value, "parties.wes"), "free"), 2);
    (void)call(ana, "seat.choose", "{'table':'%.*s','party':'wes'}", S(stage->tables[1]));
    assert_string_equal(seat_of(control, "ana"), "2 wes head");
    places = tree_get(client_followed(ben, TEXT("exercise"))->view, TEXT("places"));
    assert_int_equal(int_at(tree_at(places->members[1].value, "parties.wes"), "free"), 1);
    (void)call(ben, "seat.choose", "{'table':'%.*s','party':'wes'}", S(stage->tables[1]));
    assert_string_equal(seat_of(control, "ben"), "2 wes adviser");
    struct client *cem = stage_join(stage, "cem");
    assert_string_equal(
        refused(cem, "seat.choose", "{'table':'%.*s','party':'wes'}", S(stage->tables[1])),
        "seat.taken");
    assert_string_equal(
        refused(cem, "seat.choose", "{'table':'%.*s','party':'x'}", S(stage->tables[1])),
        "party.unknown");
    assert_string_equal(refused(cem, "seat.choose", "{'table':'x','party':'wes'}"),
                        "table.unknown");
    assert_string_equal(refused(cem, "seat.choose", "{'table':'%.*s'}", S(stage->tables[1])),
                        "parameter.missing");
    assert_string_equal(refused(control, "seat.choose", "{}"), "person.only");
    (void)call(ben, "seat.choose", "{}");
    assert_string_equal(seat_of(control, "ben"), "-");
    restarted(control, "ana", "2 wes head");
}

static void what_has_begun_is_not_left_by_choice(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'untimed':true,'grouping':'choice'");
    struct client *ana = stage_join(stage, "ana");
    (void)call(ana, "seat.choose", "{'table':'%.*s','party':'ost'}", S(stage->tables[0]));
    (void)call(control, "exercise.start", "{}");
    assert_string_equal(refused(ana, "seat.choose", "{}"), "table.begun");
    struct client *late = stage_join(stage, "late");
    (void)call(late, "seat.choose", "{'table':'%.*s','party':'wes'}", S(stage->tables[0]));
    assert_string_equal(seat_of(control, "late"), "1 wes head");
}

static void where_control_seats_people_nobody_chooses(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'grouping':'hand'");
    struct client *ana = stage_join(stage, "ana");
    assert_string_equal(seat_of(control, "ana"), "-");
    assert_string_equal(
        refused(ana, "seat.choose", "{'table':'%.*s','party':'wes'}", S(stage->tables[0])),
        "choice.closed");
    (void)call(control, "seat.assign", "{'person':'%.*s','table':'%.*s','party':'mid'}",
               S(id_of(control, "ana")), S(stage->tables[0]));
    assert_string_equal(seat_of(control, "ana"), "1 mid head");
    struct client *other = client_new(stage, "other");
    assert_string_equal(refused(other, "exercise.create",
                                "{'scenario':'pact','grouping':'fate','token':'%.*s'}",
                                S(other->token)),
                        "parameter.invalid");
}

/* --- grouping --- */

static void people_are_grouped_anew_and_back(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'tables':2,'grouping':'hand'");
    (void)stage_join(stage, "ana");
    (void)stage_join(stage, "ben");
    (void)stage_join(stage, "cem");
    (void)call(control, "seat.assign", "{'person':'%.*s','table':'%.*s','party':'mid'}",
               S(id_of(control, "cem")), S(stage->tables[1]));
    assert_string_equal(refused(control, "roster.undo", "{}"), "roster.nothing");
    (void)call(control, "roster.group", "{'how':'even'}");
    assert_string_equal(seat_of(control, "ana"), "1 ost head");
    assert_string_equal(seat_of(control, "ben"), "1 wes head");
    assert_string_equal(seat_of(control, "cem"), "2 mid head");
    assert_true(flag_at(roster(control), "undoable"));
    (void)call(control, "roster.group", "{'how':'even','who':'all'}");
    assert_string_equal(seat_of(control, "cem"), "1 wes head");
    restarted(control, "cem", "1 wes head");
    (void)call(control, "roster.undo", "{}");
    assert_string_equal(seat_of(control, "cem"), "2 mid head");
    assert_string_equal(seat_of(control, "ben"), "1 wes head");
    assert_string_equal(refused(control, "roster.undo", "{}"), "roster.nothing");
    restarted(control, "cem", "2 mid head");
}

static void chance_groups_everybody_once(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'tables':2");
    for (int count = 0; count < 6; count++)
        (void)stage_join(stage, arena_print(stage->arena, "p%d", count).at);
    bool moved = false;
    for (int round = 0; round < 4; round++) {
        (void)call(control, "roster.group", "{'how':'random','who':'all'}");
        int rooms[2] = {0, 0}, heads = 0;
        for (int count = 0; count < 6; count++) {
            const char *name = arena_print(stage->arena, "p%d", count).at;
            const char *seat = seat_of(control, name);
            rooms[seat[0] - '1']++;
            heads += strstr(seat, "head") != NULL;
            moved |= count == 0 && strcmp(seat, "1 ost head") != 0;
        }
        assert_int_equal(rooms[0], 3);
        assert_int_equal(rooms[1], 3);
        assert_int_equal(heads, 6);
    }
    assert_true(moved);
    (void)stage_join(stage, "late");
    assert_non_null(strstr(seat_of(control, "late"), "adviser"));
}

static void who_plays_already_stays(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'tables':2,'untimed':true");
    (void)stage_join(stage, "ana");
    (void)stage_join(stage, "ben");
    (void)call(control, "exercise.start", "{'table':'%.*s'}", S(stage->tables[1]));
    (void)call(control, "roster.group", "{'how':'hand','who':'all'}");
    assert_string_equal(seat_of(control, "ana"), "-");
    assert_string_equal(seat_of(control, "ben"), "2 ost head");
    (void)call(control, "exercise.start", "{}");
    (void)call(control, "roster.undo", "{}"); /* where ana sat it has begun meanwhile */
    assert_string_equal(seat_of(control, "ana"), "-");
    (void)call(control, "roster.group", "{'how':'even'}"); /* the late find a seat all the same */
    assert_string_equal(seat_of(control, "ana"), "1 ost head");
}

static void groupings_have_names(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, "");
    struct client *ana = stage_join(stage, "ana");
    assert_string_equal(refused(control, "roster.group", "{'how':'size'}"), "parameter.invalid");
    assert_string_equal(refused(control, "roster.group", "{}"), "parameter.missing");
    assert_string_equal(refused(control, "roster.group", "{'how':'even','who':'me'}"),
                        "parameter.invalid");
    assert_string_equal(refused(ana, "roster.group", "{'how':'even'}"), "control.only");
    (void)call(control, "roster.group", "{'how':'choice','who':'all'}");
    assert_string_equal(seat_of(control, "ana"), "-");
    struct tree *acts = tree_get(roster(control), TEXT("acts"));
    assert_int_equal(acts->count, 1); /* not one for each person */
    assert_null(tree_get(acts->members[0].value, TEXT("before")));
}

/* --- leaving --- */

static void a_head_who_leaves_is_followed(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'untimed':true,'bots':true");
    struct client *ana = stage_join(stage, "ana");
    (void)stage_join(stage, "b");
    (void)stage_join(stage, "c");
    (void)stage_join(stage, "dora");
    assert_string_equal(seat_of(control, "dora"), "1 ost adviser");
    (void)call(control, "exercise.start", "{}");
    (void)call(ana, "message.send", "{'key':1,'to':'plenary','text':'Goodbye'}");
    (void)call(ana, "exercise.leave", "{}");
    assert_int_equal(ana->disconnected, 4001);
    assert_string_equal(seat_of(control, "ana"), "-");
    assert_true(flag_at(person(control, "ana"), "left"));
    assert_string_equal(seat_of(control, "dora"), "1 ost head");
    assert_int_equal(bots_at(control), 0);
    restarted(control, "dora", "1 ost head");
    assert_string_equal(refused(ana, "attach", "{'token':'%.*s'}", S(ana->token)), "token.unknown");
    /* A link brings them back, as a person without a seat. */
    struct tree *link = call(control, "seat.link", "{'person':'%.*s'}", S(id_of(control, "ana")));
    ana->token = text_at(link, "token");
    (void)client_attach(ana);
    assert_false(flag_at(person(control, "ana"), "left"));
}

static void where_nobody_is_left_a_bot_takes_over(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'untimed':true,'bots':true");
    struct client *ana = stage_join(stage, "ana");
    struct client *ben = stage_join(stage, "ben");
    (void)call(ben, "exercise.leave", "{}"); /* before the start nobody needs a bot */
    assert_int_equal(bots_at(control), 0);
    (void)call(control, "exercise.start", "{}");
    assert_int_equal(bots_at(control), 2);
    (void)call(ana, "exercise.leave", "{}");
    assert_int_equal(bots_at(control), 3);
    assert_string_equal(refused(control, "exercise.leave", "{}"), "person.only");
}

static void who_leaves_is_grouped_no_more(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, "");
    struct client *ana = stage_join(stage, "ana");
    (void)call(ana, "exercise.leave", "{}");
    (void)call(control, "roster.group", "{'how':'even','who':'all'}");
    assert_string_equal(seat_of(control, "ana"), "-");
}

/* --- without names --- */

static void in_an_anonymous_exercise_nobody_has_a_name(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'anonymous':true");
    struct client *ana = stage_join(stage, "Anastasia");
    struct tree *attached = client_attach(ana);
    assert_text(text_at(tree_get(attached, TEXT("you")), "name"), "East 1");
    assert_true(flag_at(tree_get(attached, TEXT("exercise")), "anonymous"));
    (void)stage_join(stage, "Benedict");
    assert_null(strstr(json_write(stage->arena, roster(control)).at, "Anastasia"));
    assert_string_equal(seat_of(control, "East 1"), "1 ost head");
    assert_string_equal(refused(control, "roster.plan", "{'list':'Anastasia'}"),
                        "exercise.anonymous");
    (void)call(control, "seat.release", "{'person':'%.*s'}", S(id_of(control, "East 1")));
    assert_string_equal(seat_of(control, "No. 1"), "-");
    (void)call(control, "roster.group", "{'how':'even'}");
    assert_string_equal(seat_of(control, "East 2"), "1 ost head"); /* numbers are given once */
}

/* --- a word to control alone --- */

static void who_would_rather_have_another_role_says_so_to_control(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, ",'notice':'This is about war.'");
    struct client *ana = stage_join(stage, "ana"), *ben = stage_join(stage, "ben");
    assert_text(text_at(tree_get(client_attach(ana), TEXT("exercise")), "notice"),
                "This is about war.");
    int patches = ben->patches;
    (void)call(ana, "seat.ask", "{'text':'Not this one, please'}");
    assert_int_equal(ben->patches, patches);
    struct tree *requests = tree_get(roster(control), TEXT("requests"));
    assert_int_equal(requests->count, 1);
    const struct tree *request = requests->members[0].value;
    assert_text(text_at(request, "text"), "Not this one, please");
    assert_true(text_equal(text_at(request, "person"), id_of(control, "ana")));
    struct text message = text_at(request, "message");
    (void)call(control, "request.claim", "{'message':'%.*s'}", S(message));
    assert_text(text_at(tree_get(roster(control), TEXT("requests"))->members[0].value, "claimed"),
                "first");
    stage_restart(stage);
    (void)client_attach(control);
    assert_int_equal(tree_get(roster(control), TEXT("requests"))->count, 1);
    (void)call(control, "request.settle", "{'message':'%.*s'}", S(message));
    assert_int_equal(tree_get(roster(control), TEXT("requests"))->count, 0);
    assert_string_equal(refused(control, "request.claim", "{'message':'x'}"), "request.unknown");
    char text[600];
    memset(text, 'x', 501);
    text[501] = '\0';
    (void)client_attach(ana);
    assert_string_equal(refused(ana, "seat.ask", "{'text':'%s'}", text), "message.too_long");
    for (int count = 1; count < 20; count++)
        (void)call(ana, "seat.ask", "{}");
    assert_string_equal(refused(ana, "seat.ask", "{}"), "limit.size");
}

/* --- looking on --- */

static void links_for_spectators_are_given_out(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, "");
    struct client *first = client_new(stage, "first"), *second = client_new(stage, "second");
    first->token = text_at(call(control, "spectator.link", "{}"), "token");
    for (int again = 0; again < 2; again++) /* with a token of one's own, asked twice */
        (void)call(control, "spectator.link", "{'token':'%.*s','key':1}", S(second->token));
    assert_string_equal(refused(control, "spectator.link", "{'token':'x'}"), "token.invalid");
    assert_string_equal(refused(control, "spectator.link", "{'token':'%.*s'}", S(control->token)),
                        "token.invalid");
    assert_text(text_at(client_attach(first), "kind"), "spectator");
    assert_text(text_at(client_attach(second), "kind"), "spectator");
    stage_restart(stage);
    assert_text(text_at(client_attach(first), "kind"), "spectator");
    struct client *old = client_new(stage, "old");
    old->token = stage->spectator; /* the one that came with the exercise */
    assert_text(text_at(client_attach(old), "kind"), "spectator");
}

static void there_may_be_more_seats_than_the_scenario_names(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, "");
    for (int count = 0; count < 4; count++) {
        const char *name = arena_print(stage->arena, "p%d", count).at;
        (void)stage_join(stage, name);
        (void)call(
            control, "seat.assign", "{'person':'%.*s','table':'%.*s','party':'wes','role':'%s'}",
            S(id_of(control, name)), S(stage->tables[0]), count == 3 ? "observer" : "adviser");
    }
    assert_string_equal(seat_of(control, "p2"), "1 wes adviser"); /* the scenario has one */
    assert_string_equal(seat_of(control, "p3"), "1 wes observer");
}

/* --- being forgotten --- */

static void a_name_is_forgotten(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage, "");
    struct client *ana = stage_join(stage, "Anastasia"), *ben = stage_join(stage, "ben");
    struct text id = id_of(control, "Anastasia");
    (void)call(control, "person.erase", "{'person':'%.*s'}", S(id));
    assert_null(strstr(json_write(stage->arena, roster(control)).at, "Anastasia"));
    assert_string_equal(seat_of(control, "East 1"), "1 ost head");
    assert_null(strstr(json_write(stage->arena, ben->notified).at, "Anastasia"));
    stage_restart(stage);
    (void)client_attach(control);
    assert_string_equal(seat_of(control, "East 1"), "1 ost head");
    (void)client_attach(ana); /* who they are is not lost with the name */
    assert_string_equal(refused(control, "person.erase", "{'person':'x'}"), "person.unknown");
    assert_string_equal(refused(ana, "person.erase", "{'person':'%.*s'}", S(id)), "control.only");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(who_may_choose_waits_and_takes_what_is_free),
        TEST(what_has_begun_is_not_left_by_choice),
        TEST(where_control_seats_people_nobody_chooses),
        TEST(people_are_grouped_anew_and_back),
        TEST(chance_groups_everybody_once),
        TEST(who_plays_already_stays),
        TEST(groupings_have_names),
        TEST(a_head_who_leaves_is_followed),
        TEST(where_nobody_is_left_a_bot_takes_over),
        TEST(who_leaves_is_grouped_no_more),
        TEST(in_an_anonymous_exercise_nobody_has_a_name),
        TEST(who_would_rather_have_another_role_says_so_to_control),
        TEST(links_for_spectators_are_given_out),
        TEST(there_may_be_more_seats_than_the_scenario_names),
        TEST(a_name_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
