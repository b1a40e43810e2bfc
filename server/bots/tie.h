/* Making a text wait for what makes it worth its while. */
#ifndef TIE_H
#define TIE_H

#include "mind.h"

/* Where the matter is worth signing only beside another draft, and brings `asked` then: a condition
 * that the other fulfils, attached to it, or both linked; whichever undoes fewer of the others'
 * signatures. */
bool tie_wanted(struct mind *mind, const struct matter *matter, int64_t asked, int64_t now,
                struct command *command);

#endif
