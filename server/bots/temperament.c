#include "temperament.h"

#include "must.h"

#include <stdio.h>

static const struct text names[TEMPERAMENTS] = {
    [TEMPERAMENT_BOULWARE] = {"boulware", 8},        [TEMPERAMENT_LINEAR] = {"linear", 6},
    [TEMPERAMENT_CONCEDER] = {"conceder", 8},        [TEMPERAMENT_MICRO] = {"micro", 5},
    [TEMPERAMENT_TIT_FOR_TAT] = {"tit_for_tat", 11}, [TEMPERAMENT_CONVENER] = {"convener", 8},
};

struct text temperament_name(enum temperament temperament)
{
    must(temperament < TEMPERAMENTS);
    return names[temperament];
}

int temperament_find(struct text name)
{
    for (int index = 0; index < TEMPERAMENTS; index++)
        if (text_equal(names[index], name))
            return index;
    return -1;
}

int64_t temperament_asks(enum temperament temperament, const struct bargaining *bargaining)
{
    switch (temperament) {
    case TEMPERAMENT_BOULWARE:
        return boulware_asks(bargaining->time);
    case TEMPERAMENT_CONCEDER:
        return conceder_asks(bargaining->time);
    case TEMPERAMENT_MICRO:
        return micro_asks(bargaining);
    case TEMPERAMENT_TIT_FOR_TAT:
        return tit_for_tat_asks(bargaining);
    case TEMPERAMENT_CONVENER:
        return convener_asks(bargaining->time);
    case TEMPERAMENT_LINEAR:
    case TEMPERAMENTS:
        break;
    }
    return linear_asks(bargaining->time);
}

static int64_t drawn(const struct game *game, struct text what, int party, int64_t below)
{
    char place[64];
    int length = snprintf(place, sizeof place, "bot/%.*s/%d", TEXT_ARGUMENTS(what), party);
    return random_between(game_options(game)->seed, (struct text){place, (size_t)length}, 0,
                          below - 1);
}

enum temperament temperament_of(const struct game *game, int party)
{
    const struct scenario *scenario = game_scenario(game);
    int64_t parties = (int64_t)scenario->party_count;
    if (parties > 2 && drawn(game, TEXT("convener"), 0, parties) == party)
        return TEMPERAMENT_CONVENER;
    int named = temperament_find(scenario->parties[party].bot);
    if (named >= 0 && drawn(game, TEXT("named"), party, 2) == 1)
        return (enum temperament)named;
    return (enum temperament)drawn(game, TEXT("other"), party, TEMPERAMENTS);
}
