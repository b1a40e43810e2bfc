/* Work in parts that threads share.
 *
 * What is worked on is cut into parts in the same way whatever the number of threads, each part
 * gathers what it finds by itself, and the parts are put together in their order: so threads change
 * how long it takes, and nothing else. */
#ifndef WORK_H
#define WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { THREADS_MAX = 256 };

/* Who asked, and may get impatient; both are called by any thread. */
struct watch {
    bool (*stopped)(void *context); /* true once it is to end early; then true for ever */
    void (*told)(void *context, const char *what, uint64_t done, uint64_t all);
    void *context;
    unsigned threads; /* 1 to THREADS_MAX */
};

bool watch_stopped(const struct watch *watch);

/* For who watches nothing: never stops, tells nobody. */
bool watch_never(void *context);
void watch_untold(void *context, const char *what, uint64_t done, uint64_t all);

/* Calls `run` once for each part; `run` may be called from several threads at a time, each for
 * another part. Returns when all are done. */
void work_run(const struct watch *watch, size_t parts, void (*run)(void *shared, size_t part),
              void *shared);

#endif
