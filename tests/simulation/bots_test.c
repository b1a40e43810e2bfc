/* Whole games of bots, drawn by seed as at a table: what they come to. ENTENTE_BOTS=50 plays fifty
 * times as many and prints what came of each. */
#include "test.h"

#include "bots.h"
#include "outlook.h"
#include "package.h"
#include "sight.h"
#include "state.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { GAMES = 10, ASKED_A_ROUND = 4000 };

struct self_play {
    const struct scenario *scenario;
    struct game *game;
    uint64_t seed, sequence;
    int64_t now;
    int acts, refused, versions, links, conditions;
    bool agreed;   /* something entered into force, and all whom it binds gained then */
    bool all_gain; /* and nobody else lost */
};

static struct scenario *scenario_of(const char *folder)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    assert_non_null(scenario);
    arena_close(diagnostics.arena);
    return scenario;
}

static int64_t expected(const struct scenario *scenario, const struct world *world, size_t party)
{
    int64_t sum = 0;
    for (size_t item = 0; item < scenario->scores[party].item_count; item++)
        sum += expression_run(scenario->scores[party].items[item].expected, world, NULL).value;
    return sum;
}

/* What all that is settled is worth to each, against nothing being settled in the same world. */
static void weigh(struct self_play *play, struct arena *arena)
{
    const struct scenario *scenario = play->scenario;
    const struct position *position = &play->game->position;
    struct world with = game_world(play->game, arena), without = game_world(play->game, arena);
    party_set bound = 0;
    for (size_t index = 0; index < scenario->key_count; index++) {
        const struct clause_key *key = &scenario->keys[index];
        size_t slots = 1 + scenario->clause_types[key->type].term_count;
        memcpy(without.slots + key->slot, scenario->world_start + key->slot,
               slots * sizeof *without.slots);
        bound |= position->holders[index] == NONE ? 0 : position->bound[index];
    }
    world_refresh(scenario, &without);
    play->agreed = play->all_gain = bound != 0;
    for (size_t party = 0; party < scenario->party_count; party++) {
        bool gains = expected(scenario, &with, party) >= expected(scenario, &without, party);
        play->all_gain &= gains;
        play->agreed &= gains || !(bound & party_bit((int)party));
    }
}

static bool enters(const struct decision_result *result)
{
    for (size_t index = 0; index < result->event_count; index++)
        if (result->events[index].type == EVENT_ENTERED)
            return true;
    return false;
}

/* False where it is refused. */
static bool act(struct self_play *play, struct command command)
{
    struct arena *arena = arena_open();
    struct decision_result result = decide(play->game, &command, play->now, arena);
    if (result.refused && getenv("ENTENTE_BOTS"))
        printf("seed %llu: refused %d: %s %s\n", (unsigned long long)play->seed, (int)command.type,
               result.refusal.type, result.refusal.message.at);
    if (!result.refused && result.event_count > 0)
        apply(play->game, ++play->sequence, play->now, &command.actor, result.events,
              result.event_count);
    bool done = !result.refused && result.event_count > 0;
    if (done && enters(&result))
        weigh(play, arena);
    arena_close(arena);
    return done;
}

static struct command by_control(enum command_type type)
{
    return (struct command){.type = type,
                            .actor = {.kind = ACTOR_CONTROL},
                            .key = -1,
                            .party = -1,
                            .quote_key = -1,
                            .text = TEXT("self-play")};
}

static bool trace(void)
{
    const char *level = getenv("ENTENTE_BOTS");
    return level && strcmp(level, "trace") == 0;
}

static bool among(const uint32_t *keys, size_t count, uint32_t key)
{
    for (size_t index = 0; index < count; index++)
        if (keys[index] == key)
            return true;
    return false;
}

static bool packed(const struct package *package, uint32_t key)
{
    for (size_t index = 0; index < package->count; index++)
        if (package->clauses[index].key == key)
            return true;
    return false;
}

