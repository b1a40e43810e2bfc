#include "table.h"

static void the_hall_before_the_start(void **state)
{
    struct table table = table_open(*state);
    assert_shown(&table, "fra", "table",
                 "{id:t1 name:Room 1 scenario:paris edition: live:true calculator:true}");
    assert_shown(&table, "fra", "audience", "{kind:party party:fra}");
    assert_shown(&table, "public", "audience", "{kind:public}");
    assert_shown(&table, "fra", "clock", "{state:lobby allows:[] rest:4200000}");
    assert_shown(&table, "fra", "parties/fra", "{seats:{}}");
    assert_shown(&table, "fra", "circles",
                 "{plenary:{total:0 messages:{}} press:{total:0 messages:{}}}");
    assert_shown(&table, "fra", "minutes_total", "0");
    assert_shown(&table, "fra", "history", "nothing");
    assert_shown(&table, "fra", "outcome", "nothing");
    assert_shown(&table, "fra", "control", "nothing");
    game_close(table.game);
}

static void the_clock_says_what_is_allowed_and_until_when(void **state)
{
    struct table table = running(*state);
    assert_shown(&table, "public", "clock/state", "running");
    assert_shown(&table, "public", "clock/phase", "talks");
    assert_shown(&table, "public", "clock/round", "1");
    assert_shown(&table, "public", "clock/rounds", "3");
    assert_shown(&table, "public", "clock/allows", "[talk press draft sign]");
    assert_non_null(at(seen(&table, "public"), "clock/deadline"));
    struct event pause = event_of(EVENT_PAUSED);
    pause.left = 254000;
    happens(&table, NULL, pause);
    assert_shown(&table, "public", "clock/state", "paused");
    assert_shown(&table, "public", "clock/left", "254000");
    assert_null(at(seen(&table, "public"), "clock/deadline"));
    game_close(table.game);
}

static void seats_are_known_but_not_who_has_full_powers(void **state)
{
    struct table table = running(*state);
    struct event seated = event_of(EVENT_SEATED);
    seated.seat = TEXT("aide");
    seated.party = party("fra");
    seated.role = ROLE_ADVISER;
    seated.flag = true;
    happens(&table, NULL, seated);
    struct event powers = event_of(EVENT_POWERS), ready = event_of(EVENT_READY);
    powers.seat = TEXT("aide");
    ready.seat = TEXT("fra");
    powers.flag = ready.flag = true;
    happens(&table, "fra", powers);
    happens(&table, "fra", ready);
    assert_shown(&table, "rus", "parties/fra",
                 "{seats:{fra:{role:head} aide:{role:adviser automatic:true}} ready:true}");
    assert_shown(&table, "fra", "parties/fra/seats/aide",
                 "{role:adviser automatic:true powers:true}");
    assert_shown(&table, "control", "parties/fra/seats/aide",
                 "{role:adviser automatic:true powers:true}");
    game_close(table.game);
}

static void own_numbers_are_for_oneself_and_control(void **state)
{
    struct table table = running(*state);
    assert_shown(&table, "public", "variables/attrition", "40");
    assert_shown(&table, "public", "variables/held_by/donetsk_n", "ukr");
    assert_shown(&table, "public", "variables/support", "nothing");
    assert_shown(&table, "fra", "variables/support", "{fra:46}");
    assert_shown(&table, "control", "variables/support/deu", "47");
    assert_null(at(seen(&table, "fra"), "formulas/war_deu"));
    assert_non_null(at(seen(&table, "deu"), "formulas/war_deu"));
    assert_non_null(at(seen(&table, "public"), "formulas/promised/fra"));
    struct event set = event_of(EVENT_SET);
    set.variable = (uint32_t)scenario_variable(paris, TEXT("support"));
    set.variable_key = party("deu");
    set.value = 40;
    set.text = TEXT("A strike");
    happens(&table, NULL, set);
    assert_shown(&table, "deu", "minutes/2/what", "set");
    assert_shown(&table, "deu", "minutes/2/before", "47");
    assert_shown(&table, "deu", "minutes/2/value", "40");
    assert_shown(&table, "deu", "minutes/2/text", "A strike");
    assert_shown(&table, "fra", "minutes_total", "1");
    game_close(table.game);
}

