/* Texts as what is agreed together, and what signing them would bring. The same is asked before the
 * bot's own signature and after it, and must be answered the same, or a bot would sign and take its
 * signature back for ever. */
#include "mind.h"
#include "package.h"

#include <string.h>

static const struct outlook_text *text_by_id(const struct mind *mind, struct text id)
{
    for (size_t index = 0; index < mind->outlook.text_count; index++)
        if (text_equal(mind->outlook.texts[index].id, id))
            return &mind->outlook.texts[index];
    return NULL;
}

/* --- what is agreed together --- */

static bool matter_has(const struct matter *matter, const struct outlook_text *text)
{
    for (size_t index = 0; index < matter->count; index++)
        if (matter->texts[index] == text)
            return true;
    return false;
}

/* The text and what it is linked with, directly or not; drafts that the party takes part in. */
static void matter_gather(const struct mind *mind, struct matter *matter,
                          const struct outlook_text *text)
{
    if (!text || matter_has(matter, text) || !text->draft || !text->taking_part ||
        matter->count == MATTER_TEXTS_MAX)
        return;
    matter->texts[matter->count++] = text;
    const struct draft *draft = text->versions[0].draft;
    for (size_t index = 0; index < draft->linked_count; index++)
        matter_gather(mind, matter, text_by_id(mind, draft->linked[index]));
}

static void matter_take(struct matter *matter, size_t place)
{
    const struct draft *draft = matter->texts[place]->versions[0].draft;
    matter->invited |= draft->invited;
    for (size_t index = 0; index < draft->article_count; index++)
        matter->brackets |= draft->articles[index].brackets != 0;
    for (size_t index = 0; index < draft->clause_count; index++) {
        const struct draft_clause *clause = &draft->clauses[index];
        matter->brackets |= clause->brackets != 0;
        if (matter->offer.count == OFFER_CLAUSES_MAX ||
            offer_find(&matter->offer, clause->key) >= 0)
            continue;
        matter->offer.text[matter->offer.count] = (uint8_t)place;
        matter->offer.clauses[matter->offer.count++] =
            (struct clause_wish){clause->key, clause->terms};
    }
}

struct matter matter_together(const struct mind *mind, const struct outlook_text *text,
                              const struct outlook_text *other)
{
    struct matter matter = {.count = 0};
    matter_gather(mind, &matter, text);
    matter_gather(mind, &matter, other);
    /* In the same order from whichever of them it is looked at: that of the outlook's texts. */
    for (size_t index = 1; index < matter.count; index++)
        for (size_t at = index; at > 0 && matter.texts[at - 1] > matter.texts[at]; at--) {
            const struct outlook_text *later = matter.texts[at - 1];
            matter.texts[at - 1] = matter.texts[at];
            matter.texts[at] = later;
        }
    for (size_t place = 0; place < matter.count; place++)
        matter_take(&matter, place);
    return matter;
}

struct matter matter_open(const struct mind *mind, const struct outlook_text *text)
{
    return matter_together(mind, text, NULL);
}

/* --- what it settles --- */

static bool reserved(const struct matter *matter, const struct outlook_text *text, uint32_t key)
{
    for (size_t index = 0; index < text->signature_count; index++)
        if (outlook_reserves(&text->signatures[index], key))
            return true;
    for (size_t index = 0; index < matter->reserving_count; index++)
        if (matter->reserving[index] == key)
            return true;
    return false;
}

static bool settles(struct mind *mind, const struct matter *matter, size_t index, party_set parties)
{
    const struct clause_wish *clause = &matter->offer.clauses[index];
    const struct outlook_text *text = matter->texts[matter->offer.text[index]];
    return !(mind_binds(mind, clause) & ~parties) && !reserved(matter, text, clause->key) &&
           !outlook_holds_back(&mind->outlook, clause->key, parties);
}

struct offer matter_settles(struct mind *mind, const struct matter *matter, party_set parties)
{
    struct offer settled = {.count = 0};
    for (size_t index = 0; index < matter->offer.count; index++)
        if (settles(mind, matter, index, parties)) {
            settled.text[settled.count] = matter->offer.text[index];
            settled.clauses[settled.count++] = matter->offer.clauses[index];
        }
    return settled;
}

/* --- beside what else may come --- */

