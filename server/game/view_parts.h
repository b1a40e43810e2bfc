/* Inside views: who looks, and the parts that a view is made of.
 *
 * Every part is built from nothing for one viewer. Nothing here counts, numbers or sorts by what
 * the viewer may not see. */
#ifndef VIEW_PARTS_H
#define VIEW_PARTS_H

#include "name.h"
#include "sight.h"
#include "view_trees.h"

/* What lists of a view hold at most; older items are read with history_read. */
enum {
    VIEW_MESSAGES = 50,
    VIEW_MINUTES = 100,
    VIEW_NEWS = 20,
    VIEW_VERSIONS = 8,
    VIEW_ANSWERED = 10
};

/* What a view is made of, as bits. */
enum part {
    PART_FIXED = 1 << 0, /* table, audience: they never change */
    PART_CLOCK = 1 << 1,
    PART_PARTIES = 1 << 2,
    PART_VALUES = 1 << 3, /* variables and formulas */
    PART_HISTORY = 1 << 4,
    PART_SETTLED = 1 << 5,
    PART_TEXTS = 1 << 6,
    PART_DECISIONS = 1 << 7,
    PART_NEWS = 1 << 8,
    PART_CIRCLES = 1 << 9,
    PART_MINUTES = 1 << 10,
    PART_INSTRUCTIONS = 1 << 11,
    PART_PLANS = 1 << 12,
    PART_SCORES = 1 << 13, /* and the outcome */
    PART_CONTROL = 1 << 14,
    PARTS_ALL = (1 << 15) - 1
};

/* The parts of a view that are built. */
struct parts {
    unsigned wanted;   /* enum part, or'ed */
    const bool *texts; /* [instrument]: those of PART_TEXTS; NULL: all */
    /* The same game before a step, or after it. Of what is kept as it was written (messages,
     * minutes, versions) that which both views list is left out, and what this one alone lists
     * since it is the earlier one is named without its content. NULL: nothing is left out. */
    const struct game *other;
};

struct viewer {
    const struct game *game;
    const struct scenario *scenario;
    const struct position *position;
    struct audience audience;
    int party; /* of a party's audience, else NONE */
    bool control;
    const bool *unseen; /* slots of the world that it may not see; NULL: control sees all */
    struct arena *arena;
    struct namer namer;
    struct world world; /* the present, formulas computed */
    struct parts parts;
};

/* All parts. */
struct viewer viewer_open(const struct game *game, struct audience audience, struct arena *arena);
/* The same where `world` and `unseen` are known: world_copy of the game's, which is read and left
 * as it was, and sight_unseen. */
struct viewer viewer_of(const struct game *game, struct audience audience, struct world world,
                        const bool *unseen, struct arena *arena);

/* What it may not see; NULL for control. */
const bool *audience_unseen(const struct game *game, struct audience audience, struct arena *arena);

/* The parts that the viewer wants, as one tree. */
struct tree *view_build(const struct viewer *viewer);

/* What the viewer may see. `key`: a party or region, NONE where the thing is not per. */
bool viewer_sees(const struct viewer *viewer, struct visibility visibility, enum per per,
                 int32_t key);
bool viewer_sees_record(const struct viewer *viewer, struct seen_by seen_by);
bool viewer_sees_text(const struct viewer *viewer, const struct instrument *instrument);
/* What the viewer calls a text that it sees. */
struct text viewer_text_name(const struct viewer *viewer, const struct instrument *instrument);
/* What an expression gives tells the viewer nothing that it may not see. */
bool viewer_reads(const struct viewer *viewer, const struct expression *expression);
/* A decision's last choices are open to this viewer. */
bool viewer_sees_choices(const struct viewer *viewer, uint32_t decision);

/* Of things that come one after the other a view lists the last `most`: those that are named alone,
 * since they are gone from the view of `other`, and those that are built; as places from 0. */
struct listed {
    uint64_t gone_first, gone_end, first, end;
};
struct listed listed_of(const struct viewer *viewer, uint64_t total, uint64_t other_total,
                        uint64_t most);
/* What stands under the name of something without its content. */
struct tree *view_stub(const struct viewer *viewer);

/* Whether the audience's minutes have it: that depends on nothing that changes. */
bool minute_is_told(const struct scenario *scenario, const struct minute *minute,
                    struct audience audience);

/* Sets `outcome`, in the final phase. */
void viewer_set_outcome(const struct viewer *viewer, struct tree *tree);

/* The parts. */
struct tree *view_table(const struct viewer *viewer);
struct tree *view_audience(const struct viewer *viewer);
struct tree *view_clock(const struct viewer *viewer);
struct tree *view_parties(const struct viewer *viewer);
struct tree *view_variables(const struct viewer *viewer);
struct tree *view_formulas(const struct viewer *viewer);
struct tree *view_history(const struct viewer *viewer);
struct tree *view_settled(const struct viewer *viewer);
struct tree *view_instruments(const struct viewer *viewer);
struct tree *view_decisions(const struct viewer *viewer);
struct tree *view_news(const struct viewer *viewer);
struct tree *view_circles(const struct viewer *viewer);
struct tree *view_minutes(const struct viewer *viewer);
struct tree *view_minutes_total(const struct viewer *viewer);
struct tree *view_instructions(const struct viewer *viewer);
struct tree *view_plans(const struct viewer *viewer);
struct tree *view_scores(const struct viewer *viewer);
struct tree *view_control(const struct viewer *viewer);

/* The clauses of a text, as its own file builds them. */
struct tree *view_clauses(const struct viewer *viewer, const struct instrument *instrument,
                          struct world *world);
/* False too where the viewer may not read it. */
bool condition_holds(const struct viewer *viewer, uint32_t condition, const struct world *world);
/* Why a draft is not in force, from what the viewer sees; empty where nothing is missing. */
struct tree *view_missing(const struct viewer *viewer, const struct instrument *instrument,
                          struct world *world);
/* The world as a text's conditions and requirements read it: for a draft, with the clauses of the
 * linked texts that the viewer sees settled; for a suspended text, with its own. */
struct world world_of_text(const struct viewer *viewer, const struct instrument *instrument);

/* What each item of a score is expected to be worth (or its points) in two worlds: {id: {now,
 * then}}. A side that cannot be computed is left out. */
struct tree *items_compare(const struct viewer *viewer, const struct score *score,
                           const struct frozen_score *now, const struct frozen_score *then,
                           bool points);

/* Pages for history_read: the newest `limit` of those numbered below `before` (0: of all), oldest
 * first, as {items, more}. */
struct tree *history_messages(const struct viewer *viewer, struct text circle, uint64_t before,
                              uint32_t limit);
struct tree *history_minutes(const struct viewer *viewer, uint64_t before, uint32_t limit);
/* What set a variable, named as in expressions (`support`: of every party). A name that is not
 * known to the viewer has no changes. */
struct tree *history_changes(const struct viewer *viewer, struct text name, uint64_t before,
                             uint32_t limit);
struct tree *history_versions(const struct viewer *viewer, struct text instrument, uint64_t before,
                              uint32_t limit);
/* {items, more} */
struct tree *page_of(struct tree *items, bool more, struct arena *arena);

#endif
