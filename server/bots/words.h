/* Articles in words. */
#ifndef WORDS_H
#define WORDS_H

#include "mind.h"

/* Clauses in treaty prose, one behind the other. */
struct text words_of(struct mind *mind, const struct clause_wish *clauses, size_t count);

#endif
