/* A game played command by command. After each, the game that only applies the events must be the
 * same as the one that decided them, and deciding alone must have changed nothing. */
#ifndef KIT_H
#define KIT_H

#include "test.h"

#include "game.h"
#include "state.h"
#include "step_apply.h"
#include "view.h"

#include <string.h>

static struct scenario *rules;

static inline int rules_open(const char *folder)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    rules = scenario_load(folder, &diagnostics);
    for (size_t index = 0; !rules && index < diagnostics.count; index++)
        print_error("%.*s: %.*s\n", TEXT_ARGUMENTS(diagnostics.items[index].path),
                    TEXT_ARGUMENTS(diagnostics.items[index].message));
    arena_close(diagnostics.arena);
    return rules ? 0 : -1;
}

static inline int valley_open(void **state)
{
    (void)state;
    return rules_open(SOURCE_DIR "/tests/scenarios/good/valley");
}

static inline int rules_close(void **state)
{
    (void)state;
    scenario_close(rules);
    return 0;
}

struct play {
    struct game *game, *replayed;
    struct arena *arena; /* the commands' */
    uint64_t sequence;
    int64_t now;
    struct decision_result last;
};

static inline int party(const char *id)
{
    int index = scenario_party(rules, text_of(id));
    assert_true(index >= 0);
    return index;
}

/* A set of parties by their ids with spaces between. */
static inline party_set parties(const char *ids)
{
    party_set set = 0;
    for (size_t index = 0; index < rules->party_count; index++)
        if (strstr(ids, rules->parties[index].id.at))
            set |= party_bit((int)index);
    return set;
}

static inline uint32_t key_of(const char *id)
{
    int index = scenario_key(rules, text_of(id));
    assert_true(index >= 0);
    return (uint32_t)index;
}

static inline uint32_t condition(const char *id)
{
    int index = scenario_condition(rules, text_of(id));
    assert_true(index >= 0);
    return (uint32_t)index;
}

static inline int64_t string_of(const char *word)
{
    for (size_t index = 0; index < rules->string_count; index++)
        if (text_equal(rules->strings[index], text_of(word)))
            return (int64_t)index;
    fail_msg("no string %s", word);
    return 0;
}

static inline struct play *play_open_with(struct game_options options)
{
    options.id = TEXT("t1");
    options.name = TEXT("Room 1");
    struct arena *arena = arena_open();
    struct play *play = ARENA_NEW(arena, struct play);
    *play = (struct play){.game = game_open(rules, &options),
                          .replayed = game_open(rules, &options),
                          .arena = arena,
                          .now = 1769000000000};
    return play;
}

static inline void play_close(struct play *play)
{
    game_close(play->game);
    game_close(play->replayed);
    arena_close(play->arena);
}

static inline void assert_same(const struct game *left, const struct game *right,
                               struct arena *arena)
{
    assert_string_equal(game_hash(left, arena).at, game_hash(right, arena).at);
}

/* Decides and, where it is not refused, applies. */
static inline void play_do(struct play *play, struct command command)
{
    struct arena *arena = arena_open(); /* gone before the next step: what is kept is copied */
    struct text before = game_hash(play->game, arena);
    struct decision_result result = decide(play->game, &command, play->now, arena);
    assert_string_equal(game_hash(play->game, arena).at, before.at);
    if (!result.refused && result.event_count > 0) {
        play->sequence++;
        step_apply(play->game, play->sequence, play->now, &command.actor, result.events,
                   result.event_count);
        apply(play->replayed, play->sequence, play->now, &command.actor, result.events,
              result.event_count);
    }
    play->last = result;
    play->last.events = NULL;
    if (result.answer)
        play->last.answer = tree_copy(play->arena, result.answer);
    if (result.refused) {
        play->last.refusal.path = arena_copy(play->arena, result.refusal.path);
        play->last.refusal.message = arena_copy(play->arena, result.refusal.message);
        if (result.refusal.more)
            play->last.refusal.more = tree_copy(play->arena, result.refusal.more);
    }
    arena_close(arena);
    arena = arena_open();
    assert_same(play->game, play->replayed, arena);
    arena_close(arena);
}

