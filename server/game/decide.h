/* What each command needs and does, within a scratch. A command's function emits events or refuses;
 * where it refuses, nothing it has emitted counts. */
#ifndef DECIDE_H
#define DECIDE_H

#include "scratch.h"

void decide_message(struct scratch *scratch);
void decide_draft(struct scratch *scratch);
void decide_amend(struct scratch *scratch);
void decide_bracket(struct scratch *scratch);
void decide_open(struct scratch *scratch);
void decide_link(struct scratch *scratch);
void decide_table(struct scratch *scratch);
void decide_leak(struct scratch *scratch);
void decide_sign(struct scratch *scratch);
void decide_unsign(struct scratch *scratch);
void decide_decline(struct scratch *scratch);
void decide_withdraw(struct scratch *scratch);
void decide_denounce(struct scratch *scratch);
void decide_choose(struct scratch *scratch);
void decide_ready(struct scratch *scratch);
void decide_head(struct scratch *scratch);
void decide_powers(struct scratch *scratch);
void decide_instruction_add(struct scratch *scratch);
void decide_instruction_remove(struct scratch *scratch);
void decide_plan(struct scratch *scratch);
void decide_suggest(struct scratch *scratch);
void decide_suggestion_answer(struct scratch *scratch);
void decide_seat(struct scratch *scratch);
void decide_unseat(struct scratch *scratch);
void decide_start(struct scratch *scratch);
void decide_advance(struct scratch *scratch);
void decide_pause(struct scratch *scratch);
void decide_resume(struct scratch *scratch);
void decide_extend(struct scratch *scratch);
void decide_schedule(struct scratch *scratch);
/* Where rounds are fitted before a bell: fits those to come from this moment on. */
void schedule_fit_anew(struct scratch *scratch);
void decide_end(struct scratch *scratch);
void decide_time_passed(struct scratch *scratch);
void decide_inject_fire(struct scratch *scratch);
void decide_inject_hold(struct scratch *scratch);
void decide_inject_compose(struct scratch *scratch);
void decide_variable_set(struct scratch *scratch);
void decide_signature_void(struct scratch *scratch);
void decide_instrument_end(struct scratch *scratch);
void decide_ruling(struct scratch *scratch);
void decide_mark(struct scratch *scratch);
void decide_debrief_open(struct scratch *scratch);

/* Shared checks; each refuses and returns false where it does not hold. */

/* The text named, as the actor may know it; NULL and refused where there is none. */
const struct instrument *wished_text(struct scratch *scratch);
bool refuse_unknown_text(struct scratch *scratch, struct text path);
/* The actor's party takes part in it: invited, or as a witness. */
bool check_takes_part(struct scratch *scratch, const struct instrument *text);
/* Still a draft. */
bool check_draft(struct scratch *scratch, const struct instrument *text);
/* The decision is open, and put to the actor's party. */
bool check_asked(struct scratch *scratch, uint32_t decision);
/* A draft that may be changed now. */
bool check_amendable(struct scratch *scratch, const struct instrument *text);
/* Words: neither empty nor longer than `limit` characters. */
bool check_words(struct scratch *scratch, struct text words, struct text path, size_t limit);
/* Before the final phase. */
bool check_not_final(struct scratch *scratch);

/* Whether a version with this content may stand: invited parties, clauses, conditions, what clauses
 * require. */
bool check_content(struct scratch *scratch, uint32_t kind, const struct draft *draft,
                   party_set invited_before);
/* The kind carries this clause. */
bool check_carried(struct scratch *scratch, const struct instrument_type *type, uint32_t key,
                   struct text path);
/* The clause can be drafted in this edition. */
bool check_clause_open(struct scratch *scratch, uint32_t key, struct text path);
/* What its clauses require holds, with the texts it is linked with as if settled. */
bool check_requirements(struct scratch *scratch, const struct draft *draft);
/* Nothing in it is in brackets. */
bool check_no_brackets(struct scratch *scratch, const struct draft *draft);
/* Emits the text's next version. */
void version_emit(struct scratch *scratch, const struct instrument *text, uint32_t number,
                  const struct draft *draft);
/* Names in the answer who must still sign before settled clauses are replaced. */
void answer_missing(struct scratch *scratch, struct text instrument);
/* An id for a new article of a text (empty: one not yet drafted). */
struct text article_id(struct scratch *scratch, struct text text, struct text words,
                       uint32_t occurrence);
/* The content of the version of this number, or NULL. */
const struct draft *draft_of_version(const struct instrument *text, uint32_t number);
/* A copy of a draft that may be changed, with room for all clauses and articles there can be. */
struct draft *draft_open(struct scratch *scratch, const struct draft *draft);

#endif
