/* What could have been agreed at a moment: climbing, for each kind of text and for those who could
 * sign it, from all of them down to fewer. */
#include "left.h"

#include "must.h"

#include <string.h>

enum { SHAKES = 12, RANDOM_STARTS = 2, STARTS_MAX = 6 };

/* A kind of text, and who would sign it. */
struct circle {
    const struct left_moment *moment;
    uint32_t kind;
    party_set parties;
    int members[PARTIES_MAX]; /* those parties, in order */
    int64_t *terms;           /* scratch, of one clause */
    struct package_space space;
    struct stakes stakes; /* of the members alone; what they gain is counted from the bars */
    struct world world;   /* scratch for asking whom a clause binds */
};

bool left_better(const struct left_deal *left, const struct left_deal *right)
{
    int first = __builtin_popcountll(left->parties), second = __builtin_popcountll(right->parties);
    if (first != second)
        return first > second;
    return left->least != right->least ? left->least > right->least : left->sum > right->sum;
}

/* --- who could sign a kind --- */

static bool enough_sign(const struct left_moment *moment, const struct instrument_type *type,
                        party_set parties, struct arena *arena)
{
    const struct scenario *scenario = moment->record->scenario;
    if ((unsigned)__builtin_popcountll(parties) < type->min_parties || !parties)
        return false;
    if (!type->in_force_when)
        return true;
    struct world world = world_with(scenario, &moment->world, &(struct package){0}, arena);
    world.slots[scenario->slot_signatories] = world.slots[scenario->slot_invited] =
        (int64_t)parties;
    struct result result = expression_run(type->in_force_when, &world, NULL);
    return !result.failed && result.value;
}

/* Open to them, with a head, and ratified where that is asked for. */
static party_set who_could(const struct left_moment *moment, const struct instrument_type *type)
{
    const struct scenario *scenario = moment->record->scenario;
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

/* --- what they could agree --- */

static bool circle_allows(void *allowing, size_t axis, uint64_t option)
{
    struct circle *circle = allowing;
    bool failed = false;
    space_values(&circle->space, axis, option, circle->terms);
    party_set bound = clause_binds(circle->moment->record->scenario, &circle->world,
                                   circle->space.axes[axis].key, circle->terms, &failed);
    return !failed && !(bound & ~circle->parties);
}

/* The keys of a kind that the edition leaves open; a clause too large for numbers is passed over.
 */
static const uint32_t *kind_keys(const struct left_moment *moment,
                                 const struct instrument_type *type, struct arena *arena,
                                 size_t *count)
{
    const struct scenario *scenario = moment->record->scenario;
    const struct edition *edition = &scenario->editions[moment->record->options.edition];
    uint32_t *keys = ARENA_ARRAY(arena, uint32_t, scenario->key_count);
    *count = 0;
    for (size_t at = 0; at < type->clause_type_count; at++) {
        const struct clause_type *clause = &scenario->clause_types[type->clause_types[at]];
        for (uint32_t key = clause->first_key; key < clause->first_key + clause->key_count; key++) {
            struct package_space one;
            uint32_t large;
            if (edition->open[key] && space_open(&one, scenario, &key, 1, arena, &large))
                keys[(*count)++] = key;
        }
    }
    return keys;
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
                                          .world = &circle->moment->world,
                                          .keys = circle->space.keys,
                                          .key_count = circle->space.axis_count,
                                          .sums = sums,
                                          .sum_count = members,
                                          .requirements = true};
    circle->stakes = (struct stakes){.scenario = scenario,
                                     .world = &circle->moment->world,
                                     .space = &circle->space,
                                     .plan = batch_plan_open(&request),
                                     .reservations = bars,
                                     .parties = members};
}

/* What was on the table then, as far as this kind can carry it; the newest first. */
static size_t circle_starts(const struct circle *circle, const uint64_t **starts,
                            struct arena *arena)
{
    const struct left_moment *moment = circle->moment;
    size_t count = 0;
    starts[count++] = ARENA_ARRAY(arena, uint64_t, circle->space.axis_count);
    for (size_t at = moment->offer_count; at > 0 && count < STARTS_MAX; at--) {
        const struct draft *draft = moment->offers[at - 1];
        uint64_t *start = ARENA_ARRAY(arena, uint64_t, circle->space.axis_count);
        for (size_t axis = 0; axis < circle->space.axis_count; axis++)
            for (size_t clause = 0; clause < draft->clause_count; clause++)
                if (draft->clauses[clause].key == circle->space.axes[axis].key)
                    start[axis] = space_option(&circle->space, axis, draft->clauses[clause].terms);
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

static struct left_deal deal_of(struct circle *circle, const struct spot *spot, struct arena *arena)
{
    struct package package = space_package(&circle->space, spot->options, arena);
    struct left_deal deal = {.kind = circle->kind, .parties = circle->parties};
    deal.clauses = ARENA_ARRAY(arena, struct clause_wish, package.count);
    for (size_t at = 0; at < package.count; at++)
        deal.clauses[deal.clause_count++] =
            (struct clause_wish){package.clauses[at].key, package.clauses[at].terms};
    return deal;
}

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
        if (left_play(circle->moment, arena, &one) && (!found || left_better(&one, deal))) {
            *deal = one;
            found = true;
        }
    }
    return found;
}

/* --- from all who could down to fewer --- */

static bool kind_search(const struct left_moment *moment, uint32_t kind, struct arena *arena,
                        struct left_deal *deal)
{
    const struct scenario *scenario = moment->record->scenario;
    const struct instrument_type *type = &scenario->instruments[kind];
    struct circle circle = {
        .moment = moment, .kind = kind, .parties = who_could(moment, type), .terms = NULL};
    size_t count;
    uint32_t large;
    const uint32_t *keys = kind_keys(moment, type, arena, &count);
    must(space_open(&circle.space, scenario, keys, count, arena, &large));
    circle.world = world_with(scenario, &moment->world, &(struct package){0}, arena);
    size_t terms = 0;
    for (size_t axis = 0; axis < circle.space.axis_count; axis++)
        terms += space_terms(&circle.space, axis);
    circle.terms = ARENA_ARRAY(arena, int64_t, terms);
    bool found = false;
    while (!found && *moment->climbs > 0 && !watch_stopped(moment->watch) &&
           enough_sign(moment, type, circle.parties, arena)) {
        int worst;
        --*moment->climbs;
        circle_stakes(&circle, arena);
        found = circle_search(&circle, arena, deal, &worst);
        stakes_close(&circle.stakes);
        if (worst < 0)
            break;
        circle.parties &= ~party_bit(circle.members[worst]);
    }
    return found;
}

bool left_search(const struct left_moment *moment, struct arena *arena, struct left_deal *deal)
{
    bool found = false;
    for (size_t kind = 0; kind < moment->record->scenario->instrument_count; kind++) {
        struct left_deal one;
        if (kind_search(moment, (uint32_t)kind, arena, &one) &&
            (!found || left_better(&one, deal))) {
            *deal = one;
            found = true;
        }
    }
    return found;
}
