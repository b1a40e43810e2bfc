#include "checker.h"

enum receiver {
    RECEIVER_NONE,
    RECEIVER_LIST,
    RECEIVER_INTS,
    RECEIVER_PARTY,
    RECEIVER_DECISION,
    RECEIVER_MATH
};

struct function {
    struct text name;
    enum receiver receiver;
    size_t arguments;
    const char *usage;
    bool (*check)(struct checker *checker, struct node *node);
};

static bool set_function(struct node *node, enum meaning meaning, enum value_type value)
{
    node->meaning = meaning;
    node->type = (struct type){.value = value};
    return true;
}

static struct node *last_argument(const struct node *node)
{
    return node->children[node->child_count - 1];
}

static bool check_size(struct checker *checker, struct node *node)
{
    const struct node *list = node->children[0];
    if (!list->type.list)
        return complain(checker->complaint, list->offset, "size() is of a list; this is %s.",
                        type_words(list->type));
    return set_function(node, MEANING_SIZE, VALUE_INT);
}

static bool check_sum(struct checker *checker, struct node *node)
{
    (void)checker;
    return set_function(node, MEANING_SUM, VALUE_INT);
}

static bool check_min(struct checker *checker, struct node *node)
{
    (void)checker;
    return set_function(node, MEANING_MIN, VALUE_INT);
}

static bool check_max(struct checker *checker, struct node *node)
{
    (void)checker;
    return set_function(node, MEANING_MAX, VALUE_INT);
}

/* math.least and math.greatest: ints, or one list of ints. */
static bool check_extreme(struct checker *checker, struct node *node, enum meaning meaning)
{
    if (node->child_count == 1)
        return complain(checker->complaint, node->offset,
                        "math.%.*s() takes ints, at least one, or a list of ints.",
                        TEXT_ARGUMENTS(node->name));
    bool list = node->child_count == 2 && node->children[1]->type.list;
    for (size_t index = 1; index < node->child_count; index++)
        if (!check_is(checker, node->children[index], VALUE_INT, list,
                      "math.least and math.greatest take"))
            return false;
    return set_function(node, meaning, VALUE_INT);
}

static bool check_least(struct checker *checker, struct node *node)
{
    return check_extreme(checker, node, MEANING_LEAST);
}

static bool check_greatest(struct checker *checker, struct node *node)
{
    return check_extreme(checker, node, MEANING_GREATEST);
}

static bool check_absolute(struct checker *checker, struct node *node)
{
    return check_is(checker, node->children[1], VALUE_INT, false, "math.abs() takes") &&
           set_function(node, MEANING_ABSOLUTE, VALUE_INT);
}

static bool check_count(struct checker *checker, struct node *node)
{
    const struct decision *decision = &checker->scenario->decisions[node->children[0]->number];
    const struct node *option = last_argument(node);
    node->number = node->children[0]->number;
    return check_is(checker, option, VALUE_STRING, false, "count() takes") &&
           possible_match(
               checker, option,
               possible_of_options(checker, decision->options, decision->option_count, false)) &&
           set_function(node, MEANING_COUNT, VALUE_INT);
}

/* A place that the receiver, a party, chooses. */
static bool set_of_party(const struct checker *checker, struct node *node, uint32_t slot)
{
    set_place(node, (struct type){.value = VALUE_BOOL}, slot);
    node->place.key = node->children[0];
    node->place.count = (uint32_t)checker->scenario->party_count;
    return true;
}

static bool check_signed(struct checker *checker, struct node *node)
{
    const struct node *instrument = last_argument(node);
    if (instrument->meaning != MEANING_INSTRUMENT)
        return complain(checker->complaint, instrument->offset,
                        "signed() takes the id of an instrument, without quotes.");
    return set_of_party(checker, node,
                        checker->scenario->instruments[instrument->number].signed_slot);
}

static bool check_bound_by(struct checker *checker, struct node *node)
{
    const struct node *clause = last_argument(node);
    if (clause->meaning != MEANING_CLAUSE || clause->place.key)
        return complain(checker->complaint, clause->offset,
                        "bound_by() takes the id of a clause type, without quotes.");
    return set_of_party(checker, node, checker->scenario->clause_types[clause->number].bound_slot);
}

