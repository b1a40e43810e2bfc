#include "name.h"

#include "must.h"

static bool alike(const struct instrument *text, int author, uint32_t kind)
{
    return text->author == author && text->kind == kind;
}

static bool same_naming(struct naming left, struct naming right)
{
    return left.guests == right.guests && left.earlier == right.earlier;
}

struct naming naming_of_draft(const struct position *position, int author, uint32_t kind,
                              party_set guests)
{
    struct naming naming = {.guests = guests};
    for (size_t index = 0; index < position->instrument_count; index++) {
        const struct instrument *text = &position->instruments[index];
        naming.earlier +=
            alike(text, author, kind) && text->versions && text->drafted.guests == guests;
    }
    return naming;
}

struct naming naming_of_public(const struct position *position, const struct instrument *text)
{
    struct naming naming = {.guests = text->draft->invited | text->draft->witnesses};
    for (size_t index = 0; index < position->instrument_count; index++) {
        const struct instrument *other = &position->instruments[index];
        naming.earlier += alike(other, text->author, text->kind) && other->open_to_all &&
                          other->published.guests == naming.guests;
    }
    return naming;
}

struct text naming_name(const struct scenario *scenario, struct seed seed, int author,
                        uint32_t kind, struct naming naming, struct arena *arena)
{
    struct text place = arena_print(arena, "instrument/%.*s/%.*s/%llx/%u",
                                    TEXT_ARGUMENTS(scenario->parties[author].id),
                                    TEXT_ARGUMENTS(scenario->instruments[kind].id),
                                    (unsigned long long)naming.guests, (unsigned)naming.earlier);
    return random_id(seed, place, arena);
}

static bool takes_part(const struct draft *draft, struct audience audience)
{
    return audience.kind == AUDIENCE_PARTY &&
           ((draft->invited | draft->witnesses) & party_bit(audience.party));
}

bool text_shared_with(const struct instrument *text, struct audience audience)
{
    return audience.kind == AUDIENCE_CONTROL || takes_part(text->draft, audience);
}

/* Somebody who is invited to a text that was drafted before another one like it became public may
 * meet its own name where they gave it to the other. */
static bool name_taken(const struct namer *namer, struct text name)
{
    for (size_t index = 0; index < namer->position->instrument_count; index++) {
        const struct instrument *text = &namer->position->instruments[index];
        if (text_shared_with(text, namer->audience) && text_equal(text->id, name))
            return true;
    }
    return false;
}

struct text text_name(const struct namer *namer, const struct scenario *scenario,
                      const struct instrument *text)
{
    if (text_shared_with(text, namer->audience))
        return text->id;
    struct text name = same_naming(text->drafted, text->published)
                           ? text->id
                           : naming_name(scenario, namer->seed, text->author, text->kind,
                                         text->published, namer->arena);
    while (name_taken(namer, name))
        name =
            random_id(namer->seed, arena_print(namer->arena, "another/%.*s", TEXT_ARGUMENTS(name)),
                      namer->arena);
    return name;
}

static bool is_seen(const struct namer *namer, const struct instrument *text)
{
    return text->open_to_all || text_shared_with(text, namer->audience);
}

const struct instrument *text_named(const struct namer *namer, const struct scenario *scenario,
                                    struct text name)
{
    const struct position *position = namer->position;
    for (size_t index = 0; index < position->instrument_count; index++) {
        const struct instrument *text = &position->instruments[index];
        if (is_seen(namer, text) && text_equal(text_name(namer, scenario, text), name))
            return text;
    }
    const struct instrument *text = instrument_find(position, name);
    return text && is_seen(namer, text) ? text : NULL;
}

uint32_t version_number(const struct namer *namer, const struct instrument *text, uint32_t number)
{
    if (text_shared_with(text, namer->audience))
        return number;
    must(number >= text->public_version);
    return number - text->public_version + 1;
}

struct text article_name(const struct namer *namer, const struct scenario *scenario,
                         const struct instrument *text, struct text id)
{
    if (text_shared_with(text, namer->audience))
        return id;
    uint32_t number = 0;
    size_t place = 0;
    for (const struct version *version = text->versions;
         version && version->number >= text->public_version; version = version->older)
        for (size_t index = 0; index < version->draft->article_count; index++)
            if (text_equal(version->draft->articles[index].id, id)) {
                number = version->number;
                place = index;
            }
    struct text called = text_name(namer, scenario, text);
    return random_id(namer->seed,
                     arena_print(namer->arena, "article/%.*s/%u/%zu", TEXT_ARGUMENTS(called),
                                 (unsigned)version_number(namer, text, number), place),
                     namer->arena);
}

struct text article_named(const struct namer *namer, const struct scenario *scenario,
                          const struct instrument *text, struct text name)
{
    for (size_t index = 0; index < text->draft->article_count; index++) {
        struct text id = text->draft->articles[index].id;
        if (text_equal(article_name(namer, scenario, text, id), name))
            return id;
    }
    return TEXT("");
}

uint32_t text_sight(const struct namer *namer, const struct instrument *text)
{
    uint32_t sight = text->published_at;
    for (const struct version *version = text->versions; version; version = version->older)
        if ((takes_part(version->draft, namer->audience) ||
             namer->audience.kind == AUDIENCE_CONTROL) &&
            (sight == 0 || version->sight < sight))
            sight = version->sight;
    return sight;
}