#define ok(play, command)                                                                          \
    do {                                                                                           \
        play_do((play), (command));                                                                \
        if ((play)->last.refused)                                                                  \
            fail_msg("refused: %s: %s", (play)->last.refusal.type,                                 \
                     (play)->last.refusal.message.at);                                             \
    } while (0)

#define refused(play, command, expected)                                                           \
    do {                                                                                           \
        play_do((play), (command));                                                                \
        assert_true((play)->last.refused);                                                         \
        assert_string_equal((play)->last.refusal.type, (expected));                                \
    } while (0)

/* A seat is called as its party is, with a sign for its role: "nor", "nor+" (adviser), "nor?"
 * (observer). NULL: control. */
static inline struct command by(const char *seat, enum command_type type)
{
    struct command command = {.type = type, .key = NONE, .party = NONE, .quote_key = NONE};
    command.actor.kind = seat ? ACTOR_SEAT : ACTOR_CONTROL;
    command.actor.seat = text_of(seat);
    if (!seat)
        command.text = TEXT("A reason.");
    return command;
}

static inline struct command on_text(const char *seat, enum command_type type, struct text text)
{
    struct command command = by(seat, type);
    command.instrument = text;
    return command;
}

static inline struct command seating(const char *seat, const char *owner, enum seat_role role)
{
    struct command command = by(NULL, COMMAND_SEAT);
    command.seat = text_of(seat);
    command.party = party(owner);
    command.role = role;
    return command;
}

static inline void everybody_sits(struct play *play)
{
    for (size_t index = 0; index < rules->party_count; index++) {
        const char *id = rules->parties[index].id.at;
        ok(play, seating(id, id, ROLE_HEAD));
        ok(play, seating(arena_print(play->arena, "%s+", id).at, id, ROLE_ADVISER));
        ok(play, seating(arena_print(play->arena, "%s?", id).at, id, ROLE_OBSERVER));
    }
}

static inline void assert_phase(struct play *play, const char *id, uint32_t round)
{
    const struct position *position = &play->game->position;
    assert_true(position->phase >= 0);
    assert_string_equal(rules->phases[position->phase].id.at, id);
    assert_int_equal(position->round, round);
}

/* Everybody sits, the game has begun and has come to this phase. */
static inline struct play *play_open_at(const char *phase, struct game_options options)
{
    struct play *play = play_open_with(options);
    everybody_sits(play);
    ok(play, by(NULL, COMMAND_START));
    while (!text_equal(rules->phases[play->game->position.phase].id, text_of(phase)))
        ok(play, by(NULL, COMMAND_ADVANCE));
    return play;
}

static inline struct play *play_open(const char *phase)
{
    return play_open_at(phase, (struct game_options){.seed = {1, 2}});
}

/* One clause of a draft being written: its key and up to two terms. */
struct wish {
    const char *key;
    int64_t terms[2];
};

/* A draft or an amendment: `clauses` ends with a NULL key. */
static inline struct command with_clauses(struct play *play, struct command command,
                                          const struct wish *clauses)
{
    size_t count = 0;
    while (clauses[count].key)
        count++;
    struct clause_wish *wishes = ARENA_ARRAY(play->arena, struct clause_wish, count);
    for (size_t index = 0; index < count; index++) {
        int64_t *terms = ARENA_ARRAY(play->arena, int64_t, 2);
        memcpy(terms, clauses[index].terms, 2 * sizeof *terms);
        wishes[index] = (struct clause_wish){.key = key_of(clauses[index].key), .terms = terms};
    }
    command.clauses = wishes;
    command.clause_count = count;
    return command;
}

static inline struct command drafting(struct play *play, const char *seat, const char *kind,
                                      const char *invite, const struct wish *clauses)
{
    struct command command = by(seat, COMMAND_DRAFT);
    int index = scenario_instrument(rules, text_of(kind));
    assert_true(index >= 0);
    command.kind = (uint32_t)index;
    command.invite = parties(invite);
    return with_clauses(play, command, clauses);
}

static inline struct text answered(struct play *play)
{
    struct text id = TEXT("");
    assert_true(tree_get_text(play->last.answer, TEXT("instrument"), &id));
    return id;
}

