#include "story.h"

#include "view.h"

void *story_grow(struct story *story, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 16;
    return arena_grow(story->arena, items, count, *capacity, size);
}

struct told_text *story_text(struct story *story, struct text id)
{
    for (size_t at = 0; at < story->text_count; at++)
        if (text_equal(story->texts[at].id, id))
            return &story->texts[at];
    return NULL;
}

struct told_seat *story_seat(struct story *story, struct text id)
{
    for (size_t at = 0; at < story->seats.count; at++)
        if (text_equal(story->seats.items[at].id, id))
            return &story->seats.items[at];
    return NULL;
}

int story_actor(struct story *story)
{
    const struct actor *by = &story->entry->by;
    const struct told_seat *seat = by->kind == ACTOR_SEAT ? story_seat(story, by->seat) : NULL;
    return seat ? seat->party : NOBODY;
}

struct tree *story_moment(struct story *story)
{
    struct arena *arena = story->arena;
    struct tree *moment = tree_object(arena);
    int party = story_actor(story);
    tree_set_int(arena, moment, TEXT("n"), (int64_t)story->entry->sequence);
    tree_set_int(arena, moment, TEXT("at"), story->entry->at);
    if (story->phase != NOBODY) {
        tree_set_text(arena, moment, TEXT("phase"), story->scenario->phases[story->phase].id);
        tree_set_int(arena, moment, TEXT("round"), story->round);
    }
    if (party == NOBODY)
        return moment;
    tree_set_text(arena, moment, TEXT("party"), story->scenario->parties[party].id);
    tree_set_text(arena, moment, TEXT("seat"), story->entry->by.seat);
    tree_set_true(moment, TEXT("automatic"), story->entry->by.automatic, arena);
    return moment;
}

const struct world *story_world(struct story *story)
{
    if (!story->world.slots)
        story->world = game_world(story->game, story->scratch);
    return &story->world;
}

struct tree *story_worths(struct story *story, const struct world *world)
{
    struct tree *worths = tree_object(story->arena);
    for (size_t party = 0; party < story->scenario->party_count; party++) {
        int64_t worth;
        if (worth_expected(story->scenario, world, (int)party, &worth))
            tree_set_int(story->arena, worths, story->scenario->parties[party].id, worth);
    }
    return worths;
}

/* --- the score, as it was frozen or as it stands --- */

static struct tree *items_told(const struct story *story, int party, const int64_t *values)
{
    const struct score *score = &story->scenario->scores[party];
    struct tree *items = tree_object(story->arena);
    for (size_t at = 0; at < score->item_count; at++) {
        if (values[3 * at + 2])
            continue;
        struct tree *item = tree_object(story->arena);
        tree_set_text(story->arena, item, TEXT("label"), score->items[at].label);
        tree_set_int(story->arena, item, TEXT("points"), values[3 * at]);
        tree_set_int(story->arena, item, TEXT("expected"), values[3 * at + 1]);
        tree_set(story->arena, items, score->items[at].id, item);
    }
    return items;
}

struct tree *debrief_scores(const struct record *record, struct arena *arena)
{
    const struct scenario *scenario = record->scenario;
    const struct story story = {.scenario = scenario, .arena = arena};
    const struct event *frozen = record_last(record, EVENT_FROZEN);
    const struct event *opening = record_last(record, EVENT_RECORDED);
    struct tree *scores = tree_object(arena);
    const int64_t *values = frozen ? frozen->values : NULL;
    for (size_t party = 0; frozen && party < scenario->party_count; party++) {
        struct tree *score = tree_object(arena);
        bool known = opening && opening->values[party] != INT64_MIN;
        int64_t walking = known ? opening->values[party] : values[3];
        if (values[0]) {
            tree_set_bool(arena, score, TEXT("failed"), true);
        } else {
            tree_set_int(arena, score, TEXT("total"), values[1]);
            tree_set_int(arena, score, TEXT("expected"), values[2]);
            tree_set_int(arena, score, TEXT("no_deal"), values[3]);
            tree_set_int(arena, score, TEXT("walking"), walking);
        }
        tree_set(arena, score, TEXT("items"), items_told(&story, (int)party, values + 4));
        tree_set(arena, scores, scenario->parties[party].id, score);
        values += 4 + 3 * scenario->scores[party].item_count;
    }
    return scores;
}

/* --- the walk --- */

static void phase_opened(struct story *story)
{
    story->phase = (int)story->event->phase;
    story->round = story->event->round;
    tree_append(story->arena, story->phases, story_moment(story));
}

static void news_came(struct story *story)
{
    struct arena *arena = story->arena;
    const struct event *event = story->event;
    struct tree *news = story_moment(story);
    if (event->inject >= 0)
        tree_set_text(arena, news, TEXT("inject"), story->scenario->injects[event->inject].id);
    tree_set_text(arena, news, TEXT("title"), event->title);
    tree_set_true(news, TEXT("public"), event->flag, arena);
    if (!event->flag)
        tree_set(arena, news, TEXT("to"), tree_parties(story->scenario, event->parties, arena));
    tree_append(arena, story->news, news);
}

