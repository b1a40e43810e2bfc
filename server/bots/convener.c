/* Convener: our own, for tables of many. It puts everything into one text early (opening.c), asks
 * for half of what it could gain, so that there is room for all, and comes down evenly. The single
 * text that all work on is R. Fisher's procedure at Camp David (H. Raiffa, "The Art and Science of
 * Negotiation", 1982). What is worth it only with something else it ties to that (tie.c). */
#include "temperament.h"

int64_t convener_asks(int64_t time)
{
    return (PERMILLE - time) / 2;
}
