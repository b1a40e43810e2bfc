/* Instruments and their templates. */
#include "loader.h"

#include <string.h>

static const struct datum *instrument_datum(const struct loader *loader, size_t index)
{
    const struct datum *instruments = datum_get(loader->root, TEXT("instruments"));
    return &instruments->members[index];
}

/* Names from a list, each at most once, as indices. Where `allowed` is not NULL, only those. */
static const uint32_t *read_list_of(struct loader *loader, const struct datum *object,
                                    const char *key, const char *what, const void *items,
                                    size_t item_count, size_t size, const bool *allowed,
                                    size_t *count)
{
    const struct datum *list = read_list(loader, object, key);
    *count = 0;
    if (!list)
        return NULL;
    bool *seen = ARENA_ARRAY(loader->arena, bool, item_count);
    uint32_t *found = ARENA_ARRAY(loader->arena, uint32_t, item_count);
    for (size_t index = 0; index < list->count; index++) {
        const struct datum *datum = &list->members[index];
        if (!expect_text(loader, datum))
            continue;
        int item = find_id(loader, datum, datum->text, what, items, item_count, size);
        if (item < 0)
            continue;
        if (seen[item])
            fault(loader, datum, "'%.*s' is named twice.", TEXT_ARGUMENTS(datum->text));
        else if (allowed && !allowed[item])
            fault(loader, datum, "'%.*s' is not among the %ss of this instrument.",
                  TEXT_ARGUMENTS(datum->text), what);
        else
            found[(*count)++] = (uint32_t)item;
        seen[item] = true;
    }
    return found;
}

/* Which of `total` a list names, or NULL where the list is wrong in itself: then all will do. */
static const bool *allowed_by(const struct loader *loader, const struct datum *object,
                              const char *key, const uint32_t *list, size_t count, size_t total)
{
    const struct datum *member = datum_get(object, text_of(key));
    if (member ? member->spoilt : !strcmp(key, "clauses"))
        return NULL;
    bool *allowed = ARENA_ARRAY(loader->arena, bool, total);
    for (size_t index = 0; index < count; index++)
        allowed[list[index]] = true;
    return allowed;
}

static const bool *allowed_clauses(const struct loader *loader, const struct datum *datum,
                                   const struct instrument_type *type)
{
    return allowed_by(loader, datum, "clauses", type->clause_types, type->clause_type_count,
                      loader->scenario->clause_type_count);
}

static void read_severable(struct loader *loader, const struct datum *datum,
                           struct instrument_type *type)
{
    const struct scenario *scenario = loader->scenario;
    bool *severable = ARENA_ARRAY(loader->arena, bool, scenario->clause_type_count);
    size_t count;
    const uint32_t *list = read_list_of(
        loader, datum, "severable", "clause", scenario->clause_types, scenario->clause_type_count,
        sizeof(*scenario->clause_types), allowed_clauses(loader, datum, type), &count);
    for (size_t index = 0; index < count; index++)
        severable[list[index]] = true;
    type->severable = severable;
}

static void read_instrument(struct loader *loader, const struct datum *datum,
                            struct instrument_type *type)
{
    static const char *const known[] = {
        "title",         "text",      "clauses",    "open_to",  "min_parties", "in_force_when",
        "ratified_when", "severable", "conditions", "denounce", "templates",   NULL};
    static const char *const denounce[] = {"none", "notice", "free", NULL};
    const struct scenario *scenario = loader->scenario;
    type->id = datum->key;
    type->min_parties = 1;
    claim_name(loader, NAMES_GLOBAL, datum, "an instrument");
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    type->title = need_text(loader, datum, "title");
    type->text = read_text(loader, datum, "text", TEXT(""));
    if (!datum_get(datum, TEXT("clauses")))
        fault_missing(loader, datum, "clauses", "the clause types that it may carry");
    type->clause_types = read_list_of(loader, datum, "clauses", "clause", scenario->clause_types,
                                      scenario->clause_type_count, sizeof(*scenario->clause_types),
                                      NULL, &type->clause_type_count);
    read_severable(loader, datum, type);
    type->conditions = read_list_of(loader, datum, "conditions", "condition", scenario->conditions,
                                    scenario->condition_count, sizeof(*scenario->conditions), NULL,
                                    &type->condition_count);
    int64_t parties = kind_is_lost(loader, "party") ? PARTIES_MAX : (int64_t)scenario->party_count;
    type->min_parties = (uint32_t)read_int(loader, datum, "min_parties", 1, parties, 1);
    type->denounce = (enum denounce)read_word(loader, datum, "denounce", denounce, 0);
}

