#include "cli.h"

#include "codec.h"
#include "scenario.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: entente eval [--scenario DIR] EXPRESSION\n"
    "       entente eval [--scenario DIR] --lines\n"
    "\n"
    "Prints the value of an expression as JSON: parties, regions and options as their ids, lists\n"
    "as arrays, ints beyond 2^53 as strings.\n"
    "\n"
    "  --scenario DIR  with the names of the scenario in DIR, as things stand when it begins\n"
    "  --lines         reads {\"expr\": \"…\"} a line and answers {\"value\": …}, or\n"
    "                  {\"error\": \"…\", \"column\": …}, a line\n"
    "\n"
    "Exit status: 0, 1 where the expression or the scenario is bad (with --lines, only the\n"
    "scenario), 2 on wrong usage.\n";

struct eval_wish {
    const char *folder, *expression;
    bool lines;
};

struct eval {
    struct scenario *scenario; /* NULL: none */
    struct world world;
    struct arena *arena; /* the world's */
};

static struct tree *int_tree(struct arena *arena, int64_t value)
{
    /* Doubles, which is what most readers of JSON make of numbers, hold no more than this. */
    const int64_t exact = INT64_C(1) << 53;
    if (value >= -exact && value <= exact)
        return tree_int(arena, value);
    return tree_text(arena, arena_print(arena, "%lld", (long long)value));
}

static struct tree *value_tree_of(const struct eval *eval, const struct expression *expression,
                                  int64_t value, struct arena *arena)
{
    switch (expression_type(expression)) {
    case VALUE_INT:
        return int_tree(arena, value);
    case VALUE_BOOL:
        return tree_bool(arena, value != 0);
    case VALUE_STRING:
        return tree_text(arena, expression_string(expression, eval->scenario, value));
    case VALUE_PARTY:
        return tree_text(arena, eval->scenario->parties[value].id);
    case VALUE_REGION:
        return tree_text(arena, eval->scenario->regions[value].id);
    }
    return NULL;
}

/* The value of a compiled expression; NULL where it fails. */
static struct tree *run_tree(const struct eval *eval, const struct expression *expression,
                             struct arena *arena)
{
    if (!expression_is_list(expression)) {
        struct result result = expression_run(expression, &eval->world, NULL);
        return result.failed ? NULL : value_tree_of(eval, expression, result.value, arena);
    }
    int64_t *values = ARENA_ARRAY(arena, int64_t, LIST_LENGTH_MAX);
    size_t count;
    if (!expression_run_list(expression, &eval->world, NULL, values, LIST_LENGTH_MAX, &count))
        return NULL;
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < count; index++)
        tree_append(arena, list, value_tree_of(eval, expression, values[index], arena));
    return list;
}

/* The value of a source, or NULL with *fault. */
static struct tree *eval_source(const struct eval *eval, struct text source, struct arena *arena,
                                struct expression_fault *fault)
{
    const struct expression_request request = {.source = source, .any_type = true};
    const struct expression *expression =
        expression_compile(eval->scenario, arena, &request, fault);
    if (!expression)
        return NULL;
    struct tree *value = run_tree(eval, expression, arena);
    if (!value)
        *fault = expression_explain(expression, eval->scenario, &eval->world, NULL, arena);
    return value;
}

static void print_tree(const struct tree *tree, struct arena *arena)
{
    struct text json = json_write(arena, tree);
    (void)fwrite(json.at, 1, json.length, stdout);
    (void)putchar('\n');
}

static int eval_once(const struct eval *eval, const char *source)
{
    struct arena *arena = arena_open();
    struct expression_fault fault;
    struct tree *value = eval_source(eval, text_of(source), arena, &fault);
    if (value) {
        print_tree(value, arena);
    } else {
        fputs("entente eval: ", stderr);
        if (fault.line > 1)
            fprintf(stderr, "line %u, ", fault.line);
        fprintf(stderr, "column %u: %.*s\n", fault.column, TEXT_ARGUMENTS(fault.message));
    }
    arena_close(arena);
    return value ? 0 : 1;
}

