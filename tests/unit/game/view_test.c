#include "table.h"

static const int64_t troops_terms[] = {6, 0};
static const int64_t ceasefire_terms[] = {3};

/* Size 6 and the given basing, as the scenario's strings number it. */
static const int64_t *troops(struct arena *arena, const char *basing)
{
    const struct clause_type *type = &paris->clause_types[paris->keys[clause("fra.troops")].type];
    int64_t *terms = ARENA_ARRAY(arena, int64_t, 2);
    terms[0] = troops_terms[0];
    for (size_t index = 0; index < type->terms[1].domain.option_count; index++)
        if (text_equal(type->terms[1].domain.options[index].id, text_of(basing)))
            terms[1] = type->terms[1].domain.options[index].string;
    return terms;
}

/* A force and French troops in it, between Kyiv, Paris and whom else. */
static const struct draft *force_draft(struct arena *arena, party_set invited)
{
    const struct clause_type *force = &paris->clause_types[paris->keys[clause("force")].type];
    struct draft_clause *clauses = ARENA_ARRAY(arena, struct draft_clause, 2);
    int64_t *terms = ARENA_ARRAY(arena, int64_t, 3);
    terms[0] = party("fra");
    terms[1] = force->terms[1].domain.options[0].string;
    terms[2] = force->terms[2].domain.options[0].string;
    clauses[0] = (struct draft_clause){.key = clause("force"), .terms = terms};
    clauses[1] =
        (struct draft_clause){.key = clause("fra.troops"), .terms = troops(arena, "inside")};
    struct draft *draft = ARENA_NEW(arena, struct draft);
    *draft = (struct draft){.invited = invited, .clauses = clauses, .clause_count = 2};
    return draft;
}

static const struct draft *ceasefire_draft(struct arena *arena)
{
    struct draft_clause *clauses = ARENA_ARRAY(arena, struct draft_clause, 1);
    clauses[0] = (struct draft_clause){.key = clause("ceasefire"), .terms = ceasefire_terms};
    struct draft *draft = ARENA_NEW(arena, struct draft);
    *draft = (struct draft){.invited = set_of("ukr", "rus"), .clauses = clauses, .clause_count = 1};
    return draft;
}

static struct table running(struct arena *arena)
{
    struct table table = table_open(arena);
    seats_taken(&table);
    phase_opens(&table, "talks", 1);
    return table;
}

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

static void a_draft_is_seen_by_the_invited_alone_until_tabled(void **state)
{
    struct table table = running(*state);
    drafts(&table, "fra", "texta", "intent", force_draft(*state, set_of("ukr", "fra")));
    static const char *const others[] = {"public", "rus", "gbr"};
    for (size_t index = 0; index < 3; index++) {
        assert_shown(&table, others[index], "instruments", "{}");
        assert_shown(&table, others[index], "minutes_total", "1");
    }
    assert_shown(&table, "ukr", "instruments/texta/author", "fra");
    assert_shown(&table, "ukr", "instruments/texta/invited", "[ukr fra]");
    assert_shown(&table, "ukr", "instruments/texta/status", "draft");
    assert_shown(&table, "ukr", "instruments/texta/clauses/1",
                 "{id:fra.troops type:troops key:fra terms:{size:6 basing:inside} binds:[fra] "
                 "state:proposed waits_for:[fra]}");
    assert_shown(&table, "ukr", "minutes/2/what", "drafted");
    acts(&table, "fra", EVENT_TABLED, "texta");
    assert_shown(&table, "rus", "instruments/texta/public", "true");
    assert_shown(&table, "rus", "instruments/texta/tabled_by", "fra");
    assert_shown(&table, "public", "minutes/2/what", "tabled");
    assert_shown(&table, "public", "minutes_total", "2");
    game_close(table.game);
}

