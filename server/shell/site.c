#include "site.h"

#include "sha256.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { SITE_BYTES_MAX = 16 * 1024 * 1024, SITE_DEPTH_MAX = 8 };

struct site {
    struct arena *arena;
    struct site_file *items; /* by path */
    size_t count;
    size_t capacity;
    size_t bytes;
};

static const struct {
    const char *ending;
    const char *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".ftl", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
};

static bool text_ends_with(struct text whole, const char *ending)
{
    size_t length = strlen(ending);
    return whole.length >= length && !memcmp(whole.at + whole.length - length, ending, length);
}

static const char *type_of(struct text path)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (text_ends_with(path, types[i].ending))
            return types[i].type;
    return "application/octet-stream";
}

/* The bundler's names: "main-K3F9AZ2Q.js". */
static bool is_lasting(struct text path)
{
    const char *dash = memrchr(path.at, '-', path.length);
    if (!dash || path.at + path.length - dash < 10 || dash[9] != '.')
        return false;
    for (int i = 1; i <= 8; i++)
        if (!isupper((unsigned char)dash[i]) && !isdigit((unsigned char)dash[i]))
            return false;
    return true;
}

static bool form_read(struct site *site, const char *whole, size_t size, struct site_form *form,
                      struct text *why)
{
    FILE *file = fopen(whole, "rb");
    char *bytes = arena_take(site->arena, size + 1);
    bool good = file && fread(bytes, 1, size, file) == size;
    if (file)
        fclose(file);
    if (!good) {
        *why = arena_print(site->arena, "%s: %s", whole, strerror(errno));
        return false;
    }
    form->bytes = (struct text){bytes, size};
    form->etag = arena_print(site->arena, "\"%.24s\"", sha256_hex(site->arena, form->bytes).at);
    return true;
}

static struct site_file *file_named(struct site *site, struct text path)
{
    for (size_t i = 0; i < site->count; i++)
        if (text_equal(site->items[i].path, path))
            return &site->items[i];
    if (site->count == site->capacity) {
        size_t capacity = site->capacity ? site->capacity * 2 : 32;
        site->items =
            arena_grow(site->arena, site->items, site->count, capacity, sizeof *site->items);
        site->capacity = capacity;
    }
    struct site_file *file = &site->items[site->count++];
    *file = (struct site_file){.path = path, .type = type_of(path), .lasting = is_lasting(path)};
    return file;
}

static bool file_take(struct site *site, const char *whole, struct text path, size_t size,
                      struct text *why)
{
    site->bytes += size;
    if (site->bytes > SITE_BYTES_MAX) {
        *why = arena_print(site->arena, "%s: the files are more than 16 MiB together.", whole);
        return false;
    }
    struct text bare = {path.at, path.length - (path.length > 3 ? 3 : 0)};
    bool brotli = text_ends_with(path, ".br"), gzip = text_ends_with(path, ".gz");
    struct site_file *file = file_named(site, brotli || gzip ? bare : path);
    struct site_form *form = brotli ? &file->brotli : gzip ? &file->gzip : &file->plain;
    return form_read(site, whole, size, form, why);
}

static bool folder_read(struct site *site, const char *folder, struct text prefix, int depth,
                        struct text *why)
{
    DIR *stream = opendir(folder);
    if (!stream) {
        *why = arena_print(site->arena, "%s: %s", folder, strerror(errno));
        return false;
    }
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(stream));) {
        if (entry->d_name[0] == '.')
            continue;
        struct text whole = arena_print(site->arena, "%s/%s", folder, entry->d_name);
        struct text path =
            arena_print(site->arena, "%.*s%s", TEXT_ARGUMENTS(prefix), entry->d_name);
        struct stat status;
        if (stat(whole.at, &status))
            continue; /* It vanished between the two calls. */
        if (S_ISDIR(status.st_mode) && depth < SITE_DEPTH_MAX)
            good = folder_read(site, whole.at, arena_print(site->arena, "%s/", path.at), depth + 1,
                               why);
        else if (S_ISREG(status.st_mode))
            good = file_take(site, whole.at, path, (size_t)status.st_size, why);
    }
    closedir(stream);
    return good;
}

struct site *site_open(const char *folder, struct arena *arena, struct text *why)
{
    struct site *site = ARENA_NEW(arena, struct site);
    site->arena = arena;
    return folder_read(site, folder, TEXT(""), 0, why) ? site : NULL;
}

static const struct site_file *find_exactly(const struct site *site, struct text path)
{
    for (size_t i = 0; i < site->count; i++)
        if (text_equal(site->items[i].path, path) && site->items[i].plain.bytes.at)
            return &site->items[i];
    return NULL;
}

const struct site_file *site_find(const struct site *site, struct text path)
{
    if (!path.length || *path.at != '/')
        return NULL;
    path = (struct text){path.at + 1, path.length - 1};
    const struct site_file *file = find_exactly(site, path);
    if (file)
        return file;
    const char *slash = path.length ? memrchr(path.at, '/', path.length) : NULL;
    const char *last = slash ? slash + 1 : path.at;
    if (memchr(last, '.', (size_t)(path.at + path.length - last)))
        return NULL;
    return find_exactly(site, TEXT("index.html"));
}

static struct text trim(struct text text)
{
    while (text.length && (*text.at == ' ' || *text.at == '\t'))
        text.at++, text.length--;
    while (text.length && (text.at[text.length - 1] == ' ' || text.at[text.length - 1] == '\t'))
        text.length--;
    return text;
}

/* Cuts the next item off a list with commas; false at its end. */
static bool list_next(struct text *list, struct text *item)
{
    if (!list->length)
        return false;
    const char *comma = memchr(list->at, ',', list->length);
    size_t length = comma ? (size_t)(comma - list->at) : list->length;
    *item = trim((struct text){list->at, length});
    length += comma ? 1 : 0;
    *list = (struct text){list->at + length, list->length - length};
    return true;
}

/* ";q=0", ";q=0.000" */
static bool weight_is_zero(struct text parameters)
{
    const char *equals = memchr(parameters.at, '=', parameters.length);
    if (!equals)
        return false;
    for (const char *digit = equals + 1; digit < parameters.at + parameters.length; digit++)
        if (*digit != '0' && *digit != '.')
            return false;
    return true;
}

/* "br;q=0" refuses; any other weight accepts, since we prefer what is smaller. */
static bool accepts(struct text accept, const char *coding)
{
    for (struct text item; list_next(&accept, &item);) {
        size_t name = strlen(coding);
        if (item.length < name || strncasecmp(item.at, coding, name))
            continue;
        struct text rest = trim((struct text){item.at + name, item.length - name});
        if (!rest.length)
            return true;
        if (*rest.at != ';')
            continue;
        return !weight_is_zero(rest);
    }
    return false;
}

const struct site_form *site_choose(const struct site_file *file, struct text accept,
                                    const char **coding)
{
    *coding = NULL;
    if (file->brotli.bytes.at && accepts(accept, "br")) {
        *coding = "br";
        return &file->brotli;
    }
    if (file->gzip.bytes.at && accepts(accept, "gzip")) {
        *coding = "gzip";
        return &file->gzip;
    }
    return &file->plain;
}

bool site_matches(const struct site_form *form, struct text if_none_match)
{
    for (struct text item; list_next(&if_none_match, &item);) {
        if (text_equal(item, TEXT("*")))
            return true;
        if (text_starts_with(item, TEXT("W/"))) /* The comparison is the weak one (RFC 9110). */
            item = (struct text){item.at + 2, item.length - 2};
        if (text_equal(item, form->etag))
            return true;
    }
    return false;
}
