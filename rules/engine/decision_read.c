/* Decisions, injects and phases. */
#include "loader.h"

static const struct datum *member_at(const struct loader *loader, const char *section, size_t index)
{
    return &datum_get(loader->root, text_of(section))->members[index];
}

static void read_decision_options(struct loader *loader, const struct datum *datum,
                                  struct decision *decision)
{
    decision->options = read_options(loader, datum, &decision->option_count);
    if (decision->option_count == 0 || member_is_spoilt(datum, "options")) {
        mark_broken(loader, decision->id);
        return;
    }
    const struct datum *start = datum_get(datum, TEXT("default"));
    if (!start) {
        fault_missing(loader, datum, "default", "the option that stands where nobody chose");
        return;
    }
    if (!expect_text(loader, start))
        return;
    int found = FIND_ID(loader, start, "option", decision->options, decision->option_count);
    decision->start = found < 0 ? 0 : (uint32_t)found;
}

static void read_decision_phase(struct loader *loader, const struct datum *datum,
                                struct decision *decision)
{
    const struct scenario *scenario = loader->scenario;
    const struct datum *phase = datum_get(datum, TEXT("phase"));
    if (!phase) {
        fault_missing(loader, datum, "phase", "in which phase it is asked");
        return;
    }
    if (!expect_text(loader, phase))
        return;
    int found = FIND_ID(loader, phase, "phase", scenario->phases, scenario->phase_count);
    if (found < 0)
        return;
    decision->phase = (uint32_t)found;
    if (scenario->phases[found].final)
        fault(loader, phase, "Nothing can be decided in the final phase.");
    else if (!(scenario->phases[found].allows & ALLOW_DECIDE))
        warn(loader, phase, "The phase '%.*s' does not allow 'decide', so nobody can choose.",
             TEXT_ARGUMENTS(phase->text));
}

static void read_decision(struct loader *loader, const struct datum *datum,
                          struct decision *decision)
{
    static const char *const known[] = {"title",    "text",    "phase",   "by",      "secret",
                                        "revealed", "options", "default", "resolve", NULL};
    static const char *const revealed[] = {"closing", "final", NULL};
    decision->id = datum->key;
    claim_name(loader, NAMES_GLOBAL, datum, "a decision");
    claim_name(loader, NAMES_PARTY, datum, "a decision");
    if (!expect_object(loader, datum)) {
        mark_broken(loader, datum->key);
        return;
    }
    check_keys(loader, datum, known);
    decision->title = need_text(loader, datum, "title");
    decision->text = read_text(loader, datum, "text", TEXT(""));
    read_decision_phase(loader, datum, decision);
    decision->secret = read_bool(loader, datum, "secret", false);
    decision->revealed_final = read_word(loader, datum, "revealed", revealed, 0) == 1;
    read_decision_options(loader, datum, decision);
}

void declare_decisions(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "decisions", "decision");
    size_t count = count_within(loader, members, DECISIONS_MAX, "decisions");
    struct decision *decisions = ARENA_ARRAY(loader->arena, struct decision, count);
    for (size_t index = 0; index < count; index++)
        read_decision(loader, &members->members[index], &decisions[index]);
    scenario->decisions = decisions;
    scenario->decision_count = count;
}

void compile_decisions(struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    for (size_t index = 0; index < scenario->decision_count; index++) {
        struct decision *decision = (struct decision *)(uintptr_t)&scenario->decisions[index];
        const struct datum *datum = member_at(loader, "decisions", index);
        const struct datum *by = datum_get(datum, TEXT("by"));
        decision->by =
            by ? compile_parties(loader, by, CONTEXT_PLAIN, NULL) : compile_everyone(loader);
        decision->resolve = read_effects(loader, datum_get(datum, TEXT("resolve")), NULL);
    }
}

static void read_inject(struct loader *loader, const struct datum *datum, struct inject *inject)
{
    static const char *const known[] = {"title", "text",   "seen_by", "once",
                                        "when",  "chance", "effects", NULL};
    inject->id = datum->key;
    (void)check_id(loader, datum, datum->key);
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    inject->title = need_text(loader, datum, "title");
    inject->text = read_text(loader, datum, "text", TEXT(""));
    inject->seen_by = read_visibility(loader, datum, "seen_by", false);
    inject->once = read_bool(loader, datum, "once", false);
    inject->when = compile_bool(loader, datum_get(datum, TEXT("when")), CONTEXT_CHANCE, NULL);
    inject->chance = compile_int(loader, datum_get(datum, TEXT("chance")), CONTEXT_CHANCE, NULL);
    if (datum_get(datum, TEXT("chance")) && !datum_get(datum, TEXT("when")))
        warn(loader, datum_get(datum, TEXT("chance")),
             "Without 'when' control alone fires this inject, so 'chance' has no meaning.");
    inject->effects = read_effects(loader, datum_get(datum, TEXT("effects")), NULL);
}

void load_injects(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_object(loader, loader->root, "injects");
    size_t count = count_within(loader, members, INJECTS_MAX, "injects");
    struct inject *injects = ARENA_ARRAY(loader->arena, struct inject, count);
    for (size_t index = 0; index < count; index++)
        read_inject(loader, &members->members[index], &injects[index]);
    scenario->injects = injects;
    scenario->inject_count = count;
}

