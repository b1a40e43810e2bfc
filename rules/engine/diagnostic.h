/* What is found wrong in a scenario's files, gathered so that all of it is told at once.
 *
 * Every message is a whole sentence for somebody who writes scenarios and no C. */
#ifndef DIAGNOSTIC_H
#define DIAGNOSTIC_H

#include "scenario.h"

/* More than these are not gathered: one more says that there are more. */
enum { DIAGNOSTICS_MAX = 1000 };

/* Where in a file's bytes a byte stands. Made once a file, so that a thousand errors on one line
 * of megabytes still cost little. */
struct places {
    struct text bytes;
    const uint32_t *lines; /* where each line begins */
    size_t line_count;
    const uint32_t *characters; /* before each block of bytes */
};

/* Indexes `bytes`, which are borrowed, in `arena`. */
struct places places_of(struct text bytes, struct arena *arena);

/* The line and the column (in characters), from 1, of a byte. */
void places_find(const struct places *places, size_t byte, uint32_t *line, uint32_t *column);

/* Adds a copy of what is given, in the diagnostics' own arena. */
void diagnostics_add(struct diagnostics *diagnostics, const struct diagnostic *diagnostic);

/* Puts them in the order of file, line, column, path and message, and drops doubles. */
void diagnostics_sort(struct diagnostics *diagnostics);

/* How many are errors. */
size_t diagnostics_errors(const struct diagnostics *diagnostics);

#endif
