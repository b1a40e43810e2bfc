#include "speech.h"

#include "words.h"

static void say(const struct mind *mind, const struct outlook_text *text, party_set to,
                struct text words, struct command *command)
{
    command->type = COMMAND_MESSAGE;
    command->to = TO_PARTIES;
    command->to_parties = to | party_bit(mind->party);
    command->text = words;
    command->quote = text->id;
    command->quote_key = -1;
}

void speech_away(struct mind *mind, const struct outlook_text *text, struct command *command)
{
    say(mind, text, text->versions[0].draft->invited,
        TEXT("Our head of delegation is away for the moment. We have your text, and sign nothing "
             "until they are back."),
        command);
}

static const struct draft_clause *clause_in(const struct draft *draft, uint32_t key)
{
    for (size_t index = 0; index < draft->clause_count; index++)
        if (draft->clauses[index].key == key)
            return &draft->clauses[index];
    return NULL;
}

/* Clauses of `now` that are not in `before` with the same terms. */
static struct clause_wish *changed(struct mind *mind, const struct draft *before,
                                   const struct draft *now, size_t *count)
{
    struct clause_wish *clauses = ARENA_ARRAY(mind->arena, struct clause_wish, now->clause_count);
    *count = 0;
    for (size_t index = 0; index < now->clause_count; index++) {
        const struct draft_clause *clause = &now->clauses[index];
        const struct draft_clause *old = clause_in(before, clause->key);
        if (!old || !mind_same_terms(mind, clause->key, old->terms, clause->terms))
            clauses[(*count)++] = (struct clause_wish){clause->key, clause->terms};
    }
    return clauses;
}

bool speech_explain(struct mind *mind, const struct outlook_text *text, struct command *command)
{
    const struct outlook_version *now = &text->versions[0];
    party_set people = now->draft->invited & mind->outlook.people & ~party_bit(mind->party);
    if (!people || now->party != mind->party || text->spoke_at >= now->at ||
        !mind_allowed(mind, ALLOW_TALK))
        return false;
    struct text words =
        TEXT("This is what we have in mind. Change what you cannot take; we look at the whole.");
    if (text->version_count > 1) {
        size_t count;
        struct clause_wish *clauses = changed(mind, text->versions[1].draft, now->draft, &count);
        words = TEXT("We can sign it without what we have taken out.");
        if (count > 0)
            words = arena_print(mind->arena, "We can sign this: %.*s",
                                TEXT_ARGUMENTS(words_of(mind, clauses, count)));
    }
    say(mind, text, people, words, command);
    return true;
}
