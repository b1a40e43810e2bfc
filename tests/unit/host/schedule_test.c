/* The time an exercise is given: a lesson before its bell, a game over days. */
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

static struct tree *clock_of(struct client *client, size_t table)
{
    struct tree *tables = tree_at(client_attach(client), "view.tables");
    return tree_get(tree_get(tables, client->stage->tables[table]), TEXT("clock"));
}

static int64_t talks_of(const struct tree *preview)
{
    const struct tree *talks = tree_get(preview, TEXT("phases"))->members[0].value;
    assert_true(text_equal(text_at(talks, "id"), TEXT("talks")));
    assert_true(text_equal(text_at(talks, "title"), TEXT("Talks")));
    assert_int_equal(int_at(talks, "rounds"), 2);
    return int_at(talks, "minutes");
}

/* pact: talks of two rounds of 10 minutes. */
static void a_lesson_is_planned_before_it_begins(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct tree *seen =
        call(control, "schedule.preview", "{'scenario':'pact','schedule':{'bell':%lld}}",
             (long long)stage->now + 53 * MINUTE_MS);
    assert_int_equal(talks_of(seen), 10);
    assert_int_equal(int_at(seen, "starts"), stage->now + 8 * MINUTE_MS);
    assert_int_equal(int_at(seen, "rest"), 20 * MINUTE_MS);
    assert_true(tree_get(seen, TEXT("fits"))->flag);
    seen = call(control, "schedule.preview",
                "{'scenario':'pact','joining':0,'schedule':{'bell':%lld,'debrief':5}}",
                (long long)stage->now + 15 * MINUTE_MS);
    assert_int_equal(talks_of(seen), 5);
    seen = call(control, "schedule.preview", "{'scenario':'pact','schedule':{'bell':%lld}}",
                (long long)stage->now + MINUTE_MS);
    assert_int_equal(talks_of(seen), 1);
    assert_false(tree_get(seen, TEXT("fits"))->flag);
    seen = call(control, "schedule.preview", "{'scenario':'pact','schedule':{'debrief':5}}");
    assert_int_equal(talks_of(seen), 10);
    assert_true(tree_get(seen, TEXT("fits"))->flag);
}

static void a_schedule_given_at_the_making_counts_at_every_table(void **state)
{
    struct stage *stage = *state;
    char options[120];
    long long bell = (long long)stage->now + 35 * MINUTE_MS;
    snprintf(options, sizeof(options), ",'tables':2,'schedule':{'bell':%lld,'debrief':25}", bell);
    struct client *control = stage_create(stage, options);
    for (size_t table = 0; table < 2; table++) {
        struct tree *clock = clock_of(control, table);
        assert_int_equal(int_at(clock, "bell"), bell);
        assert_int_equal(int_at(clock, "rest"), 10 * MINUTE_MS);
    }
    stage->now += 4 * MINUTE_MS; /* Joining took its time. */
    (void)call(control, "exercise.start", "{}");
    assert_int_equal(int_at(clock_of(control, 0), "deadline"), stage->now + 3 * MINUTE_MS);
    assert_int_equal(int_at(clock_of(control, 1), "rest"), 3 * MINUTE_MS);
    stage_restart(stage);
    assert_int_equal(int_at(clock_of(control, 1), "rest"), 3 * MINUTE_MS);
    (void)call(control, "exercise.schedule", "{'minutes':{'talks':7},'table':'%.*s'}",
               S(stage->tables[0]));
    assert_int_equal(int_at(clock_of(control, 0), "rest"), 7 * MINUTE_MS);
    assert_int_equal(int_at(clock_of(control, 1), "rest"), 3 * MINUTE_MS);
}

static void a_wrong_schedule_makes_no_exercise(void **state)
{
    struct stage *stage = *state;
    struct client *control = client_new(stage, "control");
    const char *form = "{'scenario':'pact','token':'%.*s',%s}";
    static const struct {
        const char *options, *type;
    } cases[] = {
        {"'schedule':{'bell':1}", "parameter.invalid"},
        {"'schedule':{'bell':4000000000000}", "parameter.invalid"},
        {"'schedule':{'minutes':{'chats':1}}", "parameter.unknown"},
        {"'schedule':7", "parameter.invalid"},
        {"'schedule':{'debrief':5},'untimed':true", "parameter.invalid"},
        {"'pace':'quick'", "parameter.invalid"},
        {"'timezone':'A name of a place that is far longer than any of those there are'",
         "parameter.invalid"},
    };
    for (size_t index = 0; index < sizeof(cases) / sizeof(*cases); index++)
        assert_string_equal(
            refused(control, "exercise.create", form, S(control->token), cases[index].options),
            cases[index].type);
    assert_string_equal(refused(control, "attach", "{'token':'%.*s'}", S(control->token)),
                        "token.unknown");
    assert_string_equal(refused(control, "schedule.preview", "{'scenario':'pact'}"),
                        "parameter.missing");
    assert_string_equal(refused(control, "schedule.preview", "{'scenario':'none','schedule':{}}"),
                        "scenario.unknown");
}

/* Days pass while nobody is there, and while the server is down. */
static void deadlines_of_days_pass_by_themselves(void **state)
{
    struct stage *stage = *state;
    const int64_t day = (int64_t)DAY_MINUTES * MINUTE_MS;
    struct client *control =
        stage_create(stage, ",'pace':'async','timezone':'Europe/Kyiv','bots':false,'schedule':{"
                            "'minutes':{'talks':1440}}");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct tree *attached = client_attach(control);
    assert_text(text_at(tree_at(attached, "view.exercise"), "pace"), "async");
    assert_text(text_at(tree_at(attached, "view.exercise"), "timezone"), "Europe/Kyiv");
    assert_int_equal(int_at(clock_of(control, 0), "deadline"), stage->now + day);
    stage->now += day;
    host_tick(stage->host);
    stage_deliver(stage);
    assert_int_equal(int_at(clock_of(control, 0), "round"), 2);
    stage->now += day / 2;
    stage_restart(stage);
    assert_int_equal(int_at(clock_of(control, 0), "deadline"), stage->now + day / 2);
    stage->now += 3 * day;
    stage_restart(stage); /* The last round ended while the server was down. */
    host_tick(stage->host);
    stage_deliver(stage);
    assert_true(tree_get(clock_of(control, 0), TEXT("final"))->flag);
    struct tree *seen = client_attach(east);
    assert_text(text_at(tree_at(seen, "view.clock"), "phase"), "debrief");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_lesson_is_planned_before_it_begins),
        TEST(a_schedule_given_at_the_making_counts_at_every_table),
        TEST(a_wrong_schedule_makes_no_exercise),
        TEST(deadlines_of_days_pass_by_themselves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
