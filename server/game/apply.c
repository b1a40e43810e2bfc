/* apply: events become the position and the record. Nothing is evaluated, nothing can be refused.
 */
#include "plan.h"
#include "view_parts.h"

#include "must.h"

#include <string.h>

static const int64_t *copy_values(struct arena *arena, const int64_t *values, size_t count)
{
    return arena_grow(arena, values, count, count, sizeof *values);
}

static const uint32_t *copy_indices(struct arena *arena, const uint32_t *indices, size_t count)
{
    return arena_grow(arena, indices, count, count, sizeof *indices);
}

static const struct draft *draft_copy(const struct scenario *scenario, const struct draft *draft,
                                      struct arena *arena)
{
    struct draft *copy = ARENA_NEW(arena, struct draft);
    *copy = *draft;
    struct draft_clause *clauses = ARENA_ARRAY(arena, struct draft_clause, draft->clause_count);
    for (size_t index = 0; index < draft->clause_count; index++) {
        clauses[index] = draft->clauses[index];
        const struct clause_key *key = &scenario->keys[clauses[index].key];
        clauses[index].terms = copy_values(arena, draft->clauses[index].terms,
                                           scenario->clause_types[key->type].term_count);
    }
    copy->clauses = clauses;
    struct draft_article *articles = ARENA_ARRAY(arena, struct draft_article, draft->article_count);
    for (size_t index = 0; index < draft->article_count; index++)
        articles[index] = (struct draft_article){arena_copy(arena, draft->articles[index].id),
                                                 arena_copy(arena, draft->articles[index].text),
                                                 draft->articles[index].brackets};
    copy->articles = articles;
    copy->takes_effect_if = copy_indices(arena, draft->takes_effect_if, draft->takes_effect_count);
    copy->suspended_while = copy_indices(arena, draft->suspended_while, draft->suspended_count);
    struct text *linked = ARENA_ARRAY(arena, struct text, draft->linked_count);
    for (size_t index = 0; index < draft->linked_count; index++)
        linked[index] = arena_copy(arena, draft->linked[index]);
    copy->linked = linked;
    return copy;
}

static const struct schedule *schedule_copy(const struct scenario *scenario,
                                            const struct schedule *schedule, struct arena *arena)
{
    struct schedule *copy = ARENA_NEW(arena, struct schedule);
    *copy = *schedule;
    copy->minutes = copy_values(arena, schedule->minutes, scenario->phase_count);
    copy->quiet.offsets = arena_grow(arena, schedule->quiet.offsets, schedule->quiet.offset_count,
                                     schedule->quiet.offset_count, sizeof *schedule->quiet.offsets);
    return copy;
}

static struct event *event_copy(const struct scenario *scenario, const struct event *event,
                                struct arena *arena)
{
    struct event *copy = ARENA_NEW(arena, struct event);
    *copy = *event;
    struct text *texts[] = {&copy->id,     &copy->seat,         &copy->instrument, &copy->text,
                            &copy->title,  &copy->source,       &copy->quote,      &copy->path,
                            &copy->reason, &copy->quote_article};
    for (size_t index = 0; index < sizeof texts / sizeof *texts; index++)
        *texts[index] = arena_copy(arena, *texts[index]);
    copy->values = copy_values(arena, event->values, event->value_count);
    copy->keys = copy_indices(arena, event->keys, event->key_count);
    if (event->draft)
        copy->draft = draft_copy(scenario, event->draft, arena);
    if (event->schedule)
        copy->schedule = schedule_copy(scenario, event->schedule, arena);
    return copy;
}

void *with_room(struct game *game, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 16;
    return arena_grow(game->arena, items, count, *capacity, size);
}

static struct seen_by seen_by_all(void)
{
    return (struct seen_by){.all = true};
}

static struct seen_by seen_by_parties(party_set parties)
{
    return (struct seen_by){.parties = parties};
}

static struct seen_by seen_by_control(void)
{
    return (struct seen_by){0};
}

static struct seen_by variable_seen_by(const struct scenario *scenario, const struct event *event)
{
    const struct variable *variable = &scenario->variables[event->variable];
    if (variable->seen_by.all)
        return seen_by_all();
    if (variable->seen_by.own)
        return seen_by_parties(party_bit(event->variable_key));
    return seen_by_parties(variable->seen_by.parties);
}

static struct seen_by message_seen_by(const struct event *event)
{
    switch (event->to) {
    case TO_PLENARY:
    case TO_PRESS:
        return seen_by_all();
    case TO_CONTROL:
    case TO_PARTIES:
        break;
    }
    return seen_by_parties(event->parties);
}

static struct seen_by instrument_event_seen_by(const struct position *position,
                                               const struct event *event)
{
    const struct instrument *instrument = instrument_find(position, event->instrument);
    must(instrument);
    if (instrument->open_to_all)
        return seen_by_all();
    /* Between an event of drafting and its first version the author alone knows. */
    return seen_by_parties(instrument->draft
                               ? instrument->draft->invited | instrument->draft->witnesses
                               : party_bit(instrument->author));
}

