/* What a party may see, as plain values: for programs that think about it many times a second.
 *
 * It is asked the same questions as the view and holds nothing that the party's view, with what
 * history_read gives to it, does not. What the party may not see of the world is blank in `world`:
 * the middle of a bounded number, else nothing; formulas are computed from what is left. Everything
 * is in the arena or belongs to the game, and holds until the game changes. */
#ifndef OUTLOOK_H
#define OUTLOOK_H

#include "view.h"

struct outlook_version {
    int party; /* who made it; -1: not told */
    int64_t at;
    const struct draft *draft;
};

struct outlook_signature {
    int party;
    const uint32_t *reserved; /* clause keys */
    size_t reserved_count;
};

struct outlook_text {
    struct text id; /* as the party calls it */
    uint32_t kind;
    int author;
    bool draft, in_force; /* in force: and not suspended */
    bool opened;          /* for signature: no amendments */
    bool taking_part;     /* the party is invited, or its witness */
    bool all_seen;        /* it is linked with no text that the party does not see */
    uint32_t version;     /* its number */
    const struct outlook_version *versions; /* newest first */
    size_t version_count;
    const struct outlook_signature *signatures; /* of the newest version */
    size_t signature_count;
    party_set signed_by, declined;
    int64_t spoke_at; /* when the party last said something that quotes it; 0: never */
};

struct outlook_decision {
    bool open, asked; /* asked: the party may choose */
    bool chosen;      /* and has */
    uint32_t option;  /* where chosen */
};

struct outlook {
    const struct scenario *scenario;
    const struct edition *edition;
    int party;
    struct world world;
    bool running, final;
    int phase; /* -1: before the start */
    uint32_t round, rounds;
    unsigned allows;  /* enum allow, or'ed */
    int64_t deadline; /* INT64_MAX: none */
    int64_t minutes;  /* of a round of this phase; 0: no limit */
    party_set people; /* delegations that a person leads */
    party_set ready;
    const struct outlook_text *texts; /* in the order in which the party came to see them */
    size_t text_count;
    const struct outlook_decision *decisions;     /* [decision_count] */
    const struct expression *const *instructions; /* the party's own, that stand */
    size_t instruction_count;
    size_t offers; /* versions that the party made since the round opened */
    bool recorded; /* the talks have opened, with this value of no deal: */
    int64_t no_deal_at_opening;
};

void outlook_open(struct outlook *outlook, const struct game *game, int party, struct arena *arena);

bool outlook_reserves(const struct outlook_signature *signature, uint32_t key);
/* Whether the clause is in force by a text that some sign who are not among `parties`: only all of
 * them could replace it. */
bool outlook_holds_back(const struct outlook *outlook, uint32_t key, party_set parties);

#endif
