/* What each answer to a question would bring the delegation that is asked, as far as it can know.
 * The end of the round is played through, by the same rules that will end it, in a game from which
 * all is gone that the delegation may not see: others' choices, texts, figures, and the fall of the
 * dice. There the others do what is taken for granted; and then, to see what an answer hangs on,
 * otherwise, and the dice fall otherwise, and what is hidden is otherwise. */
#include "scratch.h"
#include "view_parts.h"

enum {
    THROWS = 6,    /* of the dice, besides the first */
    TURNS_MAX = 64 /* ways in which the others do otherwise that are tried, at most */
};

/* What an answer's worth hangs on, as bits. */
enum { ON_OTHERS = 1, ON_CHANCE = 2, ON_HIDDEN = 4 };

/* These of the others choose this; nobody: all do what is taken for granted. */
struct turn {
    uint32_t decision, option;
    party_set others;
};

struct question {
    const struct viewer *viewer;
    uint32_t decision;
    bool hidden; /* there are figures or choices that the delegation may not see */
    struct turn turns[TURNS_MAX];
    size_t turn_count;
};

struct trial {
    uint32_t option;
    struct turn turn;
    uint64_t thrown;
    enum fill fill;
};

static party_set own_bit(const struct question *question)
{
    return party_bit(question->viewer->party);
}

/* Whom the delegation knows to be asked. */
static party_set asked_seen(const struct viewer *viewer, uint32_t decision)
{
    party_set by = viewer->position->decisions[decision].by;
    return viewer_reads(viewer, viewer->scenario->decisions[decision].by)
               ? by
               : by & party_bit(viewer->party);
}

/* --- the game as the delegation knows it --- */

static void decisions_blank(const struct viewer *viewer, struct position *position)
{
    for (uint32_t index = 0; index < viewer->scenario->decision_count; index++) {
        struct decision_state *state = &position->decisions[index];
        if (!state->open)
            continue;
        state->by = asked_seen(viewer, index);
        for (int party = 0; party < (int)viewer->scenario->party_count; party++)
            if (viewer->scenario->decisions[index].secret && party != viewer->party)
                state->choice[party] = 0;
    }
}

/* A text that is not seen is none, and what is linked with it waits for what nobody knows. */
static void texts_blank(const struct viewer *viewer, struct position *position)
{
    for (size_t index = 0; index < position->instrument_count; index++)
        if (!viewer_sees_text(viewer, &position->instruments[index]))
            position->instruments[index].status = INSTRUMENT_WITHDRAWN;
}

static struct game game_known(const struct viewer *viewer, const struct trial *trial,
                              struct arena *arena)
{
    const struct scenario *scenario = viewer->scenario;
    struct game known = *viewer->game;
    known.options.seed = (struct seed){trial->thrown, (uint64_t)viewer->party};
    known.world = world_copy(scenario, &viewer->game->world, arena);
    known.position = position_copy(scenario, viewer->position, known.world.slots, arena);
    decisions_blank(viewer, &known.position);
    texts_blank(viewer, &known.position);
    sight_fill(scenario, viewer->unseen, known.world.slots, trial->fill);
    position_derive(scenario, &known.position);
    world_refresh(scenario, &known.world);
    return known;
}

/* --- one answer, tried --- */

static void choose(struct scratch *scratch, uint32_t decision, int party, uint32_t option)
{
    scratch_emit(scratch,
                 (struct event){
                     .type = EVENT_CHOSEN, .decision = decision, .party = party, .option = option});
}

static struct frozen_score answer_try(const struct question *question, const struct trial *trial,
                                      struct arena *arena)
{
    const struct viewer *viewer = question->viewer;
    struct game known = game_known(viewer, trial, arena);
    struct command nobody = {.actor = {.kind = ACTOR_CLOCK}};
    struct scratch scratch = scratch_open(&known, &nobody, known.at, arena);
    choose(&scratch, question->decision, viewer->party, trial->option);
    for (int party = 0; party < (int)viewer->scenario->party_count; party++)
        if (trial->turn.others & party_bit(party))
            choose(&scratch, trial->turn.decision, party, trial->turn.option);
    round_rehearse(&scratch);
    return score_compute(viewer->scenario, scratch_world(&scratch), viewer->party, arena);
}

/* --- in how many ways --- */

static void turn_add(struct question *question, uint32_t decision, uint32_t option,
                     party_set others)
{
    if (question->turn_count < TURNS_MAX)
        question->turns[question->turn_count++] = (struct turn){decision, option, others};
}

