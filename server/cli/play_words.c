/* How a play says things, in the words of the protocol: which method a verb is, and its parameters.
 */
#include "play.h"

/* How a play's verb is said in the protocol. */
struct verb {
    const char *name, *method;
};

static const struct verb verbs[] = {
    {"draft", "instrument.draft"},       {"amend", "instrument.amend"},
    {"table", "instrument.table"},       {"sign", "instrument.sign"},
    {"reserve", "instrument.sign"},      {"decline", "instrument.decline"},
    {"denounce", "instrument.denounce"}, {"leak", "instrument.leak"},
    {"bracket", "instrument.bracket"},   {"open", "instrument.open"},
    {"link", "instrument.link"},         {"decide", "decision.choose"},
    {"message", "message.send"},         {"advance_phase", "exercise.advance"},
    {"fire_inject", "inject.fire"},      {"set_variable", "variable.set"}};

const char *step_method(const struct tree *step, struct text verb)
{
    const struct tree *with = tree_get(step, TEXT("with"));
    struct text what = TEXT("draft");
    bool on = true;
    if (text_equal(verb, TEXT("withdraw"))) {
        (void)tree_get_text(with, TEXT("what"), &what);
        if (!text_equal(what, TEXT("signature")) && !text_equal(what, TEXT("draft")))
            return NULL;
        return text_equal(what, TEXT("signature")) ? "instrument.unsign" : "instrument.withdraw";
    }
    if (text_equal(verb, TEXT("pause"))) {
        (void)tree_get_bool(with, TEXT("on"), &on);
        return on ? "exercise.pause" : "exercise.resume";
    }
    for (size_t index = 0; index < sizeof(verbs) / sizeof(verbs[0]); index++)
        if (text_equal(verb, text_of(verbs[index].name)))
            return verbs[index].method;
    /* Whatever has a dot is a method of the protocol, so that plays can reach all of them. */
    for (size_t index = 0; index < verb.length; index++)
        if (verb.at[index] == '.')
            return verb.at;
    return NULL;
}

/* Names that stand for ids: `of` and the texts in `with` and in a quote. */
static struct tree *ids_of(struct stage *stage, const struct tree *names)
{
    struct arena *arena = stage->arena;
    if (names->kind == TREE_TEXT)
        return tree_text(arena, stage_id(stage, names->text));
    if (names->kind != TREE_LIST)
        return tree_copy(arena, names);
    struct tree *ids = tree_list(arena);
    for (size_t index = 0; index < names->count; index++)
        tree_append(arena, ids, ids_of(stage, names->members[index].value));
    return ids;
}

/* The text as control sees it now, or NULL. */
static const struct tree *text_now(struct stage *stage, const struct tree *parameters)
{
    struct text id;
    const struct player *control = stage_player(stage, TEXT("control"));
    if (!tree_get_text(parameters, TEXT("instrument"), &id))
        return NULL;
    return tree_get(tree_get(control->view, TEXT("instruments")), id);
}

/* Its clauses, as they would be wished again. */
static struct tree *clauses_now(struct stage *stage, const struct tree *text)
{
    static const struct text kept[] = {{"type", 4}, {"key", 3}, {"terms", 5}};
    struct arena *arena = stage->arena;
    struct tree *wishes = tree_list(arena);
    const struct tree *clauses = tree_get(text, TEXT("clauses"));
    for (size_t index = 0; clauses && index < clauses->count; index++) {
        struct tree *wish = tree_object(arena);
        for (size_t key = 0; key < sizeof(kept) / sizeof(kept[0]); key++) {
            struct tree *value = tree_get(clauses->members[index].value, kept[key]);
            if (value)
                tree_set(arena, wish, kept[key], value);
        }
        tree_append(arena, wishes, wish);
    }
    return wishes;
}

/* The text that is quoted by its name, and of its articles in own words the first by 1: nobody
 * knows the id of one before it is there. */
static void quote_read(struct stage *stage, struct tree *quote)
{
    const struct tree *text = tree_get(quote, TEXT("instrument"));
    const struct tree *place = tree_get(quote, TEXT("article"));
    if (text)
        tree_set(stage->arena, quote, TEXT("instrument"), ids_of(stage, text));
    if (!place || place->kind != TREE_INT)
        return;
    const struct tree *articles = tree_get(text_now(stage, quote), TEXT("articles"));
    if (articles && place->number >= 1 && (uint64_t)place->number <= articles->count)
        tree_set(stage->arena, quote, TEXT("article"),
                 tree_get(articles->members[place->number - 1].value, TEXT("id")));
}

/* One thing where a list belongs is a list of one. */
static void lists_make(struct stage *stage, struct tree *parameters)
{
    static const char *const lists[] = {"invite",  "witnesses",       "takes_effect_if",
                                        "clauses", "suspended_while", "reserve"};
    for (size_t index = 0; index < sizeof(lists) / sizeof(lists[0]); index++) {
        struct tree *value = tree_get(parameters, text_of(lists[index]));
        if (!value || (value->kind != TREE_TEXT && value->kind != TREE_OBJECT))
            continue;
        struct tree *list = tree_list(stage->arena);
        tree_append(stage->arena, list, value);
        tree_set(stage->arena, parameters, text_of(lists[index]), list);
    }
}

/* A party alone is a list of one, and a place in a list of one is that place. */
static void receivers_make(struct stage *stage, struct tree *parameters)
{
    static const struct text places[] = {{"plenary", 7}, {"press", 5}, {"control", 7}};
    struct tree *to = tree_get(parameters, TEXT("to"));
    struct tree *one = to && to->kind == TREE_LIST && to->count == 1 ? to->members[0].value : to;
    if (!one || one->kind != TREE_TEXT)
        return;
    for (size_t index = 0; index < sizeof(places) / sizeof(places[0]); index++)
        if (text_equal(one->text, places[index])) {
            tree_set(stage->arena, parameters, TEXT("to"), one);
            return;
        }
    struct tree *list = tree_list(stage->arena);
    tree_append(stage->arena, list, one);
    if (to == one && scenario_party(stage->scenario, one->text) >= 0)
        tree_set(stage->arena, parameters, TEXT("to"), list);
}

