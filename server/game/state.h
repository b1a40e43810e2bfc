/* The inside of a game, for this room alone: the position, which rules read and change, and the
 * record, which only views read.
 *
 * The position is small and cheap to copy: decide works on a copy of it and emits events, and the
 * same position_apply makes them true there and, later, in the game itself. What is immutable
 * (drafts, versions, signatures) hangs on pointers and is shared. The record (messages, minutes,
 * troubles…) grows only and is never copied. Orders are those of time or of the scenario's file. */
#ifndef STATE_H
#define STATE_H

#include "game.h"

enum { NONE = -1 };             /* no party, no phase, no instrument, no deadline */
enum { OUTCOME_NONE = 0xffff }; /* EVENT_FROZEN: no outcome was true */

enum {
    CLAUSES_MAX = 100, /* an instrument */
    ARTICLES_MAX = 20, /* an instrument */
    ARTICLE_CHARACTERS_MAX = 1000,
    MESSAGE_CHARACTERS_MAX = 2000, /* messages, and texts and reasons of control */
    TITLE_CHARACTERS_MAX = 200,
    INSTRUCTIONS_MAX = 16, /* a delegation, the scenario's among them */
    INSTRUCTION_CHARACTERS_MAX = 500,
    EFFECTS_MAX = 50,            /* of a composed inject or a ruling */
    NOTES_CHARACTERS_MAX = 4000, /* of a delegation's plan */
    NOTES_KEPT_MAX = 8,          /* words that were written over; then the oldest give way */
    SUGGESTIONS_MAX = 20,        /* of a delegation, that wait for an answer */
    SUGGESTION_CHARACTERS_MAX = 300,
};

/* One version of a text. */
struct version {
    uint32_t number;
    int party; /* who made it */
    struct text seat;
    bool automatic;
    int64_t at;
    uint32_t sight; /* when it was made, in the order of what there was to see (text_sight) */
    const struct draft *draft;
    const struct version *older; /* NULL: the first */
};

/* What a text's name is made of (name.h), besides its author and kind: who was invited to it or
 * witnessed it, and how many with the same author, kind and guests there were before. */
struct naming {
    party_set guests;
    uint32_t earlier;
};

struct signature {
    int party;
    struct text seat;
    bool automatic, override; /* override: against an instruction */
    int64_t at;
    const uint32_t *reserved; /* clause keys */
    size_t reserved_count;
    const struct signature *older; /* of whatever party and version */
};

enum instrument_status {
    INSTRUMENT_DRAFT,
    INSTRUMENT_IN_FORCE, /* suspended or not */
    INSTRUMENT_WITHDRAWN,
    INSTRUMENT_ENDED
};

enum clause_state {
    CLAUSE_PROPOSED,
    CLAUSE_SETTLED,   /* also while the text is suspended */
    CLAUSE_DORMANT,   /* in force without it */
    CLAUSE_OVERTAKEN, /* dormant, and settled elsewhere by its own parties since: until somebody
                         signs its text anew */
    CLAUSE_SUPERSEDED,
    CLAUSE_ENDED
};

struct instrument {
    struct text id;
    uint32_t kind;
    int author; /* party */
    enum instrument_status status;
    bool suspended;           /* while in force */
    bool open_to_all;         /* public: tabled, leaked or once in force; stays so */
    bool opened;              /* for signature: no amendments */
    int tabled_by, leaked_by; /* party or NONE */
    uint32_t version;
    uint32_t public_version;          /* where open to all: the first version that was; 0 before */
    uint32_t published_at;            /* and when, as a version's sight; 0 before */
    struct naming drafted, published; /* published: where open to all */
    const struct version *versions;   /* newest first */
    const struct draft *draft;        /* of the newest version */
    party_set signed_by;              /* this version; witnesses too; less those who denounced */
    party_set ratified; /* of those: counts (at once where there is no ratified_when) */
    party_set declined;
    party_set denounced;
    party_set notice_given, notice_due; /* ends with the next round, with this one */
    const struct signature *signatures; /* newest first: read with instrument_signature */
    const uint8_t *clauses;             /* enum clause_state, one a clause of the draft */
    int64_t drafted_at, entered_at;     /* entered_at: 0 before */
};

struct seat {
    struct text id;
    int party;
    enum seat_role role;
    bool powers, ready, automatic;
    enum job job; /* as its head gave it */
};

