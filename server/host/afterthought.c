/* What takes seconds to find out about games that are over: one at a time in the whole host, kept
 * with the table or the exercise once it is found. Whoever asks meanwhile is told that it is
 * pending.
 */
#include "looking.h"

#include "must.h"

#include <stdlib.h>

struct labour {
    struct labour *next;
    struct host *host;
    struct arena *arena;         /* its own, until it is handed over with what was found */
    struct text exercise, table; /* ids: they may be gone meanwhile; table empty: of the exercise */
    struct archive *archive;
    const struct scenario *scenario;
    uint32_t edition;
    struct tree *found;
};

static bool labour_stopped(void *context)
{
    struct host *host = context;
    return atomic_load(&host->hurried);
}

static void labour_work(void *subject)
{
    struct labour *labour = subject;
    const struct host_debrief *debrief = &labour->host->debrief;
    if (labour->archive)
        labour->found =
            debrief->left(&labour->archive->record, labour_stopped, labour->host, labour->arena);
    else
        labour->found = debrief->space(labour->scenario, labour->edition, labour_stopped,
                                       labour->host, labour->arena);
}

static void labour_start(struct host *host);

static struct finding *finding_of(const struct labour *labour)
{
    struct exercise *exercise = index_find(&labour->host->exercise_ids, labour->exercise);
    if (!exercise || exercise->deleted)
        return NULL;
    if (labour->table.length == 0)
        return &exercise->space;
    struct table *table = exercise_table(exercise, labour->table);
    return table ? &table->left : NULL;
}

static void labour_done(void *subject)
{
    struct labour *labour = subject;
    struct host *host = labour->host;
    struct finding *finding = finding_of(labour);
    archive_drop(labour->archive);
    host->labouring = false;
    if (finding && !atomic_load(&host->hurried)) {
        finding->arena = labour->arena;
        finding->found = labour->found;
    } else {
        arena_close(labour->arena);
    }
    labour_start(host);
}

static void labour_start(struct host *host)
{
    struct labour *labour = host->labours;
    if (!labour || host->labouring || atomic_load(&host->hurried))
        return;
    host->labours = labour->next;
    host->labouring = true;
    host_aside(host, labour_work, labour_done, labour);
}

static void labour_open(struct finding *finding, const struct labour *wanted)
{
    struct labour **last = &wanted->host->labours;
    struct arena *arena = arena_open();
    struct labour *labour = ARENA_NEW(arena, struct labour);
    *labour = *wanted;
    labour->arena = arena;
    labour->exercise = arena_copy(arena, wanted->exercise);
    labour->table = arena_copy(arena, wanted->table);
    finding->begun = true;
    while (*last)
        last = &(*last)->next;
    *last = labour;
    labour_start(labour->host);
}

void left_begin(struct table *table, struct archive *archive)
{
    struct host *host = table->exercise->host;
    if (table->left.begun || !host->debrief.left || atomic_load(&host->hurried))
        return;
    archive->holders++;
    labour_open(&table->left, &(struct labour){.host = host,
                                               .exercise = table->exercise->id,
                                               .table = table->id,
                                               .archive = archive});
}

void space_begin(struct exercise *exercise)
{
    struct host *host = exercise->host;
    if (exercise->space.begun || !host->debrief.space || atomic_load(&host->hurried))
        return;
    labour_open(&exercise->space, &(struct labour){.host = host,
                                                   .exercise = exercise->id,
                                                   .scenario = exercise->scenario,
                                                   .edition = exercise->edition});
}

struct tree *finding_tell(const struct finding *finding, struct arena *arena)
{
    struct tree *pending = tree_object(arena);
    if (finding->found)
        return finding->found;
    tree_set_bool(arena, pending, TEXT("pending"), true);
    return pending;
}

void finding_close(struct finding *finding)
{
    arena_close(finding->arena);
}

void labours_close(struct host *host)
{
    while (host->labours) {
        struct labour *next = host->labours->next;
        archive_drop(host->labours->archive);
        arena_close(host->labours->arena);
        host->labours = next;
    }
}
