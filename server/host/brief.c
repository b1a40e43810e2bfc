/* A delegate has read the briefing. The game does not ask, but the facilitator wants to know who
 * has not, before the talks begin: so it stands in the exercise's record, until they sit elsewhere.
 */
#include "state.h"

static void read_decide(struct op *op)
{
    const struct person *person = exercise_person(op->exercise, op->wish);
    if (person && person->table && !person->read)
        tree_set_text(op->arena, op_event(op, "read"), TEXT("person"), person->id);
}

void brief_read(struct asked *asked)
{
    struct op *op = op_open(asked->holder->exercise, asked, read_decide);
    op->wish = asked->holder->person->id;
    op_submit(op);
}
