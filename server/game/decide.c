#include "decide.h"
#include "name.h"

#include "must.h"

/* Who may give a command, and when. */
enum who { WHO_SEAT, WHO_HEAD, WHO_POWERS, WHO_CONTROL, WHO_CLOCK, WHO_ANY };

struct rule {
    void (*decide)(struct scratch *scratch);
    enum who who;
    bool lobby;      /* also before the start */
    bool any_time;   /* also while paused, in the final phase: what it does then it checks itself */
    bool afterwards; /* also when the game is over */
    unsigned allows; /* what the phase must allow; 0: nothing */
    const char *what; /* in words; where not everybody may, or not in every phase */
};

static const struct rule rules[COMMAND_TYPES] = {
    [COMMAND_MESSAGE] = {decide_message, WHO_ANY, .lobby = true, .any_time = true},
    [COMMAND_DRAFT] = {decide_draft, WHO_SEAT, .allows = ALLOW_DRAFT, .what = "draft texts"},
    [COMMAND_AMEND] = {decide_amend, WHO_SEAT, .allows = ALLOW_DRAFT, .what = "amend drafts"},
    [COMMAND_BRACKET] = {decide_bracket, WHO_SEAT, .allows = ALLOW_DRAFT,
                         .what = "put words in brackets"},
    [COMMAND_OPEN] = {decide_open, WHO_SEAT, .allows = ALLOW_DRAFT,
                      .what = "open texts for signature"},
    [COMMAND_LINK] = {decide_link, WHO_SEAT, .allows = ALLOW_DRAFT, .what = "link texts"},
    [COMMAND_TABLE] = {decide_table, WHO_SEAT, .allows = ALLOW_DRAFT, .what = "table drafts"},
    [COMMAND_SIGN] = {decide_sign, WHO_POWERS, .allows = ALLOW_SIGN, .what = "sign"},
    [COMMAND_UNSIGN] = {decide_unsign, WHO_POWERS, .what = "take a signature back"},
    [COMMAND_DECLINE] = {decide_decline, WHO_POWERS, .what = "decline texts"},
    [COMMAND_WITHDRAW] = {decide_withdraw, WHO_SEAT},
    [COMMAND_LEAK] = {decide_leak, WHO_POWERS, .what = "leak texts"},
    [COMMAND_DENOUNCE] = {decide_denounce, WHO_POWERS, .allows = ALLOW_SIGN,
                          .what = "denounce texts"},
    [COMMAND_CHOOSE] = {decide_choose, WHO_POWERS, .allows = ALLOW_DECIDE,
                        .what = "take a decision (decide)"},
    [COMMAND_READY] = {decide_ready, WHO_HEAD, .what = "say that it is ready"},
    [COMMAND_HEAD] = {decide_head, WHO_HEAD, .lobby = true, .what = "pass the lead on"},
    [COMMAND_POWERS] = {decide_powers, WHO_HEAD, .lobby = true, .what = "give full powers"},
    [COMMAND_INSTRUCTION_ADD] = {decide_instruction_add, WHO_HEAD, .what = "add instructions"},
    [COMMAND_INSTRUCTION_REMOVE] = {decide_instruction_remove, WHO_HEAD,
                                    .what = "remove instructions"},
    [COMMAND_PLAN] = {decide_plan, WHO_SEAT, .lobby = true},
    [COMMAND_SUGGEST] = {decide_suggest, WHO_SEAT},
    [COMMAND_SUGGESTION_ANSWER] = {decide_suggestion_answer, WHO_HEAD,
                                   .what = "answer what advisers suggest"},
    [COMMAND_SEAT] = {decide_seat, WHO_CONTROL, .lobby = true, .any_time = true},
    [COMMAND_UNSEAT] = {decide_unseat, WHO_CONTROL, .lobby = true, .any_time = true},
    [COMMAND_START] = {decide_start, WHO_CONTROL, .lobby = true, .any_time = true},
    [COMMAND_ADVANCE] = {decide_advance, WHO_CONTROL, .any_time = true},
    [COMMAND_PAUSE] = {decide_pause, WHO_CONTROL, .any_time = true},
    [COMMAND_RESUME] = {decide_resume, WHO_CONTROL, .any_time = true},
    [COMMAND_EXTEND] = {decide_extend, WHO_CLOCK, .any_time = true},
    [COMMAND_SCHEDULE] = {decide_schedule, WHO_CONTROL, .lobby = true, .any_time = true},
    [COMMAND_END] = {decide_end, WHO_CONTROL, .lobby = true, .any_time = true},
    [COMMAND_INJECT_FIRE] = {decide_inject_fire, WHO_CONTROL, .any_time = true},
    [COMMAND_INJECT_HOLD] = {decide_inject_hold, WHO_CONTROL, .lobby = true, .any_time = true},
    [COMMAND_INJECT_COMPOSE] = {decide_inject_compose, WHO_CONTROL, .any_time = true},
    [COMMAND_VARIABLE_SET] = {decide_variable_set, WHO_CONTROL, .lobby = true, .any_time = true},
    [COMMAND_SIGNATURE_VOID] = {decide_signature_void, WHO_CONTROL, .any_time = true},
    [COMMAND_INSTRUMENT_END] = {decide_instrument_end, WHO_CONTROL, .any_time = true},
    [COMMAND_RULING] = {decide_ruling, WHO_CONTROL, .any_time = true},
    [COMMAND_MARK] = {decide_mark, WHO_CONTROL, .lobby = true, .any_time = true,
                      .afterwards = true},
    [COMMAND_DEBRIEF_OPEN] = {decide_debrief_open, WHO_CONTROL, .any_time = true,
                              .afterwards = true},
    [COMMAND_TIME_PASSED] = {decide_time_passed, WHO_CLOCK, .lobby = true, .any_time = true},
};

