#include "checker.h"

#include "must.h"

const char *type_words(struct type type)
{
    static const char *const one[] = {"an int", "a bool", "a string", "a party", "a region"};
    static const char *const many[] = {"a list of ints", "a list of bools", "a list of strings",
                                       "a list of parties", "a list of regions"};
    if (type.unknown)
        return type.list ? "an empty list" : "an item of an empty list";
    return type.list ? many[type.value] : one[type.value];
}

static bool type_unify(struct type left, struct type right, struct type *both)
{
    if (left.list != right.list || (left.value != right.value && !left.unknown && !right.unknown))
        return false;
    *both = left.unknown ? right : left;
    return true;
}

bool type_is(struct type type, enum value_type value, bool list)
{
    return type.list == list && (type.unknown || type.value == value);
}

static struct type type_of(enum value_type value, bool list)
{
    return (struct type){.value = value, .list = list};
}

bool check_is(struct checker *checker, const struct node *node, enum value_type value, bool list,
              const char *who)
{
    if (type_is(node->type, value, list))
        return true;
    return complain(checker->complaint, node->offset, "%s %s, and this is %s.", who,
                    type_words(type_of(value, list)), type_words(node->type));
}

bool check_value(struct checker *checker, struct node *node)
{
    if (!check_node(checker, node))
        return false;
    const char *ask;
    if (node->meaning == MEANING_CLAUSE)
        ask = "a clause: ask for its .in_force or for one of its terms";
    else if (node->meaning == MEANING_INSTRUMENT)
        ask = "an instrument: ask for its .in_force or .signatures";
    else if (node->meaning == MEANING_DECISION)
        ask =
            "a decision: ask for a party's choice in it, as in p.conduct, or for .count('option')";
    else if (node->meaning == MEANING_MATH)
        ask = "no value: there are math.least, math.greatest and math.abs";
    else
        return true;
    return complain(checker->complaint, node->offset, "\"%.*s\" is %s.", TEXT_ARGUMENTS(node->name),
                    ask);
}

static bool check_list(struct checker *checker, struct node *node)
{
    node->type = (struct type){.list = true, .unknown = true};
    if (node->child_count > LIST_LENGTH_MAX)
        return complain(checker->complaint, node->offset, "A list has at most %d items.",
                        LIST_LENGTH_MAX);
    for (size_t index = 0; index < node->child_count; index++) {
        struct node *item = node->children[index];
        if (!check_value(checker, item))
            return false;
        if (item->type.list)
            return complain(checker->complaint, item->offset,
                            "Lists do not hold lists; this item is %s.", type_words(item->type));
        struct type as_list = item->type;
        as_list.list = true;
        if (!type_unify(node->type, as_list, &node->type))
            return complain(checker->complaint, item->offset,
                            "The items of a list are of one type: this is %s in %s.",
                            type_words(item->type), type_words(node->type));
    }
    return true;
}

static const char *const operator_words[] = {
    "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||"};

static bool check_both(struct checker *checker, const struct node *node, enum value_type value)
{
    for (size_t side = 0; side < 2; side++) {
        const struct node *child = node->children[side];
        if (!type_is(child->type, value, false))
            return complain(checker->complaint, child->offset,
                            "%s takes %s on both sides; its %s is %s.",
                            operator_words[node->operator],
                            value == VALUE_INT ? "an int" : "a bool", side ? "right" : "left",
                            type_words(child->type));
    }
    return true;
}

/* Ints have an order, and so have bools: false is before true. */
static bool check_order(struct checker *checker, const struct node *node)
{
    bool bools = type_is(node->children[0]->type, VALUE_BOOL, false) &&
                 type_is(node->children[1]->type, VALUE_BOOL, false);
    return bools || check_both(checker, node, VALUE_INT);
}

/* A party compared with its id in quotes is the likeliest mistake. */
static const char *quoted_hint(const struct node *left, const struct node *right)
{
    bool id = (left->type.value >= VALUE_PARTY && right->kind == NODE_STRING) ||
              (right->type.value >= VALUE_PARTY && left->kind == NODE_STRING);
    return id ? " Parties and regions are written without quotes." : "";
}

static bool check_equality(struct checker *checker, const struct node *node)
{
    const struct node *left = node->children[0], *right = node->children[1];
    struct type both;
    if (!type_unify(left->type, right->type, &both))
        return complain(checker->complaint, node->offset,
                        "%s compares values of one type: left is %s, right is %s.%s",
                        operator_words[node->operator], type_words(left->type),
                        type_words(right->type), quoted_hint(left, right));
    return possible_match(checker, left, right->possible) &&
           possible_match(checker, right, left->possible);
}

static bool check_in(struct checker *checker, const struct node *node)
{
    const struct node *left = node->children[0], *right = node->children[1];
    if (!right->type.list)
        return complain(checker->complaint, right->offset,
                        "in takes a list on its right; this is %s.", type_words(right->type));
    struct type item = right->type, both;
    item.list = false;
    if (!type_unify(left->type, item, &both))
        return complain(checker->complaint, node->offset,
                        "in looks for an item of the list's type: left is %s, right is %s.%s",
                        type_words(left->type), type_words(right->type), quoted_hint(left, right));
    return possible_match(checker, left, right->possible) &&
           possible_match(checker, right, left->possible);
}

