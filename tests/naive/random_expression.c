#include "random_rules.h"

/* splitmix64 (Steele, Lea and Flood, 2014). */
size_t choose(struct chooser *chooser, size_t count)
{
    uint64_t mixed = chooser->state += UINT64_C(0x9e3779b97f4a7c15);
    mixed = (mixed ^ mixed >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94d049bb133111eb);
    return (size_t)((mixed ^ mixed >> 31) % count);
}

bool choose_if(struct chooser *chooser, unsigned percent)
{
    return choose(chooser, 100) < percent;
}

enum { LOCALS_MAX = 16, UNROLLED_MAX = 60 };

/* What a string can be: one of these options; strings of one kind are compared. */
struct kind {
    enum value_type type;
    const struct option *options; /* VALUE_STRING; NULL: the phases */
    size_t option_count;
};

struct writer {
    struct chooser *chooser;
    const struct random_wish *wish;
    struct arena *arena;
    struct kind locals[LOCALS_MAX]; /* the macros' variables: x0, x1, … */
    unsigned local_count;
    unsigned unrolled; /* how often what is written now will stand in the code */
};

static struct text scalar(struct writer *writer, struct kind kind, unsigned depth);
static struct text list(struct writer *writer, struct kind kind, unsigned depth);

#define WRITE(...) arena_print(writer->arena, __VA_ARGS__)
/* Every text here ends in NUL, and some are made by what may be asked only once. */
#define SHOW(text) ((text).at)

static size_t pick(struct writer *writer, size_t count)
{
    return choose(writer->chooser, count);
}

static const struct kind ints = {.type = VALUE_INT}, bools = {.type = VALUE_BOOL},
                         parties = {.type = VALUE_PARTY}, regions = {.type = VALUE_REGION};

static bool same_kind(struct kind left, struct kind right)
{
    return left.type == right.type && left.options == right.options;
}

static struct kind kind_of_domain(const struct domain *domain)
{
    switch (domain->hold) {
    case HOLD_INT:
        return ints;
    case HOLD_BOOL:
        return bools;
    case HOLD_OPTION:
        return (struct kind){VALUE_STRING, domain->options, domain->option_count};
    case HOLD_PARTY:
    case HOLD_PARTIES:
        return parties;
    case HOLD_REGION:
        break;
    }
    return regions;
}

/* A party or a region, to ask something of. */
static struct text key_of(struct writer *writer, enum per per, unsigned depth)
{
    return scalar(writer, per == PER_PARTY ? parties : regions, depth > 0 ? depth - 1 : 0);
}

static bool has(const struct writer *writer, enum per per)
{
    return per != PER_REGION || writer->wish->scenario->region_count > 0;
}

/* Things that have a kind; each gives false where its draw is of another one. */

static bool variable(struct writer *writer, struct kind kind, unsigned depth, struct text *text)
{
    const struct scenario *scenario = writer->wish->scenario;
    if (scenario->variable_count == 0)
        return false;
    const struct variable *from = &scenario->variables[pick(writer, scenario->variable_count)];
    if (!same_kind(kind, kind_of_domain(&from->domain)) || !has(writer, from->per))
        return false;
    *text = from->per == PER_NONE
                ? from->id
                : WRITE("%s.%s", SHOW(key_of(writer, from->per, depth)), SHOW(from->id));
    return true;
}

static bool formula(struct writer *writer, struct kind kind, unsigned depth, struct text *text)
{
    if (writer->wish->formula_count == 0)
        return false;
    const struct formula *from =
        &writer->wish->scenario->formulas[pick(writer, writer->wish->formula_count)];
    if (from->type != kind.type || kind.type == VALUE_STRING || !has(writer, from->per))
        return false;
    *text = from->per == PER_NONE
                ? from->id
                : WRITE("%s.%s", SHOW(key_of(writer, from->per, depth)), SHOW(from->id));
    return true;
}