/* What the text can settle, of what is not in the package yet. */
static void pack(const struct self_play *play, const struct instrument *text,
                 const struct command *signs, struct clause_terms *clauses, struct package *package,
                 struct world *now)
{
    for (size_t index = 0; index < text->draft->clause_count; index++) {
        const struct draft_clause *clause = &text->draft->clauses[index];
        bool failed, reserved = packed(package, clause->key);
        reserved |= text_equal(text->id, signs->instrument) &&
                    among(signs->keys, signs->key_count, clause->key);
        for (const struct signature *at = text->signatures; at; at = at->older)
            if (instrument_signature(text, at->party) == at)
                reserved |= signature_reserves(at, clause->key);
        party_set holders = 0; /* of what it would replace */
        party_set needed = clause_binds(play->scenario, now, clause->key, clause->terms, &failed);
        if (clause_replaces(&play->game->position, text, clause->key, &holders) != NONE)
            needed |= holders;
        if (!reserved && !(needed & ~text->draft->invited)) /* others cannot be bound by it */
            clauses[package->count++] = (struct clause_terms){clause->key, clause->terms};
    }
}

/* These drafts and what they are linked with, directly or not. */
static uint64_t linked_all(const struct position *position, uint64_t drafts)
{
    for (uint64_t before = 0; before != drafts;) {
        before = drafts;
        for (size_t index = 0; index < position->instrument_count; index++) {
            const struct draft *draft = position->instruments[index].draft;
            for (size_t at = 0; (before & UINT64_C(1) << index) && at < draft->linked_count; at++) {
                const struct instrument *other = instrument_find(position, draft->linked[at]);
                if (other->status == INSTRUMENT_DRAFT)
                    drafts |= UINT64_C(1) << (other - position->instruments);
            }
        }
    }
    return drafts;
}

/* What comes of these drafts, in the order of drafting. */
static int64_t gained(const struct self_play *play, int party, uint64_t drafts,
                      const struct command *signs, struct arena *arena)
{
    struct world now = game_world(play->game, arena), then = game_world(play->game, arena);
    struct clause_terms *clauses =
        ARENA_ARRAY(arena, struct clause_terms, play->scenario->key_count);
    struct package package = {clauses, 0};
    drafts = linked_all(&play->game->position, drafts);
    for (size_t index = 0; index < play->game->position.instrument_count; index++)
        if (drafts & (UINT64_C(1) << index))
            pack(play, &play->game->position.instruments[index], signs, clauses, &package, &now);
    package_apply(play->scenario, &then, &package);
    return expected(play->scenario, &then, (size_t)party);
}

/* Whether a text that waits for a condition adds to what another draft brings, or to what all do
 * that the party has signed. */
static bool adds(const struct self_play *play, int party, size_t text, const struct command *signs,
                 struct arena *arena)
{
    const struct position *position = &play->game->position;
    uint64_t own = UINT64_C(1) << text, all = 0;
    for (size_t index = 0; index < position->instrument_count; index++) {
        const struct instrument *other = &position->instruments[index];
        uint64_t one = UINT64_C(1) << index;
        if (index == text || other->status != INSTRUMENT_DRAFT)
            continue;
        all |= (other->signed_by & party_bit(party)) ? one : 0;
        if (gained(play, party, own | one, signs, arena) > gained(play, party, one, signs, arena))
            return true;
    }
    return gained(play, party, own | all, signs, arena) > gained(play, party, all, signs, arena);
}

/* What a party signs brings it, when all of it and what it is linked with is settled, more than it
 * has, and no less than no deal; what waits for a condition, more than there is without it where
 * that holds. */
