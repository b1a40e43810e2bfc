/* A table's journal alone is the whole game. */
#include "host/stage.h"

#include "replay.h"

struct folded {
    struct arena *arena;
    bool came;
    struct text hash, why;
    uint64_t count;
};

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

static void on_replay(void *context, const struct replay *replay)
{
    struct folded *folded = context;
    assert_false(folded->came);
    folded->came = true;
    folded->count = replay->count;
    folded->why = arena_copy(folded->arena, replay->why);
    if (replay->game)
        folded->hash = game_hash(replay->game, folded->arena);
    assert_int_equal(replay->game != NULL, replay->why.length == 0);
}

static struct folded fold(struct stage *stage, struct text table, uint64_t last)
{
    struct folded folded = {.arena = stage->arena};
    struct replay_wish wish = {.table = table, .last = last};
    replay_read(&stage->store->base, &wish, on_replay, &folded);
    assert_false(folded.came); /* never from inside the call */
    stage_deliver(stage);
    assert_true(folded.came);
    return folded;
}

static void assert_folds(struct stage *stage)
{
    for (size_t table = 0; table < stage->table_count; table++) {
        struct folded folded = fold(stage, stage->tables[table], UINT64_MAX);
        assert_int_equal(folded.why.length, 0);
        assert_true(text_equal(folded.hash, game_hash(stage_game(stage, table), stage->arena)));
        assert_int_equal(folded.count, game_sequence(stage_game(stage, table)));
    }
}

static const char draft[] = "{'key':1,'kind':'accord','invite':['ost','wes'],'clauses':"
                            "[{'type':'truce','terms':{'days':3}}]}";

/* With bots, a clock that runs, a pause and people who go. */
static void every_table_folds_to_what_it_is(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'tables':2,'bots':true");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    assert_folds(stage);
    stage_start(control);
    assert_folds(stage);
    (void)call(east, "instrument.draft", "%s", draft);
    (void)call(west, "message.send", "{'key':1,'to':'plenary','text':'Good morning.'}");
    (void)call(control, "exercise.pause", "{'key':4}");
    assert_folds(stage);
    (void)call(control, "exercise.resume", "{'key':5}");
    stage->now += 30 * MINUTE_MS;
    host_tick(stage->host);
    stage_deliver(stage);
    assert_folds(stage);
}

static void it_can_be_as_it_was(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct text before = game_hash(stage_game(stage, 0), stage->arena);
    uint64_t sequence = game_sequence(stage_game(stage, 0));
    (void)call(east, "instrument.draft", "%s", draft);
    struct folded folded = fold(stage, stage->tables[0], sequence);
    assert_true(text_equal(folded.hash, before));
    assert_int_equal(folded.count, sequence);
}

static void on_append(void *context, enum journal_outcome outcome, struct text words)
{
    (void)context;
    (void)words;
    assert_int_equal(outcome, JOURNAL_DONE);
}

static void store_append(struct stage *stage, const char *journal, uint64_t sequence,
                         const char *bytes)
{
    struct text name = arena_print(stage->arena, "table/%s", journal);
    stage->store->base.methods->append(&stage->store->base, name, sequence, text_of(bytes),
                                       on_append, NULL);
    stage_deliver(stage);
}

static void what_cannot_be_folded_says_where_and_why(void **state)
{
    static const struct {
        const char *entry, *why;
    } damaged[] = {
        {"{\"seq\":%llu,\"at\":1,\"by\":\"control\",\"eve", "cannot be read"},
        {"[]", "cannot be read"},
        {"{\"seq\":99,\"at\":1,\"by\":\"control\",\"events\":[]}", "another place"},
        {"{\"seq\":%llu,\"at\":1,\"by\":\"nobody\",\"events\":[]}", "by"},
        {"{\"seq\":%llu,\"at\":1,\"by\":\"control\",\"events\":[{\"type\":\"sung\"}]}", "sung"},
    };
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':6");
    (void)stage_join(stage, "east");
    stage_start(control);
    for (size_t index = 0; index < sizeof(damaged) / sizeof(*damaged); index++) {
        const struct game *game = stage_game(stage, index);
        struct text table = stage->tables[index];
        unsigned long long next = game_sequence(game) + 1;
        char bytes[160];
        snprintf(bytes, sizeof(bytes), damaged[index].entry, next);
        store_append(stage, table.at, next, bytes);
        struct folded folded = fold(stage, table, UINT64_MAX);
        assert_non_null(strstr(folded.why.at, damaged[index].why));
        assert_non_null(strstr(folded.why.at, arena_print(stage->arena, "entry %llu", next).at));
        /* Up to there it is good. */
        assert_true(text_equal(fold(stage, table, next - 1).hash, game_hash(game, stage->arena)));
    }
    assert_non_null(strstr(fold(stage, TEXT("none"), UINT64_MAX).why.at, "no such table"));
    store_append(stage, "odd", 1, "{\"seq\":1}");
    assert_non_null(strstr(fold(stage, TEXT("odd"), UINT64_MAX).why.at, "entry 1"));
    store_append(
        stage, "lost", 1,
        "{\"seq\":1,\"at\":1,\"scenario\":\"pact\",\"hash\":\"00\",\"edition\":\"full\","
        "\"id\":\"lost\",\"round_minutes\":0,\"seed\":\"00000000000000000000000000000000\"}");
    assert_non_null(strstr(fold(stage, TEXT("lost"), UINT64_MAX).why.at, "scenario"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_table_folds_to_what_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(it_can_be_as_it_was, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_folded_says_where_and_why, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
