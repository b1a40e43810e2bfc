/* Games whose bots follow a script, so that every figure is known beforehand. All in river. */
#include "kit.h"

#include "balance.h"

#include <math.h>
#include <string.h>

enum { NOR, SOU, GAMES = 60 };

static struct scenario *river;

static int river_open(void **state)
{
    (void)state;
    river = load(SOURCE_DIR "/rules/scenarios/river");
    return 0;
}

static int river_close(void **state)
{
    (void)state;
    scenario_close(river);
    return 0;
}

/* --- the script --- */

static const struct text kinds[] = {{"keeps", 5}, {"bends", 5}};

/* Northland bends in every other game, where anybody does. */
static size_t script_kind(void *context, const struct game *game, int party)
{
    const bool *bends = context;
    return bends && *bends && party == NOR && game_options(game)->seed.high % 2 == 0;
}

static bool script_drafts(int party, struct command *command)
{
    const struct template *middle = &river->instruments[0].templates[0];
    struct clause_wish *clauses = (struct clause_wish *)middle->clauses;
    if (party != NOR)
        return false;
    command->type = COMMAND_DRAFT;
    command->kind = 0;
    command->invite = middle->invite;
    command->clauses = clauses;
    command->clause_count = middle->clause_count;
    return true;
}

static bool script_chooses(size_t kind, const struct tree *seen, struct command *command)
{
    const struct tree *conduct = tree_get(tree_get(seen, TEXT("decisions")), TEXT("conduct"));
    bool open = false;
    if (kind == 0 || !tree_get_bool(conduct, TEXT("open"), &open) || !open ||
        tree_get(conduct, TEXT("choice")))
        return false;
    command->type = COMMAND_CHOOSE;
    command->subject = 0;
    command->option = 1; /* bend */
    return true;
}

/* Northland drafts half of everything, both sign. */
static bool script_wants(void *context, const struct game *game, int party, struct text seat,
                         int64_t now, struct arena *arena, struct command *command)
{
    const struct tree *seen = view(game, (struct audience){AUDIENCE_PARTY, party}, arena);
    const struct tree *texts = tree_get(seen, TEXT("instruments"));
    struct text phase, status;
    int64_t version;
    (void)seat;
    (void)now;
    if (!tree_get_text(tree_get(seen, TEXT("clock")), TEXT("phase"), &phase) ||
        text_equal(phase, TEXT("briefing")))
        return false;
    if (script_chooses(script_kind(context, game, party), seen, command))
        return true;
    if (texts->count == 0)
        return script_drafts(party, command);
    const struct tree *text = texts->members[0].value;
    if (!tree_get_text(text, TEXT("status"), &status) || !text_equal(status, TEXT("draft")) ||
        tree_get(tree_get(text, TEXT("signatures")), river->parties[party].id) ||
        !tree_get_int(text, TEXT("version"), &version))
        return false;
    command->type = COMMAND_SIGN;
    command->instrument = texts->members[0].key;
    command->version = (uint32_t)version;
    return true;
}

static bool nobody_wants(void *context, const struct game *game, int party, struct text seat,
                         int64_t now, struct arena *arena, struct command *command)
{
    (void)context;
    (void)game;
    (void)party;
    (void)seat;
    (void)now;
    (void)arena;
    (void)command;
    return false;
}

/* Wishes for ever for what the rules do not allow. */
static bool everybody_denounces(void *context, const struct game *game, int party, struct text seat,
                                int64_t now, struct arena *arena, struct command *command)
{
    (void)nobody_wants(context, game, party, seat, now, arena, command);
    command->type = COMMAND_DENOUNCE;
    command->instrument = TEXT("none");
    return true;
}

/* Chatters for ever. */
static bool everybody_talks(void *context, const struct game *game, int party, struct text seat,
                            int64_t now, struct arena *arena, struct command *command)
{
    (void)nobody_wants(context, game, party, seat, now, arena, command);
    command->type = COMMAND_MESSAGE;
    command->to = TO_PLENARY;
    command->text = TEXT("Words.");
    return true;
}

static const struct players nobody = {nobody_wants, script_kind, kinds, 2, NULL};

