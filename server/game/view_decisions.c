#include "view_parts.h"

/* The choices of those asked, as option ids. */
static struct tree *choices_to_tree(const struct viewer *viewer, const struct decision *decision,
                                    const uint16_t *choices, party_set asked)
{
    struct tree *tree = tree_object(viewer->arena);
    for (size_t party = 0; party < viewer->scenario->party_count; party++)
        if ((asked & party_bit((int)party)) && choices[party] > 0)
            tree_set_text(viewer->arena, tree, viewer->scenario->parties[party].id,
                          decision->options[choices[party] - 1].id);
    return tree;
}

/* One's own choice: so far while it is open; as closed until all are revealed. 0: none. */
static uint16_t own_choice(const struct viewer *viewer, uint32_t decision)
{
    const struct decision_state *state = &viewer->position->decisions[decision];
    if (viewer->party == NONE)
        return 0;
    if (state->open)
        return state->choice[viewer->party];
    bool asked = state->closed_once && (state->last_by & party_bit(viewer->party));
    return asked && !viewer_sees_choices(viewer, decision) ? state->last[viewer->party] : 0;
}

static struct tree *decision_to_tree(const struct viewer *viewer, uint32_t index)
{
    const struct decision *decision = &viewer->scenario->decisions[index];
    const struct decision_state *state = &viewer->position->decisions[index];
    struct arena *arena = viewer->arena;
    uint16_t mine = own_choice(viewer, index);
    struct tree *tree = tree_object(arena);
    tree_set_bool(arena, tree, TEXT("open"), state->open);
    /* Whom a secret rule asks, it asks in secret. */
    party_set own = viewer->party == NONE ? 0 : party_bit(viewer->party);
    party_set by = viewer_reads(viewer, decision->by) ? state->by : state->by & own;
    if (state->open)
        tree_set(arena, tree, TEXT("by"), tree_parties(viewer->scenario, by, arena));
    if (mine > 0)
        tree_set_text(arena, tree, TEXT("mine"), decision->options[mine - 1].id);
    if (state->open && !decision->secret)
        tree_set_some(tree, TEXT("choices"),
                      choices_to_tree(viewer, decision, state->choice, state->by), arena);
    else if (state->closed_once && viewer_sees_choices(viewer, index))
        tree_set_some(tree, TEXT("choices"),
                      choices_to_tree(viewer, decision, state->last, state->last_by), arena);
    return tree;
}

struct tree *view_decisions(const struct viewer *viewer)
{
    struct tree *decisions = tree_object(viewer->arena);
    for (uint32_t index = 0; index < viewer->scenario->decision_count; index++)
        tree_set(viewer->arena, decisions, viewer->scenario->decisions[index].id,
                 decision_to_tree(viewer, index));
    return decisions;
}

/* Open decisions: who chose what so far. */
static struct tree *control_choices(const struct viewer *viewer)
{
    struct tree *tree = tree_object(viewer->arena);
    for (size_t index = 0; index < viewer->scenario->decision_count; index++) {
        const struct decision *decision = &viewer->scenario->decisions[index];
        const struct decision_state *state = &viewer->position->decisions[index];
        if (state->open)
            tree_set(viewer->arena, tree, decision->id,
                     choices_to_tree(viewer, decision, state->choice, state->by));
    }
    return tree;
}

/* Injects whose time has come by their `when`, were the round to end now; chance comes on top. What
 * `when` itself draws is drawn at another place than the game will, so it foretells nothing. */
static struct tree *control_due(const struct viewer *viewer)
{
    struct tree *due = tree_list(viewer->arena);
    struct draw_place draw = {.seed = viewer->game->options.seed, .place = TEXT("foresight")};
    for (size_t index = 0; index < viewer->scenario->inject_count; index++) {
        const struct inject *inject = &viewer->scenario->injects[index];
        const struct inject_state *state = &viewer->position->injects[index];
        if (!inject->when || state->held || (inject->once && state->fired > 0))
            continue;
        struct result when = expression_run(inject->when, &viewer->world, &draw);
        if (!when.failed && when.value)
            tree_append(viewer->arena, due, tree_text(viewer->arena, inject->id));
    }
    return due;
}

