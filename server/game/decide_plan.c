/* A delegation's plan, and what its advisers suggest to its head. */
#include "decide.h"
#include "plan.h"

static const struct plan *own_plan(const struct scratch *scratch)
{
    return &scratch->game->plans[scratch->party];
}

/* The own score's item of this name, or NONE. */
static int64_t aim_find(const struct score *score, struct text id)
{
    for (size_t index = 0; index < score->item_count; index++)
        if (text_equal(score->items[index].id, id))
            return (int64_t)index;
    return NONE;
}

static void aims_save(struct scratch *scratch)
{
    const struct plan_wish *wish = &scratch->command->plan;
    const struct score *score = &scratch->scenario->scores[scratch->party];
    int64_t *values = ARENA_ARRAY(scratch->arena, int64_t, wish->aim_count);
    for (size_t index = 0; index < wish->aim_count; index++) {
        struct text path = arena_print(scratch->arena, "aims.%zu", index);
        values[index] = aim_find(score, wish->aims[index]);
        if (values[index] == NONE) {
            refuse(scratch, "aim.unknown", path, "Your delegation has no interest \"%.*s\".",
                   TEXT_ARGUMENTS(wish->aims[index]));
            return;
        }
        for (size_t earlier = 0; earlier < index; earlier++)
            if (values[earlier] == values[index]) {
                refuse(scratch, "aim.unknown", path, "\"%.*s\" is ranked twice.",
                       TEXT_ARGUMENTS(wish->aims[index]));
                return;
            }
    }
    scratch_emit(scratch, (struct event){.type = EVENT_AIMS,
                                         .party = scratch->party,
                                         .values = values,
                                         .value_count = wish->aim_count});
}

/* The command's clauses, as a draft that is nobody's text. */
static const struct draft *terms_draft(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    struct draft_clause *clauses =
        ARENA_ARRAY(scratch->arena, struct draft_clause, command->clause_count);
    for (size_t index = 0; index < command->clause_count; index++)
        clauses[index] = (struct draft_clause){.key = command->clauses[index].key,
                                               .terms = command->clauses[index].terms};
    struct draft *draft = ARENA_NEW(scratch->arena, struct draft);
    draft->clauses = clauses;
    draft->clause_count = command->clause_count;
    return draft;
}

static void terms_save(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (command->clause_count > CLAUSES_MAX) {
        refuse(scratch, "limit.clauses", TEXT("terms"), "A plan has at most %d clauses.",
               CLAUSES_MAX);
        return;
    }
    for (size_t index = 0; index < command->clause_count; index++) {
        struct text path = arena_print(scratch->arena, "terms.%zu", index);
        if (!check_clause_open(scratch, command->clauses[index].key, path))
            return;
        for (size_t earlier = 0; earlier < index; earlier++)
            if (command->clauses[earlier].key == command->clauses[index].key) {
                refuse(scratch, "clause.duplicate", path, "This clause is in the plan twice.");
                return;
            }
    }
    scratch_emit(scratch, (struct event){.type = EVENT_TERMS,
                                         .party = scratch->party,
                                         .draft = terms_draft(scratch)});
}

/* Who writes over words that they have not seen loses nothing of them. */
static void notes_save(struct scratch *scratch)
{
    const struct plan_wish *wish = &scratch->command->plan;
    const struct plan *plan = own_plan(scratch);
    size_t characters = text_count_characters(wish->notes);
    if (characters > NOTES_CHARACTERS_MAX) {
        refuse(scratch, "message.too_long", TEXT("notes"),
               "This is %zu characters long; at most %d are allowed.", characters,
               NOTES_CHARACTERS_MAX);
        return;
    }
    bool same = text_equal(plan->notes.text, wish->notes);
    if (!same)
        scratch_emit(scratch, (struct event){.type = EVENT_NOTES,
                                             .party = scratch->party,
                                             .seat = scratch->seat->id,
                                             .text = wish->notes,
                                             .flag = plan->notes.text.length > 0 &&
                                                     plan->notes.number != wish->seen});
    tree_set_int(scratch->arena, scratch_answer(scratch), TEXT("notes"),
                 same ? plan->notes.number : plan->notes_written + 1);
}

static void notes_forget(struct scratch *scratch)
{
    uint32_t number = scratch->command->plan.forget;
    const struct plan *plan = own_plan(scratch);
    for (size_t index = 0; index < plan->kept_count; index++)
        if (plan->kept[index].number == number) {
            scratch_emit(scratch, (struct event){.type = EVENT_NOTES_FORGOTTEN,
                                                 .party = scratch->party,
                                                 .version = number});
            return;
        }
}

static void jobs_save(struct scratch *scratch)
{
    const struct plan_wish *wish = &scratch->command->plan;
    if (wish->job_count > 0 && scratch->seat->role != ROLE_HEAD) {
        refuse(scratch, "seat.not_head", TEXT("jobs"),
               "Only the head of your delegation gives its advisers their jobs.");
        return;
    }
    for (size_t index = 0; index < wish->job_count; index++) {
        const struct job_wish *job = &wish->jobs[index];
        const struct seat *seat = seat_find(&scratch->position, job->seat);
        if (!seat || seat->party != scratch->party || seat->role != ROLE_ADVISER) {
            refuse(scratch, "seat.unknown",
                   arena_print(scratch->arena, "jobs.%.*s", TEXT_ARGUMENTS(job->seat)),
                   "Your delegation has no adviser of that seat.");
            return;
        }
        if (seat->job != job->job)
            scratch_emit(
                scratch,
                (struct event){.type = EVENT_JOB, .seat = seat->id, .value = (int64_t)job->job});
    }
}

