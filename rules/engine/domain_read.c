/* The type of a variable or a term, as the file says it, and values of such a type. */
#include "loader.h"

#include <inttypes.h>

enum value_type hold_type(enum hold hold)
{
    switch (hold) {
    case HOLD_INT:
        return VALUE_INT;
    case HOLD_BOOL:
        return VALUE_BOOL;
    case HOLD_OPTION:
        return VALUE_STRING;
    case HOLD_REGION:
        return VALUE_REGION;
    case HOLD_PARTY:
    case HOLD_PARTIES:
        break;
    }
    return VALUE_PARTY;
}

const struct option *read_options(struct loader *loader, const struct datum *object, size_t *count)
{
    *count = 0;
    const struct datum *options = read_object(loader, object, "options");
    if (!options) {
        if (!datum_get(object, TEXT("options")))
            fault_missing(loader, object, "options", "what there is to choose from");
        return NULL;
    }
    size_t limit = count_within(loader, options, OPTIONS_MAX, "options");
    if (limit == 0)
        fault(loader, options, "There must be at least one option.");
    struct option *items = ARENA_ARRAY(loader->arena, struct option, limit);
    for (size_t index = 0; index < limit; index++) {
        const struct datum *member = &options->members[index];
        (void)check_id(loader, member, member->key);
        items[index].id = member->key;
        items[index].label = member_text(loader, member);
        items[index].string = intern_string(loader, member, member->key);
    }
    *count = limit;
    return items;
}

static void read_bounds(struct loader *loader, const struct datum *object, bool term,
                        struct domain *domain)
{
    const struct datum *min = datum_get(object, TEXT("min")), *max = datum_get(object, TEXT("max"));
    domain->min = read_int(loader, object, "min", INT64_MIN, INT64_MAX, INT64_MIN);
    domain->max = read_int(loader, object, "max", INT64_MIN, INT64_MAX, INT64_MAX);
    domain->bounded = min || max;
    if (term && !min)
        fault_missing(loader, object, "min", "a term of type int goes from min to max");
    if (term && !max)
        fault_missing(loader, object, "max", "a term of type int goes from min to max");
    if (domain->min > domain->max) {
        fault(loader, min, "min is %" PRId64 ", above max, which is %" PRId64 ".", domain->min,
              domain->max);
        domain->max = domain->min;
    }
    if (!term) /* No step is known of a variable. */
        return;
    const struct datum *step = datum_get(object, TEXT("step"));
    int64_t between = read_int(loader, object, "step", 1, INT64_MAX, 1);
    if (!min || !max) /* From where the steps lead is not known. */
        return;
    domain->step = between;
    uint64_t range = (uint64_t)domain->max - (uint64_t)domain->min;
    if (range % (uint64_t)domain->step != 0)
        fault(loader, step,
              "Steps of %" PRId64 " do not lead from %" PRId64 " to %" PRId64
              ": step must divide max - min.",
              domain->step, domain->min, domain->max);
}

bool domain_type_is_sound(const struct datum *object, const struct domain *domain)
{
    return object->kind == DATUM_OBJECT && !member_is_spoilt(object, "type") &&
           !member_is_spoilt(object, "options") &&
           (domain->hold != HOLD_OPTION || domain->option_count > 0);
}

bool domain_is_sound(const struct datum *object, const struct domain *domain)
{
    return domain_type_is_sound(object, domain) && !member_is_spoilt(object, "min") &&
           !member_is_spoilt(object, "max") && !member_is_spoilt(object, "step") &&
           !member_is_spoilt(object, "of");
}

