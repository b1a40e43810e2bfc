/* A report to be printed: one page that needs no other file. Whatever people or scenarios wrote is
 * escaped, in page_words.c and nowhere else. */
#include "page_words.h"

#include <inttypes.h>
#include <string.h>

enum {
    CHART_NAME = 90,
    CHART_WIDTH = 560,
    CHART_HEIGHT = 220,
    BAR_HEIGHT = 22,
    BAR_NAME = 150,
    BAR_WIDTH = 400
};

static const char style[] =
    "body{font:11pt/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1c1c1c}"
    "h1,h2,h3{line-height:1.2;break-after:avoid}h2{border-top:2px "
    "solid;padding-top:.6em;margin-top:2.5em}"
    "table{border-collapse:collapse;margin:.6em 0;font-size:.9em}"
    "th,td{padding:.2em .6em;border-bottom:1px solid #bbb;text-align:start;vertical-align:top}"
    "td.n{text-align:end;font-variant-numeric:tabular-nums}svg{max-width:100%;height:auto}"
    "section{break-inside:avoid}.muted{color:#555}"
    "@media "
    "print{body{margin:0;max-width:none}h2{break-before:page}h2:first-of-type{break-before:auto}}";

/* --- what was agreed --- */

static void agreed_section(struct page *page)
{
    const struct tree *promises = tree_get(page->table->story, TEXT("promises"));
    struct tree *kept = tree_list(page->arena);
    for (size_t at = 0; promises && at < promises->count; at++)
        if (text_equal(tree_text_of(promises->members[at].value, "state"), TEXT("kept")))
            tree_append(page->arena, kept, promises->members[at].value);
    page_raw(page, "<section><h3>What was agreed</h3>");
    if (kept->count > 0)
        page_clauses(page, kept, "clause");
    else
        page_raw(page, "<p>Nothing.</p>");
    page_raw(page, "</section>");
}

/* --- who got what --- */

static void bars_drawn(struct page *page, const struct tree *scores)
{
    int64_t most = 1;
    for (size_t at = 0; at < scores->count; at++) {
        int64_t total = 0, walking = 0;
        const struct tree *score = scores->members[at].value;
        if (tree_get_int(score, TEXT("total"), &total) &&
            tree_get_int(score, TEXT("walking"), &walking)) {
            double gain = (double)total - (double)walking;
            most = (int64_t)(gain > (double)most    ? gain
                             : -gain > (double)most ? -gain
                                                    : (double)most);
        }
    }
    write_print(&page->out,
                "<svg role=\"img\" aria-label=\"Gains over walking away; the table below has the "
                "numbers\" viewBox=\"0 0 %d %d\" width=\"%d\">",
                BAR_NAME + BAR_WIDTH, BAR_HEIGHT * (int)scores->count, BAR_NAME + BAR_WIDTH);
    for (size_t at = 0; at < scores->count; at++) {
        int64_t total = 0, walking = 0;
        const struct tree *score = scores->members[at].value;
        (void)tree_get_int(score, TEXT("total"), &total);
        (void)tree_get_int(score, TEXT("walking"), &walking);
        double width = ((double)total - (double)walking) / (double)most * BAR_WIDTH / 2;
        int top = BAR_HEIGHT * (int)at, middle = BAR_NAME + BAR_WIDTH / 2;
        write_print(&page->out, "<text x=\"0\" y=\"%d\" font-size=\"13\">", top + 16);
        page_text(page, page_party(page, scores->members[at].key));
        write_print(&page->out,
                    "</text><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" "
                    "fill=\"%s\"/>",
                    width < 0 ? middle + width : middle, top + 4, width < 0 ? -width : width,
                    BAR_HEIGHT - 8, width < 0 ? "#9c5a3c" : "#2f5d8a");
    }
    write_print(&page->out, "<path d=\"M%d 0V%d\" stroke=\"#333\"/></svg>",
                BAR_NAME + BAR_WIDTH / 2, BAR_HEIGHT * (int)scores->count);
}

