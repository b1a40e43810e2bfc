#include "page.h"

static const char style[] =
    "<style>\n"
    ":root{--ink:#1c2025;--muted:#565c64;--rule:#d8d3c7;--accent:#1f3f6b;--soft:#9fb3d1}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:2rem auto;padding:0 1rem;max-width:46rem;background:#fff;color:var(--ink);"
    "font:1rem/1.5 system-ui,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif}\n"
    "h1,h2,h3{font-family:'Source Serif 4',Palatino,Georgia,serif;font-weight:600;"
    "line-height:1.2;break-after:avoid}\n"
    "h1{margin:0 0 .5rem;font-size:2rem}h2{margin:2.5rem 0 .25rem;font-size:1.4rem;"
    "border-top:1px solid var(--rule);padding-top:.75rem}h3{margin:1.5rem 0 0;font-size:1.1rem}\n"
    "p{margin:.25rem 0 .75rem}.note{color:var(--muted);break-after:avoid}\n"
    "svg{display:block;width:100%;min-width:30rem;height:auto;margin:.75rem 0}\n"
    "svg text{font-size:13px;fill:var(--ink);paint-order:stroke;stroke:#fff;stroke-width:4px}"
    "svg .number{font-size:12px;fill:var(--muted);text-anchor:middle}\n"
    ".tick{stroke:#ece8de}.zero{stroke:var(--muted)}.range{stroke:var(--accent)}"
    ".mark{stroke:var(--accent);stroke-width:3}.bar{fill:var(--soft)}\n"
    ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;"
    "font-size:.875rem;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.2rem .5rem;text-align:right;border-bottom:1px solid var(--rule);"
    "vertical-align:top}td{white-space:nowrap}.words{white-space:normal}\n"
    "th{font-weight:600}th:first-child,td:first-child,.words{text-align:left}\n"
    "thead th{border-bottom:2px solid var(--muted);vertical-align:bottom}\n"
    "tbody th{font-weight:400}\n"
    "tr{break-inside:avoid}svg{break-inside:avoid}\n"
    "@media print{body{margin:0;max-width:none;font-size:10pt}.wide{overflow:visible}"
    "table{font-size:8pt}th,td{padding:.15rem .3rem}svg{max-width:34rem}@page{margin:16mm}}\n"
    "</style>\n";

void page_open(FILE *file, struct text title)
{
    fputs("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
          file);
    html_write(file, title);
    fprintf(file, "</title>\n%s", style);
}

void page_close(FILE *file)
{
    fputs("</html>\n", file);
}

void page_heading(FILE *file, const char *title, const char *note)
{
    fprintf(file, "<h2>%s</h2>\n<p class=\"note\">%s</p>\n", title, note);
}

void sheet_open(FILE *file, const char *const *columns)
{
    fputs("<div class=\"wide\"><table><thead><tr>", file);
    for (; *columns; columns++)
        fprintf(file, "<th scope=\"col\">%s</th>", *columns);
    fputs("</tr></thead><tbody>\n", file);
}

void sheet_close(FILE *file)
{
    fputs("</tbody></table></div>\n", file);
}

void row_open(FILE *file, struct text name)
{
    fputs("<tr><th scope=\"row\">", file);
    html_write(file, name);
    fputs("</th>", file);
}

void row_close(FILE *file)
{
    fputs("</tr>\n", file);
}

void cell_share(FILE *file, struct share share)
{
    fprintf(file, "<td>%.1f&#160;%%</td>", 100 * share.share);
}

void cells_share(FILE *file, struct share share)
{
    cell_share(file, share);
    fprintf(file, "<td>%.1f to %.1f&#160;%%</td>", 100 * share.low, 100 * share.high);
}

void cells_spread(FILE *file, const struct spread *spread)
{
    if (spread->count == 0) {
        for (int at = 0; at < QUANTILES + 3; at++)
            fputs("<td>–</td>", file);
        return;
    }
    fprintf(file, "<td>%lld</td>", (long long)spread->least);
    for (size_t at = 0; at < QUANTILES; at++)
        fprintf(file, "<td>%lld</td>", (long long)spread->quantiles[at]);
    fprintf(file, "<td>%lld</td><td>%.1f ± %.1f</td>", (long long)spread->most, spread->mean.mean,
            spread->mean.margin);
}

const char *const spread_columns[] = {"",     "least", "5 %",  "25 %", "median",
                                      "75 %", "95 %",  "most", "mean", NULL};

struct chart_row row_of_share(struct text label, struct share share)
{
    return (struct chart_row){
        .label = label, .low = 100 * share.low, .high = 100 * share.high, .to = 100 * share.share};
}

struct chart_row row_of_spread(struct text label, const struct spread *spread)
{
    if (spread->count == 0)
        return (struct chart_row){.label = label};
    const int64_t *quantiles = spread->quantiles;
    return (struct chart_row){label,
                              (double)quantiles[0],
                              (double)quantiles[4],
                              (double)quantiles[1],
                              (double)quantiles[3],
                              (double)quantiles[2],
                              true};
}

struct chart_row row_of_mean(struct text label, struct mean mean)
{
    return (struct chart_row){.label = label,
                              .low = mean.mean - mean.margin,
                              .high = mean.mean + mean.margin,
                              .mark = mean.mean,
                              .marked = true};
}

/* Where the page is narrow, a chart is moved sideways as a table is. */
static void write_chart(FILE *file, const struct chart *chart)
{
    fputs("<div class=\"wide\">", file);
    chart_write(file, chart);
    fputs("</div>\n", file);
}

void chart_of_shares(FILE *file, const char *title, const struct chart_row *rows, size_t count)
{
    write_chart(file, &(struct chart){title, " %", 0, 100, rows, count});
}

void chart_of_values(FILE *file, const char *title, const struct chart_row *rows, size_t count)
{
    write_chart(file, &(struct chart){title, "", 0, 0, rows, count});
}
