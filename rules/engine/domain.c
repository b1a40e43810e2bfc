#include "scenario.h"

#include <inttypes.h>

static struct tree *parties_to_tree(const struct scenario *scenario, party_set set,
                                    struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t party = 0; party < scenario->party_count; party++)
        if (set & party_bit((int)party))
            tree_append(arena, list, tree_text(arena, scenario->parties[party].id));
    return list;
}

struct tree *domain_to_tree(const struct scenario *scenario, const struct domain *domain,
                            int64_t value, struct arena *arena)
{
    switch (domain->hold) {
    case HOLD_INT:
        return tree_int(arena, value);
    case HOLD_BOOL:
        return tree_bool(arena, value != 0);
    case HOLD_OPTION:
        return tree_text(arena, scenario->strings[value]);
    case HOLD_PARTY:
        return tree_text(arena, scenario->parties[value].id);
    case HOLD_REGION:
        return tree_text(arena, scenario->regions[value].id);
    case HOLD_PARTIES:
        break;
    }
    return parties_to_tree(scenario, (party_set)value, arena);
}

struct text range_missed(struct arena *arena, int64_t low, int64_t high, int64_t value)
{
    if (low == high)
        return arena_print(arena, "This must be %" PRId64 "; it is %" PRId64 ".", low, value);
    if (high == INT64_MAX)
        return arena_print(arena, "This is at least %" PRId64 "; it is %" PRId64 ".", low, value);
    if (low == INT64_MIN)
        return arena_print(arena, "This is at most %" PRId64 "; it is %" PRId64 ".", high, value);
    return arena_print(arena, "This goes from %" PRId64 " to %" PRId64 "; it is %" PRId64 ".", low,
                       high, value);
}

static const char *int_from_tree(const struct domain *domain, const struct tree *tree,
                                 int64_t *value, struct arena *arena)
{
    if (tree->kind != TREE_INT)
        return "This must be of type int: a whole number.";
    *value = tree->number;
    if (!domain->bounded)
        return NULL;
    uint64_t above = (uint64_t)tree->number - (uint64_t)domain->min;
    bool inside = tree->number >= domain->min && tree->number <= domain->max;
    if (inside && above % (uint64_t)domain->step == 0)
        return NULL;
    if (domain->step == 1)
        return range_missed(arena, domain->min, domain->max, tree->number).at;
    return arena_print(arena,
                       "This goes from %" PRId64 " to %" PRId64 " in steps of %" PRId64 "; %" PRId64
                       " is not one of them.",
                       domain->min, domain->max, domain->step, tree->number)
        .at;
}

/* The ids that a text may be, in file order. */
struct choices {
    struct text *ids;
    int64_t *values;
    size_t count;
};

static struct choices choices_of(const struct scenario *scenario, const struct domain *domain,
                                 struct arena *arena)
{
    size_t most = domain->hold == HOLD_OPTION   ? domain->option_count
                  : domain->hold == HOLD_REGION ? scenario->region_count
                                                : scenario->party_count;
    struct choices choices = {ARENA_ARRAY(arena, struct text, most),
                              ARENA_ARRAY(arena, int64_t, most), 0};
    for (size_t index = 0; index < most; index++) {
        struct text id;
        int64_t value = (int64_t)index;
        if (domain->hold == HOLD_OPTION) {
            id = domain->options[index].id;
            value = domain->options[index].string;
        } else if (domain->hold == HOLD_REGION) {
            if (!domain->of_regions[index])
                continue;
            id = scenario->regions[index].id;
        } else {
            if (!(domain->of_parties & party_bit((int)index)))
                continue;
            id = scenario->parties[index].id;
        }
        choices.ids[choices.count] = id;
        choices.values[choices.count++] = value;
    }
    return choices;
}

static const char *refuse_choice(const struct choices *choices, struct text wanted,
                                 struct arena *arena)
{
    enum { LISTED_MAX = 12 };
    struct text list = TEXT("");
    size_t listed = choices->count < LISTED_MAX ? choices->count : LISTED_MAX;
    for (size_t index = 0; index < listed; index++)
        list = arena_print(arena, "%.*s%s%.*s", TEXT_ARGUMENTS(list), index > 0 ? ", " : "",
                           TEXT_ARGUMENTS(choices->ids[index]));
    const char *more = listed < choices->count ? ", …" : "";
    if (wanted.length > 64)
        wanted = TEXT("This");
    int nearest = text_nearest(wanted, choices->ids, choices->count);
    if (nearest < 0)
        return arena_print(arena, "'%.*s' is none of %.*s%s.", TEXT_ARGUMENTS(wanted),
                           TEXT_ARGUMENTS(list), more)
            .at;
    return arena_print(arena, "'%.*s' is none of %.*s%s; perhaps you mean '%.*s'.",
                       TEXT_ARGUMENTS(wanted), TEXT_ARGUMENTS(list), more,
                       TEXT_ARGUMENTS(choices->ids[nearest]))
        .at;
}

static const char *choice_from_tree(const struct choices *choices, const struct tree *tree,
                                    const char *kind, int64_t *value, struct arena *arena)
{
    if (tree->kind != TREE_TEXT)
        return arena_print(arena, "This must be of type %s: the id of one.", kind).at;
    for (size_t index = 0; index < choices->count; index++)
        if (text_equal(choices->ids[index], tree->text)) {
            *value = choices->values[index];
            return NULL;
        }
    return refuse_choice(choices, tree->text, arena);
}

static const char *parties_from_tree(const struct choices *choices, const struct tree *tree,
                                     int64_t *value, struct arena *arena)
{
    party_set set = 0;
    if (tree->kind != TREE_LIST)
        return "This must be of type parties: a list of their ids.";
    for (size_t index = 0; index < tree->count; index++) {
        int64_t party;
        const char *why =
            choice_from_tree(choices, tree->members[index].value, "party", &party, arena);
        if (why)
            return why;
        if (set & party_bit((int)party))
            return arena_print(arena, "'%.*s' is named twice.",
                               TEXT_ARGUMENTS(tree->members[index].value->text))
                .at;
        set |= party_bit((int)party);
    }
    *value = (int64_t)set;
    return NULL;
}

const char *domain_from_tree(const struct scenario *scenario, const struct domain *domain,
                             const struct tree *tree, int64_t *value, struct arena *arena)
{
    if (domain->hold == HOLD_INT)
        return int_from_tree(domain, tree, value, arena);
    if (domain->hold == HOLD_BOOL) {
        if (tree->kind != TREE_BOOL)
            return "This must be of type bool: true or false.";
        *value = tree->flag;
        return NULL;
    }
    struct choices choices = choices_of(scenario, domain, arena);
    if (domain->hold == HOLD_PARTIES)
        return parties_from_tree(&choices, tree, value, arena);
    const char *kind = domain->hold == HOLD_OPTION   ? "option"
                       : domain->hold == HOLD_REGION ? "region"
                                                     : "party";
    return choice_from_tree(&choices, tree, kind, value, arena);
}
