/* What each sees of texts and of what is said: drafts, versions, signatures, circles, quotes, and
 * older pages of them. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
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
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
