/* What tells one temperament from another: how much of what it could gain a bot still asks for. */
#ifndef TEMPERAMENT_H
#define TEMPERAMENT_H

#include "bots.h"

enum { PERMILLE = 1000 };

/* How the bargaining over a matter stands, for one bot. */
struct bargaining {
    int64_t time;           /* how much of the time for it is over: 0 to PERMILLE */
    size_t made, received;  /* versions by itself; by the others, for each of them */
    const int64_t *missing; /* of each version of the others, the oldest first: how much of what it
                               could gain is missing, permille; 0 and more */
    size_t missing_count;
};

/* Of what could be gained, the part (permille) still asked for: PERMILLE to 0. */
int64_t temperament_asks(enum temperament temperament, const struct bargaining *bargaining);

int64_t boulware_asks(int64_t time);
int64_t linear_asks(int64_t time);
int64_t conceder_asks(int64_t time);
int64_t micro_asks(const struct bargaining *bargaining);
int64_t tit_for_tat_asks(const struct bargaining *bargaining);
int64_t convener_asks(int64_t time);

#endif
