/* What tells one temperament from another: how much of what it could gain a bot still asks for. */
#ifndef TEMPERAMENT_H
#define TEMPERAMENT_H

#include "bots.h"

enum { PERMILLE = 1000 };

/* Time-dependent: of what could be gained, the part (permille) still asked for when `time`
 * (permille) of the time for bargaining is over. Falls from PERMILLE to 0. */
int64_t boulware_asks(int64_t time);
int64_t linear_asks(int64_t time);
int64_t conceder_asks(int64_t time);

int64_t temperament_asks(enum temperament temperament, int64_t time);

#endif
