/* The best package by what scores are made of: a decision diagram over the scores' code.
 *
 * Axes are decided one after the other. What the rest of the code still needs of those decided is
 * a few values (a sum so far, a formula, a term); packages that agree in all of them have the same
 * future, and only the best of them is kept. So the number of states, not of packages, is what it
 * costs (decision diagrams: Bergman, Cire, van Hoeve and Hooker, "Decision Diagrams for
 * Optimization", 2016; the values that live are what bucket elimination calls a bucket's scope:
 * Dechter, Artificial Intelligence 113, 1999). Where there are more states than room, those with
 * the least prospects are dropped; what they could at most have come to, by the ranges of what is
 * not decided, is the proven bound. All is whole numbers. */
#ifndef DIAGRAM_H
#define DIAGRAM_H

#include "stakes.h"

/* What is common to all questions about one space. */
struct diagram;

/* In `arena`; NULL where there is too much code, or an axis with too many options. */
const struct diagram *diagram_open(const struct stakes *stakes, struct arena *arena);

struct diagram_question {
    const int64_t *weights; /* one a party, each at most 10^6 either way: of expected scores */
    bool count;             /* how many packages there are instead; the weights are not read */
    bool bounded;           /* `enough` is known to be reached: only better ones are looked for */
    wide enough;
    size_t width; /* states that are kept, at most */
    const struct watch *watch;
    const char *name;
};

struct diagram_answer {
    bool told;         /* false: no answer, it was stopped or did not fit */
    bool found;        /* a package better than `enough` (or any): */
    wide best;         /* the weighted sum of its scores */
    uint64_t *options; /* in the arena */
    wide most;         /* no legal package has more; `best` or `enough` where that is proved */
    wide_count count;  /* of legal packages, exactly */
    size_t states;     /* the most at a time */
};

struct diagram_answer diagram_ask(const struct diagram *diagram,
                                  const struct diagram_question *question, struct arena *arena);

#endif
