/* Expressions: a strict, statically typed, total subset of CEL (rules/README.md), compiled to
 * straight-line code.
 *
 * A compiled expression is a list of instructions over one flat array of int64 slots, the *world*:
 * what the game knows (variables, settled clauses, …), then formulas and locals. What is computed
 * on the way lives in memory of the run's own, so the world needs no room for it, and an expression
 * compiled while a game runs (a head's instruction) runs in any world of its scenario. Each slot
 * has an error bit beside it. There are no jumps: `?:`, `&&` and `||` compute both sides and select
 * value and bit, so the same code runs over one package or over a block of them. Sets (parties,
 * regions) are known when a scenario loads, so macros unroll.
 *
 * Everything is a value of int64: a bool is 0 or 1, a string its index in the scenario's table (0
 * is ''), a party or a region its index in file order, a set of parties a bit mask. */
#ifndef EXPRESSION_H
#define EXPRESSION_H

#include "arena.h"
#include "random.h"
#include "text.h"

#include <stdbool.h>
#include <stdint.h>

struct scenario;

enum value_type { VALUE_INT, VALUE_BOOL, VALUE_STRING, VALUE_PARTY, VALUE_REGION };

/* Lists hold at most this many values at run time (the larger of 64 parties and 256 regions, or a
 * literal). */
enum { LIST_LENGTH_MAX = 4096 };

/* What an expression may use beyond the state of the game. */
enum expression_context {
    CONTEXT_PLAIN = 0,
    CONTEXT_CHANCE = 1,     /* chance(), dice(): effects and injects */
    CONTEXT_DRAFT = 2,      /* drafted(), conditional(): a clause's requires */
    CONTEXT_INSTRUMENT = 4, /* signatories, invited: an instrument's own expressions */
};

/* A name that stands for one value: `it`, or the variable of an `each`. */
struct binding {
    struct text name;
    enum value_type type;
    bool constant; /* true: always `value`; false: read from world slot `slot` when run */
    int64_t value;
    uint32_t slot;
};

struct expression_request {
    struct text source;
    unsigned context; /* expression_context, or'ed */
    const struct binding *bindings;
    size_t binding_count;
    bool any_type; /* true: whatever it is (entente eval); else it must be of `type` */
    enum value_type type;
    bool list;
    /* For VALUE_STRING that must be an option: the allowed strings (indices), or NULL for any. */
    const uint32_t *options;
    size_t option_count;
    /* [world_count] world slots that whoever asks may not see, or NULL. A variable or formula of
     * which they may see no slot does not exist for them: no fault names it. Reading single slots
     * that are unseen is not refused here. */
    const bool *unseen;
};

/* Why an expression does not compile; where in its source (line and column from 1, columns in
 * characters). */
struct expression_fault {
    struct text message; /* a whole sentence, with the nearest right name where there is one */
    uint32_t line;
    uint32_t column;
    uint32_t offset; /* bytes */
    bool too_long;   /* all is right with it but that it compiles to more than 1 MiB of code */
};

struct expression;

/* What a source speaks of, read off its tokens before it can be compiled: every identifier (names,
 * members and macro variables alike) and every string, each once, in order of appearance. A source
 * that is not well formed gives what stands before its first fault.
 *
 * The loader compiles formulas in the order of what they mention, and interns the strings of
 * formulas in scenario->strings first, so that a formula's string means the same in every
 * expression that reads it. */
struct expression_mentions {
    const struct text *names;
    size_t name_count;
    const struct text *strings;
    size_t string_count;
};

struct expression_mentions expression_mentions(struct text source, struct arena *arena);

/* True for what no party, region, variable, formula, clause type, instrument or decision may be
 * called: built-in names (`round`, `math`, …) and CEL's keywords and reserved words. Members of
 * parties and regions may not be called `signed` or `bound_by`: expression_reserves_member. */
bool expression_reserves(struct text name);
bool expression_reserves_member(struct text name);

/* Compiles; NULL and *fault (in `arena`) on error. The expression lives in `arena`. Names are
 * looked up in the scenario, which is not changed, so a running game may compile too. `scenario`
 * may be NULL: then there are no names at all, and only what knows none (math, literals, macros
 * over literals) compiles.
 *
 * While a scenario loads it is enough that everything a name needs is there: ids, slots, types and
 * domains, fields, strings; and for a formula that is mentioned, its type and values. */
const struct expression *expression_compile(const struct scenario *scenario, struct arena *arena,
                                            const struct expression_request *request,
                                            struct expression_fault *fault);

enum value_type expression_type(const struct expression *expression);
bool expression_is_list(const struct expression *expression);
struct text expression_source(const struct expression *expression);
/* It throws dice: what it gives hangs on the place of the draw. */
bool expression_draws(const struct expression *expression);
/* Bytes of compiled code, for the limit of 1 MiB a scenario. */
size_t expression_bytes(const struct expression *expression);

/* The world slots it reads (state slots and formula slots; not constants), ascending, each once;
 * `*count` of them. Borrowed. */
const uint32_t *expression_reads(const struct expression *expression, size_t *count);

/* The text of a string value that this expression gave (its own literals included: those that are
 * not in scenario->strings have negative values, which mean nothing outside this expression). */
struct text expression_string(const struct expression *expression, const struct scenario *scenario,
                              int64_t value);

/* Where chance is drawn: a draw is keyed by the seed, this place and where in the expression it
 * stands. */
struct draw_place {
    struct seed seed;
    struct text place; /* rule path, phase, round, key… */
};

/* The values of everything an expression can read. Runs only read it, so several threads may share
 * one that stands still. */
struct world {
    int64_t *slots;
    uint8_t *failed; /* beside each slot: 1 where its value could not be computed; of formulas alone
                      */
    uint32_t count;
    struct computed *computed; /* what its formulas were last computed of (world.c), or NULL */
};

struct result {
    int64_t value;
    bool failed; /* overflow, division by zero, index out of range, min of nothing, … */
};

/* Runs a scalar expression. `draw` is needed only where it was compiled with CONTEXT_CHANCE, else
 * NULL. The world is only read; it may be NULL where the expression was compiled without a
 * scenario. */
struct result expression_run(const struct expression *expression, const struct world *world,
                             const struct draw_place *draw);

/* Why a run fails, in a sentence, and where in the source: for control, and for who writes rules.
 * Runs it again; called only where it failed, on the same world and draw. `scenario` is the one it
 * was compiled with. The message is in `arena`. */
struct expression_fault expression_explain(const struct expression *expression,
                                           const struct scenario *scenario,
                                           const struct world *world, const struct draw_place *draw,
                                           struct arena *arena);

/* Runs an expression of a list; writes at most `capacity` values in order, and how many there are
 * to `*count`. False where it failed. */
bool expression_run_list(const struct expression *expression, const struct world *world,
                         const struct draw_place *draw, int64_t *values, size_t capacity,
                         size_t *count);

#endif
