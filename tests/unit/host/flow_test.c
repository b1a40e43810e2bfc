/* Whole little games over the wire: create, join, attach, draft, sign, patches. */
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

static void people_sit_down_by_themselves(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, "");
    assert_int_equal(stage->code.length, 6);
    struct client *ana = client_new(stage, "ana");
    struct tree *joined = call(ana, "exercise.join", "{'code':'%.*s','name':'Ana','token':'%.*s'}",
                               S(stage->code), S(ana->token));
    assert_text(text_at(joined, "party"), "ost");
    assert_text(text_at(joined, "role"), "head");
    assert_true(text_equal(text_at(joined, "table"), stage->tables[0]));
    struct tree *attached = client_attach(ana);
    assert_text(text_at(attached, "kind"), "seat");
    assert_text(text_at(tree_get(attached, TEXT("you")), "name"), "Ana");
    assert_int_equal(int_at(attached, "next_key"), 1);
    assert_int_equal(int_at(attached, "now"), stage->now);
    assert_text(text_at(tree_at(attached, "view.audience"), "party"), "ost");
    assert_text(text_at(tree_at(attached, "exercise"), "scenario"), "pact");
}

static void a_text_is_drafted_signed_and_seen(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    struct client *mid = stage_join(stage, "mid");
    (void)call(control, "attach", "{'token':'%.*s'}", S(control->token));
    struct tree *started = call(control, "exercise.start", "{}");
    assert_int_equal(tree_get(started, TEXT("tables"))->count, 1);
    assert_null(tree_get(started, TEXT("refused")));

    int mid_patches = mid->patches;
    struct tree *drafted = call(east, "instrument.draft",
                                "{'key':1,'kind':'accord','invite':['ost','wes'],'clauses':"
                                "[{'type':'truce','terms':{'days':3}}]}");
    struct text id = text_at(drafted, "instrument");
    assert_int_equal(int_at(drafted, "version"), 1);
    assert_int_equal(mid->patches, mid_patches); /* Midland is not invited */
    assert_true(west->patches > 0);
    assert_string_equal(
        refused(mid, "instrument.sign", "{'key':1,'instrument':'%.*s','version':1}", S(id)),
        "instrument.unknown");
    (void)call(east, "instrument.sign", "{'key':2,'instrument':'%.*s','version':1}", S(id));
    (void)call(west, "instrument.sign", "{'key':1,'instrument':'%.*s','version':1}", S(id));
    assert_int_equal(
        int_at(tree_at(client_followed(mid, stage->tables[0])->view, "variables"), "tension"), 20);
    assert_current(east, 0, party_audience(stage, "ost"));
    assert_current(west, 0, party_audience(stage, "wes"));
    assert_current(mid, 0, party_audience(stage, "mid"));
}

