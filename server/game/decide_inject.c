/* Injects in control's hands: fired, held, composed. */
#include "decide.h"

/* Why it is fired or held may be left out. */
static bool check_reason_if_any(struct scratch *scratch)
{
    struct text reason = scratch->command->text;
    return reason.length == 0 ||
           check_words(scratch, reason, TEXT("reason"), MESSAGE_CHARACTERS_MAX);
}

void decide_inject_fire(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    const struct inject *rule = &scratch->scenario->injects[command->subject];
    if (rule->once && scratch->position.injects[command->subject].fired > 0) {
        refuse(scratch, "inject.once", TEXT("inject"), "\"%.*s\" has come about already.",
               TEXT_ARGUMENTS(rule->title));
        return;
    }
    if (check_reason_if_any(scratch))
        inject_happen(scratch, command->subject, command->text);
}

void decide_inject_hold(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (check_reason_if_any(scratch) &&
        scratch->position.injects[command->subject].held != command->flag)
        scratch_emit(scratch, (struct event){.type = EVENT_INJECT_HELD,
                                             .inject = (int32_t)command->subject,
                                             .flag = command->flag,
                                             .reason = command->text});
}

static bool news_taken(const struct scratch *scratch, struct text id)
{
    for (size_t index = 0; index < scratch->game->news_count; index++)
        if (text_equal(scratch->game->news[index].id, id))
            return true;
    return false;
}

void decide_inject_compose(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (!check_words(scratch, command->title, TEXT("title"), TITLE_CHARACTERS_MAX) ||
        !check_words(scratch, command->text, TEXT("text"), MESSAGE_CHARACTERS_MAX) ||
        !effects_check(scratch, command->effects))
        return;
    struct text content =
        arena_print(scratch->arena, "%llx %.*s %.*s", (unsigned long long)command->to_parties,
                    TEXT_ARGUMENTS(command->title), TEXT_ARGUMENTS(command->text));
    scratch_emit(scratch, (struct event){.type = EVENT_INJECT,
                                         .id = scratch_id(scratch, "inject", content, news_taken),
                                         .inject = NONE,
                                         .title = command->title,
                                         .text = command->text,
                                         .parties = command->to_parties,
                                         .flag = command->to_parties == 0});
    /* What is told to some is no reason for all who see what it changes. */
    effects_write(scratch, command->effects, command->to_parties ? TEXT("") : command->title);
}
