/* A deal is played before it is shown: by the same decisions as any other. */
#include "left.h"

#include "view.h"

struct text left_head(const struct record *record, const struct game *game, int party)
{
    for (size_t entry = 0; entry < record->count; entry++)
        for (size_t at = 0; at < record->entries[entry].event_count; at++) {
            const struct event *event = &record->entries[entry].events[at];
            enum seat_role role;
            if (event->type == EVENT_SEATED && game_seat(game, event->seat, &role, NULL) == party &&
                role == ROLE_HEAD)
                return event->seat;
        }
    return TEXT("");
}

struct attempt {
    const struct left_moment *moment;
    struct arena *arena;
    struct game *game;
    struct text instrument;
    bool entered, others_entered;
    size_t settled;
};

static void events_noted(struct attempt *attempt, const struct event *events, size_t count)
{
    for (size_t at = 0; at < count; at++) {
        if (events[at].type == EVENT_DRAFTED)
            attempt->instrument = arena_copy(attempt->arena, events[at].instrument);
        bool entered = events[at].type == EVENT_ENTERED;
        if (!text_equal(events[at].instrument, attempt->instrument)) {
            attempt->others_entered |= entered;
            continue;
        }
        attempt->entered |= entered;
        attempt->settled += events[at].type == EVENT_SETTLED;
    }
}

static bool does(struct attempt *attempt, const struct command *command)
{
    struct decision_result result =
        decide(attempt->game, command, attempt->moment->at, attempt->arena);
    if (result.refused)
        return false;
    apply(attempt->game, game_sequence(attempt->game) + 1, attempt->moment->at, &command->actor,
          result.events, result.event_count);
    events_noted(attempt, result.events, result.event_count);
    return true;
}

static bool drafted_and_signed(struct attempt *attempt, const struct left_deal *deal)
{
    const struct left_moment *moment = attempt->moment;
    const struct scenario *scenario = moment->record->scenario;
    struct command command = {.type = COMMAND_DRAFT,
                              .kind = deal->kind,
                              .invite = deal->parties,
                              .clauses = deal->clauses,
                              .clause_count = deal->clause_count,
                              .key = -1,
                              .party = -1,
                              .quote_key = -1};
    for (size_t party = 0; party < scenario->party_count; party++) {
        if (!(deal->parties & party_bit((int)party)))
            continue;
        command.actor = (struct actor){
            .kind = ACTOR_SEAT, .seat = left_head(moment->record, attempt->game, (int)party)};
        if (command.type == COMMAND_DRAFT && !does(attempt, &command))
            return false;
        command.type = COMMAND_SIGN;
        command.instrument = attempt->instrument;
        command.version = 1;
        if (!does(attempt, &command))
            return false;
    }
    return true;
}

static bool is_better(struct attempt *attempt, struct left_deal *deal)
{
    const struct scenario *scenario = attempt->moment->record->scenario;
    struct world world = game_world(attempt->game, attempt->arena);
    int64_t *worth = ARENA_ARRAY(attempt->arena, int64_t, scenario->party_count);
    deal->least = INT64_MAX;
    deal->sum = 0;
    deal->worth = worth;
    for (size_t party = 0; party < scenario->party_count; party++) {
        bool signs = deal->parties & party_bit((int)party);
        if (!worth_expected(scenario, &world, (int)party, &worth[party])) {
            worth[party] = INT64_MIN;
            if (signs)
                return false;
        }
        if (!signs)
            continue;
        wide gain = (wide)worth[party] - attempt->moment->bars[party];
        if (gain <= 0)
            return false;
        deal->sum += gain;
        if (gain < deal->least)
            deal->least = (int64_t)gain;
    }
    return true;
}

bool left_play(const struct left_moment *moment, struct arena *arena, struct left_deal *deal)
{
    struct attempt attempt = {
        .moment = moment, .arena = arena, .game = record_game(moment->record, moment->count)};
    bool holds = drafted_and_signed(&attempt, deal) && attempt.entered &&
                 !(moment->supposed && attempt.others_entered) &&
                 attempt.settled == deal->clause_count && is_better(&attempt, deal);
    game_close(attempt.game);
    return holds;
}
