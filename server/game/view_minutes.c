#include "scenario_parts.h"

#include "must.h"

#include <string.h>

/* What the minutes call an event; events without a name are not minuted. A text is minuted as
 * drafted with its first version, when those invited are known. */
static const char *const names[EVENT_TYPES] = {
    [EVENT_PHASE_OPENED] = "phase_opened",
    [EVENT_PAUSED] = "paused",
    [EVENT_RESUMED] = "resumed",
    [EVENT_CLOSED] = "closed",
    [EVENT_MESSAGE] = "press",
    [EVENT_VERSION] = "amended",
    [EVENT_OPENED] = "opened",
    [EVENT_TABLED] = "tabled",
    [EVENT_LEAKED] = "leaked",
    [EVENT_SIGNED] = "signed",
    [EVENT_UNSIGNED] = "unsigned",
    [EVENT_DECLINED] = "declined",
    [EVENT_WITHDRAWN] = "withdrawn",
    [EVENT_ENTERED] = "entered",
    [EVENT_SETTLED] = "settled",
    [EVENT_UNSETTLED] = "unsettled",
    [EVENT_SUSPENDED] = "suspended",
    [EVENT_DENOUNCED] = "denounced",
    [EVENT_ENDED] = "ended",
    [EVENT_RATIFIED] = "ratified",
    [EVENT_CHOSEN] = "chosen",
    [EVENT_DECISION_OPENED] = "decision_opened",
    [EVENT_DECISION_CLOSED] = "decision_closed",
    [EVENT_SET] = "set",
    [EVENT_SAID] = "said",
    [EVENT_INJECT] = "inject",
    [EVENT_RULING] = "ruling",
};

bool minute_is_told(const struct scenario *scenario, const struct minute *minute,
                    struct audience audience)
{
    const struct event *event = minute->event;
    struct seen_by seen_by = minute->seen_by;
    bool known = seen_by.all || audience.kind == AUDIENCE_CONTROL ||
                 (audience.kind == AUDIENCE_PARTY && (seen_by.parties & party_bit(audience.party)));
    if (!names[event->type] || !known)
        return false;
    if (event->type == EVENT_MESSAGE)
        return event->to == TO_PRESS;
    if (event->type != EVENT_SET)
        return true;
    const struct variable *variable = &scenario->variables[event->variable];
    return audience_sees(audience, variable->seen_by, variable->per, event->variable_key);
}

static void add_choices(const struct viewer *viewer, const struct event *event, struct tree *tree)
{
    if (!viewer_sees_choices(viewer, event->decision))
        return;
    const struct decision *decision = &viewer->scenario->decisions[event->decision];
    struct tree *choices = tree_object(viewer->arena);
    size_t at = 0;
    for (size_t party = 0; party < viewer->scenario->party_count; party++)
        if (event->parties & party_bit((int)party))
            tree_set_text(viewer->arena, choices, viewer->scenario->parties[party].id,
                          decision->options[event->values[at++]].id);
    tree_set_some(tree, TEXT("choices"), choices, viewer->arena);
}

/* The part of a rule's path after the first dot: the id of what the rule stands in, or a phase's
 * place. */
static struct text owner_of(struct text path)
{
    size_t first = 0, end;
    while (first < path.length && path.at[first] != '.')
        first++;
    for (end = ++first; end < path.length && path.at[end] != '.';)
        end++;
    return first < path.length ? (struct text){path.at + first, end - first} : TEXT("");
}

static bool path_begins(struct text path, struct text start)
{
    return path.length > start.length && memcmp(path.at, start.at, start.length) == 0;
}

/* Which rule set a variable. An inject that the viewer does not see is not named. */
static void add_cause(const struct viewer *viewer, const struct event *event, struct tree *tree)
{
    const struct scenario *scenario = viewer->scenario;
    struct arena *arena = viewer->arena;
    struct text owner = owner_of(event->path);
    struct tree *cause = tree_object(arena);
    if (path_begins(event->path, TEXT("decisions.")))
        tree_set_text(arena, cause, TEXT("decision"), owner);
    else if (path_begins(event->path, TEXT("clauses.")))
        tree_set_text(arena, cause, TEXT("clause"), owner);
    else if (path_begins(event->path, TEXT("phases.")))
        tree_set_bool(arena, cause, TEXT("time"), true);
    else if (path_begins(event->path, TEXT("injects."))) {
        int inject = scenario_inject(scenario, owner);
        if (inject >= 0 && viewer_sees(viewer, scenario->injects[inject].seen_by, PER_NONE, NONE)) {
            tree_set_text(arena, cause, TEXT("inject"), owner);
            tree_set_text(arena, cause, TEXT("title"), scenario->injects[inject].title);
        }
    }
    tree_set_some(tree, TEXT("cause"), cause, arena);
}

