/* The whole state in one canonical form: equal games have equal hashes. */
#include "state.h"

#include "sha256.h"

static void add_int(struct sha256 *hash, int64_t number)
{
    unsigned char bytes[8];
    for (int index = 0; index < 8; index++)
        bytes[index] = (unsigned char)((uint64_t)number >> (8 * index));
    sha256_add(hash, bytes, sizeof bytes);
}

static void add_set(struct sha256 *hash, party_set parties)
{
    add_int(hash, (int64_t)parties);
}

static void add_text(struct sha256 *hash, struct text text)
{
    add_int(hash, (int64_t)text.length);
    sha256_add(hash, text.at, text.length);
}

static void add_values(struct sha256 *hash, const int64_t *values, size_t count)
{
    add_int(hash, (int64_t)count);
    for (size_t index = 0; index < count; index++)
        add_int(hash, values[index]);
}

static void add_indices(struct sha256 *hash, const uint32_t *indices, size_t count)
{
    add_int(hash, (int64_t)count);
    for (size_t index = 0; index < count; index++)
        add_int(hash, indices[index]);
}

static void add_draft(struct sha256 *hash, const struct scenario *scenario,
                      const struct draft *draft)
{
    add_set(hash, draft->invited);
    add_set(hash, draft->witnesses);
    add_int(hash, (int64_t)draft->clause_count);
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        add_int(hash, clause->key);
        add_set(hash, clause->brackets);
        add_values(hash, clause->terms,
                   scenario->clause_types[scenario->keys[clause->key].type].term_count);
    }
    add_int(hash, (int64_t)draft->article_count);
    for (size_t index = 0; index < draft->article_count; index++) {
        add_text(hash, draft->articles[index].id);
        add_text(hash, draft->articles[index].text);
        add_set(hash, draft->articles[index].brackets);
    }
    add_indices(hash, draft->takes_effect_if, draft->takes_effect_count);
    add_indices(hash, draft->suspended_while, draft->suspended_count);
    add_int(hash, (int64_t)draft->linked_count);
    for (size_t index = 0; index < draft->linked_count; index++)
        add_text(hash, draft->linked[index]);
}

static void add_signatures(struct sha256 *hash, const struct instrument *text)
{
    for (int party = 0; party < PARTIES_MAX; party++) {
        const struct signature *signature = instrument_signature(text, party);
        if (!signature)
            continue;
        add_int(hash, party);
        add_text(hash, signature->seat);
        add_int(hash, signature->automatic);
        add_int(hash, signature->override);
        add_int(hash, signature->at);
        add_indices(hash, signature->reserved, signature->reserved_count);
    }
}

static void add_instrument(struct sha256 *hash, const struct scenario *scenario,
                           const struct instrument *text)
{
    const int64_t numbers[] = {text->kind,       text->author,         text->status,
                               text->suspended,  text->open_to_all,    text->opened,
                               text->tabled_by,  text->leaked_by,      text->version,
                               text->drafted_at, text->public_version, text->entered_at};
    const party_set sets[] = {text->signed_by, text->ratified,     text->declined,
                              text->denounced, text->notice_given, text->notice_due};
    add_text(hash, text->id);
    add_values(hash, numbers, sizeof numbers / sizeof *numbers);
    for (size_t index = 0; index < sizeof sets / sizeof *sets; index++)
        add_set(hash, sets[index]);
    for (const struct version *version = text->versions; version; version = version->older) {
        add_int(hash, version->number);
        add_int(hash, version->party);
        add_text(hash, version->seat);
        add_int(hash, version->automatic);
        add_int(hash, version->at);
        add_draft(hash, scenario, version->draft);
    }
    add_signatures(hash, text);
    for (size_t index = 0; index < text->draft->clause_count; index++)
        add_int(hash, text->clauses[index]);
}

static void add_rules_state(struct sha256 *hash, const struct scenario *scenario,
                            const struct position *position)
{
    for (size_t key = 0; key < scenario->key_count; key++) {
        add_int(hash, position->holders[key]);
        add_set(hash, position->bound[key]);
        add_int(hash, position->entry_run[key]);
    }
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision_state *decision = &position->decisions[index];
        add_int(hash, decision->open);
        add_int(hash, decision->closed_once);
        add_set(hash, decision->by);
        add_set(hash, decision->last_by);
        for (size_t party = 0; party < scenario->party_count; party++) {
            add_int(hash, decision->choice[party]);
            add_int(hash, decision->last[party]);
        }
    }
    for (size_t index = 0; index < scenario->inject_count; index++) {
        add_int(hash, position->injects[index].fired);
        add_int(hash, position->injects[index].held);
    }
}

