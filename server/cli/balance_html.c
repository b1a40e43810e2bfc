/* The report as one page that needs nothing else, to be read or printed: every chart has its table.
 */
#include "balance_report.h"

#include "page.h"

static struct text party_name(const struct balance_report *report, size_t party)
{
    return report->scenario->parties[party].short_name;
}

/* --- the parts --- */

static void part_agreements(const struct balance_report *report, FILE *file)
{
    const struct balance *balance = report->balance;
    const struct {
        struct text label;
        struct share share;
    } lines[] = {{TEXT("Agreed"), balance->agreed},
                 {TEXT("… and nobody lost who signed"), balance->willing},
                 {TEXT("… and nobody lost: in the zone of possible agreement"), balance->zopa}};
    static const char *const columns[] = {"", "games", "95 % interval", NULL};
    enum { LINES = sizeof(lines) / sizeof(*lines) };
    struct chart_row rows[LINES];
    page_heading(
        file, "Agreements",
        "A game is agreed where a text that at least two had signed came into force. Nobody "
        "lost: what came into force added to what everybody expected, or took nothing from it, "
        "over what no deal was worth just before. Thin lines are 95 % confidence intervals.");
    for (size_t at = 0; at < LINES; at++)
        rows[at] = row_of_share(lines[at].label, lines[at].share);
    chart_of_shares(file, "Agreements", rows, LINES);
    sheet_open(file, columns);
    for (size_t at = 0; at < LINES; at++) {
        row_open(file, lines[at].label);
        cells_share(file, lines[at].share);
        row_close(file);
    }
    sheet_close(file);
    fprintf(
        file,
        "<p>%llu signatures were given, %llu of them under what was worth less to who signed it "
        "than no deal: the text with those that it is linked with, less what was signed out of "
        "it or could not replace what others hold in force; what takes effect only on a "
        "condition, as if without it.</p>\n",
        (unsigned long long)balance->signatures, (unsigned long long)balance->below);
}

static void part_outcomes(const struct balance_report *report, FILE *file)
{
    static const char *const columns[] = {"outcome", "games", "95 % interval", NULL};
    size_t count = report->scenario->outcome_count;
    struct chart_row *rows = ARENA_ARRAY(report->arena, struct chart_row, count + 1);
    struct share *shares = ARENA_ARRAY(report->arena, struct share, count + 1);
    for (size_t at = 0; at < count; at++)
        shares[at] = report->balance->outcomes[at];
    shares[count] = report->balance->no_outcome;
    for (size_t at = 0; at <= count; at++)
        rows[at] = row_of_share(at < count ? report->scenario->outcomes[at].title : TEXT("None"),
                                shares[at]);
    count += shares[count].share > 0;
    page_heading(file, "Outcomes", "The first that is true at the end of a game.");
    chart_of_shares(file, "Outcomes", rows, count);
    sheet_open(file, columns);
    for (size_t at = 0; at < count; at++) {
        row_open(file, rows[at].label);
        cells_share(file, shares[at]);
        row_close(file);
    }
    sheet_close(file);
}

static void write_spreads(const struct balance_report *report, FILE *file, const char *title,
                          bool deal)
{
    size_t count = report->scenario->party_count;
    struct chart_row *rows = ARENA_ARRAY(report->arena, struct chart_row, count);
    for (size_t party = 0; party < count; party++) {
        const struct party_balance *figures = &report->balance->parties[party];
        rows[party] =
            row_of_spread(party_name(report, party), deal ? &figures->deal : &figures->gain);
    }
    chart_of_values(file, title, rows, count);
    sheet_open(file, spread_columns);
    for (size_t party = 0; party < count; party++) {
        const struct party_balance *figures = &report->balance->parties[party];
        row_open(file, party_name(report, party));
        cells_spread(file, deal ? &figures->deal : &figures->gain);
        row_close(file);
    }
    sheet_close(file);
}