static struct text clause(struct writer *writer, const struct clause_type *type, unsigned depth)
{
    return type->per == PER_NONE
               ? type->id
               : WRITE("%s.%s", SHOW(key_of(writer, type->per, depth)), SHOW(type->id));
}

static bool term(struct writer *writer, struct kind kind, bool set, unsigned depth,
                 struct text *text)
{
    const struct scenario *scenario = writer->wish->scenario;
    if (scenario->clause_type_count == 0)
        return false;
    const struct clause_type *type =
        &scenario->clause_types[pick(writer, scenario->clause_type_count)];
    if (type->term_count == 0 || !has(writer, type->per))
        return false;
    const struct term *from = &type->terms[pick(writer, type->term_count)];
    if ((from->domain.hold == HOLD_PARTIES) != set ||
        !same_kind(kind, kind_of_domain(&from->domain)))
        return false;
    *text = WRITE("%s.%s", SHOW(clause(writer, type, depth)), SHOW(from->id));
    return true;
}

static bool local(struct writer *writer, struct kind kind, struct text *text)
{
    if (writer->local_count == 0)
        return false;
    unsigned index = (unsigned)pick(writer, writer->local_count);
    if (!same_kind(kind, writer->locals[index]))
        return false;
    *text = WRITE("x%u", index);
    return true;
}

static bool field(struct writer *writer, unsigned depth, struct text *text)
{
    const struct scenario *scenario = writer->wish->scenario;
    enum per per = choose_if(writer->chooser, 50) ? PER_PARTY : PER_REGION;
    size_t count = per == PER_PARTY ? scenario->party_field_count : scenario->region_field_count;
    if (count == 0 || !has(writer, per))
        return false;
    const struct field *fields =
        per == PER_PARTY ? scenario->party_fields : scenario->region_fields;
    *text = WRITE("%s.%s", SHOW(key_of(writer, per, depth)), SHOW(fields[pick(writer, count)].id));
    return true;
}

static bool choice(struct writer *writer, struct kind kind, unsigned depth, struct text *text)
{
    const struct scenario *scenario = writer->wish->scenario;
    for (size_t index = 0; index < scenario->decision_count; index++)
        if (scenario->decisions[index].options == kind.options) {
            *text = WRITE("%s.%s", SHOW(key_of(writer, PER_PARTY, depth)),
                          SHOW(scenario->decisions[index].id));
            return true;
        }
    if (kind.options)
        return false;
    *text = TEXT("phase");
    return true;
}

/* The plainest of a kind. */
static struct text literal(struct writer *writer, struct kind kind)
{
    static const char *const numbers[] = {"0",  "1",   "2", "3",    "7",
                                          "-1", "-3",  "5", "0x10", "9223372036854775807",
                                          "10", "100", "4", "-8",   "-9223372036854775808"};
    const struct scenario *scenario = writer->wish->scenario;
    switch (kind.type) {
    case VALUE_INT:
        return text_of(numbers[pick(writer, sizeof(numbers) / sizeof(numbers[0]))]);
    case VALUE_BOOL:
        return choose_if(writer->chooser, 50) ? TEXT("true") : TEXT("false");
    case VALUE_STRING:
        return WRITE("'%s'",
                     SHOW(kind.options ? kind.options[pick(writer, kind.option_count)].id
                                       : scenario->phases[pick(writer, scenario->phase_count)].id));
    case VALUE_PARTY:
        return scenario->parties[pick(writer, scenario->party_count)].id;
    case VALUE_REGION:
        break;
    }
    return scenario->regions[pick(writer, scenario->region_count)].id;
}

