/* debrief_left: from moment to moment, where the world is another than before. */
#include "left.h"

#include <string.h>

enum {
    CLIMBS_MAX = 120, /* of a record */
    MOMENTS_MAX = 24, /* at which a deal is looked for */
    SHOWN_MAX = 4,
};

struct looking_back {
    const struct record *record;
    struct record *ratified; /* the same, where a signature counts at once */
    const struct watch *watch;
    struct arena *arena, *scratch; /* scratch: of one moment */
    struct game *game;
    int phase;
    uint32_t round;
    const struct draft **offers;
    size_t offer_count, offer_capacity;
    const struct clause_terms *settled; /* the settlement of the end */
    size_t settled_count;
    int64_t got[PARTIES_MAX];
    party_set scored;
    const int64_t *last; /* the slots of the world that was last looked at */
    party_set last_able;
    size_t moments;
    unsigned climbs;
    struct left_deal best; /* of those shown */
    struct tree *shown;
};

/* --- how it ended --- */

static bool totals_read(struct looking_back *back)
{
    const struct event *frozen = record_last(back->record, EVENT_FROZEN);
    const struct scenario *scenario = back->record->scenario;
    const int64_t *values = frozen ? frozen->values : NULL;
    for (size_t party = 0; frozen && party < scenario->party_count; party++) {
        back->got[party] = values[1];
        if (!values[0])
            back->scored |= party_bit((int)party);
        values += 4 + 3 * scenario->scores[party].item_count;
    }
    return frozen;
}

static void settlement_read(struct looking_back *back)
{
    const struct scenario *scenario = back->record->scenario;
    struct game *game = record_game(back->record, back->record->count);
    struct world world = game_world(game, back->arena);
    struct clause_terms *settled =
        ARENA_ARRAY(back->arena, struct clause_terms, scenario->key_count);
    for (size_t key = 0; key < scenario->key_count; key++)
        if (world.slots[scenario->keys[key].slot])
            settled[back->settled_count++] =
                (struct clause_terms){(uint32_t)key, &world.slots[scenario->keys[key].slot + 1]};
    back->settled = settled;
    game_close(game);
}

/* --- a moment --- */

static party_set able_now(const struct looking_back *back)
{
    party_set able = 0;
    for (size_t party = 0; party < back->record->scenario->party_count; party++)
        if (left_head(back->record, back->game, (int)party).length > 0)
            able |= party_bit((int)party);
    return able & back->scored;
}

/* Whether what could be agreed may be another than when it was last looked at. */
static bool is_new(struct looking_back *back, const struct world *world, party_set able)
{
    size_t count = back->record->scenario->state_count;
    if (back->last && able == back->last_able &&
        !memcmp(back->last, world->slots, count * sizeof(*world->slots)))
        return false;
    back->last = arena_grow(back->arena, world->slots, count, count, sizeof(*world->slots));
    back->last_able = able;
    return true;
}

/* One has to be better than each of these. Whose cannot be computed does not sign. */
static void bars_set(struct looking_back *back, struct left_moment *moment)
{
    const struct scenario *scenario = back->record->scenario;
    struct package end = {back->settled, back->settled_count};
    struct world ended = world_with(scenario, &moment->world, &end, back->scratch);
    int64_t *bars = ARENA_ARRAY(back->scratch, int64_t, scenario->party_count);
    int64_t *walking = ARENA_ARRAY(back->scratch, int64_t, scenario->party_count);
    int64_t *today = ARENA_ARRAY(back->scratch, int64_t, scenario->party_count);
    for (int party = 0; party < (int)scenario->party_count; party++) {
        int64_t agreed = 0;
        if (!worth_walking(scenario, &moment->world, party, &walking[party]) ||
            !worth_expected(scenario, &moment->world, party, &today[party]) ||
            !worth_expected(scenario, &ended, party, &agreed))
            moment->able &= ~party_bit(party);
        const int64_t levels[] = {walking[party], today[party], agreed};
        bars[party] = back->got[party];
        for (size_t at = 0; at < sizeof(levels) / sizeof(*levels); at++)
            if (levels[at] > bars[party])
                bars[party] = levels[at];
    }
    moment->bars = bars;
    moment->walking = walking;
    moment->today = today;
}

