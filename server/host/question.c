/* Questions about one game, which change nothing. */
#include "method.h"

enum { PAGE_MAX = 200, PAGE = 50 };

/* The asker's game, where it may be calculated in; else NULL, and refused. */
static const struct game *calculable(struct asked *asked)
{
    const struct game *game = asked->holder->person->table->game;
    if (!game)
        asked_refuse(asked, "table.unknown", "", "The table is not there yet.");
    else if (!game_options(game)->calculator)
        asked_refuse(asked, "calculator.off", "",
                     "The facilitator has switched the calculator off.");
    else
        return game;
    return NULL;
}

void score_ask(struct asked *asked)
{
    const struct person *person = asked->holder->person;
    const struct game *game = calculable(asked);
    struct assumption *assumptions = NULL;
    size_t count = 0;
    if (!game)
        return;
    if (!assumptions_read(asked->holder->exercise->scenario, asked->parameters, asked->arena,
                          &assumptions, &count, &asked->refusal)) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct tree *answer = score_evaluate(game, person->party, assumptions, count, asked->arena);
    if (answer)
        asked_answer(asked, answer);
    else
        asked_refuse(asked, "instrument.unknown", "assume", "There is no such text.");
}

void decision_ask(struct asked *asked)
{
    struct text id = parameter_text(asked, "decision", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    const struct game *game = calculable(asked);
    if (!game)
        return;
    int decision = scenario_decision(asked->holder->exercise->scenario, id);
    if (decision < 0) {
        asked_refuse(asked, "decision.unknown", "decision", "There is no such decision.");
        return;
    }
    struct tree *answer =
        decision_foresee(game, asked->holder->person->party, (uint32_t)decision, asked->arena);
    if (answer)
        asked_answer(asked, answer);
    else
        asked_refuse(asked, "decision.closed", "decision",
                     "This is not put to your delegation now.");
}

void advice_ask(struct asked *asked)
{
    const struct host *host = asked->host;
    const struct person *person = asked->holder->person;
    const struct game *game = person->table->game;
    struct text instrument = parameter_text(asked, "instrument", false);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    if (!game) {
        asked_refuse(asked, "table.unknown", "", "The table is not there yet.");
        return;
    }
    if (!game_options(game)->advice || !host->bots.advises) {
        asked_refuse(asked, "advice.off", "", "The facilitator has switched advice off.");
        return;
    }
    struct tree *answer = host->bots.advises(game, person->party, instrument, asked->arena);
    if (answer)
        asked_answer(asked, answer);
    else
        asked_refuse(asked, "instrument.unknown", "instrument", "There is no such text.");
}

/* The game and audience that the asker may read; false, and refused, where there is none. */
static bool asked_game(struct asked *asked, const struct game **game, struct audience *audience)
{
    const struct holder *holder = asked->holder;
    const struct exercise *exercise = holder->exercise;
    struct text id = parameter_text(asked, "table", false);
    struct text as = parameter_text(asked, "as", false);
    const struct table *table = NULL;
    if (holder->kind == HOLDER_PERSON) {
        table = holder->person->table;
        *audience = (struct audience){AUDIENCE_PARTY, holder->person->party};
        if (table && id.length > 0 && !text_equal(id, table->id))
            parameter_refuse(asked, "table.unknown", "table", "That is not your table.");
    } else {
        bool control = holder->kind == HOLDER_CONTROL;
        table = id.length > 0                ? exercise_table(exercise, id)
                : exercise->table_count == 1 ? exercise->tables[0]
                                             : NULL;
        *audience = (struct audience){control ? AUDIENCE_CONTROL : AUDIENCE_PUBLIC, -1};
        int party = control && as.length > 0 ? scenario_party(exercise->scenario, as) : -1;
        if (party >= 0)
            *audience = (struct audience){AUDIENCE_PARTY, party};
        else if (control && as.length > 0)
            parameter_refuse(asked, "party.unknown", "as", "There is no such delegation.");
    }
    if (as.length > 0 && holder->kind != HOLDER_CONTROL)
        parameter_refuse(asked, "control.only", "as",
                         "Only the facilitator sees with the eyes of others.");
    *game = table ? table->game : NULL;
    if (!*game)
        parameter_refuse(asked, holder->kind == HOLDER_PERSON ? "seat.unknown" : "table.unknown",
                         "table", "Say which table.");
    return !asked->refused;
}

void history_ask(struct asked *asked)
{
    const struct game *game;
    struct audience audience;
    struct text what = parameter_text(asked, "what", true);
    struct text of = parameter_text(asked, "of", false);
    int64_t before = parameter_int(asked, "before", 0, INT64_MAX, 0);
    int64_t limit = parameter_int(asked, "limit", 1, PAGE_MAX, PAGE);
    if (!asked_game(asked, &game, &audience)) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct tree *page =
        history_read(game, audience, what, of, (uint64_t)before, (uint32_t)limit, asked->arena);
    if (page)
        asked_answer(asked, page);
    else
        asked_refuse(asked, "parameter.invalid", "of", "There is nothing of that name to read.");
}