/* What comes of several texts, in the order of drafting. */
struct joining {
    struct offer offer;
    party_set holders[OFFER_CLAUSES_MAX]; /* who signs the text that settles the clause */
};

/* What is settled is replaced only where all who settled it sign the later text as well. */
static void join(struct joining *joining, const struct clause_wish *clause, party_set signers)
{
    int held = offer_find(&joining->offer, clause->key);
    if (held < 0 && joining->offer.count == OFFER_CLAUSES_MAX)
        return;
    if (held >= 0 && (joining->holders[held] & ~signers))
        return;
    size_t place = held < 0 ? joining->offer.count++ : (size_t)held;
    joining->offer.clauses[place] = *clause;
    joining->holders[place] = signers;
}

static void join_text(struct mind *mind, struct joining *joining, const struct matter *matter,
                      const struct outlook_text *text)
{
    struct offer settled = matter_settles(mind, matter, matter->invited);
    for (size_t index = 0; index < settled.count; index++)
        if (matter->texts[settled.text[index]] == text)
            join(joining, &settled.clauses[index], text->versions[0].draft->invited);
}

/* Texts that may enter into force beside a matter. */
struct beside {
    const struct outlook_text *texts[MATTER_TEXTS_MAX];
    size_t count;
};

static bool beside_has(const struct beside *beside, const struct outlook_text *text)
{
    for (size_t index = 0; index < beside->count; index++)
        if (beside->texts[index] == text)
            return true;
    return false;
}

/* The matter may be NULL: what the others bring without it. */
static struct offer joined(struct mind *mind, const struct matter *matter,
                           const struct beside *beside)
{
    struct joining joining = {.offer = {.count = 0}};
    for (size_t index = 0; index < mind->outlook.text_count; index++) {
        const struct outlook_text *text = &mind->outlook.texts[index];
        if (matter && matter_has(matter, text))
            join_text(mind, &joining, matter, text);
        if (!beside_has(beside, text))
            continue;
        struct matter other = matter_open(mind, text);
        join_text(mind, &joining, &other, text);
    }
    return joining.offer;
}

int64_t offer_standing(struct mind *mind, struct offer *offer)
{
    for (;;) {
        int64_t worth = mind_worth(mind, offer);
        if (worth != WORTH_NONE)
            return worth;
        offer_apply(mind, offer);
        size_t kept = 0;
        for (size_t index = 0; index < offer->count; index++)
            if (!package_requirement(mind->scenario, &mind->trial, offer->clauses[index].key))
                offer->clauses[kept++] = offer->clauses[index];
        if (kept == offer->count)
            return WORTH_NONE;
        offer->count = kept;
    }
}

struct offer matter_beside(struct mind *mind, const struct matter *matter,
                           const struct outlook_text *other)
{
    return joined(mind, matter, &(struct beside){{other}, 1});
}

bool offer_meets(struct mind *mind, const struct offer *offer, uint32_t condition)
{
    offer_apply(mind, offer);
    struct result holds =
        expression_run(mind->scenario->conditions[condition].when, &mind->trial, NULL);
    return !holds.failed && holds.value;
}

static bool conditions_true(const struct mind *mind, const uint32_t *conditions, size_t count,
                            bool all)
{
    for (size_t index = 0; index < count; index++) {
        struct result holds =
            expression_run(mind->scenario->conditions[conditions[index]].when, &mind->trial, NULL);
        if ((!holds.failed && holds.value) != all)
            return !all;
    }
    return all;
}

static bool matter_waits(const struct matter *matter)
{
    for (size_t index = 0; index < matter->count; index++) {
        const struct draft *draft = matter->texts[index]->versions[0].draft;
        if (draft->takes_effect_count > 0 || draft->suspended_count > 0)
            return true;
    }
    return false;
}

/* Whether the matter's conditions let it enter where the offer is settled. */
static bool takes_effect(struct mind *mind, const struct matter *matter, const struct offer *offer)
{
    if (!matter_waits(matter))
        return true;
    offer_apply(mind, offer);
    for (size_t index = 0; index < matter->count; index++) {
        const struct draft *draft = matter->texts[index]->versions[0].draft;
        if (!conditions_true(mind, draft->takes_effect_if, draft->takes_effect_count, true) ||
            conditions_true(mind, draft->suspended_while, draft->suspended_count, false))
            return false;
    }
    return true;
}

