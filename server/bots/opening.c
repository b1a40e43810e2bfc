/* A first text is made of what the scenario's authors put on the shelf, its templates: one of them,
 * or, as a convener does it, of everything that one kind of text can carry of them, so that what is
 * worth little alone is agreed together. It is then bettered until it brings what the bot asks
 * for, and goes to those whom it binds. */
#include "opening.h"

#include "bargain.h"

#include <string.h>

struct start {
    struct mind *mind;
    uint32_t kind;
    party_set open_to; /* who may be invited, less those who would not sign */
    struct offer offer;
};

/* Who declined a text of our own would decline the next. */
static party_set unwilling(const struct mind *mind)
{
    party_set set = 0;
    for (size_t index = 0; index < mind->outlook.text_count; index++)
        if (mind->outlook.texts[index].author == mind->party)
            set |= mind->outlook.texts[index].declined;
    return set & ~party_bit(mind->party);
}

static party_set open_to(struct mind *mind, uint32_t kind)
{
    int64_t parties[PARTIES_MAX];
    size_t count = 0;
    party_set set = 0;
    if (!expression_run_list(mind->scenario->instruments[kind].open_to, &mind->outlook.world, NULL,
                             parties, PARTIES_MAX, &count))
        return 0;
    for (size_t index = 0; index < count && index < PARTIES_MAX; index++)
        set |= party_bit((int)parties[index]);
    return set;
}

static bool kind_carries(const struct instrument_type *kind, uint32_t type)
{
    for (size_t index = 0; index < kind->clause_type_count; index++)
        if (kind->clause_types[index] == type)
            return true;
    return false;
}

/* A condition that the kind may carry and that holds in what is supposed, not as things stand: what
 * waits for it waits for that; -1. */
static int waits_by(struct mind *mind, uint32_t kind, const struct offer *supposed)
{
    const struct instrument_type *type = &mind->scenario->instruments[kind];
    struct offer nothing = {.count = 0};
    for (size_t index = 0; index < type->condition_count; index++)
        if (!offer_meets(mind, &nothing, type->conditions[index]) &&
            offer_meets(mind, supposed, type->conditions[index]))
            return (int)type->conditions[index];
    return -1;
}

static void start_add(struct start *start, const struct template *model)
{
    struct mind *mind = start->mind;
    const struct scenario *scenario = mind->scenario;
    for (size_t index = 0; index < model->clause_count; index++) {
        struct clause_wish clause = {model->clauses[index].key, model->clauses[index].terms};
        const int64_t *slots = mind->outlook.world.slots + scenario->keys[clause.key].slot;
        if (!mind->outlook.edition->open[clause.key] || start->offer.count == OFFER_CLAUSES_MAX ||
            offer_find(&start->offer, clause.key) >= 0 || slots[0] ||
            !kind_carries(&scenario->instruments[start->kind], scenario->keys[clause.key].type) ||
            (mind_binds(mind, &clause) & ~start->open_to))
            continue;
        start->offer.text[start->offer.count] = 0;
        start->offer.clauses[start->offer.count++] = clause;
    }
}

/* What is on the table in the other texts is not asked for again. */
static bool live(const struct mind *mind, const struct outlook_text *text)
{
    party_set invited = text->versions[0].draft->invited;
    return text->draft && (invited & party_bit(mind->party)) && !(text->declined & invited);
}

/* A matter of one text that is not yet there. */
static struct matter start_matter(const struct start *start, struct outlook_text *text,
                                  struct outlook_version *version, struct draft *draft)
{
    *draft = (struct draft){.invited = start->open_to};
    *version = (struct outlook_version){start->mind->party, 0, draft};
    *text = (struct outlook_text){.kind = start->kind,
                                  .author = start->mind->party,
                                  .draft = true,
                                  .taking_part = true,
                                  .versions = version,
                                  .version_count = 1};
    struct matter matter = {.texts = {text}, .count = 1, .invited = start->open_to};
    matter.offer = start->offer;
    return matter;
}

