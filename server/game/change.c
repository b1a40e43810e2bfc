#include "change.h"

#include "must.h"

#include <string.h>

static struct seat *seat_changed(struct change *change)
{
    struct position *position = change->position;
    for (size_t index = 0; index < position->seat_count; index++)
        if (text_equal(position->seats[index].id, change->event->seat))
            return &position->seats[index];
    return NULL;
}

static void apply_seated(struct change *change)
{
    struct position *position = change->position;
    const struct event *event = change->event;
    struct seat *seat = seat_changed(change);
    if (!seat) {
        if (position->seat_count == position->seat_capacity) {
            size_t capacity = position->seat_capacity ? 2 * position->seat_capacity : 8;
            position->seats = arena_grow(change->arena, position->seats, position->seat_count,
                                         capacity, sizeof *position->seats);
            position->seat_capacity = capacity;
        }
        seat = &position->seats[position->seat_count++];
    }
    *seat = (struct seat){
        .id = event->seat, .party = event->party, .role = event->role, .automatic = event->flag};
}

static void apply_unseated(struct change *change)
{
    struct position *position = change->position;
    struct seat *seat = seat_changed(change);
    must(seat);
    size_t after = position->seat_count - (size_t)(seat - position->seats) - 1;
    memmove(seat, seat + 1, after * sizeof *seat);
    position->seat_count--;
}

static void apply_head(struct change *change)
{
    struct position *position = change->position;
    struct seat *seat = seat_changed(change);
    must(seat);
    for (size_t index = 0; index < position->seat_count; index++) {
        struct seat *other = &position->seats[index];
        if (other->party == seat->party && other->role == ROLE_HEAD) {
            other->role = ROLE_ADVISER;
            other->ready = false;
        }
    }
    seat->role = ROLE_HEAD;
    seat->powers = false;
}

static void apply_powers(struct change *change)
{
    struct seat *seat = seat_changed(change);
    must(seat);
    seat->powers = change->event->flag;
}

static void apply_ready(struct change *change)
{
    struct seat *seat = seat_changed(change);
    must(seat);
    seat->ready = change->event->flag;
}

static void apply_job(struct change *change)
{
    struct seat *seat = seat_changed(change);
    must(seat);
    must(change->event->value >= 0 && change->event->value < JOBS);
    seat->job = (enum job)change->event->value;
}

static void apply_started(struct change *change)
{
    must(change->position->clock == CLOCK_LOBBY);
    change->position->clock = CLOCK_RUNNING;
}

static void apply_phase_opened(struct change *change)
{
    struct position *position = change->position;
    const struct scenario *scenario = change->scenario;
    const struct event *event = change->event;
    must(event->phase < scenario->phase_count);
    position->phase = (int)event->phase;
    position->round = event->round;
    position->deadline = event->deadline;
    position->left = NONE;
    position->clock = CLOCK_RUNNING;
    position->final = scenario->phases[event->phase].final;
    position->state[scenario->slot_round] = event->round;
    position->state[scenario->slot_phase] = scenario->phases[event->phase].string;
    for (size_t index = 0; index < position->seat_count; index++)
        position->seats[index].ready = false;
    /* What an early end left open is not asked any more. */
    for (size_t index = 0; index < scenario->decision_count; index++)
        position->decisions[index].open = false;
}

static void apply_round_closed(struct change *change)
{
    struct position *position = change->position;
    for (size_t index = 0; index < position->instrument_count; index++) {
        struct instrument *instrument = &position->instruments[index];
        instrument->notice_due = instrument->notice_given;
        instrument->notice_given = 0;
    }
}

static void apply_paused(struct change *change)
{
    change->position->clock = CLOCK_PAUSED;
    change->position->left = change->event->left;
    change->position->deadline = NONE;
}

static void apply_resumed(struct change *change)
{
    change->position->clock = CLOCK_RUNNING;
    change->position->left = NONE;
    change->position->deadline = change->event->deadline;
}

static void apply_deadline(struct change *change)
{
    change->position->deadline = change->event->deadline;
    change->position->left = change->event->left;
}

static void apply_scheduled(struct change *change)
{
    change->position->schedule = change->event->schedule;
}

static void apply_closed(struct change *change)
{
    change->position->clock = CLOCK_CLOSED;
    change->position->deadline = change->position->left = NONE;
}

static void apply_entry_run(struct change *change)
{
    change->position->entry_run[change->event->key] = true;
}

static void apply_chosen(struct change *change)
{
    struct decision_state *decision = &change->position->decisions[change->event->decision];
    must(decision->open && (decision->by & party_bit(change->event->party)));
    decision->choice[change->event->party] = (uint16_t)(change->event->option + 1);
}

static void apply_decision_opened(struct change *change)
{
    struct decision_state *decision = &change->position->decisions[change->event->decision];
    decision->open = true;
    decision->by = change->event->parties;
    memset(decision->choice, 0, change->scenario->party_count * sizeof *decision->choice);
}

