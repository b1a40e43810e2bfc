/* What the studio's page shows: what is wrong and where, and the scenario itself. */
#include "state.h"

#include "scenario_files.h"

#include <string.h>

enum { EXCERPT_CHARACTERS = 120, EXCERPT_BEFORE = 60 };

/* --- what is wrong --- */

static struct text line_of(struct text bytes, uint32_t line)
{
    const char *at = bytes.at, *end = bytes.at + bytes.length;
    for (; line > 1 && at < end; line--) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next ? next + 1 : end;
    }
    const char *stop = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return (struct text){at, (size_t)((stop ? stop : end) - at)};
}

/* How many bytes the first `characters` characters take. */
static size_t bytes_of(struct text text, size_t characters)
{
    size_t at = 0;
    while (at < text.length && characters > 0) {
        do
            at++;
        while (at < text.length && ((unsigned char)text.at[at] & 0xc0) == 0x80);
        characters--;
    }
    return at;
}

/* The line around the place, short enough to be shown, and how many characters come before it. */
static void set_source(struct tree *tree, struct text bytes, const struct diagnostic *item,
                       struct arena *arena)
{
    struct text line = line_of(bytes, item->line);
    size_t before = item->column - 1, skip = 0;
    if (before > EXCERPT_BEFORE && text_count_characters(line) > EXCERPT_CHARACTERS)
        skip = before - EXCERPT_BEFORE;
    size_t start = bytes_of(line, skip);
    struct text rest = {line.at + start, line.length - start};
    rest.length = bytes_of(rest, EXCERPT_CHARACTERS);
    char *shown = (char *)arena_copy(arena, rest).at;
    for (size_t index = 0; index < rest.length; index++)
        if ((unsigned char)shown[index] < ' ')
            shown[index] = ' '; /* A tab is as wide as the caret's line thinks it is. */
    tree_set_text(arena, tree, TEXT("source"), (struct text){shown, rest.length});
    tree_set_int(arena, tree, TEXT("before"), (int64_t)(before - skip));
    tree_set_bool(arena, tree, TEXT("cut"), skip > 0);
}

static struct tree *diagnostics_to_tree(const char *folder, const struct diagnostics *diagnostics,
                                        struct arena *arena)
{
    struct tree *list = tree_list(arena);
    struct diagnostics ignored = {.arena = arena};
    struct scenario_files files = {NULL, 0};
    if (diagnostics->count > 0)
        files = files_read_folder(folder, arena, &ignored);
    for (size_t index = 0; index < diagnostics->count; index++) {
        const struct diagnostic *item = &diagnostics->items[index];
        struct tree *tree = tree_object(arena);
        tree_set_text(arena, tree, TEXT("severity"),
                      item->warning ? TEXT("warning") : TEXT("error"));
        tree_set_text(arena, tree, TEXT("file"), item->file);
        tree_set_int(arena, tree, TEXT("line"), item->line);
        tree_set_int(arena, tree, TEXT("column"), item->column);
        tree_set_text(arena, tree, TEXT("path"), item->path);
        tree_set_text(arena, tree, TEXT("message"), item->message);
        const struct scenario_file *file = files_find(&files, item->file);
        if (file && text_is_utf8(file->bytes))
            set_source(tree, file->bytes, item, arena);
        tree_append(arena, list, tree);
    }
    return list;
}

/* --- other languages --- */

/* The texts of a scenario that people read: their paths, in file order. `holder` is the key of the
 * tree. */
static void list_texts(const struct tree *tree, struct text path, struct text holder,
                       struct tree *list, struct arena *arena)
{
    for (size_t index = 0; index < tree->count; index++) {
        const struct tree_member *member = &tree->members[index];
        struct text key = tree->kind == TREE_LIST ? TEXT("") : member->key;
        struct text step = tree->kind == TREE_LIST ? arena_print(arena, "%zu", index) : key;
        struct text place = path.length > 0 ? arena_print(arena, "%.*s.%.*s", TEXT_ARGUMENTS(path),
                                                          TEXT_ARGUMENTS(step))
                                            : step;
        if (member->value->kind == TREE_OBJECT || member->value->kind == TREE_LIST)
            list_texts(member->value, place, key, list, arena);
        else if (member->value->kind == TREE_TEXT && text_is_translated(key, holder))
            tree_append(arena, list, tree_text(arena, place));
    }
}