/* Who may learn of the event, as things stand after it. */
static struct seen_by event_seen_by(const struct game *game, const struct event *event)
{
    if (event_shapes[event->type].fields & FIELD_INSTRUMENT)
        return instrument_event_seen_by(&game->position, event);
    if (event->type == EVENT_SET)
        return variable_seen_by(game->scenario, event);
    if (event->type == EVENT_MESSAGE)
        return message_seen_by(event);
    if (event->type == EVENT_CHOSEN)
        return game->scenario->decisions[event->decision].secret ? seen_by_control()
                                                                 : seen_by_all();
    if (event->type == EVENT_SAID)
        return event->flag      ? seen_by_control()
               : event->parties ? seen_by_parties(event->parties)
                                : seen_by_all();
    if (event->type == EVENT_INJECT)
        return event->flag ? seen_by_all() : seen_by_parties(event->parties);
    if (event->type == EVENT_RULING)
        return event->parties ? seen_by_parties(event->parties) : seen_by_all();
    if (event->type == EVENT_INSTRUCTION || event->type == EVENT_INSTRUCTION_GONE ||
        plan_keeps(event->type))
        return seen_by_parties(party_bit(plan_party(game, event)));
    if (event->type == EVENT_INJECT_HELD || event->type == EVENT_MARKED ||
        event->type == EVENT_TROUBLE || event->type == EVENT_ENTRY_RUN ||
        event->type == EVENT_RECORDED || event->type == EVENT_FROZEN)
        return seen_by_control();
    return seen_by_all();
}

static int event_party(const struct game *game, const struct event *event, const struct actor *by)
{
    if (event_shapes[event->type].fields & FIELD_PARTY)
        return event->party;
    const struct seat *seat = by->kind == ACTOR_SEAT ? seat_find(&game->position, by->seat) : NULL;
    return seat ? seat->party : NONE;
}

static void minute_record(struct game *game, const struct event *event, const struct stamp *stamp,
                          int64_t before)
{
    game->minutes = with_room(game, game->minutes, game->minute_count, &game->minute_capacity,
                              sizeof *game->minutes);
    struct minute *minute = &game->minutes[game->minute_count++];
    *minute = (struct minute){
        .event = event,
        .sequence = game->sequence,
        .at = stamp->at,
        .by = stamp->by->kind,
        .seat = arena_copy(game->arena, stamp->by->seat),
        .party = event_party(game, event, stamp->by),
        .automatic = stamp->by->automatic,
        .phase = game->position.phase,
        .round = game->position.round,
        .before = before,
        .seen_by = event_seen_by(game, event),
    };
    for (size_t place = 0; place < game->scenario->party_count + 2; place++)
        game->minutes_told[place] += minute_is_told(game->scenario, minute, audience_at(place));
}

static void message_record(struct game *game, const struct event *event, const struct stamp *stamp)
{
    game->messages = with_room(game, game->messages, game->message_count, &game->message_capacity,
                               sizeof *game->messages);
    struct message *message = &game->messages[game->message_count++];
    *message = (struct message){
        .id = event->id,
        .seat = event->seat,
        .party = event->party,
        .automatic = stamp->by->automatic,
        .to = event->to,
        .parties = event->parties,
        .text = event->text,
        .quote = event->quote,
        .quote_key = event->quote_key,
        .quote_article = event->quote_article,
        .sentence = event->title,
        .said = event->draft,
        .wanted = event->keys,
        .wanted_count = event->key_count,
        .at = stamp->at,
    };
}

/* What was checked when it was decided compiles again: the scenario is pinned. */
static const struct expression *instruction_compile(struct game *game, struct text source,
                                                    int party)
{
    struct expression_request request = {
        .source = source,
        .type = VALUE_BOOL,
        .unseen = sight_unseen(game->scenario, party, false, game->arena)};
    struct expression_fault fault;
    const struct expression *that =
        expression_compile(game->scenario, game->arena, &request, &fault);
    must(that);
    return that;
}

/* A game as it was before a step goes on with the old list. */
static void instruction_end(struct game *game, struct text id)
{
    game->instruction_capacity = game->instruction_count;
    game->instructions = arena_grow(game->arena, game->instructions, game->instruction_count,
                                    game->instruction_capacity, sizeof *game->instructions);
    for (size_t index = 0; index < game->instruction_count; index++)
        if (text_equal(game->instructions[index].id, id))
            game->instructions[index].gone = true;
}

static void instruction_record(struct game *game, const struct event *event)
{
    game->instructions = with_room(game, game->instructions, game->instruction_count,
                                   &game->instruction_capacity, sizeof *game->instructions);
    struct instruction *instruction = &game->instructions[game->instruction_count++];
    *instruction = (struct instruction){
        .id = event->id,
        .source = event->source,
        .otherwise = event->text,
        .party = event->party,
        .own = true,
        .that = instruction_compile(game, event->source, event->party),
    };
}

