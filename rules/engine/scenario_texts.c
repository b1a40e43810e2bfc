/* Briefings, the map, and the texts in other languages: what lies beside scenario.json. */
#include "loader.h"
#include "scenario_files.h"

#include <string.h>

static void report(struct loader *loader, struct text file, uint32_t line, struct text message)
{
    struct diagnostic diagnostic = {
        .file = file, .line = line, .column = 1, .path = TEXT(""), .message = message};
    diagnostics_add(loader->diagnostics, &diagnostic);
}

static void warn_file(struct loader *loader, struct text file, struct text message)
{
    struct diagnostic diagnostic = {.warning = true,
                                    .file = file,
                                    .line = 1,
                                    .column = 1,
                                    .path = TEXT(""),
                                    .message = message};
    diagnostics_add(loader->diagnostics, &diagnostic);
}

/* A file's text where it is there and sound. */
static struct text text_file(struct loader *loader, const struct scenario_files *files,
                             struct text name)
{
    const struct scenario_file *file = files_find(files, name);
    struct places places;
    if (!file || file->refused ||
        !document_check_text(name, file->bytes, loader->arena, loader->diagnostics, &places))
        return TEXT("");
    return file->bytes;
}

static bool text_is_blank(struct text text)
{
    for (size_t at = 0; at < text.length; at++)
        if (!strchr(" \t\r\n", text.at[at]))
            return false;
    return true;
}

static struct text need_briefing(struct loader *loader, const struct scenario_files *files,
                                 struct text of)
{
    struct text name = arena_print(loader->arena, "briefings/%.*s.md", TEXT_ARGUMENTS(of));
    const struct scenario_file *file = files_find(files, name);
    if (file) {
        struct text briefing = text_file(loader, files, name);
        if (!file->refused && text_is_blank(file->bytes))
            report(loader, name, 1, TEXT("This briefing is empty."));
        return briefing;
    }
    report(loader, name, 1,
           text_equal(of, TEXT("common"))
               ? TEXT("The briefing for all is missing: write this file.")
               : TEXT("The briefing of this party is missing: write this file."));
    return TEXT("");
}

static bool is_briefing(const struct scenario *scenario, struct text name)
{
    struct text stem = file_stem(name, TEXT("briefings/"), TEXT(".md"));
    return scenario_party(scenario, stem) >= 0 || text_equal(stem, TEXT("common"));
}

static void load_briefings(struct loader *loader, const struct scenario_files *files)
{
    struct scenario *scenario = loader->scenario;
    scenario->common_briefing = need_briefing(loader, files, TEXT("common"));
    for (size_t index = 0; index < scenario->party_count; index++) {
        struct party *party = (struct party *)(uintptr_t)&scenario->parties[index];
        party->briefing = need_briefing(loader, files, party->id);
    }
    struct text *ids = ARENA_ARRAY(loader->arena, struct text, scenario->party_count + 1);
    for (size_t index = 0; index < scenario->party_count; index++)
        ids[index] = scenario->parties[index].id;
    ids[scenario->party_count] = TEXT("common");
    for (size_t index = 0; index < files->count; index++) {
        struct text name = files->items[index].name;
        struct text stem = file_stem(name, TEXT("briefings/"), TEXT(".md"));
        if (stem.length == 0 || is_briefing(scenario, name) || kind_is_lost(loader, "party"))
            continue;
        int nearest = text_nearest(stem, ids, scenario->party_count + 1);
        struct text hint = nearest < 0 ? TEXT("")
                                       : arena_print(loader->arena, "; perhaps you mean '%.*s'",
                                                     TEXT_ARGUMENTS(ids[nearest]));
        report(loader, name, 1,
               arena_print(loader->arena, "There is no party '%.*s'%.*s.", TEXT_ARGUMENTS(stem),
                           TEXT_ARGUMENTS(hint)));
    }
}

static size_t skip_blanks(struct text text, size_t at)
{
    while (at < text.length && strchr(" \t\r\n", text.at[at]))
        at++;
    return at;
}

/* The value of the next attribute `id` of a tag, behind *at; false where there is none. Comments
 * are no tags, and what is quoted is no attribute. */
