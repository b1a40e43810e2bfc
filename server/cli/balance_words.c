#include "balance_report.h"

#include "codec.h"

struct text balance_value(const struct balance_report *report, const struct term *term,
                          int64_t value)
{
    const struct tree *tree = domain_to_tree(report->scenario, &term->domain, value, report->arena);
    return tree->kind == TREE_TEXT ? tree->text : json_write(report->arena, tree);
}

static int id_width(const struct balance_report *report)
{
    size_t width = 5;
    for (size_t party = 0; party < report->scenario->party_count; party++)
        if (report->scenario->parties[party].id.length > width)
            width = report->scenario->parties[party].id.length;
    return (int)width;
}

static void say_share(const char *what, struct share share)
{
    printf("  %5.1f %%  (%.1f to %.1f)  %s\n", 100 * share.share, 100 * share.low, 100 * share.high,
           what);
}

static void say_agreements(const struct balance_report *report)
{
    const struct balance *balance = report->balance;
    printf("%.*s", TEXT_ARGUMENTS(report->scenario->title));
    if (report->edition->id.length > 0)
        printf(", edition %.*s", TEXT_ARGUMENTS(report->edition->id));
    printf(": %zu games of bots, seed %llu%s%.*s. In brackets: 95%% confidence intervals.\n\n",
           balance->games, (unsigned long long)balance->request->seed,
           report->temperament.length > 0 ? ", temperaments " : "",
           TEXT_ARGUMENTS(report->temperament));
    say_share("agreed: a text that at least two had signed came into force", balance->agreed);
    say_share("and who signed expected no less with all that did than with no deal",
              balance->willing);
    say_share("and so did everybody at the table: in the zone of possible agreement",
              balance->zopa);
    if (balance->cut.share > 0)
        say_share("did not come to an end by themselves", balance->cut);
    printf(
        "  %llu signatures; %llu under what was worth less to who signed it than no deal: the "
        "text\n"
        "  with those that it is linked with, less what was signed out of it or could not replace\n"
        "  what others hold in force.\n",
        (unsigned long long)balance->signatures, (unsigned long long)balance->below);
    if (balance->refused > 0)
        printf("  %llu wishes of bots were refused.\n", (unsigned long long)balance->refused);
    printf("\nOutcomes\n");
    for (size_t outcome = 0; outcome < report->scenario->outcome_count; outcome++)
        say_share(arena_print(report->arena, "%.*s: %.*s",
                              TEXT_ARGUMENTS(report->scenario->outcomes[outcome].id),
                              TEXT_ARGUMENTS(report->scenario->outcomes[outcome].title))
                      .at,
                  balance->outcomes[outcome]);
    if (balance->no_outcome.share > 0)
        say_share("none", balance->no_outcome);
}

static void say_spread(const struct spread *spread)
{
    if (spread->count == 0) {
        printf("  not known\n");
        return;
    }
    printf("  %7lld", (long long)spread->least);
    for (size_t at = 0; at < QUANTILES; at++)
        printf(" %7lld", (long long)spread->quantiles[at]);
    printf(" %7lld  %9.1f +- %.1f\n", (long long)spread->most, spread->mean.mean,
           spread->mean.margin);
}

static void say_quantile_head(int width, const char *first)
{
    printf("%-*s    least      5%%     25%%  median     75%%     95%%    most       mean\n", width,
           first);
}

static void say_parties(const struct balance_report *report)
{
    const struct balance *balance = report->balance;
    int width = id_width(report);
    printf("\nGains: final score, less what no deal was worth as the talks opened\n");
    say_quantile_head(width, "party");
    for (size_t party = 0; party < report->scenario->party_count; party++) {
        printf("%-*.*s", width, TEXT_ARGUMENTS(report->scenario->parties[party].id));
        say_spread(&balance->parties[party].gain);
    }
    printf("\nWhat the texts added to the expected score as they came into force, where any did\n");
    say_quantile_head(width, "party");
    for (size_t party = 0; party < report->scenario->party_count; party++) {
        printf("%-*.*s", width, TEXT_ARGUMENTS(report->scenario->parties[party].id));
        say_spread(&balance->parties[party].deal);
    }
    printf("\n%-*s  ended below  signed what entered  is bound  chose no default\n", width,
           "party");
    for (size_t party = 0; party < report->scenario->party_count; party++) {
        const struct party_balance *figures = &balance->parties[party];
        printf("%-*.*s  %9.1f %%  %17.1f %%  %6.1f %%  %14.1f %%%s\n", width,
               TEXT_ARGUMENTS(report->scenario->parties[party].id), 100 * figures->below.share,
               100 * figures->signs.share, 100 * figures->bound.share, 100 * figures->chose.share,
               figures->idle ? "  never matters" : "");
    }
}

