#include "play.h"

#include "must.h"

/* The message that control sees and did not see before: what control writes is answered for many
 * tables, and so without ids. */
static bool message_new(const struct tree *before, const struct tree *after, struct text *id)
{
    const struct tree *circles = tree_get(after, TEXT("circles"));
    const struct tree *known = tree_get(before, TEXT("circles"));
    for (size_t circle = 0; circles && circle < circles->count; circle++) {
        const struct tree *messages = tree_get(circles->members[circle].value, TEXT("messages"));
        const struct tree *old =
            tree_get(tree_get(known, circles->members[circle].key), TEXT("messages"));
        for (size_t index = 0; messages && index < messages->count; index++)
            if (!tree_get(old, messages->members[index].key)) {
                *id = messages->members[index].key;
                return true;
            }
    }
    return false;
}

static void alias_keep(struct stage *stage, const struct tree *step, const struct tree *result,
                       const struct tree *before)
{
    struct text name;
    struct text id;
    if (!tree_get_text(tree_get(step, TEXT("with")), TEXT("as"), &name))
        return;
    if (!tree_get_text(result, TEXT("instrument"), &id) &&
        !tree_get_text(result, TEXT("message"), &id) && !tree_get_text(result, TEXT("id"), &id) &&
        !message_new(before, stage_player(stage, TEXT("control"))->view, &id))
        return;
    if (stage->alias_count == stage->alias_capacity) {
        stage->alias_capacity = stage->alias_capacity ? 2 * stage->alias_capacity : 64;
        stage->aliases = arena_grow(stage->arena, stage->aliases, stage->alias_count,
                                    stage->alias_capacity, sizeof(*stage->aliases));
    }
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

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Whether a word is found, in whatever case it is written. */
static bool text_contains(struct text whole, struct text part)
{
    for (size_t at = 0; at + part.length <= whole.length; at++) {
        size_t same = 0;
        while (same < part.length && lower(whole.at[at + same]) == lower(part.at[same]))
            same++;
        if (same == part.length)
            return true;
    }
    return false;
}

static bool refused_for_one(const struct tree *result, struct text table, struct text *words)
{
    return tree_get_text(tree_get(result, TEXT("refused")), table, words);
}

/* Control's commands answer for many tables; ours is refused where it stands under `refused`. */
static bool answer_expected(struct stage *stage, const struct tree *expect,
                            const struct tree *answer, struct text *why)
{
    struct text about;
    bool wanted = !tree_get_text(expect, TEXT("error_about"), &about); /* Or as `ok` says. */
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
        *why = arena_print(arena,
                           "'%.*s' (with what it is said with) is nothing that can be done "
                           "in a play",
                           TEXT_ARGUMENTS(verb));
        return false;
    }
    struct tree *parameters = step_parameters(stage, step, method, verb);
    if (player->party >= 0 && command_known(text_of(method))) /* not for a question */
        tree_set_int(arena, parameters, TEXT("key"), ++player->next_key);
    else if (text_equal(player->name, TEXT("control")))
        tree_set_text(arena, parameters, TEXT("table"), stage->table);
    struct text before = game_hash(stage_game(stage), arena);
    const struct tree *control_before = stage_player(stage, TEXT("control"))->view;
    struct tree *answer = player_call(player, method, parameters);
    if (!answer_expected(stage, expect, answer, why))
        return false;
    if (tree_get(answer, TEXT("error")) &&
        !text_equal(before, game_hash(stage_game(stage), arena))) {
        *why = TEXT("a refusal changed the state");
        return false;
    }
    if (!tree_get(answer, TEXT("error")))
        alias_keep(stage, step, tree_get(answer, TEXT("result")), control_before);
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
