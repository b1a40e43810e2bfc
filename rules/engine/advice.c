/* What is right, and yet not what an author can have meant: warnings, for a scenario without
 * errors. */
#include "influence.h"
#include "lexer.h"

#include <inttypes.h>
#include <string.h>

struct advice {
    struct loader *loader;
    const bool *matters;
    const bool *changes;
    struct world world; /* for what reads round and phase alone */
    size_t budget;      /* of runs: what costs more is not looked at */
};

enum { ADVICE_RUNS_MAX = 1 << 20 };

static const struct datum *section_member(const struct advice *advice, const char *section,
                                          size_t index)
{
    return &datum_get(advice->loader->root, text_of(section))->members[index];
}

/* Whether a condition that reads nothing (and can draw nothing) is always so. */
static bool is_always(struct advice *advice, const struct expression *expression, bool wanted)
{
    if (!expression || !expression_is_constant(expression))
        return false;
    struct result result = expression_run(expression, &advice->world, NULL);
    return (!result.failed && result.value) == wanted;
}

static void look_at_clauses(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    bool *carried = ARENA_ARRAY(advice->loader->arena, bool, scenario->clause_type_count);
    for (size_t index = 0; index < scenario->instrument_count; index++)
        for (size_t at = 0; at < scenario->instruments[index].clause_type_count; at++)
            carried[scenario->instruments[index].clause_types[at]] = true;
    for (size_t index = 0; index < scenario->clause_type_count; index++)
        if (!carried[index])
            warn_key(advice->loader, section_member(advice, "clauses", index),
                     "No instrument can carry this clause, so it can never be agreed: name it in "
                     "the 'clauses' of one.");
}

static bool part_matters(const struct advice *advice, const struct clause_type *type, size_t part)
{
    const struct scenario *scenario = advice->loader->scenario;
    for (uint32_t key = 0; key < type->key_count; key++)
        if (advice->matters[scenario->keys[type->first_key + key].slot + part])
            return true;
    return false;
}

static bool somebody_scores(const struct scenario *scenario)
{
    for (size_t party = 0; party < scenario->party_count; party++)
        if (scenario->scores[party].item_count > 0)
            return true;
    return false;
}

static void look_at_terms(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    for (size_t index = 0; somebody_scores(scenario) && index < scenario->clause_type_count;
         index++) {
        const struct clause_type *type = &scenario->clause_types[index];
        const struct datum *datum = section_member(advice, "clauses", index);
        bool matters = part_matters(advice, type, 0);
        if (!matters && type->term_count == 0)
            warn_key(advice->loader, datum, "This clause moves no score.");
        for (size_t term = 0; term < type->term_count; term++)
            if (!part_matters(advice, type, 1 + term))
                warn_key(advice->loader, &datum_get(datum, TEXT("terms"))->members[term],
                         "This term moves no score: whatever is agreed is worth the same.");
    }
}

static void look_at_stakes(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    const struct datum *scores = datum_get(advice->loader->root, TEXT("scores"));
    for (size_t party = 0; party < scenario->party_count; party++) {
        const struct score *score = &scenario->scores[party];
        const struct datum *own = datum_get(scores, scenario->parties[party].id);
        bool moves = false;
        for (size_t index = 0; index < score->item_count; index++)
            moves = moves || reads_any(score->items[index].points, advice->changes) ||
                    reads_any(score->items[index].expected, advice->changes);
        /* A mediator has its work, and need not have a stake. */
        if (!moves && (own || !scenario->parties[party].mediator))
            warn_key(advice->loader, own ? own : section_member(advice, "parties", party),
                     "Nothing is at stake for '%.*s': %s.",
                     TEXT_ARGUMENTS(scenario->parties[party].id),
                     own ? "no item of its score can change" : "it has no score");
    }
}

