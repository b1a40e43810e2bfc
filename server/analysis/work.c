#include "work.h"

#include "must.h"

#include <pthread.h>
#include <stdatomic.h>

struct crew {
    void (*run)(void *shared, size_t part);
    void *shared;
    size_t parts;
    atomic_size_t next;
};

bool watch_stopped(const struct watch *watch)
{
    return watch->stopped(watch->context);
}

bool watch_never(void *context)
{
    (void)context;
    return false;
}

void watch_untold(void *context, const char *what, uint64_t done, uint64_t all)
{
    (void)context;
    (void)what;
    (void)done;
    (void)all;
}

static void *labour(void *argument)
{
    struct crew *crew = argument;
    size_t part;
    while ((part = atomic_fetch_add(&crew->next, 1)) < crew->parts)
        crew->run(crew->shared, part);
    return NULL;
}

void work_run(const struct watch *watch, size_t parts, void (*run)(void *shared, size_t part),
              void *shared)
{
    struct crew crew = {.run = run, .shared = shared, .parts = parts};
    pthread_t threads[THREADS_MAX];
    unsigned others = 0;
    must(watch->threads >= 1 && watch->threads <= THREADS_MAX);
    /* Where the machine gives no more threads, fewer do it all. */
    while (others + 1 < watch->threads && others + 1 < parts &&
           pthread_create(&threads[others], NULL, labour, &crew) == 0)
        others++;
    (void)labour(&crew);
    for (unsigned index = 0; index < others; index++)
        must(pthread_join(threads[index], NULL) == 0);
}
