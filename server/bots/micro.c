/* MiCRO: concedes by the smallest step, and only when the others have offered as often as it has.
 *
 * D. de Jonge, "An Analysis of the Linear Bilateral ANAC Domains Using the MiCRO Benchmark
 * Strategy", IJCAI 2022: with all offers sorted by what they bring, it makes the next one when it
 * has made no more different ones than it has received, and takes whatever brings as much as what
 * it would offer itself. It looks at no clock. There the others' offers are those of one; here, of
 * several, it counts for each of them. And where offers are too many to be made one by one, as in
 * treaties, a step is a fixed part of the way down. */
#include "temperament.h"

enum { STEPS = 10 };

int64_t micro_asks(const struct bargaining *bargaining)
{
    size_t steps =
        bargaining->made < bargaining->received ? bargaining->made : bargaining->received;
    return steps >= STEPS ? 0 : PERMILLE - PERMILLE * (int64_t)steps / STEPS;
}
