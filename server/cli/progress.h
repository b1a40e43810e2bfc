/* Who waits at a terminal for work that is shared out to threads: a bar, and an end to patience. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "work.h"

#include <stdatomic.h>

#include <pthread.h>

struct patience {
    int64_t end_ms; /* 0: never */
    atomic_bool over;
    bool shown; /* the bar, on standard error: where that is a terminal */
    pthread_mutex_t lock;
    int64_t told_ms;
};

/* Gives up after so many seconds; 0: never. */
void patience_open(struct patience *patience, int64_t seconds);

/* For work_run. `threads` 0: as many as there are processors. */
struct watch patience_watch(struct patience *patience, int64_t threads);

/* Takes the bar away. */
void patience_close(struct patience *patience);

#endif