void declare_instruments(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "instruments", "instrument");
    size_t count = count_within(loader, members, INSTRUMENTS_MAX, "instruments");
    struct instrument_type *types = ARENA_ARRAY(loader->arena, struct instrument_type, count);
    for (size_t index = 0; index < count; index++) {
        types[index].severable = ARENA_ARRAY(loader->arena, bool, scenario->clause_type_count);
        read_instrument(loader, &members->members[index], &types[index]);
    }
    scenario->instruments = types;
    scenario->instrument_count = count;
}

/* Every term of a clause, each in its range. */
static const int64_t *read_clause_terms(struct loader *loader, const struct datum *datum,
                                        const struct clause_type *type)
{
    int64_t *terms = ARENA_ARRAY(loader->arena, int64_t, type->term_count);
    if (!expect_object(loader, datum) || name_is_broken(loader, type->id))
        return terms;
    const struct datum *clauses = datum_get(loader->root, TEXT("clauses"));
    const struct datum *made_terms = datum_get(datum_get(clauses, type->id), TEXT("terms"));
    for (size_t index = 0; index < datum->count; index++) {
        const struct datum *member = &datum->members[index];
        (void)find_id(loader, member, member->key, "term", type->terms, type->term_count,
                      sizeof(*type->terms));
    }
    for (size_t index = 0; index < type->term_count; index++) {
        const struct term *term = &type->terms[index];
        const struct datum *value = datum_get(datum, term->id);
        const struct datum *made = &made_terms->members[index];
        if (value && domain_is_sound(made, &term->domain) && datum_get(made, TEXT("type")))
            terms[index] = read_value(loader, value, &term->domain);
        else if (!value && !made->spoilt)
            fault_missing(loader, datum,
                          arena_print(loader->arena, "%.*s", TEXT_ARGUMENTS(term->id)).at,
                          "a clause in a draft has every term");
    }
    return terms;
}

static int find_key(struct loader *loader, const struct datum *datum, struct text id)
{
    const struct scenario *scenario = loader->scenario;
    int whole = scenario_clause_type(scenario, id);
    const struct clause_type *type = whole < 0 ? NULL : &scenario->clause_types[whole];
    if (type && type->per != PER_NONE) {
        struct text example = scenario->keys[type->first_key].id;
        fault_key(loader, datum, "Every %s has its own '%.*s': say whose, as in %.*s.",
                  type->per == PER_PARTY ? "party" : "region", TEXT_ARGUMENTS(id),
                  TEXT_ARGUMENTS(type->key_count > 0 ? example : id));
        return -1;
    }
    if (scenario->key_count == 0)
        return find_id(loader, datum, id, "clause", NULL, 0, sizeof(struct clause_key));
    return find_id(loader, datum, id, "clause", &scenario->keys[0].id, scenario->key_count,
                   sizeof(*scenario->keys));
}

static void read_template_clauses(struct loader *loader, const struct datum *object,
                                  const bool *allowed, struct template *draft)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *members = read_object(loader, object, "clauses");
    size_t count = count_within(loader, members, CLAUSE_KEYS_MAX, "clauses");
    struct clause_terms *clauses = ARENA_ARRAY(loader->arena, struct clause_terms, count);
    if (!datum_get(object, TEXT("clauses")))
        fault_missing(loader, object, "clauses", "what the draft begins with");
    for (size_t index = 0; index < count; index++) {
        const struct datum *datum = &members->members[index];
        int key = find_key(loader, datum, datum->key);
        if (key < 0)
            continue;
        uint32_t clause = scenario->keys[key].type;
        if (allowed && !allowed[clause])
            fault_key(loader, datum, "'%.*s' is not among the clauses of this instrument.",
                      TEXT_ARGUMENTS(scenario->clause_types[clause].id));
        clauses[draft->clause_count++] = (struct clause_terms){
            (uint32_t)key, read_clause_terms(loader, datum, &scenario->clause_types[clause])};
    }
    draft->clauses = clauses;
}

static const uint32_t *read_attached(struct loader *loader, const struct datum *object,
                                     const char *key, const bool *allowed, size_t *count)
{
    const struct scenario *scenario = loader->scenario;
    return read_list_of(loader, object, key, "condition", scenario->conditions,
                        scenario->condition_count, sizeof(*scenario->conditions), allowed, count);
}

party_set open_parties(const struct loader *loader, const struct instrument_type *type)
{
    const struct scenario *scenario = loader->scenario;
    party_set all = 0, open = 0;
    for (size_t party = 0; party < scenario->party_count; party++)
        all |= party_bit((int)party);
    int64_t values[LIST_LENGTH_MAX];
    size_t count;
    if (!type->open_to || !expression_is_constant(type->open_to) ||
        !expression_run_list(type->open_to, &loader->blank, NULL, values, LIST_LENGTH_MAX, &count))
        return all;
    for (size_t index = 0; index < count; index++)
        open |= party_bit((int)values[index]);
    return open;
}

