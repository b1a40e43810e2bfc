/* A game as its journal tells it, read and not yet folded: what is made of a game afterwards
 * (debriefs, replays, exports) is made of this alone. */
#ifndef RECORD_H
#define RECORD_H

#include "game.h"

struct record_entry {
    uint64_t sequence;
    int64_t at;
    struct actor by;
    const struct event *events;
    size_t event_count;
};

/* Never changed once it is made; several threads may read it. */
struct record {
    const struct scenario *scenario;
    struct game_options options;
    int64_t at; /* the pin's time */
    const struct record_entry *entries;
    size_t count;
};

/* A new game, as it was after the first `count` entries. The caller closes it. */
struct game *record_game(const struct record *record, size_t count);

/* The last event of this type, or NULL. */
const struct event *record_last(const struct record *record, enum event_type type);

/* Makes one entry true in a game that stands before it. */
void record_apply(struct game *game, const struct record_entry *entry);

#endif
