/* What is told of a game once it is over.
 *
 * Everything is made of a record alone, so the same record gives the same telling. Nothing here
 * keeps secrets: who may read what is for the caller, who knows whether the debrief is open. Any
 * thread. The shapes are in server/codec/PROTOCOL.md. */
#ifndef DEBRIEF_H
#define DEBRIEF_H

#include "record.h"
#include "work.h"

/* How it went: the scores, the offers and what each was worth to everybody, who moved which term,
 * what was disputed, signed, declined and promised, who came to know what, what each seat did, and `messages`.
 * In `arena`; texts of the record and the scenario are borrowed. */
struct tree *debrief_story(const struct record *record, struct arena *arena);

/* The deal they left: the first moment at which an agreement was within reach that is better for
 * all who would sign it than what came in the end, and better ones of later moments.
 *
 * Better: its expected score, as soon as it is in force, is more for each of them than what each
 * got, than what each then had, than walking away then, and than what the settlement of the end
 * would have been worth then. Each is played: at that moment it is drafted and signed by heads who
 * were there, none of them against its instructions, and it enters into force with every clause
 * settled. It is one text, or several: linked where the rules let them be, else signed one after
 * the other in the order in which they are told; with the conditions that their clauses ask for,
 * where these held. Nobody signs with an exception, since what it would leave out is not in the
 * text. Packages are looked for by climbing, with the record's own offers among the starts, so
 * that an earlier or a better one may be missed. The same record gives the same answer, unless it
 * was stopped. {moments: [{n, at, phase, round, texts: [{kind, invited, clauses, takes_effect_if?:
 * [condition]}], together?: linked, ratification?: [party], gains: {party: {deal, got, today,
 * walking}}, others?: {party: {deal, got}}}]}, in order of time. */
struct tree *debrief_left(const struct record *record, const struct watch *watch,
                          struct arena *arena);

/* What was possible as the game began, in the edition: gains over walking away then. Exact where the
 * packages are few; else sampled, climbed and bounded on a small budget (explore.h). The same every
 * time. {exact, walking: {party}, ideals: {party: the most it could gain with nobody worse off},
 * solutions: {nash, kalai_smorodinsky, utilitarian, egalitarian: {gains, clauses, proved?}},
 * frontier: [{gains, clauses}] (efficient ones, some)}; empty where it cannot be computed. */
struct tree *debrief_space(const struct scenario *scenario, uint32_t edition,
                           const struct watch *watch, struct arena *arena);

/* The scores alone, as they were frozen; empty before. {party: {total, expected, no_deal, walking
 * (what walking away was worth when the talks opened, else no_deal), items} or {failed, items}} */
struct tree *debrief_scores(const struct record *record, struct arena *arena);

#endif
