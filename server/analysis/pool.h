/* What was found of a space that is too large to be weighed whole: internal to the exploration. */
#ifndef POOL_H
#define POOL_H

#include "climb.h"
#include "explore.h"

struct pool {
    const struct explore_request *request;
    struct exploration *exploration;
    struct arena *arena;
    struct scale scale;
    const struct survey_request *sample_request;
    struct survey sample; /* its frontier takes in what is found later */
    struct deal *deals;
    size_t count, capacity;
    int64_t ideals[PARTIES_MAX];
};

void pool_open(struct pool *pool, const struct explore_request *request,
               const struct survey_request *sample_request, struct exploration *exploration,
               struct arena *arena);
void pool_close(struct pool *pool);

/* Takes a package in, where it is legal; whether it is. The options are copied. */
bool pool_add(struct pool *pool, const uint64_t *options);

/* Whose id it is in the sample's frontier. */
void pool_point(const struct pool *pool, uint64_t id, uint64_t *options);

/* The best that is in the pool becomes the answer. */
void pool_solve(struct pool *pool, enum solution solution);

/* Climbs by a solution, or for a party (-1: none), from the best by any solution and from random
 * starts. */
void pool_climb(struct pool *pool, enum solution solution, int favoured, size_t random_starts,
                const char *name);

/* Asks diagrams for extremes and bounds. */
void prove_all(struct pool *pool);

#endif
