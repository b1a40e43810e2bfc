/* Random wishes of random people: drafts, signatures, words, choices. Most are lawful, the rest is
 * refused; the same dice give the same wishes. */
#ifndef WISHES_H
#define WISHES_H

#include "game.h"
#include "state.h"

#include <string.h>

struct dice {
    struct seed seed;
    uint64_t thrown;
};

static inline int64_t dice_throw(struct dice *dice, int64_t low, int64_t high)
{
    uint64_t place = dice->thrown++;
    return random_between(dice->seed, (struct text){(const char *)&place, sizeof(place)}, low,
                          high);
}

static inline bool dice_say(struct dice *dice, int percent)
{
    return dice_throw(dice, 0, 99) < percent;
}

/* Somebody of a set that is not empty. */
static inline int dice_party(struct dice *dice, party_set among)
{
    int64_t skip = dice_throw(dice, 0, __builtin_popcountll(among) - 1);
    for (; skip > 0; skip--)
        among &= among - 1;
    return __builtin_ctzll(among);
}

static inline party_set dice_parties(struct dice *dice, party_set among)
{
    party_set some = 0;
    for (int party = 0; party < PARTIES_MAX; party++)
        if ((among & party_bit(party)) && dice_say(dice, 70))
            some |= party_bit(party);
    return some;
}

static inline int64_t dice_value(struct dice *dice, const struct scenario *scenario,
                                 const struct domain *domain)
{
    switch (domain->hold) {
    case HOLD_INT: {
        if (!domain->bounded)
            return dice_throw(dice, -3, 12);
        /* With one bound alone, not far from it. */
        int64_t low = domain->min == INT64_MIN ? domain->max - 20 : domain->min;
        int64_t high = domain->max == INT64_MAX ? low + 20 : domain->max;
        return low + domain->step * dice_throw(dice, 0, (high - low) / domain->step);
    }
    case HOLD_BOOL:
        return dice_throw(dice, 0, 1);
    case HOLD_OPTION:
        return domain->options[dice_throw(dice, 0, (int64_t)domain->option_count - 1)].string;
    case HOLD_PARTY:
        return dice_party(dice, domain->of_parties);
    case HOLD_REGION:
        for (;;) {
            int64_t region = dice_throw(dice, 0, (int64_t)scenario->region_count - 1);
            if (!domain->of_regions || domain->of_regions[region])
                return region;
        }
    case HOLD_PARTIES:
        break;
    }
    return (int64_t)dice_parties(dice, domain->of_parties);
}

static inline struct clause_wish dice_clause(struct dice *dice, const struct scenario *scenario,
                                             uint32_t key, struct arena *arena)
{
    const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
    int64_t *terms = ARENA_ARRAY(arena, int64_t, type->term_count);
    for (size_t index = 0; index < type->term_count; index++)
        terms[index] = dice_value(dice, scenario, &type->terms[index].domain);
    return (struct clause_wish){.key = key, .terms = terms};
}

/* A few clauses that the kind may carry, each once. */
static inline void dice_clauses(struct dice *dice, const struct scenario *scenario, uint32_t kind,
                                struct command *command, struct arena *arena)
{
    const struct instrument_type *type = &scenario->instruments[kind];
    struct clause_wish *wishes = ARENA_ARRAY(arena, struct clause_wish, 4);
    size_t count = 0;
    int64_t wanted = type->clause_type_count ? dice_throw(dice, 1, 4) : 0;
    for (int64_t tries = 0; tries < wanted; tries++) {
        const struct clause_type *clause = &scenario->clause_types[type->clause_types[dice_throw(
            dice, 0, (int64_t)type->clause_type_count - 1)]];
        uint32_t key =
            clause->first_key + (uint32_t)dice_throw(dice, 0, (int64_t)clause->key_count - 1);
        bool taken = false;
        for (size_t index = 0; index < count; index++)
            taken |= wishes[index].key == key;
        if (!taken)
            wishes[count++] = dice_clause(dice, scenario, key, arena);
    }
    command->clauses = wishes;
    command->clause_count = count;
}

static inline void dice_conditions(struct dice *dice, const struct scenario *scenario,
                                   uint32_t kind, struct command *command, struct arena *arena)
{
    const struct instrument_type *type = &scenario->instruments[kind];
    if (type->condition_count == 0 || dice_say(dice, 50))
        return;
    uint32_t *condition = ARENA_NEW(arena, uint32_t);
    *condition = type->conditions[dice_throw(dice, 0, (int64_t)type->condition_count - 1)];
    command->conditions_given = true;
    if (dice_say(dice, 50)) {
        command->takes_effect_if = condition;
        command->takes_effect_count = 1;
    } else {
        command->suspended_while = condition;
        command->suspended_count = 1;
    }
}

static inline struct command wish_of(const struct scenario *scenario, int party, bool head,
                                     enum command_type type, struct arena *arena)
{
    struct command command = {.type = type, .key = NONE, .party = NONE, .quote_key = NONE};
    command.actor.kind = ACTOR_SEAT;
    command.actor.seat =
        arena_print(arena, "%.*s%s", TEXT_ARGUMENTS(scenario->parties[party].id), head ? "" : "+");
    return command;
}

/* A draft for some of `among`, its author and, where `words` is not empty, an article of its own.
 */
