#include "options.h"

#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const struct verb_option *option_find(const struct option_table *table, const char *name)
{
    for (size_t at = 0; at < table->count; at++)
        if (!strcmp(table->options[at].name, name))
            return &table->options[at];
    return NULL;
}

/* How many of the arguments were the option's; 0 where its value is missing or no good. */
static int option_take(const struct verb_option *option, const char *value)
{
    if (option->flag) {
        *option->flag = true;
        return 1;
    }
    if (!value)
        return 0;
    if (option->word) {
        *option->word = value;
        return 2;
    }
    bool good = text_to_int(text_of(value), option->number) && *option->number >= option->least &&
                *option->number <= option->most;
    return good ? 2 : 0;
}

static int option_wrong(const struct option_table *table, const char *name)
{
    fprintf(stderr, "entente %s: '%s' is not understood", table->verb, name);
    const struct verb_option *option = option_find(table, name);
    if (option && option->number)
        fprintf(stderr, ": a number from %" PRId64 " to %" PRId64 " belongs behind it",
                option->least, option->most);
    fprintf(stderr, ".\n\n%s", table->help);
    return 2;
}

int options_read(int argc, char **argv, const struct option_table *table, const char **folder)
{
    *folder = NULL;
    for (int index = 1; index < argc;) {
        const char *name = argv[index], *value = index + 1 < argc ? argv[index + 1] : NULL;
        if (!strcmp(name, "--help") || !strcmp(name, "-h")) {
            fputs(table->help, stdout);
            return 0;
        }
        const struct verb_option *option = option_find(table, name);
        int taken = option ? option_take(option, value) : name[0] != '-' && !*folder;
        if (taken == 0)
            return option_wrong(table, name);
        if (!option)
            *folder = name;
        index += taken;
    }
    if (*folder)
        return OPTIONS_READ;
    fputs(table->help, stderr);
    return 2;
}

int edition_wrong(const char *verb, const struct scenario *scenario, const char *wanted)
{
    fprintf(stderr, "entente %s: %.*s has no edition '%s'", verb, TEXT_ARGUMENTS(scenario->id),
            wanted);
    const char *before = "; there are ";
    for (size_t at = 0; at < scenario->edition_count; at++) {
        if (scenario->editions[at].id.length == 0)
            continue; /* the one that opens everything */
        fprintf(stderr, "%s%.*s", before, TEXT_ARGUMENTS(scenario->editions[at].id));
        before = ", ";
    }
    fputs(".\n", stderr);
    return 2;
}
