#include "sight.h"

static size_t key_count(const struct scenario *scenario, enum per per)
{
    return per == PER_PARTY    ? scenario->party_count
           : per == PER_REGION ? scenario->region_count
                               : 1;
}

static bool is_seen(const struct visibility *seen_by, enum per per, size_t key, int party)
{
    if (seen_by->all || party == NONE)
        return seen_by->all;
    if (seen_by->own)
        return per == PER_PARTY && key == (size_t)party;
    return seen_by->parties & party_bit(party);
}

/* Choices that stay closed until the end are seen by nobody before, but by who made them. */
static void hide_choices(const struct scenario *scenario, const struct decision *decision,
                         int party, bool *unseen)
{
    for (size_t chooser = 0; chooser < scenario->party_count; chooser++)
        unseen[decision->choice_slot + chooser] = party == NONE || chooser != (size_t)party;
    for (size_t option = 0; option < decision->option_count; option++)
        unseen[decision->count_slot + option] = true;
}

const bool *sight_unseen(const struct scenario *scenario, int party, bool final,
                         struct arena *arena)
{
    bool *unseen = ARENA_ARRAY(arena, bool, scenario->world_count);
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        for (size_t key = 0; key < key_count(scenario, variable->per); key++)
            unseen[variable->slot + key] = !is_seen(&variable->seen_by, variable->per, key, party);
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        for (size_t key = 0; key < key_count(scenario, formula->per); key++)
            unseen[formula->slot + key] = !is_seen(&formula->seen_by, formula->per, key, party);
    }
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        if (decision->revealed_final && !final)
            hide_choices(scenario, decision, party, unseen);
    }
    return unseen;
}

bool sight_hides(const struct scenario *scenario, const bool *unseen)
{
    for (uint32_t slot = 0; slot < scenario->state_count; slot++)
        if (unseen[slot])
            return true;
    return false;
}

static int64_t stand_in(const struct domain *domain, enum fill fill)
{
    if (domain->hold == HOLD_INT && domain->bounded)
        return fill == FILL_LEAST  ? domain->min
               : fill == FILL_MOST ? domain->max
                                   : domain->min / 2 + domain->max / 2;
    if (domain->hold == HOLD_BOOL)
        return fill == FILL_MOST;
    if (domain->hold == HOLD_OPTION && fill != FILL_MIDDLE)
        return domain->options[fill == FILL_LEAST ? 0 : domain->option_count - 1].string;
    return 0;
}

static void choices_fill(const struct scenario *scenario, const struct decision *decision,
                         const bool *unseen, int64_t *slots, enum fill fill)
{
    size_t option = fill == FILL_LEAST ? 0 : decision->option_count - 1;
    int64_t count = 0;
    for (size_t party = 0; party < scenario->party_count; party++) {
        if (!unseen[decision->choice_slot + party])
            continue;
        slots[decision->choice_slot + party] =
            fill == FILL_MIDDLE ? 0 : decision->options[option].string;
        count++;
    }
    for (size_t at = 0; at < decision->option_count; at++)
        if (unseen[decision->count_slot + at])
            slots[decision->count_slot + at] = fill != FILL_MIDDLE && at == option ? count : 0;
}

void sight_fill(const struct scenario *scenario, const bool *unseen, int64_t *slots, enum fill fill)
{
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        for (size_t key = 0; key < key_count(scenario, variable->per); key++)
            if (unseen[variable->slot + key])
                slots[variable->slot + key] = stand_in(&variable->domain, fill);
    }
    for (size_t index = 0; index < scenario->decision_count; index++)
        choices_fill(scenario, &scenario->decisions[index], unseen, slots, fill);
}

int64_t sight_blocked(const bool *unseen, const struct expression *expression)
{
    if (!unseen || !expression)
        return NONE;
    size_t count;
    const uint32_t *reads = expression_reads(expression, &count);
    for (size_t index = 0; index < count; index++)
        if (unseen[reads[index]])
            return reads[index];
    return NONE;
}

party_set sight_binds(const struct scenario *scenario, const bool *unseen, struct world *world,
                      uint32_t key, const int64_t *terms)
{
    bool failed;
    if (sight_blocked(unseen, scenario->keys[key].binds) != NONE)
        return 0;
    return clause_binds(scenario, world, key, terms, &failed);
}

void sight_settle(const struct scenario *scenario, const bool *unseen, struct world *world,
                  uint32_t key, const int64_t *terms)
{
    if (sight_blocked(unseen, scenario->keys[key].binds) == NONE) {
        world_settle(scenario, world, key, terms, sight_binds(scenario, unseen, world, key, terms));
        return;
    }
    int64_t *slots = world->slots + scenario->keys[key].slot;
    size_t count = scenario->clause_types[scenario->keys[key].type].term_count;
    slots[0] = 1;
    for (size_t index = 0; index < count; index++)
        slots[1 + index] = terms[index];
}

bool sight_requires(const struct scenario *scenario, const bool *unseen, uint32_t key)
{
    const struct clause_key *clause = &scenario->keys[key];
    for (size_t index = 0; index < clause->requirement_count; index++)
        if (sight_blocked(unseen, clause->requirements[index].that) != NONE)
            return false;
    return true;
}

struct text sight_name(const struct scenario *scenario, uint32_t slot)
{
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        if (slot >= variable->slot && slot - variable->slot < key_count(scenario, variable->per))
            return variable->id;
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        if (slot >= formula->slot && slot - formula->slot < key_count(scenario, formula->per))
            return formula->id;
    }
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        bool choice =
            slot >= decision->choice_slot && slot - decision->choice_slot < scenario->party_count;
        bool counted =
            slot >= decision->count_slot && slot - decision->count_slot < decision->option_count;
        if (choice || counted)
            return decision->id;
    }
    return TEXT("");
}
