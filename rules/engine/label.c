/* Who may see what: every slot of the world has a label, the set of parties that may see it
 * (control sees all), and what a party is shown may read only what it may see. */
#include "loader.h"

struct labels {
    struct loader *loader;
    party_set everyone;
    party_set *slots; /* [next_local] */
};

static party_set seen_by(const struct labels *labels, const struct visibility *visibility,
                         size_t key)
{
    if (visibility->all)
        return labels->everyone;
    return visibility->own ? party_bit((int)key) : visibility->parties;
}

static void label_choices(struct labels *labels, const struct decision *decision)
{
    const struct scenario *scenario = labels->loader->scenario;
    if (!decision->revealed_final)
        return;
    for (size_t party = 0; party < scenario->party_count; party++)
        labels->slots[decision->choice_slot + party] = party_bit((int)party);
    for (size_t option = 0; option < decision->option_count; option++)
        labels->slots[decision->count_slot + option] = 0;
}

static void open_choices(const struct labels *labels, const struct decision *decision)
{
    size_t parties = labels->loader->scenario->party_count;
    for (size_t party = 0; party < parties; party++)
        labels->slots[decision->choice_slot + party] = labels->everyone;
    for (size_t option = 0; option < decision->option_count; option++)
        labels->slots[decision->count_slot + option] = labels->everyone;
}

static void label_slots(struct labels *labels)
{
    const struct scenario *scenario = labels->loader->scenario;
    for (size_t slot = 0; slot < labels->loader->next_local; slot++)
        labels->slots[slot] = labels->everyone;
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        for (size_t key = 0; key < per_count(scenario, variable->per); key++)
            labels->slots[variable->slot + key] = seen_by(labels, &variable->seen_by, key);
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        for (size_t key = 0; key < per_count(scenario, formula->per); key++)
            labels->slots[formula->slot + key] = seen_by(labels, &formula->seen_by, key);
    }
    for (size_t index = 0; index < scenario->decision_count; index++)
        label_choices(labels, &scenario->decisions[index]);
}

static struct text keyed_name(const struct labels *labels, enum per per, size_t key, struct text id)
{
    const struct scenario *scenario = labels->loader->scenario;
    if (per == PER_NONE)
        return id;
    struct text owner = per == PER_PARTY ? scenario->parties[key].id : scenario->regions[key].id;
    return arena_print(labels->loader->arena, "%.*s.%.*s", TEXT_ARGUMENTS(owner),
                       TEXT_ARGUMENTS(id));
}

/* What a secret slot is called in expressions: a variable, a formula, a choice or its count. */
static struct text slot_name(const struct labels *labels, uint32_t slot)
{
    const struct scenario *scenario = labels->loader->scenario;
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        if (slot >= variable->slot && slot - variable->slot < per_count(scenario, variable->per))
            return keyed_name(labels, variable->per, slot - variable->slot, variable->id);
    }
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        if (slot >= formula->slot && slot - formula->slot < per_count(scenario, formula->per))
            return keyed_name(labels, formula->per, slot - formula->slot, formula->id);
    }
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        if (slot >= decision->choice_slot && slot - decision->choice_slot < scenario->party_count)
            return keyed_name(labels, PER_PARTY, slot - decision->choice_slot, decision->id);
        if (slot >= decision->count_slot && slot - decision->count_slot < decision->option_count)
            return arena_print(labels->loader->arena, "%.*s.count('%.*s')",
                               TEXT_ARGUMENTS(decision->id),
                               TEXT_ARGUMENTS(decision->options[slot - decision->count_slot].id));
    }
    return TEXT("a secret");
}

/* The first slot that an expression reads and not all of `viewers` may see, or -1; *who is one who
 * may not. */
static int64_t find_secret(const struct labels *labels, const struct expression *expression,
                           party_set viewers, int *who)
{
    size_t count = 0;
    const uint32_t *reads = expression ? expression_reads(expression, &count) : NULL;
    for (size_t index = 0; index < count; index++) {
        party_set blind = viewers & ~labels->slots[reads[index]];
        if (!blind)
            continue;
        *who = __builtin_ctzll(blind);
        return reads[index];
    }
    return -1;
}

/* An error: `what` shows a party what it may not see. True where all is well. */
static bool check_reads(const struct labels *labels, const struct datum *datum,
                        const struct expression *expression, party_set viewers, const char *what)
{
    int who = 0;
    int64_t slot = find_secret(labels, expression, viewers, &who);
    if (slot < 0)
        return true;
    struct text name = slot_name(labels, (uint32_t)slot);
    struct text party = labels->loader->scenario->parties[who].id;
    fault(labels->loader, datum, "%s is shown to '%.*s', but reads %.*s, which '%.*s' may not see.",
          what, TEXT_ARGUMENTS(party), TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(party));
    return false;
}