/* Which of the texts a language lacks: those are shown as in scenario.json. */
static struct tree *language_to_tree(struct text language, const struct tree *locale,
                                     const struct tree *texts, struct arena *arena)
{
    struct tree *tree = tree_object(arena), *missing = tree_list(arena);
    for (size_t index = 0; index < texts->count; index++) {
        const struct tree *path = texts->members[index].value;
        if (!tree_get(locale, path->text))
            tree_append(arena, missing, tree_text(arena, path->text));
    }
    tree_set_text(arena, tree, TEXT("language"), language);
    tree_set_int(arena, tree, TEXT("texts"), (int64_t)texts->count);
    tree_set(arena, tree, TEXT("missing"), missing);
    return tree;
}

static const struct tree *file_to_tree(const struct scenario_file *file, struct arena *arena)
{
    struct text why;
    uint32_t line, column;
    return json_read(arena, file->bytes, &why, &line, &column);
}

static struct tree *languages_to_tree(const struct scenario_files *files,
                                      const struct tree *document, struct arena *arena)
{
    struct tree *languages = tree_list(arena), *texts = tree_list(arena);
    list_texts(document, TEXT(""), TEXT(""), texts, arena);
    for (size_t index = 0; index < files->count; index++)
        if (file_stem(files->items[index].name, TEXT("briefings/"), TEXT(".md")).length > 0)
            tree_append(arena, texts, tree_text(arena, files->items[index].name));
    for (size_t index = 0; index < files->count; index++) {
        const struct scenario_file *file = &files->items[index];
        struct text language = file_stem(file->name, TEXT("locale/"), TEXT(".json"));
        const struct tree *locale = language.length > 0 ? file_to_tree(file, arena) : NULL;
        if (locale)
            tree_append(arena, languages, language_to_tree(language, locale, texts, arena));
    }
    return languages;
}

/* --- limits --- */

static void add_limit(struct tree *limits, const char *what, size_t used, size_t most,
                      struct arena *arena)
{
    struct tree *limit = tree_object(arena);
    tree_set_int(arena, limit, TEXT("used"), (int64_t)used);
    tree_set_int(arena, limit, TEXT("most"), (int64_t)most);
    tree_set(arena, limits, text_of(what), limit);
}

static struct tree *limits_to_tree(const struct scenario *scenario,
                                   const struct scenario_files *files, struct arena *arena)
{
    struct tree *limits = tree_object(arena);
    size_t longest = 0;
    for (size_t index = 0; index < files->count; index++)
        if (files->items[index].bytes.length > longest)
            longest = files->items[index].bytes.length;
    add_limit(limits, "parties", scenario->party_count, PARTIES_MAX, arena);
    add_limit(limits, "regions", scenario->region_count, REGIONS_MAX, arena);
    add_limit(limits, "clauses", scenario->clause_type_count, CLAUSE_TYPES_MAX, arena);
    add_limit(limits, "keys", scenario->key_count, CLAUSE_KEYS_MAX, arena);
    add_limit(limits, "phases", scenario->phase_count, PHASES_MAX, arena);
    add_limit(limits, "bytes", longest, FILE_BYTES_MAX, arena);
    return limits;
}

/* --- the whole --- */

static void set_scenario(struct tree *tree, const struct scenario *scenario, struct arena *arena)
{
    struct scenario_files files = {NULL, 0};
    (void)files_read_bundle(scenario_bundle(scenario), arena, &files);
    const struct tree *document = file_to_tree(files_find(&files, TEXT("scenario.json")), arena);
    /* The last edition is the one in which everything can be drafted. */
    tree_set(arena, tree, TEXT("scenario"),
             scenario_view(scenario, (uint32_t)scenario->edition_count - 1,
                           (struct audience){AUDIENCE_CONTROL, -1}, arena));
    tree_set(arena, tree, TEXT("document"), (struct tree *)(uintptr_t)document);
    tree_set(arena, tree, TEXT("languages"), languages_to_tree(&files, document, arena));
    tree_set(arena, tree, TEXT("limits"), limits_to_tree(scenario, &files, arena));
}

struct text studio_state(const char *folder, const struct diagnostics *diagnostics,
                         const struct scenario *scenario, bool good, struct arena *arena)
{
    struct tree *tree = tree_object(arena);
    tree_set_text(arena, tree, TEXT("folder"), text_of(folder));
    tree_set_bool(arena, tree, TEXT("good"), good);
    tree_set(arena, tree, TEXT("diagnostics"), diagnostics_to_tree(folder, diagnostics, arena));
    if (scenario)
        set_scenario(tree, scenario, arena);
    return json_write(arena, tree);
}
