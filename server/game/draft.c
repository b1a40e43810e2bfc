/* What every version of a text must be, however it comes about. */
#include "decide.h"
#include "sight.h"

#include "must.h"

const struct draft *draft_of_version(const struct instrument *text, uint32_t number)
{
    for (const struct version *version = text->versions; version; version = version->older)
        if (version->number == number)
            return version->draft;
    return NULL;
}

struct draft *draft_open(struct scratch *scratch, const struct draft *draft)
{
    struct arena *arena = scratch->arena;
    struct draft *copy = ARENA_NEW(arena, struct draft);
    *copy = *draft;
    copy->clauses =
        arena_grow(arena, draft->clauses, draft->clause_count,
                   draft->clause_count + scratch->command->clause_count, sizeof *copy->clauses);
    copy->articles =
        arena_grow(arena, draft->articles, draft->article_count,
                   draft->article_count + scratch->command->article_count, sizeof *copy->articles);
    return copy;
}

static struct text clause_path(struct scratch *scratch, size_t index)
{
    return arena_print(scratch->arena, "clauses.%zu", index);
}

/* Whoever is invited already stays so, whatever `open_to` says by now. */
static bool check_parties(struct scratch *scratch, const struct instrument_type *type,
                          const struct draft *draft, party_set invited_before)
{
    struct world *world = scratch_world(scratch);
    world->slots[scratch->scenario->slot_invited] = (int64_t)draft->invited;
    int64_t values[LIST_LENGTH_MAX];
    size_t count = 0;
    bool computed =
        expression_run_list(type->open_to, world, NULL, values, LIST_LENGTH_MAX, &count);
    world->slots[scratch->scenario->slot_invited] = 0;
    party_set open_to = 0;
    for (size_t index = 0; computed && index < count; index++)
        open_to |= party_bit((int)values[index]);
    party_set excluded = draft->invited & ~open_to & ~invited_before;
    if (excluded)
        return refuse(scratch, "party.not_open", TEXT("invite"),
                      "A text of this kind (%.*s) is not open to %.*s: it cannot be invited.",
                      TEXT_ARGUMENTS(type->title),
                      TEXT_ARGUMENTS(parties_words(scratch, excluded)));
    uint32_t invited = (uint32_t)__builtin_popcountll(draft->invited);
    if (invited < type->min_parties)
        return refuse(scratch, "party.too_few", TEXT("invite"),
                      "A text of this kind (%.*s) needs at least %u parties; this one has %u.",
                      TEXT_ARGUMENTS(type->title), (unsigned)type->min_parties, (unsigned)invited);
    return true;
}

static bool carries(const struct instrument_type *type, uint32_t clause_type)
{
    for (size_t index = 0; index < type->clause_type_count; index++)
        if (type->clause_types[index] == clause_type)
            return true;
    return false;
}

bool check_carried(struct scratch *scratch, const struct instrument_type *type, uint32_t key,
                   struct text path)
{
    const struct clause_key *wanted = &scratch->scenario->keys[key];
    return carries(type, wanted->type) ||
           refuse(scratch, "clause.not_carried", path,
                  "An instrument of this kind (%.*s) has no clause \"%.*s\" (%.*s).",
                  TEXT_ARGUMENTS(type->title),
                  TEXT_ARGUMENTS(scratch->scenario->clause_types[wanted->type].title),
                  TEXT_ARGUMENTS(wanted->id));
}

bool check_clause_open(struct scratch *scratch, uint32_t key, struct text path)
{
    const struct scenario *scenario = scratch->scenario;
    const struct clause_key *wanted = &scenario->keys[key];
    return scenario->editions[scratch->game->options.edition].open[key] ||
           refuse(scratch, "clause.closed", path,
                  "The clause \"%.*s\" (%.*s) is not open in this edition of the game.",
                  TEXT_ARGUMENTS(scenario->clause_types[wanted->type].title),
                  TEXT_ARGUMENTS(wanted->id));
}

static bool check_clause(struct scratch *scratch, const struct instrument_type *type,
                         const struct draft *draft, size_t index)
{
    const struct scenario *scenario = scratch->scenario;
    const struct clause_key *key = &scenario->keys[draft->clauses[index].key];
    const struct clause_type *clause = &scenario->clause_types[key->type];
    struct text path = clause_path(scratch, index);
    if (!check_carried(scratch, type, draft->clauses[index].key, path) ||
        !check_clause_open(scratch, draft->clauses[index].key, path))
        return false;
    for (size_t earlier = 0; earlier < index; earlier++)
        if (draft->clauses[earlier].key == draft->clauses[index].key)
            return refuse(scratch, "clause.duplicate", path,
                          "The clause \"%.*s\" (%.*s) is in this text twice.",
                          TEXT_ARGUMENTS(clause->title), TEXT_ARGUMENTS(key->id));
    return true;
}

static bool check_conditions(struct scratch *scratch, const struct instrument_type *type,
                             const uint32_t *conditions, size_t count, const char *path)
{
    for (size_t index = 0; index < count; index++) {
        bool allowed = false;
        for (size_t at = 0; at < type->condition_count; at++)
            allowed |= type->conditions[at] == conditions[index];
        const struct condition *condition = &scratch->scenario->conditions[conditions[index]];
        if (!allowed)
            return refuse(scratch, "condition.not_allowed",
                          arena_print(scratch->arena, "%s.%zu", path, index),
                          "The condition \"%.*s\" (%.*s) cannot be attached to a text of this kind "
                          "(%.*s).",
                          TEXT_ARGUMENTS(condition->title), TEXT_ARGUMENTS(condition->id),
                          TEXT_ARGUMENTS(type->title));
    }
    return true;
}

