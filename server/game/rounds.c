/* The order of things: a round ends, the next one or another phase opens, and all freezes when the
 * final phase does. */
#include "scratch.h"

#include "must.h"

static const struct phase *phase_now(const struct scratch *scratch)
{
    return &scratch->scenario->phases[scratch->position.phase];
}

static uint32_t phase_rounds(const struct scratch *scratch, uint32_t phase)
{
    return scratch->scenario->editions[scratch->game->options.edition].rounds[phase];
}

static int64_t phase_deadline(const struct scratch *scratch, uint32_t phase)
{
    const struct game_options *options = &scratch->game->options;
    const struct schedule *schedule = scratch->position.schedule;
    int64_t minutes = schedule ? schedule->minutes[phase]
                               : scratch->scenario->editions[options->edition].minutes[phase];
    if (options->untimed || minutes == 0)
        return NONE;
    return schedule_deadline(schedule ? &schedule->quiet : &(struct quiet_hours){0}, scratch->now,
                             minutes);
}

/* What no further deal is worth to each, as reports will compare with it. */
static void no_deal_record(struct scratch *scratch)
{
    size_t count = scratch->scenario->party_count;
    int64_t *values = ARENA_ARRAY(scratch->arena, int64_t, count);
    for (size_t party = 0; party < count; party++) {
        struct frozen_score score =
            score_compute(scratch->scenario, scratch_world(scratch), (int)party, scratch->arena);
        values[party] = score.failed ? INT64_MIN : score.no_deal;
    }
    scratch_emit(scratch,
                 (struct event){.type = EVENT_RECORDED, .values = values, .value_count = count});
}

static void decisions_open(struct scratch *scratch)
{
    for (size_t index = 0; index < scratch->scenario->decision_count; index++) {
        const struct decision *rule = &scratch->scenario->decisions[index];
        if ((int)rule->phase != scratch->position.phase)
            continue;
        int64_t values[LIST_LENGTH_MAX];
        size_t count = 0;
        party_set by = 0;
        if (expression_run_list(rule->by, scratch_world(scratch), NULL, values, LIST_LENGTH_MAX,
                                &count))
            for (size_t at = 0; at < count; at++)
                by |= party_bit((int)values[at]);
        else
            scratch_trouble(
                scratch, arena_print(scratch->arena, "decisions.%.*s.by", TEXT_ARGUMENTS(rule->id)),
                TEXT("Who decides could not be computed, so nobody is asked this round."));
        scratch_emit(scratch, (struct event){.type = EVENT_DECISION_OPENED,
                                             .decision = (uint32_t)index,
                                             .parties = by});
    }
}

static void round_open(struct scratch *scratch, uint32_t phase, uint32_t round)
{
    scratch_emit(scratch, (struct event){.type = EVENT_PHASE_OPENED,
                                         .phase = phase,
                                         .round = round,
                                         .deadline = phase_deadline(scratch, phase)});
    if (!scratch->position.recorded && (phase_now(scratch)->allows & ALLOW_DRAFT))
        no_deal_record(scratch);
    decisions_open(scratch);
}

static size_t frozen_values(struct scratch *scratch, int64_t **values)
{
    const struct scenario *scenario = scratch->scenario;
    size_t count = 0;
    for (size_t party = 0; party < scenario->party_count; party++)
        count += 4 + 3 * scenario->scores[party].item_count;
    *values = ARENA_ARRAY(scratch->arena, int64_t, count);
    int64_t *next = *values;
    for (size_t party = 0; party < scenario->party_count; party++) {
        struct frozen_score score =
            score_compute(scenario, scratch_world(scratch), (int)party, scratch->arena);
        *next++ = score.failed;
        *next++ = score.total;
        *next++ = score.expected;
        *next++ = score.no_deal;
        for (size_t item = 0; item < scenario->scores[party].item_count; item++) {
            *next++ = score.items[item].points;
            *next++ = score.items[item].expected;
            *next++ = score.items[item].failed;
        }
        if (score.failed)
            scratch_trouble(scratch,
                            arena_print(scratch->arena, "scores.%.*s",
                                        TEXT_ARGUMENTS(scenario->parties[party].id)),
                            TEXT("An item of this score could not be computed and counts as 0."));
    }
    return count;
}

void phase_final_open(struct scratch *scratch)
{
    must(!scratch->position.frozen);
    uint32_t last = (uint32_t)scratch->scenario->phase_count - 1;
    round_open(scratch, last, 1);
    int64_t *values;
    size_t count = frozen_values(scratch, &values);
    int outcome = outcome_compute(scratch->scenario, scratch_world(scratch));
    scratch_emit(scratch,
                 (struct event){.type = EVENT_FROZEN,
                                .values = values,
                                .value_count = count,
                                .outcome = outcome == NONE ? OUTCOME_NONE : (uint32_t)outcome});
}

