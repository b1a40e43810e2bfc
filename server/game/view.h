/* Views: what an audience may see, as one tree, built up from nothing.
 *
 * The shape is described in server/game/VIEW.md. A patch is tree_diff of the dirty parts of a view,
 * built by the same functions as they were before a step and as they are after it, so that
 * merge(before, patch) == after, for every audience. Everything is a
 * function of the public record and of what the audience's party may see: no shared counters, no
 * sequence numbers, no gaps. */
#ifndef VIEW_H
#define VIEW_H

#include "game.h"
#include "package.h"

enum audience_kind { AUDIENCE_PUBLIC, AUDIENCE_PARTY, AUDIENCE_CONTROL };

struct audience {
    enum audience_kind kind;
    int party; /* AUDIENCE_PARTY */
};

/* Audiences in an order: the public, control, then each party; there are party_count + 2. */
size_t audience_place(struct audience audience);
struct audience audience_at(size_t place);

/* A whole view, in `arena`; borrows texts from game and scenario. */
struct tree *view(const struct game *game, struct audience audience, struct arena *arena);

/* What one entry changes in views. Only the parts that it made dirty are built, as they were and as
 * they are. */
struct step;
/* Before the entry is applied; in `arena`, for as long as the step is asked. */
struct step *step_open(const struct game *game, struct arena *arena);
/* After it was applied: the patch (RFC 7396) that makes the audience's view of the one before; NULL
 * where nothing of it changes. In the step's arena; borrows texts from game and scenario. */
struct tree *step_patch(struct step *step, struct audience audience);

/* A table at a glance, for control alone: {clock, texts: {draft, in_force}, signatures, messages,
 * scores: {party: {expected, no_deal, at_opening?, total?: in the final phase}}, phase_opened?: ms,
 * did: {party: when its people last did anything}, undecided?: {open decision: [party]}, troubles,
 * requests: {message: {at, from, seat, text}} (to control), and in the final phase outcome?,
 * settled?}. Far cheaper than a view. */
struct tree *glance(const struct game *game, struct arena *arena);

/* News to be expected, for control alone: {inject: {fired, held?, at: [{phase, round, chance}]}}:
 * at the end of which rounds, from this one on, its `when` would hold were nothing else to change,
 * and with what chance in percent. */
struct tree *foresee(const struct game *game, struct arena *arena);

/* The seat's delegation, or -1 where there is no such seat; *head, *powers where asked for (may be
 * NULL). */
int game_seat(const struct game *game, struct text seat, enum seat_role *role, bool *powers);

/* A scenario's texts and shapes as this audience may know them (never injects, others' scores,
 * instructions, private formulas or numbers): what scenario.get answers. `edition` chooses which
 * clauses can be drafted. */
struct tree *scenario_view(const struct scenario *scenario, uint32_t edition,
                           struct audience audience, struct arena *arena);

/* Older messages, versions or minutes, as this audience may see them. `what`: "messages" (with
 * `circle`), "versions" (with `instrument`), "minutes". At most `limit` (1..200) before `before`
 * (exclusive; 0: the end). NULL where there is no such thing. */
struct tree *history_read(const struct game *game, struct audience audience, struct text what,
                          struct text of, uint64_t before, uint32_t limit, struct arena *arena);

/* What this audience calls the text with this id of its own; the id itself where it sees none. */
struct text game_text_name(const struct game *game, struct audience audience, struct text id,
                           struct arena *arena);

/* A text, a draft or loose clauses taken together, for score_evaluate. */
struct assumption {
    struct text
        instrument; /* a text the party may see: its current version; empty: loose clauses */
    const struct clause_wish *clauses;
    size_t clause_count;
};

/* What the assumptions together would do to the party's own expected score: {total, today, no_deal,
 * items: {id: {now, then}}, formulas: {id: {now, then}}, clauses: {key: {binds: […], requires:
 * "sentence"?}}}. Every clause counts as settled, in place of the settlement for its key, as in a
 * package. Shows nothing the party may not see. NULL where a text is not known to the party.
 * `total`, `today` and `no_deal`, or one side of an item, are left out where they cannot be
 * computed. */
struct tree *score_evaluate(const struct game *game, int party,
                            const struct assumption *assumptions, size_t count,
                            struct arena *arena);

/* What each option of a decision would bring the party that is asked, as its expected score when
 * the round has ended: {today, no_deal, options: {id: {then, least, most, hangs_on?: [others |
 * chance | hidden], items: {id: {now, then}}}}}. `then`: while the others choose what they have
 * chosen openly, or else what is taken for granted; `least` and `most`: among that and what was
 * tried besides, each by itself: the others, alike and one by one, choose each other option, the
 * dice fall otherwise, what the party may not see is otherwise; `hangs_on`: which of these made a
 * difference. News is not foreseen. Tells nothing that the party may not see. The three numbers are
 * left out where the score cannot be computed, as are `today` and `no_deal`. NULL where the
 * decision is not put to the party now. */
struct tree *decision_foresee(const struct game *game, int party, uint32_t decision,
                              struct arena *arena);

/* For who writes a scenario: a package, the conditions its text takes effect by, and variables that
 * are not as they start. */
struct supposed_value {
    uint32_t variable;
    int32_t key; /* party or region; -1 where the variable is not per */
    int64_t value;
};

struct supposition {
    struct package package;
    const uint32_t *conditions;
    size_t condition_count;
    const struct supposed_value *values;
    size_t value_count;
};

/* What a package is worth to every party as the game begins. It shows everything, so it is never
 * sent to a table: {parties: {id: {expected: {now, then, items: {id: {now, then}}}, points: (the
 * same), no_deal, mandate: [the sentences of broken instructions]}}, changed: {formula: {now,
 * then}}, clauses: {key: {binds, requires?}}, conditions: {id: bool}, outcome?, variables,
 * formulas: (as in a view, with the package), troubles: [{path, text}]}. `now` is without the
 * package. What cannot be computed is left out, and a trouble says why. */
struct tree *package_evaluate(const struct scenario *scenario,
                              const struct supposition *supposition, struct arena *arena);

/* Scores as control, the plays and the debrief read them. */
struct party_score {
    int64_t total, expected, no_deal;
    bool failed;
};
struct party_score game_score(const struct game *game, int party, struct arena *scratch);

/* The first outcome that is true now, or after the freeze the frozen one; -1 where none is. */
int game_outcome(const struct game *game, struct arena *scratch);

#endif
