/* Addresses: who asks, and where we can be reached. */
#ifndef ADDRESS_H
#define ADDRESS_H

#include "arena.h"
#include "settings.h"
#include "text.h"

#include <stdbool.h>
#include <stdio.h>

/* True for 127.0.0.0/8, ::1 and the first mapped into IPv6. */
bool address_is_loopback(struct text address);

/* Whether the server listens where only this machine reaches it. */
bool address_is_private(const struct settings *settings);

/* "http://127.0.0.1:7777": where this machine reaches a server that listens there on `port`. */
struct text address_here(const struct settings *settings, uint16_t port, struct arena *arena);

/* Where others reach it: as set, or by this machine's address in its local network. Empty where
 * there is none. */
struct text address_there(const struct settings *settings, uint16_t port, struct arena *arena);

/* A QR code in half-block characters, light on dark; nothing where it can't be made. */
void address_draw(struct text address, FILE *stream);

#endif
