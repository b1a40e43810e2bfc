#include "cli.h"

#include "batch.h"
#include "checked.h"
#include "codec.h"
#include "scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: entente score [--items] DIR < packages.jsonl\n"
    "\n"
    "For each package on standard input, an object {clause key: terms} a line, answers a line:\n"
    "\n"
    "  {\"expected\": {party: n}, \"points\": {party: n}, \"no_deal\": {party: n}}\n"
    "  {\"errors\": [\"...\"]}  where it is no package, or where a clause's `requires` fails\n"
    "\n"
    "Everything but the clauses is as it is when the game begins. no_deal is what a party has\n"
    "without any.\n"
    "\n"
    "  --items  adds {\"items\": {party: {item: {\"points\": n, \"expected\": n}}}}\n"
    "\n"
    "Exit status: 0, 1 where the scenario has an error, 2 on wrong usage.\n";

/* Packages are scored a block at a time: every item of every party is a sum of the plan by itself,
 * its points and then what is expected of it, party after party. */
struct scoring {
    const struct scenario *scenario;
    struct world world; /* as the game begins */
    struct batch_plan *plan;
    struct batch *batch;
    size_t requirements; /* the number of that sum, the last */
    int64_t *no_deal;    /* one a party */
    bool items;
};

/* A line of input: a package in a row of the batch, or errors. */
struct line {
    struct tree *errors;
    struct package package;
    size_t row;
};

struct totals {
    int64_t points, expected;
};

static void add_error(struct tree *errors, struct text sentence, struct arena *arena)
{
    tree_append(arena, errors, tree_text(arena, sentence));
}

static void plan_open(struct scoring *scoring, struct arena *arena)
{
    const struct scenario *scenario = scoring->scenario;
    size_t sum_count = 0, sum = 0;
    for (size_t party = 0; party < scenario->party_count; party++)
        sum_count += 2 * scenario->scores[party].item_count;
    struct batch_sum *sums = ARENA_ARRAY(arena, struct batch_sum, sum_count);
    for (size_t party = 0; party < scenario->party_count; party++)
        for (size_t item = 0; item < scenario->scores[party].item_count; item++) {
            const struct score_item *from = &scenario->scores[party].items[item];
            sums[sum++] = (struct batch_sum){&from->points, 1};
            sums[sum++] = (struct batch_sum){&from->expected, 1};
        }
    uint32_t *keys = ARENA_ARRAY(arena, uint32_t, scenario->key_count);
    for (uint32_t key = 0; key < scenario->key_count; key++)
        keys[key] = key;
    scoring->world = world_open(scenario, arena);
    scoring->requirements = sum_count;
    scoring->plan = batch_plan_open(&(struct batch_request){.scenario = scenario,
                                                            .world = &scoring->world,
                                                            .keys = keys,
                                                            .key_count = scenario->key_count,
                                                            .sums = sums,
                                                            .sum_count = sum_count,
                                                            .requirements = true});
    scoring->batch = batch_open(scoring->plan);
}

/* Adds up a party's items, of which sum number *sum is the first; a sentence for each that cannot
 * be computed. */
static struct totals add_up(const struct scoring *scoring, size_t party, size_t row, size_t *sum,
                            struct tree *items, struct tree *errors, struct arena *arena)
{
    const struct scenario *scenario = scoring->scenario;
    const struct batch *batch = scoring->batch;
    const struct score *score = &scenario->scores[party];
    struct totals totals = {0, 0};
    for (size_t index = 0; index < score->item_count; index++, *sum += 2) {
        const struct score_item *item = &score->items[index];
        int64_t points = batch_values(batch, *sum)[row];
        int64_t expected = batch_values(batch, *sum + 1)[row];
        if (batch_failed(batch, *sum)[row] || batch_failed(batch, *sum + 1)[row] ||
            !checked_add(totals.points, points, &totals.points) ||
            !checked_add(totals.expected, expected, &totals.expected)) {
            add_error(errors,
                      arena_print(arena, "scores.%.*s.items.%.*s: This cannot be computed.",
                                  TEXT_ARGUMENTS(scenario->parties[party].id),
                                  TEXT_ARGUMENTS(item->id)),
                      arena);
            continue;
        }
        if (!items)
            continue;
        struct tree *values = tree_object(arena);
        tree_set_int(arena, values, TEXT("points"), points);
        tree_set_int(arena, values, TEXT("expected"), expected);
        tree_set(arena, items, item->id, values);
    }
    return totals;
}

/* What every party has when nothing is agreed. False where that cannot be computed. */
static bool find_no_deal(struct scoring *scoring, struct arena *arena)
{
    const struct scenario *scenario = scoring->scenario;
    struct tree *errors = tree_list(arena);
    size_t sum = 0;
    scoring->no_deal = ARENA_ARRAY(arena, int64_t, scenario->party_count);
    world_refresh(scenario, &scoring->world);
    batch_run(scoring->batch, 1); /* whose packages are empty as yet */
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct expression *fixed = scenario->scores[party].no_deal;
        if (!fixed) {
            scoring->no_deal[party] = add_up(scoring, party, 0, &sum, NULL, errors, arena).expected;
            continue;
        }
        struct result result = expression_run(fixed, &scoring->world, NULL);
        if (result.failed)
            add_error(errors,
                      arena_print(arena, "scores.%.*s.no_deal: This cannot be computed.",
                                  TEXT_ARGUMENTS(scenario->parties[party].id)),
                      arena);
        scoring->no_deal[party] = result.value;
        sum += 2 * scenario->scores[party].item_count;
    }
    for (size_t index = 0; index < errors->count; index++)
        fprintf(stderr, "%.*s\n", TEXT_ARGUMENTS(errors->members[index].value->text));
    return errors->count == 0;
}

