#include "scenario_files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct reading {
    const char *folder;
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct scenario_files files;
    size_t capacity;
    size_t total; /* bytes */
};

static void report(struct reading *reading, struct text name, struct text message)
{
    struct diagnostic diagnostic = {
        .file = name, .line = 1, .column = 1, .path = TEXT(""), .message = message};
    diagnostics_add(reading->diagnostics, &diagnostic);
}

static void add_file(struct reading *reading, struct text name, struct text bytes)
{
    struct scenario_files *files = &reading->files;
    if (files->count == reading->capacity) {
        reading->capacity = reading->capacity * 2 + 16;
        files->items = arena_grow(reading->arena, files->items, files->count, reading->capacity,
                                  sizeof(*files->items));
    }
    files->items[files->count++] = (struct scenario_file){name, bytes, false};
}

static void refuse_file(struct reading *reading, struct text name, const char *why)
{
    report(reading, name, text_of(why));
    add_file(reading, name, TEXT(""));
    reading->files.items[reading->files.count - 1].refused = true;
}

static bool read_bytes(int descriptor, size_t wanted, struct arena *arena, struct text *bytes)
{
    char *buffer = arena_take(arena, wanted + 1);
    size_t length = 0;
    while (length < wanted) {
        ssize_t got = read(descriptor, buffer + length, wanted - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        length += (size_t)got;
    }
    *bytes = (struct text){buffer, length};
    return true;
}

static const char *unreadable(const struct reading *reading)
{
    return arena_print(reading->arena, "The file cannot be read: %s.", strerror(errno)).at;
}

static void read_file(struct reading *reading, struct text name)
{
    struct text path =
        arena_print(reading->arena, "%s/%.*s", reading->folder, TEXT_ARGUMENTS(name));
    /* A pipe in the folder must not hold us up. */
    int descriptor = open(path.at, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        if (errno != ENOENT)
            refuse_file(reading, name, unreadable(reading));
        return;
    }
    struct stat status;
    struct text bytes;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        refuse_file(reading, name, "This must be a regular file.");
    } else if (status.st_size > FILE_BYTES_MAX) {
        refuse_file(reading, name, "The file is larger than the limit of 8 MiB.");
    } else if (reading->total + (size_t)status.st_size > SCENARIO_BYTES_MAX) {
        refuse_file(reading, name,
                    "With this file the scenario is larger than 16 MiB, which is the limit.");
    } else if (!read_bytes(descriptor, (size_t)status.st_size, reading->arena, &bytes)) {
        refuse_file(reading, name, unreadable(reading));
    } else {
        reading->total += bytes.length;
        add_file(reading, name, bytes);
    }
    (void)close(descriptor);
}

static int compare_files(const void *left, const void *right)
{
    return text_compare(((const struct scenario_file *)left)->name,
                        ((const struct scenario_file *)right)->name);
}

struct text file_stem(struct text name, struct text folder, struct text ending)
{
    size_t outside = folder.length + ending.length;
    if (name.length <= outside || !text_starts_with(name, folder) ||
        memcmp(name.at + name.length - ending.length, ending.at, ending.length) != 0)
        return TEXT("");
    struct text stem = {name.at + folder.length, name.length - outside};
    return memchr(stem.at, '/', stem.length) || stem.at[0] == '.' ? TEXT("") : stem;
}

/* Files of `folder` that end so; names are gathered first, since reading is what costs. */
static void read_subfolder(struct reading *reading, struct text folder, struct text ending)
{
    struct text path =
        arena_print(reading->arena, "%s/%.*s", reading->folder, TEXT_ARGUMENTS(folder));
    DIR *directory = opendir(path.at);
    if (!directory)
        return;
    size_t count = 0;
    const struct dirent *entry;
    while ((entry = readdir(directory))) {
        struct text name =
            arena_print(reading->arena, "%.*s%s", TEXT_ARGUMENTS(folder), entry->d_name);
        if (file_stem(name, folder, ending).length == 0)
            continue;
        if (!text_is_utf8(name)) {
            report(reading, folder, TEXT("A file here has a name that is not UTF-8."));
            continue;
        }
        if (count++ == FOLDER_FILES_MAX) {
            report(reading, folder,
                   TEXT("There are more than 256 files here, which is the limit."));
            break;
        }
        read_file(reading, name);
    }
    (void)closedir(directory);
}

/* Why this is no folder to look into, or NULL. */
static const char *no_folder(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return errno == ENOENT ? "There is no such folder." : NULL;
    return S_ISDIR(status.st_mode) ? NULL : "This is a file: name the folder that it lies in.";
}

struct scenario_files files_read_folder(const char *folder, struct arena *arena,
                                        struct diagnostics *diagnostics)
{
    struct reading reading = {.folder = folder, .arena = arena, .diagnostics = diagnostics};
    const char *why = no_folder(folder);
    if (why) {
        refuse_file(&reading, TEXT("scenario.json"), why);
        return reading.files;
    }
    read_file(&reading, TEXT("scenario.json"));
    read_file(&reading, TEXT("teaching.md"));
    read_file(&reading, TEXT("map.svg"));
    read_subfolder(&reading, TEXT("briefings/"), TEXT(".md"));
    read_subfolder(&reading, TEXT("locale/"), TEXT(".json"));
    if (reading.files.count > 0)
        qsort(reading.files.items, reading.files.count, sizeof(*reading.files.items),
              compare_files);
    return reading.files;
}

/* Reads "name length\n" at `*at`. */
static bool read_heading(struct text bundle, size_t *at, struct text *name, size_t *length)
{
    const char *line = bundle.at + *at;
    const char *end = memchr(line, '\n', bundle.length - *at);
    const char *space = end ? memrchr(line, ' ', (size_t)(end - line)) : NULL;
    int64_t number;
    if (!space || !text_to_int((struct text){space + 1, (size_t)(end - space) - 1}, &number) ||
        number < 0)
        return false;
    *name = (struct text){line, (size_t)(space - line)};
    *length = (size_t)number;
    *at += (size_t)(end - line) + 1;
    return true;
}

bool files_read_bundle(struct text bundle, struct arena *arena, struct scenario_files *files)
{
    struct reading reading = {.arena = arena};
    size_t at = 0;
    while (at < bundle.length) {
        struct text name;
        size_t length;
        if (!read_heading(bundle, &at, &name, &length) || length >= bundle.length - at ||
            bundle.at[at + length] != '\n')
            return false;
        add_file(&reading, name, (struct text){bundle.at + at, length});
        at += length + 1;
    }
    *files = reading.files;
    return reading.files.count > 0;
}

struct text files_bundle(const struct scenario_files *files, struct arena *arena)
{
    enum { HEADING_MAX = 32 };
    size_t size = 0;
    for (size_t index = 0; index < files->count; index++)
        size += files->items[index].name.length + files->items[index].bytes.length + HEADING_MAX;
    char *bytes = arena_take(arena, size + 1);
    size_t at = 0;
    for (size_t index = 0; index < files->count; index++) {
        const struct scenario_file *file = &files->items[index];
        at += (size_t)snprintf(bytes + at, size - at, "%.*s %zu\n", TEXT_ARGUMENTS(file->name),
                               file->bytes.length);
        if (file->bytes.length > 0)
            memcpy(bytes + at, file->bytes.at, file->bytes.length);
        at += file->bytes.length;
        bytes[at++] = '\n';
    }
    return (struct text){bytes, at};
}

const struct scenario_file *files_find(const struct scenario_files *files, struct text name)
{
    for (size_t index = 0; index < files->count; index++)
        if (text_equal(files->items[index].name, name))
            return &files->items[index];
    return NULL;
}
