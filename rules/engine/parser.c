#include "syntax.h"

/* Recursive descent after CEL's grammar. Brackets are counted, so that the recursion is bounded;
 * so is a tree's height, so that whoever walks it may recurse as well. */
struct parser {
    struct lexer lexer;
    struct token token; /* the next one */
    struct token last;  /* the one before it */
    struct arena *arena;
    struct complaint *complaint;
    unsigned nesting;
};

static struct node *parse_choose(struct parser *parser);

static void advance(struct parser *parser)
{
    parser->last = parser->token;
    parser->token = lexer_next(&parser->lexer);
}

static bool take(struct parser *parser, enum token_kind kind)
{
    if (parser->token.kind != kind)
        return false;
    advance(parser);
    return true;
}

/* Complains that something else should stand here. Always NULL. */
static struct node *expected(struct parser *parser, const char *what)
{
    struct token token = parser->token;
    if (token.kind == TOKEN_END)
        complain(parser->complaint, token.offset, "The expression ends where %s should stand.",
                 what);
    else if (token.kind != TOKEN_FAULT)
        complain(parser->complaint, token.offset, "Here should stand %s, not \"%.*s\".", what,
                 TEXT_ARGUMENTS(token.source));
    return NULL;
}

static struct node *node_new(struct parser *parser, enum node_kind kind, struct token token,
                             size_t child_count)
{
    struct node *node = ARENA_NEW(parser->arena, struct node);
    node->kind = kind;
    node->offset = token.offset;
    node->height = 0;
    node->child_count = child_count;
    node->children = ARENA_ARRAY(parser->arena, struct node *, child_count);
    return node;
}

/* Closes a node once its children are there. */
static struct node *node_finish(struct parser *parser, struct node *node)
{
    for (size_t index = 0; index < node->child_count; index++)
        if (node->children[index]->height >= node->height)
            node->height = node->children[index]->height + 1;
    if (node->height > EXPRESSION_HEIGHT_MAX) {
        complain(parser->complaint, node->offset,
                 "At most %d operators may follow one another in a row.", EXPRESSION_HEIGHT_MAX);
        return NULL;
    }
    return node;
}

static struct node *node_with(struct parser *parser, enum node_kind kind, struct token token,
                              struct node *left, struct node *right)
{
    struct node *node = node_new(parser, kind, token, right ? 2 : 1);
    node->children[0] = left;
    if (right)
        node->children[1] = right;
    return node_finish(parser, node);
}

static bool nesting_enter(struct parser *parser)
{
    if (parser->nesting == EXPRESSION_NESTING_MAX)
        return complain(parser->complaint, parser->last.offset,
                        "Brackets nest at most %d deep; this one is deeper.",
                        EXPRESSION_NESTING_MAX);
    parser->nesting++;
    return true;
}

struct node_list {
    struct node **items;
    size_t count, capacity;
};

static void list_add(struct parser *parser, struct node_list *list, struct node *node)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 4;
        list->items =
            arena_grow(parser->arena, list->items, list->count, list->capacity, sizeof(node));
    }
    list->items[list->count++] = node;
}

/* What stands between brackets, up to the closing one; the opening one has been taken. */
static bool parse_items(struct parser *parser, struct node_list *list, enum token_kind closing,
                        const char *what)
{
    if (!nesting_enter(parser))
        return false;
    while (!take(parser, closing)) {
        struct node *item = parse_choose(parser);
        if (!item)
            return false;
        list_add(parser, list, item);
        if (take(parser, TOKEN_COMMA)) {
            /* CEL lets a list end in a comma, a call not. */
            if (closing == TOKEN_CLOSE && parser->token.kind == TOKEN_CLOSE) {
                expected(parser, "another argument");
                return false;
            }
        } else if (parser->token.kind != closing) {
            expected(parser, what);
            return false;
        }
    }
    parser->nesting--;
    return true;
}

static struct node *parse_list(struct parser *parser, struct token open)
{
    struct node_list items = {0};
    if (!parse_items(parser, &items, TOKEN_CLOSE_LIST, "a comma or ]"))
        return NULL;
    struct node *node = node_new(parser, NODE_LIST, open, 0);
    node->children = items.items;
    node->child_count = items.count;
    return node_finish(parser, node);
}

