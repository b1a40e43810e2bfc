#include "ledger.h"

#include "must.h"
#include "outlook.h"

#include <string.h>

enum { TEXTS_FIRST = 16 };

/* A text on the table, as its entries tell of it. */
struct sheet {
    struct text id;
    uint32_t kind;
    party_set signed_by;
    bool in_force;
};

/* Who keeps the record of one game. */
struct keeper {
    const struct ledger *ledger;
    struct game_record *record;
    const struct players *players;
    struct arena *arena, *scratch;
    struct sheet *sheets;
    size_t sheet_count, sheet_capacity;
    party_set *bound;  /* [key] */
    party_set *asked;  /* [decision]: while it is open */
    uint32_t *choices; /* [decision * parties + party]: that stands */
    bool dealt;        /* a text has come into force */
    int64_t before[PARTIES_MAX];
};

static size_t *starts_of(struct arena *arena, size_t count)
{
    return ARENA_ARRAY(arena, size_t, count + 1);
}

struct ledger ledger_open(const struct scenario *scenario, size_t games, struct arena *arena)
{
    size_t parties = scenario->party_count, kinds = scenario->instrument_count;
    size_t *terms = starts_of(arena, scenario->key_count);
    size_t *asks = starts_of(arena, scenario->decision_count);
    for (size_t key = 0; key < scenario->key_count; key++)
        terms[key + 1] = terms[key] + scenario->clause_types[scenario->keys[key].type].term_count;
    for (size_t decision = 0; decision < scenario->decision_count; decision++)
        asks[decision + 1] = asks[decision] + parties * scenario->decisions[decision].option_count;
    struct ledger ledger = {.scenario = scenario,
                            .games = ARENA_ARRAY(arena, struct game_record, games),
                            .game_count = games,
                            .first_terms = terms,
                            .term_count = terms[scenario->key_count],
                            .first_asks = asks,
                            .ask_count = asks[scenario->decision_count]};
    for (size_t game = 0; game < games; game++) {
        struct game_record *record = &ledger.games[game];
        record->kinds = ARENA_ARRAY(arena, uint8_t, parties);
        record->openings = ARENA_ARRAY(arena, int64_t, parties);
        record->deals = ARENA_ARRAY(arena, int64_t, parties);
        record->totals = ARENA_ARRAY(arena, int64_t, parties);
        record->drafted = ARENA_ARRAY(arena, uint32_t, kinds);
        record->entered = ARENA_ARRAY(arena, bool, kinds);
        record->parties = ARENA_ARRAY(arena, party_set, kinds);
        record->settled = ARENA_ARRAY(arena, bool, scenario->key_count);
        record->terms = ARENA_ARRAY(arena, int64_t, ledger.term_count);
        record->earlier = ARENA_ARRAY(arena, uint32_t, ledger.ask_count);
        record->last = ARENA_ARRAY(arena, bool, ledger.ask_count);
        record->supposed = ARENA_ARRAY(arena, int64_t, ledger.ask_count);
    }
    return ledger;
}

size_t ledger_terms(const struct ledger *ledger, uint32_t key)
{
    return ledger->first_terms[key];
}

size_t ledger_ask(const struct ledger *ledger, uint32_t decision, int party, uint32_t option)
{
    return ledger->first_asks[decision] +
           (size_t)party * ledger->scenario->decisions[decision].option_count + option;
}

party_set record_signatories(const struct ledger *ledger, const struct game_record *record)
{
    party_set parties = 0;
    for (size_t kind = 0; kind < ledger->scenario->instrument_count; kind++)
        parties |= record->parties[kind];
    return parties;
}

/* --- texts --- */

static struct sheet *sheet_find(struct keeper *keeper, struct text id)
{
    for (size_t index = 0; index < keeper->sheet_count; index++)
        if (text_equal(keeper->sheets[index].id, id))
            return &keeper->sheets[index];
    must(!"an event names a text that was not drafted");
    return NULL;
}

