/* Texts: each version is an offer; from one version to the next somebody has moved. */
#include "story.h"

#include <string.h>

static const struct draft_clause *clause_of(const struct draft *draft, uint32_t key)
{
    for (size_t at = 0; draft && at < draft->clause_count; at++)
        if (draft->clauses[at].key == key)
            return &draft->clauses[at];
    return NULL;
}

static struct package package_of(struct story *story, const struct draft *draft)
{
    struct clause_terms *clauses =
        ARENA_ARRAY(story->scratch, struct clause_terms, draft->clause_count);
    for (size_t at = 0; at < draft->clause_count; at++)
        clauses[at] = (struct clause_terms){draft->clauses[at].key, draft->clauses[at].terms};
    return (struct package){clauses, draft->clause_count};
}

static struct tree *clauses_told(struct story *story, const struct draft *draft)
{
    struct tree *clauses = tree_list(story->arena);
    for (size_t at = 0; at < draft->clause_count; at++) {
        const struct draft_clause *clause = &draft->clauses[at];
        struct tree *told = clause_to_tree(story->scenario, clause->key, story->arena);
        tree_set(story->arena, told, TEXT("terms"),
                 terms_to_tree(story->scenario, clause->key, clause->terms, story->arena));
        tree_set_parties(story->scenario, told, TEXT("brackets"), clause->brackets, story->arena);
        tree_append(story->arena, clauses, told);
    }
    return clauses;
}

/* --- what was offered --- */

static void offer_told(struct story *story, struct told_text *text)
{
    struct arena *arena = story->arena;
    const struct draft *draft = story->event->draft;
    struct package package = package_of(story, draft);
    struct world with = world_with(story->scenario, story_world(story), &package, story->scratch);
    struct tree *offer = story_moment(story);
    tree_set_text(arena, offer, TEXT("instrument"), text->id);
    tree_set_int(arena, offer, TEXT("version"), story->event->version);
    tree_set(arena, offer, TEXT("invited"), tree_parties(story->scenario, draft->invited, arena));
    tree_set(arena, offer, TEXT("clauses"), clauses_told(story, draft));
    tree_set(arena, offer, TEXT("value"), story_worths(story, &with));
    tree_set(arena, offer, TEXT("today"), story_worths(story, story_world(story)));
    tree_append(arena, story->offers, offer);
}

/* --- who moved --- */

/* A version with one clause as it is in another. */
static struct package package_but(struct story *story, const struct draft *draft,
                                  const struct draft *other, uint32_t key)
{
    struct package package = package_of(story, draft);
    struct clause_terms *clauses =
        ARENA_ARRAY(story->scratch, struct clause_terms, package.count + 1);
    const struct draft_clause *clause = clause_of(other, key);
    size_t count = 0;
    for (size_t at = 0; at < package.count; at++)
        if (package.clauses[at].key != key)
            clauses[count++] = package.clauses[at];
    if (clause)
        clauses[count++] = (struct clause_terms){key, clause->terms};
    return (struct package){clauses, count};
}

/* What a move alone cost and gave: {party: change of the expected score}, but where it is 0. */
static struct tree *move_worth(struct story *story, const struct draft *before, uint32_t key)
{
    const struct scenario *scenario = story->scenario;
    struct package stood = package_of(story, before);
    struct package moved = package_but(story, before, story->event->draft, key);
    struct world old = world_with(scenario, story_world(story), &stood, story->scratch);
    struct world new = world_with(scenario, story_world(story), &moved, story->scratch);
    struct tree *worth = tree_object(story->arena);
    for (size_t party = 0; party < scenario->party_count; party++) {
        int64_t then, now;
        if (worth_expected(scenario, &old, (int)party, &then) &&
            worth_expected(scenario, &new, (int)party, &now) && now != then)
            tree_set_int(story->arena, worth, scenario->parties[party].id,
                         (int64_t)((uint64_t)now - (uint64_t)then));
    }
    return worth;
}

static struct tree *terms_moved(struct story *story, uint32_t key, const struct draft_clause *from,
                                const struct draft_clause *to)
{
    const struct clause_type *type =
        &story->scenario->clause_types[story->scenario->keys[key].type];
    struct tree *terms = tree_object(story->arena);
    for (size_t at = 0; at < type->term_count; at++) {
        if (from && to && from->terms[at] == to->terms[at])
            continue;
        struct tree *term = tree_object(story->arena);
        if (from)
            tree_set(story->arena, term, TEXT("from"),
                     domain_to_tree(story->scenario, &type->terms[at].domain, from->terms[at],
                                    story->arena));
        if (to)
            tree_set(story->arena, term, TEXT("to"),
                     domain_to_tree(story->scenario, &type->terms[at].domain, to->terms[at],
                                    story->arena));
        tree_set(story->arena, terms, type->terms[at].id, term);
    }
    return terms;
}

static void move_told(struct story *story, const struct told_text *text, uint32_t key)
{
    struct arena *arena = story->arena;
    const struct draft_clause *from = clause_of(text->draft, key);
    const struct draft_clause *to = clause_of(story->event->draft, key);
    size_t terms = story->scenario->clause_types[story->scenario->keys[key].type].term_count;
    if (from && to && !memcmp(from->terms, to->terms, terms * sizeof(*from->terms)))
        return;
    struct tree *move = story_moment(story);
    tree_set_text(arena, move, TEXT("instrument"), text->id);
    tree_set_int(arena, move, TEXT("version"), story->event->version);
    tree_set_text(arena, move, TEXT("clause"), story->scenario->keys[key].id);
    tree_set_text(arena, move, TEXT("change"),
                  !from ? TEXT("added")
                  : !to ? TEXT("removed")
                        : TEXT("changed"));
    tree_set(arena, move, TEXT("terms"), terms_moved(story, key, from, to));
    tree_set(arena, move, TEXT("worth"), move_worth(story, text->draft, key));
    tree_append(arena, story->moves, move);
}

