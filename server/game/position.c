#include "position.h"

#include "must.h"

#include <string.h>

void position_open(const struct scenario *scenario, struct position *position, struct arena *arena)
{
    *position = (struct position){.phase = NONE, .deadline = NONE, .left = NONE};
    position->state = ARENA_ARRAY(arena, int64_t, scenario->state_count);
    memcpy(position->state, scenario->world_start, scenario->state_count * sizeof *position->state);
    position->holders = ARENA_ARRAY(arena, int32_t, scenario->key_count);
    for (size_t key = 0; key < scenario->key_count; key++)
        position->holders[key] = NONE;
    position->terms = ARENA_ARRAY(arena, const int64_t *, scenario->key_count);
    position->bound = ARENA_ARRAY(arena, party_set, scenario->key_count);
    position->entry_run = ARENA_ARRAY(arena, bool, scenario->key_count);
    position->decisions = ARENA_ARRAY(arena, struct decision_state, scenario->decision_count);
    for (size_t index = 0; index < scenario->decision_count; index++) {
        position->decisions[index].choice = ARENA_ARRAY(arena, uint16_t, scenario->party_count);
        position->decisions[index].last = ARENA_ARRAY(arena, uint16_t, scenario->party_count);
    }
    position->injects = ARENA_ARRAY(arena, struct inject_state, scenario->inject_count);
}

struct position position_copy(const struct scenario *scenario, const struct position *position,
                              int64_t *state, struct arena *arena)
{
#define COPY(type, items, count)                                                                   \
    arena_grow(arena, position->items, (count), (count), sizeof(type)) /* an exact copy */
    struct position copy = *position;
    copy.state = state;
    memcpy(state, position->state, scenario->state_count * sizeof *state);
    copy.instruments = COPY(struct instrument, instruments, position->instrument_count);
    copy.instrument_capacity = position->instrument_count;
    copy.seats = COPY(struct seat, seats, position->seat_count);
    copy.seat_capacity = position->seat_count;
    copy.holders = COPY(int32_t, holders, scenario->key_count);
    copy.terms = COPY(const int64_t *, terms, scenario->key_count);
    copy.bound = COPY(party_set, bound, scenario->key_count);
    copy.entry_run = COPY(bool, entry_run, scenario->key_count);
    copy.injects = COPY(struct inject_state, injects, scenario->inject_count);
    copy.decisions = COPY(struct decision_state, decisions, scenario->decision_count);
    for (size_t index = 0; index < scenario->decision_count; index++) {
        copy.decisions[index].choice =
            COPY(uint16_t, decisions[index].choice, scenario->party_count);
        copy.decisions[index].last = COPY(uint16_t, decisions[index].last, scenario->party_count);
    }
    return copy;
#undef COPY
}

static void derive_clauses(const struct scenario *scenario, struct position *position)
{
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        const struct clause_type *type = &scenario->clause_types[index];
        party_set bound = 0;
        for (uint32_t key = type->first_key; key < type->first_key + type->key_count; key++) {
            int holder = position->holders[key];
            bool active = holder != NONE && instrument_active(&position->instruments[holder]);
            int64_t *slots = position->state + scenario->keys[key].slot;
            slots[0] = active;
            for (size_t term = 0; term < type->term_count; term++)
                slots[1 + term] = active ? position->terms[key][term] : type->terms[term].start;
            if (active)
                bound |= position->bound[key];
        }
        for (size_t party = 0; party < scenario->party_count; party++)
            position->state[type->bound_slot + party] = (bound >> party) & 1;
    }
}

static void derive_instruments(const struct scenario *scenario, struct position *position)
{
    for (size_t kind = 0; kind < scenario->instrument_count; kind++) {
        const struct instrument_type *type = &scenario->instruments[kind];
        position->state[type->slot] = position->state[type->slot + 1] = 0;
        for (size_t party = 0; party < scenario->party_count; party++)
            position->state[type->signed_slot + party] = 0;
    }
    for (size_t index = 0; index < position->instrument_count; index++) {
        const struct instrument *instrument = &position->instruments[index];
        const struct instrument_type *type = &scenario->instruments[instrument->kind];
        bool stands =
            instrument->status == INSTRUMENT_DRAFT || instrument->status == INSTRUMENT_IN_FORCE;
        if (instrument_active(instrument))
            position->state[type->slot] = 1;
        /* What is signed in secret is not read by any rule. */
        if (!stands || !instrument->open_to_all || !instrument->draft)
            continue;
        party_set signed_by = instrument->signed_by & instrument->draft->invited;
        int64_t count = __builtin_popcountll(signed_by);
        if (count > position->state[type->slot + 1])
            position->state[type->slot + 1] = count;
        for (size_t party = 0; party < scenario->party_count; party++)
            if (signed_by & party_bit((int)party))
                position->state[type->signed_slot + party] = 1;
    }
}

void position_derive(const struct scenario *scenario, struct position *position)
{
    derive_clauses(scenario, position);
    derive_instruments(scenario, position);
}

struct instrument *position_instrument(struct position *position, struct text id)
{
    for (size_t index = 0; index < position->instrument_count; index++)
        if (text_equal(position->instruments[index].id, id))
            return &position->instruments[index];
    must(!"an event names a text that is not there");
    return NULL;
}

void position_suspend(const struct scenario *scenario, struct position *position, size_t index,
                      bool suspended)
{
    if (position->instruments[index].suspended == suspended)
        return;
    position->instruments[index].suspended = suspended;
    position_derive(scenario, position);
}
