#include "outlook.h"

#include "view_parts.h"

#include <string.h>

static void versions_look(const struct viewer *viewer, const struct instrument *text,
                          struct outlook_text *seen)
{
    size_t count = 0;
    bool shared = text_shared_with(text, viewer->audience);
    for (const struct version *version = text->versions; version; version = version->older)
        count++;
    struct outlook_version *versions = ARENA_ARRAY(viewer->arena, struct outlook_version, count);
    for (const struct version *version = text->versions; version; version = version->older) {
        const struct draft *draft = version->draft;
        bool had = (draft->invited | draft->witnesses) & party_bit(viewer->party);
        if (!had && !(text->open_to_all && version->number >= text->public_version))
            continue;
        bool told = shared || version->number != text->public_version;
        versions[seen->version_count++] =
            (struct outlook_version){told ? version->party : NONE, version->at, draft};
    }
    seen->versions = versions;
}

static void signatures_look(const struct viewer *viewer, const struct instrument *text,
                            struct outlook_text *seen)
{
    size_t parties = viewer->scenario->party_count;
    struct outlook_signature *signatures =
        ARENA_ARRAY(viewer->arena, struct outlook_signature, parties);
    for (int party = 0; party < (int)parties; party++) {
        const struct signature *signature = instrument_signature(text, party);
        if (!signature)
            continue;
        seen->signed_by |= party_bit(party);
        signatures[seen->signature_count++] =
            (struct outlook_signature){party, signature->reserved, signature->reserved_count};
    }
    seen->signatures = signatures;
}

static struct outlook_text text_look(const struct viewer *viewer, const struct instrument *text)
{
    struct outlook_text seen = {
        .id = viewer_text_name(viewer, text),
        .kind = text->kind,
        .author = text->author,
        .draft = text->status == INSTRUMENT_DRAFT,
        .in_force = instrument_active(text),
        .opened = text->opened,
        .taking_part = (text->draft->invited | text->draft->witnesses) & party_bit(viewer->party),
        .all_seen = true,
        .version = version_number(&viewer->namer, text, text->version),
        .declined = text->declined,
    };
    for (size_t index = 0; index < text->draft->linked_count; index++) {
        const struct instrument *other =
            instrument_find(viewer->position, text->draft->linked[index]);
        seen.all_seen &= other && viewer_sees_text(viewer, other);
    }
    const struct game *game = viewer->game;
    for (size_t index = game->message_count; index-- > 0 && seen.spoke_at == 0;)
        if (game->messages[index].party == viewer->party &&
            text_equal(game->messages[index].quote, text->id))
            seen.spoke_at = game->messages[index].at;
    versions_look(viewer, text, &seen);
    signatures_look(viewer, text, &seen);
    return seen;
}

static void texts_look(const struct viewer *viewer, struct outlook *outlook)
{
    const struct position *position = viewer->position;
    size_t count = position->instrument_count;
    uint32_t *sights = ARENA_ARRAY(viewer->arena, uint32_t, count);
    struct outlook_text *texts = ARENA_ARRAY(viewer->arena, struct outlook_text, count);
    for (size_t index = 0; index < count; index++) {
        sights[index] = text_sight(&viewer->namer, &position->instruments[index]);
        outlook->text_count += sights[index] > 0;
    }
    outlook->texts = texts;
    for (size_t place = 0; place < outlook->text_count; place++) {
        size_t first = count;
        for (size_t index = 0; index < count; index++)
            if (sights[index] > 0 && (first == count || sights[index] < sights[first]))
                first = index;
        sights[first] = 0;
        texts[place] = text_look(viewer, &position->instruments[first]);
    }
}

static void decisions_look(const struct viewer *viewer, struct outlook *outlook)
{
    size_t count = viewer->scenario->decision_count;
    struct outlook_decision *decisions = ARENA_ARRAY(viewer->arena, struct outlook_decision, count);
    for (size_t index = 0; index < count; index++) {
        const struct decision_state *state = &viewer->position->decisions[index];
        uint16_t choice = state->open ? state->choice[viewer->party] : 0;
        decisions[index] = (struct outlook_decision){
            .open = state->open,
            .asked = state->open && (state->by & party_bit(viewer->party)),
            .chosen = choice > 0,
            .option = choice > 0 ? choice - 1u : 0};
    }
    outlook->decisions = decisions;
}

