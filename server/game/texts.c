/* Checks that commands about texts share. */
#include "decide.h"

#include "sha256.h"

bool refuse_unknown_text(struct scratch *scratch, struct text path)
{
    return refuse(scratch, "instrument.unknown", path,
                  "You know of no draft or text with this name: none that is public, or to which "
                  "your delegation is invited.");
}

const struct instrument *wished_text(struct scratch *scratch)
{
    const struct instrument *text =
        instrument_find(&scratch->position, scratch->command->instrument);
    bool control = scratch->command->actor.kind == ACTOR_CONTROL;
    /* An uninvited party must not learn that it exists. */
    if (text && (control || instrument_seen_by(text, scratch->party)))
        return text;
    (void)refuse_unknown_text(scratch, TEXT("instrument"));
    return NULL;
}

bool check_takes_part(struct scratch *scratch, const struct instrument *text)
{
    party_set own = party_bit(scratch->party);
    return ((text->draft->invited | text->draft->witnesses) & own) ||
           refuse(scratch, "party.not_invited", TEXT("instrument"),
                  "Your delegation is not invited to this text.");
}

bool check_draft(struct scratch *scratch, const struct instrument *text)
{
    switch (text->status) {
    case INSTRUMENT_DRAFT:
        return true;
    case INSTRUMENT_IN_FORCE:
        return refuse(
            scratch, "instrument.in_force", TEXT("instrument"),
            "This text is in force: it is not amended, and its signatures stand. Only a new "
            "text can replace it.");
    case INSTRUMENT_WITHDRAWN:
        return refuse(scratch, "instrument.ended", TEXT("instrument"),
                      "This text has been withdrawn.");
    case INSTRUMENT_ENDED:
        break;
    }
    return refuse(scratch, "instrument.ended", TEXT("instrument"), "This text has ended.");
}

bool check_amendable(struct scratch *scratch, const struct instrument *text)
{
    if (!check_takes_part(scratch, text) || !check_draft(scratch, text))
        return false;
    return !text->opened ||
           refuse(scratch, "instrument.opened", TEXT("instrument"),
                  "This text is open for signature: nobody changes it until its author reopens "
                  "it.");
}

struct text article_id(struct scratch *scratch, struct text text, struct text words,
                       uint32_t occurrence)
{
    struct text digest = sha256_hex(scratch->arena, words);
    struct text place =
        arena_print(scratch->arena, "article/%.*s/%.*s/%.*s/%u",
                    TEXT_ARGUMENTS(scratch->scenario->parties[scratch->party].id),
                    TEXT_ARGUMENTS(text), TEXT_ARGUMENTS(digest), (unsigned)occurrence);
    return random_id(scratch->game->options.seed, place, scratch->arena);
}

bool check_words(struct scratch *scratch, struct text words, struct text path, size_t limit)
{
    bool blank = true;
    for (size_t index = 0; index < words.length; index++)
        blank &= words.at[index] == ' ' || (words.at[index] >= '\t' && words.at[index] <= '\r');
    if (blank)
        return refuse(scratch, "message.empty", path, "There are no words in it.");
    size_t characters = text_count_characters(words);
    return characters <= limit ||
           refuse(scratch, "message.too_long", path,
                  "This is %zu characters long; at most %zu are allowed.", characters, limit);
}
