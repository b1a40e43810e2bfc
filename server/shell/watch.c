#include "watch.h"

#include "must.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { SETTLE_MS = 40, LOOK_MS = 1000 };

static const char *const folders[] = {"", "/briefings", "/locale"};
enum { FOLDER_COUNT = sizeof folders / sizeof folders[0] };

struct watch {
    const char *folder;
    void (*changed)(void *context);
    void *context;
    uint64_t seen; /* what the files looked like when they were last reported */
    uv_fs_event_t events[FOLDER_COUNT];
    uv_timer_t settle; /* runs while a burst of changes goes on */
    uv_timer_t look;
};

static void path_write(char *path, const struct watch *watch, const char *below, const char *name)
{
    snprintf(path, PATH_MAX, "%s%s%s%s", watch->folder, below, *name ? "/" : "", name);
}

/* Mixes what a file looks like from outside into one number. */
static uint64_t file_look(const char *path)
{
    struct stat status;
    uint64_t mixed = 14695981039346656037u;
    if (stat(path, &status) != 0)
        return 0;
    const uint64_t parts[] = {(uint64_t)status.st_ino, (uint64_t)status.st_size,
                              (uint64_t)status.st_mtim.tv_sec, (uint64_t)status.st_mtim.tv_nsec};
    for (size_t part = 0; part < sizeof parts / sizeof parts[0]; part++)
        mixed = (mixed ^ parts[part]) * 1099511628211u;
    for (; *path; path++)
        mixed = (mixed ^ (unsigned char)*path) * 1099511628211u;
    return mixed;
}

/* The same for the same files, in whatever order the folder lists them. */
static uint64_t files_look(const struct watch *watch)
{
    char path[PATH_MAX];
    uint64_t sum = 0;
    for (size_t index = 0; index < FOLDER_COUNT; index++) {
        path_write(path, watch, folders[index], "");
        DIR *directory = opendir(path);
        const struct dirent *entry;
        while (directory && (entry = readdir(directory))) {
            if (entry->d_name[0] == '.')
                continue;
            path_write(path, watch, folders[index], entry->d_name);
            sum += file_look(path);
        }
        if (directory)
            (void)closedir(directory);
    }
    return sum;
}

static void on_event(uv_fs_event_t *event, const char *name, int events, int status);

/* Afresh each time: what was renamed away is watched no more, what came is. */
static void events_start(struct watch *watch)
{
    char path[PATH_MAX];
    for (size_t index = 0; index < FOLDER_COUNT; index++) {
        path_write(path, watch, folders[index], "");
        uv_fs_event_stop(&watch->events[index]);
        /* Where this fails there is no such folder, or no such service: we look ourselves. */
        (void)uv_fs_event_start(&watch->events[index], on_event, path, 0);
    }
}

/* The watch is renewed before the files are read, so that no change falls between. */
static void report(struct watch *watch)
{
    events_start(watch);
    watch->seen = files_look(watch);
    watch->changed(watch->context);
}

static void on_settled(uv_timer_t *timer)
{
    report(timer->data);
}

static void on_event(uv_fs_event_t *event, const char *name, int events, int status)
{
    (void)name;
    (void)events;
    (void)status;
    struct watch *watch = event->data;
    if (!uv_is_active((uv_handle_t *)&watch->settle))
        uv_timer_start(&watch->settle, on_settled, SETTLE_MS, 0);
}

static void on_look(uv_timer_t *timer)
{
    struct watch *watch = timer->data;
    if (files_look(watch) != watch->seen)
        report(watch);
}

struct watch *watch_open(const char *folder, uv_loop_t *loop, void (*changed)(void *context),
                         void *context, struct arena *arena)
{
    struct watch *watch = ARENA_NEW(arena, struct watch);
    watch->folder = folder;
    watch->changed = changed;
    watch->context = context;
    for (size_t index = 0; index < FOLDER_COUNT; index++) {
        must(!uv_fs_event_init(loop, &watch->events[index]));
        watch->events[index].data = watch;
    }
    uv_timer_init(loop, &watch->settle);
    uv_timer_init(loop, &watch->look);
    watch->settle.data = watch->look.data = watch;
    events_start(watch);
    watch->seen = files_look(watch);
    uv_timer_start(&watch->look, on_look, LOOK_MS, LOOK_MS);
    return watch;
}

void watch_close(struct watch *watch)
{
    if (!watch)
        return;
    for (size_t index = 0; index < FOLDER_COUNT; index++)
        uv_close((uv_handle_t *)&watch->events[index], NULL);
    uv_close((uv_handle_t *)&watch->settle, NULL);
    uv_close((uv_handle_t *)&watch->look, NULL);
}
