/* What every bot does in the same way, whatever its temperament: it answers what is on the table,
 * says why, opens where nothing is, decides, and follows the people. */
#include "bargain.h"
#include "choice.h"
#include "opening.h"
#include "speech.h"
#include "tie.h"

#include <string.h>

enum {
    OFFERS_MAX = 6,  /* in one round */
    SHARE_MIN = 250, /* of its gain (permille), where many must agree: nobody gets all of it */
};

/* --- what it asks for --- */

static size_t versions_by(const struct matter *matter, int party)
{
    size_t count = 0;
    for (size_t text = 0; text < matter->count; text++)
        for (size_t at = 0; at < matter->texts[text]->version_count; at++)
            count += matter->texts[text]->versions[at].party == party;
    return count;
}

static size_t versions_of_others(const struct mind *mind, const struct matter *matter)
{
    size_t count = 0;
    for (size_t text = 0; text < matter->count; text++)
        for (size_t at = 0; at < matter->texts[text]->version_count; at++)
            count += matter->texts[text]->versions[at].party != mind->party;
    return count;
}

/* How much each version of the others left missing; of a matter of one text. */
static const int64_t *missing_read(struct mind *mind, const struct matter *matter, int64_t best,
                                   size_t *count)
{
    const struct outlook_text *text = matter->texts[0];
    int64_t *missing = ARENA_ARRAY(mind->arena, int64_t, text->version_count);
    *count = 0;
    for (size_t at = text->version_count; at-- > 0;) {
        const struct draft *draft = text->versions[at].draft;
        struct offer offer = {.count = 0};
        if (text->versions[at].party == mind->party || draft->clause_count > OFFER_CLAUSES_MAX)
            continue;
        for (size_t index = 0; index < draft->clause_count; index++)
            offer.clauses[offer.count++] =
                (struct clause_wish){draft->clauses[index].key, draft->clauses[index].terms};
        int64_t worth = mind_worth(mind, &offer);
        if (worth == WORTH_NONE)
            continue;
        int64_t span = best > mind->floor ? best - mind->floor : 1;
        missing[(*count)++] = worth < best ? PERMILLE * (best - worth) / span : 0;
    }
    return missing;
}

static int64_t asks_of(struct mind *mind, const struct matter *matter, int64_t best, int64_t now)
{
    struct bargaining bargaining = {.time = mind_time(mind, now)};
    int others = matter ? __builtin_popcountll(matter->invited) - 1 : 1;
    if (matter) {
        bargaining.made = versions_by(matter, mind->party);
        bargaining.received = versions_of_others(mind, matter) / (size_t)(others > 0 ? others : 1);
        if (mind->temperament == TEMPERAMENT_TIT_FOR_TAT)
            bargaining.missing = missing_read(mind, matter, best, &bargaining.missing_count);
    }
    int64_t asks = temperament_asks(mind->temperament, &bargaining);
    int64_t share = 2 * PERMILLE / (others + 1);
    if (share < SHARE_MIN)
        share = SHARE_MIN;
    return matter && share < PERMILLE ? asks * share / PERMILLE : asks;
}

/* --- what it does with a matter --- */

static bool sign(struct mind *mind, const struct matter *matter, const uint32_t *reserved,
                 size_t count, struct command *command)
{
    if (!mind_allowed(mind, ALLOW_SIGN))
        return false;
    for (size_t index = 0; index < matter->count; index++) {
        const struct outlook_text *text = matter->texts[index];
        bool invited = text->versions[0].draft->invited & party_bit(mind->party);
        if (!invited || (text->signed_by & party_bit(mind->party)))
            continue;
        if (count == 0 && speech_signs(mind, text, command))
            return true;
        command->type = COMMAND_SIGN;
        command->instrument = text->id;
        command->version = text->version;
        command->keys = reserved;
        command->key_count = count;
        return true;
    }
    return false;
}

static bool signed_by_me(const struct mind *mind, const struct matter *matter)
{
    for (size_t index = 0; index < matter->count; index++) {
        const struct outlook_text *text = matter->texts[index];
        if ((text->versions[0].draft->invited & party_bit(mind->party)) &&
            !(text->signed_by & party_bit(mind->party)))
            return false;
    }
    return true;
}

static bool unsign(const struct mind *mind, const struct matter *matter, struct command *command)
{
    for (size_t index = 0; index < matter->count; index++) {
        if (!(matter->texts[index]->signed_by & party_bit(mind->party)))
            continue;
        command->type = COMMAND_UNSIGN;
        command->instrument = matter->texts[index]->id;
        return true;
    }
    return false;
}

