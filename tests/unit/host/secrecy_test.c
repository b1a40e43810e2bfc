/* What comes back over a connection does not depend on what went on unseen. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_back_is_answered_alike),
        cmocka_unit_test(who_comes_back_late_gets_a_fresh_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
