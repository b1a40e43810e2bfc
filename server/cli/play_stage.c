#include "play.h"

#include "must.h"
#include "replay.h"
#include "sha256.h"

#include <string.h>

enum { WAITS_MAX = 10000 };

static const int64_t stage_now_ms = INT64_C(1767690000000); /* a clock that stands still */

static int64_t stage_clock(void *context)
{
    (void)context;
    return stage_now_ms;
}

/* The same bytes in every run, so that twins differ in nothing but their steps. */
static void stage_random(void *context, void *bytes, size_t length)
{
    struct stage *stage = context;
    unsigned char *at = bytes;
    for (size_t index = 0; index < length; index++) {
        uint64_t count = stage->random_count++;
        struct text place = {(const char *)&count, sizeof(count)};
        at[index] = (unsigned char)random_hash((struct seed){1, 2}, place);
    }
}

static void stream_add(struct player *player, struct text frame)
{
    size_t needed = player->stream_length + frame.length + 1;
    if (needed > player->stream_capacity) {
        size_t capacity = needed * 2;
        player->stream =
            arena_grow(player->stage->arena, player->stream, player->stream_length, capacity, 1);
        player->stream_capacity = capacity;
    }
    memcpy(player->stream + player->stream_length, frame.at, frame.length);
    player->stream[player->stream_length + frame.length] = '\n';
    player->stream_length = needed;
}

static void stage_send(void *context, void *connection, struct text frame)
{
    struct stage *stage = context;
    struct player *player = connection;
    stream_add(player, frame);
    struct text why;
    uint32_t line;
    uint32_t column;
    struct tree *message =
        json_read(stage->arena, arena_copy(stage->arena, frame), &why, &line, &column);
    must(message != NULL);
    if (tree_get(message, TEXT("id"))) {
        player->answer = message;
        const struct tree *result = tree_get(message, TEXT("result"));
        struct tree *view = tree_get(result, TEXT("view"));
        if (view && tree_get(view, TEXT("clock")))
            player->view = view;
    } else {
        const struct tree *parameters = tree_get(message, TEXT("params"));
        const struct tree *patch = tree_get(parameters, TEXT("patch"));
        struct text of;
        if (player->view && patch && tree_get_text(parameters, TEXT("of"), &of) &&
            text_equal(of, stage->table))
            player->view = tree_merge(stage->arena, player->view, patch);
    }
    player_look(player);
}

static void stage_disconnect(void *context, void *connection, int code, struct text why)
{
    (void)context;
    (void)connection;
    (void)code;
    (void)why;
}

struct tree *player_call(struct player *player, const char *method, struct tree *parameters)
{
    struct stage *stage = player->stage;
    struct tree *call = tree_object(stage->arena);
    tree_set_text(stage->arena, call, TEXT("jsonrpc"), TEXT("2.0"));
    tree_set_int(stage->arena, call, TEXT("id"), ++player->next_call);
    tree_set_text(stage->arena, call, TEXT("method"), text_of(method));
    tree_set(stage->arena, call, TEXT("params"), parameters);
    player->answer = NULL;
    host_receive(stage->host, player->peer, json_write(stage->arena, call));
    for (int wait = 0; !player->answer && wait < WAITS_MAX; wait++)
        stage->store->methods->deliver(stage->store);
    must(player->answer != NULL);
    return player->answer;
}

static struct host *host_start(struct stage *stage, const char *folder)
{
    struct host_ports ports = {.context = stage,
                               .store = stage->store,
                               .now_ms = stage_clock,
                               .random = stage_random,
                               .send = stage_send,
                               .disconnect = stage_disconnect};
    struct host_settings settings = {.scenario = folder, .unlimited = true};
    return host_open(&ports, &settings);
}

static void restored(void *context)
{
    *(bool *)context = true;
}

static struct text player_token(struct stage *stage, struct text name)
{
    struct text hex =
        sha256_hex(stage->arena, arena_print(stage->arena, "player %.*s", TEXT_ARGUMENTS(name)));
    return (struct text){hex.at, 43};
}

