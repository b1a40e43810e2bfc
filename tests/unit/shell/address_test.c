#include "test.h"

#include "address.h"

#include <string.h>

static void loopback_is_this_machine_alone(void **state)
{
    (void)state;
    assert_true(address_is_loopback(TEXT("127.0.0.1")));
    assert_true(address_is_loopback(TEXT("127.9.0.1")));
    assert_true(address_is_loopback(TEXT("::1")));
    assert_true(address_is_loopback(TEXT("::ffff:127.0.0.1")));
    assert_false(address_is_loopback(TEXT("192.0.2.7")));
    assert_false(address_is_loopback(TEXT("::ffff:192.0.2.7")));
    assert_false(address_is_loopback(TEXT("::12")));
    assert_false(address_is_loopback(TEXT("unknown")));
    assert_false(address_is_loopback(TEXT("")));
}

static void addresses_can_be_opened(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct settings settings = {.host = "0.0.0.0"};
    assert_text(address_here(&settings, 7777, arena), "http://localhost:7777");
    settings.host = "::1";
    settings.tls_cert = "cert.pem";
    assert_text(address_here(&settings, 1, arena), "https://[::1]:1");
    assert_text(address_there(&settings, 1, arena), "");
    settings.host = "192.0.2.7";
    assert_text(address_there(&settings, 1, arena), "https://192.0.2.7:1");
    settings.address = "https://game.example";
    assert_text(address_there(&settings, 1, arena), "https://game.example");
    arena_close(arena);
}

/* The finder pattern of the upper left corner, two rows a line, light inside dark. */
static void a_code_is_drawn(void **state)
{
    (void)state;
    char drawn[8192] = "";
    FILE *stream = fmemopen(drawn, sizeof drawn, "w");
    address_draw(TEXT("http://192.0.2.7:7777/"), stream);
    fclose(stream);
    assert_non_null(strstr(drawn, "\n  ██ ▄▄▄▄▄ "));
    assert_non_null(strstr(drawn, "\n  ██ █   █ "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loopback_is_this_machine_alone),
        cmocka_unit_test(addresses_can_be_opened),
        cmocka_unit_test(a_code_is_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
