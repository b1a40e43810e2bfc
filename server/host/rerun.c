/* Replay: a table as it was after any of its entries, through anybody's eyes. */
#include "looking.h"
#include "method.h"

/* --- the moments there are --- */

static struct tree *moment_told(const struct record *record, const struct record_entry *entry,
                                const struct game *game, struct arena *arena)
{
    struct tree *moment = tree_object(arena), *what = tree_list(arena);
    int party = entry->by.kind == ACTOR_SEAT ? game_seat(game, entry->by.seat, NULL, NULL) : -1;
    tree_set_int(arena, moment, TEXT("n"), (int64_t)entry->sequence);
    tree_set_int(arena, moment, TEXT("at"), entry->at);
    tree_set_text(arena, moment, TEXT("by"),
                  entry->by.kind == ACTOR_SEAT      ? TEXT("seat")
                  : entry->by.kind == ACTOR_CONTROL ? TEXT("control")
                                                    : TEXT("clock"));
    if (party >= 0)
        tree_set_text(arena, moment, TEXT("party"), record->scenario->parties[party].id);
    if (entry->by.automatic)
        tree_set_bool(arena, moment, TEXT("automatic"), true);
    for (size_t at = 0; at < entry->event_count; at++) {
        const struct event *event = &entry->events[at];
        if (at == 0 || event->type != entry->events[at - 1].type)
            tree_append(arena, what, tree_text(arena, text_of(event_shapes[event->type].name)));
        if (event->type != EVENT_PHASE_OPENED)
            continue;
        tree_set_text(arena, moment, TEXT("phase"), record->scenario->phases[event->phase].id);
        tree_set_int(arena, moment, TEXT("round"), event->round);
    }
    tree_set(arena, moment, TEXT("what"), what);
    return moment;
}

static void moments_told(struct looking *looking)
{
    struct arena *arena = looking->asked->arena;
    const struct record *record = &looking->archive->record;
    struct game *game = record_game(record, 0);
    struct tree *answer = tree_object(arena), *moments = tree_list(arena);
    for (size_t at = 0; at < record->count; at++) {
        record_apply(game, &record->entries[at]);
        tree_append(arena, moments, moment_told(record, &record->entries[at], game, arena));
    }
    game_close(game);
    tree_set_text(arena, answer, TEXT("table"), looking->table);
    tree_set_int(arena, answer, TEXT("last"), (int64_t)looking->archive->sequence);
    tree_set(arena, answer, TEXT("moments"), moments);
    looking->json = json_write(arena, answer);
}

void replay_moments(struct asked *asked)
{
    looking_ask(asked, true, moments_told);
}

/* --- one of them --- */

/* Words to the facilitator were for the facilitator: the delegation that wrote them reads them
 * again, and nobody else. */
static struct tree *without_control_circles(struct arena *arena, struct tree *view)
{
    const struct tree *circles = tree_get(view, TEXT("circles"));
    struct tree *kept = tree_object(arena);
    for (size_t at = 0; circles && at < circles->count; at++)
        if (!text_starts_with(circles->members[at].key, TEXT("control:")))
            tree_set(arena, kept, circles->members[at].key, circles->members[at].value);
    if (circles)
        tree_set(arena, view, TEXT("circles"), kept);
    return view;
}

static void view_told(struct looking *looking)
{
    struct arena *arena = looking->asked->arena;
    const struct record *record = &looking->archive->record;
    size_t count = looking->at > 0 ? (size_t)looking->at - 1 : 0;
    if (count > record->count)
        count = record->count;
    struct game *game = record_game(record, count);
    struct tree *seen = view(game, looking->audience, arena);
    if (!looking->own)
        seen = without_control_circles(arena, seen);
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("table"), looking->table);
    tree_set_int(arena, answer, TEXT("n"), (int64_t)count + 1);
    tree_set_int(arena, answer, TEXT("last"), (int64_t)looking->archive->sequence);
    tree_set_int(arena, answer, TEXT("at"), count > 0 ? record->entries[count - 1].at : record->at);
    tree_set(arena, answer, TEXT("view"), seen);
    looking->json = json_write(arena, answer);
    game_close(game);
}

/* Through whose eyes: one's own where nothing is said. */
static struct audience eyes_wished(struct asked *asked, bool control, struct audience own)
{
    struct text as = parameter_text(asked, "as", false);
    const struct scenario *scenario = asked->holder->exercise->scenario;
    int party = scenario_party(scenario, as);
    if (as.length == 0)
        return own;
    if (party >= 0)
        return (struct audience){AUDIENCE_PARTY, party};
    if (text_equal(as, TEXT("public")))
        return (struct audience){AUDIENCE_PUBLIC, -1};
    if (!text_equal(as, TEXT("control")))
        parameter_refuse(asked, "party.unknown", "as", "There is no such delegation.");
    else if (!control)
        parameter_refuse(asked, "control.only", "as", "Only the facilitator sees with these eyes.");
    return (struct audience){AUDIENCE_CONTROL, -1};
}

void replay_view(struct asked *asked)
{
    struct looking *looking = looking_open(asked);
    bool control = looking->audience.kind == AUDIENCE_CONTROL;
    struct audience own = looking->audience;
    looking->at = parameter_int(asked, "at", 1, INT64_MAX, INT64_MAX);
    looking->audience = eyes_wished(asked, control, own);
    looking->own =
        control || (looking->audience.kind == own.kind && looking->audience.party == own.party);
    looking->work = view_told;
    looking_begin(looked_back(asked, true), looking);
}
