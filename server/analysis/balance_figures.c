/* What the games of a ledger come to. */
#include "balance.h"

#include <stdlib.h>

const unsigned balance_permille[QUANTILES] = {50, 250, 500, 750, 950};

static struct spread spread_of(int64_t *values, size_t count)
{
    struct spread spread = {.count = count};
    struct gathering gathering = {0};
    if (count == 0)
        return spread;
    values_sort(values, count);
    spread.least = values[0];
    spread.most = values[count - 1];
    for (size_t at = 0; at < QUANTILES; at++)
        spread.quantiles[at] = quantile(values, count, balance_permille[at]);
    for (size_t at = 0; at < count; at++)
        gather(&gathering, (double)values[at]);
    spread.mean = mean_of(&gathering);
    return spread;
}

/* False where one of them is not known. */
static bool gain_of(const int64_t *values, const int64_t *openings, size_t party, int64_t *gain)
{
    return values[party] != UNKNOWN && openings[party] != UNKNOWN &&
           !__builtin_sub_overflow(values[party], openings[party], gain);
}

/* --- the games --- */

/* What came into force took nothing from anybody of `parties`. */
static bool nobody_loses(const struct balance *balance, const struct game_record *record,
                         party_set parties)
{
    for (size_t party = 0; party < balance->ledger.scenario->party_count; party++) {
        if ((parties & party_bit((int)party)) && record->deals[party] < 0)
            return false; /* Or not known, which is the least number. */
    }
    return true;
}

static void figure_agreements(struct balance *balance)
{
    uint64_t agreed = 0, willing = 0, zopa = 0, cut = 0;
    for (size_t game = 0; game < balance->games; game++) {
        const struct game_record *record = &balance->ledger.games[game];
        party_set signatories = record_signatories(&balance->ledger, record);
        agreed += record->agreed;
        willing += record->agreed && nobody_loses(balance, record, signatories);
        zopa += record->agreed && nobody_loses(balance, record, ~(party_set)0);
        cut += record->played.cut;
        balance->signatures += record->signatures;
        balance->below += record->below;
        balance->refused += record->played.refused;
    }
    balance->agreed = share_of(agreed, balance->games);
    balance->willing = share_of(willing, balance->games);
    balance->zopa = share_of(zopa, balance->games);
    balance->cut = share_of(cut, balance->games);
}

static void figure_outcomes(struct balance *balance, struct arena *arena)
{
    size_t count = balance->ledger.scenario->outcome_count;
    uint64_t *hits = ARENA_ARRAY(arena, uint64_t, count + 1); /* last: none */
    for (size_t game = 0; game < balance->games; game++) {
        int32_t outcome = balance->ledger.games[game].outcome;
        hits[outcome < 0 ? count : (size_t)outcome]++;
    }
    balance->outcomes = ARENA_ARRAY(arena, struct share, count);
    for (size_t outcome = 0; outcome < count; outcome++)
        balance->outcomes[outcome] = share_of(hits[outcome], balance->games);
    balance->no_outcome = share_of(hits[count], balance->games);
}

static void figure_lengths(struct balance *balance, int64_t *values)
{
    for (size_t game = 0; game < balance->games; game++)
        values[game] = balance->ledger.games[game].played.rounds;
    balance->rounds = spread_of(values, balance->games);
    for (size_t game = 0; game < balance->games; game++)
        values[game] = balance->ledger.games[game].played.acts;
    balance->acts = spread_of(values, balance->games);
    for (size_t game = 0; game < balance->games; game++)
        values[game] = balance->ledger.games[game].versions;
    balance->versions = spread_of(values, balance->games);
}

/* --- parties --- */

static struct spread spread_gains(const struct balance *balance, size_t party, int64_t *values)
{
    size_t count = 0;
    for (size_t game = 0; game < balance->games; game++) {
        const struct game_record *record = &balance->ledger.games[game];
        count += gain_of(record->totals, record->openings, party, &values[count]);
    }
    return spread_of(values, count);
}

enum what { TOTALS, OPENINGS, DEALS };

static struct spread spread_known(const struct balance *balance, size_t party, enum what what,
                                  int64_t *values)
{
    size_t count = 0;
    for (size_t game = 0; game < balance->games; game++) {
        const struct game_record *record = &balance->ledger.games[game];
        int64_t value = what == TOTALS     ? record->totals[party]
                        : what == OPENINGS ? record->openings[party]
                                           : record->deals[party];
        if (value != UNKNOWN)
            values[count++] = value;
    }
    return spread_of(values, count);
}

