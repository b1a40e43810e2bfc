#include "cli.h"

#include "explore_words.h"
#include "options.h"
#include "progress.h"

#include <stdio.h>
#include <string.h>

static const char help[] =
    "usage: entente explore [OPTION]... DIR\n"
    "\n"
    "Looks at all packages of the clauses that the scenario's analysis.vary (all, without it) and\n"
    "the edition leave open, as things stand when the game begins: how many there are, what each\n"
    "party can have, how many all would sign, which are Pareto-efficient, and which the solutions\n"
    "of bargaining theory choose: utilitarian, egalitarian, Nash, Kalai-Smorodinsky.\n"
    "\n"
    "Up to --exact packages are weighed one and all. Where there are more, shares are of a sample\n"
    "drawn by chance, with 95% confidence intervals; extremes and solutions are found by what the\n"
    "scores are made of, with a proven bound where there is one, and by local search. Whatever is\n"
    "printed says which.\n"
    "\n"
    "  --edition ID   of the scenario; else its default edition\n"
    "  --seed S       of chance, 1 without; the same seed gives the same answer\n"
    "  --seconds N    ends early after so long, and says so; 300 without, 0 for no limit\n"
    "  --exact N      weighs every package where there are at most N; 100000000 without\n"
    "  --draws N      packages in the sample; 1000000 without\n"
    "  --width N      states that a proof may hold in mind; 262144 without. More prove more\n"
    "  --list N       lists at most N efficient packages; 10 without, 4096 at most\n"
    "  --threads N    1 to 256; as many as there are processors without. Changes no answer\n"
    "  --json         one JSON object\n"
    "\n"
    "Exit status: 0, 1 where the scenario has an error, 2 on wrong usage.\n";

struct wishes {
    const char *folder, *edition;
    int64_t seed, seconds, exact, draws, width, list, threads;
    bool json;
};

static int explain(enum explore_fault fault, const struct scenario *scenario, uint32_t which)
{
    if (fault == EXPLORE_CLAUSE_TOO_LARGE)
        fprintf(
            stderr,
            "entente explore: clause %.*s has more than 2^62 sets of terms, too many to number.\n",
            TEXT_ARGUMENTS(scenario->keys[which].id));
    else
        fprintf(stderr, "entente explore: what %.*s has without a deal cannot be computed.\n",
                TEXT_ARGUMENTS(scenario->parties[which].id));
    return 1;
}

static int explore_scenario(const struct scenario *scenario, int edition,
                            const struct wishes *wishes, struct arena *arena)
{
    struct patience patience;
    patience_open(&patience, wishes->seconds);
    const struct watch watch = patience_watch(&patience, wishes->threads);
    struct world world = world_open(scenario, arena);
    world_refresh(scenario, &world);
    struct explore_request request = {.scenario = scenario,
                                      .world = &world,
                                      .exact_most = (uint64_t)wishes->exact,
                                      .seed = (uint64_t)wishes->seed,
                                      .draws = (uint64_t)wishes->draws,
                                      .width = (size_t)wishes->width,
                                      .frontier = (size_t)wishes->list,
                                      .watch = &watch};
    request.keys = space_keys(scenario, edition, arena, &request.key_count);
    struct exploration exploration;
    uint32_t which = 0;
    enum explore_fault fault = explore_run(&request, arena, &exploration, &which);
    patience_close(&patience);
    if (fault != EXPLORE_DONE)
        return explain(fault, scenario, which);
    /* Without any in the file there is one without a name. */
    bool named = edition >= 0 && scenario->editions[edition].id.length > 0;
    const struct explore_report report = {&exploration, named ? &scenario->editions[edition] : NULL,
                                          request.seed, arena};
    if (wishes->json)
        explore_write_json(&report);
    else
        explore_write_words(&report);
    explore_close(&exploration);
    return 0;
}

/* The edition that is asked for, or the default one; -1: none; -2: there is no such edition. */
static int find_edition(const struct scenario *scenario, const char *wanted)
{
    if (wanted) {
        int edition = scenario_edition(scenario, text_of(wanted));
        return edition < 0 ? -2 : edition;
    }
    for (size_t edition = 0; edition < scenario->edition_count; edition++)
        if (scenario->editions[edition].start)
            return (int)edition;
    return -1;
}

static int explore_folder(const struct wishes *wishes)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct scenario *scenario = scenario_load(wishes->folder, &diagnostics);
    int edition = scenario ? find_edition(scenario, wishes->edition) : -1, status = 1;
    if (!scenario) {
        fprintf(stderr, "entente explore: %s has errors; entente check %s lists them.\n",
                wishes->folder, wishes->folder);
    } else if (edition == -2) {
        status = edition_wrong("explore", scenario, wishes->edition);
    } else {
        status = explore_scenario(scenario, edition, wishes, arena);
    }
    scenario_close(scenario);
    arena_close(arena);
    return status;
}

int explore_main(int argc, char **argv)
{
    struct wishes wishes = {.seed = 1,
                            .seconds = 300,
                            .exact = 100000000,
                            .draws = 1000000,
                            .width = 262144,
                            .list = 10};
    const struct verb_option options[] = {
        {.name = "--json", .flag = &wishes.json},
        {.name = "--edition", .word = &wishes.edition},
        {.name = "--seed", .number = &wishes.seed, .most = INT64_MAX},
        {.name = "--seconds", .number = &wishes.seconds, .most = 1000000000},
        {.name = "--exact", .number = &wishes.exact, .most = INT64_MAX},
        {.name = "--draws", .number = &wishes.draws, .least = 1, .most = 1000000000000},
        {.name = "--width", .number = &wishes.width, .least = 1, .most = 1 << 24},
        {.name = "--list", .number = &wishes.list, .most = MEMBERS_MAX},
        {.name = "--threads", .number = &wishes.threads, .least = 1, .most = THREADS_MAX},
    };
    const struct option_table table = {"explore", help, options,
                                       sizeof(options) / sizeof(*options)};
    int status = options_read(argc, argv, &table, &wishes.folder);
    return status == OPTIONS_READ ? explore_folder(&wishes) : status;
}
