/* A table at a glance. A facilitator has forty of them on one page, and they change with every act,
 * so nothing is built here that the page does not show. */
#include "view_parts.h"

enum { REQUESTS_MAX = 100 };

static void set_texts(const struct viewer *viewer, struct tree *tree)
{
    struct arena *arena = viewer->arena;
    int64_t drafts = 0, in_force = 0, signatures = 0;
    for (size_t index = 0; index < viewer->position->instrument_count; index++) {
        const struct instrument *text = &viewer->position->instruments[index];
        bool draft = text->status == INSTRUMENT_DRAFT;
        bool active = instrument_active(text);
        drafts += draft;
        in_force += active;
        if (draft || active)
            signatures += __builtin_popcountll(text->signed_by);
    }
    struct tree *texts = tree_object(arena);
    tree_set_int(arena, texts, TEXT("draft"), drafts);
    tree_set_int(arena, texts, TEXT("in_force"), in_force);
    tree_set(arena, tree, TEXT("texts"), texts);
    tree_set_int(arena, tree, TEXT("signatures"), signatures);
}

static struct tree *scores_of(const struct viewer *viewer)
{
    const struct game *game = viewer->game;
    struct tree *scores = tree_object(viewer->arena);
    struct world world = viewer->world;
    for (int party = 0; party < (int)viewer->scenario->party_count; party++) {
        struct frozen_score score =
            game->frozen ? game->frozen[party]
                         : score_compute(viewer->scenario, &world, party, viewer->arena);
        struct tree *item = tree_object(viewer->arena);
        if (!score.failed) {
            tree_set_int(viewer->arena, item, TEXT("expected"), score.expected);
            tree_set_int(viewer->arena, item, TEXT("no_deal"), score.no_deal);
            if (game->frozen)
                tree_set_int(viewer->arena, item, TEXT("total"), score.total);
        }
        if (game->recorded && game->recorded[party] != INT64_MIN)
            tree_set_int(viewer->arena, item, TEXT("at_opening"), game->recorded[party]);
        tree_set(viewer->arena, scores, viewer->scenario->parties[party].id, item);
    }
    return scores;
}

/* What a delegation does, beside saying that it is ready and what follows from that. */
static bool is_deed(enum event_type type)
{
    static const bool deeds[EVENT_TYPES] = {
        [EVENT_MESSAGE] = true,   [EVENT_DRAFTED] = true,   [EVENT_VERSION] = true,
        [EVENT_OPENED] = true,    [EVENT_TABLED] = true,    [EVENT_LEAKED] = true,
        [EVENT_SIGNED] = true,    [EVENT_UNSIGNED] = true,  [EVENT_DECLINED] = true,
        [EVENT_WITHDRAWN] = true, [EVENT_DENOUNCED] = true, [EVENT_CHOSEN] = true,
    };
    return deeds[type];
}

/* When each delegation's people last did anything. */
static struct tree *did(const struct viewer *viewer)
{
    const struct game *game = viewer->game;
    struct tree *times = tree_object(viewer->arena);
    size_t found = 0;
    for (size_t at = game->minute_count; at > 0 && found < viewer->scenario->party_count; at--) {
        const struct minute *minute = &game->minutes[at - 1];
        if (minute->by != ACTOR_SEAT || minute->automatic || minute->party == NONE ||
            !is_deed(minute->event->type))
            continue;
        struct text party = viewer->scenario->parties[minute->party].id;
        if (tree_get(times, party))
            continue;
        tree_set_int(viewer->arena, times, party, minute->at);
        found++;
    }
    return times;
}

/* When the phase opened; NONE before the start. */
static int64_t phase_opened(const struct game *game)
{
    for (size_t at = game->minute_count; at > 0; at--) {
        const struct event *event = game->minutes[at - 1].event;
        if (event->type == EVENT_PHASE_OPENED && event->round == 1)
            return game->minutes[at - 1].at;
    }
    return NONE;
}

/* Who is asked in an open decision and has not chosen; that is for control alone. */
static struct tree *undecided(const struct viewer *viewer)
{
    struct tree *decisions = tree_object(viewer->arena);
    for (size_t index = 0; index < viewer->scenario->decision_count; index++) {
        const struct decision_state *state = &viewer->position->decisions[index];
        party_set missing = 0;
        for (int party = 0; state->open && party < (int)viewer->scenario->party_count; party++)
            if ((state->by & party_bit(party)) && state->choice[party] == 0)
                missing |= party_bit(party);
        tree_set_parties(viewer->scenario, decisions, viewer->scenario->decisions[index].id,
                         missing, viewer->arena);
    }
    return decisions;
}

/* What delegations wrote to control: by message, the last of them. */
static struct tree *requests(const struct viewer *viewer)
{
    const struct game *game = viewer->game;
    struct arena *arena = viewer->arena;
    struct tree *found = tree_object(arena);
    for (size_t at = game->message_count; at > 0 && found->count < REQUESTS_MAX; at--) {
        const struct message *message = &game->messages[at - 1];
        if (message->to != TO_CONTROL || message->party == NONE)
            continue;
        struct tree *item = tree_object(arena);
        tree_set_int(arena, item, TEXT("at"), message->at);
        tree_set_text(arena, item, TEXT("from"), viewer->scenario->parties[message->party].id);
        tree_set_text(arena, item, TEXT("seat"), message->seat);
        tree_set_text(arena, item, TEXT("text"), message->text);
        tree_set(arena, found, message->id, item);
    }
    return found;
}

struct tree *glance(const struct game *game, struct arena *arena)
{
    struct viewer viewer = viewer_open(game, (struct audience){AUDIENCE_CONTROL, -1}, arena);
    struct tree *tree = tree_object(arena);
    tree_set(arena, tree, TEXT("clock"), view_clock(&viewer));
    set_texts(&viewer, tree);
    tree_set_int(arena, tree, TEXT("messages"), (int64_t)game->message_count);
    tree_set(arena, tree, TEXT("scores"), scores_of(&viewer));
    tree_set(arena, tree, TEXT("did"), did(&viewer));
    if (phase_opened(game) != NONE)
        tree_set_int(arena, tree, TEXT("phase_opened"), phase_opened(game));
    tree_set_some(tree, TEXT("undecided"), undecided(&viewer), arena);
    tree_set_int(arena, tree, TEXT("troubles"), (int64_t)game->trouble_count);
    tree_set(arena, tree, TEXT("requests"), requests(&viewer));
    viewer_set_outcome(&viewer, tree);
    if (game->position.final)
        tree_set_some(tree, TEXT("settled"), view_settled(&viewer), arena);
    return tree;
}
