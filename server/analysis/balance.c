#include "balance.h"

#include <stdatomic.h>

/* Games are handed out a few at a time: one is short. */
enum { PART_GAMES = 4 };

struct season {
    const struct balance_request *request;
    const struct ledger *ledger;
    atomic_size_t over;
};

static void games_play(void *shared, size_t part)
{
    struct season *season = shared;
    const struct balance_request *request = season->request;
    for (size_t game = part * PART_GAMES; game < (part + 1) * PART_GAMES; game++) {
        if (game >= request->games)
            return;
        struct playout_request playout = {.scenario = request->scenario,
                                          .edition = request->edition,
                                          .seed = {request->seed, game + 1},
                                          .players = request->players};
        ledger_play(season->ledger, game, &playout);
        size_t over = atomic_fetch_add(&season->over, 1) + 1;
        request->watch->told(request->watch->context, "games", over, request->games);
    }
}

struct balance balance_run(const struct balance_request *request, struct arena *arena)
{
    struct balance balance = {.request = request,
                              .ledger = ledger_open(request->scenario, request->games, arena)};
    struct season season = {request, &balance.ledger, 0};
    work_run(request->watch, (request->games + PART_GAMES - 1) / PART_GAMES, games_play, &season);
    balance_figures(&balance, arena);
    return balance;
}
