#include "scenario_parts.h"
#include "weights.h"

bool audience_sees(struct audience audience, struct visibility visibility, enum per per,
                   int32_t key)
{
    if (visibility.all || audience.kind == AUDIENCE_CONTROL)
        return true;
    if (audience.kind != AUDIENCE_PARTY)
        return false;
    if (visibility.own)
        return per == PER_PARTY && (key < 0 || key == audience.party);
    return (visibility.parties & party_bit(audience.party)) != 0;
}

static void set_word(struct tree *tree, struct text name, struct text text, struct arena *arena)
{
    if (text.length > 0)
        tree_set_text(arena, tree, name, text);
}

static struct tree *parties_to_tree(const struct scenario *scenario, struct arena *arena)
{
    struct tree *parties = tree_object(arena);
    for (size_t index = 0; index < scenario->party_count; index++) {
        const struct party *party = &scenario->parties[index];
        struct tree *tree = tree_object(arena), *seats = tree_object(arena);
        tree_set_text(arena, tree, TEXT("name"), party->name);
        tree_set_text(arena, tree, TEXT("short"), party->short_name);
        tree_set_text(arena, tree, TEXT("colour"), party->colour);
        tree_set_text(arena, tree, TEXT("kind"), party->kind);
        tree_set_int(arena, seats, TEXT("head"), party->heads);
        tree_set_int(arena, seats, TEXT("adviser"), party->advisers);
        if (party->observers > 0)
            tree_set_int(arena, seats, TEXT("observer"), party->observers);
        tree_set(arena, tree, TEXT("seats"), seats);
        tree_set_true(tree, TEXT("essential"), (scenario->essential & party_bit((int)index)) != 0,
                      arena);
        tree_set(arena, parties, party->id, tree);
    }
    return parties;
}

static struct tree *regions_to_tree(const struct scenario *scenario, struct arena *arena)
{
    struct tree *regions = tree_object(arena);
    for (size_t index = 0; index < scenario->region_count; index++) {
        struct tree *tree = tree_object(arena);
        tree_set_text(arena, tree, TEXT("name"), scenario->regions[index].name);
        tree_set(arena, regions, scenario->regions[index].id, tree);
    }
    return regions;
}

static void set_per(struct tree *tree, enum per per, struct arena *arena)
{
    if (per != PER_NONE)
        tree_set_text(arena, tree, TEXT("per"), per == PER_PARTY ? TEXT("party") : TEXT("region"));
}

/* The start, of those keys that the viewer may see. */
static struct tree *start_to_tree(const struct scenario *scenario, const struct variable *variable,
                                  struct audience audience, struct arena *arena)
{
    if (variable->per == PER_NONE)
        return domain_to_tree(scenario, &variable->domain, variable->start[0], arena);
    struct tree *start = tree_object(arena);
    for (uint32_t key = 0; key < key_count_of(scenario, variable->per); key++)
        if (audience_sees(audience, variable->seen_by, variable->per, (int32_t)key))
            tree_set(arena, start, key_name(scenario, variable->per, (int32_t)key),
                     domain_to_tree(scenario, &variable->domain, variable->start[key], arena));
    return start;
}

static struct tree *variables_to_tree(const struct scenario *scenario, struct audience audience,
                                      struct arena *arena)
{
    struct tree *variables = tree_object(arena);
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        if (!audience_sees(audience, variable->seen_by, variable->per, -1))
            continue;
        struct tree *tree = tree_object(arena);
        tree_set_text(arena, tree, TEXT("label"), variable->label);
        set_word(tree, TEXT("unit"), variable->unit, arena);
        set_per(tree, variable->per, arena);
        domain_describe(scenario, &variable->domain, variable->domain.bounded, tree, arena);
        tree_set(arena, tree, TEXT("start"), start_to_tree(scenario, variable, audience, arena));
        tree_set(arena, variables, variable->id, tree);
    }
    return variables;
}

static struct tree *formulas_to_tree(const struct scenario *scenario, struct audience audience,
                                     struct arena *arena)
{
    struct tree *formulas = tree_object(arena);
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        if (!audience_sees(audience, formula->seen_by, formula->per, -1))
            continue;
        struct tree *tree = tree_object(arena);
        tree_set_text(arena, tree, TEXT("label"), formula->label);
        set_word(tree, TEXT("unit"), formula->unit, arena);
        set_per(tree, formula->per, arena);
        tree_set_some(tree, TEXT("reads"),
                      reads_to_tree(scenario, audience, formula->values,
                                    key_count_of(scenario, formula->per), arena),
                      arena);
        tree_set_true(tree, TEXT("reads_more"), reads_unseen(scenario, audience, formula), arena);
        tree_set(arena, formulas, formula->id, tree);
    }
    return formulas;
}

