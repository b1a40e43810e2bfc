/* Whether a file has the form of a play, before anything is played: what is wrong with it is said
 * in one sentence. Keys that are not known are left alone, so that a play may carry notes, unless
 * one looks like a slip of the pen. */
#include "play.h"

/* One thing said wrongly: false, with the place and what belongs there. */
static bool wrong(struct arena *arena, struct text place, const char *what, struct text *why)
{
    *why = arena_print(arena, "%.*s: %s", TEXT_ARGUMENTS(place), what);
    return false;
}

static struct text inside(struct arena *arena, struct text place, const char *part)
{
    return arena_print(arena, "%.*s.%s", TEXT_ARGUMENTS(place), part);
}

static bool is_missing_or(const struct tree *object, const char *key, enum tree_kind kind)
{
    const struct tree *value = tree_get(object, text_of(key));
    return !value || value->kind == kind;
}

/* False for a key that is almost one of those there are: it would be passed over in silence. */
static bool keys_form(struct arena *arena, const struct tree *object, struct text place,
                      const struct text *known, size_t count, struct text *why)
{
    for (size_t index = 0; index < object->count; index++) {
        struct text key = object->members[index].key;
        int nearest = text_nearest(key, known, count);
        if (nearest < 0 || text_equal(key, known[nearest]))
            continue;
        *why =
            arena_print(arena, "%.*s: there is no key '%.*s' here; perhaps you mean '%.*s'",
                        TEXT_ARGUMENTS(place), TEXT_ARGUMENTS(key), TEXT_ARGUMENTS(known[nearest]));
        return false;
    }
    return true;
}

static bool texts_only(const struct tree *list)
{
    for (size_t index = 0; index < list->count; index++)
        if (list->members[index].value->kind != TREE_TEXT)
            return false;
    return true;
}

/* `visible` and `hidden`: viewers with lists of items. */
static bool seen_form(struct arena *arena, const struct tree *expect, const char *key,
                      struct text place, struct text *why)
{
    const struct tree *viewers = tree_get(expect, text_of(key));
    place = inside(arena, place, key);
    if (!viewers)
        return true;
    if (viewers->kind != TREE_OBJECT)
        return wrong(arena, place, "viewers and their items belong here, {\"fra\": [\"draft:A\"]}",
                     why);
    for (size_t index = 0; index < viewers->count; index++) {
        const struct tree *items = viewers->members[index].value;
        if (items->kind != TREE_LIST || !texts_only(items))
            return wrong(arena, place, "each viewer has a list of items, such as \"draft:A\"", why);
    }
    return true;
}

static bool expect_form(struct arena *arena, const struct tree *step, struct text place,
                        struct text *why)
{
    const struct tree *expect = tree_get(step, TEXT("expect"));
    place = inside(arena, place, "expect");
    if (!expect)
        return true;
    if (expect->kind != TREE_OBJECT)
        return wrong(arena, place, "an object belongs here", why);
    static const struct text known[] = {
        {"ok", 2}, {"error_about", 11}, {"then", 4}, {"visible", 7}, {"hidden", 6}};
    if (!keys_form(arena, expect, place, known, 5, why))
        return false;
    if (!is_missing_or(expect, "ok", TREE_BOOL))
        return wrong(arena, inside(arena, place, "ok"), "true or false belongs here", why);
    if (!is_missing_or(expect, "error_about", TREE_TEXT))
        return wrong(arena, inside(arena, place, "error_about"), "a word belongs here", why);
    if (!is_missing_or(expect, "then", TREE_OBJECT))
        return wrong(arena, inside(arena, place, "then"), "an object of facts belongs here", why);
    return seen_form(arena, expect, "visible", place, why) &&
           seen_form(arena, expect, "hidden", place, why);
}

static bool step_form(struct arena *arena, const struct tree *step, struct text place,
                      struct text *why)
{
    if (step->kind != TREE_OBJECT)
        return wrong(arena, place, "a step is an object, {by, do, with, expect}", why);
    static const struct text known[] = {{"by", 2}, {"do", 2}, {"with", 4}, {"expect", 6}};
    if (!keys_form(arena, step, place, known, 4, why))
        return false;
    if (!is_missing_or(step, "do", TREE_TEXT))
        return wrong(arena, inside(arena, place, "do"), "a verb belongs here", why);
    if (!is_missing_or(step, "by", TREE_TEXT))
        return wrong(arena, inside(arena, place, "by"),
                     "control, spectator or party:seat belongs here", why);
    if (tree_get(step, TEXT("do")) && !tree_get(step, TEXT("by")))
        return wrong(arena, place, "who does it is missing (`by`)", why);
    if (!tree_get(step, TEXT("do")) && !tree_get(step, TEXT("expect")))
        return wrong(arena, place, "a step does something or expects something", why);
    if (!is_missing_or(step, "with", TREE_OBJECT))
        return wrong(arena, inside(arena, place, "with"), "an object of arguments belongs here",
                     why);
    const struct tree *with = tree_get(step, TEXT("with"));
    if (!is_missing_or(with, "as", TREE_TEXT))
        return wrong(arena, inside(arena, place, "with.as"), "a name belongs here", why);
    return expect_form(arena, step, place, why);
}

static bool steps_form(struct arena *arena, const struct tree *play, const char *key,
                       struct text *why)
{
    const struct tree *steps = tree_get(play, text_of(key));
    if (!steps || steps->kind != TREE_LIST)
        return wrong(arena, text_of(key), "a list of steps belongs here", why);
    for (size_t index = 0; index < steps->count; index++)
        if (!step_form(arena, steps->members[index].value,
                       arena_print(arena, "%s, step %zu", key, index + 1), why))
            return false;
    return true;
}

bool play_form(struct arena *arena, const struct tree *play, struct text *why)
{
    if (play->kind != TREE_OBJECT)
        return wrong(arena, TEXT("play"), "a play is an object, {scenario, title, steps}", why);
    if (!is_missing_or(play, "scenario", TREE_TEXT) || !is_missing_or(play, "title", TREE_TEXT) ||
        !is_missing_or(play, "edition", TREE_TEXT))
        return wrong(arena, TEXT("play"), "`scenario`, `title` and `edition` are texts", why);
    bool twin = tree_get(play, TEXT("steps_a")) || tree_get(play, TEXT("steps_b"));
    if (!twin)
        return steps_form(arena, play, "steps", why);
    const struct tree *viewers = tree_get(play, TEXT("same_for"));
    if (tree_get(play, TEXT("steps")))
        return wrong(arena, TEXT("play"),
                     "a play has `steps`, or `steps_a` and `steps_b`, not both", why);
    if (!viewers || viewers->kind != TREE_LIST || viewers->count == 0 || !texts_only(viewers))
        return wrong(arena, TEXT("same_for"), "a list of viewers belongs here", why);
    return steps_form(arena, play, "steps_a", why) && steps_form(arena, play, "steps_b", why);
}
