/* What is done in both games, by anybody. */
#ifndef TWINS_COMMON_H
#define TWINS_COMMON_H

#include "twins_secret.h"

/* A text that both games have, as in B. */
static inline const struct instrument *common_text(struct twins *twins)
{
    if (twins->pair_count == 0)
        return NULL;
    size_t at = (size_t)dice_throw(&twins->dice, 0, (int64_t)twins->pair_count - 1);
    return twins->pairs[at].apart
               ? NULL
               : instrument_find(&twins->plain->position, twins->pairs[at].plain);
}

static inline struct command common_by_control(struct twins *twins, struct arena *arena)
{
    struct dice *dice = &twins->dice;
    const struct scenario *scenario = twins->scenario;
    party_set everyone = party_bit((int)scenario->party_count) - 1;
    party_set whom = dice_parties(dice, dice_say(dice, 50) ? everyone : twins->secret);
    struct command command = wish_of_control(COMMAND_ADVANCE);
    const struct instrument *text = common_text(twins);
    switch (dice_throw(dice, 0, 19)) {
    case 0:
    case 1:
        command.type = COMMAND_INJECT_FIRE;
        if (scenario->inject_count == 0)
            return wish_of_control(COMMAND_MARK);
        command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->inject_count - 1);
        return command;
    case 2:
    case 3:
        if (scenario->variable_count == 0)
            return wish_of_control(COMMAND_MARK);
        command.type = COMMAND_VARIABLE_SET;
        dice_variable(twins, everyone, &command);
        return command;
    case 4:
        return control_tells(twins, COMMAND_INJECT_COMPOSE, whom, arena);
    case 5:
        return control_tells(twins, COMMAND_RULING, whom, arena);
    case 6:
        return control_tells(twins, COMMAND_MESSAGE, party_bit(dice_party(dice, everyone)), arena);
    case 7:
    case 8:
        command.type = dice_say(dice, 70) ? COMMAND_SIGNATURE_VOID : COMMAND_INSTRUMENT_END;
        command.instrument = text ? text->id : TEXT("none");
        command.party = dice_party(dice, everyone);
        return command;
    case 9:
        command.type = dice_say(dice, 30) ? COMMAND_PAUSE : COMMAND_RESUME;
        return command;
    default:
        return command;
    }
}

static inline struct command common_of_seat(struct twins *twins, int party, struct arena *arena)
{
    static const enum command_type acts[] = {COMMAND_READY, COMMAND_POWERS, COMMAND_HEAD,
                                             COMMAND_INSTRUCTION_ADD};
    struct dice *dice = &twins->dice;
    struct command command =
        wish_of(twins->scenario, party, dice_say(dice, 70), acts[dice_throw(dice, 0, 3)], arena);
    command.seat =
        wish_of(twins->scenario, party, dice_say(dice, 50), COMMAND_HEAD, arena).actor.seat;
    command.flag = dice_say(dice, 60);
    if (command.type != COMMAND_INSTRUCTION_ADD)
        return command;
    /* Whatever there is to be read, a secret of others too. */
    const struct scenario *scenario = twins->scenario;
    command.text = TEXT("No.");
    command.source = TEXT("round < 3");
    if (scenario->variable_count == 0)
        return command;
    const struct variable *variable =
        &scenario->variables[dice_throw(dice, 0, (int64_t)scenario->variable_count - 1)];
    command.source = variable->per == PER_PARTY
                         ? arena_print(arena, "parties[0].%.*s == parties[1].%.*s",
                                       TEXT_ARGUMENTS(variable->id), TEXT_ARGUMENTS(variable->id))
                         : arena_print(arena, "%.*s == 3", TEXT_ARGUMENTS(variable->id));
    return command;
}