static void signatures_are_shown_with_the_text_and_fall_with_it(void **state)
{
    struct table table = running(*state);
    drafts(&table, "fra", "texta", "intent",
           force_draft(*state, set_of("ukr", "fra") | set_of("gbr", "gbr")));
    signs(&table, "ukr", "texta", 1, NULL);
    signs(&table, "fra", "texta", 1, "fra.troops");
    assert_shown(&table, "gbr", "instruments/texta/signatures/fra/reserved", "[fra.troops]");
    assert_shown(&table, "gbr", "instruments/texta/signatures/fra/ratified", "false");
    assert_shown(&table, "gbr", "instruments/texta/clauses/1/reserved_by", "[fra]");
    assert_null(at(seen(&table, "gbr"), "instruments/texta/clauses/1/waits_for"));
    assert_shown(&table, "gbr", "instruments/texta/missing",
                 "{signatures:[gbr] ratification:[ukr fra]}");
    assert_shown(&table, "gbr", "minutes/4/reserved", "[fra.troops]");
    acts(&table, "gbr", EVENT_DECLINED, "texta");
    assert_shown(&table, "ukr", "instruments/texta/declined", "[gbr]");
    amends(&table, "gbr", "texta", 2,
           force_draft(*state, set_of("ukr", "fra") | set_of("gbr", "gbr")));
    assert_null(at(seen(&table, "ukr"), "instruments/texta/signatures"));
    assert_null(at(seen(&table, "ukr"), "instruments/texta/declined"));
    assert_shown(&table, "ukr", "instruments/texta/version", "2");
    assert_shown(&table, "ukr", "instruments/texta/amended_by", "gbr");
    assert_shown(&table, "ukr", "instruments/texta/versions/1/by", "fra");
    assert_shown(&table, "ukr", "minutes/6/what", "amended");
    game_close(table.game);
}

static void earlier_versions_stay_with_those_who_had_them(void **state)
{
    struct table table = running(*state);
    drafts(&table, "fra", "texta", "intent", force_draft(*state, set_of("ukr", "fra")));
    amends(&table, "ukr", "texta", 2,
           force_draft(*state, set_of("ukr", "fra") | set_of("gbr", "gbr")));
    acts(&table, "fra", EVENT_TABLED, "texta");
    amends(&table, "ukr", "texta", 3,
           force_draft(*state, set_of("ukr", "fra") | set_of("gbr", "gbr")));
    assert_non_null(at(seen(&table, "ukr"), "instruments/texta/versions/1"));
    assert_null(at(seen(&table, "gbr"), "instruments/texta/versions/1"));
    assert_shown(&table, "ukr", "instruments/texta/versions/2/by", "ukr");
    assert_non_null(at(seen(&table, "gbr"), "instruments/texta/versions/2"));
    /* The public counts from the version that it saw first, and learns nothing of the two before.
     */
    struct tree *open = at(seen(&table, "public"), "instruments");
    assert_int_equal(open->count, 1);
    assert_int_equal(at(open->members[0].value, "version")->number, 2);
    assert_int_equal(at(open->members[0].value, "versions")->count, 1);
    assert_int_equal(at(open->members[0].value, "versions/1/clauses")->count, 2);
    assert_null(at(open, "texta"));
    struct tree *page = history_read(table.game, audience_of("gbr"), TEXT("versions"),
                                     TEXT("texta"), 0, 50, *state);
    assert_int_equal(at(page, "items")->count, 2);
    assert_int_equal(at(page, "items/0/version")->number, 2);
    page =
        history_read(table.game, audience_of("ukr"), TEXT("versions"), TEXT("texta"), 3, 1, *state);
    assert_int_equal(at(page, "items/0/version")->number, 2);
    assert_true(at(page, "more")->flag);
    game_close(table.game);
}

static void what_is_missing_is_said_as_far_as_it_is_certain(void **state)
{
    struct table table = running(*state);
    struct draft *draft = ARENA_NEW(*state, struct draft);
    *draft = *force_draft(*state, set_of("ukr", "fra") | set_of("gbr", "deu"));
    uint32_t condition = (uint32_t)scenario_condition(paris, TEXT("ceasefire_holds"));
    draft->takes_effect_if = &condition;
    draft->takes_effect_count = 1;
    ((struct draft_clause *)(uintptr_t)draft->clauses)[1].brackets = set_of("deu", "deu");
    drafts(&table, "fra", "texta", "intent", draft);
    /* Germany's is not needed: its signature is not waited for. */
    assert_shown(&table, "ukr", "instruments/texta/missing",
                 "{signatures:[ukr fra gbr] conditions:[ceasefire_holds] brackets:[fra.troops]}");
    assert_shown(&table, "ukr", "instruments/texta/conditions", "{ceasefire_holds:false}");
    assert_shown(&table, "ukr", "instruments/texta/clauses/1/brackets", "[deu]");
    drafts(&table, "fra", "textb", "declaration",
           force_draft(*state, set_of("ukr", "fra") | set_of("gbr", "deu")));
    /* Any three with Kyiv will do: all who could sign are named. */
    assert_shown(&table, "ukr", "instruments/textb/missing", "{signatures:[ukr fra gbr deu]}");
    game_close(table.game);
}

static void a_clause_says_whom_it_waits_for_and_what_it_requires(void **state)
{
    struct table table = running(*state);
    struct draft *draft = ARENA_NEW(*state, struct draft);
    *draft = *force_draft(*state, set_of("ukr", "gbr"));
    draft->clauses++;
    draft->clause_count = 1;
    drafts(&table, "gbr", "texta", "intent", draft);
    assert_shown(&table, "ukr", "instruments/texta/clauses/0/uninvited", "[fra]");
    assert_shown(&table, "ukr", "instruments/texta/clauses/0/requires",
                 "Troops need a multinational force.");
    game_close(table.game);
}

