/* Looking back: a table's journal is read once, and what is made of it is made beside the host's
 * thread. */
#include "looking.h"

#include "replay.h"

enum { ARCHIVES_KEPT = 32 }; /* those that were looked at last */

void archive_drop(struct archive *archive)
{
    if (!archive || --archive->holders > 0)
        return;
    arena_close(archive->arena);
}

/* --- which are kept --- */

static void archive_unlink(struct host *host, const struct archive *archive)
{
    struct archive **place = &host->archives;
    while (*place != archive)
        place = &(*place)->next;
    *place = archive->next;
    host->archive_count--;
}

void archive_forget(struct table *table)
{
    if (!table->archive)
        return;
    archive_unlink(table->exercise->host, table->archive);
    archive_drop(table->archive);
    table->archive = NULL;
}

/* First in the row; the last one goes where there are too many. */
static void archive_keep(struct host *host, struct archive *archive)
{
    archive->next = host->archives;
    host->archives = archive;
    if (++host->archive_count <= ARCHIVES_KEPT)
        return;
    while (archive->next)
        archive = archive->next;
    archive_forget(archive->table);
}

/* --- its way into memory --- */

struct fetching {
    struct host *host;
    struct archive *archive;
    struct text table;
    const struct scenario *scenario;
};

static void looking_work(void *subject)
{
    struct looking *looking = subject;
    looking->work(looking);
}

static void looking_done(void *subject)
{
    struct looking *looking = subject;
    struct archive *archive = looking->archive;
    looking->done(looking);
    archive_drop(archive);
}

static void looking_start(struct looking *looking)
{
    host_aside(looking->asked->host, looking_work, looking_done, looking);
}

static void archive_read(void *subject)
{
    const struct fetching *fetching = subject;
    struct archive *archive = fetching->archive;
    struct pin pin;
    struct text edition, why = TEXT("");
    archive->failed =
        archive->count == 0 ||
        !pin_read(archive->entries[0], archive->arena, &pin, &edition, &why) ||
        !record_read(fetching->scenario, &pin, edition,
                     &(struct stored){archive->entries, archive->count, archive->sequence},
                     archive->arena, &archive->record, &why);
    const struct host_debrief *debrief = &fetching->host->debrief;
    archive->story = archive->failed || !debrief->story
                         ? tree_object(archive->arena)
                         : debrief->story(&archive->record, archive->arena);
}

static void archive_fetched(void *subject)
{
    struct fetching *fetching = subject;
    struct archive *archive = fetching->archive;
    archive->ready = true;
    for (struct looking *looking = archive->waiting, *next; looking; looking = next) {
        next = looking->next;
        if (archive->failed) {
            asked_refuse(looking->asked, "store.failed", "", "What was stored cannot be read.");
            archive_drop(archive);
        } else {
            looking_start(looking);
        }
    }
    archive->waiting = NULL;
    archive_drop(archive);
}

static void archive_entry(void *subject, uint64_t sequence, struct text bytes)
{
    struct archive *archive = ((struct fetching *)subject)->archive;
    if (sequence != archive->count + 1)
        return;
    if (archive->count == archive->capacity) {
        archive->capacity = archive->capacity ? 2 * archive->capacity : 64;
        archive->entries = arena_grow(archive->arena, archive->entries, archive->count,
                                      archive->capacity, sizeof(*archive->entries));
    }
    archive->entries[archive->count++] = arena_copy(archive->arena, bytes);
}

static void archive_came(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct fetching *fetching = subject;
    if (outcome != JOURNAL_DONE)
        fetching->archive->count = 0;
    host_aside(fetching->host, archive_read, archive_fetched, fetching);
}

static struct archive *archive_open(struct table *table)
{
    struct host *host = table->exercise->host;
    struct arena *arena = arena_open();
    struct archive *archive = ARENA_NEW(arena, struct archive);
    struct fetching *fetching = ARENA_NEW(arena, struct fetching);
    /* The table's, and the reading's. */
    *archive =
        (struct archive){.table = table, .holders = 2, .sequence = table->sequence, .arena = arena};
    *fetching =
        (struct fetching){.host = host, .archive = archive, .scenario = table->exercise->scenario};
    host_read(host, table->journal, 1, archive_entry, archive_came, fetching);
    return archive;
}

static void archive_look(struct table *table, struct looking *looking)
{
    struct host *host = table->exercise->host;
    struct archive *archive = table->archive;
    bool good =
        archive && archive->sequence == table->sequence && !(archive->ready && archive->failed);
    if (good) {
        archive_unlink(host, archive);
    } else {
        archive_forget(table);
        archive = table->archive = archive_open(table);
    }
    archive_keep(host, archive);
    archive->holders++;
    looking->archive = archive;
    looking->exercise = arena_copy(looking->asked->arena, table->exercise->id);
    looking->table = arena_copy(looking->asked->arena, table->id);
    if (archive->ready) {
        looking_start(looking);
    } else {
        looking->next = archive->waiting;
        archive->waiting = looking;
    }
}

/* --- who may --- */

static void looking_answer(struct looking *looking)
{
    asked_answer_json(looking->asked, looking->json);
}

struct looking *looking_open(struct asked *asked)
{
    const struct holder *holder = asked->holder;
    struct looking *looking = ARENA_NEW(asked->arena, struct looking);
    looking->asked = asked;
    looking->done = looking_answer;
    looking->audience = holder->kind == HOLDER_PERSON
                            ? (struct audience){AUDIENCE_PARTY, holder->person->party}
                        : holder->kind == HOLDER_CONTROL ? (struct audience){AUDIENCE_CONTROL, -1}
                                                         : (struct audience){AUDIENCE_PUBLIC, -1};
    if (holder->kind == HOLDER_PERSON)
        looking->seat = arena_copy(asked->arena, holder->person->seat);
    return looking;
}

void looking_begin(struct table *table, struct looking *looking)
{
    if (looking->asked->refused)
        asked_refuse_with(looking->asked, &looking->asked->refusal);
    else
        archive_look(table, looking);
}

void looking_ask(struct asked *asked, bool early, void (*work)(struct looking *looking))
{
    struct table *table = looked_back(asked, early);
    struct looking *looking = looking_open(asked);
    looking->work = work;
    looking_begin(table, looking);
}

struct table *looked_back(struct asked *asked, bool early)
{
    const struct holder *holder = asked->holder;
    bool control = holder->kind == HOLDER_CONTROL, person = holder->kind == HOLDER_PERSON;
    struct text id = parameter_text(asked, "table", false);
    struct table *own = person ? holder->person->table : NULL;
    struct table *table = id.length > 0 ? exercise_table(holder->exercise, id)
                          : person      ? own
                          : holder->exercise->table_count == 1 ? holder->exercise->tables[0]
                                                               : NULL;
    /* Who sits nowhere has no eyes to look back with. */
    if (!asked->refused && person && !own)
        parameter_refuse(asked, "seat.unknown", "table", "You have no seat yet.");
    if (!table || !table->game || (own && table != own))
        parameter_refuse(asked, "table.unknown", "table",
                         own ? "That is not your table." : "Say which table.");
    if (asked->refused)
        return NULL;
    struct standing standing = game_standing(table->game);
    if (!standing.told && !(control && (early || standing.final))) {
        parameter_refuse(asked, "debrief.closed", "table",
                         control ? "This game is not over yet." : "The debrief is not open yet.");
        return NULL;
    }
    return table;
}
