#include "journal_form.h"
#include "must.h"

#include <stddef.h>
#include <string.h>

enum { OUTCOME_ABSENT = 0xffff }; /* an event without an outcome, as event.h says */

static const struct text roles[] = {{"head", 4}, {"adviser", 7}, {"observer", 8}};
static const struct text places[] = {{"plenary", 7}, {"press", 5}, {"control", 7}, {"parties", 7}};

/* Members that are texts, and are left out where empty. */
static const struct {
    enum event_field field;
    struct text name;
    size_t offset;
} text_fields[] = {
    {FIELD_ID, {"id", 2}, offsetof(struct event, id)},
    {FIELD_SEAT, {"seat", 4}, offsetof(struct event, seat)},
    {FIELD_INSTRUMENT, {"instrument", 10}, offsetof(struct event, instrument)},
    {FIELD_TITLE, {"title", 5}, offsetof(struct event, title)},
    {FIELD_TEXT, {"text", 4}, offsetof(struct event, text)},
    {FIELD_SOURCE, {"source", 6}, offsetof(struct event, source)},
    {FIELD_PATH, {"path", 4}, offsetof(struct event, path)},
    {FIELD_REASON, {"reason", 6}, offsetof(struct event, reason)},
};

enum { TEXT_FIELD_COUNT = sizeof(text_fields) / sizeof(*text_fields) };

/* What writing and reading of one event go by. */
struct writing {
    const struct scenario *scenario;
    const struct event *event;
    uint32_t fields;
    struct tree *tree;
    struct arena *arena;
};

static void put_text(const struct writing *writing, const char *name, struct text text)
{
    tree_set_text(writing->arena, writing->tree, text_of(name), text);
}

static void put_int(const struct writing *writing, const char *name, int64_t number)
{
    tree_set_int(writing->arena, writing->tree, text_of(name), number);
}

static void write_texts(const struct writing *writing)
{
    for (size_t index = 0; index < TEXT_FIELD_COUNT; index++) {
        struct text value;
        memcpy(&value, (const char *)writing->event + text_fields[index].offset, sizeof(value));
        if ((writing->fields & text_fields[index].field) && value.length > 0)
            tree_set_text(writing->arena, writing->tree, text_fields[index].name, value);
    }
}

static void write_quote(const struct writing *writing)
{
    const struct event *event = writing->event;
    if (!(writing->fields & FIELD_QUOTE) || event->quote.length == 0)
        return;
    struct tree *quote = tree_object(writing->arena);
    tree_set_text(writing->arena, quote, TEXT("instrument"), event->quote);
    if (event->quote_key >= 0)
        tree_set_text(writing->arena, quote, TEXT("clause"),
                      writing->scenario->keys[event->quote_key].id);
    if (event->quote_article.length > 0)
        tree_set_text(writing->arena, quote, TEXT("article"), event->quote_article);
    tree_set(writing->arena, writing->tree, TEXT("quote"), quote);
}

/* Who and where. */
static void write_people(const struct writing *writing)
{
    const struct event *event = writing->event;
    if ((writing->fields & FIELD_PARTY) && event->party >= 0)
        put_text(writing, "party", writing->scenario->parties[event->party].id);
    if (writing->fields & FIELD_ROLE)
        put_text(writing, "role", roles[event->role]);
    if (writing->fields & FIELD_TO)
        put_text(writing, "to", places[event->to]);
    if (writing->fields & FIELD_PARTIES)
        parties_write(writing->scenario, writing->tree, TEXT("parties"), event->parties,
                      writing->arena);
    write_quote(writing);
}

/* What of the scenario it speaks of. */
static void write_subjects(const struct writing *writing)
{
    const struct scenario *scenario = writing->scenario;
    const struct event *event = writing->event;
    uint32_t fields = writing->fields;
    if (fields & FIELD_KIND)
        put_text(writing, "kind", scenario->instruments[event->kind].id);
    if (fields & FIELD_VERSION)
        put_int(writing, "version", event->version);
    if (fields & FIELD_PHASE) {
        put_text(writing, "phase", scenario->phases[event->phase].id);
        put_int(writing, "round", event->round);
    }
    if (fields & FIELD_KEY)
        put_text(writing, "clause", scenario->keys[event->key].id);
    if (fields & FIELD_DECISION)
        put_text(writing, "decision", scenario->decisions[event->decision].id);
    if (fields & FIELD_OPTION)
        put_text(writing, "option", scenario->decisions[event->decision].options[event->option].id);
    if ((fields & FIELD_INJECT) && event->inject >= 0)
        put_text(writing, "inject", scenario->injects[event->inject].id);
    if ((fields & FIELD_OUTCOME) && event->outcome < scenario->outcome_count)
        put_text(writing, "outcome", scenario->outcomes[event->outcome].id);
}

