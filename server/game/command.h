/* Commands: what somebody at one table wishes to happen. The codec makes them; decide answers them.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include "scenario.h"
#include "schedule.h"
#include "text.h"
#include "tree.h"

#include <stdbool.h>
#include <stdint.h>

enum actor_kind {
    ACTOR_SEAT,    /* a person (or bot) in a delegation */
    ACTOR_CONTROL, /* the facilitator */
    ACTOR_CLOCK,   /* nobody: time has passed */
};

struct actor {
    enum actor_kind kind;
    struct text seat; /* ACTOR_SEAT: the seat's id at this table */
    bool automatic;   /* a bot or autopilot: marked as such for ever */
};

enum command_type {
    /* seats */
    COMMAND_MESSAGE,
    COMMAND_DRAFT,
    COMMAND_AMEND,
    COMMAND_BRACKET,
    COMMAND_OPEN,
    COMMAND_LINK,
    COMMAND_TABLE,
    COMMAND_SIGN,
    COMMAND_UNSIGN,
    COMMAND_DECLINE,
    COMMAND_WITHDRAW,
    COMMAND_LEAK,
    COMMAND_DENOUNCE,
    COMMAND_CHOOSE,
    COMMAND_READY,
    COMMAND_HEAD,
    COMMAND_POWERS,
    COMMAND_INSTRUCTION_ADD,
    COMMAND_INSTRUCTION_REMOVE,
    COMMAND_PLAN,
    COMMAND_SUGGEST,
    COMMAND_SUGGESTION_ANSWER,
    /* control */
    COMMAND_SEAT,
    COMMAND_UNSEAT,
    COMMAND_START,
    COMMAND_ADVANCE,
    COMMAND_PAUSE,
    COMMAND_RESUME,
    COMMAND_EXTEND,
    COMMAND_SCHEDULE,
    COMMAND_END,
    COMMAND_INJECT_FIRE,
    COMMAND_INJECT_HOLD,
    COMMAND_INJECT_COMPOSE,
    COMMAND_VARIABLE_SET,
    COMMAND_SIGNATURE_VOID,
    COMMAND_INSTRUMENT_END,
    COMMAND_RULING,
    COMMAND_MARK,
    COMMAND_DEBRIEF_OPEN,
    /* clock */
    COMMAND_TIME_PASSED,
    COMMAND_TYPES
};

enum seat_role { ROLE_HEAD, ROLE_ADVISER, ROLE_OBSERVER };

/* A clause as put into a draft. */
struct clause_wish {
    uint32_t key;         /* in scenario->keys */
    const int64_t *terms; /* of its type; each in its range: the codec refuses others */
};

struct article_wish {
    struct text id; /* empty: new; otherwise an article of the version amended */
    struct text text;
};

/* What an adviser looks after for the delegation. */
enum job { JOB_NONE, JOB_NUMBERS, JOB_CONTACTS, JOB_DRAFTING, JOBS };
extern const struct text job_names[JOBS]; /* JOB_NONE's is empty */

struct job_wish {
    struct text seat;
    enum job job;
};

/* Parts of a delegation's worksheet; those that are not given stay as they are. Its terms are the
 * command's clauses. */
struct plan_wish {
    bool aims_given, terms_given, walk_away_given, notes_given;
    const struct text *aims; /* items of the own score, the dearest first */
    size_t aim_count;
    int64_t walk_away;
    struct text notes;
    uint32_t seen;   /* the number of the notes that these were written over; 0: none */
    uint32_t forget; /* the number of earlier words no longer wanted; 0: none */
    const struct job_wish *jobs;
    size_t job_count;
};

/* What an adviser suggests to the head. */
enum suggestion_kind {
    SUGGEST_CLAUSE,  /* clauses[0]: for a text (instrument), or for the plan */
    SUGGEST_SIGN,    /* instrument */
    SUGGEST_DECLINE, /* instrument */
    SUGGEST_CHOOSE,  /* subject, option */
    SUGGESTIONS
};
extern const struct text suggestion_names[SUGGESTIONS];

