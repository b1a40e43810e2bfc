#include "mind.h"

#include "must.h"
#include "package.h"

#include <string.h>

enum { OFFERS_A_ROUND = 6 }; /* of one bot: with them the round's time is over for it */

/* --- what packages are worth --- */

int64_t worth_within(int64_t points)
{
    return points < -WORTH_MOST ? -WORTH_MOST : points > WORTH_MOST ? WORTH_MOST : points;
}

int64_t mind_expected(const struct mind *mind, const struct world *world)
{
    const struct score *score = &mind->scenario->scores[mind->party];
    int64_t total = 0;
    for (size_t index = 0; index < score->item_count; index++) {
        struct result points = expression_run(score->items[index].expected, world, NULL);
        if (points.failed || __builtin_add_overflow(total, points.value, &total))
            return WORTH_NONE;
    }
    return worth_within(total);
}

static int64_t own_floor(const struct mind *mind)
{
    const struct expression *no_deal = mind->scenario->scores[mind->party].no_deal;
    struct result fixed = {.failed = true};
    if (no_deal)
        fixed = expression_run(no_deal, &mind->outlook.world, NULL);
    /* What is in force may have bettered what no further deal is worth. */
    return fixed.failed || fixed.value < mind->today + 1 ? mind->today + 1
                                                         : worth_within(fixed.value);
}

const struct clause_type *mind_type(const struct mind *mind, uint32_t key)
{
    return &mind->scenario->clause_types[mind->scenario->keys[key].type];
}

bool mind_same_terms(const struct mind *mind, uint32_t key, const int64_t *left,
                     const int64_t *right)
{
    if (!left || !right)
        return left == right;
    size_t count = mind_type(mind, key)->term_count;
    return count == 0 || memcmp(left, right, count * sizeof *left) == 0;
}

const struct draft_clause *clause_in(const struct draft *draft, uint32_t key)
{
    for (size_t index = 0; draft && index < draft->clause_count; index++)
        if (draft->clauses[index].key == key)
            return &draft->clauses[index];
    return NULL;
}

int offer_find(const struct offer *offer, uint32_t key)
{
    for (size_t index = 0; index < offer->count; index++)
        if (offer->clauses[index].key == key)
            return (int)index;
    return -1;
}

void offer_apply(struct mind *mind, const struct offer *offer)
{
    struct clause_terms clauses[OFFER_CLAUSES_MAX];
    for (size_t index = 0; index < offer->count; index++)
        clauses[index] =
            (struct clause_terms){offer->clauses[index].key, offer->clauses[index].terms};
    struct package package = {clauses, offer->count};
    if (!mind->trial.slots)
        mind->trial = world_copy(mind->scenario, &mind->outlook.world, mind->arena);
    else
        memcpy(mind->trial.slots, mind->outlook.world.slots,
               mind->trial.count * sizeof(*mind->trial.slots));
    package_apply(mind->scenario, &mind->trial, &package);
}

/* Its own copy of the world, with texts drafted under these conditions. */
static void world_own(struct mind *mind, const struct world *from, const uint32_t *conditions,
                      size_t count)
{
    struct world own = world_copy(mind->scenario, from, mind->arena);
    for (size_t index = 0; index < count; index++)
        own.slots[mind->scenario->conditions[conditions[index]].conditional_slot] = 1;
    world_refresh(mind->scenario, &own);
    mind->outlook.world = own;
    mind->trial = (struct world){.slots = NULL};
    mind->scales = NULL; /* They went by the world as it was. */
}

void mind_suppose(struct mind *mind, const struct offer *offer, const uint32_t *conditions,
                  size_t count)
{
    mind->drafting = ARENA_NEW(mind->arena, struct mind);
    *mind->drafting = *mind;
    world_own(mind->drafting, &mind->outlook.world, conditions, count);
    offer_apply(mind, offer);
    world_own(mind, &mind->trial, conditions, count);
    mind->today = mind_expected(mind, &mind->outlook.world);
    mind->floor = own_floor(mind);
}

bool mind_mandated(struct mind *mind, const struct offer *offer)
{
    if (mind->outlook.instruction_count == 0)
        return true;
    offer_apply(mind, offer);
    for (size_t index = 0; index < mind->outlook.instruction_count; index++) {
        struct result holds = expression_run(mind->outlook.instructions[index], &mind->trial, NULL);
        if (holds.failed || !holds.value)
            return false;
    }
    return true;
}

party_set mind_binds(struct mind *mind, const struct clause_wish *clause)
{
    const struct clause_key *key = &mind->scenario->keys[clause->key];
    size_t bytes = mind_type(mind, clause->key)->term_count * sizeof *clause->terms;
    int64_t own[TERMS_MAX], bound[PARTIES_MAX];
    int64_t *terms = mind->outlook.world.slots + key->slot + 1;
    size_t bound_count = 0;
    must(bytes <= sizeof own);
    memcpy(own, terms, bytes);
    if (bytes > 0)
        memcpy(terms, clause->terms, bytes);
    bool known = expression_run_list(key->binds, &mind->outlook.world, NULL, bound, PARTIES_MAX,
                                     &bound_count);
    memcpy(terms, own, bytes);
    party_set set = 0;
    for (size_t index = 0; known && index < bound_count && index < PARTIES_MAX; index++)
        set |= party_bit((int)bound[index]);
    return set;
}

