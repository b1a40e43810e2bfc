/* Charts for printed reports: inline SVG that needs nothing else, in the colours of its page. */
#ifndef CHART_H
#define CHART_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* One line of a chart: a thin line from `low` to `high`, a bar from `from` to `to`, and a mark. */
struct chart_row {
    struct text label;
    double low, high;
    double from, to; /* the same: no bar */
    double mark;
    bool marked;
};

struct chart {
    const char *title;  /* for who does not see it */
    const char *unit;   /* after each number of the axis; may be empty */
    double least, most; /* of the axis at least; 0 is always on it */
    const struct chart_row *rows;
    size_t count;
};

void chart_write(FILE *file, const struct chart *chart);

/* Text between tags or in an attribute. */
void html_write(FILE *file, struct text text);

#endif
