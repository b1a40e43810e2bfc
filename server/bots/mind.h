/* What a bot knows while it thinks about one move: what its party sees, and what packages are worth
 * to itself. */
#ifndef MIND_H
#define MIND_H

#include "bots.h"
#include "outlook.h"
#include "temperament.h"

enum {
    OFFER_CLAUSES_MAX = 100,
    MATTER_TEXTS_MAX = 8,
};

/* What a score comes to for a bot at most, either way: so that shares and costs may multiply it. */
#define WORTH_MOST INT64_C(9999999999999)
/* Cannot be computed, or a `requires` does not hold. */
#define WORTH_NONE (-WORTH_MOST - 1)

/* Something another party did to a clause: it moved it from one set of terms to another. */
struct move {
    int party;
    uint32_t key;
    const int64_t *from, *to; /* NULL: it was not in the text, or was taken out */
};

/* Something that is computed for weighing: a formula, an item of the score or a requirement, with
 * what it last came to. */
struct weight {
    const struct expression *expression;
    uint32_t slot; /* of a formula */
    int64_t value;
    bool failed;
};

/* What weighing a package takes (weigh.c): of all formulas those that packages can change and
 * something goes by, and what is known of them with the package that was weighed last. */
struct scales {
    struct weight *weights; /* formulas, each after what it reads; then items, then requirements */
    size_t count, formula_count, item_end;
    uint32_t *requirements;            /* [key]: where its requirements begin */
    bool reads_bound;                  /* whom clauses bind matters */
    struct world world;                /* with the package that was weighed last */
    uint32_t *reader_starts, *readers; /* by slot: which of them read it */
    bool *stale;                       /* [weight]: to be computed anew */
    size_t stale_from;                 /* no formula before it is */
    uint32_t put[OFFER_CLAUSES_MAX];   /* the keys of that package */
    size_t put_count;
    uint64_t *offered; /* [key]: the last package that has it, as counted by */
    uint64_t offers;
};

struct mind {
    struct arena *arena;
    const struct game *game;
    const struct scenario *scenario;
    enum temperament temperament;
    int party;
    struct outlook outlook;
    struct world trial;    /* for packages; made by the first of them */
    struct scales *scales; /* copies of the mind weigh by the same; made by the first weighing */
    int64_t today;         /* its own expected score now */
    int64_t
        floor; /* it signs nothing that brings less, and nothing that brings no more than today */
    const struct move *moves; /* of the others, the oldest first */
    size_t move_count;
    struct mind *drafting; /* where it supposes something: as things stand, which is where drafts
                              are checked; else NULL */
};

/* A package that can be put into texts. */
struct offer {
    struct clause_wish clauses[OFFER_CLAUSES_MAX];
    uint8_t text[OFFER_CLAUSES_MAX]; /* in which text of the matter */
    size_t count;
};

/* A draft, or several that are linked: what is agreed together. */
struct matter {
    const struct outlook_text *texts[MATTER_TEXTS_MAX];
    size_t count;
    party_set invited; /* to any of them */
    bool brackets;
    struct offer offer;        /* all their clauses */
    const uint32_t *reserving; /* clauses that the bot would sign it without */
    size_t reserving_count;
};

void mind_open(struct mind *mind, const struct game *game, int party, enum temperament temperament,
               struct arena *arena);

const struct clause_type *mind_type(const struct mind *mind, uint32_t key);
bool mind_same_terms(const struct mind *mind, uint32_t key, const int64_t *left,
                     const int64_t *right);
/* NULL where the draft, which may be NULL, has none for the key. */
const struct draft_clause *clause_in(const struct draft *draft, uint32_t key);
/* What a score comes to, within what a bot reckons with. */
int64_t worth_within(int64_t points);
/* The clause's place in the offer, or -1. */
int offer_find(const struct offer *offer, uint32_t key);

/* From now on the mind thinks as if the offer were settled: of what it would have then, and of what
 * more it could gain by texts that take effect only if these conditions hold. */
void mind_suppose(struct mind *mind, const struct offer *offer, const uint32_t *conditions,
                  size_t count);

/* The trial world with the offer settled, all of it computed. */
void offer_apply(struct mind *mind, const struct offer *offer);
/* Own expected score in a world; WORTH_NONE. */
int64_t mind_expected(const struct mind *mind, const struct world *world);
/* The same if the offer were settled, and all that its clauses require held. */
int64_t mind_worth(struct mind *mind, const struct offer *offer);
/* Whom the clause binds with these terms. */
party_set mind_binds(struct mind *mind, const struct clause_wish *clause);
/* Whether the mind's instructions would hold. */
bool mind_mandated(struct mind *mind, const struct offer *offer);

/* The values that a term may take, at most TERM_VALUES_MAX of them, evenly spread; how many. */
enum { TERM_VALUES_MAX = 32 };
size_t mind_term_values(const struct mind *mind, const struct term *term, int64_t *values);

/* (matter.c) The matter of a draft: itself and what it is linked with. Without texts where it is no
 * draft that the party takes part in. */
struct matter matter_open(const struct mind *mind, const struct outlook_text *text);
/* What two drafts and what they are linked with would be if they were linked. */
struct matter matter_together(const struct mind *mind, const struct outlook_text *text,
                              const struct outlook_text *other);
/* Its clauses that these parties can settle, less those that somebody reserved and those whose
 * place is taken by what is in force between others too. */
struct offer matter_settles(struct mind *mind, const struct matter *matter, party_set parties);
/* Whether the text would be in force in the trial world with these signatures, if they count. */
bool text_enters(struct mind *mind, const struct outlook_text *text, party_set parties);
/* What signing would bring at least: as it stands, with what the bot signed beside it, and, where
 * the text would enter at once, with the signatures that are there. What conditions make wait is
 * weighed where they hold. It hangs on what others signed and on the bot's signatures under other
 * texts; never on whether its own stands under this one. */
int64_t matter_prospect(struct mind *mind, const struct matter *matter);

/* What would let the matter, whose conditions do not hold, enter: the first other draft beside
 * which they do. False where there is none. */
bool matter_awaits(struct mind *mind, const struct matter *matter, struct offer *offer);
/* What is settled where the matter, which may be NULL, enters beside another draft. */
struct offer matter_beside(struct mind *mind, const struct matter *matter,
                           const struct outlook_text *other);
/* mind_worth without the clauses that would stay dormant, since what they require is not there:
 * they are taken out. */
int64_t offer_standing(struct mind *mind, struct offer *offer);
/* Whether the condition would hold if the offer were settled. */
bool offer_meets(struct mind *mind, const struct offer *offer, uint32_t condition);

/* How much of the time for bargaining is over (permille): by rounds, and within one by the clock or
 * by the offers that were made, whichever is further. */
int64_t mind_time(const struct mind *mind, int64_t now);

/* Whether the phase allows it now: enum allow. */
bool mind_allowed(const struct mind *mind, unsigned what);

#endif
