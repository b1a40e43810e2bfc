#include "cli.h"

#include "arena.h"
#include "template.h"
#include "text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char help[] =
    "usage: entente new DIR\n"
    "\n"
    "Writes a small scenario into the folder DIR, which must be new or empty: two parties, a "
    "treaty\n"
    "of three articles, briefings, and a README.md that explains each part and how to go on. The\n"
    "folder's name becomes the scenario's id: a small letter, then small letters, digits and _.\n"
    "\n"
    "Exit status: 0, 1 where it cannot be written (then nothing is), 2 on wrong usage.\n";

/* What was made so far, to be taken away again where something fails. */
struct making {
    const char *folder;
    struct arena *arena;
    const char **made;
    size_t count;
};

static bool fail(const struct making *making, const char *path)
{
    fprintf(stderr, "entente new: %s cannot be written: %s.\n", path, strerror(errno));
    for (size_t index = making->count; index-- > 0;)
        (void)remove(making->made[index]);
    return false;
}

/* The folder of a path within the new one; there already is as good as made. */
static bool make_folder(struct making *making, const char *path)
{
    if (mkdir(path, 0777) == 0)
        making->made[making->count++] = path;
    else if (errno != EEXIST)
        return fail(making, path);
    return true;
}

/* With the id in its places. */
static struct text fill_in(const struct template_file *file, struct text id, struct arena *arena)
{
    static const char mark[] = "@ID@";
    const size_t mark_length = sizeof mark - 1;
    char *bytes = arena_take(arena, file->length * (id.length + 1) + 1);
    size_t length = 0;
    for (size_t at = 0; at < file->length;) {
        if (file->length - at >= mark_length && !memcmp(file->bytes + at, mark, mark_length)) {
            memcpy(bytes + length, id.at, id.length);
            length += id.length;
            at += mark_length;
        } else {
            bytes[length++] = file->bytes[at++];
        }
    }
    return (struct text){bytes, length};
}

static bool write_file(struct making *making, const char *path, struct text bytes)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(making, path);
    making->made[making->count++] = path;
    for (size_t done = 0; done < bytes.length;) {
        ssize_t wrote = write(descriptor, bytes.at + done, bytes.length - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            (void)fail(making, path);
            (void)close(descriptor);
            return false;
        }
        done += (size_t)wrote;
    }
    return close(descriptor) == 0 || fail(making, path);
}

static bool write_all(struct making *making, struct text id)
{
    if (!make_folder(making, making->folder))
        return false;
    for (size_t index = 0; index < template_file_count; index++) {
        const struct template_file *file = &template_files[index];
        const char *slash = strchr(file->name, '/');
        const char *path = arena_print(making->arena, "%s/%s", making->folder, file->name).at;
        if (slash) {
            const char *inner = arena_print(making->arena, "%s/%.*s", making->folder,
                                            (int)(slash - file->name), file->name)
                                    .at;
            if (!make_folder(making, inner))
                return false;
        }
        if (!write_file(making, path, fill_in(file, id, making->arena)))
            return false;
    }
    return true;
}

static bool folder_is_empty(const char *folder)
{
    DIR *directory = opendir(folder);
    size_t count = 0;
    while (directory && readdir(directory))
        count++; /* `.` and `..` are in every one */
    if (directory)
        (void)closedir(directory);
    return count <= 2;
}

/* False, and said why, where something stands in the way. */
static bool place_is_free(const char *folder)
{
    struct stat status;
    if (stat(folder, &status) != 0)
        return true; /* Where that is no good, making it says why. */
    if (!S_ISDIR(status.st_mode)) {
        fprintf(stderr, "entente new: %s is there already, and no folder.\n", folder);
        return false;
    }
    if (!folder_is_empty(folder)) {
        fprintf(stderr, "entente new: %s is there already, and not empty.\n", folder);
        return false;
    }
    return true;
}

/* The last name of the path, as the file system knows it: `.` has one too. */
static struct text name_of(const char *folder, struct arena *arena)
{
    char real[PATH_MAX];
    if (realpath(folder, real))
        folder = real;
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    size_t start = length;
    while (start > 0 && folder[start - 1] != '/')
        start--;
    return arena_copy(arena, (struct text){folder + start, length - start});
}

/* The nearest name that is an id: "Peace-Talks 2" is peace_talks_2. An id is its own. */
static struct text id_near(struct text name, struct arena *arena)
{
    char *id = arena_take(arena, name.length + 1);
    size_t length = 0;
    for (size_t index = 0; index < name.length; index++) {
        char byte = name.at[index];
        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte - 'A' + 'a');
        bool letter = byte >= 'a' && byte <= 'z';
        bool later = (byte >= '0' && byte <= '9') || byte == '_';
        if (letter || (later && length > 0))
            id[length++] = byte;
        else if (length > 0 && id[length - 1] != '_')
            id[length++] = '_';
    }
    return (struct text){id, length};
}

static bool name_is_id(struct text name, struct arena *arena)
{
    struct text near = id_near(name, arena);
    if (near.length > 0 && text_equal(name, near))
        return true;
    fprintf(stderr,
            "entente new: the folder's name is the scenario's id, and '%.*s' is no id: a small "
            "letter, then small letters, digits and _",
            TEXT_ARGUMENTS(name));
    if (near.length > 0)
        fprintf(stderr, "; perhaps %.*s", TEXT_ARGUMENTS(near));
    fputs(".\n", stderr);
    return false;
}

static bool make_scenario(const char *folder, struct arena *arena)
{
    struct text name = name_of(folder, arena);
    if (!name_is_id(name, arena) || !place_is_free(folder))
        return false;
    struct making making = {.folder = folder,
                            .arena = arena,
                            /* Each file, and at most a folder for each. */
                            .made = ARENA_ARRAY(arena, const char *, 2 * template_file_count + 1)};
    if (!write_all(&making, name))
        return false;
    fprintf(stderr,
            "%s is a scenario. %s/README.md explains it; next:\n\n"
            "  entente serve --studio %s\n",
            folder, folder, folder);
    return true;
}

int new_main(int argc, char **argv)
{
    if (argc == 2 && (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))) {
        fputs(help, stdout);
        return 0;
    }
    if (argc != 2 || argv[1][0] == '-' || !argv[1][0]) {
        fputs(help, stderr);
        return 2;
    }
    struct arena *arena = arena_open();
    bool good = make_scenario(argv[1], arena);
    arena_close(arena);
    return good ? 0 : 1;
}
