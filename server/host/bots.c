/* Bots at a table: asked in turn after every change, until none wants anything. */
#include "state.h"

static void bot_done(void *context, struct table *table, const struct refusal *refusal,
                     struct text json)
{
    (void)table;
    (void)refusal;
    (void)json;
    arena_close(context);
}

static void bot_act(struct table *table, const struct person *person, int64_t now)
{
    struct host *host = table->exercise->host;
    struct arena *arena = arena_open();
    struct letter *letter = ARENA_NEW(arena, struct letter);
    letter->command = (struct command){.key = -1, .party = -1, .quote_key = -1};
    if (!host->bots.wants(host->bots.context, table->game, person->party, person->seat, now, arena,
                          &letter->command)) {
        arena_close(arena);
        return;
    }
    letter->arena = arena;
    letter->command.actor =
        (struct actor){.kind = ACTOR_SEAT, .seat = person->seat, .automatic = true};
    letter->done = bot_done;
    letter->context = arena;
    table_submit(table, letter);
}

void table_ask_bots(struct table *table)
{
    struct host *host = table->exercise->host;
    table->bots_at = INT64_MAX;
    if (!host->has_bots || !table->game || table->busy)
        return;
    /* What one does is stored before the next is asked; what is refused stops nobody. */
    for (struct person *person = table->exercise->people; person && !table->busy;
         person = person->next)
        if (person->bot && person->table == table)
            bot_act(table, person, host_now(host));
}