static void scores_section(struct page *page)
{
    const struct tree *scores = tree_get(page->table->story, TEXT("scores"));
    if (!scores || scores->count == 0)
        return;
    page_raw(page, "<section><h3>Who got what</h3>");
    bars_drawn(page, scores);
    page_raw(page, "<table><thead><tr><th>Delegation</th><th>Points</th><th>Walking away</th>"
                   "</tr></thead><tbody>");
    for (size_t at = 0; at < scores->count; at++) {
        page_raw(page, "<tr>");
        page_element(page, "th", page_party(page, scores->members[at].key));
        page_number(page, scores->members[at].value, "total");
        page_number(page, scores->members[at].value, "walking");
        page_raw(page, "</tr>");
    }
    page_raw(page, "</tbody></table></section>");
}

/* --- offers over time --- */

struct range {
    double low, high;
};

static struct range offers_range(const struct tree *offers)
{
    struct range range = {0, 1};
    bool begun = false;
    for (size_t at = 0; at < offers->count; at++) {
        const struct tree *values = tree_get(offers->members[at].value, TEXT("value"));
        for (size_t party = 0; values && party < values->count; party++) {
            double value = (double)values->members[party].value->number;
            range.low = !begun || value < range.low ? value : range.low;
            range.high = !begun || value > range.high ? value : range.high;
            begun = true;
        }
    }
    if (range.high <= range.low)
        range.high = range.low + 1;
    return range;
}

/* A scenario may write what it likes as a colour: only what is one goes into the page. */
static const char *colour_of(const struct page *page, size_t party)
{
    struct text colour = page->table->scenario->parties[party].colour;
    bool good = colour.length == 7 && colour.at[0] == '#';
    for (size_t at = 1; at < colour.length && good; at++)
        good = strchr("0123456789abcdefABCDEF", colour.at[at]) != NULL;
    return good ? arena_copy(page->arena, colour).at : "#444";
}

static double height_of(struct range range, int64_t value)
{
    return CHART_HEIGHT * (1 - ((double)value - range.low) / (range.high - range.low));
}

/* Whose line it is stands at its end, so that colours need not tell. */
static void line_named(struct page *page, struct text party, const struct tree *last,
                       struct range range)
{
    int64_t value;
    if (!tree_get_int(last, party, &value))
        return;
    write_print(&page->out, "<text x=\"%d\" y=\"%.1f\" font-size=\"12\">", CHART_WIDTH + 6,
                height_of(range, value) + 4);
    page_text(page, page_party(page, party));
    page_raw(page, "</text>");
}

static void offers_drawn(struct page *page, const struct tree *offers)
{
    struct range range = offers_range(offers);
    write_print(&page->out,
                "<svg role=\"img\" aria-label=\"What each offer was worth to each; the table below "
                "has the numbers\" viewBox=\"-4 -4 %d %d\" width=\"%d\">",
                CHART_WIDTH + CHART_NAME + 8, CHART_HEIGHT + 8, CHART_WIDTH + CHART_NAME);
    for (size_t party = 0; party < page->table->scenario->party_count; party++) {
        struct text id = page->table->scenario->parties[party].id;
        write_print(&page->out,
                    "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"",
                    colour_of(page, party));
        for (size_t at = 0; at < offers->count; at++) {
            int64_t value;
            if (tree_get_int(tree_get(offers->members[at].value, TEXT("value")), id, &value))
                write_print(&page->out, "%.1f,%.1f ",
                            offers->count < 2
                                ? 0
                                : (double)CHART_WIDTH * (double)at / (double)(offers->count - 1),
                            height_of(range, value));
        }
        page_raw(page, "\"/>");
        line_named(page, id, tree_get(offers->members[offers->count - 1].value, TEXT("value")),
                   range);
    }
    page_raw(page, "</svg>");
}

