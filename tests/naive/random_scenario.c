#include "random_rules.h"

#include "must.h"
#include "scenario_files.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A scenario is written twice with the same things in it: first with rules that say nothing, so
 * that there is something for random rules to speak of, then with those. */
struct maker {
    struct chooser things, rules;
    struct arena *arena;
    const struct scenario *skeleton; /* NULL: the first time */
    size_t parties, regions;
    struct text json;
};

static size_t pick(struct maker *maker, size_t count)
{
    return choose(&maker->things, count);
}

static void put(struct maker *maker, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(struct maker *maker, const char *format, ...)
{
    char piece[1 << 16];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(piece, sizeof(piece), format, arguments);
    va_end(arguments);
    must(length >= 0 && (size_t)length < sizeof(piece));
    maker->json = arena_print(maker->arena, "%.*s%s", TEXT_ARGUMENTS(maker->json), piece);
}

/* A rule, in quotes. */
static void put_rule(struct maker *maker, enum value_type type, bool list, unsigned context,
                     enum per it, size_t formula_count)
{
    static const char *const nothing[] = {
        [VALUE_INT] = "1", [VALUE_BOOL] = "true", [VALUE_PARTY] = "p0", [VALUE_REGION] = "r0"};
    if (!maker->skeleton) {
        put(maker, list ? "\"[%s]\"" : "\"%s\"", nothing[type]);
        return;
    }
    const struct random_wish wish = {.scenario = maker->skeleton,
                                     .arena = maker->arena,
                                     .context = context,
                                     .it = it,
                                     .formula_count = formula_count,
                                     .depth = 4};
    struct text rule = random_expression(&maker->rules, &wish, type, list);
    put(maker, "\"%.*s\"", TEXT_ARGUMENTS(rule));
}

static const char *separator(size_t index)
{
    return index == 0 ? "" : ", ";
}

static void put_places(struct maker *maker)
{
    put(maker, "\"parties\": {");
    for (size_t index = 0; index < maker->parties; index++)
        put(maker, "%s\"p%zu\": {\"name\": \"P\", \"weight\": %d}", separator(index), index,
            (int)pick(maker, 9) - 3);
    put(maker, "}, \"regions\": {");
    for (size_t index = 0; index < maker->regions; index++)
        put(maker, "%s\"r%zu\": {\"name\": \"R\"%s}", separator(index), index,
            pick(maker, 2) ? ", \"worth\": 5" : "");
    put(maker, "}, ");
}

/* "per", of what there is. */
static enum per put_per(struct maker *maker)
{
    switch (pick(maker, 3)) {
    case 0:
        put(maker, "\"per\": \"party\", ");
        return PER_PARTY;
    case 1:
        if (maker->regions == 0)
            return PER_NONE;
        put(maker, "\"per\": \"region\", ");
        return PER_REGION;
    default:
        return PER_NONE;
    }
}

/* A type with a value under `key`: "start" or "default". */
static void put_domain(struct maker *maker, const char *key, enum per per, bool term)
{
    const char *all = per == PER_NONE ? "" : "{\"*\": ", *end = per == PER_NONE ? "" : "}";
    switch (pick(maker, term ? 7 : 6)) {
    case 0:
        put(maker, "\"type\": \"bool\", \"%s\": %s%s%s", key, all,
            pick(maker, 2) ? "true" : "false", end);
        return;
    case 1:
        put(maker,
            "\"type\": \"option\", \"options\": {\"low\": \"l\", \"mid\": \"m\", \"high\": \"h\"}, "
            "\"%s\": %s\"mid\"%s",
            key, all, end);
        return;
    case 2:
        put(maker, "\"type\": \"party\", \"%s\": %s\"p%zu\"%s", key, all,
            pick(maker, maker->parties), end);
        return;
    case 3:
        if (maker->regions > 0) {
            put(maker, "\"type\": \"region\", \"%s\": %s\"r%zu\"%s", key, all,
                pick(maker, maker->regions), end);
            return;
        }
        break;
    case 6:
        put(maker, "\"type\": \"parties\", \"%s\": [\"p0\"]", key);
        return;
    default:
        break;
    }
    static const int64_t wide = INT64_C(4000000000000000000);
    bool large = pick(maker, 4) == 0;
    put(maker, "\"type\": \"int\", \"min\": %" PRId64 ", \"max\": %" PRId64 ", \"%s\": %s%d%s",
        large ? -wide : -4, large ? wide : 6, key, all, (int)pick(maker, 5), end);
}

static void put_variables(struct maker *maker)
{
    put(maker, "\"variables\": {");
    for (size_t index = 0, count = 3 + pick(maker, 6); index < count; index++) {
        put(maker, "%s\"v%zu\": {", separator(index), index);
        put_domain(maker, "start", put_per(maker), false);
        put(maker, "}");
    }
    put(maker, "}, \"formulas\": {");
    for (size_t index = 0, count = pick(maker, 6); index < count; index++) {
        static const enum value_type types[] = {VALUE_INT, VALUE_INT, VALUE_BOOL, VALUE_PARTY};
        put(maker, "%s\"f%zu\": {", separator(index), index);
        enum per per = put_per(maker);
        put(maker, "\"value\": ");
        put_rule(maker, types[pick(maker, 4)], false, CONTEXT_PLAIN, per, index);
        put(maker, "}");
    }
    put(maker, "}, ");
}

static size_t formula_count(const struct maker *maker)
{
    return maker->skeleton ? maker->skeleton->formula_count : 0;
}

static void put_clause(struct maker *maker, size_t index)
{
    put(maker, "%s\"c%zu\": {\"title\": \"C\", \"text\": \"They do.\", ", separator(index), index);
    enum per per = put_per(maker);
    if (per != PER_NONE && pick(maker, 3) == 0)
        put(maker, "\"of\": \"[%s0]\", ", per == PER_PARTY ? "p" : "r");
    put(maker, "\"terms\": {");
    for (size_t term = 0, count = pick(maker, 4); term < count; term++) {
        put(maker, "%s\"t%zu\": {", separator(term), term);
        put_domain(maker, "default", PER_NONE, true);
        put(maker, "}");
    }
    put(maker, "}, \"binds\": ");
    put_rule(maker, VALUE_PARTY, true, CONTEXT_PLAIN, per, formula_count(maker));
    put(maker, ", \"requires\": [");
    for (size_t rule = 0, count = pick(maker, 3); rule < count; rule++) {
        put(maker, "%s{\"that\": ", separator(rule));
        put_rule(maker, VALUE_BOOL, false, CONTEXT_DRAFT, per, formula_count(maker));
        put(maker, ", \"else\": \"No.\"}");
    }
    put(maker, "]}");
}

static void put_texts(struct maker *maker)
{
    put(maker, "\"clauses\": {");
    for (size_t index = 0, count = 2 + pick(maker, 4); index < count; index++)
        put_clause(maker, index);
    put(maker, "}, \"conditions\": {\"quiet\": {\"title\": \"Q\", \"when\": \"true\"}}, "
               "\"instruments\": {\"i0\": {\"title\": \"I\", \"clauses\": [\"c0\", \"c1\"], "
               "\"conditions\": [\"quiet\"]}, \"i1\": {\"title\": \"I\", \"clauses\": []}}, "
               "\"decisions\": {");
    if (pick(maker, 4) > 0)
        put(maker, "\"d0\": {\"title\": \"D\", \"phase\": \"talks\", \"options\": {\"yes\": "
                   "\"Y\", \"no\": \"N\"}, \"default\": \"no\"}");
    put(maker, "}, \"phases\": [{\"id\": \"talks\", \"title\": \"T\", \"allows\": [\"talk\", "
               "\"draft\", \"sign\", \"decide\"]}, {\"id\": \"debrief\", \"title\": \"D\", "
               "\"allows\": [\"talk\"], \"final\": true}], ");
}

static void put_scores(struct maker *maker)
{
    put(maker, "\"scores\": {");
    for (size_t party = 0; party < maker->parties; party++) {
        put(maker, "%s\"p%zu\": {", separator(party), party);
        if (pick(maker, 3) == 0) {
            put(maker, "\"no_deal\": ");
            put_rule(maker, VALUE_INT, false, CONTEXT_PLAIN, PER_PARTY, formula_count(maker));
            put(maker, ", ");
        }
        put(maker, "\"items\": {");
        for (size_t item = 0, count = 1 + pick(maker, 3); item < count; item++) {
            put(maker, "%s\"s%zu\": {\"points\": ", separator(item), item);
            put_rule(maker, VALUE_INT, false, CONTEXT_PLAIN, PER_PARTY, formula_count(maker));
            if (pick(maker, 2)) {
                put(maker, ", \"expected\": ");
                put_rule(maker, VALUE_INT, false, CONTEXT_PLAIN, PER_PARTY, formula_count(maker));
            }
            put(maker, "}");
        }
        put(maker, "}}");
    }
    put(maker, "}, \"outcomes\": [{\"id\": \"end\", \"when\": \"true\", \"title\": \"E\"}]}");
}

static struct text write_json(struct maker *maker)
{
    maker->json = TEXT("");
    put(maker, "{\"format\": 1, \"id\": \"chance\", \"title\": \"Chance\", ");
    maker->parties = 2 + pick(maker, 4);
    maker->regions = pick(maker, 4);
    put_places(maker);
    put_variables(maker);
    put_texts(maker);
    put_scores(maker);
    return maker->json;
}

static struct scenario *load(const struct maker *maker, struct text json, bool *too_long)
{
    struct scenario_file files[2 + PARTIES_MAX] = {{TEXT("briefings/common.md"), TEXT("All.")}};
    size_t count = 1;
    for (size_t party = 0; party < maker->parties; party++)
        files[count++] = (struct scenario_file){
            arena_print(maker->arena, "briefings/p%zu.md", party), TEXT("You.")};
    files[count++] = (struct scenario_file){TEXT("scenario.json"), json};
    struct diagnostics found = {.arena = maker->arena};
    struct scenario *scenario = scenario_load_bundle(
        files_bundle(&(struct scenario_files){files, count}, maker->arena), &found);
    *too_long = false;
    for (size_t index = 0; !scenario && index < found.count; index++) {
        struct text message = found.items[index].message;
        if (memmem(message.at, message.length, "1 MiB", 5) ||
            memmem(message.at, message.length, "65536", 5))
            *too_long = true;
        else if (!found.items[index].warning)
            fprintf(stderr, "%.*s: %.*s\n", TEXT_ARGUMENTS(found.items[index].path),
                    TEXT_ARGUMENTS(message));
    }
    return scenario;
}

struct scenario *random_scenario(uint64_t seed)
{
    struct scenario *scenario = NULL;
    bool too_long = true;
    for (uint64_t attempt = 0; !scenario && too_long; attempt++) {
        struct arena *arena = arena_open();
        struct maker maker = {.things = {seed}, .arena = arena};
        struct text json = write_json(&maker);
        struct scenario *skeleton = load(&maker, json, &too_long);
        must(skeleton);
        struct maker again = {.things = {seed},
                              .rules = {seed * 1000003 + attempt},
                              .arena = arena,
                              .skeleton = skeleton};
        json = write_json(&again);
        scenario = load(&again, json, &too_long);
        scenario_close(skeleton);
        arena_close(arena);
    }
    return scenario;
}

int64_t random_value(struct chooser *chooser, const struct scenario *scenario,
                     const struct domain *domain)
{
    switch (domain->hold) {
    case HOLD_INT: {
        if (!domain->bounded)
            return (int64_t)choose(chooser, 200) - 100;
        uint64_t steps = ((uint64_t)domain->max - (uint64_t)domain->min) / (uint64_t)domain->step;
        uint64_t taken =
            steps == UINT64_MAX ? choose(chooser, SIZE_MAX) : choose(chooser, steps + 1);
        return (int64_t)((uint64_t)domain->min + taken * (uint64_t)domain->step);
    }
    case HOLD_BOOL:
        return (int64_t)choose(chooser, 2);
    case HOLD_OPTION:
        return domain->options[choose(chooser, domain->option_count)].string;
    case HOLD_PARTY:
        for (;;) {
            size_t party = choose(chooser, scenario->party_count);
            if (domain->of_parties >> party & 1)
                return (int64_t)party;
        }
    case HOLD_REGION:
        for (;;) {
            size_t region = choose(chooser, scenario->region_count);
            if (domain->of_regions[region])
                return (int64_t)region;
        }
    case HOLD_PARTIES:
        break;
    }
    return (int64_t)(choose(chooser, SIZE_MAX) & domain->of_parties);
}
