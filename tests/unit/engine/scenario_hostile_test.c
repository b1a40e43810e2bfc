/* Files that are meant to hurt: each is refused with a sentence, and costs little. */
#include "scenario.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The errors of a scenario.json of these bytes, one a line; "" where it loads. */
static struct text messages(struct text bytes, struct arena *arena)
{
    static const char beside[] = "briefings/common.md 1\n.\nbriefings/a.md 1\n.\n";
    struct text head = arena_print(arena, "%sscenario.json %zu\n", beside, bytes.length);
    char *bundle = arena_take(arena, head.length + bytes.length + 1);
    memcpy(bundle, head.at, head.length);
    memcpy(bundle + head.length, bytes.at, bytes.length);
    bundle[head.length + bytes.length] = '\n';
    struct diagnostics diagnostics = {.arena = arena};
    struct scenario *scenario =
        scenario_load_bundle((struct text){bundle, head.length + bytes.length + 1}, &diagnostics);
    struct text told = TEXT("");
    for (size_t index = 0; index < diagnostics.count; index++)
        if (!diagnostics.items[index].warning)
            told = arena_print(arena, "%.*s%u:%u %.*s\n", TEXT_ARGUMENTS(told),
                               diagnostics.items[index].line, diagnostics.items[index].column,
                               TEXT_ARGUMENTS(diagnostics.items[index].message));
    assert_true((scenario == NULL) == (told.length > 0));
    assert_true(text_is_utf8(told));
    scenario_close(scenario);
    return told;
}

static void expect(struct text bytes, const char *wanted)
{
    struct arena *arena = arena_open();
    struct text told = messages(bytes, arena);
    if (!strstr(told.at ? told.at : "", wanted))
        fail_msg("wanted \"%s\", told \"%.*s\"", wanted, TEXT_ARGUMENTS(told));
    arena_close(arena);
}

#define HEAD                                                                                       \
    "{\"format\":1,\"id\":\"small\",\"title\":\"Small\","                                          \
    "\"phases\":[{\"id\":\"end\",\"title\":\"End\",\"final\":true}],"
/* All that a scenario must have, to be gone on with. */
#define BEGUN HEAD "\"parties\":{\"a\":{\"name\":\"A\"}}"
#define SMALL(more) BEGUN more "}"

static void the_smallest_scenario_loads(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    assert_int_equal(messages(TEXT(SMALL("")), arena).length, 0);
    arena_close(arena);
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    expect(TEXT("\xef\xbb\xbf" SMALL("")), "1:1 The file begins with a byte order mark");
    expect(TEXT("{\n  \"a\": \"\0\"}"), "2:9 There is a NUL byte here");
    expect(TEXT("{\n  \"\xc3\xa9\": \"\xff\"}"), "2:9 This is not UTF-8");
    expect(TEXT("{\"a\": \"\xed\xa0\x80\"}"), "1:8 This is not UTF-8");
    expect(TEXT(""), "The file is empty");
    expect(TEXT(" \n"), "The file is empty");
    expect(TEXT("[]"), "This must be an object");
    expect(TEXT("7"), "This must be an object, { … }; it is a number.");
    expect(TEXT("{}x"), "This is not strict JSON");
    expect(TEXT("{\"a\":\"\\ud800\"}"), "This is not strict JSON");
    /* Jansson quotes the first byte of the character alone. */
    expect(TEXT("{\"\\\xc3\xa9\": 1}"), "1:2 This is not strict JSON: invalid escape. A backslash");
}

/* `count` times `piece` between `head` and `tail`. */
static struct text repeat(struct arena *arena, const char *head, const char *piece, size_t count,
                          const char *tail)
{
    size_t length = strlen(piece);
    char *bytes = arena_take(arena, strlen(head) + count * length + strlen(tail) + 1);
    char *at = stpcpy(bytes, head);
    for (size_t index = 0; index < count; index++)
        at = stpcpy(at, piece);
    at = stpcpy(at, tail);
    return (struct text){bytes, (size_t)(at - bytes)};
}

static void size_depth_and_numbers_have_limits(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    expect(repeat(arena, "", " ", (8 << 20) + 1, ""), "larger than the limit of 8 MiB");
    expect(repeat(arena, "", "[", 65, ""), "nested more than 64 deep");
    expect(repeat(arena, "", "[", 8 << 20, ""), "nested more than 64 deep");
    expect(repeat(arena, "[0", ",0", 4 << 19, "]"), "more than 262,144 values");
    expect(repeat(arena, "", "{\"a\":", 64, "1"), "This is not strict JSON");
    expect(repeat(arena, SMALL(",\"summary\":\""), "", 0, ""), "This is not strict JSON");
    arena_close(arena);
}

