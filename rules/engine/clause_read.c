/* Clause types, their keys, and the conditions that drafters may attach. */
#include "loader.h"

static const struct datum *clause_datum(const struct loader *loader, size_t type)
{
    const struct datum *clauses = datum_get(loader->root, TEXT("clauses"));
    return &clauses->members[type];
}

/* The value while the clause is not in force may lie outside what can be agreed. */
static int64_t read_default(struct loader *loader, const struct datum *object,
                            const struct domain *domain)
{
    const struct datum *datum = datum_get(object, TEXT("default"));
    if (!datum) {
        fault_missing(loader, object, "default",
                      "the value of the term while the clause is not in force");
        return 0;
    }
    if (!domain_type_is_sound(object, domain))
        return 0;
    struct domain free = *domain;
    free.bounded = false;
    return read_value(loader, datum, &free);
}

/* Behind a dot any name will do, but for what has a meaning there and CEL's own four words. */
static bool term_is_taken(struct text id)
{
    static const char *const taken[] = {"in_force", "true", "false", "null", "in", NULL};
    return word_is_among(id, taken);
}

static void read_term(struct loader *loader, const struct datum *datum, struct term *term)
{
    static const char *const known[] = {"type", "label",   "unit", "min",     "max",
                                        "step", "options", "of",   "default", NULL};
    term->id = datum->key;
    term->domain.step = 1;
    (void)check_id(loader, datum, datum->key);
    if (term_is_taken(datum->key))
        fault_key(loader, datum,
                  "'%.*s' cannot be a term: it is a word of the expression language.",
                  TEXT_ARGUMENTS(datum->key));
    if (!expect_object(loader, datum)) {
        mark_broken(loader, datum->key);
        return;
    }
    check_keys(loader, datum, known);
    term->label = read_text(loader, datum, "label", TEXT(""));
    term->unit = read_text(loader, datum, "unit", TEXT(""));
    term->domain = read_domain(loader, datum, true);
    if (!datum_get(datum, TEXT("type")) || !domain_type_is_sound(datum, &term->domain))
        mark_broken(loader, datum->key);
    term->start = read_default(loader, datum, &term->domain);
}

static void read_terms(struct loader *loader, const struct datum *datum, struct clause_type *type)
{
    const struct datum *members = read_object(loader, datum, "terms");
    size_t count = count_within(loader, members, TERMS_MAX, "terms");
    if (!members && datum_get(datum, TEXT("terms")))
        mark_broken(loader, type->id);
    struct term *terms = ARENA_ARRAY(loader->arena, struct term, count);
    for (size_t index = 0; index < count; index++)
        read_term(loader, &members->members[index], &terms[index]);
    type->terms = terms;
    type->term_count = count;
}

/* What may stand between braces in a clause's text. */
struct places_known {
    struct text ids[TERMS_MAX + 1];
    bool seen[TERMS_MAX + 1];
    size_t count;
    bool all; /* no wrong one was found, which may have meant another */
};

static void check_place(struct loader *loader, const struct datum *source, size_t at,
                        struct text id, struct places_known *known)
{
    for (size_t index = 0; index < known->count; index++)
        if (text_equal(known->ids[index], id)) {
            known->seen[index] = true;
            return;
        }
    known->all = false;
    int nearest = text_nearest(id, known->ids, known->count);
    struct text hint = TEXT("");
    if (nearest >= 0)
        hint = arena_print(loader->arena, "; perhaps you mean {%.*s}",
                           TEXT_ARGUMENTS(known->ids[nearest]));
    if (id.length > 64)
        id.length = 0;
    warn_within(loader, source, at,
                arena_print(loader->arena, "{%.*s} names no term of this clause%.*s.",
                            TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(hint)));
}

void check_places(struct loader *loader, const struct datum *source, const struct clause_type *type)
{
    if (!source || source->kind != DATUM_TEXT || name_is_broken(loader, type->id))
        return;
    struct text text = source->text;
    struct places_known known = {.count = type->term_count, .all = true};
    for (size_t index = 0; index < type->term_count; index++)
        known.ids[index] = type->terms[index].id;
    if (type->per != PER_NONE)
        known.ids[known.count++] = TEXT("it");
    for (size_t at = 0; at < text.length; at++) {
        if (text.at[at] != '{')
            continue;
        size_t end = at + 1;
        while (end < text.length && text.at[end] != '}' && text.at[end] != '{')
            end++;
        if (end < text.length && text.at[end] == '}') {
            check_place(loader, source, at, (struct text){text.at + at + 1, end - at - 1}, &known);
            continue;
        }
        known.all = false;
        warn_within(loader, source, at, TEXT("This { is not closed: terms stand as {term}."));
    }
    for (size_t index = 0; known.all && index < type->term_count; index++)
        if (!known.seen[index])
            warn(loader, source, "The text does not say {%.*s}, so nobody reads what is agreed.",
                 TEXT_ARGUMENTS(known.ids[index]));
}

