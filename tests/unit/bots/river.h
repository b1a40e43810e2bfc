/* The river, where a bot sits for Southland. */
#ifndef RIVER_H
#define RIVER_H

#include "../game/kit.h"

#include "bots.h"

static inline int river_open(void **state)
{
    (void)state;
    return rules_open(SOURCE_DIR "/rules/scenarios/river");
}

/* A person leads Northland, a bot Southland; the talks are open. */
static inline struct play *table_open(void)
{
    struct play *play = play_open_with((struct game_options){.seed = {1, 2}, .untimed = true});
    ok(play, seating("nor", "nor", ROLE_HEAD));
    struct command bot = seating("sou", "sou", ROLE_HEAD);
    bot.flag = true;
    ok(play, bot);
    ok(play, by(NULL, COMMAND_START));
    ok(play, by(NULL, COMMAND_ADVANCE));
    return play;
}

#endif
