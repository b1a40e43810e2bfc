#include "journal_form.h"

static void conditions_write(const struct scenario *scenario, struct tree *tree, struct text name,
                             const uint32_t *conditions, size_t count, struct arena *arena)
{
    if (count == 0)
        return;
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < count; index++)
        tree_append(arena, list, tree_text(arena, scenario->conditions[conditions[index]].id));
    tree_set(arena, tree, name, list);
}

static const uint32_t *conditions_read(struct form *form, const struct tree *tree, struct text name,
                                       size_t *count)
{
    const struct tree *list = form_list(form, tree, name);
    uint32_t *conditions = ARENA_ARRAY(form->arena, uint32_t, list->count);
    for (size_t index = 0; index < list->count; index++) {
        const struct tree *item = list->members[index].value;
        int found = item->kind == TREE_TEXT ? scenario_condition(form->scenario, item->text) : -1;
        if (found < 0)
            form_fail(form, "\"%.*s\" should hold conditions.", TEXT_ARGUMENTS(name));
        else
            conditions[index] = (uint32_t)found;
    }
    *count = list->count;
    return conditions;
}

static struct tree *clauses_write(const struct scenario *scenario, const struct draft *draft,
                                  struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("clause"), scenario->keys[clause->key].id);
        tree_set(arena, item, TEXT("terms"),
                 terms_write(scenario, clause->key, clause->terms, arena));
        parties_write(scenario, item, TEXT("brackets"), clause->brackets, arena);
        tree_append(arena, list, item);
    }
    return list;
}

static struct tree *articles_write(const struct scenario *scenario, const struct draft *draft,
                                   struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < draft->article_count; index++) {
        const struct draft_article *article = &draft->articles[index];
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("id"), article->id);
        tree_set_text(arena, item, TEXT("text"), article->text);
        parties_write(scenario, item, TEXT("brackets"), article->brackets, arena);
        tree_append(arena, list, item);
    }
    return list;
}

struct tree *draft_write(const struct scenario *scenario, const struct draft *draft,
                         struct arena *arena)
{
    struct tree *tree = tree_object(arena);
    parties_write(scenario, tree, TEXT("invited"), draft->invited, arena);
    parties_write(scenario, tree, TEXT("witnesses"), draft->witnesses, arena);
    if (draft->clause_count > 0)
        tree_set(arena, tree, TEXT("clauses"), clauses_write(scenario, draft, arena));
    if (draft->article_count > 0)
        tree_set(arena, tree, TEXT("articles"), articles_write(scenario, draft, arena));
    conditions_write(scenario, tree, TEXT("takes_effect_if"), draft->takes_effect_if,
                     draft->takes_effect_count, arena);
    conditions_write(scenario, tree, TEXT("suspended_while"), draft->suspended_while,
                     draft->suspended_count, arena);
    struct tree *linked = tree_list(arena);
    for (size_t index = 0; index < draft->linked_count; index++)
        tree_append(arena, linked, tree_text(arena, draft->linked[index]));
    if (linked->count > 0)
        tree_set(arena, tree, TEXT("linked"), linked);
    return tree;
}

static void clauses_read(struct form *form, const struct tree *tree, struct draft *draft)
{
    const struct tree *list = form_list(form, tree, TEXT("clauses"));
    struct draft_clause *clauses = ARENA_ARRAY(form->arena, struct draft_clause, list->count);
    for (size_t index = 0; index < list->count && !form->failed; index++) {
        const struct tree *item = list->members[index].value;
        clauses[index].key = form_clause(form, form_text(form, item, TEXT("clause"), true));
        clauses[index].terms = terms_read(form, clauses[index].key, tree_get(item, TEXT("terms")));
        clauses[index].brackets = form_parties(form, item, TEXT("brackets"));
    }
    draft->clauses = clauses;
    draft->clause_count = list->count;
}

static void articles_read(struct form *form, const struct tree *tree, struct draft *draft)
{
    const struct tree *list = form_list(form, tree, TEXT("articles"));
    struct draft_article *articles = ARENA_ARRAY(form->arena, struct draft_article, list->count);
    for (size_t index = 0; index < list->count && !form->failed; index++) {
        const struct tree *item = list->members[index].value;
        articles[index].id = form_text(form, item, TEXT("id"), true);
        articles[index].text = form_text(form, item, TEXT("text"), true);
        articles[index].brackets = form_parties(form, item, TEXT("brackets"));
    }
    draft->articles = articles;
    draft->article_count = list->count;
}

static void linked_read(struct form *form, const struct tree *tree, struct draft *draft)
{
    const struct tree *list = form_list(form, tree, TEXT("linked"));
    struct text *linked = ARENA_ARRAY(form->arena, struct text, list->count);
    for (size_t index = 0; index < list->count; index++) {
        if (list->members[index].value->kind == TREE_TEXT)
            linked[index] = list->members[index].value->text;
        else
            form_fail(form, "\"linked\" should hold ids.");
    }
    draft->linked = linked;
    draft->linked_count = list->count;
}

const struct draft *draft_read(struct form *form, const struct tree *tree)
{
    struct draft *draft = ARENA_NEW(form->arena, struct draft);
    if (!tree || tree->kind != TREE_OBJECT)
        form_fail(form, "\"draft\" should be an object.");
    draft->invited = form_parties(form, tree, TEXT("invited"));
    draft->witnesses = form_parties(form, tree, TEXT("witnesses"));
    clauses_read(form, tree, draft);
    articles_read(form, tree, draft);
    draft->takes_effect_if =
        conditions_read(form, tree, TEXT("takes_effect_if"), &draft->takes_effect_count);
    draft->suspended_while =
        conditions_read(form, tree, TEXT("suspended_while"), &draft->suspended_count);
    linked_read(form, tree, draft);
    return draft;
}
