/* The walk through a record, and what is gathered on the way: internal to debrief_story. */
#ifndef STORY_H
#define STORY_H

#include "debrief.h"
#include "view_trees.h"
#include "worth.h"

enum { NOBODY = -1 };

/* A text, as it stands at the entry that is being told. */
struct told_text {
    struct text id;
    uint32_t kind;
    int author;
    party_set knows; /* of those who took part or were told; all, once it is open */
    bool open;
    const struct draft *draft; /* NULL before the first version */
    uint32_t version;
    party_set signed_by;
    struct tree *tree; /* its part of the report */
};

/* A clause that counts, or counted. */
struct told_promise {
    uint32_t key;
    struct text instrument;
    struct tree *tree;
    bool over;
};

/* A clause or an article that somebody holds in brackets. */
struct told_dispute {
    struct text instrument, subject;
    int party;
    struct tree *tree;
    bool over;
};

/* A seat, with what its person did. */
struct told_seat {
    struct text id;
    int party;
    bool automatic;
    enum seat_role role;
    int64_t messages, drafts, amendments, signatures, declines, choices, leaks;
    party_set wrote_to;
    struct tree *questions;
};

struct told_seats {
    struct told_seat *items;
    size_t count, capacity;
};

struct story {
    const struct record *record;
    const struct scenario *scenario;
    struct arena *arena;   /* what is told */
    struct arena *scratch; /* of one entry */
    struct game *game;     /* after that entry */
    struct world world;    /* its world; slots NULL: not asked for yet */
    struct world before;   /* the world before an entry in which somebody signs or refuses to */
    const struct record_entry *entry;
    const struct event *event;
    int phase; /* NOBODY before the start */
    uint32_t round;
    struct told_text *texts;
    size_t text_count, text_capacity;
    struct told_promise *promises;
    size_t promise_count, promise_capacity;
    struct told_dispute *disputes;
    size_t dispute_count, dispute_capacity;
    struct told_seats seats;
    struct tree *report;
    struct tree *phases, *text_trees, *offers, *moves, *dispute_trees, *signatures, *known,
        *promise_trees, *choices, *news, *marks, *notes, *messages;
};

/* Who and when: {n, at, phase?, round?, party?, seat?, automatic?}. */
struct tree *story_moment(struct story *story);
/* The entry's world. */
const struct world *story_world(struct story *story);
struct told_text *story_text(struct story *story, struct text id);
struct told_seat *story_seat(struct story *story, struct text id);
/* The party whose seat did this, or NOBODY. */
int story_actor(struct story *story);
/* What each party's expected score is in a world: {party: n}, but for those that cannot be
 * computed. */
struct tree *story_worths(struct story *story, const struct world *world);
/* Room for one more item of a list that grows by doubling. */
void *story_grow(struct story *story, void *items, size_t count, size_t *capacity, size_t size);

/* What each part makes of an event. */
void story_offer(struct story *story);   /* texts, offers, moves, disputes */
void story_sign(struct story *story);    /* signatures, declines */
void story_know(struct story *story);    /* who came to know what */
void story_promise(struct story *story); /* clauses that count, choices */
void story_person(struct story *story);  /* what each seat did */

/* What can only be said at the end. */
void story_people(struct story *story);

#endif
