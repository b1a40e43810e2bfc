/* What events do to texts. */
#include "change.h"
#include "name.h"

#include "must.h"

/* Drafts' clause states are shared between copies of a position, so a change makes a new list. */
static void clause_change(struct instrument *instrument, uint32_t key, enum clause_state state,
                          struct arena *arena)
{
    int index = draft_clause_index(instrument->draft, key);
    must(index != NONE);
    uint8_t *states = arena_grow(arena, instrument->clauses, instrument->draft->clause_count,
                                 instrument->draft->clause_count, sizeof *states);
    states[index] = (uint8_t)state;
    instrument->clauses = states;
}

void apply_drafted(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    must(!instrument_find(position, event->instrument));
    if (position->instrument_count == position->instrument_capacity) {
        size_t capacity = position->instrument_capacity ? 2 * position->instrument_capacity : 8;
        position->instruments =
            arena_grow(change->arena, position->instruments, position->instrument_count, capacity,
                       sizeof *position->instruments);
        position->instrument_capacity = capacity;
    }
    position->instruments[position->instrument_count++] = (struct instrument){
        .id = event->instrument,
        .kind = event->kind,
        .author = event->party,
        .tabled_by = NONE,
        .leaked_by = NONE,
        .drafted_at = change->stamp.at,
    };
}

void apply_version(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    struct instrument *instrument = position_instrument(position, event->instrument);
    must(instrument->status == INSTRUMENT_DRAFT);
    must(event->version == instrument->version + 1);
    if (event->version == 1)
        instrument->drafted = naming_of_draft(position, instrument->author, instrument->kind,
                                              event->draft->invited | event->draft->witnesses);
    struct version *version = ARENA_NEW(change->arena, struct version);
    *version = (struct version){
        .number = event->version,
        .party = event->party,
        .seat = arena_copy(change->arena, change->stamp.by->seat),
        .automatic = change->stamp.by->automatic,
        .at = change->stamp.at,
        .sight = ++position->sights,
        .draft = event->draft,
        .older = instrument->versions,
    };
    instrument->versions = version;
    instrument->version = event->version;
    instrument->draft = event->draft;
    instrument->signed_by = instrument->ratified = instrument->declined = 0;
    instrument->clauses = ARENA_ARRAY(change->arena, uint8_t, event->draft->clause_count);
}

void apply_signed(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    struct instrument *instrument = position_instrument(position, event->instrument);
    must(event->version == instrument->version);
    struct signature *signature = ARENA_NEW(change->arena, struct signature);
    *signature = (struct signature){
        .party = event->party,
        .seat = arena_copy(change->arena, change->stamp.by->seat),
        .automatic = change->stamp.by->automatic,
        .override = event->flag,
        .at = change->stamp.at,
        .reserved = event->keys,
        .reserved_count = event->key_count,
        .older = instrument->signatures,
    };
    instrument->signatures = signature;
    instrument->signed_by |= party_bit(event->party);
    instrument->declined &= ~party_bit(event->party);
    if (!change->scenario->instruments[instrument->kind].ratified_when)
        instrument->ratified |= party_bit(event->party);
    for (size_t index = 0; index < instrument->draft->clause_count; index++)
        if (instrument->clauses[index] == CLAUSE_OVERTAKEN)
            clause_change(instrument, instrument->draft->clauses[index].key, CLAUSE_DORMANT,
                          change->arena);
}

static void signature_remove(struct instrument *instrument, int party)
{
    instrument->signed_by &= ~party_bit(party);
    instrument->ratified &= ~party_bit(party);
    instrument->notice_given &= ~party_bit(party);
    instrument->notice_due &= ~party_bit(party);
}

/* A dormant clause whose own parties have all settled the matter elsewhere since does not take the
 * newer clause's place when what it waited for comes about of itself: only a signature does that.
 */
static void dormant_overtake(struct position *position, const struct instrument *newer,
                             uint32_t key, struct arena *arena)
{
    party_set agreed = instrument_parties(newer);
    for (size_t index = 0; index < position->instrument_count; index++) {
        struct instrument *other = &position->instruments[index];
        if (other == newer || other->status != INSTRUMENT_IN_FORCE)
            continue;
        int clause = draft_clause_index(other->draft, key);
        if (clause == NONE || other->clauses[clause] != CLAUSE_DORMANT)
            continue;
        party_set parties = instrument_parties_to(other, key);
        if (parties && !(parties & ~agreed))
            clause_change(other, key, CLAUSE_OVERTAKEN, arena);
    }
}

