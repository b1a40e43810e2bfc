#include "solution.h"

#include <math.h>

enum { LIMBS = PARTIES_MAX * 2 };

/* A product of gains, 32 bits a limb, the least first. */
struct product {
    uint32_t limbs[LIMBS];
};

wide gains_sum(const int64_t *gains, size_t count)
{
    wide sum = 0;
    for (size_t party = 0; party < count; party++)
        sum += gains[party];
    return sum;
}

int64_t gains_least(const int64_t *gains, size_t count)
{
    int64_t least = gains[0];
    for (size_t party = 1; party < count; party++)
        least = gains[party] < least ? gains[party] : least;
    return least;
}

bool solution_admits(enum solution solution, const int64_t *gains, size_t count)
{
    return solution == UTILITARIAN || solution == EGALITARIAN || gains_least(gains, count) >= 0;
}

static int order(wide left, wide right)
{
    return (left > right) - (left < right);
}

static struct product multiply(const int64_t *gains, size_t count)
{
    struct product product = {{1}};
    for (size_t party = 0; party < count; party++) {
        wide_count carry = 0;
        for (size_t limb = 0; limb < LIMBS; limb++) {
            carry += (wide_count)product.limbs[limb] * (uint64_t)gains[party];
            product.limbs[limb] = (uint32_t)carry;
            carry >>= 32;
        }
    }
    return product;
}

static int compare_products(const int64_t *left, const int64_t *right, size_t count)
{
    /* Mostly logarithms tell; what is near enough for rounding to matter is multiplied out. */
    double difference = 0;
    if (gains_least(left, count) > 0 && gains_least(right, count) > 0) {
        for (size_t party = 0; party < count; party++)
            difference += log((double)left[party]) - log((double)right[party]);
        if (fabs(difference) > 1e-9)
            return difference > 0 ? 1 : -1;
    }
    struct product first = multiply(left, count), second = multiply(right, count);
    for (size_t limb = LIMBS; limb-- > 0;)
        if (first.limbs[limb] != second.limbs[limb])
            return first.limbs[limb] > second.limbs[limb] ? 1 : -1;
    return 0;
}

/* Of the party whose share of its ideal is least; -1 where nobody has an ideal. */
static int least_share(const int64_t *gains, size_t count, const int64_t *ideals)
{
    int least = -1;
    for (size_t party = 0; party < count; party++)
        if (ideals[party] > 0 &&
            (least < 0 || (wide)gains[party] * ideals[least] < (wide)gains[least] * ideals[party]))
            least = (int)party;
    return least;
}

static int compare_shares(const int64_t *left, const int64_t *right, size_t count,
                          const int64_t *ideals)
{
    int first = least_share(left, count, ideals), second = least_share(right, count, ideals);
    if (first < 0)
        return 0;
    return order((wide)left[first] * ideals[second], (wide)right[second] * ideals[first]);
}

int solution_compare(enum solution solution, const int64_t *left, const int64_t *right,
                     size_t count, const int64_t *ideals)
{
    int by_sum = order(gains_sum(left, count), gains_sum(right, count)), better = 0;
    switch (solution) {
    case UTILITARIAN:
        return by_sum ? by_sum : order(gains_least(left, count), gains_least(right, count));
    case EGALITARIAN:
        better = order(gains_least(left, count), gains_least(right, count));
        break;
    case NASH:
        better = compare_products(left, right, count);
        break;
    case KALAI_SMORODINSKY:
        better = compare_shares(left, right, count, ideals);
        break;
    case SOLUTIONS:
        break;
    }
    return better ? better : by_sum;
}