static bool acts(struct writer *writer, struct kind kind, unsigned depth, struct text *text)
{
    const struct scenario *scenario = writer->wish->scenario;
    const struct instrument_type *type =
        &scenario->instruments[pick(writer, scenario->instrument_count)];
    if (kind.type == VALUE_INT)
        *text =
            choose_if(writer->chooser, 50) ? WRITE("%s.signatures", SHOW(type->id)) : TEXT("round");
    else if (kind.type == VALUE_BOOL)
        *text =
            choose_if(writer->chooser, 50)
                ? WRITE("%s.in_force", SHOW(type->id))
                : WRITE("%s.signed(%s)", SHOW(key_of(writer, PER_PARTY, depth)), SHOW(type->id));
    return kind.type == VALUE_INT || kind.type == VALUE_BOOL;
}

static bool clause_state(struct writer *writer, struct kind kind, unsigned depth, struct text *text)
{
    const struct scenario *scenario = writer->wish->scenario;
    if (kind.type != VALUE_BOOL || scenario->clause_type_count == 0)
        return false;
    const struct clause_type *type =
        &scenario->clause_types[pick(writer, scenario->clause_type_count)];
    if (!has(writer, type->per))
        return false;
    bool draft = writer->wish->context & CONTEXT_DRAFT;
    size_t which = pick(writer, draft ? 5 : 2);
    if (which == 0)
        *text = WRITE("%s.in_force", SHOW(clause(writer, type, depth)));
    else if (which == 1)
        *text = WRITE("%s.bound_by(%s)", SHOW(key_of(writer, PER_PARTY, depth)), SHOW(type->id));
    else if (which == 2)
        *text = WRITE("drafted(%s)", SHOW(clause(writer, type, depth)));
    else if (which == 3 || scenario->condition_count == 0)
        *text = WRITE("drafted(%s)", SHOW(type->id));
    else
        *text = WRITE("conditional(%s)",
                      SHOW(scenario->conditions[pick(writer, scenario->condition_count)].id));
    return true;
}

static struct text leaf(struct writer *writer, struct kind kind, unsigned depth)
{
    struct text text;
    bool is_it = writer->wish->it != PER_NONE &&
                 kind.type == (writer->wish->it == PER_PARTY ? VALUE_PARTY : VALUE_REGION);
    if (is_it && choose_if(writer->chooser, 25))
        return TEXT("it");
    for (int attempt = 0; attempt < 6; attempt++) {
        bool found = false;
        switch (pick(writer, 8)) {
        case 0:
            found = variable(writer, kind, depth, &text);
            break;
        case 1:
            found = formula(writer, kind, depth, &text);
            break;
        case 2:
            found = term(writer, kind, false, depth, &text);
            break;
        case 3:
            found = acts(writer, kind, depth, &text);
            break;
        case 4:
            found = kind.type == VALUE_INT      ? field(writer, depth, &text)
                    : kind.type == VALUE_STRING ? choice(writer, kind, depth, &text)
                                                : clause_state(writer, kind, depth, &text);
            break;
        default:
            found = local(writer, kind, &text);
            break;
        }
        if (found)
            return text;
    }
    return literal(writer, kind);
}

/* Something to put into a list, to compare, to go through. */
static struct kind any_kind(struct writer *writer)
{
    const struct scenario *scenario = writer->wish->scenario;
    struct kind phases = {VALUE_STRING, NULL, 0};
    switch (pick(writer, 8)) {
    case 0:
        return bools;
    case 1:
        return parties;
    case 2:
        return scenario->region_count > 0 ? regions : parties;
    case 3:
        return phases;
    case 4:
        if (scenario->decision_count == 0)
            return phases;
        return (struct kind){VALUE_STRING, scenario->decisions[0].options,
                             scenario->decisions[0].option_count};
    case 5:
        for (size_t index = 0; index < scenario->variable_count; index++)
            if (scenario->variables[index].domain.hold == HOLD_OPTION)
                return kind_of_domain(&scenario->variables[index].domain);
        return phases;
    default:
        return ints;
    }
}