static struct tree *gains_told(const struct looking_back *back, const struct left_moment *moment,
                               const struct left_deal *deal, bool signs)
{
    struct arena *arena = back->arena;
    const struct scenario *scenario = back->record->scenario;
    struct tree *gains = tree_object(arena);
    for (size_t party = 0; party < scenario->party_count; party++) {
        if (signs != (bool)(deal->parties & party_bit((int)party)) ||
            !(back->scored & party_bit((int)party)) || deal->worth[party] == INT64_MIN)
            continue;
        struct tree *gain = tree_object(arena);
        tree_set_int(arena, gain, TEXT("deal"), deal->worth[party]);
        tree_set_int(arena, gain, TEXT("got"), back->got[party]);
        if (signs) {
            tree_set_int(arena, gain, TEXT("today"), moment->today[party]);
            tree_set_int(arena, gain, TEXT("walking"), moment->walking[party]);
        }
        tree_set(arena, gains, scenario->parties[party].id, gain);
    }
    return gains;
}

/* Those who sign and have not ratified such a text. */
static party_set unratified(const struct looking_back *back, const struct left_moment *moment,
                            const struct left_text *text)
{
    const struct instrument_type *type = &back->record->scenario->instruments[text->kind];
    party_set missing = 0;
    for (size_t party = 0; type->ratified_when && party < back->record->scenario->party_count;
         party++) {
        struct result result = expression_run(type->ratified_when[party], &moment->world, NULL);
        if (result.failed || !result.value)
            missing |= party_bit((int)party);
    }
    return missing & text->parties;
}

static struct tree *text_told(const struct looking_back *back, const struct left_text *text)
{
    struct arena *arena = back->arena;
    const struct scenario *scenario = back->record->scenario;
    struct tree *told = tree_object(arena), *clauses = tree_list(arena);
    struct tree *conditions = tree_list(arena);
    for (size_t at = 0; at < text->clause_count; at++) {
        const struct clause_wish *clause = &text->clauses[at];
        struct tree *one = clause_to_tree(scenario, clause->key, arena);
        tree_set(arena, one, TEXT("terms"),
                 terms_to_tree(scenario, clause->key, clause->terms, arena));
        tree_append(arena, clauses, one);
    }
    for (size_t at = 0; at < text->condition_count; at++)
        tree_append(arena, conditions,
                    tree_text(arena, scenario->conditions[text->conditions[at]].id));
    tree_set_text(arena, told, TEXT("kind"), scenario->instruments[text->kind].id);
    tree_set(arena, told, TEXT("invited"), tree_parties(scenario, text->parties, arena));
    tree_set(arena, told, TEXT("clauses"), clauses);
    tree_set_some(told, TEXT("takes_effect_if"), conditions, arena);
    return told;
}

static void deal_told(struct looking_back *back, const struct left_moment *moment,
                      const struct left_deal *deal)
{
    struct arena *arena = back->arena;
    const struct scenario *scenario = back->record->scenario;
    struct tree *told = tree_object(arena), *texts = tree_list(arena);
    party_set missing = 0;
    for (size_t at = 0; at < deal->text_count; at++) {
        tree_append(arena, texts, text_told(back, &deal->texts[at]));
        missing |= unratified(back, moment, &deal->texts[at]);
    }
    tree_set_int(arena, told, TEXT("n"), (int64_t)moment->count + 1);
    tree_set_int(arena, told, TEXT("at"), moment->at);
    tree_set_text(arena, told, TEXT("phase"), scenario->phases[back->phase].id);
    tree_set_int(arena, told, TEXT("round"), back->round);
    tree_set(arena, told, TEXT("texts"), texts);
    tree_set_true(told, TEXT("together"), deal->together, arena);
    tree_set_parties(scenario, told, TEXT("ratification"), missing, arena);
    tree_set(arena, told, TEXT("gains"), gains_told(back, moment, deal, true));
    tree_set_some(told, TEXT("others"), gains_told(back, moment, deal, false), arena);
    tree_append(arena, back->shown, told);
}

