#include "state.h"
#include "position.h"
#include "view.h"

#include "must.h"

#include <string.h>

/* The scenario's own instructions are there from the start, before those a head adds. */
static void instructions_open(struct game *game)
{
    const struct scenario *scenario = game->scenario;
    size_t count = 0;
    for (size_t party = 0; party < scenario->party_count; party++)
        count += scenario->instruction_counts[party];
    game->instructions = ARENA_ARRAY(game->arena, struct instruction, count);
    game->instruction_capacity = count;
    for (size_t party = 0; party < scenario->party_count; party++)
        for (size_t index = 0; index < scenario->instruction_counts[party]; index++) {
            const struct requirement *given = &scenario->instructions[party][index];
            struct text place = arena_print(game->arena, "instruction/%.*s/%zu",
                                            TEXT_ARGUMENTS(scenario->parties[party].id), index);
            game->instructions[game->instruction_count++] = (struct instruction){
                .id = random_id(game->options.seed, place, game->arena),
                .source = expression_source(given->that),
                .otherwise = given->otherwise,
                .party = (int)party,
                .that = given->that,
            };
        }
}

void game_refresh(struct game *game)
{
    memcpy(game->world.slots, game->position.state,
           game->scenario->state_count * sizeof *game->world.slots);
    world_refresh(game->scenario, &game->world);
}

struct game *game_open(const struct scenario *scenario, const struct game_options *options)
{
    must(options->edition < scenario->edition_count);
    struct arena *arena = arena_open();
    struct game *game = ARENA_NEW(arena, struct game);
    game->arena = arena;
    game->scenario = scenario;
    game->options = *options;
    game->options.id = arena_copy(arena, options->id);
    game->options.name = arena_copy(arena, options->name);
    game->frozen_outcome = NONE;
    position_open(scenario, &game->position, arena);
    game->world = world_open(scenario, arena);
    game_refresh(game);
    instructions_open(game);
    game->plans = ARENA_ARRAY(arena, struct plan, scenario->party_count);
    game->minutes_told = ARENA_ARRAY(arena, uint64_t, scenario->party_count + 2);
    return game;
}

void game_close(struct game *game)
{
    if (game)
        arena_close(game->arena);
}

const struct scenario *game_scenario(const struct game *game)
{
    return game->scenario;
}

const struct game_options *game_options(const struct game *game)
{
    return &game->options;
}

uint64_t game_sequence(const struct game *game)
{
    return game->sequence;
}

struct standing game_standing(const struct game *game)
{
    const struct position *position = &game->position;
    return (struct standing){.started = position->clock != CLOCK_LOBBY,
                             .final = position->final,
                             .closed = position->clock == CLOCK_CLOSED,
                             .told = position->final &&
                                     (position->debrief || game->options.open_scores)};
}

uint32_t game_fired(const struct game *game, size_t inject)
{
    return game->position.injects[inject].fired;
}

struct world game_world(const struct game *game, struct arena *scratch)
{
    return world_copy(game->scenario, &game->world, scratch);
}

int64_t due(const struct game *game)
{
    const struct position *position = &game->position;
    return position->clock == CLOCK_RUNNING && position->deadline != NONE ? position->deadline
                                                                          : INT64_MAX;
}

int game_seat(const struct game *game, struct text seat, enum seat_role *role, bool *powers)
{
    const struct seat *found = seat_find(&game->position, seat);
    if (!found)
        return NONE;
    if (role)
        *role = found->role;
    if (powers)
        *powers = found->powers;
    return found->party;
}

const struct instrument *instrument_find(const struct position *position, struct text id)
{
    for (size_t index = 0; index < position->instrument_count; index++)
        if (text_equal(position->instruments[index].id, id))
            return &position->instruments[index];
    return NULL;
}

const struct signature *instrument_signature(const struct instrument *instrument, int party)
{
    if (!(instrument->signed_by & party_bit(party)))
        return NULL;
    const struct signature *signature = instrument->signatures;
    while (signature && signature->party != party)
        signature = signature->older;
    must(signature);
    return signature;
}

bool signature_reserves(const struct signature *signature, uint32_t key)
{
    for (size_t index = 0; signature && index < signature->reserved_count; index++)
        if (signature->reserved[index] == key)
            return true;
    return false;
}

int draft_clause_index(const struct draft *draft, uint32_t key)
{
    for (size_t index = 0; index < draft->clause_count; index++)
        if (draft->clauses[index].key == key)
            return (int)index;
    return NONE;
}

bool instrument_active(const struct instrument *instrument)
{
    return instrument->status == INSTRUMENT_IN_FORCE && !instrument->suspended;
}

bool instrument_seen_by(const struct instrument *instrument, int party)
{
    if (instrument->open_to_all)
        return true;
    return party != NONE &&
           ((instrument->draft->invited | instrument->draft->witnesses) & party_bit(party));
}

party_set instrument_parties(const struct instrument *instrument)
{
    return instrument->signed_by & instrument->ratified & instrument->draft->invited;
}

party_set instrument_parties_to(const struct instrument *instrument, uint32_t key)
{
    party_set parties = instrument_parties(instrument);
    for (int party = 0; party < PARTIES_MAX; party++)
        if ((parties & party_bit(party)) &&
            signature_reserves(instrument_signature(instrument, party), key))
            parties &= ~party_bit(party);
    return parties;
}

int clause_replaces(const struct position *position, const struct instrument *instrument,
                    uint32_t key, party_set *missing)
{
    int holder = position->holders[key];
    *missing = 0;
    if (holder == NONE || &position->instruments[holder] == instrument)
        return NONE;
    /* Who reserves the clause in the new text has not agreed to lose the old one. */
    *missing = instrument_parties_to(&position->instruments[holder], key) &
               ~instrument_parties_to(instrument, key);
    return holder;
}

const struct seat *seat_find(const struct position *position, struct text id)
{
    for (size_t index = 0; index < position->seat_count; index++)
        if (text_equal(position->seats[index].id, id))
            return &position->seats[index];
    return NULL;
}

unsigned position_allows(const struct scenario *scenario, const struct position *position)
{
    if (position->phase == NONE)
        return 0;
    return position->final ? ALLOW_TALK : scenario->phases[position->phase].allows;
}
