#include "bots.h"

#include "mind.h"
#include "temperament.h"

enum {
    ASK_PERCENT_MIN = 45, /* it never asks for less of its gain than this */
    MANY_PERCENT =
        30,           /* of its gain, where more than two must agree: nobody gets all of one text */
    OFFERS_MAX = 8,   /* on one text; then it declines */
    TIME_OFFERS = 10, /* of its own: with them the time for bargaining is over */
    STEPS_MAX = 6,    /* changes in one offer */
    DREAM_STEPS_MAX = 12, /* to see what a kind of text could bring at most */
};

/* One text, as the bot sees it. */
struct matter {
    struct text id;
    const struct tree *text;
    uint32_t kind;
    int64_t version;
    struct text by; /* who wrote this version */
    int64_t at;
    struct offer offer;
};

/* True where a person leads that delegation, not a bot. */
static bool led_by_person(const struct mind *mind, struct text party)
{
    const struct tree *seats =
        tree_get(tree_get(tree_get(mind->view, TEXT("parties")), party), TEXT("seats"));
    for (size_t index = 0; seats && index < seats->count; index++) {
        struct text role;
        bool automatic = false;
        const struct tree *seat = seats->members[index].value;
        (void)tree_get_bool(seat, TEXT("automatic"), &automatic);
        if (!automatic && tree_get_text(seat, TEXT("role"), &role) &&
            text_equal(role, TEXT("head")))
            return true;
    }
    return false;
}

/* How many versions of the text (or, where the id is empty, of any) the bot wrote. */
static int offers_made(const struct mind *mind, struct text instrument)
{
    int count = 0;
    const struct tree *minutes = tree_get(mind->view, TEXT("minutes"));
    for (size_t index = 0; minutes && index < minutes->count; index++) {
        const struct tree *minute = minutes->members[index].value;
        struct text what = TEXT("");
        struct text party = TEXT("");
        struct text about = TEXT("");
        (void)tree_get_text(minute, TEXT("what"), &what);
        (void)tree_get_text(minute, TEXT("party"), &party);
        (void)tree_get_text(minute, TEXT("instrument"), &about);
        count += text_equal(party, mind->id) &&
                 (text_equal(what, TEXT("drafted")) || text_equal(what, TEXT("amended"))) &&
                 (instrument.length == 0 || text_equal(about, instrument));
    }
    return count;
}

static bool matter_read(struct mind *mind, const struct tree_member *member, struct matter *matter)
{
    const struct tree *text = member->value;
    struct text kind;
    struct text status;
    *matter = (struct matter){.id = member->key, .text = text};
    if (!tree_get_text(text, TEXT("kind"), &kind) ||
        !tree_get_text(text, TEXT("status"), &status) || !text_equal(status, TEXT("draft")) ||
        !mind_lists(tree_get(text, TEXT("invited")), mind->id) ||
        !tree_get_int(text, TEXT("version"), &matter->version) ||
        !tree_get_text(text, TEXT("amended_by"), &matter->by) ||
        !tree_get_int(text, TEXT("at"), &matter->at))
        return false;
    matter->kind = (uint32_t)scenario_instrument(mind->scenario, kind);
    return mind_read_offer(mind, tree_get(text, TEXT("clauses")), &matter->offer);
}

static bool in_brackets(const struct tree *text)
{
    const struct tree *clauses = tree_get(text, TEXT("clauses"));
    for (size_t index = 0; clauses && index < clauses->count; index++)
        if (tree_get(clauses->members[index].value, TEXT("brackets")))
            return true;
    return false;
}

/* What the bot asks for, between what it has and the best that such a text could bring; less with
 * each offer it has made. */
static int64_t aspiration(struct mind *mind, const struct matter *matter)
{
    struct offer dream = matter->offer;
    int64_t best = mind_improve(mind, matter->kind, &dream, INT64_MAX, DREAM_STEPS_MAX);
    int64_t time = PERMILLE * offers_made(mind, TEXT("")) / TIME_OFFERS;
    if (time > PERMILLE)
        time = PERMILLE;
    int64_t percent = 100 * temperament_asks(mind->temperament, time) / PERMILLE;
    if (percent < ASK_PERCENT_MIN)
        percent = ASK_PERCENT_MIN;
    if (!mind->two && percent > MANY_PERCENT)
        percent = MANY_PERCENT;
    int64_t asked =
        best > mind->today ? mind->today + (best - mind->today) * percent / 100 : mind->today;
    return asked > mind->today ? asked : mind->today + 1; /* Never at or below walking away. */
}

