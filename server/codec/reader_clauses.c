#include "reader.h"

static struct text *clause_type_ids(const struct reader *reader)
{
    const struct scenario *scenario = reader->scenario;
    struct text *ids = ARENA_ARRAY(reader->arena, struct text, scenario->clause_type_count);
    for (size_t index = 0; index < scenario->clause_type_count; index++)
        ids[index] = scenario->clause_types[index].id;
    return ids;
}

/* The ids of a clause type's keys as they are written in `key`: parties or regions. */
static size_t clause_key_names(const struct reader *reader, const struct clause_type *type,
                               struct text **names)
{
    const struct scenario *scenario = reader->scenario;
    *names = ARENA_ARRAY(reader->arena, struct text, type->key_count);
    for (uint32_t index = 0; index < type->key_count; index++) {
        int32_t key = scenario->keys[type->first_key + index].key;
        (*names)[index] =
            type->per == PER_PARTY ? scenario->parties[key].id : scenario->regions[key].id;
    }
    return type->key_count;
}

/* `key` of a clause whose type has one each party or region. */
static bool read_key_name(const struct reader *reader, struct text path, const struct tree *tree,
                          uint32_t type_index, uint32_t *key)
{
    const struct scenario *scenario = reader->scenario;
    const struct clause_type *type = &scenario->clause_types[type_index];
    struct text id;
    if (!reader_text(reader, path, tree, &id))
        return false;
    bool per_party = type->per == PER_PARTY;
    int32_t holder = per_party ? scenario_party(scenario, id) : scenario_region(scenario, id);
    int found = holder >= 0 ? scenario_key_of(scenario, type_index, holder) : -1;
    if (found >= 0) {
        *key = (uint32_t)found;
        return true;
    }
    if (holder >= 0)
        return reader_refuse(
            reader, "clause.unknown", path,
            "There is no clause \"%.*s.%.*s\": this key is not one of its own (`of`).",
            TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(type->id));
    struct text *names;
    size_t count = clause_key_names(reader, type, &names);
    return reader_refuse_name(reader, per_party ? "party.unknown" : "clause.unknown", path,
                              arena_print(reader->arena, "a %s with a clause \"%.*s\"",
                                          per_party ? "party" : "region", TEXT_ARGUMENTS(type->id))
                                  .at,
                              id, names, count);
}

/* `type` and `key` of an object that was seen to be one. */
static bool read_type_and_key(const struct reader *reader, struct text path,
                              const struct tree *tree, uint32_t *key)
{
    const struct scenario *scenario = reader->scenario;
    const struct tree *type_member = reader_member(reader, path, tree, TEXT("type"));
    struct text id;
    struct text type_path = path_member(reader, path, TEXT("type"));
    if (!type_member || !reader_text(reader, type_path, type_member, &id))
        return false;
    int found = scenario_clause_type(scenario, id);
    if (found < 0)
        return reader_refuse_name(reader, "clause.unknown", type_path, "a type of clause", id,
                                  clause_type_ids(reader), scenario->clause_type_count);
    const struct clause_type *type = &scenario->clause_types[found];
    const struct tree *key_member = tree_get(tree, TEXT("key"));
    struct text key_path = path_member(reader, path, TEXT("key"));
    if (type->per == PER_NONE) {
        if (key_member)
            return reader_refuse(reader, "parameter.unknown", key_path,
                                 "There is one clause \"%.*s\" for all: it has no key.",
                                 TEXT_ARGUMENTS(id));
        *key = type->first_key;
        return true;
    }
    if (!key_member)
        return reader_refuse(reader, "parameter.missing", key_path,
                             "\"%.*s\" needs a key: whose clause is it?", TEXT_ARGUMENTS(id));
    return read_key_name(reader, key_path, key_member, (uint32_t)found, key);
}

bool reader_clause_key(const struct reader *reader, struct text path, const struct tree *tree,
                       uint32_t *key)
{
    static const struct text known[] = {{"type", 4}, {"key", 3}};
    return reader_object(reader, path, tree, known, 2) &&
           read_type_and_key(reader, path, tree, key);
}

bool reader_clause_keys(const struct reader *reader, struct text path, const struct tree *tree,
                        const uint32_t **keys, size_t *count)
{
    if (!reader_list(reader, path, tree))
        return false;
    uint32_t *items = ARENA_ARRAY(reader->arena, uint32_t, tree->count);
    for (size_t index = 0; index < tree->count; index++)
        if (!reader_clause_key(reader, path_index(reader, path, index), tree->members[index].value,
                               &items[index]))
            return false;
    *keys = items;
    *count = tree->count;
    return true;
}

