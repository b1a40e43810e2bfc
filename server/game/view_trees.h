/* Small trees that views and reports are made of. */
#ifndef VIEW_TREES_H
#define VIEW_TREES_H

#include "scenario.h"

struct tree *tree_parties(const struct scenario *scenario, party_set parties, struct arena *arena);
/* A text under `name`. With `scenario`, of which it is a sentence: what it is in its other
 * languages goes with it, "in": {"fr": {name: "…"}}. Words of people come without one: that they
 * happen to be a secret sentence of the scenario must not show. */
void tree_set_said(const struct scenario *scenario, struct tree *tree, struct text name,
                   struct text said, struct arena *arena);
/* Left out where nobody is in it. */
void tree_set_parties(const struct scenario *scenario, struct tree *tree, struct text name,
                      party_set parties, struct arena *arena);
/* Sets what is true; leaves out what is not. */
void tree_set_true(struct tree *tree, struct text name, bool flag, struct arena *arena);
/* Sets a list or an object that holds something. */
void tree_set_some(struct tree *tree, struct text name, struct tree *value, struct arena *arena);
/* The name of a key of something per party or region. */
struct text key_name(const struct scenario *scenario, enum per per, int32_t key);
uint32_t key_count_of(const struct scenario *scenario, enum per per);
struct tree *terms_to_tree(const struct scenario *scenario, uint32_t key, const int64_t *terms,
                           struct arena *arena);
/* id, type and key of a clause: what every list of clauses starts with. */
struct tree *clause_to_tree(const struct scenario *scenario, uint32_t key, struct arena *arena);
/* A formula's value of one key, or NULL where it can't be computed. */
struct tree *formula_to_tree(const struct scenario *scenario, const struct formula *formula,
                             const struct world *world, uint32_t key, struct arena *arena);
/* Whom an expression lists; nobody where it cannot be computed. */
party_set parties_of_list(const struct expression *expression, const struct world *world);
struct tree *phase_names(unsigned allows, struct arena *arena);

#endif
