/* The files of rules/template and the schema, as they are built into the program, so that `entente
 * new` needs nothing beside it. */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include <stddef.h>

struct template_file {
    const char *name;  /* relative to the folder, with '/' */
    const char *bytes; /* `@ID@` in them stands for the new scenario's id */
    size_t length;
};

/* In the order of their names, but for the schema, which is the last. */
extern const struct template_file template_files[];
extern const size_t template_file_count;

#endif
