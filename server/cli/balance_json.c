#include "balance_report.h"

#include "codec.h"

/* Trees have no fractions, so the object is written piece by piece. Ids need no escapes. */

static void write_text(const struct balance_report *report, struct text text)
{
    struct text json = json_write(report->arena, tree_text(report->arena, text));
    fwrite(json.at, 1, json.length, stdout);
}

static void write_name(struct text name, bool first)
{
    printf("%s\"%.*s\":", first ? "" : ",", TEXT_ARGUMENTS(name));
}

static void write_share(struct share share)
{
    printf("{\"share\":%.9g,\"low\":%.9g,\"high\":%.9g}", share.share, share.low, share.high);
}

static void write_named_share(const char *name, struct share share)
{
    printf(",\"%s\":", name);
    write_share(share);
}

static void write_mean(struct mean mean)
{
    printf("{\"count\":%llu,\"mean\":%.9g,\"margin\":%.9g}", (unsigned long long)mean.count,
           mean.mean, mean.margin);
}

static void write_spread(const char *name, const struct spread *spread)
{
    printf("\"%s\":", name);
    if (spread->count == 0) {
        printf("{\"count\":0}");
        return;
    }
    printf("{\"count\":%zu,\"least\":%lld", spread->count, (long long)spread->least);
    for (size_t at = 0; at < QUANTILES; at++)
        printf(",\"q%02u\":%lld", balance_permille[at] / 10, (long long)spread->quantiles[at]);
    printf(",\"most\":%lld,\"mean\":%.9g,\"margin\":%.9g}", (long long)spread->most,
           spread->mean.mean, spread->mean.margin);
}

static void write_outcomes(const struct balance_report *report)
{
    printf(",\"outcomes\":{");
    for (size_t outcome = 0; outcome < report->scenario->outcome_count; outcome++) {
        write_name(report->scenario->outcomes[outcome].id, outcome == 0);
        write_share(report->balance->outcomes[outcome]);
    }
    putchar('}');
    write_named_share("no_outcome", report->balance->no_outcome);
}

static void write_parties(const struct balance_report *report)
{
    printf(",\"parties\":{");
    for (size_t party = 0; party < report->scenario->party_count; party++) {
        const struct party_balance *figures = &report->balance->parties[party];
        write_name(report->scenario->parties[party].id, party == 0);
        putchar('{');
        write_spread("gain", &figures->gain);
        putchar(',');
        write_spread("final", &figures->total);
        putchar(',');
        write_spread("no_deal", &figures->opening);
        putchar(',');
        write_spread("deal", &figures->deal);
        write_named_share("ended_below", figures->below);
        write_named_share("signs", figures->signs);
        write_named_share("bound", figures->bound);
        write_named_share("chose", figures->chose);
        printf(",\"never_matters\":%s}", figures->idle ? "true" : "false");
    }
    putchar('}');
}

static void write_texts(const struct balance_report *report)
{
    printf(",\"texts\":{");
    for (size_t kind = 0; kind < report->scenario->instrument_count; kind++) {
        const struct text_balance *figures = &report->balance->texts[kind];
        write_name(report->scenario->instruments[kind].id, kind == 0);
        printf("{\"drafted\":");
        write_share(figures->drafted);
        write_named_share("in_force", figures->entered);
        printf(",\"signatories\":{");
        for (size_t party = 0; party < report->scenario->party_count; party++) {
            write_name(report->scenario->parties[party].id, party == 0);
            write_share(figures->signs[party]);
        }
        printf("}}");
    }
    putchar('}');
}

static void write_term(const struct balance_report *report, const struct term *term,
                       const struct term_balance *figures)
{
    printf("{\"never_moves\":%s,\"values\":[", figures->still ? "true" : "false");
    for (size_t at = 0; at < figures->value_count; at++) {
        struct text value =
            json_write(report->arena, domain_to_tree(report->scenario, &term->domain,
                                                     figures->values[at].value, report->arena));
        printf("%s{\"value\":%.*s,\"games\":%zu}", at ? "," : "", TEXT_ARGUMENTS(value),
               figures->values[at].count);
    }
    printf("]}");
}