/* Where a message goes. */
enum message_to {
    TO_PLENARY,
    TO_PRESS,
    TO_CONTROL,
    TO_PARTIES /* own party is always in; own alone: the delegation */
};

/* One flat value for every type; which members count is said beside them. Texts and arrays are
 * borrowed for the call. */
struct command {
    enum command_type type;
    struct actor actor;
    struct text instrument;            /* an instrument's id: all that name a text */
    uint32_t version;                  /* AMEND, BRACKET (the version it was made from), SIGN */
    uint32_t kind;                     /* DRAFT: instrument type */
    party_set invite;                  /* DRAFT, AMEND (added to those invited) */
    party_set witnesses;               /* DRAFT, AMEND */
    const struct clause_wish *clauses; /* DRAFT, AMEND: the whole wished list, in order */
    size_t clause_count;
    const struct article_wish *articles; /* DRAFT, AMEND; BRACKET: articles by id */
    size_t article_count;
    bool articles_given;                               /* AMEND: false keeps the draft's */
    bool conditions_given;                             /* AMEND: false keeps the draft's */
    const uint32_t *takes_effect_if, *suspended_while; /* conditions: DRAFT, AMEND */
    size_t takes_effect_count, suspended_count;
    const uint32_t
        *keys; /* BRACKET: clauses put in brackets or out (flag); SIGN: reserved; RULING: none */
    size_t key_count;
    const struct text
        *linked; /* LINK: the texts to enter into force together with; empty: unlink */
    size_t linked_count;
    bool flag; /* BRACKET, OPEN, READY, INJECT_HOLD, POWERS, DEBRIEF_OPEN, SUGGESTION_ANSWER: on or
                  off; SIGN: override;          SEAT: a bot sits there */
    uint32_t subject;     /* CHOOSE: decision; INJECT_*: inject; VARIABLE_SET: variable */
    uint32_t option;      /* CHOOSE */
    int32_t key;          /* VARIABLE_SET: party or region, -1 where not per */
    int64_t value;        /* VARIABLE_SET; EXTEND: milliseconds added (may be negative) */
    enum message_to to;   /* MESSAGE */
    party_set to_parties; /* MESSAGE; INJECT_COMPOSE, RULING: who sees it (0: all) */
    int32_t party;        /* SEAT; SIGNATURE_VOID */
    enum seat_role role;  /* SEAT */
    struct text seat;     /* SEAT, UNSEAT, HEAD (who becomes head), POWERS */
    struct text title;    /* INJECT_COMPOSE */
    struct text text; /* MESSAGE, BRACKET…: words; control's commands: the reason; INSTRUCTION_ADD:
                         its `else` */
    struct text
        source; /* INSTRUCTION_ADD: the expression; INSTRUCTION_REMOVE, SUGGESTION_ANSWER: the id */
    struct text quote;         /* MESSAGE: an instrument quoted, may be empty */
    int32_t quote_key;         /* MESSAGE: its clause, or -1 */
    struct text quote_article; /* MESSAGE: or its article in own words; may be empty */
    struct text sentence; /* MESSAGE that a program composed: which of its sentences (VIEW.md), with
                             `clauses`; `keys` are those that it asks for. `text` says the same in
                             English */
    const struct tree
        *effects; /* INJECT_COMPOSE, RULING: [{set: "name", to: value}]; may be NULL */
    struct schedule_wish schedule;   /* SCHEDULE */
    struct plan_wish plan;           /* PLAN */
    enum suggestion_kind suggestion; /* SUGGEST */
};

/* A lawful no. `type` is stable (server/codec/PROTOCOL.md); `path` points into the parameters;
 * `message` is a whole sentence. */
struct refusal {
    const char *type;
    struct text path;
    struct text message;
    struct tree
        *more; /* further members of the error's data, or NULL (version.stale: both clauses; …) */
};

#endif
