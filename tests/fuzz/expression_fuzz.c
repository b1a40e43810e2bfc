/* Any bytes as an expression: compiled and run, or refused in words at a place inside of it; first
 * without names, then with those of a scenario, where what it gives must be what walking its tree
 * gives. */
#include "must.h"
#include "naive/naive.h"
#include "naive/random_rules.h"
#include "unit/engine/show.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct expression *compile(const struct scenario *scenario,
                                        const struct expression_request *request,
                                        struct arena *arena)
{
    struct expression_fault fault = {0};
    const struct expression *expression = expression_compile(scenario, arena, request, &fault);
    must(expression || (fault.message.length > 0 && fault.line > 0 && fault.column > 0 &&
                        fault.offset <= request->source.length));
    return expression;
}

static void run_alone(const struct expression *expression, struct arena *arena)
{
    if (expression_is_list(expression)) {
        int64_t values[LIST_LENGTH_MAX];
        size_t count = 0;
        (void)expression_run_list(expression, NULL, NULL, values, LIST_LENGTH_MAX, &count);
    } else if (expression_run(expression, NULL, NULL).failed) {
        must(expression_explain(expression, NULL, NULL, NULL, arena).message.length > 0);
    }
}

static void run_both(const struct scenario *scenario, const struct expression *expression,
                     struct arena *arena)
{
    static struct world world;
    static struct arena *longest;
    if (!longest) {
        longest = arena_open();
        world = world_open(scenario, longest);
        world_refresh(scenario, &world);
    }
    struct naive_world naive = naive_open(scenario, arena);
    struct text plain = naive_show(&naive, naive_run_for(&naive, expression, PER_PARTY, 0));
    struct text compiled = show_run(expression, scenario, &world, arena);
    if (text_equal(plain, compiled))
        return;
    printf("naive %.*s, compiled %.*s\n", TEXT_ARGUMENTS(plain), TEXT_ARGUMENTS(compiled));
    must(false);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct scenario *scenario;
    if (!scenario)
        scenario = random_scenario(7);
    const struct binding it = {.name = TEXT("it"), .type = VALUE_PARTY, .constant = true};
    struct arena *arena = arena_open();
    struct expression_request request = {
        .source = {(const char *)bytes, length},
        .any_type = true,
    };
    if (text_is_utf8(request.source)) { /* Checked where texts come in. */
        const struct expression *expression = compile(NULL, &request, arena);
        if (expression)
            run_alone(expression, arena);
        request.context = CONTEXT_DRAFT | CONTEXT_INSTRUMENT;
        request.bindings = &it;
        request.binding_count = 1;
        expression = compile(scenario, &request, arena);
        if (expression)
            run_both(scenario, expression, arena);
    }
    arena_close(arena);
    return 0;
}
