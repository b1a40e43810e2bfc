/* What control says of a schedule. */
#include "reader.h"

/* "*" is every phase that has a limit and is not named. */
bool reader_round_minutes(const struct reader *reader, struct text path, const struct tree *tree,
                          struct schedule_wish *wish)
{
    const struct scenario *scenario = reader->scenario;
    size_t count = scenario->phase_count;
    struct text *known = ARENA_ARRAY(reader->arena, struct text, count + 1);
    int64_t *minutes = ARENA_ARRAY(reader->arena, int64_t, count);
    int64_t others = -1;
    for (size_t phase = 0; phase < count; phase++) {
        known[phase] = scenario->phases[phase].id;
        minutes[phase] = -1;
    }
    known[count] = TEXT("*");
    if (!reader_object(reader, path, tree, known, count + 1))
        return false;
    for (size_t index = 0; index < tree->count; index++) {
        int phase = scenario_phase(scenario, tree->members[index].key);
        if (!reader_int(reader, path_member(reader, path, tree->members[index].key),
                        tree->members[index].value, 0, ROUND_MINUTES_MAX,
                        phase < 0 ? &others : &minutes[phase]))
            return false;
    }
    for (size_t phase = 0; phase < count; phase++)
        if (minutes[phase] < 0 && scenario->phases[phase].minutes > 0)
            minutes[phase] = others;
    wish->minutes = minutes;
    return true;
}

bool reader_bell(const struct reader *reader, struct text path, const struct tree *tree,
                 struct schedule_wish *wish)
{
    wish->bell_given = true;
    return reader_int(reader, path, tree, 0, INT64_MAX, &wish->bell_ms);
}

bool reader_debrief_minutes(const struct reader *reader, struct text path, const struct tree *tree,
                            struct schedule_wish *wish)
{
    return reader_int(reader, path, tree, 0, DAY_MINUTES, &wish->debrief_minutes);
}

/* "22:30" as minutes of the day. */
static bool read_time_of_day(const struct reader *reader, struct text path,
                             const struct tree *object, struct text name, int64_t *minutes)
{
    const struct tree *tree = reader_member(reader, path, object, name);
    struct text text;
    if (!tree || !reader_text(reader, path_member(reader, path, name), tree, &text))
        return false;
    const char *at = text.at;
    bool formed = text.length == 5 && at[2] == ':';
    for (size_t index = 0; formed && index < 5; index++)
        formed = index == 2 || (at[index] >= '0' && at[index] <= '9');
    int hours = formed ? (at[0] - '0') * 10 + at[1] - '0' : 24;
    int rest = formed ? (at[3] - '0') * 10 + at[4] - '0' : 60;
    *minutes = hours * 60 + rest;
    return (hours < 24 && rest < 60) ||
           reader_refuse(reader, "parameter.invalid", path_member(reader, path, name),
                         "A time of day is written as 07:30, from 00:00 to 23:59.");
}

static bool read_offset(const struct reader *reader, struct text path, const struct tree *pair,
                        int64_t after_ms, struct utc_offset *offset)
{
    if (!reader_list(reader, path, pair))
        return false;
    if (pair->count != 2)
        return reader_refuse(reader, "parameter.invalid", path,
                             "An offset is a pair: from when (ms), and minutes east of UTC.");
    if (!reader_int(reader, path_index(reader, path, 0), pair->members[0].value, 0, INT64_MAX,
                    &offset->from_ms) ||
        !reader_int(reader, path_index(reader, path, 1), pair->members[1].value,
                    -OFFSET_MINUTES_MAX, OFFSET_MINUTES_MAX, &offset->minutes))
        return false;
    return offset->from_ms > after_ms ||
           reader_refuse(reader, "parameter.invalid", path, "Offsets follow each other in time.");
}

static bool read_offsets(const struct reader *reader, struct text path, const struct tree *tree,
                         struct quiet_hours *quiet)
{
    if (!reader_list(reader, path, tree))
        return false;
    if (tree->count == 0 || tree->count > OFFSETS_MAX)
        return reader_refuse(reader, "parameter.invalid", path, "There are 1 to %d offsets.",
                             OFFSETS_MAX);
    struct utc_offset *offsets = ARENA_ARRAY(reader->arena, struct utc_offset, tree->count);
    for (size_t index = 0; index < tree->count; index++)
        if (!read_offset(reader, path_index(reader, path, index), tree->members[index].value,
                         index > 0 ? offsets[index - 1].from_ms : -1, &offsets[index]))
            return false;
    quiet->offsets = offsets;
    quiet->offset_count = tree->count;
    return true;
}

bool reader_quiet(const struct reader *reader, struct text path, const struct tree *tree,
                  struct schedule_wish *wish)
{
    static const struct text known[] = {{"from", 4}, {"to", 2}, {"offsets", 7}};
    wish->quiet_given = true;
    if (!reader_object(reader, path, tree, known, 3) ||
        !read_time_of_day(reader, path, tree, TEXT("from"), &wish->quiet.from) ||
        !read_time_of_day(reader, path, tree, TEXT("to"), &wish->quiet.to))
        return false;
    const struct tree *offsets = reader_member(reader, path, tree, TEXT("offsets"));
    return offsets &&
           read_offsets(reader, path_member(reader, path, TEXT("offsets")), offsets, &wish->quiet);
}
