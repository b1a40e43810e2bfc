/* The tables that a store holds, folded one after the other: what `replay` and `export` share. */
#ifndef TABLES_H
#define TABLES_H

#include "replay.h"

struct tables_wish {
    const char *verb, *path;
    const char *table; /* this one alone; NULL: all */
    uint64_t last;     /* the last entry that counts; UINT64_MAX: all */
    bool one;          /* where there are several, one must be named */
    void (*came)(void *context, const struct replay *replay);
    void *context;
};

/* The exit status: 1 with words where the file is no store, 2 where a table must be named. */
int tables_read(const struct tables_wish *wish);

/* The value of an option, behind it or behind '='; NULL where it is another one or lacks it. */
const char *option_value(int argc, char **argv, int *index, const char *name);

#endif
