#include "mind.h"

#include "must.h"
#include "package.h"

#include <string.h>

enum { TERM_VALUES_MAX = 32 };

static int64_t own_expected(struct mind *mind, struct world *world)
{
    const struct score *score = &mind->scenario->scores[mind->party];
    int64_t total = 0;
    for (size_t index = 0; index < score->item_count; index++) {
        struct result points = expression_run(score->items[index].expected, world, NULL);
        if (points.failed || __builtin_add_overflow(total, points.value, &total))
            return INT64_MIN;
    }
    return total;
}

void mind_open(struct mind *mind, const struct game *game, int party, struct arena *arena)
{
    const struct scenario *scenario = game_scenario(game);
    *mind = (struct mind){.arena = arena,
                          .game = game,
                          .scenario = scenario,
                          .edition = &scenario->editions[game_options(game)->edition],
                          .party = party,
                          .id = scenario->parties[party].id,
                          .two = scenario->party_count == 2};
    mind->view = view(game, (struct audience){AUDIENCE_PARTY, party}, arena);
    mind->base = game_world(game, arena);
    mind->trial = game_world(game, arena);
    mind->today = own_expected(mind, &mind->base);
}

int64_t mind_worth(struct mind *mind, const struct offer *offer)
{
    struct clause_terms clauses[OFFER_CLAUSES_MAX];
    struct package package = {clauses, offer->count};
    for (size_t index = 0; index < offer->count; index++)
        clauses[index] =
            (struct clause_terms){offer->clauses[index].key, offer->clauses[index].terms};
    memcpy(mind->trial.slots, mind->base.slots, mind->base.count * sizeof(*mind->base.slots));
    package_apply(mind->scenario, &mind->trial, &package);
    for (size_t index = 0; index < offer->count; index++)
        if (package_requirement(mind->scenario, &mind->trial, offer->clauses[index].key))
            return INT64_MIN;
    return own_expected(mind, &mind->trial);
}

/* The values that a term may take, at most TERM_VALUES_MAX of them, evenly spread; how many. */
static size_t term_values(const struct scenario *scenario, const struct domain *domain,
                          int64_t *values)
{
    size_t count = 0;
    if (domain->hold == HOLD_INT) {
        int64_t steps = (domain->max - domain->min) / domain->step;
        int64_t stride = steps / TERM_VALUES_MAX + 1;
        for (int64_t step = 0; step <= steps && count < TERM_VALUES_MAX; step += stride)
            values[count++] = domain->min + step * domain->step;
    }
    if (domain->hold == HOLD_BOOL) {
        values[count++] = 0;
        values[count++] = 1;
    }
    if (domain->hold == HOLD_OPTION)
        for (size_t index = 0; index < domain->option_count && count < TERM_VALUES_MAX; index++)
            values[count++] = domain->options[index].string;
    if (domain->hold == HOLD_PARTY)
        for (int party = 0; party < (int)scenario->party_count && count < TERM_VALUES_MAX; party++)
            if (domain->of_parties & party_bit(party))
                values[count++] = party;
    if (domain->hold == HOLD_REGION)
        for (size_t region = 0; region < scenario->region_count && count < TERM_VALUES_MAX;
             region++)
            if (domain->of_regions[region])
                values[count++] = (int64_t)region;
    return count;
}

static const struct clause_type *type_of(const struct mind *mind, uint32_t key)
{
    return &mind->scenario->clause_types[mind->scenario->keys[key].type];
}

static int offer_find(const struct offer *offer, uint32_t key)
{
    for (size_t index = 0; index < offer->count; index++)
        if (offer->clauses[index].key == key)
            return (int)index;
    return -1;
}

/* A step under consideration, and the best so far. */
struct search {
    struct mind *mind;
    int64_t now, enough;
    struct offer best;
    int64_t best_worth;
    bool found;
};

static void search_try(struct search *search, const struct offer *candidate)
{
    int64_t worth = mind_worth(search->mind, candidate);
    if (worth <= search->now)
        return;
    bool reaches = worth >= search->enough;
    bool best_reaches = search->found && search->best_worth >= search->enough;
    bool better =
        !search->found || (reaches && !best_reaches) ||
        (reaches ? worth < search->best_worth : !best_reaches && worth > search->best_worth);
    if (!better)
        return;
    search->best = *candidate;
    search->best_worth = worth;
    search->found = true;
}

