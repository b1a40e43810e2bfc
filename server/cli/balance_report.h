/* What a balance found, in words, as JSON or as a page: internal to `entente balance`. */
#ifndef BALANCE_REPORT_H
#define BALANCE_REPORT_H

#include "balance.h"

#include <stdio.h>

struct balance_report {
    const struct balance *balance;
    const struct scenario *scenario;
    const struct edition *edition;
    struct text temperament; /* as it was asked for; empty: each game draws */
    struct arena *arena;
};

/* For people, on standard output. */
void balance_write_words(const struct balance_report *report);

/* One object on standard output. */
void balance_write_json(const struct balance_report *report);

/* A page, into an open file. */
void balance_write_html(const struct balance_report *report, FILE *file);

/* The value of a term, as the scenario writes it. */
struct text balance_value(const struct balance_report *report, const struct term *term,
                          int64_t value);

#endif
