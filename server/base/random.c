#include "random.h"

#include "must.h"

static uint64_t rotate(uint64_t word, int bits)
{
    return word << bits | word >> (64 - bits);
}

static void sip_rounds(uint64_t v[4], int rounds)
{
    for (int round = 0; round < rounds; round++) {
        v[0] += v[1];
        v[1] = rotate(v[1], 13) ^ v[0];
        v[0] = rotate(v[0], 32);
        v[2] += v[3];
        v[3] = rotate(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = rotate(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = rotate(v[1], 17) ^ v[2];
        v[2] = rotate(v[2], 32);
    }
}

uint64_t random_hash(struct seed seed, struct text place)
{
    uint64_t v[4] = {seed.low ^ 0x736f6d6570736575, seed.high ^ 0x646f72616e646f6d,
                     seed.low ^ 0x6c7967656e657261, seed.high ^ 0x7465646279746573};
    uint64_t word = 0;
    for (size_t index = 0; index < place.length; index++) {
        word |= (uint64_t)(unsigned char)place.at[index] << (index % 8 * 8);
        if (index % 8 == 7) {
            v[3] ^= word;
            sip_rounds(v, 2);
            v[0] ^= word;
            word = 0;
        }
    }
    word |= (uint64_t)place.length << 56;
    v[3] ^= word;
    sip_rounds(v, 2);
    v[0] ^= word;
    v[2] ^= 0xff;
    sip_rounds(v, 4);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

int64_t random_between(struct seed seed, struct text place, int64_t low, int64_t high)
{
    must(low <= high);
    uint64_t range = (uint64_t)high - (uint64_t)low; /* inclusive */
    uint64_t hash = random_hash(seed, place);
    if (range == UINT64_MAX)
        return (int64_t)hash;
    /* Lemire's multiply-shift maps 64 random bits onto the range. */
    __extension__ typedef unsigned __int128 wide;
    uint64_t offset = (uint64_t)(((wide)hash * (range + 1)) >> 64);
    return (int64_t)((uint64_t)low + offset);
}

struct text random_id(struct seed seed, struct text place, struct arena *arena)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    enum { ID_LENGTH = 10 };
    uint64_t hash = random_hash(seed, place);
    char *id = arena_take(arena, ID_LENGTH + 1);
    for (int index = 0; index < ID_LENGTH; index++, hash >>= 5)
        id[index] = letters[hash & 31];
    return (struct text){id, ID_LENGTH};
}
