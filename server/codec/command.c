#include "reader.h"

/* One parameter of one method: how its value becomes members of the command. They are read in the
 * order of the method's list, so that an option comes after its decision. */
typedef bool (*parameter_read)(const struct reader *reader, struct text path,
                               const struct tree *tree, struct command *command);

struct parameter {
    struct text name;
    bool required;
    parameter_read read;
};

enum { PARAMETERS_MAX = 10, MINUTES_MAX = 100000, WALK_AWAY_MAX = 1000000 };

struct method {
    struct text name;
    enum command_type type;
    struct parameter parameters[PARAMETERS_MAX]; /* until one without a name */
};

static bool read_instrument(const struct reader *reader, struct text path, const struct tree *tree,
                            struct command *command)
{
    return reader_text(reader, path, tree, &command->instrument);
}

static bool read_version(const struct reader *reader, struct text path, const struct tree *tree,
                         struct command *command)
{
    int64_t version;
    if (!reader_int(reader, path, tree, 1, UINT32_MAX, &version))
        return false;
    command->version = (uint32_t)version;
    return true;
}

static bool read_kind(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    return reader_instrument_type(reader, path, tree, &command->kind);
}

static bool read_invite(const struct reader *reader, struct text path, const struct tree *tree,
                        struct command *command)
{
    return reader_parties(reader, path, tree, &command->invite);
}

static bool read_witnesses(const struct reader *reader, struct text path, const struct tree *tree,
                           struct command *command)
{
    return reader_parties(reader, path, tree, &command->witnesses);
}

static bool read_wishes(const struct reader *reader, struct text path, const struct tree *tree,
                        struct command *command)
{
    return reader_clauses(reader, path, tree, &command->clauses, &command->clause_count);
}

static bool read_article_wishes(const struct reader *reader, struct text path,
                                const struct tree *tree, struct command *command)
{
    command->articles_given = true;
    return reader_articles(reader, path, tree, &command->articles, &command->article_count);
}

static bool read_takes_effect(const struct reader *reader, struct text path,
                              const struct tree *tree, struct command *command)
{
    command->conditions_given = true;
    return reader_conditions(reader, path, tree, &command->takes_effect_if,
                             &command->takes_effect_count);
}

static bool read_suspended(const struct reader *reader, struct text path, const struct tree *tree,
                           struct command *command)
{
    command->conditions_given = true;
    return reader_conditions(reader, path, tree, &command->suspended_while,
                             &command->suspended_count);
}

static bool read_keys(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    return reader_clause_keys(reader, path, tree, &command->keys, &command->key_count);
}

static bool read_article_ids(const struct reader *reader, struct text path, const struct tree *tree,
                             struct command *command)
{
    const struct text *ids;
    size_t count;
    if (!reader_texts(reader, path, tree, &ids, &count))
        return false;
    struct article_wish *articles = ARENA_ARRAY(reader->arena, struct article_wish, count);
    for (size_t index = 0; index < count; index++)
        articles[index].id = ids[index];
    command->articles = articles;
    command->article_count = count;
    return true;
}

static bool read_on(const struct reader *reader, struct text path, const struct tree *tree,
                    struct command *command)
{
    return reader_flag(reader, path, tree, &command->flag);
}

static bool read_linked(const struct reader *reader, struct text path, const struct tree *tree,
                        struct command *command)
{
    return reader_texts(reader, path, tree, &command->linked, &command->linked_count);
}

static bool read_decision_subject(const struct reader *reader, struct text path,
                                  const struct tree *tree, struct command *command)
{
    return reader_decision(reader, path, tree, &command->subject);
}

static bool read_choice(const struct reader *reader, struct text path, const struct tree *tree,
                        struct command *command)
{
    return reader_option(reader, path, tree, &reader->scenario->decisions[command->subject],
                         &command->option);
}

static bool read_seat(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    return reader_text(reader, path, tree, &command->seat);
}

static bool read_source(const struct reader *reader, struct text path, const struct tree *tree,
                        struct command *command)
{
    return reader_text(reader, path, tree, &command->source);
}