static void part_parties(const struct balance_report *report, FILE *file)
{
    static const char *const columns[] = {"",         "ended below no deal", "signed what entered",
                                          "is bound", "chose no default",    NULL};
    page_heading(
        file, "Gains",
        "Final score, less what no deal was worth as the talks opened. The bar holds the middle "
        "half of the games, the line nine in ten, the mark is the median.");
    write_spreads(report, file, "Gains by party", false);
    fputs("<h3>What the texts added</h3>\n<p class=\"note\">To the expected score, as they came "
          "into force; of games where any did.</p>\n",
          file);
    write_spreads(report, file, "What the texts added, by party", true);
    fputs("<h3>Who takes part</h3>\n", file);
    sheet_open(file, columns);
    for (size_t party = 0; party < report->scenario->party_count; party++) {
        const struct party_balance *figures = &report->balance->parties[party];
        row_open(file, party_name(report, party));
        cell_share(file, figures->below);
        cell_share(file, figures->signs);
        cell_share(file, figures->bound);
        cell_share(file, figures->chose);
        row_close(file);
    }
    sheet_close(file);
    for (size_t party = 0; party < report->scenario->party_count; party++)
        if (report->balance->parties[party].idle) {
            fputs("<p><strong>", file);
            html_write(file, party_name(report, party));
            fputs("</strong> never matters: in no game did it sign what entered, was it bound, or "
                  "did it choose anything but the default.</p>\n",
                  file);
        }
}

static void part_texts(const struct balance_report *report, FILE *file)
{
    const struct scenario *scenario = report->scenario;
    struct chart_row *rows =
        ARENA_ARRAY(report->arena, struct chart_row, scenario->instrument_count);
    for (size_t kind = 0; kind < scenario->instrument_count; kind++)
        rows[kind] =
            row_of_share(scenario->instruments[kind].title, report->balance->texts[kind].entered);
    page_heading(
        file, "Texts",
        "How often one of a kind came into force; and who had signed it, of the games where "
        "one did.");
    chart_of_shares(file, "Texts that came into force", rows, scenario->instrument_count);
    fputs("<div class=\"wide\"><table><thead><tr><th scope=\"col\">text</th><th "
          "scope=\"col\">drafted</th><th scope=\"col\">in force</th>",
          file);
    for (size_t party = 0; party < scenario->party_count; party++) {
        fputs("<th scope=\"col\">", file);
        html_write(file, party_name(report, party));
        fputs("</th>", file);
    }
    fputs("</tr></thead><tbody>\n", file);
    for (size_t kind = 0; kind < scenario->instrument_count; kind++) {
        const struct text_balance *figures = &report->balance->texts[kind];
        row_open(file, scenario->instruments[kind].title);
        cell_share(file, figures->drafted);
        cell_share(file, figures->entered);
        for (size_t party = 0; party < scenario->party_count; party++)
            if (figures->entries > 0)
                fprintf(file, "<td>%.0f&#160;%%</td>", 100 * figures->signs[party].share);
            else
                fputs("<td>–</td>", file);
        row_close(file);
    }
    sheet_close(file);
}

static void part_length(const struct balance_report *report, FILE *file)
{
    const struct {
        struct text label;
        const struct spread *spread;
    } lines[] = {{TEXT("Rounds"), &report->balance->rounds},
                 {TEXT("Acts of bots"), &report->balance->acts},
                 {TEXT("Versions of texts"), &report->balance->versions}};
    enum { LINES = sizeof(lines) / sizeof(*lines) };
    struct chart_row rows[LINES];
    for (size_t at = 0; at < LINES; at++)
        rows[at] = row_of_spread(lines[at].label, lines[at].spread);
    page_heading(file, "Length", "Of all phases but the last.");
    chart_of_values(file, "Length of a game", rows, LINES);
    sheet_open(file, spread_columns);
    for (size_t at = 0; at < LINES; at++) {
        row_open(file, lines[at].label);
        cells_spread(file, lines[at].spread);
        row_close(file);
    }
    sheet_close(file);
}

