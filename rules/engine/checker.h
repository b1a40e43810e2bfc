/* The second step of compiling an expression: what every name means, and of what type everything
 * is.
 *
 * Internal to the engine. The checker writes its findings into the tree; the first thing that is
 * wrong goes to the complaint. */
#ifndef CHECKER_H
#define CHECKER_H

#include "scenario.h"
#include "syntax.h"

struct local {
    struct text name;
    struct type type;
    const struct node *range;
};

struct checker {
    const struct scenario *scenario; /* never NULL: an empty one where there is none */
    bool bare;                       /* there is none */
    const struct expression_request *request;
    struct arena *arena;
    struct complaint *complaint;
    /* The macros around; they nest no deeper than brackets do. */
    struct local locals[EXPRESSION_NESTING_MAX];
    size_t local_count;
};

/* Checks a whole tree against what its request asks for. */
bool check_expression(struct checker *checker, struct node *root);

/* The rest is between the checker's files. Each returns false where it complained. */

/* A node that may also be a clause, an instrument, a decision or `math`. */
bool check_node(struct checker *checker, struct node *node);
/* A node that is a value. */
bool check_value(struct checker *checker, struct node *node);
bool check_is(struct checker *checker, const struct node *node, enum value_type value, bool list,
              const char *who);

bool check_name(struct checker *checker, struct node *node);
bool check_member(struct checker *checker, struct node *node);
bool check_call(struct checker *checker, struct node *node);
bool check_macro(struct checker *checker, struct node *node);

/* What names and members share. They note what a node means; set_* return true. */
struct type type_of_hold(enum hold hold);
bool set_place(struct node *node, struct type type, uint32_t slot);
bool set_formula(struct node *node, const struct formula *formula);
void set_options(struct checker *checker, struct node *node, const struct domain *domain);

/* Whoever asks may see none of these slots. */
bool slots_hidden(const struct checker *checker, uint32_t slot, enum per per);

/* What is called so in the namespace of names ("a party", …), or NULL. */
const char *name_taken(const struct checker *checker, struct text name);

/* Notes what a string node can be, from what its children can be. */
void possible_infer(struct checker *checker, struct node *node);
/* Complains of a literal in `node` that is none of the fixed possibilities of `other`. */
bool possible_match(struct checker *checker, const struct node *node,
                    const struct possibilities *other);
const struct possibilities *possible_of_options(struct checker *checker,
                                                const struct option *options, size_t count,
                                                bool or_empty);
bool possible_has(const struct possibilities *possible, struct text text);

/* What a compiled expression of strings can give; NULL: anything. In expression.c. */
const struct possibilities *expression_possible(const struct expression *expression);

/* "an int", "a list of parties", … */
const char *type_words(struct type type);
bool type_is(struct type type, enum value_type value, bool list);

/* Candidates for the nearest right name. */
struct candidates {
    struct arena *arena;
    struct text *items;
    size_t count, capacity;
};

void candidates_add(struct candidates *candidates, struct text name);
/* "; did you mean \"x\"?" or ".": the end of a sentence. */
const char *candidates_hint(const struct candidates *candidates, struct text wanted);

#endif