static bool check_context(struct checker *checker, const struct node *node, unsigned context,
                          const char *where)
{
    if (checker->request->context & context)
        return true;
    return complain(checker->complaint, node->offset, "%.*s() is known only in %s.",
                    TEXT_ARGUMENTS(node->name), where);
}

/* The key of the clause or formula that this expression belongs to, if it has one of this kind. */
static const struct node *own_key(struct checker *checker, enum per per, size_t offset)
{
    struct node *it = ARENA_NEW(checker->arena, struct node);
    it->kind = NODE_NAME;
    it->name = TEXT("it");
    it->offset = offset;
    for (size_t index = 0; index < checker->request->binding_count; index++) {
        const struct binding *binding = &checker->request->bindings[index];
        if (text_equal(binding->name, it->name) &&
            binding->type == (per == PER_PARTY ? VALUE_PARTY : VALUE_REGION))
            return check_name(checker, it) ? it : NULL;
    }
    return NULL;
}

static bool check_drafted(struct checker *checker, struct node *node)
{
    if (!check_context(checker, node, CONTEXT_DRAFT, "the requires of a clause"))
        return false;
    const struct node *clause = node->children[0];
    if (clause->meaning != MEANING_CLAUSE)
        return complain(checker->complaint, clause->offset,
                        "drafted() takes the id of a clause type, without quotes.");
    const struct scenario *scenario = checker->scenario;
    const struct clause_type *type = &scenario->clause_types[clause->number];
    set_place(node, (struct type){.value = VALUE_BOOL}, type->drafted_slot);
    if (type->per == PER_NONE)
        return true;
    node->place.count =
        (uint32_t)(type->per == PER_PARTY ? scenario->party_count : scenario->region_count);
    node->place.key =
        clause->place.key ? clause->place.key : own_key(checker, type->per, node->offset);
    if (!node->place.key)
        node->meaning = MEANING_DRAFTED_ANY;
    return true;
}

/* Conditions have no place among the names, so the argument is looked up here alone. */
static bool check_conditional(struct checker *checker, struct node *node)
{
    if (!check_context(checker, node, CONTEXT_DRAFT, "the requires of a clause"))
        return false;
    const struct scenario *scenario = checker->scenario;
    const struct node *name = node->children[0];
    struct candidates candidates = {.arena = checker->arena};
    for (size_t index = 0; index < scenario->condition_count; index++) {
        const struct condition *condition = &scenario->conditions[index];
        if (name->kind == NODE_NAME && text_equal(condition->id, name->name))
            return set_place(node, (struct type){.value = VALUE_BOOL}, condition->conditional_slot);
        candidates_add(&candidates, condition->id);
    }
    if (name->kind != NODE_NAME)
        return complain(checker->complaint, name->offset,
                        "conditional() takes the id of a condition, without quotes.");
    return complain(checker->complaint, name->offset, "No condition is called \"%.*s\"%s",
                    TEXT_ARGUMENTS(name->name), candidates_hint(&candidates, name->name));
}

static bool check_chance(struct checker *checker, struct node *node)
{
    return check_context(checker, node, CONTEXT_CHANCE, "effects and injects") &&
           check_is(checker, node->children[0], VALUE_INT, false, "chance() takes") &&
           set_function(node, MEANING_CHANCE, VALUE_BOOL);
}

static bool check_dice(struct checker *checker, struct node *node)
{
    return check_context(checker, node, CONTEXT_CHANCE, "effects and injects") &&
           check_is(checker, node->children[0], VALUE_INT, false, "dice() takes") &&
           check_is(checker, node->children[1], VALUE_INT, false, "dice() takes") &&
           set_function(node, MEANING_DICE, VALUE_INT);
}

enum { ANY_NUMBER = 1 << 20 };