/* Somebody who should know of no such text tries something with one that A alone has. */
static inline struct command hidden_try(struct twins *twins, int party, struct arena *arena)
{
    struct dice *dice = &twins->dice;
    const struct instrument *text = secret_text(twins);
    /* Its name may be another text's in B, which is there to be found. */
    if (!text || instrument_find(&twins->plain->position, text->id))
        return wish_of_control(COMMAND_MARK);
    if (dice_say(dice, 70))
        return wish_act(dice, twins->scenario, party, text, text->id, arena);
    party_set everyone = party_bit((int)twins->scenario->party_count) - 1;
    struct command command =
        wish_words(dice, twins->scenario, party, dice_say(dice, 50) ? TO_CONTROL : TO_PARTIES,
                   everyone, arena);
    command.quote = text->id;
    return command;
}

/* Two texts are linked, one of them hidden from others who see the other. */
static inline struct command hidden_link(struct twins *twins, struct arena *arena)
{
    const struct instrument *text = common_text(twins);
    if (!text)
        return wish_of_control(COMMAND_MARK);
    const struct pair *pair =
        &twins->pairs[dice_throw(&twins->dice, 0, (int64_t)twins->pair_count - 1)];
    for (size_t index = 0; index < twins->pair_count && dice_say(&twins->dice, 90); index++)
        if (twins->pairs[index].apart)
            pair = &twins->pairs[index];
    const struct instrument *other = instrument_find(&twins->plain->position, pair->plain);
    party_set both = text->draft->invited & other->draft->invited;
    if (!both || text == other)
        return wish_of_control(COMMAND_MARK);
    struct command command =
        wish_of(twins->scenario, dice_party(&twins->dice, both), true, COMMAND_LINK, arena);
    struct text *linked = ARENA_NEW(arena, struct text);
    *linked = other->id;
    command.instrument = text->id;
    command.version = text->version;
    command.linked = linked;
    command.linked_count = 1;
    return command;
}

static inline struct command common_wish(struct twins *twins, struct arena *arena)
{
    static const enum message_to places[] = {TO_PLENARY, TO_PRESS, TO_CONTROL, TO_PARTIES};
    struct dice *dice = &twins->dice;
    party_set everyone = party_bit((int)twins->scenario->party_count) - 1;
    int party = dice_party(dice, everyone);
    const struct instrument *text = common_text(twins);
    if (twins->brisk && dice_say(dice, 15))
        return wish_of_control(COMMAND_ADVANCE);
    if (dice_say(dice, 10))
        return dice_say(dice, 50) ? hidden_try(twins, party, arena) : hidden_link(twins, arena);
    if (text && dice_say(dice, 50)) {
        const struct instrument *other = common_text(twins);
        return wish_act(dice, twins->scenario, party, text, other ? other->id : TEXT(""), arena);
    }
    int64_t kind = dice_throw(dice, 0, 11);
    if (kind < 4)
        return wish_draft(dice, twins->scenario, party, everyone,
                          dice_say(dice, 30) ? TEXT("In our own words.") : TEXT(""), arena);
    if (kind < 6) {
        struct command command = wish_words(dice, twins->scenario, party,
                                            places[dice_throw(dice, 0, 3)], everyone, arena);
        if (text && dice_say(dice, 30))
            command.quote = text->id;
        return command;
    }
    if (kind < 7)
        return common_of_seat(twins, party, arena);
    if (kind < 9 && twins->scenario->decision_count > 0)
        return wish_choice(dice, twins->scenario, party, arena);
    return common_by_control(twins, arena);
}

/* What a text of B (by its id there) is called by whoever speaks, in either game. Others than its
 * guests and control have one name for it in both. */
static inline struct text spoken_name(const struct twins *twins, bool plain, int party,
                                      struct text id, struct arena *arena)
{
    const struct instrument *text = instrument_find(&twins->plain->position, id);
    if (!text)
        return id;
    if (party != NONE && !is_guest(text, party)) {
        /* A text's own name does for everybody who was told it once the text is public. Nobody
         * tells here, and the same name may be another text's in A. */
        const struct instrument *other = instrument_find(&twins->secretive->position, id);
        if (!text->open_to_all && other && other->open_to_all)
            return TEXT("none");
        return game_text_name(twins->plain, (struct audience){AUDIENCE_PARTY, party}, id, arena);
    }
    for (size_t index = 0; !plain && index < twins->pair_count; index++)
        if (text_equal(twins->pairs[index].plain, id))
            return twins->pairs[index].secretive;
    return id;
}