static struct event set_by(const char *variable, const char *of, int64_t value, const char *path)
{
    struct event set = event_of(EVENT_SET);
    set.variable = (uint32_t)scenario_variable(paris, text_of(variable));
    set.variable_key = of ? party(of) : -1;
    set.value = value;
    set.path = text_of(path);
    return set;
}

static void a_change_names_the_rule_that_made_it(void **state)
{
    struct table table = running(*state);
    happens(&table, NULL, set_by("attrition", NULL, 48, "phases.1.each_round.0"));
    happens(&table, NULL, set_by("attrition", NULL, 50, "decisions.conduct.resolve.0"));
    happens(&table, NULL, set_by("attrition", NULL, 45, "clauses.ceasefire.on_entry.0"));
    happens(&table, NULL, set_by("attrition", NULL, 46, "injects.winter.effects.0"));
    happens(&table, NULL, set_by("attrition", NULL, 47, ""));
    assert_shown(&table, "public", "minutes/2/cause", "{time:true}");
    assert_shown(&table, "public", "minutes/3/cause", "{decision:conduct}");
    assert_shown(&table, "public", "minutes/4/cause", "{clause:ceasefire}");
    assert_shown(&table, "public", "minutes/5/cause/inject", "winter");
    assert_null(at(seen(&table, "public"), "minutes/6/cause"));
    game_close(table.game);
}

/* In The Averil Line an airlift that Sarrow, Orrin and Medway hear of changes what all see. */
static void an_inject_that_is_not_seen_is_not_named_as_a_cause(void **state)
{
    struct diagnostics diagnostics = {.arena = *state};
    struct scenario *averil = scenario_load(SOURCE_DIR "/rules/scenarios/averil", &diagnostics);
    assert_non_null(averil);
    struct game_options options = {.id = TEXT("t2"), .name = TEXT("Room 2"), .seed = {1, 2}};
    struct game *game = game_open(averil, &options);
    struct event set = event_of(EVENT_SET);
    set.variable = (uint32_t)scenario_variable(averil, TEXT("harm"));
    set.variable_key = -1;
    set.value = 4;
    set.path = TEXT("injects.airlift.effects.1");
    struct actor control = {.kind = ACTOR_CONTROL};
    apply(game, 1, 1769000000000, &control, &set, 1);
    struct audience low = {AUDIENCE_PARTY, scenario_party(averil, TEXT("low"))};
    struct audience sar = {AUDIENCE_PARTY, scenario_party(averil, TEXT("sar"))};
    assert_non_null(at(view(game, low, *state), "minutes/1/value"));
    assert_null(at(view(game, low, *state), "minutes/1/cause"));
    assert_non_null(at(view(game, sar, *state), "minutes/1/cause/title"));
    game_close(game);
    scenario_close(averil);
}

static size_t changes_read(struct table *table, const char *by, const char *of, uint32_t limit,
                           uint64_t before, bool *more)
{
    struct tree *page = history_read(table->game, audience_of(by), TEXT("changes"), text_of(of),
                                     before, limit, table->arena);
    assert_true(tree_get_bool(page, TEXT("more"), more));
    return at(page, "items")->count;
}

static void the_changes_of_a_figure_are_read_by_whoever_sees_it(void **state)
{
    struct table table = running(*state);
    bool more;
    happens(&table, NULL, set_by("attrition", NULL, 48, ""));
    happens(&table, NULL, set_by("support", "fra", 40, ""));
    happens(&table, NULL, set_by("support", "deu", 41, ""));
    happens(&table, NULL, set_by("attrition", NULL, 50, ""));
    assert_int_equal(changes_read(&table, "public", "attrition", 50, 0, &more), 2);
    assert_false(more);
    assert_int_equal(changes_read(&table, "public", "attrition", 1, 0, &more), 1);
    assert_true(more);
    assert_int_equal(changes_read(&table, "public", "attrition", 1, 3, &more), 1);
    assert_false(more);
    assert_int_equal(changes_read(&table, "fra", "support", 50, 0, &more), 1);
    assert_int_equal(changes_read(&table, "fra", "deu.support", 50, 0, &more), 0);
    assert_int_equal(changes_read(&table, "control", "deu.support", 50, 0, &more), 1);
    assert_int_equal(changes_read(&table, "public", "nothing", 50, 0, &more), 0);
    game_close(table.game);
}