static void apply_decision_closed(struct change *change)
{
    const struct event *event = change->event;
    const struct decision *rule = &change->scenario->decisions[event->decision];
    struct decision_state *decision = &change->position->decisions[event->decision];
    int64_t *state = change->position->state;
    decision->open = false;
    decision->closed_once = true;
    decision->last_by = event->parties;
    for (size_t option = 0; option < rule->option_count; option++)
        state[rule->count_slot + option] = 0;
    size_t index = 0;
    for (size_t party = 0; party < change->scenario->party_count; party++) {
        if (!(event->parties & party_bit((int)party)))
            continue;
        must(index < event->value_count);
        int64_t option = event->values[index++];
        must(option >= 0 && (size_t)option < rule->option_count);
        decision->last[party] = (uint16_t)(option + 1);
        state[rule->choice_slot + party] = rule->options[option].string;
        state[rule->count_slot + option]++;
    }
}

static void apply_set(struct change *change)
{
    const struct event *event = change->event;
    const struct variable *variable = &change->scenario->variables[event->variable];
    uint32_t key = event->variable_key < 0 ? 0 : (uint32_t)event->variable_key;
    change->position->state[variable->slot + key] = event->value;
}

static void apply_inject(struct change *change)
{
    if (change->event->inject != NONE)
        change->position->injects[change->event->inject].fired++;
}

static void apply_inject_held(struct change *change)
{
    change->position->injects[change->event->inject].held = change->event->flag;
}

static void apply_recorded(struct change *change)
{
    change->position->recorded = true;
}

static void apply_frozen(struct change *change)
{
    change->position->frozen = true;
}

static void apply_debrief(struct change *change)
{
    change->position->debrief = change->event->flag;
}

/* Words: they are in the record, and change no position. */
static void apply_words(struct change *change)
{
    (void)change;
}

static void (*const appliers[EVENT_TYPES])(struct change *) = {
    [EVENT_SEATED] = apply_seated,
    [EVENT_UNSEATED] = apply_unseated,
    [EVENT_HEAD] = apply_head,
    [EVENT_POWERS] = apply_powers,
    [EVENT_READY] = apply_ready,
    [EVENT_STARTED] = apply_started,
    [EVENT_PHASE_OPENED] = apply_phase_opened,
    [EVENT_ROUND_CLOSED] = apply_round_closed,
    [EVENT_PAUSED] = apply_paused,
    [EVENT_RESUMED] = apply_resumed,
    [EVENT_DEADLINE] = apply_deadline,
    [EVENT_SCHEDULED] = apply_scheduled,
    [EVENT_CLOSED] = apply_closed,
    [EVENT_MESSAGE] = apply_words,
    [EVENT_DRAFTED] = apply_drafted,
    [EVENT_VERSION] = apply_version,
    [EVENT_OPENED] = apply_opened,
    [EVENT_TABLED] = apply_tabled,
    [EVENT_LEAKED] = apply_leaked,
    [EVENT_SIGNED] = apply_signed,
    [EVENT_UNSIGNED] = apply_unsigned,
    [EVENT_DECLINED] = apply_declined,
    [EVENT_WITHDRAWN] = apply_withdrawn,
    [EVENT_ENTERED] = apply_entered,
    [EVENT_SETTLED] = apply_settled,
    [EVENT_UNSETTLED] = apply_unsettled,
    [EVENT_SUSPENDED] = apply_suspended,
    [EVENT_DENOUNCED] = apply_denounced,
    [EVENT_ENDED] = apply_ended,
    [EVENT_RATIFIED] = apply_ratified,
    [EVENT_DORMANT] = apply_dormant,
    [EVENT_ENTRY_RUN] = apply_entry_run,
    [EVENT_CHOSEN] = apply_chosen,
    [EVENT_DECISION_OPENED] = apply_decision_opened,
    [EVENT_DECISION_CLOSED] = apply_decision_closed,
    [EVENT_SET] = apply_set,
    [EVENT_SAID] = apply_words,
    [EVENT_INJECT] = apply_inject,
    [EVENT_INJECT_HELD] = apply_inject_held,
    [EVENT_INSTRUCTION] = apply_words,
    [EVENT_INSTRUCTION_GONE] = apply_words,
    [EVENT_AIMS] = apply_words,
    [EVENT_TERMS] = apply_words,
    [EVENT_WALK_AWAY] = apply_words,
    [EVENT_NOTES] = apply_words,
    [EVENT_NOTES_FORGOTTEN] = apply_words,
    [EVENT_JOB] = apply_job,
    [EVENT_SUGGESTED] = apply_words,
    [EVENT_ADVISED] = apply_words,
    [EVENT_SUGGESTION_ANSWERED] = apply_words,
    [EVENT_RULING] = apply_words,
    [EVENT_MARKED] = apply_words,
    [EVENT_TROUBLE] = apply_words,
    [EVENT_RECORDED] = apply_recorded,
    [EVENT_FROZEN] = apply_frozen,
    [EVENT_DEBRIEF] = apply_debrief,
};

void position_apply(const struct scenario *scenario, struct position *position,
                    const struct event *event, struct stamp stamp, struct arena *arena)
{
    must(event->type < EVENT_TYPES);
    struct change change = {scenario, position, event, stamp, arena};
    appliers[event->type](&change);
    if (event_shapes[event->type].fields & FIELD_INSTRUMENT)
        position_derive(scenario, position);
}
