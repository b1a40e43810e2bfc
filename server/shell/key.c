#include "key.h"

#include "must.h"

#include <sys/random.h>

void key_random(void *bytes, size_t length)
{
    unsigned char *at = bytes;
    while (length) {
        ssize_t got = getrandom(at, length, 0);
        must(got > 0);
        at += got;
        length -= (size_t)got;
    }
}

struct text key_new(struct arena *arena)
{
    static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
    unsigned char chance[16];
    key_random(chance, sizeof chance);
    char key[sizeof chance];
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = letters[chance[i] % 32];
    return arena_copy(arena, (struct text){key, sizeof key});
}
