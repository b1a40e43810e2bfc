/* Formulas are compiled, and later computed, in an order in which each comes after those it
 * reads. */
#include "loader.h"

#include <stdlib.h>
#include <string.h>

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* The name before a dot that ends at `dot`, or an empty one. */
static struct text owner_before(struct text source, size_t dot)
{
    size_t end = dot;
    while (end > 0 && strchr(" \t\r\n", source.at[end - 1]))
        end--;
    size_t begin = end;
    while (begin > 0 && is_name_byte(source.at[begin - 1]))
        begin--;
    return (struct text){source.at + begin, end - begin};
}

static bool is_clause_or_instrument(const struct scenario *scenario, struct text id)
{
    return scenario_clause_type(scenario, id) >= 0 || scenario_instrument(scenario, id) >= 0;
}

/* Whether a source speaks of a formula: by itself or behind a party or a region, as the formula is
 * made. `sanctions.steps` is a term, even where a formula is called steps. */
static bool source_reads(const struct scenario *scenario, struct text source,
                         const struct formula *formula)
{
    struct text id = formula->id;
    const char *found = source.at;
    for (;; found++) {
        size_t left = source.length - (size_t)(found - source.at);
        found = memmem(found, left, id.at, id.length);
        if (!found)
            return false;
        size_t at = (size_t)(found - source.at);
        if ((at > 0 && is_name_byte(source.at[at - 1])) ||
            (at + id.length < source.length && is_name_byte(source.at[at + id.length])))
            continue;
        size_t before = at;
        while (before > 0 && strchr(" \t\r\n", source.at[before - 1]))
            before--;
        bool member = before > 0 && source.at[before - 1] == '.';
        if (member != (formula->per != PER_NONE))
            continue;
        if (!member || !is_clause_or_instrument(scenario, owner_before(source, before - 1)))
            return true;
    }
}

static const struct datum *formula_source(const struct loader *loader, size_t index)
{
    const struct datum *formulas = datum_get(loader->root, TEXT("formulas"));
    const struct datum *value = datum_get(&formulas->members[index], TEXT("value"));
    return value && value->kind == DATUM_TEXT ? value : NULL;
}

/* What each formula mentions: lists of indices, one after the other. */
struct graph {
    uint32_t **reads;
    size_t *counts;
    const struct formula **sorted; /* by id */
};

static int compare_formulas(const void *left, const void *right)
{
    return text_compare((*(const struct formula *const *)left)->id,
                        (*(const struct formula *const *)right)->id);
}

static int compare_name(const void *name, const void *formula)
{
    return text_compare(*(const struct text *)name, (*(const struct formula *const *)formula)->id);
}

static int compare_indices(const void *left_item, const void *right_item)
{
    uint32_t left = *(const uint32_t *)left_item, right = *(const uint32_t *)right_item;
    return (left > right) - (left < right);
}

static void read_mentions(struct loader *loader, size_t index, struct graph *graph)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *source = formula_source(loader, index);
    if (!source)
        return;
    struct expression_mentions mentions = expression_mentions(source->text, loader->arena);
    graph->reads[index] = ARENA_ARRAY(loader->arena, uint32_t, scenario->formula_count);
    for (size_t name = 0; name < mentions.name_count; name++) {
        const struct formula *const *found =
            bsearch(&mentions.names[name], graph->sorted, scenario->formula_count,
                    sizeof(*graph->sorted), compare_name);
        if (found && source_reads(scenario, source->text, *found))
            graph->reads[index][graph->counts[index]++] = (uint32_t)(*found - scenario->formulas);
    }
    qsort(graph->reads[index], graph->counts[index], sizeof(uint32_t), compare_indices);
    for (size_t string = 0; string < mentions.string_count; string++)
        (void)intern_string(loader, source, mentions.strings[string]);
}

enum mark { MARK_NONE, MARK_OPEN, MARK_DONE };

struct sort {
    struct loader *loader;
    const struct graph *graph;
    enum mark *marks;
    uint32_t *path; /* formulas being looked into */
    size_t depth;
    uint32_t *order;
    size_t count;
};

