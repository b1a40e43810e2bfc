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

static bool listed(const uint32_t *conditions, size_t count, uint32_t condition)
{
    for (size_t index = 0; index < count; index++)
        if (conditions[index] == condition)
            return true;
    return false;
}

/* The conditions that its newest version waits for and the one before, where there was one, did
 * not. */
static uint32_t *conditions_added(struct mind *mind, const struct outlook_text *text, size_t *count)
{
    const struct draft *now = text->versions[0].draft;
    const struct draft *before = text->version_count > 1 ? text->versions[1].draft : NULL;
    uint32_t *added = ARENA_ARRAY(mind->arena, uint32_t, now->takes_effect_count);
    *count = 0;
    for (size_t index = 0; index < now->takes_effect_count; index++)
        if (!before || !listed(before->takes_effect_if, before->takes_effect_count,
                               now->takes_effect_if[index]))
            added[(*count)++] = now->takes_effect_if[index];
    return added;
}

/* What it made the text wait for: a condition, or another text. */
static bool explain_tie(struct mind *mind, const struct outlook_text *text, party_set to,
                        struct command *command)
{
    size_t count;
    const uint32_t *added = conditions_added(mind, text, &count);
    struct text words = TEXT("");
    for (size_t index = 0; index < count; index++)
        words = arena_print(mind->arena, "%.*s%s%.*s", TEXT_ARGUMENTS(words), index ? "; " : "",
                            TEXT_ARGUMENTS(mind->scenario->conditions[added[index]].title));
    if (count > 0) {
        say(text, to, TEXT("condition"),
            arena_print(mind->arena,
                        "This is worth it to us only on a condition, which now stands in it: "
                        "%.*s.",
                        TEXT_ARGUMENTS(words)),
            command);
        command->takes_effect_if = added;
        command->takes_effect_count = count;
        return true;
    }
    if (text->version_count < 2 ||
        text->versions[0].draft->linked_count <= text->versions[1].draft->linked_count)
        return false;
    say(text, to, TEXT("link"),
        TEXT("This is worth it to us only together with the text that it is now linked with: both "
             "enter into force at the same moment, or neither."),
        command);
    return true;
}

bool speech_explain(struct mind *mind, const struct outlook_text *text, struct command *command)
{
    party_set to = hearers(mind, text);
    if (!to || text->versions[0].party != mind->party)
        return false;
    if (explain_tie(mind, text, to, command))
        return true;
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
