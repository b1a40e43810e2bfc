/* Wishes as they go over the wire: a method and its parameters. */
#ifndef WISH_WRITE_H
#define WISH_WRITE_H

#include "view_parts.h"
#include "wishes.h"

static inline const char *wish_method(enum command_type type)
{
    static const char *const methods[COMMAND_TYPES] = {
        [COMMAND_MESSAGE] = "message.send",
        [COMMAND_DRAFT] = "instrument.draft",
        [COMMAND_AMEND] = "instrument.amend",
        [COMMAND_BRACKET] = "instrument.bracket",
        [COMMAND_OPEN] = "instrument.open",
        [COMMAND_LINK] = "instrument.link",
        [COMMAND_TABLE] = "instrument.table",
        [COMMAND_SIGN] = "instrument.sign",
        [COMMAND_UNSIGN] = "instrument.unsign",
        [COMMAND_DECLINE] = "instrument.decline",
        [COMMAND_WITHDRAW] = "instrument.withdraw",
        [COMMAND_LEAK] = "instrument.leak",
        [COMMAND_DENOUNCE] = "instrument.denounce",
        [COMMAND_CHOOSE] = "decision.choose",
        [COMMAND_READY] = "ready.set",
        [COMMAND_HEAD] = "seat.head",
        [COMMAND_POWERS] = "powers.give",
        [COMMAND_INSTRUCTION_ADD] = "instruction.add",
        [COMMAND_INSTRUCTION_REMOVE] = "instruction.remove",
        [COMMAND_PLAN] = "plan.save",
        [COMMAND_SUGGEST] = "suggest.make",
        [COMMAND_SUGGESTION_ANSWER] = "suggest.answer",
        [COMMAND_START] = "exercise.start",
        [COMMAND_ADVANCE] = "exercise.advance",
        [COMMAND_PAUSE] = "exercise.pause",
        [COMMAND_RESUME] = "exercise.resume",
        [COMMAND_INJECT_FIRE] = "inject.fire",
        [COMMAND_INJECT_HOLD] = "inject.hold",
        [COMMAND_INJECT_COMPOSE] = "inject.compose",
        [COMMAND_VARIABLE_SET] = "variable.set",
        [COMMAND_SIGNATURE_VOID] = "signature.void",
        [COMMAND_INSTRUMENT_END] = "instrument.end",
        [COMMAND_RULING] = "ruling.make",
        [COMMAND_MARK] = "moment.mark",
    };
    return methods[type];
}

static inline struct tree *key_write(const struct scenario *scenario, uint32_t key,
                                     struct arena *arena)
{
    const struct clause_key *clause = &scenario->keys[key];
    const struct clause_type *type = &scenario->clause_types[clause->type];
    struct tree *tree = tree_object(arena);
    tree_set_text(arena, tree, TEXT("type"), type->id);
    if (type->per != PER_NONE)
        tree_set_text(arena, tree, TEXT("key"), key_name(scenario, type->per, clause->key));
    return tree;
}

static inline struct tree *keys_write(const struct scenario *scenario,
                                      const struct command *command, struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < command->key_count; index++)
        tree_append(arena, list, key_write(scenario, command->keys[index], arena));
    return list;
}

static inline struct tree *clauses_write(const struct scenario *scenario,
                                         const struct clause_wish *clauses, size_t count,
                                         struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < count; index++) {
        struct tree *clause = key_write(scenario, clauses[index].key, arena);
        tree_set(arena, clause, TEXT("terms"),
                 terms_to_tree(scenario, clauses[index].key, clauses[index].terms, arena));
        tree_append(arena, list, clause);
    }
    return list;
}

static inline struct tree *articles_write(const struct command *command, struct arena *arena)
{
    bool names = command->type == COMMAND_BRACKET;
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < command->article_count; index++) {
        const struct article_wish *wish = &command->articles[index];
        struct tree *article = tree_object(arena);
        if (wish->id.length > 0)
            tree_set_text(arena, article, TEXT("id"), wish->id);
        tree_set_text(arena, article, TEXT("text"), wish->text);
        tree_append(arena, list, names ? tree_text(arena, wish->id) : article);
    }
    return list;
}

