#include "kit.h"

static void heads_sign_one_version_and_others_do_not(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text =
        drafted(play, "nor", "accord", "sou wes", WISHES({"ceasefire", {3}}, {"watch", {2}}));
    refused(play, signing(play, "sou+", text), "seat.not_head");
    ok(play, amending(play, "sou", text, 1, WISHES({"ceasefire", {3}})));
    struct command command = signing(play, "sou", text);
    command.version = 1;
    refused(play, command, "version.stale");
    sign(play, "sou", text);
    const struct tree *waits = tree_get(play->last.answer, TEXT("waits_for"));
    assert_int_equal(waits->count, 2);
    refused(play, signing(play, "sou", text), "signature.already");
    refused(play, on_text("sou", COMMAND_DECLINE, text), "signature.already");
    refused(play, on_text("wes", COMMAND_UNSIGN, text), "signature.none");
    refused(play, on_text("nor", COMMAND_WITHDRAW, text), "instrument.signed");
    ok(play, on_text("sou", COMMAND_UNSIGN, text));
    assert_int_equal(the(play, text)->signed_by, 0);
    refused(play, on_text("sou", COMMAND_WITHDRAW, text), "instrument.not_author");
    ok(play, on_text("nor+", COMMAND_WITHDRAW, text));
    assert_status(play, text, INSTRUMENT_WITHDRAWN, false);
    refused(play, signing(play, "sou", text), "instrument.ended");
    play_close(play);
}

static void full_powers_sign_and_do_not_override(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text =
        drafted(play, "nor", "accord", "sou", WISHES({"delta.status", {string_of("ceded")}}));
    struct command powers = by("sou", COMMAND_POWERS);
    powers.seat = TEXT("sou+");
    powers.flag = true;
    ok(play, powers);
    refused(play, signing(play, "sou+", text), "instruction.broken");
    assert_string_equal(play->last.refusal.message.at, "The cabinet will not cede the Delta.");
    struct command command = signing(play, "sou+", text);
    command.flag = true;
    refused(play, command, "instruction.broken");
    command.actor.seat = TEXT("sou");
    ok(play, command);
    assert_true(instrument_signature(the(play, text), party("sou"))->override);
    ok(play, on_text("sou+", COMMAND_UNSIGN, text));
    powers.flag = false;
    ok(play, powers);
    refused(play, signing(play, "sou+", text), "seat.not_head");
    play_close(play);
}

static void what_is_reserved_breaks_no_instruction_and_stays_dormant(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "accord", "sou",
                               WISHES({"ceasefire", {3}}, {"delta.status", {string_of("ceded")}}));
    refused(play, reserving(play, "sou", text, "ceasefire"), "clause.not_severable");
    refused(play, reserving(play, "sou", text, "hills.status"), "clause.unknown");
    ok(play, reserving(play, "sou", text, "delta.status"));
    sign(play, "nor", text);
    assert_status(play, text, INSTRUMENT_IN_FORCE, false);
    assert_true_of(play, "ceasefire.in_force && ceasefire.days == 3");
    assert_false_of(play, "delta.status.in_force");
    assert_true_of(play, "delta.status.regime == 'disputed'");
    assert_int_equal(clause_state(play, text, "delta.status"), CLAUSE_DORMANT);
    /* Reservations are lifted later, not added. */
    refused(play, reserving(play, "nor", text, "delta.status"), "signature.already");
    refused(play, on_text("sou", COMMAND_UNSIGN, text), "instrument.in_force");
    struct command command = signing(play, "sou", text);
    refused(play, command, "instruction.broken");
    command.flag = true;
    ok(play, command);
    assert_true_of(play, "delta.status.in_force && delta.status.regime == 'ceded'");
    play_close(play);
}

static void decline_and_sign_again(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    refused(play, on_text("sou+", COMMAND_DECLINE, text), "seat.not_head");
    ok(play, on_text("sou", COMMAND_DECLINE, text));
    refused(play, on_text("sou", COMMAND_DECLINE, text), "decline.already");
    sign(play, "sou", text);
    assert_int_equal(the(play, text)->declined, 0);
    play_close(play);
}

