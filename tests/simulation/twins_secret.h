/* What is done in game A alone. */
#ifndef TWINS_SECRET_H
#define TWINS_SECRET_H

#include "twins.h"

/* A text that nobody else knows, and that A alone has; NULL where the dice fall on another. */
static inline const struct instrument *secret_text(struct twins *twins)
{
    const struct position *position = &twins->secretive->position;
    if (position->instrument_count == 0)
        return NULL;
    size_t at = (size_t)dice_throw(&twins->dice, 0, (int64_t)position->instrument_count - 1);
    const struct instrument *text = &position->instruments[at];
    return text->open_to_all || pair_of_secretive(twins, text->id) ? NULL : text;
}

static inline struct command secret_instruction(struct twins *twins, int party, struct arena *arena)
{
    static const char *const rules[] = {"false", "round < 3", "1 / 0 == 1", "true"};
    struct command command = wish_of(twins->scenario, party, true, COMMAND_INSTRUCTION_ADD, arena);
    const struct game *game = twins->secretive;
    if (game->instruction_count > 0 && dice_say(&twins->dice, 40)) {
        const struct instruction *instruction =
            &game->instructions[dice_throw(&twins->dice, 0, (int64_t)game->instruction_count - 1)];
        command =
            wish_of(twins->scenario, instruction->party, true, COMMAND_INSTRUCTION_REMOVE, arena);
        command.source = instruction->id;
        return command;
    }
    command.source = text_of(rules[dice_throw(&twins->dice, 0, 3)]);
    command.text = TEXT("No.");
    return command;
}

static inline struct command secret_powers(struct twins *twins, int party, struct arena *arena)
{
    struct command command = wish_of(twins->scenario, party, true, COMMAND_POWERS, arena);
    command.seat = wish_of(twins->scenario, party, false, COMMAND_POWERS, arena).actor.seat;
    command.flag = dice_say(&twins->dice, 60);
    return command;
}

/* Something that a delegation plans among its own, or that its adviser suggests. */
static inline struct command secret_plan(struct twins *twins, int party, struct arena *arena)
{
    struct dice *dice = &twins->dice;
    struct command command =
        wish_of(twins->scenario, party, dice_say(dice, 40), COMMAND_PLAN, arena);
    const struct instrument *text = secret_text(twins);
    const struct plan *plan = &twins->secretive->plans[party];
    if (plan->suggestion_count > 0 && dice_say(dice, 20)) {
        command = wish_of(twins->scenario, party, true, COMMAND_SUGGESTION_ANSWER, arena);
        command.source = plan->suggestions[plan->suggestion_count - 1].event->id;
        command.flag = dice_say(dice, 50);
    } else if (text && dice_say(dice, 40)) {
        command = wish_of(twins->scenario, party, false, COMMAND_SUGGEST, arena);
        command.instrument = text->id;
        command.suggestion = dice_say(dice, 50) ? SUGGEST_SIGN : SUGGEST_DECLINE;
    } else {
        command.plan.notes_given = true;
        command.plan.notes = arena_print(arena, "Plan %lld.", (long long)dice_throw(dice, 0, 5));
        command.plan.walk_away_given = true;
        command.plan.walk_away = dice_throw(dice, 0, 30);
        command.plan.terms_given = true;
        dice_clauses(dice, twins->scenario,
                     (uint32_t)dice_throw(dice, 0, (int64_t)twins->scenario->instrument_count - 1),
                     &command, arena);
    }
    return command;
}

static inline void dice_variable(struct twins *twins, party_set among, struct command *command)
{
    const struct scenario *scenario = twins->scenario;
    command->subject = (uint32_t)dice_throw(&twins->dice, 0, (int64_t)scenario->variable_count - 1);
    const struct variable *variable = &scenario->variables[command->subject];
    if (variable->per == PER_PARTY)
        command->key = dice_party(&twins->dice, among);
    else if (variable->per == PER_REGION)
        command->key = (int32_t)dice_throw(&twins->dice, 0, (int64_t)scenario->region_count - 1);
    command->value = dice_value(&twins->dice, scenario, &variable->domain);
}