size_t mind_term_values(const struct mind *mind, const struct term *term, int64_t *values)
{
    const struct domain *domain = &term->domain;
    size_t count = 0;
    switch (domain->hold) {
    case HOLD_INT: {
        /* Unsigned: the range may be wider than any whole number. */
        uint64_t steps = ((uint64_t)domain->max - (uint64_t)domain->min) / (uint64_t)domain->step;
        uint64_t stride = steps / TERM_VALUES_MAX + 1;
        for (uint64_t step = 0; step <= steps && count < TERM_VALUES_MAX; step += stride)
            values[count++] = (int64_t)((uint64_t)domain->min + step * (uint64_t)domain->step);
        break;
    }
    case HOLD_BOOL:
        values[count++] = 0;
        values[count++] = 1;
        break;
    case HOLD_OPTION:
        for (size_t index = 0; index < domain->option_count && count < TERM_VALUES_MAX; index++)
            values[count++] = domain->options[index].string;
        break;
    case HOLD_PARTY:
        for (int party = 0; party < (int)mind->scenario->party_count; party++)
            if ((domain->of_parties & party_bit(party)) && count < TERM_VALUES_MAX)
                values[count++] = party;
        break;
    case HOLD_REGION:
        for (size_t region = 0; region < mind->scenario->region_count; region++)
            if (domain->of_regions[region] && count < TERM_VALUES_MAX)
                values[count++] = (int64_t)region;
        break;
    case HOLD_PARTIES: /* all, and each alone: the others are too many */
        values[count++] = (int64_t)domain->of_parties;
        for (int party = 0; party < (int)mind->scenario->party_count; party++)
            if ((domain->of_parties & party_bit(party)) && count < TERM_VALUES_MAX)
                values[count++] = (int64_t)party_bit(party);
        break;
    }
    return count;
}

/* --- what the others did --- */

static size_t moves_add(const struct mind *mind, struct move *moves, size_t count, int party,
                        const struct draft *before, const struct draft *after)
{
    for (size_t index = 0; index < after->clause_count; index++) {
        const struct draft_clause *now = &after->clauses[index];
        const struct draft_clause *old = clause_in(before, now->key);
        if (!old || !mind_same_terms(mind, now->key, old->terms, now->terms))
            moves[count++] = (struct move){party, now->key, old ? old->terms : NULL, now->terms};
    }
    for (size_t index = 0; before && index < before->clause_count; index++)
        if (!clause_in(after, before->clauses[index].key))
            moves[count++] = (struct move){party, before->clauses[index].key,
                                           before->clauses[index].terms, NULL};
    return count;
}

static void moves_read(struct mind *mind)
{
    size_t most = 0;
    for (size_t text = 0; text < mind->outlook.text_count; text++)
        for (size_t at = 0; at < mind->outlook.texts[text].version_count; at++)
            most += 2 * mind->outlook.texts[text].versions[at].draft->clause_count;
    struct move *moves = ARENA_ARRAY(mind->arena, struct move, most);
    for (size_t text = 0; text < mind->outlook.text_count; text++) {
        const struct outlook_text *seen = &mind->outlook.texts[text];
        for (size_t at = seen->version_count; at-- > 0;) {
            int party = seen->versions[at].party;
            if (party < 0 || party == mind->party)
                continue;
            bool first = at + 1 == seen->version_count;
            mind->move_count =
                moves_add(mind, moves, mind->move_count, party,
                          first ? NULL : seen->versions[at + 1].draft, seen->versions[at].draft);
        }
    }
    mind->moves = moves;
}

void mind_open(struct mind *mind, const struct game *game, int party, enum temperament temperament,
               struct arena *arena)
{
    *mind = (struct mind){.arena = arena,
                          .game = game,
                          .scenario = game_scenario(game),
                          .temperament = temperament,
                          .party = party};
    outlook_open(&mind->outlook, game, party, arena);
    mind->today = mind_expected(mind, &mind->outlook.world);
    mind->floor = own_floor(mind);
    moves_read(mind);
}

/* --- time --- */

/* Rounds of bargaining: of phases that allow drafting and signing, and ask for no decisions. */
static bool bargains(const struct phase *phase)
{
    return (phase->allows & ALLOW_DRAFT) && (phase->allows & ALLOW_SIGN) &&
           !(phase->allows & ALLOW_DECIDE);
}

int64_t mind_time(const struct mind *mind, int64_t now)
{
    const struct outlook *outlook = &mind->outlook;
    int64_t passed = 0, total = 0;
    for (int phase = 0; phase < (int)mind->scenario->phase_count; phase++) {
        int64_t rounds =
            bargains(&mind->scenario->phases[phase]) ? outlook->edition->rounds[phase] : 0;
        total += rounds;
        if (phase < outlook->phase)
            passed += rounds;
        else if (phase == outlook->phase && rounds > 0)
            passed += outlook->round - 1;
    }
    if (total == 0 || passed >= total)
        return PERMILLE;
    int64_t within = PERMILLE * (int64_t)outlook->offers / OFFERS_A_ROUND;
    int64_t length = outlook->minutes * 60000;
    if (length > 0 && outlook->deadline != INT64_MAX) {
        int64_t spent = PERMILLE - PERMILLE * (outlook->deadline - now) / length;
        within = spent > within ? spent : within;
    }
    if (within < 0)
        within = 0;
    if (within > PERMILLE)
        within = PERMILLE;
    return (passed * PERMILLE + within) / total;
}

bool mind_allowed(const struct mind *mind, unsigned what)
{
    return mind->outlook.running && (mind->outlook.allows & what) == what;
}