static struct tree *answer_line(const struct eval *eval, struct text line, struct arena *arena)
{
    struct expression_fault fault = {.line = 1, .column = 1};
    struct text source;
    const struct tree *question =
        json_read(arena, line, &fault.message, &fault.line, &fault.column);
    struct tree *value = NULL;
    if (question && tree_get_text(question, TEXT("expr"), &source))
        value = eval_source(eval, source, arena, &fault);
    else if (question)
        fault.message = TEXT("A line is an object with a string \"expr\".");
    struct tree *answer = tree_object(arena);
    if (value) {
        tree_set(arena, answer, TEXT("value"), value);
        return answer;
    }
    tree_set_text(arena, answer, TEXT("error"), fault.message);
    if (fault.line > 1)
        tree_set_int(arena, answer, TEXT("line"), fault.line);
    tree_set_int(arena, answer, TEXT("column"), fault.column);
    return answer;
}

static int eval_lines(const struct eval *eval)
{
    struct arena *arena = arena_open();
    char *line = NULL;
    size_t capacity = 0;
    for (ssize_t length; (length = getline(&line, &capacity, stdin)) >= 0;) {
        struct text text = {line, (size_t)length};
        while (text.length > 0 && isspace((unsigned char)text.at[text.length - 1]))
            text.length--;
        if (text.length == 0)
            continue;
        arena_reset(arena);
        print_tree(answer_line(eval, text, arena), arena);
        /* Whoever asks line by line waits for the answer. */
        (void)fflush(stdout);
    }
    free(line);
    arena_close(arena);
    return 0;
}

static bool load(struct eval *eval, const char *folder)
{
    struct diagnostics diagnostics = {.arena = eval->arena};
    eval->scenario = scenario_load(folder, &diagnostics);
    for (size_t index = 0; index < diagnostics.count && !eval->scenario; index++) {
        const struct diagnostic *item = &diagnostics.items[index];
        if (!item->warning)
            fprintf(stderr, "%s/%.*s:%u:%u: %.*s%s%.*s\n", folder, TEXT_ARGUMENTS(item->file),
                    item->line, item->column, TEXT_ARGUMENTS(item->path),
                    item->path.length ? ": " : "", TEXT_ARGUMENTS(item->message));
    }
    if (!eval->scenario)
        return false;
    eval->world = world_open(eval->scenario, eval->arena);
    world_refresh(eval->scenario, &eval->world);
    return true;
}

/* An expression may begin with a minus, so only what looks like a long option is taken for one. */
static bool looks_like_option(const char *argument)
{
    return argument[0] == '-' && argument[1] == '-' && isalpha((unsigned char)argument[2]);
}

static bool read_arguments(int argc, char **argv, struct eval_wish *wish)
{
    bool options = true;
    for (int index = 1; index < argc; index++) {
        const char *argument = argv[index];
        if (options && !strcmp(argument, "--")) {
            options = false;
        } else if (options && !strcmp(argument, "--lines")) {
            wish->lines = true;
        } else if (options && !strcmp(argument, "--scenario") && index + 1 < argc) {
            wish->folder = argv[++index];
        } else if (options && !strncmp(argument, "--scenario=", 11)) {
            wish->folder = argument + 11;
        } else if (options && looks_like_option(argument)) {
            fprintf(stderr, "entente eval: there is no option '%s', or it lacks its value.\n\n",
                    argument);
            return false;
        } else if (wish->expression) {
            fputs("entente eval: more than one expression; quote it as one argument.\n\n", stderr);
            return false;
        } else {
            wish->expression = argument;
        }
    }
    if (wish->lines == (wish->expression != NULL)) {
        fputs("entente eval: give an expression, or --lines.\n\n", stderr);
        return false;
    }
    return true;
}

int eval_main(int argc, char **argv)
{
    for (int index = 1; index < argc && strcmp(argv[index], "--"); index++)
        if (!strcmp(argv[index], "--help") || !strcmp(argv[index], "-h")) {
            fputs(help, stdout);
            return 0;
        }
    struct eval_wish wish = {0};
    if (!read_arguments(argc, argv, &wish)) {
        fputs(help, stderr);
        return 2;
    }
    struct eval eval = {.arena = arena_open()};
    int status = 1;
    if (!wish.folder || load(&eval, wish.folder))
        status = wish.lines ? eval_lines(&eval) : eval_once(&eval, wish.expression);
    scenario_close(eval.scenario);
    arena_close(eval.arena);
    return status;
}
