/* Each makes the text good enough for itself by the change that moves it least from where the
 * others brought it: alternating projections, as in R. Zheng, N. Chakraborty, T. Dai, K. Sycara,
 * "Multiagent negotiation on multiple issues with incomplete information", AAMAS 2013; there the
 * distance is Euclid's, here what the others did to a clause weighs in. */
#include "bargain.h"

#include <string.h>

enum {
    STEPS_MAX = 8, /* changes in one version */
    COST_CHANGE = 4,
    COST_BOUND = 6,    /* for each other party that the clause binds */
    COST_DISTANCE = 6, /* from one end of a number's range to the other */
    COST_UNDOES = 14,  /* it set what is now changed, or left what is now brought back */
    COST_AGREES = -10, /* it did the same before */
};

static int64_t distance(const struct mind *mind, uint32_t key, const int64_t *from,
                        const int64_t *to)
{
    const struct clause_type *type = mind_type(mind, key);
    int64_t sum = 0;
    for (size_t term = 0; from && to && term < type->term_count; term++) {
        const struct domain *domain = &type->terms[term].domain;
        uint64_t from_value = (uint64_t)from[term], to_value = (uint64_t)to[term];
        uint64_t apart = from[term] > to[term] ? from_value - to_value : to_value - from_value;
        uint64_t range = (uint64_t)domain->max - (uint64_t)domain->min;
        if (domain->hold == HOLD_INT && domain->max > domain->min)
            sum += apart > UINT64_MAX / COST_DISTANCE ? (int64_t)(apart / (range / COST_DISTANCE))
                                                      : (int64_t)(COST_DISTANCE * apart / range);
        else if (apart > 0)
            sum += COST_DISTANCE / 2;
    }
    return sum;
}

static int64_t cost_of_move(const struct mind *mind, const struct move *move, const int64_t *from,
                            const int64_t *to)
{
    uint32_t key = move->key;
    bool undoes =
        mind_same_terms(mind, key, move->to, from) || mind_same_terms(mind, key, move->from, to);
    bool agrees = mind_same_terms(mind, key, move->to, to);
    return undoes && !agrees ? COST_UNDOES : agrees ? COST_AGREES : 0;
}

int64_t bargain_cost_to(struct mind *mind, int party, uint32_t key, const int64_t *from,
                        const int64_t *to)
{
    int64_t cost = 0;
    for (size_t index = 0; index < mind->move_count; index++)
        if (mind->moves[index].party == party && mind->moves[index].key == key)
            cost += cost_of_move(mind, &mind->moves[index], from, to);
    struct clause_wish clause = {key, to ? to : from};
    if (cost == 0 && (mind_binds(mind, &clause) & party_bit(party)))
        cost = to ? COST_BOUND : 1;
    return cost;
}

int64_t bargain_cost(struct mind *mind, uint32_t key, const int64_t *from, const int64_t *to)
{
    int64_t cost = COST_CHANGE + distance(mind, key, from, to);
    for (size_t index = 0; index < mind->move_count; index++)
        if (mind->moves[index].key == key)
            cost += cost_of_move(mind, &mind->moves[index], from, to);
    if (to) {
        struct clause_wish clause = {key, to};
        party_set bound = mind_binds(mind, &clause) & ~party_bit(mind->party);
        cost += COST_BOUND * __builtin_popcountll(bound);
    }
    return cost > 1 ? cost : 1;
}

static struct offer offer_without(const struct offer *offer, size_t index)
{
    struct offer shorter = *offer;
    shorter.count--;
    size_t behind = shorter.count - index;
    memmove(&shorter.clauses[index], &shorter.clauses[index + 1],
            behind * sizeof(shorter.clauses[0]));
    memmove(&shorter.text[index], &shorter.text[index + 1], behind * sizeof(shorter.text[0]));
    return shorter;
}

/* What breaks the instructions or cannot be drafted is no way out; what would stay dormant brings
 * nothing. */
static int64_t offer_worth(struct mind *mind, const struct matter *matter,
                           const struct offer *offer)
{
    if (!mind_mandated(mind, offer) ||
        (mind->drafting && mind_worth(mind->drafting, offer) == WORTH_NONE))
        return WORTH_NONE;
    for (size_t index = 0; index < offer->count; index++)
        if (outlook_holds_back(&mind->outlook, offer->clauses[index].key, matter->invited)) {
            struct offer rest = offer_without(offer, index);
            return offer_worth(mind, matter, &rest);
        }
    return mind_worth(mind, offer);
}

