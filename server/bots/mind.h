/* What a bot knows while it thinks about one move: its view, and what packages are worth to itself.
 */
#ifndef MIND_H
#define MIND_H

#include "bots.h"

struct mind {
    struct arena *arena;
    const struct game *game;
    const struct scenario *scenario;
    const struct edition *edition;
    const struct tree *view; /* of its party */
    enum temperament temperament;
    int party;
    struct text id;     /* the party's */
    struct world base;  /* as it is now */
    struct world trial; /* for packages */
    int64_t today;      /* its own expected score now */
    bool two;           /* only two parties at this table */
};

enum { OFFER_CLAUSES_MAX = 100 };

/* A package that can be put into a text. */
struct offer {
    struct clause_wish clauses[OFFER_CLAUSES_MAX];
    size_t count;
};

void mind_open(struct mind *mind, const struct game *game, int party, struct arena *arena);

/* Own expected score if the offer were settled; INT64_MIN where it cannot be computed or breaks a
 * `requires`. */
int64_t mind_worth(struct mind *mind, const struct offer *offer);

/* Changes the offer step by step, each time by the one change (a term, a new article, one article
 * less) that serves the bot, until it is worth `enough`, nothing helps any more, or `steps` are
 * used up. Among changes that reach `enough` it takes the one that takes least from the others'
 * text: the smallest worth; before that the largest. Articles are of the instrument type `kind`.
 * Returns what it is worth then. */
int64_t mind_improve(struct mind *mind, uint32_t kind, struct offer *offer, int64_t enough,
                     int steps);

/* The clauses of a text in the view. */
bool mind_read_offer(struct mind *mind, const struct tree *clauses, struct offer *offer);

/* Clauses of `now` that are not in `before` with the same terms, in treaty prose, joined by "; ";
 * empty where none is. */
struct text mind_words(struct mind *mind, const struct offer *before, const struct offer *now);

/* Whether a list of ids has that one; whether the phase allows it now. */
bool mind_lists(const struct tree *list, struct text id);
bool mind_allowed(const struct mind *mind, struct text what);
/* The last time that the delegation said something about the text. */
int64_t mind_spoke_at(const struct mind *mind, struct text instrument);

#endif