static void player_add(struct stage *stage, struct text name, int party)
{
    struct player *player = &stage->players[stage->player_count++];
    *player = (struct player){.stage = stage, .name = name, .party = party};
    player->token = player_token(stage, name);
    player->peer = host_peer_open(stage->host, player, TEXT("127.0.0.1"), TEXT(""));
}

static bool answer_ok(const struct tree *answer, const char *doing, struct stage *stage,
                      struct text *why)
{
    if (tree_get(answer, TEXT("result")))
        return true;
    *why = arena_print(stage->arena, "could not %s: %.*s", doing,
                       TEXT_ARGUMENTS(json_write(stage->arena, answer)));
    return false;
}

/* True where any step of the play is done by this name. */
static bool play_mentions(const struct tree *tree, struct text name)
{
    if (tree->kind == TREE_TEXT)
        return text_equal(tree->text, name);
    if (tree->kind != TREE_LIST && tree->kind != TREE_OBJECT)
        return false;
    for (size_t index = 0; index < tree->count; index++)
        if (play_mentions(tree->members[index].value, name))
            return true;
    return false;
}

/* The one scenario there is; a play that names another one is not for this folder. */
static bool scenario_find(struct stage *stage, const struct tree *play, struct text *id,
                          struct text *why)
{
    struct arena *arena = stage->arena;
    struct player *control = stage_player(stage, TEXT("control"));
    struct tree *answer = player_call(control, "scenario.list", tree_object(arena));
    const struct tree *list = tree_get(tree_get(answer, TEXT("result")), TEXT("scenarios"));
    if (!list || list->count == 0 || !tree_get_text(list->members[0].value, TEXT("id"), id)) {
        *why = TEXT("there is no good scenario in this folder; `entente check` says why");
        return false;
    }
    struct text named = *id;
    (void)tree_get_text(play, TEXT("scenario"), &named);
    if (text_equal(named, *id))
        return true;
    *why = arena_print(arena, "this is a play of '%.*s', and the folder holds '%.*s'",
                       TEXT_ARGUMENTS(named), TEXT_ARGUMENTS(*id));
    return false;
}

static bool table_create(struct stage *stage, struct text scenario, const struct tree *play,
                         struct text *code, struct text *spectator, struct text *why)
{
    struct arena *arena = stage->arena;
    struct player *control = stage_player(stage, TEXT("control"));
    struct tree *wish = tree_object(arena);
    struct text edition = TEXT(""); /* everything can be drafted */
    (void)tree_get_text(play, TEXT("edition"), &edition);
    tree_set_text(arena, wish, TEXT("scenario"), scenario);
    tree_set_text(arena, wish, TEXT("edition"), edition);
    tree_set_int(arena, wish, TEXT("tables"), 1);
    tree_set_bool(arena, wish, TEXT("untimed"), true);
    tree_set_text(arena, wish, TEXT("token"), control->token);
    struct tree *answer = player_call(control, "exercise.create", wish);
    if (!answer_ok(answer, "create the exercise", stage, why))
        return false;
    const struct tree *result = tree_get(answer, TEXT("result"));
    const struct tree *tables = tree_get(result, TEXT("tables"));
    must(tree_get_text(result, TEXT("exercise"), &stage->exercise));
    must(tree_get_text(result, TEXT("code"), code));
    must(tree_get_text(result, TEXT("spectator"), spectator));
    must(tables && tables->count == 1);
    must(tree_get_text(tables->members[0].value, TEXT("id"), &stage->table));
    return true;
}

static bool player_attach(struct stage *stage, struct player *player, struct text *why)
{
    struct tree *wish = tree_object(stage->arena);
    tree_set_text(stage->arena, wish, TEXT("token"), player->token);
    struct tree *answer = player_call(player, "attach", wish);
    const struct tree *you = tree_get(tree_get(answer, TEXT("result")), TEXT("you"));
    (void)tree_get_text(you, TEXT("seat"), &player->seat);
    return answer_ok(answer, "attach", stage, why);
}