void apply_settled(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    struct instrument *instrument = position_instrument(position, event->instrument);
    must(instrument->status == INSTRUMENT_IN_FORCE);
    int holder = position->holders[event->key];
    if (holder != NONE)
        clause_change(&position->instruments[holder], event->key, CLAUSE_SUPERSEDED, change->arena);
    clause_change(instrument, event->key, CLAUSE_SETTLED, change->arena);
    position->holders[event->key] = (int32_t)(instrument - position->instruments);
    position->terms[event->key] = event->values;
    position->bound[event->key] = event->parties;
    dormant_overtake(position, instrument, event->key, change->arena);
}

/* A clause stops counting: for good, or until it is complete again. */
static void clause_release(struct position *position, struct instrument *instrument, uint32_t key,
                           enum clause_state state, struct arena *arena)
{
    if (position->holders[key] == instrument - position->instruments) {
        position->holders[key] = NONE;
        position->terms[key] = NULL;
        position->bound[key] = 0;
    }
    clause_change(instrument, key, state, arena);
}

void apply_ended(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    struct instrument *instrument = position_instrument(position, event->instrument);
    for (size_t index = 0; index < instrument->draft->clause_count; index++)
        if (instrument->clauses[index] != CLAUSE_SUPERSEDED)
            clause_release(position, instrument, instrument->draft->clauses[index].key,
                           CLAUSE_ENDED, change->arena);
    instrument->status = INSTRUMENT_ENDED;
    instrument->suspended = false;
}

void apply_denounced(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    struct instrument *instrument = position_instrument(position, event->instrument);
    if (!event->flag) {
        instrument->notice_given |= party_bit(event->party);
        return;
    }
    signature_remove(instrument, event->party);
    instrument->denounced |= party_bit(event->party);
}

void apply_ratified(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    struct instrument *instrument = position_instrument(position, event->instrument);
    must(instrument->signed_by & party_bit(event->party));
    if (event->flag)
        instrument->ratified |= party_bit(event->party);
    else
        instrument->ratified &= ~party_bit(event->party);
}

static struct instrument *changed(struct change *change)
{
    return position_instrument(change->position, change->event->instrument);
}

void apply_opened(struct change *change)
{
    changed(change)->opened = change->event->flag;
}

/* Public from this version on; earlier ones stay between those invited. */
static void publish(struct position *position, struct instrument *instrument)
{
    if (instrument->open_to_all)
        return;
    instrument->public_version = instrument->version;
    instrument->published_at = ++position->sights;
    instrument->published = naming_of_public(position, instrument);
    instrument->open_to_all = true;
}

void apply_tabled(struct change *change)
{
    struct instrument *instrument = changed(change);
    publish(change->position, instrument);
    instrument->tabled_by = change->event->party;
}

void apply_leaked(struct change *change)
{
    struct instrument *instrument = changed(change);
    publish(change->position, instrument);
    instrument->leaked_by = change->event->party;
}

void apply_unsigned(struct change *change)
{
    signature_remove(changed(change), change->event->party);
}

void apply_declined(struct change *change)
{
    changed(change)->declined |= party_bit(change->event->party);
}

void apply_withdrawn(struct change *change)
{
    changed(change)->status = INSTRUMENT_WITHDRAWN;
}

void apply_entered(struct change *change)
{
    struct instrument *instrument = changed(change);
    must(instrument->status == INSTRUMENT_DRAFT);
    instrument->status = INSTRUMENT_IN_FORCE;
    publish(change->position, instrument);
    instrument->entered_at = change->stamp.at;
}

void apply_unsettled(struct change *change)
{
    clause_release(change->position, changed(change), change->event->key, CLAUSE_ENDED,
                   change->arena);
}

void apply_dormant(struct change *change)
{
    must(change->event->flag);
    clause_release(change->position, changed(change), change->event->key, CLAUSE_DORMANT,
                   change->arena);
}

void apply_suspended(struct change *change)
{
    changed(change)->suspended = change->event->flag;
}
