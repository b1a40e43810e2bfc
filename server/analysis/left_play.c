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

/* A text on the table of the attempt. */
struct attempted {
    struct text id; /* empty: not drafted yet */
    uint32_t version;
    bool entered;
};

struct attempt {
    const struct left_moment *moment;
    struct arena *arena;
    struct game *game;
    struct left_deal *deal;
    struct attempted *texts; /* as in the deal */
    size_t drafting;
    bool others_entered;
    size_t settled;
};

static void events_noted(struct attempt *attempt, const struct event *events, size_t count)
{
    for (size_t at = 0; at < count; at++) {
        const struct event *event = &events[at];
        if (event->type == EVENT_DRAFTED)
            attempt->texts[attempt->drafting].id = arena_copy(attempt->arena, event->instrument);
        struct attempted *text = NULL;
        for (size_t one = 0; one < attempt->deal->text_count; one++)
            if (attempt->texts[one].id.length > 0 &&
                text_equal(event->instrument, attempt->texts[one].id))
                text = &attempt->texts[one];
        bool entered = event->type == EVENT_ENTERED;
        if (!text) {
            attempt->others_entered |= entered;
            continue;
        }
        text->entered |= entered;
        if (event->type == EVENT_VERSION)
            text->version = event->version;
        attempt->settled += event->type == EVENT_SETTLED;
    }
}

static bool does(struct attempt *attempt, struct command *command, int party)
{
    command->key = command->party = command->quote_key = -1;
    command->actor = (struct actor){
        .kind = ACTOR_SEAT, .seat = left_head(attempt->moment->record, attempt->game, party)};
    struct decision_result result =
        decide(attempt->game, command, attempt->moment->at, attempt->arena);
    if (result.refused)
        return false;
    apply(attempt->game, game_sequence(attempt->game) + 1, attempt->moment->at, &command->actor,
          result.events, result.event_count);
    events_noted(attempt, result.events, result.event_count);
    return true;
}

/* --- drafting --- */

static int first_of(party_set parties)
{
    return __builtin_ctzll(parties);
}

static bool drafted_if(struct attempt *attempt, size_t at, const uint32_t *conditions, size_t count)
{
    struct left_text *text = &attempt->deal->texts[at];
    struct command command = {.type = COMMAND_DRAFT,
                              .kind = text->kind,
                              .invite = text->parties,
                              .clauses = text->clauses,
                              .clause_count = text->clause_count,
                              .takes_effect_if = conditions,
                              .takes_effect_count = count,
                              .conditions_given = count > 0};
    attempt->drafting = at;
    if (!does(attempt, &command, first_of(text->parties)))
        return false;
    text->conditions = conditions;
    text->condition_count = count;
    return true;
}

/* With what its clauses ask for: nothing, one condition, or all that hold. */
static bool drafted(struct attempt *attempt, size_t at)
{
    const struct left_text *text = &attempt->deal->texts[at];
    if (drafted_if(attempt, at, NULL, 0))
        return true;
    for (size_t one = 0; one < text->holding_count; one++)
        if (drafted_if(attempt, at, &text->holding[one], 1))
            return true;
    return text->holding_count > 1 && drafted_if(attempt, at, text->holding, text->holding_count);
}

static bool signed_by_all(struct attempt *attempt, size_t at)
{
    for (party_set left = attempt->deal->texts[at].parties; left; left &= left - 1) {
        struct command command = {.type = COMMAND_SIGN,
                                  .instrument = attempt->texts[at].id,
                                  .version = attempt->texts[at].version};
        if (!does(attempt, &command, first_of(left)))
            return false;
    }
    return true;
}

/* Links it with one that is drafted before it, by somebody who takes part in both. */
static bool linked(struct attempt *attempt, size_t at)
{
    const struct left_text *texts = attempt->deal->texts;
    for (size_t other = 0; other < at; other++) {
        party_set both = texts[at].parties & texts[other].parties;
        struct command command = {.type = COMMAND_LINK,
                                  .instrument = attempt->texts[at].id,
                                  .linked = &attempt->texts[other].id,
                                  .linked_count = 1};
        if (both && does(attempt, &command, first_of(both)))
            return true;
    }
    return false;
}

static bool all_together(struct attempt *attempt)
{
    size_t count = attempt->deal->text_count;
    for (size_t at = 0; at < count; at++)
        if (!drafted(attempt, at))
            return false;
    for (size_t at = 1; at < count; at++)
        if (!linked(attempt, at))
            return false;
    for (size_t at = 0; at < count; at++)
        if (!signed_by_all(attempt, at))
            return false;
    return true;
}

static void texts_exchange(struct attempt *attempt, size_t left, size_t right)
{
    struct left_text text = attempt->deal->texts[left];
    struct attempted attempted = attempt->texts[left];
    attempt->deal->texts[left] = attempt->deal->texts[right];
    attempt->deal->texts[right] = text;
    attempt->texts[left] = attempt->texts[right];
    attempt->texts[right] = attempted;
}

/* Whichever can be drafted now is the next. */
static bool one_by_one(struct attempt *attempt)
{
    size_t count = attempt->deal->text_count;
    for (size_t done = 0; done < count; done++) {
        size_t at = done;
        while (at < count && !drafted(attempt, at))
            at++;
        if (at == count || !signed_by_all(attempt, at) || !attempt->texts[at].entered)
            return false;
        texts_exchange(attempt, done, at);
    }
    return true;
}

/* --- what it comes to --- */

static bool is_better(struct attempt *attempt)
{
    struct left_deal *deal = attempt->deal;
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

static bool holds(struct attempt *attempt)
{
    size_t clauses = 0;
    bool entered = true;
    for (size_t at = 0; at < attempt->deal->text_count; at++) {
        entered &= attempt->texts[at].entered;
        clauses += attempt->deal->texts[at].clause_count;
    }
    return entered && !(attempt->moment->supposed && attempt->others_entered) &&
           attempt->settled == clauses && is_better(attempt);
}

static bool played(const struct left_moment *moment, struct arena *arena, struct left_deal *deal,
                   bool (*way)(struct attempt *attempt))
{
    struct attempt attempt = {.moment = moment,
                              .arena = arena,
                              .game = record_game(moment->record, moment->count),
                              .deal = deal,
                              .texts = ARENA_ARRAY(arena, struct attempted, deal->text_count)};
    bool good = way(&attempt) && holds(&attempt);
    game_close(attempt.game);
    return good;
}

bool left_play(const struct left_moment *moment, struct arena *arena, struct left_deal *deal)
{
    deal->together = deal->text_count > 1;
    if (deal->together && played(moment, arena, deal, all_together))
        return true;
    deal->together = false;
    return played(moment, arena, deal, one_by_one);
}