/* The text of the matter that the new offer changes first, as an amendment. */
static bool amend(struct mind *mind, const struct matter *before, const struct matter *after,
                  struct command *command)
{
    for (size_t text = 0; text < before->count; text++) {
        const struct draft *draft = before->texts[text]->versions[0].draft;
        struct clause_wish *clauses =
            ARENA_ARRAY(mind->arena, struct clause_wish, after->offer.count);
        size_t count = 0;
        bool changed = false;
        for (size_t index = 0; index < after->offer.count; index++) {
            const struct clause_wish *clause = &after->offer.clauses[index];
            if (after->offer.text[index] != text)
                continue;
            int old = offer_find(&before->offer, clause->key);
            changed |= old < 0 || !mind_same_terms(mind, clause->key, clause->terms,
                                                   before->offer.clauses[old].terms);
            clauses[count++] = *clause;
        }
        if (!changed && count == draft->clause_count)
            continue;
        command->type = COMMAND_AMEND;
        command->instrument = before->texts[text]->id;
        command->version = before->texts[text]->version;
        command->clauses = clauses;
        command->clause_count = count;
        return true;
    }
    return false;
}

static bool decline(struct mind *mind, const struct matter *matter, struct command *command)
{
    for (size_t index = 0; index < matter->count; index++) {
        const struct outlook_text *text = matter->texts[index];
        if (!(text->versions[0].draft->invited & party_bit(mind->party)) ||
            (text->declined & party_bit(mind->party)))
            continue;
        if (speech_declines(mind, text, command))
            return true;
        command->type = COMMAND_DECLINE;
        command->instrument = text->id;
        return true;
    }
    return false;
}

/* The bound clauses that may be left out and are better left out; what is then settled. */
static struct offer exceptions(struct mind *mind, const struct matter *matter, uint32_t *reserved,
                               size_t *count)
{
    const struct instrument_type *kind = &mind->scenario->instruments[matter->texts[0]->kind];
    struct offer offer = matter_settles(mind, matter, matter->invited);
    int64_t worth = mind_worth(mind, &offer);
    for (size_t index = 0; index < offer.count;) {
        const struct clause_wish clause = offer.clauses[index];
        struct offer without = offer;
        without.count--;
        memmove(&without.clauses[index], &without.clauses[index + 1],
                (without.count - index) * sizeof without.clauses[0]);
        int64_t left = kind->severable[mind->scenario->keys[clause.key].type] &&
                               (mind_binds(mind, &clause) & party_bit(mind->party))
                           ? mind_worth(mind, &without)
                           : WORTH_NONE;
        if (left <= worth) {
            index++;
            continue;
        }
        reserved[(*count)++] = clause.key;
        offer = without;
        worth = left;
    }
    return offer;
}

/* Signing all but what binds us and may be left out, where that makes it good enough: by the same
 * measure by which the signature is kept or taken back. */
static bool sign_except(struct mind *mind, const struct matter *matter, int64_t asked,
                        struct command *command)
{
    if (matter->count != 1)
        return false;
    uint32_t *reserved = ARENA_ARRAY(mind->arena, uint32_t, matter->offer.count);
    struct matter excepted = *matter;
    excepted.reserving = reserved;
    struct offer offer = exceptions(mind, matter, reserved, &excepted.reserving_count);
    return excepted.reserving_count > 0 && matter_prospect(mind, &excepted) >= asked &&
           mind_mandated(mind, &offer) &&
           sign(mind, matter, reserved, excepted.reserving_count, command);
}

static bool any_amendable(const struct matter *matter)
{
    for (size_t index = 0; index < matter->count; index++)
        if (!matter->texts[index]->opened)
            return true;
    return false;
}

static bool by_person(const struct mind *mind, const struct matter *matter)
{
    int party = matter->texts[0]->versions[0].party;
    return party >= 0 && (mind->outlook.people & party_bit(party));
}

/* The mind for bargaining over the matter: where that waits for another text, in the world in which
 * that has come. */
static struct mind weighing(struct mind *mind, const struct matter *matter)
{
    struct mind weighing = *mind;
    struct offer awaited = {.count = 0};
    const struct draft *draft = matter->texts[0]->versions[0].draft;
    if (draft->takes_effect_count == 0)
        return weighing;
    (void)matter_awaits(mind, matter, &awaited);
    mind_suppose(&weighing, &awaited, draft->takes_effect_if, draft->takes_effect_count);
    return weighing;
}

