#include "weights.h"

#include "checked.h"
#include "package.h"
#include "scenario_parts.h"
#include "sight.h"

#include <string.h>

struct weighing {
    const struct scenario *scenario;
    uint32_t edition;
    const struct score *score;
    const bool *unseen;
    struct world world;  /* used again for each package */
    int64_t *low, *high; /* [item] */
    bool *known;         /* [item] */
};

static void weigh(struct weighing *weighing, const struct clause_terms *clauses, size_t count)
{
    const struct scenario *scenario = weighing->scenario;
    memcpy(weighing->world.slots, scenario->world_start,
           scenario->world_count * sizeof *weighing->world.slots);
    struct package package = {clauses, count};
    package_apply(scenario, &weighing->world, &package);
    for (size_t item = 0; item < weighing->score->item_count; item++) {
        struct result worth =
            expression_run(weighing->score->items[item].expected, &weighing->world, NULL);
        if (worth.failed)
            continue;
        if (!weighing->known[item] || worth.value < weighing->low[item])
            weighing->low[item] = worth.value;
        if (!weighing->known[item] || worth.value > weighing->high[item])
            weighing->high[item] = worth.value;
        weighing->known[item] = true;
    }
}

/* A value of the domain: its nth, or false where there are no more. Of numbers and of sets the ends
 * are enough. */
static bool nth_value(const struct scenario *scenario, const struct domain *domain, size_t nth,
                      int64_t *value)
{
    switch (domain->hold) {
    case HOLD_INT:
        *value = nth == 0 ? domain->min : domain->max;
        return nth < 2;
    case HOLD_BOOL:
        *value = (int64_t)nth;
        return nth < 2;
    case HOLD_OPTION:
        if (nth < domain->option_count)
            *value = domain->options[nth].string;
        return nth < domain->option_count;
    case HOLD_PARTIES:
        *value = nth == 0 ? 0 : (int64_t)domain->of_parties;
        return nth < 2;
    case HOLD_PARTY:
    case HOLD_REGION:
        break;
    }
    size_t count = domain->hold == HOLD_PARTY ? scenario->party_count : scenario->region_count;
    for (size_t index = 0; index < count; index++) {
        bool in = domain->hold == HOLD_PARTY ? (domain->of_parties & party_bit((int)index)) != 0
                                             : !domain->of_regions || domain->of_regions[index];
        if (in && nth-- == 0) {
            *value = (int64_t)index;
            return true;
        }
    }
    return false;
}

static bool may_weigh(const struct weighing *weighing, uint32_t key)
{
    const struct scenario *scenario = weighing->scenario;
    return scenario->editions[weighing->edition].open[key] &&
           sight_blocked(weighing->unseen, scenario->keys[key].binds) == NONE;
}

/* The world that a clause's terms are varied in: all open clauses at their first values or at their
 * last, or none of them. */
struct setting {
    struct clause_terms *clauses;
    int64_t **terms; /* of each clause */
    size_t count;
};

static void term_set_last(const struct scenario *scenario, const struct domain *domain,
                          int64_t *value)
{
    for (size_t nth = 0; nth_value(scenario, domain, nth, value); nth++)
        continue;
}

static struct setting setting_open(const struct weighing *weighing, bool last, struct arena *arena)
{
    const struct scenario *scenario = weighing->scenario;
    struct setting setting = {ARENA_ARRAY(arena, struct clause_terms, scenario->key_count),
                              ARENA_ARRAY(arena, int64_t *, scenario->key_count), 0};
    for (uint32_t key = 0; key < scenario->key_count; key++) {
        if (!may_weigh(weighing, key))
            continue;
        const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
        int64_t *terms = ARENA_ARRAY(arena, int64_t, type->term_count);
        for (size_t term = 0; term < type->term_count; term++) {
            (void)nth_value(scenario, &type->terms[term].domain, 0, &terms[term]);
            if (last)
                term_set_last(scenario, &type->terms[term].domain, &terms[term]);
        }
        setting.terms[setting.count] = terms;
        setting.clauses[setting.count++] = (struct clause_terms){key, terms};
    }
    return setting;
}

/* One clause with each of its terms at each of its values in turn, alone or among all the others.
 */
static void weigh_clause(struct weighing *weighing, const struct setting *setting, size_t at,
                         bool alone)
{
    const struct scenario *scenario = weighing->scenario;
    const struct clause_terms *clauses = alone ? &setting->clauses[at] : setting->clauses;
    size_t count = alone ? 1 : setting->count;
    const struct clause_type *type =
        &scenario->clause_types[scenario->keys[setting->clauses[at].key].type];
    int64_t *terms = setting->terms[at];
    weigh(weighing, clauses, count);
    for (size_t term = 0; term < type->term_count; term++) {
        int64_t held = terms[term];
        for (size_t nth = 0; nth_value(scenario, &type->terms[term].domain, nth, &terms[term]);
             nth++)
            weigh(weighing, clauses, count);
        terms[term] = held;
    }
}

/* All the others without one. */
static void weigh_without(struct weighing *weighing, struct setting *setting, size_t at)
{
    struct clause_terms held = setting->clauses[at];
    setting->clauses[at] = setting->clauses[setting->count - 1];
    weigh(weighing, setting->clauses, setting->count - 1);
    setting->clauses[at] = held;
}

static void weigh_template(struct weighing *weighing, const struct template *template)
{
    for (size_t index = 0; index < template->clause_count; index++)
        if (!may_weigh(weighing, template->clauses[index].key))
            return;
    weigh(weighing, template->clauses, template->clause_count);
}

const int64_t *score_weights(const struct scenario *scenario, uint32_t edition, int party,
                             struct arena *arena)
{
    size_t count = scenario->scores[party].item_count;
    struct weighing weighing = {.scenario = scenario,
                                .edition = edition,
                                .score = &scenario->scores[party],
                                .unseen = sight_unseen(scenario, party, false, arena),
                                .world = world_open(scenario, arena),
                                .low = ARENA_ARRAY(arena, int64_t, count),
                                .high = ARENA_ARRAY(arena, int64_t, count),
                                .known = ARENA_ARRAY(arena, bool, count)};
    weigh(&weighing, NULL, 0);
    for (int last = 0; last < 2; last++) {
        struct setting setting = setting_open(&weighing, last != 0, arena);
        for (size_t at = 0; at < setting.count; at++) {
            weigh_clause(&weighing, &setting, at, false);
            weigh_without(&weighing, &setting, at);
            if (last == 0)
                weigh_clause(&weighing, &setting, at, true);
        }
    }
    for (size_t kind = 0; kind < scenario->instrument_count; kind++)
        for (size_t index = 0; index < scenario->instruments[kind].template_count; index++)
            weigh_template(&weighing, &scenario->instruments[kind].templates[index]);
    int64_t *weights = ARENA_ARRAY(arena, int64_t, count);
    for (size_t item = 0; item < count; item++)
        if (!checked_subtract(weighing.high[item], weighing.low[item], &weights[item]))
            weights[item] = INT64_MAX;
    return weights;
}
