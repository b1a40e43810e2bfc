/* The codec: bytes <-> trees <-> commands, events, entries. The only room, beside rules/engine's
 * loader, that knows jansson.
 *
 * What comes from outside is checked here once: UTF-8, depth, whole numbers, known names, terms in
 * their range. What comes from our own journal is asserted after its shape was checked. All results
 * live in the given arena. */
#ifndef CODEC_H
#define CODEC_H

#include "command.h"
#include "event.h"
#include "game.h"
#include "tree.h"
#include "view.h"

/* Parses strict JSON: UTF-8, no duplicate keys, depth at most 64, integers only. NULL with a
 * sentence in *why, and where. */
struct tree *json_read(struct arena *arena, struct text bytes, struct text *why, uint32_t *line,
                       uint32_t *column);

/* As json_read, but a number that is no int64 is kept as TREE_UNHELD: of a whole message that is
 * otherwise good, its reader can then say which parameter is wrong. */
struct tree *json_read_call(struct arena *arena, struct text bytes, struct text *why,
                            uint32_t *line, uint32_t *column);

/* Compact JSON of a tree, keys in their order. */
struct text json_write(struct arena *arena, const struct tree *tree);

/* A method of a seat or of control at one table ("instrument.sign", …) and its parameters as a
 * command. The actor is filled in by the caller. False with *refusal (command.unknown, parameter.*,
 * term.*, clause.unknown, party.unknown, …; path into the parameters) on bad input. */
bool command_read(const struct scenario *scenario, struct text method,
                  const struct tree *parameters, struct arena *arena, struct command *command,
                  struct refusal *refusal);

/* True where command_read knows the method as a table's command. What moves people (seat.assign, …)
 * is the exercise's, and not known here. */
bool command_known(struct text method);

/* {type, path, message, …} for a JSON-RPC error's data. */
struct tree *refusal_write(const struct refusal *refusal, struct arena *arena);

/* What a table's journal holds. Entry 1 pins: scenario hash, options. Every later one is the
 * outcome of one command. */
struct entry {
    uint64_t sequence;
    int64_t at;
    struct text key; /* the command's, with its seat: "<seat>:17", or "x<exercise sequence>" for
                        what derives from the exercise */
    struct actor by;
    const struct event *events;
    size_t event_count;
    const struct tree *answer; /* may be NULL */
};

struct text entry_write(const struct scenario *scenario, const struct entry *entry,
                        struct arena *arena);
/* The same as a tree, to be kept within another. */
struct tree *entry_tree(const struct scenario *scenario, const struct entry *entry,
                        struct arena *arena);
/* False where it is no entry of this scenario; *why says so. */
bool entry_of_tree(const struct scenario *scenario, const struct tree *tree, struct arena *arena,
                   struct entry *entry, struct text *why);
/* False where the bytes are no entry of this scenario; *why says so. */
bool entry_read(const struct scenario *scenario, struct text bytes, struct arena *arena,
                struct entry *entry, struct text *why);

struct pin {
    struct text scenario_hash;
    struct game_options options;
    int64_t at;
    /* Of a table that goes on from a moment of another one: the entries until then, from the second
     * on, as trees; and what is told of the other. Else NULL. They count as this table's own, so
     * the entry that follows the pin in its journal is number 2 + how many there are. */
    const struct tree *past, *parent;
};
/* 32 hex digits. */
struct text seed_write(struct seed seed, struct arena *arena);
struct text pin_write(const struct pin *pin, const struct scenario *scenario, struct arena *arena);
bool pin_read(struct text bytes, struct arena *arena, struct pin *pin, struct text *edition,
              struct text *why);

/* Clauses as in instrument.draft: [{type, key?, terms}]; for score.evaluate. */
bool assumptions_read(const struct scenario *scenario, const struct tree *parameters,
                      struct arena *arena, struct assumption **assumptions, size_t *count,
                      struct refusal *refusal);

/* What studio.evaluate asks: {package: {clause key: terms}, takes_effect_if?: [condition],
 * variables?: {name: value}}; `create_key` is passed over. */
bool supposition_read(const struct scenario *scenario, const struct tree *parameters,
                      struct arena *arena, struct supposition *supposition,
                      struct refusal *refusal);

#endif