static void add_variable(const struct viewer *viewer, const struct minute *minute,
                         struct tree *tree)
{
    const struct scenario *scenario = viewer->scenario;
    const struct event *event = minute->event;
    const struct variable *variable = &scenario->variables[event->variable];
    struct arena *arena = viewer->arena;
    tree_set_text(arena, tree, TEXT("variable"), variable->id);
    if (variable->per != PER_NONE)
        tree_set_text(arena, tree, TEXT("key"),
                      key_name(scenario, variable->per, event->variable_key));
    tree_set(arena, tree, TEXT("value"),
             domain_to_tree(scenario, &variable->domain, event->value, arena));
    tree_set(arena, tree, TEXT("before"),
             domain_to_tree(scenario, &variable->domain, minute->before, arena));
    add_cause(viewer, event, tree);
}

static void add_reserved(const struct viewer *viewer, const struct event *event, struct tree *tree)
{
    struct tree *reserved = tree_list(viewer->arena);
    for (size_t index = 0; index < event->key_count; index++)
        tree_append(viewer->arena, reserved,
                    tree_text(viewer->arena, viewer->scenario->keys[event->keys[index]].id));
    tree_set_some(tree, TEXT("reserved"), reserved, viewer->arena);
}

static void add_version(const struct viewer *viewer, const struct event *event,
                        const struct instrument *text, struct tree *tree)
{
    if (event->type != EVENT_VERSION || event->version > 1) {
        tree_set_int(viewer->arena, tree, TEXT("version"),
                     version_number(&viewer->namer, text, event->version));
        return;
    }
    tree_set_text(viewer->arena, tree, TEXT("what"), TEXT("drafted"));
    tree_set_text(viewer->arena, tree, TEXT("kind"), viewer->scenario->instruments[text->kind].id);
}

/* Whether a thing was switched on or off, under the word that its event has for it. */
static void add_flag(const struct viewer *viewer, const struct event *event, struct tree *tree)
{
    bool switched = event->type == EVENT_OPENED || event->type == EVENT_SUSPENDED ||
                    event->type == EVENT_RATIFIED;
    if (switched)
        tree_set_bool(viewer->arena, tree, TEXT("on"), event->flag);
    if (event->type == EVENT_UNSIGNED)
        tree_set_true(tree, TEXT("voided"), event->flag, viewer->arena);
    if (event->type == EVENT_DENOUNCED)
        tree_set_true(tree, TEXT("notice"), !event->flag, viewer->arena);
}

static void add_data(const struct viewer *viewer, const struct minute *minute, struct tree *tree)
{
    const struct scenario *scenario = viewer->scenario;
    const struct event *event = minute->event;
    struct arena *arena = viewer->arena;
    uint32_t fields = event_shapes[event->type].fields;
    const struct instrument *text =
        fields & FIELD_INSTRUMENT ? instrument_find(viewer->position, event->instrument) : NULL;
    if (text)
        tree_set_text(arena, tree, TEXT("instrument"), viewer_text_name(viewer, text));
    if (text && (fields & FIELD_VERSION))
        add_version(viewer, event, text, tree);
    if (fields & FIELD_KEY)
        tree_set_text(arena, tree, TEXT("clause"), scenario->keys[event->key].id);
    if (fields & FIELD_DECISION)
        tree_set_text(arena, tree, TEXT("decision"), scenario->decisions[event->decision].id);
    if (fields & FIELD_OPTION)
        tree_set_text(arena, tree, TEXT("option"),
                      scenario->decisions[event->decision].options[event->option].id);
    if (event->type == EVENT_DECISION_CLOSED)
        add_choices(viewer, event, tree);
    if (event->type == EVENT_SET)
        add_variable(viewer, minute, tree);
    if (event->type == EVENT_SIGNED)
        add_reserved(viewer, event, tree);
    add_flag(viewer, event, tree);
    bool own = event->type == EVENT_SAID || (event->type == EVENT_INJECT && event->inject != NONE);
    const struct scenario *whose = own ? scenario : NULL;
    if ((fields & FIELD_TITLE) && event->title.length > 0)
        tree_set_said(whose, tree, TEXT("title"), event->title, arena);
    if ((fields & FIELD_TEXT) && event->text.length > 0)
        tree_set_said(whose, tree, TEXT("text"), event->text, arena);
    if (event->reason.length > 0)
        tree_set_text(arena, tree, TEXT("reason"), event->reason);
}

