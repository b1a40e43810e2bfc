/* Runs every file of tests/cel: a line is an expression, and the comment at its end is what must
 * come of it.
 *
 *     1 + 2              // = 3
 *     1 / 0              // failure: Division by zero
 *     1 + 'a'            // column 5: takes an int
 *
 * Files under tests/cel/scenario see the scenario of table.h, in every context. A file whose name
 * starts with `whole` holds one expression of many lines, with the answer in its last one. */
#include "test.h"

#include "engine/show.h"
#include "engine/table.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

struct bench {
    const struct scenario *scenario;
    struct world world;
    struct arena *arena; /* of one file */
    const char *path;
    unsigned line;
    unsigned expressions, wrong;
};

static void report(struct bench *bench, const char *wanted, struct text got)
{
    print_error("%s:%u: wanted %s, got %.*s\n", bench->path, bench->line, wanted,
                TEXT_ARGUMENTS(got));
    bench->wrong++;
}

/* "column 5: takes an int" */
static void expect_refusal(struct bench *bench, const char *answer,
                           const struct expression_fault *fault)
{
    unsigned column = 0;
    int words = 0;
    if (sscanf(answer, "column %u: %n", &column, &words) < 1 || words == 0)
        fail_msg("%s:%u: cannot read %s", bench->path, bench->line, answer);
    if (fault->column != column || !strstr(fault->message.at, answer + words))
        report(bench, answer,
               arena_print(bench->arena, "column %u: %s", fault->column, fault->message.at));
}

static void expect_failure(struct bench *bench, const char *answer,
                           const struct expression *expression)
{
    struct text shown = show_run(expression, bench->scenario, &bench->world, bench->arena);
    if (!text_equal(shown, TEXT("failure"))) {
        report(bench, answer, shown);
        return;
    }
    const struct draw_place draw = {{7, 11}, TEXT("injects.flood.chance")};
    struct expression_fault why =
        expression_explain(expression, bench->scenario, &bench->world, &draw, bench->arena);
    if (!strstr(why.message.at, answer))
        report(bench, answer, why.message);
}

static void try_line(struct bench *bench, struct text source, const char *answer)
{
    struct expression_fault fault = {0};
    const struct expression_request request = {
        .source = source, .context = CONTEXT_EVERY, .any_type = true};
    const struct expression *expression =
        expression_compile(bench->scenario, bench->arena, &request, &fault);
    bench->expressions++;
    if (!strncmp(answer, "column ", 7)) {
        if (expression)
            report(bench, answer, TEXT("something that compiles"));
        else
            expect_refusal(bench, answer, &fault);
    } else if (!expression) {
        report(bench, answer,
               arena_print(bench->arena, "column %u: %s", fault.column, fault.message.at));
    } else if (!strncmp(answer, "failure: ", 9)) {
        expect_failure(bench, answer + 9, expression);
    } else if (!strncmp(answer, "= ", 2)) {
        struct text shown = show_run(expression, bench->scenario, &bench->world, bench->arena);
        if (!text_equal(shown, text_of(answer + 2)))
            report(bench, answer, shown);
    } else {
        fail_msg("%s:%u: no answer: %s", bench->path, bench->line, answer);
    }
}

/* The answer after the last `// ` of a text; NULL where there is none. */
static const char *answer_of(const char *text)
{
    const char *answer = NULL;
    for (const char *at = text; (at = strstr(at, "// ")); at += 3)
        answer = at + 3;
    return answer;
}

static void try_text(struct bench *bench, char *text)
{
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' '))
        text[--length] = '\0';
    const char *answer = answer_of(text);
    if (length == 0 || !strncmp(text, "# ", 2))
        return;
    if (!answer)
        fail_msg("%s:%u: a line without an answer: %s", bench->path, bench->line, text);
    try_line(bench, (struct text){text, length}, answer);
}

static void try_file(struct bench *bench, bool whole)
{
    static char text[1 << 16];
    FILE *file = fopen(bench->path, "rb");
    assert_non_null(file);
    if (whole) {
        text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
        bench->line = 1;
        try_text(bench, text);
    } else {
        for (bench->line = 1; fgets(text, sizeof(text), file); bench->line++)
            try_text(bench, text);
    }
    assert_int_equal(fclose(file), 0);
}

static void try_folder(struct bench *bench, const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 2);
    for (int index = 0; index < count; index++) {
        const char *name = entries[index]->d_name;
        size_t length = strlen(name);
        if (length > 4 && !strcmp(name + length - 4, ".cel")) {
            char path[1024];
            (void)snprintf(path, sizeof(path), "%s/%s", folder, name);
            bench->path = path;
            struct arena *all = bench->arena;
            bench->arena = arena_open();
            try_file(bench, !strncmp(name, "whole", 5));
            arena_close(bench->arena);
            bench->arena = all;
        }
        free(entries[index]);
    }
    free(entries);
    assert_int_equal(bench->wrong, 0);
}

static void without_a_scenario(void **state)
{
    (void)state;
    struct bench bench = {0};
    try_folder(&bench, SOURCE_DIR "/tests/cel");
    assert_true(bench.expressions > 100);
}

static void with_a_scenario(void **state)
{
    (void)state;
    struct arena *arena = arena_open();
    struct scenario *scenario = table_scenario(arena);
    struct bench bench = {.scenario = scenario, .world = table_world(scenario, arena)};
    try_folder(&bench, SOURCE_DIR "/tests/cel/scenario");
    assert_true(bench.expressions > 80);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_scenario),
        cmocka_unit_test(with_a_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