static const struct function functions[] = {
    {{"size", 4}, RECEIVER_NONE, 1, "size(list)", check_size},
    {{"drafted", 7}, RECEIVER_NONE, 1, "drafted(clause)", check_drafted},
    {{"conditional", 11}, RECEIVER_NONE, 1, "conditional(condition)", check_conditional},
    {{"chance", 6}, RECEIVER_NONE, 1, "chance(percent)", check_chance},
    {{"dice", 4}, RECEIVER_NONE, 2, "dice(low, high)", check_dice},
    {{"size", 4}, RECEIVER_LIST, 0, "list.size()", check_size},
    {{"sum", 3}, RECEIVER_INTS, 0, "list.sum()", check_sum},
    {{"min", 3}, RECEIVER_INTS, 0, "list.min()", check_min},
    {{"max", 3}, RECEIVER_INTS, 0, "list.max()", check_max},
    {{"signed", 6}, RECEIVER_PARTY, 1, "p.signed(instrument)", check_signed},
    {{"bound_by", 8}, RECEIVER_PARTY, 1, "p.bound_by(clause)", check_bound_by},
    {{"count", 5}, RECEIVER_DECISION, 1, "decision.count('option')", check_count},
    {{"least", 5}, RECEIVER_MATH, ANY_NUMBER, "math.least(a, b)", check_least},
    {{"greatest", 8}, RECEIVER_MATH, ANY_NUMBER, "math.greatest(a, b)", check_greatest},
    {{"abs", 3}, RECEIVER_MATH, 1, "math.abs(a)", check_absolute},
};

enum { FUNCTION_COUNT = sizeof(functions) / sizeof(functions[0]) };

static const struct text macro_names[] = {
    {"all", 3}, {"exists", 6}, {"exists_one", 10}, {"filter", 6}, {"map", 3}};

/* Functions that CEL has and this subset has not. */
static const struct {
    struct text name;
    const char *why;
} absent[] = {
    {{"has", 3}, "There is no has(): every name always has a value."},
    {{"int", 3}, "There are no conversions: int() is not known."},
    {{"uint", 4}, "There are no unsigned numbers, and no conversions."},
    {{"double", 6}, "There are no fractions, and no conversions."},
    {{"string", 6}, "There are no conversions: string() is not known."},
    {{"bool", 4}, "There are no conversions: bool() is not known."},
    {{"bytes", 5}, "There are no bytes, and no conversions."},
    {{"dyn", 3}, "There are no dynamic types: dyn() is not known."},
    {{"type", 4}, "Types are fixed: type() is not known."},
    {{"duration", 8}, "There is no time: duration() is not known."},
    {{"timestamp", 9}, "There is no time: timestamp() is not known."},
    {{"matches", 7}, "There are no regular expressions: compare strings with == and in."},
    {{"contains", 8}, "Strings are compared whole, with == and in; a list is searched with in."},
    {{"startsWith", 10}, "Strings are compared whole, with == and in."},
    {{"endsWith", 8}, "Strings are compared whole, with == and in."},
};

static bool fits_receiver(const struct node *node, enum receiver receiver)
{
    if (!node->method)
        return receiver == RECEIVER_NONE;
    const struct node *target = node->children[0];
    bool value = target->meaning != MEANING_CLAUSE && target->meaning != MEANING_INSTRUMENT &&
                 target->meaning != MEANING_DECISION && target->meaning != MEANING_MATH;
    switch (receiver) {
    case RECEIVER_NONE:
        return false;
    case RECEIVER_LIST:
        return value && target->type.list;
    case RECEIVER_INTS:
        return value && type_is(target->type, VALUE_INT, true);
    case RECEIVER_PARTY:
        return value && type_is(target->type, VALUE_PARTY, false);
    case RECEIVER_DECISION:
        return target->meaning == MEANING_DECISION;
    case RECEIVER_MATH:
        return target->meaning == MEANING_MATH;
    }
    return false;
}

