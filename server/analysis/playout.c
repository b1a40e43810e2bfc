#include "playout.h"

#include "must.h"

enum {
    ACT_MS = 1000,
    ROUND_ACTS_MAX = 500, /* of all bots together; then the round ends */
    ROUNDS_MAX = 1000,
};

/* Any day does: nothing but the distance between two acts is ever read. */
static const int64_t begin_ms = 1767225600000;

struct playout {
    const struct playout_request *request;
    struct game *game;
    struct arena *turn; /* of one act, and of what is tried */
    int64_t now;
    bool over;
    struct playout_result result;
};

static struct command command_empty(struct actor actor, enum command_type type)
{
    return (struct command){.type = type, .actor = actor, .key = -1, .party = -1, .quote_key = -1};
}

static struct command command_of_control(enum command_type type)
{
    return command_empty((struct actor){.kind = ACTOR_CONTROL}, type);
}

static bool opens_end(const struct decision_result *decided)
{
    for (size_t index = 0; index < decided->event_count; index++)
        if (decided->events[index].type == EVENT_FROZEN)
            return true;
    return false;
}

static void playout_apply(struct playout *playout, const struct command *command,
                          const struct decision_result *decided)
{
    apply(playout->game, game_sequence(playout->game) + 1, playout->now, &command->actor,
          decided->events, decided->event_count);
}

/* False where it was refused, or changed nothing. */
static bool playout_do(struct playout *playout, const struct command *command)
{
    const struct playout_request *request = playout->request;
    playout->now += ACT_MS;
    struct decision_result decided = decide(playout->game, command, playout->now, playout->turn);
    if (decided.refused || decided.event_count == 0)
        return false;
    struct playout_entry entry = {playout->now, command, decided.events, decided.event_count,
                                  opens_end(&decided)};
    if (request->before)
        request->before(request->context, playout, &entry);
    playout_apply(playout, command, &decided);
    playout->over |= entry.last;
    if (request->after)
        request->after(request->context, playout, &entry);
    return true;
}

static void must_do(struct playout *playout, const struct command *command)
{
    arena_reset(playout->turn);
    must(playout_do(playout, command));
}

static void everybody_sits(struct playout *playout)
{
    const struct scenario *scenario = playout->request->scenario;
    for (size_t party = 0; party < scenario->party_count; party++) {
        struct command command = command_of_control(COMMAND_SEAT);
        command.seat = scenario->parties[party].id;
        command.party = (int32_t)party;
        command.role = ROLE_HEAD;
        command.flag = true;
        must_do(playout, &command);
    }
}

static bool bot_acts(struct playout *playout, int party)
{
    const struct playout_request *request = playout->request;
    struct text seat = request->scenario->parties[party].id;
    struct command command = command_empty(
        (struct actor){.kind = ACTOR_SEAT, .seat = seat, .automatic = true}, COMMAND_MESSAGE);
    struct actor actor = command.actor;
    arena_reset(playout->turn);
    if ((request->silent & party_bit(party)) ||
        !request->players->wants(request->players->context, playout->game, party, seat,
                                 playout->now, playout->turn, &command))
        return false;
    command.actor = actor;
    bool done = playout_do(playout, &command);
    playout->result.acts += done;
    playout->result.refused += !done;
    return done;
}

/* In turn, and in each round another is the first to be asked: who speaks first has an advantage
 * that its scenario did not give it. What is refused is no act, so that nobody is asked for ever.
 */
static void round_play(struct playout *playout)
{
    int parties = (int)playout->request->scenario->party_count, quiet = 0, acts = 0;
    int party = (int)random_between(playout->request->seed, TEXT("playout/first"), 0, parties - 1);
    party = (party + (int)(playout->result.rounds % (uint32_t)parties)) % parties;
    while (quiet < parties && acts < ROUND_ACTS_MAX && !playout->over) {
        bool done = bot_acts(playout, party);
        quiet = done ? 0 : quiet + 1;
        acts += done;
        party = (party + 1) % parties;
    }
    playout->result.cut |= acts == ROUND_ACTS_MAX;
    playout->result.rounds++;
}

struct playout_result playout_run(const struct playout_request *request)
{
    const struct game_options options = {.id = TEXT("table"),
                                         .name = TEXT("Table"),
                                         .edition = request->edition,
                                         .seed = request->seed,
                                         .live = true,
                                         .calculator = true,
                                         .untimed = true};
    struct playout playout = {.request = request,
                              .game = game_open(request->scenario, &options),
                              .turn = arena_open(),
                              .now = begin_ms};
    everybody_sits(&playout);
    struct command start = command_of_control(COMMAND_START);
    must_do(&playout, &start);
    while (!playout.over && playout.result.rounds < ROUNDS_MAX) {
        round_play(&playout);
        struct command next = command_of_control(COMMAND_ADVANCE);
        if (!playout.over)
            must_do(&playout, &next);
    }
    playout.result.cut |= !playout.over;
    arena_close(playout.turn);
    game_close(playout.game);
    return playout.result;
}

const struct game *playout_game(const struct playout *playout)
{
    return playout->game;
}

static bool choose(struct playout *playout, uint32_t decision, int party, uint32_t option,
                   struct arena *arena)
{
    struct command command =
        command_empty((struct actor){.kind = ACTOR_SEAT,
                                     .seat = playout->request->scenario->parties[party].id,
                                     .automatic = true},
                      COMMAND_CHOOSE);
    command.subject = decision;
    command.option = option;
    struct decision_result decided = decide(playout->game, &command, playout->now, arena);
    if (decided.refused)
        return false;
    playout_apply(playout, &command, &decided);
    return true;
}

/* The final scores that an entry freezes. */
static bool read_totals(const struct scenario *scenario, const struct decision_result *decided,
                        int64_t *totals)
{
    const int64_t *values = NULL;
    for (size_t index = 0; index < decided->event_count; index++)
        if (decided->events[index].type == EVENT_FROZEN)
            values = decided->events[index].values;
    for (size_t party = 0; values && party < scenario->party_count; party++) {
        totals[party] = values[0] ? INT64_MIN : values[1];
        values += 4 + 3 * scenario->scores[party].item_count;
    }
    return values != NULL;
}

bool playout_suppose(struct playout *playout, uint32_t decision, int party, uint32_t option,
                     uint32_t chosen, int64_t *totals)
{
    struct arena *arena = arena_open();
    bool found = false;
    if (choose(playout, decision, party, option, arena)) {
        struct command next = command_of_control(COMMAND_ADVANCE);
        struct decision_result decided = decide(playout->game, &next, playout->now, arena);
        found = !decided.refused && read_totals(playout->request->scenario, &decided, totals);
        must(choose(playout, decision, party, chosen, arena));
    }
    arena_close(arena);
    return found;
}
