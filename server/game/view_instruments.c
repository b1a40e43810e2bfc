#include "view_parts.h"

static void settle_draft(const struct viewer *viewer, const struct draft *draft,
                         struct world *world)
{
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        sight_settle(viewer->scenario, viewer->unseen, world, clause->key, clause->terms);
    }
}

static void settle_own(const struct viewer *viewer, const struct instrument *instrument,
                       struct world *world)
{
    const struct position *position = viewer->position;
    for (uint32_t key = 0; key < viewer->scenario->key_count; key++)
        if (position->holders[key] != NONE &&
            &position->instruments[position->holders[key]] == instrument)
            world_settle(viewer->scenario, world, key, position->terms[key], position->bound[key]);
}

struct world world_of_text(const struct viewer *viewer, const struct instrument *instrument)
{
    bool draft = instrument->status == INSTRUMENT_DRAFT;
    if (!instrument->suspended && !(draft && instrument->draft->linked_count > 0))
        return viewer->world;
    struct world world = world_copy(viewer->scenario, &viewer->world, viewer->arena);
    if (instrument->suspended)
        settle_own(viewer, instrument, &world);
    for (size_t index = 0; draft && index < instrument->draft->linked_count; index++) {
        const struct instrument *other =
            instrument_find(viewer->position, instrument->draft->linked[index]);
        if (!other || other->status != INSTRUMENT_DRAFT || !viewer_sees_text(viewer, other))
            continue;
        world.slots[viewer->scenario->instruments[other->kind].slot] = 1;
        settle_draft(viewer, other->draft, &world);
    }
    world_refresh(viewer->scenario, &world);
    return world;
}

bool condition_holds(const struct viewer *viewer, uint32_t condition, const struct world *world)
{
    if (!viewer_reads(viewer, viewer->scenario->conditions[condition].when))
        return false;
    struct result holds = expression_run(viewer->scenario->conditions[condition].when, world, NULL);
    return !holds.failed && holds.value;
}

static struct tree *conditions_to_tree(const struct viewer *viewer, const uint32_t *conditions,
                                       size_t count)
{
    struct tree *list = tree_list(viewer->arena);
    for (size_t index = 0; index < count; index++)
        tree_append(viewer->arena, list,
                    tree_text(viewer->arena, viewer->scenario->conditions[conditions[index]].id));
    return list;
}

static void conditions_add(const struct viewer *viewer, struct tree *tree,
                           const uint32_t *conditions, size_t count, const struct world *world)
{
    for (size_t index = 0; index < count; index++) {
        const struct condition *condition = &viewer->scenario->conditions[conditions[index]];
        if (viewer_reads(viewer, condition->when))
            tree_set_bool(viewer->arena, tree, condition->id,
                          condition_holds(viewer, conditions[index], world));
    }
}

static void set_conditions(const struct viewer *viewer, struct tree *tree,
                           const struct draft *draft, const struct world *world)
{
    struct arena *arena = viewer->arena;
    tree_set_some(tree, TEXT("takes_effect_if"),
                  conditions_to_tree(viewer, draft->takes_effect_if, draft->takes_effect_count),
                  arena);
    tree_set_some(tree, TEXT("suspended_while"),
                  conditions_to_tree(viewer, draft->suspended_while, draft->suspended_count),
                  arena);
    if (!world)
        return;
    struct tree *holding = tree_object(arena);
    conditions_add(viewer, holding, draft->takes_effect_if, draft->takes_effect_count, world);
    conditions_add(viewer, holding, draft->suspended_while, draft->suspended_count, world);
    tree_set_some(tree, TEXT("conditions"), holding, arena);
}

static struct tree *articles_to_tree(const struct viewer *viewer,
                                     const struct instrument *instrument, const struct draft *draft)
{
    struct tree *list = tree_list(viewer->arena);
    for (size_t index = 0; index < draft->article_count; index++) {
        struct tree *article = tree_object(viewer->arena);
        tree_set_text(
            viewer->arena, article, TEXT("id"),
            article_name(&viewer->namer, viewer->scenario, instrument, draft->articles[index].id));
        tree_set_text(viewer->arena, article, TEXT("text"), draft->articles[index].text);
        tree_set_parties(viewer->scenario, article, TEXT("brackets"),
                         draft->articles[index].brackets, viewer->arena);
        tree_append(viewer->arena, list, article);
    }
    return list;
}

/* Who made the version with which a text became public is told to those alone who know the drafts
 * before it: to others it would say that the author's words were changed in secret. */
static void tree_set_maker(const struct viewer *viewer, const struct instrument *instrument,
                           const struct version *version, struct text key, struct tree *tree)
{
    if (version->number != instrument->public_version ||
        text_shared_with(instrument, viewer->namer.audience))
        tree_set_text(viewer->arena, tree, key, viewer->scenario->parties[version->party].id);
}