struct domain read_domain(struct loader *loader, const struct datum *object, bool term)
{
    static const char *const words[] = {"int",    "bool",    "option", "party",
                                        "region", "parties", NULL};
    static const char *const variable_words[] = {"int", "bool", "option", "party", "region", NULL};
    struct domain domain = {.step = 1};
    bool untyped = term && !datum_get(object, TEXT("type"));
    if (untyped)
        fault_missing(loader, object, "type", "int, bool, option, party, region or parties");
    domain.hold = (enum hold)read_word(loader, object, "type", term ? words : variable_words, 0);
    untyped = untyped || member_is_spoilt(object, "type");
    if (domain.hold == HOLD_INT && !untyped)
        read_bounds(loader, object, term, &domain);
    if (domain.hold == HOLD_OPTION)
        domain.options = read_options(loader, object, &domain.option_count);
    static const struct {
        const char *key;
        bool fits[HOLD_PARTIES + 1];
    } own[] = {{"min", {[HOLD_INT] = true}},
               {"max", {[HOLD_INT] = true}},
               {"step", {[HOLD_INT] = true}},
               {"options", {[HOLD_OPTION] = true}},
               {"of", {[HOLD_PARTY] = true, [HOLD_REGION] = true, [HOLD_PARTIES] = true}}};
    for (size_t index = 0; index < sizeof(own) / sizeof(*own); index++) {
        const struct datum *member = datum_get(object, text_of(own[index].key));
        if (member && !untyped && !own[index].fits[domain.hold])
            fault_key(loader, member, "'%s' has no meaning for type %s.", own[index].key,
                      words[domain.hold]);
    }
    const struct scenario *scenario = loader->scenario;
    for (size_t party = 0; party < scenario->party_count; party++)
        domain.of_parties |= party_bit((int)party);
    bool *regions = ARENA_ARRAY(loader->arena, bool, scenario->region_count);
    for (size_t region = 0; region < scenario->region_count; region++)
        regions[region] = true;
    domain.of_regions = regions;
    return domain;
}

void read_domain_of(struct loader *loader, const struct datum *object, struct domain *domain)
{
    const struct datum *of = datum_get(object, TEXT("of"));
    bool takes =
        domain->hold == HOLD_PARTY || domain->hold == HOLD_PARTIES || domain->hold == HOLD_REGION;
    if (!of || !takes)
        return;
    int64_t values[LIST_LENGTH_MAX];
    size_t count = 0;
    enum value_type type = domain->hold == HOLD_REGION ? VALUE_REGION : VALUE_PARTY;
    if (!constant_list(loader, of, type, values, &count))
        return;
    if (count == 0)
        fault(loader, of, "This list is empty: there would be nothing to choose.");
    bool *regions = ARENA_ARRAY(loader->arena, bool, loader->scenario->region_count);
    domain->of_parties = 0;
    for (size_t index = 0; index < count; index++) {
        if (type == VALUE_PARTY)
            domain->of_parties |= party_bit((int)values[index]);
        else
            regions[values[index]] = true;
    }
    domain->of_regions = regions;
}

/* Each party by itself, so that the wrong one is pointed at. */
static int64_t read_party_list(struct loader *loader, const struct datum *list,
                               const struct domain *domain)
{
    struct domain one = *domain;
    one.hold = HOLD_PARTY;
    party_set set = 0;
    for (size_t index = 0; index < list->count; index++) {
        const struct datum *member = &list->members[index];
        int64_t party = read_value(loader, member, &one);
        if (member->spoilt || kind_is_lost(loader, "party"))
            continue;
        if (set & party_bit((int)party))
            fault(loader, member, "'%.*s' is named twice.", TEXT_ARGUMENTS(member->text));
        set |= party_bit((int)party);
    }
    return (int64_t)set;
}

int64_t read_value(struct loader *loader, const struct datum *datum, const struct domain *domain)
{
    int64_t value = 0;
    if (domain->hold == HOLD_PARTIES && datum->kind == DATUM_LIST)
        return read_party_list(loader, datum, domain);
    if (domain->hold == HOLD_INT && datum->kind != DATUM_INT) {
        (void)expect_int(loader, datum);
        return 0;
    }
    bool lost = (domain->hold == HOLD_PARTY && kind_is_lost(loader, "party")) ||
                (domain->hold == HOLD_REGION && kind_is_lost(loader, "region"));
    const char *why = domain_from_tree(loader->scenario, domain,
                                       datum_to_tree(datum, loader->arena), &value, loader->arena);
    if (why && !lost)
        fault(loader, datum, "%s", why);
    return value;
}
