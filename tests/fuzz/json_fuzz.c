/* Any bytes as JSON: read or refused in words; what was read is written, and reads as the same. */
#include "codec.h"
#include "must.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    uint32_t line = 0, column = 0;
    struct text why = TEXT("");
    const struct tree *tree =
        json_read(arena, (struct text){(const char *)bytes, length}, &why, &line, &column);
    if (tree) {
        struct text written = json_write(arena, tree);
        const struct tree *again = json_read(arena, written, &why, &line, &column);
        must(again && tree_equal(tree, again));
    } else {
        must(why.length > 0 && text_is_utf8(why));
    }
    arena_close(arena);
    return 0;
}