static void trouble_record(struct game *game, const struct event *event, const struct stamp *stamp)
{
    game->troubles = with_room(game, game->troubles, game->trouble_count, &game->trouble_capacity,
                               sizeof *game->troubles);
    struct trouble *trouble = &game->troubles[game->trouble_count++];
    *trouble = (struct trouble){
        .path = event->path,
        .text = event->text,
        .at = stamp->at,
        .phase = game->position.phase,
        .round = game->position.round,
    };
}

static void news_record(struct game *game, const struct event *event, const struct stamp *stamp)
{
    game->news =
        with_room(game, game->news, game->news_count, &game->news_capacity, sizeof *game->news);
    struct news *news = &game->news[game->news_count++];
    *news = (struct news){
        .id = event->id,
        .inject = event->inject,
        .title = event->title,
        .text = event->text,
        .seen_by = event_seen_by(game, event),
        .at = stamp->at,
    };
}

static void snapshot_record(struct game *game, const struct stamp *stamp)
{
    game->snapshots = with_room(game, game->snapshots, game->snapshot_count,
                                &game->snapshot_capacity, sizeof *game->snapshots);
    struct snapshot *snapshot = &game->snapshots[game->snapshot_count++];
    *snapshot = (struct snapshot){
        .phase = game->position.phase,
        .round = game->position.round,
        .at = stamp->at,
        .state = copy_values(game->arena, game->position.state, game->scenario->state_count),
    };
}

/* The reverse of what freezing wrote: see EVENT_FROZEN in event.h. */
static void frozen_record(struct game *game, const struct event *event)
{
    const struct scenario *scenario = game->scenario;
    struct frozen_score *frozen =
        ARENA_ARRAY(game->arena, struct frozen_score, scenario->party_count);
    size_t at = 0;
    for (size_t party = 0; party < scenario->party_count; party++) {
        size_t count = scenario->scores[party].item_count;
        must(at + 4 + 3 * count <= event->value_count);
        const int64_t *values = event->values + at;
        struct frozen_item *items = ARENA_ARRAY(game->arena, struct frozen_item, count);
        for (size_t item = 0; item < count; item++)
            items[item] = (struct frozen_item){.points = values[4 + 3 * item],
                                               .expected = values[5 + 3 * item],
                                               .failed = values[6 + 3 * item] != 0};
        frozen[party] = (struct frozen_score){.failed = values[0] != 0,
                                              .total = values[1],
                                              .expected = values[2],
                                              .no_deal = values[3],
                                              .items = items};
        at += 4 + 3 * count;
    }
    game->frozen = frozen;
    game->frozen_outcome = event->outcome == OUTCOME_NONE ? NONE : (int)event->outcome;
}

static void mark_record(struct game *game, const struct event *event, const struct stamp *stamp)
{
    game->marks =
        with_room(game, game->marks, game->mark_count, &game->mark_capacity, sizeof *game->marks);
    struct mark *mark = &game->marks[game->mark_count++];
    *mark = (struct mark){.text = event->text, .at = stamp->at};
}

static void event_record(struct game *game, const struct event *event, const struct stamp *stamp)
{
    if (event->type == EVENT_MESSAGE)
        message_record(game, event, stamp);
    else if (event->type == EVENT_INSTRUCTION)
        instruction_record(game, event);
    else if (event->type == EVENT_INSTRUCTION_GONE)
        instruction_end(game, event->id);
    else if (plan_keeps(event->type))
        plan_record(game, event, stamp);
    else if (event->type == EVENT_TROUBLE)
        trouble_record(game, event, stamp);
    else if (event->type == EVENT_MARKED)
        mark_record(game, event, stamp);
    else if (event->type == EVENT_INJECT)
        news_record(game, event, stamp);
    else if (event->type == EVENT_ROUND_CLOSED)
        snapshot_record(game, stamp);
    else if (event->type == EVENT_RECORDED)
        game->recorded = event->values;
    else if (event->type == EVENT_FROZEN)
        frozen_record(game, event);
}

static int64_t value_before(const struct game *game, const struct event *event)
{
    if (event->type != EVENT_SET)
        return 0;
    uint32_t key = event->variable_key < 0 ? 0 : (uint32_t)event->variable_key;
    return game->position.state[game->scenario->variables[event->variable].slot + key];
}

void apply(struct game *game, uint64_t sequence, int64_t at, const struct actor *by,
           const struct event *events, size_t count)
{
    must(sequence > game->sequence);
    game->sequence = sequence;
    if (at > game->at)
        game->at = at;
    struct stamp stamp = {.at = at, .by = by};
    for (size_t index = 0; index < count; index++) {
        const struct event *event = event_copy(game->scenario, &events[index], game->arena);
        int64_t before = value_before(game, event);
        position_apply(game->scenario, &game->position, event, stamp, game->arena);
        event_record(game, event, &stamp);
        minute_record(game, event, &stamp, before);
    }
    game_refresh(game);
}
