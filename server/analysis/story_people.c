/* What each person did, and what they might ask themselves: questions are ids with facts, for the
 * client to put into words. */
#include "story.h"

enum { QUESTIONS_MAX = 5 };

static void seat_taken(struct story *story)
{
    const struct event *event = story->event;
    struct told_seat *seat = story_seat(story, event->seat);
    if (!seat) {
        struct told_seats *seats = &story->seats;
        seats->items =
            story_grow(story, seats->items, seats->count, &seats->capacity, sizeof(*seats->items));
        seat = &seats->items[seats->count++];
        *seat = (struct told_seat){.id = event->seat, .questions = tree_list(story->arena)};
    }
    seat->party = event->party;
    seat->automatic = event->flag;
    seat->role = event->role;
}

static void message_written(struct told_seat *seat, const struct event *event)
{
    seat->messages++;
    if (event->to == TO_PARTIES)
        seat->wrote_to |= event->parties & ~party_bit(seat->party);
}

void story_person(struct story *story)
{
    const struct event *event = story->event;
    if (event->type == EVENT_SEATED)
        seat_taken(story);
    struct told_seat *seat =
        story->entry->by.kind == ACTOR_SEAT ? story_seat(story, story->entry->by.seat) : NULL;
    if (event->type == EVENT_HEAD && (seat = story_seat(story, event->seat)))
        seat->role = ROLE_HEAD;
    if (!seat)
        return;
    if (event->type == EVENT_MESSAGE)
        message_written(seat, event);
    seat->drafts += event->type == EVENT_DRAFTED;
    seat->amendments += event->type == EVENT_VERSION && event->version > 1;
    seat->signatures += event->type == EVENT_SIGNED;
    seat->declines += event->type == EVENT_DECLINED;
    seat->choices += event->type == EVENT_CHOSEN;
    seat->leaks += event->type == EVENT_LEAKED;
}

/* --- questions --- */

static struct tree *question_asked(struct story *story, struct told_seat *seat, const char *id)
{
    struct tree *question = tree_object(story->arena);
    tree_set_text(story->arena, question, TEXT("id"), text_of(id));
    if (seat->questions->count < QUESTIONS_MAX)
        tree_append(story->arena, seat->questions, question);
    return question;
}

static bool is_of(const struct tree *told, const char *name, struct text wanted)
{
    struct text value;
    return tree_get_text(told, text_of(name), &value) && text_equal(value, wanted);
}

/* A fact of the report is a fact of the question. */
static void fact_copy(struct story *story, struct tree *question, const struct tree *told,
                      const char *name)
{
    struct tree *value = tree_get(told, text_of(name));
    if (value)
        tree_set(story->arena, question, text_of(name), value);
}

static void facts_copy(struct story *story, struct tree *question, const struct tree *told)
{
    static const char *const names[] = {"n",       "instrument", "version", "clause", "value",
                                        "walking", "terms",      "until",   "phase",  "round"};
    for (size_t at = 0; at < sizeof(names) / sizeof(*names); at++)
        fact_copy(story, question, told, names[at]);
}

/* What it signed for less than walking away was worth, and what it refused that was worth more than
 * it got. */
static void ask_signatures(struct story *story, struct told_seat *seat, bool scored, int64_t total)
{
    for (size_t at = 0; at < story->signatures->count; at++) {
        const struct tree *sign = story->signatures->members[at].value;
        int64_t value, walking;
        if (!is_of(sign, "seat", seat->id) || !tree_get_int(sign, TEXT("value"), &value) ||
            !tree_get_int(sign, TEXT("walking"), &walking))
            continue;
        if (is_of(sign, "what", TEXT("signed")) && value < walking)
            facts_copy(story, question_asked(story, seat, "signed_below"), sign);
        else if (is_of(sign, "what", TEXT("declined")) && scored && value > total)
            facts_copy(story, question_asked(story, seat, "declined_better"), sign);
    }
}

/* The move of its own that cost it most. */
static void ask_moves(struct story *story, struct told_seat *seat)
{
    const struct tree *dearest = NULL;
    struct text party = story->scenario->parties[seat->party].id;
    int64_t most = 0;
    for (size_t at = 0; at < story->moves->count; at++) {
        const struct tree *move = story->moves->members[at].value;
        int64_t worth;
        if (is_of(move, "seat", seat->id) &&
            tree_get_int(tree_get(move, TEXT("worth")), party, &worth) && worth < most) {
            most = worth;
            dearest = move;
        }
    }
    if (!dearest)
        return;
    struct tree *question = question_asked(story, seat, "gave_most");
    facts_copy(story, question, dearest);
    tree_set_int(story->arena, question, TEXT("cost"), -most);
}

static void ask_disputes(struct story *story, struct told_seat *seat)
{
    for (size_t at = 0; at < story->dispute_count; at++)
        if (!story->disputes[at].over && story->disputes[at].party == seat->party) {
            facts_copy(story, question_asked(story, seat, "held_out"), story->disputes[at].tree);
            return;
        }
}

