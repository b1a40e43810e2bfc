/* People grouped by a pasted list. */
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

static struct client *made(struct stage *stage)
{
    struct client *control = stage_create(stage, ",'tables':2,'untimed':true");
    (void)client_attach(control);
    return control;
}

/* "1 ost head" of who joins now. */
static const char *joins(struct stage *stage, const char *name)
{
    struct client *client = client_new(stage, name);
    struct tree *joined = call(client, "exercise.join",
                               "{'code':'%.*s','name':'%s','token':'tok%08zu-0123456789abcdef'}",
                               S(stage->code), name, stage->client_count);
    return stage_seat(stage, joined);
}

static struct tree *problem(struct tree *answer, size_t index)
{
    struct tree *problems = tree_get(answer, TEXT("problems"));
    assert_true(index < problems->count);
    return problems->members[index].value;
}

static void who_is_listed_has_that_place(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage);
    struct tree *answer =
        call(control, "roster.plan",
             "{'list':'Role;Name;Delegation;Room\\n;Zoë Ångström;Westland;Room 2\\r\\n"
             "observer;  Émile  Zola ;wes;2\\n\\n;Ana;;1\\n'}");
    assert_int_equal(int_at(answer, "placed"), 3);
    assert_int_equal(int_at(answer, "expected"), 3);
    assert_int_equal(tree_get(answer, TEXT("problems"))->count, 0);
    struct tree *expected =
        tree_get(exercise_seen(control), TEXT("expected"));
    assert_int_equal(expected->count, 3);
    assert_string_equal(joins(stage, "stranger"), "1 wes head"); /* listed places are kept */
    assert_string_equal(joins(stage, "zoe angstrom"), "2 wes head");
    assert_string_equal(joins(stage, "EMILE ZOLA"), "2 wes observer");
    assert_string_equal(joins(stage, "ANA"), "1 ost head");
    expected = tree_get(exercise_seen(control), TEXT("expected"));
    assert_int_equal(expected->count, 0);
    stage_restart(stage);
    assert_string_equal(joins(stage, "ana"), "2 ost head"); /* a place is kept for one */
}

static void names_alone_are_grouped_evenly(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage);
    struct tree *answer = call(control, "roster.plan", "{'list':'Ivanova, Anna\\nBen\\nCem'}");
    assert_int_equal(int_at(answer, "placed"), 3);
    stage_restart(stage);
    assert_string_equal(joins(stage, "ben"), "2 ost head");
    assert_string_equal(joins(stage, "Cem"), "1 wes head");
    assert_string_equal(joins(stage, "ivanova, anna"), "1 ost head");
}

static void who_is_there_already_moves(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage);
    assert_string_equal(joins(stage, "ana"), "1 ost head");
    struct tree *answer =
        call(control, "roster.plan", "{'list':'name,delegation\\nAna,Middle Land\\n'}");
    assert_int_equal(int_at(answer, "placed"), 0);
    answer = call(control, "roster.plan", "{'list':'name\\tparty\\troom\\nAna\\tmid\\t2'}");
    assert_int_equal(int_at(answer, "placed"), 1);
    assert_int_equal(int_at(answer, "expected"), 0);
    struct tree *people =
        tree_get(exercise_seen(control), TEXT("people"));
    assert_text(text_at(people->members[0].value, "party"), "mid");
    (void)call(control, "roster.undo", "{}");
    people = tree_get(exercise_seen(control), TEXT("people"));
    assert_text(text_at(people->members[0].value, "party"), "ost");
}

static void a_list_says_line_by_line_what_it_cannot_place(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage);
    assert_string_equal(joins(stage, "player"), "1 ost head");
    (void)call(control, "exercise.start", "{'table':'%.*s'}", S(stage->tables[0]));
    struct tree *answer =
        call(control, "roster.plan",
             "{'list':'name,room,delegation,role\\nA,Rom 2,wes,\\nB,2,Westlund,\\nC,2,wes,haed\\n"
             "D,2,wes,head\\nE,2,wes,head\\n,2,wes,\\nPlayer,2,,\\nF,9,,\\n\\\"G, the "
             "last\\\",2,mid,\\n',"
             "'try':true}");
    assert_int_equal(int_at(answer, "placed"), 2);
    assert_text(text_at(problem(answer, 0), "type"), "table.unknown");
    assert_int_equal(int_at(problem(answer, 0), "line"), 2);
    assert_text(text_at(problem(answer, 0), "text"), "A,Rom 2,wes,");
    assert_text(text_at(problem(answer, 0), "nearest"), "Room 2");
    assert_text(text_at(problem(answer, 1), "type"), "party.unknown");
    assert_text(text_at(problem(answer, 1), "nearest"), "Westland");
    assert_text(text_at(problem(answer, 2), "nearest"), "head");
    assert_text(text_at(problem(answer, 3), "type"), "parameter.invalid");
    assert_text(text_at(problem(answer, 4), "type"), "table.begun");
    assert_text(text_at(problem(answer, 5), "type"), "table.unknown");
    assert_null(tree_get(problem(answer, 5), TEXT("nearest")));
    assert_text(text_at(problem(answer, 6), "type"), "seat.taken");
    assert_int_equal(int_at(problem(answer, 6), "line"), 6);
    /* It was only tried. */
    assert_int_equal(
        tree_get(exercise_seen(control), TEXT("expected"))->count, 0);
}

static void a_list_that_is_none_is_refused(void **state)
{
    struct stage *stage = *state;
    struct client *control = made(stage);
    assert_string_equal(refused(control, "roster.plan", "{}"), "parameter.missing");
    assert_string_equal(refused(control, "roster.plan", "{'list':' \\n '}"), "parameter.invalid");
    (void)call(control, "exercise.end", "{'table':'%.*s'}", S(stage->tables[1]));
    (void)call(control, "exercise.start", "{}");
    struct tree *answer = call(control, "roster.plan", "{'list':'name,room\\nAna,2\\nBen,1'}");
    assert_int_equal(int_at(answer, "placed"), 2 - (int)tree_get(answer, TEXT("problems"))->count);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(who_is_listed_has_that_place),   TEST(names_alone_are_grouped_evenly),
        TEST(who_is_there_already_moves),     TEST(a_list_says_line_by_line_what_it_cannot_place),
        TEST(a_list_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
