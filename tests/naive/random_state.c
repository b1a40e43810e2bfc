#include "random_state.h"

static size_t keys_of(const struct scenario *scenario, enum per per)
{
    return per == PER_NONE ? 1 : per == PER_PARTY ? scenario->party_count : scenario->region_count;
}

static party_set random_set(struct chooser *chooser, const struct scenario *scenario)
{
    return choose(chooser, (size_t)1 << scenario->party_count);
}

static void random_clauses(struct chooser *chooser, struct naive_world *naive)
{
    const struct scenario *scenario = naive->scenario;
    for (size_t key = 0; key < scenario->key_count; key++) {
        struct naive_clause *clause = &naive->clauses[key];
        const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
        clause->settled = choose_if(chooser, 20);
        clause->drafted = choose_if(chooser, 30);
        for (size_t term = 0; term < type->term_count; term++)
            clause->terms[term] = random_value(chooser, scenario, &type->terms[term].domain);
    }
    for (size_t type = 0; type < scenario->clause_type_count; type++)
        naive->bound[type] = random_set(chooser, scenario);
    for (size_t condition = 0; condition < scenario->condition_count; condition++)
        naive->conditional[condition] = choose_if(chooser, 50);
}

static void random_acts(struct chooser *chooser, struct naive_world *naive)
{
    const struct scenario *scenario = naive->scenario;
    for (size_t index = 0; index < scenario->instrument_count; index++)
        naive->texts[index] = (struct naive_instrument){
            choose_if(chooser, 50), (int64_t)choose(chooser, 4), random_set(chooser, scenario)};
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        for (size_t party = 0; party < scenario->party_count; party++) {
            size_t option = choose(chooser, decision->option_count + 1);
            naive->decisions[index].choices[party] =
                option < decision->option_count ? decision->options[option].id : TEXT("");
        }
        for (size_t option = 0; option < decision->option_count; option++)
            naive->decisions[index].counts[option] = (int64_t)choose(chooser, 4);
    }
}

/* Any state, whether or not play could lead to it. */
static void random_state(struct chooser *chooser, struct naive_world *naive)
{
    const struct scenario *scenario = naive->scenario;
    naive->round = (int64_t)choose(chooser, 5) + 1;
    naive->phase = scenario->phases[choose(chooser, scenario->phase_count)].id;
    naive->signatories = random_set(chooser, scenario);
    naive->invited = random_set(chooser, scenario);
    for (size_t index = 0; index < scenario->variable_count; index++)
        for (size_t key = 0; key < keys_of(scenario, scenario->variables[index].per); key++)
            naive->variables[index][key] =
                random_value(chooser, scenario, &scenario->variables[index].domain);
    random_clauses(chooser, naive);
    random_acts(chooser, naive);
}

static void pour_clauses(const struct naive_world *naive, int64_t *slots)
{
    const struct scenario *scenario = naive->scenario;
    for (size_t index = 0; index < scenario->key_count; index++) {
        const struct clause_key *key = &scenario->keys[index];
        const struct naive_clause *clause = &naive->clauses[index];
        slots[key->slot] = clause->settled;
        for (size_t term = 0; clause->settled && term < naive_terms(scenario, index); term++)
            slots[key->slot + 1 + term] = clause->terms[term];
        slots[scenario->clause_types[key->type].drafted_slot +
              (key->key < 0 ? 0 : (size_t)key->key)] = clause->drafted;
    }
    for (size_t type = 0; type < scenario->clause_type_count; type++)
        for (size_t party = 0; party < scenario->party_count; party++)
            slots[scenario->clause_types[type].bound_slot + party] =
                naive->bound[type] >> party & 1;
    for (size_t index = 0; index < scenario->condition_count; index++)
        slots[scenario->conditions[index].conditional_slot] = naive->conditional[index];
}

static void pour_decision(const struct naive_world *naive, size_t index, int64_t *slots)
{
    const struct decision *decision = &naive->scenario->decisions[index];
    for (size_t party = 0; party < naive->scenario->party_count; party++)
        for (size_t option = 0; option < decision->option_count; option++)
            if (text_equal(decision->options[option].id, naive->decisions[index].choices[party]))
                slots[decision->choice_slot + party] = decision->options[option].string;
    for (size_t option = 0; option < decision->option_count; option++)
        slots[decision->count_slot + option] = naive->decisions[index].counts[option];
}

struct world world_of(const struct naive_world *naive, struct arena *arena)
{
    const struct scenario *scenario = naive->scenario;
    struct world world = world_open(scenario, arena);
    world.slots[scenario->slot_round] = naive->round;
    for (size_t index = 0; index < scenario->phase_count; index++)
        if (text_equal(scenario->phases[index].id, naive->phase))
            world.slots[scenario->slot_phase] = scenario->phases[index].string;
    world.slots[scenario->slot_signatories] = (int64_t)naive->signatories;
    world.slots[scenario->slot_invited] = (int64_t)naive->invited;
    for (size_t index = 0; index < scenario->variable_count; index++)
        for (size_t key = 0; key < keys_of(scenario, scenario->variables[index].per); key++)
            world.slots[scenario->variables[index].slot + key] = naive->variables[index][key];
    pour_clauses(naive, world.slots);
    for (size_t index = 0; index < scenario->instrument_count; index++) {
        const struct instrument_type *type = &scenario->instruments[index];
        world.slots[type->slot] = naive->texts[index].in_force;
        world.slots[type->slot + 1] = naive->texts[index].signatures;
        for (size_t party = 0; party < scenario->party_count; party++)
            world.slots[type->signed_slot + party] = naive->texts[index].signed_by >> party & 1;
    }
    for (size_t index = 0; index < scenario->decision_count; index++)
        pour_decision(naive, index, world.slots);
    world_refresh(scenario, &world);
    return world;
}

struct state state_open(const struct scenario *scenario, struct arena *arena,
                        struct chooser *chooser)
{
    struct state state = {scenario, arena, naive_open(scenario, arena), {0}};
    if (chooser)
        random_state(chooser, &state.naive);
    state.world = world_of(&state.naive, arena);
    return state;
}

struct package random_package(struct chooser *chooser, const struct scenario *scenario,
                              struct arena *arena)
{
    struct clause_terms *clauses = ARENA_ARRAY(arena, struct clause_terms, scenario->key_count);
    struct package package = {clauses, 0};
    unsigned share = (unsigned)choose(chooser, 101);
    for (uint32_t key = 0; key < scenario->key_count; key++) {
        if (!choose_if(chooser, share))
            continue;
        const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
        int64_t *terms = ARENA_ARRAY(arena, int64_t, type->term_count);
        for (size_t term = 0; term < type->term_count; term++)
            terms[term] = random_value(chooser, scenario, &type->terms[term].domain);
        clauses[package.count++] = (struct clause_terms){key, terms};
    }
    return package;
}
