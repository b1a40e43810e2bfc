/* Linear: concedes evenly as time passes: β = 1 in Faratin, Sierra and Jennings (boulware.c). */
#include "temperament.h"

int64_t linear_asks(int64_t time)
{
    return PERMILLE - time;
}
