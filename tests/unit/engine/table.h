/* A small scenario written out in C, so that expressions are tested without the loader: parties nor
 * sou med, regions delta hills, one of everything a name can be. */
#ifndef TABLE_H
#define TABLE_H

#include "scenario.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLOT_ROUND,
    SLOT_PHASE,
    SLOT_SIGNATORIES,
    SLOT_INVITED,
    SLOT_ESCALATION,
    SLOT_POSTURE,
    SLOT_SUPPORT,
    SLOT_HELD_BY = SLOT_SUPPORT + 3,
    SLOT_FOCUS = SLOT_HELD_BY + 2,
    SLOT_OPEN,
    SLOT_CEASEFIRE,
    SLOT_CEASEFIRE_BOUND = SLOT_CEASEFIRE + 2,
    SLOT_CEASEFIRE_DRAFTED = SLOT_CEASEFIRE_BOUND + 3,
    SLOT_TROOPS,
    SLOT_TROOPS_BOUND = SLOT_TROOPS + 9,
    SLOT_TROOPS_DRAFTED = SLOT_TROOPS_BOUND + 3,
    SLOT_STATUS = SLOT_TROOPS_DRAFTED + 3,
    SLOT_STATUS_BOUND = SLOT_STATUS + 4,
    SLOT_STATUS_DRAFTED = SLOT_STATUS_BOUND + 3,
    SLOT_MONITOR = SLOT_STATUS_DRAFTED + 2,
    SLOT_MONITOR_BOUND = SLOT_MONITOR + 4,
    SLOT_MONITOR_DRAFTED = SLOT_MONITOR_BOUND + 3,
    SLOT_QUIET,
    SLOT_ACCORD,
    SLOT_ACCORD_SIGNED = SLOT_ACCORD + 2,
    SLOT_CONDUCT = SLOT_ACCORD_SIGNED + 3,
    SLOT_CONDUCT_COUNT = SLOT_CONDUCT + 3,
    SLOT_CALM = SLOT_CONDUCT_COUNT + 2,
    SLOT_RATIO,
    SLOT_PROMISED,
    SLOT_MOOD = SLOT_PROMISED + 3,
    SLOT_LOCAL,
    SLOT_COUNT,
};

enum {
    STRING_EMPTY,
    STRING_CALM,
    STRING_TENSE,
    STRING_COMPLY,
    STRING_ATTACK,
    STRING_TALKS,
    STRING_DEBRIEF,
    STRING_NEARBY,
    STRING_INSIDE,
    STRING_DISPUTED,
    STRING_DMZ,
    STRING_CEDED,
    STRING_REPORT,
    STRING_REMEDY,
    STRING_STORMY,
    STRING_STILL,
    STRING_COUNT,
};

/* A string literal as a text where a constant is asked for. */
#define WORD(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

static const struct text table_strings[STRING_COUNT] = {
    WORD(""),       WORD("calm"),     WORD("tense"),   WORD("comply"),
    WORD("attack"), WORD("talks"),    WORD("debrief"), WORD("nearby"),
    WORD("inside"), WORD("disputed"), WORD("dmz"),     WORD("ceded"),
    WORD("report"), WORD("remedy"),   WORD("stormy"),  WORD("still")};

static const struct party table_parties[] = {
    {.id = WORD("nor")}, {.id = WORD("sou")}, {.id = WORD("med")}};
static const struct region table_regions[] = {{.id = WORD("delta")}, {.id = WORD("hills")}};

static const int64_t table_punch[] = {5, 0, 2};
static const int64_t table_value[] = {30, 7};
static const struct field table_party_fields[] = {{WORD("punch"), table_punch}};
static const struct field table_region_fields[] = {{WORD("value"), table_value}};

static const struct option table_posture[] = {{.id = WORD("calm"), .string = STRING_CALM},
                                              {.id = WORD("tense"), .string = STRING_TENSE}};
static const struct option table_conduct[] = {{.id = WORD("comply"), .string = STRING_COMPLY},
                                              {.id = WORD("attack"), .string = STRING_ATTACK}};
static const struct option table_basing[] = {{.id = WORD("nearby"), .string = STRING_NEARBY},
                                             {.id = WORD("inside"), .string = STRING_INSIDE}};
static const struct option table_regime[] = {{.id = WORD("disputed"), .string = STRING_DISPUTED},
                                             {.id = WORD("dmz"), .string = STRING_DMZ},
                                             {.id = WORD("ceded"), .string = STRING_CEDED}};
static const struct option table_powers[] = {{.id = WORD("report"), .string = STRING_REPORT},
                                             {.id = WORD("remedy"), .string = STRING_REMEDY}};

static const struct variable table_variables[] = {
    {.id = WORD("escalation"), .slot = SLOT_ESCALATION},
    {.id = WORD("posture"),
     .slot = SLOT_POSTURE,
     .domain = {.hold = HOLD_OPTION, .options = table_posture, .option_count = 2}},
    {.id = WORD("support"), .per = PER_PARTY, .slot = SLOT_SUPPORT},
    {.id = WORD("held_by"),
     .per = PER_REGION,
     .slot = SLOT_HELD_BY,
     .domain = {.hold = HOLD_PARTY}},
    {.id = WORD("focus"), .slot = SLOT_FOCUS, .domain = {.hold = HOLD_REGION}},
    {.id = WORD("open"), .slot = SLOT_OPEN, .domain = {.hold = HOLD_BOOL}},
};

