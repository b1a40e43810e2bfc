#include "settings.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct option {
    const char *name;
    size_t offset; /* of a const char * in struct settings */
    const char *value;
    const char *does;
};

#define FIELD(name) offsetof(struct settings, name)
static const struct option options[] = {
    {"listen", FIELD(listen), "ADDR:PORT",
     "where to listen; default 0.0.0.0:7777 (with --studio 127.0.0.1:7777), port 0 is any free "
     "one"},
    {"store", FIELD(store), "PATH",
     "the SQLite file; default entente/entente.sqlite in the user's data folder"},
    {"scenarios", FIELD(scenarios), "DIR",
     "the folder of scenarios; default: those that came with the program"},
    {"studio", FIELD(studio), "DIR",
     "for its author: shows this one scenario at /studio, and again after each change"},
    {"web", FIELD(web), "DIR",
     "the built browser client; default: the one that came with the program"},
    {"create-key", FIELD(create_key), "KEY",
     "what one must know to create exercises from elsewhere; default: a new one each start"},
    {"address", FIELD(address), "URL",
     "where others reach this server, when it stands behind a proxy"},
    {"tls-cert", FIELD(tls_cert), "FILE", "serve https with this certificate chain (PEM)"},
    {"tls-key", FIELD(tls_key), "FILE", "and this private key (PEM)"},
    {"heartbeat", FIELD(heartbeat), "SECONDS",
     "how long a connection may be silent before a sign of life; default 25"},
    {"keep-days", FIELD(keep), "DAYS",
     "an exercise is deleted so long after its last act; default 30, 0: never"},
    {"config", FIELD(config), "FILE",
     "read options from a file, a line `name = value` each, # comments"},
};
enum {
    OPTION_COUNT = sizeof options / sizeof options[0],
    HEARTBEAT_SECONDS_MAX = 300,
    KEEP_DAYS_MAX = 36500
};

static const char **option_place(const struct option *option, struct settings *settings)
{
    return (const char **)(void *)((char *)settings + option->offset);
}

static const struct option *option_find(struct text name)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (text_equal(text_of(options[i].name), name))
            return &options[i];
    return NULL;
}

static struct text option_unknown(struct text name, const char *where, struct arena *arena)
{
    struct text names[OPTION_COUNT];
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = text_of(options[i].name);
    int nearest = text_nearest(name, names, OPTION_COUNT);
    if (nearest < 0)
        return arena_print(arena, "%s: there is no option '%.*s'.", where, TEXT_ARGUMENTS(name));
    return arena_print(arena, "%s: there is no option '%.*s'; did you mean '%s'?", where,
                       TEXT_ARGUMENTS(name), options[nearest].name);
}

void settings_help(FILE *stream)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        fprintf(stream, "  --%-10s %-9s  %s\n", options[i].name, options[i].value, options[i].does);
}

static enum settings_outcome arguments_read(int argc, char **argv, struct arena *arena,
                                            struct settings *settings, struct text *why)
{
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
            return SETTINGS_HELP;
        if (strncmp(argv[i], "--", 2)) {
            *why = arena_print(arena, "'%s' is not expected here; options start with --.", argv[i]);
            return SETTINGS_WRONG;
        }
        const char *equals = strchr(argv[i], '=');
        struct text name = text_of(argv[i] + 2);
        if (equals)
            name.length = (size_t)(equals - (argv[i] + 2));
        const struct option *option = option_find(name);
        if (!option) {
            *why = option_unknown(name, "command line", arena);
            return SETTINGS_WRONG;
        }
        if (!equals && i + 1 == argc) {
            *why = arena_print(arena, "--%s needs a value (%s).", option->name, option->value);
            return SETTINGS_WRONG;
        }
        *option_place(option, settings) = equals ? equals + 1 : argv[++i];
    }
    return SETTINGS_GOOD;
}

/* The value of a variable, or NULL. */
static const char *environment_get(char **environment, struct text name)
{
    for (; environment && *environment; environment++)
        if (text_starts_with(text_of(*environment), name) && (*environment)[name.length] == '=')
            return *environment + name.length + 1;
    return NULL;
}