/* [{set, to}] with one whole number, or NULL. */
static inline struct tree *dice_effects(struct twins *twins, party_set among, struct arena *arena)
{
    struct command about = {.key = NONE};
    dice_variable(twins, among, &about);
    const struct variable *variable = &twins->scenario->variables[about.subject];
    if (variable->domain.hold != HOLD_INT || variable->per == PER_REGION)
        return NULL;
    struct text name = variable->id;
    if (about.key != NONE)
        name =
            arena_print(arena, "%.*s.%.*s", TEXT_ARGUMENTS(twins->scenario->parties[about.key].id),
                        TEXT_ARGUMENTS(name));
    struct tree *effects = tree_list(arena), *effect = tree_object(arena);
    tree_set_text(arena, effect, TEXT("set"), name);
    tree_set_int(arena, effect, TEXT("to"), about.value);
    tree_append(arena, effects, effect);
    return effects;
}

/* What control says to some, and does by it. */
static inline struct command control_tells(struct twins *twins, enum command_type type,
                                           party_set whom, struct arena *arena)
{
    struct command command = wish_of_control(type);
    command.to = TO_PARTIES;
    command.to_parties = whom;
    command.title = TEXT("News");
    command.text = arena_print(arena, "Hear this %lld.", (long long)dice_throw(&twins->dice, 0, 3));
    if (type != COMMAND_MESSAGE && dice_say(&twins->dice, 60))
        command.effects = dice_effects(twins, twins->secret, arena);
    return command;
}

static inline struct command secret_by_control(struct twins *twins, struct arena *arena)
{
    const struct scenario *scenario = twins->scenario;
    struct dice *dice = &twins->dice;
    int64_t kind = dice_throw(dice, 0, 9);
    if (kind < 4) {
        static const enum command_type told[] = {COMMAND_INJECT_COMPOSE, COMMAND_RULING,
                                                 COMMAND_MESSAGE};
        party_set whom =
            dice_parties(dice, twins->secret) | party_bit(dice_party(dice, twins->secret));
        return control_tells(twins, told[dice_throw(dice, 0, 2)], whom, arena);
    }
    if (kind < 5)
        return wish_of_control(COMMAND_MARK);
    struct command command = wish_of_control(COMMAND_VARIABLE_SET);
    if (kind < 8 && scenario->inject_count > 0) {
        command.type = dice_say(dice, 70) ? COMMAND_INJECT_FIRE : COMMAND_INJECT_HOLD;
        command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->inject_count - 1);
        command.flag = dice_say(dice, 60);
        const struct visibility *seen_by = &scenario->injects[command.subject].seen_by;
        /* One that others see comes about in both games or in none. */
        if (!seen_by->all && !(seen_by->parties & ~twins->secret))
            return command;
        command.type = COMMAND_VARIABLE_SET;
    }
    if (scenario->variable_count == 0)
        return wish_of_control(COMMAND_MARK);
    dice_variable(twins, twins->secret, &command);
    return command;
}

static inline struct command secret_words(struct twins *twins, int party, struct arena *arena)
{
    const struct instrument *text = secret_text(twins);
    struct command command =
        wish_words(&twins->dice, twins->scenario, party,
                   dice_say(&twins->dice, 30) ? TO_CONTROL : TO_PARTIES, twins->secret, arena);
    if (text && dice_say(&twins->dice, 40))
        command.quote = text->id;
    return command;
}

static inline struct command secret_wish(struct twins *twins, struct arena *arena)
{
    struct dice *dice = &twins->dice;
    int party = dice_party(dice, twins->secret);
    const struct instrument *text = secret_text(twins);
    if (text && dice_say(dice, 55)) {
        const struct instrument *other = secret_text(twins);
        return wish_act(dice, twins->scenario, party, text, other ? other->id : TEXT(""), arena);
    }
    int64_t kind = dice_throw(dice, 0, 13);
    if (kind > 11)
        return secret_plan(twins, party, arena);
    if (kind < 3)
        return wish_draft(dice, twins->scenario, party, twins->secret,
                          arena_print(arena, "Secret %llu.", (unsigned long long)twins->secrets),
                          arena);
    if (kind < 5)
        return secret_words(twins, party, arena);
    if (kind < 6 && twins->scenario->decision_count > 0)
        return wish_choice(dice, twins->scenario, party, arena);
    if (kind < 7)
        return secret_powers(twins, party, arena);
    return kind < 9 ? secret_instruction(twins, party, arena) : secret_by_control(twins, arena);
}

