/* A deal that was left, played from the words that are shown. */
#ifndef LEFT_AGAIN_H
#define LEFT_AGAIN_H

#include "played.h"

enum { TEXTS_MAX = 16 };

/* A text of the deal, on the table again. */
struct again_text {
    struct text id;
    int64_t version;
    bool entered;
    size_t settled;
};

/* The moment again, and a game that stands there. */
struct again {
    struct played *table;
    struct game *game;
    int64_t at;
    struct again_text texts[TEXTS_MAX];
    size_t text_count;
};

/* The answer. What is refused fails. */
static inline const struct tree *again_say(struct again *again, const char *method,
                                           const struct tree *parameters, struct text party)
{
    struct arena *arena = again->table->arena;
    struct command command;
    struct refusal refusal;
    assert_true(command_read(again->table->scenario, text_of(method), parameters, arena, &command,
                             &refusal));
    int seat = scenario_party(again->table->scenario, party);
    command.actor = (struct actor){ACTOR_SEAT, played_seat(again->table, seat), false};
    struct decision_result result = decide(again->game, &command, again->at, arena);
    assert_false(result.refused);
    apply(again->game, game_sequence(again->game) + 1, again->at, &command.actor, result.events,
          result.event_count);
    for (size_t at = 0; at < result.event_count; at++)
        for (size_t one = 0; one < again->text_count; one++) {
            struct again_text *text = &again->texts[one];
            if (!text_equal(result.events[at].instrument, text->id))
                continue;
            if (result.events[at].type == EVENT_VERSION)
                text->version = result.events[at].version;
            text->entered |= result.events[at].type == EVENT_ENTERED;
            text->settled += result.events[at].type == EVENT_SETTLED;
        }
    return result.answer;
}

/* The clauses without what instrument.draft does not take. */
static inline struct tree *again_clauses(const struct tree *text, struct arena *arena)
{
    const struct tree *shown = tree_get(text, TEXT("clauses"));
    struct tree *clauses = tree_list(arena);
    for (size_t at = 0; at < shown->count; at++) {
        struct tree *clause = tree_copy(arena, shown->members[at].value);
        struct tree *wished = tree_object(arena);
        for (size_t member = 0; member < clause->count; member++)
            if (!text_equal(clause->members[member].key, TEXT("id")))
                tree_set(arena, wished, clause->members[member].key, clause->members[member].value);
        tree_append(arena, clauses, wished);
    }
    return clauses;
}

static inline void again_draft(struct again *again, const struct tree *text)
{
    struct arena *arena = again->table->arena;
    struct tree *draft = tree_object(arena);
    struct tree *invited = tree_get(text, TEXT("invited"));
    struct tree *conditions = tree_get(text, TEXT("takes_effect_if"));
    tree_set(arena, draft, TEXT("kind"), tree_get(text, TEXT("kind")));
    tree_set(arena, draft, TEXT("invite"), invited);
    tree_set(arena, draft, TEXT("clauses"), again_clauses(text, arena));
    if (conditions)
        tree_set(arena, draft, TEXT("takes_effect_if"), conditions);
    const struct tree *answer =
        again_say(again, "instrument.draft", draft, invited->members[0].value->text);
    struct again_text *now = &again->texts[again->text_count++];
    assert_in_range(again->text_count, 1, TEXTS_MAX);
    now->version = 1;
    assert_true(tree_get_text(answer, TEXT("instrument"), &now->id));
}

static inline void again_sign(struct again *again, const struct tree *text, size_t which)
{
    struct arena *arena = again->table->arena;
    const struct tree *invited = tree_get(text, TEXT("invited"));
    for (size_t at = 0; at < invited->count; at++) {
        struct tree *sign = tree_object(arena);
        tree_set_text(arena, sign, TEXT("instrument"), again->texts[which].id);
        tree_set_int(arena, sign, TEXT("version"), again->texts[which].version);
        (void)again_say(again, "instrument.sign", sign, invited->members[at].value->text);
    }
}

