/* Explores the space of packages of a scenario: how large it is, what each party can have in it,
 * how much of it all would sign, what is efficient, and what the solutions of bargaining theory
 * choose.
 *
 * Where the space is small enough every package is weighed, and all is exact. Else its shares are
 * of a random sample, with their confidence intervals; extremes and solutions come from the
 * structure of the scores (diagram.h) with a proven bound, and from local search (climb.h); each
 * says which. The same seed gives the same answer, whatever the number of threads, unless it was
 * stopped. Nothing here reads a clock. */
#ifndef EXPLORE_H
#define EXPLORE_H

#include "statistics.h"
#include "survey.h"

struct explore_request {
    const struct scenario *scenario;
    const struct world *world; /* formulas computed */
    const uint32_t *keys;      /* that stay open; as space_keys gives them */
    size_t key_count;
    uint64_t exact_most; /* every package is weighed where there are no more */
    uint64_t seed;
    uint64_t draws;  /* of the sample, where they are not */
    size_t width;    /* of diagrams, in states */
    size_t frontier; /* efficient packages that are listed, at most */
    const struct watch *watch;
};

/* How something is known. */
enum known {
    KNOWN_PROVED,   /* nothing is better */
    KNOWN_BOUNDED,  /* found, and nothing is better than `most` */
    KNOWN_SEARCHED, /* found; how much better there is, is not known */
};

struct deal {
    uint64_t *options;
    int64_t *gains; /* one a party */
};

/* Utilitarian: the sum of gains; egalitarian: the least gain; Nash: the product's root for as many
 * parties as there are (the geometric mean of gains); Kalai-Smorodinsky: the least share of an
 * ideal. `most` is rounded up. */
struct solved {
    bool found;
    struct deal deal;
    enum known known;
    double value, most;
};

/* An end of what a party can have: a gain. */
struct extreme {
    bool found;
    int64_t gain;
    enum known known;
    int64_t beyond; /* KNOWN_BOUNDED: nothing is further out */
};

struct prospects {
    struct extreme least, most;
    bool ideal_found;
    int64_t ideal; /* the most that was found where nobody loses */
};

struct exploration {
    struct package_space space;
    struct stakes stakes;
    bool exact;   /* every package was weighed */
    bool drawn;   /* those weighed were drawn by chance; else they are the first of all */
    bool stopped; /* something was left undone */
    uint64_t weighed, legal_weighed, failed_weighed, agreed_weighed;
    struct text legal; /* in decimal digits, exactly; empty where it is not known */
    /* Both ends of a share are the share where it is exact, and 0 and 1 where those weighed were
     * not drawn by chance. */
    struct share legal_share;    /* of all packages */
    struct share agreed_share;   /* of the legal ones whose scores can be computed */
    struct prospects *prospects; /* one a party */
    struct solved solved[SOLUTIONS];
    struct deal *frontier;
    size_t frontier_count; /* of those listed */
    size_t efficient;      /* of those known */
    bool efficient_more;   /* there may be more than those known */
};

enum explore_fault { EXPLORE_DONE, EXPLORE_CLAUSE_TOO_LARGE, EXPLORE_NO_RESERVATION };

/* In `arena`; after EXPLORE_CLAUSE_TOO_LARGE *which is the clause key, after EXPLORE_NO_RESERVATION
 * the party that is to blame. Close what came of EXPLORE_DONE. */
enum explore_fault explore_run(const struct explore_request *request, struct arena *arena,
                               struct exploration *exploration, uint32_t *which);
void explore_close(struct exploration *exploration);

#endif