static void write_variable(const struct writing *writing)
{
    if (!(writing->fields & FIELD_VARIABLE))
        return;
    const struct scenario *scenario = writing->scenario;
    const struct variable *variable = &scenario->variables[writing->event->variable];
    put_text(writing, "variable", variable->id);
    if (variable->per == PER_PARTY)
        put_text(writing, "of", scenario->parties[writing->event->variable_key].id);
    if (variable->per == PER_REGION)
        put_text(writing, "of", scenario->regions[writing->event->variable_key].id);
}

static void write_value(const struct writing *writing)
{
    if (!(writing->fields & FIELD_VALUE))
        return;
    if (!(writing->fields & FIELD_VARIABLE)) {
        put_int(writing, "value", writing->event->value);
        return;
    }
    const struct domain *domain = &writing->scenario->variables[writing->event->variable].domain;
    tree_set(writing->arena, writing->tree, TEXT("value"),
             domain_to_tree(writing->scenario, domain, writing->event->value, writing->arena));
}

/* The options chosen, by party. */
static struct tree *choices_write(const struct writing *writing)
{
    const struct event *event = writing->event;
    const struct decision *decision = &writing->scenario->decisions[event->decision];
    struct tree *choices = tree_object(writing->arena);
    size_t at = 0;
    for (size_t party = 0; party < writing->scenario->party_count; party++) {
        if (!(event->parties & party_bit((int)party)))
            continue;
        must(at < event->value_count);
        tree_set_text(writing->arena, choices, writing->scenario->parties[party].id,
                      decision->options[event->values[at++]].id);
    }
    return choices;
}

static void write_values(const struct writing *writing)
{
    const struct event *event = writing->event;
    if (!(writing->fields & FIELD_VALUES))
        return;
    if (event->type == EVENT_DECISION_CLOSED) {
        tree_set(writing->arena, writing->tree, TEXT("choices"), choices_write(writing));
        return;
    }
    if (writing->fields & FIELD_KEY) {
        tree_set(writing->arena, writing->tree, TEXT("terms"),
                 terms_write(writing->scenario, event->key, event->values, writing->arena));
        return;
    }
    struct tree *values = tree_list(writing->arena);
    for (size_t index = 0; index < event->value_count; index++)
        tree_append(writing->arena, values, tree_int(writing->arena, event->values[index]));
    tree_set(writing->arena, writing->tree, TEXT("values"), values);
}

static void write_keys(const struct writing *writing)
{
    const struct event *event = writing->event;
    if (!(writing->fields & FIELD_KEYS) || event->key_count == 0)
        return;
    struct tree *keys = tree_list(writing->arena);
    for (size_t index = 0; index < event->key_count; index++)
        tree_append(writing->arena, keys,
                    tree_text(writing->arena, writing->scenario->keys[event->keys[index]].id));
    tree_set(writing->arena, writing->tree, TEXT("clauses"), keys);
}

struct tree *event_write(const struct scenario *scenario, const struct event *event,
                         struct arena *arena)
{
    struct writing writing = {scenario, event, event_shapes[event->type].fields, tree_object(arena),
                              arena};
    put_text(&writing, "type", text_of(event_shapes[event->type].name));
    write_texts(&writing);
    write_people(&writing);
    write_subjects(&writing);
    write_variable(&writing);
    write_value(&writing);
    write_values(&writing);
    write_keys(&writing);
    if (writing.fields & FIELD_DEADLINE)
        put_int(&writing, "deadline", event->deadline);
    if (writing.fields & FIELD_LEFT)
        put_int(&writing, "left", event->left);
    if ((writing.fields & FIELD_FLAG) && event->flag)
        tree_set_bool(arena, writing.tree, TEXT("flag"), true);
    if ((writing.fields & FIELD_DRAFT) && event->draft)
        tree_set(arena, writing.tree, TEXT("draft"), draft_write(scenario, event->draft, arena));
    if (writing.fields & FIELD_SCHEDULE)
        tree_set(arena, writing.tree, TEXT("schedule"),
                 schedule_write(scenario, event->schedule, arena));
    return writing.tree;
}

/* The index of an id that must be known, or 0 with the form failed. */
static uint32_t known(struct form *form, const struct tree *tree, struct text name,
                      int (*find)(const struct scenario *, struct text))
{
    struct text id = form_text(form, tree, name, true);
    int found = find(form->scenario, id);
    if (found < 0)
        form_fail(form, "\"%.*s\" is no %.*s of this scenario.", TEXT_ARGUMENTS(id),
                  TEXT_ARGUMENTS(name));
    return found < 0 ? 0 : (uint32_t)found;
}

