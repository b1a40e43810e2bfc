/* The studio: one scenario while it is being written, shown to its author whole, with all secrets.
 *
 * It is read again whenever its files may have changed. What is good goes on the shelf, so that it
 * can be played at once; where it has errors, the last good one stays there. */
#include "method.h"

#include "must.h"

#include <stdlib.h>

struct studio {
    const char *folder;
    struct scenario *scenario; /* the last good one, which is on the shelf; NULL: there was none */
    struct arena *arena;       /* of the state */
    struct text state;         /* what the page shows, as JSON */
};

/* True where it is not as it was before. */
static bool studio_read(struct host *host)
{
    struct studio *studio = host->studio;
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena};
    struct scenario *scenario = scenario_load(studio->folder, &diagnostics);
    const struct scenario *shown = scenario ? scenario : studio->scenario;
    struct text state = studio_state(studio->folder, &diagnostics, shown, scenario != NULL, arena);
    bool changed = !text_equal(state, studio->state);
    bool fresh =
        scenario && (!studio->scenario || !text_equal(scenario->hash, studio->scenario->hash));
    if (fresh) {
        shelf_put(host, studio->scenario, scenario);
        studio->scenario = scenario;
    } else {
        scenario_close(scenario);
    }
    if (changed) {
        arena_close(studio->arena);
        studio->arena = arena;
        studio->state = state;
    } else {
        arena_close(arena);
    }
    return changed;
}

void studio_open(struct host *host, const char *folder)
{
    struct studio *studio = calloc(1, sizeof(*studio));
    must(studio != NULL);
    studio->folder = folder;
    studio->state = TEXT("");
    host->studio = studio;
    (void)studio_read(host);
}

void studio_close(struct host *host)
{
    if (!host->studio)
        return;
    arena_close(host->studio->arena);
    free(host->studio);
    host->studio = NULL;
}

void host_studio_look(struct host *host)
{
    if (!host->studio || host->restoring || host->draining || !studio_read(host))
        return;
    struct arena *arena = arena_open();
    struct text frame =
        arena_print(arena, "{\"jsonrpc\":\"2.0\",\"method\":\"studio\",\"params\":%.*s}",
                    TEXT_ARGUMENTS(host->studio->state));
    for (struct peer *peer = host->peers; peer; peer = peer->next)
        if (peer->studio)
            peer_send(peer, frame);
    arena_close(arena);
}

bool studio_right_checked(struct asked *asked)
{
    bool knows_key = create_key_given(asked);
    if (!asked->host->studio)
        asked_refuse(asked, "studio.none", "", "This server was started without a studio.");
    else if (asked->holder || asked->peer->token.length > 0)
        asked_refuse(asked, "studio.only", "", "The studio is not to be seen from a table.");
    else if (!asked->peer->trusted && !knows_key)
        asked_refuse(asked, "studio.only", "create_key",
                     "The studio is for its author, on the author's own machine; from elsewhere it "
                     "asks for the operator's key.");
    else
        return true;
    return false;
}

void studio_watch(struct asked *asked)
{
    asked->peer->studio = true;
    asked_answer_json(asked, asked->host->studio->state);
}

void studio_evaluate(struct asked *asked)
{
    const struct scenario *scenario = asked->host->studio->scenario;
    struct supposition supposition;
    if (!scenario)
        asked_refuse(
            asked, "studio.empty", "",
            "Nothing can be computed yet: no version of this scenario was without errors.");
    else if (supposition_read(scenario, asked->parameters, asked->arena, &supposition,
                              &asked->refusal))
        asked_answer(asked, package_evaluate(scenario, &supposition, asked->arena));
    else
        asked_refuse_with(asked, &asked->refusal);
}
