/* The schedule of an exercise that is being set up. */
#include "method.h"

enum { JOINING_MINUTES = 8, JOINING_MINUTES_MAX = 600 };

struct schedule_wish schedule_check(struct asked *asked, const struct scenario *scenario)
{
    const struct tree *given = tree_get(asked->parameters, TEXT("schedule"));
    struct command command = {.schedule = {.debrief_minutes = -1}};
    struct refusal refusal;
    if (!given || given->kind != TREE_OBJECT) {
        parameter_refuse(asked, given ? "parameter.invalid" : "parameter.missing", "schedule",
                         "A schedule is an object: minutes, bell, debrief, quiet.");
        return command.schedule;
    }
    if (!command_read(scenario, TEXT("exercise.schedule"), given, asked->arena, &command,
                      &refusal)) {
        struct text path = arena_print(asked->arena, "schedule.%.*s", TEXT_ARGUMENTS(refusal.path));
        parameter_refuse(asked, refusal.type, path.at, refusal.message.at);
        return command.schedule;
    }
    const char *fault = schedule_bell_fault(command.schedule.bell_ms, host_now(asked->host));
    if (fault)
        parameter_refuse(asked, "parameter.invalid", "schedule.bell", fault);
    return command.schedule;
}

/* What the rounds would last if all began when everybody has joined. */
void schedule_preview(struct asked *asked)
{
    uint32_t edition = 0;
    struct text id = parameter_text(asked, "scenario", true);
    (void)parameter_text(asked, "edition", false);
    int64_t joining = parameter_int(asked, "joining", 0, JOINING_MINUTES_MAX, JOINING_MINUTES);
    const struct scenario *scenario = scenario_spoken(asked, wished_scenario(asked, id, &edition));
    struct schedule_wish wish = {.debrief_minutes = -1};
    if (scenario)
        wish = schedule_check(asked, scenario);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct arena *arena = asked->arena;
    struct schedule_place before = {.phase = -1};
    int64_t starts = host_now(asked->host) + joining * MINUTE_MS;
    int64_t debrief = wish.debrief_minutes >= 0 ? wish.debrief_minutes : DEBRIEF_MINUTES;
    const int64_t *minutes = schedule_minutes_of(scenario, edition, arena);
    int64_t left, ends = wish.bell_ms - debrief * MINUTE_MS;
    if (wish.bell_ms > 0)
        minutes = schedule_fit(scenario, edition, minutes, &before, ends - starts, &left, arena);
    int64_t rest = schedule_rest_ms(scenario, edition, minutes, &before);
    struct tree *answer = tree_object(arena);
    struct tree *phases = tree_list(arena);
    for (size_t phase = 0; phase < scenario->phase_count && !scenario->phases[phase].final;
         phase++) {
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("id"), scenario->phases[phase].id);
        tree_set_text(arena, item, TEXT("title"), scenario->phases[phase].title);
        tree_set_int(arena, item, TEXT("rounds"), scenario->editions[edition].rounds[phase]);
        tree_set_int(arena, item, TEXT("minutes"), minutes[phase]);
        tree_append(arena, phases, item);
    }
    tree_set(arena, answer, TEXT("phases"), phases);
    tree_set_int(arena, answer, TEXT("starts"), starts);
    tree_set_int(arena, answer, TEXT("rest"), rest);
    tree_set_bool(arena, answer, TEXT("fits"), wish.bell_ms == 0 || starts + rest <= ends);
    asked_answer(asked, answer);
}
