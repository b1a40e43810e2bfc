/* Boulware: holds on to what it asked for until the time is nearly over.
 *
 * P. Faratin, C. Sierra, N. R. Jennings, "Negotiation decision functions for autonomous agents",
 * Robotics and Autonomous Systems 24 (1998): what is conceded at time t is t^(1/β), with β < 1 for
 * boulware; β is 1/5 here, as agent competitions have it since. */
#include "temperament.h"

int64_t boulware_asks(int64_t time)
{
    int64_t conceded = time;
    for (int power = 1; power < 5; power++)
        conceded = conceded * time / PERMILLE;
    return PERMILLE - conceded;
}