static struct party_balance figure_party(const struct balance *balance, size_t party,
                                         int64_t *values)
{
    struct party_balance figures = {.gain = spread_gains(balance, party, values)};
    uint64_t below = 0, signs = 0, bound = 0, chose = 0;
    for (size_t at = 0; at < figures.gain.count; at++)
        below += values[at] < 0;
    figures.deal = spread_known(balance, party, DEALS, values);
    figures.total = spread_known(balance, party, TOTALS, values);
    figures.opening = spread_known(balance, party, OPENINGS, values);
    for (size_t game = 0; game < balance->games; game++) {
        const struct game_record *record = &balance->ledger.games[game];
        party_set bit = party_bit((int)party);
        signs += (record_signatories(&balance->ledger, record) & bit) != 0;
        bound += (record->bound & bit) != 0;
        chose += (record->chose & bit) != 0;
    }
    figures.below = share_of(below, figures.gain.count);
    figures.signs = share_of(signs, balance->games);
    figures.bound = share_of(bound, balance->games);
    figures.chose = share_of(chose, balance->games);
    figures.idle = signs + bound + chose == 0;
    return figures;
}

/* --- texts --- */

static struct text_balance figure_text(const struct balance *balance, size_t kind,
                                       struct arena *arena)
{
    size_t parties = balance->ledger.scenario->party_count;
    struct text_balance figures = {.signs = ARENA_ARRAY(arena, struct share, parties)};
    uint64_t drafted = 0, *signs = ARENA_ARRAY(arena, uint64_t, parties);
    for (size_t game = 0; game < balance->games; game++) {
        const struct game_record *record = &balance->ledger.games[game];
        drafted += record->drafted[kind] > 0;
        figures.entries += record->entered[kind];
        for (size_t party = 0; party < parties; party++)
            signs[party] += (record->parties[kind] & party_bit((int)party)) != 0;
    }
    figures.drafted = share_of(drafted, balance->games);
    figures.entered = share_of(figures.entries, balance->games);
    for (size_t party = 0; party < parties; party++)
        figures.signs[party] = share_of(signs[party], figures.entries);
    return figures;
}

/* --- clauses --- */

static int count_order(const void *left, const void *right)
{
    const struct value_count *one = left, *other = right;
    if (one->count != other->count)
        return one->count < other->count ? 1 : -1;
    return (one->value > other->value) - (one->value < other->value);
}

static struct term_balance figure_term(const struct balance *balance, uint32_t key, size_t place,
                                       int64_t *values, struct arena *arena)
{
    size_t count = 0;
    for (size_t game = 0; game < balance->games; game++)
        if (balance->ledger.games[game].settled[key])
            values[count++] = balance->ledger.games[game].terms[place];
    struct term_balance figures = {.values = ARENA_ARRAY(arena, struct value_count, count)};
    values_sort(values, count);
    for (size_t at = 0; at < count; at++) {
        if (at == 0 || values[at] != values[at - 1])
            figures.values[figures.value_count++].value = values[at];
        figures.values[figures.value_count - 1].count++;
    }
    if (figures.value_count > 1)
        qsort(figures.values, figures.value_count, sizeof(*figures.values), count_order);
    figures.still = count > 1 && figures.value_count == 1;
    return figures;
}

static struct clause_balance figure_clause(const struct balance *balance, uint32_t key,
                                           int64_t *values, struct arena *arena)
{
    const struct scenario *scenario = balance->ledger.scenario;
    const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
    struct clause_balance figures = {
        .open = scenario->editions[balance->request->edition].open[key],
        .terms = ARENA_ARRAY(arena, struct term_balance, type->term_count)};
    for (size_t game = 0; game < balance->games; game++)
        figures.count += balance->ledger.games[game].settled[key];
    figures.settled = share_of(figures.count, balance->games);
    for (size_t term = 0; term < type->term_count; term++)
        figures.terms[term] =
            figure_term(balance, key, ledger_terms(&balance->ledger, key) + term, values, arena);
    return figures;
}

/* --- decisions --- */

