#include "expression.h"

#include "checker.h"
#include "compiler.h"
#include "must.h"

#include <stdlib.h>
#include <string.h>

static void fault_set(struct expression_fault *fault, struct text source, struct text message,
                      size_t offset)
{
    size_t line_start = 0;
    *fault = (struct expression_fault){.message = message, .line = 1, .offset = (uint32_t)offset};
    for (size_t at = 0; at < offset && at < source.length; at++)
        if (source.at[at] == '\n') {
            fault->line++;
            line_start = at + 1;
        }
    struct text before = {source.at + line_start, offset - line_start};
    fault->column = (uint32_t)text_count_characters(before) + 1;
}

/* Strings of the scenario have its indices; an expression's own get negative ones. */
static void number_strings(const struct scenario *scenario, struct arena *arena,
                           struct expression *expression, struct node *node)
{
    for (size_t index = 0; index < node->child_count; index++)
        number_strings(scenario, arena, expression, node->children[index]);
    if (node->kind != NODE_STRING)
        return;
    for (size_t index = 0; index < scenario->string_count; index++)
        if (text_equal(scenario->strings[index], node->name)) {
            node->number = (int64_t)index;
            return;
        }
    /* '' is 0 even where there is no scenario. */
    if (node->name.length == 0)
        return;
    uint32_t literal = 0;
    while (literal < expression->literal_count &&
           !text_equal(expression->literals[literal], node->name))
        literal++;
    node->number = -1 - (int64_t)literal;
    if (literal < expression->literal_count)
        return;
    struct text *literals =
        arena_grow(arena, expression->literals, literal, (size_t)literal + 1, sizeof(*literals));
    literals[literal] = arena_copy(arena, node->name);
    expression->literals = literals;
    expression->literal_count++;
}

/* What it can give, for those who read it through a formula: to them nothing of it is written by
 * themselves. */
static const struct possibilities *possible_copy(const struct possibilities *possible,
                                                 struct arena *arena)
{
    if (!possible)
        return NULL;
    struct possibility *items = ARENA_ARRAY(arena, struct possibility, possible->count);
    for (size_t index = 0; index < possible->count; index++)
        items[index].text = arena_copy(arena, possible->items[index].text);
    struct possibilities *copy = ARENA_NEW(arena, struct possibilities);
    *copy = (struct possibilities){items, possible->count, true};
    return copy;
}

/* A string from elsewhere that may be none of the options asked for is looked at when run. */
static operand require_option(struct compiler *compiler, const struct expression_request *request,
                              const struct node *root, operand value)
{
    if (root->type.value != VALUE_STRING || !request->options)
        return value;
    operand good = builder_constant(&compiler->builder, 0);
    for (size_t index = 0; index < request->option_count; index++) {
        operand option = builder_constant(&compiler->builder, request->options[index]);
        operand same = builder_two(&compiler->builder, OPERATION_EQUAL, value, option);
        good = builder_two(&compiler->builder, OPERATION_OR, good, same);
    }
    bool always = root->possible != NULL;
    for (size_t index = 0; always && index < root->possible->count; index++) {
        bool allowed = false;
        for (size_t at = 0; at < request->option_count && !allowed; at++)
            allowed = text_equal(compiler->scenario->strings[request->options[at]],
                                 root->possible->items[index].text);
        always = allowed;
    }
    return always ? value : builder_require(&compiler->builder, value, good, REASON_OPTION);
}

static bool compile_tree(struct compiler *compiler, const struct expression_request *request,
                         const struct node *root, struct expression *expression)
{
    expression->type.value = root->type.value;
    expression->type.list = root->type.list;
    if (root->type.list) {
        struct list list = compile_list(compiler, root);
        expression->list = (struct code_list){list.items, list.guards, list.count, list.witness};
    } else {
        operand value = compile_value(compiler, root);
        expression->root = require_option(compiler, request, root, value);
    }
    return !compile_stopped(compiler, 0);
}

const struct expression *expression_compile(const struct scenario *scenario, struct arena *arena,
                                            const struct expression_request *request,
                                            struct expression_fault *fault)
{
    static const struct scenario nothing;
    struct arena *scratch = arena_open();
    struct complaint complaint = {.arena = arena};
    struct checker checker = {.scenario = scenario ? scenario : &nothing,
                              .bare = scenario == NULL,
                              .request = request,
                              .arena = scratch,
                              .complaint = &complaint};
    struct compiler compiler = {
        .scenario = checker.scenario, .arena = scratch, .complaint = &complaint};
    builder_open(&compiler.builder, scratch);
    struct expression draft = {0};
    struct expression *expression = NULL;
    struct node *root = parse_expression(request->source, scratch, &complaint);
    if (root && check_expression(&checker, root)) {
        number_strings(checker.scenario, arena, &draft, root);
        if (compile_tree(&compiler, request, root, &draft)) {
            expression = ARENA_NEW(arena, struct expression);
            *expression = draft;
            expression->source = arena_copy(arena, request->source);
            expression->possible = possible_copy(root->possible, arena);
            builder_finish(&compiler.builder, arena, expression);
        }
    }
    if (!expression)
        fault_set(fault, request->source, complaint.message, complaint.offset);
    fault->too_long = complaint.too_long;
    arena_close(scratch);
    return expression;
}

enum value_type expression_type(const struct expression *expression)
{
    return expression->type.value;
}

