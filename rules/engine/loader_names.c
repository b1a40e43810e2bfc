#include "loader.h"

#include "must.h"

#include <string.h>

static bool id_is_formed(struct text id)
{
    if (id.length == 0 || id.at[0] < 'a' || id.at[0] > 'z')
        return false;
    for (size_t index = 1; index < id.length; index++) {
        char byte = id.at[index];
        if (!((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_'))
            return false;
    }
    return true;
}

/* Where an id stands: it is either the key of a member, or its value. */
static bool id_is_key(const struct datum *datum, struct text id)
{
    return id.at == datum->key.at;
}

bool check_id(struct loader *loader, const struct datum *datum, struct text id)
{
    if (id_is_formed(id))
        return true;
    (id_is_key(datum, id) ? fault_key : fault)(
        loader, datum,
        "'%.*s' is no id: an id is a small letter, then small letters, digits and _.",
        TEXT_ARGUMENTS(id));
    return false;
}

static void add_name(struct loader *loader, enum name_space space, struct name name)
{
    if (loader->name_counts[space] == loader->name_capacities[space]) {
        size_t capacity = loader->name_counts[space] * 2 + 64;
        loader->names[space] =
            arena_grow(loader->arena, loader->names[space], loader->name_counts[space], capacity,
                       sizeof(*loader->names[space]));
        loader->name_capacities[space] = capacity;
    }
    loader->names[space][loader->name_counts[space]++] = name;
}

void claim_name(struct loader *loader, enum name_space space, const struct datum *datum,
                const char *what)
{
    struct text id = datum->key;
    if (!check_id(loader, datum, id))
        return;
    bool reserved =
        expression_reserves(id) || (space != NAMES_GLOBAL && expression_reserves_member(id));
    if (reserved) {
        fault_key(loader, datum,
                  "'%.*s' cannot be the name of %s: it is a word of the expression language.",
                  TEXT_ARGUMENTS(id), what);
        return;
    }
    for (size_t index = 0; index < loader->name_counts[space]; index++)
        if (text_equal(loader->names[space][index].id, id)) {
            fault_key(loader, datum,
                      "'%.*s' cannot be the name of %s: it is already the name of %s.",
                      TEXT_ARGUMENTS(id), what, loader->names[space][index].what);
            return;
        }
    add_name(loader, space, (struct name){id, what});
}

void mark_broken(struct loader *loader, struct text name)
{
    if (name_is_broken(loader, name))
        return;
    if (loader->broken_count == loader->broken_capacity) {
        size_t capacity = loader->broken_capacity * 2 + 16;
        loader->broken = arena_grow(loader->arena, loader->broken, loader->broken_count, capacity,
                                    sizeof(*loader->broken));
        loader->broken_capacity = capacity;
    }
    loader->broken[loader->broken_count++] = name;
}

bool name_is_broken(const struct loader *loader, struct text name)
{
    for (size_t index = 0; index < loader->broken_count; index++)
        if (text_equal(loader->broken[index], name))
            return true;
    return false;
}

void mark_lost(struct loader *loader, const char *what)
{
    if (kind_is_lost(loader, what))
        return;
    must(loader->lost_count < LOST_MAX);
    loader->lost[loader->lost_count++] = what;
}

bool kind_is_lost(const struct loader *loader, const char *what)
{
    for (size_t index = 0; index < loader->lost_count; index++)
        if (!strcmp(loader->lost[index], what))
            return true;
    return false;
}

/* FNV-1a: only for finding, never for an order. */
static uint64_t text_hash(struct text text)
{
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t at = 0; at < text.length; at++)
        hash = (hash ^ (unsigned char)text.at[at]) * 0x100000001b3;
    return hash;
}

uint32_t intern_string(struct loader *loader, const struct datum *at, struct text string)
{
    struct scenario *scenario = loader->scenario;
    if (!loader->string_places)
        loader->string_places = ARENA_ARRAY(loader->arena, uint32_t, STRING_PLACES);
    size_t place = text_hash(string) % STRING_PLACES;
    for (; loader->string_places[place] > 0; place = (place + 1) % STRING_PLACES)
        if (text_equal(scenario->strings[loader->string_places[place] - 1], string))
            return loader->string_places[place] - 1;
    if (scenario->string_count == STRINGS_MAX) {
        fault(loader, at,
              "There are more than %d different options and phases, which is the limit.",
              STRINGS_MAX);
        return 0;
    }
    if (scenario->string_count == loader->string_capacity) {
        loader->string_capacity = loader->string_capacity * 2 + 64;
        scenario->strings = arena_grow(loader->arena, scenario->strings, scenario->string_count,
                                       loader->string_capacity, sizeof(*scenario->strings));
    }
    ((struct text *)(uintptr_t)scenario->strings)[scenario->string_count] = string;
    loader->string_places[place] = (uint32_t)scenario->string_count + 1;
    return (uint32_t)scenario->string_count++;
}

/* "status" of "delta.status". */
static struct text behind_dot(struct text id)
{
    const char *dot = memrchr(id.at, '.', id.length);
    return dot ? (struct text){dot + 1, id.length - (size_t)(dot + 1 - id.at)} : id;
}

static int find_nearest(struct text id, const struct text *ids, size_t count)
{
    int nearest = text_nearest(id, ids, count);
    struct text last = behind_dot(id);
    for (size_t index = 0; nearest < 0 && index < count; index++)
        if (text_equal(ids[index], last))
            nearest = (int)index;
    return nearest;
}

int find_id(struct loader *loader, const struct datum *datum, struct text id, const char *what,
            const void *items, size_t count, size_t size)
{
    for (size_t index = 0; index < count; index++) {
        struct text known;
        memcpy(&known, (const char *)items + index * size, sizeof(known));
        if (text_equal(known, id))
            return (int)index;
    }
    if (loader->diagnostics->count > DIAGNOSTICS_MAX || kind_is_lost(loader, what) ||
        (memchr(id.at, '.', id.length) &&
         (kind_is_lost(loader, "party") || kind_is_lost(loader, "region"))) ||
        name_is_broken(loader, behind_dot(id)))
        return -1;
    struct text *ids = ARENA_ARRAY(loader->arena, struct text, count);
    for (size_t index = 0; index < count; index++)
        memcpy(&ids[index], (const char *)items + index * size, sizeof(*ids));
    int nearest = find_nearest(id, ids, count);
    struct text hint = TEXT("");
    if (nearest >= 0)
        hint =
            arena_print(loader->arena, "; perhaps you mean '%.*s'", TEXT_ARGUMENTS(ids[nearest]));
    (id_is_key(datum, id) ? fault_key : fault)(loader, datum, "There is no %s '%.*s'%.*s.", what,
                                               TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(hint));
    return -1;
}

party_set read_parties(struct loader *loader, const struct datum *object, const char *key,
                       uint32_t *order, size_t *count)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *list = read_list(loader, object, key);
    party_set set = 0;
    for (size_t index = 0; list && index < list->count; index++) {
        const struct datum *datum = &list->members[index];
        if (!expect_text(loader, datum))
            continue;
        int party = FIND_ID(loader, datum, "party", scenario->parties, scenario->party_count);
        if (party < 0)
            continue;
        if (set & party_bit(party)) {
            fault(loader, datum, "'%.*s' is named twice.", TEXT_ARGUMENTS(datum->text));
            continue;
        }
        set |= party_bit(party);
        if (order)
            order[(*count)++] = (uint32_t)party;
    }
    return set;
}

bool is_single_party(struct loader *loader, const struct datum *datum)
{
    bool single = datum->kind == DATUM_TEXT && scenario_party(loader->scenario, datum->text) >= 0;
    if (single)
        fault(loader, datum, "Parties stand in a list, even one alone: [\"%.*s\"].",
              TEXT_ARGUMENTS(datum->text));
    return single;
}

struct visibility read_visibility(struct loader *loader, const struct datum *object,
                                  const char *key, bool own_allowed)
{
    struct visibility visibility = {.all = true};
    const struct datum *datum = datum_get(object, text_of(key));
    if (!datum)
        return visibility;
    visibility.all = false;
    if (datum->kind == DATUM_LIST) {
        visibility.parties = read_parties(loader, object, key, NULL, NULL);
        return visibility;
    }
    const char *const words[] = {"all", "control", own_allowed ? "own" : NULL, NULL};
    if (datum->kind != DATUM_TEXT) {
        fault(loader, datum, "This must be \"all\", \"control\"%s or a list of parties.",
              own_allowed ? ", \"own\"" : "");
    } else if (!own_allowed && text_equal(datum->text, TEXT("own"))) {
        fault(loader, datum,
              "Only what each party has for itself (\"per\": \"party\") can be its own: this is "
              "for all, control, or a list of parties.");
    } else if (!is_single_party(loader, datum)) {
        size_t word = read_word(loader, object, key, words, 0);
        visibility.all = word == 0;
        visibility.own = word == 2;
    }
    /* Whom a wrong word meant is not known: nobody is blamed for reading it. */
    visibility.all = visibility.all || datum->spoilt;
    return visibility;
}

enum per read_per(struct loader *loader, const struct datum *object)
{
    static const char *const words[] = {"party", "region", NULL};
    switch (read_word(loader, object, "per", words, 2)) {
    case 0:
        return PER_PARTY;
    case 1:
        return PER_REGION;
    default:
        return PER_NONE;
    }
}

size_t per_count(const struct scenario *scenario, enum per per)
{
    switch (per) {
    case PER_PARTY:
        return scenario->party_count;
    case PER_REGION:
        return scenario->region_count;
    case PER_NONE:
        break;
    }
    return 1;
}