static bool check_seat(struct scratch *scratch, const struct rule *rule)
{
    enum who who = rule->who;
    const struct seat *seat = scratch->seat;
    if (!seat)
        return refuse(scratch, "seat.unknown", TEXT(""), "There is no such seat at this table.");
    if (seat->role == ROLE_OBSERVER)
        return refuse(scratch, "seat.observer", TEXT(""),
                      "You are an observer: you read your delegation's papers, and do not act; its "
                      "head and advisers do.");
    if (seat->role == ROLE_HEAD || (who == WHO_POWERS && seat->powers) || who == WHO_SEAT ||
        who == WHO_ANY)
        return true;
    return refuse(scratch, "seat.not_head", TEXT(""),
                  "Only the head of your delegation%s may %s; an adviser may not.",
                  who == WHO_POWERS ? ", or someone with full powers," : "", rule->what);
}

static bool check_actor(struct scratch *scratch, const struct rule *rule)
{
    enum actor_kind kind = scratch->command->actor.kind;
    switch (rule->who) {
    case WHO_CONTROL:
        return kind == ACTOR_CONTROL ||
               refuse(scratch, "control.only", TEXT(""), "Only the facilitator may do this.");
    case WHO_CLOCK:
        return kind != ACTOR_SEAT ||
               refuse(scratch, "control.only", TEXT(""), "Only the facilitator may do this.");
    case WHO_ANY:
        if (kind == ACTOR_CONTROL)
            return true;
        break;
    case WHO_SEAT:
    case WHO_HEAD:
    case WHO_POWERS:
        break;
    }
    if (kind != ACTOR_SEAT)
        return refuse(scratch, "seat.only", TEXT(""), "Only a party's delegates may do this.");
    return check_seat(scratch, rule);
}

bool check_not_final(struct scratch *scratch)
{
    return !scratch->position.final ||
           refuse(scratch, "phase.not_allowed", TEXT(""),
                  "In the final phase one may only talk: what was agreed stands as it is.");
}