static size_t one_of(struct form *form, const struct tree *tree, struct text name,
                     const struct text *words, size_t count)
{
    struct text word = form_text(form, tree, name, true);
    for (size_t index = 0; index < count; index++)
        if (text_equal(word, words[index]))
            return index;
    form_fail(form, "\"%.*s\" is no %.*s.", TEXT_ARGUMENTS(word), TEXT_ARGUMENTS(name));
    return 0;
}

static void read_people(struct form *form, const struct tree *tree, uint32_t fields,
                        struct event *event)
{
    if ((fields & FIELD_PARTY) && tree_get(tree, TEXT("party")))
        event->party = form_party(form, form_text(form, tree, TEXT("party"), true));
    if (fields & FIELD_ROLE)
        event->role = (enum seat_role)one_of(form, tree, TEXT("role"), roles, 3);
    if (fields & FIELD_TO)
        event->to = (enum message_to)one_of(form, tree, TEXT("to"), places, 4);
    if (fields & FIELD_PARTIES)
        event->parties = form_parties(form, tree, TEXT("parties"));
    const struct tree *quote = tree_get(tree, TEXT("quote"));
    if (!(fields & FIELD_QUOTE) || !quote)
        return;
    event->quote = form_text(form, quote, TEXT("instrument"), true);
    if (tree_get(quote, TEXT("clause")))
        event->quote_key = (int32_t)form_clause(form, form_text(form, quote, TEXT("clause"), true));
    event->quote_article = form_text(form, quote, TEXT("article"), false);
}

static uint32_t option_read(struct form *form, const struct decision *decision, struct text id)
{
    for (size_t index = 0; index < decision->option_count; index++)
        if (text_equal(decision->options[index].id, id))
            return (uint32_t)index;
    form_fail(form, "\"%.*s\" is no option of \"%.*s\".", TEXT_ARGUMENTS(id),
              TEXT_ARGUMENTS(decision->id));
    return 0;
}

static uint32_t outcome_read(struct form *form, const struct tree *tree)
{
    const struct scenario *scenario = form->scenario;
    struct text id = form_text(form, tree, TEXT("outcome"), false);
    for (size_t index = 0; index < scenario->outcome_count; index++)
        if (text_equal(scenario->outcomes[index].id, id))
            return (uint32_t)index;
    if (id.length > 0)
        form_fail(form, "There is no outcome \"%.*s\".", TEXT_ARGUMENTS(id));
    return OUTCOME_ABSENT;
}

static void read_subjects(struct form *form, const struct tree *tree, uint32_t fields,
                          struct event *event)
{
    if (fields & FIELD_KIND)
        event->kind = known(form, tree, TEXT("kind"), scenario_instrument);
    if (fields & FIELD_VERSION)
        event->version = (uint32_t)form_int(form, tree, TEXT("version"), 0, UINT32_MAX);
    if (fields & FIELD_PHASE) {
        event->phase = known(form, tree, TEXT("phase"), scenario_phase);
        event->round = (uint32_t)form_int(form, tree, TEXT("round"), 0, UINT32_MAX);
    }
    if (fields & FIELD_KEY)
        event->key = known(form, tree, TEXT("clause"), scenario_key);
    if (fields & FIELD_DECISION)
        event->decision = known(form, tree, TEXT("decision"), scenario_decision);
    if ((fields & FIELD_OPTION) && !form->failed)
        event->option = option_read(form, &form->scenario->decisions[event->decision],
                                    form_text(form, tree, TEXT("option"), true));
    if ((fields & FIELD_INJECT) && tree_get(tree, TEXT("inject")))
        event->inject = (int32_t)known(form, tree, TEXT("inject"), scenario_inject);
    if (fields & FIELD_OUTCOME)
        event->outcome = outcome_read(form, tree);
}

static void read_variable_and_value(struct form *form, const struct tree *tree, uint32_t fields,
                                    struct event *event)
{
    if ((fields & FIELD_VALUE) && !(fields & FIELD_VARIABLE))
        event->value = form_int(form, tree, TEXT("value"), INT64_MIN, INT64_MAX);
    if (!(fields & FIELD_VARIABLE))
        return;
    const struct scenario *scenario = form->scenario;
    event->variable = known(form, tree, TEXT("variable"), scenario_variable);
    if (form->failed)
        return;
    const struct variable *variable = &scenario->variables[event->variable];
    if (variable->per == PER_PARTY)
        event->variable_key = (int32_t)known(form, tree, TEXT("of"), scenario_party);
    if (variable->per == PER_REGION)
        event->variable_key = (int32_t)known(form, tree, TEXT("of"), scenario_region);
    const struct tree *value = tree_get(tree, TEXT("value"));
    if (!(fields & FIELD_VALUE))
        return;
    const char *fault =
        value ? domain_from_tree(scenario, &variable->domain, value, &event->value, form->arena)
              : "It is missing.";
    if (fault)
        form_fail(form, "The value can't be read: %s", fault);
}

