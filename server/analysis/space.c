#include "space.h"

#include "must.h"
#include "wide.h"

#include <stdio.h>
#include <string.h>

static const uint64_t OPTIONS_MAX = UINT64_C(1) << 62;

/* How many values a term can have; OPTIONS_MAX + 1 where there are more. */
static uint64_t domain_count(const struct scenario *scenario, const struct domain *domain)
{
    uint64_t count = 0, span;
    switch (domain->hold) {
    case HOLD_INT:
        span = ((uint64_t)domain->max - (uint64_t)domain->min) / (uint64_t)domain->step;
        return span < OPTIONS_MAX ? span + 1 : OPTIONS_MAX + 1;
    case HOLD_BOOL:
        return 2;
    case HOLD_OPTION:
        return domain->option_count;
    case HOLD_PARTY:
        return (uint64_t)__builtin_popcountll(domain->of_parties);
    case HOLD_REGION:
        for (size_t region = 0; region < scenario->region_count; region++)
            count += domain->of_regions[region];
        return count;
    case HOLD_PARTIES:
        count = (uint64_t)__builtin_popcountll(domain->of_parties);
        return count <= 62 ? UINT64_C(1) << count : OPTIONS_MAX + 1;
    }
    must(!"a domain of no kind");
    return 0;
}

/* The parties of a set that stand where `chosen` has its bits: the set's least is bit 0. */
static party_set choose_parties(party_set of, uint64_t chosen)
{
    party_set parties = 0;
    for (; of; of &= of - 1, chosen >>= 1)
        if (chosen & 1)
            parties |= of & -of;
    return parties;
}

static int64_t domain_value(const struct domain *domain, uint64_t index)
{
    int64_t region = 0;
    switch (domain->hold) {
    case HOLD_INT:
        return (int64_t)((uint64_t)domain->min + index * (uint64_t)domain->step);
    case HOLD_BOOL:
        return (int64_t)index;
    case HOLD_OPTION:
        return domain->options[index].string;
    case HOLD_PARTY:
        return __builtin_ctzll(choose_parties(domain->of_parties, UINT64_C(1) << index));
    case HOLD_REGION:
        for (;; region++)
            if (domain->of_regions[region] && index-- == 0)
                return region;
    case HOLD_PARTIES:
        return (int64_t)choose_parties(domain->of_parties, index);
    }
    must(!"a domain of no kind");
    return 0;
}

static const struct clause_type *type_of(const struct package_space *space, size_t axis)
{
    return &space->scenario->clause_types[space->scenario->keys[space->axes[axis].key].type];
}

const uint32_t *space_keys(const struct scenario *scenario, int edition, struct arena *arena,
                           size_t *count)
{
    uint32_t *keys = ARENA_ARRAY(arena, uint32_t, scenario->key_count);
    size_t varied = scenario->vary_count ? scenario->vary_count : scenario->key_count;
    *count = 0;
    for (size_t index = 0; index < varied; index++) {
        uint32_t key = scenario->vary_count ? scenario->vary[index] : (uint32_t)index;
        if (edition < 0 || scenario->editions[edition].open[key])
            keys[(*count)++] = key;
    }
    return keys;
}

/* Multiplies a number in groups of nine digits, the last first. */
static void digits_multiply(uint32_t *groups, size_t *count, uint64_t factor)
{
    wide_count carry = 0;
    for (size_t index = 0; index < *count; index++) {
        carry += (wide_count)groups[index] * factor;
        groups[index] = (uint32_t)(carry % 1000000000);
        carry /= 1000000000;
    }
    for (; carry > 0; carry /= 1000000000)
        groups[(*count)++] = (uint32_t)(carry % 1000000000);
}

static void measure(struct package_space *space, struct arena *arena)
{
    /* A factor of 62 bits adds three groups at most. */
    uint32_t *groups = ARENA_ARRAY(arena, uint32_t, 3 * space->axis_count + 1);
    size_t count = 1;
    groups[0] = 1;
    space->count = 1;
    for (size_t axis = 0; axis < space->axis_count; axis++) {
        digits_multiply(groups, &count, space->axes[axis].options);
        if (__builtin_mul_overflow(space->count, space->axes[axis].options, &space->count) ||
            space->count > INT64_MAX)
            space->count = 0;
    }
    char *digits = arena_take(arena, 9 * count + 11);
    int length = snprintf(digits, 11, "%u", groups[count - 1]);
    for (size_t index = count - 1; index-- > 0;)
        length += snprintf(digits + length, 11, "%09u", groups[index]);
    space->size = (struct text){digits, (size_t)length};
}