bool text_enters(struct mind *mind, const struct outlook_text *text, party_set parties)
{
    const struct instrument_type *type = &mind->scenario->instruments[text->kind];
    party_set invited = text->versions[0].draft->invited;
    if (!type->in_force_when)
        return parties == invited;
    mind->trial.slots[mind->scenario->slot_signatories] = (int64_t)parties;
    mind->trial.slots[mind->scenario->slot_invited] = (int64_t)invited;
    struct result ready = expression_run(type->in_force_when, &mind->trial, NULL);
    return !ready.failed && ready.value;
}

bool matter_awaits(struct mind *mind, const struct matter *matter, struct offer *offer)
{
    struct offer nothing = {.count = 0};
    if (takes_effect(mind, matter, &nothing))
        return false;
    for (size_t index = 0; index < mind->outlook.text_count; index++) {
        const struct outlook_text *text = &mind->outlook.texts[index];
        if (!text->draft || !text->taking_part || matter_has(matter, text))
            continue;
        *offer = matter_beside(mind, NULL, text);
        if (takes_effect(mind, matter, offer))
            return true;
    }
    return false;
}

/* --- what signing would bring --- */

/* The least that was found so far; WORTH_NONE while nothing was. */
struct least {
    int64_t worth;
    bool found;
};

static void least_take(struct least *least, int64_t worth)
{
    if (!least->found || worth < least->worth)
        least->worth = worth;
    least->found = true;
}

/* Where the matter would enter beside these texts: what is then settled, or, where it waits for
 * them, what it adds to what they bring. */
static void prospect_beside(struct mind *mind, const struct matter *matter,
                            const struct beside *beside, bool waits, struct least *least)
{
    struct offer without = joined(mind, NULL, beside), with = joined(mind, matter, beside);
    if (!takes_effect(mind, matter, &without))
        return;
    int64_t worth = offer_standing(mind, &with);
    if (waits && worth != WORTH_NONE)
        worth += mind->today - offer_standing(mind, &without);
    least_take(least, worth);
}

/* Where it would enter with the signatures that are there and the bot's own. */
static void prospect_now(struct mind *mind, const struct matter *matter, struct least *least)
{
    struct offer full = matter_settles(mind, matter, matter->invited);
    party_set signers = party_bit(mind->party);
    bool enters = true;
    offer_apply(mind, &full);
    for (size_t index = 0; index < matter->count; index++)
        signers |= matter->texts[index]->signed_by;
    for (size_t index = 0; enters && index < matter->count; index++)
        enters = text_enters(mind, matter->texts[index],
                             signers & matter->texts[index]->versions[0].draft->invited);
    struct offer part = matter_settles(mind, matter, signers);
    if (enters && part.count < full.count)
        least_take(least, offer_standing(mind, &part));
}

int64_t matter_prospect(struct mind *mind, const struct matter *matter)
{
    struct beside signed_too = {.count = 0}, alone = {.count = 0};
    struct least least = {WORTH_NONE, false};
    for (size_t index = 0; index < mind->outlook.text_count; index++) {
        const struct outlook_text *text = &mind->outlook.texts[index];
        if (text->draft && (text->signed_by & party_bit(mind->party)) &&
            !matter_has(matter, text) && signed_too.count < MATTER_TEXTS_MAX)
            signed_too.texts[signed_too.count++] = text;
    }
    prospect_beside(mind, matter, &alone, false, &least);
    bool waits = !least.found;
    if (signed_too.count > 0)
        prospect_beside(mind, matter, &signed_too, waits, &least);
    if (!waits)
        prospect_now(mind, matter, &least);
    /* What it waits for may be any other text on the table. */
    for (size_t index = 0; !least.found && index < mind->outlook.text_count; index++) {
        const struct outlook_text *text = &mind->outlook.texts[index];
        if (text->draft && text->taking_part && !matter_has(matter, text))
            prospect_beside(mind, matter, &(struct beside){{text}, 1}, true, &least);
    }
    if (least.found)
        return least.worth;
    struct offer full = matter_settles(mind, matter, matter->invited);
    return offer_standing(mind, &full);
}
