/* Decisions: by looking ahead. */
#ifndef CHOICE_H
#define CHOICE_H

#include "mind.h"

/* A decision that waits for the bot's choice, and the choice; false where none does. */
bool choice_wanted(struct mind *mind, struct command *command);

#endif
