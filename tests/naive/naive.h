/* The rules' expressions once more, as slowly and plainly as they can be written: a second opinion
 * on the compiled ones.
 *
 * It walks the parser's tree each time it is asked, looks every name up by its id, computes a
 * formula wherever it is mentioned, and knows no types, slots or instructions. What it shares with
 * the engine is the parser and what a scenario was read into. */
#ifndef NAIVE_H
#define NAIVE_H

#include "package.h"
#include "scenario.h"

enum naive_kind { NAIVE_INT, NAIVE_BOOL, NAIVE_STRING, NAIVE_PARTY, NAIVE_REGION, NAIVE_LIST };

struct naive_value {
    bool failed; /* then it has no value */
    enum naive_kind kind;
    int64_t number; /* of all but strings and lists; a bool is 0 or 1 */
    struct text string;
    const struct naive_value *items;
    size_t count;
};

/* What a name stands for, beside what the game knows: `it`, and the variables of macros. */
struct naive_scope {
    struct text name;
    struct naive_value value;
    const struct naive_scope *outer; /* NULL: none */
};

struct naive_clause {
    bool settled, drafted;
    int64_t *terms; /* as a package has them */
};

struct naive_instrument {
    bool in_force;
    int64_t signatures;
    party_set signed_by;
};

struct naive_decision {
    struct text *choices; /* [party_count]; empty: none */
    int64_t *counts;      /* [option_count] */
};

/* All that a game knows, one thing a field. */
struct naive_world {
    const struct scenario *scenario;
    struct arena *arena;
    int64_t round;
    struct text phase;
    party_set signatories, invited;
    int64_t **variables;            /* [variable][key], as in variable.start */
    struct naive_clause *clauses;   /* [clause key] */
    party_set *bound;               /* [clause type] */
    bool *conditional;              /* [condition] */
    struct naive_instrument *texts; /* [instrument type] */
    struct naive_decision *decisions;
    struct naive_trees *trees; /* what was parsed before */
};

/* What was parsed already, shared by a world and its copies. */
struct naive_tree;

struct naive_trees {
    struct arena *arena;
    struct naive_tree *first;
};

/* As things stand when a game begins. */
struct naive_world naive_open(const struct scenario *scenario, struct arena *arena);

/* The same once more, to which a package can be applied; it and what it computes live in `arena`.
 */
struct naive_world naive_copy(const struct naive_world *world, struct arena *arena);

/* How many terms a clause key has. */
size_t naive_terms(const struct scenario *scenario, size_t key);

/* Makes the clauses of a package count as settled and drafted, and those they bind bound. */
void naive_apply(struct naive_world *world, const struct package *package);

/* What a source means where `scope` (may be NULL) is known; it must be well formed and typed. */
struct naive_value naive_run(struct naive_world *world, struct text source,
                             const struct naive_scope *scope);

/* The same with `it` as the key of a thing per party or region; any index where PER_NONE. */
struct naive_value naive_run_for(struct naive_world *world, const struct expression *expression,
                                 enum per per, int64_t key);

/* Whether every `requires` of the package's clauses holds. */
bool naive_requirements(struct naive_world *world, const struct package *package);

/* A value as a person would write it, for comparing and for telling. */
struct text naive_show(const struct naive_world *world, struct naive_value value);

#endif