static bool next_id(struct text map, size_t *at, bool *inside, struct text *id)
{
    while (*at < map.length) {
        struct text rest = {map.at + *at, map.length - *at};
        const char *end = NULL;
        if (text_starts_with(rest, TEXT("<!--"))) {
            end = memmem(rest.at, rest.length, "-->", strlen("-->"));
            *at = end ? (size_t)(end - map.at) : map.length;
            *inside = false;
            continue;
        }
        char byte = map.at[*at];
        if (*inside && (byte == '"' || byte == '\'')) {
            end = memchr(rest.at + 1, byte, rest.length - 1);
            *at = end ? (size_t)(end - map.at) + 1 : map.length;
            continue;
        }
        *inside = byte == '<' || (*inside && byte != '>');
        bool named = *inside && *at > 0 && strchr(" \t\r\n", map.at[*at - 1]) &&
                     text_starts_with(rest, TEXT("id"));
        size_t next = named ? skip_blanks(map, *at + strlen("id")) : map.length;
        *at += 1;
        if (next >= map.length || map.at[next] != '=')
            continue;
        next = skip_blanks(map, next + 1);
        if (next >= map.length || (map.at[next] != '"' && map.at[next] != '\''))
            continue;
        end = memchr(map.at + next + 1, map.at[next], map.length - next - 1);
        if (!end)
            continue;
        *id = (struct text){map.at + next + 1, (size_t)(end - map.at) - next - 1};
        *at = (size_t)(end - map.at) + 1;
        return true;
    }
    return false;
}

/* How often each region stands in the map; an element of none is doubted. */
static void count_regions(struct loader *loader, struct text file, struct text map, size_t *counts)
{
    const struct scenario *scenario = loader->scenario;
    const struct text prefix = TEXT("region-");
    struct text *ids = ARENA_ARRAY(loader->arena, struct text, scenario->region_count);
    for (size_t index = 0; index < scenario->region_count; index++)
        ids[index] = scenario->regions[index].id;
    size_t at = 0;
    bool inside = false;
    struct text id;
    while (next_id(map, &at, &inside, &id)) {
        if (!text_starts_with(id, prefix))
            continue;
        struct text region = {id.at + prefix.length, id.length - prefix.length};
        int found = scenario_region(scenario, region);
        if (found >= 0) {
            counts[found]++;
        } else if (loader->diagnostics->count < DIAGNOSTICS_MAX &&
                   !kind_is_lost(loader, "region")) {
            int nearest = text_nearest(region, ids, scenario->region_count);
            warn_file(loader, file,
                      arena_print(loader->arena, "There is no region '%.*s'%s%.*s%s.",
                                  TEXT_ARGUMENTS(region.length > 64 ? TEXT("…") : region),
                                  nearest < 0 ? "" : "; perhaps you mean '",
                                  TEXT_ARGUMENTS(nearest < 0 ? TEXT("") : ids[nearest]),
                                  nearest < 0 ? "" : "'"));
        }
    }
}

static void check_map(struct loader *loader, struct text file, struct text map)
{
    const struct scenario *scenario = loader->scenario;
    size_t *counts = ARENA_ARRAY(loader->arena, size_t, scenario->region_count);
    count_regions(loader, file, map, counts);
    for (size_t index = 0; index < scenario->region_count; index++)
        if (counts[index] != 1)
            report(loader, file, 1,
                   arena_print(loader->arena,
                               "The map must have one element with id=\"region-%.*s\"; it has %zu.",
                               TEXT_ARGUMENTS(scenario->regions[index].id), counts[index]));
}

static void load_map(struct loader *loader, const struct scenario_files *files)
{
    const struct text name = TEXT("map.svg");
    const struct scenario_file *file = files_find(files, name);
    struct text map = text_file(loader, files, name);
    loader->scenario->map_svg = map;
    if (file && !file->refused && (map.length > 0 || file->bytes.length == 0))
        check_map(loader, name, map);
}

/* Each step is matched as a whole key, so that keys with dots are found as well. */
const struct datum *datum_find(const struct datum *datum, struct text path)
{
    if (path.length == 0)
        return datum;
    if (datum->kind == DATUM_LIST) {
        const char *dot = memchr(path.at, '.', path.length);
        size_t length = dot ? (size_t)(dot - path.at) : path.length;
        int64_t index;
        if (!text_to_int((struct text){path.at, length}, &index) || index < 0 ||
            (size_t)index >= datum->count)
            return NULL;
        size_t skip = dot ? length + 1 : length;
        return datum_find(&datum->members[index],
                          (struct text){path.at + skip, path.length - skip});
    }
    for (size_t index = 0; datum->kind == DATUM_OBJECT && index < datum->count; index++) {
        const struct datum *member = &datum->members[index];
        size_t length = member->key.length;
        if (!text_starts_with(path, member->key) ||
            (path.length > length && path.at[length] != '.'))
            continue;
        size_t skip = path.length > length ? length + 1 : length;
        const struct datum *found =
            datum_find(member, (struct text){path.at + skip, path.length - skip});
        if (found)
            return found;
    }
    return NULL;
}

bool text_is_translated(struct text key, struct text holder)
{
    static const char *const keys[] = {"title", "summary", "name", "short", "label",
                                       "text",  "unit",    "else", "say",   NULL};
    static const char *const sections[] = {"agenda", "options", "sources", NULL};
    return word_is_among(key, keys) || word_is_among(holder, sections);
}

