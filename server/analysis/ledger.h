/* What is kept of each of many games of bots: enough for every figure of a balance, and no more. */
#ifndef LEDGER_H
#define LEDGER_H

#include "playout.h"

/* Values of parties that are not known. */
#define UNKNOWN INT64_MIN

/* Arrays by party, instrument type or clause key; what is asked is numbered by ledger_ask. */
struct game_record {
    struct playout_result played;
    int32_t outcome; /* -1: none */
    uint32_t versions;
    bool agreed;                /* a text that at least two had signed came into force */
    uint32_t signatures, below; /* below: what it settles was worth less to who signed than none */
    uint8_t *kinds;             /* of players */
    int64_t *openings;          /* what no deal was worth as the talks opened */
    int64_t *deals;             /* what the texts that came into force added to the expected score:
                                   the first over what no deal was worth just before, each further
                                   one over what was expected just before */
    int64_t *totals;            /* final scores */
    uint32_t *drafted;          /* texts of the type */
    bool *entered;              /* one of the type came into force */
    party_set *parties;         /* who had signed those that did, then or later */
    bool *settled;              /* the clause, at the end */
    int64_t *terms;             /* of settled clauses: see ledger_terms */
    party_set bound;            /* by a clause that was settled at the end */
    party_set chose;            /* something else than the default */
    uint32_t *earlier;          /* [ask]: how often it was chosen before the last round */
    bool *last;                 /* [ask]: it was chosen in the last round */
    int64_t *supposed; /* [ask]: what choosing it in the last round in place of what was chosen
                          would have added to the party's final score; UNKNOWN: not asked */
};

struct ledger {
    const struct scenario *scenario;
    struct game_record *games;
    size_t game_count;
    const size_t *first_terms; /* [key] */
    size_t term_count;
    const size_t *first_asks; /* [decision] */
    size_t ask_count;
};

/* Empty records, in `arena`. */
struct ledger ledger_open(const struct scenario *scenario, size_t games, struct arena *arena);

/* Where a record keeps the terms of a clause, and an option of a party's decision. */
size_t ledger_terms(const struct ledger *ledger, uint32_t key);
size_t ledger_ask(const struct ledger *ledger, uint32_t decision, int party, uint32_t option);

/* Plays a game and fills in its record. Several threads may play into one ledger, each another
 * game. `request` needs no one to tell. */
void ledger_play(const struct ledger *ledger, size_t game, const struct playout_request *request);

/* Somebody signed it in at least one text that came into force. */
party_set record_signatories(const struct ledger *ledger, const struct game_record *record);

#endif