static void add_position(struct sha256 *hash, const struct scenario *scenario,
                         const struct position *position)
{
    add_values(hash, position->state, scenario->state_count);
    add_int(hash, (int64_t)position->instrument_count);
    for (size_t index = 0; index < position->instrument_count; index++)
        add_instrument(hash, scenario, &position->instruments[index]);
    add_rules_state(hash, scenario, position);
    add_int(hash, (int64_t)position->seat_count);
    for (size_t index = 0; index < position->seat_count; index++) {
        const struct seat *seat = &position->seats[index];
        const int64_t numbers[] = {seat->party, seat->role, seat->powers, seat->ready,
                                   seat->automatic};
        add_text(hash, seat->id);
        add_values(hash, numbers, sizeof numbers / sizeof *numbers);
    }
    const int64_t numbers[] = {position->clock,    position->phase,   position->round,
                               position->deadline, position->left,    position->final,
                               position->frozen,   position->debrief, position->recorded};
    add_values(hash, numbers, sizeof numbers / sizeof *numbers);
}

static void add_schedule(struct sha256 *hash, const struct scenario *scenario,
                         const struct schedule *schedule)
{
    const int64_t numbers[] = {schedule->fitted, schedule->bell_ms, schedule->debrief_minutes,
                               schedule->quiet.from, schedule->quiet.to};
    add_values(hash, numbers, sizeof numbers / sizeof *numbers);
    add_values(hash, schedule->minutes, scenario->phase_count);
    add_int(hash, (int64_t)schedule->quiet.offset_count);
    for (size_t index = 0; index < schedule->quiet.offset_count; index++) {
        add_int(hash, schedule->quiet.offsets[index].from_ms);
        add_int(hash, schedule->quiet.offsets[index].minutes);
    }
}

/* The record is made of the events alone, so these stand for it. */
static void add_event(struct sha256 *hash, const struct scenario *scenario,
                      const struct event *event)
{
    uint32_t fields = event_shapes[event->type].fields;
    add_int(hash, event->type);
    const struct text texts[] = {event->id,    event->seat,   event->instrument, event->text,
                                 event->title, event->source, event->quote,      event->path};
    const uint32_t text_fields[] = {FIELD_ID,    FIELD_SEAT,   FIELD_INSTRUMENT, FIELD_TEXT,
                                    FIELD_TITLE, FIELD_SOURCE, FIELD_QUOTE,      FIELD_PATH};
    for (size_t index = 0; index < sizeof texts / sizeof *texts; index++)
        if (fields & text_fields[index])
            add_text(hash, texts[index]);
    if (event->reason.length > 0)
        add_text(hash, event->reason);
    if (event->quote_article.length > 0)
        add_text(hash, event->quote_article);
    const struct {
        uint32_t field;
        int64_t number;
    } numbers[] = {
        {FIELD_PARTY, event->party},
        {FIELD_QUOTE, event->quote_key},
        {FIELD_INJECT, event->inject},
        {FIELD_VARIABLE, event->variable},
        {FIELD_VARIABLE, event->variable_key},
        {FIELD_ROLE, event->role},
        {FIELD_TO, event->to},
        {FIELD_PARTIES, (int64_t)event->parties},
        {FIELD_KIND, event->kind},
        {FIELD_VERSION, event->version},
        {FIELD_PHASE, event->phase},
        {FIELD_PHASE, event->round},
        {FIELD_KEY, event->key},
        {FIELD_DECISION, event->decision},
        {FIELD_OPTION, event->option},
        {FIELD_OUTCOME, event->outcome},
        {FIELD_VALUE, event->value},
        {FIELD_DEADLINE, event->deadline},
        {FIELD_LEFT, event->left},
        {FIELD_FLAG, event->flag},
    };
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++)
        if (fields & numbers[index].field)
            add_int(hash, numbers[index].number);
    if (fields & FIELD_VALUES)
        add_values(hash, event->values, event->value_count);
    if (fields & FIELD_KEYS)
        add_indices(hash, event->keys, event->key_count);
    if ((fields & FIELD_DRAFT) && event->draft)
        add_draft(hash, scenario, event->draft);
    if (fields & FIELD_SCHEDULE)
        add_schedule(hash, scenario, event->schedule);
}

struct text game_hash(const struct game *game, struct arena *scratch)
{
    struct sha256 hash = sha256_start();
    add_int(&hash, (int64_t)game->sequence);
    add_int(&hash, game->at);
    add_position(&hash, game->scenario, &game->position);
    for (size_t index = 0; index < game->minute_count; index++) {
        const struct minute *minute = &game->minutes[index];
        add_int(&hash, (int64_t)minute->sequence);
        add_int(&hash, minute->at);
        add_int(&hash, minute->by);
        add_text(&hash, minute->seat);
        add_int(&hash, minute->automatic);
        add_event(&hash, game->scenario, minute->event);
    }
    unsigned char digest[SHA256_BYTES];
    sha256_finish(&hash, digest);
    char *hex = arena_take(scratch, 2 * SHA256_BYTES + 1);
    static const char digits[] = "0123456789abcdef";
    for (size_t index = 0; index < SHA256_BYTES; index++) {
        hex[2 * index] = digits[digest[index] >> 4];
        hex[2 * index + 1] = digits[digest[index] & 15];
    }
    return (struct text){hex, 2 * SHA256_BYTES};
}
