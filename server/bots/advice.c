#include "bargain.h"
#include "opening.h"

enum { ADVICE_MAX = 3 };

struct advising {
    struct mind *mind;
    const struct matter *matter;
    int64_t worth; /* of the matter as it stands */
    struct tree *list;
    struct offer given[ADVICE_MAX];
    size_t count;
};

static struct tree *terms_tree(const struct mind *mind, uint32_t key, const int64_t *terms)
{
    const struct clause_type *type = mind_type(mind, key);
    struct tree *tree = tree_object(mind->arena);
    for (size_t index = 0; index < type->term_count; index++)
        tree_set(
            mind->arena, tree, type->terms[index].id,
            domain_to_tree(mind->scenario, &type->terms[index].domain, terms[index], mind->arena));
    return tree;
}

/* As instrument.draft and instrument.amend take them. */
static struct tree *clause_tree(const struct mind *mind, const struct clause_wish *clause)
{
    const struct clause_key *key = &mind->scenario->keys[clause->key];
    const struct clause_type *type = mind_type(mind, clause->key);
    struct tree *tree = tree_object(mind->arena);
    tree_set_text(mind->arena, tree, TEXT("type"), type->id);
    if (type->per != PER_NONE)
        tree_set_text(mind->arena, tree, TEXT("key"),
                      type->per == PER_PARTY ? mind->scenario->parties[key->key].id
                                             : mind->scenario->regions[key->key].id);
    tree_set(mind->arena, tree, TEXT("terms"), terms_tree(mind, clause->key, clause->terms));
    return tree;
}

static const int64_t *terms_in(const struct offer *offer, uint32_t key)
{
    int index = offer_find(offer, key);
    return index < 0 ? NULL : offer->clauses[index].terms;
}

/* What changes from one offer to the other, each key once. */
static size_t changed_keys(const struct mind *mind, const struct offer *before,
                           const struct offer *after, uint32_t *keys)
{
    size_t count = 0;
    for (uint32_t key = 0; key < mind->scenario->key_count; key++)
        if (!mind_same_terms(mind, key, terms_in(before, key), terms_in(after, key)) ||
            (offer_find(before, key) < 0) != (offer_find(after, key) < 0))
            keys[count++] = key;
    return count;
}

static struct text stands_with(struct mind *mind, int party, const struct offer *before,
                               const struct offer *after, const uint32_t *keys, size_t count)
{
    int64_t cost = 0;
    bool shown = false, bound = false;
    for (size_t index = 0; index < count; index++) {
        const int64_t *from = terms_in(before, keys[index]), *to = terms_in(after, keys[index]);
        cost += bargain_cost_to(mind, party, keys[index], from, to);
        for (size_t move = 0; move < mind->move_count; move++)
            shown |= mind->moves[move].party == party && mind->moves[move].key == keys[index];
        struct clause_wish clause = {keys[index], to};
        bound |=
            offer_find(after, keys[index]) >= 0 && (mind_binds(mind, &clause) & party_bit(party));
    }
    if (shown && cost != 0)
        return cost < 0 ? TEXT("welcome") : TEXT("unwelcome");
    return bound ? TEXT("binds") : TEXT("unknown");
}

static void describe(struct advising *advising, const struct offer *before,
                     const struct offer *after, party_set invited, struct tree *tree)
{
    struct mind *mind = advising->mind;
    uint32_t *keys = ARENA_ARRAY(mind->arena, uint32_t, mind->scenario->key_count);
    size_t count = changed_keys(mind, before, after, keys);
    struct tree *clauses = tree_list(mind->arena), *changes = tree_list(mind->arena),
                *others = tree_object(mind->arena);
    for (size_t index = 0; index < after->count; index++)
        tree_append(mind->arena, clauses, clause_tree(mind, &after->clauses[index]));
    for (size_t index = 0; index < count; index++) {
        struct tree *change = tree_object(mind->arena);
        tree_set_text(mind->arena, change, TEXT("clause"), mind->scenario->keys[keys[index]].id);
        if (offer_find(before, keys[index]) >= 0)
            tree_set(mind->arena, change, TEXT("from"),
                     terms_tree(mind, keys[index], terms_in(before, keys[index])));
        if (offer_find(after, keys[index]) >= 0)
            tree_set(mind->arena, change, TEXT("to"),
                     terms_tree(mind, keys[index], terms_in(after, keys[index])));
        tree_append(mind->arena, changes, change);
    }
    for (int party = 0; party < (int)mind->scenario->party_count; party++)
        if (invited & party_bit(party) & ~party_bit(mind->party))
            tree_set_text(mind->arena, others, mind->scenario->parties[party].id,
                          stands_with(mind, party, before, after, keys, count));
    tree_set(mind->arena, tree, TEXT("clauses"), clauses);
    tree_set(mind->arena, tree, TEXT("changes"), changes);
    tree_set(mind->arena, tree, TEXT("others"), others);
}

