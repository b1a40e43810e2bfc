#include "kit.h"

#include "plan.h"

static struct command planning(const char *seat)
{
    return by(seat, COMMAND_PLAN);
}

static struct command ranking(struct play *play, const char *seat, const char *first,
                              const char *second)
{
    struct command command = planning(seat);
    struct text *aims = ARENA_ARRAY(play->arena, struct text, 2);
    aims[0] = text_of(first);
    aims[1] = text_of(second);
    command.plan.aims_given = true;
    command.plan.aims = aims;
    command.plan.aim_count = second ? 2 : 1;
    return command;
}

static struct command trying(struct play *play, const char *seat, const struct wish *clauses)
{
    struct command command = with_clauses(play, planning(seat), clauses);
    command.plan.terms_given = true;
    return command;
}

static struct command noting(const char *seat, const char *notes, uint32_t seen)
{
    struct command command = planning(seat);
    command.plan.notes_given = true;
    command.plan.notes = text_of(notes);
    command.plan.seen = seen;
    return command;
}

static struct command giving_a_job(struct play *play, const char *seat, const char *to,
                                   enum job job)
{
    struct command command = planning(seat);
    struct job_wish *wish = ARENA_NEW(play->arena, struct job_wish);
    *wish = (struct job_wish){text_of(to), job};
    command.plan.jobs = wish;
    command.plan.job_count = 1;
    return command;
}

static struct command suggesting(const char *seat, enum suggestion_kind kind, struct text text)
{
    struct command command = on_text(seat, COMMAND_SUGGEST, text);
    command.suggestion = kind;
    return command;
}

static const struct plan *plan_of(const struct play *play, const char *id)
{
    return &play->game->plans[party(id)];
}

/* The delegation's plan as somebody sees it, or NULL. */
static const struct tree *shown(struct play *play, struct audience audience, const char *owner)
{
    return tree_get(tree_get(view(play->game, audience, play->arena), TEXT("plans")),
                    text_of(owner));
}

static struct audience seen_by_party(const char *id)
{
    return (struct audience){AUDIENCE_PARTY, party(id)};
}

static void a_plan_is_kept_part_by_part(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, ranking(play, "nor+", "peace", "land"));
    ok(play, trying(play, "nor", WISHES({"ceasefire", {3}})));
    struct command floor = planning("nor+");
    floor.plan.walk_away_given = true;
    floor.plan.walk_away = -4;
    ok(play, floor);
    const struct plan *plan = plan_of(play, "nor");
    assert_int_equal(plan->aim_count, 2);
    assert_int_equal(plan->aims[0], 1);
    assert_int_equal(plan->aims[1], 0);
    assert_int_equal(plan->terms->clause_count, 1);
    assert_int_equal(plan->terms->clauses[0].key, key_of("ceasefire"));
    assert_int_equal(plan->terms->clauses[0].terms[0], 3);
    assert_int_equal(plan->walk_away, -4);
    ok(play, floor);
    assert_int_equal(play->game->sequence, play->sequence);
    ok(play, ranking(play, "nor", "land", NULL));
    assert_int_equal(plan_of(play, "nor")->aim_count, 1);
    assert_int_equal(plan_of(play, "nor")->terms->clause_count, 1);
    play_close(play);
}

static void its_own_delegation_reads_it_and_nobody_else(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, ranking(play, "nor+", "peace", NULL));
    assert_non_null(shown(play, seen_by_party("nor"), "nor"));
    assert_non_null(shown(play, (struct audience){AUDIENCE_CONTROL, NONE}, "nor"));
    assert_null(shown(play, seen_by_party("sou"), "nor"));
    assert_null(shown(play, (struct audience){AUDIENCE_PUBLIC, NONE}, "nor"));
    assert_null(shown(play, seen_by_party("sou"), "sou"));
    play_close(play);
}

static void what_a_plan_may_not_hold(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    refused(play, ranking(play, "nor", "peace", "peace"), "aim.unknown");
    refused(play, ranking(play, "nor", "sum", NULL), "aim.unknown");
    assert_string_equal(play->last.refusal.path.at, "aims.0");
    refused(play, trying(play, "nor", WISHES({"ceasefire", {3}}, {"ceasefire", {4}})),
            "clause.duplicate");
    refused(play, ranking(play, "nor?", "peace", NULL), "seat.observer");
    refused(play, planning(NULL), "seat.only");
    ok(play, by(NULL, COMMAND_PAUSE));
    refused(play, ranking(play, "nor", "peace", NULL), "game.paused");
    play_close(play);
    play = play_open("debrief");
    refused(play, ranking(play, "nor", "peace", NULL), "phase.not_allowed");
    play_close(play);
}