static inline uint32_t spoken_version(const struct twins *twins, bool plain, int party,
                                      const struct command *command, struct arena *arena)
{
    const struct instrument *text = instrument_find(&twins->plain->position, command->instrument);
    if (!text)
        return command->version;
    struct audience audience = {AUDIENCE_PARTY, party};
    if (party != NONE && !is_guest(text, party)) {
        struct namer namer = {&twins->plain->position, twins->plain->options.seed, audience, arena};
        return text->open_to_all && command->version >= text->public_version
                   ? version_number(&namer, text, command->version)
                   : command->version;
    }
    const struct instrument *other = instrument_find(
        &twins->secretive->position, spoken_name(twins, false, party, text->id, arena));
    /* The same number back from the newest. */
    uint32_t back = text->version - command->version;
    return plain || back >= other->version ? command->version : other->version - back;
}

/* Articles of the newest version have names of their own in either game; their places are the
 * same. */
static inline const struct article_wish *spoken_articles(const struct twins *twins, int party,
                                                         const struct command *command,
                                                         struct arena *arena)
{
    const struct instrument *text = instrument_find(&twins->plain->position, command->instrument);
    const struct instrument *other =
        text ? instrument_find(&twins->secretive->position,
                               spoken_name(twins, false, party, text->id, arena))
             : NULL;
    if (!other || (party != NONE && !is_guest(text, party)))
        return command->articles;
    struct article_wish *articles =
        ARENA_ARRAY(arena, struct article_wish, command->article_count + 1);
    for (size_t index = 0; index < command->article_count; index++) {
        articles[index] = command->articles[index];
        for (size_t place = 0; place < text->draft->article_count; place++)
            if (text_equal(text->draft->articles[place].id, articles[index].id))
                articles[index].id = other->draft->articles[place].id;
    }
    return articles;
}

/* A command that speaks of texts by their ids in B, as it is given in either game. */
static inline struct command spoken(const struct twins *twins, bool plain,
                                    const struct command *command, struct arena *arena)
{
    const struct seat *seat = command->actor.kind == ACTOR_SEAT
                                  ? seat_find(&twins->plain->position, command->actor.seat)
                                  : NULL;
    int party = seat ? seat->party : NONE;
    struct command said = *command;
    if (command->instrument.length > 0 && command->type != COMMAND_DRAFT) {
        said.version = spoken_version(twins, plain, party, command, arena);
        if (!plain)
            said.articles = spoken_articles(twins, party, command, arena);
        said.instrument = spoken_name(twins, plain, party, command->instrument, arena);
    }
    if (command->quote.length > 0)
        said.quote = spoken_name(twins, plain, party, command->quote, arena);
    struct text *linked = ARENA_ARRAY(arena, struct text, command->linked_count + 1);
    for (size_t index = 0; index < command->linked_count; index++)
        linked[index] = spoken_name(twins, plain, party, command->linked[index], arena);
    said.linked = linked;
    return said;
}

/* --- what comes of it --- */

static inline bool events_alike(const struct twins *twins, const struct event *left,
                                const struct event *right)
{
    bool closed = left->type == EVENT_DECISION_CLOSED &&
                  twins->scenario->decisions[left->decision].secret &&
                  twins->scenario->decisions[left->decision].revealed_final;
    return left->type == right->type && left->party == right->party &&
           left->parties == right->parties && left->phase == right->phase &&
           left->round == right->round && left->key == right->key &&
           left->decision == right->decision && left->variable == right->variable &&
           left->variable_key == right->variable_key && left->value == right->value &&
           left->inject == right->inject && left->flag == right->flag &&
           text_equal(left->text, right->text) && left->value_count == right->value_count &&
           (closed || left->value_count == 0 ||
            memcmp(left->values, right->values, left->value_count * sizeof *left->values) == 0);
}

/* The next event that others may notice. */
static inline size_t next_public(const struct twins *twins, const struct game *game,
                                 const struct decision_result *result, size_t at)
{
    while (at < result->event_count && event_is_secret(twins, game, &result->events[at]))
        at++;
    return at;
}