static struct balance *played(const struct players *players, unsigned threads, size_t games,
                              struct arena *arena)
{
    struct watch *watch = ARENA_NEW(arena, struct watch);
    struct balance_request *request = ARENA_NEW(arena, struct balance_request);
    struct balance *balance = ARENA_NEW(arena, struct balance);
    *watch = patient(threads);
    *request = (struct balance_request){.scenario = river,
                                        .edition = river->edition_start,
                                        .seed = 5,
                                        .games = games,
                                        .players = players,
                                        .watch = watch};
    *balance = balance_run(request, arena);
    return balance;
}

static struct balance *scripted(bool bends, unsigned threads, struct arena *arena)
{
    struct players *players = ARENA_NEW(arena, struct players);
    bool *context = ARENA_NEW(arena, bool);
    *context = bends;
    *players = (struct players){script_wants, script_kind, kinds, 2, context};
    return played(players, threads, GAMES, arena);
}

/* --- whole games --- */

static void a_kept_treaty_brings_what_its_articles_do(void **state)
{
    struct balance *balance = scripted(false, 2, *state);
    const struct game_record *games = balance->ledger.games;
    size_t dry = 0;
    for (size_t game = 0; game < GAMES; game++) {
        /* Without a deal a border as quiet as 20 - 30 / 2; with it 18 - 20 / 5. Of half the fee's
         * 11 points 85 % are expected, of the water's 15 likewise; the gauge costs 1. */
        assert_int_equal(games[game].openings[NOR], 5);
        assert_int_equal(games[game].openings[SOU], 5);
        assert_int_equal(games[game].deals[NOR], 9 - 6 + 14 - 1 - 5);
        assert_int_equal(games[game].deals[SOU], 12 - 5 + 14 - 1 - 5);
        /* The year turns out dry in some games. */
        bool is_dry = games[game].totals[SOU] == 18 - 5 + 14 - 1;
        dry += is_dry;
        assert_int_equal(games[game].totals[NOR], 11 - (is_dry ? 7 : 6) + 14 - 1);
        assert_int_equal(games[game].totals[SOU], (is_dry ? 18 : 15) - 5 + 14 - 1);
        assert_int_equal(games[game].played.acts, 3);
        assert_int_equal(games[game].played.rounds, 4);
        assert_int_equal(games[game].played.refused, 0);
        assert_false(games[game].played.cut);
    }
    assert_in_range(dry, 1, GAMES - 1);
    assert_true(balance->agreed.share == 1 && balance->willing.share == 1);
    assert_true(balance->zopa.share == 1 && balance->cut.share == 0);
    assert_int_equal(balance->signatures, 2 * GAMES);
    assert_int_equal(balance->below, 0);
    assert_true(balance->outcomes[2].share == 1); /* treaty */
    assert_int_equal(balance->parties[NOR].deal.quantiles[2], 11);
    assert_int_equal(balance->parties[SOU].deal.most, 15);
}

static void what_else_would_have_come_of_the_last_round_is_known(void **state)
{
    struct balance *balance = scripted(false, 1, *state);
    size_t caught = 0;
    for (size_t game = 0; game < GAMES; game++)
        for (int party = NOR; party <= SOU; party++) {
            const struct game_record *record = &balance->ledger.games[game];
            size_t keep = ledger_ask(&balance->ledger, 0, party, 0);
            int64_t bend = record->supposed[ledger_ask(&balance->ledger, 0, party, 1)];
            assert_true(record->last[keep] && record->supposed[keep] == UNKNOWN);
            /* 5 for what is taken; caught it loses 12, and a border that is 15 tenser costs 3. */
            assert_true(bend == 5 || bend == 5 - 12 - 3);
            caught += bend < 0;
        }
    const struct choice_balance *bend = &balance->decisions[0].all[1];
    assert_in_range(caught, GAMES / 2, 2 * GAMES - GAMES / 2);
    assert_int_equal(bend->last_asked, 2 * GAMES);
    assert_int_equal(bend->earlier_asked, 0);
    assert_true(bend->last.share == 0);
    assert_int_equal(bend->supposed.count, 2 * GAMES);
    assert_true(fabs(bend->supposed.mean - (5 - 15.0 * (double)caught / (2 * GAMES))) < 1e-9);
    assert_true(bend->better.share == (double)(2 * GAMES - caught) / (2 * GAMES));
}

