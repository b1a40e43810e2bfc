/* What could have been agreed at a moment: climbing, for each kind of text and for several kinds at
 * once, for those who could sign, from all of them down to fewer. */
#include "left.h"

#include "must.h"

#include <string.h>

enum { SHAKES = 12, RANDOM_STARTS = 2, STARTS_MAX = 6, SEVERAL_MAX = 3 };

/* Kinds of texts, and who would sign each. */
struct circle {
    const struct left_moment *moment;
    struct left_text *texts; /* without clauses yet */
    size_t text_count;
    party_set parties; /* who would sign any */
    int members[PARTIES_MAX];
    uint32_t *carrier; /* one an axis: which of the texts has it */
    int64_t *terms;    /* scratch, of one clause */
    struct package_space space;
    struct stakes stakes; /* of the members alone; what they gain is counted from the bars */
    struct world world;   /* scratch for asking whom a clause binds */
    struct world weighed; /* the moment's, with the conditions that may be had */
};

bool left_better(const struct left_deal *left, const struct left_deal *right)
{
    int first = __builtin_popcountll(left->parties), second = __builtin_popcountll(right->parties);
    if (first != second)
        return first > second;
    if (left->least != right->least)
        return left->least > right->least;
    return left->sum != right->sum ? left->sum > right->sum : left->text_count < right->text_count;
}

/* --- who could sign a kind --- */

static const struct instrument_type *type_of(const struct left_moment *moment, uint32_t kind)
{
    return &moment->record->scenario->instruments[kind];
}

static bool enough_sign(const struct left_moment *moment, uint32_t kind, party_set parties,
                        struct arena *arena)
{
    const struct scenario *scenario = moment->record->scenario;
    const struct instrument_type *type = type_of(moment, kind);
    if ((unsigned)__builtin_popcountll(parties) < type->min_parties || !parties)
        return false;
    if (!type->in_force_when)
        return true;
    struct world world = world_copy(scenario, &moment->world, arena);
    world.slots[scenario->slot_signatories] = world.slots[scenario->slot_invited] =
        (int64_t)parties;
    struct result result = expression_run(type->in_force_when, &world, NULL);
    return !result.failed && result.value;
}

/* Open to them, with a head, and ratified where that is asked for. */
static party_set who_could(const struct left_moment *moment, uint32_t kind)
{
    const struct scenario *scenario = moment->record->scenario;
    const struct instrument_type *type = type_of(moment, kind);
    party_set could = moment->able;
    if (type->open_to)
        could &= parties_of_list(type->open_to, &moment->world);
    for (size_t party = 0; type->ratified_when && party < scenario->party_count; party++) {
        struct result result = expression_run(type->ratified_when[party], &moment->world, NULL);
        if (result.failed || !result.value)
            could &= ~party_bit((int)party);
    }
    return could;
}

/* Conditions that a text may have and that hold in this world. */
static void text_conditions(const struct left_moment *moment, const struct world *world,
                            struct left_text *text, struct arena *arena)
{
    const struct instrument_type *type = type_of(moment, text->kind);
    uint32_t *holding = ARENA_ARRAY(arena, uint32_t, type->condition_count);
    text->holding_count = 0;
    for (size_t at = 0; at < type->condition_count; at++) {
        const struct condition *condition =
            &moment->record->scenario->conditions[type->conditions[at]];
        struct result result = expression_run(condition->when, world, NULL);
        if (!result.failed && result.value)
            holding[text->holding_count++] = type->conditions[at];
    }
    text->holding = holding;
}

/* Adds the kind, if enough of `parties` could sign it. */
static void circle_add(struct circle *circle, uint32_t kind, party_set parties, struct arena *arena)
{
    party_set could = who_could(circle->moment, kind) & parties;
    if (!enough_sign(circle->moment, kind, could, arena))
        return;
    struct left_text *text = &circle->texts[circle->text_count++];
    *text = (struct left_text){.kind = kind, .parties = could};
    text_conditions(circle->moment, &circle->moment->world, text, arena);
    circle->parties |= could;
}

/* --- what they could agree --- */

static bool carries(const struct left_moment *moment, uint32_t kind, uint32_t key)
{
    const struct instrument_type *type = type_of(moment, kind);
    uint32_t clause = moment->record->scenario->keys[key].type;
    for (size_t at = 0; at < type->clause_type_count; at++)
        if (type->clause_types[at] == clause)
            return true;
    return false;
}

