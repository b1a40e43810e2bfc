#include "worth.h"

#include "checked.h"

bool worth_expected(const struct scenario *scenario, const struct world *world, int party,
                    int64_t *worth)
{
    const struct score *score = &scenario->scores[party];
    *worth = 0;
    for (size_t item = 0; item < score->item_count; item++) {
        struct result result = expression_run(score->items[item].expected, world, NULL);
        if (result.failed || !checked_add(*worth, result.value, worth))
            return false;
    }
    return true;
}

bool worth_walking(const struct scenario *scenario, const struct world *world, int party,
                   int64_t *worth)
{
    const struct expression *no_deal = scenario->scores[party].no_deal;
    if (!no_deal)
        return worth_expected(scenario, world, party, worth);
    struct result result = expression_run(no_deal, world, NULL);
    *worth = result.value;
    return !result.failed;
}

struct world world_with(const struct scenario *scenario, const struct world *world,
                        const struct package *package, struct arena *arena)
{
    struct world with = world_copy(scenario, world, arena);
    package_apply(scenario, &with, package);
    return with;
}
