#include "scenario_parts.h"

static void describe_options(const struct domain *domain, struct tree *tree, struct arena *arena)
{
    struct tree *options = tree_object(arena);
    for (size_t index = 0; index < domain->option_count; index++)
        tree_set_text(arena, options, domain->options[index].id, domain->options[index].label);
    tree_set(arena, tree, TEXT("options"), options);
}

static struct tree *regions_of(const struct scenario *scenario, const struct domain *domain,
                               struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < scenario->region_count; index++)
        if (!domain->of_regions || domain->of_regions[index])
            tree_append(arena, list, tree_text(arena, scenario->regions[index].id));
    return list;
}

void domain_describe(const struct scenario *scenario, const struct domain *domain, bool bounded,
                     struct tree *tree, struct arena *arena)
{
    static const struct text names[] = {
        [HOLD_INT] = {"int", 3},     [HOLD_BOOL] = {"bool", 4},     [HOLD_OPTION] = {"option", 6},
        [HOLD_PARTY] = {"party", 5}, [HOLD_REGION] = {"region", 6}, [HOLD_PARTIES] = {"parties", 7},
    };
    tree_set_text(arena, tree, TEXT("type"), names[domain->hold]);
    switch (domain->hold) {
    case HOLD_INT:
        if (bounded) {
            tree_set_int(arena, tree, TEXT("min"), domain->min);
            tree_set_int(arena, tree, TEXT("max"), domain->max);
        }
        break;
    case HOLD_BOOL:
        break;
    case HOLD_OPTION:
        describe_options(domain, tree, arena);
        break;
    case HOLD_PARTY:
    case HOLD_PARTIES:
        tree_set(arena, tree, TEXT("of"), tree_parties(scenario, domain->of_parties, arena));
        break;
    case HOLD_REGION:
        tree_set(arena, tree, TEXT("of"), regions_of(scenario, domain, arena));
        break;
    }
}

static struct tree *terms_describe(const struct scenario *scenario, const struct clause_type *type,
                                   struct arena *arena)
{
    struct tree *terms = tree_object(arena);
    for (size_t index = 0; index < type->term_count; index++) {
        const struct term *term = &type->terms[index];
        struct tree *tree = tree_object(arena);
        if (term->label.length > 0)
            tree_set_text(arena, tree, TEXT("label"), term->label);
        domain_describe(scenario, &term->domain, true, tree, arena);
        if (term->domain.hold == HOLD_INT)
            tree_set_int(arena, tree, TEXT("step"), term->domain.step);
        tree_set(arena, tree, TEXT("default"),
                 domain_to_tree(scenario, &term->domain, term->start, arena));
        if (term->unit.length > 0)
            tree_set_text(arena, tree, TEXT("unit"), term->unit);
        tree_set(arena, terms, term->id, tree);
    }
    return terms;
}

static bool list_has(const struct tree *list, struct text text)
{
    for (size_t index = 0; index < list->count; index++)
        if (text_equal(list->members[index].value->text, text))
            return true;
    return false;
}

/* The sentences of all its keys, each once. */
static struct tree *requirements_of(const struct scenario *scenario, const struct clause_type *type,
                                    struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (uint32_t key = type->first_key; key < type->first_key + type->key_count; key++)
        for (size_t index = 0; index < scenario->keys[key].requirement_count; index++) {
            struct text sentence = scenario->keys[key].requirements[index].otherwise;
            if (!list_has(list, sentence))
                tree_append(arena, list, tree_text(arena, sentence));
        }
    return list;
}

static struct tree *clauses_describe(const struct scenario *scenario, const struct edition *edition,
                                     struct arena *arena)
{
    struct tree *clauses = tree_object(arena);
    for (size_t index = 0; index < scenario->clause_type_count; index++) {
        const struct clause_type *type = &scenario->clause_types[index];
        struct tree *tree = tree_object(arena), *keys = tree_list(arena);
        for (uint32_t key = type->first_key; key < type->first_key + type->key_count; key++)
            if (edition->open[key])
                tree_append(arena, keys, tree_text(arena, scenario->keys[key].id));
        tree_set_text(arena, tree, TEXT("agenda"), type->agenda);
        tree_set_text(arena, tree, TEXT("title"), type->title);
        tree_set_text(arena, tree, TEXT("text"), type->text);
        if (type->per != PER_NONE)
            tree_set_text(arena, tree, TEXT("per"),
                          type->per == PER_PARTY ? TEXT("party") : TEXT("region"));
        tree_set(arena, tree, TEXT("keys"), keys);
        tree_set(arena, tree, TEXT("terms"), terms_describe(scenario, type, arena));
        tree_set_some(tree, TEXT("requires"), requirements_of(scenario, type, arena), arena);
        tree_set(arena, clauses, type->id, tree);
    }
    return clauses;
}