static bool read_words(const struct reader *reader, struct text path, const struct tree *tree,
                       struct command *command)
{
    return reader_text(reader, path, tree, &command->text);
}

static bool read_title(const struct reader *reader, struct text path, const struct tree *tree,
                       struct command *command)
{
    return reader_text(reader, path, tree, &command->title);
}

static bool read_inject_subject(const struct reader *reader, struct text path,
                                const struct tree *tree, struct command *command)
{
    return reader_inject(reader, path, tree, &command->subject);
}

static bool read_audience(const struct reader *reader, struct text path, const struct tree *tree,
                          struct command *command)
{
    return reader_parties(reader, path, tree, &command->to_parties);
}

/* "plenary", "press", "control", or a list of parties. */
static bool read_to(const struct reader *reader, struct text path, const struct tree *tree,
                    struct command *command)
{
    static const struct text places[] = {{"plenary", 7}, {"press", 5}, {"control", 7}};
    static const enum message_to values[] = {TO_PLENARY, TO_PRESS, TO_CONTROL};
    if (tree->kind == TREE_LIST) {
        command->to = TO_PARTIES;
        return reader_parties(reader, path, tree, &command->to_parties);
    }
    if (tree->kind != TREE_TEXT)
        return reader_refuse(reader, "message.to", path,
                             "Say where it goes: \"plenary\", \"press\", \"control\" or a list of "
                             "parties.");
    for (size_t index = 0; index < sizeof(places) / sizeof(*places); index++)
        if (text_equal(tree->text, places[index])) {
            command->to = values[index];
            return true;
        }
    return reader_refuse_name(reader, "message.to", path, "a place for a message", tree->text,
                              places, sizeof(places) / sizeof(*places));
}

static bool read_quote(const struct reader *reader, struct text path, const struct tree *tree,
                       struct command *command)
{
    static const struct text known[] = {{"instrument", 10}, {"clause", 6}, {"article", 7}};
    if (!reader_object(reader, path, tree, known, 3))
        return false;
    const struct tree *instrument = reader_member(reader, path, tree, TEXT("instrument"));
    if (!instrument || !reader_text(reader, path_member(reader, path, TEXT("instrument")),
                                    instrument, &command->quote))
        return false;
    const struct tree *clause = tree_get(tree, TEXT("clause"));
    const struct tree *article = tree_get(tree, TEXT("article"));
    uint32_t key;
    if (article && clause)
        return reader_refuse(reader, "parameter.invalid",
                             path_member(reader, path, TEXT("article")),
                             "Quote a clause or an article in own words, not both.");
    if (article)
        return reader_text(reader, path_member(reader, path, TEXT("article")), article,
                           &command->quote_article);
    if (!clause)
        return true;
    if (!reader_clause_key(reader, path_member(reader, path, TEXT("clause")), clause, &key))
        return false;
    command->quote_key = (int32_t)key;
    return true;
}

/* [{set, to}]: the names and values are the game's to judge, which runs them. */
static bool read_effects(const struct reader *reader, struct text path, const struct tree *tree,
                         struct command *command)
{
    static const struct text known[] = {{"set", 3}, {"to", 2}};
    if (!reader_list(reader, path, tree))
        return false;
    for (size_t index = 0; index < tree->count; index++) {
        const struct tree *effect = tree->members[index].value;
        struct text at = path_index(reader, path, index);
        uint32_t variable;
        int32_t key;
        if (!reader_object(reader, at, effect, known, 2))
            return false;
        const struct tree *name = reader_member(reader, at, effect, known[0]);
        if (!name ||
            !reader_variable(reader, path_member(reader, at, known[0]), name, &variable, &key) ||
            !reader_member(reader, at, effect, known[1]))
            return false;
    }
    command->effects = tree;
    return true;
}

static bool read_name(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    return reader_variable(reader, path, tree, &command->subject, &command->key);
}

