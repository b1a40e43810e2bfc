/* The syntax tree of an expression: the parser makes it, the checker writes down what it means, the
 * compiler reads both.
 *
 * Internal to the engine, and read by tests that evaluate trees the slow way. A tree lives in the
 * arena it was parsed into. */
#ifndef SYNTAX_H
#define SYNTAX_H

#include "expression.h"
#include "lexer.h"

enum {
    EXPRESSION_NESTING_MAX = 64,  /* brackets within brackets */
    EXPRESSION_HEIGHT_MAX = 1000, /* operators in a row */
    EXPRESSION_BYTES_MAX = 1 << 16,
};

enum node_kind {
    NODE_INT,    /* number */
    NODE_BOOL,   /* number: 0 or 1 */
    NODE_STRING, /* name: what it means */
    NODE_LIST,   /* children: the items */
    NODE_NAME,   /* name */
    NODE_MEMBER, /* children[0].name */
    NODE_INDEX,  /* children[0][children[1]] */
    NODE_CALL,   /* name(children), or as a method children[0].name(the other children) */
    NODE_MACRO,  /* children[0].macro(local, children[1], children[2]) */
    NODE_NOT,
    NODE_NEGATE,
    NODE_BINARY, /* children[0] operator children[1] */
    NODE_CHOOSE, /* children[0] ? children[1] : children[2] */
};

enum operator{
    OPERATOR_ADD,
    OPERATOR_SUBTRACT,
    OPERATOR_MULTIPLY,
    OPERATOR_DIVIDE,
    OPERATOR_REMAINDER,
    OPERATOR_EQUAL,
    OPERATOR_UNEQUAL,
    OPERATOR_LESS,
    OPERATOR_LESS_EQUAL,
    OPERATOR_GREATER,
    OPERATOR_GREATER_EQUAL,
    OPERATOR_IN,
    OPERATOR_AND,
    OPERATOR_OR,
};

enum macro { MACRO_ALL, MACRO_EXISTS, MACRO_EXISTS_ONE, MACRO_FILTER, MACRO_MAP };

struct type {
    enum value_type value;
    bool list;
    bool unknown; /* `[]`: a list of anything; its element: anything */
};

/* What a node stands for, beyond its kind. */
enum meaning {
    MEANING_COMPUTED, /* an operator, a literal, a macro, …: its kind says all */
    MEANING_CONSTANT, /* number */
    MEANING_PLACE,    /* place */
    MEANING_LOCAL,    /* the macro variable `number`, counted from the outermost macro */
    MEANING_EVERY,    /* all parties or all regions (type.value), in file order */
    /* No values; something can be asked of them: */
    MEANING_CLAUSE, /* clause type `number`; place.key where it has one for each party or region */
    MEANING_INSTRUMENT,
    MEANING_DECISION,
    MEANING_MATH,
    /* Functions. children are the arguments, a method's receiver first. */
    MEANING_SIZE,
    MEANING_SUM,
    MEANING_MIN,
    MEANING_MAX,
    MEANING_LEAST,
    MEANING_GREATEST,
    MEANING_ABSOLUTE,
    MEANING_COUNT,       /* decision `number`; the option is the last child */
    MEANING_DRAFTED_ANY, /* true where any of place.count slots from place.slot on is */
    MEANING_CHANCE,
    MEANING_DICE,
};

/* Where a value stands: world slot `slot`, or the one of `count` slots, `stride` apart, that `key`
 * (a party or region) chooses. With a table it is a constant of that table instead. A type of list
 * means that the slot is a set of parties, as a bit mask. */
struct place {
    uint32_t slot, stride, count;
    const struct node *key; /* NULL: none */
    const int64_t *table;   /* own int fields */
};

/* Something that a string can be, and where it was written if it is a literal. */
struct possibility {
    struct text text;
    bool literal;
    size_t offset;
};

/* All that a string, or any item of a list of strings, can be. */
struct possibilities {
    const struct possibility *items;
    size_t count;
    bool fixed; /* from a variable, term, choice or phase, not from literals alone */
};

struct node {
    enum node_kind kind;
    enum operator operator;
    enum macro macro;
    bool method;
    uint32_t height;
    size_t offset; /* bytes into the source: of its operator or name */
    struct text name;
    struct text local; /* NODE_MACRO */
    size_t local_offset;
    int64_t number;
    struct node **children;
    size_t child_count;

    /* By the checker: */
    struct type type;
    enum meaning meaning;
    struct place place;
    const struct possibilities *possible; /* of strings; NULL: anything */
    const struct node *local_range;       /* MEANING_LOCAL: the list that it goes through */
};

/* Parses the whole source. NULL where it is malformed. */
struct node *parse_expression(struct text source, struct arena *arena, struct complaint *complaint);

#endif