/* What was supposed is what comes about when it is done: the luck is the same. */
static void to_suppose_is_to_play(void **state)
{
    struct balance *kept = scripted(false, 2, *state), *bent = scripted(true, 2, *state);
    for (size_t game = 0; game < GAMES; game++) {
        const struct game_record *one = &kept->ledger.games[game], *two = &bent->ledger.games[game];
        int64_t supposed = one->supposed[ledger_ask(&kept->ledger, 0, NOR, 1)];
        bool bends = (game + 1) % 2 == 0;
        assert_int_equal(two->kinds[NOR], bends);
        assert_int_equal(two->totals[NOR] - one->totals[NOR], bends ? supposed : 0);
        if (bends)
            assert_int_equal(two->supposed[ledger_ask(&kept->ledger, 0, NOR, 0)], -supposed);
        assert_int_equal((two->chose & party_bit(NOR)) != 0, bends);
    }
    assert_true(bent->decisions[0].parties[NOR][1].last.share == 0.5);
    assert_true(bent->decisions[0].parties[SOU][1].last.share == 0);
}

static void threads_change_nothing(void **state)
{
    struct balance *one = scripted(true, 1, *state), *three = scripted(true, 3, *state);
    for (size_t game = 0; game < GAMES; game++) {
        const struct game_record *left = &one->ledger.games[game];
        const struct game_record *right = &three->ledger.games[game];
        assert_memory_equal(left->totals, right->totals, 2 * sizeof(int64_t));
        assert_memory_equal(left->supposed, right->supposed,
                            one->ledger.ask_count * sizeof(int64_t));
    }
    assert_true(one->parties[NOR].gain.mean.mean == three->parties[NOR].gain.mean.mean);
    assert_true(one->kinds[1].advantage.mean == three->kinds[1].advantage.mean);
}

static void nobody_plays(void **state)
{
    struct balance *balance = played(&nobody, 2, 20, *state);
    assert_true(balance->agreed.share == 0 && balance->zopa.share == 0);
    assert_true(balance->outcomes[4].share == 1); /* none */
    assert_true(balance->parties[NOR].idle && balance->parties[SOU].idle);
    assert_int_equal(balance->parties[NOR].deal.count, 0);
    assert_int_equal(balance->clauses[0].count, 0);
    assert_false(balance->decisions[0].asked);
    assert_int_equal(balance->rounds.most, 3); /* There is no summer without a treaty. */
    /* The border gets tenser by 10 in each of two rounds, and by 10 more where the boats collide.
     */
    assert_int_equal(balance->parties[NOR].gain.most, -10);
    assert_int_equal(balance->parties[NOR].gain.least, -15);
}

static void who_wishes_for_ever_is_stopped(void **state)
{
    const struct players refused = {everybody_denounces, script_kind, kinds, 2, NULL};
    const struct players endless = {everybody_talks, script_kind, kinds, 2, NULL};
    struct balance *balance = played(&refused, 1, 1, *state);
    assert_int_equal(balance->acts.most, 0);
    assert_int_equal(balance->refused, 3 * 2); /* each once a round */
    assert_true(balance->cut.share == 0);
    balance = played(&endless, 1, 1, *state);
    assert_true(balance->cut.share == 1);
    assert_int_equal(balance->parties[NOR].gain.count, 1); /* It came to its end all the same. */
}

/* --- figures of games that were never played --- */

static struct balance *imagined(struct arena *arena)
{
    static const int64_t nor[] = {10, 20, 30, 40}, sou[] = {5, 5, -5, UNKNOWN};
    static const uint8_t nor_kinds[] = {0, 0, 1, 1}, sou_kinds[] = {1, 1, 1, 0};
    struct balance_request *request = ARENA_NEW(arena, struct balance_request);
    struct balance *balance = ARENA_NEW(arena, struct balance);
    *request = (struct balance_request){.scenario = river, .players = &nobody, .games = 4};
    *balance = (struct balance){.request = request, .ledger = ledger_open(river, 4, arena)};
    for (size_t game = 0; game < 4; game++) {
        struct game_record *record = &balance->ledger.games[game];
        record->totals[NOR] = nor[game];
        record->totals[SOU] = sou[game];
        record->kinds[NOR] = nor_kinds[game];
        record->kinds[SOU] = sou_kinds[game];
        record->agreed = game < 3;
        record->deals[SOU] = game < 2 ? 0 : -1;
        record->parties[0] = party_bit(NOR) | (game > 0 ? party_bit(SOU) : 0);
        record->settled[0] = game < 3;
        record->terms[0] = game < 2 ? 45 : 50;
        record->settled[1] = game > 1;
        record->entered[0] = game < 3;
        record->outcome = game == 0 ? -1 : 2;
        for (size_t ask = 0; ask < balance->ledger.ask_count; ask++)
            record->supposed[ask] = UNKNOWN;
        record->earlier[ledger_ask(&balance->ledger, 0, NOR, 0)] = 1;
        record->last[ledger_ask(&balance->ledger, 0, NOR, game == 3)] = true;
    }
    balance->ledger.games[0].supposed[ledger_ask(&balance->ledger, 0, NOR, 1)] = 4;
    balance->ledger.games[1].supposed[ledger_ask(&balance->ledger, 0, NOR, 1)] = -2;
    balance->ledger.games[0].below = balance->ledger.games[0].signatures = 1;
    balance_figures(balance, arena);
    return balance;
}