/* Which of the texts has a clause: of those that can, the one that can have the fewest others. */
static int carrier_of(const struct circle *circle, uint32_t key)
{
    int found = -1;
    size_t fewest = 0;
    for (size_t text = 0; text < circle->text_count; text++) {
        uint32_t kind = circle->texts[text].kind;
        size_t others = type_of(circle->moment, kind)->clause_type_count;
        if (carries(circle->moment, kind, key) && (found < 0 || others < fewest)) {
            found = (int)text;
            fewest = others;
        }
    }
    return found;
}

static party_set bound_by(struct circle *circle, uint32_t key, const int64_t *terms, bool *failed)
{
    *failed = false;
    return clause_binds(circle->moment->record->scenario, &circle->world, key, terms, failed);
}

static bool circle_allows(void *allowing, size_t axis, uint64_t option)
{
    struct circle *circle = allowing;
    bool failed;
    space_values(&circle->space, axis, option, circle->terms);
    party_set bound = bound_by(circle, circle->space.axes[axis].key, circle->terms, &failed);
    return !failed && !(bound & ~circle->texts[circle->carrier[axis]].parties);
}

/* The keys that the edition leaves open and one of the texts can have; a clause too large for
 * numbers is passed over. */
static const uint32_t *circle_keys(struct circle *circle, struct arena *arena, size_t *count)
{
    const struct scenario *scenario = circle->moment->record->scenario;
    const struct edition *edition = &scenario->editions[circle->moment->record->options.edition];
    uint32_t *keys = ARENA_ARRAY(arena, uint32_t, scenario->key_count);
    circle->carrier = ARENA_ARRAY(arena, uint32_t, scenario->key_count);
    *count = 0;
    for (uint32_t key = 0; key < scenario->key_count; key++) {
        struct package_space one;
        uint32_t large;
        int text = carrier_of(circle, key);
        if (text < 0 || !edition->open[key] || !space_open(&one, scenario, &key, 1, arena, &large))
            continue;
        circle->carrier[*count] = (uint32_t)text;
        keys[(*count)++] = key;
    }
    return keys;
}

/* The space of what they could agree. */
static void circle_open(struct circle *circle, struct arena *arena)
{
    const struct scenario *scenario = circle->moment->record->scenario;
    size_t count, terms = 0;
    uint32_t large;
    const uint32_t *keys = circle_keys(circle, arena, &count);
    must(space_open(&circle->space, scenario, keys, count, arena, &large));
    for (size_t axis = 0; axis < circle->space.axis_count; axis++)
        terms += space_terms(&circle->space, axis);
    circle->terms = ARENA_ARRAY(arena, int64_t, terms);
    circle->world = world_copy(scenario, &circle->moment->world, arena);
    circle->weighed = world_copy(scenario, &circle->moment->world, arena);
    for (size_t text = 0; text < circle->text_count; text++)
        for (size_t at = 0; at < circle->texts[text].holding_count; at++) {
            uint32_t condition = circle->texts[text].holding[at];
            circle->weighed.slots[scenario->conditions[condition].conditional_slot] = 1;
        }
}

/* What its members gain over the bars. */
static void circle_stakes(struct circle *circle, struct arena *arena)
{
    const struct scenario *scenario = circle->moment->record->scenario;
    struct batch_sum *sums = ARENA_ARRAY(arena, struct batch_sum, scenario->party_count);
    int64_t *bars = ARENA_ARRAY(arena, int64_t, scenario->party_count);
    size_t members = 0;
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct score *score = &scenario->scores[party];
        if (!(circle->parties & party_bit((int)party)))
            continue;
        const struct expression **items =
            ARENA_ARRAY(arena, const struct expression *, score->item_count);
        for (size_t item = 0; item < score->item_count; item++)
            items[item] = score->items[item].expected;
        bars[members] = circle->moment->bars[party];
        circle->members[members] = (int)party;
        sums[members++] = (struct batch_sum){items, score->item_count};
    }
    const struct batch_request request = {.scenario = scenario,
                                          .world = &circle->weighed,
                                          .keys = circle->space.keys,
                                          .key_count = circle->space.axis_count,
                                          .sums = sums,
                                          .sum_count = members,
                                          .requirements = true};
    circle->stakes = (struct stakes){.scenario = scenario,
                                     .world = &circle->weighed,
                                     .space = &circle->space,
                                     .plan = batch_plan_open(&request),
                                     .reservations = bars,
                                     .parties = members};
}