static const struct term table_ceasefire_terms[] = {{.id = WORD("days")}};
static const struct term table_troops_terms[] = {
    {.id = WORD("size")},
    {.id = WORD("basing"),
     .domain = {.hold = HOLD_OPTION, .options = table_basing, .option_count = 2}}};
static const struct term table_status_terms[] = {
    {.id = WORD("regime"),
     .domain = {.hold = HOLD_OPTION, .options = table_regime, .option_count = 3}}};
static const struct term table_monitor_terms[] = {
    {.id = WORD("lead"), .domain = {.hold = HOLD_PARTY}},
    {.id = WORD("powers"),
     .domain = {.hold = HOLD_OPTION, .options = table_powers, .option_count = 2}},
    {.id = WORD("board"), .domain = {.hold = HOLD_PARTIES}}};

static const struct clause_type table_clauses[] = {
    {.id = WORD("ceasefire"),
     .terms = table_ceasefire_terms,
     .term_count = 1,
     .slot = SLOT_CEASEFIRE,
     .stride = 2,
     .bound_slot = SLOT_CEASEFIRE_BOUND,
     .drafted_slot = SLOT_CEASEFIRE_DRAFTED},
    {.id = WORD("troops"),
     .per = PER_PARTY,
     .terms = table_troops_terms,
     .term_count = 2,
     .slot = SLOT_TROOPS,
     .stride = 3,
     .bound_slot = SLOT_TROOPS_BOUND,
     .drafted_slot = SLOT_TROOPS_DRAFTED},
    {.id = WORD("status"),
     .per = PER_REGION,
     .terms = table_status_terms,
     .term_count = 1,
     .slot = SLOT_STATUS,
     .stride = 2,
     .bound_slot = SLOT_STATUS_BOUND,
     .drafted_slot = SLOT_STATUS_DRAFTED},
    {.id = WORD("monitor"),
     .terms = table_monitor_terms,
     .term_count = 3,
     .slot = SLOT_MONITOR,
     .stride = 4,
     .bound_slot = SLOT_MONITOR_BOUND,
     .drafted_slot = SLOT_MONITOR_DRAFTED},
};

static const struct condition table_conditions[] = {
    {.id = WORD("quiet"), .conditional_slot = SLOT_QUIET}};
static const struct instrument_type table_instruments[] = {
    {.id = WORD("accord"), .slot = SLOT_ACCORD, .signed_slot = SLOT_ACCORD_SIGNED}};
static const struct decision table_decisions[] = {{.id = WORD("conduct"),
                                                   .options = table_conduct,
                                                   .option_count = 2,
                                                   .choice_slot = SLOT_CONDUCT,
                                                   .count_slot = SLOT_CONDUCT_COUNT}};
static const struct phase table_phases[] = {
    {.id = WORD("talks"), .string = STRING_TALKS},
    {.id = WORD("debrief"), .string = STRING_DEBRIEF, .final = true}};

/* Everything but chance would do without a context of its own. */
enum { CONTEXT_EVERY = CONTEXT_CHANCE | CONTEXT_DRAFT | CONTEXT_INSTRUMENT };

static inline const struct expression *
table_compile_as(const struct scenario *scenario, struct arena *arena, const char *source,
                 unsigned context, const struct binding *bindings, size_t binding_count,
                 struct expression_fault *fault)
{
    const struct expression_request request = {.source = text_of(source),
                                               .context = context,
                                               .bindings = bindings,
                                               .binding_count = binding_count,
                                               .any_type = true};
    return expression_compile(scenario, arena, &request, fault);
}

static inline void table_formula(struct scenario *scenario, struct arena *arena,
                                 struct formula formula, const char *source)
{
    struct formula *formulas = arena_grow(arena, scenario->formulas, scenario->formula_count,
                                          scenario->formula_count + 1, sizeof(formula));
    size_t keys = formula.per == PER_PARTY ? scenario->party_count : 1;
    formula.values = ARENA_ARRAY(arena, const struct expression *, keys);
    for (size_t key = 0; key < keys; key++) {
        struct expression_fault fault;
        const struct binding it = {WORD("it"), VALUE_PARTY, true, (int64_t)key, 0};
        formula.values[key] = table_compile_as(scenario, arena, source, CONTEXT_PLAIN, &it,
                                               formula.per == PER_PARTY, &fault);
        if (!formula.values[key])
            abort();
    }
    formula.type = expression_type(formula.values[0]);
    formulas[scenario->formula_count] = formula;
    scenario->formulas = formulas;
    scenario->formula_count++;
}

#define ITEMS(array) (array), sizeof(array) / sizeof((array)[0])

