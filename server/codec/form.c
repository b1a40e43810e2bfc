#include "journal_form.h"

#include <stdarg.h>
#include <stdio.h>

void form_fail(struct form *form, const char *format, ...)
{
    if (form->failed)
        return;
    form->failed = true;
    char sentence[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof(sentence), format, arguments);
    va_end(arguments);
    *form->why = arena_copy(form->arena, text_of(sentence));
}

struct text form_text(struct form *form, const struct tree *tree, struct text name, bool required)
{
    const struct tree *member = tree_get(tree, name);
    if (member && member->kind == TREE_TEXT)
        return member->text;
    if (member || required)
        form_fail(form, "\"%.*s\" should be a text.", TEXT_ARGUMENTS(name));
    return TEXT("");
}

int64_t form_int(struct form *form, const struct tree *tree, struct text name, int64_t low,
                 int64_t high)
{
    int64_t number = low;
    if (!tree_get_int(tree, name, &number) || number < low || number > high)
        form_fail(form, "\"%.*s\" should be a whole number from %lld to %lld.",
                  TEXT_ARGUMENTS(name), (long long)low, (long long)high);
    return number;
}

bool form_flag(struct form *form, const struct tree *tree, struct text name)
{
    const struct tree *member = tree_get(tree, name);
    if (member && member->kind != TREE_BOOL)
        form_fail(form, "\"%.*s\" should be true or false.", TEXT_ARGUMENTS(name));
    return member && member->kind == TREE_BOOL && member->flag;
}

const struct tree *form_list(struct form *form, const struct tree *tree, struct text name)
{
    const struct tree *member = tree_get(tree, name);
    if (member && member->kind == TREE_LIST)
        return member;
    if (member)
        form_fail(form, "\"%.*s\" should be a list.", TEXT_ARGUMENTS(name));
    return tree_list(form->arena);
}

int form_party(struct form *form, struct text id)
{
    int party = scenario_party(form->scenario, id);
    if (party < 0)
        form_fail(form, "There is no party \"%.*s\".", TEXT_ARGUMENTS(id));
    return party < 0 ? 0 : party;
}

party_set form_parties(struct form *form, const struct tree *tree, struct text name)
{
    const struct tree *list = form_list(form, tree, name);
    party_set parties = 0;
    for (size_t index = 0; index < list->count; index++) {
        const struct tree *item = list->members[index].value;
        if (item->kind == TREE_TEXT)
            parties |= party_bit(form_party(form, item->text));
        else
            form_fail(form, "\"%.*s\" should hold parties.", TEXT_ARGUMENTS(name));
    }
    return parties;
}

uint32_t form_clause(struct form *form, struct text id)
{
    int key = scenario_key(form->scenario, id);
    if (key < 0)
        form_fail(form, "There is no clause \"%.*s\".", TEXT_ARGUMENTS(id));
    return key < 0 ? 0 : (uint32_t)key;
}

void parties_write(const struct scenario *scenario, struct tree *tree, struct text name,
                   party_set parties, struct arena *arena)
{
    if (!parties)
        return;
    struct tree *list = tree_list(arena);
    for (size_t party = 0; party < scenario->party_count; party++)
        if (parties & party_bit((int)party))
            tree_append(arena, list, tree_text(arena, scenario->parties[party].id));
    tree_set(arena, tree, name, list);
}

struct tree *terms_write(const struct scenario *scenario, uint32_t key, const int64_t *terms,
                         struct arena *arena)
{
    const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
    struct tree *object = tree_object(arena);
    for (size_t index = 0; index < type->term_count; index++)
        tree_set(arena, object, type->terms[index].id,
                 domain_to_tree(scenario, &type->terms[index].domain, terms[index], arena));
    return object;
}

const int64_t *terms_read(struct form *form, uint32_t key, const struct tree *tree)
{
    const struct scenario *scenario = form->scenario;
    const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
    int64_t *terms = ARENA_ARRAY(form->arena, int64_t, type->term_count);
    for (size_t index = 0; index < type->term_count && !form->failed; index++) {
        const struct term *term = &type->terms[index];
        const struct tree *value = tree_get(tree, term->id);
        const char *fault =
            value ? domain_from_tree(scenario, &term->domain, value, &terms[index], form->arena)
                  : "It is missing.";
        if (fault)
            form_fail(form, "The term \"%.*s\" can't be read: %s", TEXT_ARGUMENTS(term->id), fault);
    }
    return terms;
}
