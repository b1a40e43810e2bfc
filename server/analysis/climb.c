#include "climb.h"

#include "must.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCKS_DRAWN_MAX = 4,    /* for a random start that is legal */
    OPTIONS_TRIED_MAX = 256, /* of an axis: where it has more, some are drawn */
    PAIRS_MAX = 200000,
    SHAKEN_MAX = 4,
};

/* A change of an axis. */
struct change {
    uint32_t axis;
    uint64_t option;
};

struct climber {
    const struct climb_request *request;
    const struct package_space *space;
    struct scale scale;
    struct dice dice;
    uint64_t *options; /* where it stands */
    int64_t gains[PARTIES_MAX];
    struct change *changes; /* of one axis, those tried */
    size_t change_count;
    /* The best of the changes tried. */
    bool better;
    struct change first, second;
    int64_t best[PARTIES_MAX];
    struct change rows[BATCH_ROWS][2];
    size_t row_count;
};

struct climbing {
    const struct climb_request *request;
    struct spot *spots; /* one a start; options NULL: none */
    atomic_size_t done;
};

int climb_compare(const struct climb_request *request, const int64_t *left, const int64_t *right)
{
    size_t parties = request->stakes->parties;
    enum solution rule = request->favoured < 0 ? request->solution : NASH;
    bool first = solution_admits(rule, left, parties);
    bool second = solution_admits(rule, right, parties);
    if (first != second)
        return first ? 1 : -1;
    if (first && request->favoured >= 0 && left[request->favoured] != right[request->favoured])
        return left[request->favoured] > right[request->favoured] ? 1 : -1;
    if (first && request->favoured >= 0)
        return solution_compare(UTILITARIAN, left, right, parties, NULL);
    return solution_compare(first ? request->solution : EGALITARIAN, left, right, parties,
                            request->ideals);
}

static bool allowed(const struct climber *climber, size_t axis, uint64_t option)
{
    const struct climb_request *request = climber->request;
    return option == 0 || !request->allows || request->allows(request->allowing, axis, option);
}

/* Leaves out what may not be there. */
static void keep_allowed(const struct climber *climber)
{
    for (size_t axis = 0; axis < climber->space->axis_count; axis++)
        if (!allowed(climber, axis, climber->options[axis]))
            climber->options[axis] = 0;
}

static void list_changes(struct climber *climber)
{
    climber->change_count = 0;
    for (uint32_t axis = 0; axis < climber->space->axis_count; axis++) {
        uint64_t options = climber->space->axes[axis].options;
        uint64_t tried = options < OPTIONS_TRIED_MAX ? options : OPTIONS_TRIED_MAX;
        for (uint64_t at = 0; at < tried; at++) {
            uint64_t option =
                options > OPTIONS_TRIED_MAX ? dice_below(&climber->dice, options) : at;
            if (allowed(climber, axis, option))
                climber->changes[climber->change_count++] = (struct change){axis, option};
        }
    }
}

static void read_rows(struct climber *climber)
{
    size_t parties = climber->request->stakes->parties;
    scale_run(&climber->scale, climber->row_count);
    for (size_t row = 0; row < climber->row_count; row++) {
        int64_t gains[PARTIES_MAX];
        const struct change *changes = climber->rows[row];
        if (scale_read(&climber->scale, row, gains) == WEIGHED &&
            climb_compare(climber->request, gains, climber->best) > 0) {
            climber->better = true;
            climber->first = changes[0];
            climber->second = changes[1];
            memcpy(climber->best, gains, parties * sizeof(*gains));
        }
        for (size_t at = 0; at < 2; at++)
            writer_set(climber->scale.writer, changes[at].axis, row,
                       climber->options[changes[at].axis]);
    }
    climber->row_count = 0;
}

static void try_changes(struct climber *climber, struct change first, struct change second)
{
    size_t row = climber->row_count++;
    writer_set(climber->scale.writer, first.axis, row, first.option);
    writer_set(climber->scale.writer, second.axis, row, second.option);
    climber->rows[row][0] = first;
    climber->rows[row][1] = second;
    if (climber->row_count == BATCH_ROWS)
        read_rows(climber);
}

/* Looks at all changes, of one axis or of two. */
static void look_around(struct climber *climber, bool pairs)
{
    climber->better = false;
    memcpy(climber->best, climber->gains, sizeof(climber->best));
    for (size_t row = 0; row < BATCH_ROWS; row++)
        writer_put(climber->scale.writer, row, climber->options);
    for (size_t at = 0; at < climber->change_count; at++) {
        struct change first = climber->changes[at];
        if (first.option == climber->options[first.axis])
            continue;
        if (!pairs)
            try_changes(climber, first, first);
        for (size_t other = pairs ? at + 1 : climber->change_count; other < climber->change_count;
             other++) {
            struct change second = climber->changes[other];
            if (second.axis != first.axis && second.option != climber->options[second.axis])
                try_changes(climber, first, second);
        }
    }
    read_rows(climber);
}

