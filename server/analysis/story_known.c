/* Who came to know what, and when: texts, rulings that were not for all, secret variables and
 * choices. Messages are left to the circles they were written in. */
#include "story.h"

static struct tree *known_told(struct story *story, const char *what, const char *how)
{
    struct tree *known = story_moment(story);
    tree_set_text(story->arena, known, TEXT("what"), text_of(what));
    tree_set_text(story->arena, known, TEXT("how"), text_of(how));
    tree_append(story->arena, story->known, known);
    return known;
}

static void to_told(struct story *story, struct tree *known, bool all, party_set parties)
{
    if (all)
        tree_set_true(known, TEXT("public"), true, story->arena);
    else
        tree_set(story->arena, known, TEXT("to"),
                 tree_parties(story->scenario, parties, story->arena));
}

static void text_opened(struct story *story, struct told_text *text, const char *how)
{
    if (text->open)
        return;
    text->open = true;
    struct tree *known = known_told(story, "text", how);
    tree_set_text(story->arena, known, TEXT("instrument"), text->id);
    to_told(story, known, true, 0);
}

static void text_invited(struct story *story, struct told_text *text)
{
    const struct draft *draft = story->event->draft;
    party_set fresh = (draft->invited | draft->witnesses) & ~text->knows;
    if (text->open || !fresh)
        return;
    struct tree *known = known_told(story, "text", text->knows ? "invited" : "drafted");
    tree_set_text(story->arena, known, TEXT("instrument"), text->id);
    to_told(story, known, false, fresh);
    text->knows |= fresh;
}

/* A variable that not everybody may see has another value. */
static void variable_set(struct story *story)
{
    const struct event *event = story->event;
    const struct variable *variable = &story->scenario->variables[event->variable];
    party_set to = variable->seen_by.parties;
    if (variable->seen_by.all)
        return;
    if (variable->seen_by.own && variable->per == PER_PARTY)
        to = party_bit(event->variable_key);
    struct tree *known = known_told(story, "variable", "set");
    tree_set_text(story->arena, known, TEXT("variable"), variable->id);
    if (variable->per != PER_NONE)
        tree_set_text(story->arena, known, TEXT("key"),
                      key_name(story->scenario, variable->per, event->variable_key));
    tree_set(story->arena, known, TEXT("value"),
             domain_to_tree(story->scenario, &variable->domain, event->value, story->arena));
    to_told(story, known, false, to);
}

static void inject_came(struct story *story)
{
    const struct event *event = story->event;
    struct tree *known = known_told(story, "news", "came");
    tree_set_text(story->arena, known, TEXT("title"), event->title);
    to_told(story, known, event->flag, event->parties);
}

static void choices_closed(struct story *story)
{
    const struct decision *decision = &story->scenario->decisions[story->event->decision];
    if (decision->revealed_final)
        return;
    struct tree *known = known_told(story, "choices", "closed");
    tree_set_text(story->arena, known, TEXT("decision"), decision->id);
    to_told(story, known, true, 0);
}

void story_know(struct story *story)
{
    const struct event *event = story->event;
    struct told_text *text = event_shapes[event->type].fields & FIELD_INSTRUMENT
                                 ? story_text(story, event->instrument)
                                 : NULL;
    if (text && event->type == EVENT_VERSION)
        text_invited(story, text);
    else if (text && event->type == EVENT_TABLED)
        text_opened(story, text, "tabled");
    else if (text && event->type == EVENT_LEAKED)
        text_opened(story, text, "leaked");
    else if (text && event->type == EVENT_ENTERED)
        text_opened(story, text, "entered");
    else if (event->type == EVENT_SET)
        variable_set(story);
    else if (event->type == EVENT_INJECT)
        inject_came(story);
    else if (event->type == EVENT_DECISION_CLOSED)
        choices_closed(story);
}
