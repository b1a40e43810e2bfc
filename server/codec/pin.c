#include "journal_form.h"

#include <inttypes.h>

/* The seed is 128 bits: two numbers of 16 hex digits, since a whole number here has 63. */
struct text seed_write(struct seed seed, struct arena *arena)
{
    return arena_print(arena, "%016" PRIx64 "%016" PRIx64, seed.high, seed.low);
}

static bool half_read(struct text digits, uint64_t *half)
{
    *half = 0;
    for (size_t index = 0; index < digits.length; index++) {
        char digit = digits.at[index];
        if (digit >= '0' && digit <= '9')
            *half = *half << 4 | (uint64_t)(digit - '0');
        else if (digit >= 'a' && digit <= 'f')
            *half = *half << 4 | (uint64_t)(digit - 'a' + 10);
        else
            return false;
    }
    return true;
}

static struct seed seed_read(struct form *form, const struct tree *tree)
{
    struct text digits = form_text(form, tree, TEXT("seed"), true);
    struct seed seed = {0, 0};
    if (digits.length != 32 || !half_read((struct text){digits.at, 16}, &seed.high) ||
        !half_read((struct text){digits.at + 16, 16}, &seed.low))
        form_fail(form, "\"seed\" should be 32 hex digits.");
    return seed;
}

static void flag_write(struct tree *tree, struct text name, bool flag, struct arena *arena)
{
    if (flag)
        tree_set_bool(arena, tree, name, true);
}

struct text pin_write(const struct pin *pin, const struct scenario *scenario, struct arena *arena)
{
    const struct game_options *options = &pin->options;
    struct tree *tree = tree_object(arena);
    tree_set_int(arena, tree, TEXT("seq"), 1);
    tree_set_int(arena, tree, TEXT("at"), pin->at);
    tree_set_text(arena, tree, TEXT("scenario"), scenario->id);
    tree_set_text(arena, tree, TEXT("hash"), pin->scenario_hash);
    tree_set_text(arena, tree, TEXT("edition"), scenario->editions[options->edition].id);
    tree_set_text(arena, tree, TEXT("id"), options->id);
    tree_set_text(arena, tree, TEXT("name"), options->name);
    tree_set_text(arena, tree, TEXT("seed"), seed_write(options->seed, arena));
    flag_write(tree, TEXT("live"), options->live, arena);
    flag_write(tree, TEXT("calculator"), options->calculator, arena);
    flag_write(tree, TEXT("advice"), options->advice, arena);
    flag_write(tree, TEXT("open_scores"), options->open_scores, arena);
    flag_write(tree, TEXT("untimed"), options->untimed, arena);
    if (pin->past) {
        tree_set(arena, tree, TEXT("past"), (struct tree *)(uintptr_t)pin->past);
        tree_set(arena, tree, TEXT("parent"), (struct tree *)(uintptr_t)pin->parent);
    }
    return json_write(arena, tree);
}

bool pin_read(struct text bytes, struct arena *arena, struct pin *pin, struct text *edition,
              struct text *why)
{
    uint32_t line, column;
    const struct tree *tree = json_read(arena, bytes, why, &line, &column);
    if (!tree)
        return false;
    struct form form = {NULL, arena, why, false};
    *pin = (struct pin){.at = form_int(&form, tree, TEXT("at"), INT64_MIN, INT64_MAX)};
    pin->scenario_hash = form_text(&form, tree, TEXT("hash"), true);
    *edition = form_text(&form, tree, TEXT("edition"), true);
    struct game_options *options = &pin->options;
    options->id = form_text(&form, tree, TEXT("id"), true);
    options->name = form_text(&form, tree, TEXT("name"), false);
    options->seed = seed_read(&form, tree);
    options->live = form_flag(&form, tree, TEXT("live"));
    options->calculator = form_flag(&form, tree, TEXT("calculator"));
    options->advice = form_flag(&form, tree, TEXT("advice"));
    options->open_scores = form_flag(&form, tree, TEXT("open_scores"));
    options->untimed = form_flag(&form, tree, TEXT("untimed"));
    pin->past = tree_get(tree, TEXT("past"));
    pin->parent = tree_get(tree, TEXT("parent"));
    if (pin->past && (pin->past->kind != TREE_LIST || !pin->parent))
        form_fail(&form, "\"past\" should be a list of entries, beside \"parent\".");
    return !form.failed;
}