/* Done in A where it is no more than a secret. */
static inline bool secret_try(struct twins *twins, const struct command *wished,
                              struct arena *arena)
{
    const struct command named = seated(twins, wished), *command = &named;
    struct decision_result result = decide(twins->secretive, command, twins->now, arena);
    if (result.refused)
        return false;
    for (size_t index = 0; index < result.event_count; index++)
        if (!event_is_secret(twins, twins->secretive, &result.events[index]))
            return false;
    game_do(twins, false, command, &result);
    twins->secrets++;
    twins->tally->secrets++;
    twins->tally->by_type[command->type]++;
    return true;
}

static inline bool is_all_agreed(const struct draft *draft)
{
    for (size_t index = 0; index < draft->clause_count; index++)
        if (draft->clauses[index].brackets)
            return false;
    for (size_t index = 0; index < draft->article_count; index++)
        if (draft->articles[index].brackets)
            return false;
    return true;
}

/* In B at once what a text of A has come to after who knows how many versions. */
static inline struct command draft_as(const struct twins *twins, const struct instrument *text,
                                      struct arena *arena)
{
    const struct draft *draft = text->draft;
    struct command command = wish_of(twins->scenario, text->author, true, COMMAND_DRAFT, arena);
    struct clause_wish *clauses = ARENA_ARRAY(arena, struct clause_wish, draft->clause_count + 1);
    for (size_t index = 0; index < draft->clause_count; index++)
        clauses[index] =
            (struct clause_wish){draft->clauses[index].key, draft->clauses[index].terms};
    struct article_wish *articles =
        ARENA_ARRAY(arena, struct article_wish, draft->article_count + 1);
    for (size_t index = 0; index < draft->article_count; index++)
        articles[index].text = draft->articles[index].text;
    command.kind = text->kind;
    command.invite = draft->invited;
    command.witnesses = draft->witnesses;
    command.clauses = clauses;
    command.clause_count = draft->clause_count;
    command.articles = articles;
    command.article_count = draft->article_count;
    command.articles_given = true;
    command.takes_effect_if = draft->takes_effect_if;
    command.takes_effect_count = draft->takes_effect_count;
    command.suspended_while = draft->suspended_while;
    command.suspended_count = draft->suspended_count;
    return command;
}

/* A text that others may come to see: from here on the same in both games, with a past in A. Its
 * author has the last word on it in A, at the moment in which it is drafted in B. */
static inline void history_hide(struct twins *twins)
{
    struct arena *arena = arena_open();
    const struct instrument *text = secret_text(twins);
    if (text && text->status == INSTRUMENT_DRAFT && text->draft->linked_count == 0 &&
        !text->opened && is_all_agreed(text->draft) && twins->pair_count < PAIRS_MAX - 8) {
        struct text id = arena_copy(arena, text->id);
        struct command command = wish_of(twins->scenario, text->author, true, COMMAND_AMEND, arena);
        command.instrument = id;
        command.version = text->version;
        dice_clauses(&twins->dice, twins->scenario, text->kind, &command, arena);
        dice_articles(&twins->dice, text->draft, &command, arena);
        if (secret_try(twins, &command, arena)) {
            text = instrument_find(&twins->secretive->position, id);
            command = draft_as(twins, text, arena);
            command = seated(twins, &command);
            struct decision_result result = decide(twins->plain, &command, twins->now, arena);
            if (is_all_agreed(text->draft) && !result.refused) {
                game_do(twins, true, &command, &result);
                const struct position *plain = &twins->plain->position;
                pair_add(twins, id, plain->instruments[plain->instrument_count - 1].id)->past =
                    true;
                twins->tally->published++;
            }
        }
    }
    arena_close(arena);
}

