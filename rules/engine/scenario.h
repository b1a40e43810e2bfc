/* A scenario: everything a game is about, loaded from a folder of data, checked, compiled, and
 * never changed again.
 *
 * scenario_load reads scenario.json and what lies beside it (rules/README.md), reports
 * everything that is wrong with file, line, column and path, and gives back an immutable value in
 * its own arena, or nothing. Ids are texts outside and small indices inside; indices follow file
 * order everywhere. A scenario may be read by several threads. */
#ifndef SCENARIO_H
#define SCENARIO_H

#include "arena.h"
#include "expression.h"
#include "text.h"
#include "tree.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    PARTIES_MAX = 64,
    REGIONS_MAX = 256,
    CLAUSE_TYPES_MAX = 256,
    TERMS_MAX = 64, /* of a clause type */
    CLAUSE_KEYS_MAX = 4096,
    PHASES_MAX = 64,
    FILE_BYTES_MAX = 8 << 20,
    NESTING_MAX = 64,
    CODE_BYTES_MAX = 1 << 20,
};

/* A set of parties: bit i is party i. */
typedef uint64_t party_set;

static inline party_set party_bit(int party)
{
    return (party_set)1 << party;
}

enum per { PER_NONE, PER_PARTY, PER_REGION };

/* Who may see a variable, a formula or an inject. */
struct visibility {
    bool all;
    bool own;          /* per party: each its own */
    party_set parties; /* where neither: these, and control; none: control alone */
};

/* The label of an option, in file order; `string` is its index in scenario->strings. */
struct option {
    struct text id;
    struct text label;
    uint32_t string;
};

struct party {
    struct text id, name, short_name, colour;
    bool mediator; /* kind: mediator */
    struct text kind;
    uint32_t heads, advisers, observers; /* seats by role; exactly one head */
    struct text bot;                     /* temperament, may be empty */
    struct text briefing;                /* Markdown, for this party alone */
};

struct region {
    struct text id, name;
};

/* An own int field of parties or of regions: `usa.punch`. */
struct field {
    struct text id;
    const int64_t *values; /* one a party or region; 0 where the file has none */
};

/* What a variable or a term can hold. */
enum hold { HOLD_INT, HOLD_BOOL, HOLD_OPTION, HOLD_PARTY, HOLD_REGION, HOLD_PARTIES };

struct domain {
    enum hold hold;
    bool bounded; /* HOLD_INT: min and max are given (a variable's; a term's always are) */
    int64_t min, max, step;       /* HOLD_INT; step >= 1 */
    const struct option *options; /* HOLD_OPTION */
    size_t option_count;
    party_set of_parties;   /* HOLD_PARTY, HOLD_PARTIES */
    const bool *of_regions; /* HOLD_REGION: [region_count] */
};

struct variable {
    struct text id, label, unit;
    enum per per;
    struct domain domain;
    struct visibility seen_by;
    uint32_t slot;        /* of key 0; key k is slot + k */
    const int64_t *start; /* one a key (1, parties or regions) */
};

struct formula {
    struct text id, label, unit;
    enum per per;
    struct visibility seen_by;
    bool declassify;
    enum value_type type;
    uint32_t slot;                    /* of key 0 */
    const struct expression **values; /* one a key */
};

struct term {
    struct text id, label, unit; /* label may be empty: show the id's words */
    struct domain domain;
    int64_t start; /* the default: its value while the clause is not in force */
};

/* A condition with the sentence that is said where it does not hold. */
struct requirement {
    const struct expression *that;
    struct text otherwise;
};

struct effect; /* below */

struct effects {
    const struct effect *items;
    size_t count;
};

struct clause_type {
    struct text id, title, text, agenda; /* agenda: an id of scenario->agenda */
    enum per per;
    const struct term *terms;
    size_t term_count;
    uint32_t first_key, key_count; /* its keys in scenario->keys: 1, or one for each key in `of` */
    uint32_t slot;   /* world: in_force of key 0; then its terms; key k at slot + k * stride. For
                        PER_*, k is the party or region index, outside `of` too */
    uint32_t stride; /* 1 + term_count */
    uint32_t bound_slot;   /* world: bound_by of party 0; party p at bound_slot + p */
    uint32_t drafted_slot; /* world, CONTEXT_DRAFT: key k at drafted_slot + k (one where PER_NONE);
                              for PER_*, k is the party or region index here too */
};