/* A small scenario with `count` times "n<number>": value in the middle of something. */
static struct text among(struct arena *arena, const char *before, const char *value, size_t count,
                         const char *after)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    assert_non_null(stream);
    fprintf(stream, "%s%s", strcmp(before, "\"parties\":{") ? BEGUN "," : HEAD, before);
    for (size_t index = 0; index < count; index++)
        fprintf(stream, "%s\"n%zu\":%s", index > 0 ? "," : "", index, value);
    fprintf(stream, "%s}", after);
    (void)fclose(stream);
    struct text text = arena_copy(arena, (struct text){bytes, length});
    free(bytes);
    return text;
}

/* The same for a whole section. */
static struct text many(struct arena *arena, const char *section, const char *value, size_t count)
{
    return among(arena, arena_print(arena, "\"%s\":{", section).at, value, count, "}");
}

static void every_section_has_a_limit(void **state)
{
    (void)state;
    static const struct {
        const char *section, *value;
        size_t most;
        const char *what;
    } sections[] = {
        {"parties", "{\"name\":\"N\"}", 64, "parties"},
        {"regions", "{\"name\":\"N\"}", 256, "regions"},
        {"variables", "{\"start\":0}", 1024, "variables"},
        {"formulas", "{\"value\":\"0\"}", 1024, "formulas"},
        {"agenda", "\"H\"", 64, "items on the agenda"},
        {"clauses", "{\"title\":\"T\",\"text\":\"T\",\"binds\":\"[]\"}", 256, "clause types"},
        {"conditions", "{\"title\":\"T\",\"when\":\"true\"}", 256, "conditions"},
        {"instruments", "{\"title\":\"T\",\"clauses\":[]}", 256, "instruments"},
        {"decisions", "{\"title\":\"T\"}", 256, "decisions"},
        {"injects", "{\"title\":\"T\"}", 1024, "injects"},
        {"editions", "{\"title\":\"T\"}", 64, "editions"},
    };
    struct arena *arena = arena_open();
    for (size_t index = 0; index < sizeof(sections) / sizeof(*sections); index++)
        expect(
            many(arena, sections[index].section, sections[index].value, sections[index].most + 1),
            arena_print(arena, "There are %zu %s; the limit is %zu.", sections[index].most + 1,
                        sections[index].what, sections[index].most)
                .at);
    expect(many(arena, "nonsense", "0", 100000), "There is no key 'nonsense' here");
    arena_close(arena);
}

static void what_a_section_holds_has_limits(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    expect(among(arena, "\"regions\":{\"r\":{\"name\":\"R\",", "0", 257, "}}"),
           "There are more than 256 own fields, which is the limit.");
    expect(among(arena, "\"variables\":{\"v\":{\"type\":\"option\",\"start\":\"n0\",\"options\":{",
                 "\"O\"", 257, "}}}"),
           "There are 257 options; the limit is 256.");
    expect(among(arena,
                 "\"clauses\":{\"c\":{\"title\":\"T\",\"text\":\"T\",\"binds\":\"[]\",\"terms\":{",
                 "{\"type\":\"bool\",\"default\":false}", 65, "}}}"),
           "There are 65 terms; the limit is 64.");
    expect(among(arena, "\"instruments\":{\"i\":{\"title\":\"T\",\"clauses\":[],\"templates\":{",
                 "{\"title\":\"T\",\"clauses\":{}}", 257, "}}}"),
           "There are 257 templates; the limit is 256.");
    expect(among(arena, "\"scores\":{\"a\":{\"items\":{", "{\"label\":\"L\",\"points\":\"0\"}", 257,
                 "}}}"),
           "There are 257 items; the limit is 256.");
    expect(repeat(arena, BEGUN ",\"outcomes\":[", "{},", 256, "{}]}"),
           "There are 257 outcomes; the limit is 256.");
    expect(repeat(arena, BEGUN ",\"first_moves\":{\"a\":[", "{},", 64, "{}]}}"),
           "There are 65 first moves; the limit is 64.");
    expect(repeat(arena, BEGUN ",\"instructions\":{\"a\":[", "{},", 16, "{}]}}"),
           "There are 17 instructions; the limit is 16.");
    expect(repeat(arena, BEGUN ",\"instructions\":{\"a\":[{\"else\":\"No.\",\"that\":\"", "!", 501,
                  "true\"}]}}"),
           "An instruction has at most 500 characters; this has 505.");
    arena_close(arena);
}