static void offers_section(struct page *page)
{
    const struct scenario *scenario = page->table->scenario;
    const struct tree *offers = tree_get(page->table->story, TEXT("offers"));
    if (!offers || offers->count == 0)
        return;
    page_raw(page,
             "<section><h3>Offers over time</h3><p class=\"muted\">What each version of each text "
             "would have been worth to each delegation, in expected points.</p>");
    offers_drawn(page, offers);
    page_raw(page, "</section><table><thead><tr><th>Text</th><th>By</th>");
    for (size_t party = 0; party < scenario->party_count; party++)
        page_element(page, "th", scenario->parties[party].short_name);
    page_raw(page, "</tr></thead><tbody>");
    for (size_t at = 0; at < offers->count; at++) {
        const struct tree *offer = offers->members[at].value;
        int64_t version = 0;
        (void)tree_get_int(offer, TEXT("version"), &version);
        page_raw(page, "<tr><th>");
        page_text(page, page_instrument(page, tree_text_of(offer, "instrument")));
        write_print(&page->out, ", version %" PRId64 "</th>", version);
        page_element(page, "td", page_party(page, tree_text_of(offer, "party")));
        for (size_t party = 0; party < scenario->party_count; party++)
            page_number(page, tree_get(offer, TEXT("value")),
                        arena_copy(page->arena, scenario->parties[party].id).at);
        page_raw(page, "</tr>");
    }
    page_raw(page, "</tbody></table>");
}

/* --- the deal they left --- */

static void left_text(struct page *page, const struct tree *text)
{
    const struct tree *conditions = tree_get(text, TEXT("takes_effect_if"));
    page_raw(page, "<p>");
    page_text(page, page_kind(page, tree_text_of(text, "kind")));
    page_raw(page, ", signed by ");
    page_parties(page, tree_get(text, TEXT("invited")));
    page_raw(page, ".</p>");
    page_clauses(page, tree_get(text, TEXT("clauses")), "id");
    for (size_t at = 0; conditions && at < conditions->count; at++) {
        const struct scenario *scenario = page->table->scenario;
        int condition = scenario_condition(scenario, conditions->members[at].value->text);
        page_raw(page, at == 0 ? "<p>It takes effect only if: " : "; ");
        page_text(page, condition < 0 ? conditions->members[at].value->text
                                      : scenario->conditions[condition].title);
    }
    if (conditions)
        page_raw(page, ".</p>");
}

static void left_section(struct page *page)
{
    const struct tree *moments = tree_get(page->table->left, TEXT("moments"));
    if (!moments || moments->count == 0)
        return;
    const struct tree *first = moments->members[0].value;
    const struct tree *texts = tree_get(first, TEXT("texts")),
                      *gains = tree_get(first, TEXT("gains"));
    int phase = scenario_phase(page->table->scenario, tree_text_of(first, "phase"));
    int64_t round = 0;
    (void)tree_get_int(first, TEXT("round"), &round);
    page_raw(page, "<section><h3>The deal you left</h3><p>");
    if (phase >= 0)
        page_text(page, page->table->scenario->phases[phase].title);
    write_print(&page->out, ", round %" PRId64 ".</p>", round);
    for (size_t at = 0; texts && at < texts->count; at++) {
        left_text(page, texts->members[at].value);
    }
    if (texts && texts->count > 1) {
        bool together = false;
        (void)tree_get_bool(first, TEXT("together"), &together);
        page_raw(page, together ? "<p>They are linked: all enter into force together.</p>"
                                : "<p>Each is in force before the next is drafted.</p>");
    }
    page_raw(page, "<table><thead><tr><th>Delegation</th><th>It was worth</th><th>Got in the "
                   "end</th></tr></thead><tbody>");
    for (size_t at = 0; gains && at < gains->count; at++) {
        page_raw(page, "<tr>");
        page_element(page, "th", page_party(page, gains->members[at].key));
        page_number(page, gains->members[at].value, "deal");
        page_number(page, gains->members[at].value, "got");
        page_raw(page, "</tr>");
    }
    page_raw(page, "</tbody></table></section>");
}