static bool check_binary(struct checker *checker, struct node *node)
{
    if (!check_value(checker, node->children[0]) || !check_value(checker, node->children[1]))
        return false;
    node->type = type_of(VALUE_BOOL, false);
    switch (node->operator) {
    case OPERATOR_ADD:
    case OPERATOR_SUBTRACT:
    case OPERATOR_MULTIPLY:
    case OPERATOR_DIVIDE:
    case OPERATOR_REMAINDER:
        node->type = type_of(VALUE_INT, false);
        return check_both(checker, node, VALUE_INT);
    case OPERATOR_LESS:
    case OPERATOR_LESS_EQUAL:
    case OPERATOR_GREATER:
    case OPERATOR_GREATER_EQUAL:
        return check_order(checker, node);
    case OPERATOR_AND:
    case OPERATOR_OR:
        return check_both(checker, node, VALUE_BOOL);
    case OPERATOR_EQUAL:
    case OPERATOR_UNEQUAL:
        return check_equality(checker, node);
    case OPERATOR_IN:
        return check_in(checker, node);
    }
    must(false);
}

static bool check_choose(struct checker *checker, struct node *node)
{
    for (size_t index = 0; index < 3; index++)
        if (!check_value(checker, node->children[index]))
            return false;
    if (!check_is(checker, node->children[0], VALUE_BOOL, false, "Before the ? stands"))
        return false;
    const struct node *yes = node->children[1], *no = node->children[2];
    if (!type_unify(yes->type, no->type, &node->type))
        return complain(checker->complaint, node->offset,
                        "Both sides of : are of one type: left is %s, right is %s.",
                        type_words(yes->type), type_words(no->type));
    return true;
}

static bool check_index(struct checker *checker, struct node *node)
{
    struct node *list = node->children[0], *index = node->children[1];
    if (!check_value(checker, list) || !check_value(checker, index))
        return false;
    if (!list->type.list)
        return complain(checker->complaint, node->offset, "Only a list has items; this is %s.",
                        type_words(list->type));
    node->type = list->type;
    node->type.list = false;
    return check_is(checker, index, VALUE_INT, false, "An index is");
}

static bool check_unary(struct checker *checker, struct node *node, enum value_type value)
{
    node->type = type_of(value, false);
    return check_value(checker, node->children[0]) &&
           check_is(checker, node->children[0], value, false,
                    value == VALUE_INT ? "Minus takes" : "! takes");
}

static bool check_by_kind(struct checker *checker, struct node *node)
{
    switch (node->kind) {
    case NODE_INT:
        node->type = type_of(VALUE_INT, false);
        return true;
    case NODE_BOOL:
        node->type = type_of(VALUE_BOOL, false);
        return true;
    case NODE_STRING:
        node->type = type_of(VALUE_STRING, false);
        return true;
    case NODE_LIST:
        return check_list(checker, node);
    case NODE_NAME:
        return check_name(checker, node);
    case NODE_MEMBER:
        return check_member(checker, node);
    case NODE_INDEX:
        return check_index(checker, node);
    case NODE_CALL:
        return check_call(checker, node);
    case NODE_MACRO:
        return check_macro(checker, node);
    case NODE_NOT:
        return check_unary(checker, node, VALUE_BOOL);
    case NODE_NEGATE:
        return check_unary(checker, node, VALUE_INT);
    case NODE_BINARY:
        return check_binary(checker, node);
    case NODE_CHOOSE:
        return check_choose(checker, node);
    }
    must(false);
}

bool check_node(struct checker *checker, struct node *node)
{
    if (!check_by_kind(checker, node))
        return false;
    possible_infer(checker, node);
    return true;
}

/* A string that must be one of the options of what it is assigned to. */
static bool check_options(struct checker *checker, const struct node *root)
{
    const struct expression_request *request = checker->request;
    struct option *options = ARENA_ARRAY(checker->arena, struct option, request->option_count);
    for (size_t index = 0; index < request->option_count; index++)
        options[index].id = checker->scenario->strings[request->options[index]];
    const struct possibilities *allowed =
        possible_of_options(checker, options, request->option_count, false);
    if (!possible_match(checker, root, allowed))
        return false;
    if (!root->possible || root->possible->count == 0)
        return true;
    for (size_t index = 0; index < root->possible->count; index++)
        if (possible_has(allowed, root->possible->items[index].text))
            return true;
    return complain(checker->complaint, root->offset,
                    "What this gives is never one of the options asked for, of which the first is "
                    "'%.*s'.",
                    TEXT_ARGUMENTS(allowed->items[0].text));
}

bool check_expression(struct checker *checker, struct node *root)
{
    const struct expression_request *request = checker->request;
    if (!check_value(checker, root))
        return false;
    if (request->any_type)
        return true;
    if (!check_is(checker, root, request->type, request->list, "Here should stand"))
        return false;
    if (request->type != VALUE_STRING || !request->options || request->option_count == 0)
        return true;
    return check_options(checker, root);
}
