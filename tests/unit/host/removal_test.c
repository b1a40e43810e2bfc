/* Strangers among themselves: reports, votes, and being shown out. */
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

struct company {
    struct client *control, *east, *mid, *west, *adviser;
};

/* Three heads and an adviser of the first, in a game that has begun. */
static struct company company_open(struct stage *stage, const char *options)
{
    struct company company = {.control = stage_create(stage, options)};
    company.east = stage_join(stage, "east");
    company.west = stage_join(stage, "west");
    company.mid = stage_join(stage, "mid");
    company.adviser = stage_join(stage, "adviser");
    stage_start(company.control);
    return company;
}

static struct text seat_of(struct client *client)
{
    return text_at(tree_at(client_attach(client), "you"), "seat");
}

static struct text party_of(struct client *client)
{
    return text_at(tree_at(client_attach(client), "you"), "party");
}

static bool sits(struct client *client)
{
    return seat_of(client).length > 0;
}

#define OPEN ",'untimed':true,'listed':{'people_min':3}"

static void a_majority_of_the_other_heads_removes(void **state)
{
    struct stage *stage = *state;
    struct company company = company_open(stage, OPEN);
    struct client *bad = company.west;
    struct text seat = seat_of(bad);
    struct tree *first = call(company.east, "person.vote", "{'seat':'%.*s','key':1}", S(seat));
    assert_int_equal(int_at(first, "votes"), 1);
    assert_int_equal(int_at(first, "needed"), 2);
    assert_true(sits(bad));
    /* The same vote twice is one; it can be taken back, and is kept over a restart. */
    first = call(company.east, "person.vote", "{'seat':'%.*s'}", S(seat));
    assert_int_equal(int_at(first, "votes"), 1);
    first = call(company.east, "person.vote", "{'seat':'%.*s','on':false}", S(seat));
    assert_int_equal(int_at(first, "votes"), 0);
    (void)call(company.east, "person.vote", "{'seat':'%.*s'}", S(seat));
    stage_restart(stage);
    (void)client_attach(company.mid);
    (void)client_attach(bad);
    struct tree *last = call(company.mid, "person.vote", "{'seat':'%.*s'}", S(seat));
    assert_int_equal(int_at(last, "votes"), 2);
    assert_text(text_at(bad->notified, "method"), "bye");
    assert_text(text_at(tree_get(bad->notified, TEXT("params")), "reason"), "removed");
    assert_int_equal(bad->disconnected, 4001);
    /* Nor by the same token, now or after a restart. */
    for (int time = 0; time < 2; time++) {
        assert_string_equal(refused(bad, "attach", "{'token':'%.*s'}", S(bad->token)),
                            "token.unknown");
        assert_string_equal(refused(bad, "exercise.join",
                                    "{'code':'%.*s','name':'W','token':'%.*s'}", S(stage->code),
                                    S(bad->token)),
                            "person.removed");
        stage_restart(stage);
    }
    /* The seat is free for another. */
    const struct tree *games = tree_at(call(bad, "lobby.list", "{}"), "games");
    assert_int_equal(games->count, 1);
    struct client *next = stage_join(stage, "next");
    assert_true(sits(next));
}

static void who_may_not_vote_is_told(void **state)
{
    struct stage *stage = *state;
    struct company company = company_open(stage, OPEN);
    struct text seat = seat_of(company.west);
    (void)client_attach(company.adviser);
    assert_string_equal(refused(company.adviser, "person.vote", "{'seat':'%.*s'}", S(seat)),
                        "seat.not_head");
    assert_string_equal(refused(company.west, "person.vote", "{'seat':'%.*s'}", S(seat)),
                        "person.unknown");
    assert_string_equal(refused(company.east, "person.vote", "{'seat':'nobody'}"),
                        "person.unknown");
    assert_string_equal(refused(company.east, "person.vote", "{}"), "parameter.missing");
    assert_string_equal(refused(company.control, "person.vote", "{'seat':'%.*s'}", S(seat)),
                        "seat.only");
    assert_true(sits(company.west));
}

