/* Those who control an exercise together: their links, and who answers which request. */
#include "method.h"

enum { CONTROLLERS_MAX = 20, SPECTATOR_LINKS_MAX = 100 };

static void done_finish(struct op *op)
{
    asked_answer(op->asked, tree_object(op->arena));
}

/* --- links of their own --- */

static void invite_decide(struct op *op)
{
    const struct exercise *exercise = op->exercise;
    size_t count = 0;
    for (const struct controller *one = exercise->controllers; one; one = one->next)
        count += !one->gone;
    if (count >= CONTROLLERS_MAX) {
        op_refuse(op, "limit.size", "", "Twenty facilitators are as many as there can be.");
        return;
    }
    if (!op_link_token(op, NULL))
        return;
    struct text id = host_id(exercise->host, op->arena);
    struct tree *event = op_event(op, "controller");
    tree_set_text(op->arena, event, TEXT("controller"), id);
    tree_set_text(op->arena, event, TEXT("name"), parameter_text(op->asked, "name", true));
    tree_set_text(op->arena, event, TEXT("token"), token_hash(op->arena, op->token));
    op->answer = tree_object(op->arena);
    tree_set_text(op->arena, op->answer, TEXT("controller"), id);
}

void control_invite(struct asked *asked)
{
    struct text name = parameter_text(asked, "name", true);
    link_check(asked);
    if (!name_valid(name))
        parameter_refuse(asked, "parameter.invalid", "name", "A name has 1 to 40 characters.");
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, invite_decide);
    op->finish = op_link_answer;
    op_submit(op);
}

static void remove_decide(struct op *op)
{
    const struct controller *gone = exercise_controller(op->exercise, op->wish);
    if (!gone || gone->gone)
        op_refuse(op, "controller.unknown", "controller", "There is no such facilitator.");
    else if (gone == op->exercise->controllers)
        op_refuse(op, "controller.first", "controller", "Who made the exercise keeps its link.");
    else
        tree_set_text(op->arena, op_event(op, "controller_gone"), TEXT("controller"), gone->id);
}

static void remove_finish(struct op *op)
{
    /* Itself among them: it is told that its link has ended, and then that this was done. */
    struct controller *gone = exercise_controller(op->exercise, op->wish);
    done_finish(op);
    holder_cut(&gone->holder);
}

void control_remove(struct asked *asked)
{
    struct text controller = parameter_text(asked, "controller", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, remove_decide);
    op->wish = controller;
    op->finish = remove_finish;
    op_submit(op);
}

/* --- links for those who look on --- */

static void spectator_decide(struct op *op)
{
    size_t count = 0;
    for (const struct spectator *one = op->exercise->spectators; one; one = one->older)
        count++;
    if (count >= SPECTATOR_LINKS_MAX) {
        op_refuse(op, "limit.size", "", "A hundred links are enough: the old ones still work.");
        return;
    }
    if (op_link_token(op, NULL))
        tree_set_text(op->arena, op_event(op, "spectator"), TEXT("token"),
                      token_hash(op->arena, op->token));
}

void spectator_link(struct asked *asked)
{
    link_check(asked);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, spectator_decide);
    op->finish = op_link_answer;
    op_submit(op);
}

/* --- requests: what delegations write to control --- */

static bool request_there(const struct op *op, struct text table_id, struct text message)
{
    if (table_id.length == 0)
        return exercise_asked(op->exercise, message);
    struct table *table = exercise_table(op->exercise, table_id);
    const struct tree *requests = table ? tree_get(table_summary(table), TEXT("requests")) : NULL;
    return requests && tree_get(requests, message);
}

static void request_event(struct op *op, const char *type)
{
    struct text table = parameter_text(op->asked, "table", false);
    struct text message = parameter_text(op->asked, "message", true);
    bool on = parameter_flag(op->asked, "on", true);
    const struct request *known = exercise_request(op->exercise, table, message);
    if (!known && !request_there(op, table, message)) {
        op_refuse(op, "request.unknown", "message", "There is no such request.");
        return;
    }
    bool claims = type[0] == 'c';
    if (claims && on && known && known->claimed && known->claimed != op->by) {
        op_refuse(op, "request.claimed", "message", "Another facilitator has taken this request.");
        return;
    }
    if (on == (known && (claims ? known->claimed == op->by : known->settled)))
        return; /* It is so already. */
    struct tree *event = op_event(op, type);
    tree_set_text(op->arena, event, TEXT("table"), table);
    tree_set_text(op->arena, event, TEXT("message"), message);
    tree_set_bool(op->arena, event, TEXT("on"), on);
}

static void claim_decide(struct op *op)
{
    request_event(op, "claimed");
}

static void settle_decide(struct op *op)
{
    request_event(op, "settled");
}

static void request_ask(struct asked *asked, void (*turn)(struct op *op))
{
    (void)parameter_text(asked, "table", false);
    (void)parameter_text(asked, "message", true);
    (void)parameter_flag(asked, "on", true);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct op *op = op_open(asked->holder->exercise, asked, turn);
    op->finish = done_finish;
    op_submit(op);
}

void request_claim(struct asked *asked)
{
    request_ask(asked, claim_decide);
}

void request_settle(struct asked *asked)
{
    request_ask(asked, settle_decide);
}
