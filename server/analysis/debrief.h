/* What is told of a game once it is over.
 *
 * Everything is made of a record alone, so the same record gives the same telling. Nothing here
 * keeps secrets: who may read what is for the caller, who knows whether the debrief is open. Any
 * thread. The shapes are in server/codec/PROTOCOL.md. */
#ifndef DEBRIEF_H
#define DEBRIEF_H

#include "record.h"

/* How it went: the scores, the offers and what each was worth to everybody, who moved which term,
 * what was disputed, signed, declined and promised, who came to know what, and what each seat did.
 * In `arena`; texts of the record and the scenario are borrowed. */
struct tree *debrief_story(const struct record *record, struct arena *arena);

/* The scores alone, as they were frozen; empty before. {party: {total, expected, no_deal, walking
 * (what walking away was worth when the talks opened, else no_deal), items} or {failed, items}} */
struct tree *debrief_scores(const struct record *record, struct arena *arena);

#endif
