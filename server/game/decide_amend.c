/* A text's next version. What was made from an older one is carried over where nobody has touched
 * the same clause since; otherwise both are shown. */
#include "decide.h"

#include "must.h"

#include <string.h>

/* The three versions that meet: the one amended, the newest, and what is wished. */
struct meeting {
    struct scratch *scratch;
    const struct draft *base, *current;
    struct draft *wish;
    struct tree *clashes;
};

static const struct draft_clause *clause_in(const struct draft *draft, uint32_t key)
{
    int index = draft_clause_index(draft, key);
    return index == NONE ? NULL : &draft->clauses[index];
}

static bool same_clause(const struct scratch *scratch, const struct draft_clause *left,
                        const struct draft_clause *right)
{
    if (!left || !right)
        return left == right;
    size_t count =
        scratch->scenario->clause_types[scratch->scenario->keys[left->key].type].term_count;
    return count == 0 || memcmp(left->terms, right->terms, count * sizeof *left->terms) == 0;
}

static const struct draft_article *article_in(const struct draft *draft, struct text id)
{
    for (size_t index = 0; index < draft->article_count; index++)
        if (text_equal(draft->articles[index].id, id))
            return &draft->articles[index];
    return NULL;
}

static bool same_article(const struct draft_article *left, const struct draft_article *right)
{
    if (!left || !right)
        return left == right;
    return text_equal(left->text, right->text);
}

static struct tree *clause_shown(struct scratch *scratch, const struct draft_clause *clause)
{
    const struct clause_type *type =
        &scratch->scenario->clause_types[scratch->scenario->keys[clause->key].type];
    struct tree *terms = tree_object(scratch->arena);
    for (size_t index = 0; index < type->term_count; index++)
        tree_set(scratch->arena, terms, type->terms[index].id,
                 domain_to_tree(scratch->scenario, &type->terms[index].domain, clause->terms[index],
                                scratch->arena));
    return terms;
}

/* Both sides of a clash; a side that struck the clause is left out. */
static void clash_add(struct meeting *meeting, struct text id, struct tree *yours,
                      struct tree *theirs)
{
    struct arena *arena = meeting->scratch->arena;
    struct tree *clash = tree_object(arena);
    tree_set_text(arena, clash, TEXT("id"), id);
    if (yours)
        tree_set(arena, clash, TEXT("yours"), yours);
    if (theirs)
        tree_set(arena, clash, TEXT("theirs"), theirs);
    tree_append(arena, meeting->clashes, clash);
}

static void clash_clause(struct meeting *meeting, uint32_t key)
{
    struct scratch *scratch = meeting->scratch;
    const struct draft_clause *base = clause_in(meeting->base, key);
    const struct draft_clause *yours = clause_in(meeting->wish, key);
    const struct draft_clause *theirs = clause_in(meeting->current, key);
    if (same_clause(scratch, base, yours) || same_clause(scratch, base, theirs) ||
        same_clause(scratch, yours, theirs))
        return;
    clash_add(meeting, scratch->scenario->keys[key].id, yours ? clause_shown(scratch, yours) : NULL,
              theirs ? clause_shown(scratch, theirs) : NULL);
}

static void clash_article(struct meeting *meeting, struct text id)
{
    struct arena *arena = meeting->scratch->arena;
    const struct draft_article *base = article_in(meeting->base, id);
    const struct draft_article *yours = article_in(meeting->wish, id);
    const struct draft_article *theirs = article_in(meeting->current, id);
    if (same_article(base, yours) || same_article(base, theirs) || same_article(yours, theirs))
        return;
    clash_add(meeting, id, yours ? tree_text(arena, yours->text) : NULL,
              theirs ? tree_text(arena, theirs->text) : NULL);
}

static void clashes_find(struct meeting *meeting)
{
    for (size_t index = 0; index < meeting->wish->clause_count; index++)
        clash_clause(meeting, meeting->wish->clauses[index].key);
    for (size_t index = 0; index < meeting->base->clause_count; index++)
        if (!clause_in(meeting->wish, meeting->base->clauses[index].key))
            clash_clause(meeting, meeting->base->clauses[index].key);
    for (size_t index = 0; index < meeting->wish->article_count; index++)
        clash_article(meeting, meeting->wish->articles[index].id);
    for (size_t index = 0; index < meeting->base->article_count; index++)
        if (!article_in(meeting->wish, meeting->base->articles[index].id))
            clash_article(meeting, meeting->base->articles[index].id);
}

static bool same_list(const uint32_t *left, size_t left_count, const uint32_t *right,
                      size_t right_count)
{
    return left_count == right_count &&
           (left_count == 0 || memcmp(left, right, left_count * sizeof *left) == 0);
}

static bool same_conditions(const struct draft *left, const struct draft *right)
{
    return same_list(left->takes_effect_if, left->takes_effect_count, right->takes_effect_if,
                     right->takes_effect_count) &&
           same_list(left->suspended_while, left->suspended_count, right->suspended_while,
                     right->suspended_count);
}