static inline struct scenario *table_scenario(struct arena *arena)
{
    struct scenario *scenario = ARENA_NEW(arena, struct scenario);
    scenario->strings = table_strings;
    scenario->string_count = STRING_COUNT;
    scenario->parties = table_parties;
    scenario->party_count = 3;
    scenario->regions = table_regions;
    scenario->region_count = 2;
    scenario->party_fields = table_party_fields;
    scenario->party_field_count = 1;
    scenario->region_fields = table_region_fields;
    scenario->region_field_count = 1;
    scenario->variables = table_variables;
    scenario->variable_count = sizeof(table_variables) / sizeof(table_variables[0]);
    scenario->clause_types = table_clauses;
    scenario->clause_type_count = sizeof(table_clauses) / sizeof(table_clauses[0]);
    scenario->conditions = table_conditions;
    scenario->condition_count = 1;
    scenario->instruments = table_instruments;
    scenario->instrument_count = 1;
    scenario->decisions = table_decisions;
    scenario->decision_count = 1;
    scenario->phases = table_phases;
    scenario->phase_count = 2;
    scenario->slot_round = SLOT_ROUND;
    scenario->slot_phase = SLOT_PHASE;
    scenario->slot_signatories = SLOT_SIGNATORIES;
    scenario->slot_invited = SLOT_INVITED;
    scenario->state_count = SLOT_CALM;
    scenario->world_count = SLOT_COUNT;
    table_formula(scenario, arena, (struct formula){.id = WORD("calm"), .slot = SLOT_CALM},
                  "100 - escalation");
    table_formula(scenario, arena, (struct formula){.id = WORD("ratio"), .slot = SLOT_RATIO},
                  "100 / (escalation - 40)");
    table_formula(scenario, arena,
                  (struct formula){.id = WORD("promised"), .per = PER_PARTY, .slot = SLOT_PROMISED},
                  "it.troops.size * it.punch");
    table_formula(scenario, arena, (struct formula){.id = WORD("mood"), .slot = SLOT_MOOD},
                  "escalation > 50 ? 'stormy' : 'still'");
    return scenario;
}

static inline void table_refresh(const struct scenario *scenario, struct world *world)
{
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        size_t keys = formula->per == PER_PARTY ? scenario->party_count : 1;
        for (size_t key = 0; key < keys; key++) {
            struct result result = expression_run(formula->values[key], world, NULL);
            world->slots[formula->slot + key] = result.value;
            world->failed[formula->slot + key] = result.failed;
        }
    }
}

/* Escalation 40, so that the formula `ratio` fails; nor has troops, med leads the monitoring. */
static inline struct world table_world(const struct scenario *scenario, struct arena *arena)
{
    struct world world = {ARENA_ARRAY(arena, int64_t, SLOT_COUNT),
                          ARENA_ARRAY(arena, uint8_t, SLOT_COUNT), SLOT_COUNT};
    static const struct {
        int slot;
        int64_t value;
    } start[] = {{SLOT_ROUND, 2},
                 {SLOT_PHASE, STRING_TALKS},
                 {SLOT_SIGNATORIES, 3},
                 {SLOT_INVITED, 7},
                 {SLOT_ESCALATION, 40},
                 {SLOT_POSTURE, STRING_CALM},
                 {SLOT_SUPPORT, 60},
                 {SLOT_SUPPORT + 1, 50},
                 {SLOT_SUPPORT + 2, 45},
                 {SLOT_HELD_BY, 1},
                 {SLOT_FOCUS, 1},
                 {SLOT_OPEN, 1},
                 {SLOT_CEASEFIRE + 1, 30},
                 {SLOT_TROOPS, 1},
                 {SLOT_TROOPS + 1, 3000},
                 {SLOT_TROOPS + 2, STRING_INSIDE},
                 {SLOT_TROOPS + 5, STRING_NEARBY},
                 {SLOT_TROOPS + 8, STRING_NEARBY},
                 {SLOT_TROOPS_BOUND, 1},
                 {SLOT_TROOPS_DRAFTED + 1, 1},
                 {SLOT_STATUS + 1, STRING_DISPUTED},
                 {SLOT_STATUS + 2, 1},
                 {SLOT_STATUS + 3, STRING_DMZ},
                 {SLOT_STATUS_DRAFTED, 1},
                 {SLOT_MONITOR, 1},
                 {SLOT_MONITOR + 1, 2},
                 {SLOT_MONITOR + 2, STRING_REMEDY},
                 {SLOT_MONITOR + 3, 5},
                 {SLOT_MONITOR_DRAFTED, 1},
                 {SLOT_QUIET, 1},
                 {SLOT_ACCORD, 1},
                 {SLOT_ACCORD + 1, 2},
                 {SLOT_ACCORD_SIGNED, 1},
                 {SLOT_ACCORD_SIGNED + 1, 1},
                 {SLOT_CONDUCT, STRING_COMPLY},
                 {SLOT_CONDUCT + 1, STRING_ATTACK},
                 {SLOT_CONDUCT_COUNT, 1},
                 {SLOT_CONDUCT_COUNT + 1, 1}};
    for (size_t index = 0; index < sizeof(start) / sizeof(start[0]); index++)
        world.slots[start[index].slot] = start[index].value;
    table_refresh(scenario, &world);
    return world;
}

#endif