static void what_is_in_force_is_settled_for_all(void **state)
{
    struct table table = running(*state);
    drafts(&table, "ukr", "truce", "armistice", ceasefire_draft(*state));
    signs(&table, "ukr", "truce", 1, NULL);
    signs(&table, "rus", "truce", 1, NULL);
    acts(&table, NULL, EVENT_ENTERED, "truce");
    settles(&table, "truce", "ceasefire", ceasefire_terms, 1, set_of("ukr", "rus"));
    assert_shown(&table, "public", "instruments/truce/status", "in_force");
    assert_shown(&table, "public", "instruments/truce/clauses/0/state", "settled");
    assert_shown(&table, "public", "settled", "{ceasefire:{instrument:truce terms:{days:3}}}");
    assert_null(at(seen(&table, "public"), "instruments/truce/missing"));
    struct event suspended = event_of(EVENT_SUSPENDED);
    suspended.instrument = TEXT("truce");
    suspended.flag = true;
    happens(&table, NULL, suspended);
    assert_shown(&table, "public", "instruments/truce/status", "suspended");
    assert_shown(&table, "public", "settled", "{}");
    drafts(&table, "ukr", "newer", "armistice", ceasefire_draft(*state));
    signs(&table, "ukr", "newer", 1, NULL);
    assert_shown(&table, "rus", "instruments/newer/clauses/0/replaces", "truce");
    assert_shown(&table, "rus", "instruments/newer/clauses/0/needs", "[rus]");
    game_close(table.game);
}

static void linked_texts_are_named_to_those_who_know_both(void **state)
{
    struct table table = running(*state);
    drafts(&table, "ukr", "truce", "armistice", ceasefire_draft(*state));
    struct draft *draft = ARENA_NEW(*state, struct draft);
    *draft = *force_draft(*state, set_of("ukr", "fra"));
    struct text linked = TEXT("truce");
    draft->linked = &linked;
    draft->linked_count = 1;
    drafts(&table, "ukr", "texta", "intent", draft);
    assert_shown(&table, "ukr", "instruments/texta/linked", "[truce]");
    assert_shown(&table, "ukr", "instruments/texta/missing/linked", "[truce]");
    assert_null(at(seen(&table, "ukr"), "instruments/texta/linked_unknown"));
    assert_shown(&table, "fra", "instruments/texta/linked_unknown", "1");
    assert_null(at(seen(&table, "fra"), "instruments/texta/linked"));
    assert_null(at(seen(&table, "fra"), "instruments/texta/missing/linked"));
    game_close(table.game);
}

static void messages_count_within_their_circle(void **state)
{
    struct table table = running(*state);
    says(&table, "fra", "m1", TO_PLENARY, 0, "Good morning");
    says(&table, "fra", "m2", TO_PARTIES, set_of("fra", "ukr"), "A word");
    says(&table, "rus", "m3", TO_CONTROL, set_of("rus", "rus"), "Is this allowed?");
    says(&table, NULL, "m4", TO_PARTIES, set_of("rus", "fra"), "It is.");
    says(&table, "ukr", "m5", TO_PLENARY, 0, "Good day");
    says(&table, "fra", "m6", TO_PARTIES, set_of("fra", "fra"), "Among us");
    assert_shown(&table, "public", "circles/plenary/messages/m5/n", "2");
    assert_null(at(seen(&table, "public"), "circles/ukr+fra"));
    assert_shown(&table, "ukr", "circles/ukr+fra/parties", "[ukr fra]");
    assert_shown(&table, "ukr", "circles/ukr+fra/messages/m2/text", "A word");
    assert_null(at(seen(&table, "ukr"), "circles/fra"));
    assert_shown(&table, "fra", "circles/fra/messages/m6/seat", "fra");
    assert_shown(&table, "rus", "circles/control:rus/total", "2");
    assert_shown(&table, "rus", "circles/control:rus/messages/m4/from", "control");
    assert_null(at(seen(&table, "rus"), "circles/control:fra"));
    assert_shown(&table, "control", "circles/control:fra/total", "1");
    assert_shown(&table, "control", "circles/ukr+fra/total", "1");
    game_close(table.game);
}

