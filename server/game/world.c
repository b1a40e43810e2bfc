/* What the rules say of a world: whom a clause binds, what it requires, what is worth how much. */
#include "state.h"
#include "view.h"

#include "checked.h"
#include "must.h"

static bool reads_formulas(const struct scenario *scenario, const struct expression *expression)
{
    size_t count;
    const uint32_t *reads = expression_reads(expression, &count);
    return count > 0 && reads[count - 1] >= scenario->state_count;
}

static size_t term_count(const struct scenario *scenario, uint32_t key)
{
    return scenario->clause_types[scenario->keys[key].type].term_count;
}

/* Exchanges the clause's terms in the world with those given: twice changes nothing. */
static void terms_exchange(const struct scenario *scenario, struct world *world, uint32_t key,
                           int64_t *terms)
{
    int64_t *slots = world->slots + scenario->keys[key].slot + 1;
    for (size_t index = 0; index < term_count(scenario, key); index++) {
        int64_t before = slots[index];
        slots[index] = terms[index];
        terms[index] = before;
    }
}

party_set clause_binds(const struct scenario *scenario, struct world *world, uint32_t key,
                       const int64_t *terms, bool *failed)
{
    int64_t own[TERMS_MAX];
    size_t count = term_count(scenario, key);
    must(count <= TERMS_MAX);
    for (size_t index = 0; index < count; index++)
        own[index] = terms[index];
    const struct expression *binds = scenario->keys[key].binds;
    bool formulas = count > 0 && reads_formulas(scenario, binds);
    terms_exchange(scenario, world, key, own);
    if (formulas)
        world_refresh(scenario, world);
    int64_t parties[LIST_LENGTH_MAX];
    size_t party_count = 0;
    *failed = !expression_run_list(binds, world, NULL, parties, LIST_LENGTH_MAX, &party_count);
    terms_exchange(scenario, world, key, own);
    if (formulas)
        world_refresh(scenario, world);
    party_set set = 0;
    for (size_t index = 0; !*failed && index < party_count; index++)
        set |= party_bit((int)parties[index]);
    return set;
}

/* Marks in the world what the draft has: its clauses and what it takes effect by. */
static void draft_mark(const struct scenario *scenario, struct world *world,
                       const struct draft *draft, int64_t flag)
{
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct clause_key *key = &scenario->keys[draft->clauses[index].key];
        uint32_t offset = key->key < 0 ? 0 : (uint32_t)key->key;
        world->slots[scenario->clause_types[key->type].drafted_slot + offset] = flag;
    }
    for (size_t index = 0; index < draft->takes_effect_count; index++)
        world->slots[scenario->conditions[draft->takes_effect_if[index]].conditional_slot] = flag;
}

const struct requirement *clause_requirement_failed(const struct scenario *scenario,
                                                    struct world *world, const struct draft *draft,
                                                    uint32_t key, const int64_t *terms)
{
    const struct clause_key *clause = &scenario->keys[key];
    if (clause->requirement_count == 0)
        return NULL;
    int64_t own[TERMS_MAX];
    size_t count = term_count(scenario, key);
    must(count <= TERMS_MAX);
    for (size_t index = 0; index < count; index++)
        own[index] = terms[index];
    bool formulas = false;
    for (size_t index = 0; index < clause->requirement_count; index++)
        formulas |= reads_formulas(scenario, clause->requirements[index].that);
    terms_exchange(scenario, world, key, own);
    draft_mark(scenario, world, draft, 1);
    if (formulas)
        world_refresh(scenario, world);
    const struct requirement *broken = NULL;
    for (size_t index = 0; !broken && index < clause->requirement_count; index++) {
        struct result result = expression_run(clause->requirements[index].that, world, NULL);
        if (result.failed || !result.value)
            broken = &clause->requirements[index];
    }
    draft_mark(scenario, world, draft, 0);
    terms_exchange(scenario, world, key, own);
    if (formulas)
        world_refresh(scenario, world);
    return broken;
}

void world_settle(const struct scenario *scenario, struct world *world, uint32_t key,
                  const int64_t *terms, party_set bound)
{
    const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
    int64_t *slots = world->slots + scenario->keys[key].slot;
    slots[0] = 1;
    for (size_t index = 0; index < type->term_count; index++)
        slots[1 + index] = terms[index];
    /* Whom the replaced clause bound is no longer known: ask the others of the type again. */
    for (uint32_t other = type->first_key; other < type->first_key + type->key_count; other++) {
        const int64_t *settled = world->slots + scenario->keys[other].slot;
        bool failed;
        if (other != key && settled[0])
            bound |= clause_binds(scenario, world, other, settled + 1, &failed);
    }
    for (size_t party = 0; party < scenario->party_count; party++)
        world->slots[type->bound_slot + party] = (bound >> party) & 1;
}

struct frozen_score score_compute(const struct scenario *scenario, struct world *world, int party,
                                  struct arena *arena)
{
    const struct score *score = &scenario->scores[party];
    struct frozen_item *items = ARENA_ARRAY(arena, struct frozen_item, score->item_count);
    struct frozen_score sum = {.items = items};
    for (size_t index = 0; index < score->item_count; index++) {
        struct result points = expression_run(score->items[index].points, world, NULL);
        struct result expected = expression_run(score->items[index].expected, world, NULL);
        items[index].failed = points.failed || expected.failed;
        items[index].points = points.failed ? 0 : points.value;
        items[index].expected = expected.failed ? 0 : expected.value;
        if (!checked_add(sum.total, items[index].points, &sum.total) ||
            !checked_add(sum.expected, items[index].expected, &sum.expected) || items[index].failed)
            sum.failed = true;
    }
    sum.no_deal = sum.expected;
    if (score->no_deal) {
        struct result no_deal = expression_run(score->no_deal, world, NULL);
        sum.no_deal = no_deal.failed ? 0 : no_deal.value;
        sum.failed |= no_deal.failed;
    }
    return sum;
}

struct party_score game_score(const struct game *game, int party, struct arena *scratch)
{
    must(party >= 0 && (size_t)party < game->scenario->party_count);
    struct frozen_score score;
    if (game->frozen) {
        score = game->frozen[party];
    } else {
        struct world world = game_world(game, scratch);
        score = score_compute(game->scenario, &world, party, scratch);
    }
    return (struct party_score){.total = score.total,
                                .expected = score.expected,
                                .no_deal = score.no_deal,
                                .failed = score.failed};
}

int outcome_compute(const struct scenario *scenario, struct world *world)
{
    for (size_t index = 0; index < scenario->outcome_count; index++) {
        struct result result = expression_run(scenario->outcomes[index].when, world, NULL);
        if (!result.failed && result.value)
            return (int)index;
    }
    return NONE;
}

int game_outcome(const struct game *game, struct arena *scratch)
{
    if (game->position.frozen)
        return game->frozen_outcome;
    struct world world = game_world(game, scratch);
    return outcome_compute(game->scenario, &world);
}
