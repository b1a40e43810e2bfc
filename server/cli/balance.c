#include "cli.h"

#include "balance_report.h"
#include "bots.h"
#include "options.h"
#include "progress.h"

#include <errno.h>
#include <string.h>

static const char help[] =
    "usage: entente balance [OPTION]... DIR\n"
    "\n"
    "Lets bots play many whole games, on all processors, and tells what they come to: how many "
    "end\n"
    "in an agreement, and in the zone of possible agreement; outcomes; what each party gains over\n"
    "what no deal was worth to it as the talks opened; who signs what; how long it takes; parties\n"
    "that never matter and terms that never move; what is chosen in the last round, and what any\n"
    "other choice would have brought; which temperaments do better. The same seed gives the same\n"
    "report, byte for byte, whatever the number of threads.\n"
    "\n"
    "  --games N      that are played; 1000 without, 1 to 100000\n"
    "  --seed S       of chance, 1 without\n"
    "  --edition ID   of the scenario; else its default edition\n"
    "  --temperament LIST\n"
    "                 of all bots: boulware; or of some parties: nor=boulware,sou=conceder. Who "
    "is\n"
    "                 not named draws one in each game\n"
    "  --threads N    1 to 256; as many as there are processors without. Changes no answer\n"
    "  --json         one JSON object\n"
    "  --html FILE    besides, a page to be read or printed, with charts\n"
    "\n"
    "Exit status: 0, 1 where the scenario has an error or the page cannot be written, 2 on wrong "
    "usage.\n";

enum { GAMES_MAX = 100000 };

struct wishes {
    const char *folder, *edition, *temperament, *page;
    int64_t games, seed, threads;
    bool json;
};

/* --- the bots --- */

/* Whom each party's bot takes after; -1: drawn in each game. */
struct cast {
    int temperaments[PARTIES_MAX];
};

static enum temperament cast_temperament(const struct cast *cast, const struct game *game,
                                         int party)
{
    int named = cast->temperaments[party];
    return named < 0 ? temperament_of(game, party) : (enum temperament)named;
}

static bool cast_wants(void *context, const struct game *game, int party, struct text seat,
                       int64_t now, struct arena *arena, struct command *command)
{
    return bot_wants_as(cast_temperament(context, game, party), game, party, seat, now, arena,
                        command);
}

static size_t cast_kind(void *context, const struct game *game, int party)
{
    return (size_t)cast_temperament(context, game, party);
}

static int temperament_unknown(struct text name)
{
    fprintf(stderr, "entente balance: there is no temperament '%.*s'; there are",
            TEXT_ARGUMENTS(name));
    for (int index = 0; index < TEMPERAMENTS; index++)
        fprintf(stderr, "%s %.*s", index ? "," : "",
                TEXT_ARGUMENTS(temperament_name((enum temperament)index)));
    fputs(".\n", stderr);
    return 2;
}

/* One part of the list: a temperament for all, or party=temperament. */
static int cast_read_part(struct cast *cast, const struct scenario *scenario, struct text part)
{
    const char *equals = part.length > 0 ? memchr(part.at, '=', part.length) : NULL;
    struct text party_id = {part.at, equals ? (size_t)(equals - part.at) : 0};
    struct text name = equals ? (struct text){equals + 1, part.length - party_id.length - 1} : part;
    int party = equals ? scenario_party(scenario, party_id) : -1;
    int temperament = temperament_find(name);
    if (temperament < 0)
        return temperament_unknown(name);
    if (equals && party < 0) {
        fprintf(stderr, "entente balance: %.*s has no party '%.*s'.\n",
                TEXT_ARGUMENTS(scenario->id), TEXT_ARGUMENTS(party_id));
        return 2;
    }
    for (int each = 0; each < PARTIES_MAX; each++)
        if (!equals || each == party)
            cast->temperaments[each] = temperament;
    return 0;
}

