#include "reader.h"

#include <string.h>

/* The ids of an array of things that each hold one, for "did you mean". */
static struct text *ids_of(const struct reader *reader, const void *items, size_t count,
                           size_t size, size_t id_offset)
{
    struct text *ids = ARENA_ARRAY(reader->arena, struct text, count);
    for (size_t index = 0; index < count; index++)
        memcpy(&ids[index], (const char *)items + index * size + id_offset, sizeof(*ids));
    return ids;
}

#define IDS_OF(reader, items, count, type)                                                         \
    ids_of((reader), (items), (count), sizeof(type), offsetof(type, id))

bool reader_party(const struct reader *reader, struct text path, const struct tree *tree,
                  int *party)
{
    const struct scenario *scenario = reader->scenario;
    struct text id;
    if (!reader_text(reader, path, tree, &id))
        return false;
    *party = scenario_party(scenario, id);
    if (*party >= 0)
        return true;
    return reader_refuse_name(
        reader, "party.unknown", path, "a party", id,
        IDS_OF(reader, scenario->parties, scenario->party_count, struct party),
        scenario->party_count);
}

bool reader_parties(const struct reader *reader, struct text path, const struct tree *tree,
                    party_set *parties)
{
    if (!reader_list(reader, path, tree))
        return false;
    *parties = 0;
    for (size_t index = 0; index < tree->count; index++) {
        int party;
        if (!reader_party(reader, path_index(reader, path, index), tree->members[index].value,
                          &party))
            return false;
        *parties |= party_bit(party);
    }
    return true;
}

bool reader_instrument_type(const struct reader *reader, struct text path, const struct tree *tree,
                            uint32_t *kind)
{
    const struct scenario *scenario = reader->scenario;
    struct text id;
    if (!reader_text(reader, path, tree, &id))
        return false;
    int found = scenario_instrument(scenario, id);
    if (found < 0)
        return reader_refuse_name(reader, "instrument.unknown", path, "a kind of instrument", id,
                                  IDS_OF(reader, scenario->instruments, scenario->instrument_count,
                                         struct instrument_type),
                                  scenario->instrument_count);
    *kind = (uint32_t)found;
    return true;
}

static bool read_condition(const struct reader *reader, struct text path, const struct tree *tree,
                           uint32_t *condition)
{
    const struct scenario *scenario = reader->scenario;
    struct text id;
    if (!reader_text(reader, path, tree, &id))
        return false;
    int found = scenario_condition(scenario, id);
    if (found < 0)
        return reader_refuse_name(
            reader, "condition.unknown", path, "a condition", id,
            IDS_OF(reader, scenario->conditions, scenario->condition_count, struct condition),
            scenario->condition_count);
    *condition = (uint32_t)found;
    return true;
}

bool reader_conditions(const struct reader *reader, struct text path, const struct tree *tree,
                       const uint32_t **conditions, size_t *count)
{
    if (!reader_list(reader, path, tree))
        return false;
    uint32_t *items = ARENA_ARRAY(reader->arena, uint32_t, tree->count);
    for (size_t index = 0; index < tree->count; index++)
        if (!read_condition(reader, path_index(reader, path, index), tree->members[index].value,
                            &items[index]))
            return false;
    *conditions = items;
    *count = tree->count;
    return true;
}

bool reader_decision(const struct reader *reader, struct text path, const struct tree *tree,
                     uint32_t *decision)
{
    const struct scenario *scenario = reader->scenario;
    struct text id;
    if (!reader_text(reader, path, tree, &id))
        return false;
    int found = scenario_decision(scenario, id);
    if (found < 0)
        return reader_refuse_name(
            reader, "decision.unknown", path, "a decision", id,
            IDS_OF(reader, scenario->decisions, scenario->decision_count, struct decision),
            scenario->decision_count);
    *decision = (uint32_t)found;
    return true;
}

