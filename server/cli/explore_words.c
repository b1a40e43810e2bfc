#include "explore_words.h"

#include "codec.h"

#include <stdio.h>
#include <string.h>

enum { ID_WIDTH_MIN = 6 };

static const struct scenario *scenario_of(const struct explore_report *report)
{
    return report->exploration->stakes.scenario;
}

static int id_width(const struct explore_report *report)
{
    size_t width = ID_WIDTH_MIN;
    for (size_t party = 0; party < report->exploration->stakes.parties; party++)
        if (scenario_of(report)->parties[party].id.length > width)
            width = scenario_of(report)->parties[party].id.length;
    return (int)width;
}

static void say_space(const struct explore_report *report)
{
    const struct exploration *exploration = report->exploration;
    const struct package_space *space = &exploration->space;
    printf("%.*s", TEXT_ARGUMENTS(scenario_of(report)->title));
    if (report->edition)
        printf(", edition '%.*s'", TEXT_ARGUMENTS(report->edition->id));
    printf(": %zu clauses stay open, %.*s packages", space->axis_count,
           TEXT_ARGUMENTS(space->size));
    if (exploration->legal.length > 0 && !exploration->exact)
        printf(", %.*s of them legal", TEXT_ARGUMENTS(exploration->legal));
    printf(".\n");
    if (exploration->exact)
        printf("Every one was weighed, %llu of them legal.",
               (unsigned long long)exploration->legal_weighed);
    else
        printf("%llu were weighed%s, %llu of them legal.", (unsigned long long)exploration->weighed,
               exploration->drawn ? " (drawn by chance)" : " before the time was up",
               (unsigned long long)exploration->legal_weighed);
    if (exploration->failed_weighed > 0)
        printf(" The scores of %llu of these cannot be computed; they are left out below.",
               (unsigned long long)exploration->failed_weighed);
    printf("\nAll would sign %llu of these: %.4g %%",
           (unsigned long long)exploration->agreed_weighed, 100 * exploration->agreed_share.share);
    if (exploration->drawn)
        printf(" (with 95%% confidence %.4g to %.4g %%)", 100 * exploration->agreed_share.low,
               100 * exploration->agreed_share.high);
    printf(".\n");
    if (exploration->stopped)
        printf("The time was up before all was done (--seconds): what is not proved below may be "
               "bettered.\n");
}

static void say_extreme(struct extreme extreme, int64_t reservation)
{
    char words[64] = "-";
    if (extreme.found && extreme.known == KNOWN_BOUNDED)
        snprintf(words, sizeof(words), "%lld (%lld)", (long long)(reservation + extreme.gain),
                 (long long)(reservation + extreme.beyond));
    else if (extreme.found)
        snprintf(words, sizeof(words), "%lld%s", (long long)(reservation + extreme.gain),
                 extreme.known == KNOWN_SEARCHED ? "?" : "");
    printf("  %14s", words);
}

static bool any_extreme(const struct explore_report *report, enum known known)
{
    for (size_t party = 0; party < report->exploration->stakes.parties; party++) {
        const struct prospects *prospects = &report->exploration->prospects[party];
        if ((prospects->least.found && prospects->least.known == known) ||
            (prospects->most.found && prospects->most.known == known))
            return true;
    }
    return false;
}

static void say_parties(const struct explore_report *report)
{
    const struct exploration *exploration = report->exploration;
    int width = id_width(report);
    printf("\n%-*s  %8s  %14s  %14s  %8s\n", width, "party", "no deal", "least", "most", "ideal");
    for (size_t party = 0; party < exploration->stakes.parties; party++) {
        const struct prospects *prospects = &exploration->prospects[party];
        int64_t reservation = exploration->stakes.reservations[party];
        printf("%-*.*s  %8lld", width, TEXT_ARGUMENTS(scenario_of(report)->parties[party].id),
               (long long)reservation);
        say_extreme(prospects->least, reservation);
        say_extreme(prospects->most, reservation);
        if (prospects->ideal_found)
            printf("  %8lld\n", (long long)(reservation + prospects->ideal));
        else
            printf("  %8s\n", "-");
    }
    printf("Expected scores. Ideal: the most where all would sign.\n");
    if (any_extreme(report, KNOWN_BOUNDED))
        printf("In brackets: how far it is proved that nothing is further.\n");
    if (any_extreme(report, KNOWN_SEARCHED))
        printf("?: found; there may be something further out.\n");
}

static void say_deal(const struct explore_report *report, const struct deal *deal)
{
    const struct exploration *exploration = report->exploration;
    struct text package = json_write(report->arena, explore_package(report, deal));
    const char *comma = "";
    printf("  %.*s\n  ", TEXT_ARGUMENTS(package));
    for (size_t party = 0; party < exploration->stakes.parties; party++)
        printf("%s%.*s %lld (%+lld)", party ? ", " : "",
               TEXT_ARGUMENTS(scenario_of(report)->parties[party].id),
               (long long)(exploration->stakes.reservations[party] + deal->gains[party]),
               (long long)deal->gains[party]);
    for (size_t party = 0; party < exploration->stakes.parties; party++) {
        if (deal->gains[party] >= 0)
            continue;
        printf("%s%.*s", *comma ? comma : "\n  would not sign: ",
               TEXT_ARGUMENTS(scenario_of(report)->parties[party].id));
        comma = ", ";
    }
    putchar('\n');
}

static void say_solutions(const struct explore_report *report)
{
    static const char *const names[] = {
        [UTILITARIAN] = "Utilitarian: the largest sum of gains",
        [EGALITARIAN] = "Egalitarian: the largest least gain",
        [NASH] = "Nash: the largest product of gains; their geometric mean",
        [KALAI_SMORODINSKY] = "Kalai-Smorodinsky: the largest least share of one's ideal gain",
    };
    for (int solution = 0; solution < SOLUTIONS; solution++) {
        const struct solved *solved = &report->exploration->solved[solution];
        printf("\n%s", names[solution]);
        if (!solved->found) {
            printf(": none was found.\n");
            continue;
        }
        printf(" is %.4g", solved->value);
        if (solved->known == KNOWN_PROVED)
            printf(", proved.\n");
        else if (solved->known == KNOWN_BOUNDED)
            printf("; proved is at most %.4g, a gap of %.4g.\n", solved->most,
                   solved->most - solved->value);
        else
            printf(", by search; nothing is proved.\n");
        say_deal(report, &solved->deal);
    }
}

static void say_frontier(const struct explore_report *report)
{
    const struct exploration *exploration = report->exploration;
    size_t left_out = exploration->efficient - exploration->frontier_count;
    printf("\nPareto-efficient%s: %zu outcomes%s", exploration->exact ? "" : " among those found",
           exploration->efficient, exploration->efficient_more ? ", and there may be more" : "");
    if (left_out > 0)
        printf("; %zu are left out here", left_out);
    printf(". First those that all would sign, the largest sum of gains first:\n");
    for (size_t at = 0; at < exploration->frontier_count; at++)
        say_deal(report, &exploration->frontier[at]);
}

void explore_write_words(const struct explore_report *report)
{
    say_space(report);
    say_parties(report);
    say_solutions(report);
    say_frontier(report);
}