static void in_a_class_the_facilitator_decides(void **state)
{
    struct stage *stage = *state;
    struct company company = company_open(stage, ",'untimed':true");
    struct text seat = seat_of(company.west);
    assert_string_equal(refused(company.east, "person.vote", "{'seat':'%.*s'}", S(seat)),
                        "vote.closed");
    struct text person = text_at(tree_at(client_attach(company.west), "you"), "person");
    (void)client_attach(company.control);
    assert_string_equal(refused(company.east, "person.remove", "{'person':'%.*s'}", S(person)),
                        "control.only");
    assert_string_equal(refused(company.control, "person.remove", "{'person':'nobody'}"),
                        "person.unknown");
    (void)call(company.control, "person.remove", "{'person':'%.*s'}", S(person));
    assert_int_equal(company.west->disconnected, 4001);
    assert_string_equal(refused(company.control, "person.remove", "{'person':'%.*s'}", S(person)),
                        "person.unknown");
}

static void a_bot_plays_on_where_bots_fill_seats(void **state)
{
    struct stage *stage = *state;
    struct company company = company_open(stage, OPEN ",'bots':true");
    struct text party = party_of(company.west);
    struct text person = text_at(tree_at(client_attach(company.west), "you"), "person");
    (void)client_attach(company.control);
    (void)call(company.control, "person.remove", "{'person':'%.*s'}", S(person));
    const struct tree *people =
        tree_at(client_followed(company.control, TEXT("exercise"))->view, "people");
    int bots = 0;
    for (size_t index = 0; index < people->count; index++) {
        bool bot = false;
        (void)tree_get_bool(people->members[index].value, TEXT("bot"), &bot);
        bots += bot && text_equal(text_at(people->members[index].value, "party"), party);
    }
    assert_int_equal(bots, 1);
}

/* Two alone: neither can throw the other out; each may leave. */
static void one_vote_is_never_enough(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'listed':{'people_min':2}");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    stage_start(control);
    struct tree *vote = call(east, "person.vote", "{'seat':'%.*s'}", S(seat_of(west)));
    assert_int_equal(int_at(vote, "votes"), 1);
    assert_int_equal(int_at(vote, "needed"), 2);
    assert_true(sits(west));
}

static void a_report_goes_to_the_log_and_to_control(void **state)
{
    struct stage *stage = *state;
    struct company company = company_open(stage, OPEN);
    struct text seat = seat_of(company.west), party = party_of(company.west);
    (void)client_attach(company.control);
    int patches = company.west->patches;
    (void)call(company.adviser, "person.report", "{'seat':'%.*s','text':'Insults','key':1}",
               S(seat));
    assert_non_null(strstr(stage->logged.at, "reports seat"));
    assert_null(strstr(stage->logged.at, "Insults"));
    struct tree *requests = tree_at(exercise_seen(company.control), "requests");
    assert_int_equal(requests->count, 1);
    struct text text = text_at(requests->members[0].value, "text");
    assert_true(text_starts_with(text, TEXT("Report about west (")));
    assert_non_null(memmem(text.at, text.length, "Insults", 7));
    assert_true(party.length > 0);
    /* Who is reported is told nothing. */
    assert_int_equal(company.west->patches, patches);
    char words[502];
    memset(words, 'x', 501);
    words[501] = '\0';
    assert_string_equal(
        refused(company.east, "person.report", "{'seat':'%.*s','text':'%s'}", S(seat), words),
        "message.too_long");
    assert_string_equal(refused(company.east, "person.report", "{'seat':'none','text':'x'}"),
                        "person.unknown");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_majority_of_the_other_heads_removes), TEST(who_may_not_vote_is_told),
        TEST(in_a_class_the_facilitator_decides),    TEST(one_vote_is_never_enough),
        TEST(a_bot_plays_on_where_bots_fill_seats),  TEST(a_report_goes_to_the_log_and_to_control),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