static void assert_worth_signing(const struct self_play *play, int party,
                                 const struct command *command, struct arena *arena)
{
    const struct position *position = &play->game->position;
    const struct instrument *text = instrument_find(position, command->instrument);
    size_t place = (size_t)(text - position->instruments);
    assert_in_range(place, 0, 63);
    int64_t before = gained(play, party, 0, command, arena);
    int64_t worth = gained(play, party, UINT64_C(1) << place, command, arena);
    bool good = worth > before && worth >= game_score(play->game, party, arena).no_deal;
    if (!good &&
        (text->draft->takes_effect_count == 0 || !adds(play, party, place, command, arena)))
        fail_msg("seed %llu: %s signs what is worth %lld to it", (unsigned long long)play->seed,
                 play->scenario->parties[party].id.at, (long long)worth);
}

/* What a bot has just signed, it does not take back while nothing else has changed. */
static void assert_signature_stands(const struct self_play *play, int party,
                                    const struct command *signs)
{
    struct arena *arena = arena_open();
    struct text seat = play->scenario->parties[party].id;
    struct command next = {.key = -1, .party = -1, .quote_key = -1};
    if (bot_wants(NULL, play->game, party, seat, play->now, arena, &next) &&
        next.type == COMMAND_UNSIGN && text_equal(next.instrument, signs->instrument))
        fail_msg("seed %llu: %s signs %.*s and takes it back", (unsigned long long)play->seed,
                 seat.at, TEXT_ARGUMENTS(signs->instrument));
    arena_close(arena);
}

static bool one_moves(struct self_play *play, int party)
{
    struct arena *arena = arena_open();
    struct text seat = play->scenario->parties[party].id;
    struct command command = {.key = -1, .party = -1, .quote_key = -1};
    bool moved = bot_wants(NULL, play->game, party, seat, play->now, arena, &command);
    if (moved) {
        command.actor = (struct actor){.kind = ACTOR_SEAT, .seat = seat, .automatic = true};
        if (command.type == COMMAND_SIGN)
            assert_worth_signing(play, party, &command, arena);
        moved = act(play, command);
        play->refused += !moved;
        play->acts += moved;
        if (moved && command.type == COMMAND_SIGN)
            assert_signature_stands(play, party, &command);
        play->links += moved && command.type == COMMAND_LINK;
        play->conditions += moved && command.type != COMMAND_MESSAGE && command.takes_effect_count;
        play->versions += command.type == COMMAND_DRAFT || command.type == COMMAND_AMEND;
        if (trace()) {
            printf("  %s %s %d %.*s v%u o%u", seat.at,
                   temperament_name(temperament_of(play->game, party)).at, (int)command.type,
                   TEXT_ARGUMENTS(command.instrument), (unsigned)command.version, command.option);
            for (size_t index = 0; index < command.clause_count; index++)
                printf(" %s:%lld", play->scenario->keys[command.clauses[index].key].id.at,
                       play->scenario
                               ->clause_types[play->scenario->keys[command.clauses[index].key].type]
                               .term_count
                           ? (long long)command.clauses[index].terms[0]
                           : 0);
            printf("\n");
        }
    }
    arena_close(arena);
    return moved;
}

static void round_plays(struct self_play *play)
{
    int parties = (int)play->scenario->party_count;
    int first = (int)(play->seed % (uint64_t)parties), quiet = 0;
    int asked = 0;
    for (; quiet < parties && asked < ASKED_A_ROUND; asked++) {
        play->now += 5000;
        quiet = one_moves(play, first) ? 0 : quiet + 1;
        first = (first + 1) % parties;
    }
    if (quiet < parties)
        fail_msg("seed %llu: they go on for ever", (unsigned long long)play->seed);
}

static struct self_play self_play_open(const struct scenario *scenario, uint32_t edition,
                                       uint64_t seed)
{
    struct game_options options = {.id = TEXT("t"),
                                   .name = TEXT("T"),
                                   .edition = edition,
                                   .seed = {seed, 11},
                                   .untimed = true};
    struct self_play play = {.scenario = scenario,
                             .game = game_open(scenario, &options),
                             .seed = seed,
                             .now = 1769000000000};
    for (size_t party = 0; party < scenario->party_count; party++) {
        struct command seat = by_control(COMMAND_SEAT);
        seat.seat = scenario->parties[party].id;
        seat.party = (int32_t)party;
        seat.role = ROLE_HEAD;
        seat.flag = true;
        assert_true(act(&play, seat));
    }
    assert_true(act(&play, by_control(COMMAND_START)));
    return play;
}