/* Puts what a draft has of the space where nothing is yet. */
static void start_fill(const struct circle *circle, const struct draft *draft, uint64_t *start)
{
    for (size_t axis = 0; axis < circle->space.axis_count; axis++)
        for (size_t clause = 0; start[axis] == 0 && clause < draft->clause_count; clause++)
            if (draft->clauses[clause].key == circle->space.axes[axis].key)
                start[axis] = space_option(&circle->space, axis, draft->clauses[clause].terms);
}

/* What was on the table then, as far as these kinds can carry it; the newest first. For several
 * kinds first all of it together. */
static size_t circle_starts(const struct circle *circle, const uint64_t **starts,
                            struct arena *arena)
{
    const struct left_moment *moment = circle->moment;
    size_t count = 0;
    starts[count++] = ARENA_ARRAY(arena, uint64_t, circle->space.axis_count);
    if (circle->text_count > 1) {
        uint64_t *start = ARENA_ARRAY(arena, uint64_t, circle->space.axis_count);
        for (size_t at = moment->offer_count; at > 0; at--)
            start_fill(circle, moment->offers[at - 1], start);
        starts[count++] = start;
    }
    for (size_t at = moment->offer_count; at > 0 && count < STARTS_MAX; at--) {
        uint64_t *start = ARENA_ARRAY(arena, uint64_t, circle->space.axis_count);
        start_fill(circle, moment->offers[at - 1], start);
        starts[count++] = start;
    }
    return count;
}

/* Leaves out what nobody of them misses, so that what is shown is short. */
static void circle_prune(struct circle *circle, struct spot *spot, struct arena *arena)
{
    struct scale scale = scale_open(&circle->stakes, arena);
    int64_t gains[PARTIES_MAX];
    for (size_t axis = 0; axis < circle->space.axis_count; axis++) {
        uint64_t option = spot->options[axis];
        if (option == 0)
            continue;
        spot->options[axis] = 0;
        bool missed = scale_weigh(&scale, spot->options, gains) != WEIGHED;
        for (size_t member = 0; !missed && member < circle->stakes.parties; member++)
            missed = gains[member] < spot->gains[member];
        if (missed)
            spot->options[axis] = option;
        else
            memcpy(spot->gains, gains, circle->stakes.parties * sizeof(*gains));
    }
    scale_close(&scale);
}

/* --- which text has what --- */

static void clause_move(struct left_text *to, const struct clause_wish *clause, struct arena *arena)
{
    to->clauses = arena_grow(arena, to->clauses, to->clause_count, to->clause_count + 1,
                             sizeof(*to->clauses));
    to->clauses[to->clause_count++] = *clause;
}

/* Whether the other text could have all that this one has. */
static bool could_carry(struct circle *circle, const struct left_text *other,
                        const struct left_text *text)
{
    for (size_t at = 0; at < text->clause_count; at++) {
        const struct clause_wish *clause = &text->clauses[at];
        bool failed;
        party_set bound = bound_by(circle, clause->key, clause->terms, &failed);
        if (failed || bound & ~other->parties || !carries(circle->moment, other->kind, clause->key))
            return false;
    }
    return true;
}

/* Texts that another can take in are not needed, nor are those without a clause. */
static void texts_gather(struct circle *circle, struct left_deal *deal, struct arena *arena)
{
    for (size_t from = 0; from < deal->text_count; from++)
        for (size_t to = 0; to < deal->text_count && deal->texts[from].clause_count > 0; to++) {
            struct left_text *text = &deal->texts[from], *other = &deal->texts[to];
            if (to == from || other->clause_count == 0 || !could_carry(circle, other, text))
                continue;
            for (size_t at = 0; at < text->clause_count; at++)
                clause_move(other, &text->clauses[at], arena);
            text->clause_count = 0;
        }
    size_t kept = 0;
    deal->parties = 0;
    for (size_t at = 0; at < deal->text_count; at++)
        if (deal->texts[at].clause_count > 0) {
            deal->parties |= deal->texts[at].parties;
            deal->texts[kept++] = deal->texts[at];
        }
    deal->text_count = kept;
}