static void the_past_of_the_world_is_kept_by_rounds(void **state)
{
    struct table table = running(*state);
    struct event closed = event_of(EVENT_ROUND_CLOSED), set = event_of(EVENT_SET);
    closed.phase = (uint32_t)scenario_phase(paris, TEXT("talks"));
    closed.round = 1;
    happens(&table, NULL, closed);
    set.variable = (uint32_t)scenario_variable(paris, TEXT("attrition"));
    set.value = 48;
    happens(&table, NULL, set);
    assert_shown(&table, "public", "history/attrition", "[{phase:talks round:1 value:40}]");
    assert_null(at(seen(&table, "public"), "history/support"));
    assert_non_null(at(seen(&table, "deu"), "history/war_deu"));
    assert_null(at(seen(&table, "fra"), "history/war_deu"));
    game_close(table.game);
}

static struct event asked(const char *decision, party_set parties)
{
    struct event event = event_of(EVENT_DECISION_OPENED);
    event.decision = (uint32_t)scenario_decision(paris, text_of(decision));
    event.parties = parties;
    return event;
}

static struct event chosen(const char *decision, const char *by, uint32_t option)
{
    struct event event = event_of(EVENT_CHOSEN);
    event.decision = (uint32_t)scenario_decision(paris, text_of(decision));
    event.party = party(by);
    event.option = option;
    return event;
}

static struct event closed(const char *decision, party_set parties, const int64_t *choices,
                           size_t count)
{
    struct event event = event_of(EVENT_DECISION_CLOSED);
    event.decision = (uint32_t)scenario_decision(paris, text_of(decision));
    event.parties = parties;
    event.values = choices;
    event.value_count = count;
    return event;
}

static void a_choice_is_ones_own_until_the_decision_closes(void **state)
{
    struct table table = running(*state);
    happens(&table, NULL, asked("ratify", set_of("ukr", "fra")));
    happens(&table, "fra", chosen("ratify", "fra", 1));
    assert_shown(&table, "fra", "decisions/ratify", "{open:true by:[ukr fra] mine:no}");
    assert_shown(&table, "ukr", "decisions/ratify", "{open:true by:[ukr fra]}");
    assert_shown(&table, "control", "control/choices/ratify", "{fra:no}");
    int64_t choices[] = {0, 1};
    happens(&table, NULL, closed("ratify", set_of("ukr", "fra"), choices, 2));
    assert_shown(&table, "public", "decisions/ratify", "{open:false choices:{ukr:yes fra:no}}");
    assert_shown(&table, "public", "minutes/3/choices", "{ukr:yes fra:no}");
    game_close(table.game);
}

static void some_choices_are_revealed_at_the_end_alone(void **state)
{
    struct table table = running(*state);
    int64_t choices[] = {0, 1};
    happens(&table, NULL, asked("conduct", set_of("ukr", "rus")));
    happens(&table, NULL, closed("conduct", set_of("ukr", "rus"), choices, 2));
    assert_shown(&table, "public", "decisions/conduct", "{open:false}");
    assert_non_null(at(seen(&table, "rus"), "decisions/conduct/mine"));
    assert_null(at(seen(&table, "ukr"), "minutes/3/choices"));
    assert_non_null(at(seen(&table, "control"), "decisions/conduct/choices/rus"));
    phase_opens(&table, "debrief", 1);
    assert_non_null(at(seen(&table, "public"), "decisions/conduct/choices/rus"));
    assert_null(at(seen(&table, "rus"), "decisions/conduct/mine"));
    assert_non_null(at(seen(&table, "public"), "minutes/3/choices"));
    game_close(table.game);
}

static void injects_are_seen_by_whom_they_reach(void **state)
{
    struct table table = running(*state);
    struct event event = event_of(EVENT_INJECT);
    event.id = TEXT("i1");
    event.title = TEXT("A cable");
    event.text = TEXT("Burn this.");
    event.parties = set_of("fra", "gbr");
    event.reason = TEXT("They asked for it.");
    happens(&table, NULL, event);
    assert_shown(&table, "fra", "minutes/2/reason", "They asked for it.");
    assert_shown(&table, "control", "minutes/2/reason", "They asked for it.");
    assert_null(at(seen(&table, "rus"), "minutes/2"));
    assert_shown(&table, "fra", "news/0/title", "A cable");
    assert_shown(&table, "rus", "news", "[]");
    assert_shown(&table, "rus", "minutes_total", "1");
    assert_shown(&table, "control", "news/0/text", "Burn this.");
    game_close(table.game);
}

