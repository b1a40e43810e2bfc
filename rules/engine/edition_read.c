/* How much of a scenario is played, by whom, and how they may begin. */
#include "loader.h"

static void read_overrides(struct loader *loader, const struct datum *datum, uint32_t *rounds,
                           uint32_t *minutes)
{
    static const char *const known[] = {"rounds", "minutes", NULL};
    const struct scenario *scenario = loader->scenario;
    const struct datum *members = read_object(loader, datum, "phases");
    for (size_t index = 0; members && index < members->count; index++) {
        const struct datum *member = &members->members[index];
        int phase = find_id(loader, member, member->key, "phase", scenario->phases,
                            scenario->phase_count, sizeof(*scenario->phases));
        if (phase < 0 || !expect_object(loader, member))
            continue;
        check_keys(loader, member, known);
        rounds[phase] = (uint32_t)read_int(loader, member, "rounds", 1, ROUNDS_MAX, rounds[phase]);
        minutes[phase] =
            (uint32_t)read_int(loader, member, "minutes", 0, MINUTES_MAX, minutes[phase]);
    }
}

/* With no datum: the edition in which everything can be drafted. */
static void read_edition(struct loader *loader, const struct datum *datum, struct edition *edition)
{
    static const char *const known[] = {"title", "clauses", "phases", "default", NULL};
    const struct scenario *scenario = loader->scenario;
    bool *open = ARENA_ARRAY(loader->arena, bool, scenario->key_count);
    uint32_t *rounds = ARENA_ARRAY(loader->arena, uint32_t, scenario->phase_count);
    uint32_t *minutes = ARENA_ARRAY(loader->arena, uint32_t, scenario->phase_count);
    for (size_t phase = 0; phase < scenario->phase_count; phase++) {
        rounds[phase] = scenario->phases[phase].rounds;
        minutes[phase] = scenario->phases[phase].minutes;
    }
    edition->open = open;
    edition->rounds = rounds;
    edition->minutes = minutes;
    const struct datum *clauses = NULL;
    if (datum) {
        edition->id = datum->key;
        (void)check_id(loader, datum, datum->key);
        if (!expect_object(loader, datum))
            return;
        check_keys(loader, datum, known);
        edition->title = need_text(loader, datum, "title");
        edition->start = read_bool(loader, datum, "default", false);
        read_overrides(loader, datum, rounds, minutes);
        clauses = read_list(loader, datum, "clauses");
    }
    for (size_t key = 0; !clauses && key < scenario->key_count; key++)
        open[key] = true;
    for (size_t index = 0; clauses && index < clauses->count; index++)
        (void)mark_keys(loader, &clauses->members[index], open);
}

void load_editions(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_object(loader, loader->root, "editions");
    size_t count = count_within(loader, members, EDITIONS_MAX, "editions");
    struct edition *editions = ARENA_ARRAY(loader->arena, struct edition, count + 1);
    const struct edition *start = NULL;
    scenario->edition_start = (uint32_t)count;
    for (size_t index = 0; index < count; index++) {
        const struct datum *datum = &members->members[index];
        read_edition(loader, datum, &editions[index]);
        if (editions[index].start && start)
            fault(loader, datum_get(datum, TEXT("default")), "'%.*s' is already the default.",
                  TEXT_ARGUMENTS(start->id));
        if (!editions[index].start || start)
            continue;
        start = &editions[index];
        scenario->edition_start = (uint32_t)index;
    }
    editions[count].title = TEXT("Everything");
    editions[count].start = !start;
    read_edition(loader, NULL, &editions[count]);
    scenario->editions = editions;
    scenario->edition_count = count + 1;
}

static void read_move(struct loader *loader, const struct datum *datum, size_t author,
                      struct first_move *move)
{
    static const char *const known[] = {"title", "text", "to", "instrument", "template", NULL};
    const struct scenario *scenario = loader->scenario;
    *move = (struct first_move){.instrument = -1, .template = -1};
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    move->title = need_text(loader, datum, "title");
    move->text = read_text(loader, datum, "text", TEXT(""));
    move->to = read_parties(loader, datum, "to", NULL, NULL);
    const struct datum *to = datum_get(datum, TEXT("to"));
    for (size_t index = 0; to && index < to->count; index++)
        if (scenario_party(scenario, to->members[index].text) == (int)author)
            fault(loader, &to->members[index], "A first move goes to other parties.");
    const struct datum *instrument = datum_get(datum, TEXT("instrument"));
    const struct datum *draft = datum_get(datum, TEXT("template"));
    if (instrument && expect_text(loader, instrument))
        move->instrument = FIND_ID(loader, instrument, "instrument", scenario->instruments,
                                   scenario->instrument_count);
    if (draft && !instrument)
        fault(loader, draft, "A template needs its instrument.");
    if (!draft || move->instrument < 0 || !expect_text(loader, draft))
        return;
    const struct instrument_type *type = &scenario->instruments[move->instrument];
    move->template = FIND_ID(loader, draft, "template", type->templates, type->template_count);
}

static void load_first_moves(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct first_move **lists =
        ARENA_ARRAY(loader->arena, const struct first_move *, scenario->party_count);
    size_t *counts = ARENA_ARRAY(loader->arena, size_t, scenario->party_count);
    const struct datum *members = read_object(loader, loader->root, "first_moves");
    for (size_t index = 0; members && index < members->count; index++) {
        const struct datum *datum = &members->members[index];
        int party = find_id(loader, datum, datum->key, "party", scenario->parties,
                            scenario->party_count, sizeof(*scenario->parties));
        if (party < 0 || !expect_list(loader, datum))
            continue;
        size_t count = count_within(loader, datum, FIRST_MOVES_MAX, "first moves");
        struct first_move *moves = ARENA_ARRAY(loader->arena, struct first_move, count);
        for (size_t move = 0; move < count; move++)
            read_move(loader, &datum->members[move], (size_t)party, &moves[move]);
        lists[party] = moves;
        counts[party] = count;
    }
    scenario->first_moves = lists;
    scenario->first_move_counts = counts;
}

void load_casting(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    scenario->essential = read_parties(loader, loader->root, "essential", NULL, NULL);
    uint32_t *spare = ARENA_ARRAY(loader->arena, uint32_t, scenario->party_count);
    (void)read_parties(loader, loader->root, "spare", spare, &scenario->spare_count);
    scenario->spare = spare;
    load_first_moves(loader);
}