static void worth_set(struct advising *advising, const struct offer *offer, int64_t before,
                      struct tree *tree)
{
    struct mind *mind = advising->mind;
    int64_t worth = mind_worth(mind, offer);
    if (worth == WORTH_NONE)
        return;
    tree_set_int(mind->arena, tree, TEXT("total"), worth);
    if (before != WORTH_NONE)
        tree_set_int(mind->arena, tree, TEXT("gain"), worth - before);
}

static bool offer_same(const struct mind *mind, const struct offer *left, const struct offer *right)
{
    uint32_t *keys = ARENA_ARRAY(mind->arena, uint32_t, mind->scenario->key_count);
    return changed_keys(mind, left, right, keys) == 0;
}

/* A change to the text, unless it is none, or was advised already. */
static void advise(struct advising *advising, const struct matter *changed)
{
    struct mind *mind = advising->mind;
    const struct offer *offer = &changed->offer;
    bool known = offer_same(mind, offer, &advising->matter->offer);
    for (size_t index = 0; index < advising->count; index++)
        known |= offer_same(mind, offer, &advising->given[index]);
    if (known || advising->count == ADVICE_MAX || mind_worth(mind, offer) == WORTH_NONE ||
        !mind_mandated(mind, offer))
        return;
    advising->given[advising->count++] = *offer;
    struct tree *tree = tree_object(mind->arena);
    tree_set_text(mind->arena, tree, TEXT("instrument"), changed->texts[0]->id);
    tree_set_int(mind->arena, tree, TEXT("version"), changed->texts[0]->version);
    worth_set(advising, offer, advising->worth, tree);
    describe(advising, &advising->matter->offer, offer, changed->invited, tree);
    tree_append(mind->arena, advising->list, tree);
}

/* One that others would like and costs us nothing, the least that helps us, and a larger step. */
static void advise_on(struct advising *advising, const struct matter *matter)
{
    struct mind *mind = advising->mind;
    advising->matter = matter;
    advising->worth = mind_worth(mind, &matter->offer);
    int64_t best = bargain_best(mind, matter);
    struct matter gift = *matter, least = *matter, more = *matter;
    if (bargain_gift(mind, &gift))
        advise(advising, &gift);
    int64_t wanted = advising->worth < mind->floor ? mind->floor : advising->worth + 1;
    if (bargain_towards(mind, &least, wanted) > advising->worth)
        advise(advising, &least);
    if (bargain_towards(mind, &more, wanted + (best - wanted) / 2) > advising->worth)
        advise(advising, &more);
}

static void advise_new(struct advising *advising, struct tree *list)
{
    struct mind *mind = advising->mind;
    struct command command;
    if (!opening_new(mind, PERMILLE / 2, &command))
        return;
    struct offer nothing = {.count = 0}, offer = {.count = 0};
    for (size_t index = 0; index < command.clause_count; index++)
        offer.clauses[offer.count++] = command.clauses[index];
    struct tree *tree = tree_object(mind->arena), *invite = tree_list(mind->arena);
    for (int party = 0; party < (int)mind->scenario->party_count; party++)
        if (command.invite & party_bit(party))
            tree_append(mind->arena, invite,
                        tree_text(mind->arena, mind->scenario->parties[party].id));
    tree_set_text(mind->arena, tree, TEXT("kind"), mind->scenario->instruments[command.kind].id);
    tree_set(mind->arena, tree, TEXT("invite"), invite);
    worth_set(advising, &offer, mind->today, tree);
    describe(advising, &nothing, &offer, command.invite, tree);
    tree_append(mind->arena, list, tree);
}

/* The draft alone: what it is linked with stays as it is. */
static struct matter matter_alone(const struct outlook_text *text)
{
    const struct draft *draft = text->versions[0].draft;
    struct matter matter = {.texts = {text}, .count = 1, .invited = draft->invited};
    for (size_t index = 0; index < draft->clause_count; index++)
        matter.offer.clauses[matter.offer.count++] =
            (struct clause_wish){draft->clauses[index].key, draft->clauses[index].terms};
    return matter;
}

struct tree *bot_advises(const struct game *game, int party, struct text instrument,
                         struct arena *arena)
{
    struct mind mind;
    mind_open(&mind, game, party, TEMPERAMENT_CONVENER, arena);
    struct tree *answer = tree_object(arena), *list = tree_list(arena);
    struct advising advising = {.mind = &mind, .list = list};
    tree_set(arena, answer, TEXT("advice"), list);
    if (instrument.length == 0) {
        advise_new(&advising, list);
        return answer;
    }
    for (size_t index = 0; index < mind.outlook.text_count; index++) {
        const struct outlook_text *text = &mind.outlook.texts[index];
        if (!text_equal(text->id, instrument))
            continue;
        struct matter matter = matter_alone(text);
        if (text->draft && text->taking_part && !text->opened)
            advise_on(&advising, &matter);
        return answer;
    }
    return NULL;
}
