#include "codec.h"

struct tree *refusal_write(const struct refusal *refusal, struct arena *arena)
{
    struct tree *data = tree_object(arena);
    tree_set_text(arena, data, TEXT("type"), text_of(refusal->type));
    tree_set_text(arena, data, TEXT("path"), refusal->path);
    tree_set_text(arena, data, TEXT("message"), refusal->message);
    const struct tree *more = refusal->more;
    for (size_t index = 0; more && index < more->count; index++)
        tree_set(arena, data, more->members[index].key, more->members[index].value);
    return data;
}