/* Whether something is told of what a path of a locale is to be found under. */
static bool path_is_spoilt(const struct loader *loader, struct text path)
{
    for (size_t index = 0; index < loader->diagnostics->count; index++) {
        const struct diagnostic *item = &loader->diagnostics->items[index];
        if (!item->warning && item->path.length > 0 && text_starts_with(path, item->path) &&
            text_equal(item->file, loader->document->file) &&
            (path.length == item->path.length || path.at[item->path.length] == '.'))
            return true;
    }
    return false;
}

/* "; perhaps you mean 'clauses.ceasefire.title'": as far as the path leads, then the nearest. */
static struct text path_hint(const struct loader *loader, struct text path)
{
    const struct datum *datum = loader->root;
    size_t at = 0;
    while (datum) {
        const char *dot = memchr(path.at + at, '.', path.length - at);
        size_t length = dot ? (size_t)(dot - path.at) - at : path.length - at;
        struct text key = {path.at + at, length};
        const struct datum *next = datum_get(datum, key);
        if (next && dot) {
            datum = next;
            at += length + 1;
            continue;
        }
        struct text *keys = ARENA_ARRAY(loader->arena, struct text, datum->count);
        for (size_t index = 0; index < datum->count; index++)
            keys[index] = datum->members[index].key;
        int nearest = datum->kind == DATUM_OBJECT ? text_nearest(key, keys, datum->count) : -1;
        if (nearest < 0 || text_equal(keys[nearest], key))
            break;
        struct text rest = {path.at + at + length, path.length - at - length};
        return arena_print(loader->arena, "; perhaps you mean '%.*s%.*s%.*s'", (int)at, path.at,
                           TEXT_ARGUMENTS(keys[nearest]), TEXT_ARGUMENTS(rest));
    }
    return TEXT("");
}

/* A file beside scenario.json that is read by people, in another language: by its name. */
static bool check_locale_file(struct loader *reader, struct loader *loader,
                              const struct datum *member)
{
    const struct scenario *scenario = loader->scenario;
    bool map = text_equal(member->key, TEXT("map.svg")) && scenario->map_svg.length > 0;
    bool teaching = text_equal(member->key, TEXT("teaching.md")) && scenario->teaching.length > 0;
    bool known = map || teaching || is_briefing(scenario, member->key);
    if (!known || member->kind != DATUM_TEXT)
        return known;
    if (text_is_blank(member->text))
        fault(reader, member, "This text is empty.");
    else if (map)
        check_map(loader, reader->document->file, member->text);
    return known;
}

static void check_locale_path(struct loader *reader, struct loader *loader,
                              const struct datum *member)
{
    const struct datum *original = datum_find(loader->root, member->key);
    if (loader->diagnostics->count > DIAGNOSTICS_MAX || path_is_spoilt(loader, member->key) ||
        check_locale_file(reader, loader, member))
        return;
    if (!original || original->kind != DATUM_TEXT)
        fault_key(reader, member, "There is no text '%.*s' in scenario.json%.*s.",
                  TEXT_ARGUMENTS(member->key), TEXT_ARGUMENTS(path_hint(loader, member->key)));
    else if (!text_is_translated(original->key, original->parent->key))
        fault_key(reader, member,
                  "'%.*s' is nothing that people read: it is the same in every language.",
                  TEXT_ARGUMENTS(member->key));
    else if (text_equal(original->key, TEXT("text")) &&
             original->parent->parent == datum_get(loader->root, TEXT("clauses")) &&
             !member_is_spoilt(original->parent, "terms"))
        check_places(reader, member,
                     &loader->scenario->clause_types[scenario_clause_type(loader->scenario,
                                                                          original->parent->key)]);
}

static void check_locale(struct loader *loader, const struct scenario_file *file)
{
    if (file->refused)
        return;
    const struct document *document =
        document_read(file->name, file->bytes, loader->arena, loader->diagnostics);
    if (!document)
        return;
    struct loader reader = *loader;
    reader.document = document;
    reader.root = document->root;
    if (!expect_object(&reader, document->root))
        return;
    for (size_t index = 0; index < document->root->count; index++) {
        const struct datum *member = &document->root->members[index];
        check_locale_path(&reader, loader, member);
        if (expect_text(&reader, member) && member->text.length == 0 && !member->spoilt)
            fault(&reader, member, "This text is empty.");
    }
}

void load_other_files(struct loader *loader, const struct scenario_files *files)
{
    load_briefings(loader, files);
    load_map(loader, files);
    loader->scenario->teaching = text_file(loader, files, TEXT("teaching.md"));
    for (size_t index = 0; index < files->count; index++)
        if (file_stem(files->items[index].name, TEXT("locale/"), TEXT(".json")).length > 0)
            check_locale(loader, &files->items[index]);
}
