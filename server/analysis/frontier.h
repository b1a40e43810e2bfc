/* The Pareto-efficient packages among those seen: none is better for somebody and worse for nobody.
 *
 * An archive sorted by (would all sign, sum of gains), the largest first. Whoever dominates a
 * package stands before it in that order, and what it dominates behind, so a newcomer is compared
 * with one part of the archive to be refused and with the other to displace; the member that
 * refused last is asked first, since it mostly refuses again. Divide and conquer (Kung, Luccio and
 * Preparata, Journal of the ACM 22, 1975) has the better bound, but needs all points in memory:
 * here they come by the hundred million and nearly all are dominated by one of a few. Sorting
 * first is from Chomicki, Godfrey, Gryz and Liang, "Skyline with presorting", ICDE 2003.
 *
 * It holds MEMBERS_MAX at most. When it is full the lower half goes, and whatever stands no higher
 * than the highest that went is refused from then on: so what it holds is always exactly the
 * efficient set above a floor. Of packages that are worth the same to all, it keeps the first. */
#ifndef FRONTIER_H
#define FRONTIER_H

#include "solution.h"

enum { MEMBERS_MAX = 4096 };

struct member {
    wide sum;
    bool agreed; /* nobody loses */
    uint64_t id; /* whose it is: the caller's */
    const int64_t *gains;
};

struct frontier;

struct frontier *frontier_open(size_t parties);
void frontier_close(struct frontier *frontier);

/* Whether it is a member now; the gains are copied. */
bool frontier_add(struct frontier *frontier, uint64_t id, const int64_t *gains);

/* Adds all that another one holds, with its floor. */
void frontier_merge(struct frontier *frontier, const struct frontier *other);

/* The members in order; valid until the next add. */
const struct member *frontier_members(const struct frontier *frontier, size_t *count);
/* Whether there may be efficient packages that it does not hold. */
bool frontier_cut(const struct frontier *frontier);

#endif