static void instructions_look(const struct viewer *viewer, struct outlook *outlook)
{
    const struct game *game = viewer->game;
    const struct expression **those =
        ARENA_ARRAY(viewer->arena, const struct expression *, game->instruction_count);
    for (size_t index = 0; index < game->instruction_count; index++) {
        const struct instruction *instruction = &game->instructions[index];
        if (instruction->gone || instruction->party != viewer->party)
            continue;
        those[outlook->instruction_count++] = instruction->that;
    }
    outlook->instructions = those;
}

static size_t offers_count(const struct viewer *viewer)
{
    size_t count = 0;
    const struct game *game = viewer->game;
    for (size_t index = game->minute_count; index-- > 0;) {
        const struct event *event = game->minutes[index].event;
        if (event->type == EVENT_PHASE_OPENED)
            break;
        count += event->type == EVENT_VERSION && event->party == viewer->party;
    }
    return count;
}

static void clock_look(const struct viewer *viewer, struct outlook *outlook)
{
    const struct position *position = viewer->position;
    outlook->running = position->clock == CLOCK_RUNNING;
    outlook->final = position->final;
    outlook->phase = position->phase;
    outlook->round = position->round;
    outlook->deadline = due(viewer->game);
    if (position->phase == NONE)
        return;
    outlook->rounds = outlook->edition->rounds[position->phase];
    outlook->allows = position_allows(viewer->scenario, position);
    if (viewer->game->options.untimed)
        return;
    outlook->minutes = position->schedule ? position->schedule->minutes[position->phase]
                                          : outlook->edition->minutes[position->phase];
}

void outlook_open(struct outlook *outlook, const struct game *game, int party, struct arena *arena)
{
    struct viewer viewer = viewer_open(game, (struct audience){AUDIENCE_PARTY, party}, arena);
    *outlook = (struct outlook){
        .scenario = game->scenario,
        .edition = &game->scenario->editions[game->options.edition],
        .party = party,
        .world = viewer.world,
        .recorded = game->recorded && game->recorded[party] != INT64_MIN,
    };
    if (outlook->recorded)
        outlook->no_deal_at_opening = game->recorded[party];
    sight_fill(game->scenario, viewer.unseen, outlook->world.slots, FILL_MIDDLE);
    world_refresh(game->scenario, &outlook->world);
    clock_look(&viewer, outlook);
    texts_look(&viewer, outlook);
    decisions_look(&viewer, outlook);
    instructions_look(&viewer, outlook);
    outlook->offers = offers_count(&viewer);
    for (size_t index = 0; index < game->position.seat_count; index++) {
        const struct seat *seat = &game->position.seats[index];
        if (seat->role == ROLE_HEAD && !seat->automatic)
            outlook->people |= party_bit(seat->party);
        if (seat->role == ROLE_HEAD && seat->ready)
            outlook->ready |= party_bit(seat->party);
    }
}

bool outlook_reserves(const struct outlook_signature *signature, uint32_t key)
{
    for (size_t index = 0; index < signature->reserved_count; index++)
        if (signature->reserved[index] == key)
            return true;
    return false;
}

/* Whether these words are those that are settled for the clause. */
static bool words_hold(const struct outlook *outlook, const struct draft *draft, uint32_t key)
{
    const struct clause_key *clause = &outlook->scenario->keys[key];
    size_t count = outlook->scenario->clause_types[clause->type].term_count;
    int index = draft_clause_index(draft, key);
    return index != NONE && (count == 0 || memcmp(draft->clauses[index].terms,
                                                  outlook->world.slots + clause->slot + 1,
                                                  count * sizeof(int64_t)) == 0);
}

bool outlook_holds_back(const struct outlook *outlook, uint32_t key, party_set parties)
{
    if (!outlook->world.slots[outlook->scenario->keys[key].slot])
        return false;
    for (size_t index = 0; index < outlook->text_count; index++) {
        const struct outlook_text *text = &outlook->texts[index];
        party_set holders = text->signed_by;
        if (!text->in_force || !words_hold(outlook, text->versions[0].draft, key))
            continue;
        for (size_t at = 0; at < text->signature_count; at++)
            if (outlook_reserves(&text->signatures[at], key))
                holders &= ~party_bit(text->signatures[at].party);
        return holders & ~parties;
    }
    return false;
}
