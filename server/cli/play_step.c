#include "play.h"

#include "must.h"

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

static const char *step_method(const struct tree *step, struct text verb)
{
    const struct tree *with = tree_get(step, TEXT("with"));
    struct text what = TEXT("draft");
    bool on = true;
    if (text_equal(verb, TEXT("withdraw"))) {
        (void)tree_get_text(with, TEXT("what"), &what);
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

static int64_t version_now(struct stage *stage, const struct tree *parameters)
{
    struct text id;
    int64_t version = 1;
    const struct player *control = stage_player(stage, TEXT("control"));
    if (tree_get_text(parameters, TEXT("instrument"), &id))
        (void)tree_get_int(tree_get(tree_get(control->view, TEXT("instruments")), id),
                           TEXT("version"), &version);
    return version;
}

static bool key_is_ours(struct text key)
{
    static const char *const ours[] = {"as", "of", "what"};
    for (size_t index = 0; index < sizeof(ours) / sizeof(ours[0]); index++)
        if (text_equal(key, text_of(ours[index])))
            return true;
    return false;
}

static struct tree *step_parameters(struct stage *stage, const struct tree *step,
                                    const char *method, struct text verb)
{
    struct arena *arena = stage->arena;
    struct tree *parameters = tree_object(arena);
    const struct tree *with = tree_get(step, TEXT("with"));
    for (size_t index = 0; with && index < with->count; index++) {
        const struct tree_member *member = &with->members[index];
        bool links = text_equal(member->key, TEXT("with"));
        bool turned = text_equal(verb, TEXT("pause")) && text_equal(member->key, TEXT("on"));
        if (!key_is_ours(member->key) && !turned)
            tree_set(arena, parameters, member->key,
                     links ? ids_of(stage, member->value) : member->value);
    }
    const struct tree *of = tree_get(with, TEXT("of"));
    if (of)
        tree_set(arena, parameters, TEXT("instrument"), ids_of(stage, of));
    struct text name = text_of(method);
    bool versioned = text_equal(name, TEXT("instrument.sign")) ||
                     text_equal(name, TEXT("instrument.amend")) ||
                     text_equal(name, TEXT("instrument.bracket"));
    if (versioned && !tree_get(parameters, TEXT("version")))
        tree_set_int(arena, parameters, TEXT("version"), version_now(stage, parameters));
    return parameters;
}

static void alias_keep(struct stage *stage, const struct tree *step, const struct tree *result)
{
    struct text name;
    struct text id;
    if (!tree_get_text(tree_get(step, TEXT("with")), TEXT("as"), &name))
        return;
    if (!tree_get_text(result, TEXT("instrument"), &id) &&
        !tree_get_text(result, TEXT("message"), &id))
        return;
    must(stage->alias_count < 4096);
    stage->aliases[stage->alias_count++] = (struct alias){name, id};
}

/* The names of a reply's refusal: its type, path and message in one text. */
static struct text refusal_words(struct stage *stage, const struct tree *error)
{
    const struct tree *data = tree_get(error, TEXT("data"));
    struct text type = TEXT("");
    struct text path = TEXT("");
    struct text message = TEXT("");
    (void)tree_get_text(data, TEXT("type"), &type);
    (void)tree_get_text(data, TEXT("path"), &path);
    if (!tree_get_text(data, TEXT("message"), &message))
        (void)tree_get_text(error, TEXT("message"), &message);
    return arena_print(stage->arena, "%.*s at '%.*s': %.*s", TEXT_ARGUMENTS(type),
                       TEXT_ARGUMENTS(path), TEXT_ARGUMENTS(message));
}

static bool text_contains(struct text whole, struct text part)
{
    for (size_t at = 0; at + part.length <= whole.length; at++)
        if (text_equal((struct text){whole.at + at, part.length}, part))
            return true;
    return part.length == 0;
}

static bool refused_for_one(const struct tree *result, struct text table, struct text *words)
{
    return tree_get_text(tree_get(result, TEXT("refused")), table, words);
}

/* Control's commands answer for many tables; ours is refused where it stands under `refused`. */
static bool answer_expected(struct stage *stage, const struct tree *expect,
                            const struct tree *answer, struct text *why)
{
    bool wanted = true;
    (void)tree_get_bool(expect, TEXT("ok"), &wanted);
    const struct tree *error = tree_get(answer, TEXT("error"));
    const struct tree *result = tree_get(answer, TEXT("result"));
    struct text words = TEXT("");
    bool refused = error != NULL;
    if (error)
        words = refusal_words(stage, error);
    else if (refused_for_one(result, stage->table, &words))
        refused = true;
    if (wanted == refused) {
        *why = refused ? arena_print(stage->arena, "refused: %.*s", TEXT_ARGUMENTS(words))
                       : TEXT("a refusal was expected, and it was done");
        return false;
    }
    struct text about;
    if (refused && tree_get_text(expect, TEXT("error_about"), &about) &&
        !text_contains(words, about)) {
        *why = arena_print(stage->arena, "refused, but not about '%.*s': %.*s",
                           TEXT_ARGUMENTS(about), TEXT_ARGUMENTS(words));
        return false;
    }
    return true;
}

static bool step_say(struct stage *stage, const struct tree *step, struct player *player,
                     struct text *why)
{
    struct arena *arena = stage->arena;
    const struct tree *expect = tree_get(step, TEXT("expect"));
    struct text verb = TEXT("");
    (void)tree_get_text(step, TEXT("do"), &verb);
    const char *method = step_method(step, verb);
    if (!method) {
        *why = arena_print(arena, "'%.*s' is nothing that can be done in a play",
                           TEXT_ARGUMENTS(verb));
        return false;
    }
    struct tree *parameters = step_parameters(stage, step, method, verb);
    if (player->party >= 0)
        tree_set_int(arena, parameters, TEXT("key"), ++player->next_key);
    else if (text_equal(player->name, TEXT("control"))) {
        tree_set_text(arena, parameters, TEXT("table"), stage->table);
        if (text_equal(text_of(method), TEXT("variable.set")))
            tree_set_text(arena, parameters, TEXT("reason"), TEXT("A play asks for it."));
    }
    struct text before = game_hash(stage_game(stage), arena);
    struct tree *answer = player_call(player, method, parameters);
    if (!answer_expected(stage, expect, answer, why))
        return false;
    if (tree_get(answer, TEXT("error")) &&
        !text_equal(before, game_hash(stage_game(stage), arena))) {
        *why = TEXT("a refusal changed the state");
        return false;
    }
    alias_keep(stage, step, tree_get(answer, TEXT("result")));
    return true;
}

bool step_play(struct stage *stage, const struct tree *step, struct text *why)
{
    struct text by = TEXT("");
    const struct tree *expect = tree_get(step, TEXT("expect"));
    if (tree_get(step, TEXT("do"))) {
        if (!tree_get_text(step, TEXT("by"), &by) || !stage_player(stage, by)) {
            *why = arena_print(
                stage->arena,
                "'%.*s' is nobody at this table; write control, spectator or party:seat",
                TEXT_ARGUMENTS(by));
            return false;
        }
        if (!step_say(stage, step, stage_player(stage, by), why))
            return false;
    }
    if (!expect_merged(stage, why))
        return false;
    const struct tree *then = tree_get(expect, TEXT("then"));
    const struct tree *visible = tree_get(expect, TEXT("visible"));
    const struct tree *hidden = tree_get(expect, TEXT("hidden"));
    return (!then || expect_then(stage, then, why)) &&
           (!visible || expect_seen(stage, visible, true, why)) &&
           (!hidden || expect_seen(stage, hidden, false, why));
}