bool reader_option(const struct reader *reader, struct text path, const struct tree *tree,
                   const struct decision *decision, uint32_t *option)
{
    struct text id;
    if (!reader_text(reader, path, tree, &id))
        return false;
    for (size_t index = 0; index < decision->option_count; index++)
        if (text_equal(decision->options[index].id, id)) {
            *option = (uint32_t)index;
            return true;
        }
    return reader_refuse_name(
        reader, "option.unknown", path, "an option", id,
        IDS_OF(reader, decision->options, decision->option_count, struct option),
        decision->option_count);
}

bool reader_inject(const struct reader *reader, struct text path, const struct tree *tree,
                   uint32_t *inject)
{
    const struct scenario *scenario = reader->scenario;
    struct text id;
    if (!reader_text(reader, path, tree, &id))
        return false;
    int found = scenario_inject(scenario, id);
    if (found < 0)
        return reader_refuse_name(
            reader, "inject.unknown", path, "an inject", id,
            IDS_OF(reader, scenario->injects, scenario->inject_count, struct inject),
            scenario->inject_count);
    *inject = (uint32_t)found;
    return true;
}

static bool refuse_variable(const struct reader *reader, struct text path, struct text id)
{
    const struct scenario *scenario = reader->scenario;
    return reader_refuse_name(
        reader, "variable.unknown", path, "a variable", id,
        IDS_OF(reader, scenario->variables, scenario->variable_count, struct variable),
        scenario->variable_count);
}

/* The name before the point, as a key of the variable. */
static bool read_variable_key(const struct reader *reader, struct text path,
                              const struct variable *variable, struct text id, int32_t *key)
{
    const struct scenario *scenario = reader->scenario;
    bool party = variable->per == PER_PARTY;
    *key = party ? scenario_party(scenario, id) : scenario_region(scenario, id);
    if (*key >= 0)
        return true;
    if (party)
        return reader_refuse_name(
            reader, "party.unknown", path, "a party", id,
            IDS_OF(reader, scenario->parties, scenario->party_count, struct party),
            scenario->party_count);
    return reader_refuse_name(
        reader, "variable.unknown", path, "a region", id,
        IDS_OF(reader, scenario->regions, scenario->region_count, struct region),
        scenario->region_count);
}

bool reader_variable(const struct reader *reader, struct text path, const struct tree *tree,
                     uint32_t *variable, int32_t *key)
{
    const struct scenario *scenario = reader->scenario;
    struct text name;
    if (!reader_text(reader, path, tree, &name))
        return false;
    const char *point = name.length > 0 ? memchr(name.at, '.', name.length) : NULL;
    size_t before = point ? (size_t)(point - name.at) + 1 : 0;
    struct text id = {name.at + before, name.length - before};
    int found = scenario_variable(scenario, id);
    if (found < 0)
        return refuse_variable(reader, path, id);
    const struct variable *known = &scenario->variables[found];
    *variable = (uint32_t)found;
    *key = -1;
    if ((known->per == PER_NONE) != (before == 0))
        return reader_refuse(reader, "variable.unknown", path,
                             known->per == PER_NONE ? "\"%.*s\" is one for the whole world: write "
                                                      "its name alone."
                             : known->per == PER_PARTY
                                 ? "Each party has its own \"%.*s\": write <party> and a point "
                                   "before it."
                                 : "Each region has its own \"%.*s\": write <region> and a point "
                                   "before it.",
                             TEXT_ARGUMENTS(id));
    if (known->per == PER_NONE)
        return true;
    return read_variable_key(reader, path, known, (struct text){name.at, before - 1}, key);
}

bool reader_value(const struct reader *reader, struct text path, const struct tree *tree,
                  uint32_t variable, int64_t *value)
{
    struct text id = reader->scenario->variables[variable].id;
    const struct domain *domain = &reader->scenario->variables[variable].domain;
    const char *fault = domain_from_tree(reader->scenario, domain, tree, value, reader->arena);
    if (!fault)
        return true;
    if (domain->hold == HOLD_INT && tree->kind == TREE_INT)
        return reader_refuse(reader, "variable.out_of_range", path,
                             "This value of %.*s is out of bounds: %s", TEXT_ARGUMENTS(id), fault);
    return reader_refuse(reader, "parameter.invalid", path, "%.*s: %s", TEXT_ARGUMENTS(id), fault);
}
