/* Any bytes as an expression: compiled and run, or refused in words at a place inside of it. */
#include "expression.h"
#include "must.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct expression_request request = {
        .source = {(const char *)bytes, length},
        .any_type = true,
    };
    struct expression_fault fault = {0};
    if (!text_is_utf8(request.source)) {
        arena_close(arena);
        return 0; /* Checked where texts come in. */
    }
    const struct expression *expression = expression_compile(NULL, arena, &request, &fault);
    if (!expression)
        must(fault.message.length > 0 && fault.line > 0 && fault.column > 0 &&
             fault.offset <= length);
    else if (expression_is_list(expression)) {
        int64_t values[LIST_LENGTH_MAX];
        size_t count = 0;
        (void)expression_run_list(expression, NULL, NULL, values, LIST_LENGTH_MAX, &count);
    } else if (expression_run(expression, NULL, NULL).failed) {
        must(expression_explain(expression, NULL, NULL, NULL, arena).message.length > 0);
    }
    arena_close(arena);
    return 0;
}