static bool read_value(const struct reader *reader, struct text path, const struct tree *tree,
                       struct command *command)
{
    return reader_value(reader, path, tree, command->subject, &command->value);
}

static bool read_minutes(const struct reader *reader, struct text path, const struct tree *tree,
                         struct command *command)
{
    int64_t minutes;
    if (!reader_int(reader, path, tree, -MINUTES_MAX, MINUTES_MAX, &minutes))
        return false;
    command->value = minutes * 60000;
    return true;
}

static bool read_round_minutes(const struct reader *reader, struct text path,
                               const struct tree *tree, struct command *command)
{
    return reader_round_minutes(reader, path, tree, &command->schedule);
}

static bool read_bell(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    return reader_bell(reader, path, tree, &command->schedule);
}

static bool read_debrief(const struct reader *reader, struct text path, const struct tree *tree,
                         struct command *command)
{
    return reader_debrief_minutes(reader, path, tree, &command->schedule);
}

static bool read_quiet(const struct reader *reader, struct text path, const struct tree *tree,
                       struct command *command)
{
    return reader_quiet(reader, path, tree, &command->schedule);
}

static bool read_signatory(const struct reader *reader, struct text path, const struct tree *tree,
                           struct command *command)
{
    int party;
    if (!reader_party(reader, path, tree, &party))
        return false;
    command->party = party;
    return true;
}

static bool read_aims(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    command->plan.aims_given = true;
    return reader_texts(reader, path, tree, &command->plan.aims, &command->plan.aim_count);
}

static bool read_terms(const struct reader *reader, struct text path, const struct tree *tree,
                       struct command *command)
{
    command->plan.terms_given = true;
    return read_wishes(reader, path, tree, command);
}

static bool read_walk_away(const struct reader *reader, struct text path, const struct tree *tree,
                           struct command *command)
{
    command->plan.walk_away_given = true;
    return reader_int(reader, path, tree, -WALK_AWAY_MAX, WALK_AWAY_MAX, &command->plan.walk_away);
}

static bool read_notes(const struct reader *reader, struct text path, const struct tree *tree,
                       struct command *command)
{
    command->plan.notes_given = true;
    return reader_text(reader, path, tree, &command->plan.notes);
}

/* The number of notes, from 0. */
static bool read_number(const struct reader *reader, struct text path, const struct tree *tree,
                        uint32_t *number)
{
    int64_t whole;
    if (!reader_int(reader, path, tree, 0, UINT32_MAX, &whole))
        return false;
    *number = (uint32_t)whole;
    return true;
}

static bool read_seen(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    return read_number(reader, path, tree, &command->plan.seen);
}

static bool read_forget(const struct reader *reader, struct text path, const struct tree *tree,
                        struct command *command)
{
    return read_number(reader, path, tree, &command->plan.forget);
}

/* One of some words, by its place among them. */
static bool read_word(const struct reader *reader, struct text path, const struct tree *tree,
                      const char *noun, const struct text *words, size_t count, size_t *found)
{
    struct text word;
    if (!reader_text(reader, path, tree, &word))
        return false;
    for (*found = 0; *found < count; (*found)++)
        if (text_equal(words[*found], word))
            return true;
    return reader_refuse_name(reader, "parameter.invalid", path, noun, word, words, count);
}

/* {seat: job} */
static bool read_jobs(const struct reader *reader, struct text path, const struct tree *tree,
                      struct command *command)
{
    if (tree->kind != TREE_OBJECT)
        return reader_refuse(reader, "parameter.invalid", path,
                             "An object of seats and their jobs belongs here.");
    struct job_wish *jobs = ARENA_ARRAY(reader->arena, struct job_wish, tree->count);
    for (size_t index = 0; index < tree->count; index++) {
        size_t found;
        jobs[index].seat = tree->members[index].key;
        if (!read_word(reader, path_member(reader, path, jobs[index].seat),
                       tree->members[index].value, "a job", job_names + 1, JOBS - 1, &found))
            return false;
        jobs[index].job = (enum job)(found + 1);
    }
    command->plan.jobs = jobs;
    command->plan.job_count = tree->count;
    return true;
}

