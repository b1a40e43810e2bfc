/* A game that tests make happen event by event: what views show does not depend on who decided it.
 */
#ifndef TABLE_H
#define TABLE_H

#include "paris.h"

#include "game.h"
#include "state.h"
#include "step_apply.h"
#include "view.h"

struct table {
    struct game *game;
    struct arena *arena;
    uint64_t sequence;
    int64_t at;
};

static inline struct table table_open(struct arena *arena)
{
    struct game_options options = {.id = TEXT("t1"),
                                   .name = TEXT("Room 1"),
                                   .edition = (uint32_t)paris->edition_count - 1,
                                   .seed = {1, 2},
                                   .live = true,
                                   .calculator = true};
    return (struct table){game_open(paris, &options), arena, 0, 1769000000000};
}

static inline int party(const char *id)
{
    int index = scenario_party(paris, text_of(id));
    assert_true(index >= 0);
    return index;
}

static inline uint32_t clause(const char *id)
{
    int index = scenario_key(paris, text_of(id));
    assert_true(index >= 0);
    return (uint32_t)index;
}

/* One entry with one event, a second after the last. */
static inline void happens_by(struct table *table, struct actor by, struct event event)
{
    table->at += 1000;
    step_apply(table->game, ++table->sequence, table->at, &by, &event, 1);
}

static inline void happens(struct table *table, const char *seat, struct event event)
{
    struct actor by = {.kind = seat ? ACTOR_SEAT : ACTOR_CONTROL, .seat = text_of(seat)};
    happens_by(table, by, event);
}

/* An empty event: nobody, nothing. */
static inline struct event event_of(enum event_type type)
{
    return (struct event){.type = type,
                          .party = NONE,
                          .quote_key = NONE,
                          .inject = NONE,
                          .variable_key = NONE,
                          .deadline = NONE,
                          .left = NONE};
}

static inline void seats_taken(struct table *table)
{
    for (size_t index = 0; index < paris->party_count; index++) {
        struct event event = event_of(EVENT_SEATED);
        event.seat = paris->parties[index].id; /* A head's seat is called as the party is. */
        event.party = (int32_t)index;
        event.role = ROLE_HEAD;
        happens(table, NULL, event);
    }
}

static inline void phase_opens(struct table *table, const char *phase, uint32_t round)
{
    struct event event = event_of(EVENT_PHASE_OPENED);
    event.phase = (uint32_t)scenario_phase(paris, text_of(phase));
    event.round = round;
    event.deadline = table->at + 600000;
    happens(table, NULL, event);
}

/* A draft of a kind, with what the test has put into `draft`. */
static inline void drafts(struct table *table, const char *by, const char *id, const char *kind,
                          const struct draft *draft)
{
    struct event drafted = event_of(EVENT_DRAFTED), version = event_of(EVENT_VERSION);
    drafted.instrument = version.instrument = text_of(id);
    drafted.party = version.party = party(by);
    drafted.kind = (uint32_t)scenario_instrument(paris, text_of(kind));
    version.version = 1;
    version.draft = draft;
    struct event events[] = {drafted, version};
    struct actor actor = {.kind = ACTOR_SEAT, .seat = text_of(by)};
    table->at += 1000;
    step_apply(table->game, ++table->sequence, table->at, &actor, events, 2);
}

static inline void amends(struct table *table, const char *by, const char *id, uint32_t version,
                          const struct draft *draft)
{
    struct event event = event_of(EVENT_VERSION);
    event.instrument = text_of(id);
    event.party = party(by);
    event.version = version;
    event.draft = draft;
    happens(table, by, event);
}

/* What a party does to a text: TABLED, LEAKED, DECLINED, ENTERED… */
static inline void acts(struct table *table, const char *by, enum event_type type, const char *id)
{
    struct event event = event_of(type);
    event.instrument = text_of(id);
    event.party = by ? party(by) : NONE;
    happens(table, by, event);
}