#define WISHES(...) ((const struct wish[]){__VA_ARGS__, {NULL, {0, 0}}})

static inline struct text drafted(struct play *play, const char *seat, const char *kind,
                                  const char *invite, const struct wish *clauses)
{
    ok(play, drafting(play, seat, kind, invite, clauses));
    return answered(play);
}

static inline struct command amending(struct play *play, const char *seat, struct text text,
                                      uint32_t version, const struct wish *clauses)
{
    struct command command = on_text(seat, COMMAND_AMEND, text);
    command.version = version;
    return with_clauses(play, command, clauses);
}

static inline const struct instrument *the(struct play *play, struct text text)
{
    const struct instrument *found = instrument_find(&play->game->position, text);
    assert_non_null(found);
    return found;
}

/* Signs the newest version. */
static inline struct command signing(struct play *play, const char *seat, struct text text)
{
    struct command command = on_text(seat, COMMAND_SIGN, text);
    command.version = the(play, text)->version;
    return command;
}

static inline struct command reserving(struct play *play, const char *seat, struct text text,
                                       const char *key)
{
    struct command command = signing(play, seat, text);
    uint32_t *keys = ARENA_NEW(play->arena, uint32_t);
    *keys = key_of(key);
    command.keys = keys;
    command.key_count = 1;
    return command;
}

static inline void sign(struct play *play, const char *seat, struct text text)
{
    ok(play, signing(play, seat, text));
}

static inline struct command setting(struct play *play, const char *owner, const char *variable,
                                     int64_t value)
{
    (void)play;
    struct command command = by(NULL, COMMAND_VARIABLE_SET);
    int index = scenario_variable(rules, text_of(variable));
    assert_true(index >= 0);
    command.subject = (uint32_t)index;
    if (owner)
        command.key = party(owner);
    command.value = value;
    return command;
}

static inline struct command firing(const char *inject)
{
    struct command command = by(NULL, COMMAND_INJECT_FIRE);
    int index = scenario_inject(rules, text_of(inject));
    assert_true(index >= 0);
    command.subject = (uint32_t)index;
    return command;
}

static inline struct command choosing(const char *seat, const char *decision, uint32_t option)
{
    struct command command = by(seat, COMMAND_CHOOSE);
    int index = scenario_decision(rules, text_of(decision));
    assert_true(index >= 0);
    command.subject = (uint32_t)index;
    command.option = option;
    return command;
}

static inline struct command saying(const char *seat, enum message_to to, const char *receivers,
                                    const char *words)
{
    struct command command = by(seat, COMMAND_MESSAGE);
    command.to = to;
    command.to_parties = parties(receivers);
    command.text = text_of(words);
    return command;
}

/* An int or bool expression over the whole state. */
static inline int64_t value(struct play *play, const char *source)
{
    struct arena *arena = arena_open();
    struct expression_request request = {.source = text_of(source), .any_type = true};
    struct expression_fault fault;
    const struct expression *expression = expression_compile(rules, arena, &request, &fault);
    if (!expression)
        fail_msg("%s: %.*s", source, TEXT_ARGUMENTS(fault.message));
    /* The game's world, with room for what this expression computes on the way. */
    struct world world = game_world(play->game, arena);
    struct result result = expression_run(expression, &world, NULL);
    assert_false(result.failed);
    arena_close(arena);
    return result.value;
}

#define assert_true_of(play, source) assert_int_equal(value((play), (source)), 1)
#define assert_false_of(play, source) assert_int_equal(value((play), (source)), 0)

static inline void assert_status(struct play *play, struct text text, enum instrument_status status,
                                 bool suspended)
{
    assert_int_equal(the(play, text)->status, status);
    assert_int_equal(the(play, text)->suspended, suspended);
}

static inline enum clause_state clause_state(struct play *play, struct text text, const char *key)
{
    const struct instrument *found = the(play, text);
    int index = draft_clause_index(found->draft, key_of(key));
    assert_true(index >= 0);
    return (enum clause_state)found->clauses[index];
}

static inline int events_of(struct play *play, enum event_type type)
{
    int count = 0;
    for (size_t index = 0; index < play->game->minute_count; index++)
        count += play->game->minutes[index].event->type == type;
    return count;
}

#endif
