/* Events: what has happened. A journal entry is the events of one command.
 *
 * Events are facts with all that apply needs: no expression is evaluated and no chance drawn to
 * apply one. One flat value for every type; event_fields says which members a type has, so that the
 * codec writes and reads every type with one function. */
#ifndef EVENT_H
#define EVENT_H

#include "command.h"
#include "scenario.h"
#include "text.h"

#include <stdbool.h>
#include <stdint.h>

enum event_type {
    EVENT_SEATED,       /* seat, party, role, flag: automatic (a bot sits there) */
    EVENT_UNSEATED,     /* seat */
    EVENT_HEAD,         /* seat: it leads its delegation now */
    EVENT_POWERS,       /* seat, flag */
    EVENT_READY,        /* seat, flag */
    EVENT_STARTED,      /* */
    EVENT_PHASE_OPENED, /* phase, round, deadline (-1: none): a round of a phase begins */
    EVENT_ROUND_CLOSED, /* phase, round */
    EVENT_PAUSED,       /* left: ms to the deadline, -1 none */
    EVENT_RESUMED,      /* deadline (-1: none) */
    EVENT_DEADLINE,     /* deadline (moved); left: the same while paused, else -1 */
    EVENT_SCHEDULED,    /* schedule: what counts from now on, for rounds to come */
    EVENT_CLOSED,       /* the game is over */
    EVENT_MESSAGE,      /* id, seat, party, to, parties, text, quote, quote_key, quote_article */
    EVENT_DRAFTED,      /* instrument, party, kind, version 1 */
    EVENT_VERSION,      /* instrument, party, draft: the next version's whole content */
    EVENT_OPENED,       /* instrument, flag: open for signature or reopened */
    EVENT_TABLED,       /* instrument, party */
    EVENT_LEAKED,       /* instrument, party */
    EVENT_SIGNED,       /* instrument, version, party, keys: reserved; flag: override */
    EVENT_UNSIGNED,     /* instrument, party; flag: voided by control; text: its reason */
    EVENT_DECLINED,     /* instrument, party */
    EVENT_WITHDRAWN,    /* instrument, party */
    EVENT_ENTERED,      /* instrument: in force */
    EVENT_SETTLED, /* instrument, key, values: its terms, parties: whom it binds. This clause counts
                      now (replaces another's where there is one) */
    EVENT_UNSETTLED, /* instrument, key: it no longer counts, and never will again */
    EVENT_SUSPENDED, /* instrument, flag: on or off */
    EVENT_DENOUNCED, /* instrument, party, flag: takes effect now (else notice is given) */
    EVENT_ENDED,     /* instrument; text: control's reason, else empty */
    EVENT_RATIFIED,  /* instrument, party, flag */
    EVENT_DORMANT,   /* instrument, key, flag: a clause waits though the instrument is in force */
    EVENT_ENTRY_RUN, /* key: its on_entry has run */
    EVENT_CHOSEN,    /* decision, party, option */
    EVENT_DECISION_OPENED, /* decision, parties */
    EVENT_DECISION_CLOSED, /* decision, choices: option index for each party of `parties`, in order
                            */
    EVENT_SET,  /* variable, variable_key, value; text: control's reason, path: of the rule that set
                   it,  each else empty */
    EVENT_SAID, /* text, parties (0: all), flag: to control alone */
    EVENT_INJECT,           /* id, inject (-1: composed), title, text, parties, flag: seen by all */
    EVENT_INJECT_HELD,      /* inject, flag */
    EVENT_INSTRUCTION,      /* id, party, source, text */
    EVENT_INSTRUCTION_GONE, /* id, party */
    EVENT_AIMS,             /* party, values: items of its score, ranked */
    EVENT_TERMS,            /* party, draft: the clauses that its plan tries */
    EVENT_WALK_AWAY,        /* party, value */
    EVENT_NOTES,            /* party, seat, text; flag: the words they replace are kept */
    EVENT_NOTES_FORGOTTEN,  /* party, version: the number of earlier words */
    EVENT_JOB,              /* seat, value: enum job */
    EVENT_SUGGESTED, /* id, party, seat, value: enum suggestion_kind, quote: a text, draft: one
                        clause; text: why */
    EVENT_ADVISED,   /* id, party, seat, decision, option; text: why */
    EVENT_SUGGESTION_ANSWERED, /* id, party, flag: accepted, else set aside */
    EVENT_RULING,              /* id, text, parties */
    EVENT_MARKED,              /* text */
    EVENT_TROUBLE,             /* text, path: a rule could not be computed; for control */
    EVENT_RECORDED, /* values: each party's no-deal score when the talks opened; INT64_MIN: it
                       could not be computed */
    EVENT_FROZEN,   /* values: for each party failed, total, expected, no_deal, and for each of its
                       items points, expected, failed; outcome (0xffff: none) */
    EVENT_DEBRIEF,  /* flag: others' scores are open */
    EVENT_TYPES
};