static inline void signs(struct table *table, const char *by, const char *id, uint32_t version,
                         const char *reserved)
{
    uint32_t key = reserved ? clause(reserved) : 0;
    struct event event = event_of(EVENT_SIGNED);
    event.instrument = text_of(id);
    event.version = version;
    event.party = party(by);
    event.keys = &key;
    event.key_count = reserved ? 1 : 0;
    happens(table, by, event);
}

static inline void settles(struct table *table, const char *id, const char *key,
                           const int64_t *terms, size_t count, party_set bound)
{
    struct event event = event_of(EVENT_SETTLED);
    event.instrument = text_of(id);
    event.key = clause(key);
    event.values = terms;
    event.value_count = count;
    event.parties = bound;
    happens(table, NULL, event);
}

static inline void says(struct table *table, const char *by, const char *id, enum message_to to,
                        party_set parties, const char *words)
{
    struct event event = event_of(EVENT_MESSAGE);
    event.id = text_of(id);
    event.seat = text_of(by);
    event.party = by ? party(by) : NONE;
    event.to = to;
    event.parties = parties;
    event.text = text_of(words);
    happens(table, by, event);
}

static inline party_set set_of(const char *first, const char *second)
{
    return party_bit(party(first)) | party_bit(party(second));
}

static inline struct audience audience_of(const char *id)
{
    if (text_equal(text_of(id), TEXT("public")))
        return (struct audience){AUDIENCE_PUBLIC, NONE};
    if (text_equal(text_of(id), TEXT("control")))
        return (struct audience){AUDIENCE_CONTROL, NONE};
    return (struct audience){AUDIENCE_PARTY, party(id)};
}

static inline struct tree *seen(struct table *table, const char *by)
{
    return view(table->game, audience_of(by), table->arena);
}

/* What stands at a path of keys with slashes between, or NULL. */
static inline struct tree *at(const struct tree *tree, const char *path)
{
    struct tree *found = NULL;
    const char *start = path;
    for (const char *end = path;; end++) {
        if (*end != '/' && *end != '\0')
            continue;
        struct text key = {start, (size_t)(end - start)};
        int64_t index;
        if (tree && tree->kind == TREE_LIST && text_to_int(key, &index))
            found = index < (int64_t)tree->count ? tree->members[index].value : NULL;
        else
            found = tree_get(tree, key);
        if (!found || *end == '\0')
            return found;
        tree = found;
        start = end + 1;
    }
}

/* A plain rendering, to compare a piece of a view with one line. */
static inline struct text shown(struct arena *arena, const struct tree *tree)
{
    if (!tree)
        return TEXT("nothing");
    switch (tree->kind) {
    case TREE_TEXT:
        return tree->text;
    case TREE_INT:
        return arena_print(arena, "%lld", (long long)tree->number);
    case TREE_BOOL:
        return text_of(tree->flag ? "true" : "false");
    case TREE_NULL:
    case TREE_UNHELD:
        return TEXT("null");
    case TREE_LIST:
    case TREE_OBJECT:
        break;
    }
    struct text line = TEXT("");
    for (size_t index = 0; index < tree->count; index++) {
        struct text key = tree->members[index].key;
        struct text value = shown(arena, tree->members[index].value);
        line = arena_print(arena, "%.*s%s%.*s%s%.*s", TEXT_ARGUMENTS(line), index > 0 ? " " : "",
                           TEXT_ARGUMENTS(key), key.length > 0 ? ":" : "", TEXT_ARGUMENTS(value));
    }
    return arena_print(arena, tree->kind == TREE_LIST ? "[%.*s]" : "{%.*s}", TEXT_ARGUMENTS(line));
}

#define assert_shown(table, by, path, expected)                                                    \
    assert_string_equal(                                                                           \
        arena_copy((table)->arena, shown((table)->arena, at(seen((table), (by)), (path)))).at,     \
        expected)

/* A table in its talks. */
static inline struct table running(struct arena *arena)
{
    struct table table = table_open(arena);
    seats_taken(&table);
    phase_opens(&table, "talks", 1);
    return table;
}

#endif
