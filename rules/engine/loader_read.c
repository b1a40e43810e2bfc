#include "loader.h"

static const char *kind_words(const struct datum *datum)
{
    switch (datum->kind) {
    case DATUM_NULL:
        return "null";
    case DATUM_BOOL:
        return "true or false";
    case DATUM_INT:
        return "a number";
    case DATUM_REAL:
        return datum->flag ? "a number of more than 64 bits"
                           : "a number with a fraction or an exponent";
    case DATUM_TEXT:
        return "a text";
    case DATUM_LIST:
        return "a list";
    case DATUM_OBJECT:
        return "an object";
    }
    return "something else";
}

static bool expect(struct loader *loader, const struct datum *datum, enum datum_kind kind,
                   const char *words)
{
    if (datum->kind == kind)
        return true;
    fault(loader, datum, "This must be %s; it is %s.", words, kind_words(datum));
    return false;
}

bool expect_object(struct loader *loader, const struct datum *datum)
{
    return expect(loader, datum, DATUM_OBJECT, "an object, { … }");
}

bool expect_list(struct loader *loader, const struct datum *datum)
{
    return expect(loader, datum, DATUM_LIST, "a list, [ … ]");
}

bool expect_text(struct loader *loader, const struct datum *datum)
{
    return expect(loader, datum, DATUM_TEXT, "a text in double quotes");
}

bool expect_int(struct loader *loader, const struct datum *datum)
{
    return expect(loader, datum, DATUM_INT, "a whole number");
}

bool word_is_among(struct text word, const char *const *words)
{
    for (; *words; words++)
        if (text_equal(text_of(*words), word))
            return true;
    return false;
}

enum { KNOWN_MAX = 32 };

void check_keys(struct loader *loader, const struct datum *object, const char *const *known)
{
    struct text keys[KNOWN_MAX];
    size_t count = 0;
    for (; known[count] && count < KNOWN_MAX; count++)
        keys[count] = text_of(known[count]);
    for (size_t index = 0; index < object->count; index++) {
        const struct datum *member = &object->members[index];
        bool found = false;
        for (size_t key = 0; key < count && !found; key++)
            found = text_equal(keys[key], member->key);
        if (found)
            continue;
        if (loader->diagnostics->count > DIAGNOSTICS_MAX)
            return;
        int nearest = text_nearest(member->key, keys, count);
        if (nearest >= 0)
            fault_key(loader, member, "There is no key '%.*s' here; perhaps you mean '%s'.",
                      TEXT_ARGUMENTS(member->key), known[nearest]);
        else
            fault_key(loader, member, "There is no key '%.*s' here.", TEXT_ARGUMENTS(member->key));
    }
}

const struct datum *read_object(struct loader *loader, const struct datum *object, const char *key)
{
    const struct datum *datum = datum_get(object, text_of(key));
    return datum && expect_object(loader, datum) ? datum : NULL;
}

const struct datum *read_section(struct loader *loader, const char *key, const char *what)
{
    const struct datum *members = read_object(loader, loader->root, key);
    if (!members && datum_get(loader->root, text_of(key)))
        mark_lost(loader, what);
    return members;
}

const struct datum *read_list(struct loader *loader, const struct datum *object, const char *key)
{
    const struct datum *datum = datum_get(object, text_of(key));
    return datum && expect_list(loader, datum) ? datum : NULL;
}

size_t count_within(struct loader *loader, const struct datum *members, size_t limit,
                    const char *what)
{
    if (!members)
        return 0;
    if (members->count <= limit)
        return members->count;
    fault(loader, members, "There are %zu %s; the limit is %zu.", members->count, what, limit);
    return limit;
}

struct text read_text(struct loader *loader, const struct datum *object, const char *key,
                      struct text otherwise)
{
    const struct datum *datum = datum_get(object, text_of(key));
    return datum && expect_text(loader, datum) ? datum->text : otherwise;
}

struct text member_text(struct loader *loader, const struct datum *member)
{
    if (!expect_text(loader, member))
        return TEXT("");
    if (member->text.length == 0)
        fault(loader, member, "This text is empty.");
    return member->text;
}

struct text need_text(struct loader *loader, const struct datum *object, const char *key)
{
    const struct datum *datum = datum_get(object, text_of(key));
    if (datum)
        return member_text(loader, datum);
    fault_missing(loader, object, key, "");
    return TEXT("");
}

bool read_bool(struct loader *loader, const struct datum *object, const char *key, bool otherwise)
{
    const struct datum *datum = datum_get(object, text_of(key));
    if (!datum || !expect(loader, datum, DATUM_BOOL, "true or false"))
        return otherwise;
    return datum->flag;
}

int64_t read_int(struct loader *loader, const struct datum *object, const char *key, int64_t low,
                 int64_t high, int64_t otherwise)
{
    const struct datum *datum = datum_get(object, text_of(key));
    if (!datum || !expect_int(loader, datum))
        return otherwise;
    if (datum->number >= low && datum->number <= high)
        return datum->number;
    struct text why = range_missed(loader->arena, low, high, datum->number);
    fault(loader, datum, "%.*s", TEXT_ARGUMENTS(why));
    return otherwise;
}

size_t read_word(struct loader *loader, const struct datum *object, const char *key,
                 const char *const *words, size_t otherwise)
{
    const struct datum *datum = datum_get(object, text_of(key));
    if (!datum || !expect_text(loader, datum))
        return otherwise;
    struct text known[KNOWN_MAX];
    size_t count = 0;
    struct text list = TEXT("");
    for (; words[count] && count < KNOWN_MAX; count++) {
        known[count] = text_of(words[count]);
        if (text_equal(known[count], datum->text))
            return count;
        list = arena_print(loader->arena, "%.*s%s%s", TEXT_ARGUMENTS(list), count > 0 ? ", " : "",
                           words[count]);
    }
    int nearest = text_nearest(datum->text, known, count);
    if (nearest >= 0)
        fault(loader, datum, "'%.*s' is none of %.*s; perhaps you mean '%s'.",
              TEXT_ARGUMENTS(datum->text), TEXT_ARGUMENTS(list), words[nearest]);
    else
        fault(loader, datum, "'%.*s' is none of %.*s.", TEXT_ARGUMENTS(datum->text),
              TEXT_ARGUMENTS(list));
    return otherwise;
}