/* True where all of a template's clauses can be drafted in the edition. */
static bool template_is_open(const struct scenario *scenario, uint32_t edition,
                             const struct template *template)
{
    for (size_t index = 0; index < template->clause_count; index++)
        if (!scenario->editions[edition].open[template->clauses[index].key])
            return false;
    return true;
}

static struct tree *condition_ids(const struct scenario *scenario, const uint32_t *conditions,
                                  size_t count, struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < count; index++)
        tree_append(arena, list, tree_text(arena, scenario->conditions[conditions[index]].id));
    return list;
}

static struct tree *template_to_tree(const struct scenario *scenario,
                                     const struct template *template, struct arena *arena)
{
    struct tree *tree = tree_object(arena), *clauses = tree_list(arena);
    tree_set_text(arena, tree, TEXT("title"), template->title);
    tree_set(arena, tree, TEXT("invite"), tree_parties(scenario, template->invite, arena));
    for (size_t index = 0; index < template->clause_count; index++) {
        const struct clause_terms *clause = &template->clauses[index];
        struct tree *item = clause_to_tree(scenario, clause->key, arena);
        tree_set(arena, item, TEXT("terms"),
                 terms_to_tree(scenario, clause->key, clause->terms, arena));
        tree_append(arena, clauses, item);
    }
    tree_set(arena, tree, TEXT("clauses"), clauses);
    tree_set_some(
        tree, TEXT("takes_effect_if"),
        condition_ids(scenario, template->takes_effect_if, template->takes_effect_count, arena),
        arena);
    tree_set_some(
        tree, TEXT("suspended_while"),
        condition_ids(scenario, template->suspended_while, template->suspended_count, arena),
        arena);
    return tree;
}

party_set parties_of_list(const struct expression *expression, const struct world *world)
{
    int64_t values[PARTIES_MAX];
    size_t count = 0;
    party_set parties = 0;
    if (!expression_run_list(expression, world, NULL, values, PARTIES_MAX, &count))
        return 0;
    for (size_t index = 0; index < count && index < PARTIES_MAX; index++)
        parties |= party_bit((int)values[index]);
    return parties;
}

/* The types it may carry: all, or those it may carry and take a reservation on. */
static struct tree *clause_type_ids(const struct scenario *scenario,
                                    const struct instrument_type *type, bool severable,
                                    struct arena *arena)
{
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < type->clause_type_count; index++) {
        uint32_t clause = type->clause_types[index];
        if (!severable || type->severable[clause])
            tree_append(arena, list, tree_text(arena, scenario->clause_types[clause].id));
    }
    return list;
}

static struct tree *instrument_to_tree(const struct scenario *scenario, uint32_t edition,
                                       const struct instrument_type *type,
                                       const struct world *start, struct arena *arena)
{
    static const struct text denounce[] = {[DENOUNCE_NONE] = {"none", 4},
                                           [DENOUNCE_NOTICE] = {"notice", 6},
                                           [DENOUNCE_FREE] = {"free", 4}};
    struct tree *tree = tree_object(arena), *templates = tree_object(arena);
    tree_set_text(arena, tree, TEXT("title"), type->title);
    if (type->text.length > 0)
        tree_set_text(arena, tree, TEXT("text"), type->text);
    tree_set(arena, tree, TEXT("clauses"), clause_type_ids(scenario, type, false, arena));
    tree_set(arena, tree, TEXT("open_to"),
             tree_parties(scenario, parties_of_list(type->open_to, start), arena));
    tree_set_int(arena, tree, TEXT("min_parties"), type->min_parties);
    tree_set(arena, tree, TEXT("severable"), clause_type_ids(scenario, type, true, arena));
    tree_set(arena, tree, TEXT("conditions"),
             condition_ids(scenario, type->conditions, type->condition_count, arena));
    tree_set_text(arena, tree, TEXT("denounce"), denounce[type->denounce]);
    tree_set_true(tree, TEXT("ratified"), type->ratified_when != NULL, arena);
    for (size_t index = 0; index < type->template_count; index++)
        if (template_is_open(scenario, edition, &type->templates[index]))
            tree_set(arena, templates, type->templates[index].id,
                     template_to_tree(scenario, &type->templates[index], arena));
    tree_set(arena, tree, TEXT("templates"), templates);
    return tree;
}

