/* Effects: what rules, injects and control change. They run in order, each seeing the last one's
 * result. */
#include "scratch.h"

static const struct text change_nothing =
    TEXT("It could not be computed (overflow, a division by zero or an empty list), so this "
         "effect changes nothing.");

/* Chance is keyed by where it is drawn: the rule, the phase and round, the keys of loops around. */
static struct draw_place drawing_at(struct scratch *scratch, struct text path, const char *part,
                                    struct text place)
{
    const struct position *position = &scratch->position;
    struct text phase =
        position->phase == NONE ? TEXT("") : scratch->scenario->phases[position->phase].id;
    return (struct draw_place){
        .seed = scratch->game->options.seed,
        .place =
            arena_print(scratch->arena, "%.*s.%s|%.*s|%u|%.*s", TEXT_ARGUMENTS(path), part,
                        TEXT_ARGUMENTS(phase), (unsigned)position->round, TEXT_ARGUMENTS(place)),
    };
}

/* The same for an expression; of most nothing is drawn, and the place is not asked. */
static struct draw_place draw_at(struct scratch *scratch, const struct expression *expression,
                                 struct text path, const char *part, struct text place)
{
    if (!expression || !expression_draws(expression))
        return (struct draw_place){.seed = scratch->game->options.seed};
    return drawing_at(scratch, path, part, place);
}

static struct text part_of(struct scratch *scratch, struct text path, const char *part)
{
    return ARENA_JOIN(scratch->arena, path, TEXT("."), text_of(part));
}

static int64_t clamp(const struct domain *domain, int64_t value)
{
    if (domain->hold != HOLD_INT || !domain->bounded)
        return value;
    return value < domain->min ? domain->min : value > domain->max ? domain->max : value;
}

static void effect_set(struct scratch *scratch, const struct effect *effect, struct text place)
{
    const struct variable *variable = &scratch->scenario->variables[effect->variable];
    struct world *world = scratch_world(scratch);
    int64_t key = NONE;
    if (effect->key) {
        struct draw_place draw = draw_at(scratch, effect->key, effect->path, "set", place);
        struct result result = expression_run(effect->key, world, &draw);
        if (result.failed) {
            scratch_trouble(scratch, part_of(scratch, effect->path, "set"), change_nothing);
            return;
        }
        key = result.value;
    }
    struct draw_place draw = draw_at(scratch, effect->to, effect->path, "to", place);
    struct result to = expression_run(effect->to, world, &draw);
    if (to.failed) {
        scratch_trouble(scratch, part_of(scratch, effect->path, "to"), change_nothing);
        return;
    }
    int64_t value = clamp(&variable->domain, to.value);
    if (world->slots[variable->slot + (key < 0 ? 0 : (uint32_t)key)] == value)
        return;
    scratch_emit(scratch, (struct event){.type = EVENT_SET,
                                         .variable = effect->variable,
                                         .variable_key = (int32_t)key,
                                         .value = value,
                                         .path = effect->path});
}

/* What an effect goes through; NULL where it cannot be computed. */
static const int64_t *each_of(struct scratch *scratch, const struct effect *effect,
                              struct text place, size_t *count)
{
    int64_t values[LIST_LENGTH_MAX];
    struct draw_place draw = draw_at(scratch, effect->in, effect->path, "in", place);
    if (!expression_run_list(effect->in, scratch_world(scratch), &draw, values, LIST_LENGTH_MAX,
                             count))
        return NULL;
    return arena_grow(scratch->arena, values, *count, *count, sizeof *values);
}

static void effect_each(struct scratch *scratch, const struct effect *effect, struct text place)
{
    size_t count = 0;
    const int64_t *values = each_of(scratch, effect, place, &count);
    if (!values) {
        scratch_trouble(scratch, part_of(scratch, effect->path, "in"), change_nothing);
        return;
    }
    int64_t before = scratch->world.slots[effect->local_slot];
    for (size_t index = 0; index < count; index++) {
        scratch->world.slots[effect->local_slot] = values[index];
        struct text inner = ARENA_JOIN(scratch->arena, place, TEXT("/"),
                                       arena_integer(scratch->arena, values[index]));
        effects_run(scratch, &effect->body, inner);
    }
    scratch->world.slots[effect->local_slot] = before;
}

