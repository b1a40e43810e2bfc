#include "record.h"

void record_apply(struct game *game, const struct record_entry *entry)
{
    apply(game, entry->sequence, entry->at, &entry->by, entry->events, entry->event_count);
}

struct game *record_game(const struct record *record, size_t count)
{
    struct game *game = game_open(record->scenario, &record->options);
    for (size_t at = 0; at < count; at++)
        record_apply(game, &record->entries[at]);
    return game;
}

const struct event *record_last(const struct record *record, enum event_type type)
{
    for (size_t entry = record->count; entry-- > 0;)
        for (size_t at = record->entries[entry].event_count; at-- > 0;)
            if (record->entries[entry].events[at].type == type)
                return &record->entries[entry].events[at];
    return NULL;
}