static unsigned read_allows(struct loader *loader, const struct datum *datum)
{
    static const struct named words[] = {{TEXT("talk"), {0}},
                                         {TEXT("press"), {0}},
                                         {TEXT("draft"), {0}},
                                         {TEXT("sign"), {0}},
                                         {TEXT("decide"), {0}}};
    const struct datum *list = read_list(loader, datum, "allows");
    unsigned allows = 0;
    for (size_t index = 0; list && index < list->count; index++) {
        const struct datum *word = &list->members[index];
        if (!expect_text(loader, word))
            continue;
        int found = FIND_ID(loader, word, "permission", words, sizeof(words) / sizeof(*words));
        if (found >= 0)
            allows |= 1u << found;
    }
    return allows;
}

/* What a phase is called is not known: nobody is blamed for calling it something. */
static void lose_phases(struct loader *loader)
{
    mark_lost(loader, "phase");
    mark_broken(loader, TEXT("phase"));
}

static void check_phase_id(struct loader *loader, const struct datum *datum, size_t index,
                           const struct phase *phases)
{
    struct text id = phases[index].id;
    const struct datum *at = datum_get(datum, TEXT("id"));
    if (!at || at->kind != DATUM_TEXT || !check_id(loader, at, id)) {
        lose_phases(loader);
        return;
    }
    for (size_t other = 0; other < index; other++)
        if (text_equal(phases[other].id, id)) {
            fault(loader, at, "There is already a phase '%.*s'.", TEXT_ARGUMENTS(id));
            return;
        }
}

static void read_phase(struct loader *loader, const struct datum *datum, struct phase *phase)
{
    static const char *const known[] = {"id",     "title",      "rounds", "minutes", "when",
                                        "allows", "each_round", "final",  NULL};
    phase->rounds = 1;
    if (!expect_object(loader, datum))
        return;
    check_keys(loader, datum, known);
    phase->id = need_text(loader, datum, "id");
    phase->title = need_text(loader, datum, "title");
    phase->string = intern_string(loader, datum, phase->id);
    phase->rounds = (uint32_t)read_int(loader, datum, "rounds", 1, ROUNDS_MAX, 1);
    phase->minutes = (uint32_t)read_int(loader, datum, "minutes", 0, MINUTES_MAX, 0);
    phase->allows = read_allows(loader, datum);
    phase->final = read_bool(loader, datum, "final", false);
}

static void check_final(struct loader *loader, const struct datum *list, size_t count)
{
    const struct scenario *scenario = loader->scenario;
    for (size_t index = 0; index + 1 < count; index++)
        if (scenario->phases[index].final)
            fault(loader, datum_get(&list->members[index], TEXT("final")),
                  "Only the last phase is final: exactly one, and nothing comes after it.");
    const struct phase *last = &scenario->phases[count - 1];
    const struct datum *datum = &list->members[count - 1];
    const struct datum *final = datum_get(datum, TEXT("final"));
    if (!final && datum->kind == DATUM_OBJECT)
        fault_missing(loader, datum, "final", "the last phase is the final one");
    else if (final && !last->final && !final->spoilt)
        fault(loader, final, "The last phase is the final one: this must be true.");
    const struct datum *allows = datum_get(datum, TEXT("allows"));
    for (size_t index = 0; last->final && allows && index < allows->count; index++)
        if (!text_equal(allows->members[index].text, TEXT("talk")) &&
            !allows->members[index].spoilt)
            fault(loader, &allows->members[index], "In the final phase one may only talk.");
    if (last->final && datum_get(datum, TEXT("when")))
        fault(loader, datum_get(datum, TEXT("when")), "The final phase cannot be skipped.");
}

void declare_phases(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *list = read_list(loader, loader->root, "phases");
    if (!list || list->count == 0)
        lose_phases(loader);
    if (!datum_get(loader->root, TEXT("phases")))
        fault_missing(loader, loader->root, "phases", "the phases of the game, in order");
    size_t count = count_within(loader, list, PHASES_MAX, "phases");
    struct phase *phases = ARENA_ARRAY(loader->arena, struct phase, count);
    for (size_t index = 0; index < count; index++) {
        read_phase(loader, &list->members[index], &phases[index]);
        check_phase_id(loader, &list->members[index], index, phases);
    }
    scenario->phases = phases;
    scenario->phase_count = count;
    if (list && count == 0)
        fault(loader, list, "There must be at least one phase, the final one.");
    if (count > 0)
        check_final(loader, list, count);
}

void compile_phases(struct loader *loader)
{
    const struct scenario *scenario = loader->scenario;
    for (size_t index = 0; index < scenario->phase_count; index++) {
        struct phase *phase = (struct phase *)(uintptr_t)&scenario->phases[index];
        const struct datum *datum = member_at(loader, "phases", index);
        phase->when = compile_bool(loader, datum_get(datum, TEXT("when")), CONTEXT_PLAIN, NULL);
        phase->each_round = read_effects(loader, datum_get(datum, TEXT("each_round")), NULL);
    }
}