static bool say(struct mind *mind, struct text other, struct text instrument, struct text words,
                struct command *command)
{
    int party = scenario_party(mind->scenario, other);
    if (words.length == 0 || party < 0 || !mind_allowed(mind, TEXT("talk")))
        return false;
    command->type = COMMAND_MESSAGE;
    command->to = TO_PARTIES;
    command->to_parties = party_bit(mind->party) | party_bit(party);
    command->text = words;
    command->quote = instrument;
    command->quote_key = -1;
    return true;
}

/* The person whom the bot answers: another invited party led by one; empty where there is none. */
static struct text person_invited(const struct mind *mind, const struct matter *matter)
{
    const struct tree *invited = tree_get(matter->text, TEXT("invited"));
    for (size_t index = 0; invited && index < invited->count; index++) {
        struct text party = invited->members[index].value->text;
        if (!text_equal(party, mind->id) && led_by_person(mind, party))
            return party;
    }
    return TEXT("");
}

/* After a version of its own: one sentence on what it changed. */
static bool explain(struct mind *mind, const struct matter *matter, struct command *command)
{
    struct text other = person_invited(mind, matter);
    if (other.length == 0 || mind_spoke_at(mind, matter->id) >= matter->at)
        return false;
    const struct tree *versions = tree_get(matter->text, TEXT("versions"));
    const struct tree *older =
        tree_get(versions, arena_print(mind->arena, "%lld", (long long)matter->version - 1));
    struct offer before;
    if (!older)
        return say(
            mind, other, matter->id,
            TEXT(
                "This is what we have in mind. Change what you cannot take; we look at the whole."),
            command);
    if (!mind_read_offer(mind, tree_get(older, TEXT("clauses")), &before))
        return false;
    struct text words = mind_words(mind, &before, &matter->offer);
    if (words.length == 0)
        return say(mind, other, matter->id, TEXT("We can sign it without what we have taken out."),
                   command);
    return say(mind, other, matter->id,
               arena_print(mind->arena, "We can sign this: %.*s", TEXT_ARGUMENTS(words)), command);
}

static bool sign(const struct matter *matter, struct command *command)
{
    command->type = COMMAND_SIGN;
    command->instrument = matter->id;
    command->version = (uint32_t)matter->version;
    return true;
}

static bool amend(struct mind *mind, const struct matter *matter, const struct offer *offer,
                  struct command *command)
{
    struct clause_wish *clauses = ARENA_ARRAY(mind->arena, struct clause_wish, offer->count);
    for (size_t index = 0; index < offer->count; index++)
        clauses[index] = offer->clauses[index];
    command->type = COMMAND_AMEND;
    command->instrument = matter->id;
    command->version = (uint32_t)matter->version;
    command->clauses = clauses;
    command->clause_count = offer->count;
    return true;
}

static bool decline(const struct mind *mind, const struct matter *matter, struct command *command)
{
    if (mind_lists(tree_get(matter->text, TEXT("declined")), mind->id))
        return false;
    command->type = COMMAND_DECLINE;
    command->instrument = matter->id;
    return true;
}

/* A text of somebody else's: sign it, change it, or decline it. */
static bool answer(struct mind *mind, const struct matter *matter, struct command *command)
{
    int64_t asked = aspiration(mind, matter);
    int64_t worth = mind_worth(mind, &matter->offer);
    bool by_person = led_by_person(mind, matter->by);
    /* Bots do not haggle with bots: whatever is better than nothing will do. */
    if (worth >= asked || (!by_person && worth > mind->today))
        return mind_allowed(mind, TEXT("sign")) && sign(matter, command);
    struct offer offer = matter->offer;
    bool opened = false;
    (void)tree_get_bool(matter->text, TEXT("opened"), &opened);
    if (opened || !by_person || offers_made(mind, matter->id) >= OFFERS_MAX)
        return decline(mind, matter, command);
    if (!mind_allowed(mind, TEXT("draft")))
        return false;
    if (mind_improve(mind, matter->kind, &offer, asked, STEPS_MAX) <= mind->today)
        return decline(mind, matter, command);
    return amend(mind, matter, &offer, command);
}

static bool take_up(struct mind *mind, const struct matter *matter, struct command *command)
{
    bool signed_by_me = tree_get(tree_get(matter->text, TEXT("signatures")), mind->id) != NULL;
    bool declined = mind_lists(tree_get(matter->text, TEXT("declined")), mind->id);
    if (text_equal(matter->by, mind->id)) {
        if (explain(mind, matter, command))
            return true;
        return !signed_by_me && !declined && !in_brackets(matter->text) &&
               mind_allowed(mind, TEXT("sign")) && mind_worth(mind, &matter->offer) > mind->today &&
               sign(matter, command);
    }
    if (signed_by_me || declined || in_brackets(matter->text))
        return false;
    return answer(mind, matter, command);
}