static void sheet_add(struct keeper *keeper, const struct event *event)
{
    if (keeper->sheet_count == keeper->sheet_capacity) {
        keeper->sheet_capacity = keeper->sheet_capacity ? keeper->sheet_capacity * 2 : TEXTS_FIRST;
        keeper->sheets = arena_grow(keeper->arena, keeper->sheets, keeper->sheet_count,
                                    keeper->sheet_capacity, sizeof(*keeper->sheets));
    }
    keeper->sheets[keeper->sheet_count++] =
        (struct sheet){.id = arena_copy(keeper->arena, event->instrument), .kind = event->kind};
    keeper->record->drafted[event->kind]++;
    keeper->record->versions++;
}

static void sheet_signed(struct keeper *keeper, struct sheet *sheet, int party)
{
    sheet->signed_by |= party_bit(party);
    if (sheet->in_force)
        keeper->record->parties[sheet->kind] |= sheet->signed_by;
}

static void sheet_entered(struct keeper *keeper, struct sheet *sheet)
{
    struct game_record *record = keeper->record;
    sheet->in_force = true;
    record->entered[sheet->kind] = true;
    record->parties[sheet->kind] |= sheet->signed_by;
    record->agreed |= __builtin_popcountll(sheet->signed_by) > 1;
}

static void settle(struct keeper *keeper, const struct event *event)
{
    struct game_record *record = keeper->record;
    record->settled[event->key] = true;
    keeper->bound[event->key] = event->parties;
    if (event->value_count > 0)
        memcpy(&record->terms[ledger_terms(keeper->ledger, event->key)], event->values,
               event->value_count * sizeof(*event->values));
}

/* --- decisions --- */

static uint32_t *choice_of(struct keeper *keeper, uint32_t decision, int party)
{
    return &keeper->choices[decision * keeper->ledger->scenario->party_count + (size_t)party];
}

static void decision_opened(struct keeper *keeper, const struct event *event)
{
    const struct scenario *scenario = keeper->ledger->scenario;
    keeper->asked[event->decision] = event->parties;
    for (int party = 0; party < (int)scenario->party_count; party++)
        *choice_of(keeper, event->decision, party) = scenario->decisions[event->decision].start;
}

static void decision_closed(struct keeper *keeper, const struct event *event, bool last)
{
    const struct scenario *scenario = keeper->ledger->scenario;
    struct game_record *record = keeper->record;
    const int64_t *choice = event->values;
    for (int party = 0; party < (int)scenario->party_count; party++) {
        if (!(event->parties & party_bit(party)))
            continue;
        uint32_t option = (uint32_t)*choice++;
        size_t ask = ledger_ask(keeper->ledger, event->decision, party, option);
        record->last[ask] |= last;
        record->earlier[ask] += !last;
        if (option != scenario->decisions[event->decision].start)
            record->chose |= party_bit(party);
    }
    keeper->asked[event->decision] = 0;
}

/* What would have come of every other choice in the last round: luck is the same, for it hangs on
 * where it is drawn. */
static void suppose(struct keeper *keeper, struct playout *playout, uint32_t decision, int party)
{
    const struct scenario *scenario = keeper->ledger->scenario;
    uint32_t chosen = *choice_of(keeper, decision, party);
    int64_t totals[PARTIES_MAX];
    if (!playout_suppose(playout, decision, party, chosen, chosen, totals))
        return;
    int64_t now = totals[party];
    for (uint32_t option = 0; option < scenario->decisions[decision].option_count; option++) {
        int64_t *gain =
            &keeper->record->supposed[ledger_ask(keeper->ledger, decision, party, option)];
        if (option == chosen || now == UNKNOWN ||
            !playout_suppose(playout, decision, party, option, chosen, totals) ||
            totals[party] == UNKNOWN || __builtin_sub_overflow(totals[party], now, gain))
            *gain = UNKNOWN;
    }
}

/* --- scores --- */

/* What everybody expects just before texts come into force: the first time, what no deal is worth.
 */
static void expect_before(struct keeper *keeper, const struct game *game)
{
    for (int party = 0; party < (int)keeper->ledger->scenario->party_count; party++) {
        struct party_score score = game_score(game, party, keeper->scratch);
        int64_t before = keeper->dealt ? score.expected : score.no_deal;
        keeper->before[party] = score.failed ? UNKNOWN : before;
        if (!keeper->dealt)
            keeper->record->deals[party] = 0;
    }
    keeper->dealt = true;
}

