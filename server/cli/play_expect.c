#include "play.h"

#include "must.h"
#include "value_tree.h"

#include <stdlib.h>

/* The part of `name` before its next dot; moves `name` behind it. */
static struct text name_part(struct text *name)
{
    size_t length = 0;
    while (length < name->length && name->at[length] != '.')
        length++;
    struct text part = {name->at, length};
    size_t used = length < name->length ? length + 1 : length;
    *name = (struct text){name->at + used, name->length - used};
    return part;
}

static int text_tree_order(const void *left, const void *right)
{
    const struct tree_member *first = left;
    const struct tree_member *second = right;
    return text_compare(first->value->text, second->value->text);
}

static struct tree *sorted(struct tree *list)
{
    if (list->count > 1)
        qsort(list->members, list->count, sizeof(*list->members), text_tree_order);
    return list;
}

static struct tree *keys_sorted(struct arena *arena, const struct tree *object)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; object && index < object->count; index++)
        tree_append(arena, list, tree_text(arena, object->members[index].key));
    return sorted(list);
}

static struct tree *dormant_clauses(struct arena *arena, const struct tree *draft)
{
    struct tree *list = tree_list(arena);
    const struct tree *clauses = tree_get(draft, TEXT("clauses"));
    for (size_t index = 0; clauses && index < clauses->count; index++) {
        struct text state;
        struct text id;
        const struct tree *clause = clauses->members[index].value;
        if (tree_get_text(clause, TEXT("state"), &state) && text_equal(state, TEXT("dormant")) &&
            tree_get_text(clause, TEXT("id"), &id))
            tree_append(arena, list, tree_text(arena, id));
    }
    return sorted(list);
}

/* draft.A.version, .status, .public, .signatures, .declined, .dormant */
static struct tree *draft_fact(struct stage *stage, struct text rest, struct text *why)
{
    struct arena *arena = stage->arena;
    struct text id = stage_id(stage, name_part(&rest));
    const struct player *control = stage_player(stage, TEXT("control"));
    const struct tree *draft = tree_get(tree_get(control->view, TEXT("instruments")), id);
    if (!draft) {
        *why = arena_print(arena, "there is no draft '%.*s'", TEXT_ARGUMENTS(id));
        return NULL;
    }
    bool public = false;
    if (text_equal(rest, TEXT("public"))) {
        (void)tree_get_bool(draft, TEXT("public"), &public);
        return tree_bool(arena, public);
    }
    if (text_equal(rest, TEXT("signatures")))
        return keys_sorted(arena, tree_get(draft, TEXT("signatures")));
    if (text_equal(rest, TEXT("declined"))) {
        const struct tree *declined = tree_get(draft, TEXT("declined"));
        return declined ? sorted(tree_copy(arena, declined)) : tree_list(arena);
    }
    if (text_equal(rest, TEXT("dormant")))
        return dormant_clauses(arena, draft);
    struct tree *value = tree_get(draft, rest);
    if (!value)
        *why = arena_print(arena, "a draft has no '%.*s'", TEXT_ARGUMENTS(rest));
    return value;
}

static struct tree *score_fact(struct stage *stage, struct text rest, struct text *why)
{
    struct arena *arena = stage->arena;
    int party = scenario_party(stage->scenario, name_part(&rest));
    if (party < 0) {
        *why = TEXT("a score is asked for that no party has");
        return NULL;
    }
    struct party_score score = game_score(stage_game(stage), party, arena);
    if (text_equal(rest, TEXT("total")))
        return tree_int(arena, score.total);
    if (text_equal(rest, TEXT("expected")))
        return tree_int(arena, score.expected);
    if (text_equal(rest, TEXT("no_deal")))
        return tree_int(arena, score.no_deal);
    *why = TEXT("a score has total, expected and no_deal");
    return NULL;
}

static struct tree *said_count(struct stage *stage)
{
    struct arena *arena = stage->arena;
    struct audience control = {AUDIENCE_CONTROL, -1};
    int64_t count = 0;
    uint64_t before = 0;
    for (;;) {
        const struct tree *page =
            history_read(stage_game(stage), control, TEXT("minutes"), TEXT(""), before, 200, arena);
        const struct tree *items = tree_get(page, TEXT("items"));
        for (size_t index = 0; items && index < items->count; index++) {
            struct text what;
            const struct tree *minute = items->members[index].value;
            count += tree_get_text(minute, TEXT("what"), &what) && text_equal(what, TEXT("said"));
        }
        bool more = false;
        int64_t first = 0;
        if (!tree_get_bool(page, TEXT("more"), &more) || !more || items->count == 0 ||
            !tree_get_int(items->members[0].value, TEXT("n"), &first))
            return tree_int(arena, count);
        before = (uint64_t)first;
    }
}