static void shares_and_gains_are_as_by_hand(void **state)
{
    struct balance *balance = imagined(*state);
    const struct party_balance *nor = &balance->parties[NOR], *sou = &balance->parties[SOU];
    const int64_t quantiles[] = {10, 10, 20, 30, 40};
    assert_true(balance->agreed.share == 0.75);
    assert_true(balance->zopa.share == 0.5);    /* Southland loses in the third */
    assert_true(balance->willing.share == 0.5); /* which it signed */
    assert_memory_equal(nor->gain.quantiles, quantiles, sizeof(quantiles));
    assert_true(nor->gain.mean.mean == 25);
    assert_int_equal(sou->gain.count, 3);
    assert_true(fabs(sou->below.share - 1.0 / 3) < 1e-12);
    assert_true(nor->signs.share == 1 && sou->signs.share == 0.75);
    assert_true(balance->no_outcome.share == 0.25 && balance->outcomes[2].share == 0.75);
    assert_int_equal(balance->signatures, 1);
    assert_int_equal(balance->below, 1);
}

static void kinds_are_held_against_who_took_the_same_seats(void **state)
{
    struct balance *balance = imagined(*state);
    const struct kind_balance *first = &balance->kinds[0], *second = &balance->kinds[1];
    assert_true(first->parties[NOR].mean == 15 && second->parties[NOR].mean == 35);
    assert_int_equal(first->parties[SOU].count, 0);
    assert_true(fabs(first->advantage.mean - -10) < 1e-9); /* -15 and -5 */
    assert_true(fabs(first->advantage.margin - 1.959964 * 5) < 1e-4);
    assert_int_equal(second->advantage.count, 5);
    assert_true(fabs(second->advantage.mean - 4) < 1e-9); /* 5, 15, and Southland's 0 in all */
}

static void terms_and_choices_are_counted(void **state)
{
    struct balance *balance = imagined(*state);
    const struct term_balance *share = &balance->clauses[0].terms[0];
    const struct term_balance *fee = &balance->clauses[1].terms[0];
    const struct choice_balance *nor = balance->decisions[0].parties[NOR];
    assert_int_equal(share->value_count, 2);
    assert_int_equal(share->values[0].value, 45);
    assert_int_equal(share->values[0].count, 2);
    assert_int_equal(share->values[1].value, 50);
    assert_false(share->still);
    assert_true(fee->still);
    assert_true(balance->clauses[0].settled.share == 0.75);
    assert_true(nor[0].earlier.share == 1 && nor[0].last.share == 0.75);
    assert_true(nor[1].earlier.share == 0 && nor[1].last.share == 0.25);
    assert_int_equal(nor[1].supposed.count, 2);
    assert_true(nor[1].supposed.mean == 1 && nor[1].better.share == 0.5);
    assert_int_equal(balance->decisions[0].parties[SOU][0].last_asked, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_kept_treaty_brings_what_its_articles_do),
        ARENA_TEST(what_else_would_have_come_of_the_last_round_is_known),
        ARENA_TEST(to_suppose_is_to_play),
        ARENA_TEST(threads_change_nothing),
        ARENA_TEST(nobody_plays),
        ARENA_TEST(who_wishes_for_ever_is_stopped),
        ARENA_TEST(shares_and_gains_are_as_by_hand),
        ARENA_TEST(kinds_are_held_against_who_took_the_same_seats),
        ARENA_TEST(terms_and_choices_are_counted),
    };
    return cmocka_run_group_tests(tests, river_open, river_close);
}