/* Joins by the code, then control puts the person where the play wants them. */
static bool player_seat(struct stage *stage, struct player *player, struct text code,
                        struct text role, struct text *why)
{
    struct arena *arena = stage->arena;
    struct tree *wish = tree_object(arena);
    struct text party = stage->scenario->parties[player->party].id;
    tree_set_text(arena, wish, TEXT("code"), code);
    tree_set_text(arena, wish, TEXT("name"), player->name);
    tree_set_text(arena, wish, TEXT("token"), player->token);
    struct tree *answer = player_call(player, "exercise.join", wish);
    if (!answer_ok(answer, "join", stage, why))
        return false;
    struct text person;
    must(tree_get_text(tree_get(answer, TEXT("result")), TEXT("person"), &person));
    struct tree *assign = tree_object(arena);
    tree_set_text(arena, assign, TEXT("person"), person);
    tree_set_text(arena, assign, TEXT("table"), stage->table);
    tree_set_text(arena, assign, TEXT("party"), party);
    tree_set_text(arena, assign, TEXT("role"), role);
    struct player *control = stage_player(stage, TEXT("control"));
    return answer_ok(player_call(control, "seat.assign", assign), "assign a seat", stage, why);
}

static bool control_look(struct stage *stage, struct text *why)
{
    struct player *control = stage_player(stage, TEXT("control"));
    struct tree *wish = tree_object(stage->arena);
    tree_set_text(stage->arena, wish, TEXT("table"), stage->table);
    return answer_ok(player_call(control, "table.attach", wish), "look into the table", stage, why);
}

static bool stage_seat_all(struct stage *stage, const struct tree *play, struct text code,
                           struct text *why)
{
    static const char *const roles[] = {"head", "adviser", "observer"};
    const struct scenario *scenario = stage->scenario;
    for (size_t party = 0; party < scenario->party_count; party++)
        for (size_t role = 0; role < 3; role++) {
            struct text name = arena_print(
                stage->arena, "%.*s:%s", TEXT_ARGUMENTS(scenario->parties[party].id), roles[role]);
            /* An observer is rare, and would be seen by everybody. */
            if (role == 2 && !play_mentions(play, name))
                continue;
            player_add(stage, name, (int)party);
            struct player *player = &stage->players[stage->player_count - 1];
            if (!player_seat(stage, player, code, text_of(roles[role]), why))
                return false;
        }
    for (size_t index = 0; index < stage->player_count; index++)
        if (!text_equal(stage->players[index].name, TEXT("control")) &&
            !player_attach(stage, &stage->players[index], why))
            return false;
    return true;
}

static bool stage_fill(struct stage *stage, const struct tree *play, struct text *why)
{
    struct text scenario;
    struct text code;
    struct text spectator;
    player_add(stage, TEXT("control"), -1);
    player_add(stage, TEXT("spectator"), -1);
    struct player *control = stage_player(stage, TEXT("control"));
    if (!scenario_find(stage, play, &scenario, why) ||
        !table_create(stage, scenario, play, &code, &spectator, why))
        return false;
    stage_player(stage, TEXT("spectator"))->token = spectator;
    stage->scenario = game_scenario(stage_game(stage));
    if (!player_attach(stage, control, why) || !stage_seat_all(stage, play, code, why) ||
        !control_look(stage, why))
        return false;
    struct tree *start = tree_object(stage->arena);
    return answer_ok(player_call(control, "exercise.start", start), "start", stage, why);
}

struct stage *stage_open(const char *folder, const struct tree *play, struct text *why)
{
    struct arena *arena = arena_open();
    struct stage *stage = ARENA_NEW(arena, struct stage);
    stage->arena = arena;
    stage->players = ARENA_ARRAY(arena, struct player, PARTIES_MAX * 3 + 2);
    stage->store = store_memory_open();
    stage->host = host_start(stage, folder);
    bool ready = false;
    host_restore(stage->host, restored, &ready);
    for (int wait = 0; !ready && wait < WAITS_MAX; wait++)
        stage->store->methods->deliver(stage->store);
    must(ready);
    stage->debriefs = !play_mentions(play, TEXT("debrief.open"));
    if (stage_fill(stage, play, why))
        return stage;
    static char words[2048];
    size_t length = why->length < sizeof(words) ? why->length : sizeof(words);
    memcpy(words, why->at, length); /* The sentence outlives the stage. */
    *why = (struct text){words, length};
    stage_close(stage);
    return NULL;
}