/* ENTENTE_TLS_CERT is tls-cert. */
static void environment_read(char **environment, struct arena *arena, struct settings *settings)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        struct text name = arena_print(arena, "ENTENTE_%s", options[i].name);
        for (char *byte = (char *)name.at; *byte; byte++)
            *byte = *byte == '-' ? '_' : (char)toupper((unsigned char)*byte);
        const char **place = option_place(&options[i], settings);
        if (!*place)
            *place = environment_get(environment, name);
    }
}

static struct text trim(struct text text)
{
    while (text.length && isspace((unsigned char)*text.at))
        text.at++, text.length--;
    while (text.length && isspace((unsigned char)text.at[text.length - 1]))
        text.length--;
    return text;
}

static bool line_read(struct text line, const char *where, struct arena *arena,
                      struct settings *settings, struct text *why)
{
    line = trim(line);
    if (!line.length || *line.at == '#')
        return true;
    const char *equals = memchr(line.at, '=', line.length);
    if (!equals) {
        *why = arena_print(arena, "%s: a line is `name = value`.", where);
        return false;
    }
    struct text name = trim((struct text){line.at, (size_t)(equals - line.at)});
    struct text value =
        trim((struct text){equals + 1, line.length - (size_t)(equals + 1 - line.at)});
    const struct option *option = option_find(name);
    if (!option || option->offset == FIELD(config)) {
        *why = option_unknown(name, where, arena);
        return false;
    }
    const char **place = option_place(option, settings);
    if (!*place)
        *place = arena_copy(arena, value).at;
    return true;
}

static bool file_read(struct arena *arena, struct settings *settings, struct text *why)
{
    if (!settings->config)
        return true;
    FILE *file = fopen(settings->config, "r");
    if (!file) {
        *why = arena_print(arena, "The configuration '%s' can't be read: %s.", settings->config,
                           strerror(errno));
        return false;
    }
    char line[4096];
    bool good = true;
    for (int number = 1; good && fgets(line, sizeof line, file); number++) {
        struct text where = arena_print(arena, "%s:%d", settings->config, number);
        good = line_read(text_of(line), where.at, arena, settings, why);
    }
    fclose(file);
    return good;
}

static bool listen_read(struct arena *arena, struct settings *settings, struct text *why)
{
    const char *colon = strrchr(settings->listen, ':');
    int64_t port;
    if (!colon || !text_to_int(text_of(colon + 1), &port) || port < 0 || port > 65535) {
        *why = arena_print(arena, "--listen %s: wanted ADDR:PORT, for example 127.0.0.1:7777.",
                           settings->listen);
        return false;
    }
    struct text host = {settings->listen, (size_t)(colon - settings->listen)};
    if (host.length > 1 && host.at[0] == '[' && host.at[host.length - 1] == ']')
        host = (struct text){host.at + 1, host.length - 2};
    if (text_equal(host, TEXT("localhost")))
        host = TEXT("127.0.0.1");
    settings->host = arena_copy(arena, host).at;
    settings->port = (uint16_t)port;
    unsigned char address[sizeof(struct in6_addr)];
    if (inet_pton(AF_INET, settings->host, address) == 1 ||
        inet_pton(AF_INET6, settings->host, address) == 1)
        return true;
    *why = arena_print(arena, "--listen %s: '%s' is not an address in numbers, like 0.0.0.0.",
                       settings->listen, settings->host);
    return false;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return !stat(path, &status) && S_ISDIR(status.st_mode);
}

/* Beside an installed program, data lies in ../share/entente; beside one in its build folder, in
 * the source tree. NULL where there is neither. */
static const char *find_beside(struct arena *arena, const char *installed, const char *source)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length < 0)
        return NULL;
    program[length] = '\0';
    const char *folder = dirname(program);
    const char *places[] = {installed, source};
    for (size_t i = 0; i < 2; i++) {
        struct text path = arena_print(arena, "%s/../%s", folder, places[i]);
        char whole[PATH_MAX];
        if (is_folder(path.at) && realpath(path.at, whole))
            return arena_copy(arena, text_of(whole)).at;
    }
    return NULL;
}

static bool store_default(char **environment, struct arena *arena, struct settings *settings,
                          struct text *why)
{
    const char *data = environment_get(environment, TEXT("XDG_DATA_HOME"));
    const char *home = environment_get(environment, TEXT("HOME"));
    if (data && *data == '/')
        settings->store = arena_print(arena, "%s/entente/entente.sqlite", data).at;
    else if (home && *home == '/')
        settings->store = arena_print(arena, "%s/.local/share/entente/entente.sqlite", home).at;
    if (settings->store)
        return true;
    *why = TEXT("There is no home folder to keep the store in; say where with --store PATH.");
    return false;
}

