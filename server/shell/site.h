/* The browser client's files, read once at the start, so that a request can name nothing else.
 *
 * A file `x` may have precompressed forms beside it, `x.br` and `x.gz`; each form has its own
 * strong ETag. A path with no dot in its last part, like /join/ABCDEF, is a place inside the client
 * and gets index.html. */
#ifndef SITE_H
#define SITE_H

#include "arena.h"
#include "text.h"

#include <stdbool.h>

struct site_form {
    struct text bytes; /* empty `at`: there is no such form */
    struct text etag;  /* in quotes */
};

struct site_file {
    struct text path; /* from the folder, "style/main.css" */
    const char *type; /* of the content */
    bool lasting;     /* its name changes with its content, so it may be kept for ever */
    struct site_form plain, brotli, gzip;
};

struct site;

/* Reads the folder and those in it, at most 16 MiB; NULL with words in *why where that fails.
 * Everything lives in `arena`. */
struct site *site_open(const char *folder, struct arena *arena, struct text *why);

/* The file for a request's path (it starts with a slash, without the query), or NULL. */
const struct site_file *site_find(const struct site *site, struct text path);

/* The form that an Accept-Encoding header (empty: none) asks for, with the name of its coding or
 * NULL for plain. */
const struct site_form *site_choose(const struct site_file *file, struct text accept,
                                    const char **coding);

/* Whether an If-None-Match header names this form. */
bool site_matches(const struct site_form *form, struct text if_none_match);

#endif