static bool check_clashes(struct meeting *meeting, const struct instrument *text)
{
    struct scratch *scratch = meeting->scratch;
    clashes_find(meeting);
    bool conditions = same_conditions(meeting->base, meeting->current) ||
                      same_conditions(meeting->base, meeting->wish) ||
                      same_conditions(meeting->wish, meeting->current);
    if (meeting->clashes->count == 0 && conditions)
        return true;
    struct text words = TEXT("its conditions");
    for (size_t index = 0; index < meeting->clashes->count; index++) {
        struct text id;
        must(tree_get_text(meeting->clashes->members[index].value, TEXT("id"), &id));
        words = index == 0 ? id
                           : arena_print(scratch->arena, "%.*s, %.*s", TEXT_ARGUMENTS(words),
                                         TEXT_ARGUMENTS(id));
    }
    refuse(scratch, "version.stale",
           meeting->clashes->count > 0 ? TEXT("clauses") : TEXT("takes_effect_if"),
           "Version %u changed the same words in the meantime (%.*s), so that your amendment "
           "conflicts with it: look at both, and amend it anew.",
           (unsigned)text->version, TEXT_ARGUMENTS(words));
    refuse_more(scratch, TEXT("version"), tree_int(scratch->arena, text->version));
    refuse_more(scratch, TEXT("clauses"), meeting->clashes);
    return false;
}

/* The newest version with what the wish changed of the base. */
static struct draft *rebase(struct meeting *meeting)
{
    struct scratch *scratch = meeting->scratch;
    struct draft *merged = draft_open(scratch, meeting->current);
    struct draft_clause *clauses =
        ARENA_ARRAY(scratch->arena, struct draft_clause,
                    meeting->current->clause_count + meeting->wish->clause_count);
    merged->clause_count = 0;
    for (size_t index = 0; index < meeting->current->clause_count; index++) {
        const struct draft_clause *theirs = &meeting->current->clauses[index];
        const struct draft_clause *base = clause_in(meeting->base, theirs->key);
        const struct draft_clause *yours = clause_in(meeting->wish, theirs->key);
        if (base && !yours)
            continue; /* Struck by the wish. */
        clauses[merged->clause_count] = *theirs;
        if (yours && !same_clause(scratch, base, yours))
            clauses[merged->clause_count].terms = yours->terms;
        merged->clause_count++;
    }
    for (size_t index = 0; index < meeting->wish->clause_count; index++) {
        const struct draft_clause *yours = &meeting->wish->clauses[index];
        /* What the base has and the newest lacks was struck since. */
        if (!clause_in(meeting->current, yours->key) && !clause_in(meeting->base, yours->key))
            clauses[merged->clause_count++] = *yours;
    }
    merged->clauses = clauses;
    return merged;
}

static void rebase_articles(struct meeting *meeting, struct draft *merged)
{
    struct draft_article *articles =
        ARENA_ARRAY(meeting->scratch->arena, struct draft_article,
                    meeting->current->article_count + meeting->wish->article_count);
    merged->article_count = 0;
    for (size_t index = 0; index < meeting->current->article_count; index++) {
        const struct draft_article *theirs = &meeting->current->articles[index];
        const struct draft_article *base = article_in(meeting->base, theirs->id);
        const struct draft_article *yours = article_in(meeting->wish, theirs->id);
        if (base && !yours)
            continue;
        articles[merged->article_count] = *theirs;
        if (yours && !same_article(base, yours))
            articles[merged->article_count].text = yours->text;
        merged->article_count++;
    }
    for (size_t index = 0; index < meeting->wish->article_count; index++) {
        const struct draft_article *yours = &meeting->wish->articles[index];
        if (!article_in(meeting->current, yours->id) && !article_in(meeting->base, yours->id))
            articles[merged->article_count++] = *yours;
    }
    merged->articles = articles;
}

static void rebase_conditions(const struct meeting *meeting, struct draft *merged)
{
    const struct draft *from =
        same_conditions(meeting->base, meeting->wish) ? meeting->current : meeting->wish;
    merged->takes_effect_if = from->takes_effect_if;
    merged->takes_effect_count = from->takes_effect_count;
    merged->suspended_while = from->suspended_while;
    merged->suspended_count = from->suspended_count;
}

static bool wish_clauses(struct scratch *scratch, const struct draft *base, struct draft *wish)
{
    const struct command *command = scratch->command;
    if (command->clause_count > CLAUSES_MAX)
        return refuse(scratch, "limit.clauses", TEXT("clauses"),
                      "A text has at most %d clauses; this one would have %zu.", CLAUSES_MAX,
                      command->clause_count);
    struct draft_clause *clauses =
        ARENA_ARRAY(scratch->arena, struct draft_clause, command->clause_count);
    for (size_t index = 0; index < command->clause_count; index++) {
        const struct draft_clause *before = clause_in(base, command->clauses[index].key);
        clauses[index] = (struct draft_clause){.key = command->clauses[index].key,
                                               .terms = command->clauses[index].terms,
                                               .brackets = before ? before->brackets : 0};
    }
    wish->clauses = clauses;
    wish->clause_count = command->clause_count;
    return true;
}

