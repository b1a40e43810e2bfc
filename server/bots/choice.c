/* What each option would bring: the rest of the phase is played through some times, with the
 * scenario's own effects, in the world as the party sees it; the others do what the scenario takes
 * for granted, and now and then something else. The dice are the bot's own, and the same for every
 * option. */
#include "choice.h"

#include <string.h>

enum {
    SAMPLES = 6,
    SURPRISE_PERCENT = 10, /* that another party does not do what is taken for granted */
    ADVANTAGE = SAMPLES,   /* one point on average, before the bot does anything else itself */
};

struct rollout {
    struct mind *mind;
    struct world world;
    struct seed seed;
    const struct expression **formulas; /* [world_count]: what a slot's value is computed by */
    bool *stale;                        /* [world_count]: it is to be computed anew */
};

static void formulas_list(struct rollout *rollout)
{
    const struct scenario *scenario = rollout->mind->scenario;
    struct arena *arena = rollout->mind->arena;
    rollout->formulas = ARENA_ARRAY(arena, const struct expression *, scenario->world_count);
    rollout->stale = ARENA_ARRAY(arena, bool, scenario->world_count);
    for (size_t index = 0; index < scenario->derivation_count; index++)
        rollout->formulas[scenario->derivations[index].slot] = scenario->derivations[index].value;
}

/* The world as the party sees it, formulas computed. */
static void rollout_begin(struct rollout *rollout)
{
    const struct world *seen = &rollout->mind->outlook.world;
    memcpy(rollout->world.slots, seen->slots, seen->count * sizeof *seen->slots);
    memcpy(rollout->world.failed, seen->failed, seen->count);
    memset(rollout->stale, false, rollout->mind->scenario->world_count);
}

/* All formulas that go by the slot, directly or not. */
static void readers_wake(struct rollout *rollout, uint32_t slot)
{
    const struct scenario *scenario = rollout->mind->scenario;
    for (uint32_t at = scenario->reader_starts[slot]; at < scenario->reader_starts[slot + 1];
         at++) {
        uint32_t reader = scenario->derivations[scenario->readers[at]].slot;
        if (rollout->stale[reader])
            continue;
        rollout->stale[reader] = true;
        readers_wake(rollout, reader);
    }
}

static void slot_put(struct rollout *rollout, uint32_t slot, int64_t value)
{
    if (rollout->world.slots[slot] == value)
        return;
    rollout->world.slots[slot] = value;
    readers_wake(rollout, slot);
}

/* Computes the formulas that it reads, where something that they read has changed: no others are
 * asked for. */
static void formulas_need(struct rollout *rollout, const struct expression *expression)
{
    size_t count;
    const uint32_t *reads = expression_reads(expression, &count);
    for (size_t index = count;
         index-- > 0 && reads[index] >= rollout->mind->scenario->state_count;) {
        uint32_t slot = reads[index];
        if (!rollout->formulas[slot] || !rollout->stale[slot])
            continue;
        rollout->stale[slot] = false;
        formulas_need(rollout, rollout->formulas[slot]);
        struct result result = expression_run(rollout->formulas[slot], &rollout->world, NULL);
        rollout->world.slots[slot] = result.failed ? 0 : result.value;
        rollout->world.failed[slot] = result.failed;
    }
}

static struct result run(struct rollout *rollout, const struct expression *expression,
                         struct text place)
{
    formulas_need(rollout, expression);
    struct draw_place draw = {rollout->seed, place};
    return expression_run(expression, &rollout->world, &draw);
}

static bool is_true(struct rollout *rollout, const struct expression *expression, struct text place)
{
    if (!expression)
        return true;
    struct result result = run(rollout, expression, place);
    return !result.failed && result.value;
}

/* Where an expression of an effect draws; nowhere, where it throws no dice: most do not, and the
 * name of the place would cost more than they do. */
static struct text part(const struct rollout *rollout, const struct effect *effect,
                        const struct expression *expression, const char *name, struct text place)
{
    if (!expression || !expression_draws(expression))
        return TEXT("");
    return ARENA_JOIN(rollout->mind->arena, effect->path, TEXT("."), text_of(name), TEXT("/"),
                      place);
}

