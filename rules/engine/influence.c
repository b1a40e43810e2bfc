/* What can move a score: backwards from the scores, through formulas, effects, bindings and entries
 * into force, to everything that they depend on.
 *
 * Whatever may matter counts, so that nobody is warned without need: what decides whether an effect
 * runs counts as what it writes, and what decides whether a phase is played always counts. */
#include "influence.h"

struct influence {
    const struct loader *loader;
    bool *matters; /* [next_local] */
    bool grown;
};

static void mark(struct influence *influence, uint32_t slot)
{
    influence->grown = influence->grown || !influence->matters[slot];
    influence->matters[slot] = true;
}

static void mark_reads(struct influence *influence, const struct expression *expression)
{
    size_t count = 0;
    const uint32_t *reads = expression ? expression_reads(expression, &count) : NULL;
    for (size_t index = 0; index < count; index++)
        mark(influence, reads[index]);
}

static bool any_matters(const struct influence *influence, uint32_t first, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (influence->matters[first + index])
            return true;
    return false;
}

static bool effects_matter(struct influence *influence, struct effects effects);

/* Whether anything that an effect does matters; then what it reads does as well. */
static bool effect_matters(struct influence *influence, const struct effect *effect)
{
    const struct scenario *scenario = influence->loader->scenario;
    bool matters = effect->kind == EFFECT_END;
    if (effect->kind == EFFECT_SET) {
        const struct variable *variable = &scenario->variables[effect->variable];
        matters = any_matters(influence, variable->slot, per_count(scenario, variable->per));
    } else if (effect->kind == EFFECT_EACH) {
        matters = effects_matter(influence, effect->body);
    }
    if (!matters)
        return false;
    mark_reads(influence, effect->when);
    mark_reads(influence, effect->key);
    mark_reads(influence, effect->to);
    mark_reads(influence, effect->in);
    return true;
}

static bool effects_matter(struct influence *influence, struct effects effects)
{
    bool matters = false;
    for (size_t index = 0; index < effects.count; index++)
        matters = effect_matters(influence, &effects.items[index]) || matters;
    return matters;
}

static void pass_formulas(struct influence *influence)
{
    const struct scenario *scenario = influence->loader->scenario;
    for (size_t place = scenario->formula_count; place-- > 0;) {
        const struct formula *formula = &scenario->formulas[scenario->formula_order[place]];
        for (size_t key = 0; key < per_count(scenario, formula->per); key++)
            if (influence->matters[formula->slot + key])
                mark_reads(influence, formula->values[key]);
    }
}

/* A clause matters where its terms do, whom it binds, or what it does when it enters into force:
 * then all that its settlement depends on matters too. */
static void pass_clauses(struct influence *influence)
{
    const struct scenario *scenario = influence->loader->scenario;
    for (size_t index = 0; index < scenario->key_count; index++) {
        const struct clause_key *key = &scenario->keys[index];
        const struct clause_type *type = &scenario->clause_types[key->type];
        bool settled = any_matters(influence, key->slot, type->stride) ||
                       any_matters(influence, type->bound_slot, scenario->party_count);
        if (!effects_matter(influence, key->on_entry) && !settled)
            continue;
        mark(influence, key->slot);
        mark_reads(influence, key->binds);
        for (size_t rule = 0; rule < key->requirement_count; rule++)
            mark_reads(influence, key->requirements[rule].that);
    }
}

static bool carries_what_matters(const struct influence *influence,
                                 const struct instrument_type *instrument)
{
    const struct scenario *scenario = influence->loader->scenario;
    for (size_t index = 0; index < instrument->clause_type_count; index++) {
        const struct clause_type *type = &scenario->clause_types[instrument->clause_types[index]];
        for (uint32_t key = 0; key < type->key_count; key++)
            if (influence->matters[scenario->keys[type->first_key + key].slot])
                return true;
    }
    return any_matters(influence, instrument->slot, 2) ||
           any_matters(influence, instrument->signed_slot, scenario->party_count);
}

