/* Every file of tests/scenarios/bad is a good scenario with something spoilt, and all that must be
 * said of it:
 *
 *     # why
 *     file map.svg             what the next edits are about; scenario.json where not said
 *     - "min": 1               a piece of it that stands there once…
 *     + "min": "1"             …and what stands there instead
 *     remove teaching.md
 *     expect
 *     scenario.json:49:61: clauses.ceasefire.terms.days.min: This must be …
 */
#include "scenario_files.h"
#include "test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bad_case {
    struct arena *arena;
    struct scenario_files files;
    struct text file;     /* what is edited */
    struct text old;      /* of the edit that has begun */
    struct text expected; /* lines */
};

static struct text read_all(const char *path, struct arena *arena)
{
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    assert_int_equal(fseek(stream, 0, SEEK_END), 0);
    long length = ftell(stream);
    assert_true(length >= 0);
    rewind(stream);
    char *bytes = arena_take(arena, (size_t)length + 1);
    assert_int_equal(fread(bytes, 1, (size_t)length, stream), (size_t)length);
    (void)fclose(stream);
    return (struct text){bytes, (size_t)length};
}

static struct scenario_file *file_named(struct bad_case *bad, struct text name)
{
    for (size_t index = 0; index < bad->files.count; index++)
        if (text_equal(bad->files.items[index].name, name))
            return &bad->files.items[index];
    fail_msg("no file %.*s", TEXT_ARGUMENTS(name));
    return NULL;
}

static void replace(struct bad_case *bad, struct text new)
{
    struct scenario_file *file = file_named(bad, bad->file);
    char *at = memmem(file->bytes.at, file->bytes.length, bad->old.at, bad->old.length);
    if (!at)
        fail_msg("'%.*s' is not there", TEXT_ARGUMENTS(bad->old));
    size_t before = (size_t)(at - file->bytes.at), after = before + bad->old.length;
    const char *rest = file->bytes.at + after;
    if (memmem(rest, file->bytes.length - after, bad->old.at, bad->old.length))
        fail_msg("'%.*s' is there more than once", TEXT_ARGUMENTS(bad->old));
    file->bytes = arena_print(bad->arena, "%.*s%.*s%s", (int)before, file->bytes.at,
                              TEXT_ARGUMENTS(new), rest);
}

static void remove_file(struct bad_case *bad, struct text name)
{
    struct scenario_file *file = file_named(bad, name);
    size_t index = (size_t)(file - bad->files.items);
    bad->files.count--;
    memmove(file, file + 1, (bad->files.count - index) * sizeof(*file));
}

static struct text after_word(struct text line, struct text word)
{
    return (struct text){line.at + word.length, line.length - word.length};
}

/* False at the line that says what to expect. */
static bool follow(struct bad_case *bad, struct text line)
{
    if (text_equal(line, TEXT("expect")))
        return false;
    if (text_starts_with(line, TEXT("file ")))
        bad->file = after_word(line, TEXT("file "));
    else if (text_starts_with(line, TEXT("remove ")))
        remove_file(bad, after_word(line, TEXT("remove ")));
    else if (text_starts_with(line, TEXT("rename ")))
        file_named(bad, bad->file)->name = after_word(line, TEXT("rename "));
    else if (text_starts_with(line, TEXT("- ")))
        bad->old = after_word(line, TEXT("- "));
    else if (text_starts_with(line, TEXT("+ ")))
        replace(bad, after_word(line, TEXT("+ ")));
    else if (line.length > 0 && line.at[0] != '#')
        fail_msg("what is '%.*s'?", TEXT_ARGUMENTS(line));
    return true;
}

static void read_case(struct bad_case *bad, struct text bytes)
{
    size_t at = 0;
    bool going_on = true;
    bad->file = TEXT("scenario.json");
    while (going_on && at < bytes.length) {
        const char *end = memchr(bytes.at + at, '\n', bytes.length - at);
        assert_non_null(end);
        struct text line = {bytes.at + at, (size_t)(end - bytes.at) - at};
        at += line.length + 1;
        going_on = follow(bad, line);
    }
    bad->expected = (struct text){bytes.at + at, bytes.length - at};
}

static struct text tell(const struct diagnostics *diagnostics, struct arena *arena)
{
    struct text told = TEXT("");
    for (size_t index = 0; index < diagnostics->count; index++) {
        const struct diagnostic *item = &diagnostics->items[index];
        told = arena_print(arena, "%.*s%.*s:%u:%u: %.*s: %s%.*s\n", TEXT_ARGUMENTS(told),
                           TEXT_ARGUMENTS(item->file), item->line, item->column,
                           TEXT_ARGUMENTS(item->path), item->warning ? "warning: " : "",
                           TEXT_ARGUMENTS(item->message));
    }
    return told;
}

static bool run_case(const char *name)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct bad_case bad = {.arena = arena};
    bad.files = files_read_folder(SOURCE_DIR "/tests/scenarios/good/brook", arena, &diagnostics);
    struct text path = arena_print(arena, SOURCE_DIR "/tests/scenarios/bad/%s", name);
    read_case(&bad, read_all(path.at, arena));
    struct scenario *scenario = scenario_load_bundle(files_bundle(&bad.files, arena), &diagnostics);
    struct text told = tell(&diagnostics, arena);
    bool as_expected = text_equal(told, bad.expected);
    if (!as_expected)
        print_error("%s: expected\n%.*stold\n%.*s", name, TEXT_ARGUMENTS(bad.expected),
                    TEXT_ARGUMENTS(told));
    bool loads = diagnostics_errors(&diagnostics) == 0;
    assert_true((scenario != NULL) == loads);
    scenario_close(scenario);
    arena_close(arena);
    return as_expected;
}

static void every_bad_scenario_is_told_in_full(void **state)
{
    (void)state;
    DIR *folder = opendir(SOURCE_DIR "/tests/scenarios/bad");
    assert_non_null(folder);
    size_t cases = 0, failures = 0;
    const struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        cases++;
        failures += !run_case(entry->d_name);
    }
    (void)closedir(folder);
    assert_true(cases > 0);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bad_scenario_is_told_in_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