/* A macro over a list of `kind`; `form` has the list, the variable and what is asked of each. */
static struct text macro(struct writer *writer, const char *name, struct kind kind,
                         struct kind result, bool asks_first, unsigned depth)
{
    struct text range = list(writer, kind, depth);
    unsigned index = writer->local_count++, outer = writer->unrolled;
    writer->locals[index] = kind;
    writer->unrolled *= 4; /* About so many items has a list. */
    struct text first = asks_first ? scalar(writer, bools, depth) : TEXT("");
    struct text last = scalar(writer, result, depth);
    writer->unrolled = outer;
    writer->local_count--;
    return WRITE("%s.%s(x%u, %s%s%s)", SHOW(range), name, index, SHOW(first),
                 asks_first ? ", " : "", SHOW(last));
}

static bool may_unroll(const struct writer *writer)
{
    return writer->local_count < LOCALS_MAX && writer->unrolled < UNROLLED_MAX;
}

static struct text of_two(struct writer *writer, const char *const *operators, size_t count,
                          struct kind kind, unsigned depth)
{
    const char *operator= operators[pick(writer, count)];
    struct text left = scalar(writer, kind, depth), right = scalar(writer, kind, depth);
    return WRITE("(%s %s %s)", SHOW(left), operator, SHOW(right));
}

static struct text int_of_list(struct writer *writer, unsigned depth)
{
    static const char *const methods[] = {"sum", "min", "max", "sum", "min", "max", "size"};
    size_t form = pick(writer, 9);
    struct kind kind = form < 6 ? ints : any_kind(writer);
    if (form == 7)
        return WRITE("size(%s)", SHOW(list(writer, kind, depth)));
    if (form == 8)
        return WRITE("math.least(%s)", SHOW(list(writer, ints, depth)));
    return WRITE("%s.%s()", SHOW(list(writer, kind, depth)), methods[form]);
}

static struct text int_of_decision(struct writer *writer, unsigned depth)
{
    const struct scenario *scenario = writer->wish->scenario;
    if (scenario->decision_count == 0)
        return leaf(writer, ints, depth);
    const struct decision *decision = &scenario->decisions[pick(writer, scenario->decision_count)];
    struct kind kind = {VALUE_STRING, decision->options, decision->option_count};
    return WRITE("%s.count(%s)", SHOW(decision->id), SHOW(scalar(writer, kind, depth)));
}

static struct text an_int(struct writer *writer, unsigned depth)
{
    static const char *const operators[] = {"+", "-", "*", "/", "%"};
    switch (pick(writer, 8)) {
    case 0:
        return WRITE("-(%s)", SHOW(scalar(writer, ints, depth)));
    case 1:
        return WRITE("math.abs(%s)", SHOW(scalar(writer, ints, depth)));
    case 2: {
        struct text left = scalar(writer, ints, depth), right = scalar(writer, ints, depth);
        return WRITE("math.greatest(%s, %s)", SHOW(left), SHOW(right));
    }
    case 3:
    case 4:
        return int_of_list(writer, depth);
    case 5:
        return int_of_decision(writer, depth);
    default:
        return of_two(writer, operators, 5, ints, depth);
    }
}

static struct text a_comparison(struct writer *writer, unsigned depth)
{
    static const char *const orders[] = {"<", "<=", ">", ">=", "==", "!="};
    static const char *const equals[] = {"==", "!="};
    if (choose_if(writer->chooser, 50))
        return of_two(writer, orders, 6, choose_if(writer->chooser, 80) ? ints : bools, depth);
    struct kind kind = any_kind(writer);
    if (choose_if(writer->chooser, 60))
        return of_two(writer, equals, 2, kind, depth);
    struct text left = list(writer, kind, depth);
    struct text right = choose_if(writer->chooser, 20) ? TEXT("[]") : list(writer, kind, depth);
    return WRITE("(%s == %s)", SHOW(left), SHOW(right));
}