/* Unlike any the text has or had among these versions. */
static struct text article_id_new(struct scratch *scratch, const struct instrument *text,
                                  const struct draft_article *earlier, size_t count,
                                  struct text words)
{
    for (uint32_t occurrence = 0;; occurrence++) {
        struct text id = article_id(scratch, text->id, words, occurrence);
        bool taken = false;
        for (size_t index = 0; index < count; index++)
            taken |= text_equal(earlier[index].id, id);
        for (const struct version *version = text->versions; version; version = version->older)
            taken |= article_in(version->draft, id) != NULL;
        if (!taken)
            return id;
    }
}

static bool wish_articles(struct scratch *scratch, const struct instrument *text,
                          const struct draft *base, struct draft *wish)
{
    const struct command *command = scratch->command;
    if (!command->articles_given)
        return true; /* As in the base. */
    struct draft_article *articles =
        ARENA_ARRAY(scratch->arena, struct draft_article, command->article_count);
    for (size_t index = 0; index < command->article_count; index++) {
        const struct article_wish *wished = &command->articles[index];
        const struct draft_article *before =
            wished->id.length > 0 ? article_in(base, wished->id) : NULL;
        if (wished->id.length > 0 && !before)
            return refuse(scratch, "parameter.invalid",
                          arena_print(scratch->arena, "articles.%zu.id", index),
                          "The version you amend has no such article.");
        for (size_t earlier = 0; before && earlier < index; earlier++)
            if (text_equal(articles[earlier].id, before->id))
                return refuse(scratch, "clause.duplicate",
                              arena_print(scratch->arena, "articles.%zu.id", index),
                              "This article is in the text twice.");
        articles[index] = (struct draft_article){
            .id =
                before ? before->id : article_id_new(scratch, text, articles, index, wished->text),
            .text = wished->text,
            .brackets = before ? before->brackets : 0};
    }
    wish->articles = articles;
    wish->article_count = command->article_count;
    return true;
}

/* What the caller would have, had nobody else amended. */
static struct draft *wish_open(struct scratch *scratch, const struct instrument *text,
                               const struct draft *base)
{
    const struct command *command = scratch->command;
    struct draft *wish = draft_open(scratch, base);
    bool articles_given = command->articles_given || command->article_count > 0;
    if (!wish_clauses(scratch, base, wish) ||
        (articles_given && !wish_articles(scratch, text, base, wish)))
        return NULL;
    if (command->conditions_given) {
        wish->takes_effect_if = command->takes_effect_if;
        wish->takes_effect_count = command->takes_effect_count;
        wish->suspended_while = command->suspended_while;
        wish->suspended_count = command->suspended_count;
    }
    return wish;
}

/* `invite` names those to add, or all who shall be invited then: a list which names some of the
 * others and leaves some out would remove these. The one who amends need not name itself. */
static bool parties_add(struct scratch *scratch, const struct draft *base, struct draft *draft)
{
    const struct command *command = scratch->command;
    party_set others = base->invited & ~party_bit(scratch->party);
    bool whole = (command->invite & others) || !(command->invite & ~base->invited);
    if (command->invite && whole && (others & ~command->invite))
        return refuse(scratch, "party.removed", TEXT("invite"),
                      "An amendment may add invited parties, and never removes one: %.*s would no "
                      "longer be invited.",
                      TEXT_ARGUMENTS(parties_words(scratch, others & ~command->invite)));
    draft->invited |= command->invite;
    draft->witnesses = (draft->witnesses | command->witnesses) & ~draft->invited;
    return true;
}

void decide_amend(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_amendable(scratch, text))
        return;
    const struct draft *base = draft_of_version(text, command->version);
    if (!base) {
        refuse(scratch, "version.stale", TEXT("version"),
               "This text has no version %u; the newest is %u.", (unsigned)command->version,
               (unsigned)text->version);
        refuse_more(scratch, TEXT("version"), tree_int(scratch->arena, text->version));
        return;
    }
    struct draft *next = wish_open(scratch, text, base);
    if (!next)
        return;
    if (base != text->draft) {
        struct meeting meeting = {.scratch = scratch,
                                  .base = base,
                                  .current = text->draft,
                                  .wish = next,
                                  .clashes = tree_list(scratch->arena)};
        if (!check_clashes(&meeting, text))
            return;
        next = rebase(&meeting);
        rebase_articles(&meeting, next);
        rebase_conditions(&meeting, next);
    }
    if (!parties_add(scratch, base, next) ||
        !check_content(scratch, text->kind, next, text->draft->invited))
        return;
    version_emit(scratch, text, text->version + 1, next);
    struct tree *answer = scratch_answer(scratch);
    tree_set_text(scratch->arena, answer, TEXT("instrument"), text->id);
    tree_set_int(scratch->arena, answer, TEXT("version"), text->version);
    answer_missing(scratch, text->id);
}
