/* What news each table may expect of itself: asked by who controls them. */
#include "method.h"

void inject_foresee(struct asked *asked)
{
    const struct exercise *exercise = asked->holder->exercise;
    tables_check(asked);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct tree *tables = tree_object(asked->arena);
    for (size_t index = 0; index < exercise->table_count; index++) {
        const struct table *table = exercise->tables[index];
        if (table->game && table_meant(asked, table))
            tree_set(asked->arena, tables, table->id, foresee(table->game, asked->arena));
    }
    struct tree *answer = tree_object(asked->arena);
    tree_set(asked->arena, answer, TEXT("tables"), tables);
    asked_answer(asked, answer);
}