static struct tree *decisions_to_tree(const struct scenario *scenario, struct audience audience,
                                      struct arena *arena)
{
    struct tree *decisions = tree_object(arena);
    for (size_t index = 0; index < scenario->decision_count; index++) {
        const struct decision *decision = &scenario->decisions[index];
        struct tree *tree = tree_object(arena), *options = tree_object(arena);
        tree_set_text(arena, tree, TEXT("title"), decision->title);
        if (decision->text.length > 0)
            tree_set_text(arena, tree, TEXT("text"), decision->text);
        tree_set_text(arena, tree, TEXT("phase"), scenario->phases[decision->phase].id);
        for (size_t option = 0; option < decision->option_count; option++)
            tree_set_text(arena, options, decision->options[option].id,
                          decision->options[option].label);
        tree_set(arena, tree, TEXT("options"), options);
        tree_set_text(arena, tree, TEXT("default"), decision->options[decision->start].id);
        tree_set_bool(arena, tree, TEXT("secret"), decision->secret);
        decision_add_reads(scenario, decision, audience, tree, arena);
        tree_set(arena, decisions, decision->id, tree);
    }
    return decisions;
}

static struct tree *phases_to_tree(const struct scenario *scenario, const struct edition *edition,
                                   struct arena *arena)
{
    struct tree *phases = tree_list(arena);
    for (size_t index = 0; index < scenario->phase_count; index++) {
        const struct phase *phase = &scenario->phases[index];
        struct tree *tree = tree_object(arena);
        tree_set_text(arena, tree, TEXT("id"), phase->id);
        tree_set_text(arena, tree, TEXT("title"), phase->title);
        tree_set_int(arena, tree, TEXT("rounds"), edition->rounds[index]);
        tree_set_int(arena, tree, TEXT("minutes"), edition->minutes[index]);
        tree_set(arena, tree, TEXT("allows"), phase_names(phase->allows, arena));
        tree_set_true(tree, TEXT("final"), phase->final, arena);
        tree_append(arena, phases, tree);
    }
    return phases;
}

static void set_titles(const struct scenario *scenario, struct tree *tree, struct arena *arena)
{
    struct tree *agenda = tree_object(arena), *conditions = tree_object(arena);
    for (size_t index = 0; index < scenario->agenda_count; index++)
        tree_set_text(arena, agenda, scenario->agenda[index].id, scenario->agenda[index].title);
    for (size_t index = 0; index < scenario->condition_count; index++) {
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("title"), scenario->conditions[index].title);
        tree_set(arena, conditions, scenario->conditions[index].id, item);
    }
    tree_set(arena, tree, TEXT("agenda"), agenda);
    tree_set(arena, tree, TEXT("conditions"), conditions);
}

void scenario_add_rules(const struct scenario *scenario, uint32_t edition, struct audience audience,
                        struct tree *tree, struct arena *arena)
{
    const struct edition *chosen = &scenario->editions[edition];
    struct world start = world_open(scenario, arena);
    world_refresh(scenario, &start);
    set_titles(scenario, tree, arena);
    tree_set(arena, tree, TEXT("clauses"), clauses_describe(scenario, chosen, arena));
    struct tree *instruments = tree_object(arena);
    for (size_t index = 0; index < scenario->instrument_count; index++)
        tree_set(
            arena, instruments, scenario->instruments[index].id,
            instrument_to_tree(scenario, edition, &scenario->instruments[index], &start, arena));
    tree_set(arena, tree, TEXT("instruments"), instruments);
    tree_set(arena, tree, TEXT("decisions"), decisions_to_tree(scenario, audience, arena));
    tree_set(arena, tree, TEXT("phases"), phases_to_tree(scenario, chosen, arena));
    struct tree *outcomes = tree_object(arena);
    for (size_t index = 0; index < scenario->outcome_count; index++) {
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("title"), scenario->outcomes[index].title);
        tree_set_text(arena, item, TEXT("text"), scenario->outcomes[index].text);
        tree_set(arena, outcomes, scenario->outcomes[index].id, item);
    }
    tree_set(arena, tree, TEXT("outcomes"), outcomes);
}

/* A move whose template is closed in the edition is still advice, but no draft to open. */
struct tree *first_moves_to_tree(const struct scenario *scenario, uint32_t edition, int party,
                                 struct arena *arena)
{
    struct tree *moves = tree_list(arena);
    for (size_t index = 0; index < scenario->first_move_counts[party]; index++) {
        const struct first_move *move = &scenario->first_moves[party][index];
        struct tree *tree = tree_object(arena);
        tree_set_text(arena, tree, TEXT("title"), move->title);
        tree_set_text(arena, tree, TEXT("text"), move->text);
        tree_set(arena, tree, TEXT("to"), tree_parties(scenario, move->to, arena));
        if (move->instrument >= 0) {
            const struct instrument_type *type = &scenario->instruments[move->instrument];
            tree_set_text(arena, tree, TEXT("instrument"), type->id);
            if (move->template >= 0 &&
                template_is_open(scenario, edition, &type->templates[move->template]))
                tree_set_text(arena, tree, TEXT("template"), type->templates[move->template].id);
        }
        tree_append(arena, moves, tree);
    }
    return moves;
}
