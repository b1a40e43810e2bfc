/* The browser client's files, read once at the start, so that a request can name nothing else.
 *
 * A file `x` may have precompressed forms beside it, `x.br` and `x.gz`; each form has its own
 * strong ETag. A path with no dot in its last part, like /join/ABCDEF, is a place inside the client
 * and gets index.html. */
#ifndef FILES_H
#define FILES_H

#include "arena.h"
#include "text.h"

#include <stdbool.h>

struct file_form {
    struct text bytes; /* empty `at`: there is no such form */
    struct text etag;  /* in quotes */
};

struct file {
    struct text path; /* from the folder, "style/main.css" */
    const char *type; /* of the content */
    bool lasting;     /* its name changes with its content, so it may be kept for ever */
    struct file_form plain, brotli, gzip;
};

struct files;

/* Reads the folder and those in it, at most 16 MiB; NULL with words in *why where that fails.
 * Everything lives in `arena`. */
struct files *files_open(const char *folder, struct arena *arena, struct text *why);

/* The file for a request's path (it starts with a slash, without the query), or NULL. */
const struct file *files_find(const struct files *files, struct text path);

/* The form that an Accept-Encoding header (empty: none) asks for, with the name of its coding or
 * NULL for plain. */
const struct file_form *file_choose(const struct file *file, struct text accept,
                                    const char **coding);

/* Whether an If-None-Match header names this form. */
bool file_matches(const struct file_form *form, struct text if_none_match);

#endif
