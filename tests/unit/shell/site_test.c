#include "test.h"

#include "site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static struct site *site;
static char folder[64];

static void write_file(const char *name, const char *words)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(words, file);
    fclose(file);
}

static const char *const names[] = {
    "index.html",
    "assets/main-K3F9AZ2Q.js",
    "assets/main-K3F9AZ2Q.js.br",
    "assets/main-K3F9AZ2Q.js.gz",
    "robots.txt",
    ".hidden",
    "lonely.js.br",
};

static int make_folder(void **state)
{
    (void)state;
    char path[128];
    strcpy(folder, "/tmp/entente-files-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/assets", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        write_file(names[i], names[i]);
    arena = arena_open();
    struct text why;
    site = site_open(folder, arena, &why);
    assert_non_null(site);
    return 0;
}

static int drop_folder(void **state)
{
    (void)state;
    char path[128];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/assets", folder);
    rmdir(path);
    rmdir(folder);
    arena_close(arena);
    return 0;
}

static void places_in_the_client_are_its_page(void **state)
{
    (void)state;
    static const char *const paths[] = {"/", "/index.html", "/play", "/join/ABCDEF", "/control/"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        const struct site_file *file = site_find(site, text_of(paths[i]));
        assert_non_null(file);
        assert_text(file->path, "index.html");
        assert_false(file->lasting);
        assert_string_equal(file->type, "text/html; charset=utf-8");
    }
}

static void nothing_else_can_be_named(void **state)
{
    (void)state;
    static const char *const paths[] = {
        "",
        "index.html",
        "/missing.js",
        "/../etc/passwd.txt",
        "/assets/../robots.txt",
        "/.hidden",
        "/lonely.js",
        "/lonely.js.br",
        "/assets/main-K3F9AZ2Q.js.gz",
    };
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        if (site_find(site, text_of(paths[i])))
            fail_msg("%s was found", paths[i]);
}

static void the_smallest_accepted_form_is_chosen(void **state)
{
    (void)state;
    const struct site_file *file = site_find(site, TEXT("/assets/main-K3F9AZ2Q.js"));
    assert_non_null(file);
    assert_true(file->lasting);
    static const struct {
        const char *accept, *coding;
    } cases[] = {
        {"gzip, deflate, br", "br"},
        {"gzip", "gzip"},
        {"", NULL},
        {"br;q=0, gzip", "gzip"},
        {"br;q=0.000, *", NULL},
        {"BR;q=0.1", "br"},
        {"brotli", NULL},
        {"gzip ; q=0.0,br ", "br"},
        {"identity", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *coding;
        const struct site_form *form = site_choose(file, text_of(cases[i].accept), &coding);
        assert_non_null(form->bytes.at);
        if (!cases[i].coding)
            assert_null(coding);
        else
            assert_string_equal(coding, cases[i].coding);
    }
    const char *coding;
    file = site_find(site, TEXT("/robots.txt"));
    site_choose(file, TEXT("br, gzip"), &coding);
    assert_null(coding);
}

static void each_form_has_its_own_etag(void **state)
{
    (void)state;
    const struct site_file *file = site_find(site, TEXT("/assets/main-K3F9AZ2Q.js"));
    assert_false(text_equal(file->plain.etag, file->brotli.etag));
    struct text mixed = arena_print(arena, "\"other\", W/%.*s", TEXT_ARGUMENTS(file->plain.etag));
    assert_true(site_matches(&file->plain, mixed));
    assert_true(site_matches(&file->plain, TEXT("*")));
    assert_false(site_matches(&file->brotli, mixed));
    assert_false(site_matches(&file->plain, TEXT("")));
}

static void a_missing_folder_is_said(void **state)
{
    (void)state;
    struct text why = TEXT("");
    assert_null(site_open("/nowhere", arena, &why));
    assert_non_null(strstr(why.at, "/nowhere"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_in_the_client_are_its_page),
        cmocka_unit_test(nothing_else_can_be_named),
        cmocka_unit_test(the_smallest_accepted_form_is_chosen),
        cmocka_unit_test(each_form_has_its_own_etag),
        cmocka_unit_test(a_missing_folder_is_said),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