static inline struct tree *conditions_write(const struct scenario *scenario,
                                            const uint32_t *conditions, size_t count,
                                            struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < count; index++)
        tree_append(arena, list, tree_text(arena, scenario->conditions[conditions[index]].id));
    return list;
}

static inline void content_write(const struct scenario *scenario, const struct command *command,
                                 struct tree *wish, struct arena *arena)
{
    if (command->type == COMMAND_DRAFT)
        tree_set_text(arena, wish, TEXT("kind"), scenario->instruments[command->kind].id);
    tree_set_parties(scenario, wish, TEXT("invite"), command->invite, arena);
    tree_set_parties(scenario, wish, TEXT("witnesses"), command->witnesses, arena);
    tree_set(arena, wish, TEXT("clauses"),
             clauses_write(scenario, command->clauses, command->clause_count, arena));
    if (command->articles_given)
        tree_set(arena, wish, TEXT("articles"), articles_write(command, arena));
    if (!command->conditions_given && command->type == COMMAND_AMEND)
        return;
    tree_set(
        arena, wish, TEXT("takes_effect_if"),
        conditions_write(scenario, command->takes_effect_if, command->takes_effect_count, arena));
    tree_set(arena, wish, TEXT("suspended_while"),
             conditions_write(scenario, command->suspended_while, command->suspended_count, arena));
}

static inline void act_write(const struct scenario *scenario, const struct command *command,
                             struct tree *wish, struct arena *arena)
{
    if (command->type == COMMAND_BRACKET || command->type == COMMAND_OPEN)
        tree_set_bool(arena, wish, TEXT("on"), command->flag);
    if (command->type == COMMAND_BRACKET) {
        tree_set(arena, wish, TEXT("clauses"), keys_write(scenario, command, arena));
        tree_set(arena, wish, TEXT("articles"), articles_write(command, arena));
    }
    if (command->type == COMMAND_SIGN) {
        tree_set(arena, wish, TEXT("reserve"), keys_write(scenario, command, arena));
        tree_set_bool(arena, wish, TEXT("override"), command->flag);
    }
    if (command->type == COMMAND_LINK) {
        struct tree *with = tree_list(arena);
        for (size_t index = 0; index < command->linked_count; index++)
            tree_append(arena, with, tree_text(arena, command->linked[index]));
        tree_set(arena, wish, TEXT("with"), with);
    }
    if (command->type == COMMAND_SIGNATURE_VOID)
        tree_set_text(arena, wish, TEXT("party"), scenario->parties[command->party].id);
}

static inline void words_write(const struct scenario *scenario, const struct command *command,
                               struct tree *wish, struct arena *arena)
{
    static const struct text places[] = {
        [TO_PLENARY] = {"plenary", 7}, [TO_PRESS] = {"press", 5}, [TO_CONTROL] = {"control", 7}};
    tree_set_text(arena, wish, TEXT("text"), command->text);
    if (command->type == COMMAND_MESSAGE)
        tree_set(arena, wish, TEXT("to"),
                 command->to == TO_PARTIES ? tree_parties(scenario, command->to_parties, arena)
                                           : tree_text(arena, places[command->to]));
    else
        tree_set_parties(scenario, wish, TEXT("to"), command->to_parties, arena);
    if (command->type == COMMAND_INJECT_COMPOSE)
        tree_set_text(arena, wish, TEXT("title"), command->title);
    if (command->effects)
        tree_set(arena, wish, TEXT("effects"), tree_copy(arena, command->effects));
    if (command->quote.length == 0)
        return;
    struct tree *quote = tree_object(arena);
    tree_set_text(arena, quote, TEXT("instrument"), command->quote);
    tree_set(arena, wish, TEXT("quote"), quote);
}

