/* A JSON file with the place of every value in it.
 *
 * Jansson reads the values; it gives no places for them, so the text, by then known to be sound, is
 * walked once more beside what it read. Everything lives in the arena it was read into. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "diagnostic.h"

/* More values than any scenario has: what is beyond is meant to hurt. */
enum { DOCUMENT_VALUES_MAX = 1 << 18 };

enum datum_kind {
    DATUM_NULL,
    DATUM_BOOL,
    DATUM_INT,
    DATUM_REAL, /* a fraction, or, with flag, a number of more than 64 bits */
    DATUM_TEXT,
    DATUM_LIST,
    DATUM_OBJECT
};

struct datum {
    enum datum_kind kind;
    const struct datum *parent;
    struct text key;       /* in an object */
    size_t index;          /* in its parent */
    uint32_t key_at, at;   /* bytes from the start of the file */
    bool flag;             /* DATUM_BOOL, DATUM_REAL */
    bool spoilt;           /* an error was told of it, or of something in it */
    int64_t number;        /* DATUM_INT */
    struct text text;      /* DATUM_TEXT */
    struct datum *members; /* DATUM_LIST, DATUM_OBJECT */
    size_t count;
};

struct document {
    struct text file; /* its name, relative to the folder */
    struct places places;
    const struct datum *root;
};

/* Checks that a file is UTF-8 without NUL and byte order mark, and not too large; `*places` is
 * made. */
bool document_check_text(struct text file, struct text bytes, struct arena *arena,
                         struct diagnostics *diagnostics, struct places *places);

/* Reads a file's bytes, which are borrowed. NULL where they are no sound JSON: diagnostics say
 * why. */
const struct document *document_read(struct text file, struct text bytes, struct arena *arena,
                                     struct diagnostics *diagnostics);

/* The member of an object, or NULL where `object` is NULL, no object, or lacks it. */
const struct datum *datum_get(const struct datum *object, struct text key);

/* A value as plain data; a number with a fraction becomes null. */
struct tree *datum_to_tree(const struct datum *datum, struct arena *arena);

/* The path of a value: "clauses.troops.binds", "phases.1.each_round.0". */
struct text datum_path(const struct datum *datum, struct arena *arena);

/* The byte of the file at which byte `offset` of a DATUM_TEXT's text stands, escapes counted. */
size_t datum_text_place(const struct document *document, const struct datum *datum, size_t offset);

#endif