static int cast_read(struct cast *cast, const struct scenario *scenario, const char *list)
{
    for (int party = 0; party < PARTIES_MAX; party++)
        cast->temperaments[party] = -1;
    for (const char *at = list; at;) {
        const char *comma = strchr(at, ',');
        struct text part = {at, comma ? (size_t)(comma - at) : strlen(at)};
        int status = cast_read_part(cast, scenario, part);
        if (status != 0)
            return status;
        at = comma ? comma + 1 : NULL;
    }
    return 0;
}

/* --- the games --- */

static bool balance_scenario(const struct scenario *scenario, uint32_t edition, struct cast *cast,
                             const struct wishes *wishes, FILE *page, struct arena *arena)
{
    struct text kinds[TEMPERAMENTS];
    for (int index = 0; index < TEMPERAMENTS; index++)
        kinds[index] = temperament_name((enum temperament)index);
    const struct players players = {cast_wants, cast_kind, kinds, TEMPERAMENTS, cast};
    struct patience patience;
    patience_open(&patience, 0);
    const struct watch watch = patience_watch(&patience, wishes->threads);
    const struct balance_request request = {.scenario = scenario,
                                            .edition = edition,
                                            .seed = (uint64_t)wishes->seed,
                                            .games = (size_t)wishes->games,
                                            .players = &players,
                                            .watch = &watch};
    struct balance balance = balance_run(&request, arena);
    patience_close(&patience);
    const struct balance_report report = {
        &balance, scenario, &scenario->editions[edition],
        wishes->temperament ? text_of(wishes->temperament) : TEXT(""), arena};
    if (wishes->json)
        balance_write_json(&report);
    else
        balance_write_words(&report);
    if (!page)
        return true;
    balance_write_html(&report, page);
    return ferror(page) == 0;
}

/* The page is opened before the games are played: who cannot have it hears so at once. */
static int balance_with_page(const struct scenario *scenario, uint32_t edition, struct cast *cast,
                             const struct wishes *wishes, struct arena *arena)
{
    FILE *page = wishes->page ? fopen(wishes->page, "w") : NULL;
    bool fine = !wishes->page || page;
    if (fine)
        fine = balance_scenario(scenario, edition, cast, wishes, page, arena);
    if (page && fclose(page) != 0)
        fine = false;
    if (!fine)
        fprintf(stderr, "entente balance: %s cannot be written: %s.\n", wishes->page,
                strerror(errno));
    return fine ? 0 : 1;
}

static int balance_folder(const struct wishes *wishes)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct scenario *scenario = scenario_load(wishes->folder, &diagnostics);
    struct cast cast;
    int status = 1;
    if (!scenario) {
        fprintf(stderr, "entente balance: %s has errors; entente check %s lists them.\n",
                wishes->folder, wishes->folder);
    } else if (wishes->edition && scenario_edition(scenario, text_of(wishes->edition)) < 0) {
        status = edition_wrong("balance", scenario, wishes->edition);
    } else {
        uint32_t edition = wishes->edition
                               ? (uint32_t)scenario_edition(scenario, text_of(wishes->edition))
                               : scenario->edition_start;
        status = cast_read(&cast, scenario, wishes->temperament);
        if (status == 0)
            status = balance_with_page(scenario, edition, &cast, wishes, arena);
    }
    scenario_close(scenario);
    arena_close(arena);
    return status;
}

int balance_main(int argc, char **argv)
{
    struct wishes wishes = {.games = 1000, .seed = 1};
    const struct verb_option options[] = {
        {.name = "--json", .flag = &wishes.json},
        {.name = "--edition", .word = &wishes.edition},
        {.name = "--temperament", .word = &wishes.temperament},
        {.name = "--html", .word = &wishes.page},
        {.name = "--games", .number = &wishes.games, .least = 1, .most = GAMES_MAX},
        {.name = "--seed", .number = &wishes.seed, .most = INT64_MAX},
        {.name = "--threads", .number = &wishes.threads, .least = 1, .most = THREADS_MAX},
    };
    const struct option_table table = {"balance", help, options,
                                       sizeof(options) / sizeof(*options)};
    int status = options_read(argc, argv, &table, &wishes.folder);
    return status == OPTIONS_READ ? balance_folder(&wishes) : status;
}