/* A decision as it stands. Choices are option indices + 1; 0: none. */
struct decision_state {
    bool open;
    bool closed_once;  /* it has closed at least once */
    party_set by;      /* who is asked, or was at the last closing */
    uint16_t *choice;  /* [party]: so far, while open; copied by position_copy */
    uint16_t *last;    /* [party]: as closed; kept for those not asked again */
    party_set last_by; /* who was asked at the last closing */
};

struct inject_state {
    uint32_t fired;
    bool held;
};

enum clock_state { CLOCK_LOBBY, CLOCK_RUNNING, CLOCK_PAUSED, CLOCK_CLOSED };

struct position {
    int64_t *state;                 /* the world's slots [0, state_count) */
    struct instrument *instruments; /* in the order of drafting */
    size_t instrument_count, instrument_capacity;
    uint32_t sights;       /* how often there was something new to see of a text */
    int32_t *holders;      /* [key]: the instrument whose clause is settled, or NONE */
    const int64_t **terms; /* [key]: its terms */
    party_set *bound;      /* [key]: whom it binds */
    bool *entry_run;       /* [key]: its on_entry has run in this game */
    struct decision_state *decisions;
    struct inject_state *injects;
    struct seat *seats; /* in the order of seating */
    size_t seat_count, seat_capacity;
    enum clock_state clock;
    int phase;                       /* NONE before the start */
    uint32_t round;                  /* from 1 */
    int64_t deadline;                /* NONE: none; kept while paused only in `left` */
    int64_t left;                    /* ms, while paused; NONE: there was no deadline */
    bool final, frozen, debrief;     /* debrief: control has opened others' scores */
    const struct schedule *schedule; /* NULL: the edition's minutes, no bell, no quiet hours */
    bool recorded;                   /* the no-deal scores of the talks' opening are known */
};

struct message {
    struct text id, seat; /* seat empty: control */
    int party;            /* NONE: control */
    bool automatic;
    enum message_to to;
    party_set parties; /* TO_PARTIES: the whole circle, the sender's own among them; TO_CONTROL: the
                          sender's; from control TO_PARTIES: to whom */
    struct text text, quote;   /* quote: an instrument's id, may be empty */
    int32_t quote_key;         /* or NONE */
    struct text quote_article; /* or empty */
    struct text sentence;      /* that a program composed, or empty; it speaks of these clauses: */
    const struct draft *said;
    const uint32_t *wanted; /* those of them that it asks for */
    size_t wanted_count;
    int64_t at;
};

/* Who may learn of something, as it stood when it happened. */
struct seen_by {
    bool all;          /* the public too */
    party_set parties; /* where not all; none: control alone */
};

/* One event with what the minutes say about it. */
struct minute {
    const struct event *event;
    uint64_t sequence; /* of its entry; for control and tests, never for players */
    int64_t at;
    enum actor_kind by;
    struct text seat; /* ACTOR_SEAT */
    int party;        /* of the seat, or the event's, or NONE */
    bool automatic;
    int phase;
    uint32_t round;
    int64_t before; /* EVENT_SET: the value it replaced */
    struct seen_by seen_by;
};

struct instruction {
    struct text id, source, otherwise;
    int party;
    bool own; /* added by the head; else the scenario's */
    bool gone;
    const struct expression *that;
};

/* Words of a delegation's plan. */
struct notes {
    uint32_t number; /* counts within the plan, from 1; 0: none */
    struct text seat, text;
    int64_t at;
};

enum suggestion_answer { ANSWER_NONE, ANSWER_ACCEPTED, ANSWER_SET_ASIDE };

struct suggestion {
    const struct event *event; /* EVENT_SUGGESTED or EVENT_ADVISED */
    int64_t at;
    enum suggestion_answer answer;
};

/* A delegation's own worksheet: what its members share, and nobody else reads but control. */
struct plan {
    const int64_t *aims; /* items of its score, the dearest first */
    size_t aim_count;
    const struct draft *terms; /* clauses alone; NULL: none yet */
    bool walk_away_given;
    int64_t walk_away;
    struct notes notes;
    uint32_t notes_written; /* the last number given */
    struct notes kept[NOTES_KEPT_MAX];
    size_t kept_count; /* the oldest first */
    struct suggestion *suggestions;
    size_t suggestion_count, suggestion_capacity;
};