static void pass_instruments(struct influence *influence)
{
    const struct scenario *scenario = influence->loader->scenario;
    for (size_t index = 0; index < scenario->instrument_count; index++) {
        const struct instrument_type *instrument = &scenario->instruments[index];
        if (!carries_what_matters(influence, instrument))
            continue;
        mark_reads(influence, instrument->open_to);
        mark_reads(influence, instrument->in_force_when);
        for (size_t party = 0; instrument->ratified_when && party < scenario->party_count; party++)
            mark_reads(influence, instrument->ratified_when[party]);
        for (size_t at = 0; at < instrument->condition_count; at++)
            mark_reads(influence, scenario->conditions[instrument->conditions[at]].when);
    }
}

static void pass_events(struct influence *influence)
{
    const struct scenario *scenario = influence->loader->scenario;
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        (void)effects_matter(influence, decision->resolve);
        if (any_matters(influence, decision->choice_slot, scenario->party_count) ||
            any_matters(influence, decision->count_slot, decision->option_count))
            mark_reads(influence, decision->by);
    }
    for (size_t index = 0; index < scenario->inject_count; index++) {
        const struct inject *inject = &scenario->injects[index];
        if (!effects_matter(influence, inject->effects))
            continue;
        mark_reads(influence, inject->when);
        mark_reads(influence, inject->chance);
    }
    for (size_t index = 0; index < scenario->phase_count; index++) {
        mark_reads(influence, scenario->phases[index].when);
        (void)effects_matter(influence, scenario->phases[index].each_round);
    }
}

const bool *slots_that_matter(const struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    struct influence influence = {.loader = loader,
                                  .matters = ARENA_ARRAY(loader->arena, bool, loader->next_local)};
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct score *score = &scenario->scores[party];
        mark_reads(&influence, score->no_deal);
        for (size_t index = 0; index < score->item_count; index++) {
            mark_reads(&influence, score->items[index].points);
            mark_reads(&influence, score->items[index].expected);
        }
    }
    do {
        influence.grown = false;
        pass_formulas(&influence);
        pass_clauses(&influence);
        pass_instruments(&influence);
        pass_events(&influence);
    } while (influence.grown);
    return influence.matters;
}

static bool marks_variable(struct effects effects, uint32_t variable)
{
    for (size_t index = 0; index < effects.count; index++) {
        const struct effect *effect = &effects.items[index];
        if (effect->kind == EFFECT_SET && effect->variable == variable)
            return true;
        if (effect->kind == EFFECT_EACH && marks_variable(effect->body, variable))
            return true;
    }
    return false;
}

/* Whether any effect of the file sets a variable; control may set any, but nobody counts on it. */
static bool variable_is_set(const struct scenario *scenario, uint32_t variable)
{
    for (size_t index = 0; index < scenario->key_count; index++)
        if (marks_variable(scenario->keys[index].on_entry, variable))
            return true;
    for (size_t index = 0; index < scenario->decision_count; index++)
        if (marks_variable(scenario->decisions[index].resolve, variable))
            return true;
    for (size_t index = 0; index < scenario->inject_count; index++)
        if (marks_variable(scenario->injects[index].effects, variable))
            return true;
    for (size_t index = 0; index < scenario->phase_count; index++)
        if (marks_variable(scenario->phases[index].each_round, variable))
            return true;
    return false;
}

const bool *slots_that_change(const struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    bool *changes = ARENA_ARRAY(loader->arena, bool, loader->next_local);
    for (uint32_t slot = 0; slot < loader->next_local; slot++)
        changes[slot] = true;
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        if (variable_is_set(scenario, (uint32_t)index))
            continue;
        for (size_t key = 0; key < per_count(scenario, variable->per); key++)
            changes[variable->slot + key] = false;
    }
    for (size_t place = 0; place < scenario->formula_count; place++) {
        const struct formula *formula = &scenario->formulas[scenario->formula_order[place]];
        for (size_t key = 0; key < per_count(scenario, formula->per); key++)
            changes[formula->slot + key] = reads_any(formula->values[key], changes);
    }
    return changes;
}

bool reads_any(const struct expression *expression, const bool *slots)
{
    size_t count = 0;
    const uint32_t *reads = expression ? expression_reads(expression, &count) : NULL;
    for (size_t index = 0; index < count; index++)
        if (slots[reads[index]])
            return true;
    return false;
}
