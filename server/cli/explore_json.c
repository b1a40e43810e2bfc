#include "explore_words.h"

#include "codec.h"

#include <stdio.h>

/* Trees have no fractions, so the object is written piece by piece, and only its parts are trees.
 */

const char *const explore_solutions[SOLUTIONS] = {
    [UTILITARIAN] = "utilitarian",
    [EGALITARIAN] = "egalitarian",
    [NASH] = "nash",
    [KALAI_SMORODINSKY] = "kalai_smorodinsky",
};

static const char *known_word(enum known known)
{
    static const char *const words[] = {
        [KNOWN_PROVED] = "proved", [KNOWN_BOUNDED] = "bounded", [KNOWN_SEARCHED] = "searched"};
    return words[known];
}

static const struct scenario *scenario_of(const struct explore_report *report)
{
    return report->exploration->stakes.scenario;
}

static void write_tree(const struct explore_report *report, const struct tree *tree)
{
    struct text json = json_write(report->arena, tree);
    fwrite(json.at, 1, json.length, stdout);
}

struct tree *explore_package(const struct explore_report *report, const struct deal *deal)
{
    const struct scenario *scenario = scenario_of(report);
    struct arena *arena = report->arena;
    struct package package = space_package(&report->exploration->space, deal->options, arena);
    struct tree *tree = tree_object(arena);
    for (size_t at = 0; at < package.count; at++) {
        const struct clause_key *key = &scenario->keys[package.clauses[at].key];
        const struct clause_type *type = &scenario->clause_types[key->type];
        struct tree *terms = tree_object(arena);
        for (size_t term = 0; term < type->term_count; term++)
            tree_set(arena, terms, type->terms[term].id,
                     domain_to_tree(scenario, &type->terms[term].domain,
                                    package.clauses[at].terms[term], arena));
        tree_set(arena, tree, key->id, terms);
    }
    return tree;
}

static struct tree *deal_tree(const struct explore_report *report, const struct deal *deal)
{
    const struct exploration *exploration = report->exploration;
    struct arena *arena = report->arena;
    struct tree *tree = tree_object(arena), *expected = tree_object(arena);
    struct tree *gains = tree_object(arena), *refuse = tree_list(arena);
    for (size_t party = 0; party < exploration->stakes.parties; party++) {
        struct text id = scenario_of(report)->parties[party].id;
        tree_set_int(arena, expected, id,
                     exploration->stakes.reservations[party] + deal->gains[party]);
        tree_set_int(arena, gains, id, deal->gains[party]);
        if (deal->gains[party] < 0)
            tree_append(arena, refuse, tree_text(arena, id));
    }
    tree_set(arena, tree, TEXT("package"), explore_package(report, deal));
    tree_set(arena, tree, TEXT("expected"), expected);
    tree_set(arena, tree, TEXT("gains"), gains);
    tree_set(arena, tree, TEXT("would_not_sign"), refuse);
    return tree;
}

static void write_share(const char *name, struct share share, const struct exploration *exploration)
{
    printf("\"%s\":{\"share\":%.9g,\"low\":%.9g,\"high\":%.9g,\"known\":\"%s\"}", name, share.share,
           share.low, share.high,
           exploration->exact   ? "proved"
           : exploration->drawn ? "sampled"
                                : "partial");
}

/* Beyond 64 bits a string. */
static void write_count(const char *name, struct text digits)
{
    const char *quote = digits.length > 18 ? "\"" : "";
    printf("\"%s\":%s%.*s%s,", name, quote, TEXT_ARGUMENTS(digits), quote);
}