static void set(struct rollout *rollout, const struct effect *effect, struct text place)
{
    const struct variable *variable = &rollout->mind->scenario->variables[effect->variable];
    struct result key = {.value = 0};
    if (effect->key)
        key = run(rollout, effect->key, place);
    struct result to = run(rollout, effect->to, part(rollout, effect, effect->to, "to", place));
    if (key.failed || to.failed)
        return;
    const struct domain *domain = &variable->domain;
    if (domain->hold == HOLD_INT && domain->bounded)
        to.value = to.value < domain->min   ? domain->min
                   : to.value > domain->max ? domain->max
                                            : to.value;
    slot_put(rollout, variable->slot + (uint32_t)key.value, to.value);
}

static void effects_play(struct rollout *rollout, const struct effects *effects, struct text place)
{
    for (size_t index = 0; index < effects->count; index++) {
        const struct effect *effect = &effects->items[index];
        if (!is_true(rollout, effect->when, part(rollout, effect, effect->when, "when", place)))
            continue;
        if (effect->kind == EFFECT_SET)
            set(rollout, effect, place);
        if (effect->kind != EFFECT_EACH)
            continue;
        int64_t values[REGIONS_MAX];
        size_t count = 0;
        formulas_need(rollout, effect->in);
        struct draw_place draw = {rollout->seed, part(rollout, effect, effect->in, "in", place)};
        if (!expression_run_list(effect->in, &rollout->world, &draw, values, REGIONS_MAX, &count))
            continue;
        for (size_t item = 0; item < count && item < REGIONS_MAX; item++) {
            rollout->world.slots[effect->local_slot] = values[item];
            effects_play(rollout, &effect->body,
                         ARENA_JOIN(rollout->mind->arena, place, TEXT("/"),
                                    arena_integer(rollout->mind->arena, values[item])));
        }
    }
}

/* --- what all choose --- */

/* What the bot tries: this option of this decision, now. */
struct trial {
    uint32_t decision, option;
    bool now;
};

static uint32_t chosen_by(const struct rollout *rollout, const struct trial *trial, uint32_t index,
                          int party)
{
    const struct decision *decision = &rollout->mind->scenario->decisions[index];
    if (party == rollout->mind->party) {
        const struct outlook_decision *own = &rollout->mind->outlook.decisions[index];
        if (trial->now && index == trial->decision)
            return trial->option;
        return trial->now && own->chosen ? own->option : decision->start;
    }
    struct arena *arena = rollout->mind->arena;
    int64_t round = rollout->world.slots[rollout->mind->scenario->slot_round];
    struct text place =
        ARENA_JOIN(arena, TEXT("choice/"), arena_number(arena, index), TEXT("/"),
                   arena_integer(arena, party), TEXT("/"), arena_integer(arena, round));
    int64_t drawn = random_between(rollout->seed, place, 0, 99);
    if (drawn >= SURPRISE_PERCENT)
        return decision->start;
    return (uint32_t)drawn % (uint32_t)decision->option_count;
}

static void decision_play(struct rollout *rollout, const struct trial *trial, uint32_t index)
{
    const struct scenario *scenario = rollout->mind->scenario;
    const struct decision *decision = &scenario->decisions[index];
    int64_t asked[PARTIES_MAX];
    size_t count = 0;
    formulas_need(rollout, decision->by);
    if (!expression_run_list(decision->by, &rollout->world, NULL, asked, PARTIES_MAX, &count))
        return;
    for (uint32_t option = 0; option < decision->option_count; option++)
        slot_put(rollout, decision->count_slot + option, 0);
    for (size_t at = 0; at < count; at++) {
        uint32_t option = chosen_by(rollout, trial, index, (int)asked[at]);
        uint32_t counted = decision->count_slot + option;
        slot_put(rollout, decision->choice_slot + (uint32_t)asked[at],
                 decision->options[option].string);
        slot_put(rollout, counted, rollout->world.slots[counted] + 1);
    }
}

/* --- what then enters into force --- */