static void write_terms(const struct balance_report *report, FILE *file, uint32_t key)
{
    const struct clause_balance *figures = &report->balance->clauses[key];
    const struct clause_type *type =
        &report->scenario->clause_types[report->scenario->keys[key].type];
    enum { SHOWN = 6 };
    fputs("<td class=\"words\">", file);
    for (size_t term = 0; figures->count > 0 && term < type->term_count; term++) {
        const struct term_balance *moves = &figures->terms[term];
        fputs(term ? "<br>" : "", file);
        html_write(file, type->terms[term].id);
        fputs(": ", file);
        for (size_t at = 0; at < moves->value_count && at < SHOWN; at++) {
            fputs(at ? ", " : "", file);
            html_write(file, balance_value(report, &type->terms[term], moves->values[at].value));
            fprintf(file, " %.0f %%",
                    100 * (double)moves->values[at].count / (double)figures->count);
        }
        if (moves->value_count > SHOWN)
            fprintf(file, ", %zu more", moves->value_count - SHOWN);
        fputs(moves->still ? " <strong>never moves</strong>" : "", file);
    }
    fputs("</td>", file);
}

static void part_clauses(const struct balance_report *report, FILE *file)
{
    static const char *const columns[] = {"clause", "settled", "terms", NULL};
    const struct scenario *scenario = report->scenario;
    struct chart_row *rows = ARENA_ARRAY(report->arena, struct chart_row, scenario->key_count);
    size_t count = 0;
    for (size_t key = 0; key < scenario->key_count; key++)
        if (report->balance->clauses[key].open && report->balance->clauses[key].count > 0)
            rows[count++] =
                row_of_share(scenario->keys[key].id, report->balance->clauses[key].settled);
    page_heading(
        file, "Clauses",
        "Settled at the end, of all games; and their terms, of the games where they were.");
    if (count > 0)
        chart_of_shares(file, "Clauses settled at the end", rows, count);
    sheet_open(file, columns);
    for (uint32_t key = 0; key < scenario->key_count; key++) {
        if (!report->balance->clauses[key].open)
            continue;
        row_open(file, scenario->keys[key].id);
        cell_share(file, report->balance->clauses[key].settled);
        write_terms(report, file, key);
        row_close(file);
    }
    sheet_close(file);
}

static void write_choice(FILE *file, struct text who, struct text option,
                         const struct choice_balance *figures)
{
    row_open(file, who);
    fputs("<td class=\"words\">", file);
    html_write(file, option);
    fputs("</td>", file);
    if (figures->earlier_asked > 0)
        cell_share(file, figures->earlier);
    else
        fputs("<td>–</td>", file);
    if (figures->last_asked > 0)
        cell_share(file, figures->last);
    else
        fputs("<td>–</td>", file);
    if (figures->supposed.count > 0)
        fprintf(file, "<td>%+.1f ± %.1f</td><td>%.1f&#160;%%</td>", figures->supposed.mean,
                figures->supposed.margin, 100 * figures->better.share);
    else
        fputs("<td>–</td><td>–</td>", file);
    row_close(file);
}

/* Rows of a chart for what other choices would have added; how many. */
static size_t supposed_rows(const struct balance_report *report, uint32_t index,
                            struct chart_row *rows)
{
    const struct scenario *scenario = report->scenario;
    const struct decision *decision = &scenario->decisions[index];
    size_t count = 0;
    for (size_t party = 0; party < scenario->party_count; party++)
        for (size_t option = 0; option < decision->option_count; option++) {
            const struct choice_balance *figures =
                &report->balance->decisions[index].parties[party][option];
            if (figures->supposed.count > 0)
                rows[count++] =
                    row_of_mean(arena_print(report->arena, "%.*s: %.*s",
                                            TEXT_ARGUMENTS(party_name(report, party)),
                                            TEXT_ARGUMENTS(decision->options[option].label)),
                                figures->supposed);
        }
    return count;
}

