#include "cli.h"

#include "checked.h"
#include "codec.h"
#include "package.h"
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

struct scoring {
    const struct scenario *scenario;
    int64_t *no_deal; /* one a party */
    bool items;
};

struct totals {
    int64_t points, expected;
};

static void add_error(struct tree *errors, struct text sentence, struct arena *arena)
{
    tree_append(arena, errors, tree_text(arena, sentence));
}

/* Adds up a party's items; a sentence for each that cannot be computed. */
static struct totals add_up(const struct scenario *scenario, size_t party,
                            const struct world *world, struct tree *items, struct tree *errors,
                            struct arena *arena)
{
    const struct score *score = &scenario->scores[party];
    struct totals totals = {0, 0};
    for (size_t index = 0; index < score->item_count; index++) {
        const struct score_item *item = &score->items[index];
        struct result points = expression_run(item->points, world, NULL);
        struct result expected = expression_run(item->expected, world, NULL);
        if (points.failed || expected.failed ||
            !checked_add(totals.points, points.value, &totals.points) ||
            !checked_add(totals.expected, expected.value, &totals.expected)) {
            add_error(errors,
                      arena_print(arena, "scores.%.*s.items.%.*s: This cannot be computed.",
                                  TEXT_ARGUMENTS(scenario->parties[party].id),
                                  TEXT_ARGUMENTS(item->id)),
                      arena);
            continue;
        }
        struct tree *values = tree_object(arena);
        tree_set_int(arena, values, TEXT("points"), points.value);
        tree_set_int(arena, values, TEXT("expected"), expected.value);
        tree_set(arena, items, item->id, values);
    }
    return totals;
}

/* What every party has when nothing is agreed. False where that cannot be computed. */
static bool find_no_deal(struct scoring *scoring, struct arena *arena)
{
    const struct scenario *scenario = scoring->scenario;
    struct world world = world_open(scenario, arena);
    world_refresh(scenario, &world);
    struct tree *errors = tree_list(arena);
    scoring->no_deal = ARENA_ARRAY(arena, int64_t, scenario->party_count);
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct expression *fixed = scenario->scores[party].no_deal;
        struct result result = {0};
        if (fixed)
            result = expression_run(fixed, &world, NULL);
        if (result.failed)
            add_error(errors,
                      arena_print(arena, "scores.%.*s.no_deal: This cannot be computed.",
                                  TEXT_ARGUMENTS(scenario->parties[party].id)),
                      arena);
        scoring->no_deal[party] =
            fixed ? result.value
                  : add_up(scenario, party, &world, tree_object(arena), errors, arena).expected;
    }
    for (size_t index = 0; index < errors->count; index++)
        fprintf(stderr, "%.*s\n", TEXT_ARGUMENTS(errors->members[index].value->text));
    return errors->count == 0;
}

static struct tree *score_package(const struct scoring *scoring, const struct world *world,
                                  struct tree *errors, struct arena *arena)
{
    const struct scenario *scenario = scoring->scenario;
    struct tree *expected = tree_object(arena), *points = tree_object(arena);
    struct tree *no_deal = tree_object(arena), *items = tree_object(arena);
    for (size_t party = 0; party < scenario->party_count; party++) {
        struct text id = scenario->parties[party].id;
        struct tree *own = tree_object(arena);
        struct totals totals = add_up(scenario, party, world, own, errors, arena);
        tree_set_int(arena, expected, id, totals.expected);
        tree_set_int(arena, points, id, totals.points);
        tree_set_int(arena, no_deal, id, scoring->no_deal[party]);
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

static struct tree *answer_line(const struct scoring *scoring, struct text line,
                                struct arena *arena)
{
    const struct scenario *scenario = scoring->scenario;
    struct tree *errors = tree_list(arena), *answer = NULL;
    struct text why;
    uint32_t at_line, at_column;
    struct tree *tree = json_read(arena, line, &why, &at_line, &at_column);
    if (tree) {
        struct package package;
        struct sentences sentences = {NULL, 0, 0};
        struct world world = world_open(scenario, arena);
        bool good = package_read(scenario, tree, arena, &package, &sentences);
        if (good) {
            package_apply(scenario, &world, &package);
            good = package_check(scenario, &world, &package, arena, &sentences);
        }
        for (size_t index = 0; index < sentences.count; index++)
            add_error(errors, sentences.items[index], arena);
        if (good)
            answer = score_package(scoring, &world, errors, arena);
    } else {
        add_error(errors, arena_print(arena, "column %u: %.*s", at_column, TEXT_ARGUMENTS(why)),
                  arena);
    }
    if (errors->count > 0) {
        answer = tree_object(arena);
        tree_set(arena, answer, TEXT("errors"), errors);
    }
    return answer;
}

static void score_input(const struct scoring *scoring)
{
    struct arena *arena = arena_open();
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, stdin)) > 0) {
        struct text text = {line, (size_t)length};
        while (text.length > 0 && strchr(" \t\r\n", text.at[text.length - 1]))
            text.length--;
        if (text.length == 0)
            continue;
        struct text json = json_write(arena, answer_line(scoring, text, arena));
        fwrite(json.at, 1, json.length, stdout);
        putchar('\n');
        arena_reset(arena);
    }
    free(line);
    arena_close(arena);
}

static int score_folder(const char *folder, bool items)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    struct scoring scoring = {.scenario = scenario, .items = items};
    bool good = scenario && find_no_deal(&scoring, arena);
    if (!scenario)
        fprintf(stderr, "entente score: %s has errors; entente check %s lists them.\n", folder,
                folder);
    if (good)
        score_input(&scoring);
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
