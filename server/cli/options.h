/* The options of a verb that is asked of one folder; and what it says of those that are wrong. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "scenario.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One of flag, word and number is where what is given goes. */
struct verb_option {
    const char *name; /* --seed */
    bool *flag;
    const char **word;
    int64_t *number;
    int64_t least, most; /* of the number */
};

struct option_table {
    const char *verb, *help;
    const struct verb_option *options;
    size_t count;
};

enum { OPTIONS_READ = -1 };

/* OPTIONS_READ, or the verb's exit status: 0 after its help, 2 where something is wrong, which is
 * said on standard error with what would be right. What is written stands in `argv`. */
int options_read(int argc, char **argv, const struct option_table *table, const char **folder);

/* Says so on standard error; 2, the verb's exit status. */
int edition_wrong(const char *verb, const struct scenario *scenario, const char *wanted);

#endif
