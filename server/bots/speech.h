/* What a bot says with its moves: one plain sentence each, to the people whom it concerns. */
#ifndef SPEECH_H
#define SPEECH_H

#include "mind.h"

/* After a version or a signature of its own: what it did and why, to the people among the invited.
 * False where all is said, or nobody is there to hear it. */
bool speech_explain(struct mind *mind, const struct outlook_text *text, struct command *command);

/* That the head is away, to all who are invited. */
void speech_away(struct mind *mind, const struct outlook_text *text, struct command *command);

#endif
