/* Numbers about many: shares, quantiles and means, each with what it may be off by. */
#ifndef STATISTICS_H
#define STATISTICS_H

#include <stddef.h>
#include <stdint.h>

/* A share, with its 95% confidence interval. */
struct share {
    double share, low, high;
};

/* Of those that were drawn by chance (Wilson, Journal of the American Statistical Association 22,
 * 1927); 0 to 1 where there are none. */
struct share share_of(uint64_t hits, uint64_t all);

/* The least value that at least `permille` of all do not exceed (nearest rank: always one of the
 * values); of sorted values, at least one. */
int64_t quantile(const int64_t *sorted, size_t count, unsigned permille);
void values_sort(int64_t *values, size_t count);

struct mean {
    uint64_t count;
    double mean;
    double margin; /* of 95% confidence, on both sides; 0 where there are fewer than two */
};

/* A mean that is gathered value by value (Welford, Technometrics 4, 1962). Starts as zeroes. */
struct gathering {
    uint64_t count;
    double mean, squares;
};

void gather(struct gathering *gathering, double value);
struct mean mean_of(const struct gathering *gathering);

#endif
