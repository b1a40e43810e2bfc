#include "kit.h"

/* Attaches conditions to a draft being written: names with NULL at the end. */
static struct command conditioned(struct play *play, struct command command, const char *takes,
                                  const char *suspends)
{
    uint32_t *lists = ARENA_ARRAY(play->arena, uint32_t, 2);
    if (takes) {
        lists[0] = condition(takes);
        command.takes_effect_if = lists;
        command.takes_effect_count = 1;
    }
    if (suspends) {
        lists[1] = condition(suspends);
        command.suspended_while = lists + 1;
        command.suspended_count = 1;
    }
    command.conditions_given = true;
    return command;
}

static struct text drafted_with(struct play *play, const char *seat, const char *kind,
                                const char *invite, const struct wish *clauses, const char *takes,
                                const char *suspends)
{
    ok(play, conditioned(play, drafting(play, seat, kind, invite, clauses), takes, suspends));
    return answered(play);
}

static struct text signed_by_all(struct play *play, struct text text)
{
    party_set invited = the(play, text)->draft->invited;
    for (size_t index = 0; index < rules->party_count; index++)
        if (invited & party_bit((int)index)) {
            struct command command = signing(play, rules->parties[index].id.at, text);
            command.flag = true; /* Instructions are another test's matter. */
            ok(play, command);
        }
    return text;
}

static void a_text_enters_when_its_signatories_are_enough(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text =
        drafted(play, "nor", "accord", "sou wes eas", WISHES({"ceasefire", {3}}, {"watch", {2}}));
    sign(play, "nor", text);
    assert_status(play, text, INSTRUMENT_DRAFT, false);
    sign(play, "sou", text);
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    assert_true(the(play, text)->open_to_all);
    assert_true_of(play, "accord.in_force && ceasefire.in_force && ceasefire.days == 3");
    assert_true_of(play, "nor.bound_by(ceasefire) && !wes.bound_by(ceasefire)");
    /* Who is bound by the watch has not signed: dormant, until it accedes. */
    assert_int_equal(clause_state(play, text, "watch"), CLAUSE_DORMANT);
    assert_false_of(play, "watch.in_force");
    assert_int_equal(value(play, "escalation"), 20);
    sign(play, "wes", text);
    assert_true_of(play, "watch.in_force && watch.lead == wes && wes.bound_by(watch)");
    assert_true_of(play, "accord.signatures == 3");
    play_close(play);
}

static void without_a_rule_all_invited_must_sign(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "memo", "sou wes", WISHES({"ceasefire", {3}}));
    sign(play, "nor", text);
    sign(play, "sou", text);
    assert_status(play, text, INSTRUMENT_DRAFT, false);
    sign(play, "wes", text);
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    play_close(play);
}

static void a_clause_that_binds_the_uninvited_never_settles(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = signed_by_all(
        play, drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}, {"watch", {2}})));
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    assert_int_equal(clause_state(play, text, "watch"), CLAUSE_DORMANT);
    play_close(play);
}

static void a_text_takes_effect_on_its_conditions(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, setting(play, NULL, "attacked", 1));
    struct text text = signed_by_all(play, drafted_with(play, "nor", "accord", "sou",
                                                        WISHES({"ceasefire", {3}}), "quiet", NULL));
    assert_status(play, text, INSTRUMENT_DRAFT, false);
    ok(play, setting(play, NULL, "attacked", 0));
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    /* Once: what made it enter may pass. */
    ok(play, setting(play, NULL, "attacked", 1));
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    play_close(play);
}

static void suspension_and_resumption_run_no_entry_again(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text =
        signed_by_all(play, drafted_with(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}),
                                         NULL, "attack"));
    assert_int_equal(value(play, "entered"), 1);
    ok(play, setting(play, NULL, "attacked", 1));
    assert_status(play, text, INSTRUMENT_IN_FORCE, true);
    assert_true_of(play, "!accord.in_force && !ceasefire.in_force && ceasefire.days == 30");
    assert_true_of(play, "!nor.bound_by(ceasefire) && nor.signed(accord)");
    ok(play, setting(play, NULL, "attacked", 0));
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    assert_true_of(play, "ceasefire.in_force && ceasefire.days == 3");
    assert_int_equal(value(play, "entered"), 1);
    assert_int_equal(events_of(play, EVENT_SUSPENDED), 2);
    play_close(play);
}

