/* What an expression gives, as plain data: for `entente eval` and for the plays. */
#ifndef VALUE_TREE_H
#define VALUE_TREE_H

#include "expression.h"
#include "scenario.h"
#include "tree.h"

/* Runs the expression in `world`: ints, bools, strings, parties and regions by id, lists of these;
 * NULL where it failed. `scenario` may be NULL where the expression was compiled without one. */
struct tree *value_tree(const struct expression *expression, const struct scenario *scenario,
                        struct world *world, struct arena *arena);

#endif
