/* Conceder: gives much at once and then holds: β > 1 in Faratin, Sierra and Jennings (boulware.c);
 * β is 2 here, so what is conceded is the root of the time that is over. */
#include "temperament.h"

int64_t conceder_asks(int64_t time)
{
    int64_t conceded = 0;
    while ((conceded + 1) * (conceded + 1) <= time * PERMILLE)
        conceded++;
    return PERMILLE - conceded;
}