static void ascend(struct climber *climber)
{
    const struct watch *watch = climber->request->watch;
    bool pairs = false;
    while (!watch_stopped(watch)) {
        list_changes(climber);
        if (pairs && climber->change_count * climber->change_count / 2 > PAIRS_MAX)
            return;
        look_around(climber, pairs);
        if (climber->better) {
            climber->options[climber->first.axis] = climber->first.option;
            climber->options[climber->second.axis] = climber->second.option;
            memcpy(climber->gains, climber->best, sizeof(climber->gains));
            pairs = false;
        } else if (pairs || climber->request->quick) {
            return;
        } else {
            pairs = true;
        }
    }
}

/* The first legal one of a block of random points. */
static bool draw_start(struct climber *climber)
{
    struct dice before = climber->dice;
    for (size_t row = 0; row < BATCH_ROWS; row++) {
        space_random(climber->space, &climber->dice, climber->options);
        keep_allowed(climber);
        writer_put(climber->scale.writer, row, climber->options);
    }
    scale_run(&climber->scale, BATCH_ROWS);
    for (size_t row = 0; row < BATCH_ROWS; row++) {
        space_random(climber->space, &before, climber->options);
        keep_allowed(climber);
        if (scale_read(&climber->scale, row, climber->gains) == WEIGHED)
            return true;
    }
    return false;
}

static bool find_start(struct climber *climber, size_t start)
{
    const struct climb_request *request = climber->request;
    size_t bytes = climber->space->axis_count * sizeof(uint64_t);
    if (start < request->start_count) {
        memcpy(climber->options, request->starts[start], bytes);
        keep_allowed(climber);
        return scale_weigh(&climber->scale, climber->options, climber->gains) == WEIGHED;
    }
    for (int block = 0; block < BLOCKS_DRAWN_MAX; block++)
        if (draw_start(climber))
            return true;
    memset(climber->options, 0, bytes);
    return scale_weigh(&climber->scale, climber->options, climber->gains) == WEIGHED;
}

/* Changes a few axes; whether what comes of it is legal. */
static bool shake(struct climber *climber)
{
    for (uint64_t left = 1 + dice_below(&climber->dice, SHAKEN_MAX); left > 0; left--) {
        uint64_t axis = dice_below(&climber->dice, climber->space->axis_count);
        climber->options[axis] = dice_below(&climber->dice, climber->space->axes[axis].options);
    }
    keep_allowed(climber);
    return scale_weigh(&climber->scale, climber->options, climber->gains) == WEIGHED;
}

static void climb_from(struct climber *climber, struct spot *spot)
{
    const struct climb_request *request = climber->request;
    size_t bytes = climber->space->axis_count * sizeof(uint64_t);
    size_t gain_bytes = request->stakes->parties * sizeof(int64_t);
    ascend(climber);
    memcpy(spot->options, climber->options, bytes);
    memcpy(spot->gains, climber->gains, gain_bytes);
    for (unsigned shaken = 0; shaken < request->shakes && !watch_stopped(request->watch);
         shaken++) {
        memcpy(climber->options, spot->options, bytes);
        if (!shake(climber))
            continue;
        ascend(climber);
        if (climb_compare(request, climber->gains, spot->gains) <= 0)
            continue;
        memcpy(spot->options, climber->options, bytes);
        memcpy(spot->gains, climber->gains, gain_bytes);
    }
}

static void run_start(void *shared, size_t start)
{
    struct climbing *climbing = shared;
    const struct climb_request *request = climbing->request;
    const struct package_space *space = request->stakes->space;
    struct arena *arena = arena_open();
    struct climber *climber = ARENA_NEW(arena, struct climber);
    climber->request = request;
    climber->space = space;
    climber->scale = scale_open(request->stakes, arena);
    climber->dice = dice_of(request->seed, start);
    climber->options = ARENA_ARRAY(arena, uint64_t, space->axis_count);
    climber->changes = ARENA_ARRAY(arena, struct change, space->axis_count * OPTIONS_TRIED_MAX);
    struct spot *spot = &climbing->spots[start];
    if (space->axis_count > 0 && find_start(climber, start))
        climb_from(climber, spot);
    else
        spot->options = NULL;
    scale_close(&climber->scale);
    arena_close(arena);
    request->watch->told(request->watch->context, request->name,
                         atomic_fetch_add(&climbing->done, 1) + 1,
                         request->start_count + request->random_starts);
}

struct spot *climb_run(const struct climb_request *request, struct arena *arena, size_t *count)
{
    size_t starts = request->start_count + request->random_starts, kept = 0;
    struct climbing climbing = {.request = request,
                                .spots = ARENA_ARRAY(arena, struct spot, starts)};
    for (size_t start = 0; start < starts; start++) {
        climbing.spots[start].options =
            ARENA_ARRAY(arena, uint64_t, request->stakes->space->axis_count);
        climbing.spots[start].gains = ARENA_ARRAY(arena, int64_t, request->stakes->parties);
    }
    work_run(request->watch, starts, run_start, &climbing);
    for (size_t start = 0; start < starts; start++)
        if (climbing.spots[start].options)
            climbing.spots[kept++] = climbing.spots[start];
    *count = kept;
    return climbing.spots;
}