/* One thing that can be agreed at most once: a clause type and its key. Compiled with `it` bound to
 * the key. */
struct clause_key {
    uint32_t type;
    int32_t key;                    /* party or region index; -1 where PER_NONE */
    struct text id;                 /* as in expressions: "ceasefire", "fra.troops" */
    uint32_t slot;                  /* world: in_force; the terms follow */
    const struct expression *binds; /* a list of parties; reads the clause's own terms as drafted */
    const struct requirement *requirements; /* CONTEXT_DRAFT */
    size_t requirement_count;
    struct effects on_entry;
};

struct condition {
    struct text id, title;
    const struct expression *when;
    uint32_t conditional_slot; /* world, CONTEXT_DRAFT */
};

struct clause_terms {
    uint32_t key;         /* in scenario->keys */
    const int64_t *terms; /* term_count of its type */
};

/* A draft to start from. */
struct template
{
    struct text id, title;
    party_set invite;
    const struct clause_terms *clauses;
    size_t clause_count;
    const uint32_t *takes_effect_if; /* conditions */
    size_t takes_effect_count;
    const uint32_t *suspended_while;
    size_t suspended_count;
};

enum denounce { DENOUNCE_NONE, DENOUNCE_NOTICE, DENOUNCE_FREE };

struct instrument_type {
    struct text id, title, text;
    const uint32_t *clause_types; /* that it may carry */
    size_t clause_type_count;
    const struct expression *open_to;       /* a list of parties */
    uint32_t min_parties;                   /* that must be invited; at least 1 */
    const struct expression *in_force_when; /* CONTEXT_INSTRUMENT; NULL: all invited have signed */
    const struct expression *const
        *ratified_when;         /* one a party, `it` bound; NULL: a signature counts at once */
    const bool *severable;      /* [clause type index] */
    const uint32_t *conditions; /* that drafters may attach */
    size_t condition_count;
    enum denounce denounce;
    const struct template *templates;
    size_t template_count;
    uint32_t slot;        /* world: in_force, then signatures */
    uint32_t signed_slot; /* world: signed by party 0; party p at + p */
};

struct decision {
    struct text id, title, text;
    uint32_t phase;
    const struct expression *by; /* a list of parties */
    bool secret;
    bool revealed_final; /* revealed: "final" */
    const struct option *options;
    size_t option_count;
    uint32_t start; /* the default option's index in `options` */
    struct effects resolve;
    uint32_t choice_slot; /* world: last closed choice of party 0, a string index ('' is 0) */
    uint32_t count_slot; /* world: how many chose options[0] in the last closing; option o at + o */
};

enum effect_kind { EFFECT_SET, EFFECT_EACH, EFFECT_SAY, EFFECT_END };

/* One effect. `path` is its place in the file ("decisions.conduct.resolve.0"), which keys its
 * chance. */
struct effect {
    enum effect_kind kind;
    struct text path;
    const struct expression *when; /* NULL: always */
    /* EFFECT_SET: variable[key] := to */
    uint32_t variable;
    const struct expression *key; /* party or region; NULL where the variable is not per */
    const struct expression *to;
    /* EFFECT_EACH: for each value of the list, world slot `local_slot` is set to it while `body`
     * runs */
    const struct expression *in;
    uint32_t local_slot;
    struct effects body;
    /* EFFECT_SAY */
    struct text say;
    struct visibility to_whom;
    const struct expression *listeners; /* where they may change; then `to_whom` is all */
};

struct inject {
    struct text id, title, text;
    struct visibility seen_by;
    bool once;
    const struct expression *when;   /* NULL: control alone fires it */
    const struct expression *chance; /* percent; NULL: always */
    struct effects effects;
};

