#include "kit.h"

static void a_value_is_set_within_its_bounds_with_a_reason(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    refused(play, setting(play, NULL, "escalation", 101), "variable.out_of_range");
    refused(play, setting(play, NULL, "attacked", 2), "variable.out_of_range");
    refused(play, setting(play, NULL, "support", 10), "variable.unknown");
    struct command command = setting(play, "sou", "support", 10);
    command.text = TEXT("");
    refused(play, command, "parameter.missing");
    assert_string_equal(play->last.refusal.path.at, "reason");
    command.text = TEXT("A ruling of the umpire.");
    ok(play, command);
    assert_true_of(play, "sou.support == 10 && nor.support == 60");
    command.actor = (struct actor){.kind = ACTOR_SEAT, .seat = TEXT("nor")};
    refused(play, command, "control.only");
    const struct minute *minute = &play->game->minutes[play->game->minute_count - 1];
    assert_int_equal(minute->before, 50);
    assert_text(minute->event->text, "A ruling of the umpire.");
    assert_int_equal(minute->seen_by.parties, parties("sou"));
    play_close(play);
}

static void a_voided_signature_leaves_its_clauses_dormant(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text =
        drafted(play, "nor", "accord", "sou wes", WISHES({"ceasefire", {3}}, {"watch", {2}}));
    sign(play, "wes", text);
    struct command voiding = on_text(NULL, COMMAND_SIGNATURE_VOID, text);
    voiding.party = party("sou");
    refused(play, voiding, "signature.none");
    sign(play, "nor", text);
    sign(play, "sou", text);
    ok(play, voiding);
    assert_false_of(play, "ceasefire.in_force");
    assert_true_of(play, "watch.in_force && accord.in_force && !sou.signed(accord)");
    assert_int_equal(clause_state(play, text, "ceasefire"), CLAUSE_DORMANT);
    sign(play, "sou", text);
    assert_true_of(play, "ceasefire.in_force && entered == 1");
    play_close(play);
}

static void an_ended_text_counts_no_more(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
    sign(play, "nor", text);
    sign(play, "sou", text);
    struct command ending = on_text(NULL, COMMAND_INSTRUMENT_END, text);
    ending.text = TEXT("");
    refused(play, ending, "parameter.missing");
    ending.text = TEXT("It was signed under duress.");
    ok(play, ending);
    assert_true_of(play, "!accord.in_force && !ceasefire.in_force && !nor.signed(accord)");
    refused(play, ending, "instrument.ended");
    refused(play, signing(play, "nor", text), "instrument.ended");
    ok(play, on_text(NULL, COMMAND_INSTRUMENT_END,
                     drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}))));
    play_close(play);
}

static struct tree *effect(struct arena *arena, const char *set, struct tree *to)
{
    struct tree *effect = tree_object(arena), *effects = tree_list(arena);
    tree_set_text(arena, effect, TEXT("set"), text_of(set));
    tree_set(arena, effect, TEXT("to"), to);
    tree_append(arena, effects, effect);
    return effects;
}

static void rulings_and_composed_injects_have_effects(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct arena *arena = play->arena;
    struct command ruling = by(NULL, COMMAND_RULING);
    ruling.text = TEXT("Northland's word counts.");
    ruling.effects = effect(arena, "sou.suport", tree_int(arena, 3));
    refused(play, ruling, "variable.unknown");
    assert_string_equal(play->last.refusal.path.at, "effects.0.set");
    ruling.effects = effect(arena, "support", tree_int(arena, 3));
    refused(play, ruling, "variable.unknown");
    ruling.effects = effect(arena, "sou.support", tree_int(arena, 300));
    refused(play, ruling, "variable.out_of_range");
    assert_string_equal(play->last.refusal.path.at, "effects.0.to");
    ruling.effects = effect(arena, "sou.support", tree_int(arena, 30));
    ok(play, ruling);
    assert_int_equal(value(play, "sou.support"), 30);
    struct command composing = by(NULL, COMMAND_INJECT_COMPOSE);
    composing.text = TEXT("Shots.");
    refused(play, composing, "message.empty");
    assert_string_equal(play->last.refusal.path.at, "title");
    composing.title = TEXT("An incident");
    composing.to_parties = parties("wes");
    composing.effects = effect(arena, "delta.held_by", tree_text(arena, TEXT("nor")));
    ok(play, composing);
    assert_true_of(play, "delta.held_by == nor");
    assert_int_equal(play->game->news_count, 1);
    assert_false(play->game->news[0].seen_by.all);
    assert_int_equal(play->game->news[0].seen_by.parties, parties("wes"));
    ok(play, composing);
    assert_false(text_equal(play->game->news[0].id, play->game->news[1].id));
    struct command mark = by(NULL, COMMAND_MARK);
    mark.text = TEXT("Ask about this.");
    ok(play, mark);
    assert_int_equal(play->game->mark_count, 1);
    play_close(play);
}

