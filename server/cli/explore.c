#include "cli.h"

#include "explore_words.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

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

/* Who waits for it. */
struct patience {
    int64_t end_ms; /* 0: never */
    atomic_bool over;
    bool shown; /* progress, on a terminal */
    pthread_mutex_t lock;
    int64_t told_ms;
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool patience_over(void *context)
{
    struct patience *patience = context;
    if (patience->end_ms > 0 && !atomic_load(&patience->over) && now_ms() >= patience->end_ms)
        atomic_store(&patience->over, true);
    return atomic_load(&patience->over);
}

static void show_progress(void *context, const char *what, uint64_t done, uint64_t all)
{
    enum { WIDTH = 30, PAUSE_MS = 100 };
    struct patience *patience = context;
    int64_t now = patience->shown ? now_ms() : 0;
    if (!patience->shown || pthread_mutex_trylock(&patience->lock) != 0)
        return;
    if (now - patience->told_ms >= PAUSE_MS) {
        char bar[WIDTH + 1];
        size_t full = all ? (size_t)((double)done / (double)all * WIDTH) : 0;
        for (size_t at = 0; at < WIDTH; at++)
            bar[at] = at < full ? '#' : '.';
        bar[WIDTH] = 0;
        patience->told_ms = now;
        fprintf(stderr, "\r\033[K[%s] %s", bar, what);
    }
    pthread_mutex_unlock(&patience->lock);
}

static unsigned threads_of(const struct wishes *wishes)
{
    long processors = wishes->threads > 0 ? (long)wishes->threads : sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? 1 : processors > THREADS_MAX ? THREADS_MAX : (unsigned)processors;
}

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
    struct patience patience = {
        .end_ms = wishes->seconds > 0 ? now_ms() + wishes->seconds * 1000 : 0,
        .shown = isatty(STDERR_FILENO) == 1,
        .lock = PTHREAD_MUTEX_INITIALIZER,
    };
    const struct watch watch = {patience_over, show_progress, &patience, threads_of(wishes)};
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
    if (patience.shown)
        fputs("\r\033[K", stderr);
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
        fprintf(stderr, "entente explore: %.*s has no edition '%s'.\n",
                TEXT_ARGUMENTS(scenario->id), wishes->edition);
        status = 2;
    } else {
        status = explore_scenario(scenario, edition, wishes, arena);
    }
    scenario_close(scenario);
    arena_close(arena);
    return status;
}

static int misunderstood(const char *argument)
{
    fprintf(stderr, "entente explore: '%s' is not understood.\n\n%s", argument, help);
    return 2;
}

struct number {
    const char *name;
    int64_t *value;
    int64_t least, most;
};

/* An option with a number after it. False where it is none of these, or the number is no good. */
static bool read_number(const struct number *numbers, size_t count, const char *name,
                        const char *value)
{
    for (size_t at = 0; at < count; at++)
        if (!strcmp(numbers[at].name, name))
            return value && text_to_int(text_of(value), numbers[at].value) &&
                   *numbers[at].value >= numbers[at].least &&
                   *numbers[at].value <= numbers[at].most;
    return false;
}

int explore_main(int argc, char **argv)
{
    struct wishes wishes = {.seed = 1,
                            .seconds = 300,
                            .exact = 100000000,
                            .draws = 1000000,
                            .width = 262144,
                            .list = 10};
    const struct number numbers[] = {
        {"--seed", &wishes.seed, 0, INT64_MAX},
        {"--seconds", &wishes.seconds, 0, 1000000000},
        {"--exact", &wishes.exact, 0, INT64_MAX},
        {"--draws", &wishes.draws, 1, 1000000000000},
        {"--width", &wishes.width, 1, 1 << 24},
        {"--list", &wishes.list, 0, MEMBERS_MAX},
        {"--threads", &wishes.threads, 1, THREADS_MAX},
    };
    for (int index = 1; index < argc; index++) {
        const char *value = index + 1 < argc ? argv[index + 1] : NULL;
        if (!strcmp(argv[index], "--help") || !strcmp(argv[index], "-h")) {
            fputs(help, stdout);
            return 0;
        }
        if (!strcmp(argv[index], "--json")) {
            wishes.json = true;
        } else if (!strcmp(argv[index], "--edition") && value) {
            wishes.edition = argv[++index];
        } else if (read_number(numbers, sizeof(numbers) / sizeof(*numbers), argv[index], value)) {
            index++;
        } else if (argv[index][0] == '-' || wishes.folder) {
            return misunderstood(argv[index]);
        } else {
            wishes.folder = argv[index];
        }
    }
    if (!wishes.folder) {
        fputs(help, stderr);
        return 2;
    }
    return explore_folder(&wishes);
}
