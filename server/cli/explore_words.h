/* What an exploration found, as JSON or in words: internal to `entente explore`. */
#ifndef EXPLORE_WORDS_H
#define EXPLORE_WORDS_H

#include "explore.h"

struct explore_report {
    const struct exploration *exploration;
    const struct edition *edition; /* NULL: none */
    uint64_t seed;
    struct arena *arena;
};

/* One object on standard output. */
void explore_write_json(const struct explore_report *report);

/* For people, on standard output. */
void explore_write_words(const struct explore_report *report);

/* A deal's package: {clause key: terms}. */
struct tree *explore_package(const struct explore_report *report, const struct deal *deal);

extern const char *const explore_solutions[SOLUTIONS];

#endif
