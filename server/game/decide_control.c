/* Control adjudicates: values, signatures, texts, rulings, marks, the debrief. */
#include "decide.h"

/* The shortest words that name a place in the world: "sou.support", "escalation". */
static struct text variable_name(struct scratch *scratch, uint32_t variable, int32_t key)
{
    const struct variable *rule = &scratch->scenario->variables[variable];
    if (rule->per == PER_NONE || key < 0)
        return rule->id;
    struct text owner = rule->per == PER_PARTY ? scratch->scenario->parties[key].id
                                               : scratch->scenario->regions[key].id;
    return arena_print(scratch->arena, "%.*s.%.*s", TEXT_ARGUMENTS(owner),
                       TEXT_ARGUMENTS(rule->id));
}

static bool check_key(struct scratch *scratch, uint32_t variable, int32_t key, struct text path)
{
    const struct scenario *scenario = scratch->scenario;
    enum per per = scenario->variables[variable].per;
    size_t count = per == PER_PARTY    ? scenario->party_count
                   : per == PER_REGION ? scenario->region_count
                                       : 0;
    bool right = per == PER_NONE ? key < 0 : key >= 0 && (size_t)key < count;
    return right || refuse(scratch, "variable.unknown", path,
                           per == PER_NONE ? "\"%.*s\" is one value for all."
                                           : "Say whose \"%.*s\" you mean, as in expressions.",
                           TEXT_ARGUMENTS(scenario->variables[variable].id));
}

static bool in_domain(const struct scenario *scenario, const struct domain *domain, int64_t value)
{
    switch (domain->hold) {
    case HOLD_INT:
        return !domain->bounded || (value >= domain->min && value <= domain->max);
    case HOLD_BOOL:
        return value == 0 || value == 1;
    case HOLD_OPTION:
        for (size_t index = 0; index < domain->option_count; index++)
            if (domain->options[index].string == value)
                return true;
        return false;
    case HOLD_PARTY:
        return value >= 0 && (size_t)value < scenario->party_count &&
               (domain->of_parties & party_bit((int)value));
    case HOLD_REGION:
        return value >= 0 && (size_t)value < scenario->region_count;
    case HOLD_PARTIES:
        break;
    }
    return !((party_set)value & ~domain->of_parties);
}

static bool check_value(struct scratch *scratch, uint32_t variable, int32_t key, int64_t value,
                        struct text path)
{
    const struct domain *domain = &scratch->scenario->variables[variable].domain;
    if (in_domain(scratch->scenario, domain, value))
        return true;
    struct text name = variable_name(scratch, variable, key);
    if (domain->hold == HOLD_INT)
        return refuse(scratch, "variable.out_of_range", path,
                      "%.*s must be between %lld and %lld; %lld is not.", TEXT_ARGUMENTS(name),
                      (long long)domain->min, (long long)domain->max, (long long)value);
    return refuse(scratch, "variable.out_of_range", path, "This is no value that %.*s can have.",
                  TEXT_ARGUMENTS(name));
}

static bool check_reason(struct scratch *scratch)
{
    struct text reason = scratch->command->text;
    if (reason.length == 0)
        return refuse(scratch, "parameter.missing", TEXT("reason"),
                      "Say why: the reason is recorded.");
    return check_words(scratch, reason, TEXT("reason"), MESSAGE_CHARACTERS_MAX);
}

void decide_variable_set(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (!check_key(scratch, command->subject, command->key, TEXT("name")) ||
        !check_value(scratch, command->subject, command->key, command->value, TEXT("value")) ||
        !check_reason(scratch))
        return;
    scratch_emit(scratch, (struct event){.type = EVENT_SET,
                                         .variable = command->subject,
                                         .variable_key = command->key,
                                         .value = command->value,
                                         .text = command->text});
}

/* The variable of a name as in expressions: "sou.support". */
static bool find_variable(struct scratch *scratch, struct text name, uint32_t *variable,
                          int32_t *key)
{
    const struct scenario *scenario = scratch->scenario;
    size_t dot = 0;
    while (dot < name.length && name.at[dot] != '.')
        dot++;
    bool dotted = dot < name.length;
    struct text owner = {name.at, dotted ? dot : 0};
    struct text id = dotted ? (struct text){name.at + dot + 1, name.length - dot - 1} : name;
    int found = scenario_variable(scenario, id);
    if (found < 0)
        return false;
    *variable = (uint32_t)found;
    *key = NONE;
    enum per per = scenario->variables[found].per;
    if (dotted)
        *key = per == PER_PARTY    ? scenario_party(scenario, owner)
               : per == PER_REGION ? scenario_region(scenario, owner)
                                   : NONE;
    return dotted == (per != PER_NONE) && (!dotted || *key != NONE);
}

struct written_effect {
    uint32_t variable;
    int32_t key;
    int64_t value;
};