/* A matter that somebody else wrote last: sign it, change it, or decline it. */
static bool answer(struct mind *mind, struct matter *matter, int64_t now, struct command *command)
{
    struct mind then = weighing(mind, matter);
    int64_t prospect = matter_prospect(mind, matter) + then.today - mind->today;
    int64_t best = bargain_best(&then, matter);
    int64_t gain = best > then.floor ? best - then.floor : 0;
    int64_t asks = asks_of(&then, matter, best, now);
    int64_t asked = then.floor + gain * asks / PERMILLE;
    bool good = prospect >= then.floor && mind_mandated(mind, &matter->offer);
    if (good && prospect >= asked)
        return sign(mind, matter, NULL, 0, command);
    if (mind->outlook.offers >= OFFERS_MAX || !any_amendable(matter) ||
        !mind_allowed(mind, ALLOW_DRAFT))
        return sign_except(mind, matter, mind->floor, command) ||
               (!good && (!any_amendable(matter) || by_person(mind, matter)) &&
                decline(mind, matter, command));
    if (mind->temperament == TEMPERAMENT_CONVENER && prospect < then.floor &&
        tie_wanted(mind, matter, asked + mind->today - then.today, now, command))
        return true;
    struct matter better = *matter;
    int64_t worth = bargain_towards(&then, &better, asked);
    if (good && worth <= prospect)
        return sign(mind, matter, NULL, 0, command);
    if (worth < then.floor || !mind_mandated(mind, &better.offer))
        return sign_except(mind, matter, mind->floor, command) || decline(mind, matter, command);
    return amend(mind, matter, &better, command);
}

static bool last_by_me(const struct mind *mind, const struct matter *matter)
{
    for (size_t index = 0; index < matter->count; index++)
        if (matter->texts[index]->versions[0].party != mind->party)
            return false;
    return true;
}

static bool take_up(struct mind *mind, const struct outlook_text *text, int64_t now,
                    struct command *command)
{
    struct matter matter = matter_open(mind, text);
    if (matter.count == 0 || matter.texts[0] != text || matter.brackets ||
        !(matter.invited & party_bit(mind->party)))
        return false;
    if (signed_by_me(mind, &matter)) {
        return matter_prospect(mind, &matter) < mind->floor && unsign(mind, &matter, command);
    }
    if (matter.texts[0]->declined & party_bit(mind->party))
        return false;
    if (last_by_me(mind, &matter)) {
        return matter_prospect(mind, &matter) >= mind->floor &&
               sign(mind, &matter, NULL, 0, command);
    }
    return answer(mind, &matter, now, command);
}

/* Bots follow the people: ready when every delegation that a person leads is. */
static bool follow(const struct mind *mind, struct command *command)
{
    const struct outlook *outlook = &mind->outlook;
    if ((outlook->ready & party_bit(mind->party)) || !outlook->people ||
        (outlook->people & ~outlook->ready))
        return false;
    command->type = COMMAND_READY;
    command->flag = true;
    return true;
}

bool bot_wants_as(enum temperament temperament, const struct game *game, int party,
                  struct text seat, int64_t now, struct arena *arena, struct command *command)
{
    (void)seat;
    struct mind mind;
    mind_open(&mind, game, party, temperament, arena);
    const struct outlook *outlook = &mind.outlook;
    if (!outlook->running)
        return false;
    if (choice_wanted(&mind, command))
        return true;
    for (size_t index = 0; index < outlook->text_count; index++)
        if (outlook->texts[index].draft &&
            (speech_explain(&mind, &outlook->texts[index], command) ||
             take_up(&mind, &outlook->texts[index], now, command)))
            return true;
    if (outlook->offers < OFFERS_MAX &&
        (opening_wanted(&mind, asks_of(&mind, NULL, 0, now), command) ||
         (temperament == TEMPERAMENT_CONVENER && outlook->offers < OFFERS_MAX / 2 &&
          opening_further(&mind, asks_of(&mind, NULL, 0, now), command))))
        return true;
    return follow(&mind, command);
}

bool bot_wants(void *context, const struct game *game, int party, struct text seat, int64_t now,
               struct arena *arena, struct command *command)
{
    (void)context;
    return bot_wants_as(temperament_of(game, party), game, party, seat, now, arena, command);
}