static void search_terms(struct search *search, const struct offer *offer, size_t index)
{
    struct mind *mind = search->mind;
    const struct clause_type *type = type_of(mind, offer->clauses[index].key);
    for (size_t term = 0; term < type->term_count; term++) {
        int64_t values[TERM_VALUES_MAX];
        size_t count = term_values(mind->scenario, &type->terms[term].domain, values);
        for (size_t value = 0; value < count; value++) {
            struct offer candidate = *offer;
            int64_t *terms = arena_grow(mind->arena, offer->clauses[index].terms, type->term_count,
                                        type->term_count, sizeof(*terms));
            terms[term] = values[value];
            candidate.clauses[index].terms = terms;
            search_try(search, &candidate);
        }
    }
}

static bool kind_carries(const struct instrument_type *kind, uint32_t type)
{
    for (size_t index = 0; index < kind->clause_type_count; index++)
        if (kind->clause_types[index] == type)
            return true;
    return false;
}

/* An article with the first value of each term; its terms are then bargained over like the others'.
 */
static void search_added(struct search *search, const struct offer *offer, uint32_t kind)
{
    struct mind *mind = search->mind;
    const struct scenario *scenario = mind->scenario;
    for (uint32_t key = 0; key < scenario->key_count && offer->count < OFFER_CLAUSES_MAX; key++) {
        if (!mind->edition->open[key] || offer_find(offer, key) >= 0 ||
            !kind_carries(&scenario->instruments[kind], scenario->keys[key].type))
            continue;
        const struct clause_type *type = type_of(mind, key);
        int64_t *terms = ARENA_ARRAY(mind->arena, int64_t, type->term_count);
        for (size_t term = 0; term < type->term_count; term++) {
            int64_t values[TERM_VALUES_MAX];
            terms[term] =
                term_values(scenario, &type->terms[term].domain, values) > 0 ? values[0] : 0;
        }
        struct offer candidate = *offer;
        candidate.clauses[candidate.count++] = (struct clause_wish){key, terms};
        search_try(search, &candidate);
        search_terms(search, &candidate, candidate.count - 1);
    }
}

static void search_removed(struct search *search, const struct offer *offer, size_t index)
{
    if (offer->count < 2)
        return;
    struct offer candidate = *offer;
    candidate.count--;
    memmove(&candidate.clauses[index], &candidate.clauses[index + 1],
            (candidate.count - index) * sizeof(candidate.clauses[0]));
    search_try(search, &candidate);
}

int64_t mind_improve(struct mind *mind, uint32_t kind, struct offer *offer, int64_t enough,
                     int steps)
{
    int64_t worth = mind_worth(mind, offer);
    for (int step = 0; step < steps && worth < enough; step++) {
        struct search search = {.mind = mind, .now = worth, .enough = enough};
        for (size_t index = 0; index < offer->count; index++) {
            search_terms(&search, offer, index);
            search_removed(&search, offer, index);
        }
        search_added(&search, offer, kind);
        if (!search.found)
            break;
        *offer = search.best;
        worth = search.best_worth;
    }
    return worth;
}

bool mind_read_offer(struct mind *mind, const struct tree *clauses, struct offer *offer)
{
    *offer = (struct offer){.count = 0};
    for (size_t index = 0; clauses && index < clauses->count; index++) {
        const struct tree *clause = clauses->members[index].value;
        struct text id;
        if (offer->count == OFFER_CLAUSES_MAX || !tree_get_text(clause, TEXT("id"), &id))
            return false;
        uint32_t key = (uint32_t)scenario_key(mind->scenario, id);
        const struct clause_type *type = type_of(mind, key);
        int64_t *terms = ARENA_ARRAY(mind->arena, int64_t, type->term_count);
        for (size_t term = 0; term < type->term_count; term++) {
            const struct tree *value =
                tree_get(tree_get(clause, TEXT("terms")), type->terms[term].id);
            if (!value || domain_from_tree(mind->scenario, &type->terms[term].domain, value,
                                           &terms[term], mind->arena))
                return false;
        }
        offer->clauses[offer->count++] = (struct clause_wish){key, terms};
    }
    return true;
}