/* 17 variables of 256 options each, all different. */
static void options_together_have_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct text variables = TEXT("");
    for (int variable = 0; variable < 17; variable++) {
        struct text options = TEXT("");
        for (int option = 0; option < 256; option++)
            options = arena_print(arena, "%.*s%s\"o%d_%d\":\"O\"", TEXT_ARGUMENTS(options),
                                  option > 0 ? "," : "", variable, option);
        variables = arena_print(arena,
                                "%.*s%s\"v%d\":{\"type\":\"option\",\"start\":\"o%d_0\","
                                "\"options\":{%.*s}}",
                                TEXT_ARGUMENTS(variables), variable > 0 ? "," : "", variable,
                                variable, TEXT_ARGUMENTS(options));
    }
    expect(arena_print(arena, BEGUN ",\"variables\":{%.*s}}", TEXT_ARGUMENTS(variables)),
           "There are more than 4096 different options and phases, which is the limit.");
    arena_close(arena);
}

/* Effects of the only phase: one in another, so deep. */
static struct text nested(struct arena *arena, int depth)
{
    struct text effects = TEXT("{\"end\":true}");
    for (int level = depth; level > 0; level--)
        effects = arena_print(arena, "{\"each\":\"e%d\",\"in\":\"parties\",\"do\":[%.*s]}", level,
                              TEXT_ARGUMENTS(effects));
    return arena_print(arena, BEGUN ",\"injects\":{\"i\":{\"title\":\"I\",\"effects\":[%.*s]}}}",
                       TEXT_ARGUMENTS(effects));
}

static void effects_nest_to_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    assert_int_equal(messages(nested(arena, 16), arena).length, 0);
    expect(nested(arena, 17), "An each stands in more than 15 others, which is the limit.");
    arena_close(arena);
}

static void limits_are_reached_before_they_are_passed(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct text regions = many(arena, "regions", "{\"name\":\"N\"}", 256);
    assert_int_equal(messages(regions, arena).length, 0);
    struct text clauses =
        many(arena, "clauses", "{\"title\":\"T\",\"text\":\"T\",\"binds\":\"[a]\"}", 256);
    assert_int_equal(messages(clauses, arena).length, 0);
    arena_close(arena);
}

static void phases_have_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct text phases = repeat(
        arena,
        "{\"format\":1,\"id\":\"small\",\"title\":\"S\",\"parties\":{\"a\":{\"name\":\"A\"}},"
        "\"phases\":[",
        "{\"id\":\"x\",\"title\":\"X\"},", 64, "{\"id\":\"y\",\"title\":\"Y\"}]}");
    expect(phases, "There are 65 phases; the limit is 64");
    arena_close(arena);
}

/* `count` regions, and clause types per region. */
static struct text keyed(struct arena *arena, size_t regions, size_t types, const char *binds)
{
    struct text text = many(arena, "regions", "{\"name\":\"N\"}", regions);
    text = arena_print(arena, "%.*s,\"clauses\":{", (int)text.length - 1, text.at);
    for (size_t index = 0; index < types; index++)
        text = arena_print(arena,
                           "%.*s%s\"c%zu\":{\"per\":\"region\",\"title\":\"T\",\"text\":\"T\","
                           "\"binds\":\"%s\"}",
                           TEXT_ARGUMENTS(text), index > 0 ? "," : "", index, binds);
    return arena_print(arena, "%.*s}}", TEXT_ARGUMENTS(text));
}

static void clause_keys_have_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    assert_int_equal(messages(keyed(arena, 256, 16, "[a]"), arena).length, 0);
    /* Much that is the same for all keys does not stand in the code of each. */
    assert_int_equal(
        messages(keyed(arena, 256, 16, "regions.filter(r, round > 1).map(r, a)"), arena).length, 0);
    expect(keyed(arena, 256, 16, "regions.filter(r, it != r && round > 1).map(r, a)"), "1 MiB");
    expect(keyed(arena, 256, 17, "[a]"),
           "there are more than 4096 clause keys, which is the limit");
    arena_close(arena);
}

