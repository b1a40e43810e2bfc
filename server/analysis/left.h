/* The parts of debrief_left: internal to left*.c. */
#ifndef LEFT_H
#define LEFT_H

#include "climb.h"
#include "debrief.h"
#include "view_trees.h"
#include "worth.h"

/* A moment at which drafting and signing is allowed, and what one has to be better than. */
struct left_moment {
    const struct record *record;
    const struct watch *watch;
    bool supposed; /* its rules ask for no ratification, where those of the game do */
    size_t count;  /* entries until then */
    int64_t at;
    struct world world; /* then, formulas computed */
    party_set able;     /* who has a head there, and a score that could be computed in the end */
    const int64_t *walking, *today;    /* one a party: walking away, and what it has, then */
    const int64_t *bars;               /* one a party: more than this is better */
    const struct draft *const *offers; /* starts for climbing */
    size_t offer_count;
    uint64_t seed;
    unsigned *climbs; /* that may still be made */
};

/* A text that could have been. */
struct left_text {
    uint32_t kind;
    party_set parties; /* invited, and signing */
    struct clause_wish *clauses;
    size_t clause_count;
    /* Conditions that it may have and that hold; in `conditions` those that its clauses ask for:
       it takes effect if they hold. left_play fills these in. */
    const uint32_t *holding;
    size_t holding_count;
    const uint32_t *conditions;
    size_t condition_count;
};

/* Texts that could have been, all of them or none. */
struct left_deal {
    struct left_text *texts; /* in the order in which they are drafted */
    size_t text_count;
    bool together;        /* linked; else each enters into force before the next is drafted */
    party_set parties;    /* who signs any of them */
    const int64_t *worth; /* one a party: its expected score with them, as played */
    int64_t least;        /* gain over the bar of those who sign */
    wide sum;
};

/* Whether `left` is the one to show: more who sign, then the larger least gain, then the sum, then
 * fewer texts. */
bool left_better(const struct left_deal *left, const struct left_deal *right);

/* The best deal that was found for this moment and holds when it is played; false: none. */
bool left_search(const struct left_moment *moment, struct arena *arena, struct left_deal *deal);

/* Plays it: fills in its worth, what its texts are conditional on and whether they are linked.
 * Several are linked where that can be, else signed one after the other. False where it is refused,
 * does not enter into force whole, or is not better for all who sign; where ratification is
 * supposed also where another text, which waits for it too, would enter with it: then it is not
 * this deal that is better. */
bool left_play(const struct left_moment *moment, struct arena *arena, struct left_deal *deal);

/* The seat of a delegation's head, empty where there is none. */
struct text left_head(const struct record *record, const struct game *game, int party);

#endif
