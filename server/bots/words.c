#include "words.h"

#include "state.h"

#include <string.h>

static struct text parties_words(struct mind *mind, party_set parties)
{
    struct text words = TEXT("");
    int left = __builtin_popcountll(parties);
    for (size_t party = 0; party < mind->scenario->party_count; party++)
        if (parties & party_bit((int)party)) {
            left--;
            words = arena_print(mind->arena, "%.*s%.*s%s", TEXT_ARGUMENTS(words),
                                TEXT_ARGUMENTS(mind->scenario->parties[party].short_name),
                                left > 1    ? ", "
                                : left == 1 ? " and "
                                            : "");
        }
    return words.length > 0 ? words : TEXT("nobody");
}

static struct text value_words(struct mind *mind, const struct domain *domain, int64_t value)
{
    const struct scenario *scenario = mind->scenario;
    for (size_t index = 0; domain->hold == HOLD_OPTION && index < domain->option_count; index++)
        if (domain->options[index].string == value)
            return domain->options[index].label;
    if (domain->hold == HOLD_PARTY)
        return scenario->parties[value].short_name;
    if (domain->hold == HOLD_PARTIES)
        return parties_words(mind, (party_set)value);
    if (domain->hold == HOLD_REGION)
        return scenario->regions[value].name;
    if (domain->hold == HOLD_BOOL)
        return value ? TEXT("yes") : TEXT("no");
    return arena_print(mind->arena, "%lld", (long long)value);
}

static struct text placeholder_words(struct mind *mind, const struct clause_wish *clause,
                                     struct text name)
{
    const struct scenario *scenario = mind->scenario;
    const struct clause_type *type = mind_type(mind, clause->key);
    int32_t it = scenario->keys[clause->key].key;
    if (text_equal(name, TEXT("it")) && it >= 0)
        return type->per == PER_PARTY ? scenario->parties[it].short_name
                                      : scenario->regions[it].name;
    for (size_t term = 0; term < type->term_count; term++)
        if (text_equal(type->terms[term].id, name))
            return value_words(mind, &type->terms[term].domain, clause->terms[term]);
    return name;
}

/* The article's text with its terms filled in. */
static struct text clause_words(struct mind *mind, const struct clause_wish *clause)
{
    struct text source = mind_type(mind, clause->key)->text;
    struct text words = TEXT("");
    for (size_t at = 0; at < source.length;) {
        struct text rest = {source.at + at, source.length - at};
        const char *open = memchr(rest.at, '{', rest.length);
        const char *close = open ? memchr(open, '}', rest.length - (size_t)(open - rest.at)) : NULL;
        size_t plain = close ? (size_t)(open - rest.at) : rest.length;
        words = arena_print(mind->arena, "%.*s%.*s", TEXT_ARGUMENTS(words), (int)plain, rest.at);
        at += plain;
        if (!close)
            continue;
        struct text name = {open + 1, (size_t)(close - open) - 1};
        words = arena_print(mind->arena, "%.*s%.*s", TEXT_ARGUMENTS(words),
                            TEXT_ARGUMENTS(placeholder_words(mind, clause, name)));
        at += name.length + 2;
    }
    return words;
}

struct text words_of(struct mind *mind, const struct clause_wish *clauses, size_t count)
{
    struct text words = TEXT("");
    for (size_t index = 0; index < count; index++)
        words =
            arena_print(mind->arena, "%.*s%s%.*s", TEXT_ARGUMENTS(words), words.length ? " " : "",
                        TEXT_ARGUMENTS(clause_words(mind, &clauses[index])));
    return words;
}

struct text words_fit(struct arena *arena, struct text words)
{
    size_t characters = 0, at = 0, end = 0;
    for (; at < words.length && characters <= MESSAGE_CHARACTERS_MAX; at++)
        if (((unsigned char)words.at[at] & 0xc0) != 0x80 && ++characters == MESSAGE_CHARACTERS_MAX)
            end = at;
    if (characters <= MESSAGE_CHARACTERS_MAX)
        return words;
    return arena_print(arena, "%.*s\xe2\x80\xa6", (int)end, words.at);
}
