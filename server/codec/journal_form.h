/* The form of what a journal holds: an event as a tree with names in place of indices, so that a
 * journal can be read by a person and survives a reordering of nothing but itself. */
#ifndef JOURNAL_FORM_H
#define JOURNAL_FORM_H

#include "codec.h"

/* A journal's tree as it is read: the first thing that is wrong is kept in *why, and everything
 * after is read as nothing. */
struct form {
    const struct scenario *scenario;
    struct arena *arena;
    struct text *why;
    bool failed;
};

/* Keeps the first sentence. */
void form_fail(struct form *form, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Typed members; a missing one fails where `required`, and else is empty, false or 0. */
struct text form_text(struct form *form, const struct tree *tree, struct text name, bool required);
int64_t form_int(struct form *form, const struct tree *tree, struct text name, int64_t low,
                 int64_t high);
bool form_flag(struct form *form, const struct tree *tree, struct text name);
const struct tree *form_list(struct form *form, const struct tree *tree, struct text name);

/* Names of the scenario <-> indices. */
int form_party(struct form *form, struct text id);
party_set form_parties(struct form *form, const struct tree *tree, struct text name);
uint32_t form_clause(struct form *form, struct text id);
void parties_write(const struct scenario *scenario, struct tree *tree, struct text name,
                   party_set parties, struct arena *arena);
struct tree *terms_write(const struct scenario *scenario, uint32_t key, const int64_t *terms,
                         struct arena *arena);
const int64_t *terms_read(struct form *form, uint32_t key, const struct tree *tree);

struct tree *draft_write(const struct scenario *scenario, const struct draft *draft,
                         struct arena *arena);
const struct draft *draft_read(struct form *form, const struct tree *tree);

struct tree *schedule_write(const struct scenario *scenario, const struct schedule *schedule,
                            struct arena *arena);
const struct schedule *schedule_read(struct form *form, const struct tree *tree);

struct tree *event_write(const struct scenario *scenario, const struct event *event,
                         struct arena *arena);
/* Meaningless where the form failed. */
struct event event_read(struct form *form, const struct tree *tree);

#endif