static void read_agenda(struct loader *loader, const struct datum *datum, struct clause_type *type)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *agenda = datum_get(datum, TEXT("agenda"));
    type->agenda = read_text(loader, datum, "agenda", TEXT(""));
    if (!agenda && scenario->agenda_count > 0)
        fault_missing(loader, datum, "agenda", "under which item of the agenda it belongs");
    if (agenda && agenda->kind == DATUM_TEXT)
        (void)FIND_ID(loader, agenda, "item of the agenda", scenario->agenda,
                      scenario->agenda_count);
}

static void read_clause(struct loader *loader, const struct datum *datum, struct clause_type *type)
{
    static const char *const known[] = {"agenda", "title",    "text",     "per",   "of",
                                        "binds",  "requires", "on_entry", "terms", NULL};
    type->id = datum->key;
    claim_name(loader, NAMES_GLOBAL, datum, "a clause");
    if (!expect_object(loader, datum)) {
        mark_broken(loader, datum->key);
        return;
    }
    check_keys(loader, datum, known);
    type->per = read_per(loader, datum);
    if (member_is_spoilt(datum, "per"))
        mark_broken(loader, datum->key);
    if (type->per != PER_NONE)
        claim_name(loader, type->per == PER_PARTY ? NAMES_PARTY : NAMES_REGION, datum, "a clause");
    type->title = need_text(loader, datum, "title");
    type->text = need_text(loader, datum, "text");
    read_agenda(loader, datum, type);
    read_terms(loader, datum, type);
    if (!member_is_spoilt(datum, "terms"))
        check_places(loader, datum_get(datum, TEXT("text")), type);
    const struct datum *of = datum_get(datum, TEXT("of"));
    if (of && type->per == PER_NONE && !member_is_spoilt(datum, "per")) {
        fault_key(loader, of, "'of' needs 'per': it says which parties or regions have a clause.");
        mark_broken(loader, datum->key);
    }
    if (!datum_get(datum, TEXT("binds")))
        fault_missing(loader, datum, "binds", "the list of parties that it binds");
}

void declare_clauses(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "clauses", "clause");
    size_t count = count_within(loader, members, CLAUSE_TYPES_MAX, "clause types");
    struct clause_type *types = ARENA_ARRAY(loader->arena, struct clause_type, count);
    for (size_t index = 0; index < count; index++)
        read_clause(loader, &members->members[index], &types[index]);
    scenario->clause_types = types;
    scenario->clause_type_count = count;
}

/* Which parties or regions have a clause of a type, in file order. */
static size_t read_of(struct loader *loader, size_t index, bool *included)
{
    const struct scenario *scenario = loader->scenario;
    const struct clause_type *type = &scenario->clause_types[index];
    const struct datum *of = datum_get(clause_datum(loader, index), TEXT("of"));
    size_t all = per_count(scenario, type->per);
    int64_t values[LIST_LENGTH_MAX];
    size_t count = 0, kept = 0;
    enum value_type wanted = type->per == PER_PARTY ? VALUE_PARTY : VALUE_REGION;
    bool known = of && type->per != PER_NONE && constant_list(loader, of, wanted, values, &count);
    if (known && count == 0 && all > 0) {
        fault(loader, of, "This list is empty: there would be no such clause.");
        known = false;
    }
    if (!known) {
        for (size_t key = 0; key < all; key++)
            included[key] = true;
        return all;
    }
    for (size_t value = 0; value < count; value++) {
        kept += !included[values[value]];
        included[values[value]] = true;
    }
    return kept;
}

static struct clause_key key_of(const struct loader *loader, size_t index, size_t key)
{
    const struct scenario *scenario = loader->scenario;
    const struct clause_type *type = &scenario->clause_types[index];
    struct clause_key clause = {.type = (uint32_t)index,
                                .key = type->per == PER_NONE ? -1 : (int32_t)key,
                                .slot = type->slot + (uint32_t)key * type->stride,
                                .id = type->id};
    if (type->per != PER_NONE) {
        struct text owner =
            type->per == PER_PARTY ? scenario->parties[key].id : scenario->regions[key].id;
        clause.id = arena_print(loader->arena, "%.*s.%.*s", TEXT_ARGUMENTS(owner),
                                TEXT_ARGUMENTS(type->id));
    }
    return clause;
}