static void fault_circle(struct sort *sort, uint32_t again)
{
    const struct scenario *scenario = sort->loader->scenario;
    size_t first = sort->depth - 1;
    while (sort->path[first] != again)
        first--;
    if (name_is_broken(sort->loader, scenario->formulas[again].id))
        return;
    enum { LISTED_MAX = 16 };
    struct text names = TEXT("");
    for (size_t index = first; index < sort->depth && index < first + LISTED_MAX; index++)
        names = arena_print(sort->loader->arena, "%.*s%.*s -> ", TEXT_ARGUMENTS(names),
                            TEXT_ARGUMENTS(scenario->formulas[sort->path[index]].id));
    fault(sort->loader, formula_source(sort->loader, again),
          "These formulas read one another in a circle: %.*s%s%.*s.", TEXT_ARGUMENTS(names),
          sort->depth - first > LISTED_MAX ? "… -> " : "",
          TEXT_ARGUMENTS(scenario->formulas[again].id));
    mark_broken(sort->loader, scenario->formulas[again].id);
}

/* Depth first, with the path in an array: there may be a thousand formulas in a row. */
static void visit(struct sort *sort, uint32_t root)
{
    const struct graph *graph = sort->graph;
    size_t *next = ARENA_ARRAY(sort->loader->arena, size_t, sort->loader->scenario->formula_count);
    sort->path[sort->depth++] = root;
    sort->marks[root] = MARK_OPEN;
    while (sort->depth > 0) {
        uint32_t top = sort->path[sort->depth - 1];
        if (next[top] == graph->counts[top]) {
            sort->marks[top] = MARK_DONE;
            sort->order[sort->count++] = top;
            sort->depth--;
            continue;
        }
        uint32_t read = graph->reads[top][next[top]++];
        if (sort->marks[read] == MARK_OPEN)
            fault_circle(sort, read);
        if (sort->marks[read] != MARK_NONE)
            continue;
        sort->marks[read] = MARK_OPEN;
        sort->path[sort->depth++] = read;
    }
}

static void order_formulas(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    size_t count = scenario->formula_count;
    struct graph graph = {ARENA_ARRAY(loader->arena, uint32_t *, count),
                          ARENA_ARRAY(loader->arena, size_t, count),
                          ARENA_ARRAY(loader->arena, const struct formula *, count)};
    for (size_t index = 0; index < count; index++)
        graph.sorted[index] = &scenario->formulas[index];
    qsort(graph.sorted, count, sizeof(*graph.sorted), compare_formulas);
    for (size_t index = 0; index < count; index++)
        read_mentions(loader, index, &graph);
    struct sort sort = {.loader = loader,
                        .graph = &graph,
                        .marks = ARENA_ARRAY(loader->arena, enum mark, count),
                        .path = ARENA_ARRAY(loader->arena, uint32_t, count),
                        .order = ARENA_ARRAY(loader->arena, uint32_t, count)};
    for (size_t index = 0; index < count; index++)
        if (sort.marks[index] == MARK_NONE)
            visit(&sort, (uint32_t)index);
    scenario->formula_order = sort.order;
}

static bool compile_formula(struct loader *loader, size_t index)
{
    const struct scenario *scenario = loader->scenario;
    struct formula *formula = (struct formula *)(uintptr_t)&scenario->formulas[index];
    const struct datum *formulas = datum_get(loader->root, TEXT("formulas"));
    const struct datum *source = datum_get(&formulas->members[index], TEXT("value"));
    size_t keys = per_count(scenario, formula->per);
    if (member_is_spoilt(&formulas->members[index], "per"))
        return false;
    for (size_t key = 0; key < keys; key++) {
        struct binding it = binding_of(formula->per, key);
        struct expression_request request = {.bindings = &it,
                                             .binding_count = formula->per != PER_NONE,
                                             .any_type = key == 0,
                                             .type = formula->type};
        formula->values[key] = compile(loader, source, request);
        if (!formula->values[key])
            return false;
        if (expression_is_list(formula->values[key])) {
            fault(loader, source, "A formula is one value, not a list.");
            return false;
        }
        formula->type = expression_type(formula->values[key]);
    }
    return true;
}

void compile_formulas(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    if (scenario->formula_count == 0) {
        scenario->formula_order = ARENA_ARRAY(loader->arena, uint32_t, 0);
        return;
    }
    order_formulas(loader);
    for (size_t place = 0; place < scenario->formula_count; place++) {
        uint32_t index = scenario->formula_order[place];
        if (!compile_formula(loader, index))
            mark_broken(loader, scenario->formulas[index].id);
    }
}