/* In either game a text of its own, for others to be linked with. */
static inline void drafts_apart(struct twins *twins)
{
    struct arena *arena = arena_open();
    int party = dice_party(&twins->dice, twins->secret);
    struct command wishes[2];
    struct decision_result results[2];
    bool good = twins->pair_count < PAIRS_MAX - 8;
    for (int plain = 0; plain < 2; plain++) {
        struct command wish =
            wish_draft(&twins->dice, twins->scenario, party, twins->secret, TEXT("Apart."), arena);
        /* For the same guests: who is none can neither link it nor take it off. */
        if (plain) {
            wish.invite = wishes[0].invite;
            wish.witnesses = wishes[0].witnesses;
        }
        wishes[plain] = seated(twins, &wish);
        results[plain] =
            decide(plain ? twins->plain : twins->secretive, &wishes[plain], twins->now, arena);
        good = good && !results[plain].refused;
    }
    if (good) {
        game_do(twins, false, &wishes[0], &results[0]);
        game_do(twins, true, &wishes[1], &results[1]);
        const struct position *left = &twins->secretive->position;
        const struct position *right = &twins->plain->position;
        pair_add(twins, left->instruments[left->instrument_count - 1].id,
                 right->instruments[right->instrument_count - 1].id)
            ->apart = true;
    }
    arena_close(arena);
}

static inline void secret_do(struct twins *twins)
{
    if (dice_say(&twins->dice, 3)) {
        drafts_apart(twins);
        return;
    }
    if (dice_say(&twins->dice, 10)) {
        history_hide(twins);
        return;
    }
    struct arena *arena = arena_open();
    struct command command = secret_wish(twins, arena);
    (void)secret_try(twins, &command, arena);
    arena_close(arena);
}

/* What secrets set going is lawfully seen by all, so (unless in a loose game) before anything else
 * is done the secret variables are again what they are in game B. */
static inline void variables_restore(struct twins *twins)
{
    const struct scenario *scenario = twins->scenario;
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        for (size_t key = 0; key < keys_of(scenario, variable->per); key++) {
            int64_t value = twins->plain->position.state[variable->slot + key];
            if (twins->secretive->position.state[variable->slot + key] == value)
                continue;
            struct arena *arena = arena_open();
            struct command command = wish_of_control(COMMAND_VARIABLE_SET);
            command.subject = (uint32_t)index;
            command.key = variable->per == PER_NONE ? NONE : (int32_t)key;
            command.value = value;
            struct decision_result result = decide(twins->secretive, &command, twins->now, arena);
            assert_false(result.refused);
            game_do(twins, false, &command, &result);
            arena_close(arena);
        }
    }
}

static inline struct text head_of(const struct position *position, int party)
{
    for (size_t index = 0; index < position->seat_count; index++)
        if (position->seats[index].party == party && position->seats[index].role == ROLE_HEAD)
            return position->seats[index].id;
    return TEXT("");
}

/* And so are choices, before they close. Where nobody may choose now the game goes on as a loose
 * one. */
static inline void choices_restore(struct twins *twins)
{
    const struct scenario *scenario = twins->scenario;
    const struct position *position = &twins->secretive->position;
    for (size_t index = 0; index < scenario->decision_count; index++)
        for (int party = 0; party < (int)scenario->party_count; party++) {
            uint16_t mine = position->decisions[index].choice[party];
            uint16_t plain = twins->plain->position.decisions[index].choice[party];
            if (mine == plain || !position->decisions[index].open)
                continue;
            struct arena *arena = arena_open();
            struct command command = wish_of(scenario, party, true, COMMAND_CHOOSE, arena);
            command.actor.seat = head_of(position, party);
            command.subject = (uint32_t)index;
            command.option = plain ? plain - 1U : scenario->decisions[index].start;
            struct decision_result result = decide(twins->secretive, &command, twins->now, arena);
            game_do(twins, false, &command, &result);
            twins->loose |= result.refused;
            arena_close(arena);
        }
}

#endif