static void look_at_phases(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    unsigned allowed = 0;
    for (size_t index = 0; index < scenario->phase_count; index++) {
        const struct phase *phase = &scenario->phases[index];
        const struct datum *datum = section_member(advice, "phases", index);
        bool skipped = is_always(advice, phase->when, false);
        if (skipped)
            warn(advice->loader, datum_get(datum, TEXT("when")),
                 "This is never true, so the phase is always skipped.");
        else
            allowed |= phase->allows;
        if (phase->final && phase->each_round.count > 0)
            warn(advice->loader, datum_get(datum, TEXT("each_round")),
                 "In the final phase all is settled: these effects never run.");
    }
    if (scenario->instrument_count == 0)
        return;
    static const struct {
        enum allow allow;
        const char *word, *what;
    } needed[] = {{ALLOW_DRAFT, "draft", "drafted"}, {ALLOW_SIGN, "sign", "signed"}};
    for (size_t index = 0; index < sizeof(needed) / sizeof(*needed); index++)
        if (!(allowed & needed[index].allow))
            warn_key(advice->loader, datum_get(advice->loader->root, TEXT("instruments")),
                     "No phase allows '%s', so no instrument can be %s.", needed[index].word,
                     needed[index].what);
}

/* Where a condition is cut: at the && that stand in no brackets. Not where an || or a choice stands
 * there as well. */
static size_t cut_condition(const struct advice *advice, struct text source, size_t *cuts,
                            size_t capacity)
{
    struct complaint complaint = {.arena = advice->loader->arena};
    struct lexer lexer = {
        .source = source, .arena = advice->loader->arena, .complaint = &complaint};
    size_t depth = 0, count = 0;
    for (struct token token = lexer_next(&lexer);
         token.kind != TOKEN_END && token.kind != TOKEN_FAULT; token = lexer_next(&lexer)) {
        if (token.kind == TOKEN_OPEN || token.kind == TOKEN_OPEN_LIST)
            depth++;
        else if (token.kind == TOKEN_CLOSE || token.kind == TOKEN_CLOSE_LIST)
            depth--;
        else if (depth == 0 && (token.kind == TOKEN_OR || token.kind == TOKEN_QUESTION))
            return 0;
        else if (depth == 0 && token.kind == TOKEN_AND && count < capacity)
            cuts[count++] = token.offset;
    }
    return count;
}

/* A piece of a condition that speaks of the round and the phase alone and draws nothing, compiled;
 * else NULL. */
static const struct expression *compile_timing(const struct advice *advice, struct text piece)
{
    const struct scenario *scenario = advice->loader->scenario;
    struct expression_request request = {.source = piece, .type = VALUE_BOOL};
    struct expression_fault why;
    const struct expression *expression =
        expression_compile(scenario, advice->loader->arena, &request, &why);
    size_t count = 0;
    const uint32_t *reads = expression ? expression_reads(expression, &count) : NULL;
    for (size_t index = 0; index < count; index++)
        if (reads[index] != scenario->slot_round && reads[index] != scenario->slot_phase)
            return NULL;
    return expression;
}

enum { PIECES_MAX = 32 };

static bool holds_now(struct advice *advice, const struct expression *const *pieces, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        struct result result = expression_run(pieces[index], &advice->world, NULL);
        if (result.failed || !result.value)
            return false;
    }
    return true;
}

static uint32_t most_rounds(const struct scenario *scenario, size_t phase)
{
    uint32_t most = scenario->phases[phase].rounds;
    for (size_t index = 0; index < scenario->edition_count; index++)
        if (scenario->editions[index].rounds[phase] > most)
            most = scenario->editions[index].rounds[phase];
    return most;
}

/* Whether all pieces hold at the end of some round; true where that would take too long to say. */
static bool holds_ever(struct advice *advice, const struct expression *const *pieces, size_t count)
{
    const struct scenario *scenario = advice->loader->scenario;
    for (size_t phase = 0; phase < scenario->phase_count; phase++) {
        if (scenario->phases[phase].final || is_always(advice, scenario->phases[phase].when, false))
            continue;
        for (uint32_t round = 1; round <= most_rounds(scenario, phase); round++) {
            if (advice->budget < count)
                return true;
            advice->budget -= count;
            advice->world.slots[scenario->slot_round] = round;
            advice->world.slots[scenario->slot_phase] = scenario->phases[phase].string;
            if (holds_now(advice, pieces, count))
                return true;
        }
    }
    return false;
}

