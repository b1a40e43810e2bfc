#include "speech.h"

#include "words.h"

enum { TAKEN_MAX = 3 }; /* of what the others changed, so that it stays one sentence */

static void say(const struct outlook_text *text, party_set to, struct text sentence,
                struct text words, struct command *command)
{
    command->type = COMMAND_MESSAGE;
    command->to = TO_PARTIES;
    command->to_parties = to;
    command->sentence = sentence;
    command->text = words;
    command->quote = text->id;
    command->quote_key = -1;
}

void speech_away(struct mind *mind, const struct outlook_text *text, struct command *command)
{
    say(text, text->versions[0].draft->invited | party_bit(mind->party), TEXT("away"),
        TEXT("Our head of delegation is away for the moment. We have your text, and sign nothing "
             "until they are back."),
        command);
}

/* The people among the invited, and ourselves; 0 where there is nobody, or all was said. */
static party_set hearers(const struct mind *mind, const struct outlook_text *text)
{
    const struct outlook_version *now = &text->versions[0];
    party_set people = now->draft->invited & mind->outlook.people & ~party_bit(mind->party);
    if (!people || text->spoke_at >= now->at || !mind_allowed(mind, ALLOW_TALK))
        return 0;
    return people | party_bit(mind->party);
}

static bool by_person(const struct mind *mind, const struct outlook_version *version)
{
    return version->party >= 0 && version->party != mind->party &&
           (mind->outlook.people & party_bit(version->party));
}

static bool in_draft(const struct mind *mind, const struct draft *draft,
                     const struct draft_clause *clause)
{
    const struct draft_clause *other = clause_in(draft, clause->key);
    return other && mind_same_terms(mind, clause->key, other->terms, clause->terms);
}

/* A sentence being composed of clauses, of which some are asked for. */
struct composing {
    struct clause_wish *clauses;
    uint32_t *wanted;
    size_t count, wanted_count;
};

static struct composing composing_open(struct mind *mind, size_t most)
{
    return (struct composing){ARENA_ARRAY(mind->arena, struct clause_wish, most),
                              ARENA_ARRAY(mind->arena, uint32_t, most), 0, 0};
}

static void compose(struct composing *composing, const struct draft_clause *clause, bool wanted)
{
    composing->clauses[composing->count++] = (struct clause_wish){clause->key, clause->terms};
    if (wanted)
        composing->wanted[composing->wanted_count++] = clause->key;
}

/* What the others changed last and we leave, then what we changed. */
static struct composing take_if(struct mind *mind, const struct outlook_text *text)
{
    const struct draft *now = text->versions[0].draft, *theirs = text->versions[1].draft;
    const struct draft *before = text->version_count > 2 ? text->versions[2].draft : NULL;
    struct composing composing = composing_open(mind, now->clause_count);
    for (size_t index = 0; index < now->clause_count && composing.count < TAKEN_MAX; index++)
        if (in_draft(mind, theirs, &now->clauses[index]) &&
            (!before || !in_draft(mind, before, &now->clauses[index])))
            compose(&composing, &now->clauses[index], false);
    for (size_t index = 0; index < now->clause_count; index++)
        if (!in_draft(mind, theirs, &now->clauses[index]))
            compose(&composing, &now->clauses[index], true);
    return composing;
}

static struct composing without(struct mind *mind, const struct outlook_text *text)
{
    const struct draft *now = text->versions[0].draft, *theirs = text->versions[1].draft;
    struct composing composing = composing_open(mind, theirs->clause_count);
    for (size_t index = 0; index < theirs->clause_count; index++)
        if (!clause_in(now, theirs->clauses[index].key))
            compose(&composing, &theirs->clauses[index], false);
    return composing;
}

static struct text composed_words(struct mind *mind, const struct composing *composing)
{
    size_t taken = composing->count - composing->wanted_count;
    struct text takes = words_of(mind, composing->clauses, taken);
    struct text wants = words_of(mind, composing->clauses + taken, composing->wanted_count);
    if (composing->wanted_count == 0)
        return arena_print(mind->arena, "We can sign it without this: %.*s", TEXT_ARGUMENTS(takes));
    if (taken == 0)
        return arena_print(mind->arena, "We can sign if it says: %.*s", TEXT_ARGUMENTS(wants));
    return arena_print(mind->arena, "We can take this: %.*s But it must also say: %.*s",
                       TEXT_ARGUMENTS(takes), TEXT_ARGUMENTS(wants));
}

bool speech_explain(struct mind *mind, const struct outlook_text *text, struct command *command)
{
    party_set to = hearers(mind, text);
    if (!to || text->versions[0].party != mind->party)
        return false;
    if (text->version_count == 1) {
        say(text, to, TEXT("opening"),
            TEXT("This is what we have in mind. Change what you cannot take; we look at the "
                 "whole."),
            command);
        return true;
    }
    struct composing composing = take_if(mind, text);
    if (composing.wanted_count == 0)
        composing = without(mind, text);
    if (composing.count == 0)
        return false;
    bool takes = composing.count > composing.wanted_count;
    say(text, to,
        composing.wanted_count == 0 ? TEXT("sign_without")
        : takes                     ? TEXT("take_if")
                                    : TEXT("sign_if"),
        words_fit(mind->arena, composed_words(mind, &composing)), command);
    command->clauses = composing.clauses;
    command->clause_count = composing.count;
    command->keys = composing.wanted;
    command->key_count = composing.wanted_count;
    return true;
}

bool speech_signs(struct mind *mind, const struct outlook_text *text, struct command *command)
{
    party_set to = hearers(mind, text);
    if (!to || !by_person(mind, &text->versions[0]))
        return false;
    say(text, to, TEXT("sign"), TEXT("We can sign this as it stands."), command);
    return true;
}

bool speech_declines(struct mind *mind, const struct outlook_text *text, struct command *command)
{
    party_set to = hearers(mind, text);
    if (!to)
        return false;
    say(text, to, TEXT("decline"),
        TEXT("We cannot sign this: it would leave us worse off than no agreement."), command);
    return true;
}