/* Clauses as they are written in expressions: "fra.troops" is {type: "troops", key: "fra"}. */
static void clause_names_read(struct stage *stage, struct tree *list)
{
    struct arena *arena = stage->arena;
    for (size_t index = 0; list && list->kind == TREE_LIST && index < list->count; index++) {
        const struct tree *name = list->members[index].value;
        int key = name->kind == TREE_TEXT ? scenario_key(stage->scenario, name->text) : -1;
        if (key < 0)
            continue;
        const struct clause_type *type =
            &stage->scenario->clause_types[stage->scenario->keys[key].type];
        struct tree *clause = tree_object(arena);
        tree_set_text(arena, clause, TEXT("type"), type->id);
        if (type->per != PER_NONE)
            tree_set_text(arena, clause, TEXT("key"),
                          (struct text){name->text.at, name->text.length - type->id.length - 1});
        list->members[index].value = clause;
    }
}

static bool listed(struct text name, const char *const *names, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (text_equal(name, text_of(names[index])))
            return true;
    return false;
}

/* What only plays say, and what the verb has no use for. */
static bool is_dropped(struct text verb, struct text key)
{
    static const char *const ours[] = {"as", "of", "what"};
    static const char *const amended[] = {"kind"};
    static const char *const clock[] = {"advance_phase", "pause"};
    static const char *const whole[] = {"draft",   "table",    "leak",
                                        "decline", "withdraw", "denounce"};
    static const char *const versions[] = {"version"};
    if (listed(key, ours, 3) || listed(verb, clock, 2))
        return true;
    if (text_equal(verb, TEXT("amend")))
        return listed(key, amended, 1);
    return listed(verb, whole, 6) && listed(key, versions, 1);
}

/* Names of texts, and of people, become ids. */
static struct tree *argument(struct stage *stage, struct text key, const struct tree *value)
{
    if (text_equal(key, TEXT("with")) || text_equal(key, TEXT("id")))
        return ids_of(stage, value);
    struct player *player = text_equal(key, TEXT("seat")) && value->kind == TREE_TEXT
                                ? stage_player(stage, value->text)
                                : NULL;
    return player ? tree_text(stage->arena, player->seat) : tree_copy(stage->arena, value);
}

static void with_copy(struct stage *stage, const struct tree *with, struct text verb,
                      struct tree *parameters)
{
    for (size_t index = 0; with && index < with->count; index++) {
        struct text key = with->members[index].key;
        if (!is_dropped(verb, key))
            tree_set(stage->arena, parameters, key,
                     argument(stage, key, with->members[index].value));
    }
}

/* What an author may leave to the runner. */
static void defaults_fill(struct stage *stage, const char *method, struct tree *parameters)
{
    struct arena *arena = stage->arena;
    struct text name = text_of(method);
    bool amends = text_equal(name, TEXT("instrument.amend"));
    bool versioned = amends || text_equal(name, TEXT("instrument.sign")) ||
                     text_equal(name, TEXT("instrument.bracket"));
    const struct tree *text = versioned ? text_now(stage, parameters) : NULL;
    int64_t version = 1;
    (void)tree_get_int(text, TEXT("version"), &version);
    if (versioned && !tree_get(parameters, TEXT("version")))
        tree_set_int(arena, parameters, TEXT("version"), version);
    bool drafts = text_equal(name, TEXT("instrument.draft"));
    if ((amends || drafts) && !tree_get(parameters, TEXT("clauses")))
        tree_set(arena, parameters, TEXT("clauses"), clauses_now(stage, text));
    if (drafts && !tree_get(parameters, TEXT("invite")))
        tree_set(arena, parameters, TEXT("invite"), tree_list(arena));
    if (text_equal(name, TEXT("variable.set")) && !tree_get(parameters, TEXT("reason")))
        tree_set_text(arena, parameters, TEXT("reason"), TEXT("A play asks for it."));
}

/* An inject is called by its id alone, under whatever key there is for it. */
static void inject_name(const struct tree *with, struct arena *arena, struct tree *parameters)
{
    static const char *const keys[] = {"inject", "of", "id", "name"};
    for (size_t index = 0; index < sizeof(keys) / sizeof(keys[0]); index++) {
        struct text id;
        if (!tree_get_text(with, text_of(keys[index]), &id))
            continue;
        tree_set_text(arena, parameters, TEXT("inject"), id);
        return;
    }
}

struct tree *step_parameters(struct stage *stage, const struct tree *step, const char *method,
                             struct text verb)
{
    struct arena *arena = stage->arena;
    struct tree *parameters = tree_object(arena);
    const struct tree *with = tree_get(step, TEXT("with"));
    if (text_equal(verb, TEXT("fire_inject"))) {
        inject_name(with, arena, parameters);
        return parameters;
    }
    with_copy(stage, with, verb, parameters);
    const struct tree *of = tree_get(with, TEXT("of"));
    if (of)
        tree_set(arena, parameters, TEXT("instrument"), ids_of(stage, of));
    quote_read(stage, tree_get(parameters, TEXT("quote")));
    lists_make(stage, parameters);
    receivers_make(stage, parameters);
    clause_names_read(stage, tree_get(parameters, TEXT("reserve")));
    defaults_fill(stage, method, parameters);
    return parameters;
}
