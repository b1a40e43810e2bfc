#include "table.h"

/* A little game, step by step, for two promises: that patches add up to the view, for everybody;
 * and that what others keep secret changes no byte of what one is sent. */

static const char *const audiences[] = {"public", "control", "ukr", "rus", "usa",
                                        "fra",    "gbr",     "deu", "eu",  "tur"};
enum { AUDIENCES = sizeof(audiences) / sizeof(*audiences) };

static const struct draft *ceasefire(struct arena *arena, int64_t days, party_set invited)
{
    int64_t *terms = ARENA_ARRAY(arena, int64_t, 1);
    terms[0] = days;
    struct draft_clause *clauses = ARENA_ARRAY(arena, struct draft_clause, 1);
    clauses[0] = (struct draft_clause){.key = clause("ceasefire"), .terms = terms};
    struct draft *draft = ARENA_NEW(arena, struct draft);
    *draft = (struct draft){.invited = invited, .clauses = clauses, .clause_count = 1};
    return draft;
}

static void opens(struct table *table)
{
    struct event asked = event_of(EVENT_DECISION_OPENED);
    asked.decision = (uint32_t)scenario_decision(paris, TEXT("conduct"));
    asked.parties = set_of("deu", "fra");
    seats_taken(table);
    phase_opens(table, "talks", 1);
    happens(table, NULL, asked);
}

static void talks(struct table *table)
{
    says(table, "fra", "m1", TO_PLENARY, 0, "Good morning");
    says(table, "rus", "m2", TO_PARTIES, set_of("rus", "tur"), "A word");
    drafts(table, "ukr", "truce", "armistice", ceasefire(table->arena, 12, set_of("ukr", "rus")));
}

static void amends_and_signs(struct table *table)
{
    amends(table, "rus", "truce", 2, ceasefire(table->arena, 3, set_of("ukr", "rus")));
    signs(table, "ukr", "truce", 2, NULL);
    acts(table, "ukr", EVENT_TABLED, "truce");
    signs(table, "rus", "truce", 2, NULL);
}

static void enters(struct table *table)
{
    static const int64_t terms[] = {3};
    acts(table, NULL, EVENT_ENTERED, "truce");
    settles(table, "truce", "ceasefire", terms, 1, set_of("ukr", "rus"));
    struct event set = event_of(EVENT_SET);
    set.variable = (uint32_t)scenario_variable(paris, TEXT("attrition"));
    set.value = 36;
    happens(table, NULL, set);
}

static void round_ends(struct table *table)
{
    struct event closed = event_of(EVENT_ROUND_CLOSED), inject = event_of(EVENT_INJECT);
    closed.phase = (uint32_t)scenario_phase(paris, TEXT("talks"));
    closed.round = 1;
    happens(table, NULL, closed);
    inject.id = TEXT("i1");
    inject.title = TEXT("A cable");
    inject.parties = set_of("fra", "gbr");
    happens(table, NULL, inject);
    phase_opens(table, "ratification", 1);
}

static void decides(struct table *table)
{
    static const int64_t choices[] = {0, 1};
    struct event opened = event_of(EVENT_DECISION_OPENED), chosen = event_of(EVENT_CHOSEN);
    opened.decision = chosen.decision = (uint32_t)scenario_decision(paris, TEXT("ratify"));
    opened.parties = set_of("ukr", "fra");
    chosen.party = party("fra");
    happens(table, NULL, opened);
    happens(table, "fra", chosen);
    struct event closed = event_of(EVENT_DECISION_CLOSED);
    closed.decision = opened.decision;
    closed.parties = opened.parties;
    closed.values = choices;
    closed.value_count = 2;
    happens(table, NULL, closed);
}

static void ends(struct table *table)
{
    struct event unsettled = event_of(EVENT_UNSETTLED), debrief = event_of(EVENT_DEBRIEF);
    unsettled.instrument = TEXT("truce");
    unsettled.key = clause("ceasefire");
    happens(table, NULL, unsettled);
    phase_opens(table, "debrief", 1);
    debrief.flag = true;
    happens(table, NULL, debrief);
    happens(table, NULL, event_of(EVENT_CLOSED));
}

static void (*const steps[])(struct table *) = {
    opens, talks, amends_and_signs, enters, round_ends, decides, ends};
enum { STEPS = sizeof(steps) / sizeof(*steps) };

/* Every event is held against the whole views where it happens (step_apply.h). */
static void patches_add_up_to_the_view_for_everybody(void **state)
{
    struct table table = table_open(*state);
    for (size_t step = 0; step < STEPS; step++)
        steps[step](&table);
    game_close(table.game);
}

/* What Berlin and London do between themselves, and Berlin alone. Others' seconds pass the same. */
static void whispers(struct table *table, uint64_t round)
{
    struct arena *arena = table->arena;
    const char *id = arena_print(arena, "secret%llu", (unsigned long long)round).at;
    int64_t now = table->at;
    says(table, "deu", arena_print(arena, "w%llu", (unsigned long long)round).at, TO_PARTIES,
         set_of("deu", "gbr"), "Psst");
    table->at = now;
    drafts(table, "deu", id, "armistice", ceasefire(arena, 30, set_of("deu", "gbr")));
    table->at = now;
    amends(table, "gbr", id, 2, ceasefire(arena, 21, set_of("deu", "gbr")));
    table->at = now;
    signs(table, "deu", id, 2, NULL);
    table->at = now;
    acts(table, "gbr", EVENT_DECLINED, id);
    table->at = now;
    struct event instruction = event_of(EVENT_INSTRUCTION), powers = event_of(EVENT_POWERS);
    instruction.id = text_of(id);
    instruction.party = party("deu");
    instruction.source = TEXT("ceasefire.in_force");
    instruction.text = TEXT("No.");
    happens(table, "deu", instruction);
    table->at = now;
    powers.seat = TEXT("deu");
    powers.flag = round % 2 == 0;
    happens(table, "deu", powers);
    table->at = now;
    struct event set = event_of(EVENT_SET);
    set.variable = (uint32_t)scenario_variable(paris, TEXT("support"));
    set.variable_key = party("deu");
    set.value = 30;
    happens(table, NULL, set);
    table->at = now;
    struct event choice = event_of(EVENT_CHOSEN);
    choice.decision = (uint32_t)scenario_decision(paris, TEXT("conduct"));
    choice.party = party("deu");
    if (table->game->position.decisions[choice.decision].open)
        happens(table, "deu", choice);
    table->at = now;
}

static void secrets_change_no_byte_for_the_others(void **state)
{
    struct table quiet = table_open(*state), loud = table_open(*state);
    for (size_t step = 0; step < STEPS; step++) {
        steps[step](&quiet);
        steps[step](&loud);
        bool debrief = step + 1 == STEPS;
        if (!debrief)
            whispers(&loud, step);
        for (size_t index = 0; index < AUDIENCES; index++) {
            struct text name = text_of(audiences[index]);
            bool knows = text_equal(name, TEXT("deu")) || text_equal(name, TEXT("gbr")) ||
                         text_equal(name, TEXT("control"));
            struct text left = shown(*state, seen(&quiet, audiences[index]));
            struct text right = shown(*state, seen(&loud, audiences[index]));
            if (!debrief)
                assert_int_equal(text_equal(left, right), !knows);
        }
    }
    game_close(quiet.game);
    game_close(loud.game);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(patches_add_up_to_the_view_for_everybody),
        PARIS_TEST(secrets_change_no_byte_for_the_others),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
