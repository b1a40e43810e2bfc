#include "chance.h"

#include "must.h"

#include <sys/random.h>

void chance_fill(void *bytes, size_t length)
{
    unsigned char *at = bytes;
    while (length) {
        ssize_t got = getrandom(at, length, 0);
        must(got > 0);
        at += got;
        length -= (size_t)got;
    }
}

struct text chance_key(struct arena *arena)
{
    static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
    unsigned char chance[16];
    chance_fill(chance, sizeof chance);
    char key[sizeof chance];
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = letters[chance[i] % 32];
    return arena_copy(arena, (struct text){key, sizeof key});
}