static void write_decision(const struct balance_report *report, FILE *file, uint32_t index)
{
    static const char *const columns[] = {"who",   "option",    "before the last round",
                                          "in it", "would add", "share of games where it pays",
                                          NULL};
    const struct scenario *scenario = report->scenario;
    const struct decision *decision = &scenario->decisions[index];
    const struct decision_balance *figures = &report->balance->decisions[index];
    struct chart_row *rows = ARENA_ARRAY(report->arena, struct chart_row,
                                         scenario->party_count * decision->option_count);
    fputs("<h3>", file);
    html_write(file, decision->title);
    fputs("</h3>\n", file);
    size_t count = supposed_rows(report, index, rows);
    if (count > 0)
        chart_of_values(file, "What another choice in the last round would have added", rows,
                        count);
    sheet_open(file, columns);
    for (size_t option = 0; option < decision->option_count; option++)
        write_choice(file, TEXT("All"), decision->options[option].label, &figures->all[option]);
    for (size_t party = 0; party < scenario->party_count; party++)
        for (size_t option = 0; option < decision->option_count; option++) {
            const struct choice_balance *own = &figures->parties[party][option];
            if (own->earlier_asked + own->last_asked > 0)
                write_choice(file, party_name(report, party), decision->options[option].label, own);
        }
    sheet_close(file);
}

static void part_decisions(const struct balance_report *report, FILE *file)
{
    bool any = false;
    for (uint32_t index = 0; index < report->scenario->decision_count; index++) {
        if (!report->balance->decisions[index].asked)
            continue;
        if (!any)
            page_heading(
                file, "Decisions and the last round",
                "What is chosen before the last round and in it; and what choosing it in the "
                "last round, in place of what was chosen, would have added to one's own final "
                "score, all else and all luck being as they were.");
        any = true;
        write_decision(report, file, index);
    }
}

static void part_kinds(const struct balance_report *report, FILE *file)
{
    static const char *const columns[] = {"temperament", "advantage", "seats", NULL};
    const struct players *players = report->balance->request->players;
    struct chart_row *rows = ARENA_ARRAY(report->arena, struct chart_row, players->kind_count);
    size_t count = 0;
    for (size_t kind = 0; kind < players->kind_count; kind++)
        if (report->balance->kinds[kind].advantage.count > 0)
            rows[count++] =
                row_of_mean(players->kinds[kind], report->balance->kinds[kind].advantage);
    page_heading(file, "Temperaments",
                 "Mean gain, less the mean of all who played the same party.");
    chart_of_values(file, "Advantage of temperaments", rows, count);
    sheet_open(file, columns);
    for (size_t kind = 0; kind < players->kind_count; kind++) {
        const struct mean *mean = &report->balance->kinds[kind].advantage;
        if (mean->count == 0)
            continue;
        row_open(file, players->kinds[kind]);
        fprintf(file, "<td>%+.2f ± %.2f</td><td>%llu</td>", mean->mean, mean->margin,
                (unsigned long long)mean->count);
        row_close(file);
    }
    sheet_close(file);
}

void balance_write_html(const struct balance_report *report, FILE *file)
{
    const struct scenario *scenario = report->scenario;
    page_open(file, arena_print(report->arena, "Balance of %.*s", TEXT_ARGUMENTS(scenario->title)));
    fputs("<h1>", file);
    html_write(file, scenario->title);
    fputs("</h1>\n<p>Balance of ", file);
    html_write(file, scenario->id);
    fputs(" ", file);
    html_write(file, scenario->version);
    if (report->edition->id.length > 0) {
        fputs(", edition “", file);
        html_write(file, report->edition->title);
        fputs("”", file);
    }
    fprintf(file, ": %zu whole games of bots, seed %llu", report->balance->games,
            (unsigned long long)report->balance->request->seed);
    if (report->temperament.length > 0) {
        fputs(", temperaments ", file);
        html_write(file, report->temperament);
    }
    fputs(".</p>\n", file);
    part_agreements(report, file);
    part_outcomes(report, file);
    part_parties(report, file);
    part_texts(report, file);
    part_clauses(report, file);
    part_decisions(report, file);
    part_kinds(report, file);
    part_length(report, file);
    page_close(file);
}