/* It reads its own clause as if active: in force, hence suspended, and it stays so. */
static void a_condition_is_read_as_if_the_text_were_active(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = signed_by_all(play, drafted_with(play, "nor", "accord", "sou",
                                                        WISHES({"ceasefire", {3}}), NULL, "truce"));
    assert_status(play, text, INSTRUMENT_IN_FORCE, true);
    ok(play, setting(play, NULL, "luck", 5));
    assert_status(play, text, INSTRUMENT_IN_FORCE, true);
    assert_int_equal(events_of(play, EVENT_SUSPENDED), 1);
    assert_int_equal(events_of(play, EVENT_TROUBLE), 0);
    play_close(play);
}

/* Each turns on the other: no rest, so what still changes is suspended and control is told. */
static void texts_that_never_rest_are_suspended(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text first =
        signed_by_all(play, drafted_with(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}),
                                         NULL, "watched"));
    struct text second =
        drafted_with(play, "wes", "memo", "nor", WISHES({"watch", {2}}), NULL, "truce");
    signed_by_all(play, second);
    assert_status(play, first, INSTRUMENT_IN_FORCE, false);
    assert_status(play, second, INSTRUMENT_IN_FORCE, true);
    play_close(play);
    play = play_open("talks");
    first = signed_by_all(play, drafted_with(play, "nor", "accord", "sou",
                                             WISHES({"ceasefire", {3}}), NULL, "unwatched"));
    second = drafted_with(play, "wes", "memo", "nor", WISHES({"watch", {2}}), NULL, "truce");
    assert_status(play, first, INSTRUMENT_IN_FORCE, true);
    signed_by_all(play, second);
    int troubles = events_of(play, EVENT_TROUBLE);
    assert_true(troubles > 0);
    int suspensions = events_of(play, EVENT_SUSPENDED);
    ok(play, setting(play, NULL, "luck", 5));
    ok(play, setting(play, NULL, "luck", 6));
    assert_int_equal(events_of(play, EVENT_SUSPENDED), suspensions);
    assert_int_equal(events_of(play, EVENT_TROUBLE), troubles);
    play_close(play);
}

static void texts_that_wait_for_each_other_never_enter(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text first =
        signed_by_all(play, drafted_with(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}),
                                         "watched", NULL));
    struct text second = signed_by_all(
        play, drafted_with(play, "wes", "memo", "nor", WISHES({"watch", {2}}), "truce", NULL));
    assert_status(play, first, INSTRUMENT_DRAFT, false);
    assert_status(play, second, INSTRUMENT_DRAFT, false);
    play_close(play);
}

static struct command linking(struct play *play, const char *seat, struct text text,
                              struct text other)
{
    struct command command = on_text(seat, COMMAND_LINK, text);
    struct text *linked = ARENA_NEW(play->arena, struct text);
    *linked = other;
    command.linked = linked;
    command.linked_count = 1;
    return command;
}

static void linked_texts_enter_together_or_not_at_all(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text first =
        drafted_with(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}), "watched", NULL);
    struct text second =
        drafted_with(play, "wes", "memo", "nor", WISHES({"watch", {2}}), "truce", NULL);
    refused(play, linking(play, "sou", first, second), "instrument.unknown");
    refused(play, linking(play, "nor", first, first), "link.invalid");
    sign(play, "sou", first);
    ok(play, linking(play, "nor", first, second));
    assert_int_equal(the(play, first)->version, 2);
    assert_int_equal(the(play, second)->version, 2);
    assert_int_equal(the(play, first)->signed_by, 0);
    assert_int_equal(the(play, second)->draft->linked_count, 1);
    signed_by_all(play, first);
    assert_status(play, first, INSTRUMENT_DRAFT, false);
    signed_by_all(play, second);
    assert_status(play, first, INSTRUMENT_IN_FORCE, false);
    assert_status(play, second, INSTRUMENT_IN_FORCE, false);
    assert_true_of(play, "ceasefire.in_force && watch.in_force");
    refused(play, linking(play, "nor", first, second), "instrument.in_force");
    play_close(play);
}

