/* A scenario in its other languages: what locale/ says, laid over its files and read anew. */
#include "loader.h"
#include "scenario_files.h"

#include <string.h>

void locale_lay_over(const struct datum *root, const struct datum *locale)
{
    for (size_t index = 0; index < locale->count; index++) {
        const struct datum *member = &locale->members[index];
        struct datum *original = (struct datum *)(uintptr_t)datum_find(root, member->key);
        if (original && original->kind == DATUM_TEXT)
            original->text = member->text;
    }
}

struct scenario_files locale_files(const struct scenario_files *files, const struct datum *locale,
                                   struct arena *arena)
{
    struct scenario_files own = {ARENA_ARRAY(arena, struct scenario_file, files->count), 0};
    for (size_t index = 0; index < files->count; index++) {
        struct scenario_file file = files->items[index];
        const struct datum *translated = datum_get(locale, file.name);
        if (file_stem(file.name, TEXT("locale/"), TEXT(".json")).length > 0)
            continue;
        if (translated)
            file.bytes = translated->text;
        own.items[own.count++] = file;
    }
    return own;
}

void locale_list_phrases(const struct datum *root, const struct datum *locale,
                         struct translation *translation, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, struct phrase, locale->count);
    for (size_t index = 0; index < locale->count; index++) {
        const struct datum *member = &locale->members[index];
        const struct datum *original = datum_find(root, member->key);
        if (original && original->kind == DATUM_TEXT)
            phrases[translation->phrase_count++] =
                (struct phrase){.said = original->text, .translated = member->text};
    }
    translation->phrases = phrases;
}

/* Its place among the translations, or -1. */
static int translation_find(const struct scenario *scenario, struct text language)
{
    for (size_t index = 0; index < scenario->translation_count; index++)
        if (text_equal(scenario->translations[index].language, language))
            return (int)index;
    return -1;
}

const struct scenario *scenario_in(const struct scenario *scenario, struct text language)
{
    int found = translation_find(scenario, language);
    const char *dash = language.length > 0 ? memchr(language.at, '-', language.length) : NULL;
    if (found < 0 && dash && !text_equal(language, scenario->language))
        return scenario_in(scenario, (struct text){language.at, (size_t)(dash - language.at)});
    return found < 0 ? scenario : scenario->translations[found].scenario;
}

struct text phrase_in(const struct translation *translation, struct text said)
{
    for (size_t index = 0; index < translation->phrase_count; index++)
        if (text_equal(translation->phrases[index].said, said))
            return translation->phrases[index].translated;
    return TEXT("");
}
