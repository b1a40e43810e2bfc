/* How a scenario plays: many games of bots, and what they come to.
 *
 * Each game has a seed of its own, and is played whole by one thread; what they come to is added up
 * in their order. So the same request gives the same figures, whatever the number of threads. */
#ifndef BALANCE_H
#define BALANCE_H

#include "ledger.h"
#include "statistics.h"
#include "work.h"

struct balance_request {
    const struct scenario *scenario;
    uint32_t edition;
    uint64_t seed;
    size_t games; /* at least 1 */
    const struct players *players;
    const struct watch *watch; /* told of games that are over; never asked whether to stop */
};

enum { QUANTILES = 5 };
extern const unsigned balance_permille[QUANTILES]; /* 50, 250, 500, 750, 950 */

/* How values lie: nothing counts but `count` where that is 0. */
struct spread {
    size_t count;
    int64_t least, most;
    int64_t quantiles[QUANTILES];
    struct mean mean;
};

struct party_balance {
    struct spread gain;    /* final score, less what no deal was worth as the talks opened */
    struct spread total;   /* final score */
    struct spread deal;    /* what the texts that came into force added (ledger.h) */
    struct spread opening; /* what no deal was worth */
    struct share below;    /* ended below it */
    struct share signs;    /* signed a text that came into force */
    struct share bound;    /* is bound by a clause that was settled at the end */
    struct share chose;    /* chose something else than a default */
    bool idle;             /* none of the three, in any game */
};

struct text_balance {
    struct share drafted, entered;
    struct share *signs; /* [party] of the games in which one came into force */
    uint64_t entries;
};

struct value_count {
    int64_t value;
    size_t count;
};

struct term_balance {
    struct value_count *values; /* the most frequent first; then the smallest value */
    size_t value_count;
    bool still; /* the clause was settled more than once, and always with the same value */
};

struct clause_balance {
    bool open;            /* the edition lets it be drafted */
    struct share settled; /* at the end */
    uint64_t count;
    struct term_balance *terms; /* as its type has them */
};

/* One option of a decision, for a party or for all together. */
struct choice_balance {
    uint64_t earlier_asked, last_asked;
    struct share earlier, last; /* chosen, of so many times asked */
    struct mean supposed; /* what choosing it in the last round would have added to the party's
                             final score where it chose something else */
    struct share better;  /* it would have added something */
};

struct decision_balance {
    bool asked;                      /* at least once */
    struct choice_balance *all;      /* [option] */
    struct choice_balance **parties; /* [party][option] */
};

/* Bots of one kind against all that took the same seats: a gain less the mean gain of its party. */
struct kind_balance {
    struct mean advantage;
    struct mean *parties; /* [party]: mean gain */
};

struct balance {
    const struct balance_request *request;
    struct ledger ledger;
    size_t games;
    struct share agreed;  /* a text that at least two had signed came into force */
    struct share willing; /* and who signed expected no less with all of them than with no deal */
    struct share zopa;    /* and nobody at the table did */
    struct share cut;     /* games that did not come to an end by themselves */
    struct share *outcomes;
    struct share no_outcome;
    struct spread rounds, acts, versions;
    uint64_t refused; /* wishes of bots that the rules did not allow */
    uint64_t signatures, below;
    struct party_balance *parties;
    struct text_balance *texts;
    struct clause_balance *clauses; /* [key] */
    struct decision_balance *decisions;
    struct kind_balance *kinds;
};

/* In `arena`; borrows the request. */
struct balance balance_run(const struct balance_request *request, struct arena *arena);

/* The figures of a ledger whose games are played. */
void balance_figures(struct balance *balance, struct arena *arena);

#endif
