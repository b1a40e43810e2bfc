/* Chance for the outside: keys and seeds, from the system. */
#ifndef CHANCE_H
#define CHANCE_H

#include "arena.h"
#include "text.h"

/* `length` random bytes; ends the program where the system has none. */
void chance_fill(void *bytes, size_t length);

/* A key to be put into a link: 80 random bits as 16 letters and digits. */
struct text chance_key(struct arena *arena);

#endif