/* All of the others alike, then each alone. */
static void turns_list(struct question *question)
{
    const struct viewer *viewer = question->viewer;
    const struct scenario *scenario = viewer->scenario;
    for (int alone = 0; alone < 2; alone++)
        for (uint32_t index = 0; index < scenario->decision_count; index++) {
            if (!viewer->position->decisions[index].open)
                continue;
            party_set others = asked_seen(viewer, index) & ~own_bit(question);
            for (uint32_t option = 0; option < scenario->decisions[index].option_count; option++) {
                if (!alone && others)
                    turn_add(question, index, option, others);
                for (int party = 0; alone && party < (int)scenario->party_count; party++)
                    if (others & party_bit(party))
                        turn_add(question, index, option, party_bit(party));
            }
        }
}

/* What an answer was worth so far. */
struct range {
    int64_t then, least, most;
    unsigned hangs_on;
    bool failed;
};

static void range_widen(const struct question *question, struct range *range, struct trial trial,
                        unsigned cause)
{
    struct arena *aside = arena_open();
    struct frozen_score score = answer_try(question, &trial, aside);
    arena_close(aside);
    range->failed |= score.failed;
    if (score.expected == range->then)
        return;
    range->hangs_on |= cause;
    if (score.expected < range->least)
        range->least = score.expected;
    if (score.expected > range->most)
        range->most = score.expected;
}

static void range_seek(const struct question *question, struct range *range, struct trial trial)
{
    struct trial other = trial;
    for (size_t index = 0; index < question->turn_count; index++) {
        other.turn = question->turns[index];
        range_widen(question, range, other, ON_OTHERS);
    }
    other = trial;
    for (other.thrown = 1; other.thrown <= THROWS; other.thrown++)
        range_widen(question, range, other, ON_CHANCE);
    other = trial;
    for (other.fill = FILL_LEAST; question->hidden && other.fill <= FILL_MOST; other.fill++)
        range_widen(question, range, other, ON_HIDDEN);
}

/* --- as a tree --- */

static struct tree *causes_to_tree(unsigned hangs_on, struct arena *arena)
{
    static const char *const names[] = {"others", "chance", "hidden"};
    struct tree *list = tree_list(arena);
    for (size_t index = 0; index < sizeof names / sizeof *names; index++)
        if (hangs_on & (1u << index))
            tree_append(arena, list, tree_text(arena, text_of(names[index])));
    return list;
}

static struct tree *option_foresee(const struct question *question, uint32_t option,
                                   const struct frozen_score *now)
{
    const struct viewer *viewer = question->viewer;
    struct arena *arena = viewer->arena;
    struct trial trial = {.option = option, .fill = FILL_MIDDLE};
    struct frozen_score then = answer_try(question, &trial, arena);
    struct range range = {then.expected, then.expected, then.expected, 0, then.failed};
    range_seek(question, &range, trial);
    struct tree *tree = tree_object(arena);
    if (!range.failed) {
        tree_set_int(arena, tree, TEXT("then"), range.then);
        tree_set_int(arena, tree, TEXT("least"), range.least);
        tree_set_int(arena, tree, TEXT("most"), range.most);
    }
    tree_set_some(tree, TEXT("hangs_on"), causes_to_tree(range.hangs_on, arena), arena);
    tree_set(arena, tree, TEXT("items"),
             items_compare(viewer, &viewer->scenario->scores[viewer->party], now, &then, false));
    return tree;
}

struct tree *decision_foresee(const struct game *game, int party, uint32_t decision,
                              struct arena *arena)
{
    struct viewer viewer = viewer_open(game, (struct audience){AUDIENCE_PARTY, party}, arena);
    const struct decision_state *state = &viewer.position->decisions[decision];
    if (!state->open || !(state->by & party_bit(party)))
        return NULL;
    const struct decision *rule = &viewer.scenario->decisions[decision];
    struct question question = {.viewer = &viewer, .decision = decision};
    question.hidden = sight_hides(viewer.scenario, viewer.unseen);
    turns_list(&question);
    struct frozen_score now = score_compute(viewer.scenario, &viewer.world, party, arena);
    struct tree *tree = tree_object(arena), *options = tree_object(arena);
    if (!now.failed) {
        tree_set_int(arena, tree, TEXT("today"), now.expected);
        tree_set_int(arena, tree, TEXT("no_deal"), now.no_deal);
    }
    for (uint32_t option = 0; option < rule->option_count; option++)
        tree_set(arena, options, rule->options[option].id, option_foresee(&question, option, &now));
    tree_set(arena, tree, TEXT("options"), options);
    return tree;
}