static void a_plan_tries_what_the_edition_has(void **state)
{
    (void)state;
    struct game_options options = {.edition = (uint32_t)scenario_edition(rules, TEXT("small"))};
    struct play *play = play_open_at("talks", options);
    ok(play, trying(play, "nor", WISHES({"ceasefire", {3}})));
    refused(play, trying(play, "nor", WISHES({"patrol", {0}})), "clause.closed");
    play_close(play);
}

static void a_plan_has_as_many_clauses_as_a_text(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    static struct wish wishes[CLAUSES_MAX + 2];
    for (size_t index = 0; index <= CLAUSES_MAX; index++)
        wishes[index] = (struct wish){"ceasefire", {3}};
    refused(play, trying(play, "nor", wishes), "limit.clauses");
    play_close(play);
}

/* Two write at once: the later words stand, the earlier are kept beside them. */
static void notes_lose_no_words(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, noting("nor", "Ask France.", 0));
    assert_int_equal(plan_of(play, "nor")->notes.number, 1);
    ok(play, noting("nor+", "Ask France first.", 1));
    assert_int_equal(plan_of(play, "nor")->kept_count, 0);
    ok(play, noting("nor", "Ask Britain.", 1));
    const struct plan *plan = plan_of(play, "nor");
    assert_int_equal(plan->notes.number, 3);
    assert_string_equal(plan->notes.text.at, "Ask Britain.");
    assert_int_equal(plan->kept_count, 1);
    assert_string_equal(plan->kept[0].text.at, "Ask France first.");
    assert_string_equal(plan->kept[0].seat.at, "nor+");
    ok(play, noting("nor", "Ask Britain.", 1));
    assert_int_equal(plan_of(play, "nor")->notes.number, 3);
    struct command forgetting = planning("nor+");
    forgetting.plan.forget = 2;
    ok(play, forgetting);
    assert_int_equal(plan_of(play, "nor")->kept_count, 0);
    play_close(play);
}

static void of_earlier_words_the_last_eight_are_kept(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    for (int time = 0; time <= NOTES_KEPT_MAX + 1; time++)
        ok(play, noting("nor", arena_print(play->arena, "Words %d.", time).at, 0));
    const struct plan *plan = plan_of(play, "nor");
    assert_int_equal(plan->kept_count, NOTES_KEPT_MAX);
    assert_string_equal(plan->kept[0].text.at, "Words 1.");
    assert_string_equal(plan->kept[NOTES_KEPT_MAX - 1].text.at, "Words 8.");
    play_close(play);
}

static void notes_have_a_length(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    static char words[2 * NOTES_CHARACTERS_MAX + 3];
    for (size_t index = 0; index <= NOTES_CHARACTERS_MAX; index++)
        memcpy(words + 2 * index, "é", 2);
    refused(play, noting("nor", words, 0), "message.too_long");
    words[2 * NOTES_CHARACTERS_MAX] = '\0';
    ok(play, noting("nor", words, 0));
    play_close(play);
}

static void the_head_gives_jobs(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    ok(play, giving_a_job(play, "nor", "nor+", JOB_CONTACTS));
    const struct tree *jobs = tree_get(shown(play, seen_by_party("nor"), "nor"), TEXT("jobs"));
    struct text job;
    assert_true(tree_get_text(jobs, TEXT("nor+"), &job));
    assert_string_equal(job.at, "contacts");
    refused(play, giving_a_job(play, "nor+", "nor+", JOB_NUMBERS), "seat.not_head");
    refused(play, giving_a_job(play, "nor", "sou+", JOB_NUMBERS), "seat.unknown");
    refused(play, giving_a_job(play, "nor", "nor", JOB_NUMBERS), "seat.unknown");
    play_close(play);
}

static const struct suggestion *only_suggestion(struct play *play)
{
    assert_int_equal(plan_of(play, "nor")->suggestion_count, 1);
    return &plan_of(play, "nor")->suggestions[0];
}

static struct command answering(const struct suggestion *suggestion, const char *seat, bool on)
{
    struct command command = by(seat, COMMAND_SUGGESTION_ANSWER);
    command.source = suggestion->event->id;
    command.flag = on;
    return command;
}

static void an_adviser_suggests_and_the_head_answers(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "sou", "accord", "nor sou", WISHES({"ceasefire", {3}}));
    struct command command = suggesting("nor+", SUGGEST_SIGN, text);
    command.text = TEXT("It costs us nothing.");
    ok(play, command);
    const struct suggestion *suggestion = only_suggestion(play);
    assert_int_equal(suggestion->answer, ANSWER_NONE);
    const struct tree *seen =
        tree_get(shown(play, seen_by_party("nor"), "nor"), TEXT("suggestions"));
    assert_int_equal(seen->count, 1);
    struct text named;
    assert_true(tree_get_text(seen->members[0].value, TEXT("instrument"), &named));
    assert_true(text_equal(named, text));
    assert_null(shown(play, seen_by_party("sou"), "nor"));
    refused(play, answering(suggestion, "nor+", true), "seat.not_head");
    refused(play, answering(suggestion, "sou", true), "suggestion.unknown");
    ok(play, answering(suggestion, "nor", false));
    assert_int_equal(only_suggestion(play)->answer, ANSWER_SET_ASIDE);
    ok(play, answering(only_suggestion(play), "nor", true));
    assert_int_equal(only_suggestion(play)->answer, ANSWER_ACCEPTED);
    play_close(play);
}