static void words_came(struct story *story, struct tree *list)
{
    struct tree *words = story_moment(story);
    tree_set_text(story->arena, words, TEXT("text"), story->event->text);
    tree_set_parties(story->scenario, words, TEXT("to"), story->event->parties, story->arena);
    tree_append(story->arena, list, words);
}

/* Where a message went, by the name of its circle. */
static struct text circle_name(struct story *story)
{
    const struct event *event = story->event;
    struct text name = event->to == TO_CONTROL || event->party < 0 ? TEXT("control:") : TEXT("");
    const char *between = "";
    if (event->to == TO_PLENARY || event->to == TO_PRESS)
        return event->to == TO_PRESS ? TEXT("press") : TEXT("plenary");
    for (size_t party = 0; party < story->scenario->party_count; party++) {
        if (!(event->parties & party_bit((int)party)))
            continue;
        name = arena_print(story->arena, "%.*s%s%.*s", TEXT_ARGUMENTS(name), between,
                           TEXT_ARGUMENTS(story->scenario->parties[party].id));
        between = "+";
    }
    return name;
}

static void message_came(struct story *story)
{
    struct tree *message = story_moment(story);
    bool all = story->event->to == TO_PLENARY || story->event->to == TO_PRESS;
    tree_set_text(story->arena, message, TEXT("to"), circle_name(story));
    if (!all)
        tree_set(story->arena, message, TEXT("circle"),
                 tree_parties(story->scenario, story->event->parties, story->arena));
    tree_set_text(story->arena, message, TEXT("text"), story->event->text);
    tree_append(story->arena, story->messages, message);
}

static void event_told(struct story *story)
{
    if (story->event->type == EVENT_PHASE_OPENED)
        phase_opened(story);
    else if (story->event->type == EVENT_MESSAGE)
        message_came(story);
    else if (story->event->type == EVENT_INJECT)
        news_came(story);
    else if (story->event->type == EVENT_MARKED)
        words_came(story, story->marks);
    else if (story->event->type == EVENT_RULING)
        words_came(story, story->notes);
    story_person(story);
    story_offer(story);
    story_sign(story);
    story_promise(story);
    story_know(story);
}

static struct tree *list_of(struct story *story, const char *name)
{
    struct tree *list = tree_list(story->arena);
    tree_set(story->arena, story->report, text_of(name), list);
    return list;
}

static void story_open(struct story *story)
{
    story->report = tree_object(story->arena);
    tree_set(story->arena, story->report, TEXT("scores"),
             debrief_scores(story->record, story->arena));
    story->text_trees = tree_object(story->arena);
    tree_set(story->arena, story->report, TEXT("texts"), story->text_trees);
    story->phases = list_of(story, "phases");
    story->offers = list_of(story, "offers");
    story->moves = list_of(story, "moves");
    story->dispute_trees = list_of(story, "disputes");
    story->signatures = list_of(story, "signatures");
    story->promise_trees = list_of(story, "promises");
    story->choices = list_of(story, "choices");
    story->known = list_of(story, "known");
    story->news = list_of(story, "news");
    story->notes = list_of(story, "rulings");
    story->marks = list_of(story, "marks");
    story->messages = list_of(story, "messages");
}

static bool somebody_signs(const struct record_entry *entry)
{
    for (size_t at = 0; at < entry->event_count; at++) {
        enum event_type type = entry->events[at].type;
        if (type == EVENT_SIGNED || type == EVENT_DECLINED || type == EVENT_UNSIGNED)
            return true;
    }
    return false;
}

struct tree *debrief_story(const struct record *record, struct arena *arena)
{
    struct story story = {.record = record,
                          .scenario = record->scenario,
                          .arena = arena,
                          .scratch = arena_open(),
                          .game = record_game(record, 0),
                          .phase = NOBODY};
    story_open(&story);
    for (size_t at = 0; at < record->count; at++) {
        story.entry = &record->entries[at];
        story.world = (struct world){0};
        arena_reset(story.scratch);
        if (somebody_signs(story.entry))
            story.before = game_world(story.game, story.scratch);
        record_apply(story.game, story.entry);
        for (size_t event = 0; event < story.entry->event_count; event++) {
            story.event = &story.entry->events[event];
            event_told(&story);
        }
    }
    int outcome = game_outcome(story.game, story.scratch);
    if (record_last(record, EVENT_FROZEN) && outcome >= 0)
        tree_set_text(arena, story.report, TEXT("outcome"), record->scenario->outcomes[outcome].id);
    story_people(&story);
    game_close(story.game);
    arena_close(story.scratch);
    return story.report;
}
