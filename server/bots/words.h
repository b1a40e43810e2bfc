/* Articles in words. */
#ifndef WORDS_H
#define WORDS_H

#include "mind.h"

/* Clauses in treaty prose, one behind the other. */
struct text words_of(struct mind *mind, const struct clause_wish *clauses, size_t count);

/* The words, as many of them as a message may hold. */
struct text words_fit(struct arena *arena, struct text words);

#endif
