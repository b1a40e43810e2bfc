#include "test.h"

#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SCENARIOS "--scenarios=" SOURCE_DIR "/rules/scenarios"

static struct arena *arena;
static struct settings settings;
static struct text why;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_open();
    why = TEXT("");
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

/* Reads up to three arguments after the verb, and an environment with a home. */
static enum settings_outcome read_with(const char *first, const char *second, const char *third,
                                       const char *variable)
{
    char *arguments[] = {"serve", SCENARIOS, (char *)first, (char *)second, (char *)third, NULL};
    int count = 2;
    while (arguments[count])
        count++;
    char *environment[] = {"HOME=/home/ana", (char *)variable, NULL};
    return settings_read(count, arguments, environment, arena, &settings, &why);
}

static void defaults_are_for_a_classroom(void **state)
{
    (void)state;
    assert_int_equal(read_with(NULL, NULL, NULL, NULL), SETTINGS_GOOD);
    assert_string_equal(settings.host, "0.0.0.0");
    assert_int_equal(settings.port, 7777);
    assert_string_equal(settings.store, "/home/ana/.local/share/entente/entente.sqlite");
    assert_null(settings.create_key);
    assert_int_equal(settings.heartbeat_s, 25);
    assert_int_equal(settings.keep_days, 30);
}

static void data_may_be_kept_for_ever(void **state)
{
    (void)state;
    assert_int_equal(read_with("--keep-days", "0", NULL, NULL), SETTINGS_GOOD);
    assert_int_equal(settings.keep_days, 0);
    assert_int_equal(read_with(NULL, NULL, NULL, "ENTENTE_KEEP_DAYS=7"), SETTINGS_GOOD);
    assert_int_equal(settings.keep_days, 7);
}

static void data_folder_follows_the_user(void **state)
{
    (void)state;
    assert_int_equal(read_with(NULL, NULL, NULL, "XDG_DATA_HOME=/data"), SETTINGS_GOOD);
    assert_string_equal(settings.store, "/data/entente/entente.sqlite");
}

static void arguments_go_before_the_environment(void **state)
{
    (void)state;
    const char *variable = "ENTENTE_CREATE_KEY=from-outside";
    assert_int_equal(read_with(NULL, NULL, NULL, variable), SETTINGS_GOOD);
    assert_string_equal(settings.create_key, "from-outside");
    assert_int_equal(read_with("--create-key", "given", NULL, variable), SETTINGS_GOOD);
    assert_string_equal(settings.create_key, "given");
}

static void write_file(char *path, const char *words)
{
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    FILE *file = fdopen(handle, "w");
    fputs(words, file);
    fclose(file);
}

static void studio_is_for_this_machine(void **state)
{
    (void)state;
    assert_int_equal(read_with("--studio", SOURCE_DIR "/rules/scenarios/river", NULL, NULL),
                     SETTINGS_GOOD);
    assert_string_equal(settings.host, "127.0.0.1");
    assert_int_equal(settings.port, 7777);
    assert_int_equal(read_with("--studio", SOURCE_DIR "/rules/scenarios/river", NULL,
                               "ENTENTE_LISTEN=0.0.0.0:80"),
                     SETTINGS_GOOD);
    assert_string_equal(settings.host, "0.0.0.0");
}

static void file_comes_last(void **state)
{
    (void)state;
    char path[] = "/tmp/entente-settings-XXXXXX";
    write_file(path, "# a school\n\nlisten = 127.0.0.1:80\ncreate-key=from file  \n");
    assert_int_equal(read_with("--config", path, NULL, "ENTENTE_LISTEN=127.0.0.1:81"),
                     SETTINGS_GOOD);
    assert_int_equal(settings.port, 81);
    assert_string_equal(settings.create_key, "from file");
    unlink(path);
}

static void file_says_where_it_is_wrong(void **state)
{
    (void)state;
    char path[] = "/tmp/entente-settings-XXXXXX";
    write_file(path, "listen = 127.0.0.1:80\nstor = x\n");
    assert_int_equal(read_with("--config", path, NULL, NULL), SETTINGS_WRONG);
    assert_non_null(strstr(why.at, ":2: there is no option 'stor'; did you mean 'store'?"));
    unlink(path);
    assert_int_equal(read_with("--config", path, NULL, NULL), SETTINGS_WRONG);
    assert_non_null(strstr(why.at, "can't be read"));
}

static void six_and_brackets(void **state)
{
    (void)state;
    assert_int_equal(read_with("--listen", "[::1]:0", NULL, NULL), SETTINGS_GOOD);
    assert_string_equal(settings.host, "::1");
    assert_int_equal(settings.port, 0);
    assert_int_equal(read_with("--listen", "localhost:1", NULL, NULL), SETTINGS_GOOD);
    assert_string_equal(settings.host, "127.0.0.1");
}

static void wrong_words_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second, *words;
    } cases[] = {
        {"--listen", NULL, "--listen needs a value (ADDR:PORT)."},
        {"--listen", "7777", "wanted ADDR:PORT"},
        {"--listen", "0.0.0.0:70000", "wanted ADDR:PORT"},
        {"--listen", "0.0.0.0:", "wanted ADDR:PORT"},
        {"--listen", "somewhere:80", "not an address in numbers"},
        {"--lisen", "0.0.0.0:1", "did you mean 'listen'?"},
        {"listen", NULL, "options start with --"},
        {"--create-key", "", "must not be empty"},
        {"--store", "postgresql://x", "SQLite"},
        {"--web", "/nowhere", "there is no such folder"},
        {"--scenarios", "/nowhere", "there is no such folder"},
        {"--studio", "/nowhere", "there is no such folder"},
        {"--tls-cert", "/nowhere", "go together"},
        {"--heartbeat", "0", "wanted seconds, from 1 to 300"},
        {"--heartbeat", "301", "wanted seconds, from 1 to 300"},
        {"--keep-days", "-1", "wanted days, from 0 to 36500"},
        {"--keep-days", "36501", "wanted days, from 0 to 36500"},
        {"--keep-days", "a month", "wanted days, from 0 to 36500"},
        {"--heartbeat", "soon", "wanted seconds, from 1 to 300"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(read_with(cases[i].first, cases[i].second, NULL, NULL), SETTINGS_WRONG);
        if (!strstr(why.at, cases[i].words))
            fail_msg("'%s' does not say '%s'", why.at, cases[i].words);
    }
}

static void help_is_no_error(void **state)
{
    (void)state;
    assert_int_equal(read_with("--help", NULL, NULL, NULL), SETTINGS_HELP);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(defaults_are_for_a_classroom), TEST(data_may_be_kept_for_ever),
        TEST(data_folder_follows_the_user), TEST(arguments_go_before_the_environment),
        TEST(studio_is_for_this_machine),   TEST(file_comes_last),
        TEST(file_says_where_it_is_wrong),  TEST(six_and_brackets),
        TEST(wrong_words_are_told),         TEST(help_is_no_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