static void write_clauses(const struct balance_report *report)
{
    const struct scenario *scenario = report->scenario;
    bool first = true;
    printf(",\"clauses\":{");
    for (size_t key = 0; key < scenario->key_count; key++) {
        const struct clause_balance *figures = &report->balance->clauses[key];
        const struct clause_type *type = &scenario->clause_types[scenario->keys[key].type];
        if (!figures->open)
            continue;
        write_name(scenario->keys[key].id, first);
        first = false;
        printf("{\"settled\":");
        write_share(figures->settled);
        printf(",\"terms\":{");
        for (size_t term = 0; term < type->term_count; term++) {
            write_name(type->terms[term].id, term == 0);
            write_term(report, &type->terms[term], &figures->terms[term]);
        }
        printf("}}");
    }
    putchar('}');
}

static void write_choices(const struct decision *decision, const struct choice_balance *figures)
{
    putchar('{');
    for (size_t option = 0; option < decision->option_count; option++) {
        const struct choice_balance *choice = &figures[option];
        write_name(decision->options[option].id, option == 0);
        printf("{\"asked_before\":%llu,\"asked_last\":%llu",
               (unsigned long long)choice->earlier_asked, (unsigned long long)choice->last_asked);
        write_named_share("before", choice->earlier);
        write_named_share("last", choice->last);
        printf(",\"would_add\":");
        write_mean(choice->supposed);
        write_named_share("better", choice->better);
        putchar('}');
    }
    putchar('}');
}

static void write_decisions(const struct balance_report *report)
{
    const struct scenario *scenario = report->scenario;
    printf(",\"decisions\":{");
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        const struct decision_balance *figures = &report->balance->decisions[index];
        write_name(decision->id, index == 0);
        printf("{\"all\":");
        write_choices(decision, figures->all);
        printf(",\"parties\":{");
        for (size_t party = 0; party < scenario->party_count; party++) {
            write_name(scenario->parties[party].id, party == 0);
            write_choices(decision, figures->parties[party]);
        }
        printf("}}");
    }
    putchar('}');
}

static void write_kinds(const struct balance_report *report)
{
    const struct players *players = report->balance->request->players;
    printf(",\"temperaments\":{");
    for (size_t kind = 0; kind < players->kind_count; kind++) {
        const struct kind_balance *figures = &report->balance->kinds[kind];
        write_name(players->kinds[kind], kind == 0);
        printf("{\"advantage\":");
        write_mean(figures->advantage);
        printf(",\"gains\":{");
        for (size_t party = 0; party < report->scenario->party_count; party++) {
            write_name(report->scenario->parties[party].id, party == 0);
            write_mean(figures->parties[party]);
        }
        printf("}}");
    }
    putchar('}');
}

void balance_write_json(const struct balance_report *report)
{
    const struct balance *balance = report->balance;
    printf("{\"scenario\":\"%.*s\",\"version\":", TEXT_ARGUMENTS(report->scenario->id));
    write_text(report, report->scenario->version);
    if (report->edition->id.length > 0)
        printf(",\"edition\":\"%.*s\"", TEXT_ARGUMENTS(report->edition->id));
    printf(",\"games\":%zu,\"seed\":%llu", balance->games,
           (unsigned long long)balance->request->seed);
    if (report->temperament.length > 0)
        printf(",\"temperament\":\"%.*s\"", TEXT_ARGUMENTS(report->temperament));
    write_named_share("agreed", balance->agreed);
    write_named_share("willing", balance->willing);
    write_named_share("zopa", balance->zopa);
    write_named_share("cut", balance->cut);
    printf(",\"signatures\":%llu,\"signatures_below\":%llu,\"refused\":%llu",
           (unsigned long long)balance->signatures, (unsigned long long)balance->below,
           (unsigned long long)balance->refused);
    write_outcomes(report);
    write_parties(report);
    write_texts(report);
    printf(",\"length\":{");
    write_spread("rounds", &balance->rounds);
    putchar(',');
    write_spread("acts", &balance->acts);
    putchar(',');
    write_spread("versions", &balance->versions);
    putchar('}');
    write_clauses(report);
    write_decisions(report);
    write_kinds(report);
    printf("}\n");
}