static void a_circle_calls_where_somebody_in_it_said_last(void **state)
{
    struct table table = running(*state);
    party_set both = set_of("fra", "ukr");
    says(&table, "fra", "m1", TO_PARTIES, both, "https://call.example/one");
    says(&table, "ukr", "m2", TO_PARTIES, both, "https://call.example/two");
    says(&table, "ukr", "m3", TO_PARTIES, both, "Not https://call.example/three, please");
    says(&table, "ukr", "m4", TO_PARTIES, both, "https://call.example/four is full");
    says(&table, "ukr", "m5", TO_PARTIES, both, "http://call.example/five");
    assert_shown(&table, "fra", "circles/ukr+fra/call", "https://call.example/two");
    assert_null(at(seen(&table, "fra"), "circles/plenary/call"));
    assert_null(at(seen(&table, "rus"), "circles/ukr+fra"));
    game_close(table.game);
}

static void a_quote_names_a_text_only_to_those_who_see_it(void **state)
{
    struct table table = running(*state);
    drafts(&table, "fra", "texta", "intent", force_draft(*state, set_of("ukr", "fra")));
    struct event event = event_of(EVENT_MESSAGE);
    event.id = TEXT("m1");
    event.party = party("fra");
    event.to = TO_PLENARY;
    event.text = TEXT("As we wrote");
    event.quote = TEXT("texta");
    event.quote_key = (int32_t)clause("fra.troops");
    happens(&table, "fra", event);
    assert_shown(&table, "ukr", "circles/plenary/messages/m1/quote",
                 "{instrument:texta clause:fra.troops}");
    assert_null(at(seen(&table, "rus"), "circles/plenary/messages/m1/quote"));
    game_close(table.game);
}

static void long_lists_are_cut_and_read_in_pages(void **state)
{
    struct table table = running(*state);
    for (int index = 1; index <= 120; index++)
        says(&table, "fra", arena_print(*state, "m%d", index).at, TO_PRESS, 0, "News");
    assert_shown(&table, "public", "circles/press/total", "120");
    assert_int_equal(at(seen(&table, "public"), "circles/press/messages")->count, 50);
    assert_null(at(seen(&table, "public"), "circles/press/messages/m70"));
    assert_shown(&table, "public", "circles/press/messages/m71/n", "71");
    assert_shown(&table, "public", "minutes_total", "121");
    assert_int_equal(at(seen(&table, "public"), "minutes")->count, 100);
    assert_shown(&table, "public", "minutes/22/what", "press");
    struct tree *page = history_read(table.game, audience_of("public"), TEXT("messages"),
                                     TEXT("press"), 71, 60, *state);
    assert_int_equal(at(page, "items")->count, 60);
    assert_int_equal(at(page, "items/0/n")->number, 11);
    assert_true(at(page, "more")->flag);
    page = history_read(table.game, audience_of("public"), TEXT("messages"), TEXT("press"), 11, 60,
                        *state);
    assert_int_equal(at(page, "items")->count, 10);
    assert_false(at(page, "more")->flag);
    page =
        history_read(table.game, audience_of("public"), TEXT("minutes"), TEXT(""), 3, 200, *state);
    assert_int_equal(at(page, "items")->count, 2);
    assert_null(history_read(table.game, audience_of("public"), TEXT("messages"), TEXT("ukr+fra"),
                             0, 9, *state));
    assert_null(history_read(table.game, audience_of("public"), TEXT("versions"), TEXT("no"), 0, 9,
                             *state));
    assert_null(
        history_read(table.game, audience_of("public"), TEXT("what"), TEXT(""), 0, 9, *state));
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
        PARIS_TEST(a_draft_is_seen_by_the_invited_alone_until_tabled),
        PARIS_TEST(signatures_are_shown_with_the_text_and_fall_with_it),
        PARIS_TEST(earlier_versions_stay_with_those_who_had_them),
        PARIS_TEST(what_is_missing_is_said_as_far_as_it_is_certain),
        PARIS_TEST(a_clause_says_whom_it_waits_for_and_what_it_requires),
        PARIS_TEST(what_is_in_force_is_settled_for_all),
        PARIS_TEST(linked_texts_are_named_to_those_who_know_both),
        PARIS_TEST(messages_count_within_their_circle),
        PARIS_TEST(a_circle_calls_where_somebody_in_it_said_last),
        PARIS_TEST(a_quote_names_a_text_only_to_those_who_see_it),
        PARIS_TEST(long_lists_are_cut_and_read_in_pages),
        PARIS_TEST(a_choice_is_ones_own_until_the_decision_closes),
        PARIS_TEST(some_choices_are_revealed_at_the_end_alone),
        PARIS_TEST(injects_are_seen_by_whom_they_reach),
        PARIS_TEST(scores_are_ones_own_until_the_debrief_is_open),
        PARIS_TEST(instructions_are_the_delegations_own),
        PARIS_TEST(control_sees_what_has_fired_and_what_went_wrong),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