/* Links the last text with one that shares somebody with it. */
static inline void again_link(struct again *again, const struct tree *texts)
{
    struct arena *arena = again->table->arena;
    size_t last = again->text_count - 1;
    const struct tree *invited = tree_get(texts->members[last].value, TEXT("invited"));
    for (size_t other = 0; other < last; other++) {
        const struct tree *others = tree_get(texts->members[other].value, TEXT("invited"));
        for (size_t at = 0; at < invited->count * others->count; at++) {
            struct text party = invited->members[at / others->count].value->text;
            if (!text_equal(party, others->members[at % others->count].value->text))
                continue;
            struct tree *link = tree_object(arena), *with = tree_list(arena);
            tree_append(arena, with, tree_text(arena, again->texts[other].id));
            tree_set_text(arena, link, TEXT("instrument"), again->texts[last].id);
            tree_set(arena, link, TEXT("with"), with);
            (void)again_say(again, "instrument.link", link, party);
            return;
        }
    }
    fail_msg("nobody takes part in both");
}

/* The rules, but a signature counts at once: as if all had ratified. */
static inline const struct scenario *all_ratify(struct scenario *scenario, struct arena *arena)
{
    size_t count = scenario->instrument_count;
    struct instrument_type *types =
        arena_grow(arena, scenario->instruments, count, count, sizeof(*types));
    for (size_t kind = 0; kind < count; kind++)
        types[kind].ratified_when = NULL;
    scenario->instruments = types;
    return scenario;
}

static inline bool is_invited(const struct tree *texts, struct text party)
{
    for (size_t text = 0; text < texts->count; text++) {
        const struct tree *invited = tree_get(texts->members[text].value, TEXT("invited"));
        for (size_t at = 0; at < invited->count; at++)
            if (text_equal(invited->members[at].value->text, party))
                return true;
    }
    return false;
}

static inline void again_gains(struct again *again, const struct tree *moment)
{
    const struct played *table = again->table;
    const struct tree *texts = tree_get(moment, TEXT("texts"));
    const struct tree *gains = tree_get(moment, TEXT("gains"));
    for (size_t party = 0; party < table->scenario->party_count; party++) {
        struct text id = table->scenario->parties[party].id;
        const struct tree *gain = tree_get(gains, id);
        assert_int_equal(gain != NULL, is_invited(texts, id));
        if (!gain)
            continue;
        struct party_score then = game_score(again->game, (int)party, table->arena);
        struct party_score end = game_score(table->game, (int)party, table->arena);
        int64_t deal, got, walking;
        assert_true(tree_get_int(gain, TEXT("deal"), &deal));
        assert_true(tree_get_int(gain, TEXT("got"), &got));
        assert_true(tree_get_int(gain, TEXT("walking"), &walking));
        assert_int_equal(deal, then.expected);
        assert_int_equal(got, end.total);
        assert_true(deal > got && deal > walking);
    }
}

/* It is drafted, linked where it says so, signed by all who would sign, in force at once, and more
 * for each of them than what came in the end. */
static inline void again_plays(struct played *table, const struct tree *moment)
{
    const struct tree *texts = tree_get(moment, TEXT("texts"));
    bool together = tree_get(moment, TEXT("together"));
    int64_t n = 0;
    assert_true(tree_get_int(moment, TEXT("n"), &n));
    assert_in_range(n, 2, table->record.count + 1);
    assert_true(texts->count > 0);
    struct record record = table->record;
    struct scenario without = *table->scenario;
    if (tree_get(moment, TEXT("ratification")))
        record.scenario = all_ratify(&without, table->arena);
    struct again again = {.table = table,
                          .game = record_game(&record, (size_t)n - 1),
                          .at = table->entries[n - 2].at};
    for (size_t at = 0; at < texts->count; at++) {
        again_draft(&again, texts->members[at].value);
        if (together && at > 0)
            again_link(&again, texts);
        if (!together)
            again_sign(&again, texts->members[at].value, at);
    }
    for (size_t at = 0; together && at < texts->count; at++)
        again_sign(&again, texts->members[at].value, at);
    for (size_t at = 0; at < texts->count; at++) {
        assert_true(again.texts[at].entered);
        assert_int_equal(again.texts[at].settled,
                         tree_get(texts->members[at].value, TEXT("clauses"))->count);
    }
    again_gains(&again, moment);
    game_close(again.game);
}

#endif