bool space_open(struct package_space *space, const struct scenario *scenario, const uint32_t *keys,
                size_t key_count, struct arena *arena, uint32_t *key)
{
    struct axis *axes = ARENA_ARRAY(arena, struct axis, key_count);
    *space = (struct package_space){scenario, axes, keys, key_count, TEXT(""), 0};
    for (size_t axis = 0; axis < key_count; axis++) {
        const struct clause_type *type = &scenario->clause_types[scenario->keys[keys[axis]].type];
        uint64_t options = 1;
        for (size_t term = 0; term < type->term_count; term++)
            if (__builtin_mul_overflow(options, domain_count(scenario, &type->terms[term].domain),
                                       &options) ||
                options > OPTIONS_MAX) {
                *key = keys[axis];
                return false;
            }
        axes[axis] = (struct axis){keys[axis], options + 1};
    }
    measure(space, arena);
    return true;
}

size_t space_terms(const struct package_space *space, size_t axis)
{
    return type_of(space, axis)->term_count;
}

void space_values(const struct package_space *space, size_t axis, uint64_t option, int64_t *terms)
{
    const struct clause_type *type = type_of(space, axis);
    must(option > 0 && option < space->axes[axis].options);
    uint64_t rest = option - 1;
    for (size_t term = type->term_count; term-- > 0;) {
        uint64_t count = domain_count(space->scenario, &type->terms[term].domain);
        terms[term] = domain_value(&type->terms[term].domain, rest % count);
        rest /= count;
    }
}

/* Where a value stands among those of its domain: domain_value the other way round. */
static uint64_t domain_index(const struct domain *domain, int64_t value)
{
    uint64_t index = 0, bit = 1;
    switch (domain->hold) {
    case HOLD_INT:
        return ((uint64_t)value - (uint64_t)domain->min) / (uint64_t)domain->step;
    case HOLD_BOOL:
        return (uint64_t)value;
    case HOLD_OPTION:
        while (domain->options[index].string != (uint32_t)value)
            index++;
        return index;
    case HOLD_PARTY:
        return (uint64_t)__builtin_popcountll(domain->of_parties & (party_bit((int)value) - 1));
    case HOLD_REGION:
        for (int64_t region = 0; region < value; region++)
            index += domain->of_regions[region];
        return index;
    case HOLD_PARTIES:
        for (party_set of = domain->of_parties; of; of &= of - 1, bit <<= 1)
            if ((party_set)value & (of & -of))
                index |= bit;
        return index;
    }
    must(!"a domain of no kind");
    return 0;
}

uint64_t space_option(const struct package_space *space, size_t axis, const int64_t *terms)
{
    const struct clause_type *type = type_of(space, axis);
    uint64_t option = 0;
    for (size_t term = 0; term < type->term_count; term++)
        option = option * domain_count(space->scenario, &type->terms[term].domain) +
                 domain_index(&type->terms[term].domain, terms[term]);
    return option + 1;
}

void space_point(const struct package_space *space, uint64_t number, uint64_t *options)
{
    must(number < space->count);
    for (size_t axis = space->axis_count; axis-- > 0;) {
        options[axis] = number % space->axes[axis].options;
        number /= space->axes[axis].options;
    }
}

struct package space_package(const struct package_space *space, const uint64_t *options,
                             struct arena *arena)
{
    struct clause_terms *clauses = ARENA_ARRAY(arena, struct clause_terms, space->axis_count);
    struct package package = {clauses, 0};
    for (size_t axis = 0; axis < space->axis_count; axis++) {
        if (options[axis] == 0)
            continue;
        int64_t *terms = ARENA_ARRAY(arena, int64_t, space_terms(space, axis));
        space_values(space, axis, options[axis], terms);
        clauses[package.count++] = (struct clause_terms){space->axes[axis].key, terms};
    }
    return package;
}

/* Where the options of an axis are few, what each writes is kept. */
enum { OPTIONS_KEPT_MAX = 4096 };

struct lane {
    const struct batch_column *columns; /* whether it is there, then its terms */
    const int64_t *absent;              /* what option 0 writes */
    const int64_t *kept;                /* [options][column_count], or NULL */
    int64_t *scratch;
    size_t column_count;
    uint64_t held, stride; /* of fills: the option + 1 in all rows; points to the next option */
};

struct writer {
    const struct package_space *space;
    struct lane *lanes;
};

static void lane_write(const struct package_space *space, size_t axis, const struct lane *lane,
                       uint64_t option, int64_t *values)
{
    if (option == 0) {
        memcpy(values, lane->absent, lane->column_count * sizeof(*values));
        return;
    }
    values[0] = 1;
    space_values(space, axis, option, values + 1);
}