static bool complain_of_function(struct checker *checker, const struct node *node)
{
    for (size_t index = 0; index < sizeof(absent) / sizeof(absent[0]); index++)
        if (text_equal(absent[index].name, node->name))
            return complain(checker->complaint, node->offset, "%s", absent[index].why);
    for (size_t index = 0; index < sizeof(macro_names) / sizeof(macro_names[0]); index++)
        if (text_equal(macro_names[index], node->name))
            return complain(checker->complaint, node->offset,
                            "%.*s() is asked of a list, with a name for the items and what is "
                            "said of each: parties.%.*s(p, p.support > 50).",
                            TEXT_ARGUMENTS(node->name), TEXT_ARGUMENTS(node->name));
    for (size_t index = 0; index < FUNCTION_COUNT; index++)
        if (text_equal(functions[index].name, node->name))
            return complain(checker->complaint, node->offset, "%.*s() is used as %s%s.",
                            TEXT_ARGUMENTS(node->name), functions[index].usage,
                            functions[index].receiver == RECEIVER_INTS ? ", of a list of ints"
                                                                       : "");
    struct candidates candidates = {.arena = checker->arena};
    for (size_t index = 0; index < FUNCTION_COUNT; index++)
        if (fits_receiver(node, functions[index].receiver))
            candidates_add(&candidates, functions[index].name);
    for (size_t index = 0; index < sizeof(macro_names) / sizeof(macro_names[0]); index++)
        if (fits_receiver(node, RECEIVER_LIST))
            candidates_add(&candidates, macro_names[index]);
    return complain(checker->complaint, node->offset, "No function is called \"%.*s\" here%s",
                    TEXT_ARGUMENTS(node->name), candidates_hint(&candidates, node->name));
}

/* Where an id stands instead of a value. */
static bool takes_id(const struct function *function)
{
    return function->check == check_signed || function->check == check_bound_by ||
           function->check == check_drafted;
}

static bool check_arguments(struct checker *checker, struct node *node,
                            const struct function *function)
{
    size_t first = node->method ? 1 : 0;
    if (function->arguments != ANY_NUMBER && node->child_count - first != function->arguments)
        return complain(checker->complaint, node->offset,
                        "%.*s() is used as %s: it takes %zu argument%s, not %zu.",
                        TEXT_ARGUMENTS(node->name), function->usage, function->arguments,
                        function->arguments == 1 ? "" : "s", node->child_count - first);
    for (size_t index = first; index < node->child_count; index++) {
        struct node *argument = node->children[index];
        bool good = takes_id(function)                     ? check_node(checker, argument)
                    : function->check == check_conditional ? true
                                                           : check_value(checker, argument);
        if (!good)
            return false;
    }
    return function->check(checker, node);
}

bool check_call(struct checker *checker, struct node *node)
{
    if (node->method && !check_node(checker, node->children[0]))
        return false;
    for (size_t index = 0; index < FUNCTION_COUNT; index++)
        if (text_equal(functions[index].name, node->name) &&
            fits_receiver(node, functions[index].receiver))
            return check_arguments(checker, node, &functions[index]);
    return complain_of_function(checker, node);
}

static bool check_macro_bodies(struct checker *checker, struct node *node)
{
    for (size_t index = 1; index < node->child_count; index++) {
        struct node *body = node->children[index];
        if (!check_value(checker, body))
            return false;
        bool maps = node->macro == MACRO_MAP && index == node->child_count - 1;
        if (!maps && !check_is(checker, body, VALUE_BOOL, false, "What a macro asks of each is"))
            return false;
        if (maps && body->type.list)
            return complain(checker->complaint, body->offset,
                            "Lists do not hold lists; map() would make %s of each item.",
                            type_words(body->type));
    }
    return true;
}

bool check_macro(struct checker *checker, struct node *node)
{
    struct node *range = node->children[0];
    if (!check_value(checker, range))
        return false;
    if (!range->type.list)
        return complain(checker->complaint, node->offset, "%.*s() goes through a list; this is %s.",
                        TEXT_ARGUMENTS(node->name), type_words(range->type));
    const char *taken = name_taken(checker, node->local);
    if (taken)
        return complain(checker->complaint, node->local_offset,
                        "\"%.*s\" is %s already: a macro's variable needs a name of its own.",
                        TEXT_ARGUMENTS(node->local), taken);
    if (checker->local_count == EXPRESSION_NESTING_MAX)
        return complain(checker->complaint, node->offset, "Macros nest at most %d deep.",
                        EXPRESSION_NESTING_MAX);
    struct type item = range->type;
    item.list = false;
    checker->locals[checker->local_count++] =
        (struct local){.name = node->local, .type = item, .range = range};
    bool good = check_macro_bodies(checker, node);
    checker->local_count--;
    if (!good)
        return false;
    if (node->macro == MACRO_FILTER) {
        node->type = range->type;
    } else if (node->macro == MACRO_MAP) {
        node->type = node->children[node->child_count - 1]->type;
        node->type.list = true;
    } else {
        node->type = (struct type){.value = VALUE_BOOL};
    }
    return true;
}
