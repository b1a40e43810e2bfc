/* Finished games as files for others: CSV for sheets, and a page to be printed.
 *
 * What is written is a table's story (debrief.h) as a tree, with its `messages`. Nothing is kept
 * secret here: whoever calls leaves out what the reader may not know. Any thread. */
#ifndef EXPORT_H
#define EXPORT_H

#include "scenario.h"

struct exported {
    const struct scenario *scenario;
    struct text table, name; /* its id, and what people call it */
    const struct tree *story;
    const struct tree *left; /* the deal they left; NULL: not known */
};

enum export_file { EXPORT_OFFERS, EXPORT_SCORES, EXPORT_MESSAGES, EXPORT_DECISIONS, EXPORT_FILES };

/* "offers.csv" … */
extern const char *const export_names[EXPORT_FILES];

/* One file of CSV (RFC 4180, UTF-8 without a mark, a header row): a row for each offer, score,
 * message or decision. A cell that a sheet would take for a formula begins with an apostrophe. */
struct text export_csv(enum export_file file, const struct exported *tables, size_t count,
                       struct arena *arena);

/* A whole page of HTML that needs nothing else; every chart has its numbers beside it. */
struct text export_page(struct text title, const struct exported *tables, size_t count,
                        struct arena *arena);

#endif
