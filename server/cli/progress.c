#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool patience_over(void *context)
{
    struct patience *patience = context;
    if (patience->end_ms > 0 && !atomic_load(&patience->over) && now_ms() >= patience->end_ms)
        atomic_store(&patience->over, true);
    return atomic_load(&patience->over);
}

static void show_progress(void *context, const char *what, uint64_t done, uint64_t all)
{
    enum { WIDTH = 30, PAUSE_MS = 100 };
    struct patience *patience = context;
    int64_t now = patience->shown ? now_ms() : 0;
    if (!patience->shown || pthread_mutex_trylock(&patience->lock) != 0)
        return;
    if (now - patience->told_ms >= PAUSE_MS) {
        char bar[WIDTH + 1];
        size_t full = all ? (size_t)((double)done / (double)all * WIDTH) : 0;
        for (size_t at = 0; at < WIDTH; at++)
            bar[at] = at < full ? '#' : '.';
        bar[WIDTH] = 0;
        patience->told_ms = now;
        fprintf(stderr, "\r\033[K[%s] %s", bar, what);
    }
    pthread_mutex_unlock(&patience->lock);
}

void patience_open(struct patience *patience, int64_t seconds)
{
    *patience = (struct patience){.end_ms = seconds > 0 ? now_ms() + seconds * 1000 : 0,
                                  .shown = isatty(STDERR_FILENO) == 1,
                                  .lock = PTHREAD_MUTEX_INITIALIZER};
}

struct watch patience_watch(struct patience *patience, int64_t threads)
{
    long wanted = threads > 0 ? (long)threads : sysconf(_SC_NPROCESSORS_ONLN);
    unsigned count = wanted < 1 ? 1 : wanted > THREADS_MAX ? THREADS_MAX : (unsigned)wanted;
    return (struct watch){patience_over, show_progress, patience, count};
}

void patience_close(struct patience *patience)
{
    if (patience->shown)
        fputs("\r\033[K", stderr);
}
