#include "checker.h"

/* Strings are options' names, and a misspelt one would just never be equal. So for every string
 * the checker keeps what it can be, through ?:, lists and macros. */

bool possible_has(const struct possibilities *possible, struct text text)
{
    for (size_t index = 0; index < possible->count; index++)
        if (text_equal(possible->items[index].text, text))
            return true;
    return false;
}

const struct possibilities *possible_of_options(struct checker *checker,
                                                const struct option *options, size_t count,
                                                bool or_empty)
{
    struct possibility *items = ARENA_ARRAY(checker->arena, struct possibility, count + 1);
    for (size_t index = 0; index < count; index++)
        items[index].text = options[index].id;
    if (or_empty)
        items[count].text = TEXT("");
    struct possibilities *possible = ARENA_NEW(checker->arena, struct possibilities);
    *possible = (struct possibilities){items, count + (or_empty ? 1 : 0), true};
    return possible;
}

static bool possible_same(const struct possibility *left, const struct possibility *right)
{
    return left->literal == right->literal && text_equal(left->text, right->text);
}

static const struct possibilities *possible_union(struct checker *checker,
                                                  const struct possibilities *left,
                                                  const struct possibilities *right)
{
    if (!left || !right || left == right)
        return left == right ? left : NULL;
    struct possibility *items = arena_grow(checker->arena, left->items, left->count,
                                           left->count + right->count, sizeof(*items));
    size_t count = left->count;
    for (size_t index = 0; index < right->count; index++) {
        size_t at = 0;
        while (at < count && !possible_same(&items[at], &right->items[index]))
            at++;
        if (at == count)
            items[count++] = right->items[index];
    }
    struct possibilities *both = ARENA_NEW(checker->arena, struct possibilities);
    *both = (struct possibilities){items, count, left->fixed || right->fixed};
    return both;
}

static const struct possibilities *possible_literal(struct checker *checker,
                                                    const struct node *node)
{
    struct possibility *item = ARENA_NEW(checker->arena, struct possibility);
    *item = (struct possibility){node->name, true, node->offset};
    struct possibilities *possible = ARENA_NEW(checker->arena, struct possibilities);
    *possible = (struct possibilities){item, 1, false};
    return possible;
}

void possible_infer(struct checker *checker, struct node *node)
{
    if (node->type.value != VALUE_STRING || node->type.unknown)
        return;
    if (node->kind == NODE_STRING) {
        node->possible = possible_literal(checker, node);
    } else if (node->kind == NODE_LIST) {
        node->possible = node->children[0]->possible;
        for (size_t index = 1; index < node->child_count; index++)
            node->possible =
                possible_union(checker, node->possible, node->children[index]->possible);
    } else if (node->kind == NODE_CHOOSE) {
        const struct node *yes = node->children[1], *no = node->children[2];
        /* `[]` on one side adds nothing. */
        node->possible = yes->type.unknown  ? no->possible
                         : no->type.unknown ? yes->possible
                                            : possible_union(checker, yes->possible, no->possible);
    } else if (node->kind == NODE_INDEX) {
        node->possible = node->children[0]->possible;
    } else if (node->kind == NODE_MACRO) {
        bool same = node->macro == MACRO_FILTER;
        node->possible = node->children[same ? 0 : node->child_count - 1]->possible;
    } else if (node->meaning == MEANING_LOCAL) {
        node->possible = node->local_range->possible;
    }
}

/* The options in words, as far as there is room. */
static struct text possible_words(struct checker *checker, const struct possibilities *possible)
{
    enum { WORDS_MAX = 200 };
    struct text words = TEXT("");
    for (size_t index = 0; index < possible->count; index++) {
        struct text item = possible->items[index].text;
        size_t first = 0;
        while (!text_equal(possible->items[first].text, item))
            first++;
        if (item.length == 0 || first < index) /* Nothing is said twice. */
            continue;
        if (words.length + item.length > WORDS_MAX)
            return arena_print(checker->arena, "%.*s, …", TEXT_ARGUMENTS(words));
        words = arena_print(checker->arena, "%.*s%s%.*s", TEXT_ARGUMENTS(words),
                            words.length ? ", " : "", TEXT_ARGUMENTS(item));
    }
    return words;
}

bool possible_match(struct checker *checker, const struct node *node,
                    const struct possibilities *other)
{
    if (!node->possible || !other || !other->fixed)
        return true;
    for (size_t index = 0; index < node->possible->count; index++) {
        const struct possibility *item = &node->possible->items[index];
        if (!item->literal || possible_has(other, item->text))
            continue;
        struct candidates candidates = {.arena = checker->arena};
        for (size_t at = 0; at < other->count; at++)
            if (other->items[at].text.length > 0)
                candidates_add(&candidates, other->items[at].text);
        return complain(checker->complaint, item->offset,
                        "'%.*s' is not one of the options (%.*s)%s", TEXT_ARGUMENTS(item->text),
                        TEXT_ARGUMENTS(possible_words(checker, other)),
                        candidates_hint(&candidates, item->text));
    }
    return true;
}
