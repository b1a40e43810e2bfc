#include "view_parts.h"

/* Those whose signature on this version leaves the clause out. */
static party_set reserved_by(const struct instrument *instrument, uint32_t key)
{
    party_set reserved = 0;
    for (int party = 0; party < PARTIES_MAX; party++)
        if ((instrument->signed_by & party_bit(party)) &&
            signature_reserves(instrument_signature(instrument, party), key))
            reserved |= party_bit(party);
    return reserved;
}

/* What keeps a clause of a draft, or a dormant one, from counting. */
static void set_waiting(const struct viewer *viewer, const struct instrument *instrument,
                        const struct draft_clause *clause, party_set binds, struct tree *tree)
{
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    party_set invited = instrument->draft->invited;
    party_set complete = instrument_parties_to(instrument, clause->key);
    party_set reserved = reserved_by(instrument, clause->key);
    tree_set_parties(scenario, tree, TEXT("waits_for"), binds & invited & ~complete & ~reserved,
                     arena);
    tree_set_parties(scenario, tree, TEXT("uninvited"), binds & ~invited, arena);
    party_set missing;
    int holder = clause_replaces(viewer->position, instrument, clause->key, &missing);
    if (holder == NONE)
        return;
    tree_set_text(arena, tree, TEXT("replaces"),
                  viewer_text_name(viewer, &viewer->position->instruments[holder]));
    tree_set_parties(scenario, tree, TEXT("needs"), missing, arena);
}

/* The sentence of what a clause requires and does not have, or NULL, also where the viewer may not
 * know. */
static const struct requirement *broken_seen(const struct viewer *viewer, struct world *world,
                                             const struct draft *draft,
                                             const struct draft_clause *clause)
{
    if (!sight_requires(viewer->scenario, viewer->unseen, clause->key))
        return NULL;
    return clause_requirement_failed(viewer->scenario, world, draft, clause->key, clause->terms);
}

static struct tree *clause_in_text(const struct viewer *viewer, const struct instrument *instrument,
                                   size_t index, struct world *world)
{
    static const struct text states[] = {
        [CLAUSE_PROPOSED] = {"proposed", 8},      [CLAUSE_SETTLED] = {"settled", 7},
        [CLAUSE_DORMANT] = {"dormant", 7},        [CLAUSE_OVERTAKEN] = {"dormant", 7},
        [CLAUSE_SUPERSEDED] = {"superseded", 10}, [CLAUSE_ENDED] = {"ended", 5},
    };
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    const struct draft_clause *clause = &instrument->draft->clauses[index];
    enum clause_state state = (enum clause_state)instrument->clauses[index];
    party_set binds = state == CLAUSE_SETTLED ? viewer->position->bound[clause->key]
                                              : sight_binds(scenario, viewer->unseen, world,
                                                            clause->key, clause->terms);
    struct tree *tree = clause_to_tree(scenario, clause->key, arena);
    tree_set(arena, tree, TEXT("terms"),
             terms_to_tree(scenario, clause->key, clause->terms, arena));
    tree_set(arena, tree, TEXT("binds"), tree_parties(scenario, binds, arena));
    tree_set_parties(scenario, tree, TEXT("brackets"), clause->brackets, arena);
    tree_set_text(arena, tree, TEXT("state"), states[state]);
    tree_set_parties(scenario, tree, TEXT("reserved_by"), reserved_by(instrument, clause->key),
                     arena);
    bool stands =
        instrument->status == INSTRUMENT_DRAFT || instrument->status == INSTRUMENT_IN_FORCE;
    if (!stands ||
        (state != CLAUSE_PROPOSED && state != CLAUSE_DORMANT && state != CLAUSE_OVERTAKEN))
        return tree;
    set_waiting(viewer, instrument, clause, binds, tree);
    const struct requirement *broken = broken_seen(viewer, world, instrument->draft, clause);
    if (broken)
        tree_set_said(scenario, tree, TEXT("requires"), broken->otherwise, arena);
    return tree;
}

struct tree *view_clauses(const struct viewer *viewer, const struct instrument *instrument,
                          struct world *world)
{
    struct tree *clauses = tree_list(viewer->arena);
    for (size_t index = 0; index < instrument->draft->clause_count; index++)
        tree_append(viewer->arena, clauses, clause_in_text(viewer, instrument, index, world));
    return clauses;
}