static struct tree *score_row(const struct scoring *scoring, size_t row, struct tree *errors,
                              struct arena *arena)
{
    const struct scenario *scenario = scoring->scenario;
    struct tree *expected = tree_object(arena), *points = tree_object(arena);
    struct tree *no_deal = tree_object(arena), *items = tree_object(arena);
    size_t sum = 0;
    for (size_t party = 0; party < scenario->party_count; party++) {
        struct text id = scenario->parties[party].id;
        struct tree *own = scoring->items ? tree_object(arena) : NULL;
        struct totals totals = add_up(scoring, party, row, &sum, own, errors, arena);
        tree_set_int(arena, expected, id, totals.expected);
        tree_set_int(arena, points, id, totals.points);
        tree_set_int(arena, no_deal, id, scoring->no_deal[party]);
        if (own)
            tree_set(arena, items, id, own);
    }
    struct tree *answer = tree_object(arena);
    tree_set(arena, answer, TEXT("expected"), expected);
    tree_set(arena, answer, TEXT("points"), points);
    tree_set(arena, answer, TEXT("no_deal"), no_deal);
    if (scoring->items)
        tree_set(arena, answer, TEXT("items"), items);
    return answer;
}

static void add_sentences(struct tree *errors, const struct sentences *sentences,
                          struct arena *arena)
{
    for (size_t index = 0; index < sentences->count; index++)
        add_error(errors, sentences->items[index], arena);
}

/* A package goes into the batch's next row; what is none gets errors. */
static void read_line(const struct scoring *scoring, struct text text, struct line *line,
                      size_t *rows, struct arena *arena)
{
    struct text why;
    uint32_t at_line, at_column;
    struct tree *tree = json_read(arena, text, &why, &at_line, &at_column);
    struct sentences sentences = {NULL, 0, 0};
    line->errors = tree_list(arena);
    if (!tree) {
        add_error(line->errors,
                  arena_print(arena, "column %u: %.*s", at_column, TEXT_ARGUMENTS(why)), arena);
        return;
    }
    if (package_read(scoring->scenario, tree, arena, &line->package, &sentences)) {
        line->row = (*rows)++;
        batch_put(scoring->batch, line->row, &line->package);
    }
    add_sentences(line->errors, &sentences, arena);
}

/* Which requirements do not hold, in words. */
static void explain_requirements(const struct scoring *scoring, const struct line *line,
                                 struct arena *arena)
{
    struct world world = world_open(scoring->scenario, arena);
    struct sentences sentences = {NULL, 0, 0};
    package_apply(scoring->scenario, &world, &line->package);
    (void)package_check(scoring->scenario, &world, &line->package, arena, &sentences);
    add_sentences(line->errors, &sentences, arena);
}

static struct tree *answer_line(const struct scoring *scoring, const struct line *line,
                                struct arena *arena)
{
    struct tree *answer = NULL;
    if (line->errors->count == 0) {
        if (batch_values(scoring->batch, scoring->requirements)[line->row])
            answer = score_row(scoring, line->row, line->errors, arena);
        else
            explain_requirements(scoring, line, arena);
    }
    if (line->errors->count > 0) {
        answer = tree_object(arena);
        tree_set(arena, answer, TEXT("errors"), line->errors);
    }
    return answer;
}

static void answer_lines(const struct scoring *scoring, const struct line *lines, size_t count,
                         size_t rows, struct arena *arena)
{
    batch_run(scoring->batch, rows);
    for (size_t index = 0; index < count; index++) {
        struct text json = json_write(arena, answer_line(scoring, &lines[index], arena));
        fwrite(json.at, 1, json.length, stdout);
        putchar('\n');
    }
    arena_reset(arena);
}

static void score_input(const struct scoring *scoring)
{
    struct arena *arena = arena_open();
    struct line lines[BATCH_ROWS];
    size_t count = 0, rows = 0, capacity = 0;
    char *line = NULL;
    ssize_t length;
    while ((length = getline(&line, &capacity, stdin)) > 0) {
        struct text text = {line, (size_t)length};
        while (text.length > 0 && strchr(" \t\r\n", text.at[text.length - 1]))
            text.length--;
        if (text.length == 0)
            continue;
        lines[count] = (struct line){.errors = NULL};
        read_line(scoring, text, &lines[count++], &rows, arena);
        if (count < BATCH_ROWS)
            continue;
        answer_lines(scoring, lines, count, rows, arena);
        count = rows = 0;
    }
    answer_lines(scoring, lines, count, rows, arena);
    free(line);
    arena_close(arena);
}

static int score_folder(const char *folder, bool items)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    struct scoring scoring = {.scenario = scenario, .items = items};
    if (scenario)
        plan_open(&scoring, arena);
    bool good = scenario && find_no_deal(&scoring, arena);
    if (!scenario)
        fprintf(stderr, "entente score: %s has errors; entente check %s lists them.\n", folder,
                folder);
    if (good)
        score_input(&scoring);
    batch_close(scoring.batch);
    batch_plan_close(scoring.plan);
    scenario_close(scenario);
    arena_close(arena);
    return good ? 0 : 1;
}

int score_main(int argc, char **argv)
{
    bool items = false;
    const char *folder = NULL;
    for (int index = 1; index < argc; index++) {
        if (!strcmp(argv[index], "--help") || !strcmp(argv[index], "-h")) {
            fputs(help, stdout);
            return 0;
        }
        if (!strcmp(argv[index], "--items")) {
            items = true;
        } else if (argv[index][0] == '-' || folder) {
            fprintf(stderr, "entente score: '%s' is not understood.\n\n%s", argv[index], help);
            return 2;
        } else {
            folder = argv[index];
        }
    }
    if (!folder) {
        fputs(help, stderr);
        return 2;
    }
    return score_folder(folder, items);
}