static bool read_suggested_clause(const struct reader *reader, struct text path,
                                  const struct tree *tree, struct command *command)
{
    struct clause_wish *clause = ARENA_NEW(reader->arena, struct clause_wish);
    if (!reader_clause(reader, path, tree, clause))
        return false;
    command->clauses = clause;
    command->clause_count = 1;
    return true;
}

static bool read_suggested_choice(const struct reader *reader, struct text path,
                                  const struct tree *tree, struct command *command)
{
    static const struct text known[] = {{"decision", 8}, {"option", 6}};
    if (!reader_object(reader, path, tree, known, 2))
        return false;
    const struct tree *decision = reader_member(reader, path, tree, known[0]);
    const struct tree *option = decision ? reader_member(reader, path, tree, known[1]) : NULL;
    return option &&
           read_decision_subject(reader, path_member(reader, path, known[0]), decision, command) &&
           read_choice(reader, path_member(reader, path, known[1]), option, command);
}

static bool read_suggestion(const struct reader *reader, struct text path, const struct tree *tree,
                            struct command *command)
{
    size_t found;
    if (!read_word(reader, path, tree, "a suggestion", suggestion_names, SUGGESTIONS, &found))
        return false;
    command->suggestion = (enum suggestion_kind)found;
    return true;
}

#define NAMED(literal)                                                                             \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