static void a_linked_text_may_be_what_a_clause_requires(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text truce = drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    struct text other = drafted(play, "nor", "memo", "wes", WISHES({"watch", {2}}));
    ok(play, linking(play, "nor", other, truce));
    ok(play, amending(play, "wes", other, 2, WISHES({"watch", {2}}, {"wes.troops", {500}})));
    struct command unlinking = on_text("nor", COMMAND_LINK, other);
    refused(play, unlinking, "clause.requires");
    signed_by_all(play, other);
    signed_by_all(play, truce);
    assert_true_of(play, "wes.troops.in_force && wes.troops.size == 500 && ceasefire.in_force");
    play_close(play);
}

static void unlinking_makes_versions_of_both(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text first = drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    struct text second = drafted(play, "nor", "memo", "wes", WISHES({"watch", {2}}));
    ok(play, linking(play, "nor", first, second));
    ok(play, linking(play, "nor", first, second)); /* Nothing new: nothing happens. */
    assert_int_equal(the(play, first)->version, 2);
    /* Southland does not know the other text and has no say in the link. */
    ok(play, on_text("sou", COMMAND_LINK, first));
    assert_int_equal(the(play, first)->draft->linked_count, 1);
    ok(play, on_text("nor", COMMAND_LINK, first));
    assert_int_equal(the(play, first)->version, 3);
    assert_int_equal(the(play, second)->version, 3);
    assert_int_equal(the(play, second)->draft->linked_count, 0);
    signed_by_all(play, first);
    assert_status(play, first, INSTRUMENT_IN_FORCE, false);
    play_close(play);
}

static void a_settled_clause_is_replaced_only_with_all_its_parties(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text old =
        signed_by_all(play, drafted(play, "nor", "accord", "sou wes", WISHES({"ceasefire", {3}})));
    struct text without =
        drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {9}}, {"delta.status", {0}}));
    const struct tree *missing = tree_get(play->last.answer, TEXT("missing"));
    assert_int_equal(tree_get(missing, TEXT("ceasefire"))->count, 3);
    sign(play, "nor", without);
    sign(play, "sou", without);
    assert_status(play, without, INSTRUMENT_IN_FORCE, false);
    assert_int_equal(clause_state(play, without, "ceasefire"), CLAUSE_DORMANT);
    assert_true_of(play, "ceasefire.days == 3 && delta.status.in_force");
    struct text with =
        signed_by_all(play, drafted(play, "nor", "accord", "sou wes", WISHES({"ceasefire", {7}})));
    assert_true_of(play, "ceasefire.days == 7");
    assert_int_equal(value(play, "entered"), 1);
    assert_int_equal(clause_state(play, old, "ceasefire"), CLAUSE_SUPERSEDED);
    assert_int_equal(clause_state(play, without, "ceasefire"), CLAUSE_OVERTAKEN);
    /* What was replaced never revives. */
    ok(play, on_text(NULL, COMMAND_INSTRUMENT_END, with));
    assert_false_of(play, "ceasefire.in_force");
    assert_status(play, with, INSTRUMENT_ENDED, false);
    play_close(play);
}

static void a_clause_whose_requirement_fails_at_entry_stays_dormant(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text =
        drafted(play, "nor", "accord", "sou wes", WISHES({"ceasefire", {3}}, {"patrol", {0}}));
    ok(play, setting(play, NULL, "attacked", 1));
    signed_by_all(play, text);
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    assert_int_equal(clause_state(play, text, "patrol"), CLAUSE_DORMANT);
    ok(play, setting(play, NULL, "attacked", 0));
    assert_int_equal(clause_state(play, text, "patrol"), CLAUSE_SETTLED);
    /* Later failure changes nothing. */
    ok(play, setting(play, NULL, "attacked", 1));
    assert_true_of(play, "patrol.in_force");
    play_close(play);
}

static void a_signature_counts_once_ratified(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "treaty", "sou", WISHES({"delta.status", {0}}));
    ok(play, on_text("nor", COMMAND_TABLE, text));
    sign(play, "nor", text);
    sign(play, "sou", text);
    assert_true_of(play, "treaty.signatures == 2 && nor.signed(treaty) && !treaty.in_force");
    while (play->game->position.phase < scenario_phase(rules, TEXT("vote")))
        ok(play, by(NULL, COMMAND_ADVANCE));
    ok(play, choosing("nor", "ratify", 0));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(the(play, text)->ratified, parties("nor"));
    assert_status(play, text, INSTRUMENT_DRAFT, false);
    ok(play, choosing("nor", "ratify", 0));
    ok(play, choosing("sou", "ratify", 0));
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    assert_phase(play, "debrief", 1);
    assert_true_of(play, "delta.status.in_force");
    play_close(play);
}

