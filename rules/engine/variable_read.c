/* Variables and formulas. */
#include "loader.h"

#include <string.h>

static void claim_keyed(struct loader *loader, const struct datum *datum, enum per per,
                        const char *what)
{
    claim_name(loader,
               per == PER_PARTY    ? NAMES_PARTY
               : per == PER_REGION ? NAMES_REGION
                                   : NAMES_GLOBAL,
               datum, what);
}

/* {"*": 50, "nor": 60}: the star stands for every key not named. */
static void read_keyed_start(struct loader *loader, const struct datum *start,
                             struct variable *variable, int64_t *values)
{
    const struct scenario *scenario = loader->scenario;
    size_t keys = per_count(scenario, variable->per);
    bool *given = ARENA_ARRAY(loader->arena, bool, keys);
    if (start->kind != DATUM_OBJECT) {
        fault(loader, start, "Every %s has its own '%.*s': write { \"*\": … } for all.",
              variable->per == PER_PARTY ? "party" : "region", TEXT_ARGUMENTS(variable->id));
        return;
    }
    const struct datum *star = datum_get(start, TEXT("*"));
    bool sound = domain_is_sound(start->parent, &variable->domain);
    int64_t usual = star && sound ? read_value(loader, star, &variable->domain) : 0;
    for (size_t key = 0; star && key < keys; key++)
        values[key] = usual;
    for (size_t index = 0; index < start->count; index++) {
        const struct datum *member = &start->members[index];
        if (member == star)
            continue;
        int key = variable->per == PER_PARTY
                      ? find_id(loader, member, member->key, "party", scenario->parties, keys,
                                sizeof(*scenario->parties))
                      : find_id(loader, member, member->key, "region", scenario->regions, keys,
                                sizeof(*scenario->regions));
        if (key < 0)
            continue;
        given[key] = true;
        values[key] = sound ? read_value(loader, member, &variable->domain) : 0;
    }
    for (size_t key = 0; !star && key < keys; key++)
        if (!given[key]) {
            struct text id =
                variable->per == PER_PARTY ? scenario->parties[key].id : scenario->regions[key].id;
            fault(loader, start, "There is no value for '%.*s', nor \"*\" for all others.",
                  TEXT_ARGUMENTS(id));
        }
}

static void read_start(struct loader *loader, const struct datum *datum, struct variable *variable)
{
    size_t keys = per_count(loader->scenario, variable->per);
    int64_t *values = ARENA_ARRAY(loader->arena, int64_t, keys);
    variable->start = values;
    const struct datum *start = datum_get(datum, TEXT("start"));
    if (!start)
        fault_missing(loader, datum, "start", "the value it has when the game begins");
    else if (variable->per != PER_NONE)
        read_keyed_start(loader, start, variable, values);
    else if (domain_is_sound(datum, &variable->domain))
        values[0] = read_value(loader, start, &variable->domain);
}

static void read_variable(struct loader *loader, const struct datum *datum,
                          struct variable *variable)
{
    static const char *const known[] = {"label", "unit",  "per",     "type",    "min",
                                        "max",   "start", "seen_by", "options", NULL};
    variable->id = variable->label = datum->key;
    variable->domain.step = 1;
    if (!expect_object(loader, datum)) {
        variable->start = ARENA_ARRAY(loader->arena, int64_t, 1);
        variable->seen_by.all = true;
        mark_broken(loader, datum->key);
        return;
    }
    check_keys(loader, datum, known);
    variable->per = read_per(loader, datum);
    claim_keyed(loader, datum, variable->per, "a variable");
    variable->label = read_text(loader, datum, "label", datum->key);
    variable->unit = read_text(loader, datum, "unit", TEXT(""));
    variable->domain = read_domain(loader, datum, false);
    variable->seen_by = read_visibility(
        loader, datum, "seen_by", variable->per == PER_PARTY || member_is_spoilt(datum, "per"));
    bool typed = domain_type_is_sound(datum, &variable->domain);
    if (!typed || member_is_spoilt(datum, "per"))
        mark_broken(loader, datum->key);
    if (!member_is_spoilt(datum, "per"))
        read_start(loader, datum, variable);
    else
        variable->start = ARENA_ARRAY(loader->arena, int64_t, 1);
}

void declare_variables(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "variables", "variable");
    size_t count = count_within(loader, members, VARIABLES_MAX, "variables");
    struct variable *variables = ARENA_ARRAY(loader->arena, struct variable, count);
    for (size_t index = 0; index < count; index++)
        read_variable(loader, &members->members[index], &variables[index]);
    scenario->variables = variables;
    scenario->variable_count = count;
}

static void read_formula(struct loader *loader, const struct datum *datum, struct formula *formula)
{
    static const char *const known[] = {"label",      "unit",  "per", "seen_by",
                                        "declassify", "value", NULL};
    formula->id = formula->label = datum->key;
    if (expect_object(loader, datum)) {
        check_keys(loader, datum, known);
        formula->per = read_per(loader, datum);
        formula->label = read_text(loader, datum, "label", datum->key);
        formula->unit = read_text(loader, datum, "unit", TEXT(""));
        bool per_wrong = member_is_spoilt(datum, "per");
        formula->seen_by =
            read_visibility(loader, datum, "seen_by", formula->per == PER_PARTY || per_wrong);
        formula->declassify = read_bool(loader, datum, "declassify", false);
        if (!datum_get(datum, TEXT("value")))
            fault_missing(loader, datum, "value", "the expression that gives it");
        if (per_wrong)
            mark_broken(loader, datum->key);
    } else {
        formula->seen_by.all = true;
    }
    claim_keyed(loader, datum, formula->per, "a formula");
    formula->values = ARENA_ARRAY(loader->arena, const struct expression *,
                                  per_count(loader->scenario, formula->per));
}

void declare_formulas(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "formulas", "formula");
    size_t count = count_within(loader, members, FORMULAS_MAX, "formulas");
    struct formula *formulas = ARENA_ARRAY(loader->arena, struct formula, count);
    for (size_t index = 0; index < count; index++)
        read_formula(loader, &members->members[index], &formulas[index]);
    scenario->formulas = formulas;
    scenario->formula_count = count;
}
