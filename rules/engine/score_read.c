/* Scores, outcomes, instructions, and what analysis varies. */
#include "loader.h"

static void read_item(struct loader *loader, const struct datum *datum, const struct binding *it,
                      struct score_item *item)
{
    static const char *const known[] = {"label", "points", "expected", NULL};
    item->id = item->label = datum->key;
    (void)check_id(loader, datum, datum->key);
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    item->label = read_text(loader, datum, "label", datum->key);
    const struct datum *points = datum_get(datum, TEXT("points"));
    const struct datum *expected = datum_get(datum, TEXT("expected"));
    if (!points)
        fault_missing(loader, datum, "points", "the expression that gives the points");
    item->points = compile_int(loader, points, CONTEXT_PLAIN, it);
    item->expected = expected ? compile_int(loader, expected, CONTEXT_PLAIN, it) : item->points;
}

static void read_score(struct loader *loader, const struct datum *datum, size_t party,
                       struct score *score)
{
    static const char *const known[] = {"items", "no_deal", NULL};
    struct binding it = binding_of(PER_PARTY, party);
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    const struct datum *members = read_object(loader, datum, "items");
    if (!datum_get(datum, TEXT("items")))
        fault_missing(loader, datum, "items", "what the party's score is made of");
    size_t count = count_within(loader, members, SCORE_ITEMS_MAX, "items");
    struct score_item *items = ARENA_ARRAY(loader->arena, struct score_item, count);
    for (size_t index = 0; index < count; index++)
        read_item(loader, &members->members[index], &it, &items[index]);
    score->items = items;
    score->item_count = count;
    score->no_deal = compile_int(loader, datum_get(datum, TEXT("no_deal")), CONTEXT_PLAIN, &it);
}

void load_scores(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    struct score *scores = ARENA_ARRAY(loader->arena, struct score, scenario->party_count);
    scenario->scores = scores;
    const struct datum *members = read_object(loader, loader->root, "scores");
    for (size_t index = 0; members && index < members->count; index++) {
        const struct datum *datum = &members->members[index];
        int party = find_id(loader, datum, datum->key, "party", scenario->parties,
                            scenario->party_count, sizeof(*scenario->parties));
        if (party >= 0)
            read_score(loader, datum, (size_t)party, &scores[party]);
    }
}

static void read_outcome(struct loader *loader, const struct datum *datum, struct outcome *outcome)
{
    static const char *const known[] = {"id", "when", "title", "text", NULL};
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    outcome->id = need_text(loader, datum, "id");
    const struct datum *id = datum_get(datum, TEXT("id"));
    if (id && id->kind == DATUM_TEXT && id->text.length > 0)
        (void)check_id(loader, id, id->text);
    outcome->title = need_text(loader, datum, "title");
    outcome->text = read_text(loader, datum, "text", TEXT(""));
    const struct datum *when = datum_get(datum, TEXT("when"));
    if (!when)
        fault_missing(loader, datum, "when", "the first outcome whose 'when' is true is the one");
    outcome->when = compile_bool(loader, when, CONTEXT_PLAIN, NULL);
}

void load_outcomes(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *list = read_list(loader, loader->root, "outcomes");
    size_t count = count_within(loader, list, OUTCOMES_MAX, "outcomes");
    struct outcome *outcomes = ARENA_ARRAY(loader->arena, struct outcome, count);
    for (size_t index = 0; index < count; index++) {
        read_outcome(loader, &list->members[index], &outcomes[index]);
        for (size_t other = 0; other < index; other++)
            if (outcomes[other].id.length > 0 &&
                text_equal(outcomes[other].id, outcomes[index].id)) {
                fault(loader, datum_get(&list->members[index], TEXT("id")),
                      "There is already an outcome '%.*s'.", TEXT_ARGUMENTS(outcomes[index].id));
                break;
            }
    }
    scenario->outcomes = outcomes;
    scenario->outcome_count = count;
}

static void check_instructions(struct loader *loader, const struct datum *list)
{
    (void)count_within(loader, list, INSTRUCTIONS_MAX, "instructions");
    for (size_t index = 0; index < list->count; index++) {
        const struct datum *that = datum_get(&list->members[index], TEXT("that"));
        if (that && that->kind == DATUM_TEXT &&
            text_count_characters(that->text) > INSTRUCTION_CHARACTERS_MAX)
            fault(loader, that, "An instruction has at most %d characters; this has %zu.",
                  INSTRUCTION_CHARACTERS_MAX, text_count_characters(that->text));
    }
}

void load_instructions(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct requirement **lists =
        ARENA_ARRAY(loader->arena, const struct requirement *, scenario->party_count);
    size_t *counts = ARENA_ARRAY(loader->arena, size_t, scenario->party_count);
    const struct datum *members = read_object(loader, loader->root, "instructions");
    for (size_t index = 0; members && index < members->count; index++) {
        const struct datum *datum = &members->members[index];
        int party = find_id(loader, datum, datum->key, "party", scenario->parties,
                            scenario->party_count, sizeof(*scenario->parties));
        if (party < 0 || !expect_list(loader, datum))
            continue;
        check_instructions(loader, datum);
        lists[party] = read_requirements(loader, datum, CONTEXT_PLAIN, NULL, &counts[party]);
    }
    scenario->instructions = lists;
    scenario->instruction_counts = counts;
}

/* A clause type with all its keys, or one key. */
bool mark_keys(struct loader *loader, const struct datum *datum, bool *marked)
{
    const struct scenario *scenario = loader->scenario;
    if (!expect_text(loader, datum))
        return false;
    int type = scenario_clause_type(scenario, datum->text);
    int key = scenario_key(scenario, datum->text);
    if (type >= 0) {
        const struct clause_type *clause = &scenario->clause_types[type];
        for (uint32_t index = 0; index < clause->key_count; index++)
            marked[clause->first_key + index] = true;
        return true;
    }
    if (key >= 0) {
        marked[key] = true;
        return true;
    }
    size_t types = scenario->clause_type_count;
    struct named *names = ARENA_ARRAY(loader->arena, struct named, types + scenario->key_count);
    for (size_t index = 0; index < types; index++)
        names[index].id = scenario->clause_types[index].id;
    for (size_t index = 0; index < scenario->key_count; index++)
        names[types + index].id = scenario->keys[index].id;
    return FIND_ID(loader, datum, "clause", names, types + scenario->key_count) >= 0;
}

void load_analysis(struct loader *loader)
{
    static const char *const known[] = {"vary", NULL};
    struct scenario *scenario = loader->scenario;
    const struct datum *analysis = read_object(loader, loader->root, "analysis");
    bool *marked = ARENA_ARRAY(loader->arena, bool, scenario->key_count);
    uint32_t *vary = ARENA_ARRAY(loader->arena, uint32_t, scenario->key_count);
    scenario->vary = vary;
    if (!analysis)
        return;
    check_keys(loader, analysis, known);
    const struct datum *list = read_list(loader, analysis, "vary");
    for (size_t index = 0; list && index < list->count; index++)
        (void)mark_keys(loader, &list->members[index], marked);
    for (size_t key = 0; key < scenario->key_count; key++)
        if (marked[key])
            vary[scenario->vary_count++] = (uint32_t)key;
}