static void self_play_whole(struct self_play *play)
{
    while (!play->game->position.final) {
        round_plays(play);
        assert_true(act(play, by_control(COMMAND_ADVANCE)));
    }
}

/* Returns how often a text was made to wait for another. */
static int64_t games(const char *folder, const char *named, int count, int least)
{
    struct scenario *scenario = scenario_of(folder);
    uint32_t edition =
        named ? (uint32_t)scenario_edition(scenario, text_of(named)) : scenario->edition_start;
    const char *name = scenario->id.at;
    int agreements = 0, all_gain = 0, refused = 0;
    int64_t acts = 0, versions = 0, ties = 0;
    clock_t start = clock();
    int only = getenv("ENTENTE_BOTS_SEED") ? atoi(getenv("ENTENTE_BOTS_SEED")) : 0;
    for (int game = only ? only : 1; game <= (only ? only : count); game++) {
        struct self_play play = self_play_open(scenario, edition, (uint64_t)game);
        self_play_whole(&play);
        agreements += play.agreed;
        all_gain += play.all_gain;
        refused += play.refused;
        acts += play.acts;
        versions += play.versions;
        ties += play.links + play.conditions;
        if (getenv("ENTENTE_BOTS")) {
            printf(
                "%s %d: %s, %d acts, %d versions, %d links, %d conditions, outcome %s;", name, game,
                play.all_gain ? "all gain"
                : play.agreed ? "agreed"
                              : "none",
                play.acts, play.versions, play.links, play.conditions,
                play.game->frozen_outcome >= 0 ? scenario->outcomes[play.game->frozen_outcome].id.at
                                               : "-");
            for (size_t party = 0; party < scenario->party_count; party++)
                printf(" %s %lld (%lld)", scenario->parties[party].id.at,
                       (long long)play.game->frozen[party].expected,
                       (long long)play.game->recorded[party]);
            for (size_t key = 0; key < scenario->key_count; key++)
                if (play.game->position.holders[key] != NONE)
                    printf(" %s", scenario->keys[key].id.at);
            printf("\n");
        }
        game_close(play.game);
    }
    printf("%s: %d of %d agreed, in %d nobody lost, %d refused, %.1f acts, %.1f versions, %.2f "
           "ties, %.2f "
           "ms a game\n",
           name, agreements, count, all_gain, refused, (double)acts / count,
           (double)versions / count, (double)ties / count,
           (double)(clock() - start) * 1000 / CLOCKS_PER_SEC / count);
    scenario_close(scenario);
    assert_true(agreements * 100 >= least * count);
    return ties;
}

static int times(void)
{
    const char *text = getenv("ENTENTE_BOTS");
    int count = text ? atoi(text) : 1;
    return count > 0 ? count : 1;
}

/* --- what they see --- */

static size_t size_of(const struct tree *tree, const char *name)
{
    const struct tree *list = tree_get(tree, text_of(name));
    return list ? list->count : 0;
}

static int64_t number_of(const struct tree *tree, const char *name)
{
    int64_t number = 0;
    (void)tree_get_int(tree, text_of(name), &number);
    return number;
}

