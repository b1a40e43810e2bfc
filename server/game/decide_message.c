/* Words: in plenary, to the press, among parties, to one's own delegation, to the facilitator. */
#include "decide.h"
#include "name.h"

static bool message_taken(const struct scratch *scratch, struct text id)
{
    for (size_t index = 0; index < scratch->game->message_count; index++)
        if (text_equal(scratch->game->messages[index].id, id))
            return true;
    return false;
}

static bool check_phase(struct scratch *scratch)
{
    const struct position *position = &scratch->position;
    enum message_to to = scratch->command->to;
    /* Control may always speak, and may always be spoken to. */
    if (scratch->party == NONE || to == TO_CONTROL)
        return true;
    if (position->clock == CLOCK_LOBBY)
        return refuse(scratch, "game.not_started", TEXT(""),
                      "The game has not started yet; until then you may write to the facilitator.");
    if (position->clock == CLOCK_PAUSED)
        return refuse(
            scratch, "game.paused", TEXT(""),
            "The game is paused: until it goes on you may only write to the facilitator.");
    unsigned needs = to == TO_PRESS ? ALLOW_PRESS : ALLOW_TALK;
    if (position_allows(scratch->scenario, position) & needs)
        return true;
    return refuse(scratch, "phase.not_allowed", TEXT("to"), "In this phase (%.*s) one cannot %s.",
                  TEXT_ARGUMENTS(scratch->scenario->phases[position->phase].title),
                  to == TO_PRESS ? "speak to the press" : "talk");
}

/* The circle, the sender in it. */
static party_set circle_of(const struct scratch *scratch)
{
    party_set own = scratch->party == NONE ? 0 : party_bit(scratch->party);
    switch (scratch->command->to) {
    case TO_PLENARY:
    case TO_PRESS:
        return 0;
    case TO_CONTROL:
        return own;
    case TO_PARTIES:
        break;
    }
    return scratch->command->to_parties | own;
}

static bool check_receivers(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (scratch->party != NONE)
        return true;
    if (command->to == TO_CONTROL || (command->to == TO_PARTIES && !command->to_parties))
        return refuse(scratch, "message.to", TEXT("to"), "Say whom this message is for.");
    return true;
}

/* The own name of the quoted article; empty where the text has none that the sender calls so. */
static struct text article_quoted(const struct scratch *scratch, const struct instrument *text)
{
    struct audience sender = {scratch->party == NONE ? AUDIENCE_CONTROL : AUDIENCE_PARTY,
                              scratch->party};
    struct namer namer = {&scratch->position, scratch->game->options.seed, sender, scratch->arena};
    return article_named(&namer, scratch->scenario, text, scratch->command->quote_article);
}

/* What is quoted must be known to all who read it. */
static bool check_quote(struct scratch *scratch, struct text *article)
{
    const struct command *command = scratch->command;
    if (command->quote.length == 0)
        return true;
    const struct instrument *text = instrument_find(&scratch->position, command->quote);
    if (!text || (scratch->party != NONE && !instrument_seen_by(text, scratch->party)))
        return refuse_unknown_text(scratch, TEXT("quote.instrument"));
    if (command->quote_key != NONE &&
        draft_clause_index(text->draft, (uint32_t)command->quote_key) == NONE)
        return refuse(scratch, "clause.unknown", TEXT("quote.clause"),
                      "This text has no such clause.");
    if (command->quote_article.length > 0)
        *article = article_quoted(scratch, text);
    if (command->quote_article.length > 0 && article->length == 0)
        return refuse(scratch, "clause.unknown", TEXT("quote.article"),
                      "This text has no such article.");
    if (text->open_to_all || command->to == TO_CONTROL)
        return true;
    party_set known = text->draft->invited | text->draft->witnesses;
    if (command->to != TO_PARTIES || (circle_of(scratch) & ~known))
        return refuse(scratch, "party.not_invited", TEXT("quote.instrument"),
                      "Not everybody who would read this message may know of the text it quotes.");
    return true;
}

/* The clauses and conditions of a sentence that a program composed; NULL where there is none. */
static const struct draft *clauses_said(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    if (command->sentence.length == 0)
        return NULL;
    struct draft *said = ARENA_NEW(scratch->arena, struct draft);
    struct draft_clause *clauses =
        ARENA_ARRAY(scratch->arena, struct draft_clause, command->clause_count);
    for (size_t index = 0; index < command->clause_count; index++)
        clauses[index] = (struct draft_clause){.key = command->clauses[index].key,
                                               .terms = command->clauses[index].terms};
    *said = (struct draft){.clauses = clauses,
                           .clause_count = command->clause_count,
                           .takes_effect_if = command->takes_effect_if,
                           .takes_effect_count = command->takes_effect_count};
    return said;
}

void decide_message(struct scratch *scratch)
{
    const struct command *command = scratch->command;
    struct text article = TEXT("");
    if (!check_phase(scratch) || !check_receivers(scratch) ||
        !check_words(scratch, command->text, TEXT("text"), MESSAGE_CHARACTERS_MAX) ||
        !check_quote(scratch, &article))
        return;
    party_set circle = circle_of(scratch);
    /* What else was said, and to whom, must not show in the id: it is made of this message alone.
     */
    struct text content =
        arena_print(scratch->arena, "%.*s %d %llx %.*s", TEXT_ARGUMENTS(command->actor.seat),
                    (int)command->to, (unsigned long long)circle, TEXT_ARGUMENTS(command->text));
    struct text id = scratch_id(scratch, "message", content, message_taken);
    const struct instrument *quoted =
        command->quote.length > 0 ? instrument_find(&scratch->position, command->quote) : NULL;
    scratch_emit(scratch, (struct event){.type = EVENT_MESSAGE,
                                         .id = id,
                                         .seat = scratch->seat ? scratch->seat->id : TEXT(""),
                                         .party = scratch->party,
                                         .to = command->to,
                                         .parties = circle,
                                         .text = command->text,
                                         .title = command->sentence,
                                         .draft = clauses_said(scratch),
                                         .keys = command->keys,
                                         .key_count = command->key_count,
                                         .quote = quoted ? quoted->id : TEXT(""),
                                         .quote_key = quoted ? command->quote_key : NONE,
                                         .quote_article = article});
    tree_set_text(scratch->arena, scratch_answer(scratch), TEXT("message"), id);
}