static void say_texts(const struct balance_report *report)
{
    const struct balance *balance = report->balance;
    printf("\nTexts: share of games; signatories, of those where one came into force\n");
    for (size_t kind = 0; kind < report->scenario->instrument_count; kind++) {
        const struct text_balance *figures = &balance->texts[kind];
        printf("  %.*s: drafted %.1f %%, in force %.1f %%",
               TEXT_ARGUMENTS(report->scenario->instruments[kind].id), 100 * figures->drafted.share,
               100 * figures->entered.share);
        for (size_t party = 0; figures->entries > 0 && party < report->scenario->party_count;
             party++)
            printf("%s %.*s %.0f %%", party ? "," : ";",
                   TEXT_ARGUMENTS(report->scenario->parties[party].id),
                   100 * figures->signs[party].share);
        putchar('\n');
    }
    printf("\nLength\n");
    say_quantile_head(10, "");
    printf("%-10s", "rounds");
    say_spread(&balance->rounds);
    printf("%-10s", "acts");
    say_spread(&balance->acts);
    printf("%-10s", "versions");
    say_spread(&balance->versions);
}

static void say_term(const struct balance_report *report, const struct term *term,
                     const struct term_balance *figures, uint64_t count)
{
    enum { SHOWN = 4 };
    printf("    %.*s:", TEXT_ARGUMENTS(term->id));
    for (size_t at = 0; at < figures->value_count && at < SHOWN; at++)
        printf("%s %.*s %.0f %%", at ? "," : "",
               TEXT_ARGUMENTS(balance_value(report, term, figures->values[at].value)),
               100 * (double)figures->values[at].count / (double)count);
    if (figures->value_count > SHOWN)
        printf(", and %zu more", figures->value_count - SHOWN);
    printf("%s\n", figures->still ? "  (never moves)" : "");
}

static void say_clauses(const struct balance_report *report)
{
    const struct scenario *scenario = report->scenario;
    printf("\nClauses settled at the end, and their terms\n");
    for (size_t key = 0; key < scenario->key_count; key++) {
        const struct clause_balance *figures = &report->balance->clauses[key];
        const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
        if (!figures->open || figures->count == 0)
            continue;
        printf("  %5.1f %%  %.*s\n", 100 * figures->settled.share,
               TEXT_ARGUMENTS(scenario->keys[key].id));
        for (size_t term = 0; term < type->term_count; term++)
            say_term(report, &type->terms[term], &figures->terms[term], figures->count);
    }
    const char *comma = "Never settled:";
    for (size_t key = 0; key < scenario->key_count; key++) {
        if (!report->balance->clauses[key].open || report->balance->clauses[key].count > 0)
            continue;
        printf("%s %.*s", comma, TEXT_ARGUMENTS(scenario->keys[key].id));
        comma = ",";
    }
    if (*comma == ',')
        printf(".\n");
}

static void say_choice(const char *who, struct text option, const struct choice_balance *figures)
{
    printf("  %-8s %-14.*s", who, TEXT_ARGUMENTS(option));
    if (figures->earlier_asked > 0)
        printf("  %7.1f %%", 100 * figures->earlier.share);
    else
        printf("  %9s", "-");
    if (figures->last_asked > 0)
        printf("  %7.1f %%", 100 * figures->last.share);
    else
        printf("  %9s", "-");
    if (figures->supposed.count > 0)
        printf("  %+9.1f +- %-6.1f %7.1f %%  %llu", figures->supposed.mean,
               figures->supposed.margin, 100 * figures->better.share,
               (unsigned long long)figures->supposed.count);
    putchar('\n');
}

static void say_decisions(const struct balance_report *report)
{
    const struct scenario *scenario = report->scenario;
    bool any = false;
    for (size_t index = 0; index < scenario->decision_count; index++)
        any |= report->balance->decisions[index].asked;
    if (!any)
        return;
    printf("\nDecisions: what is chosen before the last round and in it; and what choosing it in\n"
           "the last round, in place of what was chosen, would have added to one's final score\n");
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        const struct decision_balance *figures = &report->balance->decisions[index];
        if (!figures->asked)
            continue;
        printf("%.*s\n  %-8s %-14s    before    in last      would add         better  times\n",
               TEXT_ARGUMENTS(decision->id), "who", "option");
        for (size_t option = 0; option < decision->option_count; option++)
            say_choice("all", decision->options[option].id, &figures->all[option]);
        for (size_t party = 0; party < scenario->party_count; party++)
            for (size_t option = 0; option < decision->option_count; option++)
                if (figures->parties[party][option].earlier_asked +
                        figures->parties[party][option].last_asked >
                    0)
                    say_choice(arena_print(report->arena, "%.*s",
                                           TEXT_ARGUMENTS(scenario->parties[party].id))
                                   .at,
                               decision->options[option].id, &figures->parties[party][option]);
    }
}

static void say_kinds(const struct balance_report *report)
{
    const struct players *players = report->balance->request->players;
    printf("\nTemperaments: mean gain, less the mean of all who played the same party\n");
    for (size_t kind = 0; kind < players->kind_count; kind++) {
        const struct kind_balance *figures = &report->balance->kinds[kind];
        if (figures->advantage.count == 0)
            continue;
        printf("  %-12.*s %+8.2f +- %.2f  (%llu seats)\n", TEXT_ARGUMENTS(players->kinds[kind]),
               figures->advantage.mean, figures->advantage.margin,
               (unsigned long long)figures->advantage.count);
    }
}

void balance_write_words(const struct balance_report *report)
{
    say_agreements(report);
    say_parties(report);
    say_texts(report);
    say_clauses(report);
    say_decisions(report);
    say_kinds(report);
}