/* Every text that the outlook has is in the view, as it is there, and the other way round. */
static void texts_same(const struct outlook *outlook, const struct tree *view)
{
    const struct tree *texts = tree_get(view, TEXT("instruments"));
    assert_int_equal(outlook->text_count, texts->count);
    for (size_t index = 0; index < texts->count; index++) {
        const struct outlook_text *text = &outlook->texts[index];
        const struct tree *seen = texts->members[index].value;
        struct text status;
        assert_true(tree_get_text(seen, TEXT("status"), &status));
        assert_true(text_equal(text->id, texts->members[index].key));
        assert_int_equal(text->version, number_of(seen, "version"));
        assert_int_equal(text->versions[0].at, number_of(seen, "at"));
        assert_int_equal(text->draft, text_equal(status, TEXT("draft")));
        assert_int_equal(text->in_force, text_equal(status, TEXT("in_force")));
        assert_int_equal(text->versions[0].draft->clause_count, size_of(seen, "clauses"));
        assert_int_equal(text->signature_count, size_of(seen, "signatures"));
        assert_int_equal(__builtin_popcountll(text->declined), size_of(seen, "declined"));
        assert_in_range(text->version_count, 1 + size_of(seen, "versions"), text->version);
    }
}

static void decisions_same(const struct outlook *outlook, const struct tree *view)
{
    for (size_t index = 0; index < outlook->scenario->decision_count; index++) {
        const struct tree *seen =
            tree_get(tree_get(view, TEXT("decisions")), outlook->scenario->decisions[index].id);
        bool open = false;
        (void)tree_get_bool(seen, TEXT("open"), &open);
        assert_int_equal(outlook->decisions[index].open, open);
        if (open)
            assert_int_equal(outlook->decisions[index].chosen,
                             tree_get(seen, TEXT("mine")) != NULL);
    }
}

/* Nothing of the world but what the party may see differs from what is blank for everybody. */
static void world_same(const struct outlook *outlook, const struct game *game, struct arena *arena)
{
    const bool *unseen =
        sight_unseen(outlook->scenario, outlook->party, game->position.final, arena);
    for (size_t index = 0; index < outlook->scenario->variable_count; index++) {
        const struct variable *variable = &outlook->scenario->variables[index];
        size_t keys = variable->per == PER_PARTY    ? outlook->scenario->party_count
                      : variable->per == PER_REGION ? outlook->scenario->region_count
                                                    : 1;
        int64_t blank = variable->domain.hold == HOLD_INT && variable->domain.bounded
                            ? variable->domain.min / 2 + variable->domain.max / 2
                            : 0;
        for (size_t slot = variable->slot; slot < variable->slot + keys; slot++)
            assert_int_equal(outlook->world.slots[slot],
                             unseen[slot] ? blank : game->position.state[slot]);
    }
}

static void an_outlook_is_the_view(void **state)
{
    (void)state;
    struct scenario *scenario = scenario_of(SOURCE_DIR "/rules/scenarios/paris");
    struct self_play play = self_play_open(scenario, scenario->edition_start, 3);
    while (!play.game->position.final) {
        for (int moves = 0; moves < 40; moves++) {
            int party = moves % (int)scenario->party_count;
            play.now += 1000;
            (void)one_moves(&play, party);
            struct arena *arena = arena_open();
            struct outlook outlook;
            outlook_open(&outlook, play.game, party, arena);
            struct tree *seen = view(play.game, (struct audience){AUDIENCE_PARTY, party}, arena);
            texts_same(&outlook, seen);
            decisions_same(&outlook, seen);
            world_same(&outlook, play.game, arena);
            arena_close(arena);
        }
        assert_true(act(&play, by_control(COMMAND_ADVANCE)));
    }
    game_close(play.game);
    scenario_close(scenario);
}