static void a_free_denunciation_ends_what_binds_the_party_at_once(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = signed_by_all(
        play, drafted(play, "nor", "memo", "sou wes", WISHES({"ceasefire", {3}}, {"watch", {2}})));
    refused(play, on_text("nor+", COMMAND_DENOUNCE, text), "seat.not_head");
    ok(play, on_text("nor", COMMAND_DENOUNCE, text));
    assert_false_of(play, "ceasefire.in_force");
    assert_true_of(play, "watch.in_force && memo.in_force && !nor.signed(memo)");
    assert_int_equal(clause_state(play, text, "ceasefire"), CLAUSE_ENDED);
    refused(play, on_text("nor", COMMAND_DENOUNCE, text), "denounce.not_bound");
    refused(play, signing(play, "nor", text), "signature.already");
    refused(play, on_text("eas", COMMAND_DENOUNCE, text), "party.not_invited");
    ok(play, on_text("wes", COMMAND_DENOUNCE, text));
    assert_status(play, text, INSTRUMENT_ENDED, false);
    play_close(play);
}

static void a_denunciation_with_notice_takes_effect_at_the_end_of_the_next_round(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = signed_by_all(play, drafted(play, "nor", "accord", "sou wes",
                                                   WISHES({"ceasefire", {3}}, {"watch", {2}})));
    ok(play, on_text("sou", COMMAND_DENOUNCE, text));
    refused(play, on_text("sou", COMMAND_DENOUNCE, text), "denounce.not_allowed");
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "talks", 2);
    assert_true_of(play, "ceasefire.in_force && sou.signed(accord)");
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_phase(play, "talks", 3);
    assert_false_of(play, "ceasefire.in_force");
    assert_true_of(play, "watch.in_force && !sou.signed(accord)");
    struct text treaty = drafted(play, "nor", "charter", "sou wes", WISHES({"hills.status", {0}}));
    refused(play, on_text("nor", COMMAND_DENOUNCE, treaty), "denounce.not_allowed");
    signed_by_all(play, treaty);
    refused(play, on_text("nor", COMMAND_DENOUNCE, treaty), "denounce.not_allowed");
    play_close(play);
}

static void trouble_is_false_and_told_once_a_round(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, setting(play, NULL, "divisor", 0));
    struct text text = signed_by_all(
        play, drafted_with(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}), "odd", NULL));
    assert_status(play, text, INSTRUMENT_DRAFT, false);
    ok(play, setting(play, NULL, "luck", 5));
    assert_int_equal(play->game->trouble_count, 1);
    assert_text(play->game->troubles[0].path, "conditions.odd.when");
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(play->game->trouble_count, 2);
    ok(play, setting(play, NULL, "divisor", 1));
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_enters_when_its_signatories_are_enough),
        cmocka_unit_test(without_a_rule_all_invited_must_sign),
        cmocka_unit_test(a_clause_that_binds_the_uninvited_never_settles),
        cmocka_unit_test(a_text_takes_effect_on_its_conditions),
        cmocka_unit_test(suspension_and_resumption_run_no_entry_again),
        cmocka_unit_test(a_condition_is_read_as_if_the_text_were_active),
        cmocka_unit_test(texts_that_never_rest_are_suspended),
        cmocka_unit_test(texts_that_wait_for_each_other_never_enter),
        cmocka_unit_test(linked_texts_enter_together_or_not_at_all),
        cmocka_unit_test(a_linked_text_may_be_what_a_clause_requires),
        cmocka_unit_test(unlinking_makes_versions_of_both),
        cmocka_unit_test(a_settled_clause_is_replaced_only_with_all_its_parties),
        cmocka_unit_test(a_clause_whose_requirement_fails_at_entry_stays_dormant),
        cmocka_unit_test(a_signature_counts_once_ratified),
        cmocka_unit_test(a_free_denunciation_ends_what_binds_the_party_at_once),
        cmocka_unit_test(a_denunciation_with_notice_takes_effect_at_the_end_of_the_next_round),
        cmocka_unit_test(trouble_is_false_and_told_once_a_round),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
