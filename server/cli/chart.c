#include "chart.h"

#include <math.h>

enum { WIDTH = 680, MARGIN = 24, ROW = 38, BAR = 12, AXIS = 24, TICKS_MAX = 8 };

struct axis {
    double least, most, step;
};

void html_write(FILE *file, struct text text)
{
    for (size_t at = 0; at < text.length; at++) {
        switch (text.at[at]) {
        case '<':
            fputs("&lt;", file);
            break;
        case '>':
            fputs("&gt;", file);
            break;
        case '&':
            fputs("&amp;", file);
            break;
        case '"':
            fputs("&quot;", file);
            break;
        default:
            fputc(text.at[at], file);
        }
    }
}

/* Steps of 1, 2 or 5 times a power of ten, at most TICKS_MAX of them. */
static struct axis axis_of(const struct chart *chart)
{
    struct axis axis = {fmin(0, chart->least), fmax(0, chart->most), 1};
    for (size_t at = 0; at < chart->count; at++) {
        const struct chart_row *row = &chart->rows[at];
        axis.least = fmin(axis.least, fmin(row->low, fmin(row->from, row->mark)));
        axis.most = fmax(axis.most, fmax(row->high, fmax(row->to, row->mark)));
    }
    if (axis.most <= axis.least)
        axis.most = axis.least + 1;
    double rough = (axis.most - axis.least) / TICKS_MAX, power = pow(10, floor(log10(rough)));
    axis.step = power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
    axis.least = floor(axis.least / axis.step + 1e-9) * axis.step;
    axis.most = ceil(axis.most / axis.step - 1e-9) * axis.step;
    return axis;
}

static double place(const struct axis *axis, double value)
{
    return MARGIN + (value - axis->least) / (axis->most - axis->least) * (WIDTH - 2 * MARGIN);
}

static void write_axis(FILE *file, const struct chart *chart, const struct axis *axis, int bottom)
{
    int steps = (int)lround((axis->most - axis->least) / axis->step);
    for (int step = 0; step <= steps; step++) {
        double value = axis->least + step * axis->step, x = place(axis, value);
        bool zero = fabs(value) < axis->step / 2;
        fprintf(file, "<line class=\"%s\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>",
                zero ? "zero" : "tick", x, x, bottom);
        fprintf(file, "<text class=\"number\" x=\"%.1f\" y=\"%d\">%g%s</text>\n", x, bottom + 16,
                zero ? 0 : value, chart->unit);
    }
}

static void write_row(FILE *file, const struct axis *axis, const struct chart_row *row, int top)
{
    int bar = top + ROW - BAR - 6;
    fprintf(file, "<text x=\"0\" y=\"%d\">", bar - 5);
    html_write(file, row->label);
    fputs("</text>", file);
    double from = place(axis, fmin(row->from, row->to)), to = place(axis, fmax(row->from, row->to));
    if (to > from)
        fprintf(file, "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                from, bar, to - from, BAR);
    fprintf(file, "<line class=\"range\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
            place(axis, row->low), bar + BAR / 2, place(axis, row->high), bar + BAR / 2);
    if (row->marked)
        fprintf(file, "<line class=\"mark\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                place(axis, row->mark), bar - 2, place(axis, row->mark), bar + BAR + 2);
    fputc('\n', file);
}

void chart_write(FILE *file, const struct chart *chart)
{
    struct axis axis = axis_of(chart);
    int bottom = (int)chart->count * ROW + 4;
    fprintf(file,
            "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" "
            "xmlns=\"http://www.w3.org/2000/svg\">\n",
            chart->title, WIDTH, bottom + AXIS);
    write_axis(file, chart, &axis, bottom);
    for (size_t at = 0; at < chart->count; at++)
        write_row(file, &axis, &chart->rows[at], (int)at * ROW);
    fputs("</svg>\n", file);
}