static bool kind_on_table(const struct mind *mind, struct text kind)
{
    const struct tree *texts = tree_get(mind->view, TEXT("instruments"));
    for (size_t index = 0; texts && index < texts->count; index++) {
        struct text other;
        if (tree_get_text(texts->members[index].value, TEXT("kind"), &other) &&
            text_equal(other, kind))
            return true;
    }
    return false;
}

/* The best of the scenario's own first moves, as a text; of a kind of which it sees none yet. */
static bool open_talks(struct mind *mind, struct command *command)
{
    const struct scenario *scenario = mind->scenario;
    const struct first_move *moves = scenario->first_moves[mind->party];
    const struct template *best = NULL;
    int64_t best_worth = mind->today;
    for (size_t index = 0; index < scenario->first_move_counts[mind->party]; index++) {
        int32_t kind = moves[index].instrument;
        int32_t start = moves[index].template;
        if (kind < 0 || start < 0 || kind_on_table(mind, scenario->instruments[kind].id))
            continue;
        const struct template *model = &scenario->instruments[kind].templates[start];
        struct offer offer = {.count = 0};
        bool open = model->clause_count <= OFFER_CLAUSES_MAX;
        for (size_t clause = 0; open && clause < model->clause_count; clause++) {
            open = mind->edition->open[model->clauses[clause].key];
            offer.clauses[offer.count++] =
                (struct clause_wish){model->clauses[clause].key, model->clauses[clause].terms};
        }
        int64_t worth = open ? mind_worth(mind, &offer) : INT64_MIN;
        if (worth <= best_worth)
            continue;
        best = model;
        best_worth = worth;
        command->kind = (uint32_t)kind;
        struct clause_wish *clauses = ARENA_ARRAY(mind->arena, struct clause_wish, offer.count);
        for (size_t clause = 0; clause < offer.count; clause++)
            clauses[clause] = offer.clauses[clause];
        command->clauses = clauses;
        command->clause_count = offer.count;
    }
    if (!best)
        return false;
    command->type = COMMAND_DRAFT;
    command->invite = best->invite;
    command->takes_effect_if = best->takes_effect_if;
    command->takes_effect_count = best->takes_effect_count;
    command->suspended_while = best->suspended_while;
    command->suspended_count = best->suspended_count;
    return true;
}

static bool person_present(const struct mind *mind)
{
    for (size_t party = 0; party < mind->scenario->party_count; party++)
        if (led_by_person(mind, mind->scenario->parties[party].id))
            return true;
    return false;
}

/* Bots follow the people: ready when every delegation that a person leads is. */
static bool follow(const struct mind *mind, struct command *command)
{
    const struct tree *parties = tree_get(mind->view, TEXT("parties"));
    bool ready = false;
    if (tree_get_bool(tree_get(parties, mind->id), TEXT("ready"), &ready) && ready)
        return false;
    for (size_t index = 0; parties && index < parties->count; index++) {
        bool theirs = false;
        (void)tree_get_bool(parties->members[index].value, TEXT("ready"), &theirs);
        if (led_by_person(mind, parties->members[index].key) && !theirs)
            return false;
    }
    command->type = COMMAND_READY;
    command->flag = true;
    return person_present(mind);
}

bool bot_wants(void *context, const struct game *game, int party, struct text seat, int64_t now,
               struct arena *arena, struct command *command)
{
    (void)context;
    return bot_wants_as(temperament_of(game, party), game, party, seat, now, arena, command);
}

bool bot_wants_as(enum temperament temperament, const struct game *game, int party,
                  struct text seat, int64_t now, struct arena *arena, struct command *command)
{
    (void)seat;
    (void)now;
    struct mind mind;
    mind_open(&mind, game, party, arena);
    mind.temperament = temperament;
    struct text state;
    if (!tree_get_text(tree_get(mind.view, TEXT("clock")), TEXT("state"), &state) ||
        !text_equal(state, TEXT("running")))
        return false;
    const struct tree *texts = tree_get(mind.view, TEXT("instruments"));
    for (size_t index = 0; texts && index < texts->count; index++) {
        struct matter matter;
        if (matter_read(&mind, &texts->members[index], &matter) && take_up(&mind, &matter, command))
            return true;
    }
    if (mind_allowed(&mind, TEXT("draft")) && offers_made(&mind, TEXT("")) == 0 &&
        open_talks(&mind, command))
        return true;
    return follow(&mind, command);
}