static void one_audience_is_sent_the_same_bytes(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *first = stage_join(stage, "first");
    struct client *again = client_new(stage, "first"); /* the same seat on another device */
    (void)client_attach(again);
    stage_start(control);
    (void)call(first, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
    assert_true(first->last_patch.length > 0);
    assert_true(text_equal(first->last_patch, again->last_patch));
}

static void nothing_is_shown_before_it_is_durable(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    stage_start(control);
    int patches = west->patches;
    stage->store->hold = true;
    client_ask(east, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
    stage_deliver(stage);
    assert_null(east->answer);
    assert_int_equal(west->patches, patches);
    stage->store->hold = false;
    (void)client_result(east);
    assert_int_equal(west->patches, patches + 1);
}

static void a_peer_may_vanish_in_the_middle(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    stage_start(control);
    int patches = west->patches;
    client_ask(east, "message.send", "{'key':1,'to':'plenary','text':'Hello'}");
    host_peer_close(stage->host, east->peer);
    stage_deliver(stage);
    assert_null(east->answer);
    assert_int_equal(west->patches, patches + 1);
    client_open_with(east, TEXT("127.0.0.1"), TEXT(""));
    struct tree *attached = client_attach(east);
    assert_int_equal(int_at(attached, "next_key"), 2);
}

static void a_resent_key_is_done_once(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    const char *draft = "{'key':7,'kind':'accord','invite':['ost','wes'],'clauses':"
                        "[{'type':'truce','terms':{'days':3}}]}";
    struct text first = text_at(call(east, "instrument.draft", "%s", draft), "instrument");
    uint64_t sequence = game_sequence(stage_game(stage, 0));
    struct text second = text_at(call(east, "instrument.draft", "%s", draft), "instrument");
    assert_true(text_equal(first, second));
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence);
    /* Sent twice before the first is stored. */
    client_ask(east, "message.send", "{'key':8,'to':'plenary','text':'Once'}");
    struct text once =
        text_at(call(east, "message.send", "{'key':8,'to':'plenary','text':'Once'}"), "message");
    assert_int_equal(game_sequence(stage_game(stage, 0)), sequence + 1);
    assert_true(text_equal(
        once,
        text_at(call(east, "message.send", "{'key':8,'to':'plenary','text':'Once'}"), "message")));
    /* A refusal is not kept: the same key may be decided again. */
    assert_string_equal(refused(east, "message.send", "{'key':9,'to':'plenary','text':''}"),
                        "message.empty");
    (void)call(east, "message.send", "{'key':9,'to':'plenary','text':'Now'}");
}

static void an_old_key_has_expired(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    for (int key = 1; key <= 70; key++)
        (void)call(east, "message.send", "{'key':%d,'to':'plenary','text':'%d'}", key, key);
    assert_string_equal(refused(east, "message.send", "{'key':6,'to':'plenary','text':'6'}"),
                        "command.expired");
    (void)call(east, "message.send", "{'key':7,'to':'plenary','text':'7'}");
}

static void a_cursor_brings_the_missed_patches(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    stage_start(control);
    struct text cursor = client_followed(west, stage->tables[0])->cursor;
    host_peer_close(stage->host, west->peer);
    (void)call(east, "message.send", "{'key':1,'to':'plenary','text':'One'}");
    (void)call(east, "message.send", "{'key':2,'to':'plenary','text':'Two'}");
    west->peer = host_peer_open(stage->host, west, TEXT("127.0.0.1"), TEXT(""));
    struct tree *answer =
        call(west, "attach", "{'token':'%.*s','since':'%.*s'}", S(west->token), S(cursor));
    assert_null(tree_get(answer, TEXT("view")));
    const struct tree *patches = tree_get(answer, TEXT("patches"));
    assert_int_equal(patches->count, 2);
    struct followed *followed = client_followed(west, stage->tables[0]);
    for (size_t index = 0; index < patches->count; index++)
        followed->view = tree_merge(stage->arena, followed->view, patches->members[index].value);
    assert_current(west, 0, party_audience(stage, "wes"));
    /* Nothing missed, and nothing that could be a cursor of this epoch. */
    answer = call(west, "attach", "{'token':'%.*s','since':'%.*s'}", S(west->token),
                  S(text_at(answer, "cursor")));
    assert_int_equal(tree_get(answer, TEXT("patches"))->count, 0);
    answer = call(west, "attach", "{'token':'%.*s','since':'e12345.3'}", S(west->token));
    assert_non_null(tree_get(answer, TEXT("view")));
}

static void a_cursor_too_old_brings_a_fresh_view(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct text cursor = client_followed(east, stage->tables[0])->cursor;
    for (int key = 1; key <= 65; key++)
        (void)call(east, "message.send", "{'key':%d,'to':'plenary','text':'%d'}", key, key);
    struct tree *answer =
        call(east, "attach", "{'token':'%.*s','since':'%.*s'}", S(east->token), S(cursor));
    assert_non_null(tree_get(answer, TEXT("view")));
    assert_current(east, 0, party_audience(stage, "ost"));
}

static void time_passes_by_itself(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *east = stage_join(stage, "east");
    assert_int_equal(host_due(stage->host), INT64_MAX);
    stage_start(control);
    int64_t deadline =
        int_at(tree_at(client_followed(east, stage->tables[0])->view, "clock"), "deadline");
    assert_int_equal(deadline, stage->now + 10 * MINUTE_MS);
    assert_true(host_due(stage->host) <= deadline);
    stage->now = deadline - 1;
    host_tick(stage->host);
    stage_deliver(stage);
    assert_int_equal(
        int_at(tree_at(client_followed(east, stage->tables[0])->view, "clock"), "round"), 1);
    stage->now = deadline;
    assert_int_equal(host_due(stage->host), deadline);
    host_tick(stage->host);
    assert_int_equal(host_due(stage->host) > deadline, true);
    stage_deliver(stage);
    assert_int_equal(
        int_at(tree_at(client_followed(east, stage->tables[0])->view, "clock"), "round"), 2);
    /* What comes after the deadline is decided after it, ticked or not. */
    stage->now += 10 * MINUTE_MS;
    assert_string_equal(refused(east, "instrument.draft",
                                "{'key':1,'kind':'accord','invite':['ost','wes'],'clauses':[]}"),
                        "phase.not_allowed");
    assert_current(east, 0, party_audience(stage, "ost"));
}

static void a_clock_that_goes_back_is_not_believed(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, "");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    stage->now -= 3600000;
    (void)call(east, "message.send", "{'key':1,'to':'plenary','text':'Back'}");
    struct tree *answer = client_attach(east);
    assert_int_equal(int_at(answer, "now"), stage->now + 3600000);
}

