/* Signatures and refusals to sign, with what the text was worth to who signed or refused. */
#include "story.h"

/* What a text as it stands is worth to a party, against what it would have without: {value, today,
 * walking}, where they can be computed. */
static void value_told(struct story *story, const struct told_text *text, int party,
                       struct tree *tree)
{
    struct arena *arena = story->arena;
    const struct draft *draft = text->draft;
    struct clause_terms *clauses =
        ARENA_ARRAY(story->scratch, struct clause_terms, draft->clause_count);
    for (size_t at = 0; at < draft->clause_count; at++)
        clauses[at] = (struct clause_terms){draft->clauses[at].key, draft->clauses[at].terms};
    struct package package = {clauses, draft->clause_count};
    /* A signature that brought the text into force has changed the world: what it was before. */
    const struct world *world = &story->before;
    struct world with = world_with(story->scenario, world, &package, story->scratch);
    int64_t worth;
    if (worth_expected(story->scenario, &with, party, &worth))
        tree_set_int(arena, tree, TEXT("value"), worth);
    if (worth_expected(story->scenario, world, party, &worth))
        tree_set_int(arena, tree, TEXT("today"), worth);
    if (worth_walking(story->scenario, world, party, &worth))
        tree_set_int(arena, tree, TEXT("walking"), worth);
}

static struct tree *sign_told(struct story *story, struct told_text *text, const char *what)
{
    struct arena *arena = story->arena;
    const struct event *event = story->event;
    struct tree *sign = story_moment(story);
    tree_set_text(arena, sign, TEXT("what"), text_of(what));
    tree_set_text(arena, sign, TEXT("party"), story->scenario->parties[event->party].id);
    tree_set_text(arena, sign, TEXT("instrument"), text->id);
    tree_set_int(arena, sign, TEXT("version"), text->version);
    value_told(story, text, event->party, sign);
    tree_append(arena, story->signatures, sign);
    return sign;
}

static void signed_told(struct story *story, struct told_text *text)
{
    const struct event *event = story->event;
    struct tree *sign = sign_told(story, text, "signed");
    struct tree *reserved = tree_list(story->arena);
    for (size_t at = 0; at < event->key_count; at++)
        tree_append(story->arena, reserved,
                    tree_text(story->arena, story->scenario->keys[event->keys[at]].id));
    tree_set_some(sign, TEXT("reserved"), reserved, story->arena);
    tree_set_true(sign, TEXT("override"), event->flag, story->arena);
    text->signed_by |= party_bit(event->party);
}

void story_sign(struct story *story)
{
    const struct event *event = story->event;
    struct told_text *text = event_shapes[event->type].fields & FIELD_INSTRUMENT
                                 ? story_text(story, event->instrument)
                                 : NULL;
    if (!text || !text->draft)
        return;
    if (event->type == EVENT_SIGNED) {
        signed_told(story, text);
    } else if (event->type == EVENT_DECLINED) {
        (void)sign_told(story, text, "declined");
    } else if (event->type == EVENT_UNSIGNED) {
        tree_set_true(sign_told(story, text, "unsigned"), TEXT("voided"), event->flag,
                      story->arena);
        text->signed_by &= ~party_bit(event->party);
    }
}
