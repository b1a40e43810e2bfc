#include "bots.h"

#include "mind.h"

/* Others wait for an answer to it, and have not been told that nobody is there. */
static bool waits_for_us(const struct mind *mind, struct text instrument, const struct tree *text)
{
    struct text status = TEXT(""), by = TEXT("");
    int64_t at = 0;
    (void)tree_get_text(text, TEXT("status"), &status);
    (void)tree_get_text(text, TEXT("amended_by"), &by);
    (void)tree_get_int(text, TEXT("at"), &at);
    return text_equal(status, TEXT("draft")) && !text_equal(by, mind->id) &&
           mind_lists(tree_get(text, TEXT("invited")), mind->id) &&
           !tree_get(tree_get(text, TEXT("signatures")), mind->id) &&
           mind_spoke_at(mind, instrument) < at;
}

static void tell(const struct mind *mind, struct text instrument, const struct tree *invited,
                 struct command *command)
{
    command->type = COMMAND_MESSAGE;
    command->to = TO_PARTIES;
    for (size_t index = 0; index < invited->count; index++)
        command->to_parties |=
            party_bit(scenario_party(mind->scenario, invited->members[index].value->text));
    command->text = TEXT("Our head of delegation is away for the moment. We have your text, and "
                         "sign nothing until they are back.");
    command->quote = instrument;
    command->quote_key = -1;
}

bool bot_stands_in(void *context, const struct game *game, int party, struct text seat, int64_t now,
                   struct arena *arena, struct command *command)
{
    (void)context;
    (void)seat;
    (void)now;
    struct mind mind;
    mind_open(&mind, game, party, arena);
    const struct tree *texts = tree_get(mind.view, TEXT("instruments"));
    if (!mind_allowed(&mind, TEXT("talk")))
        return false;
    for (size_t index = 0; texts && index < texts->count; index++) {
        struct text instrument = texts->members[index].key;
        const struct tree *text = texts->members[index].value;
        if (!waits_for_us(&mind, instrument, text))
            continue;
        tell(&mind, instrument, tree_get(text, TEXT("invited")), command);
        return true;
    }
    return false;
}
