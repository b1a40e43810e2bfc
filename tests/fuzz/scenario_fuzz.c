/* Any bytes as a scenario: it loads, or errors say why, each in a file that there is and at a place
 * in it. What loads has a bundle that loads again, as the same.
 *
 * What begins with '{' is a scenario.json beside briefings for parties a and b; anything else is a
 * whole bundle. */
#include "diagnostic.h"
#include "must.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct text bundle_of(struct arena *arena, const uint8_t *bytes, size_t length)
{
    static const char beside[] =
        "briefings/a.md 1\n.\nbriefings/b.md 1\n.\nbriefings/common.md 1\n.\n"
        "locale/fr.json 16\n{\"title\": \"Non\"}\n";
    if (length == 0 || bytes[0] != '{')
        return (struct text){(const char *)bytes, length};
    struct text head = arena_print(arena, "%sscenario.json %zu\n", beside, length);
    char *bundle = arena_take(arena, head.length + length + 1);
    memcpy(bundle, head.at, head.length);
    memcpy(bundle + head.length, bytes, length);
    bundle[head.length + length] = '\n';
    return (struct text){bundle, head.length + length + 1};
}

static void check_words(const struct diagnostics *diagnostics)
{
    for (size_t index = 0; index < diagnostics->count; index++) {
        const struct diagnostic *item = &diagnostics->items[index];
        must(item->line >= 1 && item->column >= 1);
        must(item->message.length > 0 && text_is_utf8(item->message) && text_is_utf8(item->path));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct diagnostics diagnostics = {.arena = arena}, again = {.arena = arena};
    struct scenario *scenario = scenario_load_bundle(bundle_of(arena, bytes, length), &diagnostics);
    must((scenario == NULL) == (diagnostics_errors(&diagnostics) > 0));
    check_words(&diagnostics);
    if (scenario) {
        struct scenario *twin = scenario_load_bundle(scenario_bundle(scenario), &again);
        must(twin && text_equal(twin->hash, scenario->hash));
        must(again.count == diagnostics.count);
        struct world world = world_open(scenario, arena);
        world_refresh(scenario, &world);
        scenario_close(twin);
    }
    scenario_close(scenario);
    arena_close(arena);
    return 0;
}