static void spectators_see_what_is_public(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true,'tables':2");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct client *guest = client_new(stage, "guest");
    guest->token = stage->spectator;
    struct tree *attached = client_attach(guest);
    assert_text(text_at(attached, "kind"), "spectator");
    assert_int_equal(tree_get(attached, TEXT("presence"))->count, 0);
    (void)call(east, "message.send", "{'key':1,'to':['wes'],'text':'Secret'}");
    assert_null(strstr(guest->last.at, "Secret"));
    (void)call(east, "message.send", "{'key':2,'to':'press','text':'Public'}");
    assert_non_null(strstr(guest->last.at, "Public"));
    assert_current(guest, 0, (struct audience){AUDIENCE_PUBLIC, -1});
    assert_string_equal(refused(guest, "message.send", "{'to':'plenary','text':'I'}"), "seat.only");
    struct tree *other = call(guest, "attach", "{'token':'%.*s','table':'%.*s'}", S(guest->token),
                              S(stage->tables[1]));
    assert_text(text_at(tree_at(other, "view.table"), "name"), "Room 2");
    assert_string_equal(refused(guest, "attach", "{'token':'%.*s','table':'x'}", S(guest->token)),
                        "table.unknown");
}

static void presence_is_told_to_those_at_the_table(void **state)
{
    struct stage *stage = *state;
    (void)stage_create(stage, "");
    struct client *east = stage_join(stage, "east");
    struct client *west = stage_join(stage, "west");
    struct tree *people = tree_at(east->notified, "params.people");
    assert_int_equal(people->count, 2);
    host_peer_close(stage->host, west->peer);
    people = tree_at(east->notified, "params.people");
    bool online = true;
    assert_true(tree_get_bool(people->members[1].value, TEXT("online"), &online));
    assert_false(online);
    assert_text(text_at(people->members[1].value, "name"), "west");
    client_open_with(west, TEXT("127.0.0.1"), TEXT(""));
}

static void a_post_asks_without_attaching(void **state)
{
    struct stage *stage = *state;
    struct client *control = stage_create(stage, ",'untimed':true");
    struct client *east = stage_join(stage, "east");
    stage_start(control);
    struct client *post = client_new(stage, "post");
    host_peer_close(stage->host, post->peer);
    client_open_with(post, TEXT("10.0.0.1"), east->token);
    (void)call(post, "message.send", "{'key':1,'to':'plenary','text':'By post'}");
    struct tree *attached = call(post, "attach", "{}");
    assert_text(text_at(attached, "kind"), "seat");
    (void)call(east, "message.send", "{'key':2,'to':'plenary','text':'More'}");
    assert_int_equal(post->patches, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(people_sit_down_by_themselves),
        TEST(a_text_is_drafted_signed_and_seen),
        TEST(one_audience_is_sent_the_same_bytes),
        TEST(nothing_is_shown_before_it_is_durable),
        TEST(a_peer_may_vanish_in_the_middle),
        TEST(a_resent_key_is_done_once),
        TEST(an_old_key_has_expired),
        TEST(a_cursor_brings_the_missed_patches),
        TEST(a_cursor_too_old_brings_a_fresh_view),
        TEST(time_passes_by_itself),
        TEST(a_clock_that_goes_back_is_not_believed),
        TEST(spectators_see_what_is_public),
        TEST(presence_is_told_to_those_at_the_table),
        TEST(a_post_asks_without_attaching),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
