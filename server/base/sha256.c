#include "sha256.h"

#include <string.h>

/* FIPS 180-4, section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the
 * first 64 primes. */
static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t word, int bits)
{
    return word >> bits | word << (32 - bits);
}

static void compress(uint32_t state[8], const unsigned char block[64])
{
    uint32_t words[64];
    for (int index = 0; index < 16; index++)
        words[index] = (uint32_t)block[index * 4] << 24 | (uint32_t)block[index * 4 + 1] << 16 |
                       (uint32_t)block[index * 4 + 2] << 8 | (uint32_t)block[index * 4 + 3];
    for (int index = 16; index < 64; index++) {
        uint32_t older = words[index - 15];
        uint32_t newer = words[index - 2];
        words[index] = words[index - 16] + (rotate(older, 7) ^ rotate(older, 18) ^ older >> 3) +
                       words[index - 7] + (rotate(newer, 17) ^ rotate(newer, 19) ^ newer >> 10);
    }
    uint32_t a[8];
    memcpy(a, state, sizeof(a));
    for (int index = 0; index < 64; index++) {
        uint32_t big1 = rotate(a[4], 6) ^ rotate(a[4], 11) ^ rotate(a[4], 25);
        uint32_t choose = (a[4] & a[5]) ^ (~a[4] & a[6]);
        uint32_t first = a[7] + big1 + choose + round_constants[index] + words[index];
        uint32_t big0 = rotate(a[0], 2) ^ rotate(a[0], 13) ^ rotate(a[0], 22);
        uint32_t majority = (a[0] & a[1]) ^ (a[0] & a[2]) ^ (a[1] & a[2]);
        memmove(a + 1, a, 7 * sizeof(a[0]));
        a[4] += first;
        a[0] = first + big0 + majority;
    }
    for (int index = 0; index < 8; index++)
        state[index] += a[index];
}

struct sha256 sha256_start(void)
{
    return (struct sha256){.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
                                     0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void sha256_add(struct sha256 *hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    while (length > 0) {
        size_t used = (size_t)(hash->length % 64);
        size_t part = 64 - used < length ? 64 - used : length;
        memcpy(hash->block + used, at, part);
        hash->length += part;
        at += part;
        length -= part;
        if (used + part == 64)
            compress(hash->state, hash->block);
    }
}

void sha256_finish(struct sha256 *hash, unsigned char digest[SHA256_BYTES])
{
    static const unsigned char padding[64] = {0x80};
    uint64_t bits = hash->length * 8;
    size_t used = (size_t)(hash->length % 64);
    sha256_add(hash, padding, used < 56 ? 56 - used : 120 - used);
    unsigned char length[8];
    for (int index = 0; index < 8; index++)
        length[index] = (unsigned char)(bits >> (56 - index * 8));
    sha256_add(hash, length, sizeof(length));
    for (int index = 0; index < SHA256_BYTES; index++)
        digest[index] = (unsigned char)(hash->state[index / 4] >> (24 - index % 4 * 8));
}

struct text sha256_hex(struct arena *arena, struct text text)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[SHA256_BYTES];
    struct sha256 hash = sha256_start();
    sha256_add(&hash, text.at, text.length);
    sha256_finish(&hash, digest);
    char *hex = arena_take(arena, SHA256_BYTES * 2 + 1);
    for (size_t index = 0; index < SHA256_BYTES; index++) {
        hex[index * 2] = digits[digest[index] >> 4];
        hex[index * 2 + 1] = digits[digest[index] & 15];
    }
    return (struct text){hex, SHA256_BYTES * 2};
}