/* --- promises, and what was done --- */

static void promises_section(struct page *page)
{
    static const struct {
        const char *state, *words;
    } states[] = {{"kept", "kept"},
                  {"suspended", "suspended"},
                  {"replaced", "replaced by another"},
                  {"ended", "ended"},
                  {"denounced", "left"}};
    const struct tree *promises = tree_get(page->table->story, TEXT("promises"));
    if (!promises || promises->count == 0)
        return;
    page_raw(page,
             "<h3>Promises</h3><table><thead><tr><th>Article</th><th>Binds</th><th>Was</th></tr>"
             "</thead><tbody>");
    for (size_t at = 0; at < promises->count; at++) {
        const struct tree *promise = promises->members[at].value;
        page_raw(page, "<tr><td>");
        page_clause(page, tree_text_of(promise, "clause"), tree_get(promise, TEXT("terms")));
        page_raw(page, "</td><td>");
        page_parties(page, tree_get(promise, TEXT("binds")));
        page_raw(page, "</td><td>");
        for (size_t state = 0; state < sizeof(states) / sizeof(*states); state++)
            if (text_equal(tree_text_of(promise, "state"), text_of(states[state].state)))
                page_raw(page, states[state].words);
        page_raw(page, "</td></tr>");
    }
    page_raw(page, "</tbody></table>");
}

static void choice_words(struct page *page, const struct tree *closing)
{
    const struct scenario *scenario = page->table->scenario;
    int found = scenario_decision(scenario, tree_text_of(closing, "decision"));
    const struct tree *choices = tree_get(closing, TEXT("choices"));
    for (size_t at = 0; found >= 0 && choices && at < choices->count; at++) {
        const struct decision *decision = &scenario->decisions[found];
        struct text option = tree_text_of(choices->members[at].value, "option");
        page_raw(page, "<tr>");
        page_element(page, "td", decision->title);
        page_element(page, "td", page_party(page, choices->members[at].key));
        for (size_t one = 0; one < decision->option_count; one++)
            if (text_equal(decision->options[one].id, option))
                page_element(page, "td", decision->options[one].label);
        page_raw(page, "</tr>");
    }
}

static void choices_section(struct page *page)
{
    const struct tree *closings = tree_get(page->table->story, TEXT("choices"));
    if (!closings || closings->count == 0)
        return;
    page_raw(page,
             "<h3>Decisions</h3><table><thead><tr><th>Decision</th><th>Delegation</th><th>Choice"
             "</th></tr></thead><tbody>");
    for (size_t at = 0; at < closings->count; at++)
        choice_words(page, closings->members[at].value);
    page_raw(page, "</tbody></table>");
}

static void table_written(struct page *page)
{
    const struct scenario *scenario = page->table->scenario;
    struct text id = tree_text_of(page->table->story, "outcome");
    page_element(page, "h2", page->table->name);
    for (size_t at = 0; at < scenario->outcome_count; at++)
        if (text_equal(scenario->outcomes[at].id, id)) {
            page_element(page, "h3", scenario->outcomes[at].title);
            page_element(page, "p", scenario->outcomes[at].text);
        }
    agreed_section(page);
    scores_section(page);
    left_section(page);
    offers_section(page);
    promises_section(page);
    choices_section(page);
}

struct text export_page(struct text title, const struct exported *tables, size_t count,
                        struct arena *arena)
{
    struct page page = {.out = {.arena = arena}, .arena = arena};
    page_raw(&page, "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                    "<meta name=\"viewport\" content=\"width=device-width\">");
    page_element(&page, "title", title);
    page_raw(&page, "<style>");
    page_raw(&page, style);
    page_raw(&page, "</style></head><body>");
    page_element(&page, "h1", title);
    for (size_t at = 0; at < count; at++) {
        page.table = &tables[at];
        if (at == 0)
            page_element(&page, "p", tables[at].scenario->title);
        table_written(&page);
    }
    page_raw(&page, "</body></html>\n");
    return written_text(&page.out);
}