static void read_invite(struct loader *loader, const struct datum *datum,
                        const struct instrument_type *type, struct template *draft)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *invite = datum_get(datum, TEXT("invite"));
    party_set open = open_parties(loader, type);
    draft->invite = invite ? read_parties(loader, datum, "invite", NULL, NULL) : open;
    for (size_t index = 0; invite && index < invite->count; index++) {
        int party = scenario_party(scenario, invite->members[index].text);
        if (party >= 0 && open != 0 && !(open & party_bit(party)))
            fault(loader, &invite->members[index],
                  "'%.*s' cannot be invited: the instrument is not open to it.",
                  TEXT_ARGUMENTS(scenario->parties[party].id));
    }
    int invited = __builtin_popcountll(draft->invite);
    bool enough = __builtin_popcountll(open) >= (int)type->min_parties;
    if (invite && !invite->spoilt && enough && invited < (int)type->min_parties)
        fault(loader, invite, "%d of at least %u parties are invited.", invited, type->min_parties);
}

static void read_template(struct loader *loader, const struct datum *datum,
                          const struct instrument_type *type, struct template *draft)
{
    static const char *const known[] = {"title",           "invite",          "clauses",
                                        "takes_effect_if", "suspended_while", NULL};
    draft->id = datum->key;
    (void)check_id(loader, datum, datum->key);
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    draft->title = need_text(loader, datum, "title");
    read_invite(loader, datum, type, draft);
    const struct datum *instrument = datum->parent->parent;
    const bool *conditions = allowed_by(loader, instrument, "conditions", type->conditions,
                                        type->condition_count, loader->scenario->condition_count);
    read_template_clauses(loader, datum, allowed_clauses(loader, instrument, type), draft);
    draft->takes_effect_if =
        read_attached(loader, datum, "takes_effect_if", conditions, &draft->takes_effect_count);
    draft->suspended_while =
        read_attached(loader, datum, "suspended_while", conditions, &draft->suspended_count);
}

static void compile_ratification(struct loader *loader, const struct datum *datum,
                                 struct instrument_type *type)
{
    const struct datum *source = datum_get(datum, TEXT("ratified_when"));
    size_t count = loader->scenario->party_count;
    if (!source)
        return;
    const struct expression **when = ARENA_ARRAY(loader->arena, const struct expression *, count);
    for (size_t party = 0; party < count; party++) {
        struct binding it = binding_of(PER_PARTY, party);
        when[party] = compile_bool(loader, source, CONTEXT_INSTRUMENT, &it);
        if (!when[party])
            return;
    }
    type->ratified_when = when;
}

static void check_open(struct loader *loader, const struct datum *datum,
                       const struct instrument_type *type)
{
    const struct datum *open_to = datum_get(datum, TEXT("open_to"));
    const struct datum *least = datum_get(datum, TEXT("min_parties"));
    int open = __builtin_popcountll(open_parties(loader, type));
    if (kind_is_lost(loader, "party"))
        return;
    if (open == 0)
        warn(loader, open_to, "This instrument is open to nobody, so nobody can draft one.");
    else if (least && (int)type->min_parties > open)
        fault(loader, least, "%u parties must be invited, and the instrument is open to %d.",
              type->min_parties, open);
}

static void compile_instrument(struct loader *loader, const struct datum *datum,
                               struct instrument_type *type)
{
    const struct datum *open_to = datum_get(datum, TEXT("open_to"));
    type->open_to = open_to ? compile_parties(loader, open_to, CONTEXT_INSTRUMENT, NULL)
                            : compile_everyone(loader);
    type->in_force_when =
        compile_bool(loader, datum_get(datum, TEXT("in_force_when")), CONTEXT_INSTRUMENT, NULL);
    compile_ratification(loader, datum, type);
    check_open(loader, datum, type);
    const struct datum *members = read_object(loader, datum, "templates");
    if (!members && datum_get(datum, TEXT("templates")))
        mark_lost(loader, "template");
    size_t count = count_within(loader, members, TEMPLATES_MAX, "templates");
    struct template *templates = ARENA_ARRAY(loader->arena, struct template, count);
    for (size_t index = 0; index < count; index++)
        read_template(loader, &members->members[index], type, &templates[index]);
    type->templates = templates;
    type->template_count = count;
}

void compile_instruments(struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    for (size_t index = 0; index < scenario->instrument_count; index++)
        compile_instrument(loader, instrument_datum(loader, index),
                           (struct instrument_type *)(uintptr_t)&scenario->instruments[index]);
}