static bool check_time(struct scratch *scratch, const struct rule *rule)
{
    const struct position *position = &scratch->position;
    if (position->clock == CLOCK_CLOSED)
        return rule->afterwards || refuse(scratch, "game.closed", TEXT(""), "This game is over.");
    if (position->clock == CLOCK_LOBBY)
        return rule->lobby ||
               refuse(scratch, "game.not_started", TEXT(""), "The game has not started yet.");
    if (rule->any_time)
        return true;
    if (position->clock == CLOCK_PAUSED)
        return refuse(
            scratch, "game.paused", TEXT(""),
            "The game is paused: until it goes on you may only write to the facilitator.");
    if (!check_not_final(scratch))
        return false;
    if (rule->allows & ~position_allows(scratch->scenario, position))
        return refuse(scratch, "phase.not_allowed", TEXT(""), "In this phase (%.*s) one cannot %s.",
                      TEXT_ARGUMENTS(scratch->scenario->phases[position->phase].title), rule->what);
    return true;
}

/* People lead: bots' heads count only where there are no others. */
static bool all_ready(const struct scratch *scratch)
{
    const struct position *position = &scratch->position;
    bool people = false;
    for (size_t index = 0; index < position->seat_count; index++)
        people |= position->seats[index].role == ROLE_HEAD && !position->seats[index].automatic;
    bool any = false;
    for (size_t index = 0; index < position->seat_count; index++) {
        const struct seat *seat = &position->seats[index];
        if (seat->role != ROLE_HEAD || (people && seat->automatic))
            continue;
        if (!seat->ready)
            return false;
        any = true;
    }
    return any;
}

/* What follows from any command that changed something. */
static void follow_up(struct scratch *scratch)
{
    const struct position *position = &scratch->position;
    enum command_type type = scratch->command->type;
    /* Words and plans change nothing that a rule reads. */
    if (type != COMMAND_MESSAGE && type != COMMAND_PLAN && type != COMMAND_SUGGEST &&
        type != COMMAND_SUGGESTION_ANSWER)
        examine(scratch);
    if (position->clock == CLOCK_RUNNING && !position->final &&
        (type == COMMAND_READY || type == COMMAND_UNSEAT) && all_ready(scratch)) {
        round_close(scratch);
        examine(scratch);
    }
    if (scratch->ending && !position->frozen && position->clock != CLOCK_LOBBY &&
        position->clock != CLOCK_CLOSED)
        phase_final_open(scratch);
}

/* The text's own name for the one that the actor has for it. */
static struct text own_name(const struct scratch *scratch, const struct namer *namer,
                            struct text name)
{
    const struct instrument *text =
        name.length > 0 ? text_named(namer, scratch->scenario, name) : NULL;
    return text ? text->id : name;
}

/* The command with texts called by their own names. */
static const struct command *command_resolve(const struct scratch *scratch)
{
    if (scratch->party == NONE || scratch->position.instrument_count == 0)
        return scratch->command;
    struct namer namer = {&scratch->position,
                          scratch->game->options.seed,
                          {AUDIENCE_PARTY, scratch->party},
                          scratch->arena};
    struct command *command = ARENA_NEW(scratch->arena, struct command);
    *command = *scratch->command;
    command->instrument = own_name(scratch, &namer, command->instrument);
    command->quote = own_name(scratch, &namer, command->quote);
    struct text *linked = ARENA_ARRAY(scratch->arena, struct text, command->linked_count);
    for (size_t index = 0; index < command->linked_count; index++)
        linked[index] = own_name(scratch, &namer, command->linked[index]);
    command->linked = linked;
    return command;
}

struct decision_result decide(const struct game *game, const struct command *command, int64_t now,
                              struct arena *arena)
{
    must(command->type < COMMAND_TYPES);
    must(now >= game->at);
    const struct rule *rule = &rules[command->type];
    must(rule->decide);
    struct scratch scratch = scratch_open(game, command, now, arena);
    scratch.command = command_resolve(&scratch);
    if (check_actor(&scratch, rule) && check_time(&scratch, rule))
        rule->decide(&scratch);
    if (!scratch.refused && scratch.event_count > 0)
        follow_up(&scratch);
    if (scratch.refused)
        return (struct decision_result){.refused = true, .refusal = scratch.refusal};
    return (struct decision_result){
        .events = scratch.events, .event_count = scratch.event_count, .answer = scratch.answer};
}
