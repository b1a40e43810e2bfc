/* Inside scenario_view: the parts that several of its files build. */
#ifndef SCENARIO_PARTS_H
#define SCENARIO_PARTS_H

#include "view_parts.h"

/* Adds type, options, `of` and, where `bounded`, min, max and step. */
void domain_describe(const struct scenario *scenario, const struct domain *domain, bool bounded,
                     struct tree *tree, struct arena *arena);

/* Adds agenda, clauses, conditions, instruments, decisions, phases and outcomes. */
void scenario_add_rules(const struct scenario *scenario, uint32_t edition, struct audience audience,
                        struct tree *tree, struct arena *arena);

/* `reads` and `sets`: what its resolution goes by, and what it may change. */
void decision_add_reads(const struct scenario *scenario, const struct decision *decision,
                        struct audience audience, struct tree *tree, struct arena *arena);

struct tree *first_moves_to_tree(const struct scenario *scenario, uint32_t edition, int party,
                                 struct arena *arena);

/* Whether values of this visibility are shown to the audience; `key` -1: any of them. */
bool audience_sees(struct audience audience, struct visibility visibility, enum per per,
                   int32_t key);

/* The names of what the expressions read, together, of that which the audience may see: variables,
 * formulas, clauses; of those with keys each that is read, or the bare name where all are. */
struct tree *reads_to_tree(const struct scenario *scenario, struct audience audience,
                           const struct expression *const *expressions, size_t count,
                           struct arena *arena);

/* Whether what the audience sees of a formula is computed from something that it does not see. */
bool reads_unseen(const struct scenario *scenario, struct audience audience,
                  const struct formula *formula);

#endif