static struct tree *version_to_tree(const struct viewer *viewer,
                                    const struct instrument *instrument,
                                    const struct version *version)
{
    struct arena *arena = viewer->arena;
    const struct draft *draft = version->draft;
    struct tree *tree = tree_object(arena);
    tree_set_maker(viewer, instrument, version, TEXT("by"), tree);
    tree_set_int(arena, tree, TEXT("at"), version->at);
    struct tree *clauses = tree_list(arena);
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        struct tree *item = clause_to_tree(viewer->scenario, clause->key, arena);
        tree_set(arena, item, TEXT("terms"),
                 terms_to_tree(viewer->scenario, clause->key, clause->terms, arena));
        tree_set_parties(viewer->scenario, item, TEXT("brackets"), clause->brackets, arena);
        tree_append(arena, clauses, item);
    }
    tree_set(arena, tree, TEXT("clauses"), clauses);
    tree_set_some(tree, TEXT("articles"), articles_to_tree(viewer, instrument, draft), arena);
    set_conditions(viewer, tree, draft, NULL);
    return tree;
}

/* Earlier versions that the viewer may see, the newest first, at most `limit` of those that it
 * knows by a number below `before`; *more: there are further ones. */
struct versions {
    const struct version **items;
    size_t count;
    bool more;
};

static struct versions versions_of(const struct viewer *viewer, const struct instrument *instrument,
                                   uint64_t before, uint32_t limit)
{
    struct versions found = {ARENA_ARRAY(viewer->arena, const struct version *, limit), 0, false};
    uint32_t public_from = viewer->control           ? 0
                           : instrument->open_to_all ? instrument->public_version
                                                     : UINT32_MAX;
    for (const struct version *version = instrument->versions; version; version = version->older) {
        const struct draft *draft = version->draft;
        /* Words that were changed before a text became public, or before the viewer was invited,
         * stay with those who had them then. */
        bool had = viewer->party != NONE &&
                   ((draft->invited | draft->witnesses) & party_bit(viewer->party));
        if ((version->number < public_from && !had) ||
            version_number(&viewer->namer, instrument, version->number) >= before)
            continue;
        if (found.count == limit) {
            found.more = true;
            break;
        }
        found.items[found.count++] = version;
    }
    return found;
}

static struct versions versions_before(const struct viewer *viewer,
                                       const struct instrument *instrument)
{
    return versions_of(viewer, instrument,
                       version_number(&viewer->namer, instrument, instrument->version),
                       VIEW_VERSIONS);
}

static bool versions_have(const struct versions *versions, const struct version *version)
{
    for (size_t index = 0; index < versions->count; index++)
        if (versions->items[index] == version)
            return true;
    return false;
}

static struct text version_name(const struct viewer *viewer, const struct instrument *instrument,
                                const struct version *version)
{
    return arena_number(viewer->arena, version_number(&viewer->namer, instrument, version->number));
}

/* By the numbers that the viewer knows them by. */
static struct tree *view_versions(const struct viewer *viewer, const struct instrument *instrument)
{
    struct versions own = versions_before(viewer, instrument), other = {NULL, 0, false};
    bool gone = false;
    if (viewer->parts.other) {
        const struct instrument *text =
            &viewer->parts.other->position.instruments[instrument - viewer->position->instruments];
        other = versions_before(viewer, text);
        gone = text->version > instrument->version;
    }
    struct tree *tree = tree_object(viewer->arena);
    for (size_t index = 0; index < own.count; index++)
        if (!versions_have(&other, own.items[index]))
            tree_set(viewer->arena, tree, version_name(viewer, instrument, own.items[index]),
                     gone ? view_stub(viewer)
                          : version_to_tree(viewer, instrument, own.items[index]));
    return tree;
}

static void set_linked(const struct viewer *viewer, const struct draft *draft, struct tree *tree)
{
    struct tree *linked = tree_list(viewer->arena);
    int64_t unknown = 0;
    for (size_t index = 0; index < draft->linked_count; index++) {
        const struct instrument *other = instrument_find(viewer->position, draft->linked[index]);
        if (other && viewer_sees_text(viewer, other))
            tree_append(viewer->arena, linked,
                        tree_text(viewer->arena, viewer_text_name(viewer, other)));
        else
            unknown++;
    }
    tree_set_some(tree, TEXT("linked"), linked, viewer->arena);
    if (unknown > 0)
        tree_set_int(viewer->arena, tree, TEXT("linked_unknown"), unknown);
}

static struct tree *signatures_to_tree(const struct viewer *viewer,
                                       const struct instrument *instrument)
{
    struct arena *arena = viewer->arena;
    struct tree *signatures = tree_object(arena);
    for (int party = 0; party < (int)viewer->scenario->party_count; party++) {
        const struct signature *signature = instrument_signature(instrument, party);
        if (!signature)
            continue;
        struct tree *tree = tree_object(arena), *reserved = tree_list(arena);
        for (size_t index = 0; index < signature->reserved_count; index++)
            tree_append(arena, reserved,
                        tree_text(arena, viewer->scenario->keys[signature->reserved[index]].id));
        tree_set_int(arena, tree, TEXT("at"), signature->at);
        tree_set_some(tree, TEXT("reserved"), reserved, arena);
        tree_set_bool(arena, tree, TEXT("ratified"),
                      (instrument->ratified & party_bit(party)) != 0);
        tree_set_true(tree, TEXT("automatic"), signature->automatic, arena);
        tree_set(arena, signatures, viewer->scenario->parties[party].id, tree);
    }
    return signatures;
}

