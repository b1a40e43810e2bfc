/* A schedule in a journal: {"minutes": {"talks": 8}, "fitted"?, "bell"?, "debrief", "quiet"?:
 * {"from", "to", "offsets": [[from, minutes], …]}}. */
#include "journal_form.h"

static struct tree *quiet_write(const struct quiet_hours *quiet, struct arena *arena)
{
    struct tree *tree = tree_object(arena);
    tree_set_int(arena, tree, TEXT("from"), quiet->from);
    tree_set_int(arena, tree, TEXT("to"), quiet->to);
    struct tree *offsets = tree_list(arena);
    for (size_t index = 0; index < quiet->offset_count; index++) {
        struct tree *pair = tree_list(arena);
        tree_append(arena, pair, tree_int(arena, quiet->offsets[index].from_ms));
        tree_append(arena, pair, tree_int(arena, quiet->offsets[index].minutes));
        tree_append(arena, offsets, pair);
    }
    tree_set(arena, tree, TEXT("offsets"), offsets);
    return tree;
}

struct tree *schedule_write(const struct scenario *scenario, const struct schedule *schedule,
                            struct arena *arena)
{
    struct tree *tree = tree_object(arena);
    struct tree *minutes = tree_object(arena);
    for (size_t phase = 0; phase < scenario->phase_count; phase++)
        tree_set_int(arena, minutes, scenario->phases[phase].id, schedule->minutes[phase]);
    tree_set(arena, tree, TEXT("minutes"), minutes);
    if (schedule->fitted)
        tree_set_bool(arena, tree, TEXT("fitted"), true);
    if (schedule->bell_ms > 0)
        tree_set_int(arena, tree, TEXT("bell"), schedule->bell_ms);
    tree_set_int(arena, tree, TEXT("debrief"), schedule->debrief_minutes);
    if (schedule->quiet.from != schedule->quiet.to)
        tree_set(arena, tree, TEXT("quiet"), quiet_write(&schedule->quiet, arena));
    return tree;
}

static struct utc_offset offset_read(struct form *form, const struct tree *pair)
{
    if (pair->kind == TREE_LIST && pair->count == 2 && pair->members[0].value->kind == TREE_INT &&
        pair->members[1].value->kind == TREE_INT)
        return (struct utc_offset){pair->members[0].value->number, pair->members[1].value->number};
    form_fail(form, "\"offsets\" should hold pairs of whole numbers.");
    return (struct utc_offset){0, 0};
}

static struct quiet_hours quiet_read(struct form *form, const struct tree *tree)
{
    const struct tree *list = form_list(form, tree, TEXT("offsets"));
    struct utc_offset *offsets = ARENA_ARRAY(form->arena, struct utc_offset, list->count);
    for (size_t index = 0; index < list->count; index++)
        offsets[index] = offset_read(form, list->members[index].value);
    return (struct quiet_hours){.from = form_int(form, tree, TEXT("from"), 0, DAY_MINUTES - 1),
                                .to = form_int(form, tree, TEXT("to"), 0, DAY_MINUTES - 1),
                                .offsets = offsets,
                                .offset_count = list->count};
}

const struct schedule *schedule_read(struct form *form, const struct tree *tree)
{
    const struct scenario *scenario = form->scenario;
    struct schedule *schedule = ARENA_NEW(form->arena, struct schedule);
    const struct tree *minutes = tree_get(tree, TEXT("minutes"));
    int64_t *lengths = ARENA_ARRAY(form->arena, int64_t, scenario->phase_count);
    for (size_t phase = 0; phase < scenario->phase_count; phase++)
        lengths[phase] = form_int(form, minutes, scenario->phases[phase].id, 0, UINT32_MAX);
    schedule->minutes = lengths;
    schedule->fitted = form_flag(form, tree, TEXT("fitted"));
    if (tree_get(tree, TEXT("bell")))
        schedule->bell_ms = form_int(form, tree, TEXT("bell"), 1, INT64_MAX);
    schedule->debrief_minutes = form_int(form, tree, TEXT("debrief"), 0, DAY_MINUTES);
    const struct tree *quiet = tree_get(tree, TEXT("quiet"));
    if (quiet)
        schedule->quiet = quiet_read(form, quiet);
    return schedule;
}