static bool draft_it(struct start *start, int64_t asks, struct command *command)
{
    struct mind *mind = start->mind;
    struct outlook_text text;
    struct outlook_version version;
    struct draft draft;
    struct matter matter = start_matter(start, &text, &version, &draft);
    int64_t best = bargain_best(mind, &matter);
    int64_t gain = best > mind->floor ? best - mind->floor : 0;
    if (bargain_towards(mind, &matter, mind->floor + gain * asks / PERMILLE) < mind->floor ||
        !mind_mandated(mind, &matter.offer))
        return false;
    const struct instrument_type *kind = &mind->scenario->instruments[start->kind];
    party_set invite = party_bit(mind->party);
    for (size_t index = 0; index < matter.offer.count; index++)
        invite |= mind_binds(mind, &matter.offer.clauses[index]);
    for (int party = 0; party < PARTIES_MAX; party++)
        if ((start->open_to & party_bit(party)) &&
            (uint32_t)__builtin_popcountll(invite) < kind->min_parties)
            invite |= party_bit(party);
    if ((uint32_t)__builtin_popcountll(invite) < kind->min_parties || (invite & (invite - 1)) == 0)
        return false;
    struct clause_wish *clauses = ARENA_ARRAY(mind->arena, struct clause_wish, matter.offer.count);
    memcpy(clauses, matter.offer.clauses, matter.offer.count * sizeof *clauses);
    command->type = COMMAND_DRAFT;
    command->kind = start->kind;
    command->invite = invite;
    command->clauses = clauses;
    command->clause_count = matter.offer.count;
    return true;
}

/* Where there is nothing on the shelf: an empty text of the kind with which most can be reached. */
static bool empty_start(struct mind *mind, struct start *best)
{
    int64_t most = mind->today;
    /* What was agreed once is not opened again. */
    for (size_t index = 0; index < mind->outlook.text_count; index++)
        if (mind->outlook.texts[index].in_force && mind->outlook.texts[index].taking_part)
            return false;
    for (uint32_t kind = 0; kind < mind->scenario->instrument_count; kind++) {
        struct start start = {.mind = mind, .kind = kind};
        struct outlook_text text;
        struct outlook_version version;
        struct draft draft;
        start.open_to = open_to(mind, kind) & ~unwilling(mind);
        if (!(start.open_to & party_bit(mind->party)))
            continue;
        struct matter matter = start_matter(&start, &text, &version, &draft);
        int64_t reached = bargain_best(mind, &matter);
        if (reached <= most)
            continue;
        most = reached;
        *best = start;
    }
    return most > mind->today;
}

/* The start that brings most as it stands; a convener's is whatever a kind can carry. */
static bool best_start(struct mind *mind, struct start *best)
{
    const struct scenario *scenario = mind->scenario;
    bool convenes = mind->temperament == TEMPERAMENT_CONVENER;
    int64_t most = INT64_MIN;
    for (uint32_t kind = 0; kind < scenario->instrument_count; kind++) {
        struct start start = {.mind = mind, .kind = kind};
        start.open_to = open_to(mind, kind) & ~unwilling(mind);
        if (!(start.open_to & party_bit(mind->party)))
            continue;
        for (uint32_t other = 0; convenes && other < scenario->instrument_count; other++)
            if (scenario->instruments[other].template_count > 0)
                start_add(&start, &scenario->instruments[other].templates[0]);
        for (size_t index = 0; index < scenario->instruments[kind].template_count; index++) {
            if (!convenes)
                start.offer.count = 0;
            start_add(&start, &scenario->instruments[kind].templates[index]);
            int64_t worth = start.offer.count > 0 ? mind_worth(mind, &start.offer) : INT64_MIN;
            /* A convener looks for what holds most, the others for what brings most. */
            int64_t rank = convenes && start.offer.count > 0 ? (int64_t)start.offer.count : worth;
            if (rank <= most)
                continue;
            most = rank;
            *best = start;
        }
    }
    return most > INT64_MIN || empty_start(mind, best);
}

bool opening_new(struct mind *mind, int64_t asks, struct command *command)
{
    struct start best = {.mind = mind};
    return best_start(mind, &best) && draft_it(&best, asks, command);
}