/* How often each option was chosen, and asked for, by some parties. */
static void figure_choices(const struct balance *balance, uint32_t decision, party_set parties,
                           struct choice_balance *figures)
{
    const struct scenario *scenario = balance->ledger.scenario;
    size_t options = scenario->decisions[decision].option_count;
    uint64_t earlier_asked = 0, last_asked = 0;
    for (uint32_t option = 0; option < options; option++) {
        struct gathering gathering = {0};
        uint64_t earlier = 0, last = 0, better = 0;
        for (size_t game = 0; game < balance->games; game++)
            for (int party = 0; party < (int)scenario->party_count; party++) {
                if (!(parties & party_bit(party)))
                    continue;
                const struct game_record *record = &balance->ledger.games[game];
                size_t ask = ledger_ask(&balance->ledger, decision, party, option);
                earlier += record->earlier[ask];
                last += record->last[ask];
                if (record->supposed[ask] == UNKNOWN)
                    continue;
                gather(&gathering, (double)record->supposed[ask]);
                better += record->supposed[ask] > 0;
            }
        figures[option].supposed = mean_of(&gathering);
        figures[option].better = share_of(better, gathering.count);
        figures[option].earlier_asked = earlier;
        figures[option].last_asked = last;
        earlier_asked += earlier;
        last_asked += last;
    }
    for (uint32_t option = 0; option < options; option++) {
        struct choice_balance *figure = &figures[option];
        figure->earlier = share_of(figure->earlier_asked, earlier_asked);
        figure->last = share_of(figure->last_asked, last_asked);
        figure->earlier_asked = earlier_asked;
        figure->last_asked = last_asked;
    }
}

static struct decision_balance figure_decision(const struct balance *balance, uint32_t decision,
                                               struct arena *arena)
{
    const struct scenario *scenario = balance->ledger.scenario;
    size_t options = scenario->decisions[decision].option_count;
    struct decision_balance figures = {
        .all = ARENA_ARRAY(arena, struct choice_balance, options),
        .parties = ARENA_ARRAY(arena, struct choice_balance *, scenario->party_count)};
    figure_choices(balance, decision, ~(party_set)0, figures.all);
    figures.asked = figures.all[0].earlier_asked + figures.all[0].last_asked > 0;
    for (size_t party = 0; party < scenario->party_count; party++) {
        figures.parties[party] = ARENA_ARRAY(arena, struct choice_balance, options);
        figure_choices(balance, decision, party_bit((int)party), figures.parties[party]);
    }
    return figures;
}

/* --- kinds of bots --- */

static struct kind_balance figure_kind(const struct balance *balance, size_t kind,
                                       struct arena *arena)
{
    size_t parties = balance->ledger.scenario->party_count;
    struct kind_balance figures = {.parties = ARENA_ARRAY(arena, struct mean, parties)};
    struct gathering all = {0};
    for (size_t party = 0; party < parties; party++) {
        struct gathering own = {0};
        for (size_t game = 0; game < balance->games; game++) {
            const struct game_record *record = &balance->ledger.games[game];
            int64_t gain;
            if (record->kinds[party] != kind ||
                !gain_of(record->totals, record->openings, party, &gain))
                continue;
            gather(&own, (double)gain);
            gather(&all, (double)gain - balance->parties[party].gain.mean.mean);
        }
        figures.parties[party] = mean_of(&own);
    }
    figures.advantage = mean_of(&all);
    return figures;
}

void balance_figures(struct balance *balance, struct arena *arena)
{
    const struct scenario *scenario = balance->ledger.scenario;
    balance->games = balance->ledger.game_count;
    int64_t *values = ARENA_ARRAY(arena, int64_t, balance->games + 1);
    size_t kinds = balance->request->players->kind_count;
    figure_agreements(balance);
    figure_outcomes(balance, arena);
    figure_lengths(balance, values);
    balance->parties = ARENA_ARRAY(arena, struct party_balance, scenario->party_count);
    for (size_t party = 0; party < scenario->party_count; party++)
        balance->parties[party] = figure_party(balance, party, values);
    balance->texts = ARENA_ARRAY(arena, struct text_balance, scenario->instrument_count);
    for (size_t kind = 0; kind < scenario->instrument_count; kind++)
        balance->texts[kind] = figure_text(balance, kind, arena);
    balance->clauses = ARENA_ARRAY(arena, struct clause_balance, scenario->key_count);
    for (uint32_t key = 0; key < scenario->key_count; key++)
        balance->clauses[key] = figure_clause(balance, key, values, arena);
    balance->decisions = ARENA_ARRAY(arena, struct decision_balance, scenario->decision_count);
    for (uint32_t decision = 0; decision < scenario->decision_count; decision++)
        balance->decisions[decision] = figure_decision(balance, decision, arena);
    balance->kinds = ARENA_ARRAY(arena, struct kind_balance, kinds);
    for (size_t kind = 0; kind < kinds; kind++)
        balance->kinds[kind] = figure_kind(balance, kind, arena);
}