/* What one delegation alone sees moves nobody else's bot. */
static void what_others_hide_moves_no_bot(void **state)
{
    (void)state;
    struct scenario *scenario = scenario_of(SOURCE_DIR "/rules/scenarios/paris");
    struct self_play plays[2] = {self_play_open(scenario, scenario->edition_start, 5),
                                 self_play_open(scenario, scenario->edition_start, 5)};
    int fra = scenario_party(scenario, TEXT("fra"));
    struct command set = by_control(COMMAND_VARIABLE_SET);
    set.subject = (uint32_t)scenario_variable(scenario, TEXT("support"));
    set.key = fra;
    set.value = 5;
    assert_true(act(&plays[1], set));
    for (int index = 0; index < 2; index++)
        while (!plays[index].game->position.recorded)
            assert_true(act(&plays[index], by_control(COMMAND_ADVANCE)));
    int moved = 0;
    for (int party = 0; party < (int)scenario->party_count; party++) {
        struct arena *arena = arena_open();
        struct command wish[2] = {{.key = -1}, {.key = -1}};
        bool wants[2];
        for (int index = 0; index < 2; index++)
            wants[index] =
                bot_wants(NULL, plays[index].game, party, TEXT(""), 0, arena, &wish[index]);
        moved += wants[0];
        if (party == fra) {
            arena_close(arena);
            continue;
        }
        assert_int_equal(wants[0], wants[1]);
        assert_int_equal(wish[0].type, wish[1].type);
        assert_int_equal(wish[0].invite, wish[1].invite);
        assert_int_equal(wish[0].clause_count, wish[1].clause_count);
        for (size_t index = 0; index < wish[0].clause_count; index++)
            assert_int_equal(wish[0].clauses[index].key, wish[1].clauses[index].key);
        arena_close(arena);
    }
    assert_true(moved > 0);
    game_close(plays[0].game);
    game_close(plays[1].game);
    scenario_close(scenario);
}

static void bots_agree_in_river(void **state)
{
    (void)state;
    (void)games(SOURCE_DIR "/rules/scenarios/river", NULL, GAMES * times(), 80);
}

static void bots_agree_in_paris(void **state)
{
    (void)state;
    assert_true(games(SOURCE_DIR "/rules/scenarios/paris", "first", GAMES * times(), 60) > 0);
}

static void bots_agree_in_the_whole_of_paris(void **state)
{
    (void)state;
    assert_true(games(SOURCE_DIR "/rules/scenarios/paris", "full", GAMES / 2 * times(), 60) > 0);
}

static void bots_agree_in_averil(void **state)
{
    (void)state;
    assert_true(games(SOURCE_DIR "/rules/scenarios/averil", NULL, GAMES / 2 * times(), 60) > 0);
}

static void game_of(const char *folder, const char *edition, uint64_t seed)
{
    struct scenario *scenario = scenario_of(folder);
    struct self_play play =
        self_play_open(scenario, (uint32_t)scenario_edition(scenario, text_of(edition)), seed);
    self_play_whole(&play);
    game_close(play.game);
    scenario_close(scenario);
}

/* Games in which a bot once signed with exceptions and took it back, again and again, since it
 * weighed the two by different measures. */
static void signatures_stand(void **state)
{
    (void)state;
    game_of(SOURCE_DIR "/rules/scenarios/paris", "first", 260);
    game_of(SOURCE_DIR "/rules/scenarios/paris", "full", 24);
    game_of(SOURCE_DIR "/rules/scenarios/averil", "live", 102);
}

/* Nothing is on the shelf there: texts begin empty. */
static void bots_agree_where_there_are_no_templates(void **state)
{
    (void)state;
    (void)games(SOURCE_DIR "/tests/scenarios/good/pie", NULL, GAMES * times(), 80);
    (void)games(SOURCE_DIR "/tests/scenarios/good/barter", NULL, GAMES * times(), 80);
}

/* Dues bring something only where who pays and how much are named together. */
static void bots_name_two_terms_at_once(void **state)
{
    (void)state;
    (void)games(SOURCE_DIR "/tests/scenarios/good/harbour", NULL, GAMES * times(), 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_outlook_is_the_view),
        cmocka_unit_test(what_others_hide_moves_no_bot),
        cmocka_unit_test(bots_agree_in_river),
        cmocka_unit_test(bots_agree_in_paris),
        cmocka_unit_test(bots_agree_in_the_whole_of_paris),
        cmocka_unit_test(bots_agree_in_averil),
        cmocka_unit_test(signatures_stand),
        cmocka_unit_test(bots_agree_where_there_are_no_templates),
        cmocka_unit_test(bots_name_two_terms_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
