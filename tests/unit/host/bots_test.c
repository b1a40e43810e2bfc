/* How fast bots act where people sit. */
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

enum { PAUSE_MS = 500, READING_MS = 10 * PAUSE_MS, WESTLAND = 2 };

/* The only text, and its version. */
struct drafting {
    struct text text;
    uint32_t version;
    int64_t days;
    struct clause_wish wish;
};

/* Westland's bot always wants another number of days. */
static bool wants_to_amend(void *context, const struct game *game, int party, struct text seat,
                           int64_t now, struct arena *arena, struct command *command)
{
    (void)game;
    (void)seat;
    (void)now;
    (void)arena;
    struct drafting *drafting = context;
    if (party != WESTLAND || drafting->text.length == 0)
        return false;
    drafting->days = drafting->version % 20 + 1;
    drafting->wish = (struct clause_wish){.key = 0, .terms = &drafting->days};
    command->type = COMMAND_AMEND;
    command->instrument = drafting->text;
    command->version = drafting->version;
    command->clauses = &drafting->wish;
    command->clause_count = 1;
    return true;
}

static int64_t version_seen(struct client *client, struct drafting *drafting)
{
    const struct tree *view = client_followed(client, client->stage->tables[0])->view;
    const struct tree *text = tree_get(tree_get(view, TEXT("instruments")), drafting->text);
    drafting->version = (uint32_t)int_at(text, "version");
    return drafting->version;
}

/* Whatever is due until then happens, each at its time. */
static void pass(struct stage *stage, int64_t until)
{
    while (host_due(stage->host) <= until) {
        stage->now = host_due(stage->host);
        host_tick(stage->host);
        stage_deliver(stage);
    }
    stage->now = until;
}

#define DRAFT                                                                                      \
    "'kind':'accord','invite':['ost','wes'],'clauses':[{'type':'truce','terms':{'days':30}}]"

static struct client *opened(struct stage *stage, struct drafting *drafting)
{
    struct host_bots bots = {drafting, wants_to_amend, NULL, PAUSE_MS, NULL};
    host_set_bots(stage->host, &bots);
    struct client *control = stage_create(stage, ",'untimed':true,'bots':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    drafting->text = arena_copy(
        stage->arena, text_at(call(east, "instrument.draft", "{" DRAFT ",'key':1}"), "instrument"));
    drafting->version = 1;
    return east;
}

static void a_text_is_left_to_be_read_before_a_bot_changes_it_again(void **state)
{
    struct stage *stage = *state;
    struct drafting drafting = {.version = 0};
    struct client *east = opened(stage, &drafting);
    int64_t drafted = stage->now;
    pass(stage, drafted + PAUSE_MS);
    assert_int_equal(version_seen(east, &drafting), 2);
    pass(stage, drafted + PAUSE_MS + READING_MS - 1);
    assert_int_equal(version_seen(east, &drafting), 2);
    pass(stage, drafted + PAUSE_MS + READING_MS);
    assert_int_equal(version_seen(east, &drafting), 3);
}

static void who_amends_has_read_it_and_is_answered_at_once(void **state)
{
    struct stage *stage = *state;
    struct drafting drafting = {.version = 0};
    struct client *east = opened(stage, &drafting);
    pass(stage, stage->now + PAUSE_MS);
    assert_int_equal(version_seen(east, &drafting), 2);
    pass(stage, stage->now + PAUSE_MS);
    (void)call(east, "instrument.amend",
               "{'key':2,'instrument':'%.*s','version':2,'clauses':[{'type':'truce','terms':"
               "{'days':29}}]}",
               S(drafting.text));
    assert_int_equal(version_seen(east, &drafting), 3);
    pass(stage, stage->now + PAUSE_MS);
    assert_int_equal(version_seen(east, &drafting), 4);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_text_is_left_to_be_read_before_a_bot_changes_it_again),
        TEST(who_amends_has_read_it_and_is_answered_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