static void effect_say(struct scratch *scratch, const struct effect *effect, struct text place)
{
    struct visibility whom = effect->to_whom;
    if (effect->listeners) {
        int64_t *values = ARENA_ARRAY(scratch->arena, int64_t, LIST_LENGTH_MAX);
        size_t count = 0;
        struct draw_place draw = draw_at(scratch, effect->listeners, effect->path, "to", place);
        if (!expression_run_list(effect->listeners, scratch_world(scratch), &draw, values,
                                 LIST_LENGTH_MAX, &count)) {
            scratch_trouble(scratch, part_of(scratch, effect->path, "to"), change_nothing);
            return;
        }
        whom = (struct visibility){.all = false};
        for (size_t index = 0; index < count; index++)
            whom.parties |= party_bit((int)values[index]);
    }
    scratch_emit(scratch, (struct event){.type = EVENT_SAID,
                                         .text = effect->say,
                                         .parties = whom.all ? 0 : whom.parties,
                                         .flag = !whom.all && whom.parties == 0});
}

void effects_run(struct scratch *scratch, const struct effects *effects, struct text place)
{
    for (size_t index = 0; index < effects->count; index++) {
        const struct effect *effect = &effects->items[index];
        struct draw_place draw = draw_at(scratch, effect->when, effect->path, "when", place);
        if (!scratch_true(scratch, effect->when, &draw, part_of(scratch, effect->path, "when")))
            continue;
        switch (effect->kind) {
        case EFFECT_SET:
            effect_set(scratch, effect, place);
            break;
        case EFFECT_EACH:
            effect_each(scratch, effect, place);
            break;
        case EFFECT_SAY:
            effect_say(scratch, effect, place);
            break;
        case EFFECT_END:
            scratch->ending = true;
            break;
        }
    }
}

bool inject_drawn(struct scratch *scratch, const struct inject *rule)
{
    struct text path = ARENA_JOIN(scratch->arena, TEXT("injects."), rule->id);
    struct draw_place when = draw_at(scratch, rule->when, path, "when", TEXT(""));
    if (!scratch_true(scratch, rule->when, &when, part_of(scratch, path, "when")))
        return false;
    if (!rule->chance)
        return true;
    struct draw_place draw = drawing_at(scratch, path, "chance", TEXT(""));
    struct result percent = expression_run(rule->chance, scratch_world(scratch), &draw);
    if (percent.failed) {
        scratch_trouble(scratch, part_of(scratch, path, "chance"),
                        TEXT("Its chance could not be computed, so this inject does not come "
                             "about."));
        return false;
    }
    struct text place = arena_print(scratch->arena, "%.*s|drawn", TEXT_ARGUMENTS(draw.place));
    return random_between(draw.seed, place, 0, 99) < percent.value;
}

void inject_happen(struct scratch *scratch, uint32_t inject, struct text reason)
{
    const struct inject *rule = &scratch->scenario->injects[inject];
    uint32_t fired = scratch->position.injects[inject].fired;
    /* No other author's id: the same inject has the same id whoever set it going. */
    struct text id_place =
        arena_print(scratch->arena, "inject/%.*s/%u", TEXT_ARGUMENTS(rule->id), (unsigned)fired);
    struct text id = random_id(scratch->game->options.seed, id_place, scratch->arena);
    scratch_emit(scratch, (struct event){.type = EVENT_INJECT,
                                         .id = id,
                                         .inject = (int32_t)inject,
                                         .title = rule->title,
                                         .text = rule->text,
                                         .parties = rule->seen_by.parties,
                                         .flag = rule->seen_by.all,
                                         .reason = reason});
    /* What it draws does not depend on how often it came about before, which may be a secret. */
    effects_run(scratch, &rule->effects, TEXT(""));
}