static bool macro_of(struct text name, size_t argument_count, enum macro *macro)
{
    static const struct {
        struct text name;
        enum macro macro;
        size_t argument_max;
    } macros[] = {{{"all", 3}, MACRO_ALL, 2},
                  {{"exists", 6}, MACRO_EXISTS, 2},
                  {{"exists_one", 10}, MACRO_EXISTS_ONE, 2},
                  {{"filter", 6}, MACRO_FILTER, 2},
                  {{"map", 3}, MACRO_MAP, 3}};
    for (size_t index = 0; index < sizeof(macros) / sizeof(macros[0]); index++) {
        if (!text_equal(macros[index].name, name))
            continue;
        *macro = macros[index].macro;
        return argument_count >= 2 && argument_count <= macros[index].argument_max;
    }
    return false;
}

static struct node *make_macro(struct parser *parser, struct token name, struct node *range,
                               const struct node_list *arguments, enum macro macro)
{
    const struct node *local = arguments->items[0];
    if (local->kind != NODE_NAME) {
        complain(parser->complaint, local->offset,
                 "The first argument of %.*s() is a name for the items, as in "
                 "parties.%.*s(p, p.support > 50).",
                 TEXT_ARGUMENTS(name.source), TEXT_ARGUMENTS(name.source));
        return NULL;
    }
    struct node *node = node_new(parser, NODE_MACRO, name, arguments->count);
    node->name = name.source;
    node->macro = macro;
    node->local = local->name;
    node->local_offset = local->offset;
    node->children[0] = range;
    for (size_t index = 1; index < arguments->count; index++)
        node->children[index] = arguments->items[index];
    return node_finish(parser, node);
}

/* A call; the opening bracket has been taken. */
static struct node *parse_call(struct parser *parser, struct token name, struct node *receiver)
{
    struct node_list arguments = {0};
    if (!parse_items(parser, &arguments, TOKEN_CLOSE, "a comma or )"))
        return NULL;
    enum macro macro;
    if (receiver && macro_of(name.source, arguments.count, &macro))
        return make_macro(parser, name, receiver, &arguments, macro);
    size_t first = receiver ? 1 : 0;
    struct node *node = node_new(parser, NODE_CALL, name, first + arguments.count);
    node->name = name.source;
    node->method = receiver != NULL;
    if (receiver)
        node->children[0] = receiver;
    for (size_t index = 0; index < arguments.count; index++)
        node->children[first + index] = arguments.items[index];
    return node_finish(parser, node);
}

static struct node *parse_name(struct parser *parser)
{
    struct token name = parser->last;
    if (text_equal(name.source, TEXT("true")) || text_equal(name.source, TEXT("false"))) {
        struct node *node = node_new(parser, NODE_BOOL, name, 0);
        node->number = name.source.length == 4;
        return node;
    }
    if (text_equal(name.source, TEXT("null"))) {
        complain(parser->complaint, name.offset, "There is no null: every name has a value.");
        return NULL;
    }
    if (lexer_is_keyword(name.source) || lexer_is_reserved(name.source)) {
        complain(parser->complaint, name.offset, "\"%.*s\" is a reserved word of CEL, no name.",
                 TEXT_ARGUMENTS(name.source));
        return NULL;
    }
    if (take(parser, TOKEN_OPEN))
        return parse_call(parser, name, NULL);
    struct node *node = node_new(parser, NODE_NAME, name, 0);
    node->name = name.source;
    return node;
}

static struct node *parse_group(struct parser *parser)
{
    if (!nesting_enter(parser))
        return NULL;
    struct node *node = parse_choose(parser);
    if (!node)
        return NULL;
    if (!take(parser, TOKEN_CLOSE))
        return expected(parser, "an operator or )");
    parser->nesting--;
    return node;
}

static struct node *parse_int(struct parser *parser, bool negative)
{
    struct token token = parser->last;
    if (!negative && token.magnitude > INT64_MAX) {
        complain(parser->complaint, token.offset, "This number does not fit into 64 bits.");
        return NULL;
    }
    struct node *node = node_new(parser, NODE_INT, token, 0);
    node->number = negative ? (int64_t)(0 - token.magnitude) : (int64_t)token.magnitude;
    return node;
}