static struct tree *expression_fact(struct stage *stage, struct text source, struct text *why)
{
    struct arena *arena = stage->arena;
    struct expression_request request = {.source = source, .any_type = true};
    struct expression_fault fault;
    const struct expression *expression =
        expression_compile(stage->scenario, arena, &request, &fault);
    if (!expression) {
        *why = fault.message;
        return NULL;
    }
    struct world world = game_world(stage_game(stage), arena);
    struct tree *value = value_tree(expression, stage->scenario, &world, arena);
    if (!value)
        *why = arena_print(arena, "'%.*s' cannot be computed", TEXT_ARGUMENTS(source));
    return value;
}

static struct tree *inject_fact(struct stage *stage, struct text id, struct text *why)
{
    int64_t fired = 0;
    const struct player *control = stage_player(stage, TEXT("control"));
    if (scenario_inject(stage->scenario, id) < 0) {
        *why = arena_print(stage->arena, "there is no inject '%.*s'", TEXT_ARGUMENTS(id));
        return NULL;
    }
    (void)tree_get_int(tree_get(tree_get(control->view, TEXT("control")), TEXT("fired")), id,
                       &fired);
    return tree_int(stage->arena, fired);
}

static struct tree *fact(struct stage *stage, struct text name, struct text *why)
{
    struct arena *arena = stage->arena;
    if (text_starts_with(name, TEXT("= ")))
        return expression_fact(stage, (struct text){name.at + 2, name.length - 2}, why);
    struct text rest = name;
    struct text kind = name_part(&rest);
    if (text_equal(kind, TEXT("draft")))
        return draft_fact(stage, rest, why);
    if (text_equal(kind, TEXT("score")))
        return score_fact(stage, rest, why);
    if (text_equal(name, TEXT("said")))
        return said_count(stage);
    if (text_equal(name, TEXT("outcome"))) {
        int outcome = game_outcome(stage_game(stage), arena);
        return outcome < 0 ? tree_null(arena)
                           : tree_text(arena, stage->scenario->outcomes[outcome].id);
    }
    if (text_equal(kind, TEXT("inject")))
        return inject_fact(stage, rest, why);
    *why = arena_print(arena, "'%.*s' is nothing that a play can ask", TEXT_ARGUMENTS(name));
    return NULL;
}

/* Facts that are sets of ids, which a play may write in any order. */
static bool is_set(struct text name)
{
    static const char *const sets[] = {".signatures", ".declined", ".dormant"};
    for (size_t index = 0; index < sizeof(sets) / sizeof(sets[0]); index++) {
        struct text end = text_of(sets[index]);
        if (text_starts_with(name, TEXT("draft.")) && name.length > end.length &&
            text_equal((struct text){name.at + name.length - end.length, end.length}, end))
            return true;
    }
    return false;
}

static bool ids_only(const struct tree *tree)
{
    if (tree->kind != TREE_LIST)
        return false;
    for (size_t index = 0; index < tree->count; index++)
        if (tree->members[index].value->kind != TREE_TEXT)
            return false;
    return true;
}

/* What can't be computed or is not there is null; a number beyond JSON's may be a text. */
static bool as_wanted(struct stage *stage, struct text name, const struct tree *found,
                      const struct tree *wanted)
{
    if (!found)
        return wanted->kind == TREE_NULL && text_starts_with(name, TEXT("= "));
    int64_t number;
    if (found->kind == TREE_INT && wanted->kind == TREE_TEXT)
        return text_to_int(wanted->text, &number) && number == found->number;
    if (is_set(name) && ids_only(wanted))
        return tree_equal(found, sorted(tree_copy(stage->arena, wanted)));
    return tree_equal(found, wanted);
}

bool expect_then(struct stage *stage, const struct tree *then, struct text *why)
{
    for (size_t index = 0; index < then->count; index++) {
        struct text name = then->members[index].key;
        const struct tree *wanted = then->members[index].value;
        struct text trouble = TEXT("");
        struct tree *found = fact(stage, name, &trouble);
        if (as_wanted(stage, name, found, wanted))
            continue;
        struct text shown = found ? json_write(stage->arena, found) : trouble;
        *why = arena_print(stage->arena, "%.*s: expected %.*s, found %.*s", TEXT_ARGUMENTS(name),
                           TEXT_ARGUMENTS(json_write(stage->arena, wanted)), TEXT_ARGUMENTS(shown));
        return false;
    }
    return true;
}
