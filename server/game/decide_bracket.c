/* Brackets: what is put forward but not agreed. And opening a text for signature, which needs a
 * text without them. */
#include "decide.h"

static bool check_version(struct scratch *scratch, const struct instrument *text)
{
    if (draft_of_version(text, scratch->command->version))
        return true;
    refuse(scratch, "version.stale", TEXT("version"),
           "This text has no version %u; the newest is %u.", (unsigned)scratch->command->version,
           (unsigned)text->version);
    refuse_more(scratch, TEXT("version"), tree_int(scratch->arena, text->version));
    return false;
}

/* One pair of brackets, put or lifted. */
static bool brackets_change(struct scratch *scratch, party_set *brackets, struct text path)
{
    party_set own = party_bit(scratch->party);
    if (scratch->command->flag) {
        *brackets |= own;
        return true;
    }
    if (!(*brackets & own))
        return refuse(scratch, "clause.not_held", path,
                      "Your delegation does not hold these words in brackets; who does must lift "
                      "them.");
    *brackets &= ~own;
    return true;
}

static bool same_terms(const struct scratch *scratch, const struct draft *left,
                       const struct draft *right, uint32_t key)
{
    int at = draft_clause_index(left, key), other = draft_clause_index(right, key);
    if (at == NONE || other == NONE)
        return false;
    size_t count = scratch->scenario->clause_types[scratch->scenario->keys[key].type].term_count;
    for (size_t term = 0; term < count; term++)
        if (left->clauses[at].terms[term] != right->clauses[other].terms[term])
            return false;
    return true;
}

static bool bracket_clauses(struct scratch *scratch, const struct instrument *text,
                            struct draft *next)
{
    const struct command *command = scratch->command;
    const struct draft *base = draft_of_version(text, command->version);
    struct draft_clause *clauses = arena_grow(scratch->arena, next->clauses, next->clause_count,
                                              next->clause_count, sizeof *clauses);
    next->clauses = clauses;
    for (size_t index = 0; index < command->key_count; index++) {
        struct text path = arena_print(scratch->arena, "clauses.%zu", index);
        int at = draft_clause_index(next, command->keys[index]);
        if (at == NONE && draft_clause_index(base, command->keys[index]) == NONE)
            return refuse(scratch, "clause.unknown", path, "This text has no such clause.");
        if (!same_terms(scratch, base, next, command->keys[index])) {
            refuse(scratch, "version.stale", path,
                   "Version %u changed this clause in the meantime: look at it first.",
                   (unsigned)text->version);
            refuse_more(scratch, TEXT("version"), tree_int(scratch->arena, text->version));
            return false;
        }
        if (!brackets_change(scratch, &clauses[at].brackets, path))
            return false;
    }
    return true;
}

static bool bracket_articles(struct scratch *scratch, struct draft *next)
{
    const struct command *command = scratch->command;
    struct draft_article *articles = arena_grow(scratch->arena, next->articles, next->article_count,
                                                next->article_count, sizeof *articles);
    next->articles = articles;
    for (size_t index = 0; index < command->article_count; index++) {
        struct text path = arena_print(scratch->arena, "articles.%zu", index);
        size_t at = 0;
        while (at < next->article_count &&
               !text_equal(articles[at].id, command->articles[index].id))
            at++;
        if (at == next->article_count)
            return refuse(scratch, "clause.unknown", path, "This text has no such article.");
        if (!brackets_change(scratch, &articles[at].brackets, path))
            return false;
    }
    return true;
}

void decide_bracket(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_amendable(scratch, text) || !check_version(scratch, text))
        return;
    if (command->key_count == 0 && command->article_count == 0) {
        refuse(scratch, "parameter.missing", TEXT("clauses"),
               "Say which clauses or articles you mean.");
        return;
    }
    struct draft *next = ARENA_NEW(scratch->arena, struct draft);
    *next = *text->draft;
    if (!bracket_clauses(scratch, text, next) || !bracket_articles(scratch, next))
        return;
    version_emit(scratch, text, text->version + 1, next);
    struct tree *answer = scratch_answer(scratch);
    tree_set_text(scratch->arena, answer, TEXT("instrument"), text->id);
    tree_set_int(scratch->arena, answer, TEXT("version"), text->version);
}

bool check_no_brackets(struct scratch *scratch, const struct draft *draft)
{
    for (size_t index = 0; index < draft->clause_count; index++)
        if (draft->clauses[index].brackets)
            return refuse(scratch, "clause.bracketed", TEXT("instrument"),
                          "The clause %.*s stands in brackets, held by %.*s: it is not agreed yet.",
                          TEXT_ARGUMENTS(scratch->scenario->keys[draft->clauses[index].key].id),
                          TEXT_ARGUMENTS(parties_words(scratch, draft->clauses[index].brackets)));
    for (size_t index = 0; index < draft->article_count; index++)
        if (draft->articles[index].brackets)
            return refuse(scratch, "clause.bracketed", TEXT("instrument"),
                          "An article stands in brackets, held by %.*s: it is not agreed yet.",
                          TEXT_ARGUMENTS(parties_words(scratch, draft->articles[index].brackets)));
    return true;
}

void decide_open(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_takes_part(scratch, text) || !check_draft(scratch, text))
        return;
    if (text->author != scratch->party) {
        refuse(scratch, "instrument.not_author", TEXT("instrument"),
               "Only the author of a text opens it for signature, or reopens it.");
        return;
    }
    bool on = scratch->command->flag;
    if (text->opened == on || (on && !check_no_brackets(scratch, text->draft)))
        return; /* It stands so already, or was refused. */
    scratch_emit(scratch, (struct event){.type = EVENT_OPENED, .instrument = text->id, .flag = on});
}
