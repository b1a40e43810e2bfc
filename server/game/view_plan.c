#include "plan.h"
#include "view_parts.h"

static struct tree *clause_and_terms(const struct viewer *viewer, const struct draft_clause *clause)
{
    struct tree *tree = clause_to_tree(viewer->scenario, clause->key, viewer->arena);
    tree_set(viewer->arena, tree, TEXT("terms"),
             terms_to_tree(viewer->scenario, clause->key, clause->terms, viewer->arena));
    return tree;
}

static struct tree *aims_to_tree(const struct viewer *viewer, int party, const struct plan *plan)
{
    struct tree *aims = tree_list(viewer->arena);
    for (size_t index = 0; index < plan->aim_count; index++)
        tree_append(
            viewer->arena, aims,
            tree_text(viewer->arena, viewer->scenario->scores[party].items[plan->aims[index]].id));
    return aims;
}

static struct tree *notes_to_tree(const struct viewer *viewer, const struct notes *notes)
{
    struct tree *tree = tree_object(viewer->arena);
    tree_set_int(viewer->arena, tree, TEXT("n"), notes->number);
    tree_set_text(viewer->arena, tree, TEXT("seat"), notes->seat);
    tree_set_int(viewer->arena, tree, TEXT("at"), notes->at);
    tree_set_text(viewer->arena, tree, TEXT("text"), notes->text);
    return tree;
}

static struct tree *kept_to_tree(const struct viewer *viewer, const struct plan *plan)
{
    struct tree *kept = tree_list(viewer->arena);
    for (size_t index = 0; index < plan->kept_count; index++)
        tree_append(viewer->arena, kept, notes_to_tree(viewer, &plan->kept[index]));
    return kept;
}

static struct tree *jobs_to_tree(const struct viewer *viewer, int party)
{
    struct tree *jobs = tree_object(viewer->arena);
    for (size_t index = 0; index < viewer->position->seat_count; index++) {
        const struct seat *seat = &viewer->position->seats[index];
        if (seat->party == party && seat->role == ROLE_ADVISER && seat->job != JOB_NONE)
            tree_set_text(viewer->arena, jobs, seat->id, job_names[seat->job]);
    }
    return jobs;
}

static void set_subject(const struct viewer *viewer, const struct event *event, struct tree *tree)
{
    struct arena *arena = viewer->arena;
    if (event->type == EVENT_ADVISED) {
        const struct decision *decision = &viewer->scenario->decisions[event->decision];
        tree_set_text(arena, tree, TEXT("kind"), suggestion_names[SUGGEST_CHOOSE]);
        struct tree *choice = tree_object(arena);
        tree_set_text(arena, choice, TEXT("decision"), decision->id);
        tree_set_text(arena, choice, TEXT("option"), decision->options[event->option].id);
        tree_set(arena, tree, TEXT("choice"), choice);
        return;
    }
    tree_set_text(arena, tree, TEXT("kind"), suggestion_names[event->value]);
    const struct instrument *text =
        event->quote.length > 0 ? instrument_find(viewer->position, event->quote) : NULL;
    if (text)
        tree_set_text(arena, tree, TEXT("instrument"), viewer_text_name(viewer, text));
    if (event->draft->clause_count > 0)
        tree_set(arena, tree, TEXT("clause"), clause_and_terms(viewer, &event->draft->clauses[0]));
}

static struct tree *suggestion_to_tree(const struct viewer *viewer,
                                       const struct suggestion *suggestion)
{
    struct arena *arena = viewer->arena;
    const struct event *event = suggestion->event;
    struct tree *tree = tree_object(arena);
    tree_set_text(arena, tree, TEXT("seat"), event->seat);
    tree_set_int(arena, tree, TEXT("at"), suggestion->at);
    set_subject(viewer, event, tree);
    if (event->text.length > 0)
        tree_set_text(arena, tree, TEXT("text"), event->text);
    if (suggestion->answer != ANSWER_NONE)
        tree_set_bool(arena, tree, TEXT("accepted"), suggestion->answer == ANSWER_ACCEPTED);
    return tree;
}

/* Those that wait, and the last that were answered. */
static struct tree *suggestions_to_tree(const struct viewer *viewer, const struct plan *plan)
{
    size_t answered = 0;
    for (size_t index = 0; index < plan->suggestion_count; index++)
        answered += plan->suggestions[index].answer != ANSWER_NONE;
    struct tree *suggestions = tree_object(viewer->arena);
    for (size_t index = 0; index < plan->suggestion_count; index++) {
        const struct suggestion *suggestion = &plan->suggestions[index];
        if (suggestion->answer != ANSWER_NONE && answered-- > VIEW_ANSWERED)
            continue;
        tree_set(viewer->arena, suggestions, suggestion->event->id,
                 suggestion_to_tree(viewer, suggestion));
    }
    return suggestions;
}

static struct tree *plan_to_tree(const struct viewer *viewer, int party)
{
    struct arena *arena = viewer->arena;
    const struct plan *plan = &viewer->game->plans[party];
    struct tree *tree = tree_object(arena), *terms = tree_list(arena);
    tree_set_some(tree, TEXT("aims"), aims_to_tree(viewer, party, plan), arena);
    for (size_t index = 0; plan->terms && index < plan->terms->clause_count; index++)
        tree_append(arena, terms, clause_and_terms(viewer, &plan->terms->clauses[index]));
    tree_set_some(tree, TEXT("terms"), terms, arena);
    if (plan->walk_away_given)
        tree_set_int(arena, tree, TEXT("walk_away"), plan->walk_away);
    if (plan->notes.number > 0)
        tree_set(arena, tree, TEXT("notes"), notes_to_tree(viewer, &plan->notes));
    tree_set_some(tree, TEXT("kept"), kept_to_tree(viewer, plan), arena);
    tree_set_some(tree, TEXT("jobs"), jobs_to_tree(viewer, party), arena);
    tree_set_some(tree, TEXT("suggestions"), suggestions_to_tree(viewer, plan), arena);
    return tree;
}

struct tree *view_plans(const struct viewer *viewer)
{
    struct tree *plans = tree_object(viewer->arena);
    for (int party = 0; party < (int)viewer->scenario->party_count; party++)
        if (viewer->control || party == viewer->party)
            tree_set_some(plans, viewer->scenario->parties[party].id, plan_to_tree(viewer, party),
                          viewer->arena);
    return plans;
}