void list_clause_keys(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    struct clause_key *keys = ARENA_ARRAY(loader->arena, struct clause_key, CLAUSE_KEYS_MAX);
    size_t count = 0;
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        struct clause_type *type = (struct clause_type *)(uintptr_t)&scenario->clause_types[index];
        size_t all = per_count(scenario, type->per);
        bool *included = ARENA_ARRAY(loader->arena, bool, all);
        size_t wanted = read_of(loader, index, included);
        type->first_key = (uint32_t)count;
        if (count + wanted > CLAUSE_KEYS_MAX) {
            fault(loader, clause_datum(loader, index),
                  "With this clause there are more than %d clause keys, which is the limit.",
                  CLAUSE_KEYS_MAX);
            break;
        }
        for (size_t key = 0; key < all; key++)
            if (included[key])
                keys[count++] = key_of(loader, index, key);
        type->key_count = (uint32_t)wanted;
    }
    scenario->keys = keys;
    scenario->key_count = count;
}

static bool speaks_of_it(struct loader *loader, const struct datum *source)
{
    if (!source || source->kind != DATUM_TEXT)
        return false;
    struct expression_mentions mentions = expression_mentions(source->text, loader->arena);
    for (size_t index = 0; index < mentions.name_count; index++)
        if (text_equal(mentions.names[index], TEXT("it")))
            return true;
    return false;
}

/* `shared`: what all keys of the type bind where that does not depend on the key, so that thousands
 * of them fit into the limit on code; NULL where it has yet to be compiled. */
static void compile_key(struct loader *loader, struct clause_key *key,
                        const struct expression *shared)
{
    const struct scenario *scenario = loader->scenario;
    const struct clause_type *type = &scenario->clause_types[key->type];
    const struct datum *datum = clause_datum(loader, key->type);
    struct binding binding = binding_of(type->per, (size_t)(key->key < 0 ? 0 : key->key));
    const struct binding *it = type->per == PER_NONE ? NULL : &binding;
    key->binds = shared
                     ? shared
                     : compile_parties(loader, datum_get(datum, TEXT("binds")), CONTEXT_PLAIN, it);
    key->requirements = read_requirements(loader, datum_get(datum, TEXT("requires")), CONTEXT_DRAFT,
                                          it, &key->requirement_count);
    key->on_entry = read_effects(loader, datum_get(datum, TEXT("on_entry")), it);
}

void compile_clauses(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        const struct clause_type *type = &scenario->clause_types[index];
        const struct datum *datum = clause_datum(loader, index);
        struct domain *domain;
        const struct datum *terms = datum_get(datum, TEXT("terms"));
        for (size_t term = 0; term < type->term_count; term++) {
            domain = (struct domain *)(uintptr_t)&type->terms[term].domain;
            read_domain_of(loader, &terms->members[term], domain);
        }
        /* What is wrong for one key is mostly wrong for all: it is said once. */
        if (datum->kind != DATUM_OBJECT || member_is_spoilt(datum, "per"))
            continue;
        const struct clause_key *first = &scenario->keys[type->first_key];
        bool each = speaks_of_it(loader, datum_get(datum, TEXT("binds")));
        for (size_t key = 0; key < type->key_count; key++) {
            compile_key(loader, (struct clause_key *)(uintptr_t)&first[key],
                        each || key == 0 ? NULL : first->binds);
            if (member_is_spoilt(datum, "binds") || member_is_spoilt(datum, "requires") ||
                member_is_spoilt(datum, "on_entry"))
                break;
        }
    }
}

void declare_conditions(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "conditions", "condition");
    size_t count = count_within(loader, members, CONDITIONS_MAX, "conditions");
    struct condition *conditions = ARENA_ARRAY(loader->arena, struct condition, count);
    for (size_t index = 0; index < count; index++) {
        static const char *const known[] = {"title", "when", NULL};
        const struct datum *datum = &members->members[index];
        conditions[index].id = datum->key;
        if (check_id(loader, datum, datum->key) && expression_reserves(datum->key))
            fault_key(loader, datum,
                      "'%.*s' cannot be the name of a condition: it is a word of the expression "
                      "language.",
                      TEXT_ARGUMENTS(datum->key));
        if (!expect_object(loader, datum))
            continue;
        check_keys(loader, datum, known);
        conditions[index].title = need_text(loader, datum, "title");
        if (!datum_get(datum, TEXT("when")))
            fault_missing(loader, datum, "when", "the expression that must hold");
    }
    scenario->conditions = conditions;
    scenario->condition_count = count;
}

void compile_conditions(struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *members = datum_get(loader->root, TEXT("conditions"));
    for (size_t index = 0; index < scenario->condition_count; index++) {
        struct condition *condition = (struct condition *)(uintptr_t)&scenario->conditions[index];
        condition->when = compile_bool(loader, datum_get(&members->members[index], TEXT("when")),
                                       CONTEXT_PLAIN, NULL);
    }
}
