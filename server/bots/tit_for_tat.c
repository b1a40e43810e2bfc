/* Tit-for-tat: repeats, in proportion, what the others conceded last, and takes the first step.
 *
 * Relative tit-for-tat of P. Faratin, C. Sierra, N. R. Jennings, "Negotiation decision functions
 * for autonomous agents", Robotics and Autonomous Systems 24 (1998): behaviour-dependent. By the
 * part of the distance to what it would like that a version of theirs closes, it lowers what it
 * asks for; where they take back, so does it. It opens nicely, after R. Axelrod, "The Evolution of
 * Cooperation" (1984): two that wait for one another would wait for ever. */
#include "temperament.h"

enum { FIRST_STEP = 100 };

int64_t tit_for_tat_asks(const struct bargaining *bargaining)
{
    int64_t asks = bargaining->made > 0 ? PERMILLE - FIRST_STEP : PERMILLE;
    for (size_t index = 1; index < bargaining->missing_count; index++) {
        int64_t before = bargaining->missing[index - 1] + 1, after = bargaining->missing[index] + 1;
        asks = asks * after / before;
        if (asks > PERMILLE)
            asks = PERMILLE;
    }
    return asks;
}