enum allow { ALLOW_TALK = 1, ALLOW_PRESS = 2, ALLOW_DRAFT = 4, ALLOW_SIGN = 8, ALLOW_DECIDE = 16 };

struct phase {
    struct text id, title;
    uint32_t string;               /* its id in scenario->strings */
    uint32_t rounds;               /* at least 1 */
    uint32_t minutes;              /* a round's; 0: no limit */
    const struct expression *when; /* NULL: always */
    unsigned allows;               /* enum allow, or'ed */
    struct effects each_round;
    bool final;
};

struct score_item {
    struct text id, label;
    const struct expression *points;
    const struct expression *expected; /* never NULL: points where not given */
};

struct score {
    const struct score_item *items;
    size_t item_count;
    const struct expression *no_deal; /* NULL: the expected score of what is in force */
};

struct outcome {
    struct text id, title, text;
    const struct expression *when;
};

struct edition {
    struct text id, title;
    bool start;              /* default: true */
    const bool *open;        /* [key_count]: can be drafted */
    const uint32_t *rounds;  /* [phase_count] */
    const uint32_t *minutes; /* [phase_count] */
};

struct first_move {
    struct text title, text;
    party_set to;
    int32_t instrument; /* -1: none */
    int32_t template;   /* index in the instrument's templates; -1: none */
};

struct named {
    struct text id, title;
};

/* What a scenario says, and the same in another language. */
struct phrase {
    struct text said, translated;
};

struct translation {
    struct text language;         /* the name of its file in locale/ */
    struct scenario *scenario;    /* with its texts, and the same rules, index by index */
    const struct phrase *phrases; /* in the order of the file */
    size_t phrase_count;
};

/* One key of a formula. */
struct derivation {
    uint32_t slot;
    const struct expression *value;
};

struct scenario {
    struct arena *arena; /* owns everything below */
    struct text hash;    /* SHA-256 (hex) of all its files: what a journal pins */
    struct text id, version, language, license, title, summary;
    const struct translation *translations; /* in the order of their names */
    size_t translation_count;
    uint32_t minutes;
    const struct text *sources;
    size_t source_count;
    struct text common_briefing, teaching, map_svg; /* empty where there is none */

    const struct text *strings; /* interned: option ids, phase ids; [0] is '' */
    size_t string_count;

    const struct party *parties;
    size_t party_count;
    const struct region *regions;
    size_t region_count;
    const struct field *party_fields; /* one for each name that any party has */
    size_t party_field_count;
    const struct field *region_fields;
    size_t region_field_count;
    const struct named *agenda;
    size_t agenda_count;
    const struct variable *variables;
    size_t variable_count;
    const struct formula *formulas; /* in file order */
    size_t formula_count;
    const uint32_t *formula_order; /* indices so that each comes after what it reads */
    const struct clause_type *clause_types;
    size_t clause_type_count;
    const struct clause_key *keys;
    size_t key_count;
    const struct condition *conditions;
    size_t condition_count;
    const struct instrument_type *instruments;
    size_t instrument_count;
    const struct decision *decisions;
    size_t decision_count;
    const struct inject *injects;
    size_t inject_count;
    const struct phase *phases; /* the last is final */
    size_t phase_count;
    const struct score *scores; /* one a party */
    const struct outcome *outcomes;
    size_t outcome_count;
    const struct edition *editions; /* in file order; then, last, one with the empty id in which
                                       everything can be drafted */
    size_t edition_count;
    uint32_t edition_start; /* the default */
    party_set essential;
    const uint32_t *spare; /* who is left out first */
    size_t spare_count;
    const struct first_move *const *first_moves; /* one list a party */
    const size_t *first_move_counts;
    const struct requirement *const *instructions; /* one list a party */
    const size_t *instruction_counts;
    const uint32_t *vary; /* analysis.vary as clause keys */
    size_t vary_count;

    /* The world: slots [0, state_count) are the game's own and in the order below; what follows is
     * formulas and locals, and is filled by world_open and world_refresh. (Constants, own fields
     * and what is computed on the way live in the expressions and their runs.) */
    uint32_t slot_round, slot_phase, slot_signatories, slot_invited;
    uint32_t state_count;
    uint32_t world_count;
    const int64_t *world_start; /* [world_count]: variables' starts, terms' defaults, constants */