static void a_clause_is_suggested_for_a_text_or_the_plan(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "sou", "accord", "nor sou", WISHES({"ceasefire", {3}}));
    struct command command =
        with_clauses(play, suggesting("nor+", SUGGEST_CLAUSE, text), WISHES({"ceasefire", {9}}));
    ok(play, command);
    assert_int_equal(only_suggestion(play)->event->draft->clauses[0].terms[0], 9);
    command.instrument = TEXT("");
    ok(play, command);
    assert_int_equal(plan_of(play, "nor")->suggestion_count, 2);
    command.instrument = TEXT("none");
    refused(play, command, "instrument.unknown");
    play_close(play);
}

static void a_choice_is_suggested_while_it_is_open(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct command command = choosing("nor+", "ratify", 1);
    command.type = COMMAND_SUGGEST;
    command.suggestion = SUGGEST_CHOOSE;
    refused(play, command, "decision.closed");
    play_close(play);
    play = play_open("vote");
    ok(play, command);
    assert_int_equal(only_suggestion(play)->event->option, 1);
    command.actor.seat = TEXT("wes+");
    refused(play, command, "decision.not_asked");
    play_close(play);
}

static void what_may_not_be_suggested(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "sou", "accord", "nor sou", WISHES({"ceasefire", {3}}));
    refused(play, suggesting("nor", SUGGEST_SIGN, text), "seat.not_adviser");
    refused(play, suggesting("nor?", SUGGEST_SIGN, text), "seat.observer");
    refused(play, suggesting("wes+", SUGGEST_SIGN, text), "instrument.unknown");
    struct command command = suggesting("nor+", SUGGEST_DECLINE, text);
    static char words[SUGGESTION_CHARACTERS_MAX + 2];
    memset(words, 'x', SUGGESTION_CHARACTERS_MAX + 1);
    command.text = text_of(words);
    refused(play, command, "message.too_long");
    command.text = TEXT(" ");
    refused(play, command, "message.empty");
    command.text = TEXT("");
    for (int count = 0; count < SUGGESTIONS_MAX; count++)
        ok(play, command);
    refused(play, command, "suggestion.limit");
    ok(play, answering(&plan_of(play, "nor")->suggestions[0], "nor", false));
    ok(play, command);
    refused(play, command, "suggestion.limit");
    play_close(play);
}

static void of_those_answered_the_last_ten_are_shown(void **state)
{
    (void)state;
    struct play *play = play_open("talks");
    struct text text = drafted(play, "sou", "accord", "nor sou", WISHES({"ceasefire", {3}}));
    for (size_t count = 0; count < 12; count++) {
        ok(play, suggesting("nor+", SUGGEST_SIGN, text));
        ok(play, answering(&plan_of(play, "nor")->suggestions[count], "nor", true));
    }
    ok(play, suggesting("nor+", SUGGEST_DECLINE, text));
    const struct tree *seen =
        tree_get(shown(play, seen_by_party("nor"), "nor"), TEXT("suggestions"));
    assert_int_equal(seen->count, 11);
    assert_null(tree_get(seen, plan_of(play, "nor")->suggestions[1].event->id));
    assert_non_null(tree_get(seen, plan_of(play, "nor")->suggestions[2].event->id));
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_kept_part_by_part),
        cmocka_unit_test(its_own_delegation_reads_it_and_nobody_else),
        cmocka_unit_test(what_a_plan_may_not_hold),
        cmocka_unit_test(a_plan_tries_what_the_edition_has),
        cmocka_unit_test(a_plan_has_as_many_clauses_as_a_text),
        cmocka_unit_test(notes_lose_no_words),
        cmocka_unit_test(of_earlier_words_the_last_eight_are_kept),
        cmocka_unit_test(notes_have_a_length),
        cmocka_unit_test(the_head_gives_jobs),
        cmocka_unit_test(an_adviser_suggests_and_the_head_answers),
        cmocka_unit_test(a_clause_is_suggested_for_a_text_or_the_plan),
        cmocka_unit_test(a_choice_is_suggested_while_it_is_open),
        cmocka_unit_test(what_may_not_be_suggested),
        cmocka_unit_test(of_those_answered_the_last_ten_are_shown),
    };
    return cmocka_run_group_tests(tests, valley_open, rules_close);
}