static void what_is_signed_in_secret_is_read_by_no_rule(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    sign(play, "nor", text);
    assert_false_of(play, "nor.signed(accord)");
    ok(play, on_text("sou", COMMAND_LEAK, text));
    assert_true_of(play, "nor.signed(accord) && accord.signatures == 1");
    ok(play, on_text("nor", COMMAND_UNSIGN, text));
    assert_true_of(play, "!nor.signed(accord) && accord.signatures == 0");
    sign(play, "sou", text);
    ok(play, amending(play, "sou", text, 1, WISHES({"ceasefire", {4}})));
    assert_int_equal(value(play, "accord.signatures"), 0);
    play_close(play);
}

static struct command instructing(const char *seat, const char *that, const char *otherwise)
{
    struct command command = by(seat, COMMAND_INSTRUCTION_ADD);
    command.source = text_of(that);
    command.text = text_of(otherwise);
    return command;
}

static void a_delegation_instructs_itself_by_what_it_sees(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    const char *never = "!watch.in_force || watch.lead != sou";
    refused(play, instructing("nor+", never, "Not Southland."), "seat.not_head");
    refused(play, instructing("nor", "watch.in_forc", "No."), "instruction.invalid");
    refused(play, instructing("nor", "escalation", "No."), "instruction.invalid");
    refused(play, instructing("nor", "plot < 9", "No."), "instruction.invalid");
    refused(play, instructing("nor", "scheme < 9", "No."), "instruction.invalid");
    refused(play, instructing("nor", "sou.support < 9", "No."), "instruction.invalid");
    refused(play, instructing("nor", "conduct.count('attack') == 0", "No."), "instruction.invalid");
    refused(play, instructing("nor", never, ""), "message.empty");
    ok(play, instructing("nor", "nor.support > 9 && calm > 0 && nor.conduct != 'attack'", "No."));
    ok(play, instructing("nor", never, "Not Southland."));
    struct text id = TEXT("");
    assert_true(tree_get_text(play->last.answer, TEXT("id"), &id));
    struct text text = drafted(play, "nor", "accord", "sou", WISHES({"watch", {1}}));
    refused(play, signing(play, "nor", text), "instruction.broken");
    struct command removing = by("sou", COMMAND_INSTRUCTION_REMOVE);
    removing.source = id;
    refused(play, removing, "instruction.invalid");
    removing.actor.seat = TEXT("nor");
    ok(play, removing);
    refused(play, removing, "instruction.invalid");
    sign(play, "nor", text);
    removing.actor.seat = TEXT("sou");
    removing.source = play->game->instructions[0].id;
    refused(play, removing, "instruction.invalid");
    play_close(play);
}

static void sixteen_instructions_of_five_hundred_characters(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    char longer[INSTRUCTION_CHARACTERS_MAX + 2];
    memset(longer, ' ', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    memcpy(longer, "true", 4);
    refused(play, instructing("sou", longer, "No."), "instruction.limit");
    longer[INSTRUCTION_CHARACTERS_MAX] = '\0';
    ok(play, instructing("sou", longer, "No."));
    for (int count = 2; count < INSTRUCTIONS_MAX; count++) /* One is the scenario's. */
        ok(play, instructing("sou", "true", "No."));
    refused(play, instructing("sou", "true", "No."), "instruction.limit");
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_sign_one_version_and_others_do_not),
        cmocka_unit_test(full_powers_sign_and_do_not_override),
        cmocka_unit_test(what_is_reserved_breaks_no_instruction_and_stays_dormant),
        cmocka_unit_test(decline_and_sign_again),
        cmocka_unit_test(what_is_signed_in_secret_is_read_by_no_rule),
        cmocka_unit_test(a_delegation_instructs_itself_by_what_it_sees),
        cmocka_unit_test(sixteen_instructions_of_five_hundred_characters),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
