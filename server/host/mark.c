/* When the server was last alive: live games stand still while it is not. */
#include "state.h"

static bool host_runs_a_clock(const struct host *host)
{
    for (const struct exercise *exercise = host->exercises; exercise; exercise = exercise->next)
        for (size_t index = 0; index < exercise->table_count; index++) {
            const struct table *table = exercise->tables[index];
            if (table->game && game_options(table->game)->live && due(table->game) != INT64_MAX)
                return true;
        }
    return false;
}

int64_t mark_due(const struct host *host)
{
    return host_runs_a_clock(host) ? host->marked_at + MARK_MS : INT64_MAX;
}

void mark_write(struct host *host)
{
    host->marked_at = host_now(host);
    struct arena *arena = arena_open();
    struct text bytes = arena_print(arena, "%lld", (long long)host->marked_at);
    host_blob_put(host, TEXT("mark/alive"), bytes, NULL, NULL);
    arena_close(arena);
}
