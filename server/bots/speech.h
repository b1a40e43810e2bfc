/* What a bot says with its moves: one plain sentence each, to the people whom it concerns.
 * Sentences are those of VIEW.md, composed of articles, so that everybody reads them in their own
 * language. */
#ifndef SPEECH_H
#define SPEECH_H

#include "mind.h"

/* After a version of its own: what it has in mind, or what it changed, where it is the first or
 * answers a person. False where all is said, or nobody is there to hear it. */
bool speech_explain(struct mind *mind, const struct outlook_text *text, struct command *command);

/* Before it signs or declines what a person wrote. */
bool speech_signs(struct mind *mind, const struct outlook_text *text, struct command *command);
bool speech_declines(struct mind *mind, const struct outlook_text *text, struct command *command);

/* That the head is away, to all who are invited. */
void speech_away(struct mind *mind, const struct outlook_text *text, struct command *command);

#endif
