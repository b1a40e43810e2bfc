/* Scenarios: those that can be played, and those that games under way are pinned to. */
#include "state.h"

#include "must.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void shelf_add(struct host *host, const char *folder)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    for (size_t index = 0; index < diagnostics.count && !scenario; index++) {
        const struct diagnostic *item = &diagnostics.items[index];
        if (!item->warning)
            host_log(host, "%s: %.*s:%u:%u: %.*s: %.*s", folder, TEXT_ARGUMENTS(item->file),
                     item->line, item->column, TEXT_ARGUMENTS(item->path),
                     TEXT_ARGUMENTS(item->message));
    }
    arena_close(diagnostics.arena);
    if (scenario)
        host->shelf[host->shelf_count++] = scenario;
}

static int is_scenario(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* Bytewise, whatever the locale. */
static int by_name(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

void shelf_fill(struct host *host, const struct host_settings *settings)
{
    if (settings->scenario) {
        host->shelf = ARENA_ARRAY(host->arena, struct scenario *, 2);
        shelf_add(host, settings->scenario);
        return;
    }
    struct dirent **entries = NULL;
    int count = scandir(settings->scenarios, &entries, is_scenario, by_name);
    /* One place more, for the studio's. */
    host->shelf = ARENA_ARRAY(host->arena, struct scenario *, (size_t)(count < 0 ? 0 : count) + 1);
    if (count < 0) {
        host_log(host, "%s: no folder of scenarios", settings->scenarios);
        return;
    }
    for (int index = 0; index < count; index++) {
        struct text path =
            arena_print(host->arena, "%s/%s", settings->scenarios, entries[index]->d_name);
        struct text file = arena_print(host->arena, "%.*s/scenario.json", TEXT_ARGUMENTS(path));
        struct stat found;
        if (stat(file.at, &found) == 0)
            shelf_add(host, path.at);
        free(entries[index]);
    }
    free((void *)entries);
}

struct scenario *shelf_scenario(const struct host *host, struct text id)
{
    for (size_t index = 0; index < host->shelf_count; index++)
        if (text_equal(host->shelf[index]->id, id))
            return host->shelf[index];
    return NULL;
}

struct scenario *scenario_by_hash(const struct host *host, struct text hash)
{
    for (size_t index = 0; index < host->shelf_count; index++)
        if (text_equal(host->shelf[index]->hash, hash))
            return host->shelf[index];
    for (size_t index = 0; index < host->pinned_count; index++)
        if (text_equal(host->pinned[index]->hash, hash))
            return host->pinned[index];
    return NULL;
}

void scenario_pin(struct host *host, struct scenario *scenario)
{
    host->pinned =
        reallocarray((void *)host->pinned, host->pinned_count + 1, sizeof(struct scenario *));
    must(host->pinned != NULL);
    host->pinned[host->pinned_count++] = scenario;
}

/* By pointer: texts of it may be borrowed too. */
static bool scenario_is_needed(const struct host *host, const struct scenario *scenario)
{
    if (host->asides > 0 || index_find(&host->blobs, scenario->hash) == scenario)
        return true;
    for (const struct exercise *exercise = host->exercises; exercise; exercise = exercise->next)
        if (exercise->scenario == scenario || exercise->scenario_hash.at == scenario->hash.at)
            return true;
    return false;
}

void shelf_put(struct host *host, struct scenario *before, struct scenario *scenario)
{
    size_t place = 0;
    while (
        place < host->shelf_count &&
        (before ? host->shelf[place] != before : !text_equal(host->shelf[place]->id, scenario->id)))
        place++;
    if (place == host->shelf_count) {
        host->shelf[host->shelf_count++] = scenario;
        return;
    }
    struct scenario *old = host->shelf[place];
    host->shelf[place] = scenario;
    if (scenario_is_needed(host, old))
        scenario_pin(host, old);
    else
        scenario_close(old);
}

void scenarios_unpin(struct host *host)
{
    size_t kept = 0;
    for (size_t index = 0; index < host->pinned_count; index++)
        if (scenario_is_needed(host, host->pinned[index]))
            host->pinned[kept++] = host->pinned[index];
        else
            scenario_close(host->pinned[index]);
    host->pinned_count = kept;
}
