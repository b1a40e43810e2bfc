/* A survey weighs many packages: all of them, or some drawn by chance. */
#ifndef SURVEY_H
#define SURVEY_H

#include "frontier.h"
#include "stakes.h"

struct survey_request {
    const struct stakes *stakes;
    const struct watch *watch;
    const char *name; /* for who watches */
    uint64_t draws;   /* 0: all points, in their order; else so many, with `seed` */
    uint64_t seed;
    const int64_t *ideals; /* NULL: all but Kalai-Smorodinsky; else that one alone */
};

/* What is best of those weighed, by a solution. */
struct find {
    bool found;
    uint64_t id; /* the point's number, or that of its draw */
    int64_t gains[PARTIES_MAX];
};

struct survey {
    uint64_t seen; /* of `all`; fewer where it was stopped */
    uint64_t all;
    uint64_t legal;  /* `requires` hold, and all scores can be computed */
    uint64_t failed; /* `requires` hold, but a score cannot be computed */
    uint64_t agreed; /* legal, and nobody loses */
    int64_t least[PARTIES_MAX], most[PARTIES_MAX]; /* gains of the legal ones */
    int64_t ideals[PARTIES_MAX];                   /* the most where nobody loses */
    struct find best[SOLUTIONS];
    struct frontier *frontier; /* NULL where ideals were given */
};

/* The same whatever the number of threads, unless it was stopped. Close it. */
struct survey survey_run(const struct survey_request *request);
void survey_close(struct survey *survey);

/* The point of a find or of a frontier's member. */
void survey_point(const struct survey_request *request, uint64_t id, uint64_t *options);

#endif
