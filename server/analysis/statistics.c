#include "statistics.h"

#include "must.h"

#include <math.h>
#include <stdlib.h>

static const double normal = 1.959963984540054; /* of 95% */

struct share share_of(uint64_t hits, uint64_t all)
{
    if (all == 0)
        return (struct share){0, 0, 1};
    double count = (double)all, share = (double)hits / count, square = normal * normal;
    double middle = (share + square / (2 * count)) / (1 + square / count);
    double width = normal / (1 + square / count) *
                   sqrt(share * (1 - share) / count + square / (4 * count * count));
    return (struct share){share, hits == 0 ? 0 : middle - width, hits == all ? 1 : middle + width};
}

int64_t quantile(const int64_t *sorted, size_t count, unsigned permille)
{
    must(count > 0 && permille <= 1000);
    size_t rank = (count * permille + 999) / 1000;
    return sorted[rank > 0 ? rank - 1 : 0];
}

static int value_order(const void *left, const void *right)
{
    int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
    return (one > other) - (one < other);
}

void values_sort(int64_t *values, size_t count)
{
    if (count > 1)
        qsort(values, count, sizeof(*values), value_order);
}

void gather(struct gathering *gathering, double value)
{
    double off = value - gathering->mean;
    gathering->count++;
    gathering->mean += off / (double)gathering->count;
    gathering->squares += off * (value - gathering->mean);
}

struct mean mean_of(const struct gathering *gathering)
{
    struct mean mean = {.count = gathering->count, .mean = gathering->mean};
    if (gathering->count > 1) {
        double count = (double)gathering->count;
        mean.margin = normal * sqrt(gathering->squares / (count - 1) / count);
    }
    return mean;
}