static const int64_t *lane_values(const struct writer *writer, size_t axis, uint64_t option)
{
    const struct lane *lane = &writer->lanes[axis];
    if (lane->kept)
        return lane->kept + option * lane->column_count;
    lane_write(writer->space, axis, lane, option, lane->scratch);
    return lane->scratch;
}

static void lane_open(struct lane *lane, const struct package_space *space, size_t axis,
                      const struct batch_plan *plan, struct batch *batch, struct arena *arena)
{
    size_t terms = space_terms(space, axis);
    struct batch_column *columns = ARENA_ARRAY(arena, struct batch_column, terms + 1);
    int64_t *absent = ARENA_ARRAY(arena, int64_t, terms + 1);
    columns[0] = batch_presence(batch, axis);
    for (size_t term = 0; term < terms; term++) {
        columns[term + 1] = batch_term(batch, axis, term);
        absent[term + 1] = batch_absent(plan, axis, term);
    }
    *lane = (struct lane){columns,   absent, NULL, ARENA_ARRAY(arena, int64_t, terms + 1),
                          terms + 1, 0,      1};
    uint64_t options = space->axes[axis].options;
    if (options > OPTIONS_KEPT_MAX)
        return;
    int64_t *kept = ARENA_ARRAY(arena, int64_t, options * (terms + 1));
    for (uint64_t option = 0; option < options; option++)
        lane_write(space, axis, lane, option, kept + option * (terms + 1));
    lane->kept = kept;
}

struct writer *writer_open(const struct package_space *space, const struct batch_plan *plan,
                           struct batch *batch, struct arena *arena)
{
    struct writer *writer = ARENA_NEW(arena, struct writer);
    *writer = (struct writer){space, ARENA_ARRAY(arena, struct lane, space->axis_count)};
    uint64_t stride = 1;
    for (size_t axis = space->axis_count; axis-- > 0;) {
        lane_open(&writer->lanes[axis], space, axis, plan, batch, arena);
        writer->lanes[axis].stride = stride;
        stride *= space->count ? space->axes[axis].options : 1;
    }
    return writer;
}

void writer_set(struct writer *writer, size_t axis, size_t row, uint64_t option)
{
    const struct lane *lane = &writer->lanes[axis];
    const int64_t *values = lane_values(writer, axis, option);
    for (size_t index = 0; index < lane->column_count; index++)
        batch_set(lane->columns[index], row, values[index]);
}

void writer_put(struct writer *writer, size_t row, const uint64_t *options)
{
    for (size_t axis = 0; axis < writer->space->axis_count; axis++)
        writer_set(writer, axis, row, options[axis]);
}

static void lane_run(const struct lane *lane, const int64_t *values, size_t row, size_t end)
{
    for (size_t index = 0; index < lane->column_count; index++) {
        const struct batch_column column = lane->columns[index];
        for (size_t at = row; column.narrow && at < end; at++)
            column.narrow[at] = (int32_t)values[index];
        for (size_t at = row; column.wide && at < end; at++)
            column.wide[at] = values[index];
    }
}

void writer_fill(struct writer *writer, uint64_t first, size_t rows)
{
    for (size_t axis = 0; axis < writer->space->axis_count; axis++) {
        struct lane *lane = &writer->lanes[axis];
        uint64_t options = writer->space->axes[axis].options;
        uint64_t option = first / lane->stride % options;
        uint64_t left = lane->stride - first % lane->stride;
        bool same = left >= rows;
        if (same && lane->held == option + 1)
            continue;
        /* All rows, so that a later, longer fill finds them so too. */
        size_t end = same ? BATCH_ROWS : rows;
        for (size_t row = 0; row < end; left = lane->stride, option = (option + 1) % options) {
            size_t stop = same || left > end - row ? end : row + left;
            lane_run(lane, lane_values(writer, axis, option), row, stop);
            row = stop;
        }
        lane->held = same ? first / lane->stride % options + 1 : 0;
    }
}

static uint64_t dice_next(struct dice *dice)
{
    uint64_t bits = dice->state += UINT64_C(0x9e3779b97f4a7c15);
    bits = (bits ^ bits >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    bits = (bits ^ bits >> 27) * UINT64_C(0x94d049bb133111eb);
    return bits ^ bits >> 31;
}

struct dice dice_of(uint64_t seed, uint64_t stream)
{
    struct dice dice = {seed};
    dice.state = dice_next(&dice) ^ stream;
    dice.state = dice_next(&dice);
    return dice;
}

uint64_t dice_below(struct dice *dice, uint64_t limit)
{
    return (uint64_t)(((wide_count)dice_next(dice) * limit) >> 64);
}

void space_random(const struct package_space *space, struct dice *dice, uint64_t *options)
{
    for (size_t axis = 0; axis < space->axis_count; axis++)
        options[axis] = dice_below(dice, space->axes[axis].options);
}