static void choices_read(struct form *form, const struct tree *tree, struct event *event)
{
    const struct scenario *scenario = form->scenario;
    const struct tree *choices = tree_get(tree, TEXT("choices"));
    const struct decision *decision = &scenario->decisions[event->decision];
    int64_t *values = ARENA_ARRAY(form->arena, int64_t, scenario->party_count);
    for (size_t party = 0; party < scenario->party_count && !form->failed; party++)
        if (event->parties & party_bit((int)party))
            values[event->value_count++] = option_read(
                form, decision, form_text(form, choices, scenario->parties[party].id, true));
    event->values = values;
}

static void read_values(struct form *form, const struct tree *tree, uint32_t fields,
                        struct event *event)
{
    if (!(fields & FIELD_VALUES) || form->failed)
        return;
    if (event->type == EVENT_DECISION_CLOSED) {
        choices_read(form, tree, event);
        return;
    }
    if (fields & FIELD_KEY) {
        const struct scenario *scenario = form->scenario;
        event->values = terms_read(form, event->key, tree_get(tree, TEXT("terms")));
        event->value_count = scenario->clause_types[scenario->keys[event->key].type].term_count;
        return;
    }
    const struct tree *list = form_list(form, tree, TEXT("values"));
    int64_t *values = ARENA_ARRAY(form->arena, int64_t, list->count);
    for (size_t index = 0; index < list->count; index++) {
        if (list->members[index].value->kind != TREE_INT)
            form_fail(form, "\"values\" should hold whole numbers.");
        else
            values[index] = list->members[index].value->number;
    }
    event->values = values;
    event->value_count = list->count;
}

static void read_keys(struct form *form, const struct tree *tree, uint32_t fields,
                      struct event *event)
{
    if (!(fields & FIELD_KEYS))
        return;
    const struct tree *list = form_list(form, tree, TEXT("clauses"));
    uint32_t *keys = ARENA_ARRAY(form->arena, uint32_t, list->count);
    for (size_t index = 0; index < list->count; index++) {
        if (list->members[index].value->kind == TREE_TEXT)
            keys[index] = form_clause(form, list->members[index].value->text);
        else
            form_fail(form, "\"clauses\" should hold clauses.");
    }
    event->keys = keys;
    event->key_count = list->count;
}

static enum event_type type_read(struct form *form, const struct tree *tree)
{
    struct text name = form_text(form, tree, TEXT("type"), true);
    for (int type = 0; type < EVENT_TYPES; type++)
        if (text_equal(name, text_of(event_shapes[type].name)))
            return (enum event_type)type;
    form_fail(form, "There is no event \"%.*s\".", TEXT_ARGUMENTS(name));
    return EVENT_TYPES;
}

struct event event_read(struct form *form, const struct tree *tree)
{
    struct event event = {.party = -1, .inject = -1, .quote_key = -1, .variable_key = -1};
    event.type = type_read(form, tree);
    if (form->failed)
        return event;
    uint32_t fields = event_shapes[event.type].fields;
    for (size_t index = 0; index < TEXT_FIELD_COUNT; index++) {
        if (!(fields & text_fields[index].field))
            continue;
        struct text value = form_text(form, tree, text_fields[index].name, false);
        memcpy((char *)&event + text_fields[index].offset, &value, sizeof(value));
    }
    read_people(form, tree, fields, &event);
    read_subjects(form, tree, fields, &event);
    read_variable_and_value(form, tree, fields, &event);
    read_values(form, tree, fields, &event);
    read_keys(form, tree, fields, &event);
    if (fields & FIELD_DEADLINE)
        event.deadline = form_int(form, tree, TEXT("deadline"), INT64_MIN, INT64_MAX);
    if (fields & FIELD_LEFT)
        event.left = form_int(form, tree, TEXT("left"), INT64_MIN, INT64_MAX);
    if (fields & FIELD_FLAG)
        event.flag = form_flag(form, tree, TEXT("flag"));
    if ((fields & FIELD_DRAFT) && (event.type != EVENT_MESSAGE || tree_get(tree, TEXT("draft"))))
        event.draft = draft_read(form, tree_get(tree, TEXT("draft")));
    if (fields & FIELD_SCHEDULE)
        event.schedule = schedule_read(form, tree_get(tree, TEXT("schedule")));
    return event;
}