static void compiled_code_has_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct text text = many(arena, "regions", "{\"name\":\"N\", \"v\": 1}", 256);
    text = arena_print(arena, "%.*s,\"formulas\":{", (int)text.length - 1, text.at);
    for (int index = 0; index < 256; index++)
        text = arena_print(arena,
                           "%.*s%s\"f%d\":{\"value\":\"regions.map(r, regions.map(q, "
                           "(r.v + round) * (q.v + %d)).sum()).sum()\"}",
                           TEXT_ARGUMENTS(text), index > 0 ? "," : "", index, index);
    text = arena_print(arena, "%.*s}}", TEXT_ARGUMENTS(text));
    expect(text, "1 MiB");
    arena_close(arena);
}

static void a_thousand_errors_are_enough(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct text text = many(arena, "scores", "0", 200000);
    struct text head = arena_print(arena,
                                   "briefings/common.md 1\n.\nbriefings/a.md 1\n.\n"
                                   "scenario.json %zu\n%.*s\n",
                                   text.length, TEXT_ARGUMENTS(text));
    struct diagnostics diagnostics = {.arena = arena};
    assert_null(scenario_load_bundle(head, &diagnostics));
    assert_true(diagnostics.count > 1000);
    assert_true(diagnostics.count < 1003);
    assert_text(diagnostics.items[diagnostics.count - 1].message,
                "There are more errors than can be listed; mend these first.");
    arena_close(arena);
}

/* Every byte of a good scenario, spoilt in turn, gives errors or a scenario, never a fall. */
static void spoilt_bytes_do_no_harm(void **state)
{
    (void)state;
    static const char spoil[] = {'"', '}', '0', '\\', 'z'};
    struct text good = TEXT(
        SMALL(",\"variables\":{\"v\":{\"per\":\"party\",\"start\":{\"*\":1}}},\"clauses\":{\"c\":"
              "{\"per\":\"party\",\"title\":\"T\",\"text\":\"{it} {n}\",\"binds\":\"[it]\","
              "\"terms\":{\"n\":{\"type\":\"int\",\"min\":0,\"max\":4,\"step\":2,\"default\":0}},"
              "\"on_entry\":[{\"set\":\"it.v\",\"to\":\"it.v + it.c.n\"}]}},\"instruments\":{\"i\":"
              "{\"title\":\"T\",\"clauses\":[\"c\"],\"templates\":{\"t\":{\"title\":\"T\","
              "\"invite\":[\"a\"],\"clauses\":{\"a.c\":{\"n\":2}}}}}}"));
    struct arena *arena = arena_open();
    assert_int_equal(messages(good, arena).length, 0);
    for (size_t at = 0; at < good.length; at++)
        for (size_t index = 0; index < sizeof(spoil); index++) {
            arena_reset(arena);
            struct text copy = arena_copy(arena, good);
            ((char *)(uintptr_t)copy.at)[at] = spoil[index];
            (void)messages(copy, arena);
        }
    arena_close(arena);
}

/* A folder of a small scenario, to be spoilt. */
static void folder_make(char *folder, struct arena *arena)
{
    assert_non_null(mkdtemp(folder));
    static const char *const files[][2] = {
        {"scenario.json", SMALL("")}, {"briefings/common.md", "."}, {"briefings/a.md", "."}};
    assert_int_equal(mkdir(arena_print(arena, "%s/small", folder).at, 0700), 0);
    assert_int_equal(mkdir(arena_print(arena, "%s/small/briefings", folder).at, 0700), 0);
    assert_int_equal(mkdir(arena_print(arena, "%s/small/locale", folder).at, 0700), 0);
    for (size_t index = 0; index < sizeof(files) / sizeof(*files); index++) {
        FILE *stream = fopen(arena_print(arena, "%s/small/%s", folder, files[index][0]).at, "w");
        assert_non_null(stream);
        assert_true(fputs(files[index][1], stream) >= 0);
        assert_int_equal(fclose(stream), 0);
    }
}

static void folder_remove(const char *folder, struct arena *arena)
{
    assert_int_equal(system(arena_print(arena, "rm -r %s", folder).at), 0);
}

/* What is told of the small folder once `spoil` has been at the file with this name. */
static void expect_folder(const char *name, void (*spoil_file)(const char *path),
                          const char *wanted)
{
    struct arena *arena = arena_open();
    char folder[] = "/tmp/entente-hostile-XXXXXX";
    folder_make(folder, arena);
    spoil_file(arena_print(arena, "%s/small/%s", folder, name).at);
    struct diagnostics diagnostics = {.arena = arena};
    assert_null(scenario_load(arena_print(arena, "%s/small", folder).at, &diagnostics));
    assert_int_equal(diagnostics.count, 1);
    assert_true(text_equal(diagnostics.items[0].file, text_of(name)));
    if (!strstr(diagnostics.items[0].message.at, wanted))
        fail_msg("wanted \"%s\", told \"%s\"", wanted, diagnostics.items[0].message.at);
    folder_remove(folder, arena);
    arena_close(arena);
}