/* A warning: that something happens tells others what they may not see. */
static bool check_reveals(const struct labels *labels, const struct datum *datum,
                          const struct expression *expression, party_set viewers)
{
    int who = 0;
    int64_t slot = find_secret(labels, expression, viewers, &who);
    if (slot < 0)
        return true;
    struct text name = slot_name(labels, (uint32_t)slot);
    struct text party = labels->loader->scenario->parties[who].id;
    warn(labels->loader, datum, "This makes %.*s known to '%.*s', who may not see it.",
         TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(party));
    return false;
}

static const struct datum *section(const struct labels *labels, const char *name, size_t index)
{
    return &datum_get(labels->loader->root, text_of(name))->members[index];
}

static void check_formulas(const struct labels *labels)
{
    const struct scenario *scenario = labels->loader->scenario;
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        const struct datum *value = datum_get(section(labels, "formulas", index), TEXT("value"));
        bool good = !formula->declassify &&
                    !member_is_spoilt(section(labels, "formulas", index), "seen_by");
        for (size_t key = 0; good && key < per_count(scenario, formula->per); key++)
            good = check_reads(labels, value, formula->values[key],
                               seen_by(labels, &formula->seen_by, key), "This formula");
    }
}

static void check_scores(const struct labels *labels)
{
    const struct scenario *scenario = labels->loader->scenario;
    const struct datum *scores = datum_get(labels->loader->root, TEXT("scores"));
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct score *score = &scenario->scores[party];
        const struct datum *datum = datum_get(scores, scenario->parties[party].id);
        const struct datum *items = datum_get(datum, TEXT("items"));
        party_set viewer = party_bit((int)party);
        for (size_t index = 0; index < score->item_count; index++) {
            const struct score_item *item = &score->items[index];
            const struct datum *member = &items->members[index];
            (void)check_reads(labels, datum_get(member, TEXT("points")), item->points, viewer,
                              "This item");
            if (item->expected != item->points)
                (void)check_reads(labels, datum_get(member, TEXT("expected")), item->expected,
                                  viewer, "This item");
        }
        (void)check_reads(labels, datum_get(datum, TEXT("no_deal")), score->no_deal, viewer,
                          "This value");
        const struct datum *list = datum_get(datum_get(labels->loader->root, TEXT("instructions")),
                                             scenario->parties[party].id);
        for (size_t index = 0; index < scenario->instruction_counts[party]; index++)
            (void)check_reads(labels, datum_get(&list->members[index], TEXT("that")),
                              scenario->instructions[party][index].that, viewer,
                              "This instruction");
    }
}

/* Everyone who notices that an effect of a list has run: who is told, or sees the game end. */
static party_set witnesses(const struct labels *labels, struct effects effects)
{
    party_set all = 0;
    for (size_t index = 0; index < effects.count; index++) {
        const struct effect *effect = &effects.items[index];
        if (effect->kind == EFFECT_SAY)
            all |= seen_by(labels, &effect->to_whom, 0);
        else if (effect->kind == EFFECT_END)
            all |= labels->everyone;
        else if (effect->kind == EFFECT_EACH)
            all |= witnesses(labels, effect->body);
    }
    return all;
}

static void check_effects(const struct labels *labels, const struct datum *list,
                          struct effects effects)
{
    for (size_t index = 0; index < effects.count; index++) {
        const struct effect *effect = &effects.items[index];
        const struct datum *datum = &list->members[index];
        party_set viewers = witnesses(labels, (struct effects){effect, 1});
        if (effect->when)
            (void)check_reveals(labels, datum_get(datum, TEXT("when")), effect->when, viewers);
        if (effect->listeners)
            (void)check_reveals(labels, datum_get(datum, TEXT("to")), effect->listeners, viewers);
        if (effect->kind != EFFECT_EACH || !effect->in)
            continue;
        (void)check_reveals(labels, datum_get(datum, TEXT("in")), effect->in, viewers);
        check_effects(labels, datum_get(datum, TEXT("do")), effect->body);
    }
}

/* For each clause type and condition: everyone who may be invited to a text that has it. */
struct audiences {
    party_set *clauses;
    party_set *conditions;
};

static void check_instruments(const struct labels *labels, struct audiences *audiences)
{
    const struct scenario *scenario = labels->loader->scenario;
    for (size_t index = 0; index < scenario->instrument_count; index++) {
        const struct instrument_type *type = &scenario->instruments[index];
        const struct datum *datum = section(labels, "instruments", index);
        party_set open = open_parties(labels->loader, type);
        for (size_t clause = 0; clause < type->clause_type_count; clause++)
            audiences->clauses[type->clause_types[clause]] |= open;
        for (size_t condition = 0; condition < type->condition_count; condition++)
            audiences->conditions[type->conditions[condition]] |= open;
        (void)check_reads(labels, datum_get(datum, TEXT("open_to")), type->open_to,
                          labels->everyone, "Whom it is open to");
        const struct datum *in_force = datum_get(datum, TEXT("in_force_when"));
        if (in_force)
            (void)check_reveals(labels, in_force, type->in_force_when, labels->everyone);
        const struct datum *ratified = datum_get(datum, TEXT("ratified_when"));
        bool good = type->ratified_when != NULL;
        for (size_t party = 0; good && party < scenario->party_count; party++)
            good = check_reveals(labels, ratified, type->ratified_when[party], labels->everyone);
    }
}

