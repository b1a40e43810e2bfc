#include "tree.h"

#include "must.h"

static struct tree *tree_new(struct arena *arena, enum tree_kind kind)
{
    struct tree *tree = ARENA_NEW(arena, struct tree);
    tree->kind = kind;
    return tree;
}

struct tree *tree_null(struct arena *arena)
{
    return tree_new(arena, TREE_NULL);
}

struct tree *tree_unheld(struct arena *arena)
{
    return tree_new(arena, TREE_UNHELD);
}

struct tree *tree_bool(struct arena *arena, bool flag)
{
    struct tree *tree = tree_new(arena, TREE_BOOL);
    tree->flag = flag;
    return tree;
}

struct tree *tree_int(struct arena *arena, int64_t number)
{
    struct tree *tree = tree_new(arena, TREE_INT);
    tree->number = number;
    return tree;
}

struct tree *tree_text(struct arena *arena, struct text text)
{
    struct tree *tree = tree_new(arena, TREE_TEXT);
    tree->text = text;
    return tree;
}

struct tree *tree_list(struct arena *arena)
{
    return tree_new(arena, TREE_LIST);
}

struct tree *tree_object(struct arena *arena)
{
    return tree_new(arena, TREE_OBJECT);
}

static void member_add(struct arena *arena, struct tree *tree, struct text key, struct tree *value)
{
    if (tree->count == tree->capacity) {
        size_t capacity = tree->capacity ? tree->capacity * 2 : 4;
        tree->members =
            arena_grow(arena, tree->members, tree->count, capacity, sizeof(*tree->members));
        tree->capacity = capacity;
    }
    tree->members[tree->count++] = (struct tree_member){key, value};
}

void tree_append(struct arena *arena, struct tree *list, struct tree *value)
{
    must(list->kind == TREE_LIST);
    member_add(arena, list, TEXT(""), value);
}

static struct tree_member *member_find(const struct tree *object, struct text key)
{
    if (!object || object->kind != TREE_OBJECT)
        return NULL;
    for (size_t index = 0; index < object->count; index++)
        if (text_equal(object->members[index].key, key))
            return &object->members[index];
    return NULL;
}

/* The same of an object that probably has its keys in the order in which they are asked for: looks
 * from *place on, and leaves there what follows. So two views are compared in one go. */
static struct tree *value_near(const struct tree *object, struct text key, size_t *place)
{
    for (size_t passed = 0; passed < object->count; passed++) {
        size_t index = *place < object->count ? *place : 0;
        *place = index + 1;
        if (text_equal(object->members[index].key, key))
            return object->members[index].value;
    }
    return NULL;
}

void tree_set(struct arena *arena, struct tree *object, struct text key, struct tree *value)
{
    must(object->kind == TREE_OBJECT);
    struct tree_member *member = member_find(object, key);
    if (member)
        member->value = value;
    else
        member_add(arena, object, key, value);
}

void tree_add(struct arena *arena, struct tree *object, struct text key, struct tree *value)
{
    must(object->kind == TREE_OBJECT);
    member_add(arena, object, key, value);
}

void tree_set_bool(struct arena *arena, struct tree *object, struct text key, bool flag)
{
    tree_set(arena, object, key, tree_bool(arena, flag));
}

void tree_set_int(struct arena *arena, struct tree *object, struct text key, int64_t number)
{
    tree_set(arena, object, key, tree_int(arena, number));
}

void tree_set_text(struct arena *arena, struct tree *object, struct text key, struct text text)
{
    tree_set(arena, object, key, tree_text(arena, text));
}

struct tree *tree_get(const struct tree *object, struct text key)
{
    struct tree_member *member = member_find(object, key);
    return member ? member->value : NULL;
}

bool tree_get_bool(const struct tree *object, struct text key, bool *flag)
{
    const struct tree *value = tree_get(object, key);
    if (!value || value->kind != TREE_BOOL)
        return false;
    *flag = value->flag;
    return true;
}

