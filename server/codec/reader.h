/* Reading parameters: a tree from outside, a path to where we are in it, and a refusal that names
 * both.
 *
 * Each function that reads returns true with its value stored, or false with the refusal filled in;
 * after a false nothing more is read. */
#ifndef READER_H
#define READER_H

#include "codec.h"

struct reader {
    const struct scenario *scenario;
    struct arena *arena;
    struct refusal *refusal;
};

/* Fills in the refusal; always false. `type` is a literal of PROTOCOL.md's list. */
bool reader_refuse(const struct reader *reader, const char *type, struct text path,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* "clauses" and "terms" make "clauses.terms"; an empty path is the whole of the parameters. */
struct text path_member(const struct reader *reader, struct text path, struct text member);
struct text path_index(const struct reader *reader, struct text path, size_t index);

/* Refuses a name that is not known, and says the nearest one that is. `noun` with its article: "a
 * party". */
bool reader_refuse_name(const struct reader *reader, const char *type, struct text path,
                        const char *noun, struct text wanted, const struct text *candidates,
                        size_t count);

/* The member, or NULL with parameter.missing. */
const struct tree *reader_member(const struct reader *reader, struct text path,
                                 const struct tree *object, struct text name);
/* Refuses (parameter.unknown) a member that is none of `known`, and what is no object. */
bool reader_object(const struct reader *reader, struct text path, const struct tree *tree,
                   const struct text *known, size_t count);
bool reader_text(const struct reader *reader, struct text path, const struct tree *tree,
                 struct text *text);
bool reader_flag(const struct reader *reader, struct text path, const struct tree *tree,
                 bool *flag);
bool reader_int(const struct reader *reader, struct text path, const struct tree *tree, int64_t low,
                int64_t high, int64_t *number);
bool reader_list(const struct reader *reader, struct text path, const struct tree *tree);
bool reader_texts(const struct reader *reader, struct text path, const struct tree *tree,
                  const struct text **texts, size_t *count);

/* What a scenario names. A type of refusal is given where the same kind of name has several. */
bool reader_party(const struct reader *reader, struct text path, const struct tree *tree,
                  int *party);
bool reader_parties(const struct reader *reader, struct text path, const struct tree *tree,
                    party_set *parties);
bool reader_instrument_type(const struct reader *reader, struct text path, const struct tree *tree,
                            uint32_t *kind);
bool reader_conditions(const struct reader *reader, struct text path, const struct tree *tree,
                       const uint32_t **conditions, size_t *count);
bool reader_decision(const struct reader *reader, struct text path, const struct tree *tree,
                     uint32_t *decision);
bool reader_option(const struct reader *reader, struct text path, const struct tree *tree,
                   const struct decision *decision, uint32_t *option);
bool reader_inject(const struct reader *reader, struct text path, const struct tree *tree,
                   uint32_t *inject);
/* "escalation" or "fra.support": *key is the party or region, -1 where the variable is not per. */
bool reader_variable(const struct reader *reader, struct text path, const struct tree *tree,
                     uint32_t *variable, int32_t *key);
/* A value that the variable may have. */
bool reader_value(const struct reader *reader, struct text path, const struct tree *tree,
                  uint32_t variable, int64_t *value);

/* A schedule: {phase: minutes}, ms of the bell or 0, minutes, {from: "22:00", to: "07:00", offsets:
 * [[ms, minutes], …]}. */
bool reader_round_minutes(const struct reader *reader, struct text path, const struct tree *tree,
                          struct schedule_wish *wish);
bool reader_bell(const struct reader *reader, struct text path, const struct tree *tree,
                 struct schedule_wish *wish);
bool reader_debrief_minutes(const struct reader *reader, struct text path, const struct tree *tree,
                            struct schedule_wish *wish);
bool reader_quiet(const struct reader *reader, struct text path, const struct tree *tree,
                  struct schedule_wish *wish);

/* Clauses and articles. */
bool reader_clause_key(const struct reader *reader, struct text path, const struct tree *tree,
                       uint32_t *key);
bool reader_clause_keys(const struct reader *reader, struct text path, const struct tree *tree,
                        const uint32_t **keys, size_t *count);
bool reader_clause(const struct reader *reader, struct text path, const struct tree *tree,
                   struct clause_wish *clause);
bool reader_clauses(const struct reader *reader, struct text path, const struct tree *tree,
                    const struct clause_wish **clauses, size_t *count);
bool reader_articles(const struct reader *reader, struct text path, const struct tree *tree,
                     const struct article_wish **articles, size_t *count);

#endif
