/* Texts that enter into force together or not at all. */
#include "decide.h"

static bool listed(const struct text *ids, size_t count, struct text id)
{
    for (size_t index = 0; index < count; index++)
        if (text_equal(ids[index], id))
            return true;
    return false;
}

static bool takes_part(const struct scratch *scratch, const struct instrument *text)
{
    return (text->draft->invited | text->draft->witnesses) & party_bit(scratch->party);
}

static bool check_links(struct scratch *scratch, const struct instrument *text)
{
    const struct command *command = scratch->command;
    for (size_t index = 0; index < command->linked_count; index++) {
        struct text path = arena_print(scratch->arena, "with.%zu", index);
        const struct instrument *other =
            instrument_find(&scratch->position, command->linked[index]);
        if (!other || !instrument_seen_by(other, scratch->party))
            return refuse_unknown_text(scratch, path);
        if (other == text || listed(command->linked, index, other->id))
            return refuse(scratch, "link.invalid", path,
                          "A text is linked with other texts, with each once.");
        if (!check_amendable(scratch, other))
            return false;
    }
    return true;
}

/* A version of the text with another list of links. */
static struct draft *relinked(struct scratch *scratch, const struct instrument *text,
                              const struct text *linked, size_t count)
{
    struct draft *next = ARENA_NEW(scratch->arena, struct draft);
    *next = *text->draft;
    next->linked = linked;
    next->linked_count = count;
    return next;
}

/* The texts that this one will be linked with: those wished, and those the actor has no say in. */
static struct text *links_wished(struct scratch *scratch, const struct instrument *text,
                                 size_t *count)
{
    const struct command *command = scratch->command;
    struct text *linked =
        ARENA_ARRAY(scratch->arena, struct text, command->linked_count + text->draft->linked_count);
    *count = 0;
    for (size_t index = 0; index < text->draft->linked_count; index++) {
        const struct instrument *other =
            instrument_find(&scratch->position, text->draft->linked[index]);
        if (listed(command->linked, command->linked_count, other->id) ||
            !takes_part(scratch, other))
            linked[(*count)++] = other->id;
    }
    for (size_t index = 0; index < command->linked_count; index++)
        if (!listed(text->draft->linked, text->draft->linked_count, command->linked[index]))
            linked[(*count)++] = instrument_find(&scratch->position, command->linked[index])->id;
    return linked;
}

/* The other side of a link, put or taken off, with a version of its own. */
static void link_other(struct scratch *scratch, const struct instrument *other, struct text id,
                       bool on)
{
    const struct draft *draft = other->draft;
    if (other->status != INSTRUMENT_DRAFT)
        return; /* Withdrawn or ended: its own words no longer matter. */
    struct text *linked = ARENA_ARRAY(scratch->arena, struct text, draft->linked_count + 1);
    size_t count = 0;
    for (size_t index = 0; index < draft->linked_count; index++)
        if (!text_equal(draft->linked[index], id))
            linked[count++] = draft->linked[index];
    if (on)
        linked[count++] = id;
    version_emit(scratch, other, other->version + 1, relinked(scratch, other, linked, count));
}

static bool check_unlinked(struct scratch *scratch, const struct instrument *text,
                           const struct text *linked, size_t count)
{
    for (size_t index = 0; index < text->draft->linked_count; index++) {
        const struct instrument *other =
            instrument_find(&scratch->position, text->draft->linked[index]);
        if (!listed(linked, count, other->id) && other->status == INSTRUMENT_DRAFT &&
            !check_amendable(scratch, other))
            return false;
    }
    return true;
}

/* What the texts require must hold with the links as they will be. */
static bool check_linked_contents(struct scratch *scratch, const struct text *ids, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        const struct instrument *text = instrument_find(&scratch->position, ids[index]);
        if (text->status == INSTRUMENT_DRAFT && !check_requirements(scratch, text->draft))
            return false;
    }
    return true;
}

void decide_link(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_amendable(scratch, text) || !check_links(scratch, text))
        return;
    size_t count;
    struct text *linked = links_wished(scratch, text, &count);
    if (!check_unlinked(scratch, text, linked, count))
        return;
    const struct draft *before = text->draft;
    struct text *touched =
        ARENA_ARRAY(scratch->arena, struct text, before->linked_count + count + 1);
    size_t touched_count = 0;
    for (size_t index = 0; index < before->linked_count; index++)
        if (!listed(linked, count, before->linked[index]))
            touched[touched_count++] = before->linked[index];
    for (size_t index = 0; index < count; index++)
        if (!listed(before->linked, before->linked_count, linked[index]))
            touched[touched_count++] = linked[index];
    if (touched_count > 0)
        version_emit(scratch, text, text->version + 1, relinked(scratch, text, linked, count));
    for (size_t index = 0; index < touched_count; index++)
        link_other(scratch, instrument_find(&scratch->position, touched[index]), text->id,
                   listed(linked, count, touched[index]));
    touched[touched_count] = text->id;
    if (touched_count > 0 && !check_linked_contents(scratch, touched, touched_count + 1))
        return;
    struct tree *answer = scratch_answer(scratch);
    tree_set_text(scratch->arena, answer, TEXT("instrument"), text->id);
    tree_set_int(scratch->arena, answer, TEXT("version"), text->version);
}