static bool folders_check(struct arena *arena, struct settings *settings, struct text *why)
{
    if (!settings->scenarios)
        settings->scenarios = find_beside(arena, "share/entente/scenarios", "rules/scenarios");
    if (!settings->scenarios) {
        *why = TEXT("No scenarios were found beside the program; say where with --scenarios DIR.");
        return false;
    }
    if (!is_folder(settings->scenarios)) {
        *why = arena_print(arena, "--scenarios %s: there is no such folder.", settings->scenarios);
        return false;
    }
    if (settings->studio && !is_folder(settings->studio)) {
        *why = arena_print(arena, "--studio %s: there is no such folder.", settings->studio);
        return false;
    }
    if (settings->web && !is_folder(settings->web)) {
        *why = arena_print(arena, "--web %s: there is no such folder.", settings->web);
        return false;
    }
    if (!settings->web)
        settings->web = find_beside(arena, "share/entente/web", "web/dist");
    return true;
}

static bool tls_check(struct arena *arena, const struct settings *settings, struct text *why)
{
    if (!settings->tls_cert != !settings->tls_key) {
        *why = TEXT("--tls-cert and --tls-key go together.");
        return false;
    }
    const char *paths[] = {settings->tls_cert, settings->tls_key};
    for (size_t i = 0; settings->tls_cert && i < 2; i++)
        if (access(paths[i], R_OK)) {
            *why = arena_print(arena, "'%s' can't be read: %s.", paths[i], strerror(errno));
            return false;
        }
    return true;
}

/* A whole number of a unit, from `least` to `most`; what is not given stays as it is. */
static bool number_read(const char *given, const char *name, const char *unit, int least, int most,
                        uint16_t *number, struct arena *arena, struct text *why)
{
    int64_t value;
    if (!given)
        return true;
    if (!text_to_int(text_of(given), &value) || value < least || value > most) {
        *why = arena_print(arena, "--%s %s: wanted %s, from %d to %d.", name, given, unit, least,
                           most);
        return false;
    }
    *number = (uint16_t)value;
    return true;
}

static bool numbers_read(struct arena *arena, struct settings *settings, struct text *why)
{
    settings->heartbeat_s = 25;
    settings->keep_days = 30;
    return number_read(settings->heartbeat, "heartbeat", "seconds", 1, HEARTBEAT_SECONDS_MAX,
                       &settings->heartbeat_s, arena, why) &&
           number_read(settings->keep, "keep-days", "days", 0, KEEP_DAYS_MAX, &settings->keep_days,
                       arena, why);
}

static bool values_check(char **environment, struct arena *arena, struct settings *settings,
                         struct text *why)
{
    /* A studio shows all secrets: it is for this machine, unless its author says otherwise. */
    if (!settings->listen)
        settings->listen = settings->studio ? "127.0.0.1:7777" : "0.0.0.0:7777";
    if (!listen_read(arena, settings, why))
        return false;
    if (settings->store && text_starts_with(text_of(settings->store), TEXT("postgres"))) {
        *why = TEXT("This build keeps its journals in SQLite: --store takes the path of a file.");
        return false;
    }
    if (!settings->store && !store_default(environment, arena, settings, why))
        return false;
    if (settings->create_key && !*settings->create_key) {
        *why = TEXT("--create-key must not be empty.");
        return false;
    }
    return numbers_read(arena, settings, why) && folders_check(arena, settings, why) &&
           tls_check(arena, settings, why);
}

enum settings_outcome settings_read(int argc, char **argv, char **environment, struct arena *arena,
                                    struct settings *settings, struct text *why)
{
    *settings = (struct settings){0};
    enum settings_outcome outcome = arguments_read(argc, argv, arena, settings, why);
    if (outcome != SETTINGS_GOOD)
        return outcome;
    environment_read(environment, arena, settings);
    if (file_read(arena, settings, why) && values_check(environment, arena, settings, why))
        return SETTINGS_GOOD;
    return SETTINGS_WRONG;
}