/* A step under consideration, and the best so far. */
struct search {
    struct mind *mind;
    const struct matter *matter;
    int64_t now, enough;
    struct offer best;
    int64_t best_worth, best_gain, best_cost;
    bool found;
    int64_t *gains; /* [key]: the most that one change of it brings; may be NULL */
    bool gift;      /* looks for what others would like, and costs the bot nothing */
    bool pairs;     /* changes two terms of a clause at once */
};

/* What the others would like most, of what does not hurt the bot. */
static void search_gift(struct search *search, const struct offer *candidate, uint32_t key,
                        const int64_t *from, const int64_t *to)
{
    int64_t worth = offer_worth(search->mind, search->matter, candidate), cost = 0;
    if (worth < search->now)
        return;
    for (int party = 0; party < (int)search->mind->scenario->party_count; party++)
        if (search->matter->invited & party_bit(party) & ~party_bit(search->mind->party))
            cost += bargain_cost_to(search->mind, party, key, from, to);
    if (cost >= (search->found ? search->best_cost : 0))
        return;
    search->best = *candidate;
    search->best_worth = worth;
    search->best_cost = cost;
    search->found = true;
}

static void search_try(struct search *search, const struct offer *candidate, uint32_t key,
                       const int64_t *from, const int64_t *to)
{
    if (search->gift) {
        search_gift(search, candidate, key, from, to);
        return;
    }
    int64_t worth = offer_worth(search->mind, search->matter, candidate);
    if (worth <= search->now)
        return;
    if (search->gains) {
        int64_t gain = worth - search->now;
        search->gains[key] = gain > search->gains[key] ? gain : search->gains[key];
        return;
    }
    int64_t gain = (worth < search->enough ? worth : search->enough) - search->now;
    int64_t cost = bargain_cost(search->mind, key, from, to);
    /* The most for what it costs; where that is the same, the most. */
    int64_t left = gain * search->best_cost, right = search->best_gain * cost;
    if (search->found && (left < right || (left == right && worth <= search->best_worth)))
        return;
    search->best = *candidate;
    search->best_worth = worth;
    search->best_gain = gain;
    search->best_cost = cost;
    search->found = true;
}

static bool amendable(const struct matter *matter, size_t text)
{
    return !matter->texts[text]->opened;
}

/* The offer's clause with these terms. */
static void search_clause(struct search *search, const struct offer *offer, size_t index,
                          const int64_t *from, const int64_t *terms)
{
    struct offer candidate = *offer;
    candidate.clauses[index].terms = terms;
    /* Who is not there cannot be bound. */
    if (!(mind_binds(search->mind, &candidate.clauses[index]) & ~search->matter->invited))
        search_try(search, &candidate, offer->clauses[index].key, from, terms);
}

/* Each other value of its terms from `first` on, one term at a time. */
static void search_terms_from(struct search *search, const struct offer *offer, size_t index,
                              size_t first, const int64_t *from)
{
    struct mind *mind = search->mind;
    const struct clause_type *type = mind_type(mind, offer->clauses[index].key);
    for (size_t term = first; term < type->term_count; term++) {
        int64_t values[TERM_VALUES_MAX];
        size_t count = mind_term_values(mind, &type->terms[term], values);
        for (size_t value = 0; value < count; value++) {
            if (values[value] == offer->clauses[index].terms[term])
                continue;
            int64_t *terms = arena_grow(mind->arena, offer->clauses[index].terms, type->term_count,
                                        type->term_count, sizeof(*terms));
            terms[term] = values[value];
            if (!search->pairs) {
                search_clause(search, offer, index, from, terms);
                continue;
            }
            struct offer changed = *offer;
            changed.clauses[index].terms = terms;
            search->pairs = false;
            search_terms_from(search, &changed, index, term + 1, from);
            search->pairs = true;
        }
    }
}

static void search_terms(struct search *search, const struct offer *offer, size_t index,
                         const int64_t *from)
{
    search_terms_from(search, offer, index, 0, from);
}

static bool kind_carries(const struct instrument_type *kind, uint32_t type)
{
    for (size_t index = 0; index < kind->clause_type_count; index++)
        if (kind->clause_types[index] == type)
            return true;
    return false;
}

/* The first text of the matter that could carry the clause; -1. */
static int text_for(const struct mind *mind, const struct matter *matter, uint32_t key)
{
    for (size_t text = 0; text < matter->count; text++)
        if (amendable(matter, text) &&
            kind_carries(&mind->scenario->instruments[matter->texts[text]->kind],
                         mind->scenario->keys[key].type))
            return (int)text;
    return -1;
}