static void moves_told(struct story *story, const struct told_text *text)
{
    const struct draft *now = story->event->draft, *before = text->draft;
    for (size_t at = 0; at < before->clause_count; at++)
        move_told(story, text, before->clauses[at].key);
    for (size_t at = 0; at < now->clause_count; at++)
        if (!clause_of(before, now->clauses[at].key))
            move_told(story, text, now->clauses[at].key);
}

/* --- what is disputed --- */

static void dispute_begin(struct story *story, const struct told_text *text, struct text subject,
                          const char *what, int party)
{
    for (size_t at = 0; at < story->dispute_count; at++) {
        const struct told_dispute *dispute = &story->disputes[at];
        if (!dispute->over && dispute->party == party &&
            text_equal(dispute->instrument, text->id) && text_equal(dispute->subject, subject))
            return;
    }
    struct tree *tree = story_moment(story);
    tree_set_text(story->arena, tree, TEXT("instrument"), text->id);
    tree_set_text(story->arena, tree, text_of(what), subject);
    tree_set_text(story->arena, tree, TEXT("holder"), story->scenario->parties[party].id);
    tree_append(story->arena, story->dispute_trees, tree);
    story->disputes = story_grow(story, story->disputes, story->dispute_count,
                                 &story->dispute_capacity, sizeof(*story->disputes));
    story->disputes[story->dispute_count++] =
        (struct told_dispute){text->id, subject, party, tree, false};
}

static void brackets_begin(struct story *story, const struct told_text *text, struct text subject,
                           const char *what, party_set brackets)
{
    for (size_t party = 0; party < story->scenario->party_count; party++)
        if (brackets & party_bit((int)party))
            dispute_begin(story, text, subject, what, (int)party);
}

static party_set brackets_on(const struct story *story, struct text subject)
{
    const struct draft *draft = story->event->draft;
    for (size_t at = 0; at < draft->clause_count; at++)
        if (text_equal(story->scenario->keys[draft->clauses[at].key].id, subject))
            return draft->clauses[at].brackets;
    for (size_t at = 0; at < draft->article_count; at++)
        if (text_equal(draft->articles[at].id, subject))
            return draft->articles[at].brackets;
    return 0;
}

static void disputes_told(struct story *story, const struct told_text *text)
{
    const struct draft *draft = story->event->draft;
    for (size_t at = 0; at < story->dispute_count; at++) {
        struct told_dispute *dispute = &story->disputes[at];
        if (dispute->over || !text_equal(dispute->instrument, text->id) ||
            (brackets_on(story, dispute->subject) & party_bit(dispute->party)))
            continue;
        dispute->over = true;
        tree_set_int(story->arena, dispute->tree, TEXT("until"), (int64_t)story->entry->sequence);
    }
    for (size_t at = 0; at < draft->clause_count; at++)
        brackets_begin(story, text, story->scenario->keys[draft->clauses[at].key].id, "clause",
                       draft->clauses[at].brackets);
    for (size_t at = 0; at < draft->article_count; at++)
        brackets_begin(story, text, draft->articles[at].id, "article",
                       draft->articles[at].brackets);
}

/* --- texts --- */

static void text_began(struct story *story)
{
    struct arena *arena = story->arena;
    const struct event *event = story->event;
    story->texts = story_grow(story, story->texts, story->text_count, &story->text_capacity,
                              sizeof(*story->texts));
    struct told_text *text = &story->texts[story->text_count++];
    *text = (struct told_text){.id = event->instrument,
                               .kind = event->kind,
                               .author = event->party,
                               .tree = story_moment(story)};
    tree_set_text(arena, text->tree, TEXT("kind"), story->scenario->instruments[event->kind].id);
    tree_set_text(arena, text->tree, TEXT("author"), story->scenario->parties[event->party].id);
    tree_set_text(arena, text->tree, TEXT("status"), TEXT("draft"));
    tree_set(arena, story->text_trees, text->id, text->tree);
}

static void version_made(struct story *story, struct told_text *text)
{
    const struct draft *draft = story->event->draft;
    offer_told(story, text);
    if (text->draft)
        moves_told(story, text);
    disputes_told(story, text);
    text->draft = draft;
    text->version = story->event->version;
    text->signed_by = 0;
    tree_set_int(story->arena, text->tree, TEXT("versions"), text->version);
    tree_set(story->arena, text->tree, TEXT("invited"),
             tree_parties(story->scenario, draft->invited, story->arena));
    tree_set_parties(story->scenario, text->tree, TEXT("witnesses"), draft->witnesses,
                     story->arena);
}

static void status_is(struct story *story, struct told_text *text, const char *status)
{
    tree_set_text(story->arena, text->tree, TEXT("status"), text_of(status));
    tree_set_int(story->arena, text->tree, text_of(status), (int64_t)story->entry->sequence);
}

void story_offer(struct story *story)
{
    const struct event *event = story->event;
    if (event->type == EVENT_DRAFTED)
        text_began(story);
    struct told_text *text = event_shapes[event->type].fields & FIELD_INSTRUMENT
                                 ? story_text(story, event->instrument)
                                 : NULL;
    if (!text)
        return;
    if (event->type == EVENT_VERSION)
        version_made(story, text);
    else if (event->type == EVENT_ENTERED)
        status_is(story, text, "in_force");
    else if (event->type == EVENT_WITHDRAWN)
        status_is(story, text, "withdrawn");
    else if (event->type == EVENT_ENDED)
        status_is(story, text, "ended");
    else if (event->type == EVENT_SUSPENDED)
        status_is(story, text, event->flag ? "suspended" : "in_force");
}
