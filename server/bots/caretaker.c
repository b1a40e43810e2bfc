#include "bots.h"

#include "mind.h"
#include "speech.h"

bool bot_stands_in(void *context, const struct game *game, int party, struct text seat, int64_t now,
                   struct arena *arena, struct command *command)
{
    (void)context;
    (void)seat;
    (void)now;
    struct mind mind;
    mind_open(&mind, game, party, TEMPERAMENT_LINEAR, arena);
    if (!mind_allowed(&mind, ALLOW_TALK))
        return false;
    for (size_t index = 0; index < mind.outlook.text_count; index++) {
        const struct outlook_text *text = &mind.outlook.texts[index];
        const struct outlook_version *version = &text->versions[0];
        bool invited = version->draft->invited & party_bit(party);
        /* Others wait for an answer to it, and have not been told that nobody is there. */
        if (!text->draft || !invited || version->party == party ||
            (text->signed_by & party_bit(party)) || text->spoke_at >= version->at)
            continue;
        speech_away(&mind, text, command);
        return true;
    }
    return false;
}