static inline void variable_write(const struct scenario *scenario, const struct command *command,
                                  struct tree *wish, struct arena *arena)
{
    const struct variable *variable = &scenario->variables[command->subject];
    struct text name = variable->id;
    if (variable->per != PER_NONE)
        name = arena_print(arena, "%.*s.%.*s",
                           TEXT_ARGUMENTS(key_name(scenario, variable->per, command->key)),
                           TEXT_ARGUMENTS(name));
    tree_set_text(arena, wish, TEXT("name"), name);
    tree_set(arena, wish, TEXT("value"),
             domain_to_tree(scenario, &variable->domain, command->value, arena));
}

/* The rest: of seats, decisions, injects, instructions. */
static inline void other_write(const struct scenario *scenario, const struct command *command,
                               struct tree *wish, struct arena *arena)
{
    bool inject = command->type == COMMAND_INJECT_FIRE || command->type == COMMAND_INJECT_HOLD;
    if (inject)
        tree_set_text(arena, wish, TEXT("inject"), scenario->injects[command->subject].id);
    if (command->type == COMMAND_INJECT_HOLD || command->type == COMMAND_READY ||
        command->type == COMMAND_POWERS)
        tree_set_bool(arena, wish, TEXT("on"), command->flag);
    if (command->type == COMMAND_HEAD || command->type == COMMAND_POWERS)
        tree_set_text(arena, wish, TEXT("seat"), command->seat);
    if (command->type == COMMAND_INSTRUCTION_REMOVE)
        tree_set_text(arena, wish, TEXT("id"), command->source);
    if (command->type == COMMAND_INSTRUCTION_ADD) {
        tree_set_text(arena, wish, TEXT("that"), command->source);
        tree_set_text(arena, wish, TEXT("else"), command->text);
    }
    if (command->type == COMMAND_CHOOSE) {
        const struct decision *decision = &scenario->decisions[command->subject];
        tree_set_text(arena, wish, TEXT("decision"), decision->id);
        tree_set_text(arena, wish, TEXT("option"), decision->options[command->option].id);
    }
}

static inline void plan_write(const struct scenario *scenario, const struct command *command,
                              struct tree *wish, struct arena *arena)
{
    if (command->plan.terms_given)
        tree_set(arena, wish, TEXT("terms"),
                 clauses_write(scenario, command->clauses, command->clause_count, arena));
    if (command->plan.walk_away_given)
        tree_set_int(arena, wish, TEXT("walk_away"), command->plan.walk_away);
    if (command->plan.notes_given)
        tree_set_text(arena, wish, TEXT("notes"), command->plan.notes);
    if (command->type == COMMAND_SUGGEST)
        tree_set_text(arena, wish, TEXT("kind"), suggestion_names[command->suggestion]);
    if (command->type == COMMAND_SUGGESTION_ANSWER) {
        tree_set_text(arena, wish, TEXT("suggestion"), command->source);
        tree_set_bool(arena, wish, TEXT("on"), command->flag);
    }
}

/* The parameters; the caller adds the key or the table. */
static inline struct tree *wish_write(const struct scenario *scenario,
                                      const struct command *command, struct arena *arena)
{
    struct tree *wish = tree_object(arena);
    enum command_type type = command->type;
    if (command->instrument.length > 0 && type != COMMAND_DRAFT)
        tree_set_text(arena, wish, TEXT("instrument"), command->instrument);
    if (type == COMMAND_AMEND || type == COMMAND_BRACKET || type == COMMAND_SIGN)
        tree_set_int(arena, wish, TEXT("version"), command->version);
    if (type == COMMAND_DRAFT || type == COMMAND_AMEND)
        content_write(scenario, command, wish, arena);
    else if (type == COMMAND_MESSAGE || type == COMMAND_RULING || type == COMMAND_INJECT_COMPOSE ||
             type == COMMAND_MARK)
        words_write(scenario, command, wish, arena);
    else if (type == COMMAND_VARIABLE_SET)
        variable_write(scenario, command, wish, arena);
    act_write(scenario, command, wish, arena);
    other_write(scenario, command, wish, arena);
    plan_write(scenario, command, wish, arena);
    if (type == COMMAND_VARIABLE_SET || type == COMMAND_SIGNATURE_VOID ||
        type == COMMAND_INSTRUMENT_END)
        tree_set_text(arena, wish, TEXT("reason"), command->text);
    return wish;
}

#endif