struct trouble {
    struct text path, text;
    int64_t at;
    int phase;
    uint32_t round;
};

struct mark {
    struct text text;
    int64_t at;
};

/* An inject that has come about. */
struct news {
    struct text id;
    int inject; /* NONE: composed */
    struct text title, text;
    struct seen_by seen_by;
    int64_t at;
};

/* The state at a round's end, for the history of variables and formulas. */
struct snapshot {
    int phase;
    uint32_t round;
    int64_t at;
    const int64_t *state; /* [state_count] */
};

/* Scores as frozen when the final phase opened. */
struct frozen_item {
    int64_t points, expected;
    bool failed;
};

struct frozen_score {
    int64_t total, expected, no_deal;
    bool failed;
    const struct frozen_item *items; /* in file order */
};

struct game {
    struct arena *arena;
    const struct scenario *scenario;
    struct game_options options; /* texts copied */
    uint64_t sequence;
    int64_t at; /* the last entry's time; 0 before the first */
    struct position position;
    struct world world; /* the position's state, formulas computed */

    struct message *messages;
    size_t message_count, message_capacity;
    struct minute *minutes; /* every event there was */
    size_t minute_count, minute_capacity;
    uint64_t *minutes_told;           /* [audience's place]: how many of them it is told */
    struct instruction *instructions; /* the scenario's first, then as added */
    size_t instruction_count, instruction_capacity;
    struct plan *plans; /* [party] */
    struct trouble *troubles;
    size_t trouble_count, trouble_capacity;
    struct mark *marks;
    size_t mark_count, mark_capacity;
    struct news *news;
    size_t news_count, news_capacity;
    struct snapshot *snapshots;
    size_t snapshot_count, snapshot_capacity;
    const int64_t *recorded; /* [party]: no-deal scores when the talks opened; INT64_MIN: could not
                                be computed; NULL before */
    const struct frozen_score *frozen; /* [party]; NULL before the final phase */
    int frozen_outcome;                /* NONE: none */
};

/* After a change of the position: its world follows. */
void game_refresh(struct game *game);

/* Reading. */
const struct instrument *instrument_find(const struct position *position, struct text id);
/* The party's signature on this version, or NULL. */
const struct signature *instrument_signature(const struct instrument *instrument, int party);
bool signature_reserves(const struct signature *signature, uint32_t key);
/* The clause's index in the newest draft, or NONE. */
int draft_clause_index(const struct draft *draft, uint32_t key);
/* In force and not suspended. */
bool instrument_active(const struct instrument *instrument);
/* Control and the public (party NONE) see what is open to all; a party also what it is invited to
 * or witnesses. (Control sees everything: ask only for others.) */
bool instrument_seen_by(const struct instrument *instrument, int party);
/* The parties whose signature counts: signed, ratified, invited, not denounced. */
party_set instrument_parties(const struct instrument *instrument);
/* Those of them that did not reserve the clause. */
party_set instrument_parties_to(const struct instrument *instrument, uint32_t key);
const struct seat *seat_find(const struct position *position, struct text id);
/* What parties may do in this phase: enum allow, or'ed; in the final phase talk alone. */
unsigned position_allows(const struct scenario *scenario, const struct position *position);

/* Asking the rules; `world` is game_world's (formulas computed) and is left as it was. */
/* The sentence of the first requirement that the clause fails within this draft, or NULL. The
 * clauses of the linked texts must have been put into the world by the caller. */
const struct requirement *clause_requirement_failed(const struct scenario *scenario,
                                                    struct world *world, const struct draft *draft,
                                                    uint32_t key, const int64_t *terms);
/* Puts a clause into a world as settled; formulas are not computed anew (world_refresh). */
void world_settle(const struct scenario *scenario, struct world *world, uint32_t key,
                  const int64_t *terms, party_set bound);
/* For a clause of a text that is not in force or dormant: the text that holds its key (index), or
 * NONE; *missing: its parties that have not yet signed (and ratified) this one. */
int clause_replaces(const struct position *position, const struct instrument *instrument,
                    uint32_t key, party_set *missing);

/* Score of a world, formulas computed: items [item_count of the party]. */
struct frozen_score score_compute(const struct scenario *scenario, struct world *world, int party,
                                  struct arena *arena);
/* The first outcome that is true in a world, or NONE. */
int outcome_compute(const struct scenario *scenario, struct world *world);

#endif
