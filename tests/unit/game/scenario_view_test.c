#include "table.h"

#define assert_known(state, by, edition, path, expected)                                           \
    assert_string_equal(                                                                           \
        arena_copy(                                                                                \
            *(state),                                                                              \
            shown(*(state), at(scenario_view(paris, (edition), audience_of(by), *(state)), path))) \
            .at,                                                                                   \
        expected)

static uint32_t edition(const char *id)
{
    return (uint32_t)scenario_edition(paris, text_of(id));
}

static void everyone_reads_what_is_public(void **state)
{
    uint32_t first = edition("first");
    assert_known(state, "public", first, "id", "paris");
    assert_known(state, "public", first, "edition", "first");
    assert_known(state, "public", first, "editions",
                 "{first:{title:First class default:true} full:{title:Full}}");
    assert_known(state, "public", first, "parties/fra/seats", "{head:1 adviser:2}");
    assert_known(state, "public", first, "parties/fra/short", "France");
    assert_known(state, "public", first, "regions/znpp/name",
                 "Enerhodar and its nuclear power plant");
    assert_known(state, "public", first, "variables/attrition",
                 "{label:What the war has cost type:int min:0 max:100 start:40}");
    assert_known(state, "public", first, "clauses/troops/terms/basing/default", "nearby");
    assert_known(state, "public", first, "clauses/troops/terms/size",
                 "{type:int min:3 max:12 step:3 default:0 unit:thousand}");
    assert_known(state, "public", first, "clauses/troops/requires",
                 "[Troops need a multinational force.]");
    assert_known(state, "public", first, "clauses/force/terms/lead",
                 "{type:party of:[fra gbr] default:fra}");
    assert_known(state, "public", first, "conditions/ceasefire_holds",
                 "{title:a ceasefire is in force}");
    assert_known(state, "public", first, "instruments/intent/open_to", "[ukr fra gbr deu tur]");
    assert_known(state, "public", first, "instruments/intent/severable", "[troops]");
    assert_known(state, "public", first, "instruments/intent/ratified", "true");
    assert_known(state, "public", first, "instruments/armistice/denounce", "none");
    assert_known(state, "public", first, "decisions/ratify/options/no", "Withhold");
    assert_known(state, "public", first, "phases/1/allows", "[talk press draft sign]");
    assert_known(state, "public", first, "outcomes/war/title", "The war goes on");
    assert_non_null(at(scenario_view(paris, first, audience_of("public"), *state), "map"));
    assert_non_null(
        at(scenario_view(paris, first, audience_of("public"), *state), "briefings/common"));
}

static void what_stands_in_a_number_is_named(void **state)
{
    uint32_t first = edition("first");
    assert_known(state, "public", first, "formulas/certainty/reads", "[detection attribution]");
    assert_known(state, "public", first, "formulas/risk/reads", "[deterrence ceasefire]");
    assert_known(state, "public", first, "formulas/aid_total/reads", "[aid]");
    assert_known(state, "public", first, "formulas/promised/reads", "[response]");
    /* One key of many is named alone; what its reader may not see is not named. */
    assert_known(state, "fra", first, "scores/fra/items/backstop/reads", "[ceasefire usa.response]");
    assert_known(state, "ukr", first, "scores/ukr/items/security/reads",
                 "[trouble war_ukr ceasefire]");
    assert_known(state, "control", first, "scores/ukr/items/security/reads",
                 "[trouble war_ukr ceasefire]");
    assert_null(at(scenario_view(paris, first, audience_of("fra"), *state), "scores/ukr"));
}

/* A binding promise with soldiers is worth 6, none at all 0. */
static void own_interests_have_a_weight(void **state)
{
    uint32_t full = edition("full");
    assert_known(state, "fra", full, "scores/fra/items/backstop/weight", "6");
    const struct tree *others = scenario_view(paris, full, audience_of("control"), *state);
    assert_null(at(others, "scores/fra/items/backstop/weight"));
}