static void text_play(struct rollout *rollout, const struct outlook_text *text)
{
    struct mind *mind = rollout->mind;
    const struct scenario *scenario = mind->scenario;
    const struct instrument_type *type = &scenario->instruments[text->kind];
    const struct draft *draft = text->versions[0].draft;
    party_set signatories = text->signed_by & draft->invited;
    for (int party = 0; type->ratified_when && party < (int)scenario->party_count; party++)
        if ((signatories & party_bit(party)) &&
            !is_true(rollout, type->ratified_when[party], TEXT("")))
            signatories &= ~party_bit(party);
    rollout->world.slots[scenario->slot_signatories] = (int64_t)signatories;
    rollout->world.slots[scenario->slot_invited] = (int64_t)draft->invited;
    bool enters = type->in_force_when ? is_true(rollout, type->in_force_when, TEXT(""))
                                      : signatories == draft->invited;
    for (size_t at = 0; enters && at < draft->takes_effect_count; at++)
        enters = is_true(rollout, scenario->conditions[draft->takes_effect_if[at]].when, TEXT(""));
    for (size_t index = 0; enters && index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        struct clause_wish wish = {clause->key, clause->terms};
        uint32_t slot = scenario->keys[clause->key].slot;
        if (mind_binds(mind, &wish) & ~signatories)
            continue;
        slot_put(rollout, slot, 1);
        for (uint32_t term = 0; term < mind_type(mind, clause->key)->term_count; term++)
            slot_put(rollout, slot + 1 + term, clause->terms[term]);
    }
}

static void texts_play(struct rollout *rollout)
{
    for (size_t index = 0; index < rollout->mind->outlook.text_count; index++)
        if (rollout->mind->outlook.texts[index].draft)
            text_play(rollout, &rollout->mind->outlook.texts[index]);
}

/* --- rounds --- */

static void round_play(struct rollout *rollout, const struct trial *trial)
{
    const struct scenario *scenario = rollout->mind->scenario;
    uint32_t phase = (uint32_t)rollout->mind->outlook.phase;
    for (uint32_t index = 0; index < scenario->decision_count; index++)
        if (scenario->decisions[index].phase == phase)
            decision_play(rollout, trial, index);
    for (uint32_t index = 0; index < scenario->decision_count; index++)
        if (scenario->decisions[index].phase == phase)
            effects_play(rollout, &scenario->decisions[index].resolve, TEXT(""));
    texts_play(rollout);
    effects_play(rollout, &scenario->phases[phase].each_round, TEXT(""));
}

static int64_t score_expected(struct rollout *rollout)
{
    const struct score *score = &rollout->mind->scenario->scores[rollout->mind->party];
    int64_t total = 0;
    for (size_t index = 0; index < score->item_count; index++) {
        struct result points = run(rollout, score->items[index].expected, TEXT(""));
        if (!points.failed && __builtin_add_overflow(total, points.value, &total))
            return WORTH_NONE;
    }
    return worth_within(total);
}

static int64_t option_worth(struct mind *mind, uint32_t decision, uint32_t option)
{
    const struct outlook *outlook = &mind->outlook;
    struct rollout rollout = {.mind = mind, .world = world_open(mind->scenario, mind->arena)};
    int64_t sum = 0;
    formulas_list(&rollout);
    for (uint64_t sample = 0; sample < SAMPLES; sample++) {
        rollout_begin(&rollout);
        rollout.seed = (struct seed){sample, (uint64_t)mind->party};
        for (uint32_t round = outlook->round; round <= outlook->rounds; round++) {
            slot_put(&rollout, mind->scenario->slot_round, round);
            struct trial trial = {decision, option, round == outlook->round};
            round_play(&rollout, &trial);
        }
        sum += score_expected(&rollout);
    }
    return sum;
}

bool choice_wanted(struct mind *mind, struct command *command)
{
    const struct scenario *scenario = mind->scenario;
    for (uint32_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        const struct outlook_decision *asked = &mind->outlook.decisions[index];
        if (!asked->open || !asked->asked || asked->chosen)
            continue;
        uint32_t best = decision->start;
        int64_t most = option_worth(mind, index, best) + ADVANTAGE;
        for (uint32_t option = 0; option < decision->option_count; option++) {
            int64_t worth =
                option == decision->start ? INT64_MIN : option_worth(mind, index, option);
            if (worth < most)
                continue;
            best = option;
            most = worth;
        }
        command->type = COMMAND_CHOOSE;
        command->subject = index;
        command->option = best;
        return true;
    }
    return false;
}