void stage_close(struct stage *stage)
{
    host_close(stage->host);
    stage->store->methods->close(stage->store);
    arena_close(stage->arena);
}

void stage_debrief(struct stage *stage)
{
    struct player *control = stage_player(stage, TEXT("control"));
    if (!stage->debriefs || !tree_get(tree_get(control->view, TEXT("clock")), TEXT("final")))
        return;
    stage->debriefs = false;
    struct tree *wish = tree_object(stage->arena);
    tree_set_text(stage->arena, wish, TEXT("table"), stage->table);
    tree_set_bool(stage->arena, wish, TEXT("on"), true);
    (void)player_call(control, "debrief.open", wish);
}

struct player *stage_player(struct stage *stage, struct text name)
{
    for (size_t index = 0; index < stage->player_count; index++)
        if (text_equal(stage->players[index].name, name))
            return &stage->players[index];
    return NULL;
}

const struct game *stage_game(const struct stage *stage)
{
    const struct game *game = host_game(stage->host, stage->table);
    must(game != NULL);
    return game;
}

struct text stage_id(const struct stage *stage, struct text name)
{
    for (size_t index = stage->alias_count; index > 0; index--)
        if (text_equal(stage->aliases[index - 1].name, name))
            return stage->aliases[index - 1].id;
    return name;
}

struct audience player_audience(const struct player *player)
{
    if (player->party >= 0)
        return (struct audience){AUDIENCE_PARTY, player->party};
    bool control = text_equal(player->name, TEXT("control"));
    return (struct audience){control ? AUDIENCE_CONTROL : AUDIENCE_PUBLIC, -1};
}

bool expect_merged(struct stage *stage, struct text *why)
{
    struct tree *fresh = NULL;
    for (size_t index = 0; index < stage->player_count; index++) {
        const struct player *player = &stage->players[index];
        /* A delegation's people sit side by side, and see the same. */
        if (!fresh || player->party < 0 || player->party != player[-1].party)
            fresh = view(stage_game(stage), player_audience(player), stage->arena);
        if (tree_equal(player->view, fresh))
            continue;
        struct tree *difference = tree_diff(stage->arena, player->view, fresh);
        *why = arena_print(stage->arena, "what %.*s was sent is not its view: %.*s",
                           TEXT_ARGUMENTS(player->name),
                           TEXT_ARGUMENTS(json_write(stage->arena, difference)));
        return false;
    }
    return true;
}

struct comparison {
    struct stage *stage;
    bool came, same;
};

static void folded(void *context, const struct replay *replay)
{
    struct comparison *comparison = context;
    struct stage *stage = comparison->stage;
    comparison->came = true;
    comparison->same = replay->game && text_equal(game_hash(stage_game(stage), stage->arena),
                                                  game_hash(replay->game, stage->arena));
    for (size_t index = 0; comparison->same && index < stage->player_count; index++)
        comparison->same =
            tree_equal(stage->players[index].view,
                       view(replay->game, player_audience(&stage->players[index]), stage->arena));
}

/* The table's journal alone, as `entente replay` reads it. */
static bool fold_same(struct stage *stage)
{
    struct comparison comparison = {.stage = stage};
    struct replay_wish wish = {.table = stage->table, .last = UINT64_MAX};
    replay_read(stage->store, &wish, folded, &comparison);
    for (int wait = 0; !comparison.came && wait < WAITS_MAX; wait++)
        stage->store->methods->deliver(stage->store);
    return comparison.same;
}

bool expect_replayed(struct stage *stage, const char *folder, struct text *why)
{
    if (!fold_same(stage)) {
        *why = TEXT("the table's journal alone gives another state");
        return false;
    }
    struct text live = game_hash(stage_game(stage), stage->arena);
    struct host *second = host_start(stage, folder);
    bool ready = false;
    host_restore(second, restored, &ready);
    for (int wait = 0; !ready && wait < WAITS_MAX; wait++)
        stage->store->methods->deliver(stage->store);
    const struct game *replayed = ready ? host_game(second, stage->table) : NULL;
    bool same = replayed && text_equal(live, game_hash(replayed, stage->arena));
    if (!same)
        *why = TEXT("replaying the journal gives another state");
    host_close(second);
    return same;
}