static struct node *parse_primary(struct parser *parser)
{
    if (take(parser, TOKEN_NAME))
        return parse_name(parser);
    if (take(parser, TOKEN_INT))
        return parse_int(parser, false);
    if (take(parser, TOKEN_STRING)) {
        struct node *node = node_new(parser, NODE_STRING, parser->last, 0);
        node->name = parser->last.string;
        return node;
    }
    if (take(parser, TOKEN_OPEN))
        return parse_group(parser);
    if (take(parser, TOKEN_OPEN_LIST))
        return parse_list(parser, parser->last);
    if (parser->token.kind == TOKEN_OPEN_MAP) {
        complain(parser->complaint, parser->token.offset,
                 "There are no maps and no messages: lists are written in [ ].");
        return NULL;
    }
    return expected(parser, "a value");
}

static struct node *parse_member(struct parser *parser, struct node *target)
{
    if (!take(parser, TOKEN_NAME))
        return expected(parser, "the name of a member");
    struct token name = parser->last;
    if (lexer_is_keyword(name.source)) {
        complain(parser->complaint, name.offset, "\"%.*s\" is a reserved word of CEL, no name.",
                 TEXT_ARGUMENTS(name.source));
        return NULL;
    }
    if (take(parser, TOKEN_OPEN))
        return parse_call(parser, name, target);
    struct node *node = node_with(parser, NODE_MEMBER, name, target, NULL);
    if (node)
        node->name = name.source;
    return node;
}

static struct node *parse_postfix(struct parser *parser, struct node *node)
{
    while (node) {
        if (take(parser, TOKEN_DOT)) {
            node = parse_member(parser, node);
        } else if (take(parser, TOKEN_OPEN_LIST)) {
            struct token open = parser->last;
            if (!nesting_enter(parser))
                return NULL;
            struct node *index = parse_choose(parser);
            if (!index)
                return NULL;
            if (!take(parser, TOKEN_CLOSE_LIST))
                return expected(parser, "an operator or ]");
            parser->nesting--;
            node = node_with(parser, NODE_INDEX, open, node, index);
        } else {
            return node;
        }
    }
    return NULL;
}

/* One kind of sign, any number of times, then a member; a minus just before a number belongs to
 * it, so that the least int can be written. */
static struct node *parse_unary(struct parser *parser)
{
    enum token_kind sign = parser->token.kind;
    if (sign != TOKEN_NOT && sign != TOKEN_MINUS)
        return parse_postfix(parser, parse_primary(parser));
    struct token first = parser->token;
    size_t count = 0;
    for (; take(parser, sign); count++)
        if (count == EXPRESSION_NESTING_MAX) {
            complain(parser->complaint, first.offset,
                     "At most %d signs may stand before a value; here are more.",
                     EXPRESSION_NESTING_MAX);
            return NULL;
        }
    struct node *node;
    if (sign == TOKEN_MINUS && take(parser, TOKEN_INT)) {
        count--;
        node = parse_postfix(parser, parse_int(parser, true));
    } else {
        node = parse_postfix(parser, parse_primary(parser));
    }
    for (; node && count > 0; count--)
        node = node_with(parser, sign == TOKEN_NOT ? NODE_NOT : NODE_NEGATE, first, node, NULL);
    return node;
}

struct binary {
    enum token_kind token;
    enum operator operator;
    unsigned level; /* binds tighter where it is higher */
};

enum { LEVEL_OR = 1, LEVEL_AND, LEVEL_RELATION, LEVEL_SUM, LEVEL_PRODUCT, LEVEL_UNARY };

static const struct binary binaries[] = {
    {TOKEN_OR, OPERATOR_OR, LEVEL_OR},
    {TOKEN_AND, OPERATOR_AND, LEVEL_AND},
    {TOKEN_EQUAL, OPERATOR_EQUAL, LEVEL_RELATION},
    {TOKEN_UNEQUAL, OPERATOR_UNEQUAL, LEVEL_RELATION},
    {TOKEN_LESS, OPERATOR_LESS, LEVEL_RELATION},
    {TOKEN_LESS_EQUAL, OPERATOR_LESS_EQUAL, LEVEL_RELATION},
    {TOKEN_GREATER, OPERATOR_GREATER, LEVEL_RELATION},
    {TOKEN_GREATER_EQUAL, OPERATOR_GREATER_EQUAL, LEVEL_RELATION},
    {TOKEN_PLUS, OPERATOR_ADD, LEVEL_SUM},
    {TOKEN_MINUS, OPERATOR_SUBTRACT, LEVEL_SUM},
    {TOKEN_STAR, OPERATOR_MULTIPLY, LEVEL_PRODUCT},
    {TOKEN_SLASH, OPERATOR_DIVIDE, LEVEL_PRODUCT},
    {TOKEN_PERCENT, OPERATOR_REMAINDER, LEVEL_PRODUCT},
};