static void write_space(const struct explore_report *report)
{
    const struct exploration *exploration = report->exploration;
    struct tree *clauses = tree_list(report->arena);
    for (size_t axis = 0; axis < exploration->space.axis_count; axis++)
        tree_append(
            report->arena, clauses,
            tree_text(report->arena, scenario_of(report)->keys[exploration->space.keys[axis]].id));
    printf("\"space\":{\"clauses\":");
    write_tree(report, clauses);
    putchar(',');
    write_count("packages", exploration->space.size);
    if (exploration->legal.length > 0)
        write_count("legal", exploration->legal);
    printf("\"weighed\":%llu,\"weighed_legal\":%llu,\"not_computable\":%llu,",
           (unsigned long long)exploration->weighed, (unsigned long long)exploration->legal_weighed,
           (unsigned long long)exploration->failed_weighed);
    write_share("legal_share", exploration->legal_share, exploration);
    printf("},");
    printf("\"zopa\":{\"packages\":%llu,", (unsigned long long)exploration->agreed_weighed);
    write_share("of_legal", exploration->agreed_share, exploration);
    printf("},");
}

static void write_extreme(const char *name, struct extreme extreme, int64_t reservation)
{
    if (!extreme.found)
        return;
    printf(",\"%s\":{\"expected\":%lld,\"known\":\"%s\"", name,
           (long long)(reservation + extreme.gain), known_word(extreme.known));
    if (extreme.known == KNOWN_BOUNDED)
        printf(",\"beyond\":%lld", (long long)(reservation + extreme.beyond));
    putchar('}');
}

static void write_parties(const struct explore_report *report)
{
    const struct exploration *exploration = report->exploration;
    printf("\"parties\":{");
    for (size_t party = 0; party < exploration->stakes.parties; party++) {
        const struct prospects *prospects = &exploration->prospects[party];
        int64_t reservation = exploration->stakes.reservations[party];
        printf("%s\"%.*s\":{\"no_deal\":%lld", party ? "," : "",
               TEXT_ARGUMENTS(scenario_of(report)->parties[party].id), (long long)reservation);
        write_extreme("least", prospects->least, reservation);
        write_extreme("most", prospects->most, reservation);
        if (prospects->ideal_found)
            printf(",\"ideal\":%lld", (long long)(reservation + prospects->ideal));
        putchar('}');
    }
    printf("},");
}

static void write_solutions(const struct explore_report *report)
{
    const char *comma = "";
    printf("\"solutions\":{");
    for (int solution = 0; solution < SOLUTIONS; solution++) {
        const struct solved *solved = &report->exploration->solved[solution];
        if (!solved->found)
            continue;
        printf("%s\"%s\":{\"value\":%.9g,\"known\":\"%s\"", comma, explore_solutions[solution],
               solved->value, known_word(solved->known));
        if (solved->known == KNOWN_BOUNDED)
            printf(",\"most\":%.9g,\"gap\":%.9g", solved->most, solved->most - solved->value);
        printf(",\"deal\":");
        write_tree(report, deal_tree(report, &solved->deal));
        putchar('}');
        comma = ",";
    }
    printf("},");
}

static void write_frontier(const struct explore_report *report)
{
    const struct exploration *exploration = report->exploration;
    struct tree *deals = tree_list(report->arena);
    for (size_t at = 0; at < exploration->frontier_count; at++)
        tree_append(report->arena, deals, deal_tree(report, &exploration->frontier[at]));
    printf("\"efficient\":{\"found\":%zu,\"complete\":%s,\"known\":\"%s\",\"left_out\":%zu,"
           "\"deals\":",
           exploration->efficient, exploration->efficient_more ? "false" : "true",
           exploration->exact ? "proved" : "searched",
           exploration->efficient - exploration->frontier_count);
    write_tree(report, deals);
    putchar('}');
}

void explore_write_json(const struct explore_report *report)
{
    const struct exploration *exploration = report->exploration;
    printf("{\"scenario\":\"%.*s\",", TEXT_ARGUMENTS(scenario_of(report)->id));
    if (report->edition)
        printf("\"edition\":\"%.*s\",", TEXT_ARGUMENTS(report->edition->id));
    printf("\"seed\":%llu,\"exact\":%s,\"stopped\":%s,", (unsigned long long)report->seed,
           exploration->exact ? "true" : "false", exploration->stopped ? "true" : "false");
    write_space(report);
    write_parties(report);
    write_solutions(report);
    write_frontier(report);
    puts("}");
}