/* A choice other than the usual one, while clauses bound it. */
static void ask_choices(struct story *story, struct told_seat *seat)
{
    struct text party = story->scenario->parties[seat->party].id;
    for (size_t at = 0; at < story->choices->count && seat->role == ROLE_HEAD; at++) {
        const struct tree *closing = story->choices->members[at].value;
        const struct tree *choice = tree_get(tree_get(closing, TEXT("choices")), party);
        bool usual = false;
        if (!choice || tree_get_bool(choice, TEXT("default"), &usual) ||
            !tree_get(choice, TEXT("bound")))
            continue;
        struct tree *question = question_asked(story, seat, "chose_bound");
        facts_copy(story, question, closing);
        fact_copy(story, question, closing, "decision");
        fact_copy(story, question, choice, "option");
        fact_copy(story, question, choice, "bound");
        return;
    }
}

static void ask_silence(struct story *story, struct told_seat *seat)
{
    party_set others = ~party_bit(seat->party), never = 0;
    for (size_t party = 0; party < story->scenario->party_count; party++)
        never |= party_bit((int)party) & others & ~seat->wrote_to;
    if (seat->drafts + seat->amendments == 0)
        (void)question_asked(story, seat, "offered_nothing");
    if (seat->messages > 0 && seat->wrote_to && never)
        tree_set(story->arena, question_asked(story, seat, "never_wrote"), TEXT("parties"),
                 tree_parties(story->scenario, never, story->arena));
}

static void ask_leaks(struct story *story, struct told_seat *seat)
{
    for (size_t at = 0; at < story->known->count; at++)
        if (is_of(story->known->members[at].value, "how", TEXT("leaked")) &&
            is_of(story->known->members[at].value, "seat", seat->id)) {
            facts_copy(story, question_asked(story, seat, "leaked"),
                       story->known->members[at].value);
            return;
        }
}

/* --- the person's part --- */

static struct tree *did_told(struct story *story, const struct told_seat *seat)
{
    struct tree *did = tree_object(story->arena);
    const struct {
        const char *name;
        int64_t count;
    } deeds[] = {{"messages", seat->messages},
                 {"drafts", seat->drafts},
                 {"amendments", seat->amendments},
                 {"signatures", seat->signatures},
                 {"declines", seat->declines},
                 {"choices", seat->choices},
                 {"leaks", seat->leaks}};
    for (size_t at = 0; at < sizeof(deeds) / sizeof(*deeds); at++)
        tree_set_int(story->arena, did, text_of(deeds[at].name), deeds[at].count);
    return did;
}

/* For others to see, who may yet play it: no aims, no terms, no outcome. */
static struct tree *card_told(struct story *story, const struct told_seat *seat, bool scored,
                              int64_t gain)
{
    struct tree *card = tree_object(story->arena);
    int64_t in_force = 0;
    for (size_t at = 0; at < story->text_count; at++)
        in_force += is_of(story->texts[at].tree, "status", TEXT("in_force")) &&
                    (story->texts[at].signed_by & party_bit(seat->party));
    tree_set_text(story->arena, card, TEXT("result"),
                  !scored    ? TEXT("unknown")
                  : gain > 0 ? TEXT("better")
                  : gain < 0 ? TEXT("worse")
                             : TEXT("same"));
    tree_set_int(story->arena, card, TEXT("agreements"), in_force);
    tree_set_int(story->arena, card, TEXT("offers"), seat->drafts + seat->amendments);
    tree_set_int(story->arena, card, TEXT("messages"), seat->messages);
    return card;
}

static void person_told(struct story *story, struct told_seat *seat, struct tree *seats)
{
    static const char *const roles[] = {
        [ROLE_HEAD] = "head", [ROLE_ADVISER] = "adviser", [ROLE_OBSERVER] = "observer"};
    struct arena *arena = story->arena;
    struct text party = story->scenario->parties[seat->party].id;
    const struct tree *score = tree_get(tree_get(story->report, TEXT("scores")), party);
    int64_t total = 0, walking = 0;
    bool scored = tree_get_int(score, TEXT("total"), &total) &&
                  tree_get_int(score, TEXT("walking"), &walking);
    ask_signatures(story, seat, scored, total);
    ask_choices(story, seat);
    ask_moves(story, seat);
    ask_disputes(story, seat);
    ask_leaks(story, seat);
    ask_silence(story, seat);
    int64_t gain = (int64_t)((uint64_t)total - (uint64_t)walking);
    struct tree *result = question_asked(story, seat, "result");
    if (scored)
        tree_set_int(arena, result, TEXT("gain"), gain);
    struct tree *told = tree_object(arena);
    tree_set_text(arena, told, TEXT("party"), party);
    tree_set_text(arena, told, TEXT("role"), text_of(roles[seat->role]));
    tree_set_true(told, TEXT("automatic"), seat->automatic, arena);
    tree_set(arena, told, TEXT("did"), did_told(story, seat));
    tree_set(arena, told, TEXT("questions"), seat->questions);
    tree_set(arena, told, TEXT("card"), card_told(story, seat, scored, gain));
    tree_set(arena, seats, seat->id, told);
}

void story_people(struct story *story)
{
    struct tree *seats = tree_object(story->arena);
    for (size_t at = 0; at < story->seats.count; at++)
        person_told(story, &story->seats.items[at], seats);
    tree_set(story->arena, story->report, TEXT("seats"), seats);
}