static struct left_deal deal_of(struct circle *circle, const struct spot *spot, struct arena *arena)
{
    struct package package = space_package(&circle->space, spot->options, arena);
    struct left_deal deal = {.text_count = circle->text_count};
    deal.texts = arena_grow(arena, circle->texts, circle->text_count, circle->text_count,
                            sizeof(*deal.texts));
    for (size_t at = 0, axis = 0; at < package.count; at++) {
        const struct clause_wish clause = {package.clauses[at].key, package.clauses[at].terms};
        while (circle->space.axes[axis].key != clause.key)
            axis++;
        clause_move(&deal.texts[circle->carrier[axis]], &clause, arena);
    }
    texts_gather(circle, &deal, arena);
    if (deal.text_count < 2)
        return deal;
    /* Of texts that are linked, conditions are read as if all were settled. */
    struct world world =
        world_with(circle->moment->record->scenario, &circle->moment->world, &package, arena);
    for (size_t at = 0; at < deal.text_count; at++)
        text_conditions(circle->moment, &world, &deal.texts[at], arena);
    return deal;
}

/* --- looking --- */

/* The best of a circle that holds when played. *worst: who gains least from the best of all. */
static bool circle_search(struct circle *circle, struct arena *arena, struct left_deal *deal,
                          int *worst)
{
    const uint64_t *starts[STARTS_MAX];
    size_t count, best = 0;
    struct climb_request request = {.stakes = &circle->stakes,
                                    .watch = circle->moment->watch,
                                    .name = "looking for what was left",
                                    .solution = EGALITARIAN,
                                    .favoured = -1,
                                    .starts = starts,
                                    .start_count = circle_starts(circle, starts, arena),
                                    .random_starts = RANDOM_STARTS,
                                    .shakes = SHAKES,
                                    .seed = circle->moment->seed,
                                    .quick = true,
                                    .allows = circle_allows,
                                    .allowing = circle};
    struct spot *spots = climb_run(&request, arena, &count);
    for (size_t at = 1; at < count; at++)
        if (climb_compare(&request, spots[at].gains, spots[best].gains) > 0)
            best = at;
    *worst = -1;
    for (size_t member = 0; count > 0 && member < circle->stakes.parties; member++)
        if (*worst < 0 || spots[best].gains[member] < spots[best].gains[*worst])
            *worst = (int)member;
    bool found = false;
    for (size_t at = 0; at < count; at++) {
        if (gains_least(spots[at].gains, circle->stakes.parties) <= 0)
            continue;
        circle_prune(circle, &spots[at], arena);
        struct left_deal one = deal_of(circle, &spots[at], arena);
        if (one.text_count > 0 && left_play(circle->moment, arena, &one) &&
            (!found || left_better(&one, deal))) {
            *deal = one;
            found = true;
        }
    }
    return found;
}

/* Texts of these kinds, from all who could sign down to fewer, so long as `least` of the kinds are
 * left; `tries` times at most. */
static bool kinds_search(const struct left_moment *moment, const uint32_t *kinds, size_t count,
                         size_t least, unsigned tries, struct arena *arena, struct left_deal *deal)
{
    party_set parties = moment->able;
    bool found = false;
    while (!found && tries-- > 0 && *moment->climbs > 0 && !watch_stopped(moment->watch)) {
        struct circle circle = {.moment = moment,
                                .texts = ARENA_ARRAY(arena, struct left_text, count)};
        int worst;
        for (size_t at = 0; at < count; at++)
            circle_add(&circle, kinds[at], parties, arena);
        if (circle.text_count < least)
            break;
        --*moment->climbs;
        circle_open(&circle, arena);
        circle_stakes(&circle, arena);
        found = circle_search(&circle, arena, deal, &worst);
        stakes_close(&circle.stakes);
        if (worst < 0)
            break;
        parties = circle.parties & ~party_bit(circle.members[worst]);
    }
    return found;
}

static void keep_better(const struct left_deal *one, bool *found, struct left_deal *deal)
{
    if (!*found || left_better(one, deal))
        *deal = *one;
    *found = true;
}

bool left_search(const struct left_moment *moment, struct arena *arena, struct left_deal *deal)
{
    size_t count = moment->record->scenario->instrument_count;
    uint32_t *kinds = ARENA_ARRAY(arena, uint32_t, count);
    struct left_deal one;
    bool found = false;
    for (size_t kind = 0; kind < count; kind++) {
        kinds[kind] = (uint32_t)kind;
        if (kinds_search(moment, &kinds[kind], 1, 1, UINT32_MAX, arena, &one))
            keep_better(&one, &found, deal);
    }
    if (count > 1 && kinds_search(moment, kinds, count, 2, SEVERAL_MAX, arena, &one))
        keep_better(&one, &found, deal);
    return found;
}