/* The first phase from this one on whose condition holds. */
static void phase_open_from(struct scratch *scratch, uint32_t phase)
{
    for (;; phase++) {
        must(phase < scratch->scenario->phase_count);
        const struct phase *rule = &scratch->scenario->phases[phase];
        if (rule->final) {
            phase_final_open(scratch);
            return;
        }
        if (scratch_true(scratch, rule->when, NULL,
                         ARENA_JOIN(scratch->arena, TEXT("phases."), rule->id, TEXT(".when")))) {
            round_open(scratch, phase, 1);
            return;
        }
    }
}

void game_start(struct scratch *scratch)
{
    scratch_emit(scratch, (struct event){.type = EVENT_STARTED});
    phase_open_from(scratch, 0);
}

static void decision_close(struct scratch *scratch, uint32_t decision)
{
    const struct decision_state *state = &scratch->position.decisions[decision];
    const struct decision *rule = &scratch->scenario->decisions[decision];
    int64_t *values = ARENA_ARRAY(scratch->arena, int64_t, scratch->scenario->party_count);
    size_t count = 0;
    for (size_t party = 0; party < scratch->scenario->party_count; party++)
        if (state->by & party_bit((int)party))
            values[count++] =
                state->choice[party] ? state->choice[party] - 1 : (int64_t)rule->start;
    scratch_emit(scratch, (struct event){.type = EVENT_DECISION_CLOSED,
                                         .decision = decision,
                                         .parties = state->by,
                                         .values = values,
                                         .value_count = count});
}

static void decisions_close(struct scratch *scratch)
{
    const struct scenario *scenario = scratch->scenario;
    bool *closed = ARENA_ARRAY(scratch->arena, bool, scenario->decision_count);
    for (size_t index = 0; index < scenario->decision_count; index++) {
        closed[index] = scratch->position.decisions[index].open;
        if (closed[index])
            decision_close(scratch, (uint32_t)index);
    }
    for (size_t index = 0; index < scenario->decision_count; index++)
        if (closed[index])
            effects_run(scratch, &scenario->decisions[index].resolve, TEXT(""));
}

static void injects_draw(struct scratch *scratch)
{
    for (size_t index = 0; index < scratch->scenario->inject_count; index++) {
        const struct inject *rule = &scratch->scenario->injects[index];
        const struct inject_state *state = &scratch->position.injects[index];
        if (!rule->when || state->held || (rule->once && state->fired > 0))
            continue;
        if (inject_drawn(scratch, rule)) {
            inject_happen(scratch, (uint32_t)index, TEXT(""));
            examine(scratch);
        }
    }
}

/* Denunciations with notice given before this round end with it. */
static void notices_end(struct scratch *scratch)
{
    bool any = false;
    for (size_t index = 0; index < scratch->position.instrument_count; index++) {
        const struct instrument *text = &scratch->position.instruments[index];
        party_set leaving = text->status == INSTRUMENT_IN_FORCE ? text->notice_due : 0;
        for (int party = 0; party < PARTIES_MAX; party++)
            if ((leaving & party_bit(party)) && text->status == INSTRUMENT_IN_FORCE) {
                instrument_denounce(scratch, text, party);
                any = true;
            }
    }
    if (any)
        examine(scratch);
}

/* All that a round's end does before chance may bring news. */
static void round_work(struct scratch *scratch)
{
    decisions_close(scratch);
    examine(scratch);
    effects_run(scratch, &phase_now(scratch)->each_round, TEXT(""));
    examine(scratch);
}

void round_rehearse(struct scratch *scratch)
{
    round_work(scratch);
    notices_end(scratch);
}

void round_close(struct scratch *scratch)
{
    if (scratch->position.final) {
        scratch_emit(scratch, (struct event){.type = EVENT_CLOSED});
        return;
    }
    uint32_t phase = (uint32_t)scratch->position.phase;
    uint32_t round = scratch->position.round;
    round_work(scratch);
    injects_draw(scratch);
    notices_end(scratch);
    scratch_emit(scratch,
                 (struct event){.type = EVENT_ROUND_CLOSED, .phase = phase, .round = round});
    if (scratch->ending)
        phase_final_open(scratch);
    else if (round < phase_rounds(scratch, phase))
        round_open(scratch, phase, round + 1);
    else
        phase_open_from(scratch, phase + 1);
}