static bool effect_read(struct scratch *scratch, const struct tree *effect, size_t index,
                        struct written_effect *written)
{
    struct text path = arena_print(scratch->arena, "effects.%zu", index);
    struct text set = TEXT("");
    const struct tree *to = tree_get(effect, TEXT("to"));
    if (!tree_get_text(effect, TEXT("set"), &set) || !to)
        return refuse(scratch, "parameter.missing", path,
                      "An effect says what to set, and to what: {set, to}.");
    if (!find_variable(scratch, set, &written->variable, &written->key))
        return refuse(scratch, "variable.unknown",
                      arena_print(scratch->arena, "%.*s.set", TEXT_ARGUMENTS(path)),
                      "There is no variable \"%.*s\".", TEXT_ARGUMENTS(set));
    struct text to_path = arena_print(scratch->arena, "%.*s.to", TEXT_ARGUMENTS(path));
    const struct domain *domain = &scratch->scenario->variables[written->variable].domain;
    const char *wrong =
        domain_from_tree(scratch->scenario, domain, to, &written->value, scratch->arena);
    if (wrong)
        return refuse(scratch, "variable.out_of_range", to_path, "%s", wrong);
    return check_value(scratch, written->variable, written->key, written->value, to_path);
}

bool effects_check(struct scratch *scratch, const struct tree *effects)
{
    if (!effects)
        return true;
    if (effects->kind != TREE_LIST)
        return refuse(scratch, "parameter.invalid", TEXT("effects"),
                      "Effects are a list: [{set, to}].");
    if (effects->count > EFFECTS_MAX)
        return refuse(scratch, "parameter.invalid", TEXT("effects"),
                      "At most %d effects at a time.", EFFECTS_MAX);
    struct written_effect written;
    for (size_t index = 0; index < effects->count; index++)
        if (!effect_read(scratch, effects->members[index].value, index, &written))
            return false;
    return true;
}

void effects_write(struct scratch *scratch, const struct tree *effects, struct text reason)
{
    for (size_t index = 0; effects && index < effects->count; index++) {
        struct written_effect written;
        if (effect_read(scratch, effects->members[index].value, index, &written))
            scratch_emit(scratch, (struct event){.type = EVENT_SET,
                                                 .variable = written.variable,
                                                 .variable_key = written.key,
                                                 .value = written.value,
                                                 .text = reason});
    }
}

void decide_signature_void(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_not_final(scratch))
        return;
    if (text->status != INSTRUMENT_IN_FORCE && !check_draft(scratch, text))
        return;
    if (command->party < 0 || (size_t)command->party >= scratch->scenario->party_count ||
        !(text->signed_by & party_bit(command->party))) {
        refuse(scratch, "signature.none", TEXT("party"),
               "This delegation has not signed the text.");
        return;
    }
    if (!check_reason(scratch))
        return;
    /* Of a text in force, what needed the signature waits for it again. */
    for (size_t index = 0; index < text->draft->clause_count; index++) {
        uint32_t key = text->draft->clauses[index].key;
        if (text->clauses[index] == CLAUSE_SETTLED &&
            (scratch->position.bound[key] & party_bit(command->party)))
            scratch_emit(scratch, (struct event){.type = EVENT_DORMANT,
                                                 .instrument = text->id,
                                                 .key = key,
                                                 .flag = true});
    }
    scratch_emit(scratch, (struct event){.type = EVENT_UNSIGNED,
                                         .instrument = text->id,
                                         .party = command->party,
                                         .flag = true,
                                         .text = command->text});
}

void decide_instrument_end(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_not_final(scratch))
        return;
    if (text->status != INSTRUMENT_IN_FORCE && !check_draft(scratch, text))
        return;
    if (!check_reason(scratch))
        return;
    for (size_t index = 0; index < text->draft->clause_count; index++)
        if (text->clauses[index] == CLAUSE_SETTLED)
            scratch_emit(scratch, (struct event){.type = EVENT_UNSETTLED,
                                                 .instrument = text->id,
                                                 .key = text->draft->clauses[index].key});
    scratch_emit(scratch, (struct event){.type = EVENT_ENDED,
                                         .instrument = text->id,
                                         .text = scratch->command->text});
}

static bool ruling_taken(const struct scratch *scratch, struct text id)
{
    const struct game *game = scratch->game;
    for (size_t index = 0; index < game->minute_count; index++)
        if (game->minutes[index].event->type == EVENT_RULING &&
            text_equal(game->minutes[index].event->id, id))
            return true;
    return false;
}

void decide_ruling(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (!check_words(scratch, command->text, TEXT("text"), MESSAGE_CHARACTERS_MAX) ||
        !effects_check(scratch, command->effects))
        return;
    struct text content =
        arena_print(scratch->arena, "%llx %.*s", (unsigned long long)command->to_parties,
                    TEXT_ARGUMENTS(command->text));
    scratch_emit(scratch, (struct event){.type = EVENT_RULING,
                                         .id = scratch_id(scratch, "ruling", content, ruling_taken),
                                         .text = command->text,
                                         .parties = command->to_parties});
    effects_write(scratch, command->effects, command->to_parties ? TEXT("") : command->text);
}

void decide_mark(struct scratch *scratch)
{
    if (check_words(scratch, scratch->command->text, TEXT("text"), MESSAGE_CHARACTERS_MAX))
        scratch_emit(scratch, (struct event){.type = EVENT_MARKED, .text = scratch->command->text});
}

void decide_debrief_open(struct scratch *scratch)
{
    bool on = scratch->command->flag;
    if (!scratch->position.final) {
        refuse(scratch, "phase.not_allowed", TEXT(""),
               "Scores are shown to others only in the final phase.");
        return;
    }
    if (scratch->position.debrief != on)
        scratch_emit(scratch, (struct event){.type = EVENT_DEBRIEF, .flag = on});
}
