#include "frontier.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

struct frontier {
    size_t parties, count, last; /* last: the member that refused last */
    struct member members[MEMBERS_MAX];
    int64_t *gains; /* [MEMBERS_MAX][parties] */
    int64_t *unused[MEMBERS_MAX];
    size_t unused_count;
    bool cut, floor_agreed;
    wide floor_sum;
};

struct frontier *frontier_open(size_t parties)
{
    struct frontier *frontier = calloc(1, sizeof(*frontier));
    must(frontier);
    frontier->parties = parties;
    frontier->gains = calloc(MEMBERS_MAX * parties, sizeof(int64_t));
    must(frontier->gains);
    for (size_t at = 0; at < MEMBERS_MAX; at++)
        frontier->unused[frontier->unused_count++] = &frontier->gains[at * parties];
    return frontier;
}

void frontier_close(struct frontier *frontier)
{
    if (!frontier)
        return;
    free(frontier->gains);
    free(frontier);
}

/* Positive where the left stands higher. */
static int compare(bool left_agreed, wide left_sum, bool right_agreed, wide right_sum)
{
    if (left_agreed != right_agreed)
        return left_agreed ? 1 : -1;
    return (left_sum > right_sum) - (left_sum < right_sum);
}

static bool at_least(const int64_t *left, const int64_t *right, size_t parties)
{
    for (size_t party = 0; party < parties; party++)
        if (left[party] < right[party])
            return false;
    return true;
}

/* Whether a member is as good for all; the first `count` are asked. */
static bool refused(struct frontier *frontier, const int64_t *gains, size_t count)
{
    if (frontier->last < count &&
        at_least(frontier->members[frontier->last].gains, gains, frontier->parties))
        return true;
    for (size_t at = 0; at < count; at++)
        if (at_least(frontier->members[at].gains, gains, frontier->parties)) {
            frontier->last = at;
            return true;
        }
    return false;
}

static void give_back(struct frontier *frontier, const struct member *member)
{
    frontier->unused[frontier->unused_count++] = &frontier->gains[member->gains - frontier->gains];
}

static void displace(struct frontier *frontier, const int64_t *gains, size_t from)
{
    size_t kept = from;
    for (size_t at = from; at < frontier->count; at++) {
        if (at_least(gains, frontier->members[at].gains, frontier->parties))
            give_back(frontier, &frontier->members[at]);
        else
            frontier->members[kept++] = frontier->members[at];
    }
    frontier->count = kept;
}

/* Nothing stands as low as the floor from now on. */
static void raise_floor(struct frontier *frontier, bool agreed, wide sum)
{
    if (frontier->cut && compare(frontier->floor_agreed, frontier->floor_sum, agreed, sum) >= 0)
        return;
    frontier->cut = true;
    frontier->floor_agreed = agreed;
    frontier->floor_sum = sum;
    while (frontier->count > 0) {
        const struct member *lowest = &frontier->members[frontier->count - 1];
        if (compare(lowest->agreed, lowest->sum, agreed, sum) > 0)
            break;
        give_back(frontier, lowest);
        frontier->count--;
    }
}

static bool below_floor(const struct frontier *frontier, bool agreed, wide sum)
{
    return frontier->cut && compare(agreed, sum, frontier->floor_agreed, frontier->floor_sum) <= 0;
}

/* The first place whose member stands lower. */
static size_t place(const struct frontier *frontier, bool agreed, wide sum)
{
    size_t low = 0, high = frontier->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct member *member = &frontier->members[middle];
        int order = compare(member->agreed, member->sum, agreed, sum);
        if (order >= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool frontier_add(struct frontier *frontier, uint64_t id, const int64_t *gains)
{
    wide sum = gains_sum(gains, frontier->parties);
    bool agreed = gains_least(gains, frontier->parties) >= 0;
    if (below_floor(frontier, agreed, sum))
        return false;
    size_t at = place(frontier, agreed, sum);
    if (refused(frontier, gains, at))
        return false;
    displace(frontier, gains, at);
    if (frontier->count == MEMBERS_MAX) {
        const struct member *middle = &frontier->members[MEMBERS_MAX / 2];
        raise_floor(frontier, middle->agreed, middle->sum);
        if (below_floor(frontier, agreed, sum))
            return false;
    }
    at = place(frontier, agreed, sum);
    int64_t *copy = frontier->unused[--frontier->unused_count];
    memcpy(copy, gains, frontier->parties * sizeof(*gains));
    memmove(&frontier->members[at + 1], &frontier->members[at],
            (frontier->count - at) * sizeof(struct member));
    frontier->members[at] = (struct member){sum, agreed, id, copy};
    frontier->count++;
    return true;
}

void frontier_merge(struct frontier *frontier, const struct frontier *other)
{
    if (other->cut)
        raise_floor(frontier, other->floor_agreed, other->floor_sum);
    for (size_t at = 0; at < other->count; at++)
        (void)frontier_add(frontier, other->members[at].id, other->members[at].gains);
}

const struct member *frontier_members(const struct frontier *frontier, size_t *count)
{
    *count = frontier->count;
    return frontier->members;
}

bool frontier_cut(const struct frontier *frontier)
{
    return frontier->cut;
}