static struct text status_of(const struct instrument *instrument)
{
    static const struct text names[] = {
        [INSTRUMENT_DRAFT] = {"draft", 5},
        [INSTRUMENT_IN_FORCE] = {"in_force", 8},
        [INSTRUMENT_WITHDRAWN] = {"withdrawn", 9},
        [INSTRUMENT_ENDED] = {"ended", 5},
    };
    bool suspended = instrument->status == INSTRUMENT_IN_FORCE && instrument->suspended;
    return suspended ? TEXT("suspended") : names[instrument->status];
}

/* What stands over the articles: whose it is, and how it is open. */
static struct tree *head_to_tree(const struct viewer *viewer, const struct instrument *instrument)
{
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    const struct draft *draft = instrument->draft;
    struct tree *tree = tree_object(arena);
    tree_set_text(arena, tree, TEXT("kind"), scenario->instruments[instrument->kind].id);
    tree_set_text(arena, tree, TEXT("author"), scenario->parties[instrument->author].id);
    tree_set(arena, tree, TEXT("invited"), tree_parties(scenario, draft->invited, arena));
    tree_set_parties(scenario, tree, TEXT("witnesses"), draft->witnesses, arena);
    tree_set_text(arena, tree, TEXT("status"), status_of(instrument));
    tree_set_true(tree, TEXT("public"), instrument->open_to_all, arena);
    tree_set_true(tree, TEXT("opened"), instrument->opened, arena);
    if (instrument->tabled_by != NONE)
        tree_set_text(arena, tree, TEXT("tabled_by"), scenario->parties[instrument->tabled_by].id);
    tree_set_int(arena, tree, TEXT("version"),
                 version_number(&viewer->namer, instrument, instrument->version));
    tree_set_maker(viewer, instrument, instrument->versions, TEXT("amended_by"), tree);
    tree_set_int(arena, tree, TEXT("at"), instrument->versions->at);
    return tree;
}

static struct tree *instrument_to_tree(const struct viewer *viewer,
                                       const struct instrument *instrument)
{
    struct arena *arena = viewer->arena;
    struct world world = world_of_text(viewer, instrument);
    struct tree *tree = head_to_tree(viewer, instrument);
    tree_set(arena, tree, TEXT("clauses"), view_clauses(viewer, instrument, &world));
    tree_set_some(tree, TEXT("articles"), articles_to_tree(viewer, instrument, instrument->draft),
                  arena);
    set_conditions(viewer, tree, instrument->draft, &world);
    set_linked(viewer, instrument->draft, tree);
    tree_set_some(tree, TEXT("signatures"), signatures_to_tree(viewer, instrument), arena);
    tree_set_parties(viewer->scenario, tree, TEXT("declined"), instrument->declined, arena);
    tree_set_parties(viewer->scenario, tree, TEXT("denounced"), instrument->denounced, arena);
    if (instrument->status == INSTRUMENT_DRAFT)
        tree_set_some(tree, TEXT("missing"), view_missing(viewer, instrument, &world), arena);
    tree_set_some(tree, TEXT("versions"), view_versions(viewer, instrument), arena);
    return tree;
}

/* In the order in which the viewer came to see them: that of drafting would tell when those that
 * became public later were drafted. */
struct tree *view_instruments(const struct viewer *viewer)
{
    struct tree *instruments = tree_object(viewer->arena);
    const struct position *position = viewer->position;
    size_t count = position->instrument_count;
    uint32_t *sights = ARENA_ARRAY(viewer->arena, uint32_t, count);
    for (size_t index = 0; index < count; index++)
        if (!viewer->parts.texts || viewer->parts.texts[index])
            sights[index] = text_sight(&viewer->namer, &position->instruments[index]);
    for (;;) {
        size_t first = count;
        for (size_t index = 0; index < count; index++)
            if (sights[index] > 0 && (first == count || sights[index] < sights[first]))
                first = index;
        if (first == count)
            return instruments;
        sights[first] = 0;
        const struct instrument *instrument = &position->instruments[first];
        tree_set(viewer->arena, instruments, viewer_text_name(viewer, instrument),
                 instrument_to_tree(viewer, instrument));
    }
}

struct tree *history_versions(const struct viewer *viewer, struct text instrument, uint64_t before,
                              uint32_t limit)
{
    const struct instrument *found = text_named(&viewer->namer, viewer->scenario, instrument);
    if (!found)
        return NULL;
    struct versions versions = versions_of(viewer, found, before > 0 ? before : UINT64_MAX, limit);
    struct tree *items = tree_list(viewer->arena);
    for (size_t index = versions.count; index-- > 0;) {
        const struct version *version = versions.items[index];
        struct tree *item = version_to_tree(viewer, found, version);
        tree_set_int(viewer->arena, item, TEXT("version"),
                     version_number(&viewer->namer, found, version->number));
        tree_append(viewer->arena, items, item);
    }
    return page_of(items, versions.more, viewer->arena);
}