static void look_at_when(struct advice *advice, const struct datum *when)
{
    size_t cuts[PIECES_MAX];
    struct text source = when->text;
    size_t cut_count = cut_condition(advice, source, cuts, PIECES_MAX);
    const struct expression *pieces[PIECES_MAX + 1];
    size_t count = 0, begin = 0;
    for (size_t index = 0; index <= cut_count; index++) {
        size_t end = index < cut_count ? cuts[index] : source.length;
        const struct expression *piece =
            compile_timing(advice, (struct text){source.at + begin, end - begin});
        if (piece)
            pieces[count++] = piece;
        begin = end + strlen("&&");
    }
    if (count > 0 && !holds_ever(advice, pieces, count))
        warn(advice->loader, when,
             "This is true at the end of no round of any phase, so the inject never happens by "
             "itself.");
}

static void look_at_injects(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    for (size_t index = 0; index < scenario->inject_count; index++) {
        const struct datum *datum = section_member(advice, "injects", index);
        const struct datum *when = datum_get(datum, TEXT("when"));
        const struct datum *chance = datum_get(datum, TEXT("chance"));
        if (when)
            look_at_when(advice, when);
        int64_t percent;
        if (!when || !chance || !text_to_int(chance->text, &percent))
            continue;
        if (percent <= 0)
            warn(advice->loader, chance,
                 "In %" PRId64 " of 100 draws: the inject never happens by itself.", percent);
        else if (percent > 100)
            warn(advice->loader, chance,
                 "A chance goes from 0 to 100 (percent); it is %" PRId64 ".", percent);
    }
}

static void look_at_outcomes(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    const struct outcome *certain = NULL;
    for (size_t index = 0; index < scenario->outcome_count; index++) {
        const struct outcome *outcome = &scenario->outcomes[index];
        const struct datum *datum = section_member(advice, "outcomes", index);
        if (certain)
            warn(advice->loader, datum,
                 "This outcome is never reached: '%.*s' before it is always true.",
                 TEXT_ARGUMENTS(certain->id));
        else if (is_always(advice, outcome->when, false))
            warn(advice->loader, datum_get(datum, TEXT("when")), "This is never true.");
        else if (is_always(advice, outcome->when, true))
            certain = outcome;
    }
}

static void look_at_conditions(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    bool *offered = ARENA_ARRAY(advice->loader->arena, bool, scenario->condition_count);
    for (size_t index = 0; index < scenario->instrument_count; index++)
        for (size_t at = 0; at < scenario->instruments[index].condition_count; at++)
            offered[scenario->instruments[index].conditions[at]] = true;
    for (size_t index = 0; index < scenario->condition_count; index++)
        if (!offered[index])
            warn_key(advice->loader, section_member(advice, "conditions", index),
                     "No instrument offers this condition: name it in the 'conditions' of one.");
}

static void look_at_casting(struct advice *advice)
{
    const struct scenario *scenario = advice->loader->scenario;
    const struct datum *spare = datum_get(advice->loader->root, TEXT("spare"));
    for (size_t index = 0; index < scenario->spare_count; index++)
        if (scenario->essential & party_bit((int)scenario->spare[index]))
            warn(advice->loader, &spare->members[index],
                 "'%.*s' is essential, so it cannot be left out.",
                 TEXT_ARGUMENTS(scenario->parties[scenario->spare[index]].id));
}

void advise(struct loader *loader)
{
    struct advice advice = {.loader = loader,
                            .matters = slots_that_matter(loader),
                            .changes = slots_that_change(loader),
                            .budget = ADVICE_RUNS_MAX};
    advice.world.slots = ARENA_ARRAY(loader->arena, int64_t, loader->next_local);
    advice.world.failed = ARENA_ARRAY(loader->arena, uint8_t, loader->next_local);
    advice.world.count = loader->next_local;
    look_at_clauses(&advice);
    look_at_terms(&advice);
    look_at_stakes(&advice);
    look_at_phases(&advice);
    look_at_injects(&advice);
    look_at_outcomes(&advice);
    look_at_conditions(&advice);
    look_at_casting(&advice);
}