/* Whether something comes about that others may notice, and not in both games. */
static inline bool comes_out(const struct twins *twins, const struct decision_result *left,
                             const struct decision_result *right)
{
    size_t at[2] = {0, 0};
    for (;;) {
        at[0] = next_public(twins, twins->secretive, left, at[0]);
        at[1] = next_public(twins, twins->plain, right, at[1]);
        bool over[2] = {at[0] == left->event_count, at[1] == right->event_count};
        if (over[0] || over[1])
            return !(over[0] && over[1]);
        const struct event *event = &left->events[at[0]++];
        if (!events_alike(twins, event, &right->events[at[1]++]))
            return true;
        /* With the end all choices open. */
        if (twins->loose && event->type == EVENT_FROZEN)
            return true;
    }
}

/* Whether there is a lawful reason for that: a secret text enters into force, or an inject has come
 * about or been held in secret. */
static inline bool may_come_out(const struct twins *twins, const struct decision_result *left)
{
    const struct position *secretive = &twins->secretive->position;
    const struct position *plain = &twins->plain->position;
    for (size_t index = 0; index < left->event_count; index++)
        if (left->events[index].type == EVENT_ENTERED &&
            !pair_of_secretive(twins, left->events[index].instrument))
            return true;
    for (size_t index = 0; index < twins->scenario->inject_count; index++)
        if (secretive->injects[index].fired != plain->injects[index].fired ||
            secretive->injects[index].held != plain->injects[index].held)
            return true;
    return twins->loose;
}

static inline bool reaches_end(const struct twins *twins, const struct decision_result *result)
{
    for (size_t index = 0; index < result->event_count; index++)
        if (result->events[index].type == EVENT_PHASE_OPENED &&
            twins->scenario->phases[result->events[index].phase].final)
            return true;
    return false;
}

/* Something in both games. What the secretive are refused in one of them alone, for their own
 * reasons, they do in neither. */
static inline void common_do(struct twins *twins, const struct command *wished)
{
    struct arena *arena = arena_open();
    const struct command named = seated(twins, wished), *command = &named;
    if (!twins->loose) {
        variables_restore(twins);
        choices_restore(twins);
    }
    struct command said[2] = {spoken(twins, false, command, arena),
                              spoken(twins, true, command, arena)};
    /* What is said to the secretive alone is said in other words. */
    bool told = command->type == COMMAND_RULING || command->type == COMMAND_INJECT_COMPOSE ||
                command->type == COMMAND_MESSAGE;
    if (told && command->actor.kind == ACTOR_CONTROL && is_secret(twins, command->to_parties)) {
        said[0].text = TEXT("In other words.");
        said[0].title = TEXT("Other news");
    }
    struct decision_result left = decide(twins->secretive, &said[0], twins->now, arena);
    struct decision_result right = decide(twins->plain, &said[1], twins->now, arena);
    const struct seat *seat = command->actor.kind == ACTOR_SEAT
                                  ? seat_find(&twins->plain->position, command->actor.seat)
                                  : NULL;
    bool secretive = !seat || (twins->secret & party_bit(seat->party));
    bool both = !left.refused && !right.refused;
    twins->out =
        both && (comes_out(twins, &left, &right) || (twins->loose && reaches_end(twins, &left)));
    if (twins->out && !may_come_out(twins, &left))
        fail_msg("%.*s, seed %llu, step %d: others notice what comes of secrets by a command of "
                 "kind %d",
                 TEXT_ARGUMENTS(twins->scenario->id), (unsigned long long)twins->dice.seed.low,
                 twins->step, (int)command->type);
    if (!secretive && !twins->out)
        assert_answers_same(twins, twins->scenario->parties[seat->party].id, &left, &right);
    if (both && !twins->out) {
        size_t before = twins->plain->position.instrument_count;
        game_do(twins, false, &said[0], &left);
        game_do(twins, true, &said[1], &right);
        pair_newest(twins, before);
        let_in(twins);
    } else if (twins->act && !secretive && !twins->out) {
        for (int plain = 0; plain < 2; plain++)
            twins->act(twins, plain, &said[plain]);
    }
    arena_close(arena);
}

#endif
