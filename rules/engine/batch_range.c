#include "batch_plan.h"

#include "must.h"

/* Wide enough for any result of two int64. */
__extension__ typedef __int128 exact;

static exact least(exact left, exact right)
{
    return left < right ? left : right;
}

static exact greatest(exact left, exact right)
{
    return left > right ? left : right;
}

static struct range range_exact(exact low, exact high, bool fails)
{
    fails |= low < INT64_MIN || high > INT64_MAX;
    low = greatest(low, INT64_MIN);
    high = least(high, INT64_MAX);
    if (fails) {
        low = least(low, 0);
        high = greatest(high, 0);
    }
    return (struct range){(int64_t)low, (int64_t)high, fails};
}

static struct range range_truth(bool maybe_true, bool maybe_false, bool fails)
{
    return range_exact(!maybe_false, maybe_true, fails);
}

bool range_is_true(struct range range)
{
    return !range.fails && (range.low > 0 || range.high < 0);
}

bool range_is_false(struct range range)
{
    return !range.fails && range.low == 0 && range.high == 0;
}

bool range_is_narrow(struct range range)
{
    return !range.fails && range.low >= INT32_MIN && range.high <= INT32_MAX;
}

static bool has(struct range range, int64_t value)
{
    return range.low <= value && value <= range.high;
}

static struct range range_multiply(struct range left, struct range right, bool fails)
{
    const exact products[] = {(exact)left.low * right.low, (exact)left.low * right.high,
                              (exact)left.high * right.low, (exact)left.high * right.high};
    exact low = products[0], high = products[0];
    for (int index = 1; index < 4; index++) {
        low = least(low, products[index]);
        high = greatest(high, products[index]);
    }
    return range_exact(low, high, fails);
}

/* A quotient is largest and smallest at the ends of the dividend, and at the ends of the divisor or
 * where that is nearest to 0. */
static struct range range_divide(struct range left, struct range right, bool fails)
{
    const int64_t divisors[] = {right.low, right.high, -1, 1};
    exact low = 0, high = 0;
    bool any = has(left, 0);
    for (int index = 0; index < 4; index++) {
        if (divisors[index] == 0 || !has(right, divisors[index]))
            continue;
        exact first = (exact)left.low / divisors[index];
        exact second = (exact)left.high / divisors[index];
        low = any ? least(low, least(first, second)) : least(first, second);
        high = any ? greatest(high, greatest(first, second)) : greatest(first, second);
        any = true;
    }
    return range_exact(low, high, fails || has(right, 0));
}

/* The sign is the left side's; it is smaller than the divisor, and no larger than the left side. */
static struct range range_remainder(struct range left, struct range right, bool fails)
{
    exact most = greatest(greatest(right.high, -(exact)right.low) - 1, 0);
    exact low = left.low < 0 ? greatest(-most, left.low) : 0;
    exact high = left.high > 0 ? least(most, left.high) : 0;
    fails |= has(right, 0) || (left.low == INT64_MIN && has(right, -1));
    return range_exact(low, high, fails);
}

static struct range range_absolute(struct range value)
{
    exact low = least(value.low < 0 ? -(exact)value.low : value.low,
                      value.high < 0 ? -(exact)value.high : value.high);
    exact high = greatest(-(exact)value.low, value.high);
    return range_exact(has(value, 0) ? 0 : low, high, value.fails);
}

static struct range range_equal(struct range left, struct range right, bool fails)
{
    bool overlap = left.low <= right.high && right.low <= left.high;
    bool both_one = left.low == left.high && right.low == right.high && left.low == right.low;
    return range_truth(overlap, !both_one, fails);
}

static struct range range_members(struct range set)
{
    int64_t most = 64;
    if (set.low >= 0)
        most = set.high == 0 ? 0 : 64 - __builtin_clzll((uint64_t)set.high);
    return range_exact(0, most, set.fails);
}