static inline struct command wish_draft(struct dice *dice, const struct scenario *scenario,
                                        int party, party_set among, struct text words,
                                        struct arena *arena)
{
    struct command command = wish_of(scenario, party, dice_say(dice, 50), COMMAND_DRAFT, arena);
    command.kind = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->instrument_count - 1);
    command.invite = dice_parties(dice, among) | party_bit(party);
    if (dice_say(dice, 20))
        command.witnesses = dice_parties(dice, among);
    dice_clauses(dice, scenario, command.kind, &command, arena);
    dice_conditions(dice, scenario, command.kind, &command, arena);
    if (words.length == 0)
        return command;
    struct article_wish *article = ARENA_NEW(arena, struct article_wish);
    article->text = words;
    command.articles = article;
    command.article_count = 1;
    command.articles_given = true;
    return command;
}

static inline void dice_keys(struct dice *dice, const struct draft *draft, struct command *command,
                             struct arena *arena)
{
    if (draft->clause_count == 0)
        return;
    uint32_t *key = ARENA_NEW(arena, uint32_t);
    *key = draft->clauses[dice_throw(dice, 0, (int64_t)draft->clause_count - 1)].key;
    command->keys = key;
    command->key_count = 1;
}

static inline void dice_articles(struct dice *dice, const struct draft *draft,
                                 struct command *command, struct arena *arena)
{
    struct article_wish *articles =
        ARENA_ARRAY(arena, struct article_wish, draft->article_count + 1);
    size_t count = 0;
    for (size_t index = 0; index < draft->article_count; index++)
        if (dice_say(dice, 80))
            articles[count++] =
                (struct article_wish){draft->articles[index].id, draft->articles[index].text};
    if (count < ARTICLES_MAX && dice_say(dice, 60))
        articles[count++].text =
            arena_print(arena, "Article %lld.", (long long)dice_throw(dice, 0, 5));
    command->articles = articles;
    command->article_count = count;
    command->articles_given = true;
}

/* One of its articles, to be put in brackets. */
static inline void dice_article(struct dice *dice, const struct draft *draft,
                                struct command *command, struct arena *arena)
{
    if (draft->article_count == 0)
        return;
    struct article_wish *article = ARENA_NEW(arena, struct article_wish);
    article->id = draft->articles[dice_throw(dice, 0, (int64_t)draft->article_count - 1)].id;
    command->articles = article;
    command->article_count = 1;
}

/* Something that a party does with a text. `other`: one to link it with. */
static inline struct command wish_act(struct dice *dice, const struct scenario *scenario, int party,
                                      const struct instrument *text, struct text other,
                                      struct arena *arena)
{
    static const enum command_type acts[] = {
        COMMAND_AMEND,   COMMAND_AMEND,    COMMAND_BRACKET, COMMAND_BRACKET,
        COMMAND_OPEN,    COMMAND_LINK,     COMMAND_TABLE,   COMMAND_SIGN,
        COMMAND_SIGN,    COMMAND_SIGN,     COMMAND_SIGN,    COMMAND_UNSIGN,
        COMMAND_DECLINE, COMMAND_WITHDRAW, COMMAND_LEAK,    COMMAND_DENOUNCE};
    enum command_type type =
        acts[dice_throw(dice, 0, (int64_t)(sizeof(acts) / sizeof(acts[0])) - 1)];
    struct command command = wish_of(scenario, party, dice_say(dice, 85), type, arena);
    command.instrument = text->id;
    command.version =
        dice_say(dice, 80) ? text->version : (uint32_t)dice_throw(dice, 1, text->version);
    command.flag = dice_say(dice, 70);
    if (type == COMMAND_AMEND) {
        dice_clauses(dice, scenario, text->kind, &command, arena);
        dice_conditions(dice, scenario, text->kind, &command, arena);
        if (dice_say(dice, 30))
            dice_articles(dice, text->draft, &command, arena);
        if (dice_say(dice, 10))
            command.invite =
                party_bit((int)dice_throw(dice, 0, (int64_t)scenario->party_count - 1));
    } else if (type == COMMAND_BRACKET && dice_say(dice, 30)) {
        dice_article(dice, text->draft, &command, arena);
    } else if (type == COMMAND_BRACKET || (type == COMMAND_SIGN && dice_say(dice, 40))) {
        dice_keys(dice, text->draft, &command, arena);
    } else if (type == COMMAND_LINK && other.length > 0) {
        struct text *linked = ARENA_NEW(arena, struct text);
        *linked = other;
        command.linked = linked;
        command.linked_count = 1;
    }
    return command;
}

static inline struct command wish_words(struct dice *dice, const struct scenario *scenario,
                                        int party, enum message_to to, party_set among,
                                        struct arena *arena)
{
    struct command command = wish_of(scenario, party, dice_say(dice, 50), COMMAND_MESSAGE, arena);
    command.to = to;
    command.to_parties = to == TO_PARTIES ? dice_parties(dice, among) : 0;
    command.text = arena_print(arena, "Words %lld.", (long long)dice_throw(dice, 0, 5));
    return command;
}

static inline struct command wish_choice(struct dice *dice, const struct scenario *scenario,
                                         int party, struct arena *arena)
{
    struct command command = wish_of(scenario, party, true, COMMAND_CHOOSE, arena);
    command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->decision_count - 1);
    command.option = (uint32_t)dice_throw(
        dice, 0, (int64_t)scenario->decisions[command.subject].option_count - 1);
    return command;
}

static inline struct command wish_of_control(enum command_type type)
{
    struct command command = {.type = type, .key = NONE, .party = NONE, .quote_key = NONE};
    command.actor.kind = ACTOR_CONTROL;
    command.text = TEXT("A reason.");
    return command;
}

#endif