static bool refuse_unknown_term(const struct reader *reader, struct text path,
                                const struct clause_type *type, const struct tree *terms)
{
    struct text *ids = ARENA_ARRAY(reader->arena, struct text, type->term_count);
    for (size_t index = 0; index < type->term_count; index++)
        ids[index] = type->terms[index].id;
    for (size_t index = 0; index < terms->count; index++) {
        struct text name = terms->members[index].key;
        bool found = false;
        for (size_t term = 0; term < type->term_count && !found; term++)
            found = text_equal(name, ids[term]);
        if (!found)
            return reader_refuse_name(reader, "term.unknown", path_member(reader, path, name),
                                      "a term of this clause", name, ids, type->term_count);
    }
    return true;
}

static bool read_term(const struct reader *reader, struct text path, const struct tree *terms,
                      struct text clause, const struct term *term, int64_t *value)
{
    const struct tree *member = tree_get(terms, term->id);
    struct text term_path = path_member(reader, path, term->id);
    if (!member)
        return reader_refuse(reader, "term.missing", term_path,
                             "%.*s: the term \"%.*s\" has no value yet.", TEXT_ARGUMENTS(clause),
                             TEXT_ARGUMENTS(term->id));
    const char *fault =
        domain_from_tree(reader->scenario, &term->domain, member, value, reader->arena);
    if (!fault)
        return true;
    bool whole = term->domain.hold == HOLD_INT;
    if (whole || member->kind != TREE_TEXT)
        return reader_refuse(
            reader, whole && member->kind == TREE_INT ? "term.out_of_range" : "term.invalid",
            term_path, "%.*s: %s", TEXT_ARGUMENTS(clause), fault);
    return reader_refuse(reader, "term.invalid", term_path,
                         "%.*s: the range of this term has no such option: %s",
                         TEXT_ARGUMENTS(clause), fault);
}

bool reader_clause(const struct reader *reader, struct text path, const struct tree *tree,
                   struct clause_wish *clause)
{
    static const struct text known[] = {{"type", 4}, {"key", 3}, {"terms", 5}};
    if (!reader_object(reader, path, tree, known, 3) ||
        !read_type_and_key(reader, path, tree, &clause->key))
        return false;
    const struct scenario *scenario = reader->scenario;
    const struct clause_type *type = &scenario->clause_types[scenario->keys[clause->key].type];
    struct text terms_path = path_member(reader, path, TEXT("terms"));
    const struct tree *terms = tree_get(tree, TEXT("terms"));
    if (!terms)
        terms = tree_object(reader->arena);
    if (terms->kind != TREE_OBJECT)
        return reader_refuse(reader, "parameter.invalid", terms_path,
                             "An object of terms and their values belongs here.");
    if (!refuse_unknown_term(reader, terms_path, type, terms))
        return false;
    int64_t *values = ARENA_ARRAY(reader->arena, int64_t, type->term_count);
    for (size_t index = 0; index < type->term_count; index++)
        if (!read_term(reader, terms_path, terms, scenario->keys[clause->key].id,
                       &type->terms[index], &values[index]))
            return false;
    clause->terms = values;
    return true;
}

bool reader_clauses(const struct reader *reader, struct text path, const struct tree *tree,
                    const struct clause_wish **clauses, size_t *count)
{
    if (!reader_list(reader, path, tree))
        return false;
    struct clause_wish *items = ARENA_ARRAY(reader->arena, struct clause_wish, tree->count);
    for (size_t index = 0; index < tree->count; index++)
        if (!reader_clause(reader, path_index(reader, path, index), tree->members[index].value,
                           &items[index]))
            return false;
    *clauses = items;
    *count = tree->count;
    return true;
}

static bool read_article(const struct reader *reader, struct text path, const struct tree *tree,
                         struct article_wish *article)
{
    static const struct text known[] = {{"id", 2}, {"text", 4}};
    if (!reader_object(reader, path, tree, known, 2))
        return false;
    const struct tree *id = tree_get(tree, TEXT("id"));
    if (id && !reader_text(reader, path_member(reader, path, TEXT("id")), id, &article->id))
        return false;
    const struct tree *words = reader_member(reader, path, tree, TEXT("text"));
    return words &&
           reader_text(reader, path_member(reader, path, TEXT("text")), words, &article->text);
}

bool reader_articles(const struct reader *reader, struct text path, const struct tree *tree,
                     const struct article_wish **articles, size_t *count)
{
    if (!reader_list(reader, path, tree))
        return false;
    struct article_wish *items = ARENA_ARRAY(reader->arena, struct article_wish, tree->count);
    for (size_t index = 0; index < tree->count; index++)
        if (!read_article(reader, path_index(reader, path, index), tree->members[index].value,
                          &items[index]))
            return false;
    *articles = items;
    *count = tree->count;
    return true;
}
