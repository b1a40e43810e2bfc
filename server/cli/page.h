/* What the pages that verbs print are made of: headings, tables, and charts of figures. */
#ifndef PAGE_H
#define PAGE_H

#include "balance.h"
#include "chart.h"

/* Up to the first heading: the style is in it, so that the page needs nothing else. */
void page_open(FILE *file, struct text title);
void page_close(FILE *file);
void page_heading(FILE *file, const char *title, const char *note);

/* The names of the columns, the first that of the rows; ends with NULL. */
void sheet_open(FILE *file, const char *const *columns);
void sheet_close(FILE *file);
void row_open(FILE *file, struct text name);
void row_close(FILE *file);
void cell_share(FILE *file, struct share share);
void cells_share(FILE *file, struct share share); /* and its interval */
void cells_spread(FILE *file, const struct spread *spread);
extern const char *const spread_columns[];

/* In per cent; nine in ten, the middle half and the median; the mean and its margin. */
struct chart_row row_of_share(struct text label, struct share share);
struct chart_row row_of_spread(struct text label, const struct spread *spread);
struct chart_row row_of_mean(struct text label, struct mean mean);

void chart_of_shares(FILE *file, const char *title, const struct chart_row *rows, size_t count);
void chart_of_values(FILE *file, const char *title, const struct chart_row *rows, size_t count);

#endif