/* Would the text enter, as to signatures, were these its signatories? */
static bool enough(const struct viewer *viewer, const struct instrument *instrument,
                   struct world *world, party_set signatories)
{
    const struct scenario *scenario = viewer->scenario;
    const struct expression *when = scenario->instruments[instrument->kind].in_force_when;
    party_set invited = instrument->draft->invited;
    if (!when)
        return (invited & ~signatories) == 0;
    int64_t signatories_before = world->slots[scenario->slot_signatories];
    int64_t invited_before = world->slots[scenario->slot_invited];
    world->slots[scenario->slot_signatories] = (int64_t)signatories;
    world->slots[scenario->slot_invited] = (int64_t)invited;
    struct result result = expression_run(when, world, NULL);
    world->slots[scenario->slot_signatories] = signatories_before;
    world->slots[scenario->slot_invited] = invited_before;
    return !result.failed && result.value;
}

/* Where the rule goes by what the viewer may not know, who is necessary would tell it. */
static bool rule_seen(const struct viewer *viewer, const struct instrument *instrument)
{
    return viewer_reads(viewer, viewer->scenario->instruments[instrument->kind].in_force_when);
}

/* Whose signature is missing: those without whom it cannot enter; where several would do, all who
 * have not signed. */
static party_set signatures_missing(const struct viewer *viewer,
                                    const struct instrument *instrument, struct world *world)
{
    party_set invited = instrument->draft->invited;
    party_set signed_by = instrument->signed_by & invited;
    party_set unsigned_by = invited & ~signed_by;
    if (!rule_seen(viewer, instrument))
        return unsigned_by;
    if (enough(viewer, instrument, world, signed_by))
        return 0;
    party_set necessary = 0;
    for (int party = 0; party < (int)viewer->scenario->party_count; party++)
        if ((unsigned_by & party_bit(party)) &&
            !enough(viewer, instrument, world, invited & ~party_bit(party)))
            necessary |= party_bit(party);
    return enough(viewer, instrument, world, signed_by | necessary) ? necessary : unsigned_by;
}

static struct tree *brackets_missing(const struct viewer *viewer,
                                     const struct instrument *instrument)
{
    const struct draft *draft = instrument->draft;
    struct tree *list = tree_list(viewer->arena);
    for (size_t index = 0; index < draft->clause_count; index++)
        if (draft->clauses[index].brackets)
            tree_append(
                viewer->arena, list,
                tree_text(viewer->arena, viewer->scenario->keys[draft->clauses[index].key].id));
    for (size_t index = 0; index < draft->article_count; index++)
        if (draft->articles[index].brackets)
            tree_append(
                viewer->arena, list,
                tree_text(viewer->arena, article_name(&viewer->namer, viewer->scenario, instrument,
                                                      draft->articles[index].id)));
    return list;
}

/* What is missing in this text itself. */
static struct tree *missing_here(const struct viewer *viewer, const struct instrument *instrument,
                                 struct world *world)
{
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    const struct draft *draft = instrument->draft;
    struct tree *missing = tree_object(arena);
    tree_set_parties(scenario, missing, TEXT("signatures"),
                     signatures_missing(viewer, instrument, world), arena);
    if (!rule_seen(viewer, instrument) ||
        !enough(viewer, instrument, world, instrument_parties(instrument)))
        tree_set_parties(scenario, missing, TEXT("ratification"),
                         instrument->signed_by & draft->invited & ~instrument->ratified, arena);
    struct tree *conditions = tree_list(arena);
    for (size_t index = 0; index < draft->takes_effect_count; index++)
        if (!condition_holds(viewer, draft->takes_effect_if[index], world))
            tree_append(arena, conditions,
                        tree_text(arena, scenario->conditions[draft->takes_effect_if[index]].id));
    tree_set_some(missing, TEXT("conditions"), conditions, arena);
    tree_set_some(missing, TEXT("brackets"), brackets_missing(viewer, instrument), arena);
    return missing;
}

/* Linked texts are ready together or not at all. */
static bool is_ready(const struct viewer *viewer, const struct instrument *instrument)
{
    if (instrument->status != INSTRUMENT_DRAFT)
        return instrument->status == INSTRUMENT_IN_FORCE;
    struct world world = world_of_text(viewer, instrument);
    return missing_here(viewer, instrument, &world)->count == 0;
}

struct tree *view_missing(const struct viewer *viewer, const struct instrument *instrument,
                          struct world *world)
{
    struct tree *missing = missing_here(viewer, instrument, world);
    struct tree *linked = tree_list(viewer->arena);
    const struct draft *draft = instrument->draft;
    for (size_t index = 0; index < draft->linked_count; index++) {
        const struct instrument *other = instrument_find(viewer->position, draft->linked[index]);
        if (other && viewer_sees_text(viewer, other) && !is_ready(viewer, other))
            tree_append(viewer->arena, linked,
                        tree_text(viewer->arena, viewer_text_name(viewer, other)));
    }
    tree_set_some(missing, TEXT("linked"), linked, viewer->arena);
    return missing;
}