bool expression_is_list(const struct expression *expression)
{
    return expression->type.list;
}

struct text expression_source(const struct expression *expression)
{
    return expression->source;
}

bool expression_draws(const struct expression *expression)
{
    return expression->draw_count > 0;
}

size_t expression_bytes(const struct expression *expression)
{
    return expression->instruction_count * sizeof(struct instruction) +
           expression->constant_count * sizeof(int64_t);
}

const uint32_t *expression_reads(const struct expression *expression, size_t *count)
{
    *count = expression->read_count;
    return expression->reads;
}

const struct possibilities *expression_possible(const struct expression *expression)
{
    return expression->possible;
}

struct text expression_string(const struct expression *expression, const struct scenario *scenario,
                              int64_t value)
{
    if (value < 0) {
        must(value >= -(int64_t)expression->literal_count);
        return expression->literals[-1 - value];
    }
    if (value == 0)
        return TEXT("");
    must(scenario && (uint64_t)value < scenario->string_count);
    return scenario->strings[value];
}

/* Most expressions are short; only a long one asks for memory. */
enum { RUN_LENGTH_SHORT = 256 };

struct run {
    struct frame frame;
    int64_t *values;
    uint8_t *failed;
    int64_t short_values[RUN_LENGTH_SHORT];
    uint8_t short_failed[RUN_LENGTH_SHORT];
};

static void run_open(struct run *run, const struct expression *expression,
                     const struct world *world, const struct draw_place *draw)
{
    uint32_t count = expression->instruction_count;
    run->values = run->short_values;
    run->failed = run->short_failed;
    if (count > RUN_LENGTH_SHORT) {
        run->values = malloc(count * sizeof(*run->values));
        run->failed = malloc(count);
        must(run->values && run->failed);
    }
    run->frame =
        (struct frame){{world ? world->slots : NULL, expression->constants, run->values},
                       {world ? world->failed : NULL, expression->constants_failed, run->failed}};
    run_instructions(expression->instructions, count, &run->frame, run->values, run->failed,
                     expression->draws, draw);
}

static void run_close(struct run *run)
{
    if (run->values == run->short_values)
        return;
    free(run->values);
    free(run->failed);
}

struct result expression_run(const struct expression *expression, const struct world *world,
                             const struct draw_place *draw)
{
    must(!expression->type.list);
    struct run run;
    run_open(&run, expression, world, draw);
    bool failed = frame_failed(&run.frame, expression->root);
    int64_t value = failed ? 0 : frame_value(&run.frame, expression->root);
    run_close(&run);
    return (struct result){.value = value, .failed = failed};
}

bool expression_run_list(const struct expression *expression, const struct world *world,
                         const struct draw_place *draw, int64_t *values, size_t capacity,
                         size_t *count)
{
    must(expression->type.list);
    const struct code_list *list = &expression->list;
    struct run run;
    run_open(&run, expression, world, draw);
    bool good = !frame_failed(&run.frame, list->witness);
    size_t found = 0;
    for (uint32_t index = 0; good && index < list->count; index++) {
        if (!frame_value(&run.frame, list->guards[index]))
            continue;
        if (found < capacity)
            values[found] = frame_value(&run.frame, list->items[index]);
        found++;
    }
    run_close(&run);
    *count = found;
    return good;
}

struct expression_fault expression_explain(const struct expression *expression,
                                           const struct scenario *scenario,
                                           const struct world *world, const struct draw_place *draw,
                                           struct arena *arena)
{
    struct run run;
    run_open(&run, expression, world, draw);
    operand root = expression->type.list ? expression->list.witness : expression->root;
    must(frame_failed(&run.frame, root));
    uint32_t offset = 0;
    struct text message = run_explain(expression, scenario, &run.frame, root, &offset, arena);
    run_close(&run);
    struct expression_fault fault;
    fault_set(&fault, expression->source, message, offset);
    return fault;
}

static bool text_is_among(struct text text, const struct text *texts, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (text_equal(text, texts[index]))
            return true;
    return false;
}

static void text_add(struct arena *arena, const struct text **texts, size_t *count,
                     struct text text)
{
    if (text_is_among(text, *texts, *count))
        return;
    struct text *items = (struct text *)(uintptr_t)*texts;
    /* Room is doubled whenever the count is a power of two. */
    if ((*count & (*count - 1)) == 0)
        items = arena_grow(arena, items, *count, *count ? *count * 2 : 1, sizeof(text));
    items[(*count)++] = arena_copy(arena, text);
    *texts = items;
}

struct expression_mentions expression_mentions(struct text source, struct arena *arena)
{
    struct expression_mentions mentions = {0};
    struct arena *scratch = arena_open();
    struct complaint complaint = {.arena = scratch};
    struct lexer lexer = {.source = source, .arena = scratch, .complaint = &complaint};
    if (source.length <= EXPRESSION_BYTES_MAX && text_is_utf8(source))
        for (struct token token = lexer_next(&lexer);
             token.kind != TOKEN_END && token.kind != TOKEN_FAULT; token = lexer_next(&lexer)) {
            if (token.kind == TOKEN_NAME && !lexer_is_keyword(token.source))
                text_add(arena, &mentions.names, &mentions.name_count, token.source);
            else if (token.kind == TOKEN_STRING)
                text_add(arena, &mentions.strings, &mentions.string_count, token.string);
        }
    arena_close(scratch);
    return mentions;
}