static bool check_key(const struct labels *labels, const struct clause_key *key,
                      const struct datum *datum, party_set audience)
{
    const struct datum *requires = datum_get(datum, TEXT("requires"));
    bool good = check_reads(labels, datum_get(datum, TEXT("binds")), key->binds, audience,
                            "Whom a clause binds");
    for (size_t index = 0; index < key->requirement_count; index++)
        good = check_reads(labels, datum_get(&requires->members[index], TEXT("that")),
                           key->requirements[index].that, audience, "What a clause requires") &&
               good;
    check_effects(labels, datum_get(datum, TEXT("on_entry")), key->on_entry);
    return good;
}

static void check_clauses(const struct labels *labels, const struct audiences *audiences)
{
    const struct scenario *scenario = labels->loader->scenario;
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        const struct clause_type *type = &scenario->clause_types[index];
        const struct datum *datum = section(labels, "clauses", index);
        bool good = true;
        for (uint32_t key = 0; good && key < type->key_count; key++)
            good = check_key(labels, &scenario->keys[type->first_key + key], datum,
                             audiences->clauses[index]);
    }
    for (size_t index = 0; index < scenario->condition_count; index++)
        (void)check_reads(labels, datum_get(section(labels, "conditions", index), TEXT("when")),
                          scenario->conditions[index].when, audiences->conditions[index],
                          "This condition");
}

/* Whoever is asked notices, and so do all when the choices are shown. */
static void check_decisions(const struct labels *labels)
{
    const struct scenario *scenario = labels->loader->scenario;
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        const struct datum *datum = section(labels, "decisions", index);
        if (datum_get(datum, TEXT("by")))
            (void)check_reveals(labels, datum_get(datum, TEXT("by")), decision->by,
                                labels->everyone);
        check_effects(labels, datum_get(datum, TEXT("resolve")), decision->resolve);
    }
}

/* How it ended is told to all. By then all choices are open, and no secrets any more: the labels
 * are changed, so this comes last. */
static void check_outcomes(const struct labels *labels)
{
    const struct scenario *scenario = labels->loader->scenario;
    const struct datum *list = datum_get(labels->loader->root, TEXT("outcomes"));
    for (size_t index = 0; index < scenario->decision_count; index++)
        open_choices(labels, &scenario->decisions[index]);
    for (size_t index = 0; index < scenario->outcome_count; index++)
        (void)check_reveals(labels, datum_get(&list->members[index], TEXT("when")),
                            scenario->outcomes[index].when, labels->everyone);
}

static void check_events(const struct labels *labels)
{
    const struct scenario *scenario = labels->loader->scenario;
    for (size_t index = 0; index < scenario->inject_count; index++) {
        const struct inject *inject = &scenario->injects[index];
        const struct datum *datum = section(labels, "injects", index);
        party_set viewers =
            seen_by(labels, &inject->seen_by, 0) | witnesses(labels, inject->effects);
        if (datum_get(datum, TEXT("when")))
            (void)check_reveals(labels, datum_get(datum, TEXT("when")), inject->when, viewers);
        if (datum_get(datum, TEXT("chance")))
            (void)check_reveals(labels, datum_get(datum, TEXT("chance")), inject->chance, viewers);
        check_effects(labels, datum_get(datum, TEXT("effects")), inject->effects);
    }
    for (size_t index = 0; index < scenario->phase_count; index++) {
        const struct phase *phase = &scenario->phases[index];
        const struct datum *datum = section(labels, "phases", index);
        if (datum_get(datum, TEXT("when")))
            (void)check_reveals(labels, datum_get(datum, TEXT("when")), phase->when,
                                labels->everyone);
        check_effects(labels, datum_get(datum, TEXT("each_round")), phase->each_round);
    }
}

void check_labels(struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    struct labels labels = {.loader = loader,
                            .slots = ARENA_ARRAY(loader->arena, party_set, loader->next_local)};
    for (size_t party = 0; party < scenario->party_count; party++)
        labels.everyone |= party_bit((int)party);
    struct audiences audiences = {
        ARENA_ARRAY(loader->arena, party_set, scenario->clause_type_count),
        ARENA_ARRAY(loader->arena, party_set, scenario->condition_count)};
    label_slots(&labels);
    check_formulas(&labels);
    check_scores(&labels);
    check_instruments(&labels, &audiences);
    check_clauses(&labels, &audiences);
    check_decisions(&labels);
    check_events(&labels);
    check_outcomes(&labels);
}