void decide_plan(struct scratch *scratch)
{
    const struct plan_wish *wish = &scratch->command->plan;
    if (wish->aims_given)
        aims_save(scratch);
    if (wish->terms_given)
        terms_save(scratch);
    const struct plan *plan = own_plan(scratch);
    if (wish->walk_away_given && !(plan->walk_away_given && plan->walk_away == wish->walk_away))
        scratch_emit(scratch, (struct event){.type = EVENT_WALK_AWAY,
                                             .party = scratch->party,
                                             .value = wish->walk_away});
    if (wish->notes_given)
        notes_save(scratch);
    if (wish->forget > 0)
        notes_forget(scratch);
    jobs_save(scratch);
}

/* --- suggestions --- */

static bool suggestion_taken(const struct scratch *scratch, struct text id)
{
    return plan_suggestion(own_plan(scratch), id) != NULL;
}

static bool check_adviser(struct scratch *scratch)
{
    size_t waiting = 0;
    const struct plan *plan = own_plan(scratch);
    for (size_t index = 0; index < plan->suggestion_count; index++)
        waiting += plan->suggestions[index].answer == ANSWER_NONE;
    if (scratch->seat->role == ROLE_HEAD)
        return refuse(scratch, "seat.not_adviser", TEXT(""),
                      "You lead your delegation: what you would suggest, you may do.");
    if (waiting >= SUGGESTIONS_MAX)
        return refuse(scratch, "suggestion.limit", TEXT(""),
                      "%d suggestions wait for your head already.", SUGGESTIONS_MAX);
    struct text why = scratch->command->text;
    return why.length == 0 || check_words(scratch, why, TEXT("text"), SUGGESTION_CHARACTERS_MAX);
}

/* A choice in a decision that is put to the delegation now. */
static void choice_suggest(struct scratch *scratch, struct event event)
{
    const struct command *command = scratch->command;
    if (!check_asked(scratch, command->subject))
        return;
    event.type = EVENT_ADVISED;
    event.decision = command->subject;
    event.option = command->option;
    scratch_emit(scratch, event);
}

/* A clause for a text or for the plan; or what to do with a text. */
static void text_suggest(struct scratch *scratch, struct event event)
{
    const struct command *command = scratch->command;
    bool clause = command->suggestion == SUGGEST_CLAUSE;
    const struct instrument *text = NULL;
    if (!clause || command->instrument.length > 0) {
        text = wished_text(scratch);
        if (!text || !check_takes_part(scratch, text) ||
            (clause && !check_amendable(scratch, text)) || !check_draft(scratch, text))
            return;
    }
    if (clause && ((text && !check_carried(scratch, &scratch->scenario->instruments[text->kind],
                                           command->clauses[0].key, TEXT("clause"))) ||
                   !check_clause_open(scratch, command->clauses[0].key, TEXT("clause"))))
        return;
    event.type = EVENT_SUGGESTED;
    event.value = (int64_t)command->suggestion;
    event.quote = text ? text->id : TEXT("");
    event.quote_key = NONE;
    event.draft = clause ? terms_draft(scratch) : ARENA_NEW(scratch->arena, struct draft);
    scratch_emit(scratch, event);
}

void decide_suggest(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (!check_adviser(scratch))
        return;
    struct text content = arena_print(
        scratch->arena, "%.*s %d %.*s %u %u %.*s", TEXT_ARGUMENTS(scratch->seat->id),
        (int)command->suggestion, TEXT_ARGUMENTS(command->instrument), (unsigned)command->subject,
        (unsigned)command->option, TEXT_ARGUMENTS(command->text));
    struct text id = scratch_id(scratch, "suggestion", content, suggestion_taken);
    struct event event = {
        .id = id, .party = scratch->party, .seat = scratch->seat->id, .text = command->text};
    if (command->suggestion == SUGGEST_CHOOSE)
        choice_suggest(scratch, event);
    else
        text_suggest(scratch, event);
    tree_set_text(scratch->arena, scratch_answer(scratch), TEXT("suggestion"), id);
}

void decide_suggestion_answer(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    const struct suggestion *suggestion = plan_suggestion(own_plan(scratch), command->source);
    if (!suggestion) {
        refuse(scratch, "suggestion.unknown", TEXT("suggestion"), "Nobody suggested that to you.");
        return;
    }
    enum suggestion_answer answer = command->flag ? ANSWER_ACCEPTED : ANSWER_SET_ASIDE;
    if (suggestion->answer != answer)
        scratch_emit(scratch, (struct event){.type = EVENT_SUGGESTION_ANSWERED,
                                             .id = suggestion->event->id,
                                             .party = scratch->party,
                                             .flag = command->flag});
}