static void make_folder(const char *path)
{
    (void)remove(path);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void make_pipe(const char *path)
{
    (void)remove(path);
    assert_int_equal(mkfifo(path, 0600), 0);
}

static void make_circle(const char *path)
{
    (void)remove(path);
    assert_int_equal(symlink(path, path), 0);
}

static void make_endless(const char *path)
{
    (void)remove(path);
    assert_int_equal(symlink("/dev/zero", path), 0);
}

/* Four GiB that take no room on the disk. */
static void make_huge(const char *path)
{
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    assert_int_equal(ftruncate(fileno(stream), (off_t)4 << 30), 0);
    assert_int_equal(fclose(stream), 0);
}

static void what_is_no_readable_file_is_refused_unread(void **state)
{
    (void)state;
    static const char *const names[] = {"scenario.json", "briefings/a.md", "locale/fr.json",
                                        "map.svg", "teaching.md"};
    for (size_t index = 0; index < sizeof(names) / sizeof(*names); index++) {
        expect_folder(names[index], make_folder, "This must be a regular file.");
        expect_folder(names[index], make_pipe, "This must be a regular file.");
        expect_folder(names[index], make_endless, "This must be a regular file.");
        expect_folder(names[index], make_circle, "The file cannot be read");
        expect_folder(names[index], make_huge, "larger than the limit of 8 MiB");
    }
}

static void make_crowded(const char *path)
{
    for (int index = 0; index < 257; index++) {
        char name[128];
        (void)snprintf(name, sizeof(name), "%sl%c%c.json", path, 'a' + index / 26,
                       'a' + index % 26);
        FILE *stream = fopen(name, "w");
        assert_non_null(stream);
        assert_true(fputs("{}", stream) >= 0);
        assert_int_equal(fclose(stream), 0);
    }
}

static void a_folder_has_a_limit(void **state)
{
    (void)state;
    expect_folder("locale/", make_crowded,
                  "There are more than 256 files here, which is the limit.");
}

/* Two files of 8 MiB, and this one. */
static void make_too_many(const char *path)
{
    for (int index = 0; index < 3; index++) {
        char name[64];
        (void)snprintf(name, sizeof(name), "%.*s.%d.md", (int)strlen(path) - 3, path, index);
        FILE *stream = fopen(index < 2 ? name : path, "w");
        assert_non_null(stream);
        assert_int_equal(ftruncate(fileno(stream), 8 << 20), 0);
        assert_int_equal(fclose(stream), 0);
    }
}

static void all_files_together_have_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    char folder[] = "/tmp/entente-hostile-XXXXXX";
    folder_make(folder, arena);
    make_too_many(arena_print(arena, "%s/small/briefings/a.md", folder).at);
    struct diagnostics diagnostics = {.arena = arena};
    assert_null(scenario_load(arena_print(arena, "%s/small", folder).at, &diagnostics));
    size_t told = 0;
    for (size_t index = 0; index < diagnostics.count; index++)
        told += strstr(diagnostics.items[index].message.at, "larger than 16 MiB") != NULL;
    assert_true(told > 0);
    folder_remove(folder, arena);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_scenario_loads),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(size_depth_and_numbers_have_limits),
        cmocka_unit_test(every_section_has_a_limit),
        cmocka_unit_test(what_a_section_holds_has_limits),
        cmocka_unit_test(options_together_have_a_limit),
        cmocka_unit_test(effects_nest_to_a_limit),
        cmocka_unit_test(limits_are_reached_before_they_are_passed),
        cmocka_unit_test(phases_have_a_limit),
        cmocka_unit_test(clause_keys_have_a_limit),
        cmocka_unit_test(compiled_code_has_a_limit),
        cmocka_unit_test(a_thousand_errors_are_enough),
        cmocka_unit_test(spoilt_bytes_do_no_harm),
        cmocka_unit_test(what_is_no_readable_file_is_refused_unread),
        cmocka_unit_test(a_folder_has_a_limit),
        cmocka_unit_test(all_files_together_have_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