static const struct method methods[] = {
    {NAMED("message.send"),
     COMMAND_MESSAGE,
     {{NAMED("to"), true, read_to},
      {NAMED("text"), true, read_words},
      {NAMED("quote"), false, read_quote}}},
    {NAMED("instrument.draft"),
     COMMAND_DRAFT,
     {{NAMED("kind"), true, read_kind},
      {NAMED("invite"), true, read_invite},
      {NAMED("witnesses"), false, read_witnesses},
      {NAMED("clauses"), true, read_wishes},
      {NAMED("articles"), false, read_article_wishes},
      {NAMED("takes_effect_if"), false, read_takes_effect},
      {NAMED("suspended_while"), false, read_suspended}}},
    {NAMED("instrument.amend"),
     COMMAND_AMEND,
     {{NAMED("instrument"), true, read_instrument},
      {NAMED("version"), true, read_version},
      {NAMED("clauses"), true, read_wishes},
      {NAMED("articles"), false, read_article_wishes},
      {NAMED("invite"), false, read_invite},
      {NAMED("witnesses"), false, read_witnesses},
      {NAMED("takes_effect_if"), false, read_takes_effect},
      {NAMED("suspended_while"), false, read_suspended}}},
    {NAMED("instrument.bracket"),
     COMMAND_BRACKET,
     {{NAMED("instrument"), true, read_instrument},
      {NAMED("version"), true, read_version},
      {NAMED("clauses"), false, read_keys},
      {NAMED("articles"), false, read_article_ids},
      {NAMED("on"), true, read_on}}},
    {NAMED("instrument.open"),
     COMMAND_OPEN,
     {{NAMED("instrument"), true, read_instrument}, {NAMED("on"), true, read_on}}},
    {NAMED("instrument.link"),
     COMMAND_LINK,
     {{NAMED("instrument"), true, read_instrument}, {NAMED("with"), true, read_linked}}},
    {NAMED("instrument.table"), COMMAND_TABLE, {{NAMED("instrument"), true, read_instrument}}},
    {NAMED("instrument.leak"), COMMAND_LEAK, {{NAMED("instrument"), true, read_instrument}}},
    {NAMED("instrument.decline"), COMMAND_DECLINE, {{NAMED("instrument"), true, read_instrument}}},
    {NAMED("instrument.withdraw"),
     COMMAND_WITHDRAW,
     {{NAMED("instrument"), true, read_instrument}}},
    {NAMED("instrument.unsign"), COMMAND_UNSIGN, {{NAMED("instrument"), true, read_instrument}}},
    {NAMED("instrument.denounce"),
     COMMAND_DENOUNCE,
     {{NAMED("instrument"), true, read_instrument}}},
    {NAMED("instrument.sign"),
     COMMAND_SIGN,
     {{NAMED("instrument"), true, read_instrument},
      {NAMED("version"), true, read_version},
      {NAMED("reserve"), false, read_keys},
      {NAMED("override"), false, read_on}}},
    {NAMED("decision.choose"),
     COMMAND_CHOOSE,
     {{NAMED("decision"), true, read_decision_subject}, {NAMED("option"), true, read_choice}}},
    {NAMED("ready.set"), COMMAND_READY, {{NAMED("on"), true, read_on}}},
    {NAMED("seat.head"), COMMAND_HEAD, {{NAMED("seat"), true, read_seat}}},
    {NAMED("powers.give"),
     COMMAND_POWERS,
     {{NAMED("seat"), true, read_seat}, {NAMED("on"), true, read_on}}},
    {NAMED("instruction.add"),
     COMMAND_INSTRUCTION_ADD,
     {{NAMED("that"), true, read_source}, {NAMED("else"), true, read_words}}},
    {NAMED("instruction.remove"), COMMAND_INSTRUCTION_REMOVE, {{NAMED("id"), true, read_source}}},
    {NAMED("plan.save"),
     COMMAND_PLAN,
     {{NAMED("aims"), false, read_aims},
      {NAMED("terms"), false, read_terms},
      {NAMED("walk_away"), false, read_walk_away},
      {NAMED("notes"), false, read_notes},
      {NAMED("seen"), false, read_seen},
      {NAMED("forget"), false, read_forget},
      {NAMED("jobs"), false, read_jobs}}},
    {NAMED("suggest.make"),
     COMMAND_SUGGEST,
     {{NAMED("kind"), true, read_suggestion},
      {NAMED("clause"), false, read_suggested_clause},
      {NAMED("instrument"), false, read_instrument},
      {NAMED("choice"), false, read_suggested_choice},
      {NAMED("text"), false, read_words}}},
    {NAMED("suggest.answer"),
     COMMAND_SUGGESTION_ANSWER,
     {{NAMED("suggestion"), true, read_source}, {NAMED("on"), true, read_on}}},
    {NAMED("exercise.start"), COMMAND_START, {{{NULL, 0}, false, NULL}}},
    {NAMED("exercise.pause"), COMMAND_PAUSE, {{{NULL, 0}, false, NULL}}},
    {NAMED("exercise.resume"), COMMAND_RESUME, {{{NULL, 0}, false, NULL}}},
    {NAMED("exercise.advance"), COMMAND_ADVANCE, {{{NULL, 0}, false, NULL}}},
    {NAMED("exercise.end"), COMMAND_END, {{{NULL, 0}, false, NULL}}},
    {NAMED("exercise.extend"), COMMAND_EXTEND, {{NAMED("minutes"), true, read_minutes}}},
    {NAMED("exercise.schedule"),
     COMMAND_SCHEDULE,
     {{NAMED("minutes"), false, read_round_minutes},
      {NAMED("bell"), false, read_bell},
      {NAMED("debrief"), false, read_debrief},
      {NAMED("quiet"), false, read_quiet}}},
    {NAMED("inject.fire"),
     COMMAND_INJECT_FIRE,
     {{NAMED("inject"), true, read_inject_subject}, {NAMED("reason"), false, read_words}}},
    {NAMED("inject.hold"),
     COMMAND_INJECT_HOLD,
     {{NAMED("inject"), true, read_inject_subject},
      {NAMED("on"), true, read_on},
      {NAMED("reason"), false, read_words}}},
    {NAMED("inject.compose"),
     COMMAND_INJECT_COMPOSE,
     {{NAMED("title"), true, read_title},
      {NAMED("text"), true, read_words},
      {NAMED("to"), false, read_audience},
      {NAMED("effects"), false, read_effects}}},
    {NAMED("variable.set"),
     COMMAND_VARIABLE_SET,
     {{NAMED("name"), true, read_name},
      {NAMED("value"), true, read_value},
      {NAMED("reason"), true, read_words}}},
    {NAMED("signature.void"),
     COMMAND_SIGNATURE_VOID,
     {{NAMED("instrument"), true, read_instrument},
      {NAMED("party"), true, read_signatory},
      {NAMED("reason"), true, read_words}}},
    {NAMED("instrument.end"),
     COMMAND_INSTRUMENT_END,
     {{NAMED("instrument"), true, read_instrument}, {NAMED("reason"), true, read_words}}},
    {NAMED("ruling.make"),
     COMMAND_RULING,
     {{NAMED("text"), true, read_words},
      {NAMED("to"), false, read_audience},
      {NAMED("effects"), false, read_effects}}},
    {NAMED("moment.mark"), COMMAND_MARK, {{NAMED("text"), true, read_words}}},
    {NAMED("debrief.open"), COMMAND_DEBRIEF_OPEN, {{NAMED("on"), true, read_on}}},
};