    /* Formulas key by key, each after what it reads; and which of them read a slot: `readers` from
     * reader_starts[slot] on, up to reader_starts[slot + 1]. */
    const struct derivation *derivations;
    size_t derivation_count;
    const uint32_t *reader_starts, *readers;
};

/* What is wrong with a scenario, or doubtful (a warning does not stop it from loading). */
struct diagnostic {
    bool warning;
    struct text file;      /* relative to the folder */
    uint32_t line, column; /* from 1; columns in characters */
    struct text path;      /* clauses.troops.binds */
    struct text message;
};

struct diagnostics {
    struct arena *arena;
    struct diagnostic *items;
    size_t count, capacity;
};

/* Reads and checks a folder. NULL where there is any error; all errors and warnings are added to
 * `diagnostics`, in the order of file, line, column. The caller closes the scenario. */
struct scenario *scenario_load(const char *folder, struct diagnostics *diagnostics);

/* The same from bytes in memory, as journals keep them: `bundle` is what scenario_bundle gave. */
struct scenario *scenario_load_bundle(struct text bundle, struct diagnostics *diagnostics);

/* All files of the scenario as one text, to be kept by its hash. Lives in the scenario's arena. */
struct text scenario_bundle(const struct scenario *scenario);

void scenario_close(struct scenario *scenario);

/* The scenario in a language, as far as its locale says it ("fr" also for "fr-CA"); itself where it
 * has none for it. Lives as long as `scenario`. */
const struct scenario *scenario_in(const struct scenario *scenario, struct text language);
/* What a text of the scenario is in a translation; empty where that does not say. */
struct text phrase_in(const struct translation *translation, struct text said);

/* Index by id, or -1. */
int scenario_party(const struct scenario *scenario, struct text id);
int scenario_region(const struct scenario *scenario, struct text id);
int scenario_key(const struct scenario *scenario, struct text id); /* "fra.troops" */
int scenario_clause_type(const struct scenario *scenario, struct text id);
int scenario_instrument(const struct scenario *scenario, struct text id);
int scenario_decision(const struct scenario *scenario, struct text id);
int scenario_inject(const struct scenario *scenario, struct text id);
int scenario_phase(const struct scenario *scenario, struct text id);
int scenario_condition(const struct scenario *scenario, struct text id);
int scenario_variable(const struct scenario *scenario, struct text id);
int scenario_edition(const struct scenario *scenario, struct text id);
/* The key of a clause type for a party or region index (-1 for PER_NONE), or -1 outside its `of`.
 */
int scenario_key_of(const struct scenario *scenario, uint32_t clause_type, int32_t key);

/* A value of a domain as plain data (option and party as their id, parties as a list of ids), and
 * back. */
struct tree *domain_to_tree(const struct scenario *scenario, const struct domain *domain,
                            int64_t value, struct arena *arena);
/* Where `tree` is not a value of the domain: NULL is not returned, but a sentence that says what
 * would be right (in `arena`); NULL where it is, with *value set. Checks kind, range, step and
 * `of`. */
const char *domain_from_tree(const struct scenario *scenario, const struct domain *domain,
                             const struct tree *tree, int64_t *value, struct arena *arena);
/* That a value is not between `low` and `high`, as a sentence; INT64_MIN and INT64_MAX are no
 * bounds. */
struct text range_missed(struct arena *arena, int64_t low, int64_t high, int64_t value);

/* A world in `arena` at its start values, formulas not yet computed. */
struct world world_open(const struct scenario *scenario, struct arena *arena);

/* One of its own, in `arena`, that is as the other. */
struct world world_copy(const struct scenario *scenario, const struct world *world,
                        struct arena *arena);

/* Computes all formulas from the state slots. Where the world is one that world_open or world_copy
 * made, only those that read what has changed since it was last refreshed; whatever stands in its
 * formulas' slots. */
void world_refresh(const struct scenario *scenario, struct world *world);

#endif
