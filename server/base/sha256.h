/* SHA-256 (FIPS 180-4): scenarios are pinned by it, tokens are kept as it, state is compared by it.
 */
#ifndef SHA256_H
#define SHA256_H

#include "arena.h"
#include "text.h"

#include <stdint.h>

enum { SHA256_BYTES = 32 };

struct sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    unsigned char block[64];
};

struct sha256 sha256_start(void);
void sha256_add(struct sha256 *hash, const void *bytes, size_t length);
void sha256_finish(struct sha256 *hash, unsigned char digest[SHA256_BYTES]);

/* The digest of a text as 64 lower-case hex digits in `arena`. */
struct text sha256_hex(struct arena *arena, struct text text);

#endif