static struct text a_bool(struct writer *writer, unsigned depth)
{
    static const char *const logic[] = {"&&", "||"};
    static const char *const macros[] = {"all", "exists", "exists_one"};
    switch (pick(writer, 8)) {
    case 0:
        return WRITE("!(%s)", SHOW(scalar(writer, bools, depth)));
    case 1:
    case 2:
        return of_two(writer, logic, 2, bools, depth);
    case 3: {
        struct kind kind = any_kind(writer);
        struct text item = scalar(writer, kind, depth), range = list(writer, kind, depth);
        return WRITE("(%s in %s)", SHOW(item), SHOW(range));
    }
    case 4:
    case 5:
        if (may_unroll(writer))
            return macro(writer, macros[pick(writer, 3)], any_kind(writer), bools, false, depth);
        return a_comparison(writer, depth);
    default:
        return a_comparison(writer, depth);
    }
}

static struct text scalar(struct writer *writer, struct kind kind, unsigned depth)
{
    if (depth == 0 || choose_if(writer->chooser, 15))
        return leaf(writer, kind, depth);
    depth--;
    size_t form = pick(writer, 10);
    if (form == 0) {
        struct text condition = scalar(writer, bools, depth);
        struct text yes = scalar(writer, kind, depth), no = scalar(writer, kind, depth);
        return WRITE("(%s ? %s : %s)", SHOW(condition), SHOW(yes), SHOW(no));
    }
    if (form == 1) {
        struct text from = list(writer, kind, depth), index = scalar(writer, ints, depth);
        return WRITE("%s[%s]", SHOW(from), SHOW(index));
    }
    if (form > 2 && kind.type == VALUE_INT)
        return an_int(writer, depth);
    if (form > 2 && kind.type == VALUE_BOOL)
        return a_bool(writer, depth);
    return leaf(writer, kind, depth);
}

static struct text written_list(struct writer *writer, struct kind kind, unsigned depth)
{
    struct text text = WRITE("[%s", SHOW(scalar(writer, kind, depth)));
    for (size_t more = pick(writer, 4); more > 0; more--)
        text = WRITE("%s, %s", SHOW(text), SHOW(scalar(writer, kind, depth)));
    return WRITE("%s]", SHOW(text));
}

static struct text list(struct writer *writer, struct kind kind, unsigned depth)
{
    struct text text;
    if (depth > 0)
        depth--;
    size_t form = pick(writer, depth == 0 ? 5 : 10);
    if (form < 3 && kind.type == VALUE_PARTY) {
        if (form == 0 && term(writer, kind, true, depth, &text))
            return text;
        if (form == 1 && writer->wish->context & CONTEXT_INSTRUMENT)
            return choose_if(writer->chooser, 50) ? TEXT("signatories") : TEXT("invited");
        return TEXT("parties");
    }
    if (form == 0 && kind.type == VALUE_REGION)
        return TEXT("regions");
    if (form == 5) {
        struct text condition = scalar(writer, bools, depth);
        struct text yes = list(writer, kind, depth);
        struct text no = choose_if(writer->chooser, 20) ? TEXT("[]") : list(writer, kind, depth);
        return WRITE("(%s ? %s : %s)", SHOW(condition), SHOW(yes), SHOW(no));
    }
    if (form > 5 && may_unroll(writer))
        return form < 8 ? macro(writer, "filter", kind, bools, false, depth)
                        : macro(writer, "map", any_kind(writer), kind, form == 9, depth);
    return written_list(writer, kind, depth);
}

struct text random_expression(struct chooser *chooser, const struct random_wish *wish,
                              enum value_type type, bool is_list)
{
    struct writer state = {.chooser = chooser, .wish = wish, .arena = wish->arena, .unrolled = 1};
    struct writer *writer = &state;
    struct kind kind = {.type = type};
    while (type == VALUE_STRING && (kind = any_kind(writer)).type != VALUE_STRING)
        ;
    return is_list ? list(writer, kind, wish->depth) : scalar(writer, kind, wish->depth);
}