/* Linked texts are read as if already settled: those that the actor sees. False where there are
 * others. */
static bool suppose_linked(struct scratch *scratch, const bool *unseen, const struct draft *draft)
{
    bool all = true;
    for (size_t link = 0; link < draft->linked_count; link++) {
        const struct instrument *other = instrument_find(&scratch->position, draft->linked[link]);
        must(other);
        bool seen = instrument_seen_by(other, scratch->party);
        all &= seen;
        if (!seen || other->status != INSTRUMENT_DRAFT)
            continue;
        scratch->world.slots[scratch->scenario->instruments[other->kind].slot] = 1;
        scratch->stale = true;
        for (size_t index = 0; index < other->draft->clause_count; index++) {
            const struct draft_clause *clause = &other->draft->clauses[index];
            sight_settle(scratch->scenario, unseen, scratch_world(scratch), clause->key,
                         clause->terms);
            scratch->stale = true;
        }
    }
    return all;
}

bool check_requirements(struct scratch *scratch, const struct draft *draft)
{
    const bool *unseen = scratch_unseen(scratch);
    int64_t *state = scratch_suppose(scratch);
    /* A refusal must not tell what stands in a text that the actor does not know, nor what it may
     * not see. What then does not hold stays dormant at entry. */
    bool judged = suppose_linked(scratch, unseen, draft);
    bool hold = true;
    for (size_t index = 0; judged && hold && index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        if (!sight_requires(scratch->scenario, unseen, clause->key))
            continue;
        const struct requirement *failed = clause_requirement_failed(
            scratch->scenario, scratch_world(scratch), draft, clause->key, clause->terms);
        if (failed)
            hold = refuse_said(scratch, "clause.requires", clause_path(scratch, index),
                               failed->otherwise);
    }
    scratch_return(scratch, state);
    return hold;
}

/* Who only witnesses or mediates writes for others. */
static bool check_author(struct scratch *scratch, const struct draft *draft)
{
    party_set own = party_bit(scratch->party);
    if (draft->invited & own)
        return true;
    const bool *unseen = scratch_unseen(scratch);
    for (size_t index = 0; index < draft->clause_count; index++) {
        party_set bound = sight_binds(scratch->scenario, unseen, scratch_world(scratch),
                                      draft->clauses[index].key, draft->clauses[index].terms);
        if (bound & own)
            return refuse(scratch, "party.not_invited", clause_path(scratch, index),
                          "This clause would bind your delegation, which is not a party to the "
                          "text but its witness.");
    }
    return true;
}

static bool check_articles(struct scratch *scratch, const struct draft *draft)
{
    if (draft->article_count > ARTICLES_MAX)
        return refuse(scratch, "limit.articles", TEXT("articles"),
                      "A text has at most %d articles in the parties' own words.", ARTICLES_MAX);
    for (size_t index = 0; index < draft->article_count; index++) {
        struct text path = arena_print(scratch->arena, "articles.%zu.text", index);
        if (!check_words(scratch, draft->articles[index].text, path, ARTICLE_CHARACTERS_MAX))
            return false;
    }
    return true;
}

bool check_content(struct scratch *scratch, uint32_t kind, const struct draft *draft,
                   party_set invited_before)
{
    const struct instrument_type *type = &scratch->scenario->instruments[kind];
    if (draft->clause_count > CLAUSES_MAX)
        return refuse(scratch, "limit.clauses", TEXT("clauses"),
                      "A text has at most %d clauses; this one would have %zu.", CLAUSES_MAX,
                      draft->clause_count);
    if (!check_parties(scratch, type, draft, invited_before) || !check_articles(scratch, draft))
        return false;
    for (size_t index = 0; index < draft->clause_count; index++)
        if (!check_clause(scratch, type, draft, index))
            return false;
    return check_conditions(scratch, type, draft->takes_effect_if, draft->takes_effect_count,
                            "takes_effect_if") &&
           check_conditions(scratch, type, draft->suspended_while, draft->suspended_count,
                            "suspended_while") &&
           check_author(scratch, draft) && check_requirements(scratch, draft);
}

void version_emit(struct scratch *scratch, const struct instrument *text, uint32_t number,
                  const struct draft *draft)
{
    scratch_emit(scratch, (struct event){.type = EVENT_VERSION,
                                         .instrument = text->id,
                                         .party = scratch->party,
                                         .version = number,
                                         .draft = draft});
}

void answer_missing(struct scratch *scratch, struct text instrument)
{
    const struct instrument *text = instrument_find(&scratch->position, instrument);
    must(text);
    struct tree *missing = tree_object(scratch->arena);
    for (size_t index = 0; index < text->draft->clause_count; index++) {
        uint32_t key = text->draft->clauses[index].key;
        party_set parties;
        clause_replaces(&scratch->position, text, key, &parties);
        if (parties)
            tree_set(scratch->arena, missing, scratch->scenario->keys[key].id,
                     parties_tree(scratch, parties));
    }
    if (missing->count > 0)
        tree_set(scratch->arena, scratch_answer(scratch), TEXT("missing"), missing);
}
