/* Whole games of bots, in process: decide, apply and view, without a host, a journal or a clock.
 *
 * The bots are asked in turn, one after the other, until nobody wants anything; then the round
 * ends, as if its time were up. Time is counted by hand, a second an act. A game is a function of
 * its scenario, edition, seed and players: the same ones play the same game, on every machine. */
#ifndef PLAYOUT_H
#define PLAYOUT_H

#include "view.h"

/* Who plays: the bots' room hands itself in here, so that this one need not know it. */
struct players {
    /* What the bot in `seat`, head of `party`, would do now; false: it waits. The command comes
     * empty; its texts and arrays live in `arena`. */
    bool (*wants)(void *context, const struct game *game, int party, struct text seat, int64_t now,
                  struct arena *arena, struct command *command);
    /* Of which kind that bot is: an index in `kinds`. */
    size_t (*kind)(void *context, const struct game *game, int party);
    const struct text *kinds;
    size_t kind_count;
    void *context; /* read by several threads */
};

/* One entry of the game, before or after it is applied; borrowed for the call. */
struct playout_entry {
    int64_t at;
    const struct command *command;
    const struct event *events;
    size_t event_count;
    bool last; /* it opens the final phase: the game ends with it */
};

struct playout;

struct playout_request {
    const struct scenario *scenario;
    uint32_t edition;
    struct seed seed;
    const struct players *players;
    party_set silent; /* whose bots are never asked */
    /* Told of each entry, before it is applied and after; each may be NULL. */
    void (*before)(void *context, struct playout *playout, const struct playout_entry *entry);
    void (*after)(void *context, struct playout *playout, const struct playout_entry *entry);
    void *context;
};

struct playout_result {
    uint32_t rounds;  /* that were played, of all phases but the last */
    uint32_t acts;    /* of bots */
    uint32_t refused; /* what bots wished for and the rules did not allow */
    bool cut;         /* it did not come to its end: bots went on for ever */
};

struct playout_result playout_run(const struct playout_request *request);

const struct game *playout_game(const struct playout *playout);

/* Before the last entry is applied: what each party's final score would be had `party` chosen
 * `option` of an open decision, all else as it is: totals [party_count], INT64_MIN where one cannot
 * be computed. False where the party is not asked, or the game would go on. `chosen` is the choice
 * that stands, and stands again afterwards. */
bool playout_suppose(struct playout *playout, uint32_t decision, int party, uint32_t option,
                     uint32_t chosen, int64_t *totals);

#endif