bool tree_get_int(const struct tree *object, struct text key, int64_t *number)
{
    const struct tree *value = tree_get(object, key);
    if (!value || value->kind != TREE_INT)
        return false;
    *number = value->number;
    return true;
}

bool tree_get_text(const struct tree *object, struct text key, struct text *text)
{
    const struct tree *value = tree_get(object, key);
    if (!value || value->kind != TREE_TEXT)
        return false;
    *text = value->text;
    return true;
}

static bool members_equal(const struct tree *left, const struct tree *right)
{
    if (left->count != right->count)
        return false;
    size_t place = 0;
    for (size_t index = 0; index < left->count; index++) {
        const struct tree *other = left->kind == TREE_LIST
                                       ? right->members[index].value
                                       : value_near(right, left->members[index].key, &place);
        if (!other || !tree_equal(left->members[index].value, other))
            return false;
    }
    return true;
}

bool tree_equal(const struct tree *left, const struct tree *right)
{
    if (left->kind != right->kind)
        return false;
    switch (left->kind) {
    case TREE_NULL:
    case TREE_UNHELD:
        return true;
    case TREE_BOOL:
        return left->flag == right->flag;
    case TREE_INT:
        return left->number == right->number;
    case TREE_TEXT:
        return text_equal(left->text, right->text);
    case TREE_LIST:
    case TREE_OBJECT:
        return members_equal(left, right);
    }
    return false;
}

struct tree *tree_copy(struct arena *arena, const struct tree *tree)
{
    struct tree *copy = tree_new(arena, tree->kind);
    *copy = *tree;
    if (tree->kind == TREE_TEXT)
        copy->text = arena_copy(arena, tree->text);
    if (tree->kind != TREE_LIST && tree->kind != TREE_OBJECT)
        return copy;
    copy->capacity = tree->count;
    copy->members = ARENA_ARRAY(arena, struct tree_member, tree->count);
    for (size_t index = 0; index < tree->count; index++)
        copy->members[index] = (struct tree_member){arena_copy(arena, tree->members[index].key),
                                                    tree_copy(arena, tree->members[index].value)};
    return copy;
}

struct tree *tree_diff(struct arena *arena, const struct tree *before, const struct tree *after)
{
    must(before->kind == TREE_OBJECT && after->kind == TREE_OBJECT);
    struct tree *patch = tree_object(arena);
    size_t place = 0;
    for (size_t index = 0; index < before->count; index++)
        if (!value_near(after, before->members[index].key, &place))
            member_add(arena, patch, before->members[index].key, tree_null(arena));
    place = 0;
    for (size_t index = 0; index < after->count; index++) {
        struct text key = after->members[index].key;
        struct tree *now = after->members[index].value;
        const struct tree *then = value_near(before, key, &place);
        if (then && then->kind == TREE_OBJECT && now->kind == TREE_OBJECT)
            now = tree_diff(arena, then, now);
        else if (then && tree_equal(then, now))
            now = NULL;
        if (now)
            member_add(arena, patch, key, now);
    }
    return patch->count > 0 ? patch : NULL;
}

struct tree *tree_merge(struct arena *arena, const struct tree *target, const struct tree *patch)
{
    if (patch->kind != TREE_OBJECT)
        return tree_copy(arena, patch);
    struct tree *merged = tree_object(arena);
    if (target && target->kind == TREE_OBJECT)
        for (size_t index = 0; index < target->count; index++) {
            const struct tree *change = tree_get(patch, target->members[index].key);
            if (!change)
                tree_set(arena, merged, target->members[index].key, target->members[index].value);
            else if (change->kind != TREE_NULL)
                tree_set(arena, merged, target->members[index].key,
                         tree_merge(arena, target->members[index].value, change));
        }
    for (size_t index = 0; index < patch->count; index++) {
        struct text key = patch->members[index].key;
        const struct tree *change = patch->members[index].value;
        bool known = target && tree_get(target, key);
        if (!known && change->kind != TREE_NULL)
            tree_set(arena, merged, key, tree_merge(arena, NULL, change));
    }
    return merged;
}