static uint32_t fired(struct play *play, const char *inject)
{
    return play->game->position.injects[scenario_inject(rules, text_of(inject))].fired;
}

static void injects_come_of_themselves_or_by_control(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, firing("rumour"));
    assert_int_equal(value(play, "nor.support"), 100); /* Clamped. */
    refused(play, firing("rumour"), "inject.once");
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(fired(play, "flood"), 1);
    assert_int_equal(fired(play, "never"), 0);
    refused(play, firing("flood"), "inject.once");
    assert_true(value(play, "luck") >= 1);
    play_close(play);
}

/* A reason may be given, and is then recorded with what it was for. */
static void why_an_inject_was_fired_or_held_is_recorded(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct command holding = by(NULL, COMMAND_INJECT_HOLD), fire = firing("rumour");
    holding.subject = (uint32_t)scenario_inject(rules, TEXT("flood"));
    holding.flag = true;
    holding.text = TEXT("They need the hour.");
    ok(play, holding);
    const struct game *game = play->game;
    assert_text(game->minutes[game->minute_count - 1].event->reason, "They need the hour.");
    fire.text = TEXT(" ");
    refused(play, fire, "message.empty");
    fire.text = TEXT("It is too quiet.");
    ok(play, fire);
    size_t told = 0;
    for (size_t index = 0; index < game->minute_count; index++)
        if (game->minutes[index].event->type == EVENT_INJECT) {
            assert_text(game->minutes[index].event->reason, "It is too quiet.");
            told++;
        }
    assert_int_equal(told, 1);
    play_close(play);
}

static void what_is_held_does_not_come_of_itself(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct command holding = by(NULL, COMMAND_INJECT_HOLD);
    holding.subject = (uint32_t)scenario_inject(rules, TEXT("flood"));
    holding.flag = true;
    ok(play, holding);
    ok(play, by(NULL, COMMAND_ADVANCE));
    assert_int_equal(fired(play, "flood"), 0);
    ok(play, firing("flood"));
    assert_int_equal(fired(play, "flood"), 1);
    play_close(play);
}

static void an_effect_that_fails_changes_nothing_and_the_next_goes_on(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, setting(play, NULL, "order", 7));
    ok(play, firing("quake"));
    assert_true_of(play, "order == 7 && attacked");
    assert_int_equal(play->game->trouble_count, 1);
    assert_text(play->game->troubles[0].path, "injects.quake.effects.0.to");
    play_close(play);
}

/* What else is drawn, signed or said does not move the dice; another seed does. */
static void chance_depends_on_the_seed_and_the_place(void **state)
{
    (void)state;
    int64_t luck[3];
    for (uint64_t game = 0; game < 3; game++) {
        struct play *play = play_open_at("talks", (struct game_options){.seed = {7 + game / 2, 2}});
        if (game == 1) {
            ok(play, firing("rumour"));
            drafted(play, "nor", "accord", "sou", WISHES({"ceasefire", {3}}));
        }
        ok(play, by(NULL, COMMAND_ADVANCE));
        luck[game] = value(play, "luck");
        play_close(play);
    }
    assert_int_equal(luck[0], luck[1]);
    assert_int_not_equal(luck[0], luck[2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_set_within_its_bounds_with_a_reason),
        cmocka_unit_test(a_voided_signature_leaves_its_clauses_dormant),
        cmocka_unit_test(an_ended_text_counts_no_more),
        cmocka_unit_test(rulings_and_composed_injects_have_effects),
        cmocka_unit_test(injects_come_of_themselves_or_by_control),
        cmocka_unit_test(why_an_inject_was_fired_or_held_is_recorded),
        cmocka_unit_test(what_is_held_does_not_come_of_itself),
        cmocka_unit_test(an_effect_that_fails_changes_nothing_and_the_next_goes_on),
        cmocka_unit_test(chance_depends_on_the_seed_and_the_place),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