static struct range range_select(struct range condition, struct range yes, struct range no)
{
    if (range_is_true(condition))
        return yes;
    if (range_is_false(condition))
        return no;
    return range_exact(least(yes.low, no.low), greatest(yes.high, no.high),
                       condition.fails || yes.fails || no.fails);
}

static bool may_be_true(struct range range)
{
    return range.low != 0 || range.high != 0;
}

static struct range range_logic(enum operation operation, struct range left, struct range right)
{
    bool fails = left.fails || right.fails;
    if (operation == OPERATION_AND)
        return range_truth(may_be_true(left) && may_be_true(right),
                           !range_is_true(left) || !range_is_true(right), fails);
    return range_truth(may_be_true(left) || may_be_true(right),
                       !range_is_true(left) && !range_is_true(right), fails);
}

static struct range range_compare(enum operation operation, struct range left, struct range right)
{
    bool fails = left.fails || right.fails;
    struct range equal = range_equal(left, right, fails);
    if (operation == OPERATION_EQUAL)
        return equal;
    if (operation == OPERATION_UNEQUAL)
        return range_truth(equal.low == 0, equal.high == 1, fails);
    if (operation == OPERATION_LESS)
        return range_truth(left.low < right.high, left.high >= right.low, fails);
    must(operation == OPERATION_LESS_EQUAL);
    return range_truth(left.low <= right.high, left.high > right.low, fails);
}

static struct range range_arithmetic(enum operation operation, struct range left,
                                     struct range right)
{
    bool fails = left.fails || right.fails;
    if (operation == OPERATION_ADD)
        return range_exact((exact)left.low + right.low, (exact)left.high + right.high, fails);
    if (operation == OPERATION_SUBTRACT)
        return range_exact((exact)left.low - right.high, (exact)left.high - right.low, fails);
    if (operation == OPERATION_MULTIPLY)
        return range_multiply(left, right, fails);
    if (operation == OPERATION_DIVIDE)
        return range_divide(left, right, fails);
    if (operation == OPERATION_REMAINDER)
        return range_remainder(left, right, fails);
    if (operation == OPERATION_LEAST)
        return range_exact(least(left.low, right.low), least(left.high, right.high), fails);
    must(operation == OPERATION_GREATEST);
    return range_exact(greatest(left.low, right.low), greatest(left.high, right.high), fails);
}

struct range range_of(enum operation operation, struct range left, struct range right,
                      struct range third)
{
    switch (operation) {
    case OPERATION_ADD:
    case OPERATION_SUBTRACT:
    case OPERATION_MULTIPLY:
    case OPERATION_DIVIDE:
    case OPERATION_REMAINDER:
    case OPERATION_LEAST:
    case OPERATION_GREATEST:
        return range_arithmetic(operation, left, right);
    case OPERATION_NEGATE:
        return range_exact(-(exact)left.high, -(exact)left.low, left.fails);
    case OPERATION_ABSOLUTE:
        return range_absolute(left);
    case OPERATION_EQUAL:
    case OPERATION_UNEQUAL:
    case OPERATION_LESS:
    case OPERATION_LESS_EQUAL:
        return range_compare(operation, left, right);
    case OPERATION_NOT:
        return range_truth(has(left, 0), may_be_true(left), left.fails);
    case OPERATION_AND:
    case OPERATION_OR:
        return range_logic(operation, left, right);
    case OPERATION_SELECT:
        return range_select(left, right, third);
    case OPERATION_BIT:
        return range_truth(may_be_true(left), true, left.fails || right.fails);
    case OPERATION_MEMBERS:
        return range_members(left);
    case OPERATION_REQUIRE:
        return range_exact(left.low, left.high, left.fails || !range_is_true(right));
    case OPERATION_WITH:
        return range_exact(left.low, left.high, left.fails || right.fails);
    case OPERATION_HOLDS:
        return range_truth(may_be_true(left), !range_is_true(left), false);
    case OPERATION_INDEX: /* The planner has none of these. */
    case OPERATION_CHANCE:
    case OPERATION_DICE:
        break;
    }
    must(!"an operation that batches do not have");
    return (struct range){0, 0, true};
}