static const struct binary *binary_at(const struct token *token, unsigned level)
{
    static const struct binary in = {TOKEN_NAME, OPERATOR_IN, LEVEL_RELATION};
    if (token->kind == TOKEN_NAME && level == in.level && text_equal(token->source, TEXT("in")))
        return &in;
    for (size_t index = 0; index < sizeof(binaries) / sizeof(binaries[0]); index++)
        if (binaries[index].token == token->kind && binaries[index].level == level)
            return &binaries[index];
    return NULL;
}

/* Operators of one level associate to the left. */
static struct node *parse_binary(struct parser *parser, unsigned level)
{
    if (level == LEVEL_UNARY)
        return parse_unary(parser);
    struct node *left = parse_binary(parser, level + 1);
    const struct binary *binary;
    while (left && (binary = binary_at(&parser->token, level))) {
        struct token token = parser->token;
        advance(parser);
        struct node *right = parse_binary(parser, level + 1);
        if (!right)
            return NULL;
        left = node_with(parser, NODE_BINARY, token, left, right);
        if (left)
            left->operator= binary->operator;
    }
    return left;
}

/* `a ? b : c ? d : e`: the pieces first, then the tree from its end, so that a long chain costs no
 * stack. */
static struct node *parse_choose(struct parser *parser)
{
    struct node_list pieces = {0};
    struct token *signs = NULL;
    size_t sign_capacity = 0, sign_count = 0;
    struct node *last = parse_binary(parser, LEVEL_OR);
    while (last && parser->token.kind == TOKEN_QUESTION) {
        if (sign_count == sign_capacity) {
            sign_capacity = sign_capacity ? sign_capacity * 2 : 4;
            signs = arena_grow(parser->arena, signs, sign_count, sign_capacity, sizeof(*signs));
        }
        signs[sign_count++] = parser->token;
        advance(parser);
        list_add(parser, &pieces, last);
        struct node *middle = parse_binary(parser, LEVEL_OR);
        if (!middle)
            return NULL;
        if (parser->token.kind == TOKEN_QUESTION) {
            complain(parser->complaint, parser->token.offset,
                     "A choice between ? and : needs brackets of its own: a ? (b ? c : d) : e.");
            return NULL;
        }
        if (!take(parser, TOKEN_COLON))
            return expected(parser, "an operator or :");
        list_add(parser, &pieces, middle);
        last = parse_binary(parser, LEVEL_OR);
    }
    while (last && sign_count > 0) {
        struct node *node = node_new(parser, NODE_CHOOSE, signs[--sign_count], 3);
        node->children[0] = pieces.items[2 * sign_count];
        node->children[1] = pieces.items[2 * sign_count + 1];
        node->children[2] = last;
        last = node_finish(parser, node);
    }
    return last;
}

struct node *parse_expression(struct text source, struct arena *arena, struct complaint *complaint)
{
    if (source.length > EXPRESSION_BYTES_MAX) {
        complain(complaint, 0, "An expression has at most %d bytes; this one has %zu.",
                 EXPRESSION_BYTES_MAX, source.length);
        return NULL;
    }
    if (!text_is_utf8(source)) {
        complain(complaint, 0, "The expression is not well-formed UTF-8.");
        return NULL;
    }
    struct parser parser = {
        .lexer = {.source = source, .arena = arena, .complaint = complaint},
        .arena = arena,
        .complaint = complaint,
    };
    advance(&parser);
    struct node *node = parse_choose(&parser);
    if (!node || parser.token.kind == TOKEN_END)
        return node;
    return expected(&parser, "an operator or the end");
}
