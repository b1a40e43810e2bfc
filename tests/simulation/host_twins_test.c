/* Twins as their hosts play them: two whole servers, in which the same people sit at one table, and
 * some do things in secret in one of them alone. Whatever the host would send to anybody else - the
 * answers to what they ask, try and are refused, the patches of their streams, fresh views when
 * they come back - is the same, byte for byte. */
#include "host/stage.h"

#include "twins_common.h"

enum { STEPS = 40, SEATS_MAX = 2 * PARTIES_MAX };

struct person {
    struct client *client;
    struct text heard; /* since it was last compared */
    int party;
    int64_t keys;
};

struct theatre {
    struct stage *stage;
    struct client *control;
    struct person people[SEATS_MAX + 1]; /* the spectator is the last */
    size_t count;
};

static struct theatre theatres[2]; /* A and B */
static struct tally tally;

static void hear(struct client *client, struct text frame)
{
    for (int plain = 0; plain < 2; plain++)
        for (size_t index = 0; index < theatres[plain].count; index++) {
            struct person *person = &theatres[plain].people[index];
            if (person->client == client)
                person->heard = arena_print(client->stage->arena, "%.*s%.*s\n",
                                            TEXT_ARGUMENTS(person->heard), TEXT_ARGUMENTS(frame));
        }
}

/* True where it is done; asks in its own name alone. */
static bool ask(struct client *client, const char *method, struct tree *wish)
{
    struct arena *arena = client->stage->arena;
    struct text message =
        arena_print(arena, "{\"jsonrpc\":\"2.0\",\"id\":%lld,\"method\":\"%s\",\"params\":%.*s}",
                    (long long)++client->calls, method, TEXT_ARGUMENTS(json_write(arena, wish)));
    client->answer = NULL;
    host_receive(client->stage->host, client->peer, message);
    stage_deliver(client->stage);
    assert_non_null(client->answer);
    return tree_get(client->answer, TEXT("result")) != NULL;
}

static struct person *person_of(struct theatre *theatre, const struct twins *twins,
                                struct text seat)
{
    for (size_t index = 0; index < twins->seat_count; index++)
        if (text_equal(twins->seats[index].seat, seat))
            return &theatre->people[index];
    fail_msg("nobody sits there");
    return NULL;
}

/* What was wished is done by who wished it. */
static void act(struct twins *twins, bool plain, const struct command *command)
{
    struct theatre *theatre = &theatres[plain];
    struct arena *arena = theatre->stage->arena;
    struct tree *wish = wish_write(twins->scenario, command, arena);
    const char *method = wish_method(command->type);
    assert_non_null(method);
    struct client *client = theatre->control;
    if (command->actor.kind == ACTOR_CONTROL) {
        tree_set_text(arena, wish, TEXT("table"), theatre->stage->tables[0]);
    } else {
        struct person *person = person_of(theatre, twins, command->actor.seat);
        client = person->client;
        tree_set_int(arena, wish, TEXT("key"), ++person->keys);
    }
    struct decision_result result =
        decide(plain ? twins->plain : twins->secretive, command, twins->now, arena);
    if (ask(client, method, wish) == result.refused)
        fail_msg("seed %llu, step %d: %s is taken otherwise than it was meant: %.*s",
                 (unsigned long long)twins->dice.seed.low, twins->step, method,
                 TEXT_ARGUMENTS(client->last));
}

/* --- what others are sent --- */

static void compare(struct twins *twins)
{
    for (size_t index = 0; index < theatres[0].count; index++) {
        struct person *left = &theatres[0].people[index], *right = &theatres[1].people[index];
        bool outsider = left->party == NONE || !(twins->secret & party_bit(left->party));
        if (outsider)
            assert_bytes_same(twins,
                              left->party == NONE ? TEXT("the spectator")
                                                  : twins->scenario->parties[left->party].id,
                              "what it is sent", left->heard, right->heard);
        left->heard = right->heard = TEXT("");
    }
}

/* Everybody asks for a page, or what something would be worth, or comes back. */
static void look_on(struct twins *twins)
{
    struct dice *dice = &twins->asked;
    size_t index = (size_t)dice_throw(dice, 0, (int64_t)theatres[0].count - 1);
    int party = theatres[0].people[index].party;
    struct audience audience = {party == NONE ? AUDIENCE_PUBLIC : AUDIENCE_PARTY, party};
    struct arena *arena = theatres[0].stage->arena;
    int64_t kind = dice_throw(dice, 0, 9);
    struct tree *wish = tree_object(arena);
    size_t page = (size_t)dice_throw(dice, 0, PAGES - 1);
    const char *method = "history.read";
    if (kind < 5) {
        tree_set_text(arena, wish, TEXT("what"), text_of(pages[page]));
        tree_set_text(arena, wish, TEXT("of"), some_page(twins, page, audience, arena));
        tree_set_int(arena, wish, TEXT("limit"), dice_throw(dice, 1, 5));
    } else if (kind < 6) {
        method = "advice.ask";
        tree_set_text(arena, wish, TEXT("instrument"), some_name(twins, audience, arena));
    } else if (kind < 7) {
        method = "score.evaluate";
        struct tree *assume = tree_list(arena), *text = tree_object(arena);
        tree_set_text(arena, text, TEXT("instrument"), some_name(twins, audience, arena));
        tree_append(arena, assume, text);
        tree_set(arena, wish, TEXT("assume"), assume);
    } else if (kind < 8) {
        method = "scenario.get";
    } else {
        method = "attach";
    }
    bool since = dice_say(dice, 50);
    for (int plain = 0; plain < 2; plain++) {
        struct client *client = theatres[plain].people[index].client;
        struct tree *said = tree_copy(client->stage->arena, wish);
        if (kind >= 8) {
            struct text cursor = client->followed_count ? client->followed[0].cursor : TEXT("");
            host_peer_close(client->stage->host, client->peer);
            client_open_with(client, TEXT("127.0.0.1"), TEXT(""));
            tree_set_text(arena, said, TEXT("token"), client->token);
            if (since && cursor.length > 0)
                tree_set_text(arena, said, TEXT("since"), cursor);
        }
        (void)ask(client, method, said);
    }
    twins->tally->questions++;
}