static struct text value_words(struct mind *mind, const struct domain *domain, int64_t value)
{
    const struct scenario *scenario = mind->scenario;
    for (size_t index = 0; domain->hold == HOLD_OPTION && index < domain->option_count; index++)
        if (domain->options[index].string == value)
            return domain->options[index].label;
    if (domain->hold == HOLD_PARTY)
        return scenario->parties[value].short_name;
    if (domain->hold == HOLD_REGION)
        return scenario->regions[value].name;
    if (domain->hold == HOLD_BOOL)
        return value ? TEXT("yes") : TEXT("no");
    return arena_print(mind->arena, "%lld", (long long)value);
}

static struct text placeholder_words(struct mind *mind, const struct clause_wish *clause,
                                     struct text name)
{
    const struct scenario *scenario = mind->scenario;
    const struct clause_type *type = type_of(mind, clause->key);
    int32_t it = scenario->keys[clause->key].key;
    if (text_equal(name, TEXT("it")) && it >= 0)
        return type->per == PER_PARTY ? scenario->parties[it].short_name
                                      : scenario->regions[it].name;
    for (size_t term = 0; term < type->term_count; term++)
        if (text_equal(type->terms[term].id, name))
            return value_words(mind, &type->terms[term].domain, clause->terms[term]);
    return name;
}

/* The article's text with its terms filled in. */
static struct text clause_words(struct mind *mind, const struct clause_wish *clause)
{
    struct text source = type_of(mind, clause->key)->text;
    struct text words = TEXT("");
    for (size_t at = 0; at < source.length;) {
        struct text rest = {source.at + at, source.length - at};
        const char *open = memchr(rest.at, '{', rest.length);
        const char *close = open ? memchr(open, '}', rest.length - (size_t)(open - rest.at)) : NULL;
        size_t plain = close ? (size_t)(open - rest.at) : rest.length;
        words = arena_print(mind->arena, "%.*s%.*s", TEXT_ARGUMENTS(words), (int)plain, rest.at);
        at += plain;
        if (!close)
            continue;
        struct text name = {open + 1, (size_t)(close - open) - 1};
        words = arena_print(mind->arena, "%.*s%.*s", TEXT_ARGUMENTS(words),
                            TEXT_ARGUMENTS(placeholder_words(mind, clause, name)));
        at += name.length + 2;
    }
    return words;
}

struct text mind_words(struct mind *mind, const struct offer *before, const struct offer *now)
{
    struct text words = TEXT("");
    for (size_t index = 0; index < now->count; index++) {
        const struct clause_wish *clause = &now->clauses[index];
        int old = offer_find(before, clause->key);
        size_t bytes = type_of(mind, clause->key)->term_count * sizeof(*clause->terms);
        if (old >= 0 && memcmp(before->clauses[old].terms, clause->terms, bytes) == 0)
            continue;
        words = arena_print(mind->arena, "%.*s%s%.*s", TEXT_ARGUMENTS(words),
                            words.length ? " " : "", TEXT_ARGUMENTS(clause_words(mind, clause)));
    }
    return words;
}

bool mind_lists(const struct tree *list, struct text id)
{
    for (size_t index = 0; list && index < list->count; index++)
        if (text_equal(list->members[index].value->text, id))
            return true;
    return false;
}

bool mind_allowed(const struct mind *mind, struct text what)
{
    const struct tree *clock = tree_get(mind->view, TEXT("clock"));
    struct text state;
    return tree_get_text(clock, TEXT("state"), &state) && text_equal(state, TEXT("running")) &&
           mind_lists(tree_get(clock, TEXT("allows")), what);
}

int64_t mind_spoke_at(const struct mind *mind, struct text instrument)
{
    int64_t last = 0;
    const struct tree *circles = tree_get(mind->view, TEXT("circles"));
    for (size_t circle = 0; circles && circle < circles->count; circle++) {
        const struct tree *messages = tree_get(circles->members[circle].value, TEXT("messages"));
        for (size_t index = 0; messages && index < messages->count; index++) {
            const struct tree *message = messages->members[index].value;
            struct text from = TEXT("");
            struct text quoted = TEXT("");
            int64_t at = 0;
            (void)tree_get_text(message, TEXT("from"), &from);
            (void)tree_get_text(tree_get(message, TEXT("quote")), TEXT("instrument"), &quoted);
            (void)tree_get_int(message, TEXT("at"), &at);
            if (text_equal(from, mind->id) && text_equal(quoted, instrument) && at > last)
                last = at;
        }
    }
    return last;
}