static void what_is_anothers_is_not_told(void **state)
{
    struct tree *public = scenario_view(paris, 0, audience_of("public"), *state);
    struct tree *french = scenario_view(paris, 0, audience_of("fra"), *state);
    static const char *const hidden[] = {"scores",          "first_moves", "briefings/own",
                                         "teaching",        "injects",     "variables/support",
                                         "formulas/war_deu"};
    for (size_t index = 0; index < sizeof(hidden) / sizeof(*hidden); index++)
        assert_null(at(public, hidden[index]));
    assert_null(at(french, "teaching"));
    assert_null(at(french, "injects"));
    assert_null(at(french, "formulas/war_deu"));
    assert_null(at(french, "scores/deu"));
    assert_non_null(at(french, "scores/fra/items"));
    assert_non_null(at(french, "formulas/war_fra"));
    assert_non_null(at(french, "briefings/own"));
    assert_non_null(at(french, "first_moves/0/title"));
    assert_known(state, "fra", 0, "variables/support/start", "{fra:46}");
    struct tree *control = scenario_view(paris, 0, audience_of("control"), *state);
    assert_non_null(at(control, "teaching"));
    assert_non_null(at(control, "injects/winter/automatic"));
    assert_non_null(at(control, "scores/deu/items"));
    assert_non_null(at(control, "briefings/parties/deu"));
}

static void a_number_names_what_it_comes_from(void **state)
{
    uint32_t full = edition("full");
    assert_known(state, "public", full, "formulas/certainty/reads", "[detection attribution]");
    assert_known(state, "public", full, "formulas/attribution/reads", "[monitor]");
    assert_known(state, "public", full, "formulas/risk/reads", "[deterrence ceasefire]");
    assert_known(state, "public", full, "formulas/losses/reads", "[attrition]");
    assert_null(at(scenario_view(paris, full, audience_of("fra"), *state), "formulas/war_ukr"));
    assert_known(state, "ukr", full, "formulas/war_ukr/reads", "[attrition aid_total]");
}

static bool names(struct tree *list, const char *name)
{
    for (size_t index = 0; list && index < list->count; index++)
        if (text_equal(list->members[index].value->text, text_of(name)))
            return true;
    return false;
}

static void a_decision_names_what_it_can_change_as_far_as_one_sees(void **state)
{
    const char *sets = "decisions/conduct/sets";
    struct tree *ukrainian = scenario_view(paris, 0, audience_of("ukr"), *state);
    struct tree *russian = scenario_view(paris, 0, audience_of("rus"), *state);
    struct tree *public = scenario_view(paris, 0, audience_of("public"), *state);
    assert_true(names(at(ukrainian, sets), "ukr.seized"));
    assert_false(names(at(ukrainian, sets), "rus.seized"));
    assert_true(names(at(russian, sets), "rus.seized"));
    assert_false(names(at(public, sets), "ukr.seized"));
    assert_true(names(at(public, sets), "evidence"));
    assert_true(names(at(scenario_view(paris, 0, audience_of("control"), *state), sets), "seized"));
}

static void an_edition_opens_clauses_and_templates(void **state)
{
    uint32_t first = edition("first"), full = edition("full");
    assert_known(state, "public", first, "clauses/troops/keys", "[fra.troops]");
    assert_known(state, "public", full, "clauses/troops/keys",
                 "[fra.troops gbr.troops deu.troops tur.troops]");
    assert_known(state, "public", first, "phases/1/rounds", "2");
    assert_known(state, "public", full, "phases/1/rounds", "3");
    struct tree *narrow = scenario_view(paris, first, audience_of("public"), *state);
    struct tree *wide = scenario_view(paris, full, audience_of("public"), *state);
    assert_non_null(at(narrow, "instruments/intent/templates/two"));
    assert_null(at(narrow, "instruments/intent/templates/wider"));
    assert_non_null(at(wide, "instruments/intent/templates/wider"));
    assert_known(state, "public", first, "instruments/intent/templates/two/clauses/1",
                 "{id:fra.troops type:troops key:fra terms:{size:6 basing:inside}}");
    assert_known(state, "public", first, "instruments/intent/templates/two/takes_effect_if",
                 "[ceasefire_holds]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(everyone_reads_what_is_public),
        PARIS_TEST(what_stands_in_a_number_is_named),
        PARIS_TEST(own_interests_have_a_weight),
        PARIS_TEST(what_is_anothers_is_not_told),
        PARIS_TEST(a_number_names_what_it_comes_from),
        PARIS_TEST(a_decision_names_what_it_can_change_as_far_as_one_sees),
        PARIS_TEST(an_edition_opens_clauses_and_templates),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
