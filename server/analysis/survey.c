#include "survey.h"

#include "must.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MAX = 64, PART_ROWS_MIN = 1024 };

struct round_of_parts {
    const struct survey_request *request;
    struct survey parts[PARTS_MAX];
    size_t part_count;
    atomic_uint_fast64_t seen;
};

static void survey_open(struct survey *survey, const struct survey_request *request)
{
    *survey = (struct survey){0};
    for (size_t party = 0; party < request->stakes->parties; party++) {
        survey->least[party] = INT64_MAX;
        survey->most[party] = INT64_MIN;
    }
    if (!request->ideals)
        survey->frontier = frontier_open(request->stakes->parties);
}

void survey_close(struct survey *survey)
{
    frontier_close(survey->frontier);
}

void survey_point(const struct survey_request *request, uint64_t id, uint64_t *options)
{
    if (request->draws == 0) {
        space_point(request->stakes->space, id, options);
        return;
    }
    struct dice dice = dice_of(request->seed, id);
    space_random(request->stakes->space, &dice, options);
}

static void offer(struct survey *survey, const struct survey_request *request,
                  enum solution solution, uint64_t id, const int64_t *gains)
{
    size_t parties = request->stakes->parties;
    struct find *best = &survey->best[solution];
    if (!solution_admits(solution, gains, parties) ||
        (best->found &&
         solution_compare(solution, gains, best->gains, parties, request->ideals) <= 0))
        return;
    best->found = true;
    best->id = id;
    memcpy(best->gains, gains, parties * sizeof(*gains));
}

static void note(struct survey *survey, const struct survey_request *request, uint64_t id,
                 const int64_t *gains)
{
    size_t parties = request->stakes->parties;
    survey->legal++;
    if (request->ideals) {
        offer(survey, request, KALAI_SMORODINSKY, id, gains);
        return;
    }
    bool agreed = gains_least(gains, parties) >= 0;
    survey->agreed += agreed;
    for (size_t party = 0; party < parties; party++) {
        int64_t gain = gains[party];
        survey->least[party] = gain < survey->least[party] ? gain : survey->least[party];
        survey->most[party] = gain > survey->most[party] ? gain : survey->most[party];
        if (agreed && gain > survey->ideals[party])
            survey->ideals[party] = gain;
    }
    offer(survey, request, UTILITARIAN, id, gains);
    offer(survey, request, EGALITARIAN, id, gains);
    if (agreed)
        offer(survey, request, NASH, id, gains);
    (void)frontier_add(survey->frontier, id, gains);
}

static void weigh_block(struct survey *survey, const struct survey_request *request,
                        struct scale *scale, uint64_t first, size_t rows)
{
    int64_t gains[PARTIES_MAX];
    if (request->draws == 0) {
        writer_fill(scale->writer, first, rows);
    } else {
        uint64_t options[CLAUSE_KEYS_MAX];
        for (size_t row = 0; row < rows; row++) {
            survey_point(request, first + row, options);
            writer_put(scale->writer, row, options);
        }
    }
    scale_run(scale, rows);
    for (size_t row = 0; row < rows; row++) {
        enum weighed weighed = scale_read(scale, row, gains);
        survey->failed += weighed == WEIGHED_FAILED;
        if (weighed == WEIGHED)
            note(survey, request, first + row, gains);
    }
    survey->seen += rows;
}

static uint64_t all_of(const struct survey_request *request)
{
    return request->draws ? request->draws : request->stakes->space->count;
}

/* Where a part begins; the next one's is where it ends. */
static uint64_t part_start(uint64_t all, size_t part, size_t parts)
{
    return all / parts * part + all % parts * part / parts;
}

static void run_part(void *shared, size_t part)
{
    struct round_of_parts *parts = shared;
    const struct survey_request *request = parts->request;
    const struct watch *watch = request->watch;
    uint64_t all = all_of(request), at = part_start(all, part, parts->part_count);
    uint64_t end = part_start(all, part + 1, parts->part_count);
    struct survey *survey = &parts->parts[part];
    struct arena *arena = arena_open();
    survey_open(survey, request);
    struct scale scale = scale_open(request->stakes, arena);
    while (at < end && !watch_stopped(watch)) {
        size_t rows = end - at < BATCH_ROWS ? (size_t)(end - at) : BATCH_ROWS;
        weigh_block(survey, request, &scale, at, rows);
        at += rows;
        watch->told(watch->context, request->name, atomic_fetch_add(&parts->seen, rows) + rows,
                    all);
    }
    scale_close(&scale);
    arena_close(arena);
}

/* Adds a part that comes later: of equals, what is there stays. */
static void survey_add(struct survey *survey, const struct survey *part,
                       const struct survey_request *request)
{
    survey->seen += part->seen;
    survey->legal += part->legal;
    survey->failed += part->failed;
    survey->agreed += part->agreed;
    for (size_t party = 0; party < request->stakes->parties; party++) {
        if (part->least[party] < survey->least[party])
            survey->least[party] = part->least[party];
        if (part->most[party] > survey->most[party])
            survey->most[party] = part->most[party];
        if (part->ideals[party] > survey->ideals[party])
            survey->ideals[party] = part->ideals[party];
    }
    for (int solution = 0; solution < SOLUTIONS; solution++)
        if (part->best[solution].found)
            offer(survey, request, (enum solution)solution, part->best[solution].id,
                  part->best[solution].gains);
    if (part->frontier)
        frontier_merge(survey->frontier, part->frontier);
}

struct survey survey_run(const struct survey_request *request)
{
    struct round_of_parts *parts = calloc(1, sizeof(*parts));
    must(parts);
    uint64_t wanted = all_of(request) / PART_ROWS_MIN + 1;
    parts->request = request;
    parts->part_count = wanted < PARTS_MAX ? (size_t)wanted : PARTS_MAX;
    work_run(request->watch, parts->part_count, run_part, parts);
    struct survey survey;
    survey_open(&survey, request);
    survey.all = all_of(request);
    for (size_t part = 0; part < parts->part_count; part++) {
        survey_add(&survey, &parts->parts[part], request);
        survey_close(&parts->parts[part]);
    }
    free(parts);
    return survey;
}
