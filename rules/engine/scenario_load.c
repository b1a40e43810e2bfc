#include "loader.h"
#include "scenario_files.h"
#include "sha256.h"

#include <stdlib.h>
#include <string.h>

/* A scenario and what it was made from. */
struct loaded {
    struct scenario scenario;
    struct text bundle;
};

static const char *const root_keys[] = {
    "$schema",   "format",   "id",          "version",      "language",   "license",
    "title",     "summary",  "minutes",     "sources",      "parties",    "regions",
    "variables", "formulas", "agenda",      "clauses",      "conditions", "instruments",
    "decisions", "injects",  "phases",      "scores",       "outcomes",   "editions",
    "essential", "spare",    "first_moves", "instructions", "analysis",   NULL};

static void load_id(struct loader *loader, const char *folder)
{
    struct scenario *scenario = loader->scenario;
    scenario->id = need_text(loader, loader->root, "id");
    const struct datum *id = datum_get(loader->root, TEXT("id"));
    if (!id || id->kind != DATUM_TEXT || id->text.length == 0 || !check_id(loader, id, id->text) ||
        !folder)
        return;
    char *real = realpath(folder, NULL);
    const char *slash = real ? strrchr(real, '/') : NULL;
    struct text name = text_of(slash ? slash + 1 : "");
    if (real && !text_equal(name, id->text))
        fault(loader, id, "The folder's name is the id: the folder is '%.*s', the id is '%.*s'.",
              TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(id->text));
    free(real);
}

static void load_about(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *root = loader->root;
    if (!datum_get(root, TEXT("format")))
        fault_missing(loader, root, "format", "it is 1");
    (void)read_int(loader, root, "format", 1, 1, 1);
    (void)read_text(loader, root, "$schema", TEXT(""));
    scenario->version = read_text(loader, root, "version", TEXT(""));
    scenario->language = read_text(loader, root, "language", TEXT("en"));
    scenario->license = read_text(loader, root, "license", TEXT(""));
    scenario->title = need_text(loader, root, "title");
    scenario->summary = read_text(loader, root, "summary", TEXT(""));
    scenario->minutes = (uint32_t)read_int(loader, root, "minutes", 0, MINUTES_MAX, 0);
    const struct datum *sources = read_list(loader, root, "sources");
    if (!sources)
        return;
    struct text *texts = ARENA_ARRAY(loader->arena, struct text, sources->count);
    for (size_t index = 0; index < sources->count; index++)
        if (expect_text(loader, &sources->members[index]))
            texts[scenario->source_count++] = sources->members[index].text;
    scenario->sources = texts;
}

/* Everything that has a name in expressions. */
static void declare_names(struct loader *loader)
{
    (void)intern_string(loader, loader->root, TEXT(""));
    declare_parties(loader);
    declare_regions(loader);
    declare_agenda(loader);
    declare_phases(loader);
    declare_variables(loader);
    declare_formulas(loader);
    declare_clauses(loader);
    declare_conditions(loader);
    declare_instruments(loader);
    declare_decisions(loader);
}

/* Everything that may speak of names. */
static void load_rules(struct loader *loader)
{
    compile_formulas(loader);
    list_clause_keys(loader);
    compile_clauses(loader);
    compile_conditions(loader);
    compile_instruments(loader);
    compile_decisions(loader);
    load_injects(loader);
    compile_phases(loader);
    load_scores(loader);
    load_outcomes(loader);
    load_editions(loader);
    load_casting(loader);
    load_instructions(loader);
    load_analysis(loader);
    check_labels(loader);
    if (diagnostics_errors(loader->diagnostics) == 0)
        advise(loader);
}

static void load_document(struct loader *loader, const char *folder)
{
    if (!expect_object(loader, loader->root))
        return;
    check_keys(loader, loader->root, root_keys);
    load_id(loader, folder);
    load_about(loader);
    declare_names(loader);
    if (world_lay_out(loader))
        load_rules(loader);
}

static struct scenario *load(const struct scenario_files *files, const char *folder,
                             const struct datum *locale, struct arena *arena,
                             struct diagnostics *diagnostics);

/* What a translated scenario is told of does not come from it alone: `check_locale` has told that.
 * But it must load. */