static void keep_deals(struct keeper *keeper, const struct game *game)
{
    for (int party = 0; party < (int)keeper->ledger->scenario->party_count; party++) {
        struct party_score score = game_score(game, party, keeper->scratch);
        int64_t *deal = &keeper->record->deals[party], before = keeper->before[party], added;
        if (*deal == UNKNOWN || before == UNKNOWN || score.failed ||
            __builtin_sub_overflow(score.expected, before, &added) ||
            __builtin_add_overflow(*deal, added, deal))
            *deal = UNKNOWN;
    }
}

static void keep_totals(struct keeper *keeper, const struct game *game)
{
    for (int party = 0; party < (int)keeper->ledger->scenario->party_count; party++) {
        struct party_score score = game_score(game, party, keeper->scratch);
        keeper->record->totals[party] = score.failed ? UNKNOWN : score.total;
    }
    keeper->record->outcome = game_outcome(game, keeper->scratch);
}

static bool holds(const uint32_t *keys, size_t count, uint32_t key)
{
    for (size_t index = 0; index < count; index++)
        if (keys[index] == key)
            return true;
    return false;
}

static const struct outlook_text *text_seen(const struct outlook *outlook, struct text id)
{
    for (size_t index = 0; index < outlook->text_count; index++)
        if (text_equal(outlook->texts[index].id, id))
            return &outlook->texts[index];
    return NULL;
}

/* The clauses that can be settled by the text as it would be signed: less those that somebody signs
 * it without, that bind who is not invited, or that others hold in force. */
static struct assumption settled_by(struct keeper *keeper, const struct outlook *outlook,
                                    const struct outlook_text *text, const struct command *command)
{
    struct world world = outlook->world;
    const struct draft *draft = text->versions[0].draft;
    struct clause_wish *clauses =
        ARENA_ARRAY(keeper->scratch, struct clause_wish, draft->clause_count);
    struct assumption assumption = {.clauses = clauses};
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        bool failed, reserved = text_equal(text->id, command->instrument) &&
                                holds(command->keys, command->key_count, clause->key);
        for (size_t at = 0; at < text->signature_count; at++)
            reserved |= outlook_reserves(&text->signatures[at], clause->key);
        party_set bound =
            clause_binds(keeper->ledger->scenario, &world, clause->key, clause->terms, &failed);
        if (!reserved && !(bound & ~draft->invited) &&
            !outlook_holds_back(outlook, clause->key, draft->invited))
            clauses[assumption.clause_count++] = (struct clause_wish){clause->key, clause->terms};
    }
    return assumption;
}

static bool gathered(const struct outlook_text *const *texts, size_t count,
                     const struct outlook_text *text)
{
    for (size_t index = 0; index < count; index++)
        if (texts[index] == text)
            return true;
    return false;
}

/* A signature under what is worth less to its party than what it has without: the text with those
 * that it is linked with, directly or not. */
static void weigh_signature(struct keeper *keeper, const struct game *game,
                            const struct command *command, int party)
{
    struct arena *arena = keeper->scratch;
    struct outlook outlook;
    outlook_open(&outlook, game, party, arena);
    const struct outlook_text **texts =
        ARENA_ARRAY(arena, const struct outlook_text *, outlook.text_count);
    struct assumption *settled = ARENA_ARRAY(arena, struct assumption, outlook.text_count);
    size_t count = 0;
    texts[count++] = text_seen(&outlook, command->instrument);
    for (size_t index = 0; index < count; index++) {
        const struct draft *draft = texts[index]->versions[0].draft;
        settled[index] = settled_by(keeper, &outlook, texts[index], command);
        for (size_t at = 0; at < draft->linked_count; at++) {
            const struct outlook_text *other = text_seen(&outlook, draft->linked[at]);
            if (other && other->draft && !gathered(texts, count, other))
                texts[count++] = other;
        }
    }
    const struct tree *worth = score_evaluate(game, party, settled, count, arena);
    int64_t total, without;
    keeper->record->signatures++;
    keeper->record->below += worth && tree_get_int(worth, TEXT("total"), &total) &&
                             tree_get_int(worth, TEXT("no_deal"), &without) && total < without;
}

/* --- the game tells --- */

static bool settles(const struct playout_entry *entry)
{
    for (size_t index = 0; index < entry->event_count; index++)
        if (entry->events[index].type == EVENT_ENTERED ||
            entry->events[index].type == EVENT_SETTLED)
            return true;
    return false;
}

