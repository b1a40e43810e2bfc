#include "scratch.h"
#include "sight.h"
#include "view_trees.h"

#include "must.h"
#include "sha256.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct scratch scratch_open(const struct game *game, const struct command *command, int64_t now,
                            struct arena *arena)
{
    struct scratch scratch = {.game = game,
                              .scenario = game->scenario,
                              .command = command,
                              .now = now,
                              .arena = arena,
                              .world = game_world(game, arena),
                              .stale = true,
                              .party = NONE};
    scratch.position = position_copy(game->scenario, &game->position, scratch.world.slots, arena);
    if (command->actor.kind == ACTOR_SEAT)
        scratch.seat = seat_find(&game->position, command->actor.seat);
    if (scratch.seat)
        scratch.party = scratch.seat->party;
    return scratch;
}

void scratch_emit(struct scratch *scratch, struct event event)
{
    if (scratch->event_count == scratch->event_capacity) {
        size_t capacity = scratch->event_capacity ? 2 * scratch->event_capacity : 8;
        scratch->events = arena_grow(scratch->arena, scratch->events, scratch->event_count,
                                     capacity, sizeof *scratch->events);
        scratch->event_capacity = capacity;
    }
    /* The list may move as it grows; what the position keeps of an event it takes by value. */
    struct event *kept = &scratch->events[scratch->event_count++];
    *kept = event;
    struct stamp stamp = {.at = scratch->now, .by = &scratch->command->actor};
    position_apply(scratch->scenario, &scratch->position, kept, stamp, scratch->arena);
    scratch->stale = true;
}

struct world *scratch_world(struct scratch *scratch)
{
    if (scratch->stale)
        world_refresh(scratch->scenario, &scratch->world);
    scratch->stale = false;
    return &scratch->world;
}

const bool *scratch_unseen(struct scratch *scratch)
{
    must(scratch->party != NONE);
    return sight_unseen(scratch->scenario, scratch->party, scratch->position.final, scratch->arena);
}

int64_t *scratch_suppose(struct scratch *scratch)
{
    uint32_t count = scratch->scenario->state_count;
    return arena_grow(scratch->arena, scratch->world.slots, count, count,
                      sizeof *scratch->world.slots);
}

void scratch_return(struct scratch *scratch, const int64_t *state)
{
    memcpy(scratch->world.slots, state, scratch->scenario->state_count * sizeof *state);
    scratch->stale = true;
}

bool scratch_true(struct scratch *scratch, const struct expression *expression,
                  const struct draw_place *draw, struct text path)
{
    if (!expression)
        return true;
    struct result result = expression_run(expression, scratch_world(scratch), draw);
    if (result.failed)
        scratch_trouble(scratch, path,
                        TEXT("It could not be computed (overflow, a division by zero or an empty "
                             "list), so it counts as false."));
    return !result.failed && result.value;
}

void scratch_trouble(struct scratch *scratch, struct text path, struct text what)
{
    const struct game *game = scratch->game;
    for (size_t index = game->trouble_count; index-- > 0;) {
        const struct trouble *told = &game->troubles[index];
        if (told->phase != scratch->position.phase || told->round != scratch->position.round)
            break;
        if (text_equal(told->path, path) && text_equal(told->text, what))
            return;
    }
    for (size_t index = 0; index < scratch->event_count; index++)
        if (scratch->events[index].type == EVENT_TROUBLE &&
            text_equal(scratch->events[index].path, path) &&
            text_equal(scratch->events[index].text, what))
            return;
    bool stale = scratch->stale;
    scratch_emit(scratch, (struct event){.type = EVENT_TROUBLE, .path = path, .text = what});
    scratch->stale = stale; /* Being told changes nothing. */
}

bool refuse(struct scratch *scratch, const char *type, struct text path, const char *format, ...)
{
    if (scratch->refused)
        return false;
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    must(length >= 0);
    char *sentence = arena_take(scratch->arena, (size_t)length + 1);
    vsnprintf(sentence, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    scratch->refused = true;
    scratch->refusal =
        (struct refusal){.type = type, .path = path, .message = {sentence, (size_t)length}};
    return false;
}

bool refuse_said(struct scratch *scratch, const char *type, struct text path, struct text sentence)
{
    if (scratch->refused)
        return false;
    struct tree *said = tree_object(scratch->arena);
    tree_set_said(scratch->scenario, said, TEXT("message"), sentence, scratch->arena);
    refuse(scratch, type, path, "%.*s", TEXT_ARGUMENTS(sentence));
    if (tree_get(said, TEXT("in")))
        refuse_more(scratch, TEXT("in"), tree_get(said, TEXT("in")));
    return false;
}

void refuse_more(struct scratch *scratch, struct text key, struct tree *value)
{
    if (!scratch->refusal.more)
        scratch->refusal.more = tree_object(scratch->arena);
    tree_set(scratch->arena, scratch->refusal.more, key, value);
}

struct text scratch_id(struct scratch *scratch, const char *kind, struct text content,
                       bool (*taken)(const struct scratch *scratch, struct text id))
{
    const struct scenario *scenario = scratch->scenario;
    struct text author =
        scratch->party == NONE ? TEXT("control") : scenario->parties[scratch->party].id;
    struct text digest = sha256_hex(scratch->arena, content);
    for (uint32_t occurrence = 0;; occurrence++) {
        struct text place =
            arena_print(scratch->arena, "%s/%.*s/%.*s/%u", kind, TEXT_ARGUMENTS(author),
                        TEXT_ARGUMENTS(digest), (unsigned)occurrence);
        struct text id = random_id(scratch->game->options.seed, place, scratch->arena);
        if (!taken(scratch, id))
            return id;
    }
}

struct tree *scratch_answer(struct scratch *scratch)
{
    if (!scratch->answer)
        scratch->answer = tree_object(scratch->arena);
    return scratch->answer;
}

struct tree *parties_tree(struct scratch *scratch, party_set parties)
{
    struct tree *list = tree_list(scratch->arena);
    for (size_t party = 0; party < scratch->scenario->party_count; party++)
        if (parties & party_bit((int)party))
            tree_append(scratch->arena, list,
                        tree_text(scratch->arena, scratch->scenario->parties[party].id));
    return list;
}

struct text parties_words(struct scratch *scratch, party_set parties)
{
    struct text words = TEXT("");
    for (size_t party = 0; party < scratch->scenario->party_count; party++)
        if (parties & party_bit((int)party)) {
            struct text name = scratch->scenario->parties[party].name;
            words = words.length == 0 ? name
                                      : arena_print(scratch->arena, "%.*s, %.*s",
                                                    TEXT_ARGUMENTS(words), TEXT_ARGUMENTS(name));
        }
    return words;
}
