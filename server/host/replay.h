/* A table's game folded from its journal alone: no clock is read, nothing is drawn, nothing is
 * written, and no other table, exercise or folder of scenarios is needed. For `entente replay` and
 * for what proves that a journal holds the whole game. */
#ifndef REPLAY_H
#define REPLAY_H

#include "codec.h"
#include "journal.h"
#include "record.h"

struct replay_wish {
    struct text table; /* its id */
    uint64_t last;     /* the last entry that counts; UINT64_MAX: all */
};

/* What was read. Everything is borrowed for the call. */
struct replay {
    struct text table;
    const struct record *record; /* NULL where `game` is */
    const struct game *game;     /* NULL where `why` says why it cannot be folded */
    const struct text *entries;  /* as they were stored, the first is the pin */
    uint64_t stored;             /* how many; more than `last` where the pin has a past */
    uint64_t count;              /* of the game, the pin's past among them */
    int64_t at;                  /* the last entry's time */
    struct text why;
};

typedef void (*replay_done)(void *context, const struct replay *replay);

/* Asks the store for the table; `done` is called once, by a later delivery of the store. */
void replay_read(struct store *store, const struct replay_wish *wish, replay_done done,
                 void *context);

/* A table's journal, as it was stored: the first entry is the pin. */
struct stored {
    const struct text *entries;
    size_t count;
    uint64_t last; /* the last entry of the game that counts */
};

/* What a table's entries tell, in `arena`: the pin's past, and then its own; they are read up to
 * the first that is damaged. False, with a sentence in *why, where one is. `scenario` and `edition`
 * are the pin's. Any thread. */
bool record_read(const struct scenario *scenario, struct pin *pin, struct text edition,
                 const struct stored *stored, struct arena *arena, struct record *record,
                 struct text *why);

#endif