static void search_added(struct search *search, const struct offer *offer)
{
    struct mind *mind = search->mind;
    const struct scenario *scenario = mind->scenario;
    for (uint32_t key = 0; key < scenario->key_count && offer->count < OFFER_CLAUSES_MAX; key++) {
        if (!mind->outlook.edition->open[key] || offer_find(offer, key) >= 0 ||
            outlook_holds_back(&mind->outlook, key, search->matter->invited))
            continue;
        int text = text_for(mind, search->matter, key);
        if (text < 0)
            continue;
        const struct clause_type *type = mind_type(mind, key);
        int64_t *terms = ARENA_ARRAY(mind->arena, int64_t, type->term_count);
        for (size_t term = 0; term < type->term_count; term++) {
            int64_t values[TERM_VALUES_MAX];
            terms[term] = mind_term_values(mind, &type->terms[term], values) > 0 ? values[0] : 0;
        }
        struct offer candidate = *offer;
        candidate.text[candidate.count] = (uint8_t)text;
        candidate.clauses[candidate.count++] = (struct clause_wish){key, terms};
        if (!(mind_binds(mind, &candidate.clauses[candidate.count - 1]) & ~search->matter->invited))
            search_try(search, &candidate, key, NULL, terms);
        search_terms(search, &candidate, candidate.count - 1, NULL);
    }
}

static void search_all(struct search *search, const struct offer *offer)
{
    for (size_t index = 0; index < offer->count; index++) {
        const struct clause_wish *clause = &offer->clauses[index];
        if (!amendable(search->matter, offer->text[index]))
            continue;
        if (!outlook_holds_back(&search->mind->outlook, clause->key, search->matter->invited))
            search_terms(search, offer, index, clause->terms);
        if (offer->count < 2)
            continue;
        struct offer candidate = offer_without(offer, index);
        search_try(search, &candidate, clause->key, clause->terms, NULL);
    }
    search_added(search, offer);
}

int64_t bargain_best(struct mind *mind, const struct matter *matter)
{
    int64_t worth = offer_worth(mind, matter, &matter->offer);
    if (worth == WORTH_NONE)
        return WORTH_NONE;
    struct search search = {.mind = mind,
                            .matter = matter,
                            .now = worth,
                            .gains = ARENA_ARRAY(mind->arena, int64_t, mind->scenario->key_count)};
    search_all(&search, &matter->offer);
    for (uint32_t key = 0; key < mind->scenario->key_count; key++)
        worth += search.gains[key];
    return worth;
}

/* Takes back each change that is not needed to bring `enough`. */
static int64_t take_back(struct mind *mind, const struct offer *before, struct matter *matter,
                         int64_t enough, int64_t worth)
{
    struct offer *offer = &matter->offer;
    for (size_t index = 0; index < offer->count; index++) {
        uint32_t key = offer->clauses[index].key;
        int old = offer_find(before, key);
        struct offer candidate = *offer;
        if (old < 0)
            candidate = offer_without(offer, index);
        else if (!mind_same_terms(mind, key, before->clauses[old].terms,
                                  offer->clauses[index].terms))
            candidate.clauses[index].terms = before->clauses[old].terms;
        else
            continue;
        int64_t without = offer_worth(mind, matter, &candidate);
        if (without < enough)
            continue;
        *offer = candidate;
        worth = without;
        index -= old < 0;
    }
    return worth;
}

int64_t bargain_towards(struct mind *mind, struct matter *matter, int64_t enough)
{
    struct offer before = matter->offer;
    int64_t worth = offer_worth(mind, matter, &matter->offer);
    int steps = 0;
    for (; steps < STEPS_MAX && worth < enough; steps++) {
        struct search search = {.mind = mind, .matter = matter, .now = worth, .enough = enough};
        search_all(&search, &matter->offer);
        /* Who pays may matter only together with how much. */
        if (!search.found) {
            search.pairs = true;
            search_all(&search, &matter->offer);
        }
        if (!search.found)
            break;
        matter->offer = search.best;
        worth = search.best_worth;
    }
    return steps > 1 && worth >= enough ? take_back(mind, &before, matter, enough, worth) : worth;
}

bool bargain_gift(struct mind *mind, struct matter *matter)
{
    struct search search = {.mind = mind,
                            .matter = matter,
                            .now = offer_worth(mind, matter, &matter->offer),
                            .gift = true};
    search_all(&search, &matter->offer);
    if (search.found)
        matter->offer = search.best;
    return search.found;
}