static struct tree *control_troubles(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct tree *troubles = tree_list(arena);
    for (size_t index = 0; index < viewer->game->trouble_count; index++) {
        const struct trouble *trouble = &viewer->game->troubles[index];
        struct tree *tree = tree_object(arena);
        tree_set_int(arena, tree, TEXT("at"), trouble->at);
        tree_set_text(arena, tree, TEXT("path"), trouble->path);
        tree_set_text(arena, tree, TEXT("text"), trouble->text);
        tree_append(arena, troubles, tree);
    }
    return troubles;
}

static struct tree *control_marks(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct tree *marks = tree_list(arena);
    for (size_t index = 0; index < viewer->game->mark_count; index++) {
        struct tree *tree = tree_object(arena);
        tree_set_int(arena, tree, TEXT("at"), viewer->game->marks[index].at);
        tree_set_text(arena, tree, TEXT("text"), viewer->game->marks[index].text);
        tree_append(arena, marks, tree);
    }
    return marks;
}

struct tree *view_control(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct tree *control = tree_object(arena);
    struct tree *held = tree_list(arena), *fired = tree_object(arena);
    for (size_t index = 0; index < viewer->scenario->inject_count; index++) {
        const struct inject_state *state = &viewer->position->injects[index];
        struct text id = viewer->scenario->injects[index].id;
        if (state->held)
            tree_append(arena, held, tree_text(arena, id));
        if (state->fired > 0)
            tree_set_int(arena, fired, id, state->fired);
    }
    tree_set(arena, control, TEXT("choices"), control_choices(viewer));
    tree_set(arena, control, TEXT("held"), held);
    tree_set(arena, control, TEXT("fired"), fired);
    tree_set(arena, control, TEXT("troubles"), control_troubles(viewer));
    tree_set(arena, control, TEXT("marks"), control_marks(viewer));
    tree_set(arena, control, TEXT("injects_due"), control_due(viewer));
    return control;
}

struct tree *view_news(const struct viewer *viewer)
{
    const struct game *game = viewer->game;
    struct arena *arena = viewer->arena;
    size_t first = game->news_count;
    for (size_t seen = 0; first > 0 && seen < VIEW_NEWS; first--)
        seen += viewer_sees_record(viewer, game->news[first - 1].seen_by);
    struct tree *list = tree_list(arena);
    for (size_t index = first; index < game->news_count; index++) {
        const struct news *news = &game->news[index];
        if (!viewer_sees_record(viewer, news->seen_by))
            continue;
        struct tree *tree = tree_object(arena);
        tree_set_int(arena, tree, TEXT("at"), news->at);
        if (news->inject != NONE)
            tree_set_text(arena, tree, TEXT("inject"), viewer->scenario->injects[news->inject].id);
        const struct scenario *whose = news->inject == NONE ? NULL : viewer->scenario;
        tree_set_said(whose, tree, TEXT("title"), news->title, arena);
        tree_set_said(whose, tree, TEXT("text"), news->text, arena);
        tree_append(arena, list, tree);
    }
    return list;
}

struct tree *view_instructions(const struct viewer *viewer)
{
    struct arena *arena = viewer->arena;
    struct tree *instructions = tree_object(arena);
    for (size_t index = 0; index < viewer->game->instruction_count; index++) {
        const struct instruction *instruction = &viewer->game->instructions[index];
        if (instruction->gone || !(viewer->control || instruction->party == viewer->party))
            continue;
        struct result holds = expression_run(instruction->that, &viewer->world, NULL);
        struct tree *tree = tree_object(arena);
        if (viewer->control)
            tree_set_text(arena, tree, TEXT("party"),
                          viewer->scenario->parties[instruction->party].id);
        tree_set_text(arena, tree, TEXT("that"), instruction->source);
        tree_set_said(instruction->own ? NULL : viewer->scenario, tree, TEXT("else"),
                      instruction->otherwise, arena);
        tree_set_bool(arena, tree, TEXT("holds"), !holds.failed && holds.value);
        tree_set_true(tree, TEXT("own"), instruction->own, arena);
        tree_set(arena, instructions, instruction->id, tree);
    }
    return instructions;
}