bool opening_wanted(struct mind *mind, int64_t asks, struct command *command)
{
    bool convenes = mind->temperament == TEMPERAMENT_CONVENER;
    struct start best = {.mind = mind};
    for (size_t index = 0; index < mind->outlook.text_count; index++) {
        const struct outlook_text *text = &mind->outlook.texts[index];
        if (live(mind, text) && (!convenes || text->author == mind->party))
            return false;
    }
    if (!mind_allowed(mind, ALLOW_DRAFT | ALLOW_SIGN) || !best_start(mind, &best))
        return false;
    for (size_t index = 0; index < mind->outlook.text_count; index++)
        if (live(mind, &mind->outlook.texts[index]) && mind->outlook.texts[index].kind == best.kind)
            return false; /* that is the one to work on */
    return draft_it(&best, asks, command);
}

/* Something of the bot's own that waits for another text is on the table already. */
static bool one_waits(const struct mind *mind)
{
    for (size_t index = 0; index < mind->outlook.text_count; index++) {
        const struct outlook_text *text = &mind->outlook.texts[index];
        if (text->author == mind->party && text->draft &&
            text->versions[0].draft->takes_effect_count > 0)
            return true;
    }
    return false;
}

static bool kind_on_table(const struct mind *mind, uint32_t kind)
{
    for (size_t index = 0; index < mind->outlook.text_count; index++)
        if (live(mind, &mind->outlook.texts[index]) && mind->outlook.texts[index].kind == kind)
            return true;
    return false;
}

/* It has signed it, and so have half of the others. */
static bool likely(const struct mind *mind, const struct outlook_text *text)
{
    party_set others = text->versions[0].draft->invited & ~party_bit(mind->party);
    return (text->signed_by & party_bit(mind->party)) &&
           2 * __builtin_popcountll(text->signed_by & others) >= __builtin_popcountll(others);
}

/* The best of what the shelf has for what the mind supposes, by a kind that can wait for it. */
static bool waiting_start(struct mind *mind, struct mind *supposing, const struct offer *supposed,
                          struct start *best, uint32_t *condition)
{
    int64_t most = supposing->today;
    for (uint32_t kind = 0; kind < mind->scenario->instrument_count; kind++) {
        int waits = waits_by(mind, kind, supposed);
        if (waits < 0 || kind_on_table(mind, kind))
            continue;
        const struct instrument_type *type = &mind->scenario->instruments[kind];
        for (size_t index = 0; index < type->template_count; index++) {
            struct start start = {.mind = supposing, .kind = kind};
            start.open_to = open_to(mind, kind) & ~unwilling(mind);
            if (!(start.open_to & party_bit(mind->party)))
                continue;
            start_add(&start, &type->templates[index]);
            int64_t worth =
                start.offer.count > 0 ? mind_worth(supposing, &start.offer) : WORTH_NONE;
            if (worth <= most || mind_worth(mind, &start.offer) >= mind->floor)
                continue;
            most = worth;
            *best = start;
            *condition = (uint32_t)waits;
        }
    }
    return most > supposing->today;
}

bool opening_further(struct mind *mind, int64_t asks, struct command *command)
{
    if (!mind_allowed(mind, ALLOW_DRAFT | ALLOW_SIGN) || one_waits(mind))
        return false;
    for (size_t index = 0; index < mind->outlook.text_count; index++) {
        const struct outlook_text *text = &mind->outlook.texts[index];
        if (!live(mind, text) || !likely(mind, text))
            continue;
        struct offer supposed = matter_beside(mind, NULL, text);
        struct start best;
        uint32_t *condition = ARENA_NEW(mind->arena, uint32_t);
        struct mind supposing = *mind;
        mind_suppose(&supposing, &supposed, NULL, 0);
        if (!waiting_start(mind, &supposing, &supposed, &best, condition))
            continue;
        supposing = *mind;
        mind_suppose(&supposing, &supposed, condition, 1);
        if (!draft_it(&best, asks, command))
            continue;
        command->takes_effect_if = condition;
        command->takes_effect_count = 1;
        return true;
    }
    return false;
}