static struct tree *scores_to_tree(const struct scenario *scenario, uint32_t edition,
                                   struct audience audience, struct arena *arena)
{
    struct tree *scores = tree_object(arena);
    for (int party = 0; party < (int)scenario->party_count; party++) {
        bool own = audience.kind == AUDIENCE_PARTY && audience.party == party;
        if (!own && audience.kind != AUDIENCE_CONTROL)
            continue;
        struct tree *tree = tree_object(arena), *items = tree_object(arena);
        const int64_t *weights = own ? score_weights(scenario, edition, party, arena) : NULL;
        for (size_t index = 0; index < scenario->scores[party].item_count; index++) {
            const struct score_item *score = &scenario->scores[party].items[index];
            struct tree *item = tree_object(arena);
            tree_set_text(arena, item, TEXT("label"), score->label);
            tree_set_some(item, TEXT("reads"),
                          reads_to_tree(scenario, audience, &score->expected, 1, arena), arena);
            if (weights)
                tree_set_int(arena, item, TEXT("weight"), weights[index]);
            tree_set(arena, items, score->id, item);
        }
        tree_set(arena, tree, TEXT("items"), items);
        tree_set(arena, scores, scenario->parties[party].id, tree);
    }
    return scores;
}

/* Control reads every party's briefing, under `parties`. */
static struct tree *briefings_to_tree(const struct scenario *scenario, struct audience audience,
                                      struct arena *arena)
{
    struct tree *briefings = tree_object(arena);
    set_word(briefings, TEXT("common"), scenario->common_briefing, arena);
    if (audience.kind == AUDIENCE_PARTY)
        set_word(briefings, TEXT("own"), scenario->parties[audience.party].briefing, arena);
    if (audience.kind != AUDIENCE_CONTROL)
        return briefings;
    struct tree *all = tree_object(arena);
    for (size_t party = 0; party < scenario->party_count; party++)
        set_word(all, scenario->parties[party].id, scenario->parties[party].briefing, arena);
    tree_set_some(briefings, TEXT("parties"), all, arena);
    return briefings;
}

static struct tree *injects_to_tree(const struct scenario *scenario, struct arena *arena)
{
    struct tree *injects = tree_object(arena);
    for (size_t index = 0; index < scenario->inject_count; index++) {
        const struct inject *inject = &scenario->injects[index];
        struct tree *tree = tree_object(arena);
        tree_set_text(arena, tree, TEXT("title"), inject->title);
        tree_set_text(arena, tree, TEXT("text"), inject->text);
        tree_set_bool(arena, tree, TEXT("automatic"), inject->when != NULL);
        tree_set_true(tree, TEXT("once"), inject->once, arena);
        tree_set(arena, injects, inject->id, tree);
    }
    return injects;
}

static void set_heading(const struct scenario *scenario, uint32_t edition, struct tree *tree,
                        struct arena *arena)
{
    tree_set_text(arena, tree, TEXT("id"), scenario->id);
    tree_set_text(arena, tree, TEXT("version"), scenario->version);
    tree_set_text(arena, tree, TEXT("hash"), scenario->hash);
    tree_set_text(arena, tree, TEXT("language"), scenario->language);
    tree_set_text(arena, tree, TEXT("title"), scenario->title);
    tree_set_text(arena, tree, TEXT("summary"), scenario->summary);
    tree_set_int(arena, tree, TEXT("minutes"), scenario->minutes);
    tree_set_text(arena, tree, TEXT("license"), scenario->license);
    struct tree *sources = tree_list(arena);
    for (size_t index = 0; index < scenario->source_count; index++)
        tree_append(arena, sources, tree_text(arena, scenario->sources[index]));
    tree_set(arena, tree, TEXT("sources"), sources);
    tree_set_text(arena, tree, TEXT("edition"), scenario->editions[edition].id);
    struct tree *editions = tree_object(arena);
    for (size_t index = 0; index < scenario->edition_count; index++) {
        if (scenario->editions[index].id.length == 0)
            continue; /* The one in which everything is open is nobody's to choose by name. */
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("title"), scenario->editions[index].title);
        tree_set_true(item, TEXT("default"), index == scenario->edition_start, arena);
        tree_set(arena, editions, scenario->editions[index].id, item);
    }
    tree_set(arena, tree, TEXT("editions"), editions);
}

struct tree *scenario_view(const struct scenario *scenario, uint32_t edition,
                           struct audience audience, struct arena *arena)
{
    struct tree *tree = tree_object(arena);
    set_heading(scenario, edition, tree, arena);
    tree_set(arena, tree, TEXT("parties"), parties_to_tree(scenario, arena));
    tree_set(arena, tree, TEXT("regions"), regions_to_tree(scenario, arena));
    tree_set(arena, tree, TEXT("variables"), variables_to_tree(scenario, audience, arena));
    tree_set(arena, tree, TEXT("formulas"), formulas_to_tree(scenario, audience, arena));
    scenario_add_rules(scenario, edition, audience, tree, arena);
    tree_set_some(tree, TEXT("scores"), scores_to_tree(scenario, edition, audience, arena), arena);
    if (audience.kind == AUDIENCE_PARTY)
        tree_set_some(tree, TEXT("first_moves"),
                      first_moves_to_tree(scenario, edition, audience.party, arena), arena);
    tree_set(arena, tree, TEXT("briefings"), briefings_to_tree(scenario, audience, arena));
    set_word(tree, TEXT("map"), scenario->map_svg, arena);
    if (audience.kind == AUDIENCE_CONTROL) {
        set_word(tree, TEXT("teaching"), scenario->teaching, arena);
        tree_set(arena, tree, TEXT("injects"), injects_to_tree(scenario, arena));
    }
    return tree;
}