enum { METHOD_COUNT = sizeof(methods) / sizeof(*methods) };

static const struct method *method_find(struct text name)
{
    for (size_t index = 0; index < METHOD_COUNT; index++)
        if (text_equal(methods[index].name, name))
            return &methods[index];
    return NULL;
}

bool command_known(struct text method)
{
    return method_find(method) != NULL;
}

static bool refuse_method(const struct reader *reader, struct text wanted)
{
    struct text names[METHOD_COUNT];
    for (size_t index = 0; index < METHOD_COUNT; index++)
        names[index] = methods[index].name;
    return reader_refuse_name(reader, "command.unknown", TEXT(""), "a method", wanted, names,
                              METHOD_COUNT);
}

/* Every method takes `key` and `table` as well: the host's, which reads them before us. */
static bool parameters_are_known(const struct reader *reader, const struct method *method,
                                 const struct tree *parameters)
{
    struct text known[PARAMETERS_MAX + 2];
    size_t count = 0;
    for (const struct parameter *parameter = method->parameters; parameter->read; parameter++)
        known[count++] = parameter->name;
    known[count++] = TEXT("key");
    known[count++] = TEXT("table");
    return reader_object(reader, TEXT(""), parameters, known, count);
}

/* What a suggestion needs, by what it suggests. */
static bool suggestion_is_whole(const struct reader *reader, const struct tree *parameters,
                                const struct command *command)
{
    static const struct text needs[SUGGESTIONS] = {[SUGGEST_CLAUSE] = {"clause", 6},
                                                   [SUGGEST_SIGN] = {"instrument", 10},
                                                   [SUGGEST_DECLINE] = {"instrument", 10},
                                                   [SUGGEST_CHOOSE] = {"choice", 6}};
    return reader_member(reader, TEXT(""), parameters, needs[command->suggestion]) != NULL;
}

bool command_read(const struct scenario *scenario, struct text method,
                  const struct tree *parameters, struct arena *arena, struct command *command,
                  struct refusal *refusal)
{
    struct reader reader = {scenario, arena, refusal};
    const struct method *found = method_find(method);
    if (!found)
        return refuse_method(&reader, method);
    if (!parameters)
        parameters = tree_object(arena);
    if (!parameters_are_known(&reader, found, parameters))
        return false;
    *command = (struct command){.type = found->type,
                                .key = -1,
                                .party = -1,
                                .quote_key = -1,
                                .schedule = {.debrief_minutes = -1}};
    for (const struct parameter *parameter = found->parameters; parameter->read; parameter++) {
        const struct tree *value = tree_get(parameters, parameter->name);
        if (!value && parameter->required)
            return reader_member(&reader, TEXT(""), parameters, parameter->name) != NULL;
        if (value && !parameter->read(&reader, parameter->name, value, command))
            return false;
    }
    return found->type != COMMAND_SUGGEST || suggestion_is_whole(&reader, parameters, command);
}
