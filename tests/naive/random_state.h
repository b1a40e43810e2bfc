/* States of a game and packages by chance, as the naive evaluator and as the engine have them. */
#ifndef RANDOM_STATE_H
#define RANDOM_STATE_H

#include "naive.h"
#include "random_rules.h"

/* One state of a game, in both forms. */
struct state {
    const struct scenario *scenario;
    struct arena *arena;
    struct naive_world naive;
    struct world world;
};

/* The state in which a game begins, or with `chooser` any, whether or not play could lead to it. */
struct state state_open(const struct scenario *scenario, struct arena *arena,
                        struct chooser *chooser);

/* A naive state as the engine has it, formulas computed. */
struct world world_of(const struct naive_world *naive, struct arena *arena);

/* Some clause keys with terms in their domains; perhaps none. */
struct package random_package(struct chooser *chooser, const struct scenario *scenario,
                              struct arena *arena);

#endif