static bool load_translation(struct loader *loader, const struct scenario_files *files,
                             const struct scenario_file *file, struct translation *translation)
{
    struct diagnostics told = {.arena = loader->arena};
    const struct document *document = document_read(file->name, file->bytes, loader->arena, &told);
    if (!document)
        return false; /* It was read before, and so is told of already. */
    struct scenario_files own = locale_files(files, document->root, loader->arena);
    translation->scenario = load(&own, NULL, document->root, arena_open(), &told);
    if (!translation->scenario) {
        size_t first = 0;
        while (told.items[first].warning)
            first++;
        struct diagnostic broken = told.items[first];
        broken.message = arena_print(loader->arena, "In %.*s: %.*s", TEXT_ARGUMENTS(file->name),
                                     TEXT_ARGUMENTS(broken.message));
        diagnostics_add(loader->diagnostics, &broken);
        return false;
    }
    translation->scenario->language = translation->language;
    locale_list_phrases(loader->root, document->root, translation, loader->arena);
    return true;
}

static void load_translations(struct loader *loader, const struct scenario_files *files)
{
    struct scenario *scenario = loader->scenario;
    struct translation *translations = ARENA_ARRAY(loader->arena, struct translation, files->count);
    scenario->translations = translations;
    for (size_t index = 0; index < files->count; index++) {
        struct translation *next = &translations[scenario->translation_count];
        *next = (struct translation){
            .language = file_stem(files->items[index].name, TEXT("locale/"), TEXT(".json"))};
        if (next->language.length > 0)
            scenario->translation_count +=
                load_translation(loader, files, &files->items[index], next);
    }
}

/* With `locale`: in that language. */
static struct scenario *load(const struct scenario_files *files, const char *folder,
                             const struct datum *locale, struct arena *arena,
                             struct diagnostics *diagnostics)
{
    struct loaded *loaded = ARENA_NEW(arena, struct loaded);
    loaded->scenario.arena = arena;
    struct loader loader = {
        .arena = arena, .scenario = &loaded->scenario, .diagnostics = diagnostics};
    const struct text name = TEXT("scenario.json");
    const struct scenario_file *file = files_find(files, name);
    if (file && !file->refused) {
        loader.document = document_read(name, file->bytes, arena, diagnostics);
    } else if (!file && (folder || diagnostics_errors(diagnostics) == 0)) {
        struct diagnostic missing = {.file = name,
                                     .line = 1,
                                     .column = 1,
                                     .path = TEXT(""),
                                     .message = TEXT("There is no scenario.json in this folder.")};
        diagnostics_add(diagnostics, &missing);
    }
    if (loader.document) {
        loader.root = loader.document->root;
        if (locale)
            locale_lay_over(loader.root, locale);
        load_document(&loader, folder);
        if (loader.root->kind == DATUM_OBJECT)
            load_other_files(&loader, files);
        if (!locale && diagnostics_errors(diagnostics) == 0)
            load_translations(&loader, files);
    }
    bool good = diagnostics_errors(diagnostics) == 0;
    diagnostics_sort(diagnostics);
    if (!good) {
        scenario_close(&loaded->scenario);
        return NULL;
    }
    world_fill_start(&loader);
    if (locale)
        return &loaded->scenario;
    loaded->bundle = files_bundle(files, arena);
    loaded->scenario.hash = sha256_hex(arena, loaded->bundle);
    for (size_t index = 0; index < loaded->scenario.translation_count; index++)
        loaded->scenario.translations[index].scenario->hash = loaded->scenario.hash;
    return &loaded->scenario;
}

struct scenario *scenario_load(const char *folder, struct diagnostics *diagnostics)
{
    struct arena *arena = arena_open();
    struct scenario_files files = files_read_folder(folder, arena, diagnostics);
    return load(&files, folder, NULL, arena, diagnostics);
}

struct scenario *scenario_load_bundle(struct text bundle, struct diagnostics *diagnostics)
{
    struct arena *arena = arena_open();
    struct scenario_files files = {NULL, 0};
    if (!files_read_bundle(arena_copy(arena, bundle), arena, &files)) {
        struct diagnostic broken = {.file = TEXT("scenario.json"),
                                    .line = 1,
                                    .column = 1,
                                    .path = TEXT(""),
                                    .message = TEXT("This is no bundle of a scenario.")};
        diagnostics_add(diagnostics, &broken);
    }
    return load(&files, NULL, NULL, arena, diagnostics);
}

struct text scenario_bundle(const struct scenario *scenario)
{
    /* Every scenario is the first member of a struct loaded: only load() makes one. */
    return ((const struct loaded *)(const void *)scenario)->bundle;
}

void scenario_close(struct scenario *scenario)
{
    if (!scenario)
        return;
    for (size_t index = 0; index < scenario->translation_count; index++)
        arena_close(scenario->translations[index].scenario->arena);
    arena_close(scenario->arena);
}
