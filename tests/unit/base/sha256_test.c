#include "test.h"

#include "sha256.h"

#include <string.h>

/* The examples of FIPS 180-4's published test vectors. */
static void digests_are_those_of_the_standard(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    assert_text(sha256_hex(arena, TEXT("")),
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_text(sha256_hex(arena, TEXT("abc")),
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_text(sha256_hex(arena, TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    arena_close(arena);
}

static void pieces_give_the_same_as_the_whole(void **state)
{
    (void)state;
    unsigned char bytes[1000];
    memset(bytes, 'a', sizeof(bytes));
    struct sha256 whole = sha256_start();
    sha256_add(&whole, bytes, sizeof(bytes));
    struct sha256 pieces = sha256_start();
    for (size_t at = 0; at < sizeof(bytes); at += 37)
        sha256_add(&pieces, bytes + at, sizeof(bytes) - at < 37 ? sizeof(bytes) - at : 37);
    unsigned char first[SHA256_BYTES];
    unsigned char second[SHA256_BYTES];
    sha256_finish(&whole, first);
    sha256_finish(&pieces, second);
    assert_memory_equal(first, second, SHA256_BYTES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_are_those_of_the_standard),
        cmocka_unit_test(pieces_give_the_same_as_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