static void before_entry(void *context, struct playout *playout, const struct playout_entry *entry)
{
    struct keeper *keeper = context;
    const struct scenario *scenario = keeper->ledger->scenario;
    arena_reset(keeper->scratch);
    if (entry->command->type == COMMAND_SIGN)
        for (size_t index = 0; index < entry->event_count; index++)
            if (entry->events[index].type == EVENT_SIGNED)
                weigh_signature(keeper, playout_game(playout), entry->command,
                                entry->events[index].party);
    if (settles(entry))
        expect_before(keeper, playout_game(playout));
    for (uint32_t decision = 0; entry->last && decision < scenario->decision_count; decision++)
        for (int party = 0; party < (int)scenario->party_count; party++)
            if (keeper->asked[decision] & party_bit(party))
                suppose(keeper, playout, decision, party);
}

static void take_event(struct keeper *keeper, const struct event *event, bool last)
{
    struct game_record *record = keeper->record;
    if (event->type == EVENT_DRAFTED)
        sheet_add(keeper, event);
    if (event->type == EVENT_VERSION) {
        sheet_find(keeper, event->instrument)->signed_by = 0;
        record->versions++;
    }
    if (event->type == EVENT_SIGNED)
        sheet_signed(keeper, sheet_find(keeper, event->instrument), event->party);
    if (event->type == EVENT_UNSIGNED)
        sheet_find(keeper, event->instrument)->signed_by &= ~party_bit(event->party);
    if (event->type == EVENT_ENTERED)
        sheet_entered(keeper, sheet_find(keeper, event->instrument));
    if (event->type == EVENT_SETTLED)
        settle(keeper, event);
    if (event->type == EVENT_UNSETTLED)
        record->settled[event->key] = false;
    if (event->type == EVENT_DECISION_OPENED)
        decision_opened(keeper, event);
    if (event->type == EVENT_CHOSEN)
        *choice_of(keeper, event->decision, event->party) = event->option;
    if (event->type == EVENT_DECISION_CLOSED)
        decision_closed(keeper, event, last);
    if (event->type == EVENT_RECORDED)
        memcpy(record->openings, event->values, event->value_count * sizeof(*event->values));
}

static void keep_kinds(struct keeper *keeper, const struct game *game)
{
    const struct players *players = keeper->players;
    for (int party = 0; party < (int)keeper->ledger->scenario->party_count; party++)
        keeper->record->kinds[party] = (uint8_t)players->kind(players->context, game, party);
}

static void after_entry(void *context, struct playout *playout, const struct playout_entry *entry)
{
    struct keeper *keeper = context;
    for (size_t index = 0; index < entry->event_count; index++)
        take_event(keeper, &entry->events[index], entry->last);
    if (entry->command->type == COMMAND_START)
        keep_kinds(keeper, playout_game(playout));
    if (settles(entry))
        keep_deals(keeper, playout_game(playout));
    if (entry->last)
        keep_totals(keeper, playout_game(playout));
}

void ledger_play(const struct ledger *ledger, size_t game, const struct playout_request *request)
{
    const struct scenario *scenario = ledger->scenario;
    struct game_record *record = &ledger->games[game];
    struct arena *arena = arena_open();
    struct keeper keeper = {
        .ledger = ledger,
        .record = record,
        .players = request->players,
        .arena = arena,
        .scratch = arena_open(),
        .bound = ARENA_ARRAY(arena, party_set, scenario->key_count),
        .asked = ARENA_ARRAY(arena, party_set, scenario->decision_count),
        .choices = ARENA_ARRAY(arena, uint32_t, scenario->decision_count * scenario->party_count)};
    record->outcome = -1;
    for (size_t party = 0; party < scenario->party_count; party++)
        record->openings[party] = record->deals[party] = record->totals[party] = UNKNOWN;
    for (size_t ask = 0; ask < ledger->ask_count; ask++)
        record->supposed[ask] = UNKNOWN;
    struct playout_request told = *request;
    told.before = before_entry;
    told.after = after_entry;
    told.context = &keeper;
    record->played = playout_run(&told);
    for (size_t key = 0; key < scenario->key_count; key++)
        if (record->settled[key])
            record->bound |= keeper.bound[key];
    arena_close(keeper.scratch);
    arena_close(arena);
}
