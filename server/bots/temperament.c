#include "temperament.h"

#include "must.h"

#include <stdio.h>

static const struct text names[TEMPERAMENTS] = {
    [TEMPERAMENT_BOULWARE] = {"boulware", 8},
    [TEMPERAMENT_LINEAR] = {"linear", 6},
    [TEMPERAMENT_CONCEDER] = {"conceder", 8},
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

int64_t temperament_asks(enum temperament temperament, int64_t time)
{
    switch (temperament) {
    case TEMPERAMENT_BOULWARE:
        return boulware_asks(time);
    case TEMPERAMENT_CONCEDER:
        return conceder_asks(time);
    case TEMPERAMENT_LINEAR:
    case TEMPERAMENTS:
        break;
    }
    return linear_asks(time);
}

enum temperament temperament_of(const struct game *game, int party)
{
    const struct scenario *scenario = game_scenario(game);
    char place[64];
    int length = snprintf(place, sizeof place, "bot/%d", party);
    int64_t drawn = random_between(game_options(game)->seed, (struct text){place, (size_t)length},
                                   0, 2 * TEMPERAMENTS - 1);
    int named = temperament_find(scenario->parties[party].bot);
    if (drawn >= TEMPERAMENTS && named >= 0)
        return (enum temperament)named;
    return (enum temperament)(drawn % TEMPERAMENTS);
}
