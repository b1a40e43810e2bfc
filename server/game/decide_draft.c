/* A new text. */
#include "decide.h"
#include "name.h"

/* Its own name (name.h), of which all who see the draft can tell what it is made of. */
static struct text id_of(struct scratch *scratch, uint32_t kind, const struct draft *draft)
{
    struct naming naming = naming_of_draft(&scratch->position, scratch->party, kind,
                                           draft->invited | draft->witnesses);
    struct seed seed = scratch->game->options.seed;
    struct text id;
    do
        id = naming_name(scratch->scenario, seed, scratch->party, kind, naming, scratch->arena);
    while (instrument_find(&scratch->position, id) && ++naming.earlier);
    return id;
}

/* The author is among the invited, or, where it mediates or says so, a witness. */
static void parties_wished(struct scratch *scratch, struct draft *draft)
{
    const struct command *command = scratch->command;
    party_set own = party_bit(scratch->party);
    draft->witnesses = command->witnesses & ~command->invite;
    draft->invited = command->invite;
    if ((draft->invited | draft->witnesses) & own)
        return;
    if (scratch->scenario->parties[scratch->party].mediator)
        draft->witnesses |= own;
    else
        draft->invited |= own;
}

void decide_draft(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    struct draft empty = {.takes_effect_if = command->takes_effect_if,
                          .takes_effect_count = command->takes_effect_count,
                          .suspended_while = command->suspended_while,
                          .suspended_count = command->suspended_count};
    if (command->clause_count > CLAUSES_MAX) {
        refuse(scratch, "limit.clauses", TEXT("clauses"),
               "A text has at most %d clauses; this one would have %zu.", CLAUSES_MAX,
               command->clause_count);
        return;
    }
    struct draft *draft = draft_open(scratch, &empty);
    parties_wished(scratch, draft);
    struct draft_clause *clauses =
        ARENA_ARRAY(scratch->arena, struct draft_clause, command->clause_count);
    for (size_t index = 0; index < command->clause_count; index++)
        clauses[index] = (struct draft_clause){.key = command->clauses[index].key,
                                               .terms = command->clauses[index].terms};
    draft->clauses = clauses;
    draft->clause_count = command->clause_count;
    struct draft_article *articles =
        ARENA_ARRAY(scratch->arena, struct draft_article, command->article_count);
    for (size_t index = 0; index < command->article_count; index++)
        articles[index] = (struct draft_article){
            .id = article_id(scratch, TEXT(""), command->articles[index].text, (uint32_t)index),
            .text = command->articles[index].text};
    draft->articles = articles;
    draft->article_count = command->article_count;
    if (!check_content(scratch, command->kind, draft, 0))
        return;
    struct text id = id_of(scratch, command->kind, draft);
    scratch_emit(scratch, (struct event){.type = EVENT_DRAFTED,
                                         .instrument = id,
                                         .party = scratch->party,
                                         .kind = command->kind});
    version_emit(scratch, instrument_find(&scratch->position, id), 1, draft);
    struct tree *answer = scratch_answer(scratch);
    tree_set_text(scratch->arena, answer, TEXT("instrument"), id);
    tree_set_int(scratch->arena, answer, TEXT("version"), 1);
    answer_missing(scratch, id);
}
