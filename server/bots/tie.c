/* A convener ties texts together where one is worth signing only if the other comes. What is agreed
 * on one issue is then given for what is agreed on another: linkage, J. K. Sebenius, "Negotiation
 * Arithmetic: Adding and Subtracting Issues and Parties", International Organization 37 (1983). */
#include "tie.h"

#include <string.h>

struct tie {
    const struct outlook_text *other;
    uint32_t condition; /* of the scenario; where `links`: none */
    bool links, found;
    int undone; /* signatures of others */
    int64_t worth;
};

static int signatures_of_others(const struct mind *mind, const struct outlook_text *text)
{
    return __builtin_popcountll(text->signed_by & ~party_bit(mind->party));
}

/* Who waits for what never comes has nothing: nothing but the bot's own signature may be missing.
 */
static bool ripe(struct mind *mind, const struct outlook_text *text)
{
    party_set invited = text->versions[0].draft->invited;
    if (!text->draft || !(invited & party_bit(mind->party)) || (text->declined & invited))
        return false;
    struct offer offer = matter_beside(mind, NULL, text);
    offer_apply(mind, &offer);
    return text_enters(mind, text, text->signed_by | party_bit(mind->party));
}

static void take(struct tie *best, const struct tie *tie)
{
    if (best->found &&
        (tie->undone > best->undone || (tie->undone == best->undone && tie->worth <= best->worth)))
        return;
    *best = *tie;
    best->found = true;
}

static bool attached(const struct draft *draft, uint32_t condition)
{
    for (size_t index = 0; index < draft->takes_effect_count; index++)
        if (draft->takes_effect_if[index] == condition)
            return true;
    return false;
}

/* What the matter adds to what the other brings, to have a condition wait for it. */
static void by_condition(struct mind *mind, const struct matter *matter,
                         const struct outlook_text *other, int64_t asked, struct tie *best)
{
    const struct outlook_text *text = matter->texts[0];
    const struct instrument_type *kind = &mind->scenario->instruments[text->kind];
    struct offer without = matter_beside(mind, NULL, other);
    struct offer with = matter_beside(mind, matter, other);
    int64_t base = offer_standing(mind, &without), both = offer_standing(mind, &with);
    if (text->opened || base == WORTH_NONE || both == WORTH_NONE ||
        mind->today + both - base < asked)
        return;
    struct offer nothing = {.count = 0};
    for (size_t index = 0; index < kind->condition_count; index++) {
        uint32_t condition = kind->conditions[index];
        if (attached(text->versions[0].draft, condition) ||
            offer_meets(mind, &nothing, condition) || !offer_meets(mind, &without, condition))
            continue;
        take(best, &(struct tie){.other = other,
                                 .condition = condition,
                                 .undone = signatures_of_others(mind, text),
                                 .worth = both});
    }
}

static void by_link(struct mind *mind, const struct matter *matter,
                    const struct outlook_text *other, int64_t asked, struct tie *best)
{
    struct matter pair = matter_together(mind, matter->texts[0], other);
    int undone = 0;
    if (pair.count <= matter->count || pair.brackets || !mind_mandated(mind, &pair.offer))
        return;
    for (size_t index = 0; index < pair.count; index++) {
        undone += signatures_of_others(mind, pair.texts[index]);
        if (pair.texts[index]->opened)
            return;
    }
    struct offer alone = matter_beside(mind, NULL, other);
    int64_t worth = matter_prospect(mind, &pair);
    if (worth >= asked && worth > offer_standing(mind, &alone))
        take(best, &(struct tie){.other = other, .links = true, .undone = undone, .worth = worth});
}

static void wish(struct mind *mind, const struct matter *matter, const struct tie *tie,
                 struct command *command)
{
    const struct outlook_text *text = matter->texts[0];
    const struct draft *draft = text->versions[0].draft;
    command->instrument = text->id;
    if (tie->links) {
        struct text *linked = ARENA_ARRAY(mind->arena, struct text, draft->linked_count + 1);
        size_t count = 0;
        /* What it is linked with and the bot has no say in stays by itself. */
        for (size_t index = 0; index < draft->linked_count; index++)
            for (size_t at = 0; at < matter->count; at++)
                if (text_equal(matter->texts[at]->id, draft->linked[index]))
                    linked[count++] = draft->linked[index];
        linked[count++] = tie->other->id;
        command->type = COMMAND_LINK;
        command->linked = linked;
        command->linked_count = count;
        return;
    }
    struct clause_wish *clauses = ARENA_ARRAY(mind->arena, struct clause_wish, draft->clause_count);
    for (size_t index = 0; index < draft->clause_count; index++)
        clauses[index] =
            (struct clause_wish){draft->clauses[index].key, draft->clauses[index].terms};
    uint32_t *conditions = ARENA_ARRAY(mind->arena, uint32_t, draft->takes_effect_count + 1);
    for (size_t index = 0; index < draft->takes_effect_count; index++)
        conditions[index] = draft->takes_effect_if[index];
    conditions[draft->takes_effect_count] = tie->condition;
    command->type = COMMAND_AMEND;
    command->version = text->version;
    command->clauses = clauses;
    command->clause_count = draft->clause_count;
    command->conditions_given = true;
    command->takes_effect_if = conditions;
    command->takes_effect_count = draft->takes_effect_count + 1;
    command->suspended_while = draft->suspended_while;
    command->suspended_count = draft->suspended_count;
}

bool tie_wanted(struct mind *mind, const struct matter *matter, int64_t asked, int64_t now,
                struct command *command)
{
    /* Linking undoes every signature under both: there must be time to sign again. */
    bool links = 3 * mind_time(mind, now) < 2 * PERMILLE;
    struct tie best = {.found = false};
    if (matter->brackets || !mind_mandated(mind, &matter->offer) ||
        !mind_allowed(mind, ALLOW_DRAFT | ALLOW_SIGN))
        return false;
    for (size_t index = 0; index < mind->outlook.text_count; index++) {
        const struct outlook_text *other = &mind->outlook.texts[index];
        bool own = false;
        for (size_t at = 0; at < matter->count; at++)
            own |= matter->texts[at] == other;
        if (own || !ripe(mind, other))
            continue;
        if (matter->count == 1)
            by_condition(mind, matter, other, asked, &best);
        if (links)
            by_link(mind, matter, other, asked, &best);
    }
    if (best.found)
        wish(mind, matter, &best, command);
    return best.found;
}