static void moment_look(struct looking_back *back, size_t count)
{
    const struct record_entry *entry = &back->record->entries[count - 1];
    struct left_moment moment = {.record = back->record,
                                 .watch = back->watch,
                                 .count = count,
                                 .at = entry->at,
                                 .world = game_world(back->game, back->scratch),
                                 .able = able_now(back),
                                 .offers = back->offers,
                                 .offer_count = back->offer_count,
                                 .seed = entry->sequence,
                                 .climbs = &back->climbs};
    if (!is_new(back, &moment.world, moment.able))
        return;
    back->moments++;
    bars_set(back, &moment);
    struct left_deal deal;
    bool found = left_search(&moment, back->scratch, &deal);
    if (!found && back->ratified) {
        moment.record = back->ratified;
        moment.supposed = true;
        found = left_search(&moment, back->scratch, &deal);
    }
    if (!found || (back->shown->count > 0 && !left_better(&deal, &back->best)))
        return;
    back->best = (struct left_deal){.parties = deal.parties,
                                    .least = deal.least,
                                    .sum = deal.sum,
                                    .text_count = deal.text_count};
    deal_told(back, &moment, &deal);
}

/* The record under rules that ask for no ratification; NULL where they ask for none. */
static struct record *record_ratified(const struct record *record, struct arena *arena)
{
    const struct scenario *scenario = record->scenario;
    size_t count = scenario->instrument_count;
    struct instrument_type *types =
        arena_grow(arena, scenario->instruments, count, count, sizeof(*types));
    bool asked = false;
    for (size_t kind = 0; kind < count; kind++) {
        asked |= types[kind].ratified_when != NULL;
        types[kind].ratified_when = NULL;
    }
    if (!asked)
        return NULL;
    struct scenario *without = ARENA_NEW(arena, struct scenario);
    *without = *scenario;
    without->instruments = types;
    struct record *ratified = ARENA_NEW(arena, struct record);
    *ratified = *record;
    ratified->scenario = without;
    return ratified;
}

/* --- the walk --- */

static bool may_agree(const struct looking_back *back)
{
    const unsigned both = ALLOW_DRAFT | ALLOW_SIGN;
    return back->phase >= 0 && back->shown->count < SHOWN_MAX && back->moments < MOMENTS_MAX &&
           back->climbs > 0 && !game_standing(back->game).final &&
           (back->record->scenario->phases[back->phase].allows & both) == both &&
           !watch_stopped(back->watch);
}

static void entry_walked(struct looking_back *back, const struct record_entry *entry)
{
    record_apply(back->game, entry);
    for (size_t at = 0; at < entry->event_count; at++) {
        const struct event *event = &entry->events[at];
        if (event->type == EVENT_PHASE_OPENED) {
            back->phase = (int)event->phase;
            back->round = event->round;
        }
        if (event->type != EVENT_VERSION)
            continue;
        if (back->offer_count == back->offer_capacity) {
            back->offer_capacity = back->offer_capacity ? 2 * back->offer_capacity : 16;
            back->offers = arena_grow(back->arena, back->offers, back->offer_count,
                                      back->offer_capacity, sizeof(*back->offers));
        }
        back->offers[back->offer_count++] = event->draft;
    }
}

struct tree *debrief_left(const struct record *record, const struct watch *watch,
                          struct arena *arena)
{
    struct looking_back back = {.record = record,
                                .ratified = record_ratified(record, arena),
                                .watch = watch,
                                .arena = arena,
                                .scratch = arena_open(),
                                .game = record_game(record, 0),
                                .phase = -1,
                                .climbs = CLIMBS_MAX,
                                .shown = tree_list(arena)};
    struct tree *left = tree_object(arena);
    tree_set(arena, left, TEXT("moments"), back.shown);
    if (totals_read(&back)) {
        settlement_read(&back);
        for (size_t count = 1; count <= record->count; count++) {
            entry_walked(&back, &record->entries[count - 1]);
            arena_reset(back.scratch);
            if (may_agree(&back))
                moment_look(&back, count);
        }
    }
    game_close(back.game);
    arena_close(back.scratch);
    return left;
}