struct draft_clause {
    uint32_t key;
    const int64_t *terms;
    party_set brackets; /* who holds it disputed; 0: agreed text */
};

struct draft_article {
    struct text id;
    struct text text;
    party_set brackets;
};

/* The content of one version of an instrument; immutable once made. */
struct draft {
    party_set invited, witnesses;
    const struct draft_clause *clauses;
    size_t clause_count;
    const struct draft_article *articles;
    size_t article_count;
    const uint32_t *takes_effect_if, *suspended_while;
    size_t takes_effect_count, suspended_count;
    const struct text *linked;
    size_t linked_count;
};

struct event {
    enum event_type type;
    struct text id, seat, instrument, text, title, source, quote, quote_article, path, reason;
    int32_t party; /* -1: none */
    int32_t quote_key;
    int32_t inject;
    int32_t variable_key;
    enum seat_role role;
    enum message_to to;
    party_set parties;
    uint32_t kind, version, phase, round, key, decision, option, variable, outcome;
    const int64_t *values; /* terms, choices, scores */
    size_t value_count;
    const uint32_t *keys;
    size_t key_count;
    int64_t value, deadline, left;
    bool flag;
    const struct draft *draft;
    const struct schedule *schedule;
};

/* Members of an event, as bits. */
enum event_field {
    FIELD_ID = 1 << 0,
    FIELD_SEAT = 1 << 1,
    FIELD_INSTRUMENT = 1 << 2,
    FIELD_TEXT = 1 << 3,
    FIELD_TITLE = 1 << 4,
    FIELD_SOURCE = 1 << 5,
    FIELD_QUOTE = 1 << 6,
    FIELD_PATH = 1 << 7,
    FIELD_PARTY = 1 << 8,
    FIELD_INJECT = 1 << 9,
    FIELD_VARIABLE = 1 << 10,
    FIELD_ROLE = 1 << 11,
    FIELD_TO = 1 << 12,
    FIELD_PARTIES = 1 << 13,
    FIELD_KIND = 1 << 14,
    FIELD_VERSION = 1 << 15,
    FIELD_PHASE = 1 << 16,
    FIELD_KEY = 1 << 17,
    FIELD_DECISION = 1 << 18,
    FIELD_OPTION = 1 << 19,
    FIELD_OUTCOME = 1 << 20,
    FIELD_VALUES = 1 << 21,
    FIELD_KEYS = 1 << 22,
    FIELD_VALUE = 1 << 23,
    FIELD_DEADLINE = 1 << 24,
    FIELD_LEFT = 1 << 25,
    FIELD_FLAG = 1 << 26,
    FIELD_DRAFT = 1 << 27,
    FIELD_SCHEDULE = 1 << 28,
    FIELD_REASON = 1 << 29
};
/* FIELD_PHASE: phase and round. FIELD_VARIABLE: variable and variable_key. FIELD_QUOTE: quote,
 * quote_key and quote_article. */

struct event_shape {
    const char *name; /* on disk: "signed" */
    uint32_t fields;  /* event_field, or'ed */
};

extern const struct event_shape event_shapes[EVENT_TYPES];

#endif