static struct tree *minute_to_tree(const struct viewer *viewer, const struct minute *minute)
{
    struct arena *arena = viewer->arena;
    struct tree *tree = tree_object(arena);
    tree_set_int(arena, tree, TEXT("at"), minute->at);
    if (minute->phase != NONE) {
        tree_set_text(arena, tree, TEXT("phase"), viewer->scenario->phases[minute->phase].id);
        tree_set_int(arena, tree, TEXT("round"), minute->round);
    }
    tree_set_text(arena, tree, TEXT("what"), text_of(names[minute->event->type]));
    if (minute->party != NONE)
        tree_set_text(arena, tree, TEXT("party"), viewer->scenario->parties[minute->party].id);
    if (minute->by == ACTOR_SEAT && minute->seat.length > 0)
        tree_set_text(arena, tree, TEXT("seat"), minute->seat);
    tree_set_true(tree, TEXT("automatic"), minute->automatic, arena);
    add_data(viewer, minute, tree);
    return tree;
}

static uint64_t total_in(const struct viewer *viewer, const struct game *game)
{
    return game ? game->minutes_told[audience_place(viewer->audience)] : 0;
}

/* This viewer's minutes from that place on, in order; *total of them all. */
static const struct minute **minutes_from(const struct viewer *viewer, uint64_t first,
                                          uint64_t *total)
{
    const struct game *game = viewer->game;
    *total = total_in(viewer, game);
    uint64_t wanted = *total > first ? *total - first : 0;
    const struct minute **minutes = ARENA_ARRAY(viewer->arena, const struct minute *, wanted);
    for (size_t index = game->minute_count; wanted > 0 && index-- > 0;)
        if (minute_is_told(viewer->scenario, &game->minutes[index], viewer->audience))
            minutes[--wanted] = &game->minutes[index];
    must(wanted == 0);
    return minutes;
}

struct tree *view_minutes(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    uint64_t total = total_in(viewer, viewer->game);
    struct listed listed =
        listed_of(viewer, total, total_in(viewer, viewer->parts.other), VIEW_MINUTES);
    const struct minute **minutes = minutes_from(viewer, listed.first, &total);
    struct tree *tree = tree_object(arena);
    for (uint64_t at = listed.gone_first; at < listed.gone_end; at++)
        tree_add(arena, tree, arena_number(arena, at + 1), view_stub(viewer));
    for (uint64_t at = listed.first; at < listed.end; at++)
        tree_add(arena, tree, arena_number(arena, at + 1),
                 minute_to_tree(viewer, minutes[at - listed.first]));
    return tree;
}

struct tree *view_minutes_total(const struct viewer *viewer)
{
    return tree_int(viewer->arena, (int64_t)total_in(viewer, viewer->game));
}

static struct tree *numbered(const struct viewer *viewer, const struct minute *minute, uint64_t at)
{
    struct tree *item = minute_to_tree(viewer, minute);
    tree_set_int(viewer->arena, item, TEXT("n"), (int64_t)at + 1);
    return item;
}

struct tree *history_minutes(const struct viewer *viewer, uint64_t before, uint32_t limit)
{
    uint64_t total;
    const struct minute **minutes = minutes_from(viewer, 0, &total);
    uint64_t end = before > 0 && before - 1 < total ? before - 1 : total;
    uint64_t first = end > limit ? end - limit : 0;
    struct tree *items = tree_list(viewer->arena);
    for (uint64_t at = first; at < end; at++)
        tree_append(viewer->arena, items, numbered(viewer, minutes[at], at));
    return page_of(items, first > 0, viewer->arena);
}

static bool changes(const struct viewer *viewer, const struct minute *minute, struct text name)
{
    const struct event *event = minute->event;
    if (event->type != EVENT_SET)
        return false;
    const struct scenario *scenario = viewer->scenario;
    const struct variable *variable = &scenario->variables[event->variable];
    if (text_equal(variable->id, name))
        return true;
    struct text owner = variable->per == PER_NONE
                            ? TEXT("")
                            : key_name(scenario, variable->per, event->variable_key);
    return variable->per != PER_NONE &&
           text_equal(arena_print(viewer->arena, "%.*s.%.*s", TEXT_ARGUMENTS(owner),
                                  TEXT_ARGUMENTS(variable->id)),
                      name);
}

struct tree *history_changes(const struct viewer *viewer, struct text name, uint64_t before,
                             uint32_t limit)
{
    uint64_t total, first = 0;
    const struct minute **minutes = minutes_from(viewer, 0, &total);
    uint64_t end = before > 0 && before - 1 < total ? before - 1 : total;
    uint64_t *found = ARENA_ARRAY(viewer->arena, uint64_t, total + 1), count = 0;
    for (uint64_t at = 0; at < end; at++)
        if (changes(viewer, minutes[at], name))
            found[count++] = at;
    struct tree *items = tree_list(viewer->arena);
    first = count > limit ? count - limit : 0;
    for (uint64_t at = first; at < count; at++)
        tree_append(viewer->arena, items, numbered(viewer, minutes[found[at]], found[at]));
    return page_of(items, first > 0, viewer->arena);
}