/* --- sitting down --- */

static struct client *sit(struct theatre *theatre, const char *name, struct text party,
                          const char *role)
{
    struct stage *stage = theatre->stage;
    struct client *client = client_new(stage, name);
    struct tree *joined =
        call(client, "exercise.join", "{'code':'%.*s','name':'%s','token':'%.*s'}", S(stage->code),
             name, S(client->token));
    (void)call(theatre->control, "seat.assign",
               "{'person':'%.*s','table':'%.*s','party':'%.*s','role':'%s'}",
               S(text_at(joined, "person")), S(stage->tables[0]), S(party), role);
    return client;
}

static void theatre_open(struct theatre *theatre, struct twins *twins, const char *scenario)
{
    *theatre = (struct theatre){.stage = stage_open()};
    struct stage *stage = theatre->stage;
    host_close(stage->host);
    stage->settings.scenarios = SOURCE_DIR "/tests/scenarios/good";
    stage_host_open(stage);
    host_set_bots(stage->host, &(struct host_bots){.advises = bot_advises});
    theatre->control = client_new(stage, "control");
    struct tree *made =
        call(theatre->control, "exercise.create",
             "{'scenario':'%s','edition':'','tables':1,'untimed':true,'token':'%.*s'}", scenario,
             S(theatre->control->token));
    stage->code = text_at(made, "code");
    stage->spectator = text_at(made, "spectator");
    stage->tables[0] = text_at(tree_get(made, TEXT("tables"))->members[0].value, "id");
    (void)call(theatre->control, "attach", "{'token':'%.*s'}", S(theatre->control->token));
    twins->scenario = game_scenario(stage_game(stage, 0));
    twins->seat_count = 0;
    for (int party = 0; party < (int)twins->scenario->party_count; party++)
        for (int role = 0; role < 2; role++) {
            struct text id = twins->scenario->parties[party].id;
            struct text wished = arena_print(stage->arena, "%.*s%s", S(id), role ? "+" : "");
            struct person *person = &theatre->people[theatre->count++];
            person->party = party;
            person->client =
                sit(theatre, arena_print(stage->arena, "%.*s%s", S(id), role ? "_2" : "").at, id,
                    role ? "adviser" : "head");
            struct text seat =
                text_at(tree_get(client_attach(person->client), TEXT("you")), "seat");
            twins->seats[twins->seat_count++] = (struct seat_name){wished, seat};
            person->client->heard = hear;
        }
    struct person *spectator = &theatre->people[theatre->count++];
    spectator->party = NONE;
    spectator->client = client_new(stage, "spectator");
    spectator->client->token = stage->spectator;
    (void)client_attach(spectator->client);
    spectator->client->heard = hear;
}

static void host_step(struct twins *twins)
{
    struct arena *arena = arena_open();
    for (int64_t count = dice_throw(&twins->dice, 0, 2); count > 0; count--)
        secret_do(twins);
    twins->now += dice_throw(&twins->dice, 0, 5000);
    for (int plain = 0; plain < 2; plain++) {
        theatres[plain].stage->now = twins->now;
        host_tick(theatres[plain].stage->host);
        stage_deliver(theatres[plain].stage);
    }
    struct command command = common_wish(twins, arena);
    common_do(twins, &command);
    if (!twins->out) {
        look_on(twins);
        compare(twins);
    }
    arena_close(arena);
}

static void host_twins_play(const char *scenario, uint64_t seed)
{
    struct twins twins = {.dice = {.seed = {seed, 3}},
                          .asked = {.seed = {seed, 4}},
                          .brisk = seed % 5 < 2,
                          .loose = seed % 3 == 0,
                          .arena = arena_open(),
                          .tally = &tally,
                          .act = act};
    for (int plain = 0; plain < 2; plain++)
        theatre_open(&theatres[plain], &twins, scenario);
    twins.now = theatres[0].stage->now;
    twins.secretive = host_game(theatres[0].stage->host, theatres[0].stage->tables[0]);
    twins.plain = host_game(theatres[1].stage->host, theatres[1].stage->tables[0]);
    twins_secretive(&twins);
    struct command next = wish_of_control(COMMAND_START);
    common_do(&twins, &next);
    next.type = COMMAND_ADVANCE;
    while (!(twins.scenario->phases[twins.plain->position.phase].allows & ALLOW_DRAFT))
        common_do(&twins, &next);
    for (; twins.step < STEPS && !twins.out && !twins.plain->position.final; twins.step++)
        host_step(&twins);
    tally.games++;
    tally.steps += (uint64_t)twins.step;
    for (int plain = 0; plain < 2; plain++)
        stage_close(theatres[plain].stage);
    arena_close(twins.arena);
}

static void others_are_sent_the_same(void **state)
{
    (void)state;
    static const char *const scenarios[] = {"delta", "harbour", "ridge", "strait"};
    for (size_t index = 0; index < 4; index++)
        for (uint64_t seed = 1; seed <= 6 * tally_times(); seed++)
            host_twins_play(scenarios[index], 100 + seed);
    tally_print(&tally);
    assert_true(tally.secrets > 0 && tally.questions > 0 && tally.comparisons > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(others_are_sent_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
