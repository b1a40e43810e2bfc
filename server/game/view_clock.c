#include "view_parts.h"

struct tree *view_table(const struct viewer *viewer)
{
    const struct game_options *options = &viewer->game->options;
    struct arena *arena = viewer->arena;
    struct tree *table = tree_object(arena);
    tree_set_text(arena, table, TEXT("id"), options->id);
    tree_set_text(arena, table, TEXT("name"), options->name);
    tree_set_text(arena, table, TEXT("scenario"), viewer->scenario->id);
    tree_set_text(arena, table, TEXT("edition"), viewer->scenario->editions[options->edition].id);
    tree_set_bool(arena, table, TEXT("live"), options->live);
    tree_set_bool(arena, table, TEXT("calculator"), options->calculator);
    tree_set_true(table, TEXT("advice"), options->advice, arena);
    tree_set_true(table, TEXT("untimed"), options->untimed, arena);
    return table;
}

struct tree *view_audience(const struct viewer *viewer)
{
    struct tree *audience = tree_object(viewer->arena);
    struct text kind = viewer->control         ? TEXT("control")
                       : viewer->party != NONE ? TEXT("party")
                                               : TEXT("public");
    tree_set_text(viewer->arena, audience, TEXT("kind"), kind);
    if (viewer->party != NONE)
        tree_set_text(viewer->arena, audience, TEXT("party"),
                      viewer->scenario->parties[viewer->party].id);
    return audience;
}

/* How long all goes on by the schedule, and what it has to fit before. */
static void clock_schedule(const struct viewer *viewer, struct tree *clock)
{
    const struct game_options *options = &viewer->game->options;
    const struct position *position = viewer->position;
    const struct schedule *schedule = position->schedule;
    struct arena *arena = viewer->arena;
    if (options->untimed || position->final)
        return;
    const int64_t *minutes = schedule
                                 ? schedule->minutes
                                 : schedule_minutes_of(viewer->scenario, options->edition, arena);
    struct schedule_place place = {position->phase, position->round, 0};
    tree_set_int(arena, clock, TEXT("rest"),
                 schedule_rest_ms(viewer->scenario, options->edition, minutes, &place));
    if (!schedule)
        return;
    struct tree *lengths = tree_object(arena);
    for (size_t phase = 0; phase < viewer->scenario->phase_count; phase++)
        tree_set_int(arena, lengths, viewer->scenario->phases[phase].id, minutes[phase]);
    tree_set(arena, clock, TEXT("minutes"), lengths);
    if (schedule->bell_ms > 0) {
        tree_set_int(arena, clock, TEXT("bell"), schedule->bell_ms);
        tree_set_int(arena, clock, TEXT("debrief_minutes"), schedule->debrief_minutes);
    }
}

struct tree *view_clock(const struct viewer *viewer)
{
    static const struct text states[] = {
        [CLOCK_LOBBY] = {"lobby", 5},
        [CLOCK_RUNNING] = {"running", 7},
        [CLOCK_PAUSED] = {"paused", 6},
        [CLOCK_CLOSED] = {"closed", 6},
    };
    const struct position *position = viewer->position;
    const struct edition *edition = &viewer->scenario->editions[viewer->game->options.edition];
    struct arena *arena = viewer->arena;
    struct tree *clock = tree_object(arena);
    tree_set_text(arena, clock, TEXT("state"), states[position->clock]);
    if (position->phase != NONE) {
        tree_set_text(arena, clock, TEXT("phase"), viewer->scenario->phases[position->phase].id);
        tree_set_int(arena, clock, TEXT("round"), position->round);
        tree_set_int(arena, clock, TEXT("rounds"), edition->rounds[position->phase]);
    }
    tree_set(arena, clock, TEXT("allows"),
             phase_names(position_allows(viewer->scenario, position), arena));
    if (position->clock == CLOCK_RUNNING && position->deadline != NONE)
        tree_set_int(arena, clock, TEXT("deadline"), position->deadline);
    if (position->clock == CLOCK_PAUSED && position->left != NONE)
        tree_set_int(arena, clock, TEXT("left"), position->left);
    clock_schedule(viewer, clock);
    tree_set_true(clock, TEXT("final"), position->final, arena);
    tree_set_true(clock, TEXT("debrief"), position->debrief, arena);
    return clock;
}

/* Who holds full powers is the delegation's own affair. */
static struct tree *seat_to_tree(const struct viewer *viewer, const struct seat *seat)
{
    static const struct text roles[] = {
        [ROLE_HEAD] = {"head", 4},
        [ROLE_ADVISER] = {"adviser", 7},
        [ROLE_OBSERVER] = {"observer", 8},
    };
    struct tree *tree = tree_object(viewer->arena);
    tree_set_text(viewer->arena, tree, TEXT("role"), roles[seat->role]);
    tree_set_true(tree, TEXT("automatic"), seat->automatic, viewer->arena);
    tree_set_true(tree, TEXT("powers"),
                  seat->powers && (viewer->control || viewer->party == seat->party), viewer->arena);
    return tree;
}

struct tree *view_parties(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct tree *parties = tree_object(arena);
    for (size_t party = 0; party < viewer->scenario->party_count; party++) {
        struct tree *seats = tree_object(arena);
        bool ready = false;
        for (size_t index = 0; index < viewer->position->seat_count; index++) {
            const struct seat *seat = &viewer->position->seats[index];
            if (seat->party != (int)party)
                continue;
            tree_set(arena, seats, seat->id, seat_to_tree(viewer, seat));
            ready = ready || (seat->ready && seat->role == ROLE_HEAD);
        }
        struct tree *tree = tree_object(arena);
        tree_set(arena, tree, TEXT("seats"), seats);
        tree_set_true(tree, TEXT("ready"), ready, arena);
        tree_set(arena, parties, viewer->scenario->parties[party].id, tree);
    }
    return parties;
}