static void scores_are_ones_own_until_the_debrief_is_open(void **state)
{
    struct table table = running(*state);
    assert_int_equal(at(seen(&table, "fra"), "scores")->count, 1);
    assert_non_null(at(seen(&table, "fra"), "scores/fra/expected"));
    assert_null(at(seen(&table, "public"), "scores"));
    assert_int_equal(at(seen(&table, "control"), "scores")->count, paris->party_count);
    phase_opens(&table, "debrief", 1);
    assert_int_equal(at(seen(&table, "fra"), "scores")->count, 1);
    assert_shown(&table, "public", "outcome", "war");
    struct event debrief = event_of(EVENT_DEBRIEF);
    debrief.flag = true;
    happens(&table, NULL, debrief);
    assert_int_equal(at(seen(&table, "fra"), "scores")->count, paris->party_count);
    assert_int_equal(at(seen(&table, "public"), "scores")->count, paris->party_count);
    assert_shown(&table, "public", "clock/debrief", "true");
    game_close(table.game);
}

static void instructions_are_the_delegations_own(void **state)
{
    struct table table = running(*state);
    struct event event = event_of(EVENT_INSTRUCTION);
    event.id = TEXT("n1");
    event.party = party("fra");
    event.source = TEXT("ceasefire.in_force");
    event.text = TEXT("First the guns.");
    happens(&table, "fra", event);
    assert_shown(&table, "fra", "instructions/n1",
                 "{that:ceasefire.in_force else:First the guns. holds:false own:true}");
    assert_null(at(seen(&table, "ukr"), "instructions"));
    event.type = EVENT_INSTRUCTION_GONE;
    happens(&table, "fra", event);
    assert_null(at(seen(&table, "fra"), "instructions"));
    game_close(table.game);
}

static void control_sees_what_has_fired_and_what_went_wrong(void **state)
{
    struct table table = running(*state);
    struct event held = event_of(EVENT_INJECT_HELD), mark = event_of(EVENT_MARKED),
                 trouble = event_of(EVENT_TROUBLE), fired = event_of(EVENT_INJECT);
    held.inject = scenario_inject(paris, TEXT("winter"));
    held.flag = true;
    mark.text = TEXT("Look at this again");
    trouble.text = TEXT("Division by zero.");
    trouble.path = TEXT("injects.winter.when");
    fired.inject = scenario_inject(paris, TEXT("bundestag"));
    fired.id = TEXT("i1");
    fired.flag = true;
    happens(&table, NULL, held);
    happens(&table, NULL, mark);
    happens(&table, NULL, trouble);
    happens(&table, NULL, fired);
    assert_shown(&table, "control", "control/held", "[winter]");
    assert_shown(&table, "control", "control/fired", "{bundestag:1}");
    assert_shown(&table, "control", "control/marks/0/text", "Look at this again");
    assert_shown(&table, "control", "control/troubles/0/path", "injects.winter.when");
    assert_shown(&table, "control", "control/injects_due/0", "exchange_of_200");
    assert_shown(&table, "public", "minutes_total", "2");
    game_close(table.game);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(the_hall_before_the_start),
        PARIS_TEST(the_clock_says_what_is_allowed_and_until_when),
        PARIS_TEST(seats_are_known_but_not_who_has_full_powers),
        PARIS_TEST(own_numbers_are_for_oneself_and_control),
        PARIS_TEST(a_change_names_the_rule_that_made_it),
        PARIS_TEST(an_inject_that_is_not_seen_is_not_named_as_a_cause),
        PARIS_TEST(the_changes_of_a_figure_are_read_by_whoever_sees_it),
        PARIS_TEST(the_past_of_the_world_is_kept_by_rounds),
        PARIS_TEST(a_choice_is_ones_own_until_the_decision_closes),
        PARIS_TEST(some_choices_are_revealed_at_the_end_alone),
        PARIS_TEST(injects_are_seen_by_whom_they_reach),
        PARIS_TEST(scores_are_ones_own_until_the_debrief_is_open),
        PARIS_TEST(instructions_are_the_delegations_own),
        PARIS_TEST(control_sees_what_has_fired_and_what_went_wrong),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
